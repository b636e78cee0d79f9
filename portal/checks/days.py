"""How long the answer of a check holds: some rules look at the day, and a day later they may say something else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from pydantic import BaseModel

from portal.checks.content import STALE, newest
from portal.checks.subject import Subject
from portal.problems import Problem

OF_THE_DAY: Final = frozenset({"date_future", "stale"})
"""What is told today in other words than tomorrow, or not at all."""

LAST: Final = "9999-12-31"


def lasting(subject: Subject[BaseModel], problems: Iterable[Problem]) -> tuple[str, str]:
    """Return the first and the last day (`YYYY-MM-DD`) on which a check of the record finds just these problems."""
    today = subject.today.isoformat()
    if any(problem.kind in OF_THE_DAY for problem in problems):
        return today, today
    # On a day before the newest date of the record, that one would lie in the future.
    checked = getattr(subject.record, "diperiksa", None)
    return newest(subject), (date.fromisoformat(checked.tanggal) + STALE).isoformat() if checked else LAST
