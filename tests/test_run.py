"""The one command that sets everything up: only what is missing, and again where a folder or a Python is another."""

from __future__ import annotations

import runpy
import shutil
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Prepare = Callable[[Path], list[str]]
LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture
def prepare(monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """Set up a folder with the lock files, and return what was done."""
    program = runpy.run_path(str(ROOT / "run.py"))
    own = program["prepare"].__globals__
    done: list[str] = []

    def create(folder: Path, **_: bool) -> None:
        folder.mkdir(exist_ok=True)
        done.append("venv")

    monkeypatch.setattr(venv, "create", create)
    monkeypatch.setitem(own, "pip", lambda *words: done.append(words[-1].removeprefix(str(own["HOME"]))))

    def prepare(folder: Path) -> list[str]:
        done.clear()
        for name, place in (("HOME", folder), ("VENV", folder / ".venv"), ("STAMP", folder / ".venv/installed.txt")):
            monkeypatch.setitem(own, name, place)
        program["prepare"](["requirements.lock"])
        return list(done)

    return prepare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "portal"
    made.mkdir()
    for name in LOCKS:
        (made / name).write_text(name, encoding="utf-8")
    return made


ALL = ["venv", "/requirements.lock", ""]


def test_what_is_there_is_not_installed_again(folder: Path, prepare: Prepare):
    assert prepare(folder) == ALL
    assert prepare(folder) == []


def test_another_lock_is_installed_anew(folder: Path, prepare: Prepare):
    prepare(folder)
    (folder / LOCKS[0]).write_text("lain", encoding="utf-8")
    assert prepare(folder) == ALL


def test_a_copy_of_the_folder_gets_an_environment_of_its_own(folder: Path, prepare: Prepare, tmp_path: Path):
    """What was installed names the first folder: the copy would run the programs of that one."""
    prepare(folder)
    shutil.copytree(folder, tmp_path / "salinan")
    assert prepare(tmp_path / "salinan") == ALL


def test_another_python_gets_an_environment_of_its_own(folder: Path, prepare: Prepare, monkeypatch: pytest.MonkeyPatch):
    prepare(folder)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert prepare(folder) == ALL
