"""Live preview: a saved change reaches the browser, broken data leaves the last good page, nothing loops."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import pytest

from portal import engine, remainder
from portal.catalogue import Catalogue
from portal.engine import Engine, EngineError
from portal.followed import Folder, Followed, OutOfDateError, Portal
from portal.generation import read, workspace
from portal.model import Innovation
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.outputs.papers import Paper
from portal.papers import press
from portal.papers.products import EDITIONS
from portal.papers.wanted import Papers
from portal.preview import Preview, _watch_settings
from portal.remainder import Answer, Order, Remainder
from portal.server import Server
from portal.shells.assembly import Assembly
from tests.conftest import ROOT, TODAY, free_port

PATIENCE = 60  # seconds until a wait is given up; nothing is judged by speed


def ended(project: Path, *program: str, port: int = 0) -> subprocess.CompletedProcess[str]:
    """Start a preview that ends by itself, and wait for that."""
    return subprocess.run(
        [sys.executable, *program, "serve", "--no-papers", "--port", str(port or free_port())],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.1)
    pytest.fail(f"waited in vain: {what}")


class Running(NamedTuple):
    """A preview as a process: its address, the file of what the terminal shows, and the process."""

    address: str
    said: Path
    process: subprocess.Popen[bytes]


@contextmanager
def running(project: Path, said: Path, *words: str) -> Iterator[Running]:
    port = str(free_port())
    with said.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "portal", "serve", "--port", port, *words],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Running(f"127.0.0.1:{port}", said, process)
        finally:
            process.kill()
            process.wait(timeout=PATIENCE)


@pytest.fixture(params=[("mkdocs", signal.SIGINT), ("zensical", signal.SIGTERM)], ids=str)
def preview(project: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str, Path]]:
    """A running preview: the project, its address, and the file of what the terminal shows."""
    said = tmp_path / "said.txt"
    with running(project, said, "--engine", request.param[0]) as made:
        yield project, made.address, said
        made.process.send_signal(request.param[1])
        made.process.wait(timeout=PATIENCE)
    assert list((project / ".cache").glob("mesin-*")) == []
    assert "Traceback" not in said.read_text(encoding="utf-8")


def page(address: str) -> str:
    with urllib.request.urlopen(f"http://{address}/inovasi/serasi/", timeout=5) as answer:
        return str(answer.read().decode())


def change(project: Path, old: str, new: str) -> None:
    data = project / "data" / "innovations.yaml"
    text = data.read_text(encoding="utf-8")
    assert old in text
    data.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_saving_reaches_the_browser_and_broken_data_does_not(preview: tuple[Path, str, Path]):
    project, address, said = preview
    wait_for(lambda: "<h1" in page(address), "the first page")
    wait_for(lambda: said.read_text(encoding="utf-8").count("berkas diperbarui") == 1, "the other pages")

    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    wait_for(lambda: ">Serasi Baru</h1>" in page(address), "the changed name")

    wait_for(lambda: said.read_text(encoding="utf-8").count("berkas diperbarui") == 2, "the other pages")

    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi Rusak')
    wait_for(lambda: "tanda kutip" in said.read_text(encoding="utf-8"), "the problem in the terminal")
    wait_for(lambda: "Perubahan belum bisa ditampilkan" in page(address), "the problem on the page")
    assert ">Serasi Baru</h1>" in page(address)

    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi Utuh"')
    wait_for(lambda: ">Serasi Utuh</h1>" in page(address), "the mended name")
    wait_for(lambda: "Perubahan belum bisa ditampilkan" not in page(address), "the problem gone")

    wait_for(lambda: said.read_text(encoding="utf-8").count("berkas diperbarui") == 3, "the other pages")
    quiet = said.read_text(encoding="utf-8")
    generated = {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")}
    time.sleep(3)
    assert said.read_text(encoding="utf-8") == quiet
    assert {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")} == generated


def children(pid: int) -> list[Path]:
    """The processes that a process started, as folders of `/proc`."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [Path("/proc", child) for child in found]


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the children of a process")
def test_a_preview_that_is_killed_leaves_nothing_running(project: Path, tmp_path: Path):
    with running(project, tmp_path / "said.txt", "--no-papers") as made:
        wait_for(lambda: "<h1" in page(made.address), "the first page")
        beside = children(made.process.pid)
        made.process.kill()
        made.process.wait(timeout=PATIENCE)
    assert beside
    wait_for(lambda: not any(child.exists() for child in beside), "the end of the process beside")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the children of a process")
