"""The valid records of one kind from all their files, and the place of a value when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from portal.checks.subject import Step, Subject
from portal.problems import Place, Problem

Record_co = TypeVar("Record_co", bound=BaseModel, covariant=True)


class Found(NamedTuple):
    """A record looked up again: itself in its piece, the file, and how many lines stand above the piece."""

    subject: Subject[BaseModel]
    path: str
    above: int


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Record_co]):
    """Records, and `find`, which looks one up by its number."""

    records: Sequence[Record_co]
    find: Callable[[int], Found]
    found: dict[int, Found] = field(default_factory=dict)

    def look(self, number: int) -> Found:
        """Return a record with its place; each is looked up once."""
        if number not in self.found:
            self.found[number] = self.find(number)
        return self.found[number]

    def place(self, number: int, *path: Step) -> Place:
        """Return the place of a value of a record."""
        subject, file, above = self.look(number)
        span = subject.span(*path)
        return Place(file, span.line + above, span.column, span.width)

    def problem(self, kind: str, number: int, *path: Step, **params: str | int) -> Problem:
        """Return a problem at a value of a record."""
        subject, file, above = self.look(number)
        found = subject.problem(kind, *path, **params)
        return found.placed(file, above).named(getattr(subject.record, "nama", ""))
