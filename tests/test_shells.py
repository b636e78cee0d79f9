"""Pages filled from shapes are the pages that the engine builds, byte for byte."""

from __future__ import annotations

import hashlib
import html
import importlib
import multiprocessing
import re
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from portal import building, engine, forking, outputs, spool
from portal.building import assemble
from portal.catalogue import Catalogue
from portal.engine import Engine, EngineError, Job
from portal.handwritten import PageError
from portal.marks import ADDRESS, PLACE, TEXT, apart, marked, plain
from portal.model import Innovation
from portal.opendata import export
from portal.outputs import contacts, open_data, style
from portal.outputs.page import MARK, Page
from portal.papers.wanted import Papers
from portal.publishing import replacement
from portal.shells import store, workers
from portal.shells.blocks import Block, Kind, blocks
from portal.shells.table import Frame, Piece, Table, Whole, piece, places, tokens
from portal.writing import Taken
from tests import samples
from tests.conftest import build, tree

NAME = 'A&B "q" *x* [t](u) # %s {{ 7 }} &amp; &#46; zqid'
HOSTILE = (
    "A&B <b>tebal</b> \"kutip\" 'satu' *x* _y_ `z` [t](u) {: .k } # 1. - > | \\ ~~ ${s} %s "
    "{{ 7 }} &amp; &#46; zq1qz zqid</p>"
)
TEXTS = """
ringkasan peringatan biaya waktu jadwal pelaksana masalah kebaruan syarat cara hasil_layanan mitra kegiatan mudah_dibaca
dasar_hukum
"""
OPTIONAL = tuple(
    name
    for name, info in Innovation.model_fields.items()
    if not info.is_required() and name not in {"nama_lain", "gambar"}
)


def hostile(value: Any) -> Any:
    """The same value with hostile texts in place of the plain ones, and with longer lists."""
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return (HOSTILE, *value, HOSTILE)
    return HOSTILE if isinstance(value, str) else value


def extremes() -> Catalogue:
    """Records with every optional part on and off, with texts that would act if anything did."""
    rich = samples.full(terkait=["okata-uti", "kosong"])
    texts = {name: hostile(getattr(rich, name)) for name in TEXTS.split()}
    wild = rich.model_copy(update=texts | {"id": "liar", "nama": NAME})
    bare = samples.innovation()
    empty = bare.model_copy(update={"id": "kosong", "sasaran": rich.sasaran})
    halves = [
        rich.model_copy(
            update={"id": f"bagian-{bit}-{side}"}
            | {name: getattr(bare, name) for number, name in enumerate(OPTIONAL) if (number >> bit) % 2 == side}
        )
        for bit in range(len(OPTIONAL).bit_length())
        for side in (0, 1)
    ]
    return samples.catalogue(rich, wild, bare, empty, *halves)


@pytest.mark.parametrize("offline", [False, True])
@pytest.mark.parametrize("chosen", Engine)
def test_both_ways_to_build_extremes_give_the_same_bytes(project: Path, chosen: Engine, offline: bool):
    catalogue = extremes()
    assert len(catalogue.innovations) > 10
    build(project, project / "cepat", catalogue, chosen, offline=offline)
    build(project, project / "penuh", catalogue, chosen, offline=offline, full=True)
    fast, full = tree(project / "cepat"), tree(project / "penuh")
    assert [name for name in sorted(fast.keys() | full.keys()) if fast.get(name) != full.get(name)] == []
    page = fast["inovasi/liar.html" if offline else "inovasi/liar/index.html"].decode()
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page)
    assert heading
    assert html.unescape(heading[1]) == NAME


