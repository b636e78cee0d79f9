"""A build with nothing to do is known before anything is read, and every change is noticed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import unchanged
from portal.unchanged import Watch


def watch(root: Path, *words: str) -> Watch:
    return Watch(root, [root / "data"], root / "site", words)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose last build is remembered."""
    for folder in ("data", "docs", "overrides", "site", "site/a"):
        (tmp_path / folder).mkdir()
    for name in ("data/a.yaml", "docs/a.md", "docs/b.md", "overrides/main.html", "site/a/index.html", "mkdocs.yml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        os.utime(tmp_path / name, (1, 1))
    watch(tmp_path).remember("2 inovasi", [])
    return tmp_path


def test_nothing_changed_is_known(root: Path):
    assert watch(root).said() == "2 inovasi"
    assert watch(root, "zensical").said() is None


def test_what_python_keeps_of_the_code_is_no_change(root: Path):
    (root / "overrides" / "__pycache__").mkdir()
    (root / "overrides" / "__pycache__" / "a.pyc").touch()
    assert watch(root).said() == "2 inovasi"


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda root: (root / "data" / "a.yaml").write_text("lain", encoding="utf-8"),
    "time": lambda root: os.utime(root / "data" / "a.yaml", (2, 2)),
    "new": lambda root: (root / "data" / "b.yaml").write_text("", encoding="utf-8"),
    "gone": lambda root: (root / "docs" / "b.md").unlink(),
    "theme": lambda root: (root / "overrides" / "main.html").write_text("lain", encoding="utf-8"),
    "settings": lambda root: (root / "mkdocs.yml").write_text("lain", encoding="utf-8"),
    "no settings": lambda root: (root / "mkdocs.yml").unlink(),
    "archive": lambda root: (root / "site.zip").write_text("", encoding="utf-8"),
    "packages": lambda root: (root / "requirements.lock").write_text("", encoding="utf-8"),
    "site": lambda root: (root / "site" / "a" / "index.html").unlink(),
    "whole site": lambda root: (root / "site").rename(root / "lama"),
    "memory": lambda root: (root / ".cache" / "terakhir.json").write_text("[1", encoding="utf-8"),
}


def test_what_a_page_tells_from_beside_the_code_is_an_input(root: Path, monkeypatch: pytest.MonkeyPatch):
    told = root / "CHANGELOG-DATA.md"
    monkeypatch.setattr(unchanged, "_HERE", root / "portal")
    watch(root).remember("2 inovasi", [])
    assert watch(root).said() == "2 inovasi"
    told.write_text("# Perubahan\n", encoding="utf-8")
    assert watch(root).said() is None


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(root: Path, change: str):
    CHANGES[change](root)
    assert watch(root).said() is None


def test_what_changes_during_a_build_is_not_taken_for_built(root: Path):
    for path, mine in (("data/a.yaml", []), ("docs/a.md", []), ("docs/a.md", ["a.md"])):
        running = watch(root)
        (root / path).write_text(f"baru {mine}", encoding="utf-8")
        running.remember("baru", mine)
        assert (watch(root).said() == "baru") is bool(mine)
