"""Walking folders: order, hidden names and links."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from portal import alone as locks
from portal import folders
from portal.alone import BusyError, abandoned, alone, rests


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a/x.html", "a.html", "a-b/y.txt", ".server/h.conf", "b/.rahasia", "b/z.html", "Z.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "b" / "tautan").symlink_to(tmp_path / "a")
    return tmp_path


def test_files_come_in_the_order_of_the_parts_of_their_paths(tree: Path):
    walked = [path for path, _ in folders.files(tree)]
    assert walked == [
        ".server/h.conf",
        "Z.html",
        "a/x.html",
        "a-b/y.txt",
        "a.html",
        "b/.rahasia",
        "b/tautan",
        "b/z.html",
    ]


def test_hidden_files_and_folders_can_be_left_out(tree: Path):
    walked = [path for path, _ in folders.files(tree, hidden=False)]
    assert walked == ["Z.html", "a/x.html", "a-b/y.txt", "a.html", "b/tautan", "b/z.html"]


def test_links_are_told_and_not_followed(tree: Path):
    assert [path for path, entry in folders.files(tree) if entry.is_symlink()] == ["b/tautan"]


def test_pages_are_the_html_files(tree: Path):
    assert list(folders.pages(tree)) == ["Z.html", "a/x.html", "a.html", "b/z.html"]


def test_a_file_is_put_with_the_folders_that_lead_to_it(tmp_path: Path):
    for text in (b"lama", b"baru"):
        folders.put(f"{tmp_path}/x/y/a.txt", text)
    assert (tmp_path / "x" / "y" / "a.txt").read_bytes() == b"baru"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "x" / "y" / "a.txt"
    folders.replace(file, b"lama", 0o600)

    def full(self: Path, target: Path) -> None:
        raise OSError(28, f"No space left for {self.name} as {target.name}")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="space"):
            folders.replace(file, b"baru")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"lama", 0o600)
    assert list(file.parent.iterdir()) == [file]
    folders.replace(file, b"baru")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"baru", 0o644)


def test_nothing_is_read_through_a_link_nor_of_a_folder(tree: Path):
    (tree / "b" / "mati").symlink_to(tree / "tidak-ada")
    (tree / "b" / "berkas").symlink_to(tree / "b" / "z.html")
    (tree / "b" / "z.html").write_bytes(b"isi")
    found = {name: folders.content(f"{tree}/b/{name}") for name in ("z.html", "tautan", "mati", "berkas", "tidak-ada")}
    assert found == {"z.html": b"isi", "tautan": b"", "mati": b"", "berkas": b"", "tidak-ada": None}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_who_may_read_a_file_is_set_but_not_through_a_link(tree: Path):
    (tree / "b" / "berkas").symlink_to(tree / "b" / "z.html")
    folders.permit(f"{tree}/b/z.html", 0o600)
    folders.permit(f"{tree}/b/berkas", 0o644)
    assert (tree / "b" / "z.html").stat().st_mode & 0o777 == 0o600


def test_a_content_in_pieces_is_that_content(tmp_path: Path):
    file = f"{tmp_path}/a.txt"
    pieces = [b"satu", b"", b" dua"]
    folders.put(file, pieces)
    assert folders.content(file) == b"satu dua"
    held = {"same": pieces, "other": [b"satu", b" DUA"], "shorter": [b"satu"], "longer": [*pieces, b"!"]}
    assert [name for name, one in held.items() if folders.holds(file, one)] == ["same"]
    assert folders.holds(file, b"satu dua")
    assert not folders.holds(file, b"satu")


@pytest.mark.parametrize("held", [b"", [b""]])
def test_what_is_no_file_holds_nothing(tree: Path, held: folders.Content):
    (tree / "b" / "kosong").write_bytes(b"")
    assert folders.holds(f"{tree}/b/kosong", held)
    (tree / "b" / "lain").symlink_to(tree / "b" / "kosong")
    assert [name for name in ("b", "b/lain", "b/tidak-ada") if folders.holds(f"{tree}/{name}", held)] == []
    (tree / "b" / "berkas").symlink_to(tree / "b" / "z.html")
    (tree / "b" / "z.html").write_bytes(b"isi")
    assert not folders.holds(f"{tree}/b/berkas", [b"isi"])


def test_what_another_run_removes_meanwhile_is_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Path, "glob", lambda folder, _: iter([folder / "sudah-hilang"]))
    assert list(rests(tmp_path, "*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot lock a folder")
def test_a_rest_is_held_by_nobody_and_was_not_made_just_now(tmp_path: Path):
    for name in ("a-mati", "a-dipegang", "a-baru", "b-mati"):
        (tmp_path / name).mkdir()
        if name != "a-baru":
            os.utime(tmp_path / name, (1, 1))
    with alone(tmp_path / "a-dipegang"):
        assert list(rests(tmp_path, "a-*")) == [tmp_path / "a-mati"]
        assert not abandoned(tmp_path / "a-dipegang")
        with pytest.raises(BusyError), alone(tmp_path / "a-dipegang", wait=False):
            pass
    assert abandoned(tmp_path / "a-dipegang")
    assert not abandoned(tmp_path / "tidak-ada")


def test_where_folders_cannot_be_locked_none_counts_as_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(locks, "fcntl", None)
    with alone(tmp_path), alone(tmp_path, wait=False):
        assert not abandoned(tmp_path)