def test_it_is_told_when_the_process_beside_ends(project: Path, tmp_path: Path):
    with running(project, tmp_path / "said.txt", "--no-papers") as made:
        wait_for(lambda: "berkas diperbarui" in made.said.read_text(encoding="utf-8"), "the first build")
        (beside,) = [one for one in children(made.process.pid) if b"spawn_main" in (one / "cmdline").read_bytes()]
        os.kill(int(beside.name), signal.SIGKILL)
        wait_for(lambda: "berhenti sendiri" in made.said.read_text(encoding="utf-8"), "the words on the terminal")
        wait_for(lambda: "berhenti sendiri" in page(made.address), "the words on the page")


class Beside:
    """Does what the process beside a preview does, in this one, when it is told to go."""

    def __init__(self, portal: Portal, folder: Folder) -> None:
        self.remainder = Remainder(portal, folder)
        self.orders: list[Order] = []
        self.answers: list[Answer] = []

    def send(self, order: Order) -> None:
        self.orders.append(order)

    def go(self, preview: Preview) -> None:
        def tell(answer: Answer) -> None:
            self.answers.append(answer)
            preview.hear(answer)

        for order in self.orders:
            if answer := self.remainder.answer(order, tell):
                tell(answer)
        self.orders.clear()


class Inside(NamedTuple):
    preview: Preview
    beside: Beside
    site: Path
    said: list[str]


@contextmanager
def following(project: Path, site: Path, papers: Papers = Papers.NONE) -> Iterator[Inside]:
    """A preview in this process that has not begun, the folder of its site, and what it said."""
    said: list[str] = []
    portal = Portal(workspace(project), Engine.MKDOCS, papers)
    with Server("127.0.0.1", 0, site) as server:
        folder = Folder(site)
        beside = Beside(portal, folder)
        made = Preview(Followed(portal), folder, server, beside, said.append, lambda: TODAY, lambda: workspace(project))
        yield Inside(made, beside, site, said)


@pytest.fixture
def inside(project: Path, tmp_path: Path) -> Iterator[Inside]:
    """A preview in this process that has built everything."""
    with following(project, tmp_path / "situs") as made:
        made.preview.update(data_alone=False)
        made.beside.go(made.preview)
        yield made


