"""The real search on the questions of people, asked of the engine in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import brotli
import pytest
from playwright.sync_api import Browser

from portal.catalogue import Catalogue
from tests.conftest import ROOT
from tests.search.engine import Engine
from tests.search.questions import Answer, Question, by_kind, questions

pytestmark = pytest.mark.browser

STRICT = {"resmi", "nama", "imbuhan", "salah-ketik"}
FIRST_USE = 15_000  # bytes with brotli, of all scripts that a first search needs


@pytest.fixture(scope="module")
def engine(browser: Browser, real: Catalogue) -> Iterator[Engine]:
    page = browser.new_page()
    yield Engine(page, real)
    page.close()


class Loads:
    """How many bytes with brotli a first search loads, the script of the search box included."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        scripts = {**engine.scripts, "cari.js": (ROOT / "docs" / "aset" / "cari.js").read_bytes()}
        self._sizes = {
            path: len(brotli.compress(content, mode=brotli.MODE_TEXT, quality=10)) for path, content in scripts.items()
        }

    def last(self) -> int:
        """The bytes of the search just made."""
        assert len(self._engine.loaded) == len(set(self._engine.loaded)) > 0
        return sum(self._sizes[path] for path in ("cari.js", *self._engine.loaded))


@pytest.fixture(scope="module")
def loads(engine: Engine) -> Loads:
    return Loads(engine)


Asked = dict[Question, tuple[Answer, int]]


@pytest.fixture(scope="module")
def asked(engine: Engine, loads: Loads) -> Asked:
    """Each question that may be read, asked as the first of a visit: its answer, and the bytes that it loaded."""
    return {one: (engine.first(one.typed), loads.last()) for one in questions("latih")}


def test_the_questions_that_may_be_read_are_answered(asked: Asked):
    scores = dict(by_kind({one: answer for one, (answer, _) in asked.items()}))
    assert scores["semua"].count > 200
    assert scores["semua"].first >= 0.96
    assert scores["semua"].three >= 0.99
    assert scores["semua"].nothing <= 0.01
    assert {kind: one.first for kind, one in scores.items() if one.first < (0.95 if kind in STRICT else 0.9)} == {}


def test_a_first_use_loads_at_most_15_kilobytes(asked: Asked):
    assert len(asked) > 200
    assert {one.typed: size for one, (_, size) in asked.items() if size > FIRST_USE} == {}


SENTENCES = [one.typed for one in questions("latih") if one.kind == "kalimat"]


@pytest.mark.parametrize("several", [2, 3, 5])
def test_whole_letters_load_no_more(engine: Engine, loads: Loads, several: int):
    """Several sentences in one go; the last ones are beyond what the search reads."""
    sizes = {}
    for start in range(len(SENTENCES) - several + 1):
        typed = " ".join(SENTENCES[start : start + several])
        assert engine.results(typed) != []
        sizes[typed] = loads.last()
    assert len(sizes) > 15
    assert {typed: size for typed, size in sizes.items() if size > FIRST_USE} == {}


def test_danger_is_seen_at_the_end_of_a_long_letter(engine: Engine):
    letter = (
        "keponakan sekolah negeri kelas lima rajin belajar mengaji nilai bagus juara lomba menggambar sepeda hijau "
        "kebun mangga pamannya datang lalu dia dipukul"
    )
    assert "kontak:sapa-129" in engine.numbers(letter)


def test_while_typing_little_is_loaded_and_nothing_guessed(engine: Engine, loads: Loads):
    engine.start()
    typed = "oprasi matanya simbah"
    for end in range(1, len(typed) + 1):
        engine.tab.evaluate("(isian) => PortalCari.cari(isian, 10, false).then(() => {})", typed[:end])
    assert [path for path in engine.loaded if not path.startswith("cari/k") or "kamus" in path] == ["cari-mesin.js"]
    assert loads.last() <= FIRST_USE


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
        ("suami tidak menafkahi", "jalan-terang-pak-kumis"),
        ("lapor petugas minta uang", "kontak:lapor"),
        ("ada yang mengaku petugas dinsos", "waspada-penipuan"),
        ("ta' tao nangale", "si-jelita-manis"),
        ("ora iso ndelok", "si-jelita-manis"),
        ("penipuan", "waspada-penipuan"),
        ("cetak", "cetak"),
        ("bantuan uang", "kontak:kemensos-171"),
        ("motone mbahku burem", "okata-uti"),
        ("moto burem", "okata-uti"),
        ("protese", "sabi-bisa"),
        ("susah punya anak", "serasi"),
        ("sktm", "jalan-terang-pak-kumis"),
        ("mangan gratis", "jalan-terang-pak-kumis"),
        ("anak saya keras kepala", "e-rantang-baskom"),
        ("dinsos ngawi", "kontak:dinsos-jatim"),
        ("cacat", "si-jelita-manis"),
        ("data terbuka", "data-terbuka"),
        ("excel", "data-terbuka"),
        ("kamus data", "kamus-data"),
        ("saring", "saring"),
        ("saring inovasi", "saring"),
    ],
)
def test_spellings_spaces_affixes_and_numbers(engine: Engine, typed: str, expected: str):
    assert engine.results(typed)[0] == expected


def test_who_wants_to_report_finds_the_channel_for_complaints_too(engine: Engine):
    assert engine.results("lapor") == ["jsc", "kontak:lapor"]


