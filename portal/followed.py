"""What the two processes of a preview have in common: a portal as it was last read, and the folder of its site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from portal import folders
from portal.catalogue import Catalogue
from portal.engine import Engine, Job
from portal.folders import Content
from portal.generation import Workspace, read
from portal.loading import Reader
from portal.papers import press
from portal.papers.wanted import Papers
from portal.rendering import environment
from portal.shells.assembly import Assembly, Put
from portal.shells.store import Shapes, shapes


class OutOfDateError(Exception):
    """Something changed again while pages were being written."""


class Folder:
    """The site of a preview: files are written when their bytes change, and only by the newest build.

    Both processes write into it; each has its own object, made by giving one to the other process when it starts.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._newest: Synchronized[int] = get_context("spawn").Value("Q", 0)
        self._changed: set[str] = set()

    def begin(self) -> int:
        """Begin a build and return its number; older ones write nothing more."""
        with self._newest.get_lock():
            self._newest.value += 1
            return self._newest.value

    def is_newest(self, build: int) -> bool:
        """Tell whether no newer build has begun."""
        return self._newest.value == build

    def put(self, build: int, path: str, content: Content) -> None:
        """Write a file for a build. Raises `OutOfDateError` when a newer one has begun."""
        file = self.path / path
        with self._newest.get_lock():
            if not self.is_newest(build):
                raise OutOfDateError
            if not folders.holds(str(file), content):
                aside = f"{self.path}/.ditulis"  # a reader never gets half a page
                folders.put(aside, content)
                file.parent.mkdir(parents=True, exist_ok=True)
                folders.move(aside, str(file))
                self._changed.add("/" + path.removesuffix("index.html"))

    def changes(self) -> frozenset[str]:
        """Return the addresses of what this process changed since it was last asked."""
        changed, self._changed = frozenset(self._changed), set()
        return changed


@dataclass(frozen=True, slots=True)
class Portal:
    """Which portal a preview shows: plain values, so that another process can be told."""

    place: Workspace
    engine: Engine
    papers: Papers | None


class Followed:
    """A portal as it was last read without errors, and the shapes of its pages."""

    catalogue: Catalogue
    """Set by the first `read`."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._reader = Reader(portal.place.data, portal.place.root)
        self._is_other = True
        self._shapes: Shapes | None = None
        self._saved = 0

    def read(self, today: date, *, data_alone: bool) -> list[str] | None:
        """Read what changed; return the ids of the records whose pages may differ, nothing when all may.

        `data_alone` says that templates and the like are as they were. Raises `DataError`; then the portal stays the
        last one.
        """
        self._is_other |= not data_alone
        catalogue, _ = read(self._portal.place, today, self._portal.papers, self._reader)
        ids = None if self._is_other else touched(self.catalogue, catalogue)
        self.catalogue = catalogue
        if ids is None:
            environment.cache_clear()  # a template may have changed
            press.foundation.cache_clear()
            self._shapes = None
        self._is_other = False
        return ids

    def job(self) -> Job:
        """Return what the engine would build."""
        place = self._portal.place
        return Job(place.root, place.docs, self.catalogue.settings, self._portal.engine)

    def assembly(self, put: Put, known: Iterable[str] = ()) -> Assembly:
        """Begin a site (see `Assembly`), with the shapes that are known by now to either process."""
        if self._shapes is None or _time_of(self._shapes.file) != self._saved:
            self._shapes = shapes(self.job())
            self._saved = _time_of(self._shapes.file)
        return Assembly(self.job(), self._shapes, put, known=known)


def _time_of(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def touched(before: Catalogue, after: Catalogue) -> list[str] | None:
    """Return the ids of the records whose pages may differ between two catalogues; nothing when all may.

    A page of a record shows that record, those it is related to, and what all pages share.
    """
    if _shared(before) != _shared(after) or len(before.innovations) != len(after.innovations):
        return None
    # What was not read again is the very same object.
    pairs = [pair for pair in zip(before.innovations, after.innovations, strict=True) if pair[0] is not pair[1]]
    if any(old.id != new.id for old, new in pairs):
        return None
    changed = {new.id for old, new in pairs if old != new}
    if not changed:
        return []
    return [one.id for one in after.innovations if one.id in changed or not changed.isdisjoint(one.terkait)]


def _shared(catalogue: Catalogue) -> tuple[object, ...]:
    return (catalogue.contacts, catalogue.needs, catalogue.settings, catalogue.synonyms)
