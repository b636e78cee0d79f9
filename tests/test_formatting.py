"""The canonical form, the template record, and safe repairs."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from portal.formatting import FormatError, formatted, with_new_record
from portal.loading import FILES
from portal.model import Innovation
from portal.repairing import repair
from tests.mistakes import VALID, check_text, kinds

DATA = Path(__file__).parent.parent / "data"
TEXT = VALID.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_the_real_files_are_in_canonical_form(name: str):
    kind = FILES[name]
    text = (DATA / name).read_text(encoding="utf-8")
    wanted = formatted(text, kind.model, name, is_list=kind.is_list)
    assert text == wanted, "portal format\n" + "\n".join(
        difflib.unified_diff(text.split("\n"), wanted.split("\n"), n=0)
    )


WILD = """\
# atas

# kedua
-   id: a   # kode
    "nama":   'Jum''at'


    # sebelum daftar
    sasaran: [lansia, # yang tua
      "anak"]   # dan yang muda
    kepanjangan: >
      Baris satu
      baris dua # bukan catatan
    syarat:
        - KTP
        # di antara butir
        - |
          Surat
    hasil:
    - nilai: 0012
      satuan: "orang \\"tua\\""
    sumber: []
    waktu:
# bawah
"""
CANONICAL = """\
# atas

# kedua
- id: "a" # kode
  nama: "Jum'at"

  # sebelum daftar
  sasaran: # yang tua
  - "lansia"
  - "anak" # dan yang muda
  kepanjangan: "Baris satu baris dua # bukan catatan"
  syarat:
  - "KTP"
  # di antara butir
  - "Surat"
  hasil:
  - nilai: 0012
    satuan: "orang \\"tua\\""
  sumber: []
  waktu:
# bawah
"""


def test_every_way_of_writing_becomes_one_and_no_comment_is_lost():
    assert formatted(WILD, Innovation, "x") == CANONICAL


@pytest.mark.parametrize("text", [TEXT, WILD, (VALID.parent / "base.yaml").read_text(encoding="utf-8")])
def test_the_canonical_form_stays_as_it_is(text: str):
    once = formatted(text, Innovation, "x")
    assert formatted(once, Innovation, "x") == once


def test_the_canonical_form_says_the_same(tmp_path: Path):
    before = check_text(TEXT, tmp_path)
    after = check_text(formatted(TEXT, Innovation, "x"), tmp_path)
    assert after.innovations == before.innovations
    assert not after.problems


def test_a_broken_file_is_left_alone():
    with pytest.raises(FormatError) as error:
        formatted(TEXT.replace("nama: Jalan", "nama:Jalan"), Innovation, "x")
    assert [problem.kind for problem in error.value.problems] == ["colon_space"]


def test_a_new_record_is_told_as_still_to_be_written(tmp_path: Path):
    loaded = check_text(with_new_record(TEXT, "baru-sekali"), tmp_path)
    assert {problem.kind for problem in loaded.errors} == {"placeholder"}
    assert len(loaded.errors) == 5
    assert len(loaded.innovations) == 2


def test_every_field_stands_in_the_template_and_no_example_of_it_passes_as_a_fact(tmp_path: Path):
    text = with_new_record(TEXT, "baru")
    new = text[len(TEXT) :]
    for name in Innovation.model_fields:
        assert f"{name}:" in new
    lines = [
        line.replace("  # ", "  ", 1) if line.startswith("  # ") and is_yaml(line) else line for line in new.split("\n")
    ]
    told = check_text(TEXT + "\n".join(lines), tmp_path).problems
    assert {problem.kind for problem in told} == {"placeholder"}
    assert [one.place.line - TEXT.count("\n") for one in told] == [
        number for number, line in enumerate(lines, 1) if "Ganti:" in line
    ]


def test_a_record_still_to_be_written_can_be_formatted():
    text = with_new_record(TEXT, "baru") + '  hasil:\n  - nilai: "Ganti: misalnya 1905"\n'
    assert '  - nilai: "Ganti: misalnya 1905"\n' in formatted(text, Innovation, "x")


def is_yaml(line: str) -> bool:
    """Tell an example from its help: help begins with a capital letter, headings with dashes."""
    return not line[4].isupper() and not line.startswith("  # ---")


@pytest.mark.parametrize("code", ["okata-uti", "Jalan Setia", "", "-a", "con", "index", "a" * 61])
def test_a_code_that_cannot_be_used_is_refused(code: str):
    with pytest.raises(ValueError, match=r"kode|id"):
        with_new_record(TEXT, code)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  nama: Jalan Setia", "  nama:Jalan Setia"),
        ("  nama: Jalan Setia", "\tnama: Jalan Setia"),
        ("  nama: Jalan Setia", "\u00a0\u00a0nama: Jalan Setia"),
        ("  nama: Jalan Setia", "  nama:\tJalan Setia"),
        ('  nama: "Okata Uti"', '  nama: "Okata Uti'),
        ('  nama: "Okata Uti"', '  nama: "Okata Uti",'),
        ('  nama: "Okata Uti"', '  nama: "Okata Uti""'),
        ('  nama: "Okata Uti"', '  nama: ""Okata Uti""'),
        ('  nama: "Okata Uti"', '  nama: "Okata" Uti'),
        ("  - Surat rujukan", "  -Surat rujukan"),
        ("  - Surat rujukan", "  • Surat rujukan"),
    ],
)
def test_a_safe_slip_is_repaired(old: str, new: str):
    assert old in TEXT
    mended = repair(TEXT.replace(old, new, 1), Innovation, "x")
    assert mended.text == TEXT
    assert f"-{new}" in mended.difference
    assert f"+{old}" in mended.difference


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  nama: Jalan Setia", "   nama: Jalan Setia"),
        ("  nama: Jalan Setia", "  nma: Jalan Setia"),
        ("ringkasan: Operasi", "ringkasan: Juara #1"),
        ("  - keluarga", "    keluarga"),
        ("1905", "1.905"),
        ("  - Fotokopi KTP\n  - Surat rujukan", '  - "Fotokopi KTP"  - "Surat rujukan"'),
        ("  - Fotokopi KTP\n  - Surat rujukan", '  - "Fotokopi KTP", "Surat rujukan"'),
        ('  nama: "Okata Uti"', '  nama: "Okata" dan "Uti"'),
    ],
)
def test_what_could_change_the_meaning_is_not_repaired(old: str, new: str):
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    mended = repair(text, Innovation, "x")
    assert (mended.text, mended.difference) == (text, "")


def test_several_slips_are_repaired_and_the_rest_is_left(tmp_path: Path):
    text = TEXT.replace("nama: Jalan", "nama:Jalan").replace("- Surat", "-Surat").replace("keluarga", "keluwarga")
    mended = repair(text, Innovation, "x")
    assert kinds(check_text(mended.text, tmp_path)) == ["choice"]


def test_texts_that_need_quotes_get_them():
    mended = repair(TEXT.replace("nama: Jalan", "nama: @Jalan: x"), Innovation, "x")
    assert '  nama: "@Jalan: x Setia"' in mended.text
