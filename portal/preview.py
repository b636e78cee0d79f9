"""Live preview: saving the data, a page or a template updates the browser; broken data leaves the last good pages.

The pages of changed records are written at once; lists, the search and papers by a process beside (`remainder`), which
begins again when something changes meanwhile.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Final, Protocol

from watchfiles import watch

from portal import engine as engines
from portal.calling import called
from portal.catalogue import Catalogue
from portal.engine import Engine
from portal.faults import FAULTS, said
from portal.files import files_of
from portal.followed import Folder, Followed, Portal
from portal.generation import DataError, Workspace
from portal.model import Innovation
from portal.outputs import innovations
from portal.outputs.page import Page
from portal.outputs.papers import Paper, papers_of
from portal.papers.wanted import Papers
from portal.problems import tell
from portal.remainder import Answer, Order, process
from portal.server import Server
from portal.writing import not_generated

_SETTINGS: Final = "mkdocs.yml"
TEMPLATES: Final = Path(__file__).parent / "templates"
_TOGETHER: Final = 10  # milliseconds without a change; a file that is half saved for longer is told, and read again
_AT_MOST: Final = 200  # milliseconds; while files keep changing, what changed until now is told


class PreviewError(Exception):
    """A preview cannot begin; `str` says why to staff."""


_RECORD: Final = re.compile("/inovasi/([^/]+)/")
"""The address of a record's page."""


class Helper(Protocol):
    """What takes orders for all that is built after the pages of changed records."""

    def send(self, order: Order, /) -> None:
        """Have the order carried out; it stands in for those before."""


@dataclass
class Preview:
    """A portal whose pages follow its data: those of changed records at once, all else by a helper."""

    followed: Followed
    folder: Folder
    server: Server
    helper: Helper
    say: Callable[[str], None]
    today: Callable[[], date]
    place: Callable[[], object]  # brings copies of hand-written pages up to date, for data from outside the project
    _ordered: tuple[int, Catalogue] | None = None  # with the number of the build
    _built: Catalogue | None = None  # of which all sheets are printed
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def update(self, *, data_alone: bool) -> None:
        """Bring the pages up to date after files changed and at the beginning, or show what is wrong.

        When nothing but data changed (`data_alone`), records that are as they were keep their pages.
        """
        with self._told(), self._busy:
            if not data_alone:
                self.place()
            touched = self.followed.read(self.today(), data_alone=data_alone)
            build = self.folder.begin()
            with suppress(*FAULTS):  # the helper meets them as well, unless they end when it has made the other pages
                self._put(build, touched or [])
            self.server.show("")
            self._order(build, data_alone=touched is not None)

    def make(self, address: str) -> None:
        """Put the page of a record that is asked for before the helper came to it, unless a shape is new."""
        with self._busy, suppress(KeyError, *FAULTS):
            if self._ordered and (hit := _RECORD.fullmatch(address)):
                build, catalogue = self._ordered
                [record] = catalogue.chosen([hit[1]])
                self.followed.assembly(partial(self.folder.put, build)).put(self._page(catalogue, record))

    def hear(self, answer: Answer) -> None:
        """Tell browsers and the terminal what the helper did."""
        if self._ordered and self._ordered[0] == answer.build and answer.last and not answer.fault:
            self._built = self._ordered[1]
        self._changed(answer.changed)
        if answer.said:
            self.say(answer.said)
        if answer.fault and self.folder.is_newest(answer.build):
            self.tell(answer.fault)

    def tell(self, problems: str) -> None:
        """Tell what is wrong on the terminal and on every page."""
        self.say(problems)
        self.server.show(problems)

    def _order(self, build: int, *, data_alone: bool) -> None:
        self._ordered = build, self.followed.catalogue
        self.helper.send(Order(build, self.today(), data_alone))

    def _put(self, build: int, touched: list[str]) -> None:
        """Put the pages of records."""
        if not touched:
            return
        assembly = self.followed.assembly(partial(self.folder.put, build))
        for record in self.followed.catalogue.chosen(touched):
            assembly.add(self._page(self.followed.catalogue, record))
        assembly.flush()
        self._changed(self.folder.changes())

    def _page(self, catalogue: Catalogue, record: Innovation) -> Page:
        return innovations.page(catalogue, record, self._papers_of(record))

    def _papers_of(self, record: Innovation) -> Sequence[Paper] | None:
        """Return the sheets of a record as they were printed last: a page need not wait for the press."""
        if self._built is None:
            return None
        try:
            return papers_of(self._built, *self._built.chosen([record.id]))
        except KeyError:
            return None

    def _changed(self, addresses: frozenset[str]) -> None:
        """Have browsers load again what they show of this, and all of it when a script or style is among it."""
        if addresses:
            self.server.changed(None if any(one.startswith("/aset/") for one in addresses) else addresses)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell on the terminal and on every page what goes wrong, until the next update goes well."""
        try:
            yield
        except DataError as error:
            self.tell(tell(error.problems))
        except FAULTS as error:
            self.tell(said(error))


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

    Pages come as soon as they are made. While data that are broken at the beginning are not mended, each page says what
    is wrong. Raises `PreviewError`.
    """
    portal = Portal(place(), engine, papers)
    root = portal.place.root
    news: SimpleQueue[set[Path]] = SimpleQueue()
    stop = threading.Event()
    with engines.workplace(root) as path, _server(at, path) as server:
        folder = Folder(path)
        with process(portal, folder) as helper:
            preview = Preview(Followed(portal), folder, server, helper, say, today, place)
            for watcher in (partial(_watch, portal.place), partial(_watch_settings, root)):
                threading.Thread(target=watcher, args=(news.put, stop), daemon=True).start()
            preview.update(data_alone=False)
            server.make = preview.make
            for work in (server.serve_forever, partial(_listen, helper, preview, stop)):
                threading.Thread(target=work, daemon=True).start()
            address = f"http://{at[0]}:{at[1]}/"
            say(f"Pratinjau: {address}  (tekan Ctrl+C untuk berhenti)")
            ready(address)
            try:
                while True:
                    changed = _all_of(news)
                    preview.update(data_alone=not any(_is_page(path, root) for path in changed))
            except KeyboardInterrupt:
                say("Pratinjau dihentikan.")
            finally:
                stop.set()
                server.shutdown()


