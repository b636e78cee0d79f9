"""Examine many pieces, in two processes where that pays."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from portal.checks import Conditions
from portal.examining import MOST_PROBLEMS, Kind, Outcome, examine
from portal.kept import packed, unpacked

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH: Final = 400
"""From so many pieces on a second process, which takes some 20 ms to begin and hand over, saves time."""


class Job(NamedTuple):
    """A piece to examine; `is_end` says that it is the last of its file."""

    raw: bytes
    is_end: bool


class Done(NamedTuple):
    """An outcome, also packed."""

    outcome: Outcome
    value: bytes


def examine_all(jobs: Sequence[Job], kind: Kind, conditions: Conditions, *, most: int = 2) -> list[Done]:
    """Return the outcome of each piece, in order; fewer when there are endless errors: the rest is not examined.

    `most` is how many processes may work. Raises UnicodeDecodeError when a piece is not UTF-8.
    """
    if len(jobs) < WORTH or most == 1 or not may_fork():
        return list(in_turn(jobs, kind, conditions))
    from multiprocessing import get_context

    context = get_context("fork")
    half = len(jobs) // 2
    receiver, sender = context.Pipe(duplex=False)
    helper = context.Process(target=help_out, args=(sender, jobs[half:], kind, conditions), daemon=True)
    helper.start()
    sender.close()
    try:
        first = list(in_turn(jobs[:half], kind, conditions))
        if len(first) < half:
            return first
        return first + [Done(unpacked(value), value) for value in receiver.recv()]
    except EOFError:
        # The helper met what is no UTF-8, or was killed.
        return first + list(in_turn(jobs[half:], kind, conditions))
    finally:
        helper.terminate()
        helper.join()
        receiver.close()


def may_fork() -> bool:
    """Tell whether this process can be doubled in safety: on Linux, while it has no other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def help_out(sender: Connection, jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> None:
    """Examine pieces in the second process and hand the packed outcomes over; nothing when one is not UTF-8."""
    try:
        sender.send([done.value for done in in_turn(jobs, kind, conditions)])
    except (UnicodeDecodeError, OSError):
        sender.close()


def in_turn(jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> Iterator[Done]:
    """Yield outcomes one after the other, until there are too many errors."""
    errors = 0
    for raw, is_end in jobs:
        outcome = examine(raw, kind, conditions, is_end=is_end)
        yield Done(outcome, packed(outcome))
        errors += sum(problem.is_error for problem in outcome.problems)
        if errors > MOST_PROBLEMS:
            return
