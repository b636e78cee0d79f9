"""Indonesian for values: dates, numbers, lists. Where no sentence is needed, there is no template either."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

MONTHS: Final = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)


def date(value: str) -> str:
    """Write `2025-12-05`, `2025-12` or `2025` as `5 Desember 2025`, `Desember 2025` or `2025`."""
    year, *rest = value.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def start(value: str) -> str:
    """Write a start such as `sekitar 2021-10` as `sekitar Oktober 2021`."""
    *qualifier, when = value.rsplit(" ", 1)
    return " ".join([*qualifier, date(when)])


def number(value: int) -> str:
    """Write thousands with the Indonesian full stop: 36742 becomes `36.742`."""
    return f"{value:,}".replace(",", ".")


def listing(items: Iterable[str]) -> str:
    """Join words: `a`, `a dan b`, `a, b, dan c`."""
    *head, tail = [str(item) for item in items]
    if not head:
        return tail
    return f"{head[0]} dan {tail}" if len(head) == 1 else f"{', '.join(head)}, dan {tail}"


def dialled(phone: str) -> str:
    """Write a phone number as it is dialled (RFC 3966): no separators, a leading 0 as Indonesia's +62."""
    digits = re.sub(r"(?!^\+)[^0-9]", "", phone)
    return f"+62{digits[1:]}" if digits.startswith("0") else digits


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "?", "…")) else begun + "."


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; an abbreviation of one or two letters does not end it."""
    return sentence(re.split(r"(?<=\w{3}[.?!]) (?=[A-Z])", text, maxsplit=1)[0])


def inside(label: str) -> str:
    """Write a label as it stands inside a sentence: with a small first letter."""
    return label[:1].lower() + label[1:]


def expansion(name: str, long_name: str) -> str:
    """Return what a name stands for; nothing where the name says it already."""
    return "" if long_name.casefold() in name.casefold() else long_name


def slug(label: str) -> str:
    """Write a label as a part of an address: small letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
