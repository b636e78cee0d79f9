"""The short way for a record that is written without any slip: its values, and nodes only when a place is asked for.

Most come from `outlines`, the others from `events`; what is not plainly right is left to `reading`.
"""

from __future__ import annotations

import re
from typing import Final

from portal.source.composing import MAX_NODES, compose
from portal.source.document import Document
from portal.source.events import Events, Unusual
from portal.source.nodes import Fields, Items
from portal.source.outlines import outlined

HEAD: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?=- )")
"""Comments and blank lines above the first record."""

ODD: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\uffa0\ufffd\ufe00-\ufe0f\U000e0100-\U000e0fff]"
)
"""Letters that Python calls printable and that nobody sees, or that stand for a broken one."""

ODD_BYTES: Final = tuple({letter.encode()[:1] for letter in "\u034f\u115f\u3164\uffa0\U000e0100"})
"""How those letters begin in UTF-8, which most pieces do not hold at all."""


class Smooth:
    """A record without a slip: its values as typed, its first line in the piece, and its nodes on demand."""

    def __init__(self, text: str, *, is_list: bool) -> None:
        """Read a piece; raises Unusual when there may be anything to tell about how it is written."""
        head = HEAD.match(text) if is_list else None
        # So few letters cannot hold too many values, which nobody needs to count then.
        if (is_list and head is None) or len(text) > MAX_NODES or not is_clean(text):
            raise Unusual
        start = head.end() if head else 0
        self.line = text.count("\n", 0, start) + 1
        self.text = text[start:]
        if found := outlined(self.text) if is_list else None:
            self.values, self.has_gaps = found
        else:
            read = Events(self.text, is_list=is_list)
            self.values, self.has_gaps = read.values, read.has_gaps

    def node(self) -> Fields:
        """Return the record with the place of each value in the piece."""
        node = compose(self.text, self.line)
        found = node.nodes[0] if isinstance(node, Items) else node
        assert isinstance(found, Fields)  # noqa: S101  # its values were fields
        return found


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
