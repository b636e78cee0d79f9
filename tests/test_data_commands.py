"""The verbs for editors on data elsewhere, and on innovations in a folder of files."""

from __future__ import annotations

import errno
import io
import os
import shutil
from pathlib import Path

import pytest

from portal import commands
from tests.conftest import ROOT, edit

DATA = ROOT / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose innovations stand in two files of a folder; the person stands in the project."""
    (tmp_path / "mkdocs.yml").touch()
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    records = (data / "innovations.yaml").read_text(encoding="utf-8").split("\n- id: ")
    (data / "innovations.yaml").unlink()
    (data / "innovations").mkdir()
    (data / "innovations" / "a.yaml").write_text("\n- id: ".join(records[:8]) + "\n", encoding="utf-8")
    (data / "innovations" / "b.yaml").write_text("- id: " + "\n- id: ".join(records[8:]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    return data / "innovations"


def test_a_folder_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert commands.main(["check"]) == 0
    assert "14 inovasi" in capsys.readouterr().out
    edit(folder / "b.yaml", "  nama: ", "  nma: ")
    assert commands.main(["check"]) == 1
    assert "--> data/innovations/b.yaml:2:3" in capsys.readouterr().out


def test_other_data_are_checked_from_the_project(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    there = tmp_path / "lain"
    there.mkdir()
    shutil.copy(folder / "a.yaml", there / "kiriman.yaml")
    assert commands.main(["check", "--data", "lain/kiriman.yaml"]) == 1
    out = capsys.readouterr().out
    assert "--> lain/kiriman.yaml:" in out
    assert "tidak ada inovasi dengan id" in out
    shutil.copytree(DATA, there, dirs_exist_ok=True)
    assert commands.main(["check", "--data", "lain"]) == 0
    assert "14 inovasi" in capsys.readouterr().out


def test_other_data_are_checked_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    shutil.copy(DATA / "innovations.yaml", tmp_path / "kiriman.yaml")
    assert commands.main(["check", "--data", "kiriman.yaml"]) == 0
    assert commands.main(["check", "kiriman.yaml", "--data", "kiriman.yaml"]) == 2
    assert "satu saja" in capsys.readouterr().err


def test_other_data_are_reported(folder: Path, capsys: pytest.CaptureFixture[str]):
    shutil.copytree(DATA, folder.parent.parent / "lain")
    assert commands.main(["report", "--data", "lain"]) == 0
    assert "14 inovasi" in capsys.readouterr().out


def test_safe_slips_are_mended_in_every_file(folder: Path):
    for name in ("a.yaml", "b.yaml"):
        edit(folder / name, "  nama: ", "  nama:")
    assert commands.main(["check", "--fix"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml", "a.yaml.bak", "b.yaml", "b.yaml.bak"]


def test_a_second_mending_keeps_the_first_version_too(folder: Path):
    first = (folder / "a.yaml").read_text(encoding="utf-8")
    for _ in range(2):
        edit(folder / "a.yaml", "  nama: ", "  nama:")
        assert commands.main(["check", "--fix"]) == 0
    assert (folder / "a.yaml").read_text(encoding="utf-8") == first
    assert sorted(path.name for path in folder.glob("a.*")) == ["a.yaml", "a.yaml.2.bak", "a.yaml.bak"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("mark", "codec"), [("", "utf-8"), ("\ufeff", "utf-16-le"), ("\ufeff", "utf-16-be")])
def test_what_the_checker_reads_is_mended_added_to_and_formatted(end: str, mark: str, codec: str, folder: Path):
    path = folder / "b.yaml"
    text = path.read_text(encoding="utf-8")
    raw = (mark + text.replace("  nama: ", "  nama:", 1).replace("\n", end)).encode(codec)
    path.write_bytes(raw)
    assert commands.main(["check", "--fix"]) == 0
    assert path.read_bytes() == text.replace("\n", end).encode()
    assert (folder / "b.yaml.bak").read_bytes() == raw
    path.write_bytes((mark + text.replace('"aktif"', "aktif").replace("\n", end)).encode(codec))
    assert commands.main(["format"]) == 0
    assert commands.main(["new", "baru"]) == 0
    written = path.read_bytes().decode()
    assert written.count("\r\n") == (written.count("\n") if end == "\r\n" else 0)
    assert '- id: "baru"' in written


def test_a_new_record_goes_to_the_end_of_the_last_file(folder: Path, capsys: pytest.CaptureFixture[str]):
    before = (folder / "a.yaml").read_bytes()
    assert commands.main(["new", "baru"]) == 0
    assert "di akhir b.yaml" in capsys.readouterr().out
    assert (folder / "a.yaml").read_bytes() == before
    assert '\n- id: "baru"\n' in (folder / "b.yaml").read_text(encoding="utf-8")
    for taken in ("baru", "si-jelita-manis"):
        assert commands.main(["new", taken]) == 2
    # A source of a record has that code too, and a source is no record.
    assert commands.main(["new", "bhirawa-2025-12"]) == 0


def test_every_file_is_formatted(folder: Path, capsys: pytest.CaptureFixture[str]):
    edit(folder / "a.yaml", 'nama: "Si Jelita Manis"', "nama: Si Jelita Manis")
    edit(folder / "b.yaml", "  nama: ", "  nama:")
    assert commands.main(["format"]) == 1
    said = capsys.readouterr()
    assert "a.yaml: dirapikan" in said.out
    assert "b.yaml: ada yang salah" in said.err
    assert 'nama: "Si Jelita Manis"' in (folder / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["new", "coba-baru"], '  biaya: "gratis"'),
        (["format"], "  biaya: gratis"),
        (["check", "--fix"], '\tbiaya: "gratis"'),
    ],
    ids=str,
)
def test_a_full_disk_leaves_the_data_as_they_were(
    words: list[str], typed: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    class Full(io.FileIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(project)
    file = project / "data" / "innovations.yaml"
    edit(file, '  biaya: "gratis"', typed)
    before = file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", Full)
        assert commands.main(words) == 1
    assert "No space left" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []
    file.chmod(0o640)
    commands.main(words)
    assert file.read_bytes() != before
    assert file.stat().st_mode & 0o777 == 0o640


def test_one_file_of_a_folder_is_checked_with_the_others(folder: Path, capsys: pytest.CaptureFixture[str]):
    for name in ("a.yaml", "b.yaml"):
        assert commands.main(["check", str(folder / name)]) == 0, capsys.readouterr().out
    assert commands.main(["check", "data/innovations/a.yaml"]) == 0


def test_slips_in_every_file_are_mended(folder: Path, capsys: pytest.CaptureFixture[str]):
    data = folder.parent
    edit(folder / "b.yaml", "  nama: ", "\tnama: ")
    edit(data / "contacts.yaml", "  nama: ", "\tnama: ")
    edit(data / "needs.yaml", "  nama: ", "\tnama: ")
    assert commands.main(["check", "--fix"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("Berkas lama")] == [
        f"Berkas lama disimpan di {data / name}"
        for name in ("innovations/b.yaml.bak", "contacts.yaml.bak", "needs.yaml.bak")
    ]


def test_what_derives_from_the_model_is_written_once(folder: Path, capsys: pytest.CaptureFixture[str]):
    project = folder.parents[1]
    shutil.copytree(ROOT / "tests" / "cases", project / "tests" / "cases")
    (project / "portal" / "opendata").mkdir(parents=True)
    for name in ("CONTRIBUTING.md", "requirements.lock", "portal/opendata/skema.json"):
        shutil.copyfile(ROOT / name, project / name)
    edit(project / "CONTRIBUTING.md", "<!-- dibuat: isian -->", "<!-- dibuat: isian -->\n")
    (project / "data" / "schema" / "contacts.json").unlink()
    commands.main(["derive"])
    assert capsys.readouterr().out.splitlines() == [
        f"Diperbarui: {name}" for name in ("data/schema/contacts.json", "CONTRIBUTING.md", "THIRD-PARTY.md")
    ]
    for name in ("data/schema/contacts.json", "CONTRIBUTING.md", "THIRD-PARTY.md"):
        assert (project / name).read_bytes() == (ROOT / name).read_bytes()
    commands.main(["derive"])
    assert capsys.readouterr().out == "Semua sudah mutakhir.\n"