@pytest.mark.parametrize("chosen", Engine)
def test_both_ways_to_build_the_real_portal_give_the_same_bytes(
    built: dict[Engine, Path], real: Catalogue, chosen: Engine
):
    project = built[chosen].parent
    build(project, project / f"penuh-{chosen.value}", real, chosen, full=True)
    fast, full = tree(built[chosen]), tree(project / f"penuh-{chosen.value}")
    assert len(fast) > len(real.innovations)
    assert [name for name in sorted(fast.keys() | full.keys()) if fast.get(name) != full.get(name)] == []


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A list that grows whenever the engine is asked."""
    asked: list[Path] = []
    real = engine.running

    def running(job: Job, site: Path, *more: Any, **added: Any) -> AbstractContextManager[None]:
        asked.append(site)
        return real(job, site, *more, **added)

    monkeypatch.setattr(engine, "running", running)
    return asked


def test_a_changed_text_needs_no_engine_and_a_new_shape_does(project: Path, monkeypatch: pytest.MonkeyPatch):
    first = samples.full()
    build(project, project / "a", samples.catalogue(first, samples.innovation()), Engine.MKDOCS)
    asked = counted(monkeypatch)

    changed = first.model_copy(update={"nama": "Nama Lain", "biaya": "lima ribu"})
    build(project, project / "b", samples.catalogue(changed, samples.innovation()), Engine.MKDOCS)
    assert asked == []
    page = (project / "b" / "inovasi" / first.id / "index.html").read_text(encoding="utf-8")
    assert "Nama Lain</h1>" in page
    assert "Lima ribu." in page

    stopped = first.model_copy(update={"status": type(first.status).BERHENTI})
    build(project, project / "c", samples.catalogue(stopped, samples.innovation()), Engine.MKDOCS)
    assert len(asked) == 1
    assert "Layanan ini sudah berhenti" in (project / "c" / "index.html").read_text(encoding="utf-8")


def test_pages_filled_at_once_refer_to_the_style_as_it_is(project: Path, monkeypatch: pytest.MonkeyPatch):
    """With known shapes, pages of needs come before other files; a style of before, or none, must not mislead them."""
    catalogue = samples.catalogue(samples.innovation())
    build(project, project / "a", catalogue, Engine.MKDOCS)
    css = project / "docs" / "aset" / "portal.css"
    monkeypatch.setattr(style, "render", lambda *_, **__: "main { color: red }")
    for case in ("tanpa", "lama"):
        css.unlink()
        if case == "lama":
            css.write_text(f"/* {MARK} */", encoding="utf-8")
        build(project, project / case, catalogue, Engine.MKDOCS)
        [name] = [path.name for path in (project / case / "aset").glob("portal.*.css")]
        content = (project / case / "aset" / name).read_bytes()
        assert b"color: red" in content
        assert name == f"portal.{hashlib.sha256(content).hexdigest()[:8]}.css"
        pages = list((project / case).rglob("*.html"))
        assert [path for path in pages if f'aset/{name}"' not in path.read_text(encoding="utf-8")] == []
        assert len(pages) > 10


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="one process on this system")
def test_two_processes_make_the_same_pages(project: Path, monkeypatch: pytest.MonkeyPatch):
    catalogue = replace(extremes(), papers=Papers.NONE)
    build(project, project / "satu", catalogue, Engine.MKDOCS)
    monkeypatch.setattr(workers, "may_fork", lambda: True)
    for name, value in (("MANY", 2), ("SAMPLE", 1), ("_BATCH", 2)):
        monkeypatch.setattr(workers, name, value)
    helped: list[int] = []
    real = workers._Maker._take

    def take(maker: workers._Maker, made: workers.Made) -> Iterator[Taken]:
        helped.append(len(made))
        return real(maker, made)

    monkeypatch.setattr(workers._Maker, "_take", take)
    shutil.rmtree(project / ".cache")  # most shapes are new to both
    build(project, project / "dua", catalogue, Engine.MKDOCS)
    assert tree(project / "dua") == tree(project / "satu")
    assert sum(helped) > len(catalogue.innovations)


def test_what_does_not_fit_into_memory_is_the_same_from_the_disk(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Tables of the open data, and pages that wait for their shapes."""
    catalogue = replace(extremes(), papers=Papers.NONE)
    build(project, project / "satu", catalogue, Engine.MKDOCS)
    monkeypatch.setattr(spool, "_HELD", 1)
    shutil.rmtree(project / ".cache")
    build(project, project / "dua", catalogue, Engine.MKDOCS)
    assert tree(project / "dua") == tree(project / "satu")


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="one process on this system")
def test_the_engine_is_asked_once_when_records_differ_only_in_whom_they_serve(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "may_fork", lambda: True)
    for name, value in (("MANY", 2), ("SAMPLE", 1), ("_BATCH", 1)):
        monkeypatch.setattr(workers, name, value)
    asked = counted(monkeypatch)
    served = (("tuli", "anak"), ("daksa", "remaja"), ("netra", "umum"), ("disabilitas", "ppks"))
    records = [samples.innovation(id=f"n-{one[0]}", sasaran=one) for one in served]
    build(project, project / "a", samples.catalogue(*records), Engine.MKDOCS)
    assert len(asked) == 1
    page = (project / "a" / "inovasi" / "n-netra" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../untuk/netra/">' in page
    assert '<a href="../../untuk/umum/">' in page


def test_a_process_that_has_printed_is_not_doubled(project: Path, monkeypatch: pytest.MonkeyPatch):
    """A fork that prints would wait for the press's threads for ever."""
    monkeypatch.setattr(workers, "MANY", 1)
    monkeypatch.setattr(workers, "helpers", None)  # a second process would fail
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    importlib.import_module("typst")
    assert not forking.may_fork()
    build(project, project / "a", replace(samples.catalogue(samples.innovation()), papers=Papers.NONE), Engine.MKDOCS)
    assert (project / "a" / "inovasi" / "okata-uti" / "index.html").is_file()
    monkeypatch.delitem(sys.modules, "typst")
    assert forking.may_fork()


def slow(_: Catalogue) -> Iterator[Page]:
    for number in range(20):
        time.sleep(0.05)
        yield Page(f"lambat/{number}/halaman.txt", b"ditulis pembantu")


def interrupted(_: Catalogue) -> Iterator[Page]:
    yield Page("awal.txt", b"ditulis")
    raise KeyboardInterrupt


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="one process on this system")
def test_an_interrupt_leaves_neither_a_helper_nor_a_folder(project: Path, monkeypatch: pytest.MonkeyPatch):
    catalogue = replace(extremes(), papers=Papers.NONE)
    job = Job(project, project / "docs", catalogue.settings, Engine.MKDOCS)
    monkeypatch.setattr(workers, "may_fork", lambda: True)
    monkeypatch.setattr(workers, "MANY", 2)
    monkeypatch.setattr(outputs, "PAGES", ())
    monkeypatch.setattr(outputs, "FILES", (slow,))  # the helper's
    monkeypatch.setattr(export, "sheet", interrupted)
    (project / ".cache").mkdir()
    before = {path.name for path in project.iterdir()}
    with pytest.raises(KeyboardInterrupt), replacement(project / "situs") as fresh:
        assemble(job, catalogue, fresh)
    assert multiprocessing.active_children() == []
    assert {path.name for path in project.iterdir()} == before
    assert list((project / ".cache").iterdir()) == []


