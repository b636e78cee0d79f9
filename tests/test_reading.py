"""Every way to the same result: piece by piece or as a whole, kept, in two processes, in several files, once more."""

from __future__ import annotations

import operator
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from enum import Enum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import synthetic
from portal import examining, sections, workers
from portal.checks import Conditions
from portal.examining import Kind
from portal.fields import vocabulary_of
from portal.formatting import formatted
from portal.kept import CHECK, sources
from portal.loading import CACHE, KINDS, Loaded, Reader, load, load_file
from portal.model import Innovation
from portal.problems import Problem
from portal.source.events import Unusual
from portal.source.pieces import cut_pieces
from portal.workers import Job, examine_all
from tests.conftest import ROOT
from tests.mistakes import CASES, MISTAKES, TODAY
from tests.test_accidents import ACCIDENTS
from tests.test_slips import DATA, SHARED, TYPED, slipped

WORDS = vocabulary_of(Innovation)
NO_UTF_8 = CASES / "mistakes" / "windows-1252.yaml"
FILES = [*MISTAKES, CASES / "awful.yaml", CASES / "base.yaml", CASES / "valid.yaml", DATA]
MARKS = ["---", "...", "<<<<<<< a", "=======", ">>>>>>> b", "- id: x"]
BASE = (CASES / "base.yaml").read_text(encoding="utf-8")
TIDY = formatted(BASE, Innovation, "base.yaml")
"""The same with each text in double quotes."""

Told = list[tuple[str, int, int, int, str, str, str]]


def told(problems: tuple[Problem, ...]) -> Told:
    """Return all that people see of problems, the path aside."""
    return [
        (one.kind, one.place.line, one.place.column, one.place.width, one.record, one.line_text, one.title + one.help)
        for one in problems
    ]


def result(loaded: Loaded) -> tuple[tuple[Innovation, ...], Told]:
    return loaded.innovations, told(loaded.problems)


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, Path], Loaded]:
    """The long way alone: each file as one piece, each record looked at for every slip."""

    def refuse(*_: object, **__: object) -> None:
        raise Unusual

    def check(file: Path, data: Path = CASES) -> Loaded:
        with monkeypatch.context() as patched:
            patched.setattr(sections, "cut_pieces", lambda raw, _: [raw])
            patched.setattr(examining, "Smooth", refuse)
            return load_file(file, data, TODAY)

    return check


