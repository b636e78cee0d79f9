"""The published folder: the old one or the new one, whole."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from portal import publishing
from portal.alone import abandoned, alone
from portal.publishing import replacement


def fill(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def test_a_new_folder_appears_whole(tmp_path: Path):
    with replacement(tmp_path / "site") as fresh:
        assert list(fresh.iterdir()) == []
        fill(fresh, "baru")
        assert not (tmp_path / "site").exists()
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "baru"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "where the system cannot swap"])
def test_an_old_folder_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool):
    if not exchange:
        monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    fill(tmp_path / "site", "lama")
    (tmp_path / "site" / "basi.html").write_text("", encoding="utf-8")
    with replacement(tmp_path / "site") as fresh:
        fill(fresh, "baru")
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"index.html"}
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "baru"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_new_folder_waits_hidden_on_the_same_disk(tmp_path: Path):
    with replacement(tmp_path / "situs" / "baru" / "site") as fresh:
        fill(fresh, "baru")
        (holder,) = (tmp_path / "situs" / "baru").iterdir()
        assert fresh.parent == holder
        assert holder.name.startswith(".site-")
        assert not abandoned(holder)


def test_what_killed_runs_left_goes_and_a_running_one_keeps_its_folder(tmp_path: Path):
    fill(tmp_path / "site", "lama")
    for name in (".site-mati", ".site-jalan", ".lain-mati"):
        fill(tmp_path / name / "new", "setengah")
    with alone(tmp_path / ".site-jalan"), replacement(tmp_path / "site") as fresh:
        fill(fresh, "baru")
        assert {path.name for path in tmp_path.iterdir()} == {"site", ".site-jalan", ".lain-mati", fresh.parent.name}
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site-jalan", ".lain-mati"}


def test_the_old_folder_of_a_run_killed_between_its_renames_comes_back(tmp_path: Path):
    fill(tmp_path / ".site-mati" / "old", "lama")
    with pytest.raises(RuntimeError, match="gagal"), replacement(tmp_path / "site"):
        raise RuntimeError("gagal")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_run_that_was_killed_stops_no_other(tmp_path: Path):
    fill(tmp_path / ".site-mati" / "new", "setengah")
    with replacement(tmp_path / "site") as fresh:
        fill(fresh, "baru")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_rest_that_cannot_be_removed_stops_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fill(tmp_path / ".site-mati" / "new", "setengah")

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(path)

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with replacement(tmp_path / "site") as fresh:
        fill(fresh, "baru")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "baru"


def test_nobody_else_is_there_while_rests_go_and_while_a_folder_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = {}
    for name in ("_remove_rests", "_take_place"):
        monkeypatch.setattr(publishing, name, lambda *_, name=name: found.update({name: abandoned(tmp_path)}))
    with replacement(tmp_path / "site"):
        assert abandoned(tmp_path), "builds run side by side"
    assert found == {"_remove_rests": False, "_take_place": False}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux swaps two folders in one step")
def test_two_folders_are_swapped_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    fill(Path("satu"), "satu")
    fill(Path("dua"), "dua")
    assert publishing._exchange(Path("satu"), Path("dua"))
    assert [Path(name, "index.html").read_text(encoding="utf-8") for name in ("satu", "dua")] == ["dua", "satu"]


def test_a_failure_leaves_the_old_folder_and_no_rest(tmp_path: Path):
    fill(tmp_path / "site", "lama")
    with pytest.raises(RuntimeError, match="gagal"), replacement(tmp_path / "site") as fresh:
        fill(fresh, "setengah")
        raise RuntimeError("gagal")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_is_not_a_site(tmp_path: Path):
    (tmp_path / "site").write_text("catatan", encoding="utf-8")
    with pytest.raises(FileExistsError), replacement(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text(encoding="utf-8") == "catatan"


def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    fill(tmp_path / "site", "lama")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError), replacement(tmp_path / "site") as fresh:
        fill(fresh, "baru")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "lama"
