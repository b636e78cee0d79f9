"""A build with nothing to do ends at once: what it would read, and what it made, are as they were after the last one.

It looks at sizes and times of change, as `make` does, and imports nothing that takes time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from portal.folders import archive_of, replace

_HERE: Final = Path(__file__).parent
_TICK: Final = 20_000_000  # nanoseconds; file systems note times a little behind the clock


@dataclass(frozen=True)
class Watch:
    """What one build reads and makes: the project, places of data, the site, and the command's words with the day."""

    root: Path
    data: Sequence[Path]
    site: Path
    words: Sequence[object]
    begun: int = field(default_factory=lambda: time.time_ns() - _TICK)
    before: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "before", self._inputs())

    def said(self) -> str | None:
        """Return what the last build said when nothing changed since it, neither read nor made; else nothing."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            found = kept.get(self._all()) if isinstance(kept, dict) else None
        except (OSError, ValueError):
            return None
        return found if isinstance(found, str) else None

    def remember(self, text: str, written: Collection[str]) -> None:
        """Keep what a build said that wrote these paths below `docs/`, unless something changed while it ran."""
        docs = self.root / "docs"
        ours = {str(docs / path) for path in written} | {str(docs / ".dibuat.json")}
        if self._inputs() == self.before and not any(
            changed >= self.begun and path not in ours for path, _, changed in _facts(docs)
        ):
            replace(self._file, json.dumps({self._all(): text}).encode())

    @property
    def _file(self) -> Path:
        return self.root / ".cache" / "terakhir.json"

    def _inputs(self) -> str:
        """Return a digest of what a build reads and never writes."""
        root = self.root
        ours = (_HERE, _HERE.with_name("CHANGELOG-DATA.md"))
        return _digest(*ours, *self.data, root / "overrides", root / "mkdocs.yml", root / "requirements.lock")

    def _all(self) -> str:
        made = _digest(self.root / "docs", self.site, archive_of(self.site))
        return hashlib.sha256(repr([sys.version, *self.words, self.before, made]).encode()).hexdigest()


def _digest(*places: Path) -> str:
    digest = hashlib.sha256()
    for place in places:
        digest.update(repr(sorted(_facts(place))).encode())
    return digest.hexdigest()


def _facts(place: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of change of each file below a place, or of the place itself when it is a file."""
    waiting = [str(place)]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.extend([] if entry.name == "__pycache__" else [entry.path])
                    else:
                        facts = entry.stat(follow_symlinks=False)
                        yield entry.path, facts.st_size, facts.st_mtime_ns
        except NotADirectoryError:
            facts = Path(path).stat()
            yield path, facts.st_size, facts.st_mtime_ns
        except FileNotFoundError:
            yield path, -1, 0
