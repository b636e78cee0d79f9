"""Pages of records, made by two processes when there are many."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from typing import Final

from portal.catalogue import Catalogue
from portal.forking import may_fork
from portal.model import Innovation
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.shells.assembly import Assembly

_FIRST: Final = 200
"""Records whose pages are made before the others, so that the processes know nearly all shapes."""

MANY: Final = 1000
"""From so many records on a second process is worth its start."""

_BATCH: Final = 50  # records that a process is given at once
_AHEAD: Final = 6  # batches that may wait; more would fill the memory when the disk is slow


def record_pages(catalogue: Catalogue, assembly: Assembly) -> Iterator[Page]:
    """Yield the page of every record, in order; each must be added to the assembly before the next is asked for."""
    if len(catalogue.innovations) < MANY or not may_fork():
        yield from innovations.pages(catalogue)
        return
    for record in catalogue.innovations[:_FIRST]:
        yield innovations.page(catalogue, record)
    assembly.flush()
    yield from chain.from_iterable(_batches(catalogue, assembly))


def _batches(catalogue: Catalogue, assembly: Assembly) -> Iterator[list[Page]]:
    starts = iter(range(_FIRST, len(catalogue.innovations), _BATCH))
    gc.freeze()  # what the processes share stays shared
    # A forked process has the catalogue and the shapes already; nothing is sent to it but numbers.
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(2, fork, _begin, (catalogue, assembly)) as pool:
        waiting: deque[Future[list[Page]]] = deque()
        for start in starts:
            waiting.append(pool.submit(_make, start))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


class _Shared:
    """What a process works with."""

    catalogue: Catalogue
    assembly: Assembly


def _begin(catalogue: Catalogue, assembly: Assembly) -> None:
    _Shared.catalogue, _Shared.assembly = catalogue, assembly
    gc.disable()


def _make(start: int) -> list[Page]:
    records: Sequence[Innovation] = _Shared.catalogue.innovations[start : start + _BATCH]
    return [_Shared.assembly.finished(innovations.page(_Shared.catalogue, record)) for record in records]
