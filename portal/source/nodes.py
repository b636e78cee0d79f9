"""What a piece of YAML becomes: texts, lists and fields, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """From here to there; lines and columns count from 1, the end column is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def width(self) -> int:
        """How many characters to mark on the first line (1 when the end lies on a later line)."""
        return max(1, self.end_column - self.column) if self.line == self.end_line else 1


@dataclass(slots=True)
class Scalar:
    """A text as typed; None for an empty value, `~` and `null`. `style` is the quote or `|`, `>`; plain is ""."""

    span: Span
    text: str | None
    style: str = ""


@dataclass(slots=True)
class Items:
    """A list."""

    span: Span
    nodes: list[Node]


@dataclass(slots=True)
class Fields:
    """Keys with their values, in the order of the file, doubles included."""

    span: Span
    pairs: list[tuple[Node, Node]]


Node = Scalar | Items | Fields


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of fields: of the record itself and of its parts. They tell a forgotten colon from a text.

    `lists` are those, of either, that hold several values.
    """

    record: frozenset[str]
    parts: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every name."""
        return self.record | self.parts


def plain(node: Node) -> object:
    """Return a node as text, list and dict.

    A value of several lines becomes one line: no field of the model has lines, so `|` and `>` mean the same here.
    """
    match node:
        case Scalar(text=text):
            return " ".join(text.split()) if text and ("\n" in text or "\t" in text) else text
        case Items(nodes=nodes):
            return [plain(item) for item in nodes]
        case Fields(pairs=pairs):
            return {str(plain(key)): plain(value) for key, value in pairs}


def pair_of(node: Fields, name: str) -> tuple[Scalar, Node] | None:
    """Return the key and the value of a name, the first when it stands there twice."""
    for key, value in node.pairs:
        if isinstance(key, Scalar) and str(key.text) == name:
            return key, value
    return None


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield the keys and texts in and below a node."""
    match node:
        case Scalar():
            yield node
        case Items(nodes=nodes):
            for item in nodes:
                yield from scalars(item)
        case Fields(pairs=pairs):
            for key, value in pairs:
                yield from scalars(key)
                yield from scalars(value)
