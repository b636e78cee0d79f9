"""The letters that the fonts of paper can print, and how wide they are: known without opening a font.

`letters.json` holds, for every character that all fonts have, its advance width in thousandths of the type size: in the
text face and in the display face. A test compares it with the fonts.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("letters.json")
_UNKNOWN: Final = (700, 700)


@cache
def letters() -> dict[str, tuple[int, int]]:
    """Return the width of each printable character, in the text face and in the display face."""
    read = json.loads(TABLE.read_text(encoding="utf-8"))
    return {letter: (text, display) for letter, (text, display) in read.items()}


@cache
def without_font() -> re.Pattern[str]:
    """Return the pattern of characters that the fonts lack; ends of lines and tabs are set as spaces."""
    return re.compile(rf"[^\n\r\t{re.escape(''.join(letters()))}]+")


def width(text: str, *, display: bool = False) -> float:
    """Return the width of a text set on one line, in em."""
    table = letters()
    return sum(table.get(letter, _UNKNOWN)[display] for letter in text) / 1000


def words(text: str) -> list[str]:
    """Return the pieces of a text between the places where a line may end."""
    return text.replace("-", "- ").replace("/", "/ ").replace("–", "– ").split()
