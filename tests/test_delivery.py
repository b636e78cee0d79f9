"""What an administrator gets: small copies, readable files, a bill of materials, and a manifest that misses nothing."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import brotli
import pytest

from portal import bill, compression, forking, manifest
from portal.compression import compress, gzipped
from portal.delivery import prepare
from portal.manifest import ManifestError, Verdict, verify
from tests.conftest import ROOT, tree

LONG = "<p>Bantuan untuk lansia dan keluarganya.</p>\n" * 40


def make(folder: Path) -> Path:
    (folder / "inovasi").mkdir(parents=True)
    (folder / "index.html").write_text(LONG, encoding="utf-8")
    (folder / "inovasi" / "index.html").write_text(LONG * 2, encoding="utf-8")
    (folder / "kecil.txt").write_text("kecil", encoding="utf-8")
    (folder / "gambar.png").write_bytes(bytes(range(256)) * 8)
    return folder


def test_texts_get_small_copies_that_unpack_to_the_same(tmp_path: Path):
    compress(make(tmp_path))
    for name in ("index.html", "inovasi/index.html"):
        content = (tmp_path / name).read_bytes()
        assert brotli.decompress((tmp_path / f"{name}.br").read_bytes()) == content
        assert gzip.decompress((tmp_path / f"{name}.gz").read_bytes()) == content
    assert {path.name for path in tmp_path.iterdir()} == {
        "gambar.png", "index.html", "index.html.br", "index.html.gz", "inovasi", "kecil.txt",
    }  # fmt: skip


def test_what_phones_wait_for_is_packed_hardest(tmp_path: Path):
    real = (ROOT / "data" / "innovations.yaml").read_bytes()
    held = {"a.html": real, "a.json": real, "a.js": real[:900]}
    for name, content in held.items():
        (tmp_path / name).write_bytes(content)
    compress(tmp_path)
    packed = {name: (tmp_path / f"{name}.br").read_bytes() for name in held}
    assert packed == {
        name: brotli.compress(held[name], mode=brotli.MODE_TEXT, quality=quality)
        for name, quality in {"a.html": 10, "a.json": 8, "a.js": 8}.items()
    }
    assert len(packed["a.html"]) < 0.95 * len(packed["a.json"])


def test_a_copy_that_would_not_be_smaller_is_not_left_from_before(tmp_path: Path):
    (tmp_path / "a.json").write_bytes(os.urandom(500))
    (tmp_path / "a.json.br").write_bytes(b"basi")
    compress(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_copies_of_an_earlier_build_serve_again_when_they_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    compress(make(tmp_path / "dulu"))
    (tmp_path / "dulu" / "index.html.gz").write_bytes(gzipped(b"lain"))
    (tmp_path / "dulu" / "inovasi" / "index.html.br").write_bytes(b"rusak")
    (tmp_path / "dulu" / "index.html.br").unlink()
    (tmp_path / "dulu" / "inovasi" / "index.html.gz").unlink()
    compress(make(tmp_path / "baru"))
    packed: list[int] = []
    real = compression.gzipped

    def counted(content: bytes) -> bytes:
        packed.append(len(content))
        return real(content)

    monkeypatch.setattr(compression, "gzipped", counted)
    compress(make(tmp_path / "lagi"), tmp_path / "dulu")
    assert tree(tmp_path / "lagi") == tree(tmp_path / "baru")
    assert sorted(packed) == [len(LONG), len(LONG) * 2], "the one that held something else, and the one that was gone"


def test_copies_of_a_site_of_another_size_do_not_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(compression, "_SOME", 3)
    compress(make(tmp_path / "kecil"))
    large = make(tmp_path / "besar")
    shutil.copy(large / "index.html", large / "lagi.html")
    compress(large)
    alone, beside = make(tmp_path / "a"), make(tmp_path / "b")
    compress(alone)
    compress(beside, large)
    assert tree(alone) == tree(beside)
    assert (large / "index.html.br").read_bytes() != (alone / "index.html.br").read_bytes()


def test_single_records_of_a_very_large_site_are_packed_by_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site = make(tmp_path)
    (site / "inovasi" / "a").mkdir()
    shutil.copy(site / "index.html", site / "inovasi" / "a" / "index.html")
    monkeypatch.setattr(compression, "_MANY", 3)
    compress(site)
    assert [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.br"))] == [
        "index.html.br",
        "inovasi/index.html.br",
    ]


def test_gzip_tells_neither_time_nor_system(tmp_path: Path):
    compress(make(tmp_path))
    head = (tmp_path / "index.html.gz").read_bytes()[:10]
    assert (head[3], head[4:8], head[9]) == (0, b"\0\0\0\0", 255)


def test_a_site_built_under_a_strict_umask_can_be_read_by_the_web_server(tmp_path: Path):
    before = os.umask(0o077)
    try:
        prepare(make(tmp_path / "site"), ROOT)
    finally:
        os.umask(before)
    paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    assert len(paths) > 10
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o755}


def test_a_prepared_site_is_whole_and_sha256sum_says_the_same(tmp_path: Path):
    prepare(make(tmp_path), ROOT)
    found = verify(tmp_path)
    assert found.whole
    assert found.count == len(tree(tmp_path)) - 1
    assert str(found) == f"Situs utuh: {found.count} berkas sama dengan daftarnya."
    if shutil.which("sha256sum"):
        done = subprocess.run(
            ["sha256sum", "-c", "--quiet", manifest.NAME], cwd=tmp_path, capture_output=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def seen_by(names: Sequence[str]) -> list[tuple[int, str]]:
    return [(os.getpid(), name) for name in names]


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="one process on this system")
def test_many_files_are_read_by_two_processes_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    prepare(make(tmp_path), ROOT)
    alone = (tmp_path / manifest.NAME).read_bytes()
    monkeypatch.setattr(forking, "may_fork", lambda: True)
    assert {pid for pid, _ in forking.in_two(seen_by, ["a", "b", "c"])} == {os.getpid()}
    monkeypatch.setattr(forking, "WORTH", 2)
    seen = forking.in_two(seen_by, ["a", "b", "c"])
    assert [name for _, name in seen] == ["a", "b", "c"]
    assert seen[0][0] == os.getpid() != seen[2][0]
    manifest.write(tmp_path)
    assert (tmp_path / manifest.NAME).read_bytes() == alone
    assert verify(tmp_path).whole


def test_every_kind_of_damage_is_named(tmp_path: Path):
    prepare(make(tmp_path), ROOT)
    (tmp_path / "index.html").write_text("lain", encoding="utf-8")
    (tmp_path / "kecil.txt").unlink()
    (tmp_path / "tambahan.html").write_text("x", encoding="utf-8")
    (tmp_path / "gambar.png").unlink()
    (tmp_path / "gambar.png").symlink_to("/etc/hostname")
    found = verify(tmp_path)
    assert (found.missing, found.changed, found.extra) == (
        ("kecil.txt",), ("gambar.png", "index.html"), ("tambahan.html",),
    )  # fmt: skip
    assert "  berubah: index.html" in str(found)
    assert not found.whole


def test_damage_is_named_in_alphabetical_order(tmp_path: Path):
    names = tuple(f"{letter}.txt" for letter in "abcdefgh")
    (tmp_path / "index.html").write_text("satu", encoding="utf-8")
    manifest.write(tmp_path)
    for name in names:
        (tmp_path / name).write_text("satu", encoding="utf-8")
    assert verify(tmp_path).extra == names
    manifest.write(tmp_path)
    for name in names:
        (tmp_path / name).write_text("dua", encoding="utf-8")
    assert verify(tmp_path).changed == names
    for name in names:
        (tmp_path / name).unlink()
    assert verify(tmp_path).missing == names


def test_of_much_damage_some_is_named_and_the_rest_counted():
    names = tuple(f"{number:02}.html" for number in range(21))
    said = str(Verdict(names, (), names[:20], 40)).splitlines()
    assert said[1] == "  hilang: 00.html"
    assert said[20:23] == ["  hilang: 19.html", "  hilang: … dan 1 lagi", "  tidak dikenal: 00.html"]
    assert said[42:] == []


def test_one_changed_byte_anywhere_shows(tmp_path: Path):
    prepare(make(tmp_path), ROOT)
    names = [name for name in tree(tmp_path) if name != manifest.NAME]
    assert len(names) > 8
    for name in names:
        content = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        assert verify(tmp_path).changed == (name,)
        (tmp_path / name).write_bytes(content)


@pytest.mark.parametrize("content", [None, b"", b"bukan daftar\n", b"\xff\xfe"])
def test_without_a_manifest_nothing_is_claimed(tmp_path: Path, content: bytes | None):
    make(tmp_path)
    if content is not None:
        (tmp_path / manifest.NAME).write_bytes(content)
    with pytest.raises(ManifestError, match=r"run\.py build"):
        verify(tmp_path)


def test_preparing_twice_changes_nothing(tmp_path: Path):
    prepare(make(tmp_path), ROOT)
    before = tree(tmp_path)
    prepare(tmp_path, ROOT)
    assert tree(tmp_path) == before


def test_the_bill_names_every_locked_package_once(tmp_path: Path):
    prepare(make(tmp_path), ROOT)
    found = json.loads((tmp_path / ".server" / "sbom.cdx.json").read_text(encoding="utf-8"))
    lock = (ROOT / bill.LOCK).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", lock, re.MULTILINE)
    assert len(pinned) > 30
    assert [(one["name"], one["version"]) for one in found["components"]] == pinned
    assert sum(len(one["properties"]) for one in found["components"]) == lock.count("--hash=sha256:")
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", found["serialNumber"])
    references = [one["bom-ref"] for one in found["components"]]
    assert len(set(references)) == len(references)
    assert "timestamp" not in found["metadata"]


def test_without_a_lock_file_there_is_no_bill(tmp_path: Path):
    prepare(make(tmp_path / "site"), tmp_path)
    assert not (tmp_path / "site" / ".server" / "sbom.cdx.json").exists()
    assert verify(tmp_path / "site").whole
