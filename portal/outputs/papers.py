"""Paper: the sheets of every innovation, the booklet, palm cards and the poster, and the page that offers them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from portal import look
from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.outputs.page import Head, Page, markdown
from portal.papers import marks, previews, printing, products, store
from portal.papers.press import Duplex, Printed
from portal.papers.products import EDITIONS, Product
from portal.papers.wanted import EVERY, Papers
from portal.progress import progress


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as a page offers it; paths are below `docs/`, `kilobytes` are thousands of bytes."""

    title: str
    path: str
    sheets: int
    kilobytes: int
    preview: str = ""


def papers_of(catalogue: Catalogue, innovation: Innovation) -> tuple[Paper, ...]:
    """Return the sheets of one innovation, in the order of `EDITIONS`: none unless the portal has all papers.

    Prints what the store does not hold.
    """
    if catalogue.papers is not Papers.ALL:
        return ()
    made = zip(EDITIONS, products.editions(catalogue, innovation), strict=True)
    return tuple(
        _paper(product, product.printed(), f"cetak/{innovation.id}-{edition.name}.svg") for edition, product in made
    )


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the PDFs and pictures below `cetak/`, and `cetak/index.md`."""
    shared = []
    used = set()
    room = printing.MANY if len(catalogue.innovations) <= products.VOLUME else 0
    with progress("Mencetak lembar", products.count(catalogue)) as tell:
        for product, made in printing.run(products.products(catalogue), tell, room):
            used |= {product.key, *(leaflet.key for leaflet in product.leaflets)}
            if "sheet" not in product.data:
                shared.append(_paper(product, made))
            yield Page(f"cetak/{product.name}", made.content)
    if used:
        store.tidy(used)
    yield from _pictures(catalogue)
    yield _index(catalogue, shared)


def _pictures(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the codes that end a printed web page, and small pictures of the sheets."""
    for innovation in catalogue.innovations if catalogue.papers else ():
        yield Page(f"cetak/{innovation.id}-qr.svg", marks.picture(catalogue.address_of(innovation)).encode())
        palette = look.palette(innovation.sasaran[0])
        for edition in EDITIONS if catalogue.papers is Papers.ALL else ():
            picture = previews.preview(edition.name, innovation.id, palette)
            yield Page(f"cetak/{innovation.id}-{edition.name}.svg", picture.encode())


def _index(catalogue: Catalogue, shared: list[Paper]) -> Page:
    # A longer list leads to the innovations' own pages.
    listed = catalogue.innovations if len(catalogue.innovations) <= EVERY else ()
    return markdown(
        "cetak/index.md",
        Head(
            "Cetak",
            "Buku, kartu saku, poster, dan selebaran tentang inovasi layanan sosial Jawa Timur."
            if catalogue.papers
            else "Cara mencetak halaman tentang inovasi layanan sosial Jawa Timur.",
        ),
        "papers.md.j2",
        catalogue=catalogue,
        shared=shared,
        sheets=catalogue.papers is Papers.ALL,
        listed=[(innovation, papers) for innovation in listed if (papers := papers_of(catalogue, innovation))],
    )


def _paper(product: Product, made: Printed, preview: str = "") -> Paper:
    """Two pages make a sheet where the product is meant to be printed on both sides."""
    sides = 1 if product.duplex is Duplex.NONE else 2
    sheets = ceil(made.pages / sides)
    return Paper(product.title, f"cetak/{product.name}", sheets, ceil(len(made.content) / 1000), preview)
