"""A bar on the terminal for work that takes longer than a second; nothing in a pipe, nothing for short work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Final

PATIENCE: Final = 1.0
"""Seconds before the bar appears."""

_STEPS: Final = 200
"""The bar is drawn at most so often."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Give a function to call with the number of steps just done, of `total`. The bar stands on standard error."""
    begun = monotonic()
    draw: Callable[[int], None] | None = None
    waiting = 0

    def show(count: int) -> None:
        nonlocal draw, waiting
        waiting += count
        if draw is None and monotonic() - begun >= PATIENCE:
            import click

            seldom = max(1, total // _STEPS)
            bar = click.progressbar(length=total, label=label, file=sys.stderr, update_min_steps=seldom)
            draw = stack.enter_context(bar).update
        if draw is not None:
            draw(waiting)
            waiting = 0

    with ExitStack() as stack:
        yield show if sys.stderr.isatty() else lambda _: None
