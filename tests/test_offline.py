"""Reading without a network: a copy for a flash drive, and a service worker."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from portal.catalogue import Catalogue
from portal.engine import Engine, build
from portal.generation import generate
from portal.offline import write_archive, write_worker
from tests.conftest import Serve, copy_project
from tests.test_site import read


@pytest.fixture(scope="module", params=Engine)
def copy(tmp_path_factory: pytest.TempPathFactory, real: Catalogue, request: pytest.FixtureRequest) -> Path:
    """The portal for a flash drive, in a folder with a space in its name."""
    project = copy_project(tmp_path_factory.mktemp("offline") / "project")
    generate(real, project)
    folder = project / "salinan portal"
    folder.mkdir()
    build(project, folder, real.settings, request.param, offline=True)
    return folder


def test_every_link_of_the_copy_leads_to_a_file(copy: Path):
    checked, dead = 0, []
    for page in sorted(copy.rglob("*.html")):
        found = read(page)
        for link in [*found.links, *found.loads]:
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                checked += 1
                if not (page.parent / unquote(parts.path)).is_file():
                    dead.append(f"{page.name}: {link}")
    assert dead == []
    assert checked > 500


@pytest.mark.browser
def test_the_copy_works_in_a_browser_without_any_server(copy: Path, browser: Browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("link", name="Telantar di jalan, tidak bisa pulang").click()
    page.get_by_role("link", name="Simlontar Rek").click()
    assert page.locator("h1").inner_text() == "Simlontar Rek"
    assert page.locator("h1").evaluate("one => getComputedStyle(one).fontWeight") == "800"
    assert problems == []
    context.close()


def test_the_archive_holds_the_copy_and_its_bytes_repeat(copy: Path, tmp_path: Path):
    write_archive(copy, tmp_path / "a.zip")
    write_archive(copy, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = {f"{copy.name}/{path.relative_to(copy).as_posix()}" for path in copy.rglob("*") if path.is_file()}
        assert set(archive.namelist()) == names
        assert archive.read(f"{copy.name}/index.html") == (copy / "index.html").read_bytes()


def kept(site: Path) -> tuple[str, list[str]]:
    script = (site / "luring.js").read_text(encoding="utf-8")
    name, files = re.findall(r"^const (?:CACHE|FILES) = (.*);$", script, re.MULTILINE)
    return json.loads(name), json.loads(files)


def test_the_worker_keeps_every_page_under_a_name_that_follows_their_bytes(tmp_path: Path):
    for path in ("index.html", "kontak/index.html", "404.html", "aset/portal.css", "data.json"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    write_worker(tmp_path)
    first, files = kept(tmp_path)
    assert sorted(files) == ["./", "404.html", "aset/portal.css", "kontak/"]
    write_worker(tmp_path)
    assert kept(tmp_path)[0] == first
    (tmp_path / "index.html").write_text("baru", encoding="utf-8")
    write_worker(tmp_path)
    assert kept(tmp_path)[0] != first


@pytest.mark.browser
def test_with_the_server_gone_every_page_is_still_there(built: dict[Engine, Path], browser: Browser, serve: Serve):
    with serve(built[Engine.MKDOCS]) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(f"{address}kontak/")
    assert page.locator("h1").inner_text() == "Kontak dan nomor darurat"
    page.goto(f"{address}inovasi/okata-uti/?dari=wa")
    assert page.locator("h1").inner_text() == "Okata Uti"
    page.goto(f"{address}tidak/ada/")
    assert page.locator("h1").inner_text() == "Halaman tidak ditemukan"
    context.close()
