"""The pages of a long list, and the ways from each to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal import paging
from portal.outputs.page import Head, Page, markdown
from portal.paging import Entry, Part, Series, Spot, parts
from portal.words import number


@dataclass(frozen=True, slots=True)
class Listing:
    """What the pages of a list have in common: the head of the first, and the page that leads to them.

    `back` is the path of that page below `docs/`, `back_label` its name.
    """

    head: Head
    back: str
    back_label: str


def series(folder: str, name: str) -> Series:
    """Return the series whose first page has the name of the list."""
    return Series(Spot(folder, name), Spot(folder, f"{name}-"))


def head(first: Head, part: Part[Entry]) -> Head:
    """Return the head of one page of a list, from the head of the first."""
    if part.number == 1:
        return first
    told = f"alaman {number(part.number)} dari {number(part.count)}"
    return replace(first, title=f"{first.title}, h{told}", description=f"{first.description} H{told}.")


def page_of(listing: Listing, part: Part[Entry], template: str) -> Page:
    """Return one page of a list, by a template that shows its entries."""
    return markdown(
        part.spot.path,
        head(listing.head, part),
        template,
        key=part.spot.name,
        listing=listing,
        page=part,
    )


def pages_of(listing: Listing, where: Series, entries: Sequence[Entry], template: str) -> Iterator[Page]:
    """Yield the pages of a list, in a portal that is too long for one page."""
    for part in parts(entries, where, paging.SIZE):
        yield page_of(listing, part, template)
