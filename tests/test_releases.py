"""Releases on a server: whole, in one step, with a way back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from portal import manifest, releases
from portal.alone import alone
from portal.delivery import prepare
from portal.releases import Release, ReleaseError, publish, rollback
from tests.conftest import ROOT, tree


def make(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "aset").mkdir(exist_ok=True)
    (folder / "index.html").write_text(f"<p>{text}</p>\n" * 30, encoding="utf-8")
    (folder / "aset" / "sama.css").write_text("p { color: black }\n" * 30, encoding="utf-8")
    prepare(folder, ROOT)
    return folder


def shown(place: Path) -> str:
    assert manifest.verify(place / "current").whole
    return (place / "current" / "index.html").read_text(encoding="utf-8").split("<p>")[1].split("<")[0]


def test_a_release_is_the_site_to_the_byte(tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    assert publish(site, place) == Release(1, new_headers=True)
    assert (place / "current").readlink() == Path("releases/0001")
    assert tree(place / "releases" / "0001") == tree(site)
    assert shown(place) == "satu"


def test_the_next_release_keeps_the_one_before(tmp_path: Path):
    place = tmp_path / "srv"
    publish(make(tmp_path / "site", "satu"), place)
    assert publish(make(tmp_path / "site", "dua"), place) == Release(2, new_headers=False)
    assert shown(place) == "dua"
    assert releases.numbers(place) == (1, 2)
    assert (place / "previous").readlink() == Path("releases/0001")
    assert manifest.verify(place / "releases" / "0001").whole


def test_a_file_that_did_not_change_keeps_its_place_and_time(tmp_path: Path):
    place = tmp_path / "srv"
    publish(make(tmp_path / "a", "satu"), place)
    publish(make(tmp_path / "b", "dua"), place)
    one, two = (place / "releases" / name for name in ("0001", "0002"))
    for name in ("aset/sama.css", "aset/sama.css.br"):
        assert (one / name).stat().st_ino == (two / name).stat().st_ino
        assert (one / name).stat().st_mtime_ns == (two / name).stat().st_mtime_ns
    assert (one / "index.html").stat().st_ino != (two / "index.html").stat().st_ino


def test_rollback_shows_what_was_shown_before_and_twice_is_back(tmp_path: Path):
    place = tmp_path / "srv"
    for text in ("satu", "rusak"):
        publish(make(tmp_path / "site", text), place)
    assert rollback(place).number == 1
    assert shown(place) == "satu"
    assert rollback(place).number == 2
    rollback(place)
    publish(make(tmp_path / "site", "tiga"), place)
    assert shown(place) == "tiga"
    rollback(place)
    assert shown(place) == "satu", "not the release that was taken back"
    assert rollback(place, to=2).number == 2
    assert shown(place) == "rusak"


def test_where_nothing_says_what_was_shown_before_it_is_the_release_below(tmp_path: Path):
    place = tmp_path / "srv"
    for text in ("satu", "dua", "tiga"):
        publish(make(tmp_path / "site", text), place)
    (place / "previous").unlink()
    assert rollback(place).number == 2


def test_a_release_has_no_number_before_it_is_whole_and_no_other_draft_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    (place / "releases" / ".draft-mati" / "aset").mkdir(parents=True)
    found: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: found.extend(path.name for path in (place / "releases").iterdir()))
    publish(site, place)
    (draft,) = found
    assert draft.startswith(".draft-")
    assert draft != ".draft-mati"
    assert [path.name for path in (place / "releases").iterdir()] == ["0001"]


def test_a_copy_that_is_not_whole_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    whole = shutil.copy2

    def short(path: Path, target: Path) -> None:
        whole(path, target)
        if path.name == "index.html":
            os.truncate(target, 5)

    monkeypatch.setattr(shutil, "copy2", short)
    with pytest.raises(ReleaseError, match=r"(?s)berubah: index\.html.*Tidak diterbitkan"):
        publish(site, place)
    assert tree(place) == {}
    assert not (place / "current").exists()


def test_what_cannot_be_taken_back_is_said(tmp_path: Path):
    with pytest.raises(ReleaseError, match="Belum ada terbitan"):
        rollback(tmp_path)
    place = tmp_path / "srv"
    publish(make(tmp_path / "site", "satu"), place)
    with pytest.raises(ReleaseError, match="Tidak ada terbitan sebelumnya"):
        rollback(place)
    with pytest.raises(ReleaseError, match="Tidak ada terbitan 0009"):
        rollback(place, to=9)
    publish(make(tmp_path / "site", "dua"), place)
    (place / "releases" / "0001" / "index.html").write_text("rusak", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"berubah: index\.html"):
        rollback(place)
    assert shown(place) == "dua"


def test_old_releases_go_but_never_what_is_or_was_shown(tmp_path: Path):
    place = tmp_path / "srv"
    for number in range(1, 6):
        publish(make(tmp_path / "site", str(number)), place, keep=2)
    assert releases.numbers(place) == (4, 5)
    rollback(place)
    publish(make(tmp_path / "site", "6"), place, keep=1)
    assert releases.numbers(place) == (4, 6)
    assert rollback(place).number == 4


def test_the_web_server_may_read_what_a_strict_umask_would_hide(tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    place.mkdir(0o755)
    before = os.umask(0o077)
    try:
        publish(site, place)
    finally:
        os.umask(before)
    assert [oct(path.stat().st_mode & 0o777) for path in (place / "releases", place / "current")] == ["0o755", "0o755"]


def test_a_damaged_site_is_not_published(tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    publish(site, place)
    (site / "index.html").write_text("setengah", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"(?s)berubah: index\.html.*Tidak diterbitkan"):
        publish(site, place)
    assert shown(place) == "satu"
    assert [path.name for path in (place / "releases").iterdir()] == ["0001"]


def test_two_publications_at_once_do_not_meet(tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    publish(site, place)
    with alone(place), pytest.raises(ReleaseError, match="sedang berjalan"):
        publish(site, place)
    assert publish(site, place).number == 2


def test_a_folder_in_the_place_of_the_link_is_left_alone(tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    (place / "current").mkdir(parents=True)
    (place / "current" / "penting.txt").write_text("penting", encoding="utf-8")
    with pytest.raises(ReleaseError, match="bukan tautan"):
        publish(site, place)
    assert tree(place) == {"current/penting.txt": b"penting"}


def test_a_release_is_shown_although_an_old_one_cannot_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    place = tmp_path / "srv"

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(path)

    for number in range(3):
        site = make(tmp_path / "site", str(number))
        with monkeypatch.context() as patched:
            patched.setattr(shutil, "rmtree", refuse)
            publish(site, place, keep=1)
        assert shown(place) == str(number)
    assert releases.numbers(place) == (1, 2, 3)
