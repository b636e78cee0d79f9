"""A valid record together with the place of each of its values: what a rule looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from portal.problems import Problem
from portal.source import Document, Fields, Items, Node, Scalar
from portal.source.nodes import Span

Record_co = TypeVar("Record_co", bound=BaseModel, covariant=True)
Step = str | int


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a record: the way to it, its value, its place."""

    path: tuple[Step, ...]
    value: str
    span: Span

    @property
    def field(self) -> str:
        """The name of the field that holds it."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class Subject(Generic[Record_co]):
    """A record, its node and file, the day of the check, and the folder of the pictures."""

    record: Record_co
    node: Fields
    document: Document
    today: date
    pictures: Path

    def problem(self, kind: str, *path: Step, **params: str | int) -> Problem:
        """Return a problem at the value that a path of names and indexes leads to."""
        return self.document.problem(kind, self.span(*path), **params)

    def at_key(self, kind: str, name: str, **params: str | int) -> Problem:
        """Return a problem at the name of one of the record's own fields."""
        return self.document.problem(kind, key_span(self.node, name), **params)

    def within(self, kind: str, text: Text, part: str, **params: str | int) -> Problem:
        """Return a problem at a part of a text, as long as it stands on one line as typed."""
        for number in range(text.span.line, text.span.end_line + 1):
            line = self.document.line(number)
            begin = text.span.column - 1 if number == text.span.line else 0
            column = line.find(part, begin)
            if column >= 0:
                return self.document.at(kind, number, column + 1, len(part), **params)
        return self.document.problem(kind, text.span, **params)

    def span(self, *path: Step) -> Span:
        """Return the place of a value, or of the nearest thing around it that stands in the file."""
        node: Node = self.node
        for step in path:
            if isinstance(node, Fields) and isinstance(step, str):
                value = next((v for k, v in node.pairs if isinstance(k, Scalar) and k.text == step), None)
                if value is None:
                    return node.pairs[0][0].span
                node = value
            elif isinstance(node, Items) and isinstance(step, int):
                node = node.nodes[step]
        return node.span

    def texts(self) -> Iterator[Text]:
        """Yield every text of the record, in the order of the file."""
        return texts_in(self.node, ())


def key_span(node: Fields, name: str) -> Span:
    """Return the place of a key."""
    return next((k.span for k, _ in node.pairs if isinstance(k, Scalar) and k.text == name), node.span)


def texts_in(node: Node, path: tuple[Step, ...]) -> Iterator[Text]:
    """Yield the texts in and below a node."""
    if isinstance(node, Scalar):
        if node.text:
            yield Text(path, node.text, node.span)
    elif isinstance(node, Items):
        for index, item in enumerate(node.nodes):
            yield from texts_in(item, (*path, index))
    else:
        for key, value in node.pairs:
            name = key.text if isinstance(key, Scalar) else None
            yield from texts_in(value, (*path, name or ""))
