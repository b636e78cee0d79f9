"""Generated files on disk: nothing is lost, nothing of other people's is touched."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal import folders, writing
from portal.outputs.page import MARK, Page
from portal.writing import Changes, HandWrittenError, RemovalError, write
from tests.conftest import tree


def page(path: str, text: str = "isi") -> Page:
    return Page(path, f"<!-- {MARK} -->\n{text}\n".encode())


def test_pages_are_written_into_their_folders(tmp_path: Path):
    docs = tmp_path / "baru" / "docs"
    assert write([page("a.md"), page("b/c.md")], docs) == Changes(("a.md", "b/c.md"), (), 0)
    assert (docs / "b" / "c.md").read_bytes() == page("b/c.md").content


def test_an_unchanged_file_is_not_written_again(tmp_path: Path):
    write([page("a.md"), page("b.md")], tmp_path)
    before = (tmp_path / "a.md").stat()
    assert write([page("a.md"), page("b.md", "baru")], tmp_path) == Changes(("b.md",), (), 1)
    after = (tmp_path / "a.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_stale_generated_file_goes_and_a_hand_written_one_stays(tmp_path: Path):
    (tmp_path / "tangan.md").write_text("# Ditulis orang\n", encoding="utf-8")
    write([page("a.md"), page("lama.md")], tmp_path)
    assert write([page("a.md")], tmp_path) == Changes((), ("lama.md",), 1)
    assert set(tree(tmp_path)) == {"a.md", "tangan.md"}


def test_a_file_that_only_mentions_the_mark_far_down_is_not_ours(tmp_path: Path):
    (tmp_path / "panduan.md").write_text("x" * writing.MARK_WITHIN + MARK, encoding="utf-8")
    write([page("a.md")], tmp_path)
    assert (tmp_path / "panduan.md").exists()


def test_a_hand_written_file_is_never_replaced_and_nothing_else_is_written(tmp_path: Path):
    (tmp_path / "kontak.md").write_text("# Ditulis orang\n", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(HandWrittenError, match=r"kontak\.md.*Tidak ada halaman yang diubah"):
        write([page("a.md"), page("kontak.md")], tmp_path)
    assert tree(tmp_path) == before


def test_pages_of_vanished_records_stop_the_run_unless_told(tmp_path: Path):
    records = [page("inovasi/index.md"), page("inovasi/a.md"), page("inovasi/b.md")]
    write(records, tmp_path)
    before = tree(tmp_path)
    with pytest.raises(RemovalError, match=r"b\b.*berhenti.*--allow-removal"):
        write(records[:2], tmp_path)
    assert tree(tmp_path) == before
    assert write(records[:2], tmp_path, allow_removal=True).removed == ("inovasi/b.md",)
    assert write(records[1:2], tmp_path).removed == ("inovasi/index.md",), "a list is no record"


def test_files_that_cannot_carry_the_mark_are_known_by_their_bytes(tmp_path: Path):
    write([Page("cetak/a.pdf", b"%PDF one")], tmp_path)
    assert write([Page("cetak/a.pdf", b"%PDF two")], tmp_path).written == ("cetak/a.pdf",)
    assert list(json.loads((tmp_path / writing.LIST).read_text(encoding="utf-8"))) == ["cetak/a.pdf"]
    assert write([], tmp_path).removed == ("cetak/a.pdf",)


def test_a_run_that_is_killed_between_two_files_loses_track_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def pages(text: str) -> list[Page]:
        return [Page(f"{name}.pdf", text.encode()) for name in "abc"]

    def killed(path: str, to: str) -> None:
        os.replace(path, to)  # noqa: PTH105
        raise KeyboardInterrupt

    write(pages("satu")[:2], tmp_path)
    for text in ("dua", "tiga"):
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(folders, "move", killed)
            write(pages(text), tmp_path)
    assert {path: content for path, content in tree(tmp_path).items() if path != writing.LIST} == {
        "a.pdf": b"tiga",
        "b.pdf": b"satu",
    }
    assert list(writing.handwritten(tmp_path)) == []
    assert write(pages("tiga"), tmp_path) == Changes(("b.pdf", "c.pdf"), (), 1)
    listed = json.loads((tmp_path / writing.LIST).read_text(encoding="utf-8"))
    assert set(listed.values()) == {hashlib.sha256(b"tiga").hexdigest()}


def test_a_listed_file_that_someone_changed_is_theirs(tmp_path: Path):
    write([Page("a.pdf", b"%PDF one")], tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"%PDF mine")
    with pytest.raises(HandWrittenError):
        write([Page("a.pdf", b"%PDF two")], tmp_path)
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF mine"


def test_a_link_is_replaced_and_what_it_points_at_is_not(tmp_path: Path):
    outside = tmp_path / "luar.md"
    outside.write_bytes(page("a.md", "lama").content)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").symlink_to(outside)
    with pytest.raises(HandWrittenError):
        write([page("a.md")], docs)
    assert outside.read_bytes() == page("a.md", "lama").content


def test_a_link_to_what_looks_generated_is_not_removed(tmp_path: Path):
    (tmp_path / "luar.md").write_bytes(page("a.md").content)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "tautan.md").symlink_to(tmp_path / "luar.md")
    assert write([page("a.md")], docs) == Changes(("a.md",), (), 0)
    assert (docs / "tautan.md").is_symlink()


def test_what_people_wrote_is_all_that_is_neither_marked_nor_listed_with_its_bytes(tmp_path: Path):
    write([page("a.md"), page("b.md"), Page("a.pdf", b"%PDF one"), Page("b.pdf", b"%PDF one")], tmp_path)
    (tmp_path / "b.pdf").write_bytes(b"%PDF mine")
    for name in ("tangan.md", ".rahasia"):
        (tmp_path / name).write_text("# Ditulis orang\n", encoding="utf-8")
    assert list(writing.handwritten(tmp_path)) == ["b.pdf", "tangan.md"]
    (tmp_path / "b.md").unlink()
    (tmp_path / "folder").mkdir()
    names = ("a.md", "b.md", "a.pdf", "b.pdf", "tangan.md", ".rahasia", "folder")
    theirs = writing.not_generated(tmp_path, [tmp_path / name for name in names])
    assert {path.name for path in theirs} == {"b.md", "b.pdf", "tangan.md"}


def test_files_wait_hidden_on_the_same_disk_and_the_rest_of_a_killed_run_goes(tmp_path: Path):
    rest = tmp_path / ".tulis-mati"
    rest.mkdir()
    (rest / "a").write_bytes(b"setengah")
    os.utime(rest, (1, 1))
    found: list[str] = []

    def make(desk: writing.Desk) -> Iterator[writing.Taken]:
        yield desk.take(page("a.md"))
        found.extend(path.name for path in tmp_path.iterdir())

    writing.write_taken(make, tmp_path)
    (aside,) = found
    assert aside.startswith(".tulis-")
    assert aside != rest.name
    assert set(tree(tmp_path)) == {"a.md"}


def test_a_failed_write_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write([page("a.md", "lama")], tmp_path)
    before = tree(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="space"):
        write([page("a.md", "baru")], tmp_path)
    assert tree(tmp_path) == before


def test_of_many_vanished_innovations_some_are_named_and_the_rest_counted():
    assert "lagi di data: a, b. Bila" in str(RemovalError("a", "b"))
    many = str(RemovalError(*(f"n{number}" for number in range(5000))))
    assert "n18, n19 dan 4980 lagi. Bila" in many
    assert "n20" not in many


def test_a_file_that_is_too_long_for_memory_is_written_and_known_like_any_other(tmp_path: Path):
    short, long = Page("a.csv", b"satu,dua"), Page("a.csv", b"", long=[b"satu,", b"dua"])
    assert write([long], tmp_path) == Changes(("a.csv",), (), 0)
    assert (tmp_path / "a.csv").read_bytes() == short.content
    assert write([long], tmp_path) == write([short], tmp_path) == Changes((), (), 1)
    changed = Page("a.csv", b"", long=[b"satu,", b"tiga"])
    assert write([changed], tmp_path) == Changes(("a.csv",), (), 0)
    (tmp_path / "a.csv").write_bytes(b"milik orang")
    with pytest.raises(HandWrittenError, match=r"a\.csv"):
        write([changed], tmp_path)
