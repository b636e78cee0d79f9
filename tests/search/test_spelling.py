"""Python and the browser agree on the key of every word."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import snowballstemmer  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from portal.search import spelling

BROWSER = Path(spelling.__file__).parent / "browser"
DATA = Path(__file__).parents[2] / "data"
PIECES = [
    "di", "ke", "me", "mem", "men", "meng", "meny", "pem", "pen", "peng", "peny", "ter", "be", "ber", "bel", "pe",
    "per", "ajar", "kah", "lah", "pun", "nya", "ku", "mu", "kan", "an", "i", "si", "a", "u", "k", "er", "s", "y",
    "baca",
    "o", "dh", "th", "oe", "dj", "sy", "ngg", "gh", "kh", "rumah", "terapi", "nikah", "tolong", "è", "'", "2", "-",
    "x", "q",
]  # fmt: skip


def texts() -> list[str]:
    chance = random.Random(5)  # noqa: S311
    made = ["".join(chance.choices(PIECES, k=chance.randint(1, 7))) for _ in range(20_000)]
    written = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.yaml"))]
    return [*made, *(line for text in written for line in text.splitlines())]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab that knows the words' script alone."""
    opened = browser.new_page()
    opened.add_script_tag(content=(BROWSER / "kata.js").read_text(encoding="utf-8"))
    yield opened
    opened.close()


@pytest.mark.browser
def test_the_browser_makes_the_same_keys_in_the_same_places(page: Page):
    given = texts()
    found = page.evaluate("(semua) => semua.map((teks) => pecah(teks).map((k) => [kunci(k), rak(kunci(k))]))", given)
    ours = [[[key, spelling.shelf(key)] for key in spelling.keys(text)] for text in given]
    assert [(text, one, other) for text, one, other in zip(given, ours, found, strict=True) if one != other][:5] == []
    assert len({key for keys in found for key, _ in keys}) > 10_000


def stemmed() -> list[str]:
    return sorted({word for text in texts() for word in spelling.words(text) if word.isalpha()})


@pytest.mark.browser
def test_the_browser_stems_as_we_do(page: Page):
    given = stemmed()
    found = page.evaluate("(semua) => semua.map(akar)", given)
    assert [(word, one) for word, one in zip(given, found, strict=True) if spelling.stem(word) != one][:5] == []


def test_words_are_stemmed_as_snowball_does():
    given = stemmed()
    stem = snowballstemmer.stemmer("indonesian").stemWord
    assert len(given) > 10_000
    assert [(word, stem(word), spelling.stem(word)) for word in given if stem(word) != spelling.stem(word)][:5] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mukul", "pukul"),
        ("mbukak", "bukak"),
        ("ngopeni", "kopeni"),
        ("ngrawat", "rawat"),
        ("nyekel", "cekel"),
        ("njaluk", "jaluk"),
        ("nulung", "tulung"),
        ("katarak", "ktarek"),
    ],
)
def test_what_a_word_may_stand_for_is_near(one: str, other: str):
    assert spelling.shelf(one) == spelling.shelf(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("budheg", "budeg"),
        ("cacad", "cacadd"),
        ("sakè'", "sakek"),
        ("soesah", "susah"),
        ("Qur'an", "kuran"),
        ("pengangkatan", "diangkat"),
        ("kesehatannya", "sehat"),
        ("bersekolah", "sekolah"),
        ("terlantar", "telantar"),
        ("menolong", "tolong"),
        ("anak2", "anak"),
        ("pikuuun", "pikun"),
        ("bertanya", "tanya"),
        ("sendirian", "sendiri"),
        ("berkebutuhan", "kebutuhan"),
        ("keterlambatan", "terlambat"),
        ("dikerangkeng", "kerangkeng"),
    ],
)
def test_spellings_and_affixes_share_a_key(one: str, other: str):
    assert spelling.keys(one) == spelling.keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("terapi", "api"),
        ("sekolah", "seko"),
        ("masalah", "masa"),
        ("menikah", "tikah"),
        ("tunai", "tuna"),
        ("kekerasan", "keras"),
        ("kediri", "diri"),
        ("ketuban", "tuban"),
        ("dijual", "jualan"),
    ],
)
def test_roots_are_not_cut(one: str, other: str):
    assert spelling.keys(one) != spelling.keys(other)
