"""The lock files: every package pinned with hashes, for every system, and no registry named."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package in a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    pinned = [re.match(r"([a-z0-9.-]+)==([^ ;]+)", line) for line in lines]
    return {
        match[1]: (match[2], line.count("--hash=sha256:")) for match, line in zip(pinned, lines, strict=True) if match
    } | {line: ("", 0) for match, line in zip(pinned, lines, strict=True) if not match}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name: str):
    packages = locked(name)
    assert len(packages) > 20
    assert {package: found for package, found in packages.items() if not found[0] or not found[1]} == {}


@pytest.mark.parametrize("name", LOCKS)
def test_no_registry_is_named(name: str):
    assert re.findall(r"https?:|--index|--find-links|file:", (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [(LOCKS[0], RUNTIME), (LOCKS[1], [*RUNTIME, *PROJECT["dependency-groups"]["dev"]])],
    ids=LOCKS,
)
def test_the_lock_answers_the_project(name: str, wanted: list[str]):
    packages = locked(name)
    assert wanted
    for line in wanted:
        requirement = Requirement(line)
        version, _ = packages[requirement.name.lower().replace("_", "-")]
        assert requirement.specifier.contains(version), line


def test_both_locks_agree():
    runtime, development = (locked(name) for name in LOCKS)
    assert {package: found for package, found in runtime.items() if development.get(package) != found} == {}


def test_windows_and_macos_are_covered():
    text = (ROOT / LOCKS[0]).read_text(encoding="utf-8")
    assert re.search(r"^colorama==.*sys_platform == 'win32'|^colorama==", text, re.MULTILINE)
    assert locked(LOCKS[0])["pydantic-core"][1] > 20, "one hash for each system's wheel"
