"""Helpers end with the process that made them, however that ends, and one that is killed is told in words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from portal.forking import HelperError, helpers
from tests.conftest import ROOT, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process on this system")
PATIENCE: Final = 60

BUILDS: Final = """
import os, sys, time
from portal import outputs
from portal.commands import main

def slow(catalogue):
    print(os.getpid(), flush=True)
    time.sleep(600)
    yield

outputs.FILES = (slow,)  # the helper's
sys.exit(main(["build", "--no-papers"]))
"""
"""A build whose helper says who it is, and never comes to an end."""


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def gone(process: int) -> bool:
    end = time.monotonic() + PATIENCE
    while is_alive(process) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_alive(process)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL], ids=str)
def test_a_build_that_is_killed_leaves_neither_a_helper_nor_a_lock(project: Path, sign: signal.Signals):
    with subprocess.Popen(
        [sys.executable, "-c", BUILDS], cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    ) as building:
        assert building.stdout
        helper = int(building.stdout.readline())
        assert is_alive(helper)
        building.send_signal(sign)
        building.wait(PATIENCE)
        assert gone(helper)
    assert run(project, "build", "--no-papers").returncode == 0


def test_a_build_whose_helper_is_killed_says_so(project: Path):
    with subprocess.Popen(
        [sys.executable, "-c", BUILDS],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as building:
        assert building.stdout
        os.kill(int(building.stdout.readline()), signal.SIGKILL)
        _, said = building.communicate(timeout=PATIENCE)
    assert building.returncode == 1
    assert said == f"{HelperError()}\nSitus tidak jadi dibangun. Tidak ada yang ditulis.\n"
    assert not (project / "site").exists()


def end() -> None:
    os._exit(1)


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_a_helper_that_ends_by_itself_is_an_error_of_ours(way: str):
    with pytest.raises(HelperError), helpers(1, "spawn" if way == "spawn" else "fork") as pool:
        pool.submit(end).result()
