"""What cannot be printed is told from the record, and what is not told can be printed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from portal.catalogue import Catalogue
from portal.loading import load_file
from portal.model import Contact, Innovation, Need
from portal.papers import content, limits, products
from tests import samples
from tests.mistakes import TODAY

DATA = Path(__file__).parents[2] / "data"

PROSE = (
    "petugas datang ke rumah warga untuk menilai kebutuhan keluarga dan memberi penjelasan tentang layanan sosial di "
    "kantor kabupaten atau kecamatan terdekat setelah berkas lengkap diterima pendampingan keterampilan"
)


def text(length: int, seed: int) -> str:
    """Return so many letters of ordinary words, the same for the same seed."""
    chosen = random.Random(seed)  # noqa: S311
    made = ""
    while len(made) < length:
        made += chosen.choice(PROSE.split()) + " "
    return made[:length].strip().capitalize()


def test_the_real_data_can_be_printed(real: Catalogue):
    assert real.innovations
    assert [limit for innovation in real.innovations for limit in limits.problems_of(innovation)] == []


def test_a_letter_without_a_font():
    record = samples.innovation(cara=["Datang 😀 ke kantor"], tempat=[{"nama": "Balai ♿"}], kata_kunci=["😀"])
    found = list(limits.problems_of(record))
    assert [(one.kind, one.path, one.part, one.params) for one in found] == [
        ("paper_letter", ("cara", 0), "😀", {"huruf": "😀", "kode": "U+1F600"}),
        ("paper_letter", ("tempat", 0, "nama"), "♿", {"huruf": "♿", "kode": "U+267F"}),
    ]


def test_a_letter_without_a_font_in_a_contact_or_a_need(real: Catalogue):
    contact = samples.contact(nama="Kantor ☎", alamat="Jl. Ⅻ", telepon="112")
    need = samples.catalogue().needs[0].model_copy(update={"nama": "Pulang 🏠"})
    assert [one.path for one in limits.problems_of(contact)] == [("nama",), ("alamat",)]
    assert [one.params["huruf"] for one in limits.problems_of(need)] == ["🏠"]
    records: tuple[Contact | Need, ...] = (*real.contacts, *real.needs)
    assert records
    assert [limit for record in records for limit in limits.problems_of(record)] == []


def test_the_checker_tells_it_of_contacts_and_needs_too(tmp_path):
    contacts = DATA / "contacts.yaml"
    (tmp_path / "contacts.yaml").write_text(contacts.read_text("utf-8").replace('nama: "', 'nama: "☎ ', 1), "utf-8")
    needs = DATA / "needs.yaml"
    (tmp_path / "needs.yaml").write_text(needs.read_text("utf-8").replace('nama: "', 'nama: "🏠 ', 1), "utf-8")
    for name in ("contacts.yaml", "needs.yaml"):
        (found,) = load_file(tmp_path / name, DATA, TODAY).errors
        line = (tmp_path / name).read_text("utf-8").splitlines()[found.place.line - 1]
        assert (found.kind, line[found.place.column - 1]) == ("paper_letter", str(found.params["huruf"]))


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"nama": "Pertanggungjawabannya"}, ("nama",)),
        ({"biaya": "a" * 30}, ("biaya",)),
        ({"sumber": [{**samples.ARTICLE, "penerbit": "Harian " + "m" * 20}]}, ("sumber", 0, "penerbit")),
        ({"diperiksa": {"tanggal": "2026-11-24", "oleh": "a" * 40}}, ("diperiksa", "oleh")),
        ({"kegiatan": ["Baik", "x" * 40 + " ya"]}, ("kegiatan", 1)),
    ],
)
def test_a_word_wider_than_its_column(values, path):
    (found,) = limits.problems_of(samples.innovation(**values))
    assert (found.kind, found.path) == ("paper_word", path)
    assert isinstance(found.params["huruf"], int)
    assert 0 < found.params["huruf"] < len(str(found.params["kata"]))


def test_long_words_of_the_language_can_be_printed():
    record = samples.innovation(nama="Pertanggungjawaban", biaya="ketidakbertanggungjawaban", cara=["a-" * 60])
    assert list(limits.problems_of(record)) == []


def sized(length: int) -> Innovation:
    """A record of eighteen longer texts, which nobody has confirmed: its sheets say that too."""
    kegiatan, cara = ([text(length, seed) for seed in range(count)] for count in (10, 8))
    return samples.full(kegiatan=kegiatan, cara=cara, status="belum-dikonfirmasi")


def test_too_much_for_a_sheet_names_the_longest_field():
    (found,) = limits.problems_of(sized(170))
    assert (found.kind, found.path, found.part) == ("paper_room", ("kegiatan",), "")
    (found,) = limits.problems_of(sized(120))
    assert (found.kind, found.path, found.part) == ("paper_small", ("kegiatan",), "")
    assert list(limits.problems_of(sized(100))) == []


def test_what_is_to_be_cut_is_enough():
    (found,) = limits.problems_of(sized(170))
    surplus = int(found.params["huruf"])
    (next_one,) = limits.problems_of(sized(170 - surplus // 18 - 1))
    assert next_one.kind == "paper_small"


@pytest.mark.parametrize(("length", "kinds", "least"), [(90, [], 11), (140, ["paper_small"], 10)])
def test_what_is_told_of_room_agrees_with_the_press(length, kinds, least):
    record = sized(length)
    leaflet, trifold, _ = (product.printed() for product in products.editions(samples.catalogue(record), record))
    assert [one.kind for one in limits.problems_of(record)] == kinds
    assert min(leaflet.plan["size"], leaflet.plan["front"], trifold.plan["size"]) >= least


def extremes() -> list[dict[str, object]]:
    """Records as full as the checks allow, each in its own way."""
    none: dict[str, object] = {"syarat": [], "mudah_dibaca": [], "kegiatan": [], "tempat": [], "hasil_layanan": []}
    return [
        {**none, "cara": [text(175, seed) for seed in range(12)]},
        {**none, "syarat": [text(30, seed) for seed in range(38)]},
        {**none, "tempat": [{"nama": text(40, n), "alamat": text(80, n), "catatan": text(150, n)} for n in range(5)]},
        {"nama": "Jaringan Layanan Terpadu Keluarga dan Komunitas Jawa Timur", "kepanjangan": text(160, 1)},
        {"ringkasan": text(320, 1), "peringatan": text(200, 2), "waktu": text(150, 3), "biaya": text(150, 4)},
        {
            "cara": [text(90, n) for n in range(7)],
            "kegiatan": [text(70, n) for n in range(7)],
            "ringkasan": text(200, 1),
        },
        {"sasaran": ["disabilitas", "tuli", "daksa", "netra", "anak", "remaja", "lansia", "kesehatan-jiwa", "ppks"]},
        {"status": "berhenti", "peringatan": text(200, 1), "mudah_dibaca": [text(100, n) for n in range(6)]},
    ]


@pytest.mark.parametrize("status", ["aktif", "belum-dikonfirmasi"])
@pytest.mark.parametrize("values", extremes())
def test_what_the_checks_let_pass_fits_in_good_size(values, status):
    record = samples.full(**{"status": status} | values)
    assert list(limits.problems_of(record)) == []
    catalogue = samples.catalogue(record)
    leaflet, trifold, large = (product.printed() for product in products.editions(catalogue, record))
    assert leaflet.pages <= 2
    assert trifold.pages == 2
    assert min(leaflet.plan["size"], leaflet.plan["front"], trifold.plan["size"]) >= 11
    assert large.plan["size"] >= 18
    (volume,) = products.volumes(catalogue)
    assert products.cards(catalogue, volume).printed().pages == 1


def test_a_record_of_one_sentence_fits_one_page():
    record = samples.innovation(sasaran=["anak"])
    leaflet = products.editions(samples.catalogue(record), record)[0].printed()
    assert leaflet.pages == 1


def test_every_text_on_paper_is_checked():
    codes = {"id", "sasaran", "pengaduan", "kontak", "terkait", "jenis", "tahap", "status", "mulai"}
    full = samples.full().model_dump(exclude=codes)
    lines = {name: f"Isi {name}" for name, value in full.items() if isinstance(value, str)}
    lists = {name: [f"Isi {name}"] for name, value in full.items() if value and isinstance(value, tuple)}
    lists = {name: items for name, items in lists.items() if isinstance(full[name][0], str)}
    record = samples.full(**lines, **lists, tempat=[{"nama": "Isi tempat"}])
    told = str(content.sheet(samples.catalogue(record), record))
    shown = {name for name in (*lines, *lists, "tempat") if f"Isi {name}" in told}
    assert shown == set(limits.ON_PAPER), "what stands on the sheets, and ON_PAPER of portal/papers/limits.py"
