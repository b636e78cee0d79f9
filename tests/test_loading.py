"""The whole data folder: the real one is right; missing, broken and contradicting files are told together."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from portal.loading import load, load_file, shown
from portal.model import Innovation
from tests.mistakes import TODAY

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


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
    assert loaded.places().keys() == {one.id for one in loaded.innovations}
    for one in loaded.innovations:
        assert lines[loaded.places()[one.id].line - 1] == f'- id: "{one.id}"'


@pytest.mark.parametrize("name", ["innovations.yaml", "contacts.yaml", "needs.yaml", "portal.yaml"])
def test_a_missing_file_is_the_only_problem(name: str, data: Path):
    (data / name).unlink()
    assert found(data) == [(name, "file_missing")]


def test_a_missing_folder_is_told(tmp_path: Path):
    assert {kind for _, kind in found(tmp_path / "tidak-ada")} == {"file_missing"}


def test_problems_of_all_files_come_together(data: Path):
    change(data / "innovations.yaml", "  nama: ", "  nma: ")
    change(data / "contacts.yaml", 'jenis: "darurat"', 'jenis: "darurt"')
    change(data / "portal.yaml", "resmi: false", "resmi: tidak")
    assert found(data) == [("contacts.yaml", "choice"), ("innovations.yaml", "unknown_key"), ("portal.yaml", "yes_no")]


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("needs.yaml", '- "si-jelita-manis"', '- "si-jelita-maniss"', "innovation_unknown"),
        ("needs.yaml", '- "dinsos-jatim"', '- "dinsos-jatimm"', "contact_unknown"),
        ("portal.yaml", 'instansi: "dinsos-jatim"', 'instansi: "dinsos"', "contact_unknown"),
        ("portal.yaml", '.go.id/"', '.go.id"', "slash_missing"),
        ("contacts.yaml", '  telepon: "112"\n', "", "unreachable"),
    ],
)
def test_files_agree_with_each_other(name: str, old: str, new: str, kind: str, data: Path):
    change(data / name, old, new)
    assert found(data) == [(name, kind)]


def test_a_broken_contact_does_not_make_its_references_wrong(data: Path):
    change(data / "contacts.yaml", '- id: "dinsos-jatim"', '- id: "dinsos-jatim')
    assert found(data) == [("contacts.yaml", "quote_open")]


def test_one_file_is_checked_with_the_contacts_beside_it(tmp_path: Path):
    shutil.copy(DATA / "innovations.yaml", tmp_path)
    assert not load_file(tmp_path / "innovations.yaml", DATA, TODAY).errors
    shutil.copy(Path(__file__).parent / "cases" / "contacts.yaml", tmp_path)
    kinds = {problem.kind for problem in load_file(tmp_path / "innovations.yaml", DATA, TODAY).errors}
    assert kinds == {"contact_unknown"}


@pytest.mark.parametrize("name", ["contacts.yaml", "needs.yaml", "portal.yaml"])
def test_other_files_of_the_data_are_checked_as_what_they_are(name: str):
    assert not load_file(DATA / name, DATA, TODAY).errors


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
