"""Pages that wait for their shapes, on the disk: all lists of a country take more memory than its records."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Final
from weakref import finalize

from portal.shells.filling import Cut

_HELD: Final = 2_000_000
"""Bytes that stay in memory."""


class Waiting:
    """Pages with their paths, in the order in which they came."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_HELD)  # noqa: SIM115 -- it is there as long as this
        finalize(self, self._file.close)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, path: str, made: Cut) -> None:
        """Have a page wait."""
        pickle.dump((path, made), self._file, pickle.HIGHEST_PROTOCOL)
        self._file.flush()  # a process that is doubled must not write what waits once more
        self._count += 1

    def end(self) -> Iterator[tuple[str, Cut]]:
        """Yield each page; then none waits any more."""
        self._file.seek(0)
        for _ in range(self._count):
            path, made = pickle.load(self._file)  # noqa: S301 -- nobody else knows the file
            yield path, made
        self._file.seek(0)
        self._file.truncate()  # the room goes back
        self._count = 0
