"""What cannot be printed, found from the record alone: letters the fonts lack, words and texts that do not fit.

The measures are those of the layouts at 12 points, the smallest size of running text; lengths are in em of that size.
The layouts themselves still shrink to 10 points before they give up, so an estimate may be a little off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final

from portal.model import Contact, Innovation, Need
from portal.papers import letters
from portal.papers.content import ON_PAPER

Step = str | int

NAME: Final = 11.0  # one word of the name: the front of the tri-fold, 79 mm at 20 points
NARROW: Final = 14.1  # one word in the leaflet's narrow column, 60 mm
WIDE: Final = 16.2  # one word of a step on a tri-fold panel, 79 mm less the number
PANEL: Final = 18.6  # a line of a tri-fold panel
ROOM: Final = 168.0  # the height of four panels, 190 mm each, less what stays empty where a part does not fit
ITEM: Final = 0.95  # the distance between items
LINE: Final = 1.3  # from line to line
PART: Final = 3.5  # a heading with the space around it
_SURE: Final = 3000
"""A record with fewer letters on paper, each text counted with 40 more, fits without any further look."""

CONTACT_FIELDS: Final = ("nama", "keterangan", "alamat")
NEED_FIELDS: Final = ("nama",)
_NARROW_FIELDS: Final = frozenset({"waktu", "biaya", "hasil_layanan", "jadwal", "tempat", "pelaksana"})


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that cannot be printed: a stable kind, the way to the field, and what the sentence about it needs.

    `paper_letter` (`huruf`, `kode`): no font has it. `paper_word` (`kata`, `huruf` to cut): wider than its column.
    `paper_room` (`huruf` to cut): the record is too long for the tri-fold; the path leads to its longest field.
    """

    kind: str
    path: tuple[Step, ...]
    params: dict[str, str | int]


def problems_of(innovation: Innovation) -> Iterator[Limit]:
    """Yield what of an innovation cannot be printed."""
    texts = list(chain.from_iterable(_texts(getattr(innovation, name), (name,)) for name in ON_PAPER))
    for path, text in texts:
        yield from _letters(path, text)
        yield from _words(path, text)
    if sum(len(text) + 40 for _, text in texts) > _SURE:
        yield from _room(texts)


def letters_of(record: Contact | Need) -> Iterator[Limit]:
    """Yield the letters of a contact or a need that no font has; its texts stand on sheets of several innovations."""
    for name in CONTACT_FIELDS if isinstance(record, Contact) else NEED_FIELDS:
        for path, text in _texts(getattr(record, name), (name,)):
            yield from _letters(path, text)


def _texts(value: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the texts in a field, each with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif value is not None:
        for name in type(value).model_fields:  # type: ignore[attr-defined]
            yield from _texts(getattr(value, name), (*path, name))


def _letters(path: tuple[Step, ...], text: str) -> Iterator[Limit]:
    for letter in letters.unprintable(text):
        yield Limit("paper_letter", path, {"huruf": letter, "kode": f"U+{ord(letter):04X}"})


def _words(path: tuple[Step, ...], text: str) -> Iterator[Limit]:
    """A word stays whole, so it must be narrower than its column."""
    is_name = path == ("nama",)
    limit = NAME if is_name else NARROW if path[0] in _NARROW_FIELDS else WIDE
    for word in text.split() if is_name else letters.words(text):
        if len(word) > limit and (wide := letters.width(word, display=is_name)) > limit:
            surplus = ceil((wide - limit) / wide * len(word))
            yield Limit("paper_word", path, {"kata": word, "huruf": surplus})


def _room(texts: list[tuple[tuple[Step, ...], str]]) -> Iterator[Limit]:
    """The tri-fold has six panels and no more; the other sheets have more room."""
    heights: dict[Step, float] = {}
    for path, text in texts:
        heights.setdefault(path[0], PART)
        heights[path[0]] += letters.lines(text, PANEL) * LINE + ITEM
    surplus = sum(heights.values()) - ROOM
    if surplus > 0:
        longest = max(heights, key=lambda name: heights[name])
        yield Limit("paper_room", (longest,), {"huruf": ceil(surplus / LINE) * int(PANEL / letters.width("n"))})
