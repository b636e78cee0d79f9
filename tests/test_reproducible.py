"""The same data gives the same bytes: in another folder, at another time, in another country, under another umask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from portal import manifest
from portal.engine import Engine
from tests.conftest import ROOT, copy_project, tree

BUILD = (
    "import os, sys; os.umask(int(sys.argv[1], 8))\n"
    "from pathlib import Path; from portal import commands, delivery, generation\n"
    "code = commands.main(['build', '--engine', sys.argv[2]])\n"
    "delivery.prepare(Path('site'), Path(sys.argv[3])); sys.exit(code)"
)
HERE = {"TZ": "Asia/Jakarta", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "COLUMNS": "80"}
ELSEWHERE = {"TZ": "America/Caracas", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4242", "COLUMNS": "203", "USER": "lain"}


def clock(moment: str) -> list[str]:
    """What runs a command at another time (Debian: faketime)."""
    program = shutil.which("faketime")
    if program is None and os.environ.get("CI"):
        pytest.fail("faketime is missing; .ci/run installs it")
    if program is None:
        pytest.skip("faketime is not installed (Debian: apt-get install faketime)")
    return [program, "-f", moment]


def build(project: Path, engine: Engine, umask: str, before: list[str], **variables: str) -> Path:
    copy_project(project)
    done = subprocess.run(
        [*before, sys.executable, "-c", BUILD, umask, engine.value, str(ROOT)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FAKETIME_DONT_FAKE_MONOTONIC": "1", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def differences(one: Path, other: Path) -> list[str]:
    first, second = tree(one), tree(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.mark.parametrize("engine", Engine)
def test_two_builds_far_apart_are_the_same_to_the_byte(tmp_path: Path, engine: Engine):
    one = build(tmp_path / "satu", engine, "0022", [], **HERE)
    other = build(tmp_path / "di tempat" / "lain" / "ü", engine, "0077", clock("@2026-12-31 23:59:58"), **ELSEWHERE)
    assert len(tree(one)) > 60
    assert differences(one, other) == []
    modes = [{path.relative_to(site): path.stat().st_mode for path in site.rglob("*")} for site in (one, other)]
    assert modes[0] == modes[1]
    assert manifest.verify(one).whole
    assert (one / manifest.NAME).read_bytes() == (other / manifest.NAME).read_bytes()


def test_a_given_build_time_changes_nothing(tmp_path: Path):
    """SOURCE_DATE_EPOCH (reproducible-builds.org) stands in for the clock, which nothing in a site tells."""
    one = build(tmp_path / "satu", Engine.MKDOCS, "0022", [], SOURCE_DATE_EPOCH="1796083200")
    other = build(tmp_path / "dua", Engine.MKDOCS, "0022", [])
    assert differences(one, other) == []
