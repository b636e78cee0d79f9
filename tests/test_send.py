"""Publishing to a plain server: the script, with a stand-in for ssh that runs here what would run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import manifest, releases
from portal.alone import alone
from tests.conftest import ROOT
from tests.test_releases import make, shown

# `ssh portal@contoh COMMAND` and, as rsync asks, `ssh -l portal contoh COMMAND`.
SSH = """#!/bin/sh
if [ "$1" = -l ]; then who="$2@$3"; shift 3; set -- "$who" "$@"; fi
[ "$1" = portal@contoh ] || exit 9
shift
exec sh -c "$*"
"""
Send = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def send(tmp_path: Path) -> Send:
    """Run deploy/send.sh against a folder of this machine."""
    needed = ("bash", "rsync", "sha256sum", "flock")
    if missing := [name for name in needed if not shutil.which(name)]:
        if os.environ.get("CI"):
            pytest.fail(f"missing: {missing}; .ci/run installs them")
        pytest.skip(f"not installed: {missing}")
    ssh = tmp_path / "ssh"
    ssh.write_text(SSH, encoding="utf-8")
    ssh.chmod(0o755)

    def run(what: Path | str, place: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ROOT / "deploy" / "send.sh", str(what), f"portal@contoh:{place}"],
            env={**os.environ, "PORTAL_SSH": str(ssh), "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_a_site_arrives_whole_and_the_old_one_stays(send: Send, tmp_path: Path):
    place = tmp_path / "srv"
    first = send(make(tmp_path / "a", "satu"), place)
    assert (first.returncode, first.stderr) == (0, "")
    assert "Terbitan 0001 tampil." in first.stdout
    assert "systemctl reload nginx" in first.stdout
    second = send(make(tmp_path / "b", "dua"), place)
    assert (second.returncode, second.stdout) == (0, "Terbitan 0002 tampil.\n")
    assert shown(place) == "dua"
    assert releases.numbers(place) == (1, 2)
    assert [path.name for path in (place / "releases").iterdir() if path.name.startswith(".")] == []
    one, two = (place / "releases" / name / "aset" / "sama.css" for name in ("0001", "0002"))
    assert one.stat().st_ino == two.stat().st_ino, "what did not change keeps its place and time"


def test_the_way_back_is_the_one_of_portal_rollback(send: Send, tmp_path: Path):
    place = tmp_path / "srv"
    for text in ("satu", "dua"):
        send(make(tmp_path / "site", text), place)
    assert send("--rollback", place).stdout == "Terbitan 0001 tampil.\n"
    assert shown(place) == "satu"
    assert releases.rollback(place).number == 2
    assert releases.publish(make(tmp_path / "site", "tiga"), place).number == 3
    assert send("--rollback", place).returncode == 0
    assert shown(place) == "dua"


@pytest.mark.parametrize("previous", ["", "releases/0003"])
def test_where_the_link_does_not_tell_the_way_back_is_the_release_below(send: Send, tmp_path: Path, previous: str):
    """A publication that was killed between its two links leaves `previous` on what is shown."""
    place = tmp_path / "srv"
    for text in ("satu", "dua", "tiga"):
        send(make(tmp_path / "site", text), place)
    (place / "previous").unlink()
    if previous:
        (place / "previous").symlink_to(previous)
    assert send("--rollback", place).stdout == "Terbitan 0002 tampil.\n"


def test_without_a_way_back_it_says_so(send: Send, tmp_path: Path):
    place = tmp_path / "srv"
    send(make(tmp_path / "site", "satu"), place)
    done = send("--rollback", place)
    assert done.returncode != 0
    assert "Tidak ada terbitan sebelumnya." in done.stderr
    assert shown(place) == "satu"


def test_a_damaged_site_is_not_sent(send: Send, tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    send(site, place)
    (site / "index.html").write_text("setengah", encoding="utf-8")
    assert "Situs tidak utuh" in send(site, place).stderr
    (site / manifest.NAME).unlink()
    assert "bukan hasil python3 run.py build" in send(site, place).stderr
    assert releases.numbers(place) == (1,)


def test_what_is_damaged_on_the_way_is_not_shown(send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    send(site, place)
    (tmp_path / "bin").mkdir()
    spoiling = (
        f'"{shutil.which("rsync")}" "$@" || exit\nfor d in {place}/releases/.arriving-*; do echo x >"$d/y.html"; done\n'
    )
    (tmp_path / "bin" / "rsync").write_text(f"#!/bin/bash\n{spoiling}", encoding="utf-8")
    (tmp_path / "bin" / "rsync").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    done = send(make(tmp_path / "site", "dua"), place)
    assert done.returncode != 0
    assert "tidak sama dengan daftarnya" in done.stderr
    assert shown(place) == "satu"
    assert [path.name for path in (place / "releases").iterdir()] == ["0001"]


def test_who_comes_while_another_publishes_is_told(send: Send, tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    send(site, place)
    with alone(place):  # as `portal publish` holds it
        for what in (site, "--rollback"):
            done = send(what, place)
            assert done.returncode != 0
            assert f"Penerbitan lain sedang berjalan di {place}." in done.stderr
    assert [path.name for path in (place / "releases").iterdir()] == ["0001"]


def test_a_first_way_back_says_that_nothing_is_there(send: Send, tmp_path: Path):
    assert send("--rollback", tmp_path / "srv").stderr == f"Belum ada terbitan di {tmp_path / 'srv'}.\n"


def test_what_killed_senders_left_goes_after_a_day_and_what_still_arrives_stays(send: Send, tmp_path: Path):
    site, place = make(tmp_path / "site", "satu"), tmp_path / "srv"
    old, young = (place / "releases" / f".arriving-{name}" for name in ("lama", "baru"))
    for folder in (old, young):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("setengah", encoding="utf-8")
    yesterday = time.time() - 25 * 60 * 60
    os.utime(old, (yesterday, yesterday))
    releases.publish(site, place)
    assert young.is_dir()
    assert send(site, place).returncode == 0
    assert (old.exists(), young.exists()) == (False, True)


def test_old_releases_go(send: Send, tmp_path: Path):
    place = tmp_path / "srv"
    for number in range(1, 8):
        send(make(tmp_path / "site", str(number)), place)
    assert releases.numbers(place) == (3, 4, 5, 6, 7)


@pytest.mark.parametrize("place", ["/srv/portal; rm -rf x", "/srv/$(id)", "/srv/'a'", "relatif"])
def test_a_strange_folder_is_refused(send: Send, place: str):
    done = send("--rollback", Path(place))
    assert done.returncode == 1
    assert done.stdout == ""
