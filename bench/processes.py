"""Run a command and say what it took: wall time, processor time, and the most memory of it and its children at once."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

EVERY: Final = 0.02
"""Seconds between two looks at the memory; a peak between two looks is missed."""

SELDOM: Final = 0.25
"""Seconds between two looks at what is shared, and a look whenever more is resident by `STEP` than at the last: the
system must walk through all pages for that."""

STEP: Final = 1.05

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_PROC: Final = Path("/proc")


class FailedError(Exception):
    """A command failed or took too long; `str` says which and why, with the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What commands took: seconds by the clock, seconds of processors, and MiB of memory.

    `peak` is the most that a command and all its descendants hold at once, pages shared between them counted once.
    `largest` is the largest resident set of one process, looked at every 20 ms.
    """

    wall: float
    cpu: float
    peak: float
    largest: float


def run(commands: Sequence[Sequence[str]], folder: Path, extra: Mapping[str, str], limit: float) -> Taken:
    """Run commands one after the other in a folder. Raises `FailedError` after `limit` seconds of one of them."""
    taken = [_run(command, folder, extra, limit) for command in commands]
    return Taken(
        sum(one.wall for one in taken),
        sum(one.cpu for one in taken),
        max(one.peak for one in taken),
        max(one.largest for one in taken),
    )


def _run(command: Sequence[str], folder: Path, extra: Mapping[str, str], limit: float) -> Taken:
    with tempfile.TemporaryFile() as printed:
        begin = time.perf_counter()
        process = _start(command, folder, extra, printed)
        timer = threading.Timer(limit, _stop, [process])
        timer.start()
        memory = _Memory(process.pid)
        memory.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
        memory.join()
        if process.returncode:
            printed.seek(0)
            tail = printed.read().decode(errors="replace")[-600:].strip()
            why = f"more than {limit:.0f} s" if wall >= limit else f"exit {process.returncode}"
            raise FailedError(f"{why}: {' '.join(command)}\n{tail}")
    # Not the kernel's ru_maxrss: it counts the memory of the process that started the command, too.
    return Taken(wall, used.ru_utime + used.ru_stime, memory.peak / 2**20, memory.largest / 2**20)


def _start(
    command: Sequence[str], folder: Path, extra: Mapping[str, str], printed: IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own, so that all it starts can be stopped with it."""
    # Where Python may not keep what it compiled, every start compiles the project anew; nobody's machine is like that.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=folder,
        env={**kept, **extra},
        stdin=subprocess.DEVNULL,
        stdout=printed,
        stderr=printed,
        start_new_session=True,
    )


class _Memory(threading.Thread):
    """Looks at the memory of a process and its descendants until the process ends.

    `peak` and `largest` are in bytes.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.largest = 0

    def run(self) -> None:
        looked, held = 0.0, 0
        while any(now := [_resident(pid) for pid in _tree(self.pid)]):
            self.largest = max(self.largest, *now)
            if sum(now) > held * STEP or time.monotonic() > looked + SELDOM:
                self.peak = max(self.peak, sum(map(_share, _tree(self.pid))))
                looked, held = time.monotonic(), sum(now)
            time.sleep(EVERY)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in (_PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _tree(int(child))


def _resident(pid: int) -> int:
    """Return the resident set of a process in bytes: 0 when it is gone or only its exit code is left."""
    try:
        return int((_PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _share(pid: int) -> int:
    """Return the memory of a process in bytes, of shared pages its part: 0 when it is gone."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@contextmanager
def running(
    command: Sequence[str], folder: Path, extra: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server while a block runs; what it prints goes to `log`."""
    with log.open("wb") as printed:
        process = _start(command, folder, extra, printed)
        try:
            yield process
        finally:
            _stop(process)
            process.wait()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and its descendants: they have a session of their own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
