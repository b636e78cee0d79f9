"""All files of a site, made by two processes when there are many."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from typing import Final

from portal import outputs
from portal.catalogue import Catalogue
from portal.forking import helpers, may_fork, slim
from portal.opendata import export
from portal.opendata.export import Grown, Portion
from portal.outputs import Output, innovations, open_data
from portal.outputs.page import Page
from portal.progress import progress
from portal.shells.assembly import SAMPLE, Assembly
from portal.writing import Desk, Taken

MANY: Final = 10
"""From so many records on a second process is worth its start."""

_BATCH: Final = 50  # records whose pages a process is given at once

Some = Callable[[Catalogue], Iterable[Page | Portion]]
"""What makes some of the files."""

Made = list[tuple[Taken, Page | None] | Portion]


def files(catalogue: Catalogue, assembly: Assembly, desk: Desk) -> Iterator[Taken]:
    """Make every file of the portal: lay it on the desk, and give it to the assembly."""
    count = len(catalogue.innovations)
    grown = Grown(assembly.aside)
    maker = _Maker(catalogue, assembly, desk, grown)
    for output in outputs.FIRST:
        yield from maker.make(output)
    is_helped = count >= MANY and may_fork()  # asked when the sheets are printed
    # The helper begins at the front: with the pictures, since whoever has drawn one must not be doubled, then with the
    # search. This process begins at the back: with the spreadsheet, which takes as long in one piece.
    work: list[Some] = [
        *(partial(_slimmed, output) for output in outputs.FILES),
        *open_data.shares(catalogue),
        export.sheet,
    ]
    ahead: list[Some] = [*outputs.PAGES, partial(_pages, 0, SAMPLE)]
    with (
        progress("Menyusun daftar", len(ahead) + len(work)) as tell,
        maker.helped(work, tell, is_helped=is_helped) as made,
    ):
        for some in ahead:
            yield from maker.make(some)
            tell(1)
        with assembly.asking(open_data.overview(catalogue)):
            yield from made
    rest = (partial(_pages, start, start + _BATCH) for start in range(SAMPLE, count, _BATCH))
    work = [partial(open_data.whole, grown), *rest]
    with (
        progress("Menyusun halaman", len(work)) as tell,
        maker.helped(work, tell, is_helped=is_helped) as made,
    ):
        yield from made


def _slimmed(output: Output, catalogue: Catalogue) -> Iterator[Page]:
    """Yield files, and give back what they needed: that of the search is more than all else in its process."""
    yield from output(catalogue)
    slim()


def _pages(start: int, stop: int, catalogue: Catalogue) -> Iterator[Page]:
    return (innovations.page(catalogue, record) for record in catalogue.innovations[start:stop])


class _Maker:
    def __init__(self, catalogue: Catalogue, assembly: Assembly, desk: Desk, grown: Grown) -> None:
        self._catalogue = catalogue
        self._assembly = assembly
        self._desk = desk
        self._grown = grown

    def make(self, some: Some) -> Iterator[Taken]:
        """Make some of the files in this process."""
        for made in some(self._catalogue):
            if isinstance(made, Portion):
                self._grown.add(made)
            else:
                self._assembly.add(made)
                yield self._desk.take(made)

    @contextmanager
    def helped(
        self, work: Sequence[Some], tell: Callable[[int], None], *, is_helped: bool
    ) -> Iterator[Iterator[Taken]]:
        """Give files that are made when they are asked for; a second process begins at their front meanwhile.

        This one makes them from the back. `tell` hears of each piece of work that is done.
        """
        if not is_helped or not work:
            yield self._meet(deque(), work, tell)
            return
        slim()
        # A forked process has the catalogue and the shapes already; nothing is sent to it but numbers.
        with helpers(1, "fork", _begin, self, work) as pool:
            begun = deque(pool.submit(_finish, number) for number in range(len(work)))
            yield self._meet(begun, work, tell)

    def _meet(self, begun: deque[Future[Made]], work: Sequence[Some], tell: Callable[[int], None]) -> Iterator[Taken]:
        """Make from the back what the helper has not begun, and take what it made as soon as it is there."""
        is_alone = not begun
        for some in reversed(work):
            if not is_alone:
                if not begun or not begun[-1].cancel():
                    break
                begun.pop()
            yield from self.make(some)
            tell(1)
            while begun and begun[0].done():
                yield from self._take(begun.popleft().result())
                tell(1)
        while begun:
            yield from self._take(begun.popleft().result())
            tell(1)

    def _take(self, result: Made) -> Iterator[Taken]:
        """Take what the helper made."""
        for made in result:
            if isinstance(made, Portion):
                self._grown.add(made)
                continue
            taken, left = made
            if left is None:
                self._assembly.told(taken.path)
            else:
                self._assembly.add(left)
            yield taken

    def finish(self, some: Some) -> Made:
        """Make some of the files in the helper; return what became of each, with the pages that it could not put."""
        return [made if isinstance(made, Portion) else self._laid(made) for made in some(self._catalogue)]

    def _laid(self, page: Page) -> tuple[Taken, Page | None]:
        return self._desk.take(page), page if self._assembly.put(page) else None


class _Here:
    """What the helper works with."""

    maker: _Maker
    work: Sequence[Some]


def _begin(maker: _Maker, work: Sequence[Some]) -> None:
    _Here.maker, _Here.work = maker, work
    gc.disable()


def _finish(number: int) -> Made:
    return _Here.maker.finish(_Here.work[number])
