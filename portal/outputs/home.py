"""The first page: it leads to help by person and by situation within one tap."""

from __future__ import annotations

from collections.abc import Iterator

from portal.catalogue import Catalogue
from portal.outputs.page import FEED, Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `index.md`."""
    yield markdown(
        "index.md",
        Head(
            "Cari bantuan sosial di Jawa Timur",
            "Siapa yang perlu bantuan? Temukan inovasi layanan yang mungkin cocok.",
            "beranda",
            feed=FEED,
        ),
        "home.md.j2",
        catalogue=catalogue,
    )
