"""Examine many pieces, in two processes where that pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from portal.checks import Conditions
from portal.examining import MOST_PROBLEMS, Kind, examine
from portal.forking import follow, may_fork
from portal.kept import packed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH: Final = 400
"""From so many pieces on a second process, which takes some 20 ms to begin and hand over, saves time."""


BATCH: Final = 500
"""So many outcomes are handed over and written at a time."""


class Job(NamedTuple):
    """A piece to examine; `is_end` says that it is the last of its file."""

    raw: bytes
    is_end: bool


def examine_all(jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> Iterator[bytes]:
    """Yield the packed outcome of each piece, in order; fewer when there are endless errors: the rest is not examined.

    Raises UnicodeDecodeError when a piece is not UTF-8.
    """
    if len(jobs) < WORTH or not may_fork():
        yield from in_turn(jobs, kind, conditions)
        return
    half = len(jobs) // 2
    with helped(jobs[half:], kind, conditions) as helper:
        at = 0
        for value in in_turn(jobs[:half], kind, conditions):
            at += 1
            yield value
        if at < half:
            return
        try:
            while values := helper.recv():
                at += len(values)
                yield from values
        except (EOFError, OSError):
            # The helper met what is no UTF-8, or was killed, perhaps in the middle of a message.
            yield from in_turn(jobs[at:], kind, conditions)


@contextmanager
def helped(jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> Iterator[Connection]:
    """Have a second process examine pieces, and give the end of the pipe at which packed outcomes arrive."""
    from multiprocessing import get_context

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    helper = context.Process(target=help_out, args=(sender, jobs, kind, conditions), daemon=True)
    helper.start()
    sender.close()
    try:
        yield receiver
    finally:
        helper.terminate()
        helper.join()
        receiver.close()


def help_out(sender: Connection, jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> None:
    """Examine pieces in the second process and hand the packed outcomes over; nothing when one is not UTF-8."""
    follow()
    with suppress(UnicodeDecodeError):
        # The first process listens when it has done its own part.
        values = list(in_turn(jobs, kind, conditions))
        for begin in range(0, len(values), BATCH):
            sender.send(values[begin : begin + BATCH])
        sender.send([])


def in_turn(jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> Iterator[bytes]:
    """Yield packed outcomes one after the other, until there are too many errors."""
    errors = 0
    for raw, is_end in jobs:
        outcome = examine(raw, kind, conditions, is_end=is_end)
        yield packed(outcome)
        errors += sum(problem.is_error for problem in outcome.problems)
        if errors > MOST_PROBLEMS:
            return
