"""A site put together from pieces: pages are filled as they come, the engine is asked for new shapes in few rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from portal import engine as engines
from portal import folders
from portal.engine import Begun, EngineError, Job
from portal.finishing import clean, html_path
from portal.folders import Content
from portal.handwritten import text_of
from portal.headers import Inline, inline
from portal.inner_links import check, menu, targets
from portal.outputs.page import Page
from portal.shells import casting
from portal.shells.casting import CastError, Wanted
from portal.shells.filling import Cut, Filler, cut
from portal.shells.store import Shapes
from portal.shells.table import Whole
from portal.shells.waiting import Waiting
from portal.writing import handwritten

_WAITING: Final = 2000  # pages of records that may wait for their shapes before the engine is asked again
_LOST: Final = "404.html"

SAMPLE: Final = 200
"""So many pages of records have nearly all shapes; they are added before the engine is asked."""

Put = Callable[[str, Content], None]


class Assembly:
    """A site under construction: `put` takes each file, its path in the site with forward slashes and its bytes."""

    def __init__(
        self,
        job: Job,
        shapes: Shapes,
        put: Put,
        named: Callable[[str], str] | None = None,
        known: Iterable[str] = (),
        begun: Begun | None = None,
    ) -> None:
        """Begin with known shapes, which grow.

        `named` gives the files that HTML refers to their names, where they get other ones; `known` are generated files
        that will not be added, since they are as they were. The engine that has `begun` is the first to be asked.
        """
        self._job = job
        self._shapes = shapes
        self._table = shapes.table
        self._put = put
        self._renames = named is not None
        self._name = named or str
        self._filler = Filler(self._table, self._name)
        self._wanted = Wanted()
        self.aside: Final = job.root / ".cache"  # on the disk, which the system's folder for such things need not be
        self._waiting = Waiting(self.aside)
        self._later: list[tuple[str, Cut]] = []
        self._paths = set(known)
        self._promised: set[str] = set()
        self._is_asked = False
        self._begun = begun

    def add(self, page: Page) -> None:
        """Take one file of the portal; a page is put at once when its shapes are known.

        Where files get other names, pages that are not of many of a kind wait for the end: they may refer to files that
        are still to come. Raises as `settle`.
        """
        self._paths.add(page.path)
        made = self.put(page)
        if made is None:
            return
        if self._renames and not page.key:
            self._later.append((page.path, made))
            return
        self._filler.lacking(made, self._wanted)
        self._waiting.add(page.path, made)
        if self._is_asked and len(self._waiting) >= _WAITING:
            self.flush()

    def put(self, page: Page) -> Cut | None:
        """Put a file that needs nothing but itself and shapes that are known; return the pieces of any other.

        Another process may do so for this one when it tells the path (`told`), or adds the page.
        """
        if not page.skeleton:
            self._put(page.path, page.held)
            return None
        made = cut(page)
        if (self._renames and not page.key) or self._filler.lacking(made, Wanted()):
            return made
        self._page(page.path, self._filler.fill(made))
        return None

    def lay(self) -> None:
        """Put the hand-written files that are no pages before the first page refers to them; else `settle` does."""
        for name in handwritten(self._job.docs):
            if not name.endswith(".md"):
                self._copy(name)

    def told(self, path: str) -> None:
        """Know a file that another process has `put`."""
        self._paths.add(path)

    def settle(self) -> Inline:
        """Put what waited, and the hand-written pages and files.

        Returns what code pages hold inside themselves. Raises `EngineError`, `PageError` when a link of theirs leads
        nowhere, and `InlineError` when a new shape holds code that a strict policy must block.
        """
        pages = list(self._handwritten())
        self._look(pages)
        wholes = [self._whole(path, self._exists) for path in pages]
        self._want(wholes)
        for path, made in self._later:
            self._waiting.add(path, made)
        self._later.clear()
        self.flush()
        for whole in wholes:
            self._page(whole.path, self._name(self._table.wholes[whole]))
        self._put(_LOST, self._name(self._table.lost).encode())
        return Inline(scripts=set(self._table.scripts), styles=set(self._table.styles))

    def _look(self, pages: Iterable[str]) -> None:
        """Look whether links lead to files: those of hand-written pages, and those that were promised."""
        missing = sorted(path for path in self._promised if not self._exists(path))
        if missing:
            self._shapes.forget()  # made on our word, which we take back
        check(self._job.root, self._job.docs, pages, self._exists)
        if missing:
            raise EngineError(f"Halaman menautkan berkas yang tidak ada: {', '.join(missing)}")

    @contextmanager
    def asking(self, expected: Page) -> Iterator[None]:
        """Have the engine make what is lacking so far while the block adds files that are no pages.

        When it knows no shape yet, it is also asked for hand-written pages that lead to nothing that is still to come,
        and for the page that is `expected`, which comes later in this shape: its start takes longest.
        """
        texts: list[str] = []
        if not self._table.lost:
            texts = [name for name in handwritten(self._job.docs) if name.endswith(".md") and self._leads(name)]
            self._filler.lacking(cut(expected), self._wanted)
        self._want([self._whole(name, self._will_exist) for name in texts])
        wanted, self._wanted = self._wanted, Wanted()
        if wanted or not self._table.lost:
            with self._asked(wanted, self._will_exist):
                yield
        else:
            yield
        self._is_asked = True
        self.flush()

    def flush(self) -> None:
        """Ask the engine for the shapes that are wanted, and put the pages that waited."""
        if self._wanted or not self._table.lost:
            with self._asked(self._wanted, self._exists):
                self._wanted = Wanted()
        for path, made in self._waiting.end():
            self._page(path, self._filler.fill(made))

    def _want(self, wholes: Iterable[Whole]) -> None:
        """Want hand-written pages, and what pages lack that wait for the end."""
        for _, made in self._later:
            self._filler.lacking(made, self._wanted)
        self._wanted.wholes.update((whole, None) for whole in wholes if whole not in self._table.wholes)

    @contextmanager
    def _asked(self, wanted: Wanted, exists: Callable[[str], bool]) -> Iterator[None]:
        """Have the engine make shapes while the block works."""
        with engines.workplace(self._job.root) as place:
            site = place / "site"
            casting.write(wanted, place / "docs", menu(self._job.root), exists)
            # Anchors stand in other blocks of the page than the links to them.
            anchors = {"links": {"anchors": "ignore"}}
            begun, self._begun = self._begun, None
            with engines.running(replace(self._job, docs=place / "docs"), site, begun, validation=anchors):
                yield

            def html(path: str) -> str:
                return clean((site / html_path(path, offline=self._job.offline)).read_text(encoding="utf-8"))

            try:
                casting.read(wanted, html, self._table)
                self._table.lost = clean((site / _LOST).read_text(encoding="utf-8"))
            except (CastError, OSError) as error:
                raise EngineError(f"{self._job.engine.value}: bentuk halaman tidak terbaca: {error}") from error
            found = inline(site)
        self._table.scripts.update(found.scripts)
        self._table.styles.update(found.styles)
        self._shapes.save()

    def _exists(self, path: str) -> bool:
        return path in self._paths or (self._job.docs / path).is_file()

    def _will_exist(self, path: str) -> bool:
        """Promise a file until the end, when `settle` looks."""
        self._promised.add(path)
        return True

    def _handwritten(self) -> Iterator[str]:
        """Yield the hand-written pages; put the other files that no output made, hidden ones left out."""
        for name, entry in folders.files(self._job.docs, hidden=False):
            if name in self._paths or not entry.is_file():
                continue
            if name.endswith(".md"):
                yield name
            else:
                self._copy(name)

    def _copy(self, name: str) -> None:
        self._put(name, (self._job.docs / name).read_bytes())

    def _whole(self, path: str, exists: Callable[[str], bool]) -> Whole:
        text = self._text(path)
        return Whole(path, text, tuple(sorted(filter(exists, set(targets(text, path))))))

    def _leads(self, path: str) -> bool:
        """Tell whether every page that a hand-written page links to is there: of others the engine complains."""
        linked = targets(self._text(path), path)
        return all(self._exists(target) for target in linked if target.endswith(".md"))

    def _text(self, path: str) -> str:
        return text_of(self._job.docs / path)

    def _page(self, path: str, html: str) -> None:
        self._put(html_path(path, offline=self._job.offline), html.encode())
