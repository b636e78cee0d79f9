"""The index: what editors wrote leads somewhere, insulting words stay unseen, a large one loads in small pieces."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from portal.catalogue import Catalogue
from portal.checks.content import HURTFUL
from portal.engine import Engine
from portal.model import Synonym
from portal.outputs import search
from portal.search import shards, spelling
from portal.search.documents import KEYWORD, NAME, Document, documents
from portal.search.index import FAINTEST, MEANT, Index, Weighed, _merged, build
from portal.search.vocabulary import ELSEWHERE, LIGHT, STOP, expression
from tests import samples

KILOBYTE = 1000


def compressed(content: bytes) -> int:
    return len(brotli.compress(content))


def test_every_meaning_that_an_editor_wrote_leads_to_a_document(real: Catalogue):
    index = build(documents(real), [synonym for synonym in real.synonyms if synonym.luas])
    lost = [
        term
        for synonym in real.synonyms
        for term in synonym.terms
        if synonym.bahasa.value == "id" and not any(part in index.postings for part in expression(term).split("+"))
    ]
    assert len(real.synonyms) > 150
    assert lost == []
    assert [(one.typed, term) for one in real.synonyms for term in one.terms if not expression(term)] == []


def test_word_lists_do_not_contradict_each_other(real: Catalogue):
    names = {word for one in real.innovations for word in one.nama.lower().split() if len(word) > 3}
    assert STOP.isdisjoint(LIGHT)
    assert ELSEWHERE.isdisjoint(STOP)
    assert names.isdisjoint(STOP)


def test_insulting_words_stand_in_the_data_but_on_no_page(built: dict[Engine, Path], real: Catalogue):
    typed = {word for synonym in real.synonyms for text in synonym.typed for word in spelling.words(text)}
    assert [word for word in HURTFUL if spelling.spelled(word) not in typed] == []
    seen = re.compile(rf"\b({'|'.join(HURTFUL)})\b", re.IGNORECASE)
    for site in built.values():
        pages = list(site.rglob("*.html"))
        assert len(pages) > 20
        assert [
            (page.name, found[0]) for page in pages if (found := seen.search(page.read_text(encoding="utf-8")))
        ] == []


def test_the_engine_and_each_piece_stay_small(real: Catalogue):
    sizes = {page.path: compressed(page.content) for page in search.pages(real)}

    def largest(kind: str) -> int:
        found = [size for path, size in sizes.items() if re.fullmatch(rf"{search.PIECES}/{kind}[0-9]+\.js", path)]
        assert len(found) > 10
        return max(found)

    assert sizes[search.MAIN] <= 11 * KILOBYTE
    assert sizes[f"{search.PIECES}/kamus.js"] <= 1.8 * KILOBYTE
    assert largest("e") <= 0.7 * KILOBYTE
    assert largest("k") <= 0.65 * KILOBYTE


def read_back(piece: str) -> list[tuple[str, str]]:
    """Return key and head of the entries of a piece."""
    groups = [group.split("|") for group in piece.split(";") if group]
    return [(key, head) for head, keys in groups for key in keys.split(" ")]


def test_pieces_lose_nothing_and_begin_at_their_bounds(real: Catalogue):
    index = build(documents(real), real.synonyms)
    terms = {*index.postings, *index.meanings}
    assert len(terms) > 1000
    cut = shards.shards(index)
    entries = [entry for piece in cut.words for entry in read_back(piece)]
    assert {key for key, head in entries if head[0] not in ".!~"} == terms
    assert {key for key, head in entries if head[0] == "!"} == {"+".join(terms) for terms, _ in index.danger}
    for name, pieces in (("batas", cut.words), ("batasEjaan", cut.near)):
        bounds = str(cut.main[name]).split(" ")
        assert bounds == sorted(set(bounds))
        assert len(bounds) == len(pieces) > 10
    assert cut.main["dok"] == index.results


def test_a_word_is_guessed_from_every_spelling_that_leads_anywhere(real: Catalogue):
    index = build(documents(real), real.synonyms)
    single = {key for key in (*index.postings, *index.meanings) if "+" not in key}
    assert len(single) > 500
    entries = [entry for piece in shards.shards(index).near for entry in read_back(piece)]
    assert single - {key for key, head in entries if head == "."} == set()
    assert {key for key, head in entries if head == ","} == index.forms.keys()
    assert [(word, one) for word, one in index.forms.items() if spelling.key(word) != one] == []


def test_the_engine_knows_where_danger_stands(real: Catalogue):
    index = build(documents(real), real.synonyms)
    alone = {terms[0] for terms, _ in index.danger if len(terms) == 1}
    assert {"pukul", "bunuh", "pasung"} <= alone
    assert {spelling.shelf(one) for one in alone} == set(str(shards.shards(index).main["gawat"]).split(" "))


def test_many_results_are_cut_too(real: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shards, "WHOLE", 0)
    index = build(documents(real), real.synonyms)
    cut = shards.shards(index)
    assert "dok" not in cut.main
    assert [result for piece in cut.results for result in piece] == index.results


def test_a_large_index_has_larger_pieces_not_more(real: Catalogue, monkeypatch: pytest.MonkeyPatch):
    usual, small = (build(documents(real), real.synonyms) for _ in range(2))
    usually = len(shards.shards(usual).words)
    monkeypatch.setattr(shards, "MOST_PIECES", 10)
    assert 5 < len(shards.shards(small).words) <= 12 < usually


def test_only_the_heaviest_documents_of_a_frequent_word_are_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("portal.search.index.MOST_POSTINGS", 2)
    monkeypatch.setattr("portal.search.index._Raw._OFTEN", 3)
    times = [1, 2, 3, 9, 3, 2, *[0] * 40]
    several = [Document(f"d{n}", ("a/", "b"), (), ((NAME, "\n".join(["katarak"] * n)),)) for n in times]
    assert sorted(build(several, ()).postings["katarak"]) == [2, 3]


def test_a_keyword_of_empty_words_is_nothing():
    assert build(
        [Document("d", ("a/", "b"), (), ((KEYWORD, "apa itu\n\ntidak bisa\nkatarak"),))], ()
    ).postings.keys() == {"katarak"}


def test_a_posting_holds_distance_and_weight():
    assert shards._encoded({0: 1, 1: 26, 40: 3}) == "AZ12C"


def test_a_name_that_misleads_says_in_the_results_what_it_is_not(real: Catalogue):
    said = {one.id: one.result[4:] for one in documents(real)}
    assert said["kacamata-bl"] == ("Bukan layanan kacamata atau periksa mata.",)
    assert said["jalan-setia"] == said["okata-uti"] == ()


def test_a_cry_is_kept_apart_from_words_that_mean_something():
    rows = [{"ketik": "tolong, gawat", "kontak": ["darurat"], "asal": "usulan"}]
    index = build(documents(samples.catalogue()), [Synonym.model_validate(row) for row in rows])
    assert index.cries.keys() == {"tolong"}
    assert [terms for terms, _ in index.danger] == [("gawat",)]
    assert shards.shards(index).main["seru"] == "0|tolong"


def test_a_word_of_broad_meaning_stands_behind_the_documents_that_hold_it():
    rows = [{"ketik": "katarak, sampang", "cari": "Darurat 112", "luas": "true", "asal": "usulan"}]
    given = list(documents(samples.catalogue()))
    before = build(given, ()).postings
    after = build(given, [Synonym.model_validate(row) for row in rows]).postings
    (number,) = before["darurat+112"]
    assert after["katarak"] == before["katarak"] | {number: max(before["katarak"].values()) // 2}
    assert after["sampang"] == {number: FAINTEST}


def test_a_typed_word_leads_to_its_meaning_and_not_back():
    synonym = Synonym.model_validate({"ketik": "bular, mata putih", "cari": "katarak", "asal": "usulan"})
    index = build(documents(samples.catalogue()), [synonym])
    assert index.meanings["bular"] == ("katarak",)
    assert index.postings["mata+putih"].keys() == index.postings["katarak"].keys()
    assert "bular" not in index.postings
    assert "katarak" not in index.meanings


def test_a_second_meaning_of_one_expression_changes_no_other():
    rows = [
        {"ketik": "mata putih, mata keruh", "cari": "katarak", "asal": "usulan"},
        {"ketik": "mata putih", "cari": "112", "asal": "usulan"},
    ]
    given = [Synonym.model_validate(row) for row in rows]
    before = build(documents(samples.catalogue()), given[:1]).postings
    after = build(documents(samples.catalogue()), given).postings
    assert after["mata+keruh"] == before["mata+keruh"] == before["mata+putih"]
    assert after["mata+putih"].keys() == before["mata+putih"].keys() | after["112"].keys() > before["mata+putih"].keys()


def test_an_expression_that_loses_its_sense_is_left_out():
    rows = [
        {"ketik": "anak", "luas": "true", "asal": "usulan"},
        {"ketik": "anak banyak, tidak bisa, banyak anak nakal", "cari": "katarak", "asal": "usulan"},
    ]
    index = build(documents(samples.catalogue()), [Synonym.model_validate(row) for row in rows])
    assert "anak" not in index.meanings
    assert "tidak+bisa" not in index.postings
    assert "anak+nakal" in index.postings


@pytest.fixture
def small() -> Index:
    """An index of a few words of every kind."""
    phrases = ((NAME, "perbantuan"), (KEYWORD, "pengobatan\nmakanan\nakta"))
    given = [
        Document("d", ("a/", "b"), ((3.0, "penampungan"),), phrases),
        Document("darurat", ("c/", "d"), (), ((NAME, "panggilan"),)),
    ]
    rows: list[dict[str, object]] = [
        {"ketik": "makanan, sampang", "luas": "true"},
        {"ketik": "minuman keras", "kontak": ["darurat"]},
        {"ketik": "bular", "cari": "rabun"},
        {"ketik": "rabun, mata putih", "cari": "pengobatan"},
        {"ketik": "perobatan", "cari": "pengobatan"},
        {"ketik": "pengobatan", "cari": "panggilan"},
    ]
    return build(given, [Synonym.model_validate(row | {"asal": "usulan"}) for row in rows])


def test_other_spellings_are_known_of_words_that_narrow_and_of_danger(small: Index):
    assert small.forms == {
        "perbantuan": "bantu",
        "pengobatan": "obat",
        "perobatan": "obat",
        "panggilan": "pangil",
        "minuman": "minum",
    }


def test_a_chain_of_meanings_ends_at_words_of_the_portal(small: Index):
    assert small.meanings == {"bular": ("rabun", "obat"), "rabun": ("obat",), "obat": ("pangil",)}
    assert small.postings["mata+putih"] == {0: MEANT}


def test_words_that_lead_nowhere_alone_are_told_by_kind(small: Index):
    cut = shards.shards(small)
    words = [entry for piece in cut.words for entry in read_back(piece)]
    assert {key for key, head in words if head == "."} == {"minum", "keras", "mata", "putih"}
    assert {key for key, head in words if head == "~"} == {"sampang"}
    near = [entry for piece in cut.near for entry in read_back(piece)]
    nowhere = {"minum", "keras", "mata", "putih"}
    assert {key for key, head in near if head == "."} == nowhere | {
        *("bantu", "obat", "makan", "akta", "tampung", "pangil", "bular", "rabun"),
    }
    assert {key for key, head in near if head == "?"} == ELSEWHERE - {"akta"}, "the portal knows it"


def test_a_misspelled_word_may_stand_for_strong_words_and_meanings_wherever_it_begins(small: Index):
    assert shards.shards(small).frequent == (
        ",|panggilan pengobatan perbantuan perobatan;.|akta bantu obat pangil rabun;"
    )


def test_a_second_meaning_keeps_the_heavier_weight_of_each_document():
    one, other = {0: 3, 1: 9}, {1: 4, 2: 5}
    assert _merged(one, other) == _merged(other, one) == {0: 3, 1: 9, 2: 5}
    assert (one, other) == ({0: 3, 1: 9}, {1: 4, 2: 5})


@pytest.mark.parametrize(
    ("typed", "meant", "wide", "led"),
    [
        ("mata putih", "katarak", False, {0: 8, 1: MEANT}),
        ("mata putih", "yang katarak", False, {0: 8, 1: MEANT}),
        ("mata putih", "tidak bisa katarak", False, {0: 8, 1: MEANT}),
        ("mata putih", "apa itu", False, None),
        ("katarak", "darurat 112", True, {0: 6, 1: 12, 2: 6}),
    ],
)
def test_what_an_editor_means_leads_to_the_best_documents_first(
    typed: str, meant: str, wide: bool, led: dict[int, int] | None
):
    said = ((KEYWORD, "katarak"), (NAME, "katarak"), (NAME, "darurat 112"))
    given = [Document(f"d{number}", ("a/", "b"), (), (phrase,)) for number, phrase in enumerate(said)]
    row = {"ketik": typed, "cari": meant, "luas": str(wide).lower(), "asal": "usulan"}
    assert build(given, [Synonym.model_validate(row)]).postings.get(expression(typed)) == led


def test_weights_that_are_put_are_given_again():
    weighed = Weighed()
    weighed["katarak"] = {3: 26, 0: 1, 40_000: 7}
    weighed["mata"] = {}
    assert dict(weighed) == {"katarak": {3: 26, 0: 1, 40_000: 7}, "mata": {}}
    del weighed["mata"]
    assert list(weighed) == ["katarak"]
    assert "mata" not in weighed
    assert len(weighed) == 1
