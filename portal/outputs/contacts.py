"""The page of help numbers, offices and complaint channels."""

from __future__ import annotations

from collections.abc import Iterator

from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `kontak.md`."""
    yield markdown(
        "kontak.md",
        Head("Kontak dan nomor darurat", "Nomor darurat, telepon bantuan, alamat Dinas Sosial, dan tempat mengadu."),
        "contacts.md.j2",
        catalogue=catalogue,
    )
