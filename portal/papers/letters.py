"""The letters that the fonts of paper can print, and how wide they are: known without opening a font.

`letters.json` holds, for every character that all fonts have, its advance width in thousandths of the type size: in the
text face and in the display face. A test compares it with the fonts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("letters.json")
_UNKNOWN: Final = (700, 700)
_BREAKS: Final = re.compile(r"\s+|(?<=[-/–])")


@cache
def letters() -> dict[str, tuple[int, int]]:
    """Return the width of each printable character, in the text face and in the display face."""
    read = json.loads(TABLE.read_text(encoding="utf-8"))
    return {letter: (text, display) for letter, (text, display) in read.items()}


def unprintable(text: str) -> Iterator[str]:
    """Yield each character of a text, once, that the fonts lack."""
    for letter in dict.fromkeys(text):
        if letter not in letters() and not letter.isspace():
            yield letter


def width(text: str, *, display: bool = False) -> float:
    """Return the width of a text set on one line, in em."""
    table = letters()
    return sum(table.get(letter, _UNKNOWN)[display] for letter in text) / 1000


def words(text: str) -> list[str]:
    """Return the pieces of a text between the places where a line may end."""
    return [word for word in _BREAKS.split(text) if word]


def lines(text: str, measure: float) -> int:
    """Return how many lines a text takes in a column `measure` em wide."""
    space = width(" ")
    count, used = 1, 0.0
    for word in words(text):
        needed = width(word)
        if used and used + space + needed > measure:
            count, used = count + 1, needed
        else:
            used += needed + (space if used else 0)
    return count
