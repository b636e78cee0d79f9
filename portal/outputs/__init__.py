"""What the portal makes from the catalogue: one module per output, one signature, one list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.outputs import (
    audiences,
    contacts,
    files,
    home,
    innovations,
    needs,
    open_data,
    papers,
    search,
    security_txt,
    sharing,
    sources,
    style,
)
from portal.outputs.page import Page

OUTPUTS: tuple[Callable[[Catalogue], Iterator[Page]], ...] = (
    style.pages,
    papers.pages,  # before pages that tell the sizes of sheets
    home.pages,
    innovations.lists,
    audiences.pages,
    needs.pages,
    contacts.pages,
    sources.pages,
    files.pages,
    search.pages,
    open_data.pages,
    security_txt.pages,
    sharing.pages,
)


def pages(catalogue: Catalogue, records: Iterable[Innovation] | None = None) -> Iterator[Page]:
    """Yield every generated file of the portal; the pages of all records, or of these `records`, come last."""
    for output in OUTPUTS:
        yield from output(catalogue)
    for record in catalogue.innovations if records is None else records:
        yield innovations.page(catalogue, record)
