"""Rules about content and across records, on records that are valid otherwise."""

from __future__ import annotations

from inspect import isgeneratorfunction
from pathlib import Path

import pytest

from portal.checks import CONTACT_RULES, INNOVATION_RULES, NEED_RULES, SETTINGS_RULES, SYNONYM_RULES, content
from portal.checks.across import RULES
from tests.mistakes import VALID, check_text, kinds

TEXT = VALID.read_text(encoding="utf-8")


def found(tmp_path: Path, old: str, new: str) -> list[str]:
    assert old in TEXT
    return kinds(check_text(TEXT.replace(old, new, 1), tmp_path))


ASKED = {*INNOVATION_RULES, *CONTACT_RULES, *NEED_RULES, *SETTINGS_RULES, *SYNONYM_RULES, *RULES}


def test_every_rule_about_one_record_is_asked():
    generators = [one for one in vars(content).values() if isgeneratorfunction(one)]
    rules = {one for one in generators if one.__annotations__["return"] == "Iterator[Problem]"}
    assert len(rules) > 15
    assert rules - ASKED == set(), "put them into a list of rules at the end of portal/checks/content.py"


@pytest.mark.parametrize("rule", ASKED, ids=lambda r: r.__name__)
def test_a_rule_says_what_it_demands(rule: object):
    assert rule.__doc__
    assert rule.__doc__.rstrip().endswith((".", "one."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NIK 3578012309850001", "nik"),
        ("NIK 3578 0123 0985 0001", "nik"),
        ("NIK 35.78.01.230985.0001", "nik"),
        ("Hubungi 081234567890", "private_phone"),
        ("Hubungi 0812-3456-7890", "private_phone"),
        ("Hubungi (0812) 3456 7890", "private_phone"),
        ("WA +62 812 3456 7890", "private_phone"),
        ("WA 6281234567890", "private_phone"),
        ("Telepon (031) 8290794", "phone_in_text"),
        ("Telepon 031-8290794", "phone_in_text"),
    ],
)
def test_numbers_that_do_not_belong_into_a_text(text: str, kind: str, tmp_path: Path):
    assert found(tmp_path, "Surat rujukan", text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"-"', "text_says_nothing"),
        ('"???"', "text_says_nothing"),
        ('"..."', "text_says_nothing"),
        ("– …", "text_says_nothing"),
        ("1", None),
        ("é", None),
        ("KTP (asli)", None),
    ],
)
def test_a_text_has_a_letter_or_a_digit(text: str, kind: str | None, tmp_path: Path):
    assert found(tmp_path, "- Surat rujukan", f"- {text}") == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ('["1. Datang", "2. Pulang"]', True),
        ('["1) Datang"]', True),
        ('["Datang", "2. Pulang"]', False),
        ('["24. Datang"]', False),
        ('["1.5 km ke utara"]', False),
        ('["1 fotokopi KTP"]', False),
    ],
)
def test_steps_bring_no_numbers(steps: str, told: bool, tmp_path: Path):
    assert found(tmp_path, "  terkait:", f"  cara: {steps}\n  terkait:") == ["step_numbered"] * told


@pytest.mark.parametrize(
    ("published", "read", "told"),
    [
        ("2025-12-05", "2025-12-04", True),
        ("2025-12-05", "2025-12-05", False),
        ("2025-12", "2025-12-01", False),
        ("2026", "2025-12-31", True),
    ],
)
def test_a_source_is_read_after_it_was_published(published: str, read: str, told: bool, tmp_path: Path):
    text = TEXT.replace("tanggal: 2025-12-05", f"tanggal: {published}\n    diakses: {read}", 1)
    assert kinds(check_text(text, tmp_path)) == ["read_too_early"] * told


@pytest.mark.parametrize(
    "text",
    [
        "Rp 1.250.000 per bulan",
        "Tahun 2019–2025",
        "UU 8 Tahun 2016",
        "Telepon 112",
        "Pasal 08",
        "Nomor 08/2016",
        "12.345.678",
    ],
)
def test_numbers_that_may_stand_in_a_text(text: str, tmp_path: Path):
    assert found(tmp_path, "Surat rujukan", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Layanan untuk orang dengan gangguan jiwa (ODGJ).",
        "Layanan untuk ODGJ (orang dengan gangguan jiwa).",
        "Bawa KTP dan KK.",
        "Layanan JALAN untuk warga.",
    ],
)
def test_short_forms_that_need_no_explanation(text: str, tmp_path: Path):
    assert found(tmp_path, "Layanan bagi lansia yang tinggal sendiri.", text) == []


