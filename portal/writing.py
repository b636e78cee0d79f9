"""Generated files on disk: written only when their bytes change, removed only when they are known to be generated.

A file is known to be generated when it carries the mark, or, for kinds of file that cannot carry one (PDF, JSON, CSV),
when the list of an earlier run names it with the very bytes it has. Everything else was made by people.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from portal.alone import alone, rests
from portal.outputs.page import MARK, Page

MARK_WITHIN: Final = 400  # bytes from the start of a file
LIST: Final = ".dibuat.json"  # below `docs`: unmarked generated files and the SHA-256 of their bytes


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
        return (
            f"Inovasi ini tidak ada lagi di data: {', '.join(self.args)}. Bila layanannya berhenti, jangan dihapus: "
            'tulis status: "berhenti". Bila memang harus hilang, jalankan portal generate --allow-removal. '
            "Tidak ada halaman yang diubah."
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths below `docs/` that were written and removed, and how many stayed as they were."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(pages: Iterable[Page], docs: Path, stay: Collection[str] = (), *, allow_removal: bool = False) -> Changes:
    """Bring the generated files below `docs` in line with `pages`, and touch no other file; those of `stay` are right.

    Changed files are written aside while the pages come, one in memory at a time; when all is well they take their
    places. Raises `HandWrittenError` when a page's path holds a file that is not known to be generated, `RemovalError`
    when the page of an innovation would go and `allow_removal` is not set.
    """
    docs.mkdir(parents=True, exist_ok=True)
    listed = _listed(docs)
    wanted = set(stay)
    unmarked: dict[str, str] = {}
    taken: list[str] = []
    with _aside(docs) as aside:
        changed: dict[str, Path] = {}
        for page in pages:
            wanted.add(page.path)
            if not _marked(page.content):
                unmarked[page.path] = _digest(page.content)
            present = _content(docs / page.path)
            if present == page.content:
                continue
            if present is not None and not _generated(page.path, present, listed):
                taken.append(page.path)
            changed[page.path] = _write_aside(aside, len(changed), page.content)
        if taken:
            raise HandWrittenError(*taken)
        stale = [path for path in _files(docs) if path not in wanted and _is_generated(docs, path, listed)]
        if not allow_removal and (vanished := list(_records(stale))):
            raise RemovalError(*vanished)
        _note(docs, {**listed, **unmarked})
        for path, made in changed.items():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            made.replace(docs / path)
        for path in stale:
            (docs / path).unlink()
        _note(docs, unmarked)
    return Changes(tuple(changed), tuple(stale), len(wanted) - len(changed))


def handwritten(docs: Path) -> Iterator[str]:
    """Yield the paths below `docs` of the files that are not known to be generated."""
    listed = _listed(docs)
    return (path for path in _files(docs) if not _is_generated(docs, path, listed))


def is_handwritten(docs: Path, path: Path) -> bool:
    """Tell whether a file below `docs` is there, not hidden, and not known to be generated."""
    name = path.relative_to(docs).as_posix()
    return not is_hidden(name) and path.is_file() and not _is_generated(docs, name, _listed(docs))


def is_hidden(path: str) -> bool:
    """Tell whether a file, or a folder on the way to it, has a name that begins with a dot; engines leave it out."""
    return path.startswith(".") or "/." in path


@contextmanager
def _aside(docs: Path) -> Iterator[Path]:
    """Give a hidden folder on the same disk; remove what killed runs left."""
    for rest in rests(docs, ".tulis-*"):
        shutil.rmtree(rest, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=docs, prefix=".tulis-") as name, alone(Path(name)):
        yield Path(name)


def _write_aside(aside: Path, number: int, content: bytes) -> Path:
    path = aside / str(number)
    path.write_bytes(content)
    path.chmod(0o644)
    return path


def _content(path: Path) -> bytes | None:
    """Return the bytes of a file, none where there is no file, and nothing of a link or a folder."""
    try:
        return b"" if path.is_symlink() else path.read_bytes()
    except IsADirectoryError:
        return b""
    except FileNotFoundError:
        return None


def _files(docs: Path) -> Iterator[str]:
    """Yield the paths of all files below `docs`, in order; links and hidden files and folders do not count."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if not is_hidden(name) and path.is_file() and not path.is_symlink():
            yield name


def _generated(path: str, content: bytes, listed: Mapping[str, str]) -> bool:
    return _marked(content) or listed.get(path) == _digest(content)


def _is_generated(docs: Path, path: str, listed: Mapping[str, str]) -> bool:
    return _generated(path, (docs / path).read_bytes(), listed)


def _marked(content: bytes) -> bool:
    return MARK.encode() in content[:MARK_WITHIN]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _listed(docs: Path) -> dict[str, str]:
    try:
        read = json.loads((docs / LIST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in read.items()} if isinstance(read, dict) else {}


def _note(docs: Path, unmarked: Mapping[str, str]) -> None:
    """Keep the list of unmarked files; it is written before they are, so that a killed run cannot lose track of one."""
    if unmarked != _listed(docs):
        _replace(docs / LIST, json.dumps(unmarked, indent=0, sort_keys=True).encode())


def _records(paths: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the innovations whose pages these are."""
    for path in map(PurePosixPath, paths):
        if path.parent == PurePosixPath("inovasi") and path.suffix == ".md" and path.stem != "index":
            yield path.stem


def _replace(target: Path, content: bytes) -> None:
    """Write a whole file or none: a temporary neighbour takes the target's place (a link is replaced, not followed)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
