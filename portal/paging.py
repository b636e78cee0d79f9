"""Long lists as a series of pages: where each page stands, what is on it, and the ways to the others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

SIZE: Final = 100
"""So many entries are on one page at most. A stock of no more innovations has no series: every list is one page."""

_STEP: Final = 10  # one row of page numbers counts in ones, the next in tens, and so on

Entry = TypeVar("Entry")


class Spot(NamedTuple):
    """Where a page stands: its folder below `docs/`, empty or with a slash at the end, and its name without `.md`."""

    folder: str
    name: str

    @property
    def path(self) -> str:
        """The path of the page below `docs/`."""
        return f"{self.folder}{self.name}.md"


class Series(NamedTuple):
    """Where the pages of a list stand: the first at `first`, the others at `rest` with their number behind it.

    So a page keeps its address while the list grows.
    """

    first: Spot
    rest: Spot

    def spot(self, number: int) -> Spot:
        """Return where a page stands; the first has the number 1."""
        return self.first if number == 1 else Spot(self.rest.folder, f"{self.rest.name}{number}")


@dataclass(frozen=True, slots=True)
class Part(Generic[Entry]):
    """One page of a series: its `number` (from 1) of `count`, and its entries.

    The first of them has the number `begin` (from 1) of `total`.
    """

    series: Series
    number: int
    count: int
    entries: Sequence[Entry]
    begin: int
    total: int

    @property
    def end(self) -> int:
        """The number of the page's last entry."""
        return self.begin + len(self.entries) - 1

    @property
    def spot(self) -> Spot:
        """Where the page stands."""
        return self.series.spot(self.number)

    @property
    def up(self) -> str:
        """The way from the page's folder back to `docs/`."""
        return "../" * self.spot.folder.count("/")

    def shown(self) -> list[int]:
        """Return the numbers of the pages to link to: few, and from page to page they lead to any.

        They are the first and the last page, those of the same ten, the tens of the same hundred, and so on. One more
        click for each digit of a number is enough.
        """
        found = {1, self.count}
        step = 1
        while step < self.count:
            begin = self.number // (step * _STEP) * step * _STEP
            found.update(range(begin, begin + step * _STEP, step))
            step *= _STEP
        return sorted(number for number in found if 1 <= number <= self.count)


def size(stock: int) -> int:
    """Return how many entries a page holds in a portal with so many innovations."""
    return SIZE if stock > SIZE else sys.maxsize


def parts(entries: Sequence[Entry], series: Series, size: int) -> Iterator[Part[Entry]]:
    """Yield the pages of a list, at most `size` entries on each; a list without entries has one page."""
    total = len(entries)
    count = max(1, -(-total // size))
    for number in range(1, count + 1):
        begin = (number - 1) * size
        yield Part(series, number, count, entries[begin : begin + size], begin + 1, total)
