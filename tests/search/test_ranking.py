"""The real search on the questions of people, asked of the engine in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from portal.catalogue import Catalogue
from tests.search.engine import Engine
from tests.search.questions import by_kind, questions

pytestmark = pytest.mark.browser

STRICT = {"resmi", "nama", "imbuhan", "salah-ketik"}


@pytest.fixture(scope="module")
def engine(browser: Browser, real: Catalogue) -> Iterator[Engine]:
    page = browser.new_page()
    yield Engine(page, real)
    page.close()


def test_the_questions_that_may_be_read_are_answered(engine: Engine):
    scores = dict(by_kind(engine.ask(questions("latih"))))
    assert scores["semua"].count > 200
    assert scores["semua"].first >= 0.96
    assert scores["semua"].three >= 0.99
    assert scores["semua"].nothing <= 0.01
    assert {kind: one.first for kind, one in scores.items() if one.first < (0.95 if kind in STRICT else 0.9)} == {}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("jalaksetia", "jalan-setia"),
        ("okatauti", "okata-uti"),
        ("tuna rungu", "niat-tangkas"),
        ("tunarungu", "niat-tangkas"),
        ("budheg", "niat-tangkas"),
        ("sakè' mata poteh", "okata-uti"),
        ("JSC", "jsc"),
        ("ngangkat anak", "serasi"),
        ("oprasi kataraknya simbah", "okata-uti"),
        ("129", "kontak:sapa-129"),
    ],
)
def test_spellings_spaces_affixes_and_numbers(engine: Engine, typed: str, expected: str):
    assert engine.results(typed)[0] == expected


def test_orang_tua_shows_both_meanings(engine: Engine):
    found = engine.results("orang tua")[:5]
    assert {"jalan-setia", "si-jelita-manis"} <= set(found)


def test_several_words_narrow_and_a_broad_word_does_not_decide(engine: Engine):
    assert len(engine.results("lansia pikun")) <= len(engine.results("lansia"))
    assert engine.results("bantuan adopsi")[0] == "serasi"
    assert engine.results("bantuan katarak gratis")[0] == "okata-uti"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("saya ingin bunuh diri", "kontak:sejiwa-119-8"),
        ("dipukul suami", "kontak:sapa-129"),
        ("kakak dipasung di dapur", "kontak:darurat-112"),
        ("menemukan bayi dibuang", "kontak:polisi-110"),
        ("kebakaran rumah tetangga", "kontak:pemadam-113"),
        ("kbakaran", "kontak:pemadam-113"),
    ],
)
def test_danger_puts_help_numbers_above_the_results(engine: Engine, typed: str, expected: str):
    assert expected in engine.numbers(typed)


@pytest.mark.parametrize("typed", ["terapi musik", "operasi katarak", "pukulan hidup janda", "anak yatim", "bantuan"])
def test_help_numbers_stay_away_without_danger(engine: Engine, typed: str):
    assert "kontak:pemadam-113" not in engine.numbers(typed)
    assert typed == "pukulan hidup janda" or engine.numbers(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        ".*",
        "(a+)+$" + "a" * 60,
        "\\",
        "[[[[",
        "%00%ff",
        "x" * 10_000,
        "xq " * 3_333,
        "\u202e\u0000\ud83d\ude00",
        "__proto__ constructor toString hasOwnProperty",
    ],
)
def test_hostile_questions_find_nothing(engine: Engine, typed: str):
    assert engine.results(typed) == []
    assert engine.numbers(typed) == []
