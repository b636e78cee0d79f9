"""What cannot be printed, found from the record alone: letters the fonts lack, words and texts that do not fit.

The measures are those of the layouts at 12 points, the smallest size of running text; lengths are in em of that size.
The layouts themselves still shrink to 10 points before they give up, so what passes here can be printed. Checking must
stay cheap: all texts of a record are looked at as one, and one by one only when that finds something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final
from urllib.parse import urlsplit

from pydantic import BaseModel

from portal.model import Contact, Innovation, Need
from portal.papers import letters

Step = str | int
Found = tuple[tuple[Step, ...], str]

ON_PAPER: Final = (
    "nama",
    "kepanjangan",
    "ringkasan",
    "peringatan",
    "mudah_dibaca",
    "cara",
    "syarat",
    "kegiatan",
    "waktu",
    "biaya",
    "hasil_layanan",
    "jadwal",
    "tempat",
    "pelaksana",
)
"""The fields whose texts stand on the sheets of an innovation."""

NAME: Final = 11.0  # one word of the name: the front of the tri-fold, 79 mm at 20 points
NARROW: Final = 14.1  # one word in the leaflet's narrow column, 60 mm
WIDE: Final = 16.2  # one word of a step on a tri-fold panel, 79 mm less the number
PANEL: Final = 31  # letters on a line of a tri-fold panel, 79 mm
ROOM: Final = 215.0  # the height of four panels, 190 mm each, less what stays empty where a part does not fit
ITEM: Final = 0.95  # the distance between items
LINE: Final = 1.3  # from line to line
PART: Final = 3.5  # a heading with the space around it
CONTACT: Final = 3  # lines of one contact more
SHOWN: Final = 40
"""A longer word is cut in the sentence about it."""

_NARROW_FIELDS: Final = frozenset(
    {"waktu", "biaya", "hasil_layanan", "jadwal", "tempat", "pelaksana", "sumber", "diperiksa"}
)
_CONTACT_FIELDS: Final = ("nama", "keterangan", "alamat", "surel")
_SITE_FIELDS: Final = ("nama", "alamat", "wilayah", "catatan")


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that cannot be printed: a stable kind, the way to the text, the part of it that is meant.

    `params` say what the sentence needs. `paper_letter` (`huruf`, `kode`): no font has it. `paper_word` (`kata`,
    `huruf` to cut): wider than its column. `paper_room` (`huruf` to cut): the record is too long for the tri-fold; its
    path leads to the longest field, and no part is meant.
    """

    kind: str
    path: tuple[Step, ...]
    part: str
    params: dict[str, str | int]


def problems_of(record: Innovation | Contact | Need) -> Iterator[Limit]:
    """Yield what of a record cannot be printed."""
    texts = _printed(record)
    whole = "\n".join(text for _, text in texts)
    if letters.without_font().search(whole):
        yield from (limit for path, text in texts for limit in _letters(path, text))
    if max(map(len, letters.words(whole))) > NARROW:
        yield from (limit for path, text in texts for limit in _words(path, text, isinstance(record, Contact)))
    elif isinstance(record, Innovation):
        yield from _words(("nama",), record.nama, narrow=False)
    if isinstance(record, Innovation) and _at_most(record, len(whole), len(texts)) > ROOM:
        yield from _room(record, texts)


def _printed(record: Innovation | Contact | Need) -> list[Found]:
    """Return the texts of a record that stand on paper, each with the way to it."""
    match record:
        case Innovation():
            return _of_innovation(record)
        case Contact():
            host = [(("situs",), str(urlsplit(record.situs).hostname))] if record.situs else []
            return [*_of_part(record, _CONTACT_FIELDS), *host]
        case Need():
            return _of_part(record, ("nama",))


def _of_innovation(record: Innovation) -> list[Found]:
    found: list[Found] = []
    for name in ON_PAPER:
        value = getattr(record, name)
        if isinstance(value, str):
            found.append(((name,), value))
        elif value and name != "tempat":
            found += [((name, index), text) for index, text in enumerate(value)]
    for index, site in enumerate(record.tempat):
        found += _of_part(site, _SITE_FIELDS, "tempat", index)
    for index, source in enumerate(record.sumber):
        found += _of_part(source, ("penerbit" if source.penerbit else "judul",), "sumber", index)
    return found + (_of_part(record.diperiksa, ("oleh",), "diperiksa") if record.diperiksa else [])


def _of_part(part: BaseModel, fields: Sequence[str], *path: Step) -> list[Found]:
    return [((*path, name), value) for name in fields if (value := getattr(part, name))]


def _letters(path: tuple[Step, ...], text: str) -> Iterator[Limit]:
    """Of each text the first letters that no font has: a word of a foreign script would be a problem per letter."""
    if found := letters.without_font().search(text):
        yield Limit("paper_letter", path, found[0], {"huruf": found[0], "kode": f"U+{ord(found[0][0]):04X}"})


def _words(path: tuple[Step, ...], text: str, narrow: bool) -> Iterator[Limit]:
    """A word stays whole, so it must be narrower than its column."""
    is_name = path == ("nama",) and not narrow
    limit = NAME if is_name else NARROW if narrow or path[0] in _NARROW_FIELDS else WIDE
    for word in text.split() if is_name else letters.words(text):
        if len(word) > limit / 2 and (wide := letters.width(word, display=is_name)) > limit:
            surplus = ceil((wide - limit) / wide * len(word))
            shown = word if len(word) <= SHOWN else f"{word[:SHOWN]}…"
            yield Limit("paper_word", path, word, {"kata": shown, "huruf": surplus})


def _contacts(record: Innovation) -> float:
    return (len(record.kontak) + len(record.pengaduan)) * (CONTACT * LINE + ITEM)


def _at_most(record: Innovation, length: int, count: int) -> float:
    """Return a height that a record with so many letters in so many texts does not exceed."""
    return length / PANEL * LINE + count * (LINE + ITEM) + len(ON_PAPER) * PART + _contacts(record)


def _room(record: Innovation, texts: list[Found]) -> Iterator[Limit]:
    """The tri-fold has six panels and no more; the other sheets have more room."""
    heights: dict[Step, float] = {}
    for (name, *_), text in texts:
        if name in ON_PAPER:
            heights[name] = heights.get(name, PART) + (len(text) // PANEL + 1) * LINE + ITEM
    surplus = sum(heights.values()) + _contacts(record) - ROOM
    if surplus > 0:
        longest = max(heights, key=lambda name: heights[name])
        yield Limit("paper_room", (longest,), "", {"huruf": ceil(surplus / LINE) * PANEL})
