"""The published folder: replaced whole, in one step, or not at all."""

from __future__ import annotations

import ctypes
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from portal.alone import abandoned, alone

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


@contextmanager
def replacement(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; when the block ends well, it takes the target's place.

    When the block raises, the folder is removed and `target` stays as it was. Two at once do not meet: each has a
    folder of its own, and the one that ends last stays. What a killed run left beside `target` is removed. Raises
    `FileExistsError` when `target` is not a folder.
    """
    if target.exists() and not target.is_dir():
        raise FileExistsError(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        with alone(target.parent):
            _remove_rests(target)
            holder = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
            held.callback(shutil.rmtree, holder, ignore_errors=True)
            held.enter_context(alone(holder))  # as long as it is held, the folder is no rest
        fresh = holder / "new"
        fresh.mkdir()
        yield fresh
        with alone(target.parent):
            _take_place(fresh, target, holder / "old")


def _remove_rests(target: Path) -> None:
    """Remove the folders of runs that were killed; a run between its two renames left the old site in one of them."""
    for rest in target.parent.glob(f".{target.name}-*"):
        if rest.is_dir() and abandoned(rest):
            if not target.exists() and (rest / "old").is_dir():
                (rest / "old").rename(target)
            shutil.rmtree(rest, ignore_errors=True)


def _take_place(fresh: Path, target: Path, old: Path) -> None:
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux: renameat2); return whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    with suppress(AttributeError, OSError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        paths = (str(one).encode(), str(other).encode())
        return bool(renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
    return False