def test_a_short_form_is_explained(tmp_path: Path):
    assert found(tmp_path, "Layanan bagi lansia yang tinggal sendiri.", "Layanan untuk ODGJ.") == ["acronym"]


SOURCE = "    tanggal: 2025-12-05\n"


def test_a_source_without_names_backs_everything(tmp_path: Path):
    assert found(tmp_path, SOURCE, SOURCE + "  - judul: x\n    url: https://x.go.id/\n    untuk: [sasaran]\n") == []


def test_a_source_backs_what_it_names(tmp_path: Path):
    assert found(tmp_path, SOURCE, SOURCE + "    untuk: [syarat]\n") == []
    assert found(tmp_path, SOURCE, SOURCE + "    untuk: [sasaran]\n") == ["unsourced"]


def test_an_empty_list_of_names_backs_everything(tmp_path: Path):
    assert found(tmp_path, SOURCE, SOURCE + "    untuk:\n") == []


@pytest.mark.parametrize(
    ("day", "kind"), [("2026-11-24", None), ("2026-11-25", "date_future"), ("2027", "date_future"), ("2026", None)]
)
def test_nothing_happened_tomorrow(day: str, kind: str | None, tmp_path: Path):
    assert found(tmp_path, "2025-12-05", day) == ([kind] if kind else [])


@pytest.mark.parametrize(("day", "stale"), [("2026-05-28", False), ("2026-05-27", True)])
def test_a_check_grows_old_after_180_days(day: str, stale: bool, tmp_path: Path):
    new = f"  diperiksa: {{tanggal: {day}, oleh: Humas}}\n  terkait"
    assert found(tmp_path, "  terkait", new) == (["stale"] if stale else [])


THIRD = """
- id: serasi
  nama: Serasi
  kepanjangan: Sistem Elektronik Adopsi
  ringkasan: Pendaftaran adopsi anak.
  sasaran: [anak]
  sumber:
  - judul: {title}
    url: https://harianbhirawa.co.id/inovatif
    tanggal: 2025-12-05
  kata_kunci: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o]
"""


def test_the_rarer_version_of_a_source_is_the_wrong_one(tmp_path: Path):
    same = THIRD.format(title="Harian Bhirawa")
    loaded = check_text(
        TEXT.replace("judul: Harian Bhirawa", "judul: Harian Birawa") + same + same.replace("erasi", "epuluh"), tmp_path
    )
    assert [(p.kind, p.place.line) for p in loaded.problems] == [("source_differs", 10)]


def test_when_no_version_has_more_voices_both_are_told(tmp_path: Path):
    loaded = check_text(TEXT + THIRD.format(title="Lain"), tmp_path)
    assert kinds(loaded) == ["source_differs", "source_differs"]


def test_ids_differ_in_more_than_capitals_on_windows(tmp_path: Path):
    assert found(tmp_path, "id: jalan-setia", "id: okata-uti") == ["duplicate_id"]


def test_a_broken_id_does_not_make_its_references_wrong(tmp_path: Path):
    assert found(tmp_path, "id: jalan-setia", "id: Jalan Setia") == ["slug"]


def test_a_changed_id_is_told_at_the_id(tmp_path: Path):
    loaded = check_text(TEXT.replace("- id: jalan-setia", "- id: jalan-setya"), tmp_path)
    assert [(p.kind, p.place.line) for p in loaded.problems] == [("id_changed", 25)]


def test_a_wrong_reference_is_told_at_the_reference(tmp_path: Path):
    loaded = check_text(TEXT.replace("terkait: [jalan-setia]", "terkait: [jalan-setia, jalan-setya]"), tmp_path)
    assert [(p.kind, p.place.line) for p in loaded.problems] == [("innovation_unknown", 21)]


