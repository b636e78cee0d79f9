"""Locks that a killed process cannot leave behind: the system drops them with the process (flock).

A folder is its own lock, so nothing is left lying about. Windows cannot lock a folder: there every lock is granted.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


_YOUNG: Final = 60  # seconds; a file just made may not be locked yet


class BusyError(Exception):
    """Another process holds the lock of this folder."""


@contextmanager
def alone(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock of a folder or file that exists.

    Raises `BusyError` when another process has it and `wait` is not set.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise BusyError(folder) from error
    try:
        yield
    finally:
        os.close(handle)


def abandoned(folder: Path) -> bool:
    """Tell whether nobody holds the lock of a folder; never true where folders cannot be locked."""
    try:
        with alone(folder, wait=False):
            return fcntl is not None
    except (BusyError, OSError):
        return False


def rests(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield what killed runs left in a folder: what has this name, is held by nobody and was not made just now."""
    for path in folder.glob(pattern):
        with suppress(FileNotFoundError):  # another run removes what it does not need any more
            if time.time() - path.stat().st_mtime > _YOUNG and abandoned(path):
                yield path
