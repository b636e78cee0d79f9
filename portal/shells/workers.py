"""All files of a site, made by two processes when there are many."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import Final

from portal import outputs
from portal.catalogue import Catalogue
from portal.forking import may_fork
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.progress import progress
from portal.shells.assembly import Assembly
from portal.writing import Desk, Taken

_FIRST: Final = 200
"""Records whose pages are made before the others, so that the processes know nearly all shapes."""

MANY: Final = 10
"""From so many records on a second process is worth its start."""

_BATCH: Final = 50  # records that a process is given at once

Some = Callable[[Catalogue], Iterable[Page]]
"""What makes some of the files."""

Made = list[tuple[Taken, Page | None]]


def files(catalogue: Catalogue, assembly: Assembly, desk: Desk) -> Iterator[Taken]:
    """Make every file of the portal: lay it on the desk, and give it to the assembly."""
    maker = _Maker(catalogue, assembly, desk)
    count = len(catalogue.innovations)
    for output in outputs.FIRST:
        yield from maker.make(output)
    front, back = outputs.LONG
    if count < MANY or not may_fork():  # asked when the sheets are printed
        for output in (*outputs.OUTPUTS, *outputs.LONG, innovations.pages):
            yield from maker.make(output)
        return
    yield from maker.share("Menyusun daftar", (front, *outputs.OUTPUTS, back))
    yield from maker.make(partial(_pages, 0, _FIRST))
    assembly.ask_ahead(map(innovations.path, catalogue.innovations))
    rest = [partial(_pages, start, start + _BATCH) for start in range(_FIRST, count, _BATCH)]
    yield from maker.share("Menyusun halaman", rest)


def _pages(start: int, stop: int, catalogue: Catalogue) -> Iterator[Page]:
    return (innovations.page(catalogue, record) for record in catalogue.innovations[start:stop])


class _Maker:
    def __init__(self, catalogue: Catalogue, assembly: Assembly, desk: Desk) -> None:
        self._catalogue = catalogue
        self._assembly = assembly
        self._desk = desk

    def make(self, some: Some) -> Iterator[Taken]:
        """Make some of the files in this process."""
        for page in some(self._catalogue):
            self._assembly.add(page)
            yield self._desk.take(page)

    def share(self, label: str, work: Sequence[Some]) -> Iterator[Taken]:
        """Make files with the help of a second process, which begins at the front, while this one begins at the back.

        A bar shows how far they are.
        """
        gc.freeze()  # what the processes share stays shared
        # A forked process has the catalogue and the shapes already; nothing is sent to it but what to make.
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(1, fork, _begin, (self,)) as pool, progress(label, len(work)) as tell:
            helped = [pool.submit(_finish, some) for some in work]
            try:
                yield from self._meet(helped, work, tell)
            finally:
                pool.shutdown(cancel_futures=True)  # the helper writes into folders that go next

    def _meet(
        self, helped: Sequence[Future[Made]], work: Sequence[Some], tell: Callable[[int], None]
    ) -> Iterator[Taken]:
        """Make from the back what the helper has not begun, then take what it made."""
        front, back = 0, len(work)
        while back and helped[back - 1].cancel():
            back -= 1
            yield from self.make(work[back])
            before = front
            while front < back and helped[front].done():
                front += 1
            tell(1 + front - before)
        for number, one in enumerate(helped[:back]):
            for taken, left in one.result():
                if left is None:
                    self._assembly.told(taken.path)
                else:
                    self._assembly.add(left)
                yield taken
            tell(int(number >= front))

    def finish(self, some: Some) -> Made:
        """Make some of the files in the helper; return what became of each, with the pages that it could not put."""
        return [(self._desk.take(page), page if self._assembly.put(page) else None) for page in some(self._catalogue)]


class _Here:
    """What a process works with."""

    maker: _Maker


def _begin(maker: _Maker) -> None:
    _Here.maker = maker
    gc.disable()


def _finish(some: Some) -> Made:
    return _Here.maker.finish(some)
