"""The code itself: linted, formatted, typed, and free of this or that machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal import outputs
from portal.catalogue import Catalogue
from tests.conftest import ROOT

CHECKS = {
    "lint": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy"],
}
VERBS = re.findall(r'\bverb\("(\w+)"', (ROOT / "portal" / "commands" / "__init__.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_is_clean(check: str):
    done = subprocess.run([sys.executable, "-m", *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def kept(pattern: str = "*") -> list[Path]:
    """The files of the repository, and those that would go into it."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_names_a_machine():
    files = kept()
    assert len(files) > 50
    machine = re.compile(rb"(?<![\w.])/(?:work|farm|root|home/[a-z]+)/")
    assert [path.name for path in files if machine.search(path.read_bytes()) and path.name != "test_code.py"] == []


def test_the_readme_names_every_command():
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(VERBS) > 10
    assert [verb for verb in VERBS if not re.search(rf"`(python3 run\.py )?{verb}\b[^`]*`", told)] == []


def test_messages_name_the_command_that_people_have():
    """`portal` is on nobody's path."""
    verbs = re.compile(rf"\bportal ({'|'.join(VERBS)})\b")
    read = ("README.md", "CONTRIBUTING.md", "THIRD-PARTY.md", "deploy/README.md")
    told = [name for name in read if verbs.search((ROOT / name).read_text(encoding="utf-8"))]
    for path in sorted((ROOT / "portal").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # A text that stands by itself is a docstring.
        alone = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in alone]
        told += [f"{path.name}:{node.lineno}" for node in texts if verbs.search(str(node.value))]
    assert told == []


def test_the_map_for_developers_names_every_module():
    told = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    modules = [path.name for path in (ROOT / "portal").glob("*.py") if not path.name.startswith("_")]
    folders = [f"{path.parent.name}/" for path in (ROOT / "portal").glob("*/__init__.py")]
    assert len(modules) > 40
    assert len(folders) > 6
    assert [name for name in (*modules, *folders) if f"`{name}`" not in told] == []


def test_no_generated_file_goes_into_the_repository(catalogue: Catalogue):
    paths = [f"docs/{page.path}" for page in outputs.everything(catalogue)]
    asked = ["git", "check-ignore", "--no-index", "--stdin"]
    done = subprocess.run(asked, cwd=ROOT, input="\n".join(paths), capture_output=True, text=True, check=False)
    assert set(paths) - set(done.stdout.splitlines()) == set(), "add them, or their folder, to .gitignore"


def test_a_page_by_hand_says_at_its_head_what_it_is_and_what_for():
    """What browsers, search engines and shared links show of it; the portal's own search leaves out a page without."""
    heads = {path.name: path.read_text(encoding="utf-8").partition("\n---\n")[0] for path in kept("docs/*.md")}
    assert len(heads) > 5
    said = re.compile(r"---\n(?=(.*\n)*title: .)(?=(.*\n)*description: .)")
    assert [name for name, head in heads.items() if not said.match(head)] == [], "begin with title and description"


def test_documents_name_files_that_are_there():
    files = kept()
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in files]
    written = {"README.md", "HACKING.md", "CONTRIBUTING.md"}
    texts = {path: path.read_text("utf-8") for path in files if path.name in written or path.parent.name == "decisions"}
    assert len(texts) > 10
    name = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|j2|sh|md|yaml|yml|lock|toml|cmd))`")
    told = {(path.name, found) for path, text in texts.items() for found in name.findall(text)}
    assert [(at, file) for at, file in told if not any(path.endswith(f"/{file}") for path in there)] == []
