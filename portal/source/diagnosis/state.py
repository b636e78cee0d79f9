"""Where the walk is: the lines, the open blocks, the last value; and the faults that it ends in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from portal.source.nodes import Vocabulary

BLANK: Final = re.compile(r"\s*(#.*)?$")
KEY: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'\[\]{},#&*!|>%@`][^#]*?) *:(?=[ \t]|$)""")
WORD: Final = re.compile(r"[A-Za-z_][\w-]*")
ITEM: Final = re.compile(r"-( +|$)")
TIGHT_ITEM: Final = re.compile(r"-(?=[^ \t-])")
COMMENT: Final = re.compile(r"\s+#.*$")


@dataclass(frozen=True, slots=True)
class Fault:
    """A slip: its kind, the index of its line, the column from 1, and the whole line as it should be, if known."""

    kind: str
    index: int
    column: int
    width: int = 1
    repair: str | None = None
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(slots=True)
class Frame:
    """A block that is open: the column of its keys or dashes."""

    column: int
    is_list: bool


class Found(Exception):  # noqa: N818  # it carries a result
    """Carries a fault out of the walk."""

    def __init__(self, fault: Fault) -> None:
        """Remember the fault."""
        super().__init__(fault.kind)
        self.fault = fault


class State:
    """What is known in the middle of the walk: the open blocks, and whether the last value may go on."""

    def __init__(self, lines: Sequence[str], vocabulary: Vocabulary) -> None:
        """Start above the first line."""
        self.lines = lines
        self.vocabulary = vocabulary
        self.frames: list[Frame] = []
        self.state = "open"
        self.owner = -1
        self.closed_column = -1
        self.own_line: tuple[int, int] | None = None
        self.offset = usual_offset(lines)
        self.index = 0

    def fault(self, kind: str, column: int, width: int = 1, repair: str | None = None, **params: str | int) -> Found:
        """Return the slip at an index of the current line."""
        return self.fault_at(self.index, kind, column, width, repair, **params)

    def fault_at(
        self, index: int, kind: str, column: int, width: int = 1, repair: str | None = None, **params: str | int
    ) -> Found:
        """Return the slip at an index of a line; the whole right line becomes a blank of the wording."""
        if repair is not None:
            params["tulis"] = repair.strip()
        return Found(Fault(kind, index, column + 1, max(1, width), repair, params))

    def previous(self) -> int:
        """Return the index of the last line above with content, or -1."""
        index = self.index - 1
        while index >= 0 and BLANK.match(self.lines[index]):
            index -= 1
        return index

    def is_open_key(self, index: int, column: int) -> bool:
        """Tell whether a line holds nothing but a key, in a column."""
        line = self.lines[index] if index >= 0 else ""
        start = len(line) - len(line.lstrip())
        key = KEY.match(line[start:])
        return bool(key and start == column and BLANK.match(line[start + key.end() :]))

    def wrong_column(self, index: int, column: int) -> Found:
        """Return the fault of a line that belongs into another column."""
        line = self.lines[index]
        start = len(line) - len(line.lstrip())
        repair = " " * column + line.lstrip()
        return self.fault_at(index, "indent", 0, max(1, start), repair, ada=start, seharusnya=column)

    def is_structure(self, line: str) -> bool:
        """Tell whether a line looks like an item or a field rather than more of a text."""
        text = line.strip()
        word = re.match(r"(?:- +)*([\w-]+) *:(?=\s|$)", text)
        return bool(ITEM.match(text) and text != "-") or bool(word and word[1] in self.vocabulary.all)

    def at_key(self, start: int) -> bool:
        """Tell whether a key may stand in this column."""
        if not self.frames:
            return True
        return any(frame.column == start and not frame.is_list for frame in self.frames) or self.state == "open"

    def starts_with_name(self, text: str) -> bool:
        """Tell whether a text begins with the name of a field."""
        word = WORD.match(text)
        return bool(word and word[0] in self.vocabulary.all)

    def open_frame(self, column: int, *, is_list: bool) -> None:
        """Open a block, unless it is the one already open."""
        top = self.frames[-1] if self.frames else None
        if top is None or top.column != column or top.is_list != is_list:
            self.frames.append(Frame(column, is_list))


def usual_offset(lines: Sequence[str]) -> int:
    """Return how far right of their key most lists of these lines stand: 0 in canonical form."""
    offsets = Counter[int]()
    for key, item in pairwise(lines):
        start = len(item) - len(item.lstrip())
        column = len(key) - len(key.lstrip())
        if ITEM.match(item, start) and re.fullmatch(r" *[\w-]+: *", key):
            offsets[start - column] += 1
    return offsets.most_common(1)[0][0] if offsets else 0