def test_a_changed_theme_is_built_anew(project: Path):
    job = Job(project, project / "docs", samples.settings(), Engine.MKDOCS)
    before = store.shapes(job).file
    assert store.shapes(job).file == before
    with (project / "overrides" / "main.html").open("a", encoding="utf-8") as file:
        file.write("<!-- baru -->")
    assert store.shapes(job).file != before


def test_a_damaged_store_is_as_good_as_none(project: Path):
    job = Job(project, project / "docs", samples.settings(), Engine.MKDOCS)
    kept = store.shapes(job)
    kept.table.frames[Frame("a.md", "---")] = (Piece("<%s>", (0,), 1), Piece("", (), 1))
    kept.table.pieces["a.md", Block(Kind.BULLET, f"- {TEXT}")] = Piece("<li>%s</li>", (0,), 1)
    kept.table.wholes[Whole("b.md", "# b", ("c.md",))] = "<h1>b</h1>"
    kept.table.lost, kept.table.scripts = "404", {"'sha256-x'"}
    kept.save()
    assert store.shapes(job).table == kept.table
    whole = kept.file.read_text(encoding="utf-8")
    for damaged in ("", whole[:-20], whole.replace("%s", "%s").replace('"frames"', '"lain"'), "[]", '{"frames": 3}'):
        kept.file.write_text(damaged, encoding="utf-8")
        assert store.shapes(job).table == Table()


