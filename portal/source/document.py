"""A file of the data as lines of text, which gives problems their place and their line."""

from __future__ import annotations

from dataclasses import dataclass

from portal.problems import Place, Problem
from portal.source.nodes import Span


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a file (without their ends) under the path that people see."""

    path: str
    lines: list[str]

    def problem(self, kind: str, span: Span, **params: str | int) -> Problem:
        """Return a problem at a span of this file."""
        place = Place(self.path, span.line, span.column, span.width)
        return Problem(kind, place, line_text=self.line(span.line), params=params)

    def at(self, kind: str, line: int, column: int = 1, width: int = 1, **params: str | int) -> Problem:
        """Return a problem at a line and column, both from 1."""
        return self.problem(kind, Span(line, column, line, column + width), **params)

    def line(self, number: int) -> str:
        """Return a line by its number from 1; nothing for a number outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
