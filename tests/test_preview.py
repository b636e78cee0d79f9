"""Live preview: a saved change reaches the browser, broken data leaves the last good page, nothing loops."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from portal import engine
from portal.catalogue import Catalogue
from portal.engine import Engine
from portal.generation import read, workspace
from portal.model import Innovation
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.papers.wanted import Papers
from portal.preview import Folder, OutOfDateError, Preview
from portal.server import Server
from tests.conftest import ROOT, TODAY

PATIENCE = 60  # seconds until a wait is given up; nothing is judged by speed


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.1)
    pytest.fail(f"waited in vain: {what}")


@pytest.fixture(params=["mkdocs", "zensical"])
def preview(project: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str, Path]]:
    """A running preview: the project, its address, and the file of what the terminal shows."""
    port = str(free_port())
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "portal", "serve", "--engine", request.param, "--port", port],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        yield project, f"127.0.0.1:{port}", said
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)
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

    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    wait_for(lambda: ">Serasi Baru</h1>" in page(address), "the changed name")

    wait_for(lambda: said.read_text(encoding="utf-8").count("berkas diperbarui") == 2, "the other pages")

    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi Rusak')
    wait_for(lambda: "tanda kutip" in said.read_text(encoding="utf-8"), "the problem in the terminal")
    wait_for(lambda: "Data belum bisa dipakai" in page(address), "the problem on the page")
    assert ">Serasi Baru</h1>" in page(address)

    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi Utuh"')
    wait_for(lambda: ">Serasi Utuh</h1>" in page(address), "the mended name")
    wait_for(lambda: "Data belum bisa dipakai" not in page(address), "the problem gone")

    wait_for(lambda: said.read_text(encoding="utf-8").count("berkas diperbarui") == 3, "the other pages")
    quiet = said.read_text(encoding="utf-8")
    generated = {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")}
    time.sleep(3)
    assert said.read_text(encoding="utf-8") == quiet
    assert {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")} == generated


@pytest.fixture
def inside(project: Path, tmp_path: Path) -> Iterator[tuple[Preview, Path, list[str]]]:
    """A preview in this process: itself, the folder of its site, and what it said."""
    site = tmp_path / "situs"
    said: list[str] = []
    with Server("127.0.0.1", 0, site) as server:
        folder = Folder(site, server)
        place = workspace(project)
        made = Preview(lambda: place, Engine.MKDOCS, Papers.NONE, server, said.append, lambda: TODAY, folder)
        made.start()
        yield made, site, said


def test_one_edit_makes_one_page_anew_and_asks_no_engine(
    inside: tuple[Preview, Path, list[str]], project: Path, monkeypatch: pytest.MonkeyPatch
):
    preview, site, said = inside
    monkeypatch.setattr(engine, "run", None)  # asking would fail
    made: list[str] = []
    real = innovations.page

    def page(catalogue: Catalogue, record: Innovation) -> Page:
        made.append(record.id)
        return real(catalogue, record)

    monkeypatch.setattr(innovations, "page", page)
    change(project, 'biaya: "gratis, menurut kepala unit', 'biaya: "gratis kata kepala unit')
    preview.update(data_alone=True)
    assert "ratis kata kepala unit" in (site / "inovasi" / "serasi" / "index.html").read_text(encoding="utf-8")
    related = {one.id for one in read(workspace(project), TODAY, Papers.NONE)[0].innovations if "serasi" in one.terkait}
    assert set(made) == {"serasi", *related}, "records that show nothing of it keep their pages"
    assert len(related) < 4
    preview.finish()
    assert "ratis kata kepala unit" in (project / "docs" / "inovasi" / "serasi.md").read_text(encoding="utf-8")
    assert set(made) == {"serasi", *related}
    assert [line for line in said if "Traceback" in line] == []


def test_a_name_changes_on_the_pages_that_show_it(inside: tuple[Preview, Path, list[str]], project: Path):
    preview, site, _ = inside
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    preview.finish()
    real = read(workspace(project), TODAY, Papers.NONE)[0]
    related = [one.id for one in real.innovations if "serasi" in one.terkait]
    assert related
    for path in ("index.html", "abjad/index.html", *(f"inovasi/{name}/index.html" for name in related)):
        assert "Serasi Baru" in (site / path).read_text(encoding="utf-8"), path


def test_problems_stay_on_the_pages_while_an_earlier_build_ends(inside: tuple[Preview, Path, list[str]], project: Path):
    preview, _, said = inside
    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    preview.update(data_alone=True)
    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi Rusak')
    preview.update(data_alone=True)
    preview.finish()
    assert "tanda kutip" in preview.server.banner()
    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi Utuh"')
    preview.update(data_alone=True)
    assert preview.server.banner() == ""
    preview.finish()
    assert sum("tanda kutip" in line for line in said) == 1


def test_a_build_that_is_out_of_date_writes_nothing_more(tmp_path: Path):
    with Server("127.0.0.1", 0, tmp_path) as server:
        folder = Folder(tmp_path, server)
        old, new = folder.begin(), folder.begin()
        folder.put(new, "a/index.html", b"baru")
        with pytest.raises(OutOfDateError):
            folder.put(old, "a/index.html", b"lama")
    assert (tmp_path / "a" / "index.html").read_bytes() == b"baru"
