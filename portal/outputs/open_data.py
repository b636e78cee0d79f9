"""Open data: the files below `data/v1/`, the page that hands them out, and the data dictionary as a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from portal import words
from portal.catalogue import Catalogue
from portal.opendata import dictionary, export, files
from portal.opendata.dataset import schema_org
from portal.opendata.export import Grown, Portion
from portal.opendata.files import SHEET, has_statements, published
from portal.opendata.publication import FOLDER, warning
from portal.outputs.page import FEED, Head, Page, markdown

_AT_ONCE: Final = 50  # records whose portions are held in memory

Some = Callable[[Catalogue], Iterator[Page | Portion]]
"""What makes some of the open data: files, and portions of others."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the open data of the records, and `data-terbuka.md`, one file in memory at a time."""
    grown = Grown()
    for made in chain.from_iterable(some(catalogue) for some in (export.sheet, *shares(catalogue))):
        if isinstance(made, Portion):
            grown.add(made)
        else:
            yield made
    yield from whole(grown, catalogue)


def shares(catalogue: Catalogue) -> Iterator[Some]:
    """Yield what makes the open data of the records, to be done in any order and by any process; then comes `whole`.

    The spreadsheet is made in one piece, by `export.sheet`.
    """
    for start in range(0, len(catalogue.innovations), _AT_ONCE):
        yield partial(_portion, start, start + _AT_ONCE)


def described(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the files that tell of the others."""
    return (_file(name, content) for name, content in export.described(catalogue))


def _portion(start: int, stop: int, catalogue: Catalogue) -> Iterator[Page | Portion]:
    """Yield the files of single records, from one number to another, and what they add to those of all."""
    pieces = list(export.pieces(catalogue, catalogue.innovations[start:stop]))
    yield from (_file(one.name, one.own) for one in pieces)
    yield export.portion(start, pieces)


def whole(grown: Grown, catalogue: Catalogue) -> Iterator[Page]:
    """Yield the files that hold all records, when every portion is there, and `data-terbuka.md`."""
    sizes: dict[str, int] = {}
    for name, joined in grown.files(catalogue):
        sizes[name] = joined.size
        yield Page(f"{FOLDER}/{name}", b"", long=joined)
    for name, content in export.tables(catalogue):
        sizes[name] = len(content)
        yield _file(name, content)
    yield overview(catalogue, sizes)


def _file(name: str, content: bytes) -> Page:
    return Page(f"{FOLDER}/{name}", content)


def overview(catalogue: Catalogue, sizes: Mapping[str, int] | None = None) -> Page:
    """Return the page that hands the files out; `sizes` are theirs in bytes, by their names below the folder.

    Its shape does not depend on sizes: without them it is what the engine can be asked about before there are files.
    """
    count = len(catalogue.innovations)
    known = dict.fromkeys([one.name for one in published(count)], 0) if sizes is None else sizes
    return markdown(
        "data-terbuka.md",
        Head(
            "Data terbuka",
            f"Unduh isi portal ini sebagai {'Excel, CSV,' if SHEET.name in known else 'CSV'} atau JSON, "
            "lengkap dengan sumbernya.",
            linked_data=schema_org(catalogue),
            feed=FEED,
        ),
        "open_data.md.j2",
        catalogue=catalogue,
        folder=FOLDER,
        updated=catalogue.updated,
        warning=warning(catalogue),
        sizes={name: _size(size) for name, size in known.items()},
        statements=has_statements(count),
        newest=files.FEED_MOST if count > files.FEED_MOST else 0,
        changes=changes(CHANGES.read_text(encoding="utf-8")),
    )


CHANGES: Final = Path(__file__).parents[2] / "CHANGELOG-DATA.md"
"""What changes in the format: one text, for developers and for readers of the page."""

_CHANGE: Final = re.compile(r"^## (v\d+), (\d{4}-\d\d-\d\d)(.*)$", re.MULTILINE)


def changes(text: str) -> str:
    """Return that text without its title, to stand below a heading of a page; a change can be linked to."""
    return _CHANGE.sub(r"### \1, \2\3 { #\1-\2 }", text.partition("\n\n")[2].strip())


def data_dictionary(_: Catalogue) -> Iterator[Page]:
    """Yield `kamus-data.md`."""
    yield markdown(
        "kamus-data.md",
        Head("Kamus data", "Arti setiap isian di data terbuka portal ini."),
        "data_dictionary.md.j2",
        entries=dictionary.entries(),
        show=export.example,
    )


def _size(size: int) -> str:
    """Write how much a download costs, in the unit of a telephone's data plan."""
    if size >= _MEGABYTES:
        return f"{words.number(round(size / 1_000_000))} MB"
    return f"{words.number(max(1, round(size / 1000)))} KB"


_MEGABYTES: Final = 9_500_000
"""From here on thousands of kilobytes would say little."""