def _server(at: tuple[str, int], folder: Path) -> Server:
    """Return the server of a folder. Raises `PreviewError` when it cannot have its place."""
    try:
        return Server(*at, folder)
    except (OSError, OverflowError) as error:
        raise PreviewError(
            f"Porta {at[1]} tidak bisa dipakai, mungkin karena pratinjau lain masih terbuka. "
            f"Tutup dulu, atau tambahkan: --port {at[1] + 1}"
        ) from error


def _all_of(news: SimpleQueue[set[Path]]) -> set[Path]:
    """Wait for news, and return all files that changed."""
    changed = news.get()
    while not news.empty():
        changed |= news.get()
    return changed


_ENDED: Final = f"Bagian yang membangun situs berhenti sendiri. Jalankan lagi: {called('serve')}"


def _listen(helper: Connection, preview: Preview, stop: threading.Event) -> None:
    """Hear the helper until it ends."""
    with suppress(EOFError, OSError):
        while True:
            preview.hear(helper.recv())
    if not stop.is_set():
        preview.tell(_ENDED)


def _is_page(path: Path, root: Path) -> bool:
    """Tell whether a file decides what pages look like, unlike data."""
    return any(path.is_relative_to(one) for one in (TEMPLATES, root / "overrides", root / "docs", root / _SETTINGS))


def _watch(place: Workspace, tell: Callable[[set[Path]], None], stop: threading.Event) -> None:
    """Tell of saved files; what the preview itself writes below `docs` does not count."""
    docs = place.root / "docs"
    # Beside one file with innovations lies what belongs to it, or else in the project.
    data = {place.data, *(path.parent for path in files_of(place.data, place.root).all)}
    watched = (*filter(Path.is_dir, data), TEMPLATES, docs, place.root / "overrides")
    for changed in _saved(*watched, stop=stop):
        pages = {path for path in changed if path.is_relative_to(docs)}
        if told := changed - pages | not_generated(docs, pages):
            tell(told)


def _watch_settings(root: Path, tell: Callable[[set[Path]], None], stop: threading.Event) -> None:
    """Tell when the engine's settings are saved: an editor may give their name to another file, so the folder tells."""
    for changed in _saved(root, stop=stop, recursive=False):
        if told := changed & {root / _SETTINGS}:
            tell(told)


def _saved(*places: Path, stop: threading.Event, recursive: bool = True) -> Iterator[set[Path]]:
    """Yield files in these folders that were saved together."""
    for events in watch(
        *places, debounce=_AT_MOST, step=_TOGETHER, stop_event=stop, raise_interrupt=False, recursive=recursive
    ):
        # An editor may write a hidden file, and give it the name of the real one when it is whole.
        yield {path for _, name in events if not (path := Path(name)).name.startswith(".")}
