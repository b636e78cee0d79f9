"""Quotation marks of YAML: where a quoted text ends, and how to write a text in quotation marks."""

from __future__ import annotations

import re
from typing import Final

ESCAPE: Final = re.compile(r'\\(?:[0abt\tnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)')

STRAY: Final = re.compile(r"""\s*[,;"']+(?=\s*$|\s+#)""")
"""Signs behind a closing mark that say nothing: a comma of another notation, a mark typed twice."""

APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")
PAIRED: Final = re.compile(r"""[^"']*(?:(?<![^\s(])(["'])\S(?:[^"']*\S)?\1(?![^\s.,;:!?)])[^"']*)*""")
"""A text in which each mark opens before a word or closes behind one."""


LITERAL: Final = re.compile(r"(?<!\\)(?:\\\\)*\\[abefnrtvLNP](?=[^\W\d_])")
"""An escape of YAML by chance: a backslash in front of a word."""


def quoted_end(line: str, column: int, mark: str) -> int | None:
    """Return the index behind the closing mark of a text that is open at an index; None when it stays open."""
    while column < len(line):
        char = line[column]
        if char == "\\" and mark == '"':
            column += 2
            continue
        if char == mark and mark == "'" and line[column + 1 : column + 2] == "'":
            column += 2
            continue
        column += 1
        if char == mark:
            return column
    return None


def unknown_escape(line: str, column: int, end: int | None) -> int | None:
    """Return the index of the first backslash that is no escape of YAML, in a part of a line."""
    stop = len(line) if end is None else end
    while (column := line.find("\\", column, stop)) >= 0:
        match = ESCAPE.match(line, column)
        if match is None:
            return column
        column = match.end()
    return None


def doubled(line: str, begin: int, end: int | None) -> str:
    """Return a line with each backslash between two indexes, in a quoted text, doubled, save those of escaped signs."""
    stop = len(line) if end is None else end
    text = re.sub(r'\\(["\\])?', lambda match: match[0] if match[1] else "\\\\", line[begin:stop])
    return line[:begin] + text + line[stop:]


def in_quotes(text: str) -> str:
    """Return a text in quotation marks, in the kind that needs no backslash when there is one."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_meant(value: str, end: int) -> str | None:
    """Return a quoted value behind whose closing mark, which ends at an index, more stands; None when in doubt.

    Signs that say nothing are dropped, more of the text goes inside, marks stay where they surely are inside the text.
    """
    mark, rest = value[0], value[end:]
    if stray := STRAY.match(rest):
        return value[:end] + rest[stray.end() :]
    bare = value.strip(mark)
    if value.startswith(mark * 2) and bare and mark not in bare:
        return mark + bare + mark
    if "\\" in value or "#" in rest or mark * 2 in value:
        return None
    if value.endswith(mark):
        inner = value[1:-1]
        return in_quotes(inner) if PAIRED.fullmatch(APOSTROPHE.sub("", inner)) else None
    goes_on = mark not in rest and re.match(r" \S|[.,:?!)]", rest)
    return in_quotes(value[1 : end - 1] + rest) if goes_on else None
