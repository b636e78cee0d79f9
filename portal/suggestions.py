"""What someone probably meant: the nearest name or choice, and values in the form the model asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Final
from urllib.parse import quote

from portal import words
from portal.values import EMAIL, EXTENSION, LONGEST_CODE, PHONE, WEB_ADDRESS, WHATSAPP

MONTHS: Final = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "february"),
    ("maret", "mar", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agu", "agt", "ags", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov", "nopember"),
    ("desember", "des", "dec", "december"),
)
MONTH_NUMBERS: Final = {name: number for number, names in enumerate(MONTHS, 1) for name in names}


MANY: Final = 1000
"""Among more names than this, only those that begin or end like the word are compared with it letter by letter."""

ALIKE: Final = 3
COUNTED: Final = "orang|jiwa|warga|keluarga|kk|anak|lansia|peserta|kasus|paket|unit|kali|kegiatan"
"""What a figure may count, in so many words: none of them makes it another figure, as "ribu" and "%" do."""

LONGEST_NUMBER: Final = 60
"""A longer text holds more than a telephone number."""

LONG: Final = 5
"""Letters of a word that is no short form."""


class Names:
    """Names among which the nearest to a word is sought, more than once."""

    def __init__(self, names: Iterable[str]) -> None:
        """Keep the names in simple form."""
        self.simple = {simplified(name): name for name in names}

    def surely(self, word: str) -> str | None:
        """Return the one name that a word can only be a slip of, if there is just one.

        Codes that differ in a number, or in a short form such as RSBD and RSBL, name different things.
        """
        sought = simplified(word)
        found = [name for simple, name in self.simple.items() if is_slip(sought, simple)]
        return found[0] if len(found) == 1 else None

    def nearest(self, word: str) -> str | None:
        """Return the name that looks most like a word, capitals and joining signs aside."""
        sought = simplified(word)
        names: Iterable[str] = self.simple
        if len(self.simple) > MANY:
            begin, end = sought[:ALIKE], sought[-ALIKE:]
            alike = (name for name in self.simple if name.startswith(begin) or name.endswith(end))
            names = sorted(alike, key=lambda name: abs(len(name) - len(sought)))[:MANY]
        close = get_close_matches(sought, names, n=1, cutoff=0.7)
        return self.simple[close[0]] if close else None


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that looks most like a word, capitals and joining signs aside."""
    return Names(names).nearest(word)


def surely(word: str, names: Iterable[str]) -> str | None:
    """Return the one name that a word can only be a slip of (see `Names`)."""
    return Names(names).surely(word)


def is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a name with one letter more, less or another, or two swapped, in one of its long words."""
    if abs(len(word) - len(name)) > 1 or (word[:2] != name[:2] and word[-2:] != name[-2:]):
        return False
    begin = alike(word, name)
    end = alike(word[begin:][::-1], name[begin:][::-1])
    typed, meant = word[begin : len(word) - end], name[begin : len(name) - end]
    if re.search("[0-9]", typed + meant) or (max(len(typed), len(meant)) > 1 and sorted(typed) != sorted(meant)):
        return False
    inside = name[:begin].rpartition("-")[2] + name[begin:].partition("-")[0]
    return len(typed) <= len("ab") and (len(inside) >= LONG or "-" in typed + meant)


def alike(word: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((at for at, (one, two) in pairs if one != two), min(len(word), len(other)))


def simplified(word: str) -> str:
    """Return a word in small letters, with one sign for space, dash and underscore."""
    return re.sub(r"[\s_-]+", "-", word.strip().lower())


def choice(word: str, labels: Mapping[str, str]) -> str | None:
    """Return the choice that a word means, by its value or by the label that readers see."""
    by_label = {simplified(label): value for value, label in labels.items()}
    exact = by_label.get(simplified(word))
    if exact is not None:
        return exact
    close = nearest(word, [*labels, *labels.values()])
    return by_label.get(simplified(close), close) if close else None


def day(text: str) -> str | None:
    """Return a date as `YYYY-MM-DD`, from the ways people write it in Indonesia (day first)."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", text)
    numbers = [MONTH_NUMBERS.get(part.lower(), part) for part in parts]
    if len(numbers) == 4 and not str(numbers[0]).isdecimal():  # noqa: PLR2004  # "Selasa, 24 November 2026"
        numbers = numbers[1:]
    try:
        first, month, last = (int(number) for number in numbers)
        # The year is the part with four digits.
        year, of_month = (first, last) if len(parts[0]) == 4 else (last, first)  # noqa: PLR2004
        return date(year, month, of_month).isoformat() if year > 1000 else None  # noqa: PLR2004
    except (ValueError, OverflowError):
        return None


def partial_date(text: str) -> str | None:
    """Return a date or a month as `YYYY-MM-DD` or `YYYY-MM`."""
    if full := day(text):
        return full
    match = re.fullmatch(r"\s*([A-Za-z]+|[0-9]{1,2})[\s/.-]+([0-9]{4})\s*", text) or None
    swapped = re.fullmatch(r"\s*([0-9]{4})[\s/.-]+([A-Za-z]+|[0-9]{1,2})\s*", text)
    word, year = match.groups() if match else swapped.groups()[::-1] if swapped else ("", "")
    month = MONTH_NUMBERS.get(word.lower()) or (int(word) if word.isdecimal() else 0)
    return f"{year}-{month:02}" if 1 <= month <= 12 else None  # noqa: PLR2004


