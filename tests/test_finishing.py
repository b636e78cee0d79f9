"""After the engine: clean pages, assets named by their bytes, a sitemap."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from portal import finishing
from portal.engine import Engine
from portal.finishing import clean, fingerprint, write_sitemap


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<body>\n<input class="md-toggle" id="__drawer">\n\n<p>isi</p>', "<body>\n<p>isi</p>"),
        ('<div data-md-component="skip">\n<a href="#x">L</a>\n</div><p>isi</p>', "<p>isi</p>"),
        ('<div class="md-dialog" role="status">\n<div class="md-x">\n</div>\n</div><p>isi</p>', "<p>isi</p>"),
        ("<ul>\n  <li>a</li>\n \n\t<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<p>x</p>\n <pre>a\n\n  b</pre>\n <p>", "<p>x</p>\n<pre>a\n\n  b</pre>\n<p>"),
        ('<main class="md-main" data-md-component="main">x</main>', "<main>x</main>"),
        ("<p>a&#58;b &#123;c&#125; &#064;</p>", "<p>a:b {c} @</p>"),
        ('<a title="&#34;&#39;&#38;&#60;&#62;">&lt;&#x3c;', '<a title="&#34;&#39;&#38;&#60;&#62;">&lt;&#x3c;'),
        ("<p>data-md-toggle</p>", "<p>data-md-toggle</p>"),
    ],
)
def test_only_the_themes_leftovers_go(html: str, left: str):
    assert clean(html) == left


def test_assets_are_named_by_their_bytes_wherever_a_page_refers_to_them(tmp_path: Path):
    (tmp_path / "aset").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "aset" / "x.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "aset" / "lain.css").write_text("", encoding="utf-8")
    for page, up in (("index.html", ""), ("a/index.html", "../"), ("404.html", "/"), ("403.html", "/inovasi/kita-2/")):
        (tmp_path / page).write_text(f'<link href="{up}aset/x.css"><a href="{up}aset/tiada.css">', encoding="utf-8")
    fingerprint(tmp_path)
    names = sorted(path.name for path in (tmp_path / "aset").iterdir())
    assert names[0] == "lain.css"
    assert re.fullmatch(r"x\.[0-9a-f]{8}\.css", names[1])
    for page, up in (("index.html", ""), ("a/index.html", "../"), ("404.html", "/"), ("403.html", "/inovasi/kita-2/")):
        text = (tmp_path / page).read_text(encoding="utf-8")
        assert text == f'<link href="{up}aset/{names[1]}"><a href="{up}aset/tiada.css">'


def test_a_changed_asset_has_a_changed_name(tmp_path: Path):
    seen = set()
    for text in ("p{}", "p{}", "a{}"):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "aset").mkdir(parents=True)
        (folder / "aset" / "x.css").write_text(text, encoding="utf-8")
        (folder / "index.html").write_text('<link href="aset/x.css">', encoding="utf-8")
        fingerprint(folder)
        seen.add(next((folder / "aset").iterdir()).name)
    assert len(seen) == 2


def test_the_sitemap_lists_pages_and_not_the_404(tmp_path: Path):
    (tmp_path / "a&b").mkdir()
    for page in ("index.html", "a&b/index.html", "404.html"):
        (tmp_path / page).write_text("", encoding="utf-8")
    write_sitemap(tmp_path, "https://contoh.id/portal/")
    tree = ET.fromstring((tmp_path / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314
    assert [element.text for element in tree.iter() if element.tag.endswith("loc")] == [
        "https://contoh.id/portal/a&b/",
        "https://contoh.id/portal/",
    ]


def test_a_sitemap_of_very_many_pages_is_a_list_of_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(finishing, "_LISTED", 2)
    for name in "abcde":
        (tmp_path / f"{name}.html").write_text("", encoding="utf-8")
    write_sitemap(tmp_path, "https://contoh.id/")

    def listed(name: str) -> list[str | None]:
        tree = ET.fromstring((tmp_path / name).read_text(encoding="utf-8"))  # noqa: S314
        return [element.text for element in tree.iter() if element.tag.endswith("loc")]

    assert listed("sitemap.xml") == [f"https://contoh.id/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [address for number in (1, 2, 3) for address in listed(f"sitemap-{number}.xml")]
    assert found == [f"https://contoh.id/{name}.html" for name in "abcde"]


@pytest.mark.parametrize("engine", Engine)
def test_every_asset_of_a_page_carries_its_bytes_in_its_name(built: dict[Engine, Path], engine: Engine):
    text = (built[engine] / "index.html").read_text(encoding="utf-8")
    assets = re.findall(r'"(?:\./)?aset/([^"]+)"', text)
    assert len(assets) >= 3
    assert [name for name in assets if not re.search(r"\.[0-9a-f]{8}\.(css|js|svg)$", name)] == []
