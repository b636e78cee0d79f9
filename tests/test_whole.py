"""Never half a site: killed at any moment, a full disk, a read-only place, two builds at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from portal.catalogue import Catalogue
from portal.generation import generate
from tests.conftest import ROOT, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")

# A process that replaces a site and dies at its n-th operation on files, for every n: Python announces each operation
# to audit hooks (PEP 578), so no moment is left to chance. The process that forks has no threads of its own.
DIE = """
import os, shutil, signal, sys
from pathlib import Path
from portal import delivery, manifest, publishing, releases

work, kind = Path(sys.argv[1]), sys.argv[2]
COUNTED = ("open", "os.", "shutil.", "tempfile.", "ctypes.", "pathlib.")

def make(folder, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "inovasi").mkdir(exist_ok=True)
    (folder / "index.html").write_text(f"<p>{text}</p>\\n" * 20)
    (folder / "inovasi" / "index.html").write_text(f"<h1>{text}</h1>\\n" * 20)
    (folder / f"hanya-{text}.txt").write_text(text)
    delivery.prepare(folder, work)

def replace():
    with publishing.replacement(work / "site") as fresh:
        make(fresh, "baru")

def replace_in_two_steps():
    publishing._exchange = lambda *_: False
    replace()

def publish():
    releases.publish(work / "baru", work / "srv")

def go_back():
    releases.rollback(work / "srv")

RUN = {"replace": replace, "two-steps": replace_in_two_steps, "publish": publish, "rollback": go_back}[kind]
SITE = work / ("site" if kind in ("replace", "two-steps") else "srv/current")

def prepare():
    for name in os.listdir(work):
        if name not in ("lama", "baru"):
            shutil.rmtree(work / name)
    if kind in ("replace", "two-steps"):
        shutil.copytree(work / "lama", work / "site")
    else:
        releases.publish(work / "lama", work / "srv")
        if kind == "rollback":
            releases.publish(work / "baru", work / "srv")

def child(moment):
    seen = 0
    def watch(event, _):
        nonlocal seen
        if event.startswith(COUNTED):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    pid = os.fork()
    if pid == 0:
        if moment:
            sys.addaudithook(watch)
        try:
            RUN()
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

def shown():
    if not SITE.exists():
        return "tidak ada"
    if not manifest.verify(SITE).whole:
        return "setengah"
    return "baru" if (SITE / "hanya-baru.txt").exists() else "lama"

make(work / "lama", "lama"); make(work / "baru", "baru")
moment = killed = 0
while True:
    moment += 1
    prepare()
    code = child(moment)
    found = shown()
    again = child(0)
    rests = [name for name in os.listdir(work) if name.startswith(".")]
    if (work / "srv").exists():
        rests += [name for name in os.listdir(work / "srv" / "releases") if name.startswith(".")]
    print(moment, code, found, again, shown(), len(rests))
    if code == 0:
        break
"""


@pytest.mark.parametrize("kind", ["replace", "two-steps", "publish", "rollback"])
def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new_site(tmp_path: Path, kind: str):
    done = subprocess.run(
        [sys.executable, "-c", DIE, str(tmp_path), kind],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    moments = [line.split(" ") for line in done.stdout.replace("tidak ada", "tidak-ada").splitlines()]
    killed = [found for _, code, found, *_ in moments if code == "-9"]
    assert len(killed) == len(moments) - 1 > 15
    allowed = {"lama", "baru"} | ({"tidak-ada"} if kind == "two-steps" else set())
    assert set(killed) <= allowed
    assert moments[-1][1] == "0"
    # Whatever was left behind, the next run ends well and clears it away.
    assert {again for _, _, _, again, *_ in moments} == {"0"}
    assert {after for *_, after, _ in moments} <= ({"baru"} if kind != "rollback" else {"lama", "baru"})
    assert {rests for *_, rests in moments} == {"0"}
    if kind == "two-steps":  # without a swap there is a moment without a site; the next run finds the old one again
        assert killed.count("tidak-ada") <= 2


def old_site(folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    (folder / "index.html").write_text("lama", encoding="utf-8")
    return tree(folder)


def mounted(place: Path, *options: str) -> bool:
    """Mount a small memory file system where we may."""
    if not shutil.which("mount"):
        return False
    done = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", place], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder that a test may mount something on."""
    folder = tmp_path / "tempat"
    folder.mkdir()
    yield folder
    if folder.is_mount():
        subprocess.run(["umount", folder], check=True)


# Where nothing may be mounted: the disk is full after a few files of the finished site.
FULL = """
import errno, shutil, sys
move, moved = shutil.move, []
def full(source, target):
    moved.append(source)
    if len(moved) > 5:
        raise OSError(errno.ENOSPC, "No space left on device")
    return move(source, target)
shutil.move = full
from portal.commands import main
sys.exit(main(["build", "--site-dir", sys.argv[1]]))
"""


def nobody(project: Path) -> list[str]:
    """Let someone without rights build here, since the superuser may write everywhere; return who that is."""
    if os.geteuid():
        return []
    for path in (project, *project.rglob("*")):
        path.chmod(path.stat().st_mode | 0o777)
    for path in project.parents:
        if path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    return ["setpriv", "--reuid=65534", "--clear-groups"]


def build(project: Path, site: Path, before: Sequence[str] = (), code: str = "") -> subprocess.CompletedProcess[str]:
    program = ["-c", code, str(site)] if code else ["-m", "portal", "build", "--site-dir", str(site)]
    return subprocess.run(
        [*before, sys.executable, *program],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_disk_that_fills_up_leaves_the_old_site(project: Path, real: Catalogue, place: Path):
    generate(real, project / "docs")
    code = "" if mounted(place, "-o", "size=256k") else FULL
    before = old_site(place / "site")
    done = build(project, place / "site", code=code)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Situs yang lama tidak berubah." in done.stderr
    assert tree(place / "site") == before
    assert [path.name for path in place.iterdir()] == ["site"], "what was half written is removed"


def test_a_read_only_place_leaves_the_old_site(project: Path, real: Catalogue, place: Path):
    generate(real, project / "docs")
    if mounted(place, "-o", "size=1m"):
        before = old_site(place / "site")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        as_nobody = []
    else:
        before = old_site(place / "site")
        place.chmod(0o555)
        as_nobody = nobody(project)
    done = build(project, place / "site", as_nobody)
    assert done.returncode == 1
    assert "Tidak bisa menulis ke" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(place / "site") == before


def test_two_builds_at_once_leave_one_whole_site_and_no_rest(project: Path, real: Catalogue):
    generate(real, project / "docs")
    assert build(project, project / "contoh").returncode == 0
    before = {path.name for path in project.iterdir()}
    command = [sys.executable, "-m", "portal", "build"]
    both = [
        subprocess.Popen(command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert tree(project / "site") == tree(project / "contoh")
    assert {path.name for path in project.iterdir()} == before | {"site"}
