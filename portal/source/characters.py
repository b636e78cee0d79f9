"""Characters that no one sees but that change how a line is read; found before YAML looks at the text.

The order matters: PyYAML ends a line at U+0085, U+2028 and U+2029 and editors do not, so from there on every line
number would be off by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from portal.problems import Problem
from portal.source.document import Document

CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
SEPARATORS: Final = "\x85\u2028\u2029"
BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE: Final = "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
TAGS: Final = "\ufff9-\ufffb\U000e0000-\U000e0fff"
"""Annotations and "tag" letters: text that machines read and people do not."""

KINDS: Final = {
    "character_control": re.compile(f"[{CONTROL}]"),
    "character_separator": re.compile(f"[{SEPARATORS}]"),
    "character_bidi": re.compile(f"[{BIDI}]"),
    # A joiner is invisible too, except between the parts of an emoji.
    "character_invisible": re.compile(f"[{INVISIBLE}{TAGS}]|(?<![\u2190-\U0001faff\ufe0f])[\u200c\u200d]"),
    "character_broken": re.compile("\ufffd"),
    "indent_tab": re.compile(r"^ *\t"),
    "indent_space": re.compile(f"^ *([{SPACES}])"),
    "merge_conflict": re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |$)"),
}
IN_TEXT: Final = ("character_control", "character_bidi", "character_separator", "character_invisible")
"""What a text may not hold either when it is written as an escape such as "\\0"."""

SUSPECT: Final = re.compile(
    f"[{CONTROL}{SEPARATORS}{BIDI}{INVISIBLE}{TAGS}\u200c\u200d\ufffd\t{SPACES}]"
    r"|^(?:<{7}|={7}|>{7}|\|{7})(?: |$)",
    re.MULTILINE,
)
"""One pass over the whole text; the kinds are only looked for when it finds something."""


INDENT: Final = re.compile(f"^[ \t{SPACES}]+")
UNSEEN: Final = re.compile(f"[{CONTROL}{BIDI}{INVISIBLE}{TAGS}\u200c\u200d]")


def legible(line: str) -> str:
    """Return a line without characters that no one sees, and with ordinary spaces in front (see `plain_indent`)."""
    return plain_indent(UNSEEN.sub("", re.sub(f"[{SEPARATORS}]", " ", line)))


def plain_indent(line: str) -> str:
    """Return a line with ordinary spaces in front: two for a tab, one for any other space."""
    return INDENT.sub(lambda match: re.sub(r"[^ ]", " ", match[0].replace("\t", "  ")), line)


def find_characters(document: Document) -> Iterator[Problem]:
    """Yield one problem per line with such a character; a run of lines with the same kind counts once."""
    previous = (0, "")
    conflict = False
    for number, line in enumerate(document.lines, 1):
        if not SUSPECT.search(line):
            continue
        found = first_in(line)
        if found is None:
            continue
        kind, column = found
        if kind == "merge_conflict":
            # The later marks of one conflict say nothing new.
            repeated, conflict = conflict, not line.startswith(">>>>>>>")
        else:
            repeated = previous == (number - 1, kind) and kind.startswith("indent_")
        previous = (number, kind)
        if not repeated:
            yield document.at(kind, number, column + 1, nama=name_of(line[column]))


def first_in(line: str) -> tuple[str, int] | None:
    """Return the kind and the index of the first bad character of a line."""
    found = [(match.end() - 1 if kind.startswith("indent") else match.start(), kind) for kind, match in matches(line)]
    return next(((kind, index) for index, kind in sorted(found)), None)


def matches(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each kind of bad character that a line holds, with its first match."""
    for kind, pattern in KINDS.items():
        if match := pattern.search(line):
            yield kind, match


def name_of(char: str) -> str:
    """Return the number and the name of a character, as the character tables of Word and Windows print them."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def conflict_lines(document: Document) -> Iterator[int]:
    """Yield the numbers of the lines between conflict marks, marks included."""
    inside = False
    for number, line in enumerate(document.lines, 1):
        inside = inside or bool(KINDS["merge_conflict"].match(line))
        if inside:
            yield number
        if line.startswith(">>>>>>>"):
            inside = False
