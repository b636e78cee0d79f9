"""Lists of a long portal: series of pages, none too long, each a few clicks from the home page."""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path

import pytest

from bench import synthetic
from portal import paging
from portal.catalogue import Catalogue
from portal.engine import Engine
from portal.model import Innovation
from portal.outputs import audiences, home, innovations, needs, sources
from portal.paging import Part, Series, Spot, parts
from portal.papers.wanted import Papers
from tests import samples
from tests.conftest import build, tree

TARGET = re.compile(r"\]\(([^)\s#:]+\.md)")
SERIES = Series(Spot("untuk/", "lansia"), Spot("untuk/", "lansia-"))


def split(count: int, size: int = 100) -> list[Part[int]]:
    return list(parts(range(1, count + 1), SERIES, size))


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        (0, [(1, 0)]),
        (1, [(1, 1)]),
        (99, [(1, 99)]),
        (100, [(1, 100)]),
        (101, [(1, 100), (101, 101)]),
        (199, [(1, 100), (101, 199)]),
        (200, [(1, 100), (101, 200)]),
        (201, [(1, 100), (101, 200), (201, 201)]),
    ],
)
def test_a_series_splits_at_the_border(count: int, wanted: list[tuple[int, int]]):
    found = split(count)
    assert [(part.begin, part.end) for part in found] == wanted
    assert [entry for part in found for entry in part.entries] == list(range(1, count + 1))
    assert [(part.number, part.count, part.total) for part in found] == [
        (number, len(wanted), count) for number in range(1, len(wanted) + 1)
    ]


@pytest.mark.parametrize(("stock", "pages"), [(1, 1), (100, 1), (101, 2), (201, 3)])
def test_a_stock_of_a_hundred_stands_on_one_page(stock: int, pages: int):
    assert len(split(stock, paging.size(stock))) == pages


def test_a_small_stock_keeps_every_list_on_one_page_however_long_the_list():
    assert len(split(301, paging.size(100))) == 1
    assert len(split(301, paging.size(101))) == 4


def test_a_page_keeps_its_address_while_the_list_grows():
    assert [part.spot.path for part in split(201)] == ["untuk/lansia.md", "untuk/lansia-2.md", "untuk/lansia-3.md"]
    assert [part.spot.path for part in split(350)][:3] == [part.spot.path for part in split(201)]
    where = Series(Spot("", "sumber"), Spot("sumber/", ""))
    assert [(part.spot.path, part.up) for part in parts("abc", where, 1)] == [
        ("sumber.md", ""),
        ("sumber/2.md", "../"),
        ("sumber/3.md", "../"),
    ]


@pytest.mark.parametrize(
    ("number", "count", "wanted"),
    [
        (1, 1, [1]),
        (2, 3, [1, 2, 3]),
        (1, 14, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14]),
        (12, 14, [1, 10, 11, 12, 13, 14]),
        (237, 370, [1, 100, 200, 210, 220, *range(230, 241), 250, 260, 270, 280, 290, 300, 370]),
    ],
)
def test_a_page_links_to_few_others(number: int, count: int, wanted: list[int]):
    assert split(count, 1)[number - 1].shown() == wanted


@pytest.mark.parametrize(("count", "clicks", "links"), [(14, 2, 12), (100, 2, 21), (370, 3, 26), (3700, 4, 36)])
def test_every_page_of_a_series_is_a_few_clicks_from_the_first(count: int, clicks: int, links: int):
    series = split(count, 1)
    assert max(len(part.shown()) for part in series) <= links
    near = {1}
    for _ in range(clicks):
        near |= {shown for number in near for shown in series[number - 1].shown()}
    assert near == set(range(1, count + 1))


def test_a_card_is_rendered_anew_when_its_record_changes():
    def shown(name: str) -> str:
        catalogue = samples.catalogue(samples.innovation(nama=name))
        return list(audiences.pages(catalogue))[1].content.decode()

    old, new, again = map(shown, ("Nama Lama", "Nama Baru", "Nama Lama"))
    assert "[Nama Baru]" in new
    assert "[Nama Lama]" in old
    assert again == old


AUDIENCES = ("lansia", "anak", "umum", "tuli", "kesehatan-jiwa")


def record(number: int) -> Innovation:
    """An innovation that shares name letters, families, audiences, places and sources with some others."""
    return samples.innovation(
        id=f"contoh-{number:03}",
        nama=f"{synthetic.FIRST[number % 26] if number % 9 else '1'} {number:03}",
        sasaran=sorted({AUDIENCES[number % 2], AUDIENCES[number % 5]}),
        pelaksana="Unit Bersama" if number % 2 else f"Unit {number}",
        tempat=[{"nama": "Balai", "wilayah": "Kediri" if number % 3 else "Blitar"}],
        status="berhenti" if number % 11 == 0 else "aktif",
        sumber=[samples.ARTICLE, {"judul": f"Sumber {number}", "url": f"https://contoh.id/{number // 2}"}],
    )


def lists(count: int) -> dict[str, str]:
    """The home page and every list of a portal with so many innovations: text by path."""
    catalogue = samples.catalogue(*map(record, range(1, count + 1)))
    made = (home.pages, innovations.lists, audiences.pages, needs.pages, sources.pages)
    return {page.path: page.content.decode() for pages in made for page in pages(catalogue)}


def ways(path: str, text: str) -> set[str]:
    """The pages to which a page leads."""
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in TARGET.findall(text)}


