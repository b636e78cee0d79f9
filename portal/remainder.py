"""All of a preview but the page that is looked at: built by a process of its own, which works behind.

So that a saved file is answered at once: the search, the sheets and the press would hold the interpreter. The process
reads the data itself, which costs little since records are kept, gives up when something changes again, and ends when
the preview does.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final, NamedTuple

from portal import outputs
from portal.alone import alone
from portal.faults import FAULTS, said
from portal.followed import Folder, Followed, OutOfDateError, Portal
from portal.generation import DataError
from portal.model import Innovation
from portal.outputs import innovations, open_data
from portal.outputs.page import Page
from portal.shells.assembly import SAMPLE
from portal.writing import write

_FEW: Final = 20
"""So many pages of each kind come first: whoever waits sees a page before all lists of a country are there."""

_GRACE: Final = 1  # seconds in which the process may end by itself: between two pages it looks
_AT_ONCE: Final = 10  # seconds in which it tidies up when it has been told to stop where it is


class Order(NamedTuple):
    """What to build: the number of the build, the day, and whether nothing but data changed since the last order."""

    build: int
    today: date
    data_alone: bool


class Answer(NamedTuple):
    """What became of an order: addresses that changed, what to say, and what is wrong, in words.

    One that is not the `last` tells that lists and the like are there already.
    """

    build: int
    changed: frozenset[str]
    said: str = ""
    fault: str = ""
    last: bool = True


class Remainder:
    """Brings `docs/` and all pages of a preview in line with its data."""

    def __init__(self, portal: Portal, folder: Folder) -> None:
        self._followed = Followed(portal)
        self._folder = folder
        self._owed: set[str] = set()  # records whose pages are behind
        self._all_owed = True

    def answer(
        self, order: Order, tell: Callable[[Answer], None], is_over: Callable[[], bool] = lambda: False
    ) -> Answer | None:
        """Build; nothing when the order `is_over` before the end. `tell` is told what is there before that.

        Of data that are not right the preview tells.
        """
        try:
            done = self._build(order, tell, is_over)
        except OutOfDateError:
            return None
        except DataError:
            return Answer(order.build, self._folder.changes())
        except FAULTS as error:
            return Answer(order.build, self._folder.changes(), fault=said(error))
        return Answer(order.build, self._folder.changes(), done)

    def _build(self, order: Order, tell: Callable[[Answer], None], is_over: Callable[[], bool]) -> str:
        owed, stay = self._behind(order)
        catalogue = self._followed.catalogue
        assembly = self._followed.assembly(partial(self._folder.put, order.build), known=stay)
        if self._all_owed:
            assembly.lay()

        def made(pages: Iterable[Page]) -> Iterator[Page]:
            for page in pages:
                if is_over():
                    raise OutOfDateError
                assembly.add(page)
                yield page

        def pages() -> Iterator[Page]:
            yield from made(outputs.all_of(outputs.FIRST, catalogue))
            lists = [output(catalogue) for output in outputs.PAGES]
            records = (innovations.page(catalogue, one) for one in owed)
            yield from made(chain(*(islice(some, _FEW) for some in lists), islice(records, SAMPLE)))
            with assembly.asking(open_data.overview(catalogue)):
                pass
            behind = outputs.all_of((*outputs.FILES, open_data.pages), catalogue)
            for some in (chain(*lists), chain(behind, records)):
                tell(Answer(order.build, self._folder.changes(), last=False))
                yield from made(some)
                assembly.flush()

        docs = self._followed.job().docs
        with alone(docs):  # as a build does that may run beside
            changes = write(pages(), docs, stay)
        assembly.settle()
        self._owed, self._all_owed = set(), False
        if not changes.written and not changes.removed:
            return ""
        return f"{len(changes.written)} berkas diperbarui, {len(changes.removed)} dihapus."

    def _behind(self, order: Order) -> tuple[Sequence[Innovation], set[str]]:
        """Read what changed; return the records whose pages are behind, and where the pages stand that are right."""
        touched = self._followed.read(order.today, data_alone=order.data_alone)
        self._all_owed |= touched is None
        self._owed.update(touched or ())
        catalogue = self._followed.catalogue
        if self._all_owed:
            return catalogue.innovations, set()
        owed = catalogue.chosen(sorted(self._owed))
        return owed, set(map(innovations.path, catalogue.innovations)) - set(map(innovations.path, owed))


@contextmanager
def process(portal: Portal, folder: Folder) -> Iterator[Connection]:
    """Start the process, and give the connection that takes `Order`s and gives `Answer`s; it ends with the block."""
    # A fork would inherit the press without its threads, and wait for them for ever.
    context = get_context("spawn")
    here, there = context.Pipe()
    helper = context.Process(target=work, args=(there, portal, folder))
    # Ctrl+C reaches all processes of a terminal; this one is told to end.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        helper.start()
    finally:
        signal.signal(signal.SIGINT, before)
    there.close()
    try:
        yield here
    finally:
        with suppress(OSError):
            here.send(None)
        helper.join(_GRACE)
        if helper.is_alive():
            helper.terminate()
            helper.join(_AT_ONCE)
        if helper.is_alive():
            helper.kill()
            helper.join()


def work(connection: Connection, portal: Portal, folder: Folder) -> None:
    """Take orders, the newest of them, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # folders that are in use are removed
    if hasattr(os, "nice"):
        os.nice(5)  # the page comes first
    remainder = Remainder(portal, folder)
    with suppress(EOFError, OSError):  # the preview was killed
        while order := _newest(connection):
            if answer := remainder.answer(order, connection.send, connection.poll):
                connection.send(answer)


def _newest(connection: Connection) -> Order | None:
    order: Order | None = connection.recv()
    while order and connection.poll():
        newer: Order | None = connection.recv()
        order = newer and newer._replace(data_alone=newer.data_alone and order.data_alone)
    return order
