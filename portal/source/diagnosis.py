"""Find the slip in lines that are no YAML: the parser says where it gave up, this says what went wrong and where.

The data uses little of YAML, so a walk over the lines knows at each of them what may stand there: a key in this
column, an item in that one, more of a text. The first line that does not fit holds the slip. Where the right line is
plain to see, the fault carries it: it is printed as advice, used by `--fix`, and put in place so that reading can go
on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from portal.source.nodes import Vocabulary
from portal.source.quoting import in_quotes, quoted_end, unknown_escape

BLANK: Final = re.compile(r"\s*(#.*)?$")
KEY: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'\[\]{},#&*!|>%@`][^#]*?) *:(?=[ \t]|$)""")
TIGHT_KEY: Final = re.compile(r"""(["']?)([A-Za-z_][\w-]*)\1 *:(?!//)(?=[^ \t])""")
WRONG_COLON: Final = re.compile(r"""(["']?)([A-Za-z_][\w-]*)\1 *([=;：﹕∶]|->|=>|\.(?= )|,(?= ))""")
NAME: Final = re.compile(r"[A-Za-z_][\w -]*")
WORD: Final = re.compile(r"[A-Za-z_][\w-]*")
JOINED: Final = re.compile(r"(?:^|  |[^\w-])([A-Za-z_][\w-]*) *:(?=[ \t]|$)")
BULLET: Final = re.compile(r"[‐-―−•·▪◦‣●○](?: *)|--+ |[*+](?: +)(?=\S)")
ITEM: Final = re.compile(r"-( +|$)")
TIGHT_ITEM: Final = re.compile(r"-(?=[^ \t-])")
BLOCK_HEADER: Final = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?: #.*)?$")
NOTE: Final = re.compile(r"(?:^|[\s,\[{])(#\S.*)$")
COMMENT: Final = re.compile(r"\s+#.*$")
SPECIAL: Final = "@`%&*!|>?,]}:"


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


def find_fault(lines: Sequence[str], vocabulary: Vocabulary, stop: int) -> Fault | None:
    """Return the first slip in the lines of a record, up to the index where the parser gave up."""
    try:
        Walk(lines, vocabulary).run(stop)
    except Found as found:
        return found.fault
    return None


