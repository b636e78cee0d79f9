"""The short way for a record that is written without any slip: its values, and nodes only when a place is asked for.

Whatever is not plainly right is not told here but left to `reading`, which knows the words for it: a record that needs
no words costs one look at each event of the parser.
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

from portal.source.composing import EMPTY, FAST_PARSER, MAX_DEPTH, MAX_NODES, compose
from portal.source.document import Document
from portal.source.nodes import Fields, Items

HEAD: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?=- )")
"""Comments and blank lines above the first record."""

CUT: Final = re.compile(r"\s#\S")
"""What may be the rest of a text that was cut off at its #."""

ODD: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\uffa0\ufffd\ufe00-\ufe0f\U000e0100-\U000e0fff]"
)
"""Letters that Python calls printable and that nobody sees, or that stand for a broken one."""

ODD_BYTES: Final = tuple({letter.encode()[:1] for letter in "\u034f\u115f\u3164\uffa0\U000e0100"})
"""How those letters begin in UTF-8, which most pieces do not hold at all."""

CURLY: Final = "“”„‟«»‘’‚‛"


class Unusual(Exception):  # noqa: N818  # no error: the long way knows more
    """Something that needs a closer look."""


class Smooth:
    """A record without a slip: its values as typed, its first line in the piece, and its nodes on demand."""

    def __init__(self, text: str, *, is_list: bool) -> None:
        """Read a piece; raises Unusual when there may be anything to tell about how it is written."""
        head = HEAD.match(text) if is_list else None
        # So few letters cannot hold too many values, which nobody needs to count then.
        if FAST_PARSER is None or (is_list and head is None) or len(text) > MAX_NODES or not is_clean(text):
            raise Unusual
        start = head.end() if head else 0
        self.line = text.count("\n", 0, start) + 1
        self.text = text[start:]
        self.has_gaps = False
        self._may_be_cut = "#" in text and bool(CUT.search(text))
        self._has_escapes = "\\" in text
        # The parser takes bytes as they are, and would encode a text anyway.
        self._next: Callable[[], Event] = FAST_PARSER(self.text.encode()).get_event
        try:
            self.values = self._root(is_list=is_list)
        except yaml.YAMLError as error:
            raise Unusual from error

    def node(self) -> Fields:
        """Return the record with the place of each value in the piece."""
        node = compose(self.text, self.line)
        found = node.nodes[0] if isinstance(node, Items) else node
        assert isinstance(found, Fields)  # noqa: S101  # its values were fields
        return found

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
        if self._may_be_cut or (text and (text[-1] in "\"'" or text[0] in CURLY)):
            raise Unusual
        if text in EMPTY:
            self.has_gaps = True
            return None
        return text


def is_marked(event: CollectionStartEvent) -> bool:
    """Tell whether a value has an anchor or a tag."""
    return event.anchor is not None or event.tag is not None


def has_odd(text: str) -> bool:
    """Tell whether a piece holds letters that nobody sees although they count as printable."""
    raw = text.encode()
    return any(byte in raw for byte in ODD_BYTES) and bool(ODD.search(text))


def is_clean(text: str) -> bool:
    """Tell whether no character of a piece needs words."""
    if "\t" in text or "\n---" in text or "\n..." in text or text.startswith(("---", "...", "%")):
        # The parsers differ about tabs, and a document mark may be right or wrong.
        return False
    if (
        text.replace("\n", "").isprintable()
        and (text.isascii() or not has_odd(text))
        and not ("<<<<<<<" in text or "=======" in text or ">>>>>>>" in text or "|||||||" in text)
    ):
        return True
    from portal.source.characters import find_characters

    return not any(find_characters(Document("", text.split("\n"))))
