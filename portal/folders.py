"""Folders of very many files: names and what the system already told, no object and no question for each.

Paths are texts here: to make a `Path` takes longer than to write a file in memory.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def is_hidden(path: str) -> bool:
    """Tell whether a file, or a folder on the way to it, has a name that begins with a dot; engines leave it out."""
    return path.startswith(".") or "/." in path


def files(folder: Path, *, hidden: bool = True) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield path and entry of everything below a folder but folders; links are told, never followed.

    Paths are relative, with forward slashes, in the order of their parts. Without `hidden`, names that begin with a
    dot, and all that lies below such folders, are left out (`is_hidden`).
    """
    yield from _below(str(folder), "", hidden=hidden)


def _below(folder: str, inside: str, *, hidden: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if not hidden and is_hidden(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{inside}{entry.name}/", hidden=hidden)
        else:
            yield inside + entry.name, entry


def archive_of(folder: Path) -> Path:
    """Return where a folder is packed as one file: beside it."""
    return folder.with_name(f"{folder.name}.zip")


def pages(folder: Path) -> Iterator[str]:
    """Yield the paths of the HTML files below a folder, as `files` does."""
    return (path for path, _ in files(folder) if path.endswith(".html"))


def content(path: str) -> bytes | None:
    """Return the bytes of a file, none where there is no file, and nothing of a link or a folder."""
    try:
        with open(path, "rb") as file:
            return b"" if os.path.islink(path) else file.read()
    except IsADirectoryError:
        return b""
    except FileNotFoundError:
        return b"" if os.path.islink(path) else None


def digest(path: str) -> str:
    """Return the SHA-256 of a file. Raises `OSError`."""
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


Content = bytes | Iterable[bytes]
"""What a file holds: in pieces, which can be gone through again and again, when it is too long for memory."""


def pieces(content: Content) -> Iterable[bytes]:
    """Return a content in pieces."""
    return (content,) if isinstance(content, bytes) else content


def holds(path: str, held: Content) -> bool:
    """Tell whether a file, and no link, holds just that."""
    if isinstance(held, bytes) and held:
        return content(path) == held
    if os.path.islink(path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces(held)) and not file.read(1)


def put(path: str, content: Content) -> None:
    """Write a file, and the folders that lead to it. Raises `OSError`."""
    try:
        file = open(path, "wb")  # noqa: SIM115  # most folders are there
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb")  # noqa: SIM115
    with file:
        file.writelines(pieces(content))


def replace(target: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a whole file or none: a temporary neighbour takes the target's place (a link is replaced, not followed).

    Raises `OSError`; then the file is what it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def move(path: str, to: str) -> None:
    """Move a file on one disk; what was there goes. Raises `OSError`."""
    os.replace(path, to)


def permit(path: str, mode: int) -> None:
    """Set who may do what with a file or folder; a link is left alone."""
    present = os.lstat(path).st_mode
    if not stat.S_ISLNK(present) and stat.S_IMODE(present) != mode:
        os.chmod(path, mode)
