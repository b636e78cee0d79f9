"""The built site: the real data, both engines, the same pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from portal.catalogue import Catalogue
from portal.engine import Engine, EngineError
from portal.handwritten import PageError
from tests.conftest import build, copy_project

# Names and expansions exactly as in Harian Bhirawa, "Dinsos Jatim Raih Predikat OPD Sangat Inovatif", 5 December 2025.
EXPANSIONS = {
    "si-jelita-manis": "Siap Jangkau dan Edukasi Disabilitas di Masyarakat dan Komunitas",
    "simlontar-rek": "Sistem Informasi dan Manajemen Pemulangan Orang Telantar yang Terintegrasi dan Teredukasi",
    "jsc": "Jatim Social Care",
    "sabi-bisa": "Disabilitas Daksa Luar Biasa",
    "enak-top": "Edukasi Anak Terpadu Dalam Rangka Optimalisasi di UPT",
    "serasi": "Sistem Elektronik Registrasi Adopsi Anak",
    "jalak-wadul-mas": "Jangkauan Layanan Kesehatan Jiwa dalam Keluarga dan Masyarakat",
    "orkes-adelia": "Olah Kegiatan Rekreasional Atasi Demensia Lanjut Usia",
    "kacamata-bl": "Kegiatan Outreach Management dan Assessment Bina Laras",
    "e-rantang-baskom": "Edukasi Remaja Tangguh Berbasis Komunitas",
    "jalan-terang-pak-kumis": "Jaringan Layanan Terpadu Penanganan PPKS Berbasis Keluarga dan Komunitas",
    "niat-tangkas": "Peningkatan Kemampuan Tuli Mengaji dan Kajian Islam",
    "okata-uti": "Operasi Katarak untuk Akung dan Uti",
    "jalan-setia": "Jangkauan Lansia Sehat dan Bahagia",
}
FETCHED = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}  # loaded with the page
NAVIGATED = {"canonical", "alternate"}


@dataclass
class Page:
    """What a browser finds in an HTML file: links, ids, what it loads, and the words of the article."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Fills a `Page`."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.in_article = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.in_article |= tag == "article"
        if "id" in values:
            self.page.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        if tag in FETCHED and FETCHED[tag] in values and values.get("rel") not in NAVIGATED:
            self.page.loads.append(values[FETCHED[tag]])

    def handle_endtag(self, tag: str) -> None:
        self.in_article &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self.in_article:
            self.page.words += data.split()


