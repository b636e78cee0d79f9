"""Cut the bytes of a list into pieces that can be read, kept and read again each on its own.

A piece begins where beyond doubt a record does, whatever stands above it; what lies between two such places is left to
`cutting`, which knows all the ways in which a record's first line slips. So the pieces, read one by one, give what the
whole file gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.source.nodes import Vocabulary

MOST_STRAYS: Final = 10_000
"""After so many dashes at the margin that begin no record, no more records are sought: this is not our file."""

DASH: Final = b"\n- "
OPENING: Final = re.compile(rb"\n- +([A-Za-z_]\w*): [^\n]*\n( *)([A-Za-z_]\w*) *:[ \n]")
"""A dash at the margin with a field, and the field below."""

BRACKETS: Final = re.compile(rb"(?:[ \t]*(?:#[^\n]*|---[^\n]*)?\n)*[ \t]*\[")
"""A whole list in brackets, below comments."""

CONFLICT: Final = re.compile(rb"^(<|=|>|\|)\1{6}(?= |$)", re.MULTILINE)
SIGNS: Final = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


def cut_pieces(raw: bytes, vocabulary: Vocabulary) -> list[bytes]:
    """Return the pieces of a file, from its first byte to its last; the line feed between two is in neither.

    What stands above the first record belongs to its piece. A file whose records begin in another way than with a dash
    at the margin and a field is one piece.
    """
    if BRACKETS.match(raw):
        return [raw]
    starts = list(anchors(raw, vocabulary))
    if not OPENING.match(b"\n" + raw[:4000]):
        del starts[:1]
    pieces = [raw[begin:end] for begin, end in zip([0, *(at + 1 for at in starts)], [*starts, len(raw)], strict=True)]
    return joined(pieces) if may_hold_signs(raw) else pieces


def may_hold_signs(raw: bytes) -> bool:
    """Tell whether two versions of a file may not have been joined."""
    return any(sign in raw for sign in SIGNS)


def anchors(raw: bytes, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield the index of the line feed in front of every record that surely begins there."""
    fields = {name.encode() for name in vocabulary.record}
    of_parts = {name.encode() for name in vocabulary.parts - vocabulary.record}
    at = raw.find(DASH)
    strays = 0
    while at >= 0 and strays < MOST_STRAYS:
        opening = OPENING.match(raw, at)
        # Below a part's first line that slipped to the margin stand its other fields, further right.
        if opening and opening[1] in fields and (len(opening[2]) <= len("- ") or opening[3] not in of_parts):
            yield at
        else:
            strays += 1
        at = raw.find(DASH, at + 1)


def joined(pieces: list[bytes]) -> list[bytes]:
    """Join the pieces between the marks of two versions of a file: what lies between them is not read."""
    made: list[bytes] = []
    is_open = False
    for piece in pieces:
        if is_open:
            made[-1] = made[-1] + b"\n" + piece
        else:
            made.append(piece)
        signs = [match[1] for match in CONFLICT.finditer(piece)]
        is_open = signs[-1] != b">" if signs else is_open
    return made
