"""The page that lists every source of the portal and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `sumber.md`."""
    yield markdown(
        "sumber.md",
        Head("Sumber", "Dari mana isi portal ini berasal: semua sumber dengan tanggal dan halaman yang memakainya."),
        "sources.md.j2",
        catalogue=catalogue,
    )
