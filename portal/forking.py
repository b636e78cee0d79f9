"""Whether a second process may be made by doubling this one, and work for two."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
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


def in_two(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """Return what `work` makes of many items, in their order; a second process takes the second half."""
    if len(items) < WORTH or not may_fork():
        return work(items)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    half = len(items) // 2
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        rest = pool.submit(work, items[half:])
        return [*work(items[:half]), *rest.result()]