def noted(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list to which every piece that is examined from now on is added."""
    seen: list[bytes] = []

    def note(jobs: Sequence[Job], kind: Kind, conditions: Conditions) -> Iterator[bytes]:
        seen.extend(job.raw for job in jobs)
        return examine_all(jobs, kind, conditions)

    monkeypatch.setattr(sections, "examine_all", note)
    return seen


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with contacts alone: that the rest is missing is told as well."""
    (tmp_path / "data").mkdir()
    shutil.copy(CASES / "contacts.yaml", tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pieces_give_what_the_whole_file_gives(file: Path, whole: Callable[..., Loaded]):
    data = file.parent if file == DATA else CASES
    assert result(load_file(file, data, TODAY)) == result(whole(file, data))


def test_there_is_a_piece_for_each_record():
    raw = DATA.read_bytes()
    pieces = cut_pieces(raw, WORDS)
    assert len(pieces) == len(load_file(DATA, DATA.parent, TODAY).innovations) > 10
    assert b"\n".join(pieces) == raw


@settings(SHARED, max_examples=500)
@given(text=st.lists(st.sampled_from([*BASE.split("\n"), *MARKS])))
def test_pieces_joined_are_the_file(text: list[str]):
    raw = "\n".join(text).encode()
    assert b"\n".join(cut_pieces(raw, WORDS)) == raw


@pytest.mark.parametrize("base", [BASE, TIDY], ids=["base", "tidy"])
@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_in_a_long_file_is_told_as_in_a_whole_one(
    name: str, base: str, tmp_path: Path, whole: Callable[[Path], Loaded]
):
    lines = base.split("\n")
    tried = 0
    for number, line in enumerate(lines):
        if number % 3 or (made := ACCIDENTS[name](line)) is None:
            continue
        tried += 1
        file = tmp_path / "inovasi.yaml"
        file.write_text("\n".join([*lines[:number], *made, *lines[number + 1 :]]), encoding="utf-8")
        assert result(load_file(file, CASES, TODAY)) == result(whole(file)), line
    assert tried >= 2


@pytest.mark.parametrize("base", [BASE, TIDY], ids=["base", "tidy"])
@pytest.mark.parametrize("ways", [1, 3])
def test_slips_are_told_as_in_a_whole_file(ways: int, base: str, tmp_path: Path, whole: Callable[[Path], Loaded]):
    file = tmp_path / "inovasi.yaml"

    @settings(SHARED, max_examples=250)
    @given(
        slips=st.lists(
            st.tuples(st.integers(0, len(base) - 9), st.sampled_from(TYPED), st.integers(0, 3)),
            min_size=ways,
            max_size=ways,
        )
    )
    def slip(slips: list[tuple[int, str, int]]) -> None:
        text = base
        for index, letter, way in slips:
            text = slipped(text, index, letter, way)
        file.write_bytes(text.encode())
        assert result(load_file(file, CASES, TODAY)) == result(whole(file))

    slip()


def test_marks_anywhere_are_told_as_in_a_whole_file(tmp_path: Path, whole: Callable[[Path], Loaded]):
    file = tmp_path / "inovasi.yaml"
    lines = BASE.split("\n")

    @settings(SHARED, max_examples=150)
    @given(marks=st.lists(st.tuples(st.integers(0, len(lines)), st.sampled_from(MARKS)), min_size=1, max_size=4))
    def mark(marks: list[tuple[int, str]]) -> None:
        made = list(lines)
        for at, line in sorted(marks, reverse=True):
            made.insert(at, line)
        file.write_text("\n".join(made), encoding="utf-8")
        assert result(load_file(file, CASES, TODAY)) == result(whole(file))

    mark()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_was_kept_gives_what_was_read(file: Path, project: Path, monkeypatch: pytest.MonkeyPatch):
    data = project / "data"
    if file == DATA:
        shutil.copy(DATA.parent / "contacts.yaml", data)
    shutil.copy(file, data / "innovations.yaml")
    plain = load(data, TODAY)
    cold = load(data, TODAY, project)
    assert (project / CACHE / "records.sqlite").exists() == bool(plain.innovations or plain.contacts)
    again = noted(monkeypatch)
    warm = load(data, TODAY, project)
    assert result(warm) == result(cold) == result(plain)
    # A piece that is no UTF-8 gives nothing that could be kept.
    assert not again or file == NO_UTF_8


# What is no UTF-8 keeps its whole file from being read: of several files, one.
@pytest.mark.parametrize("file", [file for file in FILES if file != NO_UTF_8], ids=lambda file: file.stem)
def test_several_files_give_what_one_file_gives(file: Path, project: Path):
    data = project / "data"
    if file == DATA:
        shutil.copy(DATA.parent / "contacts.yaml", data)
    shutil.copy(file, data / "innovations.yaml")
    one = load(data, TODAY)
    pieces = cut_pieces(file.read_bytes(), WORDS)
    (data / "innovations.yaml").unlink()
    (data / "innovations").mkdir()
    above = {}
    for number, piece in enumerate(pieces):
        path = data / "innovations" / f"{number:03}.yaml"
        path.write_bytes(piece)
        above[str(path)] = sum(earlier.count(b"\n") + 1 for earlier in pieces[:number])
    several = load(data, TODAY)
    moved = [(kind, line + above.get(one.place.path, 0)) for one in several.problems for kind, line, *_ in told((one,))]
    assert several.innovations == one.innovations
    assert sorted(moved) == sorted((kind, line) for kind, line, *_ in told(one.problems))


def test_one_edit_reads_one_record(project: Path, monkeypatch: pytest.MonkeyPatch):
    file = project / "data" / "innovations.yaml"
    shutil.copy(CASES / "base.yaml", file)
    reader = Reader(project / "data")
    before = reader.load(TODAY)
    again = noted(monkeypatch)
    file.write_text(BASE.replace("nama: Jalan Setia", "nama: Jalan Lain"), encoding="utf-8")
    after = reader.load(TODAY)
    assert [b"nama: Jalan Lain" in piece for piece in again] == [True]
    assert result(after) == result(load(project / "data", TODAY))
    same = [one is other for one, other in zip(before.innovations, after.innovations, strict=True)]
    assert same == [one == other for one, other in zip(before.innovations, after.innovations, strict=True)]
    assert same.count(False) == 1


EDITS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "beginning of the first gone": lambda pieces: [pieces[0][pieces[0].index(b"  - ") :], *pieces[1:]],
    "nothing": lambda pieces: pieces,
    "first gone": lambda pieces: pieces[1:],
    "last gone": lambda pieces: pieces[:-1],
    "all but one gone": lambda pieces: pieces[-1:],
    "one more at the end": lambda pieces: [*pieces, pieces[0].replace(b"- id: ", b"- id: x")],
    "one twice": lambda pieces: [pieces[0], *pieces],
    "the other way round": lambda pieces: pieces[::-1],
    "broken in the middle": lambda pieces: [pieces[0], pieces[1].replace(b"nama: ", b"nama:"), *pieces[1:]],
    "a mark at the end": lambda pieces: [*pieces[:-1], pieces[-1] + b"...\n"],
    "a mark in the middle": lambda pieces: [pieces[0] + b"\n...", *pieces[1:]],
}


@pytest.mark.parametrize("name", EDITS)
def test_a_reader_that_stays_alive_reads_as_one_that_begins_anew(name: str, project: Path):
    file = project / "data" / "innovations.yaml"
    reader = Reader(project / "data", project)
    pieces = cut_pieces(BASE.encode(), WORDS)
    assert len(pieces) > 1
    for version in (pieces, EDITS[name](pieces), pieces):
        file.write_bytes(b"\n".join(version))
        assert result(reader.load(TODAY)) == result(load(project / "data", TODAY))


def test_the_end_of_a_file_is_the_end_no_more_when_a_record_follows(project: Path):
    file = project / "data" / "innovations.yaml"
    reader = Reader(project / "data", project)
    for text in (f"{BASE}...", f"{BASE}...\n{BASE[BASE.index('- id') :]}"):
        file.write_text(text, encoding="utf-8")
        assert result(reader.load(TODAY)) == result(load(project / "data", TODAY))
    assert "document_mark" in {problem.kind for problem in reader.load(TODAY).problems}


TIED = [
    ("innovations.yaml", '- "dinsos-jatim"', '- "dinsos-jatin"'),
    ("innovations.yaml", '- id: "okata-uti"', '- id: "jalan-setia"'),
    ("innovations.yaml", 'judul: "Dinsos Jatim', 'judul: "Dinas Jatim'),
    ("innovations.yaml", 'nama: "Okata Uti', 'nama:"Okata Uti'),
    ("innovations.yaml", 'nama: "Okata Uti', 'nama: "Jalan Setia'),
    ("contacts.yaml", '- id: "dinsos-jatim"', '- id: "dinsos-jawa-timur"'),
    ("contacts.yaml", '  jenis: "darurat"', '  jenis:"darurat"'),
]


@pytest.mark.parametrize(("name", "old", "new"), TIED)
def test_ties_between_records_are_seen_when_they_change(name: str, old: str, new: str, project: Path):
    shutil.copytree(DATA.parent, project / "data", dirs_exist_ok=True)
    file = project / "data" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    reader = Reader(project / "data")
    results = []
    for version in (text, text, text.replace(old, new, 1), text.replace(old, new, 1), text):
        file.write_text(version, encoding="utf-8")
        results.append(result(reader.load(TODAY)))
        assert results[-1] == result(load(project / "data", TODAY))
    assert results[0] == results[1] == results[4]
    assert results[2] == results[3] != results[0]


def test_any_edit_after_any_other_is_read_as_by_one_that_begins_anew(project: Path):
    file = project / "data" / "innovations.yaml"
    lines = BASE.split("\n")
    edits = st.tuples(st.integers(0, len(lines)), st.integers(0, 9), st.lists(st.sampled_from([*lines, *MARKS])))

    @settings(SHARED, max_examples=60)
    @given(edits=st.lists(edits, min_size=2, max_size=5))
    def edit(edits: list[tuple[int, int, list[str]]]) -> None:
        reader = Reader(project / "data")
        version = lines
        for at, gone, new in edits:
            version = [*version[:at], *new[:6], *version[at + gone :]]
            file.write_text("\n".join(version), encoding="utf-8")
            assert result(reader.load(TODAY)) == result(load(project / "data", TODAY))

    edit()


def test_another_day_is_another_answer(project: Path):
    file = project / "data" / "innovations.yaml"
    shutil.copy(DATA, file)
    shutil.copy(DATA.parent / "contacts.yaml", project / "data")
    reader = Reader(project / "data", project)
    kinds = set()
    for days in (0, -400, -3000, 0, 170, 190, 191, 5000):
        day = TODAY + timedelta(days)
        loaded = reader.load(day)
        assert result(loaded) == result(load(project / "data", day)) == result(load(project / "data", day, project))
        kinds |= {problem.kind for problem in loaded.problems}
    assert {"stale", "date_future"} <= kinds


def test_a_picture_that_comes_or_goes_is_seen(project: Path):
    file = project / "data" / "innovations.yaml"
    text = BASE.replace("  nama: Jalan Setia", "  gambar: {berkas: a.jpg, alt: Jalan, izin: Ada}\n  nama: Jalan Setia")
    file.write_text(text, encoding="utf-8")
    pictures = project / "docs" / "gambar"
    pictures.mkdir(parents=True)
    reader = Reader(project / "data", project)

    def missing() -> list[bool]:
        ways = (reader.load(TODAY), load(project / "data", TODAY, project))
        return ["picture_missing" in {problem.kind for problem in loaded.problems} for loaded in ways]

    assert missing() == [True, True]
    (pictures / "a.jpg").touch()
    assert missing() == [False, False]
    (pictures / "a.jpg").unlink()
    assert missing() == [True, True]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda raw: raw[: len(raw) // 2],
    "another file": lambda _: b"catatan\n" * 1000,
    "a letter changed": lambda raw: raw.replace(b"Operasi Katarak", b"Operasi katarak"),
    "zeros at the end": lambda raw: raw[:-4000] + bytes(4000),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_cache_is_no_harm(name: str, project: Path):
    shutil.copy(DATA, project / "data" / "innovations.yaml")
    plain = load(project / "data", TODAY, project)
    cache = project / CACHE / "records.sqlite"
    raw = cache.read_bytes()
    assert DAMAGE[name](raw) != raw
    cache.write_bytes(DAMAGE[name](raw))
    assert result(load(project / "data", TODAY, project)) == result(plain)
    assert result(load(project / "data", TODAY, project)) == result(plain)


class Poison:
    """Runs a command where it is unpacked."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch racun",)


POISONS: Final = {
    "of another module": pickle.dumps(Poison()),
    # A name with a dot leads from a module of ours to what it imports.
    "by a way through ours": b"\x80\x04\x8c\x0bportal.kept\x8c\x09os.system\x93\x8c\x0btouch racun\x85R.",
}


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
def test_a_cache_makes_only_our_own_objects(poison: bytes, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    shutil.copy(DATA, project / "data" / "innovations.yaml")
    plain = load(project / "data", TODAY, project)
    with closing(sqlite3.connect(project / CACHE / "records.sqlite")) as connection, connection:
        written = connection.execute("update kept set value = ?", (zlib.crc32(poison).to_bytes(CHECK, "big") + poison,))
    assert written.rowcount > 10
    assert result(load(project / "data", TODAY, project)) == result(plain)
    assert not (project / "racun").exists()


def by_name(member: Enum, _: int) -> tuple[object, ...]:
    """How Python 3.11.2, which Debian has, packs a member of an enumeration."""
    return getattr, (type(member), member.name)


def test_outcomes_are_kept_by_any_python(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Enum, "__reduce_ex__", by_name)
    shutil.copy(DATA, project / "data" / "innovations.yaml")
    first = load(project / "data", TODAY, project)
    seen = noted(monkeypatch)
    assert load(project / "data", TODAY, project) == first
    assert seen == []
    assert len(first.innovations) > 10


@pytest.fixture
def jobs() -> list[Job]:
    pieces = cut_pieces(DATA.read_bytes(), WORDS)
    return [Job(piece, is_end=False) for piece in pieces * 40]


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[Job]], list[bytes]]:
    """Examine with a helper, although this process may have printed before."""
    if sys.platform != "linux":
        pytest.skip("one process on this system")

    def examine(jobs: Sequence[Job]) -> list[bytes]:
        began: list[int] = []
        real = workers.helped

        def noted(some: Sequence[Job], *rest: Kind | Conditions) -> AbstractContextManager[Connection]:
            began.append(len(some))
            return real(some, *rest)  # type: ignore[arg-type]

        with monkeypatch.context() as patched:
            patched.setattr(workers, "may_fork", lambda: True)
            patched.setattr(workers, "helped", noted)
            try:
                return list(examine_all(jobs, KINDS[Innovation], Conditions(TODAY)))
            finally:
                assert began == [len(jobs) - len(jobs) // 2]

    return examine


def test_two_processes_find_what_one_finds(jobs: list[Job], helped: Callable[[Sequence[Job]], list[bytes]]):
    assert len(jobs) > workers.WORTH
    assert helped(jobs) == list(workers.in_turn(jobs, KINDS[Innovation], Conditions(TODAY)))


@pytest.mark.parametrize("at", [3, -3])
def test_what_is_no_utf_8_is_told_by_either_process(
    jobs: list[Job], at: int, helped: Callable[[Sequence[Job]], list[bytes]]
):
    jobs[at] = Job(b"- id: \xff", is_end=False)
    with pytest.raises(UnicodeDecodeError):
        helped(jobs)


def test_endless_errors_end_the_work_of_both(jobs: list[Job], helped: Callable[[Sequence[Job]], list[bytes]]):
    wrong = [Job(b"- id: x", is_end=False)] * len(jobs)
    done = helped(wrong)
    assert done == list(workers.in_turn(wrong, KINDS[Innovation], Conditions(TODAY)))
    assert len(done) < len(wrong)


def test_a_text_of_many_records_is_in_memory_once(project: Path):
    second = DATA.read_text(encoding="utf-8").replace('- id: "', '- id: "b-')
    (project / "data" / "innovations.yaml").write_text(DATA.read_text(encoding="utf-8") + second, encoding="utf-8")
    for _ in ("new", "kept"):
        records = load(project / "data", TODAY, project).innovations
        half = len(records) // 2
        assert half > 10
        pairs = list(zip(records[:half], records[half:], strict=True))
        assert [one.nama for one, other in pairs if one.ringkasan is not other.ringkasan] == []
        steps = [(one.cara, other.cara) for one, other in pairs if one.cara]
        assert len(steps) > 3
        assert [own for own, others in steps if not all(map(operator.is_, own, others))] == []


PARTS: Final = """
import tracemalloc
from portal.model import Source, restored

typed = {"judul": "Laporan", "url": "https://contoh.go.id/"}
records = [Source.model_validate(typed) for _ in range(2000)]
values = [getattr(records[0], name) for name in Source.model_fields]
tracemalloc.start()
records = [restored(Source, *values) for _ in range(2000)]
print(tracemalloc.get_traced_memory()[0] // len(records), records[0] == Source.model_validate(typed))
"""


def test_a_part_has_no_names_of_its_own_in_memory():
    done = subprocess.run(
        [sys.executable, "-c", PARTS], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    size, is_same = done.stdout.split()
    assert int(size) < 250  # with a dict of its own 360
    assert is_same == "True"


READS: Final = """
import multiprocessing, os, signal, sys
from datetime import date
from pathlib import Path
from portal import workers
from portal.loading import load

def told(jobs, kind, conditions):
    for at, value in enumerate(real(jobs, kind, conditions)):
        if at == 1 and multiprocessing.parent_process():
            print(os.getpid(), flush=True)
        elif at == 1 and multiprocessing.active_children():
            sys.stdin.readline()
        yield value

signal.signal(signal.SIGTERM, signal.default_int_handler)  # as the preview has it
real, workers.in_turn = workers.in_turn, told
print(len(load(Path(sys.argv[1]), date.today()).innovations))
"""
"""Reads with a helper, which says who it is when it has begun; the reader waits."""


@pytest.mark.skipif(sys.platform != "linux", reason="one process on this system")
@pytest.mark.parametrize(
    ("sign", "whom", "read"), [("SIGINT", "both", ""), ("SIGINT", "helper", "2000\n"), ("SIGKILL", "reader", "")]
)
def test_a_helper_ends_with_the_reading_and_says_nothing(tmp_path: Path, sign: str, whom: str, read: str):
    """A terminal interrupts both, the helper does not mind, and its reader may be killed."""
    synthetic.write(2000, tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", READS, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as reading:
        assert reading.stdout
        helper = int(reading.stdout.readline())
        for process in {"both": (helper, reading.pid), "helper": (helper,), "reader": (reading.pid,)}[whom]:
            os.kill(process, getattr(signal, sign))
        found, said = reading.communicate("", timeout=60)  # until the helper has closed them as well
    assert found == read
    assert "ForkProcess" not in said


MODULES: Final = """
import sys, portal.examining
print(*(module.__file__ for name, module in sys.modules.items() if name.partition(".")[0] == "portal"), sep="\\n")
"""


def test_what_is_kept_belongs_to_all_code_that_judges_a_record():
    done = subprocess.run([sys.executable, "-c", MODULES], cwd=ROOT, capture_output=True, text=True, check=True)
    run = {Path(line) for line in done.stdout.splitlines()}
    found = set(sources(ROOT / "portal"))
    assert len(run) > 20
    assert run - found == set()
    assert set((ROOT / "portal" / "source").rglob("*.py")) - found == set()
    assert set((ROOT / "portal" / "papers").glob("*.json")) - found == set()
