"""The index: what editors wrote leads somewhere, insulting words stay unseen, a large one loads in small pieces."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from portal.catalogue import Catalogue
from portal.engine import Engine
from portal.model import Synonym
from portal.outputs import search
from portal.search import shards
from portal.search.documents import documents
from portal.search.index import build
from portal.search.vocabulary import ELSEWHERE, LIGHT, STOP, expression
from tests import samples

INSULTING = [
    "cacad",
    "edan",
    "gendheng",
    "gendeng",
    "sinthing",
    "idiot",
    "budheg",
    "budeg",
    "picek",
    "gembel",
    "goblok",
]
KILOBYTE = 1000


def compressed(content: bytes) -> int:
    return len(brotli.compress(content))


def test_every_meaning_that_an_editor_wrote_leads_to_a_document(real: Catalogue):
    index = build(documents(real), ())
    lost = [
        term
        for synonym in real.synonyms
        for term in synonym.terms
        if synonym.bahasa.value == "id" and not any(part in index.postings for part in expression(term).split("+"))
    ]
    assert len(real.synonyms) > 150
    assert lost == []


def test_word_lists_do_not_contradict_each_other(real: Catalogue):
    names = {word for one in real.innovations for word in one.nama.lower().split() if len(word) > 3}
    assert STOP.isdisjoint(LIGHT)
    assert ELSEWHERE.isdisjoint(STOP)
    assert names.isdisjoint(STOP)


def test_insulting_words_stand_in_the_data_but_on_no_page(built: dict[Engine, Path], real: Catalogue):
    typed = " ".join(word for synonym in real.synonyms for word in synonym.typed).lower()
    assert [word for word in INSULTING if word not in typed] == []
    seen = re.compile(rf"\b({'|'.join(INSULTING)})\b", re.IGNORECASE)
    for site in built.values():
        pages = list(site.rglob("*.html"))
        assert len(pages) > 20
        assert [
            (page.name, found[0]) for page in pages if (found := seen.search(page.read_text(encoding="utf-8")))
        ] == []


def test_what_a_first_search_loads_stays_small(real: Catalogue):
    sizes = {page.path: compressed(page.content) for page in search.pages(real)}
    assert sizes.keys() == {search.MAIN, f"{search.PIECES}/lain.js"}
    assert sizes[search.MAIN] <= 15 * KILOBYTE
    assert sizes[f"{search.PIECES}/lain.js"] <= 10 * KILOBYTE


def test_a_large_index_is_cut_into_pieces_that_lose_nothing(real: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shards, "WHOLE", 0)
    monkeypatch.setattr(shards, "PIECE", 2000)
    index = build(documents(real), real.synonyms)
    cut = shards.shards(index)
    assert len(cut.words) > 5
    keys = [key for piece in cut.words for line in piece["kata"].splitlines() for key in line.split("|")[1].split(" ")]
    assert set(keys) == index.postings.keys() | index.meanings.keys()
    bounds = str(cut.main["batas"]).split(" ")
    assert bounds == sorted(bounds)
    assert sum(map(len, cut.results)) == len(index.documents)


def test_a_posting_holds_distance_and_weight():
    assert shards._encoded({0: 1, 1: 26, 40: 3}) == "AZ12C"


def test_a_typed_word_leads_to_its_meaning_and_not_back():
    synonym = Synonym.model_validate({"ketik": "bular, mata putih", "cari": "katarak", "asal": "usulan"})
    index = build(documents(samples.catalogue()), [synonym])
    assert index.meanings["bular"] == ("katarak",)
    assert index.postings["mata+putih"].keys() == index.postings["katarak"].keys()
    assert "bular" not in index.postings
    assert "katarak" not in index.meanings


def test_an_expression_that_loses_its_sense_is_left_out():
    rows = [
        {"ketik": "anak", "luas": "true", "asal": "usulan"},
        {"ketik": "anak banyak, tidak bisa, banyak anak nakal", "cari": "katarak", "asal": "usulan"},
    ]
    index = build(documents(samples.catalogue()), [Synonym.model_validate(row) for row in rows])
    assert "anak" not in index.meanings
    assert "tidak+bisa" not in index.postings
    assert "anak+nakal" in index.postings
