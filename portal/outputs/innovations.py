"""One page per innovation, the catalogue of all, and the list from A to Z."""

from __future__ import annotations

from collections.abc import Iterator

from portal import catalogue as records
from portal import look
from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `inovasi/<id>.md` for each record, `inovasi/index.md` and `abjad.md`."""
    for innovation in catalogue.innovations:
        yield _innovation(catalogue, innovation)
    count = len(catalogue.innovations)
    yield markdown(
        "inovasi/index.md",
        Head("Semua inovasi", f"Daftar {count} inovasi layanan Dinas Sosial Provinsi Jawa Timur dan untuk siapa."),
        "catalogue.md.j2",
        catalogue=catalogue,
    )
    yield markdown(
        "abjad.md",
        Head("Daftar A sampai Z", f"{count} inovasi layanan sosial Jawa Timur menurut abjad."),
        "alphabet.md.j2",
        catalogue=catalogue,
    )


def _innovation(catalogue: Catalogue, innovation: Innovation) -> Page:
    palette = look.palette(innovation.sasaran[0])
    return markdown(
        f"inovasi/{innovation.id}.md",
        Head(innovation.nama, innovation.ringkasan, f"inovasi warna-{palette.name}"),
        "innovation.md.j2",
        catalogue=catalogue,
        innovation=innovation,
        records=records,
        address=f"{catalogue.settings.alamat}inovasi/{innovation.id}/",
    )