def test_one_edit_makes_one_page_anew_and_asks_no_engine(
    inside: Inside, project: Path, monkeypatch: pytest.MonkeyPatch
):
    preview, beside, site, said = inside
    monkeypatch.setattr(engine, "running", None)  # asking would fail
    made: list[str] = []
    real = innovations.page

    def page(catalogue: Catalogue, record: Innovation, papers: Sequence[Paper] | None = None) -> Page:
        made.append(record.id)
        return real(catalogue, record, papers)

    monkeypatch.setattr(innovations, "page", page)
    change(project, 'biaya: "gratis, menurut kepala unit', 'biaya: "gratis kata kepala unit')
    preview.update(data_alone=True)
    assert "ratis kata kepala unit" in (site / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")
    related = {one.id for one in read(workspace(project), TODAY, Papers.NONE)[0].innovations if "serasi" in one.terkait}
    assert set(made) == {"serasi", *related}, "records that show nothing of it keep their pages"
    assert len(related) < 4
    made.clear()
    beside.go(preview)
    assert "ratis kata kepala unit" in (project / "docs" / "inovasi" / "serasi.md").read_text(encoding="utf-8")
    assert set(made) == {"serasi", *related}
    assert preview.server.banner() == ""
    assert len(said) == 2


def test_a_name_changes_on_the_pages_that_show_it(inside: Inside, project: Path):
    preview, beside, site, _ = inside
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    beside.go(preview)
    real = read(workspace(project), TODAY, Papers.NONE)[0]
    related = [one.id for one in real.innovations if "serasi" in one.terkait]
    assert related
    for path in ("index.html", "abjad/index.html", *(f"inovasi/{name}/index.html" for name in related)):
        assert "Serasi Baru" in (site / path).read_text(encoding="utf-8"), path


def test_problems_stay_on_the_pages_while_an_earlier_build_ends(inside: Inside, project: Path):
    preview, beside, site, said = inside
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi Rusak')
    preview.update(data_alone=True)
    beside.go(preview)
    assert "tanda kutip" in preview.server.banner()
    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi Utuh"')
    preview.update(data_alone=True)
    assert preview.server.banner() == ""
    beside.go(preview)
    assert "Serasi Utuh" in (site / "index.html").read_text(encoding="utf-8")
    assert sum("tanda kutip" in line for line in said) == 1


def test_a_template_that_changes_while_the_data_are_broken_is_not_forgotten(inside: Inside, project: Path):
    preview, beside, _, _ = inside
    change(project, 'nama: "Serasi"', 'nama: "Serasi Rusak')
    preview.update(data_alone=False)
    assert beside.orders == []
    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi"')
    preview.update(data_alone=True)
    assert [order.data_alone for order in beside.orders] == [False]


def test_what_is_wrong_with_pages_is_told_until_it_is_mended(inside: Inside, project: Path):
    preview, beside, _, said = inside
    mine = project / "docs" / "untuk" / "anak.md"
    generated = mine.read_bytes()
    mine.write_text("# Tulisan tangan\n", encoding="utf-8")
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    beside.go(preview)
    assert "ditulis tangan" in preview.server.banner()
    assert mine.read_text(encoding="utf-8") == "# Tulisan tangan\n"
    mine.write_bytes(generated)
    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi"')
    preview.update(data_alone=True)
    beside.go(preview)
    assert preview.server.banner() == ""
    assert sum("ditulis tangan" in line for line in said) == 1


def test_some_pages_are_told_first_then_lists_then_the_search_and_the_open_data(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(remainder, "_FEW", 1)
    with following(project, tmp_path / "situs") as (preview, beside, _, _):
        preview.update(data_alone=False)
        beside.go(preview)
        change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
        preview.update(data_alone=True)
        beside.go(preview)
    assert [answer.last for answer in beside.answers] == [False, False, True] * 2
    first, lists, rest, _, others, last = (answer.changed for answer in beside.answers)
    assert {"/", "/inovasi/serasi/", "/aset/portal.js", "/aset/portal.css"} <= first
    assert "/abjad/" in lists & others
    assert {"/data/v1/semua.json", "/aset/cari-mesin.js"} <= rest & last
    assert not first & lists
    assert not (first | lists) & rest
    assert not others & last


def test_data_that_break_between_the_two_first_readings_are_built_once_they_are_mended(project: Path, tmp_path: Path):
    with following(project, tmp_path / "situs") as (preview, beside, _, _):
        preview.update(data_alone=False)
        change(project, 'nama: "Serasi"', 'nama: "Serasi Rusak')
        beside.go(preview)
        assert asked(preview.server, "/")[0] == 503
        preview.update(data_alone=True)
        assert "tanda kutip" in asked(preview.server, "/")[1]
        change(project, 'nama: "Serasi Rusak', 'nama: "Serasi"')
        preview.update(data_alone=True)
        beside.go(preview)
        assert asked(preview.server, "/")[0] == 200


def test_a_page_is_made_when_it_is_asked_for_before_its_turn(project: Path, tmp_path: Path):
    path = Path("inovasi", "serasi", "index.html")
    others = ("/inovasi/tidak-ada/", "/inovasi/", "/inovasi/../tentang/")
    with following(project, tmp_path / "a") as (preview, beside, site, _):
        preview.update(data_alone=False)
        preview.make("/inovasi/serasi/")
        assert not site.exists(), "no shape is known yet"
        beside.go(preview)
        whole = (site / path).read_bytes()
    with following(project, tmp_path / "b") as (preview, _, site, _):
        preview.make("/inovasi/serasi/")
        assert not site.exists(), "nothing is read yet"
        preview.update(data_alone=False)
        for address in (*others, "/inovasi/serasi/"):
            preview.make(address)
        assert [file.relative_to(site) for file in site.rglob("*") if file.is_file()] == [path]
        assert (site / path).read_bytes() == whole


def asked(server: Server, address: str) -> tuple[int, str]:
    """The status and the text that a server in this process gives."""
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{address}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    finally:
        thread.join()


def test_who_comes_too_early_waits_in_words(tmp_path: Path):
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "index.html").write_text("<body>Ada</body>", encoding="utf-8")
    with Server("127.0.0.1", 0, tmp_path) as server:
        sought: list[str] = []
        server.make = sought.append
        status, text = asked(server, "/belum/?x=1")
        assert (status, sought) == (503, ["/belum/"])
        assert "sedang disiapkan" in text
        assert '<meta http-equiv="refresh" content="1">' in text
        assert asked(server, "/ada/")[0] == 200
        server.show("Baris 3: tanda kutip")
        assert "Baris 3: tanda kutip" in asked(server, "/belum/")[1]
        server.make = lambda _: (tmp_path / "belum.html").write_text("<body>Kini ada</body>", encoding="utf-8")
        assert "Kini ada" in asked(server, "/belum.html")[1]
        (tmp_path / "404.html").write_text("<body>Tidak ditemukan</body>", encoding="utf-8")
        status, text = asked(server, "/tidak-ada/")
        assert (status, "Tidak ditemukan" in text) == (404, True)


def test_a_build_that_is_out_of_date_writes_nothing_more(tmp_path: Path):
    folder = Folder(tmp_path)
    old, new = folder.begin(), folder.begin()
    folder.put(new, "a/index.html", b"baru")
    with pytest.raises(OutOfDateError):
        folder.put(old, "a/index.html", b"lama")
    assert (tmp_path / "a" / "index.html").read_bytes() == b"baru"
    assert (folder.is_newest(old), folder.is_newest(new)) == (False, True)
    assert folder.changes() == {"/a/"}
    assert folder.changes() == frozenset()


def test_an_order_that_is_over_is_given_up_and_what_it_owed_is_done_by_the_next(inside: Inside, project: Path):
    preview, beside, site, _ = inside
    change(project, 'biaya: "gratis, menurut kepala unit', 'biaya: "gratis kata kepala unit')
    preview.update(data_alone=True)
    assert beside.remainder.answer(beside.orders.pop(), preview.hear, lambda: True) is None
    change(project, 'nama: "Jalan Setia"', 'nama: "Jalan Setia Baru"')
    preview.update(data_alone=True)
    beside.go(preview)
    assert "ratis kata kepala unit" in (project / "docs" / "inovasi" / "serasi.md").read_text(encoding="utf-8")
    assert "Jalan Setia Baru" in (site / "abjad" / "index.html").read_text(encoding="utf-8")


def test_a_first_build_that_is_given_up_is_done_by_the_next(project: Path, tmp_path: Path):
    """Whoever saves while it runs has one page changed, and all of them are still to come."""
    site = tmp_path / "situs"
    with following(project, site) as (preview, beside, _, _):
        preview.update(data_alone=False)
        assert beside.remainder.answer(beside.orders.pop(), preview.hear, lambda: True) is None
        change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
        preview.update(data_alone=True)
        beside.go(preview)
    real = read(workspace(project), TODAY, Papers.NONE)[0].innovations
    assert len(real) > 10
    assert [one.id for one in real if not (site / "inovasi" / one.id / "index.html").is_file()] == []


def early(address: str) -> tuple[int, str]:
    """The status and text of the first page."""
    try:
        with urllib.request.urlopen(f"http://{address}/", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_preview_that_begins_with_broken_data_says_so_until_they_are_mended(project: Path, tmp_path: Path):
    change(project, 'nama: "Serasi"', 'nama: "Serasi <Rusak>')
    with running(project, tmp_path / "said.txt", "--no-papers") as made:
        wait_for(lambda: "Pratinjau: http" in made.said.read_text(encoding="utf-8"), "the address")
        assert "tanda kutip" in made.said.read_text(encoding="utf-8")
        status, text = early(made.address)
        assert (status, "Portal belum bisa ditampilkan" in text, "EventSource" in text) == (503, True, True)
        assert "Serasi &lt;Rusak&gt;" in text
        assert "isi terakhir yang benar" not in text, "there is none yet"
        assert "http-equiv" not in text, "a reader keeps their place"
        change(project, 'nama: "Serasi <Rusak>', 'nama: "Serasi Utuh"')
        wait_for(lambda: ">Serasi Utuh</h1>" in page(made.address), "the mended page")


def test_a_first_build_that_fails_says_so_and_the_next_goes_on(project: Path, tmp_path: Path):
    mine = project / "docs" / "untuk" / "anak.md"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("# Tulisan tangan\n", encoding="utf-8")
    with running(project, tmp_path / "said.txt", "--no-papers") as made:
        wait_for(lambda: "ditulis tangan" in made.said.read_text(encoding="utf-8"), "the words on the terminal")
        wait_for(lambda: "ditulis tangan" in early(made.address)[1], "the words on the page")
        mine.unlink()
        wait_for(lambda: "berkas diperbarui" in made.said.read_text(encoding="utf-8"), "the build after it")
        wait_for(lambda: "ditulis tangan" not in page(made.address), "the page")
    assert "Traceback" not in made.said.read_text(encoding="utf-8")


def test_a_page_does_not_wait_for_the_press(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with following(project, tmp_path / "situs", Papers.ALL) as (preview, beside, site, _):
        preview.update(data_alone=False)
        beside.go(preview)
        change(project, 'biaya: "gratis, menurut kepala unit', 'biaya: "gratis kata kepala unit')
        with monkeypatch.context() as patched:
            patched.setattr(press, "typeset", None)  # printing would fail
            preview.update(data_alone=True)
        assert preview.server.banner() == ""
        page = (site / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")
        assert "ratis kata kepala unit" in page
        assert page.count(".pdf") == len(EDITIONS)
        beside.go(preview)
        assert preview.server.banner() == ""


def test_a_page_that_cannot_be_made_before_the_others_is_left_to_the_process_beside(
    inside: Inside, project: Path, monkeypatch: pytest.MonkeyPatch
):
    preview, beside, site, said = inside

    def fails(*_: object, **__: object) -> Assembly:
        raise EngineError("halaman yang ditautkan belum ada")

    monkeypatch.setattr(preview.followed, "assembly", fails)
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    beside.go(preview)
    assert preview.server.banner() == ""
    assert ">Serasi Baru</h1>" in (site / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")
    assert [line for line in said if "belum ada" in line] == []


def test_a_port_that_is_taken_is_said(project: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = ended(project, "-m", "portal", port=port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Porta {port} tidak bisa dipakai")
    assert f"--port {port + 1}" in done.stderr


def test_the_settings_of_the_engine_are_followed_however_an_editor_saves_them(tmp_path: Path):
    file = tmp_path / "mkdocs.yml"
    file.write_text("0", encoding="utf-8")
    told: SimpleQueue[set[Path]] = SimpleQueue()
    stop = threading.Event()
    thread = threading.Thread(target=_watch_settings, args=(tmp_path, told.put, stop))
    thread.start()
    try:
        wait_for(lambda: _save(file, "awal") and not told.empty(), "the watcher begins")
        for number in range(3):
            time.sleep(0.5)
            while not told.empty():
                told.get()
            (tmp_path / "catatan.txt").write_text(f"{number}", encoding="utf-8")
            _save(file, f"{number}")
            assert told.get(timeout=PATIENCE) == {file}
    finally:
        stop.set()
        thread.join(PATIENCE)


def _save(file: Path, text: str) -> bool:
    """Save as many editors do: a new file gets the name of the old one."""
    new = file.with_name(".baru")
    new.write_text(text, encoding="utf-8")
    new.replace(file)
    return True


def test_a_layout_of_paper_that_changes_makes_sheets_of_its_own(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    layouts = shutil.copytree(press.LAYOUTS, tmp_path / "print")
    monkeypatch.setattr(press, "LAYOUTS", layouts)
    press.foundation.cache_clear()
    followed = Followed(Portal(workspace(project), Engine.MKDOCS, Papers.NONE))
    followed.read(TODAY, data_alone=False)
    before = press.foundation()
    with (layouts / "leaflet.typ").open("a", encoding="utf-8") as file:
        file.write("// lain\n")
    followed.read(TODAY, data_alone=False)
    assert press.foundation() != before
    press.foundation.cache_clear()
