"""Live preview: a saved change reaches the browser, broken data leaves the last good page, nothing loops."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PATIENCE = 60  # seconds until a wait is given up; nothing is judged by speed


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.1)
    pytest.fail(f"waited in vain: {what}")


@pytest.fixture(params=["mkdocs", "zensical"])
def preview(project: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str, Path]]:
    """A running preview: the project, its address, and the file of what the terminal shows."""
    port = str(free_port())
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "portal", "serve", "--engine", request.param, "--port", port],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        yield project, f"127.0.0.1:{port}", said
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)
    assert "Traceback" not in said.read_text(encoding="utf-8")


def page(address: str) -> str:
    with urllib.request.urlopen(f"http://{address}/inovasi/serasi/", timeout=5) as answer:
        return str(answer.read().decode())


def change(project: Path, old: str, new: str) -> None:
    data = project / "data" / "innovations.yaml"
    text = data.read_text(encoding="utf-8")
    assert old in text
    data.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_saving_reaches_the_browser_and_broken_data_does_not(preview: tuple[Path, str, Path]):
    project, address, said = preview
    wait_for(lambda: "<h1" in page(address), "the first page")

    change(project, 'nama: "Serasi"', 'nama: "Serasi Baru"')
    wait_for(lambda: ">Serasi Baru</h1>" in page(address), "the changed name")

    change(project, 'nama: "Serasi Baru"', 'nama: "Serasi Rusak')
    wait_for(lambda: "tanda kutip" in said.read_text(encoding="utf-8"), "the problem in the terminal")
    wait_for(lambda: "Data belum bisa dipakai" in page(address), "the problem on the page")
    assert ">Serasi Baru</h1>" in page(address)

    change(project, 'nama: "Serasi Rusak', 'nama: "Serasi Utuh"')
    wait_for(lambda: ">Serasi Utuh</h1>" in page(address), "the mended name")
    wait_for(lambda: "Data belum bisa dipakai" not in page(address), "the problem gone")

    quiet = said.read_text(encoding="utf-8")
    generated = {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")}
    time.sleep(3)
    assert said.read_text(encoding="utf-8") == quiet
    assert {path: path.stat().st_mtime_ns for path in (project / "docs").rglob("*.md")} == generated
