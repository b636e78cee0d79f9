"""What the portal makes from the catalogue: one module per output, one signature, one list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from portal.catalogue import Catalogue
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


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every generated file of the portal but the pages of records (`innovations.pages`)."""
    for output in OUTPUTS:
        yield from output(catalogue)
