"""One page per innovation, the catalogue of all, and the list from A to Z."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal import catalogue as records
from portal import look
from portal.catalogue import Catalogue
from portal.choices import ContactKind
from portal.model import Innovation
from portal.outputs import long_lists
from portal.outputs.page import Head, Page, markdown
from portal.outputs.papers import Paper, papers_of
from portal.outputs.sharing import name_of


def lists(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `inovasi/index.md`, `abjad.md` and `saring.md`, and in a long portal the series that they lead to."""
    if catalogue.is_long:
        yield from long_lists.pages(catalogue)
        return
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
    yield markdown("saring.md", long_lists.FILTERS, "facets.md.j2", catalogue=catalogue)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the page of each record."""
    return (page(catalogue, innovation) for innovation in catalogue.innovations)


def path(innovation: Innovation) -> str:
    """Return where the page of a record stands below `docs/`."""
    return f"inovasi/{innovation.id}.md"


def page(catalogue: Catalogue, innovation: Innovation, papers: Sequence[Paper] | None = None) -> Page:
    """Return the page of one record, at `path`, with these sheets; by default its own, printed if need be."""
    address = catalogue.address_of(innovation)
    classes = f"inovasi warna-{look.palette(innovation.sasaran[0]).name}"
    return markdown(
        path(innovation),
        Head(
            innovation.nama,
            innovation.ringkasan,
            classes,
            _service(catalogue, innovation, address),
            name_of(catalogue, innovation),
        ),
        "innovation.md.j2",
        key=innovation.id,
        catalogue=catalogue,
        innovation=innovation,
        records=records,
        papers=papers_of(catalogue, innovation) if papers is None else papers,
        address=address,
    )


def _service(catalogue: Catalogue, innovation: Innovation, address: str) -> dict[str, object]:
    """Describe an innovation as a schema.org GovernmentService; only what the record says.

    Its channels are offices alone: a number for emergencies, help or complaints does not give the service.
    """
    agency = catalogue.agency
    offices = [one for one in catalogue.contacts_of(innovation) if one.jenis is ContactKind.INSTANSI]
    phones = [one.telepon for one in offices if one.telepon]
    described = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": innovation.nama,
        "alternateName": innovation.kepanjangan,
        "description": innovation.ringkasan,
        "url": address,
        "serviceOperator": {"@type": "GovernmentOrganization", "name": agency.nama, "url": agency.situs},
        "audience": [{"@type": "Audience", "audienceType": one.label} for one in innovation.sasaran],
        "availableChannel": [
            {"@type": "ServiceChannel", "servicePhone": {"@type": "ContactPoint", "telephone": phone}}
            for phone in phones
        ],
        "award": [f"{award.nama} ({award.tahun})" for award in innovation.penghargaan],
    }
    return {name: value for name, value in described.items() if value}
