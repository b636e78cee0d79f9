"""One page per audience, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from portal import look, words
from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `untuk/<audience>.md` for each audience that has innovations, and `untuk/index.md`."""
    yield markdown(
        "untuk/index.md",
        Head("Untuk siapa?", "Pilih siapa yang perlu bantuan, lalu lihat inovasi yang mungkin cocok."),
        "audiences.md.j2",
        catalogue=catalogue,
    )
    for audience, innovations in catalogue.by_audience.items():
        yield markdown(
            f"untuk/{audience.value}.md",
            Head(
                f"Untuk {words.inside(audience.label)}",
                f"Inovasi layanan sosial Jawa Timur yang mungkin cocok untuk {words.inside(audience.label)}.",
                f"warna-{look.palette(audience).name}",
            ),
            "audience.md.j2",
            catalogue=catalogue,
            audience=audience,
            innovations=innovations,
            needs=catalogue.needs_of(audience),
        )
