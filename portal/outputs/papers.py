"""Paper: the sheets of every innovation, the booklet, palm cards and the poster, and the page that offers them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from portal import look
from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.outputs.page import Head, Page, markdown
from portal.papers import content, marks, previews, printing, products, store
from portal.papers.press import Duplex
from portal.papers.products import EDITIONS, Product

LISTED: Final = 250
"""The page of all papers lists the sheets of each innovation up to this many; beyond, it leads to their own pages."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as a page offers it; paths are below `docs/`, `kilobytes` are thousands of bytes."""

    title: str
    path: str
    sheets: int
    kilobytes: int
    preview: str = ""


def papers_of(catalogue: Catalogue, innovation: Innovation) -> tuple[Paper, ...]:
    """Return the sheets of one innovation, in the order of `EDITIONS`. Prints what the store does not hold."""
    made = zip(EDITIONS, products.editions(catalogue, innovation), strict=True)
    return tuple(
        _paper(edition.title, product, f"cetak/{innovation.id}-{edition.name}.svg") for edition, product in made
    )


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the PDFs and pictures below `cetak/`, and `cetak/index.md`."""
    used = set()
    for product, made in printing.run(products.products(catalogue)):
        used.add(product.key)
        yield Page(f"cetak/{product.name}", made.content)
    store.tidy(used)
    for innovation in catalogue.innovations:
        yield Page(f"cetak/{innovation.id}-qr.svg", marks.picture(content.address_of(catalogue, innovation)).encode())
        palette = look.palette(innovation.sasaran[0])
        for edition in EDITIONS:
            picture = previews.preview(edition.name, innovation.id, palette)
            yield Page(f"cetak/{innovation.id}-{edition.name}.svg", picture.encode())
    yield _index(catalogue)


def _index(catalogue: Catalogue) -> Page:
    listed = catalogue.innovations if len(catalogue.innovations) <= LISTED else ()
    shared: list[Paper] = []
    if catalogue.innovations:
        volumes = products.booklets(catalogue)
        shared += [_paper(_volume(number, len(volumes)), volume) for number, volume in enumerate(volumes, 1)]
        shared.append(_paper("Kartu saku A4, 10 kartu per lembar", products.cards(catalogue)))
    if catalogue.needs:
        shared.append(_paper("Poster A3", products.poster(catalogue)))
    return markdown(
        "cetak/index.md",
        Head(
            "Cetak", "Selebaran, huruf besar, buku, kartu saku, dan poster tentang inovasi layanan sosial Jawa Timur."
        ),
        "papers.md.j2",
        catalogue=catalogue,
        shared=shared,
        listed=[(innovation, papers_of(catalogue, innovation)) for innovation in listed],
    )


def _volume(number: int, count: int) -> str:
    return "Buku semua inovasi" if count == 1 else f"Buku semua inovasi, jilid {number} dari {count}"


def _paper(title: str, product: Product, preview: str = "") -> Paper:
    """Two pages make a sheet where the product is meant to be printed on both sides."""
    made = product.printed()
    sides = 1 if product.duplex is Duplex.NONE else 2
    return Paper(title, f"cetak/{product.name}", ceil(made.pages / sides), ceil(len(made.content) / 1000), preview)
