"""Indonesian for values."""

from __future__ import annotations

import pytest

from portal import words


@pytest.mark.parametrize(
    ("value", "written"),
    [("2025-12-05", "5 Desember 2025"), ("2023-03", "Maret 2023"), ("2019", "2019"), ("2024-08-17", "17 Agustus 2024")],
)
def test_a_date_is_written_as_precisely_as_it_is_known(value: str, written: str):
    assert words.date(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2023-12-08", "8 Desember 2023"),
        ("sekitar 2021-10", "sekitar Oktober 2021"),
        ("paling lambat 2023", "paling lambat 2023"),
    ],
)
def test_a_start_keeps_its_qualifier(value: str, written: str):
    assert words.start(value) == written


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("tidak di semua daerah: 172 pada 2025. Bila tidak tersambung", "Tidak di semua daerah: 172 pada 2025."),
        ("Di Jl. Raya No. 5 Bangil", "Di Jl. Raya No. 5 Bangil."),
        ("Perlu bantuan? Datang saja.", "Perlu bantuan?"),
    ],
)
def test_the_first_sentence_of_a_text(text: str, first: str):
    assert words.first_sentence(text) == first


def test_a_name_is_explained_unless_it_explains_itself():
    assert words.expansion("Jatim Social Care (JSC)", "Jatim Social Care") == ""
    assert words.expansion("Serasi", "Sistem Elektronik Registrasi Adopsi Anak").startswith("Sistem")


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (999, "999"), (1905, "1.905"), (36742000, "36.742.000")])
def test_thousands_take_the_indonesian_full_stop(value: int, written: str):
    assert words.number(value) == written


@pytest.mark.parametrize(
    ("items", "written"), [(["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_a_list_reads_as_a_phrase(items: list[str], written: str):
    assert words.listing(items) == written


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("(031) 829-0794", "+62318290794"),
        ("112", "112"),
        ("+62 811 1129 129", "+628111129129"),
        ("08111-129-129", "+628111129129"),
    ],
)
def test_a_number_is_dialled_without_its_separators(phone: str, dialled: str):
    assert words.dialled(phone) == dialled


@pytest.mark.parametrize(
    ("text", "written"), [("gratis", "Gratis."), ("Apa ini?", "Apa ini?"), ("Sudah.", "Sudah."), ("é", "É.")]
)
def test_a_sentence_begins_and_ends_as_one(text: str, written: str):
    assert words.sentence(text) == written


@pytest.mark.parametrize(
    ("label", "slug"), [("Kota Kediri", "kota-kediri"), ("Anak & Ibu (2)", "anak-ibu-2"), ("Élan", "elan"), ("???", "")]
)
def test_a_label_becomes_a_part_of_an_address(label: str, slug: str):
    assert words.slug(label) == slug


def test_a_label_inside_a_sentence_begins_small():
    assert words.inside("Cara Mendapatkan") == "cara Mendapatkan"