def test_an_engine_that_drops_a_block_is_found_out(project: Path, monkeypatch: pytest.MonkeyPatch):
    real = engine.running

    @contextmanager
    def drops(job: Job, site: Path, *more: Any, **added: Any) -> Iterator[None]:
        with real(job, site, *more, **added):
            yield
        for page in site.rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace("<p>zqlalu</p>\n", "", 1), encoding="utf-8")

    monkeypatch.setattr(engine, "running", drops)
    with pytest.raises(EngineError, match="bentuk halaman tidak terbaca"):
        build(project, project / "a", samples.catalogue(), Engine.MKDOCS)


def test_a_link_to_a_file_that_never_comes_is_found_out(project: Path, monkeypatch: pytest.MonkeyPatch):
    """The engine is asked before all files are there: it takes our word for them, which is kept or taken back."""
    monkeypatch.setattr(outputs, "FILES", [one for one in outputs.FILES if one is not open_data.described])
    for site in ("a", "b"):  # a second build knows the shapes that were made on our word
        with pytest.raises(
            EngineError, match=r"Halaman menautkan berkas yang tidak ada: data/v1/dataset\.jsonld, data/v1/kamus\.csv"
        ):
            build(project, project / site, samples.catalogue(), Engine.MKDOCS)


def test_a_link_to_a_page_that_never_comes_is_found_out(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outputs, "PAGES", [one for one in outputs.PAGES if one is not contacts.pages])
    for site in ("a", "b"):
        with pytest.raises(PageError, match=r'mkdocs\.yml, baris \d+, kolom 11: "kontak\.md" tidak ada'):
            build(project, project / site, samples.catalogue(), Engine.MKDOCS)


def test_a_hand_written_page_that_links_to_nothing_is_named(project: Path):
    with (project / "docs" / "tentang.md").open("a", encoding="utf-8") as file:
        file.write("\n[Hilang](hilang.md)\n")
    with pytest.raises(PageError, match=r'docs/tentang\.md, baris \d+, kolom 10: "hilang\.md" tidak ada di situs ini'):
        build(project, project / "a", samples.catalogue(), Engine.MKDOCS)


@pytest.mark.skipif(sys.platform == "win32", reason="an engine that is a script")
def test_what_fails_beside_the_engine_stops_it(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ended = tmp_path / "selesai"
    slow_engine = tmp_path / "mesin"
    slow_engine.write_text(
        f"#!{sys.executable}\nimport pathlib, time\ntime.sleep(10)\npathlib.Path({str(ended)!r}).touch()\n",
        encoding="utf-8",
    )
    slow_engine.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow_engine))
    job = Job(project, project / "docs", samples.settings(), Engine.MKDOCS)
    with pytest.raises(ZeroDivisionError), engine.running(job, tmp_path / "site"):
        assert list(project.glob(".mkdocs-*"))
        raise ZeroDivisionError
    assert not ended.exists(), "nobody waits for what nobody wants"
    assert not list(project.glob(".mkdocs-*"))