class Walk:
    """Goes down the lines, knowing which blocks are open and whether the last value may go on."""

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

    def run(self, stop: int) -> None:
        """Walk until the index `stop`; raises Found at the first slip."""
        self.first_key()
        while self.index < len(self.lines) and self.index <= stop:
            line = self.lines[self.index]
            if BLANK.match(line):
                self.index += 1
                continue
            start = len(line) - len(line.lstrip(" "))
            at = self.index
            if not self.goes_on(line, start):
                self.spelling(line, start)
                self.enter(line, start)
                self.content(line, start, None)
            if self.index == at:
                self.index += 1

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

    # --- where a line stands -------------------------------------------------------------------------------------

    def first_key(self) -> None:
        """Compare the first key of a record with its other keys: the odd one out is the slip."""
        match = re.match(r"( *)-( *)(?=\S)", self.lines[0])
        column = self.usual_column()
        if column is not None and self.lines[0].strip() == "-":
            self.first_key_below(column)
        if match and match[2] and column is not None and match.end() != column > len(match[1]) + 1:
            space = " " * (column - len(match[1]) - 1)
            repair = f"{match[1]}-{space}{self.lines[0][match.end() :]}"
            raise self.fault_at(0, "dash_spaces", match.end(1), match.end() - match.end(1), repair, spasi=len(space))

    def first_key_below(self, column: int) -> None:
        """Compare the first key with the others when the dash stands on a line of its own."""
        index = next((i for i, line in enumerate(self.lines[1:], 1) if not BLANK.match(line)), 0)
        line = self.lines[index]
        start = len(line) - len(line.lstrip())
        if index and start != column:
            repair = " " * column + line.lstrip()
            raise self.fault_at(index, "indent", 0, max(1, start), repair, ada=start, seharusnya=column)

    def usual_column(self) -> int | None:
        """Return the column where most keys stand that only the record itself has; None for fewer than two."""
        own = self.vocabulary.record - self.vocabulary.parts
        columns = Counter(
            match.end(1)
            for line in self.lines
            if (match := re.match(r"( *)([\w-]+) *:(?=\s|$)", line)) and match[2] in own
        )
        top = columns.most_common(1)
        return top[0][0] if top and top[0][1] > 1 else None

    def goes_on(self, line: str, start: int) -> bool:
        """Tell whether a line is more of a text that began above; raises Found when it looks like something else."""
        if self.state == "open" or start <= self.owner:
            return False
        text = line[start:]
        key = KEY.match(text)
        if key and self.own_line and self.own_line[1] == start:
            index, column = self.own_line
            raise self.fault_at(index, "no_colon", column, len(self.lines[index].strip()))
        if ITEM.match(text) or TIGHT_ITEM.match(text):
            raise self.misplaced(line, start, "item_glued")
        if key and (key[1] in self.vocabulary.all or WORD.fullmatch(key[1])):
            raise self.misplaced(line, start, "indent")
        if key:
            raise self.fault("colon_in_long_text", start + key.end() - 1)
        if self.state == "closed":
            raise self.fault("text_after_value", start, len(text))
        return True

    def enter(self, line: str, start: int) -> None:
        """Close the blocks that end above this line; raises Found when no open block has this column."""
        text = line[start:]
        is_item = bool(ITEM.match(text))
        if self.state == "open" and (start > self.owner or (start == self.owner and is_item)):
            return
        open_above = list(self.frames)
        while self.frames and (
            self.frames[-1].column > start
            or (self.frames[-1].column == start and self.frames[-1].is_list and not is_item)
        ):
            closed = self.frames.pop()
            self.closed_column = closed.column if not closed.is_list else self.closed_column
            inner = bool(self.frames)
            if inner and closed.column == start and not KEY.match(text) and not self.starts_with_name(text):
                repair = f"{line[:start]}- {text}"
                raise self.fault("item_dash_missing", start, len(text.rstrip()), repair)
        top = self.frames[-1] if self.frames else None
        if top and top.column == start and top.is_list == is_item:
            return
        if top and top.column == start:
            raise self.item_after_text(line, start)
        if not is_item and not KEY.match(text):
            raise self.fault("no_colon", start, len(text.rstrip()))
        raise self.misplaced(line, start, "indent", open_above)

    def item_after_text(self, line: str, start: int) -> Found:
        """Return the fault of an item below a text; when that text has a line of its own, its dash is lost."""
        if slip := self.slip_at_owner(start):
            return slip
        previous = self.previous()
        above = self.lines[previous]
        column = len(above) - len(above.lstrip())
        if self.is_open_key(previous - 1, start):
            if ITEM.match(above[column:]) and column > start:
                return self.wrong_column(previous, start)
            if not ITEM.match(above[column:]) and not KEY.match(above[column:]):
                repair = f"{' ' * start}- {above.strip()}"
                return self.fault_at(previous, "item_dash_missing", column, len(above.strip()), repair)
        return self.fault("item_after_text", start, len(line.strip()))

    def slip_at_owner(self, start: int) -> Found | None:
        """Return the slip at the last key in this column: a part's field too far left, or a part without its dash."""
        index = self.index - 1
        while index >= 0 and not KEY.match(self.lines[index], start):
            index -= 1
        key = KEY.match(self.lines[index], start) if index >= 0 and self.lines[index][:start].isspace() else None
        if key is None or not self.is_open_key(index, start):
            return None
        if key[1] in self.vocabulary.parts - self.vocabulary.record:
            return self.wrong_column(index, start + 2)
        below = self.lines[index + 1]
        first = len(below) - len(below.lstrip())
        if first > start and KEY.match(below, first):
            repair = f"{' ' * start}- {below.lstrip()}"
            return self.fault_at(index + 1, "item_dash_missing", first, len(below.strip()), repair)
        return None

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

    def first_of_part(self, start: int) -> Found | None:
        """Return the fault of the line above, when it opens a part whose other fields stand in the right column."""
        previous = self.previous()
        above = self.lines[previous] if previous > 0 else ""
        column = len(above) - len(above.lstrip())
        owner = self.lines[previous - 1] if previous > 0 else ""
        outer = len(owner) - len(owner.lstrip())
        key = KEY.match(above, column)
        if key and key[1] in self.vocabulary.parts & self.vocabulary.record and start == column + 2:
            below = KEY.match(self.lines[self.index], start)
            if below and below[1] in self.vocabulary.parts - self.vocabulary.record:
                repair = f"{' ' * column}- {above.lstrip()}"
                return self.fault_at(previous, "item_dash_missing", column, len(above.strip()), repair)
        if not self.is_open_key(previous - 1, outer):
            return None
        if ITEM.match(above[column:]) and column != outer + self.offset and start == outer + self.offset + 2:
            return self.wrong_column(previous, outer + self.offset)
        if key and column > outer and column != outer + 2 == start:
            return self.wrong_column(previous, start)
        if key and key[1] in self.vocabulary.parts and column == outer and start == outer + 2:
            return self.fault_at(
                previous, "item_dash_missing", column, len(above.strip()), f"{' ' * column}- {above.strip()}"
            )
        return None

    def item_between(self, start: int) -> Found | None:
        """Return the fault of the item above, when it slipped left between two items in the column of this one."""
        previous = self.previous()
        column = len(self.lines[previous]) - len(self.lines[previous].lstrip())
        if previous < 1 or column >= start or not ITEM.match(self.lines[previous], column):
            return None
        before = self.lines[previous - 1]
        if len(before) - len(before.lstrip()) == start and ITEM.match(before, start):
            return self.wrong_column(previous, start)
        return None

    def part_too_far_left(self, start: int) -> Found | None:
        """Return the fault of the line above, when it is a field of a part that slipped to the record's own column."""
        previous = self.previous()
        above = self.lines[previous] if previous >= 0 else ""
        key = KEY.match(above.lstrip())
        column = len(above) - len(above.lstrip())
        if (
            not key
            or column >= start
            or start != self.closed_column
            or key[1] not in self.vocabulary.parts - self.vocabulary.record
        ):
            return None
        repair = " " * start + above.lstrip()
        length = len(key[1])
        return self.fault_at(previous, "indent", column, length, repair, ada=column, seharusnya=start)

    def misplaced(self, line: str, start: int, kind: str, before: Sequence[Frame] = ()) -> Found:
        """Return the fault of a line in the wrong column, with the line in the right one."""
        previous = self.previous()
        wide = re.match(r"( *)-( {2,})\S", self.lines[previous]) if previous >= 0 else None
        if wide and start == len(wide[1]) + 2:
            repair = f"{wide[1]}- {self.lines[previous][wide.end() - 1 :]}"
            return self.fault_at(previous, "dash_spaces", wide.end(1), len(wide[2]) + 1, repair, spasi=1)
        if ITEM.match(line, start) and (above := self.item_between(start)):
            return above
        if above := self.first_of_part(start) or self.part_too_far_left(start):
            return above
        column = self.expected(line[start:], start, before or self.frames)
        if column is None:
            return self.fault(kind, 0, start)
        repair = " " * column + line[start:]
        return self.fault(kind, 0, start, repair, ada=start, seharusnya=column)

    def expected(self, text: str, start: int, frames: Sequence[Frame]) -> int | None:
        """Return the column where a line of this kind belongs, in the blocks that were open above it."""
        open_maps = [frame.column for frame in frames if not frame.is_list]
        lists = [frame.column for frame in frames if frame.is_list]
        if ITEM.match(text) or TIGHT_ITEM.match(text):
            if self.state == "open" and start < self.owner:
                return self.owner
            inner = [column for column in lists if column > lists[0]] if lists else []
            return min(inner, key=lambda column: abs(column - start), default=None)
        key = KEY.match(text)
        if not open_maps or not key:
            return None
        name = key[1].strip("\"'")
        if name in self.vocabulary.record - self.vocabulary.parts:
            return open_maps[0]
        if name in self.vocabulary.parts - self.vocabulary.record:
            return open_maps[-1]
        return min(open_maps, key=lambda column: abs(column - start))

    def following_item(self, start: int) -> bool:
        """Tell whether the next line with content is an item in a column."""
        index = self.index + 1
        while index < len(self.lines) and BLANK.match(self.lines[index]):
            index += 1
        line = self.lines[index] if index < len(self.lines) else ""
        return len(line) - len(line.lstrip()) == start and bool(ITEM.match(line[start:]))

    def previous(self) -> int:
        """Return the index of the last line above with content, or -1."""
        index = self.index - 1
        while index >= 0 and BLANK.match(self.lines[index]):
            index -= 1
        return index

    # --- how a line is written -----------------------------------------------------------------------------------

    def spelling(self, line: str, start: int) -> None:
        """Look at signs that are nearly right: bullets, a missing space, a wrong colon, a tab."""
        self.tab(line)
        start = self.bullets(line, start)
        text = line[start:]
        if (match := TIGHT_KEY.match(text)) and (match[2] in self.vocabulary.all or self.at_key(start)):
            end = start + match.end()
            repair = f"{line[: end - 1].rstrip(' ')}: {line[end:].lstrip()}".rstrip()
            raise self.fault("colon_space", end - 1, 1, repair, isian=match[2])
        wrong = WRONG_COLON.match(text)
        if wrong and wrong[2] in self.vocabulary.all:
            rest = text[wrong.end() :].strip()
            repair = f"{line[:start]}{wrong[2]}: {rest}".rstrip()
            raise self.fault("colon_wrong", start + wrong.start(3), len(wrong[3]), repair, tanda=wrong[3])
        if self.starts_with_name(text) and not KEY.match(text) and self.at_key(start):
            name = WORD.match(text)
            length = name.end() if name else 0
            repair = f"{line[:start]}{text[:length]}: {text[length:].strip()}".rstrip()
            raise self.fault("colon_missing", start, length, repair, isian=text[:length])

    def tab(self, line: str) -> None:
        """Look for a tab outside quotation marks."""
        for index, char in enumerate(line):
            if char in "\"'" and line[:index].rstrip(" ")[-1:] in {":", "-", "[", ",", "{", ""}:
                return
            if char == "\t":
                raise self.fault("tab", index, 1, f"{line[:index]} {line[index:].lstrip(chr(9) + ' ')}".rstrip())

    def bullets(self, line: str, start: int) -> int:
        """Step over the dashes of items; raises Found for what only looks like one."""
        while True:
            rest = line[start:]
            if bullet := BULLET.match(rest):
                repair = f"{line[:start]}- {rest[bullet.end() :]}" if self.is_bullet(bullet, rest, start) else None
                raise self.fault("bullet", start, len(bullet[0].strip()), repair, tanda=bullet[0].strip())
            if TIGHT_ITEM.match(rest):
                repair = f"{line[:start]}- {rest[1:].lstrip(chr(160))}"
                raise self.fault("dash_space", start, 1, repair)
            item = ITEM.match(rest)
            if not item or not item[1]:
                return start
            start += item.end()

    def is_bullet(self, bullet: re.Match[str], rest: str, start: int) -> bool:
        """Tell whether a sign stands where an item may: then it was meant as one, and did not get there by accident."""
        after = rest[bullet.end() :]
        if ITEM.match(after) or (bullet[0].endswith("  ") and KEY.match(after)):
            return False
        lists = [frame.column for frame in self.frames[1:] if frame.is_list]
        return not self.frames or self.state == "open" or start in lists

    def at_key(self, start: int) -> bool:
        """Tell whether a key may stand in this column."""
        if not self.frames:
            return True
        return any(frame.column == start and not frame.is_list for frame in self.frames) or self.state == "open"

    def starts_with_name(self, text: str) -> bool:
        """Tell whether a text begins with the name of a field."""
        word = WORD.match(text)
        return bool(word and word[0] in self.vocabulary.all)

    # --- what a line holds ---------------------------------------------------------------------------------------

    def content(self, line: str, start: int, dash: int | None) -> None:
        """Read an item, a key with its value, or the text of an item."""
        rest = line[start:]
        if item := ITEM.match(rest):
            self.open_frame(start, is_list=True)
            inner = start + item.end()
            self.state, self.owner = "open", start
            if twice := ITEM.match(line, inner):
                raise self.fault("dash_twice", inner, 1, line[:inner] + line[inner + twice.end() - twice.start() :])
            if not BLANK.match(line[inner:]):
                self.content(line, inner, start)
            return
        if key := KEY.match(rest):
            if not NAME.fullmatch(key[1].strip("\"'")):
                raise self.fault("unknown_key", start, len(key[1]), isian=key[1])
            self.open_frame(start, is_list=False)
            after = start + key.end()
            value = after + len(line[after:]) - len(line[after:].lstrip(" "))
            self.state, self.owner = "open", start
            if not BLANK.match(line[after:]):
                self.value(line, value, start)
            return
        own_line = dash is None and self.state == "open" and bool(self.frames) and start > self.owner
        if own_line:
            dash = self.owner
        if dash is None and self.state == "open" and self.following_item(start):
            raise self.fault("item_dash_missing", start, len(rest.rstrip()), f"{line[:start]}- {rest}")
        if dash is None:
            raise self.fault("no_colon", start, len(rest.rstrip()))
        index = self.index
        self.value(line, start, dash)
        self.own_line = (index, start) if own_line else None

    def open_frame(self, column: int, *, is_list: bool) -> None:
        """Open a block, unless it is the one already open."""
        top = self.frames[-1] if self.frames else None
        if top is None or top.column != column or top.is_list != is_list:
            self.frames.append(Frame(column, is_list))

    def value(self, line: str, start: int, owner: int) -> None:
        """Look at a value; sets what may follow it."""
        self.owner, self.state, self.own_line = owner, "closed", None
        char, text = line[start], line[start:]
        if char in "\"'":
            self.quoted(line, start)
        elif char in "[{":
            self.brackets(line, start)
        elif BLOCK_HEADER.match(text):
            self.block_text()
        elif text.strip() == "-":
            raise self.fault("dash_only", start, 1, "")
        elif ITEM.match(text):
            raise self.fault("list_in_line", start, len(text.rstrip()))
        elif char in SPECIAL:
            end = len(line.rstrip())
            repair = line[:start] + in_quotes(text.rstrip())
            raise self.fault("value_start", start, end - start, repair, tanda=char)
        else:
            self.state = "text"
            self.plain(line, start)

    def plain(self, line: str, start: int) -> None:
        """Look at a value without quotation marks."""
        text = COMMENT.sub("", line[start:]).rstrip()
        if match := re.search(r":(?= |$)", text):
            joined = JOINED.search(text)
            if joined and joined[1] in self.vocabulary.all and (joined.end() == len(text) or "  " in joined[0]):
                raise self.fault("line_joined", start + joined.start(1), len(joined[1]), isian=joined[1])
            repair = line[:start] + in_quotes(text) + line[start + len(text) :]
            raise self.fault("colon_in_text", start + match.start(), 1, repair)

    def block_text(self) -> None:
        """Step over the deeper lines of a `|` or `>` text."""
        self.index += 1
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= self.owner:
                return
            self.index += 1

    def quoted(self, line: str, start: int) -> None:
        """Look at a value in quotation marks, which may go on over several lines."""
        mark, index, column = line[start], self.index, start + 1
        while True:
            end = quoted_end(self.lines[index], column, mark)
            if mark == '"' and (escape := unknown_escape(self.lines[index], column, end)) is not None:
                raise self.unknown_escape(index, escape)
            if end is not None:
                break
            index += 1
            if index >= len(self.lines) or self.is_structure(self.lines[index]):
                repair = line.rstrip() + mark if line.count(mark) == 1 else None
                raise self.fault("quote_open", start, 1, repair, tanda=mark)
            column = 0
        rest = self.lines[index][end:]
        if rest.strip() and not COMMENT.match(rest):
            raise self.after_quote(line, start, index, end)
        self.index = index + 1

    def unknown_escape(self, index: int, column: int) -> Found:
        """Return the fault of a backslash that means nothing."""
        line = self.lines[index]
        return self.fault_at(index, "escape_unknown", column, 2, f"{line[:column]}\\{line[column:]}")

    def after_quote(self, line: str, start: int, index: int, end: int) -> Found:
        """Return the fault of text behind a closing quotation mark."""
        last = self.lines[index]
        rest = last[end:].strip()
        joined = JOINED.search(rest)
        if joined and joined[1] in self.vocabulary.all:
            return self.fault_at(index, "line_joined", end, len(rest), isian=joined[1])
        if index > self.index:
            return self.fault_at(index, "text_after_quote", end, len(rest))
        mark, value = line[start], line[start:].rstrip()
        if rest.startswith(",") and mark in rest:
            repair = None if ITEM.match(line.lstrip()) else f"{line[:start]}[{value}]"
            return self.fault("text_after_quote", end, len(rest), repair)
        inner = value[1:-1] if value.endswith(mark) else value.replace(mark, "", 2) if rest[:1].isalnum() else value
        if not value.endswith(mark):
            inner = value
        return self.fault("text_after_quote", end, len(rest), line[:start] + in_quotes(inner))

    def brackets(self, line: str, start: int) -> None:
        """Look at a value in brackets, which may go on over several lines."""
        depth, index, column = 0, self.index, start
        slips: list[Found] = []
        while True:
            depth, end, quote = bracket_depth(self.lines[index], column, depth)
            if quote is not None:
                slips.append(self.fault_at(index, "quote_open", quote, 1, tanda=self.lines[index][quote]))
            if note := NOTE.search(self.lines[index], column, end or len(self.lines[index])):
                slips.append(self.fault_at(index, "comment_cut", note.start(1), len(note[1])))
            if end is not None:
                break
            index += 1
            if index >= len(self.lines) or self.is_structure(self.lines[index]):
                raise slips[0] if slips else self.bracket_open(line, start, index)
            column = 0
        if slips:
            raise slips[0]
        rest = self.lines[index][end:]
        if rest.strip() and not COMMENT.match(rest):
            raise self.after_bracket(line, start, index, end)
        self.index = index + 1

    def bracket_open(self, line: str, start: int, index: int) -> Found:
        """Return the fault of a bracket that nothing closes before the line at an index."""
        close = "]" if line[start] == "[" else "}"
        repair = line.rstrip() + close if index == self.index + 1 else None
        return self.fault("bracket_open", start, 1, repair, tanda=line[start], penutup=close)

    def after_bracket(self, line: str, start: int, index: int, end: int) -> Found:
        """Return the fault of text behind a closing bracket."""
        last = self.lines[index]
        rest = last[end:].strip()
        repair = line[:start] + in_quotes(line[start:].rstrip()) if index == self.index else None
        if not rest.strip("]}"):
            repair = last[:end]
        return self.fault_at(index, "bracket_text", end, len(rest), repair)

    def is_structure(self, line: str) -> bool:
        """Tell whether a line looks like an item or a field rather than more of a text."""
        text = line.strip()
        word = re.match(r"(?:- +)*([\w-]+) *:(?=\s|$)", text)
        return bool(ITEM.match(text) and text != "-") or bool(word and word[1] in self.vocabulary.all)


def usual_offset(lines: Sequence[str]) -> int:
    """Return how far right of their key most lists of these lines stand: 0 in canonical form."""
    offsets = Counter[int]()
    for key, item in pairwise(lines):
        start = len(item) - len(item.lstrip())
        column = len(key) - len(key.lstrip())
        if ITEM.match(item, start) and re.fullmatch(r" *[\w-]+: *", key):
            offsets[start - column] += 1
    return offsets.most_common(1)[0][0] if offsets else 0


def bracket_depth(line: str, column: int, depth: int) -> tuple[int, int | None, int | None]:
    """Return the depth of brackets after a line, the index behind the last closing one, and that of an open quote."""
    quote: int | None = None
    while column < len(line):
        char = line[column]
        if char in "\"'" and line[:column].rstrip(" ")[-1:] in {"[", "{", ",", ":", ""}:
            end = quoted_end(line, column + 1, char)
            if end is not None:
                column = end
                continue
            quote = column
        depth += (char in "[{") - (char in "]}")
        column += 1
        if depth == 0 and quote is None:
            return 0, column, None
    return depth, None, quote
