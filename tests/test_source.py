"""Bytes to nodes: what is read, what is refused, and that nothing hangs."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest

from portal.source import Document, Fields, Items, Scalar, Vocabulary, decoding
from portal.source.composing import FAST_PARSER, PlainParser, compose_with
from portal.source.cutting import stray_markers
from portal.source.decoding import read_bytes
from portal.source.nodes import plain
from portal.source.reading import read_entries, read_entry
from tests.mistakes import VALID, check, check_text, kinds

TEXT = VALID.read_text(encoding="utf-8")
WORDS = Vocabulary(frozenset({"id", "nama", "sasaran"}))
SAME = check(VALID).innovations


def entries(text: str) -> list[object]:
    return [plain(entry.node) for entry in read_entries(Document("x", text.split("\n")), WORDS) if entry.node]


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"---\n" + TEXT.encode() + b"...\n",
        b"%YAML 1.2\n---\n" + TEXT.encode(),
        "\n".join(f"  {line}" if line else line for line in TEXT.split("\n")).encode(),
        TEXT.replace("- id: jalan", "-\n  id: jalan").encode(),
        TEXT.replace("  nama:", '  "nama" :').encode(),
        TEXT.replace("  - lansia\n  - keluarga", "    - 'lansia'\n    - \"keluarga\"").encode(),
        TEXT.replace("  - lansia\n  - keluarga", "")
        .replace("sasaran:\n", "sasaran: [\n    lansia, keluarga,\n  ]\n")
        .encode(),
        TEXT.replace("gratis untuk lansia.", "gratis\n\n    untuk lansia.")
        .replace("\n\n    untuk", "\n    untuk")
        .encode(),
        TEXT.replace("ringkasan: Operasi katarak", "ringkasan: >-\n    Operasi katarak\n   ").encode(),
        TEXT.replace("  nama:", "# catatan\n\n     # catatan\n  nama:").encode(),
        TEXT.replace("nama: Jalan Setia", "nama: 'Jalan Setia'   # catatan").encode(),
    ],
    ids=lambda raw: raw[:12],
)
def test_every_way_of_writing_the_same_is_read_the_same(raw: bytes, tmp_path: Path):
    loaded = check_text(raw, tmp_path)
    assert not loaded.problems
    assert loaded.innovations == SAME


@pytest.mark.parametrize("typed", ["no", "0311", "1.10", "12:30", "0x1F", "1_000", "2025-02-30", "true", "1e3", "+62"])
def test_a_text_stays_as_typed(typed: str):
    assert entries(f"- nama: {typed}") == [{"nama": typed}]


@pytest.mark.parametrize("typed", ["", "~", "null", "Null"])
def test_nothing_is_nothing(typed: str):
    assert entries(f"- nama: {typed}") == [{"nama": None}]


def test_places_count_letters_from_one():
    document = Document("x", ["# é", "- nama: é–😀", "  sasaran:", "  - 'é'"])
    (entry,) = read_entries(document, WORDS)
    assert isinstance(entry.node, Fields)
    (key, value), (_, items) = entry.node.pairs
    assert isinstance(items, Items)
    assert (key.span, value.span) == ((2, 3, 2, 7), (2, 9, 2, 12))
    assert items.nodes[0].span == (4, 5, 4, 8)


def test_both_parsers_find_the_same_nodes():
    assert FAST_PARSER is not None
    for text in (TEXT, (VALID.parent / "base.yaml").read_text(encoding="utf-8")):
        assert compose_with(FAST_PARSER(text), 1) == compose_with(PlainParser(text), 1)


@pytest.mark.parametrize(
    "text", ["1. Datang\n  2. Lapor", "a) Datang\n  b) Lapor", "1. Datang: dulu\n  2. Lapor: nanti"]
)
def test_each_step_that_has_a_number_is_told(text: str, tmp_path: Path):
    loaded = check_text(TEXT.replace("  syarat:", f"  cara:\n  {text}\n  syarat:"), tmp_path)
    assert [(problem.kind, problem.place.line) for problem in loaded.problems] == [("bullet", 14), ("bullet", 15)]


def test_the_slow_parser_reads_tabs_as_mistakes(tmp_path: Path):
    assert kinds(check_text(TEXT.replace("nama: Jalan", "nama:\tJalan"), tmp_path)) == ["tab"]


@pytest.mark.parametrize("end", ["", "\n", "\n  jadwal: Senin\n"])
def test_a_part_at_the_margin_is_told_wherever_the_file_ends(end: str, tmp_path: Path):
    part = f"  tempat:\n- nama: Balai\n    alamat: Jl. Pahlawan 5{end}"
    (told,) = check_text(TEXT + part, tmp_path).problems
    assert (told.kind, told.place.line) == ("item_too_far_left", TEXT.count("\n") + 2)


@pytest.mark.parametrize(
    ("lines", "stray", "stray_so_far"),
    [
        (["---", "- a", "..."], [], [2]),
        (["..."], [], [0]),
        (["# x", "...", "# y"], [], [1]),
        (["- a", "- b", "...", "- c"], [2], [2]),
        (["- a", "---", "- b", "...", "..."], [1, 3], [1, 3, 4]),
    ],
)
def test_one_mark_in_front_and_one_behind_are_right(lines: list[str], stray: list[int], stray_so_far: list[int]):
    assert stray_markers(lines, is_end=True) == stray
    assert stray_markers(lines, is_end=False) == stray_so_far


def test_a_root_with_fields_is_read():
    entry = read_entry(Document("x", ["# catatan", 'nama: "a"', "sasaran: [b]"]), WORDS)
    assert plain(entry.node or Scalar(None, None)) == {"nama": "a", "sasaran": ["b"]}  # type: ignore[arg-type]


def test_a_list_in_brackets_is_read():
    assert entries('[{"id": "a"}, {"id": "b"}]') == [{"id": "a"}, {"id": "b"}]


@pytest.mark.parametrize(
    ("name", "kind"), [("tidak-ada.yaml", "file_missing"), ("", "file_directory"), ("besar.yaml", "file_too_large")]
)
def test_what_is_no_file_is_told(name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(decoding, "MAX_BYTES", 1000)
    (tmp_path / "besar.yaml").write_bytes(b"#" * 1001)
    problem = read_bytes(tmp_path / name, name)
    assert not isinstance(problem, bytes)
    assert problem.kind == kind


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_does_not_block(tmp_path: Path):
    os.mkfifo(tmp_path / "pipa")
    problem = read_bytes(tmp_path / "pipa", "pipa")
    assert not isinstance(problem, bytes)
    assert problem.kind == "file_special"


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError

    (tmp_path / "a.yaml").write_text("- id: a")
    monkeypatch.setattr(Path, "open", refuse)
    problem = read_bytes(tmp_path / "a.yaml", "a.yaml")
    assert not isinstance(problem, bytes)
    assert problem.kind == "file_unreadable"


def test_bytes_cut_off_in_utf_16_are_told(tmp_path: Path):
    assert kinds(check_text(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"a", tmp_path)) == ["encoding_broken"]


HOSTILE = {
    "brackets": "[" * 100_000,
    "brackets in a record": "- id: " + "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "aliases": '- a: &a ["x"]\n' + "".join(f"  b{i}: &b{i} [{'*a,' * 9}*a]\n" for i in range(40)),
    "many records": "- id: a\n" * 120_000,
    "many broken records": '- nama: "x\n' * 90_000,
    "one long line": "- nama: " + "a" * 990_000,
    "many colons": "- " + "a: " * 330_000,
    "many values": "- sasaran: [" + "a," * 490_000 + "]",
    "tabs": "- id: a\n" + "\tnama: b\n" * 100_000,
    "backslashes": '- nama: "' + "\\" * 900_000,
    "too large": "- id: x\n" * 6_500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_with_little_memory(name: str, tmp_path: Path):
    begin = time.process_time()
    loaded = check_text(HOSTILE[name], tmp_path)
    assert time.process_time() - begin < 2
    assert loaded.errors


def test_nested_brackets_take_no_memory(tmp_path: Path):
    tracemalloc.start()
    check_text(HOSTILE["brackets in a record"], tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_file_with_endless_problems_is_not_read_to_its_end(tmp_path: Path):
    assert "too_many_problems" in kinds(check_text(HOSTILE["many broken records"], tmp_path))


def test_too_many_values_in_one_record_are_told(tmp_path: Path):
    assert "too_many_values" in kinds(check_text(HOSTILE["many values"], tmp_path))
