"""The values of a record that is written without any slip, from the events of libyaml's parser: no node is made.

Whatever is not plainly right is not told here but left to `reading`, which knows the words for it: a record that needs
no words costs one look at each event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import yaml
from yaml.events import (
    CollectionStartEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from portal.source.composing import EMPTY, FAST_PARSER, MAX_DEPTH

CUT: Final = re.compile(r"\s#\S|\S[ \t]+#")
"""What may be the rest of a text that was cut off at its #."""

CURLY: Final = "“”„‟«»‘’‚‛"


class Unusual(Exception):  # noqa: N818  # no error: the long way knows more
    """Something that needs a closer look."""


class Events:
    """What the events of one record say: its `values` as typed, and whether some of them are empty."""

    def __init__(self, text: str, *, is_list: bool) -> None:
        """Read a text without odd characters; raises Unusual when there may be anything to tell about it."""
        if FAST_PARSER is None:
            raise Unusual
        self.has_gaps = False
        self._may_be_cut = "#" in text and bool(CUT.search(text))
        self._has_escapes = "\\" in text
        # The parser takes bytes as they are, and would encode a text anyway.
        self._next: Callable[[], Event] = FAST_PARSER(text.encode()).get_event
        try:
            self.values = self._root(is_list=is_list)
        except yaml.YAMLError as error:
            raise Unusual from error

    def _root(self, *, is_list: bool) -> dict[str, object]:
        """Return the fields of the only record."""
        self._next(), self._next()
        event = self._next()
        if is_list and type(event) is SequenceStartEvent and not is_marked(event):
            event = self._next()
        if type(event) is not MappingStartEvent or is_marked(event):
            raise Unusual
        values = self._fields(1)
        if is_list and type(self._next()) is not SequenceEndEvent:
            raise Unusual
        if type(self._next()) is not DocumentEndEvent or type(self._next()) is not StreamEndEvent:
            raise Unusual
        return values

    def _fields(self, depth: int) -> dict[str, object]:
        """Return keys and values, up to the end event."""
        made: dict[str, object] = {}
        get = self._next
        while type(key := get()) is not MappingEndEvent:
            if type(key) is not ScalarEvent or key.anchor is not None or key.tag is not None or key.value in made:
                raise Unusual
            event = get()
            made[key.value] = self._text(event) if type(event) is ScalarEvent else self._nested(event, depth + 1)
        return made

    def _nested(self, event: Event, depth: int) -> object:
        """Return the fields or items that begin with an event."""
        if depth > MAX_DEPTH or not isinstance(event, CollectionStartEvent) or is_marked(event):
            raise Unusual
        if type(event) is MappingStartEvent:
            return self._fields(depth)
        items: list[object] = []
        get = self._next
        while type(item := get()) is not SequenceEndEvent:
            items.append(self._text(item) if type(item) is ScalarEvent else self._nested(item, depth + 1))
        return items

    def _text(self, event: ScalarEvent) -> str | None:
        """Return a text of one line, or None for an empty value."""
        text = event.value
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line != end.line or event.anchor is not None or event.tag is not None:
            raise Unusual
        if event.style:
            if self._has_escapes and not text.isprintable():
                raise Unusual
            return text
        if self._may_be_cut or (text and (text[-1] in "\"',;" or text[0] in CURLY)):
            raise Unusual
        if text in EMPTY:
            self.has_gaps = True
            return None
        return text


def is_marked(event: CollectionStartEvent) -> bool:
    """Tell whether a value has an anchor or a tag."""
    return event.anchor is not None or event.tag is not None
