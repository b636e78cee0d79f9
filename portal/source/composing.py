"""Compose one piece of YAML into nodes, under guard: no alias, anchor or tag, no depth, no bomb.

Events are pulled one by one and looked at before a node is built, so 100,000 nested brackets stop at the eighth. No
constructor runs at all: nothing in the data can become an object.
"""

from __future__ import annotations

from typing import Final, NoReturn, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from portal.source.nodes import Fields, Items, Node, Scalar, Span

MAX_DEPTH: Final = 8
MAX_NODES: Final = 20_000
EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Events(Protocol):
    """A parser that gives its events one by one."""

    def get_event(self) -> Event:
        """Return the next event."""


class PlainParser(Reader, Scanner, Parser):
    """The parser in Python: slower, stricter about tabs, and with the place of its complaint."""

    def __init__(self, text: str) -> None:
        """Prepare to parse a text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


FAST_PARSER: Final = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else None
"""The parser in C, where the wheel has it: the same events and marks, ten times faster."""


class RefusedError(Exception):
    """A construct that is YAML but not for this data; `kind` is its kind of problem."""

    def __init__(self, kind: str, line: int, column: int) -> None:
        """Remember the place; line and column count from 1."""
        super().__init__(kind)
        self.kind = kind
        self.span = Span(line, column, line, column + 1)


class UnreadableError(Exception):
    """No YAML at all. The parser stopped at `line` (from 1); the slip is there or above."""

    def __init__(self, line: int, column: int) -> None:
        """Remember where the parser stopped."""
        super().__init__(line, column)
        self.line = line
        self.column = column


def compose(text: str, first: int) -> Node:
    """Return the node of a text whose first line has the number `first`.

    Raises RefusedError or UnreadableError.
    """
    # The parser in C lets tabs pass as spaces, the other names them.
    if FAST_PARSER is None or "\t" in text:
        return compose_with(PlainParser(text), first)
    try:
        return compose_with(FAST_PARSER(text), first)
    except UnreadableError:
        return compose_with(PlainParser(text), first)


def compose_with(events: Events, first: int) -> Node:
    """Return the one node that a parser finds; its errors become UnreadableError."""
    try:
        return Guard(events, first).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(first + (mark.line if mark else 0), (mark.column if mark else 0) + 1) from error
    except (yaml.YAMLError, ValueError, UnicodeError) as error:
        raise UnreadableError(first, 1) from error


class Guard:
    """Builds nodes from events and refuses what has no place in the data."""

    def __init__(self, events: Events, first: int) -> None:
        """Read from `events`, whose line 0 is the line `first` of the file."""
        self.events = events
        self.first = first
        self.left = MAX_NODES

    def document(self) -> Node:
        """Return the node of the only document."""
        self.events.get_event()
        start = self.events.get_event()
        if isinstance(start, StreamEndEvent):
            return Scalar(Span(self.first, 1, self.first, 1), None)
        node = self.node(self.events.get_event(), 0)
        if not isinstance(end := self.events.get_event(), DocumentEndEvent):
            self.refuse("document_mark", end)
        if not isinstance(end := self.events.get_event(), StreamEndEvent):
            self.refuse("document_mark", end)
        return node

    def node(self, event: Event, depth: int) -> Node:
        """Return the node that begins with an event."""
        self.left -= 1
        if isinstance(event, AliasEvent):
            self.refuse("yaml_alias", event)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self.refuse("yaml_anchor", event)
        if getattr(event, "tag", None) is not None:
            self.refuse("yaml_tag", event)
        if self.left < 0:
            self.refuse("too_many_values", event)
        if depth > MAX_DEPTH:
            self.refuse("too_deep", event)
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self.items(event, depth)
        assert isinstance(event, MappingStartEvent)  # noqa: S101  # no other event begins a node
        return self.fields(event, depth)

    def scalar(self, event: ScalarEvent) -> Scalar:
        """Return a text as it was typed."""
        style = event.style or ""
        empty = not style and event.value in EMPTY
        return Scalar(self.span(event, event), None if empty else event.value, style)

    def items(self, start: Event, depth: int) -> Items:
        """Return a list, up to its end event."""
        nodes: list[Node] = []
        while not isinstance(event := self.events.get_event(), CollectionEndEvent):
            nodes.append(self.node(event, depth + 1))
        return Items(self.span(start, event), nodes)

    def fields(self, start: Event, depth: int) -> Fields:
        """Return keys and values, up to the end event."""
        pairs: list[tuple[Node, Node]] = []
        while not isinstance(event := self.events.get_event(), CollectionEndEvent):
            key = self.node(event, depth + 1)
            pairs.append((key, self.node(self.events.get_event(), depth + 1)))
        return Fields(self.span(start, event), pairs)

    def span(self, start: Event, end: Event) -> Span:
        """Return the span from the start of one event to the end of another, in the file."""
        a, b = start.start_mark, end.end_mark
        assert a is not None  # noqa: S101  # the parsers set both marks; only hand-made events lack them
        assert b is not None  # noqa: S101
        return Span(a.line + self.first, a.column + 1, b.line + self.first, b.column + 1)

    def refuse(self, kind: str, event: Event) -> NoReturn:
        """Stop at an event."""
        span = self.span(event, event)
        raise RefusedError(kind, span.line, span.column)