def test_words_of_other_errands_are_not_guessed(engine: Engine):
    assert engine.results("lesung pipi") == []


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
        ("nenek hilang", "kontak:polisi-110"),
        ("mbah ilang", "kontak:polisi-110"),
        ("orang hilang", "kontak:polisi-110"),
        ("disiram air panas suami", "kontak:sapa-129"),
        ("anak tersiram air panas", "kontak:ambulans-119"),
        ("melahirkan", "kontak:ambulans-119"),
    ],
)
def test_danger_puts_help_numbers_above_the_results(engine: Engine, typed: str, expected: str):
    assert expected in engine.numbers(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "tolong",
        "tolong saya",
        "TOLOOOONG!!!",
        "tulung",
        "tolong ibu saya",
        "bahaya",
        "sos",
        "darurat",
        "nomor darurat",
        "kontak darurat",
        "gawat",
        "emergency",
        "butuh bantuan segera",
    ],
)
def test_a_cry_for_help_is_answered_with_numbers(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:darurat-112", "kontak:polisi-110", "kontak:ambulans-119"]


@pytest.mark.parametrize("typed", ["tolong carikan adopsi bayi", "tolong nenek saya pikun", "bahaya narkoba"])
def test_a_word_of_politeness_is_no_cry_beside_an_errand(engine: Engine, typed: str):
    assert engine.numbers(typed) == []
    assert engine.results(typed) != []


@pytest.mark.parametrize(
    "typed",
    ["menyilet tangan", "nyilet tangan", "silet tangan", "pingin modar", "males urip", "bunuh diri"],
)
def test_who_is_weary_of_life_is_led_to_someone_to_talk_to(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:sejiwa-119-8", "kontak:ambulans-119", "kontak:darurat-112"]


@pytest.mark.parametrize(
    "typed",
    [
        "gantung diri",
        "lompat dari jembatan",
        "terjun dari jembatan",
        "loncat dari jembatan",
        "potong nadi",
        "silet nadi",
        "mencoba bunuh diri",
        "percobaan bunuh diri",
    ],
)
def test_an_attempt_under_way_needs_an_ambulance_first(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:ambulans-119", "kontak:darurat-112", "kontak:sejiwa-119-8"]


@pytest.mark.parametrize(
    "typed",
    [
        "korban perdagangan orang",
        "trafficking",
        "human trafficking",
        "korban trafficking",
        "TPPO",
        "dijual orang",
        "anak saya dijual",
        "dijual ke luar negeri",
        "dijual ke malaysia",
        "dijual mucikari",
        "dipaksa jadi psk",
        "prostitusi anak",
    ],
)
def test_who_is_sold_finds_police_and_protection(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:polisi-110", "kontak:darurat-112", "kontak:sapa-129"]


@pytest.mark.parametrize("typed", ["kekerasan", "korban kekerasan", "kekerasan dalam rumah tangga", "kekerasan anak"])
def test_violence_is_danger(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:sapa-129", "kontak:polisi-110", "kontak:darurat-112"]


@pytest.mark.parametrize("typed", ["sakit keras", "sakit keras ora duwe duit"])
def test_who_is_very_ill_finds_an_ambulance(engine: Engine, typed: str):
    assert engine.numbers(typed) == ["kontak:ambulans-119", "kontak:darurat-112"]


NAMED = {
    "kediri": ["jalak-wadul-mas"],
    "malang": ["si-jelita-manis", "kontak:upt-rsbn-malang"],
    "nganjuk": ["enak-top"],
    "pasuruan": ["kacamata-bl", "sabi-bisa"],
    "sidoarjo": ["simlontar-rek", "serasi"],
}
"""Places that records name: the records come first."""


PLACES = """
bangkalan banyuwangi batu blitar bojonegoro bondowoso gresik jember jombang kediri lamongan lumajang madiun magetan
malang mojokerto nganjuk ngawi pacitan pamekasan pasuruan ponorogo probolinggo sampang sidoarjo situbondo sumenep
surabaya trenggalek tuban tulungagung
"""
"""The 38 regencies and cities of East Java; seven cities are named as the regency around them."""


@pytest.mark.parametrize("place", PLACES.split())
def test_a_place_leads_to_the_agency_behind_the_records_that_name_it(engine: Engine, place: str):
    first = NAMED.get(place, [])
    assert engine.results(place)[: len(first) + 1] == [*first, "kontak:dinsos-jatim"]


def test_a_place_decides_nothing_beside_an_errand(engine: Engine):
    assert engine.results("adopsi jember") == ["serasi"]
    assert engine.results("kode pos ngawi") == engine.results("hotel di batu") == []
    assert engine.numbers("rumah sakit kediri") == []


def test_a_number_that_works_everywhere_stands_beside_112(real: Catalogue):
    """112 is not in every district, and who waits for hours is no help in danger."""
    everywhere = {"polisi-110", "ambulans-119", "pemadam-113", "sar-115"}
    lists = {synonym.kontak for synonym in real.synonyms if synonym.kontak}
    assert len(lists) > 5
    assert [one for one in lists if not everywhere & {*one} or "healing119" in one] == []


@pytest.mark.parametrize(
    "typed",
    [
        "salinan KK hilang",
        "terapi musik",
        "operasi katarak",
        "pukulan hidup janda",
        "anak yatim",
        "bantuan",
        "keras kepala",
        "kerja keras",
        "suara keras",
        "lesung pipi",
    ],
)
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
