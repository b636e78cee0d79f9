"""The page that lists every source of the portal and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `sumber.md`."""
    yield markdown(
        "sumber.md",
        Head("Sumber", "Semua sumber isi portal ini, dengan tanggalnya."),
        "sources.md.j2",
        catalogue=catalogue,
    )
