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

Output = Callable[[Catalogue], Iterator[Page]]

FIRST: tuple[Output, ...] = (papers.pages,)
"""Others tell the sizes of sheets."""

OUTPUTS: tuple[Output, ...] = (
    innovations.lists,
    sources.pages,
    audiences.pages,
    needs.pages,
    contacts.pages,
    home.pages,
    files.pages,
    style.pages,
    security_txt.pages,
    sharing.pages,
)

LONG: tuple[Output, Output] = (search.pages, open_data.pages)
"""What takes longest, about the same time each; it comes last, so that a preview has shown all else by then."""


def shared(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every generated file of the portal but the pages of records."""
    for output in (*FIRST, *OUTPUTS, *LONG):
        yield from output(catalogue)


def everything(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every generated file of the portal; the pages of records come last."""
    yield from shared(catalogue)
    yield from innovations.pages(catalogue)
