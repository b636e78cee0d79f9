"""Reading without a network: a copy for a flash drive, and a service worker."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from portal import offline
from portal.catalogue import Catalogue
from portal.compression import gzipped
from portal.engine import Engine
from portal.offline import WHOLE, write_archive, write_worker
from tests.conftest import Serve, build, copy_project
from tests.test_site import pages, read


@pytest.fixture(scope="module", params=Engine)
def copy(tmp_path_factory: pytest.TempPathFactory, real: Catalogue, request: pytest.FixtureRequest) -> Path:
    """The portal for a flash drive, in a folder with a space in its name."""
    project = copy_project(tmp_path_factory.mktemp("offline") / "project")
    folder = project / "salinan portal"
    build(project, folder, real, request.param, offline=True)
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
    assert not (copy / "bagikan").exists()


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
    made = []
    for place in ("a", "b"):
        site = tmp_path / place / "salinan 1.2"
        shutil.copytree(copy, site)
        write_archive(site)
        assert {path.name for path in site.parent.iterdir()} == {"salinan 1.2", "salinan 1.2.zip"}
        made.append(site.with_name("salinan 1.2.zip"))
    assert made[0].read_bytes() == made[1].read_bytes()
    copy = site
    with zipfile.ZipFile(made[0]) as archive:
        names = {f"{copy.name}/{path.relative_to(copy).as_posix()}" for path in copy.rglob("*") if path.is_file()}
        assert set(archive.namelist()) == names
        assert archive.read(f"{copy.name}/index.html") == (copy / "index.html").read_bytes()
        told = {(one.date_time, one.external_attr >> 16, one.compress_type) for one in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 0o644, zipfile.ZIP_DEFLATED)}


def test_an_archive_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site = small_site(tmp_path / "site")
    write_archive(site)
    before = (tmp_path / "site.zip").read_bytes()
    (site / "index.html").write_text("baru", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="space"):
        write_archive(site)
    assert (tmp_path / "site.zip").read_bytes() == before


def kept(site: Path) -> tuple[str, list[str], dict[str, str]]:
    """What a worker keeps: the name of its cache, the addresses of files, and the pages by address."""
    script = (site / "luring.js").read_text(encoding="utf-8")
    name, pages, files = (
        json.loads(found)
        for found in re.findall(r"^const (?:CACHE = OURS \+|PAGES =|FILES =) (.*);$", script, re.MULTILINE)
    )
    assert re.fullmatch(r"aset/luring\.[0-9a-f]{8}\.json", pages)
    return name, files, json.loads((site / pages).read_text(encoding="utf-8"))


def small_site(folder: Path, *more: str) -> Path:
    """A site of a few files; each holds its own path."""
    for path in ("index.html", "kontak/index.html", "404.html", "aset/portal.css", "data.json", *more):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"<p>{path}</p>", encoding="utf-8")
    return folder


def test_the_worker_keeps_every_page_under_a_name_that_follows_their_bytes(tmp_path: Path):
    site = small_site(tmp_path)
    write_worker(site)
    first, files, found = kept(site)
    assert files == ["aset/portal.css"]
    assert found == {
        "./": "<p>index.html</p>",
        "kontak/": "<p>kontak/index.html</p>",
    }
    write_worker(site)
    assert kept(site)[0] == first
    for path in ("index.html", "aset/portal.css"):
        (site / path).write_text("baru", encoding="utf-8")
        write_worker(site)
        assert kept(site)[0] != first
        first = kept(site)[0]
    (site / "aset" / "portal.css").rename(site / "aset" / "lain.css")
    write_worker(site)
    assert kept(site)[0] != first


def test_the_pieces_of_the_search_travel_with_the_pages(tmp_path: Path):
    site = small_site(tmp_path, "aset/cari/k0.js")
    write_worker(site)
    _, files, found = kept(site)
    assert files == ["aset/portal.css"]
    assert found["aset/cari/k0.js"] == "<p>aset/cari/k0.js</p>"


def test_of_a_large_site_only_the_pages_that_matter_most_are_kept(tmp_path: Path):
    records = [f"inovasi/{number}/index.html" for number in range(WHOLE)]
    more = ("cari/index.html", "kebutuhan/index.html", "kebutuhan/pulang/index.html", "aset/cari/a.js")
    site = small_site(tmp_path, *records, *more)
    for name, size in (("berat.js", 100_001), ("ringan.js", 100_000)):
        (site / "aset" / name).write_text("x" * size, encoding="utf-8")
    write_worker(site)
    _, files, found = kept(site)
    assert files == ["aset/portal.css", "aset/ringan.js"]
    assert sorted(found) == ["./", "cari/", "kebutuhan/", "kebutuhan/pulang/", "kontak/"]


def test_of_very_many_needs_the_first_are_kept(tmp_path: Path):
    site = small_site(tmp_path, *(f"kebutuhan/{number:03}/index.html" for number in range(WHOLE + 1)))
    write_worker(site)
    needs = [f"kebutuhan/{number:03}/" for number in range(WHOLE)]
    assert sorted(kept(site)[2]) == ["./", *needs, "kontak/"]


@pytest.mark.parametrize(("records", "pages"), [(WHOLE - 3, WHOLE - 1), (WHOLE - 2, 2)])
def test_a_site_is_kept_whole_up_to_a_number_of_pages(tmp_path: Path, records: int, pages: int):
    site = small_site(tmp_path, *(f"inovasi/{number}/index.html" for number in range(records)))
    write_worker(site)
    assert len(kept(site)[2]) == pages


@pytest.mark.parametrize("engine", Engine)
def test_the_copy_on_a_phone_is_as_small_as_the_privacy_page_says(built: dict[Engine, Path], engine: Engine):
    site = built[engine]
    _, files, found = kept(site)
    assert len(found) == len([*pages(site), *site.glob("aset/cari/*.js")])
    fetched = [*site.glob("aset/luring.*.json"), *(site / one for one in files)]
    assert sum(len(gzipped(path.read_bytes())) for path in fetched) < 115_000
    assert "kira-kira 110 KB" in (site / "privasi" / "index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_of_a_large_site_what_people_opened_is_kept_too(
    tmp_path: Path, browser: Browser, serve: Serve, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(offline, "WHOLE", 2)
    site = small_site(tmp_path, "inovasi/a/index.html", "inovasi/b/index.html")
    write_worker(site)
    with serve(site) as address:
        page = browser.new_context().new_page()
        page.goto(address)
        theirs, old = "cuaca", f"inovasi {address} 0123456789abcdef"
        page.evaluate("names => Promise.all(names.map(name => caches.open(name)))", [theirs, old])
        page.evaluate("navigator.serviceWorker.register('luring.js').then(() => navigator.serviceWorker.ready)")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        names = page.evaluate("caches.keys()")
        assert sorted(names) == sorted([theirs, f"inovasi {address} {kept(site)[0]}"])
        page.goto(f"{address}inovasi/a/?dari=wa")
    shown = {}
    for path in ("inovasi/a/", "inovasi/b/", "kontak/"):
        answer = page.goto(address + path)
        assert answer
        shown[path] = (answer.status, page.locator("p").first.inner_text())
    assert shown == {
        "inovasi/a/": (200, "inovasi/a/index.html"),
        "inovasi/b/": (503, "Halaman ini belum tersimpan di ponsel ini."),
        "kontak/": (200, "kontak/index.html"),
    }
    page.context.close()


STORE = """const put = Cache.prototype.put;
Cache.prototype.put = function (address, reply) {{
  return reply.url ? {kept} : put.call(this, address, reply);
}};
"""


@pytest.mark.browser
@pytest.mark.parametrize(
    "kept",
    ["Promise.reject(new DOMException('full', 'QuotaExceededError'))", "new Promise(() => {})"],
    ids=["no room left", "as slow as can be"],
)
def test_whatever_a_phone_can_keep_it_shows_what_the_server_sends(
    tmp_path: Path, browser: Browser, serve: Serve, monkeypatch: pytest.MonkeyPatch, kept: str
):
    monkeypatch.setattr(offline, "WHOLE", 2)
    site = small_site(tmp_path, "inovasi/a/index.html", "inovasi/b/index.html")
    write_worker(site)
    worker = site / offline.WORKER
    worker.write_text(STORE.format(kept=kept) + worker.read_text(encoding="utf-8"), encoding="utf-8")
    with serve(site) as address:
        page = browser.new_context().new_page()
        page.goto(address)
        page.evaluate("navigator.serviceWorker.register('luring.js').then(() => navigator.serviceWorker.ready)")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.goto(f"{address}inovasi/a/")
        assert page.locator("p").first.inner_text() == "inovasi/a/index.html"
    page.context.close()


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
    page.goto(f"{address}abjad/index.html?")
    assert page.locator("h1").inner_text() == "Daftar A sampai Z"
    page.goto(f"{address}inovasi/okata-uti?dari=wa#kontak")
    assert page.url == f"{address}inovasi/okata-uti/?dari=wa#kontak"
    assert page.locator("h1").inner_text() == "Okata Uti"
    assert page.locator("h1").evaluate("one => getComputedStyle(one).fontWeight") == "800"
    for path in ("tidak/ada/", "tidak/ada", "data/v1/tidak.json"):
        answer = page.goto(address + path)
        assert answer
        assert answer.status == 503
        assert page.locator("h1").inner_text() == "Tidak ada sambungan internet"
        assert page.locator("h1").evaluate("one => getComputedStyle(one).fontWeight") == "800"
        assert "salah ketik" not in page.locator("body").inner_text()
    page.get_by_role("link", name="Mulai dari beranda").click()
    assert page.locator("h1").inner_text() == "Siapa yang perlu bantuan?"
    context.close()
