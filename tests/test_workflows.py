"""The workflows: pinned, without rights they do not need, and never a secret for a pull request from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def triggers(workflow: dict[Any, Any]) -> set[str]:
    return set(workflow[True])  # YAML 1.1 reads the key `on` as true


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_the_workflows_are_there():
    assert [path.stem for path in WORKFLOWS] == ["periksa", "rantai-pasok", "terbitkan-pages", "terbitkan-server"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside(path: Path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    pinned = re.compile(r"^\s*(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
    assert [line for line in lines if not pinned.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_unless_a_job_says_why(path: Path):
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    more = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert more in ({}, {"terbitkan": {"pages": "write", "id-token": "write"}})
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_pull_request_from_outside_sees_no_secret(path: Path):
    workflow, text = read(path), path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in triggers(workflow)
    if "pull_request" in triggers(workflow):
        assert "secrets" not in text
        assert "environment" not in text
    checkouts = [step for step in steps(workflow) if "checkout" in step.get("uses", "")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_from_outside_becomes_part_of_a_command(path: Path):
    commands = [step["run"] for step in steps(read(path)) if "run" in step]
    assert [command for command in commands if "${{" in command] == []


def test_a_pull_request_gets_annotations_a_preview_and_all_tests():
    workflow = read(ROOT / ".github" / "workflows" / "periksa.yml")
    assert "pull_request" in triggers(workflow)
    said = [step.get("run", step.get("uses", "")) for step in steps(workflow)]
    assert "python3 run.py check --format github" in said
    assert ".ci/run" in said
    assert any(one.startswith("actions/upload-artifact@") for one in said)


def test_every_command_of_a_workflow_exists():
    verbs = (ROOT / "portal" / "commands" / "__init__.py").read_text(encoding="utf-8")
    used = {
        verb
        for path in WORKFLOWS
        for step in steps(read(path))
        for verb in re.findall(r"run\.py (\w+)", step.get("run", ""))
    }
    assert used == {"build", "check", "verify"}
    assert [verb for verb in used if f'verb("{verb}"' not in verbs] == []
    scripts = {name for path in WORKFLOWS for name in re.findall(r"deploy/[\w.]+", str(read(path)["jobs"]))}
    assert scripts == {"deploy/send.sh"}
    assert (ROOT / "deploy" / "send.sh").stat().st_mode & 0o111
