"""Pages that wait for their shapes, on the disk: all lists of a country take more memory than its records."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

from portal.shells.filling import Cut
from portal.spool import Place, Spool


class Waiting:
    """Pages with their paths, in the order in which they came."""

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder)
        self._places: list[Place] = []

    def __len__(self) -> int:
        return len(self._places)

    def add(self, path: str, made: Cut) -> None:
        """Have a page wait."""
        self._places.append(self._spool.put(pickle.dumps((path, made), pickle.HIGHEST_PROTOCOL)))

    def end(self) -> Iterator[tuple[str, Cut]]:
        """Yield each page; then none waits any more."""
        for place in self._places:
            path, made = pickle.loads(self._spool.get(place))  # noqa: S301 -- nobody else knows the file
            yield path, made
        self._places.clear()
        self._spool.clear()
