"""A page cut into blocks whose HTML does not depend on their neighbours.

This knows the Markdown that our templates write, and no more: blank lines between blocks, `<div … markdown="1">` and
`</div>` on lines of their own, tight lists without lists inside, definitions as `term` and `:   text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple


class Kind(StrEnum):
    """What a block is; the items of a list are blocks, so that lists of any length are made of few shapes."""

    WHOLE = ""
    OPEN = "open"
    HTML = "html"
    BULLET = "ul"
    NUMBER = "ol"
    DEFINITION = "dl"


class Block(NamedTuple):
    """A block: its kind, and its skeleton (HTML as it stands for `Kind.HTML`)."""

    kind: Kind
    skeleton: str


LISTS: Final = frozenset({Kind.BULLET, Kind.NUMBER, Kind.DEFINITION})
_OPEN: Final = re.compile(r'<(?:div|nav)\b[^\n]*markdown="1">')
_NUMBERED: Final = re.compile(r"\d+\. ")
_DEFINED: Final = ":   "


def blocks(skeleton: str) -> Iterator[Block]:
    """Yield the blocks of a page, in order; lists are surrounded by their tags."""
    within: Kind | None = None
    for paragraph in skeleton.split("\n\n"):
        for block in _cut(paragraph):
            kind = block.kind if block.kind in LISTS else None
            if kind is not within:
                if within:
                    yield Block(Kind.HTML, f"</{within}>")
                if kind:
                    yield Block(Kind.HTML, f"<{kind}>")
                within = kind
            yield block
    if within:
        yield Block(Kind.HTML, f"</{within}>")


@lru_cache(maxsize=1 << 14)
def _cut(paragraph: str) -> tuple[Block, ...]:
    """Cut what stands between two blank lines."""
    found: list[Block] = []
    for line in paragraph.strip("\n").split("\n"):
        kind = _kind(line)
        if found and _continues(found[-1].kind, kind, line):
            kind, before = found.pop()
            found.append(Block(Kind.DEFINITION if line.startswith(_DEFINED) else kind, f"{before}\n{line}"))
        else:
            found.append(Block(kind, line))
    return tuple(found)


def _continues(before: Kind, kind: Kind, line: str) -> bool:
    """Tell whether a line belongs to the block before it: indented, or one more line of a paragraph."""
    return kind is Kind.WHOLE and (line.startswith((" ", _DEFINED)) or before is Kind.WHOLE)


def _kind(line: str) -> Kind:
    if line.startswith("- "):
        return Kind.BULLET
    if _NUMBERED.match(line):
        return Kind.NUMBER
    if line in {"</div>", "</nav>"}:
        return Kind.HTML
    return Kind.OPEN if _OPEN.fullmatch(line) else Kind.WHOLE
