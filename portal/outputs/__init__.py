"""What the portal makes from the catalogue: one module per output, one signature, one list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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

FIRST: tuple[Output, ...] = (style.pages, papers.pages)
"""Others refer to the style by its bytes, and tell the sizes of sheets."""

PAGES: tuple[Output, ...] = (
    home.pages,
    innovations.lists,
    sources.pages,
    audiences.pages,
    needs.pages,
    contacts.pages,
    open_data.data_dictionary,
)
"""Pages that an engine makes, the records' own and `open_data.overview` left out."""

FILES: tuple[Output, ...] = (sharing.pages, search.pages, open_data.described, files.pages, security_txt.pages)
"""Files that are as they are, the open data of records left out."""


def all_of(some: Iterable[Output], catalogue: Catalogue) -> Iterator[Page]:
    """Yield what these make, one after the other."""
    for output in some:
        yield from output(catalogue)


def everything(catalogue: Catalogue) -> Iterator[Page]:
    """Yield every generated file of the portal; the pages of records come last."""
    return all_of((*FIRST, *PAGES, *FILES, open_data.pages, innovations.pages), catalogue)
