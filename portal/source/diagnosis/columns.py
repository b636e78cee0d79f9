"""Where a line stands: does its column fit the blocks that are open, and if not, where does it belong?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from portal.source.diagnosis.state import BLANK, COMMENT, ITEM, KEY, TIGHT_ITEM, WORD, Found, Frame, State
from portal.source.quoting import quoted_end


class Columns(State):
    """Looks at the column of a line."""

    def first_key(self) -> None:
        """Compare the first key of a record with its other keys: the odd one out is the slip."""
        match = re.match(r"( *)-( *)(?=\S)", self.lines[0])
        column = self.usual_column()
        if column is not None and not self.lines[0].lstrip().startswith("-"):
            self.first_of_root(column)
        if column is not None and self.lines[0].strip() == "-":
            self.first_key_below(column)
        if match and match[2] and column is not None and match.end() != column > len(match[1]) + 1:
            space = " " * (column - len(match[1]) - 1)
            repair = f"{match[1]}-{space}{self.lines[0][match.end() :]}"
            raise self.fault_at(0, "dash_spaces", match.end(1), match.end() - match.end(1), repair, spasi=len(space))

    def first_key_below(self, column: int) -> None:
        """Compare the first key with the others when the dash stands on a line of its own."""
        index = next((i for i, line in enumerate(self.lines[1:], 1) if not BLANK.match(line)), 0)
        if index:
            self.compare(index, column)

    def first_of_root(self, column: int) -> None:
        """Compare the first key with the others when there is no dash at all."""
        index = next((i for i, line in enumerate(self.lines) if not BLANK.match(line)), 0)
        if KEY.match(self.lines[index].lstrip()):
            self.compare(index, column)

    def compare(self, index: int, column: int) -> None:
        """Raise the fault of a line that does not stand in a column."""
        line = self.lines[index]
        if len(line) - len(line.lstrip()) != column:
            raise self.wrong_column(index, column)

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
        if self.state == "closed" and self.is_next_item(text, start):
            raise self.fault("item_dash_missing", start, len(text.rstrip()), f"{' ' * self.owner}- {text}")
        if self.state == "closed":
            raise self.fault("text_after_value", start, len(text))
        return True

    def is_next_item(self, text: str, start: int) -> bool:
        """Tell whether a text stands below one of an item, and has quotation marks of its own as that has."""
        top = self.frames[-1] if self.frames else None
        is_item = top is not None and top.is_list and top.column == self.owner == start - len("- ")
        return is_item and text[0] in "\"'" and quoted_end(text, 1, text[0]) == len(COMMENT.sub("", text).rstrip())

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
        above = self.key_above(start)
        if above and above[1] in self.vocabulary.all - self.vocabulary.lists:
            told = {"di": above[1]} if BLANK.match(above.string, above.end()) else {"di": above[1], "teks": above[1]}
            return self.fault("heading_missing", start, len(line.strip()), **told)
        previous = self.previous()
        text = self.lines[previous]
        column = len(text) - len(text.lstrip())
        if self.is_open_key(previous - 1, start):
            if ITEM.match(text[column:]) and column > start:
                return self.wrong_column(previous, start)
            if not ITEM.match(text[column:]) and not KEY.match(text[column:]):
                repair = f"{' ' * start}- {text.strip()}"
                return self.fault_at(previous, "item_dash_missing", column, len(text.strip()), repair)
        return self.fault("item_after_text", start, len(line.strip()))

    def key_above(self, start: int) -> re.Match[str] | None:
        """Return the last key in a column above this line, if there is one."""
        for line in reversed(self.lines[: self.index]):
            if not line[:start].strip(" -") and (key := KEY.match(line, start)):
                return key
        return None

    def slip_at_owner(self, start: int) -> Found | None:
        """Return the slip at the last key in this column: a part's field too far left, or a part without its dash."""
        index = self.index - 1
        while index >= 0 and not KEY.match(self.lines[index], start):
            index -= 1
        key = KEY.match(self.lines[index], start) if index >= 0 and self.lines[index][:start].isspace() else None
        if key is None or not self.is_open_key(index, start):
            return None
        # Below its own items an item with a field is the next part; one with a text is the next of them.
        item = KEY.match(self.lines[self.index][start:].lstrip("- "))
        if item and item[1] in self.vocabulary.all and key[1] in self.vocabulary.parts - self.vocabulary.record:
            return self.wrong_column(index, start + 2)
        below = self.lines[index + 1]
        first = len(below) - len(below.lstrip())
        if key[1] in self.vocabulary.lists and first > start and KEY.match(below, first):
            repair = f"{' ' * start}- {below.lstrip()}"
            return self.fault_at(index + 1, "item_dash_missing", first, len(below.strip()), repair)
        return None

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
        holder = KEY.match(owner, outer)
        is_single = holder is not None and holder[1] not in self.vocabulary.lists
        if key and (column > outer or is_single) and column != outer + 2 == start:
            return self.wrong_column(previous, start)
        if key and key[1] in self.vocabulary.parts and column == outer and start == outer + 2:
            return self.fault_at(
                previous, "item_dash_missing", column, len(above.strip()), f"{' ' * column}- {above.strip()}"
            )
        return None

    def item_between(self, start: int) -> Found | None:
        """Return the fault of the item above, when it slipped left of this one and of the item or the key above it."""
        previous = self.previous()
        column = len(self.lines[previous]) - len(self.lines[previous].lstrip())
        if previous < 1 or column >= start or not ITEM.match(self.lines[previous], column):
            return None
        before = self.lines[previous - 1]
        is_item = len(before) - len(before.lstrip()) == start and ITEM.match(before, start)
        if is_item or self.is_open_key(previous - 1, start - self.offset):
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
