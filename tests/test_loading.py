"""The whole data folder: the real one is right; missing, broken and contradicting files are told together."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from portal.files import innovations_in
from portal.loading import load, load_file, shown
from portal.model import Innovation
from portal.report import report
from tests.conftest import edit
from tests.mistakes import TODAY

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def found(data: Path) -> list[tuple[str, str]]:
    loaded = load(data, TODAY)
    return [(Path(problem.place.path).name, problem.kind) for problem in loaded.errors]


def test_the_real_data_has_no_error():
    loaded = load(DATA, TODAY)
    assert not loaded.errors
    assert len(loaded.innovations) >= 14
    assert loaded.settings is not None


def test_every_innovation_knows_its_line():
    lines = (DATA / "innovations.yaml").read_text(encoding="utf-8").splitlines()
    loaded = load(DATA, TODAY)
    assert len(loaded.innovations) == len(loaded.beginnings) >= 14
    for one, (path, line) in zip(loaded.innovations, loaded.beginnings, strict=True):
        assert Path(path).name == "innovations.yaml"
        assert lines[line - 1] == f'- id: "{one.id}"'


@pytest.mark.parametrize("name", ["innovations.yaml", "contacts.yaml", "needs.yaml", "portal.yaml"])
def test_a_missing_file_is_the_only_problem(name: str, data: Path):
    (data / name).unlink()
    assert found(data) == [(name, "file_missing")]


def test_a_missing_folder_is_told(tmp_path: Path):
    assert {kind for _, kind in found(tmp_path / "tidak-ada")} == {"file_missing"}


def test_problems_of_all_files_come_together(data: Path):
    edit(data / "innovations.yaml", "  nama: ", "  nma: ")
    edit(data / "contacts.yaml", 'jenis: "darurat"', 'jenis: "darurt"')
    edit(data / "portal.yaml", "resmi: false", "resmi: tidak")
    assert found(data) == [("contacts.yaml", "choice"), ("innovations.yaml", "unknown_key"), ("portal.yaml", "yes_no")]


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("needs.yaml", '- "si-jelita-manis"', '- "si-jelita-maniss"', "innovation_unknown"),
        ("needs.yaml", '- "dinsos-jatim"', '- "dinsos-jatimm"', "contact_unknown"),
        ("portal.yaml", 'instansi: "dinsos-jatim"', 'instansi: "dinsos"', "contact_unknown"),
        ("portal.yaml", '.example/"', '.example"', "slash_missing"),
        ("contacts.yaml", '  telepon: "112"\n', "", "unreachable"),
        ("synonyms.yaml", 'ketik: "cacading awak"', 'ketik: ", ,"', "words_missing"),
        ("synonyms.yaml", '  cari: "disabilitas"\n', "", "leads_nowhere"),
        ("synonyms.yaml", 'cari: "disabilitas"', 'cari: ","', "leads_nowhere"),
    ],
)
def test_files_agree_with_each_other(name: str, old: str, new: str, kind: str, data: Path):
    edit(data / name, old, new)
    assert found(data) == [(name, kind)]


def test_site_and_mail_of_an_agency_are_official(data: Path):
    edit(data / "contacts.yaml", 'situs: "https://dinsos.jatimprov.go.id/"', 'situs: "https://dinsos.com/"')
    edit(data / "contacts.yaml", "dinsos56b@jatimprov.go.id", "dinsos56b@jatimprov.com")
    told = [problem.params["isi"] for problem in load(data, TODAY).problems if problem.kind == "not_official"]
    assert told == ["jatimprov.com", "dinsos.com"]


def test_a_broken_contact_does_not_make_its_references_wrong(data: Path):
    edit(data / "contacts.yaml", '- id: "dinsos-jatim"', '- id: "dinsos-jatim')
    assert found(data) == [("contacts.yaml", "quote_open")]


def test_a_contact_with_an_error_is_still_known(data: Path):
    edit(data / "contacts.yaml", '  telepon: "110"', '  telepon: "tidak ada"')
    assert found(data) == [("contacts.yaml", "phone")]
    edit(data / "contacts.yaml", '  surel: "dinsos56b@jatimprov.go.id"', '  surel: "x"')
    edit(data / "innovations.yaml", '  - "cettar"', '  - "cetar"')
    assert found(data) == [
        ("contacts.yaml", "phone"),
        ("contacts.yaml", "email"),
        ("innovations.yaml", "contact_unknown"),
    ]


def test_one_file_is_checked_with_the_contacts_beside_it(tmp_path: Path):
    shutil.copy(DATA / "innovations.yaml", tmp_path)
    assert not load_file(tmp_path / "innovations.yaml", DATA, TODAY).errors
    shutil.copy(Path(__file__).parent / "cases" / "contacts.yaml", tmp_path)
    kinds = {problem.kind for problem in load_file(tmp_path / "innovations.yaml", DATA, TODAY).errors}
    assert kinds == {"contact_unknown", "contact_unknown_often"}


@pytest.mark.parametrize("name", ["contacts.yaml", "needs.yaml", "portal.yaml"])
def test_other_files_of_the_data_are_checked_as_what_they_are(name: str):
    assert not load_file(DATA / name, DATA, TODAY).errors


@pytest.mark.parametrize("is_beside", [True, False])
def test_needs_alone_are_checked_with_the_innovations(is_beside: bool, data: Path, tmp_path: Path):
    edit(data / "needs.yaml", '- "si-jelita-manis"', '- "si-jelita-maniss"')
    file = data / "needs.yaml" if is_beside else Path(shutil.move(data / "needs.yaml", tmp_path))
    assert [problem.kind for problem in load_file(file, data, TODAY).errors] == ["innovation_unknown"]


def test_the_day_decides_what_is_old():
    assert any(problem.kind == "stale" for problem in load(DATA, date(2028, 1, 1)).problems)


def test_paths_are_shown_from_where_one_stands(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert shown(DATA / "innovations.yaml") == "data/innovations.yaml"


def test_the_data_is_read_in_a_blink():
    begin = time.process_time()
    load(DATA, TODAY)
    assert time.process_time() - begin < 0.5


def test_the_checker_loads_no_engine():
    code = (
        "import sys, portal.loading; print([name for name in ('mkdocs', 'jinja2', 'zensical') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_records_are_the_model(data: Path):
    assert all(isinstance(one, Innovation) for one in load(data, TODAY).innovations)


def folded(data: Path) -> Path:
    """Put the innovations of a data folder into two files of a folder, seven in the first."""
    text = (data / "innovations.yaml").read_text(encoding="utf-8")
    records = text.split("\n- id: ")
    folder = data / "innovations"
    folder.mkdir()
    (folder / "b.yaml").write_text("- id: " + "\n- id: ".join(records[8:]), encoding="utf-8")
    (folder / "a.yaml").write_text("\n- id: ".join(records[:8]) + "\n", encoding="utf-8")
    (data / "innovations.yaml").unlink()
    return folder


def test_a_folder_of_files_is_read_like_one_file(data: Path):
    one = load(data, TODAY)
    folded(data)
    several = load(data, TODAY)
    assert several.innovations == one.innovations
    assert not several.errors
    assert [Path(path).name for path, _ in several.beginnings] == ["a.yaml"] * 7 + ["b.yaml"] * (
        len(one.innovations) - 7
    )
    told = report(several, TODAY)
    assert "| a.yaml:6 |" in told
    assert "| b.yaml:1 |" in told


def test_problems_name_the_file_of_the_folder(data: Path):
    folder = folded(data)
    edit(folder / "b.yaml", "  nama: ", "  nma: ")
    edit(folder / "a.yaml", "  sasaran:", "  sasran:")
    assert found(data) == [("a.yaml", "unknown_key"), ("b.yaml", "unknown_key")]


def test_a_code_in_two_files_is_told_with_the_other_file(data: Path):
    folder = folded(data)
    edit(folder / "a.yaml", '- id: "si-jelita-manis"', '- id: "okata-uti"')
    (problem,) = load(data, TODAY).errors
    assert (problem.kind, Path(problem.place.path).name) == ("duplicate_id", "b.yaml")
    assert f"lihat baris 6 di {shown(folder / 'a.yaml')}" in problem.help


@pytest.mark.parametrize("name", ["baru.yaml.txt", "baru.yml", "baru.YAML", "baru.Yml"])
def test_a_file_of_the_folder_that_is_not_read_is_told(name: str, data: Path):
    folder = folded(data)
    (folder / name).write_text("- id: baru", encoding="utf-8")
    (problem,) = load(data, TODAY).errors
    assert (problem.kind, problem.place.path) == ("file_ending", shown(folder / name))
    assert "baru.yaml" in problem.help


def test_a_folder_in_the_folder_is_told(data: Path):
    folder = folded(data)
    (folder / "baru").mkdir()
    assert [problem.kind for problem in load(data, TODAY).errors] == ["folder_in_folder"]


@pytest.mark.parametrize("name", ["a.yaml.bak", "catatan.md", ".a.yaml.swp", "a.yaml~"])
def test_other_files_may_lie_in_the_folder(name: str, data: Path):
    (folded(data) / name).write_text("x", encoding="utf-8")
    assert not load(data, TODAY).errors


def test_a_file_beside_the_folder_is_one_too_many(data: Path):
    folder = folded(data)
    shutil.copy(folder / "a.yaml", data / "innovations.yaml")
    assert found(data) == [("innovations", "file_and_folder")]


def test_a_folder_without_files_is_told(data: Path):
    folder = folded(data)
    for path in (*innovations_in(folder), folder / ".tersembunyi.yaml", folder / "catatan.txt"):
        path.write_text("- id: x", encoding="utf-8")
        path.rename(path.with_suffix(".bak"))
    assert found(data) == [("innovations", "folder_empty")]


def test_a_file_borrows_what_it_lacks_from_the_project(tmp_path: Path, data: Path):
    file = tmp_path / "lain" / "kiriman.yaml"
    file.parent.mkdir()
    shutil.copy(DATA / "innovations.yaml", file)
    loaded = load(file, TODAY, data.parent)
    assert not loaded.errors
    assert loaded.settings == load(DATA, TODAY).settings
    assert loaded.contacts
    assert not loaded.needs
    assert not loaded.synonyms


def test_what_lies_beside_a_file_comes_first(tmp_path: Path, data: Path):
    file = tmp_path / "lain" / "kiriman.yaml"
    shutil.copytree(DATA, file.parent)
    (file.parent / "innovations.yaml").rename(file)
    shutil.copy(Path(__file__).parent / "cases" / "contacts.yaml", file.parent)
    loaded = load(file, TODAY, data.parent)
    assert len(loaded.needs) == len(load(DATA, TODAY).needs) > 0
    assert {problem.kind for problem in loaded.errors} == {"contact_unknown", "contact_unknown_often"}


def test_a_file_that_does_not_exist_is_told(tmp_path: Path, data: Path):
    problems = load(tmp_path / "tidak-ada.yaml", TODAY, data.parent).errors
    assert [problem.kind for problem in problems] == ["file_missing"]
