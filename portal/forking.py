"""A second process, made by doubling this one: whether it may be made, what it costs, and work for two."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, TypeVar

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
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    slim()
    half = len(items) // 2
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        rest = pool.submit(work, items[half:])
        return [*work(items[:half]), *rest.result()]
