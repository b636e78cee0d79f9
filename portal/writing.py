"""Generated files on disk: written only when their bytes change, removed only when they carry the mark."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from portal.outputs.page import MARK, Page

_MARK_WITHIN = 400  # bytes from the start of a file


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

    Everything is looked at before anything is written. Raises `HandWrittenError` when a page's path holds a file
    without the mark, `RemovalError` when the page of an innovation would go and `allow_removal` is not set.
    """
    wanted = {page.path: page.text.encode() for page in pages}
    present = {path: (docs / path).read_bytes() for path in _marked(docs)}
    if taken := [path for path in wanted if path not in present and (docs / path).exists()]:
        raise HandWrittenError(*taken)
    stale = sorted(present.keys() - wanted.keys())
    if not allow_removal and (vanished := list(_records(stale))):
        raise RemovalError(*vanished)
    changed = [path for path, content in wanted.items() if present.get(path) != content]
    for path in changed:
        _replace(docs / path, wanted[path])
    for path in stale:
        (docs / path).unlink()
    return Changes(tuple(changed), tuple(stale), len(wanted) - len(changed))


def _marked(docs: Path) -> Iterator[str]:
    """Yield the paths of the files below `docs` that carry the mark."""
    for path in sorted(docs.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if MARK.encode() in file.read(_MARK_WITHIN):
                    yield path.relative_to(docs).as_posix()


def _records(paths: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the innovations whose pages these are."""
    for path in map(PurePosixPath, paths):
        if path.parent == PurePosixPath("inovasi") and path.stem != "index":
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