def start(text: str) -> str | None:
    """Return a start with its qualifier in the words of the model."""
    match = re.match(r"\s*(sekitar|kira-kira|kurang lebih|sejak|paling lambat|sebelum)?\s*(.*)", text, re.IGNORECASE)
    word, rest = ((match[1] or "").lower(), match[2]) if match else ("", "")
    value = rest if re.fullmatch("[0-9]{4}", rest) else partial_date(rest)
    qualifier = {"kira-kira": "sekitar ", "kurang lebih": "sekitar ", "sebelum": "paling lambat "}
    prefix = qualifier.get(word, f"{word} " if word in {"sekitar", "paling lambat"} else "")
    return prefix + value if value else None


def slug(text: str) -> str | None:
    """Return a text as a code."""
    return words.slug(text)[:LONGEST_CODE].strip("-") or None


def without_angles(text: str) -> str | None:
    """Return a name without tags and without what is left of them."""
    return re.sub(r"<[^<>]*>|[<>]", "", text).strip() or None


def number(text: str) -> str | None:
    """Return the number in a text without the dots that group its thousands, when it is clearly the whole figure."""
    match = re.fullmatch(rf"\s*([0-9]+|[1-9][0-9]{{0,2}}(?:[. ][0-9]{{3}})+)(?:\s+(?:{COUNTED}))?\s*", text)
    return re.sub(r"[. ]", "", match[1]) if match else None


def web_address(text: str) -> str | None:
    """Return a web address with its scheme, and with signs that it may not hold as percent codes.

    None for a text with a space: it may be two addresses, or an address and something else.
    """
    body = re.sub(r"^\s*(?:https?|htt?ps?|hptts?|http?s)?\s*[:;]?\s*[/\\]*", "", text, flags=re.IGNORECASE).strip()
    host, _, rest = body.partition("/")
    scheme = "http" if text.strip().lower().startswith("http:") else "https"
    value = f"{scheme}://{host}" + (f"/{quote(rest, safe='._~:/?#@!$&()*+,;=%-')}" if _ else "")
    plausible = not re.search(r"\s", body) and "." in host and ".." not in host and "@" not in host and ":" not in host
    return value if plausible and re.match(WEB_ADDRESS, value) else None


def phone(text: str) -> str | None:
    """Return a telephone number with one dash between its parts, when nothing but signs between digits changes.

    A 0 that a spreadsheet took, the + in front of 62, and a 0 too many behind it are mended.
    """
    groups = re.findall(r"\+?[0-9]+", text)
    if not groups or re.search(r"[^0-9+()\s.‐-―−-]", text):
        return None
    value = re.sub(r"^\+620?-?0-?|^0-", "0", "-".join(groups))
    digits = value.replace("-", "")
    if re.fullmatch(r"62[2-9][0-9]{8,11}", digits):
        value = f"+{value}"
    elif re.fullmatch(r"8[0-9]{8,11}", digits):
        value = f"0{value}"
    return value if re.match(WHATSAPP, value) else None


def phone_parts(text: str) -> dict[str, str | int]:
    """Return what else stands beside a telephone number: an extension, another number, letters among the digits."""
    if len(text) > LONGEST_NUMBER:
        return {}
    number, *others = re.split(r"\s*(?:[,;/]|\batau\b|\bdan\b)\s*", text.strip())
    if others and re.match(PHONE, number):
        return {"nomor": number}
    extended = re.fullmatch(r"(.*?)[\s,]*(?:ext|pesawat|psw|pes)[\s.:]*([0-9]{1,5})", text.strip(), re.IGNORECASE)
    if extended and re.match(PHONE, extended[1]):
        return {"nomor": extended[1], "pesawat": extended[2]}
    letter = re.search("[A-Za-z]", text)
    is_slip = letter and not re.search("[A-Za-z]{2}", text) and re.fullmatch(r"[0-9A-Za-z()\s.+-]+", text)
    return {"huruf": letter[0]} if letter and is_slip else {}


def email(text: str) -> str | None:
    """Return an e-mail address from the ways people hide its @; no other letter or space goes."""
    value = re.sub(r"\s*(?:[\[(]\s*at\s*[\])]|\bat\b|\(@\)|@)\s*", "@", text.strip(), flags=re.IGNORECASE)
    return value if re.match(EMAIL, value) else None


def extension(text: str) -> str | None:
    """Return the only number in a text."""
    numbers = re.findall("[0-9]+", text)
    return str(numbers[0]) if len(numbers) == 1 and re.match(EXTENSION, numbers[0]) else None


def picture(text: str) -> str | None:
    """Return a picture's file name in small letters and dashes."""
    stem, _, ending = text.strip().rpartition(".")
    ending = {"jpeg": "jpg", "jpg": "jpg", "png": "png", "webp": "webp"}.get(ending.lower(), "")
    name = slug(re.split(r"[/\\]", stem)[-1])
    return f"{name}.{ending}" if name and ending else None


def yes_no(text: str) -> str | None:
    """Return true or false for the Indonesian words."""
    meant = {"ya": "true", "iya": "true", "benar": "true", "betul": "true", "tidak": "false", "bukan": "false"}
    return meant.get(text.strip().lower())
