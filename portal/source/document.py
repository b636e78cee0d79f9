"""A file of the data as lines of text, which gives problems their place and their line."""

from __future__ import annotations

from dataclasses import dataclass

from portal.problems import Place, Problem
from portal.source.nodes import Span


@dataclass(frozen=True, slots=True)
class Document:
    """Lines (without their ends) of a file, under the path that people see; `before` counts lines left out above."""

    path: str
    lines: list[str]
    before: int = 0

    def problem(self, kind: str, span: Span, **params: str | int) -> Problem:
        """Return a problem at a span of this file."""
        place = Place(self.path, span.line, span.column, span.width)
        return Problem(kind, place, line_text=self.line(span.line), params=params)

    def at(self, kind: str, line: int, column: int = 1, width: int = 1, **params: str | int) -> Problem:
        """Return a problem at a line and column, both from 1."""
        return self.problem(kind, Span(line, column, line, column + width), **params)

    def line(self, number: int) -> str:
        """Return a line by its number from 1; nothing for a number outside the file."""
        index = number - 1 - self.before
        return self.lines[index] if 0 <= index < len(self.lines) else ""
