"""Walking folders of very many files: names and what the system already told, no object and no question for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_HIDDEN: Final = "."


def files(folder: Path, *, hidden: bool = True) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield path and entry of everything below a folder but folders; links are told, never followed.

    Paths are relative, with forward slashes, in the order of their parts. Without `hidden`, names that begin with a
    dot, and all that lies below such folders, are left out.
    """
    yield from _below(str(folder), "", hidden=hidden)


def _below(folder: str, inside: str, *, hidden: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if not hidden and entry.name.startswith(_HIDDEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{inside}{entry.name}/", hidden=hidden)
        else:
            yield inside + entry.name, entry


def pages(folder: Path) -> Iterator[str]:
    """Yield the paths of the HTML files below a folder, as `files` does."""
    return (path for path, _ in files(folder) if path.endswith(".html"))
