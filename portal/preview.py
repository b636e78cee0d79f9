"""Live preview: saving the data, a page or a template updates the browser; broken data leaves the last good pages.

One process keeps the data and the shapes of pages. The pages of changed records are written first; lists, the search
and papers after them, and a further change makes it begin again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from watchfiles import watch

from portal import engine as engines
from portal import outputs
from portal.catalogue import Catalogue
from portal.engine import Engine, EngineError, Job
from portal.generation import DataError, Workspace, read
from portal.headers import InlineError
from portal.loading import Reader
from portal.model import Innovation
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.papers.press import PaperError
from portal.papers.wanted import Papers
from portal.problems import tell
from portal.rendering import environment
from portal.server import Server
from portal.shells.assembly import Assembly
from portal.shells.store import shapes
from portal.writing import HandWrittenError, RemovalError, is_handwritten, write

TEMPLATES: Final = Path(__file__).parent / "templates"
_TOGETHER: Final = 20  # milliseconds; an editor saves in more than one step
_AT_MOST: Final = 200  # milliseconds; while files keep changing, what changed until now is told
_FAULTS: Final = (HandWrittenError, RemovalError, PaperError, EngineError, InlineError, OSError)


class OutOfDateError(Exception):
    """Something changed again while pages were being written."""


class Folder:
    """The site of a preview: files are written when their bytes change, and only by the newest build."""

    def __init__(self, path: Path, server: Server) -> None:
        self._path = path
        self._server = server
        self._lock = threading.Lock()
        self._newest = 0
        self._changed: set[str] = set()

    def begin(self) -> int:
        """Begin a build and return its number; older ones write nothing more."""
        with self._lock:
            self._newest += 1
            return self._newest

    def check(self, build: int) -> None:
        """Raise `OutOfDateError` when a newer build has begun."""
        if build < self._newest:
            raise OutOfDateError

    @contextmanager
    def newest(self, build: int) -> Iterator[None]:
        """Keep newer builds from beginning. Raises `OutOfDateError` when one has begun already."""
        with self._lock:
            self.check(build)
            yield

    def put(self, build: int, path: str, content: bytes) -> None:
        """Write a file for a build. Raises `OutOfDateError`."""
        file = self._path / path
        with self.newest(build):
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                self._changed.add("/" + path.removesuffix("index.html"))

    def tell(self) -> None:
        """Have browsers load what changed again: the page they show, or any page when a script or style did."""
        with self._lock:
            changed, self._changed = frozenset(self._changed), set()
        if changed:
            self._server.changed(None if any(address.startswith("/aset/") for address in changed) else changed)


@dataclass
class Preview:
    """A portal whose pages follow its data.

    The pages of changed records are written at once; all else by a thread, which gives up when something changes again.
    """

    place: Callable[[], Workspace]
    engine: Engine
    papers: Papers | None
    server: Server
    say: Callable[[str], None]
    today: Callable[[], date]
    folder: Folder
    _owed: set[str] = field(default_factory=set)  # records whose pages in `docs/` are behind
    _all_owed: bool = True
    _rest: threading.Thread | None = None

    def start(self) -> None:
        """Build everything once. Raises as `building.make` does."""
        self._place = self.place()
        self._reader = Reader(self._place.data, self._place.root)
        self._catalogue, _ = read(self._place, self.today(), self.papers, self._reader)
        self._shapes = shapes(self._job())
        self._build_rest(self.folder.begin())

    def update(self, *, data_alone: bool) -> None:
        """Bring the pages up to date after files changed, or show what is wrong.

        When nothing but data changed (`data_alone`), records that are as they were keep their pages.
        """
        with self._told():
            if not data_alone:
                self._place = self.place()
            catalogue, _ = read(self._place, self.today(), self.papers, self._reader)
            touched = self._touched(catalogue)
            self._catalogue = catalogue
            if not data_alone or touched is None:
                environment.cache_clear()  # a template may have changed
                self._shapes = shapes(self._job())
                self._all_owed = True
            build = self.folder.begin()
            self._owed.update(one.id for one in touched or ())
            if not self._all_owed:
                self._put_first(build)
            self.server.show("")
            before = self._rest
            self._rest = threading.Thread(target=self._build_after, args=(build, before), daemon=True)
            self._rest.start()

    def finish(self) -> None:
        """Wait until everything is written."""
        if self._rest:
            self._rest.join()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell on the terminal and on every page what goes wrong, until the next update goes well."""
        try:
            yield
        except OutOfDateError:
            return
        except DataError as error:
            self._tell(tell(error.problems))
        except _FAULTS as error:
            self._tell(str(error))

    def _tell(self, problems: str) -> None:
        self.say(problems)
        self.server.show(problems)

    def _job(self) -> Job:
        return Job(self._place.root, self._place.docs, self._catalogue.settings, self.engine)

    def _touched(self, catalogue: Catalogue) -> list[Innovation] | None:
        """Return the records whose pages may differ from those of the last catalogue; nothing when all may."""
        before = self._catalogue
        if _frame(before) != _frame(catalogue):
            return None
        both = zip(before.innovations, catalogue.innovations, strict=True)
        changed = {new.id for old, new in both if old is not new and old != new}
        return [one for one in catalogue.innovations if one.id in changed or not changed.isdisjoint(one.terkait)]

    def _put_first(self, build: int) -> None:
        assembly = Assembly(self._job(), self._shapes, partial(self.folder.put, build))
        for record in self._catalogue.chosen(sorted(self._owed)):
            assembly.add(innovations.page(self._catalogue, record))
        assembly.flush()
        self.folder.tell()

    def _build_after(self, build: int, before: threading.Thread | None) -> None:
        """Build what a reader does not see at once, when the build before has given up."""
        if before:
            before.join()
        with self._told():
            self._build_rest(build)

    def _build_rest(self, build: int) -> None:
        """Bring `docs/` and all pages up to date."""
        self.folder.check(build)
        catalogue, job = self._catalogue, self._job()
        paths = {innovations.path(one) for one in catalogue.innovations}
        owed = catalogue.innovations if self._all_owed else catalogue.chosen(sorted(self._owed))
        stay = set() if self._all_owed else paths - {innovations.path(one) for one in owed}
        assembly = Assembly(job, self._shapes, partial(self.folder.put, build), known=stay)

        def pages() -> Iterator[Page]:
            for page in chain(outputs.shared(catalogue), (innovations.page(catalogue, one) for one in owed)):
                self.folder.check(build)
                assembly.add(page)
                yield page

        changes = write(pages(), job.docs, stay)
        assembly.settle()
        with self.folder.newest(build):
            self._owed, self._all_owed = set(), False
        self.folder.tell()
        if changes.written or changes.removed:
            self.say(f"{len(changes.written)} berkas diperbarui, {len(changes.removed)} dihapus.")


