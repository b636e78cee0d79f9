"""Live preview: saving the data, a page or a template updates the browser; broken data leaves the last good pages.

One process keeps the data and the shapes of pages. The pages of changed records are written first; lists, the search
and papers after them, and a further change makes it begin again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from watchfiles import watch

from portal import engine as engines
from portal.catalogue import Catalogue
from portal.engine import Engine, EngineError, Job
from portal.generation import DataError, Workspace, generate, read
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
from portal.shells.store import Shapes, shapes
from portal.writing import HandWrittenError, RemovalError, is_handwritten

TEMPLATES: Final = Path(__file__).parent / "templates"
_TOGETHER: Final = 20  # milliseconds; an editor saves in more than one step
_FAULTS: Final = (HandWrittenError, RemovalError, PaperError, EngineError, InlineError)


class _OutOfDateError(Exception):
    """Something changed again while pages were being written."""


@dataclass
class Preview:
    """A portal whose pages in `folder` follow its data.

    `waiting` tells whether something changed again; then writing what no reader sees at once is put off.
    """

    place: Callable[[], Workspace]
    engine: Engine
    papers: Papers | None
    folder: Path
    server: Server
    say: Callable[[str], None]
    today: Callable[[], date]
    waiting: Callable[[], bool] = lambda: False
    _reader: Reader = field(init=False)
    _catalogue: Catalogue | None = None
    _shapes: Shapes | None = None
    _put_now: set[str] = field(default_factory=set)
    _changed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        place = self.place()
        self._reader = Reader(place.data, place.root)

    def start(self) -> None:
        """Build everything once. Raises as `building.make` does."""
        catalogue, _ = read(self.place(), self.today(), self.papers, self._reader)
        self._build(catalogue, None)

    def update(self, *, data_alone: bool) -> None:
        """Bring the pages up to date after files changed, or show what is wrong.

        When nothing but data changed (`data_alone`), records that are as they were keep their pages.
        """
        try:
            catalogue, _ = read(self.place(), self.today(), self.papers, self._reader)
            self._build(catalogue, self._touched(catalogue) if data_alone else None)
        except _OutOfDateError:
            return
        except DataError as error:
            self._wrong(tell(error.problems))
        except _FAULTS as error:
            self._wrong(str(error))
        else:
            self.server.show("")

    def _wrong(self, problems: str) -> None:
        self.say(problems)
        self.server.show(problems)

    def _touched(self, catalogue: Catalogue) -> list[Innovation] | None:
        """Return the records whose pages may differ from those of the last catalogue; nothing when all may."""
        before = self._catalogue
        if before is None or _frame(before) != _frame(catalogue):
            return None
        both = zip(before.innovations, catalogue.innovations, strict=True)
        changed = {new.id for old, new in both if old is not new and old != new}
        return [one for one in catalogue.innovations if one.id in changed or not changed.isdisjoint(one.terkait)]

    def _build(self, catalogue: Catalogue, records: list[Innovation] | None) -> None:
        """Bring all pages up to date; those of `records`, where they are known to be the only ones, before all else."""
        place = self.place()
        job = Job(place.root, place.docs, catalogue.settings, self.engine)
        if records is None or self._shapes is None:
            environment.cache_clear()  # a template may have changed
            self._shapes = shapes(job)
            self._put_now.clear()
        else:
            first = Assembly(job, self._shapes, self._put)
            for record in records:
                first.add(innovations.page(catalogue, record))
            first.flush()
            self._tell()
        assembly = Assembly(job, self._shapes, self._put)
        changed = catalogue.innovations if records is None else records
        stay = set(map(innovations.path, catalogue.innovations)) - set(map(innovations.path, changed))
        of_records = (innovations.page(catalogue, record) for record in changed)
        changes = generate(catalogue, place.docs, self._unless_waiting(assembly.add), of_records, stay)
        assembly.settle()
        self._catalogue = catalogue
        if records is None:
            self._remove_rest()
        self._tell()
        if changes.written or changes.removed:
            self.say(f"{len(changes.written)} berkas diperbarui, {len(changes.removed)} dihapus.")

    def _unless_waiting(self, add: Callable[[Page], None]) -> Callable[[Page], None]:
        def see(page: Page) -> None:
            if self.waiting():
                raise _OutOfDateError
            add(page)

        return see

    def _put(self, path: str, content: bytes) -> None:
        """Write a file of the site when its bytes changed."""
        self._put_now.add(path)
        file = self.folder / path
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            self._changed.add("/" + path.removesuffix("index.html"))

    def _remove_rest(self) -> None:
        for file in list(self.folder.rglob("*")):
            if file.is_file() and file.relative_to(self.folder).as_posix() not in self._put_now:
                file.unlink()

    def _tell(self) -> None:
        """Have browsers load what changed again: the page they show, or any page when a script or style did."""
        if self._changed:
            shared = any(address.startswith("/aset/") for address in self._changed)
            self.server.changed(None if shared else frozenset(self._changed))
            self._changed.clear()


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
        preview = Preview(place, engine, papers, folder, server, say, today, lambda: not news.empty())
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
        debounce=_TOGETHER * 10, step=_TOGETHER, stop_event=stop, raise_interrupt=False,
    ):  # fmt: skip
        changed = {Path(name) for _, name in events}
        if told := {path for path in changed if not path.is_relative_to(docs) or is_handwritten(docs, path)}:
            tell(told)
