"""Bytes that are put aside until they are wanted: what grows with the records need not be in memory meanwhile."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Final
from weakref import finalize

_HELD: Final = 1_000_000
"""Bytes that stay in memory; more go to the disk."""

Place = tuple[int, int]
"""Where a content stands: its first byte, and how many it has."""


class Spool:
    """A file without a name; it goes with this object, whatever happens."""

    def __init__(self, folder: Path | None) -> None:
        """Put aside below a folder, which need not exist; without one where the system keeps such files."""
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self._file = SpooledTemporaryFile(_HELD, dir=str(folder) if folder else None)  # noqa: SIM115 -- it is there as long as this
        finalize(self, self._file.close)

    def put(self, content: bytes) -> Place:
        """Put a content aside, and return where. Raises `OSError`."""
        self._file.seek(0, os.SEEK_END)
        at = self._file.tell()
        self._file.write(content)
        self._file.flush()  # a process that is doubled must not write what waits once more
        return at, len(content)

    def get(self, place: Place) -> bytes:
        """Return the content of a place."""
        at, size = place
        self._file.seek(at)
        return self._file.read(size)

    def clear(self) -> None:
        """Forget all contents, and give their room back."""
        self._file.seek(0)
        self._file.truncate()
