"""One page per need, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from portal import look
from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `kebutuhan/<id>.md` for each need, and `kebutuhan/index.md`."""
    yield markdown(
        "kebutuhan/index.md",
        Head("Kebutuhan", "Apa yang terjadi? Pilih keadaan yang paling mirip, lalu lihat bantuan yang mungkin cocok."),
        "needs.md.j2",
        catalogue=catalogue,
    )
    for need in catalogue.needs:
        yield markdown(
            f"kebutuhan/{need.id}.md",
            Head(
                need.nama,
                f"{need.penjelasan} Bantuan yang mungkin cocok di Jawa Timur.",
                f"warna-{look.palette(catalogue.chosen(need.inovasi)[0].sasaran[0]).name}",
            ),
            "need.md.j2",
            key=need.id,
            catalogue=catalogue,
            need=need,
            regions=catalogue.regions_of(need),
        )
