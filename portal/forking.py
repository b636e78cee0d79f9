"""Other processes that help this one: whether it may be doubled, what that costs, how helpers end, and work for two."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, Literal, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH: Final = 2000
"""From so many items on, of a twentieth of a millisecond each, a second process is worth its start."""


def may_fork() -> bool:
    """Tell whether this process can be doubled in safety: on Linux, while it has no other threads.

    Once the press has printed here it has threads that Python does not count; a fork that prints would wait for them
    for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1 and "typst" not in sys.modules


def slim() -> None:
    """Give memory that was freed back to the system (GNU's C library keeps it), and keep what is shared as it is.

    A process that is doubled is held twice as soon as either changes it, even by counting rubbish.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    gc.freeze()


def in_two(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Return what `work` makes of many items, in their order; a second process takes the second half."""
    if len(items) < WORTH or not may_fork():
        return work(items)
    slim()
    half = len(items) // 2
    with helpers(1, "fork") as pool:
        rest = pool.submit(work, items[half:])
        return [*work(items[:half]), *rest.result()]


class HelperError(Exception):
    """A helper was ended by the system; `str` says it to staff."""

    def __str__(self) -> str:
        return "Proses pembantu berhenti sendiri, mungkin karena memori komputer habis. Jalankan lagi."


@contextmanager
def helpers(
    count: int, way: Literal["fork", "spawn"], begin: Callable[..., object] = int, *given: object
) -> Iterator[ProcessPoolExecutor]:
    """Give so many processes, doubled from this one or new, each of which calls `begin` with what is `given` first.

    They are idle when the block ends, and end themselves when this process does. Raises `HelperError`.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        with ProcessPoolExecutor(count, get_context(way), _begin, (begin, given)) as pool:
            try:
                yield pool
            finally:
                pool.shutdown(cancel_futures=True)  # helpers may write into folders that go next
    except BrokenProcessPool as error:
        raise HelperError from error


def _begin(begin: Callable[..., object], given: Sequence[object]) -> None:
    follow()
    begin(*given)


def follow() -> None:
    """Have this process, a helper, end when the one that made it does, however that ends.

    What both hold would stay taken: a lock on a folder, a port. A terminal interrupts both; the first ends this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
