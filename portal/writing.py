"""Generated files on disk: written only when their bytes change, removed only when they are known to be generated.

A file is known to be generated when it carries the mark, or, for kinds of file that cannot carry one (PDF, JSON, CSV),
when the list of an earlier run names it with the very bytes it has. Everything else was made by people.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

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


def write(pages: Iterable[Page], docs: Path, *, allow_removal: bool = False) -> Changes:
    """Bring the generated files below `docs` in line with `pages`, and touch no other file.

    Everything is looked at before anything is written. Raises `HandWrittenError` when a page's path holds a file that
    is not known to be generated, `RemovalError` when the page of an innovation would go and `allow_removal` is not set.
    """
    wanted = {page.path: page.content for page in pages}
    present = dict(_generated(docs))
    if taken := [path for path in wanted if path not in present and (docs / path).exists()]:
        raise HandWrittenError(*taken)
    stale = sorted(present.keys() - wanted.keys())
    if not allow_removal and (vanished := list(_records(stale))):
        raise RemovalError(*vanished)
    changed = [path for path, content in wanted.items() if present.get(path) != content]
    _note(docs, {**_listed(docs), **_unmarked(wanted)})
    for path in changed:
        _replace(docs / path, wanted[path])
    for path in stale:
        (docs / path).unlink()
    _note(docs, _unmarked(wanted))
    return Changes(tuple(changed), tuple(stale), len(wanted) - len(changed))


def _generated(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the files below `docs` that are known to be generated."""
    listed = _listed(docs)
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and not path.is_symlink() and name != LIST:
            content = path.read_bytes()
            if _marked(content) or listed.get(name) == _digest(content):
                yield name, content


def _marked(content: bytes) -> bool:
    return MARK.encode() in content[:MARK_WITHIN]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _unmarked(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: _digest(content) for path, content in files.items() if not _marked(content)}


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
