"""One mistake, one message, at its place, in these words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.problems import tell
from portal.wording import WORDS
from tests.mistakes import CASES, MISTAKES, VALID, check, check_text, kinds

ELSEWHERE = {
    # Files that cannot lie in a repository: missing, too large, unreadable (test_source.py).
    *("file_missing", "file_directory", "file_special", "file_unreadable", "file_too_large", "encoding_broken"),
    *("too_many_problems", "too_many_values", "format_loses"),
    # Where the files lie (test_loading.py).
    *("file_and_folder", "folder_empty", "folder_in_folder", "file_ending"),
    # Values of contacts, settings and synonyms (test_loading.py, test_checks.py, test_validation.py).
    *("extension", "phone", "whatsapp", "email", "yes_no", "unreachable", "slash_missing", "value_invalid"),
    *("words_missing", "leads_nowhere"),
}


def test_there_are_enough_cases():
    assert len(MISTAKES) >= 80


def test_the_file_they_are_made_from_is_valid():
    loaded = check(VALID)
    assert len(loaded.innovations) == 2
    assert not loaded.problems


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.stem)
def test_a_mistake_is_told_once_at_its_place(case: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(case.parent)
    loaded = check(Path(case.name))
    assert tell(loaded.problems) + "\n" == case.with_suffix(".txt").read_text(encoding="utf-8")
    assert len(loaded.problems) == 1


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("indent_tab", "  ringkasan:", "\tringkasan:"),
        ("indent_tab", "  - Surat rujukan", "\t- Surat rujukan"),
        ("indent_tab", "    satuan:", "\t\tsatuan:"),
        ("indent_space", "  ringkasan:", "\xa0 ringkasan:"),
        ("character_invisible", "Surat rujukan", "Surat\u200b rujukan"),
        ("character_control", "Surat rujukan", "Surat\x07 rujukan"),
        ("character_separator", "Surat rujukan", "Surat\u2028rujukan"),
        ("character_bidi", "ringkasan", "\u202eringkasan"),
        ("character_broken", "Surat rujukan", "Surat rujuk\ufffdn"),
    ],
)
def test_a_character_that_no_one_sees_hides_no_other_mistake(kind: str, old: str, new: str, tmp_path: Path):
    text = VALID.read_text(encoding="utf-8")
    assert old in text
    two = text.replace(old, new, 1).replace("  sasaran:\n  - lansia", "  sasaran:\n  - kucing", 1)
    assert sorted(kinds(check_text(two, tmp_path))) == sorted([kind, "choice"])
    assert kinds(check_text(two.replace("kucing", "lansia"), tmp_path)) == [kind]


def test_where_a_record_begins_is_not_guessed(tmp_path: Path):
    text = VALID.read_text(encoding="utf-8").replace("- id: okata-uti", "- id: okata\u200b-uti", 1)
    two = text.replace("Surat rujukan", "Surat\u200b rujukan", 1).replace("- lansia", "- kucing", 1)
    assert kinds(check_text(two, tmp_path)) == ["character_invisible"] * 2


def test_every_case_has_its_text():
    texts = {path.stem for path in (CASES / "mistakes").glob("*.txt")}
    assert texts == {case.stem for case in MISTAKES}, "HACKING.md, “add a rule”, tells how it is made"


def test_all_problems_of_an_awful_file_in_order(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CASES)
    loaded = check(Path("awful.yaml"))
    assert tell(loaded.problems) + "\n" == Path("awful.txt").read_text(encoding="utf-8")
    lines = [problem.place.line for problem in loaded.problems]
    assert lines == sorted(lines)
    assert len(lines) > 15


def test_every_kind_of_problem_has_a_case():
    found = {kind for case in [*MISTAKES, CASES / "awful.yaml"] for kind in kinds(check(case))}
    assert WORDS.keys() - found - ELSEWHERE == set(), "one wrong file for each, or a test in ELSEWHERE"
    assert not found & ELSEWHERE


@pytest.mark.parametrize("kind", WORDS)
def test_words_are_those_of_an_office(kind: str):
    words = " ".join([WORDS[kind].title, *WORDS[kind].helps]).lower()
    banned = r"\b(?:mapping|scalar|token|null|string|regex|syntax|parser|yaml|list|field)\b"
    assert not re.search(banned, words.replace(".yaml", ""))
    assert "!" not in words.replace("tanda !", "")
    assert WORDS[kind].helps
