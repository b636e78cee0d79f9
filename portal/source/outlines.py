"""The values of a record from outlines: libyaml reads how a field is built once, and not again what it says.

A text in double quotes, on one line and without a backslash, is what stands between the quotes, whatever that is. So
the outline of a field, which is all but such texts, decides where in the field they belong; a country of records has
few outlines. What an outline cannot show is left to `events`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from portal.source.events import Events, Unusual

_FIELD: Final = re.compile(r"\n  (?=[a-z])")
_BEGINS: Final = re.compile("- [a-z]")
_MARK: Final = "\ue000"
"""Stands for a text; Unicode leaves this letter without a meaning."""

_LONGEST_WORD: Final = 5
"""Letters of a value without quotes that may be part of an outline: years, `true`, `false`."""

_KEPT: Final = 1 << 12

Values = dict[str, object]
Make = Callable[[Sequence[str]], object]
"""Puts the texts of a field in their places."""


class Outline(NamedTuple):
    """What all fields of an outline share: the name, how the value is made, whether it has empty values, line feeds."""

    key: str
    make: Make
    has_gaps: bool
    breaks: int


def outlined(text: str) -> tuple[Values, bool] | None:
    """Return the values of a record, which begins with its dash, and whether some are empty; nothing when in doubt."""
    if "\\" in text or _MARK in text or not _BEGINS.match(text):
        return None
    fields = _FIELD.split(text[2:])
    values: Values = {}
    has_gaps = False
    for field in fields:
        pieces = field.split('"')
        known = outline('"'.join(pieces[::2])) if len(pieces) % 2 else None
        if not known or known.breaks != field.count("\n"):
            return None
        values[known.key] = known.make(pieces[1::2])
        has_gaps = has_gaps or known.has_gaps
    return (values, has_gaps) if len(values) == len(fields) else None


@lru_cache(maxsize=_KEPT)
def outline(held: str) -> Outline | None:
    """Return what libyaml makes of a field in which a quote stands for each text; nothing when it is no clear case."""
    first, *others = held.split('"')
    numbered = "".join(f'"{_MARK}{number}"{piece}' for number, piece in enumerate(others))
    try:
        read = Events(f"- {first}{numbered}", is_list=True)
        ((key, value),) = read.values.items()
        places: list[int] = []
        make = _maker(value, places)
    except (Unusual, ValueError):
        return None
    if _MARK in key or places != list(range(len(others))):
        return None
    return Outline(key, make, read.has_gaps, held.count("\n"))


def _maker(value: object, places: list[int]) -> Make:
    """Return what makes a value, and note the numbers of its texts. Raises Unusual, and ValueError for odd numbers."""
    if isinstance(value, dict):
        if any(_MARK in key for key in value):
            raise Unusual
        fields = [(key, _maker(one, places)) for key, one in value.items()]
        return lambda texts: {key: make(texts) for key, make in fields}
    if isinstance(value, list):
        begin = len(places)
        items = [_maker(one, places) for one in value]
        if all(isinstance(one, str) and one.startswith(_MARK) for one in value):
            some = slice(begin, len(places))
            return lambda texts: list(texts[some])
        return lambda texts: [make(texts) for make in items]
    if isinstance(value, str) and _MARK in value:
        number = int(value.removeprefix(_MARK))
        places.append(number)
        return lambda texts: texts[number]
    if isinstance(value, str) and not (value.isalnum() and len(value) <= _LONGEST_WORD):
        raise Unusual  # what somebody wrote without quotes would be an outline of its own
    return lambda _: value
