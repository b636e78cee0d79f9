"""The pages of each audience, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from portal import look, paging, words
from portal.catalogue import Catalogue
from portal.choices import Audience
from portal.outputs.page import Head, Page, markdown
from portal.outputs.series import Listing, page_of, series
from portal.paging import Series


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `untuk/<audience>.md` for each audience that has innovations, and `untuk/index.md`.

    In a long portal `untuk/<audience>-<n>.md` go on with the list.
    """
    yield markdown(
        "untuk/index.md",
        Head("Untuk siapa?", "Pilih siapa yang perlu bantuan, lalu lihat inovasi yang mungkin cocok."),
        "audiences.md.j2",
        catalogue=catalogue,
    )
    for audience, innovations in catalogue.by_audience.items():
        listing = Listing(_head(audience), "untuk/index.md", "Untuk siapa?")
        first, *others = paging.parts(innovations, where(audience), paging.size(len(catalogue.innovations)))
        yield markdown(
            first.spot.path,
            listing.head,
            "audience.md.j2",
            key=first.spot.name,
            audience=audience,
            page=first,
            needs=catalogue.needs_of(audience),
        )
        for part in others:
            yield page_of(listing, part, "cards.md.j2")


def where(audience: Audience) -> Series:
    """Return where the pages of an audience stand."""
    return series("untuk/", audience.value)


def _head(audience: Audience) -> Head:
    label = words.inside(audience.label)
    return Head(
        f"Untuk {label}",
        f"Inovasi layanan sosial Jawa Timur yang mungkin cocok untuk {label}.",
        f"warna-{look.palette(audience).name}",
    )
