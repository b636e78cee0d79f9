"""How a line is written: bullets, a missing space, a wrong colon, a tab."""

from __future__ import annotations

import re
from typing import Final

from portal.source.diagnosis.state import ITEM, KEY, TIGHT_ITEM, WORD, State
from portal.source.quoting import in_quotes

TIGHT_KEY: Final = re.compile(r"""(["']?)([A-Za-z_][\w-]*)\1 *:(?!//)(?=[^ \t])""")
WRONG_COLON: Final = re.compile(r"""(["']?)([A-Za-z_][\w-]*)\1 *([=;：﹕∶]|->|=>|\.(?= )|,(?= ))""")
BULLET: Final = re.compile(r"[‐-―−•·▪◦‣●○](?: *)|--+ |[*+](?: +)(?=\S)")
NUMBER: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])[.)] +(?=\S)")
"""What a word processor puts in front of the steps of a list."""


class Spelling(State):
    """Looks at signs that are nearly right."""

    def spelling(self, line: str, start: int) -> None:
        """Look at signs that are nearly right: bullets, a missing space, a wrong colon, a tab."""
        self.tab(line)
        self.number(line, start)
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
        name = WORD.match(text)
        length = name.end() if name else 0
        # An item may name a field and say no more.
        is_item = line[:start].endswith("- ") and not text[length:].strip()
        if self.starts_with_name(text) and not KEY.match(text) and self.at_key(start) and not is_item:
            repair = f"{line[:start]}{text[:length]}: {text[length:].strip()}".rstrip()
            raise self.fault("colon_missing", start, length, repair, isian=text[:length])

    def tab(self, line: str) -> None:
        """Look for a tab outside quotation marks."""
        for index, char in enumerate(line):
            if char in "\"'" and line[:index].rstrip(" ")[-1:] in {":", "-", "[", ",", "{", ""}:
                return
            if char == "\t":
                raise self.fault("tab", index, 1, f"{line[:index]} {line[index:].lstrip(chr(9) + ' ')}".rstrip())

    def number(self, line: str, start: int) -> None:
        """Look for a number where an item may stand."""
        lists = [frame.column for frame in self.frames[1:] if frame.is_list]
        if (number := NUMBER.match(line, start)) and (self.state == "open" or start in lists):
            repair = without_number(line, start)
            raise self.fault("bullet", start, len(number[0].strip()), repair, tanda=number[0].strip())

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


def without_number(line: str, start: int) -> str:
    """Return a line with a dash in place of its number, and with quotation marks where its text has a colon."""
    text = line[start:][len(match[0]) if (match := NUMBER.match(line, start)) else 0 :].rstrip()
    return f"{line[:start]}- {in_quotes(text) if KEY.match(text) else text}"
