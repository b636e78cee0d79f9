"""Errors of the model as problems, and what is advised."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from portal import suggestions
from portal.fields import vocabulary_of
from portal.model import Contact, Innovation, Need, Settings
from portal.source import Document, Vocabulary
from portal.source.reading import read_entries, read_entry
from portal.validation import validate


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8.097", "8097"),
        ("8097 orang", "8097"),
        ("36.742.000", "36742000"),
        ("8 097", "8097"),
        ("1,5 juta", None),
        ("80,97", None),
        ("19.05", None),
        ("2,5", None),
        ("8,097", None),
        ("0.905", None),
        ("±1,2 ribu", None),
        ("2 ribu", None),
        ("1e3", None),
        ("1.905-2.000", None),
        ("2024: 1905", None),
        ("sekitar 1905", None),
        ("95 %", None),
        ("seribu", None),
    ],
)
def test_a_figure_is_advised_only_when_it_is_clearly_complete(typed: str, meant: str | None):
    assert suggestions.number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lapr", "lapor"),
        ("laopr", "lapor"),
        ("dinsos-jatm", "dinsos-jatim"),
        ("dinsosjatim", "dinsos-jatim"),
        ("dinsos_jatim", "dinsos-jatim"),
        ("bhirawwa-2025-06", "bhirawa-2025-06"),
        ("bhirawa", None),  # which of the two?
        ("bhirawa-2025-07", None),  # another month
        ("bhirawa-juni", None),
        ("rsbl-pasuruan", None),  # another house
        ("dinsos", None),
        ("", None),
    ],
)
def test_a_code_is_only_guessed_when_nothing_else_can_be_meant(typed: str, meant: str | None):
    codes = ["lapor", "dinsos-jatim", "bhirawa-2025-06", "bhirawa-2025-12", "rsbd-pasuruan", "rsbn-malang"]
    assert suggestions.surely(typed, codes) == meant


def test_the_names_of_fields_come_from_the_model():
    assert vocabulary_of(Need) == Vocabulary(
        frozenset(Need.model_fields), frozenset(), frozenset({"inovasi", "kontak"})
    )
    assert {"judul", "nilai", "berkas"} <= vocabulary_of(Innovation).parts


def problems(model: type[BaseModel], text: str, *, is_list: bool = True) -> list[tuple[str, int]]:
    document = Document("x", text.split("\n"))
    words = vocabulary_of(model)
    entry = next(read_entries(document, words)) if is_list else read_entry(document, words)
    validate(model, entry, document)
    return [(problem.kind, problem.place.line) for problem in entry.problems]


CONTACT = """- id: a
  nama: A
  jenis: instansi
  keterangan: x
  biaya: x
  jam: x
  berlaku: x
  diperiksa: {tanggal: 2026-01-01, oleh: x}
  sumber:
  - judul: x
    url: https://x.id/
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("telepon: tidak ada", "phone"),
        ("telepon: 628111129129", "phone"),
        ("telepon: 8111129129", "phone"),
        ("telepon: +62 0811 1129 129", "phone"),
        ("telepon: (031 8290794", "phone"),
        ("telepon: 11 2", "phone"),
        ("whatsapp: 628111129129", "whatsapp"),
        ("whatsapp: 112", "whatsapp"),
        ("surel: a@", "email"),
        ("pesawat: delapan", "extension"),
        ("situs: x", "web_address"),
    ],
)
def test_values_of_a_contact(line: str, kind: str):
    assert problems(Contact, f"{CONTACT}  {line}") == [(kind, 12)]


@pytest.mark.parametrize(
    "number", ["112", "1708", "1500771", "1500 771", "(031) 829-0794", "031 829 0794", "+62 811 1129 129"]
)
def test_numbers_that_can_be_dialled(number: str):
    assert problems(Contact, f"{CONTACT}  telepon: {number}") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("031-8290794 ext 8", 'tulis: 031-8290794; nomor lanjutannya di baris baru: pesawat: "8"'),
        ("031-8290794/8290795", "satu nomor saja di isian ini, misalnya 031-8290794"),
        ("08111l29129", 'ada huruf "l" di antara angkanya; ganti dengan angka yang benar'),
        ("telp 8290794", "misalnya 031-8290794, 08111129129, atau 112"),
    ],
)
def test_a_number_that_is_not_certain_is_told_in_words(typed: str, said: str):
    document = Document("x", f"{CONTACT}  telepon: {typed}".split("\n"))
    entry = next(read_entries(document, vocabulary_of(Contact)))
    validate(Contact, entry, document)
    assert [problem.help for problem in entry.problems] == [said]


def test_a_comment_behind_a_value_does_not_hide_what_is_wrong_with_it():
    note = " # menurut situsnya"
    assert problems(Contact, f"{CONTACT}  surel: a@{note}") == [("comment_behind", 12), ("email", 12)]
    assert problems(Contact, f"{CONTACT}  pesawat: 8{note}") == []


def test_yes_or_no_is_true_or_false():
    need = "- id: a\n  nama: A\n  penjelasan: x\n  inovasi: [b]\n  bahaya: ya"
    assert problems(Need, need) == [("yes_no", 5)]
    assert problems(Need, need.replace(": ya", ": true")) == []


def test_settings_are_fields_at_the_root():
    text = json.dumps({"alamat": "https://x.go.id/", "resmi": "mungkin", "instansi": "a", "kontak": ["a"]})
    assert set(problems(Settings, text, is_list=False)) == {("missing", 1), ("yes_no", 1)}


@pytest.mark.parametrize("line", [1, 2, 3])
def test_settings_have_one_column(line: int):
    lines = ["# Portal", "alamat: https://x.go.id/", "resmi: false", "instansi: a"]
    lines[line] = f"  {lines[line]}"
    assert problems(Settings, "\n".join(lines), is_list=False) == [("indent", line + 1)]


def test_an_empty_optional_field_is_not_there():
    assert problems(Contact, f"{CONTACT}  telepon:\n  catatan: ~") == []
