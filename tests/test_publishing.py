"""The published folder: the old one or the new one, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import publishing
from portal.publishing import replacement


def fill(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def test_a_new_folder_appears_whole(tmp_path: Path):
    with replacement(tmp_path / "site") as fresh:
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
