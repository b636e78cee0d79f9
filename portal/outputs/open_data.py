"""Open data: the files below `data/v1/`, the page that hands them out, and the data dictionary as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from portal import words
from portal.catalogue import Catalogue
from portal.opendata import dictionary, export, files
from portal.opendata.dataset import schema_org
from portal.opendata.files import SHEET, has_statements
from portal.opendata.publication import FOLDER, warning
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every file of the open data, `data-terbuka.md` and `kamus-data.md`, one in memory at a time."""
    sizes: dict[str, int] = {}
    for name, content in export.files(catalogue):
        sizes[name] = len(content)
        yield Page(f"{FOLDER}/{name}", content)
    yield from _texts(catalogue, sizes)


def _texts(catalogue: Catalogue, sizes: Mapping[str, int]) -> Iterator[Page]:
    """Yield the two pages; `sizes` are those of the files in bytes, by their names below the folder."""
    count = len(catalogue.innovations)
    yield markdown(
        "data-terbuka.md",
        Head(
            "Data terbuka",
            f"Unduh isi portal ini sebagai {'Excel, CSV,' if SHEET.name in sizes else 'CSV'} atau JSON, "
            "lengkap dengan sumbernya.",
            linked_data=schema_org(catalogue),
        ),
        "open_data.md.j2",
        catalogue=catalogue,
        folder=FOLDER,
        updated=catalogue.updated,
        warning=warning(catalogue),
        sizes={name: _size(size) for name, size in sizes.items()},
        statements=has_statements(count),
        newest=files.FEED_MOST if count > files.FEED_MOST else 0,
    )
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
