"""Generated files on disk: written only when their bytes change, removed only when they are known to be generated.

A file is known to be generated when it carries the mark, or, for kinds of file that cannot carry one (PDF, JSON, CSV),
when the list of an earlier run names it with the very bytes it has. Everything else was made by people.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from portal import folders
from portal.alone import alone, rests
from portal.calling import called
from portal.folders import Content
from portal.outputs.page import MARK, Page

MARK_WITHIN: Final = 400  # bytes from the start of a file
_NAMED: Final = 20  # vanished innovations named one by one; thousands are another portal's
LIST: Final = ".dibuat.json"  # below `docs`: unmarked generated files and the SHA-256 of their bytes, old and new ones


class HandWrittenError(Exception):
    """A generated file would replace files that people wrote; `args` holds their paths, `str` says it to staff."""

    def __str__(self) -> str:
        return (
            f"Berkas ini ditulis tangan, tetapi tempatnya dipakai halaman otomatis: {', '.join(self.args)}. "
            "Pindahkan atau ganti namanya. Tidak ada halaman yang diubah."
        )


class RemovalError(Exception):
    """Pages of records that vanished would be removed without leave; `args` holds their ids, `str` says it to staff."""

    def __str__(self) -> str:
        more = f" dan {len(self.args) - _NAMED} lagi" if len(self.args) > _NAMED else ""
        return (
            f"Inovasi ini tidak ada lagi di data: {', '.join(self.args[:_NAMED])}{more}. Bila layanannya berhenti, "
            'jangan dihapus: tulis status: "berhenti". Bila memang harus hilang, jalankan '
            f"{called('generate --allow-removal')}. Tidak ada halaman yang diubah."
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a generated file.

    `aside` is the path at which its bytes wait, empty when the file below `docs/` has them already; `digest` is theirs
    when they cannot carry the mark; `by_hand` tells that the file which is there is not known to be generated.
    """

    path: str
    aside: str
    digest: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Where generated files wait until all are made; several processes may use it at once."""

    docs: str
    folder: str
    listed: Mapping[str, str]

    def take(self, page: Page) -> Taken:
        """Compare a file with the one that is there, and put it aside when they differ. Raises `OSError`."""
        digest = "" if _marked(page.content) else _digest(page.held)
        present = f"{self.docs}/{page.path}"
        if folders.holds(present, page.held):
            return Taken(page.path, "", digest, by_hand=False)
        by_hand = os.path.lexists(present) and not self._is_ours(page.path)
        aside = f"{self.folder}/{_digest(page.path.encode())}"
        folders.put(aside, page.held)
        folders.permit(aside, 0o644)
        return Taken(page.path, aside, digest, by_hand)

    def _is_ours(self, path: str) -> bool:
        file = Path(self.docs, path)
        return file.is_file() and not file.is_symlink() and _is_generated(self.docs, path, self.listed)


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths below `docs/` that were written and removed, and how many stayed as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(pages: Iterable[Page], docs: Path, stay: Collection[str] = (), *, allow_removal: bool = False) -> Changes:
    """Bring the generated files below `docs` in line with `pages`, one in memory at a time, as `write_taken` does."""
    return write_taken(lambda desk: map(desk.take, pages), docs, stay, allow_removal=allow_removal)


def write_taken(
    make: Callable[[Desk], Iterable[Taken]], docs: Path, stay: Collection[str] = (), *, allow_removal: bool = False
) -> Changes:
    """Bring the generated files below `docs` in line with what `make` puts on a desk, and touch no other file.

    Files of `stay` are right. When all is well, changed files take their places. Raises `HandWrittenError` when a path
    holds a file that is not known to be generated, `RemovalError` when the page of an innovation would go and
    `allow_removal` is not set.
    """
    docs.mkdir(parents=True, exist_ok=True)
    listed = _listed(docs)
    wanted = set(stay)
    unmarked: dict[str, str] = {}
    by_hand: list[str] = []
    with _aside(docs) as aside:
        changed: dict[str, str] = {}
        for taken in make(Desk(str(docs), str(aside), listed)):
            wanted.add(taken.path)
            if taken.digest:
                unmarked[taken.path] = taken.digest
            if taken.by_hand:
                by_hand.append(taken.path)
            if taken.aside:
                changed[taken.path] = taken.aside
        if by_hand:
            raise HandWrittenError(*by_hand)
        stale = [path for path in _files(docs) if path not in wanted and _is_generated(docs, path, listed)]
        if not allow_removal and (vanished := list(_records(stale))):
            raise RemovalError(*vanished)
        unsure = {path: f"{listed[path]} {made}" for path, made in unmarked.items() if listed.get(path, made) != made}
        _note(docs, {**listed, **unmarked, **unsure})
        for folder in {posixpath.dirname(path) for path in changed}:
            (docs / folder).mkdir(parents=True, exist_ok=True)
        for path, made in changed.items():
            folders.move(made, f"{docs}/{path}")
        for path in stale:
            (docs / path).unlink()
        _note(docs, unmarked)
    return Changes(tuple(changed), tuple(stale), len(wanted) - len(changed))


def handwritten(docs: Path) -> Iterator[str]:
    """Yield the paths below `docs` of the files that are not known to be generated."""
    listed = _listed(docs)
    return (path for path in _files(docs) if not _is_generated(docs, path, listed))


def not_generated(docs: Path, paths: Iterable[Path]) -> set[Path]:
    """Return which of these files below `docs` are gone or not known to be generated; hidden ones do not count."""
    listed = _listed(docs)  # of a country it is long
    named = ((path, path.relative_to(docs).as_posix()) for path in paths if path.is_file() or not path.exists())
    return {
        path
        for path, name in named
        if not folders.is_hidden(name) and not (path.exists() and _is_generated(docs, name, listed))
    }


@contextmanager
def _aside(docs: Path) -> Iterator[Path]:
    """Give a hidden folder on the same disk; remove what killed runs left."""
    for rest in rests(docs, ".tulis-*"):
        shutil.rmtree(rest, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=docs, prefix=".tulis-") as name, alone(Path(name)):
        yield Path(name)


def _files(docs: Path) -> Iterator[str]:
    """Yield the paths of all files below `docs`, in order; links and hidden files and folders do not count."""
    for name, entry in folders.files(docs, hidden=False):
        if entry.is_file(follow_symlinks=False):
            yield name


def _is_generated(docs: Path | str, path: str, listed: Mapping[str, str]) -> bool:
    file = Path(docs, path)
    with file.open("rb") as opened:
        if _marked(opened.read(MARK_WITHIN)):
            return True
    return path in listed and folders.digest(str(file)) in listed[path].split(" ")


def _marked(content: bytes) -> bool:
    return MARK.encode() in content[:MARK_WITHIN]


def _digest(content: Content) -> str:
    made = hashlib.sha256()
    for piece in folders.pieces(content):
        made.update(piece)
    return made.hexdigest()


def _listed(docs: Path) -> dict[str, str]:
    try:
        read = json.loads((docs / LIST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in read.items()} if isinstance(read, dict) else {}


def _note(docs: Path, unmarked: Mapping[str, str]) -> None:
    """Keep the list of unmarked files.

    It is written before they are, and holds their old bytes beside the new ones until all are there, so that a killed
    run cannot lose track of one.
    """
    if unmarked != _listed(docs):
        folders.replace(docs / LIST, json.dumps(unmarked, indent=0, sort_keys=True).encode())


def _records(paths: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the innovations whose pages these are."""
    for path in map(PurePosixPath, paths):
        if path.parent == PurePosixPath("inovasi") and path.suffix == ".md" and path.stem != "index":
            yield path.stem