def _frame(catalogue: Catalogue) -> tuple[object, ...]:
    """Return what every page of a record may show besides its own record and those it is related to."""
    ids = [one.id for one in catalogue.innovations]
    return (ids, catalogue.contacts, catalogue.needs, catalogue.settings, catalogue.synonyms)


def serve(
    place: Callable[[], Workspace],
    engine: Engine,
    papers: Papers | None,
    at: tuple[str, int],
    say: Callable[[str], None],
    today: Callable[[], date],
    ready: Callable[[str], object],
) -> None:
    """Serve the portal at a host and port until the person stops it; `ready` takes the address of the first page.

    The first reading must succeed. Raises as `building.make` does, and `OSError` when the port is taken.
    """
    root = place().root
    news: SimpleQueue[set[Path]] = SimpleQueue()
    stop = threading.Event()
    with engines.workplace(root) as folder, Server(*at, folder) as server:
        preview = Preview(place, engine, papers, server, say, today, Folder(folder, server))
        preview.start()
        threads = [
            threading.Thread(target=server.serve_forever, daemon=True),
            threading.Thread(target=_watch, args=(place(), news.put, stop), daemon=True),
        ]
        for thread in threads:
            thread.start()
        address = f"http://{at[0]}:{at[1]}/"
        say(f"Pratinjau: {address}  (tekan Ctrl+C untuk berhenti)")
        ready(address)
        try:
            while True:
                changed = news.get()
                while not news.empty():
                    changed |= news.get()
                preview.update(data_alone=not any(_is_page(path, root) for path in changed))
        except KeyboardInterrupt:
            say("Pratinjau dihentikan.")
        finally:
            stop.set()
            server.shutdown()


def _is_page(path: Path, root: Path) -> bool:
    """Tell whether a file decides what pages look like, unlike data."""
    return any(path.is_relative_to(one) for one in (TEMPLATES, root / "overrides", root / "docs", root / "mkdocs.yml"))


def _watch(place: Workspace, tell: Callable[[set[Path]], None], stop: threading.Event) -> None:
    """Tell of saved files; what the preview itself writes below `docs` does not count."""
    docs = place.root / "docs"
    data = place.data if place.data.is_dir() else place.data.parent
    for events in watch(
        data, TEMPLATES, docs, place.root / "overrides", place.root / "mkdocs.yml",
        debounce=_AT_MOST, step=_TOGETHER, stop_event=stop, raise_interrupt=False,
    ):  # fmt: skip
        changed = {Path(name) for _, name in events}
        if told := {path for path in changed if not path.is_relative_to(docs) or is_handwritten(docs, path)}:
            tell(told)