def test_a_wrong_code_that_is_named_often_is_told_once(tmp_path: Path):
    loaded = check_text(TEXT.replace("  terkait:", "  pengaduan: [lapor]\n  kontak: [lapor]\n  terkait:"), tmp_path)
    assert [(p.kind, p.place.line, p.params["jumlah"]) for p in loaded.problems] == [("contact_unknown_often", 21, 2)]


def test_a_wrong_code_is_not_a_changed_id_while_others_name_the_id(tmp_path: Path):
    third = THIRD.format(title="Harian Bhirawa") + "  terkait: [jalan-setya]\n"
    text = TEXT + third + third.replace("erasi", "epuluh")
    line = text.splitlines().index("  terkait: [jalan-setya]") + 1
    told = check_text(text, tmp_path).problems
    assert [(p.kind, p.place.line, p.params["jumlah"]) for p in told] == [("innovation_unknown_often", line, 2)]


def test_while_a_code_stands_twice_nobody_is_related_to_itself(tmp_path: Path):
    twice = TEXT.replace("id: jalan-setia", "id: okata-uti").replace("[jalan-setia]", "[okata-uti]")
    assert kinds(check_text(twice, tmp_path)) == ["duplicate_id"]


@pytest.mark.parametrize("code", ["index", "con", "com1", "lpt9"])
def test_a_name_that_windows_keeps_is_no_code(code: str, tmp_path: Path):
    assert found(tmp_path, "id: okata-uti", f"id: {code}") == ["id_reserved"]


@pytest.mark.parametrize(("related", "told"), [("terkait: []", ["code_as_text"]), ("terkait: [jalan-setia]", [])])
def test_a_code_among_texts_belongs_into_its_empty_field(related: str, told: list[str], tmp_path: Path):
    text = TEXT.replace("terkait: [jalan-setia]", related).replace("[mata kabur, katarak", "[jalan-setia, katarak", 1)
    assert kinds(check_text(text, tmp_path)) == told


@pytest.mark.parametrize(("name", "told"), [("N" * 30, []), ("N" * 31, ["name_long"])])
def test_a_name_of_30_letters_still_fits(name: str, told: list[str], tmp_path: Path):
    assert [kind for kind in found(tmp_path, "nama: Jalan Setia", f"nama: {name}") if kind == "name_long"] == told


@pytest.mark.parametrize("text", ["Orang terlantar", "Terlantar di jalan", "Lansia JOMPO", "Penyandang cacat"])
def test_words_that_hurt_are_found_whatever_the_case_of_their_letters(text: str, tmp_path: Path):
    assert found(tmp_path, "Surat rujukan", text) == ["term"]


def test_a_name_of_no_field_is_told_without_a_guess_when_none_is_near(tmp_path: Path):
    text = TEXT.replace(
        "    url: https://kabarjatim.go.id/setia", "    url: https://kabarjatim.go.id/setia\n    untuk: [{}]"
    )
    told = [check_text(text.format(name), tmp_path).problems[0] for name in ("ringkasn", "qqqqqq")]
    assert [(one.kind, one.params.get("saran", "-")) for one in told] == [
        ("untuk_unknown", "ringkasan"),
        ("untuk_unknown", "-"),
    ]


def test_a_changed_code_of_a_source_is_told_at_the_source(tmp_path: Path):
    other = "  - id: kabar\n    judul: Kabar\n    url: https://kabarjatim.go.id/mata\n"
    figure = '  - nilai: 1905\n    satuan: orang\n    periode: "2024"\n    sumber: bhirawa\n'
    text = TEXT.replace("  sumber:\n", f"  sumber:\n{other}", 1).replace(
        figure, figure + figure.replace("1905", "2001")
    )
    told = check_text(text.replace("id: bhirawa", "id: bhirawi"), tmp_path).problems
    assert [(p.kind, p.place.line, p.params["jumlah"]) for p in told] == [("id_changed", 12, 2)]
    right = figure.replace("1905", "3").replace("bhirawa", "bhirawi")
    named = text.replace("id: bhirawa", "id: bhirawi").replace("  hasil:\n", f"  hasil:\n{right}")
    assert kinds(check_text(named, tmp_path)) == ["source_gone"], "the code is named, so it did not change"
