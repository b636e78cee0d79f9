"""Python and the browser agree on the key of every word."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import snowballstemmer  # type: ignore[import-untyped]
from playwright.sync_api import Browser

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


@pytest.mark.browser
def test_the_browser_makes_the_same_keys(browser: Browser):
    page = browser.new_page()
    page.add_script_tag(content=(BROWSER / "kata.js").read_text(encoding="utf-8"))
    given = texts()
    found = page.evaluate("(semua) => semua.map((teks) => PortalKata.pecah(teks).map(PortalKata.kunci))", given)
    page.close()
    wrong = [
        (text, spelling.keys(text), one) for text, one in zip(given, found, strict=True) if spelling.keys(text) != one
    ]
    assert wrong[:5] == []
    assert len({key for keys in found for key in keys}) > 10_000


@pytest.mark.browser
def test_the_browser_stems_as_snowball_does(browser: Browser):
    page = browser.new_page()
    page.add_script_tag(content=(BROWSER / "kata.js").read_text(encoding="utf-8"))
    given = sorted({word for text in texts() for word in spelling.words(text) if word.isalpha()})
    found = page.evaluate("(semua) => semua.map(PortalKata.akar)", given)
    page.close()
    stem = snowballstemmer.stemmer("indonesian").stemWord
    assert [(word, stem(word), one) for word, one in zip(given, found, strict=True) if stem(word) != one][:5] == []


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
    ],
)
def test_spellings_and_affixes_share_a_key(one: str, other: str):
    assert spelling.keys(one) == spelling.keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("terapi", "api"), ("sekolah", "seko"), ("masalah", "masa"), ("menikah", "tikah")]
)
def test_roots_are_not_cut(one: str, other: str):
    assert spelling.keys(one) != spelling.keys(other)
