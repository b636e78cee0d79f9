"""Walking folders: order, hidden names and links."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import folders


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
