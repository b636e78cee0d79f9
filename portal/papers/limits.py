"""What cannot be printed, found from the record alone: letters the fonts lack, words and texts that do not fit.

The measures are those of the layouts at 12 points, the size that running text should have; lengths are in em of that
size. The layouts themselves still shrink to 10 points before they give up. Checking must stay cheap: all texts of a
record are looked at as one, and one by one only when that finds something.
"""

from __future__ import annotations

from collections import Counter
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
LETTER: Final = 0.0411  # what one letter more adds to the height of the tri-fold's texts, in a column of 79 mm
ITEM: Final = 0.7  # one text more
CONTACT: Final = 2.7  # one contact more
REST: Final = 31.6  # headings, audiences, spaces
SMALL: Final = 145.0  # beyond this height, texts may be set smaller than 11 points
ROOM: Final = 175.0  # beyond this height, they do not fit at 10 points
SHOWN: Final = 40
"""A longer word is cut in the sentence about it."""

_NARROW_FIELDS: Final = frozenset(
    {"waktu", "biaya", "hasil_layanan", "jadwal", "tempat", "pelaksana", "sumber", "diperiksa"}
)
_COVER: Final = frozenset({"nama", "kepanjangan"})
_CONTACT_FIELDS: Final = ("nama", "keterangan", "alamat", "surel")
_SITE_FIELDS: Final = ("nama", "alamat", "wilayah", "catatan")


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that cannot be printed: a stable kind, the way to the text, the part of it that is meant.

    `params` say what the sentence needs. `paper_letter` (`huruf`, `kode`): no font has it. `paper_word` (`kata`,
    `huruf` to cut): wider than its column. `paper_small` and `paper_room` (`huruf` to cut): the record makes small
    type of its sheets, or does not fit on them; the path leads to the longest field, and no part is meant.
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
    if isinstance(record, Innovation) and _height(record, len(whole), len(texts)) > SMALL:
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
    found: list[Found] = [(("id",), record.id)]
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


def _height(record: Innovation, letters: int, count: int) -> float:
    """Estimate how high so many letters in so many texts stand on the tri-fold, in em.

    Fitted to 131 real and invented records: 4 em off on average, 12 at most. The leaflet follows the same figure.
    """
    return letters * LETTER + count * ITEM + (len(record.kontak) + len(record.pengaduan)) * CONTACT + REST


def _room(record: Innovation, texts: list[Found]) -> Iterator[Limit]:
    """The tri-fold has six panels and the leaflet two pages; large print takes as many sheets as it needs."""
    told = [(path[0], len(text)) for path, text in texts if path[0] in ON_PAPER and path[0] not in _COVER]
    height = _height(record, sum(length for _, length in told), len(told))
    lengths = Counter[Step]()
    for name, length in told:
        lengths[name] += length
    for kind, limit in (("paper_room", ROOM), ("paper_small", SMALL)):
        if height > limit:
            yield Limit(kind, (lengths.most_common(1)[0][0],), "", {"huruf": ceil((height - limit) / LETTER)})
            return
