"""Quotation marks of YAML: where a quoted text ends, and how to write a text in quotation marks."""

from __future__ import annotations

import re
from typing import Final

ESCAPE: Final = re.compile(r'\\(?:[0abt\tnvfre "/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)')


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


def in_quotes(text: str) -> str:
    """Return a text in quotation marks, in the kind that needs no backslash when there is one."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