@cache
def read(path: Path) -> Page:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def target(page: Path, address: str) -> Path | None:
    """The file that an internal address leads to; None for another host or another kind of link."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    joined = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return joined / "index.html" if joined.is_dir() else joined


def shape(site: Path, name: Path) -> tuple[list[str], set[str], list[str]]:
    """Words, anchors, and where the links lead, however the engine writes a relative address."""
    page = read(site / name)
    leads = [target(site / name, link) for link in page.links]
    places = [str(lead.relative_to(site)) if lead else link for lead, link in zip(leads, page.links, strict=True)]
    return page.words, page.ids, places


@pytest.mark.parametrize("engine", Engine)
def test_there_is_a_page_for_each_record(built: dict[Engine, Path], real: Catalogue, engine: Engine):
    found = {path.parent.name for path in (built[engine] / "inovasi").glob("*/index.html")}
    assert found == {one.id for one in real.innovations} == EXPANSIONS.keys()


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("key", EXPANSIONS)
def test_the_page_holds_name_expansion_and_sources(
    built: dict[Engine, Path], real: Catalogue, engine: Engine, key: str
):
    innovation = next(one for one in real.innovations if one.id == key)
    page = read(built[engine] / "inovasi" / key / "index.html")
    text = " ".join(page.words)
    assert innovation.nama in text
    assert EXPANSIONS[key] in text
    assert innovation.sumber
    assert [source.url for source in innovation.sumber if source.url not in page.links] == []


def test_both_engines_build_the_same_pages_with_the_same_words_links_and_anchors(built: dict[Engine, Path]):
    mkdocs, zensical = built[Engine.MKDOCS], built[Engine.ZENSICAL]
    names = [path.relative_to(mkdocs) for path in pages(mkdocs)]
    assert names == [path.relative_to(zensical) for path in pages(zensical)]
    assert len(names) > len(EXPANSIONS)
    assert [name for name in names if shape(mkdocs, name) != shape(zensical, name)] == []
    assert [name for name in names if not read(mkdocs / name).words or not read(mkdocs / name).links] == []


@pytest.mark.parametrize("engine", Engine)
def test_every_internal_link_and_anchor_leads_somewhere(built: dict[Engine, Path], engine: Engine):
    site = built[engine]
    checked, dead = 0, []
    for page in pages(site):
        for link in read(page).links:
            if found := target(page, link):
                checked += 1
                fragment = urlsplit(link).fragment
                if not found.is_file() or (fragment and fragment not in read(found).ids):
                    dead.append(f"{page.relative_to(site)}: {link}")
    assert dead == []
    assert checked > 500


@pytest.mark.parametrize("engine", Engine)
def test_no_page_loads_anything_from_another_host(built: dict[Engine, Path], engine: Engine):
    site = built[engine]
    loads = [(page, address) for page in [*pages(site), site / "404.html"] for address in read(page).loads]
    assert len(loads) > len(EXPANSIONS)
    assert [address for _, address in loads if urlsplit(address).netloc] == []
    found = [target(page, address) for page, address in loads if page.name != "404.html"]
    assert [path for path in found if path is None or not path.is_file()] == []
    css = next((site / "aset").glob("portal.*.css")).read_text(encoding="utf-8")
    assert re.findall(r"@import|url\((?!judul\.)", css) == []
    assert (site / "aset" / re.findall(r"url\((.*?)\)", css)[0]).is_file()


@pytest.mark.parametrize("engine", Engine)
def test_nothing_of_the_theme_is_left(built: dict[Engine, Path], engine: Engine):
    site = built[engine]
    left = re.compile(r'class="md-|data-md-|no-js')
    assert [page for page in site.rglob("*.html") if left.search(page.read_text(encoding="utf-8"))] == []
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds == {
        ".html", ".css", ".js", ".svg", ".png", ".xml", ".txt", ".webmanifest", ".pdf", ".json", ".csv", ".xlsx",
        ".atom", ".jsonld", ".woff2",
    }  # fmt: skip


@pytest.mark.parametrize("engine", Engine)
def test_pages_are_indonesian_with_one_first_heading_and_no_inline_script(built: dict[Engine, Path], engine: Engine):
    for page in [*pages(built[engine]), built[engine] / "404.html"]:
        text = page.read_text(encoding="utf-8")
        assert '<html lang="id"' in text
        assert len(re.findall(r"<h1[ >]", text)) == 1, page
        scripts = re.findall(r"<script([^>]*)>", text)
        assert scripts, page
        assert [one for one in scripts if not re.search(r' src="[^"]+" defer|type="application/ld', one)] == [], page


@pytest.mark.parametrize("engine", Engine)
def test_home_leads_to_every_audience_and_need_within_one_tap(
    built: dict[Engine, Path], real: Catalogue, engine: Engine
):
    links = read(built[engine] / "index.html").links
    wanted = {f"untuk/{audience.value}/" for audience in real.by_audience} | {
        f"kebutuhan/{one.id}/" for one in real.needs
    }
    assert len(wanted) > 10
    assert wanted <= set(links)


@pytest.mark.parametrize("engine", Engine)
def test_home_and_the_open_data_tell_programs_of_readers_where_the_feed_is(built: dict[Engine, Path], engine: Engine):
    site = built[engine]
    found = {}
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        for title, address in re.findall(
            r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', text
        ):
            feed = target(page, address)
            assert feed
            assert f"<title>{title}</title>" in feed.read_text(encoding="utf-8")
            found[page.relative_to(site).as_posix()] = feed.relative_to(site).as_posix()
    assert found == dict.fromkeys(("index.html", "data-terbuka/index.html"), "data/v1/perubahan.atom")


@pytest.mark.parametrize("engine", Engine)
def test_the_banner_stands_until_the_address_is_official(
    built: dict[Engine, Path], real: Catalogue, tmp_path: Path, engine: Engine
):
    home = built[engine] / "index.html"
    said = re.search(r'Ini belum alamat resmi\. <a href="(?:\./)?waspada-penipuan/">', home.read_text(encoding="utf-8"))
    assert said
    project = copy_project(tmp_path / "project")
    site = project / "resmi"
    official = replace(real, settings=real.settings.model_copy(update={"resmi": True}))
    build(project, site, official, engine)
    assert "belum alamat resmi" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("engine", Engine)
def test_a_broken_link_fails_the_build(project: Path, real: Catalogue, engine: Engine, full: bool):
    build(project, project / "site", real, engine, full=full)
    with (project / "docs" / "privasi.md").open("a", encoding="utf-8") as file:
        file.write("\n[rusak](tidak-ada.md)\n")
    with pytest.raises(PageError, match=r'docs/privasi\.md, baris \d+, kolom 9: "tidak-ada\.md" tidak ada'):
        build(project, project / "rusak", real, engine, full=full)


def test_a_slip_in_the_menu_fails_the_build_in_words(project: Path, catalogue: Catalogue):
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("- Cari: cari.md", "- Cari: carii.md"), encoding="utf-8")
    with pytest.raises(PageError, match=r'mkdocs\.yml, baris \d+, kolom 9: "carii\.md" .*; tulis: cari\.md\.'):
        build(project, project / "utuh", catalogue, Engine.MKDOCS, full=True)
    with pytest.raises(EngineError, match=r"(?s)Halaman ini belum ada di menu.*\n  - cari\.md$"):
        build(project, project / "site", catalogue, Engine.MKDOCS)


def test_a_menu_that_leads_nowhere_fails_each_build(project: Path, catalogue: Catalogue):
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    added = settings.replace("- Cari: cari.md", "- Cari: cari.md\n- Hilang: hilang.md")
    (project / "mkdocs.yml").write_text(added, encoding="utf-8")
    for number, full in enumerate((False, False, True)):  # the second knows the shapes of the first
        with pytest.raises(PageError, match=r'mkdocs\.yml, baris \d+, kolom 11: "hilang\.md" tidak ada'):
            build(project, project / f"site{number}", catalogue, Engine.MKDOCS, full=full)


def test_hostile_values_stay_letters_and_pages_keep_their_shape(project: Path, real: Catalogue):
    hostile = (
        "<script>alert(1)</script> [x](javascript:alert(1)) {: onclick=alert(1) } ``` # *a* _b_ {{ 7*7 }} &amp; | 😀"
    )
    fields = {"ringkasan": hostile, "peringatan": hostile, "kegiatan": (hostile,), "pelaksana": hostile}
    first = real.innovations[0].model_copy(update=fields)
    plain = first.model_copy(update={name: ("biasa",) if name == "kegiatan" else "biasa" for name in fields})
    shapes = []
    for number, record in enumerate((plain, first)):
        site = project / f"site{number}"
        changed = Catalogue((record, *real.innovations[1:]), real.contacts, real.needs, real.settings)
        build(project, site, changed, Engine.MKDOCS)
        text = (site / "inovasi" / first.id / "index.html").read_text(encoding="utf-8")
        shapes.append(
            re.findall(
                r"<(?!meta (?:name|property)=\"(?:og:)?description)[^>]+>", re.sub(r"https://wa\.me/[^\"]+", "", text)
            )
        )
    assert shapes[0] == shapes[1]
    assert " ".join(hostile.split()) in " ".join(read(project / "site1" / "inovasi" / first.id / "index.html").words)


def test_addresses_are_plain_folders(built: dict[Engine, Path]):
    for page in pages(built[Engine.MKDOCS]):
        relative = PurePosixPath(page.relative_to(built[Engine.MKDOCS]).as_posix())
        assert re.fullmatch(r"([a-z0-9-]+/)*index\.html", str(relative))