def test_the_engine_of_a_first_build_begins_before_the_pages_and_is_the_only_one(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begun: list[engine.Begun] = []
    real = engine.beginning

    @contextmanager
    def beginning(job: Job) -> Iterator[engine.Begun]:
        with real(job) as one:
            begun.append(one)
            yield one

    monkeypatch.setattr(engine, "beginning", beginning)
    made = workers.files
    seen: list[int] = []

    def files(*given: Any) -> Iterator[Taken]:
        seen.append(len(begun))
        return made(*given)

    monkeypatch.setattr(building, "files", files)
    for site in ("a", "b"):
        build(project, tmp_path / site, samples.catalogue(), Engine.MKDOCS)
    assert seen == [1, 1], "before the pages in the first build, not at all in the second"
    assert [one.process.returncode for one in begun] == [0]


def test_an_engine_that_nobody_asks_ends_when_the_build_fails(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    begun: list[engine.Begun] = []
    monkeypatch.setattr(building, "Assembly", lambda *_, begun: held(begun))

    def held(one: engine.Begun) -> None:
        begun.append(one)
        assert one.process.poll() is None
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build(project, tmp_path / "a", samples.catalogue(), Engine.MKDOCS)
    (one,) = begun
    assert one.process.returncode


def test_an_engine_that_the_system_ends_is_told(project: Path, tmp_path: Path):
    job = Job(project, project / "docs", samples.settings(), Engine.MKDOCS)
    with engine.beginning(job) as begun:
        begun.process.kill()
        begun.process.wait()
        with pytest.raises(EngineError, match="Mesin mkdocs berhenti sendiri"), engine.running(job, tmp_path, begun):
            pass


@pytest.mark.parametrize(
    ("skeleton", "found"),
    [
        ("satu\ndua\n\ntiga", [(Kind.WHOLE, "satu\ndua"), (Kind.WHOLE, "tiga")]),
        (
            "- a\n- b\n\n1. c\n\nd",
            [
                (Kind.HTML, "<ul>"), (Kind.BULLET, "- a"), (Kind.BULLET, "- b"), (Kind.HTML, "</ul>"),
                (Kind.HTML, "<ol>"), (Kind.NUMBER, "1. c"), (Kind.HTML, "</ol>"), (Kind.WHOLE, "d"),
            ],
        ),
        (
            "1. a\n   { #x }\n2. b",
            [(Kind.HTML, "<ol>"), (Kind.NUMBER, "1. a\n   { #x }"), (Kind.NUMBER, "2. b"), (Kind.HTML, "</ol>")],
        ),
        (
            "A\n:   b\n\nC\n:   d",
            [
                (Kind.HTML, "<dl>"), (Kind.DEFINITION, "A\n:   b"), (Kind.DEFINITION, "C\n:   d"), (Kind.HTML, "</dl>"),
            ],
        ),
        (
            '<div class="k" markdown="1">\n## A { #a }\n\n- b\n</div>',
            [
                (Kind.OPEN, '<div class="k" markdown="1">'), (Kind.WHOLE, "## A { #a }"),
                (Kind.HTML, "<ul>"), (Kind.BULLET, "- b"), (Kind.HTML, "</ul>"), (Kind.HTML, "</div>"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_page_is_cut_into_blocks(skeleton: str, found: list[tuple[Kind, str]]):
    assert list(blocks(skeleton)) == found


def test_marks_come_off_and_values_come_out():
    address = marked("https://x.id/?a&b", "https://x.id/?a&amp;b", ADDRESS)
    text = f"[{marked('a&#38;b')}]({address}) {marked('id', kind=PLACE)}"
    assert plain(text) == "[a&#38;b](https://x.id/?a&b) id"
    assert apart(text) == (
        "[a&#38;b](https://x.id/?a&b) id",
        f"[{TEXT}]({ADDRESS}) {PLACE}",
        ["a&#38;b", "https://x.id/?a&amp;b", "id"],
    )


def test_a_piece_puts_each_value_where_the_engine_put_its_word():
    skeleton = f"[{TEXT}](../inovasi/{PLACE}.md) 100% {TEXT} ({ADDRESS})"
    assert tokens(skeleton) == "[zq0qz](../inovasi/zqid.md) 100% zq2qz (https://zq3qz)"
    made = piece('<a href="../zqid/">zq0qz</a> 100% zq2qz <a href="https://zq3qz">', 4, places(skeleton))
    assert made.filled(["nama", "kode", "%s", "https://x.id"]) == (
        '<a href="../kode/">nama</a> 100% %s <a href="https://x.id">'
    )


LINKS = [
    "[satu](inovasi/okata-uti.md)",
    "[satu][1]\n\n[1]: inovasi/okata-uti.md",
    "[satu](<inovasi/okata-uti.md>)",
    "[satu]( inovasi/okata-uti.md#judul )",
    "![satu](gambar/foto%201.png)",
    "![satu][foto]\n\n[foto]: <gambar/foto%201.png> 'Foto'",
]


@pytest.mark.parametrize("text", LINKS)
def test_every_way_to_write_a_link_is_known(project: Path, text: str):
    (project / "docs" / "gambar").mkdir(exist_ok=True)
    (project / "docs" / "gambar" / "foto 1.png").write_bytes(b"")
    with (project / "docs" / "tentang.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    catalogue = replace(samples.catalogue(samples.innovation()), papers=Papers.NONE)
    build(project, project / "a", catalogue, Engine.MKDOCS)
    build(project, project / "b", catalogue, Engine.MKDOCS, full=True)
    names = [site / "tentang" / "index.html" for site in (project / "a", project / "b")]
    assert names[0].read_bytes() == names[1].read_bytes()