@pytest.fixture(params=[7, 20, 100])
def long(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> dict[str, str]:
    """The lists of 350 innovations with few or many entries on a page."""
    monkeypatch.setattr(paging, "SIZE", request.param)
    return lists(350)


def test_every_innovation_is_few_clicks_from_the_home_page_by_each_kind_of_list(long: dict[str, str]):
    wanted = {f"inovasi/contoh-{number:03}.md" for number in range(1, 351)}
    for folder in ("kelompok/", "abjad/", "saring/", "untuk/", "sumber"):
        begun = {"kelompok/": "inovasi/index.md", "abjad/": "abjad.md", "saring/": "saring.md", "untuk/": "index.md"}
        seen = near = {begun.get(folder, "sumber.md")}
        for _ in range(5):
            near = {way for path in near if path in long for way in ways(path, long[path])}
            near = {path for path in near - seen if path.startswith(folder) or path in wanted}
            seen = seen | near
        if folder != "sumber":
            assert wanted <= seen, folder
        assert {path for path in long if path.startswith(folder)} <= seen, folder


def test_the_home_page_leads_to_the_lists_and_shows_no_card(long: dict[str, str]):
    assert {"inovasi/index.md", "abjad.md", "untuk/lansia.md"} <= ways("index.md", long["index.md"])
    assert "[Lihat 350 inovasi](inovasi/index.md)" in long["index.md"]
    assert 'class="kartu ' not in long["index.md"]


def test_no_list_leads_to_a_page_that_is_not_there(long: dict[str, str]):
    written = {"kontak.md", "cetak/index.md", *long, *(f"inovasi/contoh-{number:03}.md" for number in range(1, 351))}
    found = set().union(*(ways(path, text) for path, text in long.items()))
    assert len(found) > 350
    assert found - written == set()


def test_addresses_titles_and_descriptions_are_unique(long: dict[str, str]):
    for key in ("title", "description"):
        said = re.findall(rf'^{key}: "(.+)"$', "\n".join(long.values()), re.MULTILINE)
        assert len(said) == len(set(said)) == len(long) > 20


def test_no_page_has_more_entries_than_it_may(long: dict[str, str]):
    counts = [len(re.findall(r"^(?:- |### )\[(?!<span)", text, re.MULTILINE)) for text in long.values()]
    choices = 60  # on pages that offer a few choices of several kinds, and needs
    assert 0 < max(counts) <= paging.SIZE + choices


def test_each_page_says_which_part_it_is_and_leads_to_its_neighbours(long: dict[str, str]):
    series = sorted((path for path in long if re.match(r"kelompok/anak\b", path)), key=len)
    for number, path in enumerate(series, 1):
        text, last = html.unescape(long[path]), number == len(series)
        assert (f"Halaman {number} dari {len(series)}." in text) is (len(series) > 1)
        assert ('rel="next"' in text) is not last
        assert ('rel="prev"' in text) is (number > 1)
        assert f"# Kelompok anak dan remaja{f', halaman {number}' if number > 1 else ''} {{ #judul }}" in text
    assert len(series) > 1


def test_a_value_that_one_innovation_has_leads_to_its_page(long: dict[str, str]):
    offered = "".join(text for path, text in long.items() if path == "saring.md" or path.startswith("saring/pelaksana"))
    assert re.search(r"\[Unit 4: 1 inovasi\]\((?:\.\./)?inovasi/contoh-004\.md\)", html.unescape(offered))
    assert not any("unit-4-" in path for path in long)


def test_a_source_of_very_many_names_the_first_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch):
    shared = [samples.innovation(id=f"a{number}", sumber=[samples.STANDARD]) for number in range(14)]
    catalogue = samples.catalogue(*shared, samples.innovation())
    text = "".join(page.content.decode() for page in sources.pages(catalogue))
    assert text.count("[Okata Uti](inovasi/a") == 14
    monkeypatch.setattr(paging, "SIZE", 14)
    text = "".join(page.content.decode() for page in sources.pages(catalogue))
    assert text.count("[Okata Uti](inovasi/a") == 10
    assert "4 inovasi lain, [kontak](kontak.md)" in html.unescape(text)


def test_a_hundred_innovations_have_no_series():
    small = lists(100)
    assert not [path for path in small if re.match(r"kelompok/|abjad/|saring/|sumber/|untuk/.*\d", path)]
    assert small["index.md"].count('class="kartu ') == 100
    assert small["inovasi/index.md"].count("data-untuk=") == 100
    assert "data-untuk=" not in "".join(lists(101).values())


@pytest.mark.parametrize(("offline", "page"), [(False, "kelompok/anak-2/index.html"), (True, "kelompok/anak-2.html")])
def test_both_ways_to_build_series_give_the_same_bytes(
    project: Path, monkeypatch: pytest.MonkeyPatch, offline: bool, page: str
):
    monkeypatch.setattr(paging, "SIZE", 3)
    catalogue = Catalogue(**vars(samples.catalogue(*map(record, range(1, 25)))) | {"papers": Papers.NONE})
    for chosen in Engine:
        build(project, project / f"cepat-{chosen.value}", catalogue, chosen, offline=offline)
        build(project, project / f"penuh-{chosen.value}", catalogue, chosen, offline=offline, full=True)
        fast, full = tree(project / f"cepat-{chosen.value}"), tree(project / f"penuh-{chosen.value}")
        assert page in fast
        assert page.replace("kelompok/anak-2", "sumber/2") in fast
        assert [name for name in sorted(fast.keys() | full.keys()) if fast.get(name) != full.get(name)] == []
