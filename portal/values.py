"""The kinds of text a field can hold.

Patterns stay in the common subset of Python, Rust (pydantic) and ECMAScript (editors) regular expressions.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

PLACEHOLDER: Final = "Ganti:"
"""What a text of the template record begins with, until somebody writes it."""

SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_CODE: Final = 60
WEB_ADDRESS: Final = (
    r"^https?://[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)*\.[A-Za-z]{2,}"
    r"(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?$"
)
PARTIAL_DATE: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
START: Final = r"^((sekitar|paling lambat) )?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_FULL_PHONE: Final = (
    r"(\+62[ -]?[1-9]([ -]?[0-9]){6,11}|0[1-9]([ -]?[0-9]){6,11}|\(0[1-9][0-9]{1,2}\)[ -]?[0-9]([ -]?[0-9]){4,8})"
)
WHATSAPP: Final = f"^{_FULL_PHONE}$"
PHONE: Final = f"^({_FULL_PHONE}|1[0-9]{{2,7}}|1[0-9]{{3}}[ -][0-9]{{3}}|1-[0-9]{{3}}-[0-9]{{3}})$"
"""Numbers that can be dialled from anywhere, with 0 or +62 in front, and short ones such as 112 or 1500771."""

EMAIL: Final = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
NO_ANGLES: Final = r"^[^<>]+$"
DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PICTURE: Final = r"^[a-z0-9-]+\.(jpg|png|webp)$"
EXTENSION: Final = r"^[0-9]{1,5}$"


@lru_cache(10_000)  # days and months repeat: seventy years of days
def real_date(value: str) -> str:
    """Accept the text when the `YYYY-MM-DD`, `YYYY-MM` or `YYYY` in it exists in the calendar."""
    digits = re.findall(r"[0-9]+", value)
    year, month, day = (int(part) for part in (*digits, "1", "1")[:3])
    try:
        date(year, month, day)
    except ValueError as error:
        raise PydanticCustomError("date_unreal", "no such date") from error
    return value


def digits(value: object) -> object:
    """Refuse a text that is not digits alone: Python would read `2.000` as 2 and `1_0` as 10."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}", value):
        raise PydanticCustomError("number_form", "not a plain number")
    return value


Text: Final = StringConstraints(strip_whitespace=True, min_length=1)
Word = Annotated[str, Text, StringConstraints(max_length=60)]
Line = Annotated[str, Text, StringConstraints(max_length=200)]
Paragraph = Annotated[str, Text, StringConstraints(max_length=600)]
Title = Annotated[str, Text, StringConstraints(max_length=60, pattern=NO_ANGLES)]
LongTitle = Annotated[str, Text, StringConstraints(max_length=160, pattern=NO_ANGLES)]
Slug = Annotated[str, StringConstraints(max_length=LONGEST_CODE, pattern=SLUG)]
WebAddress = Annotated[str, StringConstraints(max_length=500, pattern=WEB_ADDRESS)]
Phone = Annotated[str, StringConstraints(pattern=PHONE)]
WhatsApp = Annotated[str, StringConstraints(pattern=WHATSAPP)]
Email = Annotated[str, StringConstraints(max_length=120, pattern=EMAIL)]
Day = Annotated[str, StringConstraints(pattern=DAY), AfterValidator(real_date)]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE), AfterValidator(real_date)]
Start = Annotated[str, StringConstraints(pattern=START), AfterValidator(real_date)]
Digits: Final = BeforeValidator(digits)
