"""What a line holds: an item, a key, a value; quotation marks and brackets that close."""

from __future__ import annotations

import re
from typing import Final

from portal.source.diagnosis.state import BLANK, COMMENT, ITEM, KEY, Found, State
from portal.source.quoting import as_meant, doubled, in_quotes, quoted_end, unknown_escape

NAME: Final = re.compile(r"[A-Za-z_][\w -]*")
JOINED: Final = re.compile(r"(?:^|  |[^\w-])([A-Za-z_][\w-]*) *:(?=[ \t]|$)")
BLOCK_HEADER: Final = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?: #.*)?$")
OTHER_ITEM: Final = re.compile(r"""[-,]\s*(?:-\s*)?("[^"]+"|'[^']+')""")
NOTE: Final = re.compile(r"(?:^|[\s,\[{])(#\S.*)$")
SPECIAL: Final = "@`%&*!|>?,]}:"


class Contents(State):
    """Looks at items, keys and values."""

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

    def following_item(self, start: int) -> bool:
        """Tell whether the next line with content is an item in a column."""
        index = self.index + 1
        while index < len(self.lines) and BLANK.match(self.lines[index]):
            index += 1
        line = self.lines[index] if index < len(self.lines) else ""
        return len(line) - len(line.lstrip()) == start and bool(ITEM.match(line[start:]))

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
            if text[-1] in "\"'" and text.count(text[-1]) % 2:
                repair = line[:start] + text[-1] + text + line[start + len(text) :]
                raise self.fault("quote_missing", start, len(text), repair, tanda=text[-1])
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
                raise self.unknown_escape(index, escape, column, end)
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

    def unknown_escape(self, index: int, escape: int, begin: int, end: int | None) -> Found:
        """Return the fault of a backslash that means nothing, in a text between two indexes."""
        return self.fault_at(index, "escape_unknown", escape, 2, doubled(self.lines[index], begin, end))

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
        is_item = bool(ITEM.match(line.lstrip()))
        if is_item and (other := OTHER_ITEM.match(rest)):
            return self.fault("items_joined", end, len(rest), tulis=f"- {other[1]}")
        if rest.startswith(",") and mark in rest and not is_item:
            return self.fault("text_after_quote", end, len(rest), f"{line[:start]}[{value}]")
        # Behind a dash or a comma may stand another item.
        meant = None if is_item and re.match(r"[-,]\s*\w", rest) else as_meant(value, end - start)
        return self.fault("text_after_quote", end, len(rest), line[:start] + meant if meant else None)

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
