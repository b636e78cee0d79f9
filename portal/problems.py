"""What is wrong with the data and where, and the three forms in which it is told: text, annotations, JSON."""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from textwrap import shorten
from typing import Final

from portal.wording import WORDS, Severity

SHOWN: Final = 20
"""More problems than this are counted, not shown: nobody mends fifty things from one screen."""

LONGEST_LINE: Final = 160
"""Lines of the data are cut to about this width around the marked span."""


LONGEST_NAME: Final = 60
"""A name that swallowed other lines is cut."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a file. Lines and columns count characters from 1; line 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0
    width: int = 1

    def __str__(self) -> str:
        """`path:line:column`, or the path alone for the whole file."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `kind` is a key of the wording table and `params` fill its sentences."""

    kind: str
    place: Place
    record: str = ""
    line_text: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """Whether it stops the build."""
        return WORDS[self.kind].severity

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.severity is Severity.ERROR

    @property
    def title(self) -> str:
        """What is wrong, in a sentence that stands alone."""
        return WORDS[self.kind].title.format(**self.params)

    @property
    def help(self) -> str:
        """What to type: the first help text whose every blank can be filled, or nothing."""
        for text in WORDS[self.kind].helps:
            if blanks(text) <= self.params.keys():
                return text.format(**self.params)
        return ""

    def named(self, record: str) -> Problem:
        """Return the same problem, in the record of that name."""
        return replace(self, record=record)

    def placed(self, path: str, above: int) -> Problem:
        """Return the same problem in the file `path`, when its lines were counted without the `above` lines there."""
        place = self.place
        # The one other number of a line that a problem holds; among files it comes with a path, as a text.
        line = self.params.get("baris")
        params = {**self.params, "baris": line + above} if isinstance(line, int) and above else self.params
        moved = Place(path, place.line and place.line + above, place.column, place.width)
        return replace(self, place=moved, params=params)


def blanks(text: str) -> set[str]:
    """Return the names of the `{blanks}` in a sentence of the wording table."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


class Format(StrEnum):
    """The forms in which problems are told."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def tell(problems: Sequence[Problem], form: Format = Format.TEXT, *, color: bool = False) -> str:
    """Return all problems in the form asked for; errors first come as they stand in the files."""
    if form is Format.JSON:
        return as_json(problems)
    if form is Format.GITHUB:
        return "\n".join(map(as_annotation, problems))
    return as_text(problems, color=color)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column and keep one problem of a severity per place."""
    kept: dict[tuple[str, int, int, bool], Problem] = {}
    for problem in problems:
        place = problem.place
        kept.setdefault((place.path, place.line, place.column, problem.is_error), problem)
    return tuple(sorted(kept.values(), key=lambda one: (one.place.path, one.place.line, one.place.column)))


def as_text(problems: Sequence[Problem], *, color: bool = False) -> str:
    """Return problems as a person reads them in a terminal: at most `SHOWN`, then what was left out, then a count."""
    if not problems:
        return ""
    # Warnings never push an error off the screen.
    urgent = sorted(problems, key=lambda one: not one.is_error)[:SHOWN]
    shown = [one for one in problems if any(one is other for other in urgent)]
    blocks = [as_block(problem, color=color) for problem in shown]
    if len(problems) > len(shown):
        blocks.append(f"… dan {len(problems) - len(shown)} lagi. Perbaiki yang di atas dulu, lalu periksa lagi.")
    return "\n\n".join([*blocks, count(problems)])


def count(problems: Sequence[Problem]) -> str:
    """Return the closing line: how many problems, and that nothing was written when one is an error."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    parts = [f"{errors} galat"] * bool(errors) + [f"{warnings} peringatan"] * bool(warnings)
    end = " Tidak ada halaman yang diubah." if errors else ""
    return f"{' dan '.join(parts)} ditemukan.{end}"


def as_block(problem: Problem, *, color: bool = False) -> str:
    """Return one problem in the layout of the Rust compiler: level, place, the line, the marked span, help."""
    word = "galat" if problem.is_error else "peringatan"
    paint = ("\033[1;31m" if problem.is_error else "\033[1;33m", "\033[0m") if color else ("", "")
    place = problem.place
    record = f"  {printable(shorten(problem.record, LONGEST_NAME, placeholder='…'))}" if problem.record else ""
    gutter = " " * len(str(place.line))
    lines = [f"{paint[0]}{word}{paint[1]}: {printable(problem.title)}", f"{gutter}--> {printable(str(place))}{record}"]
    if place.line:
        text, mark = quoted_line(problem.line_text, place.column, place.width)
        lines += [f"{gutter} |", f"{place.line} | {text}".rstrip(), f"{gutter} | {paint[0]}{mark}{paint[1]}"]
    if problem.help:
        lines.append(f"{gutter} = bantuan: {printable(problem.help)}")
    return "\n".join(lines)


def quoted_line(text: str, column: int, width: int) -> tuple[str, str]:
    """Return a line of the data, safe to print and cut to the screen, and the marks to print under it."""
    start = max(0, column - 1 - LONGEST_LINE // 2) if len(text) > LONGEST_LINE else 0
    cut = text[start : start + LONGEST_LINE]
    before, after = "…" * bool(start), "…" * (start + LONGEST_LINE < len(text))
    offset = column - 1 - start
    marked = cut[offset : offset + max(1, width)]
    margin = columns(before + printable(cut[:offset]))
    return before + printable(cut) + after, " " * margin + "^" * max(1, columns(printable(marked)))


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: East Asian letters and emoji take two, accents none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def printable(text: str) -> str:
    """Replace everything that does not print by a dot, so that no text of the data can steer the terminal."""
    return "".join(char if char.isprintable() or char == "\u3000" else "·" for char in text)


def as_annotation(problem: Problem) -> str:
    """Return a workflow command that puts the problem on its line of a pull request.

    The escapes are those of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    level = "error" if problem.is_error else "warning"
    place = problem.place
    message = printable(f"{problem.title}. {problem.help}" if problem.help else problem.title)
    path = printable(place.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    spot = f"file={path},line={max(1, place.line)},col={max(1, place.column)}"
    end = f",endColumn={place.column + place.width}" if place.line else ""
    return f"::{level} {spot}{end}::{message.replace('%', '%25')}"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a list of objects, ASCII only; `kind` is stable, the sentences are not."""
    return json.dumps([as_object(problem) for problem in problems], indent=2)


def as_object(problem: Problem) -> dict[str, str | int]:
    """Return one problem for machines."""
    place = problem.place
    return {
        "kind": problem.kind,
        "severity": problem.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "width": place.width,
        "record": problem.record,
        "message": problem.title,
        "help": problem.help,
    }
