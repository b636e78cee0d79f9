"""Every line of a file, in every way that a hand slips: one problem, on that line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.formatting import formatted
from portal.model import Innovation
from tests.mistakes import CASES, check_text

BASE = (CASES / "base.yaml").read_text(encoding="utf-8")
TIDY = formatted(BASE, Innovation, "base.yaml")
"""The same with each text in double quotes, as the real data are written."""

Accident = Callable[[str], list[str] | None]


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def moved(by: int) -> Accident:
    return lambda line: [" " * (indent(line) + by) + line.lstrip()] if indent(line) + by >= 0 else None


def replaced(pattern: str, new: str) -> Accident:
    """Return the accident that replaces the first match of a pattern, where there is one."""

    def accident(line: str) -> list[str] | None:
        slipped = re.sub(pattern, lambda match: match.expand(new), line, count=1)
        return None if slipped == line else [slipped]

    return accident


QUOTED = r'^( *(?:- )?[\w]*:? ?)"(.*)"$'
ACCIDENTS: dict[str, Accident] = {
    "one step right": moved(1),
    "two steps right": moved(2),
    "four steps right": moved(4),
    "one step left": moved(-1),
    "two steps left": moved(-2),
    "to the margin": lambda line: [line.lstrip()] if indent(line) else None,
    "tab in front": replaced(r"^ +", r"\t"),
    "hard spaces in front": replaced(r"^ +", "\u00a0\u00a0"),
    "no colon": replaced(r"^( *(?:- )?\w+):", r"\1"),
    "no space after the colon": replaced(r"^( *(?:- )?\w+): ", r"\1:"),
    "equals sign": replaced(r"^( *(?:- )?\w+):", r"\1 ="),
    "semicolon": replaced(r"^( *(?:- )?\w+):", r"\1;"),
    "tab after the colon": replaced(r"^( *(?:- )?\w+): ", r"\1:\t"),
    "misspelt field": replaced(r"^( *(?:- )?\w)(\w*):", r"\1x\2:"),
    "field in capitals": lambda line: replaced(
        r"^( *(?:- )?)(\w+):", r"\1" + line.lstrip("- ").split(":")[0].upper() + ":"
    )(line),
    "dash lost": replaced(r"^( *)- ", r"\1"),
    "dash became a space": replaced(r"^( *)- ", r"\1  "),
    "no space after the dash": replaced(r"^( *)- ", r"\1-"),
    "dash of a word processor": replaced(r"^( *)- ", r"\1– "),
    "star": replaced(r"^( *)- ", r"\1* "),
    "number of a word processor": replaced(r"^( *)- ", r"\g<1>1. "),
    "two dashes": replaced(r"^( *)- ", r"\1- - "),
    "quote not opened": replaced(QUOTED, r'\1\2"'),
    "quote not closed": replaced(QUOTED, r'\1"\2'),
    "curly quotes": replaced(QUOTED, r"\1“\2”"),
    "quotes that differ": replaced(QUOTED, r"""\1'\2\""""),
    "quotes inside": replaced(QUOTED, r'\1"x"\2"'),
    "hash": replaced(QUOTED, r"\1x #1 \2"),
    "colon in the text": replaced(QUOTED, r"\1x: \2"),
    "backslash": replaced(QUOTED, r'\1"\\q\2"'),
    "text behind the quote": replaced(QUOTED, r'\1"\2" lagi'),
    "ampersand first": replaced(QUOTED, r"\1&\2"),
    "star first": replaced(QUOTED, r"\1*\2*"),
    "percent first": replaced(QUOTED, r"\1%\2"),
    "at first": replaced(QUOTED, r"\1@\2"),
    "bar first": replaced(QUOTED, r"\1| \2"),
    "bracket first": replaced(QUOTED, r"\1[\2"),
    "brace first": replaced(QUOTED, r"\1{\2"),
    "empty quotes": replaced(QUOTED, r'\1""'),
    "escape": replaced(QUOTED, r'\1"\\0\2"'),
    "escape of the terminal": replaced(QUOTED, '\\1"\x1b\\2"'),
    "invisible letter": replaced(QUOTED, '\\1"\u200b\\2"'),
    "words above": lambda line: ["ini bukan isian", line],
    "words above, in the column": lambda line: [" " * indent(line) + "ini bukan isian", line],
    "two versions": lambda line: ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> lain"],
}


def in_brackets(lines: list[str], number: int) -> bool:
    """Tell whether a line goes on with a list in brackets: there, its column and one more text mean nothing."""
    return lines[number - 1].lstrip().startswith("kata_kunci: [")


def is_only_item(lines: list[str], number: int, slipped: list[str]) -> bool:
    """Tell whether a line is the only item of its list, and still one: it may stand in any column right of its key."""
    above, line, below = lines[number - 1], lines[number], lines[number + 1]
    alone = (
        above.endswith(":") and line.lstrip().startswith("- ") and ": " not in line and indent(below) <= indent(line)
    )
    return (
        alone
        and not below.lstrip().startswith("- ")
        and slipped[0].lstrip(" ") == line.lstrip()
        and indent(slipped[0]) > 1
    )


@pytest.mark.parametrize("base", [BASE, TIDY], ids=["base", "tidy"])
@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_is_told_once_on_its_line(name: str, base: str, tmp_path: Path):
    lines = base.split("\n")
    wrong = []
    tried = 0
    for number, line in enumerate(lines):
        slipped = ACCIDENTS[name](line) if line.strip() and not line.startswith("#") else None
        if slipped is None or in_brackets(lines, number) or is_only_item(lines, number, slipped):
            continue
        tried += 1
        loaded = check_text("\n".join([*lines[:number], *slipped, *lines[number + 1 :]]), tmp_path)
        told = [(problem.kind, problem.place.line) for problem in loaded.errors]
        if [place for _, place in told] != [number + 1]:
            wrong.append((number + 1, slipped[0], told))
    assert tried >= 5
    assert wrong == []
