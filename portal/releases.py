"""Releases on a server: numbered folders, one link that visitors follow, and the way back.

    place/releases/0001, 0002, …     whole sites, never changed once they have their number
    place/current  -> releases/0002  what the web server shows
    place/previous -> releases/0001  what it showed before: the way back, and for pages still open their style sheets

A release takes its number when it is whole, and the link moves in one step, so a reader gets the old site or the new
one. A file that did not change keeps its place on the disk and its time: it costs no room, and what a reader's browser
has kept of it stays valid.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal import manifest
from portal.alone import BusyError, alone
from portal.delivery import FOLDER
from portal.headers import SERVER

CURRENT: Final = "current"
PREVIOUS: Final = "previous"
KEEP: Final = 5
_DRAFT: Final = ".draft-"


class ReleaseError(Exception):
    """Nothing was published and nothing changed; the argument says why, in words for staff."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is now current; `new_headers` when the web server must be reloaded to send its headers."""

    number: int
    new_headers: bool


def publish(site: Path, place: Path, keep: int = KEEP) -> Release:
    """Make a built site the current release of `place`, and keep the last `keep` releases.

    Raises `ReleaseError` when the site is not whole or another publication runs, `ManifestError` when it has no
    manifest, and `OSError`; the current release is then what it was.
    """
    _require_whole(site)
    if not (place / "releases").is_dir():
        (place / "releases").mkdir(parents=True, exist_ok=True)
        (place / "releases").chmod(FOLDER)  # whatever the umask, for the web server
    with _alone(place):
        current = _shown(place, CURRENT)
        draft = Path(tempfile.mkdtemp(dir=place / "releases", prefix=_DRAFT))
        try:
            _copy(site, draft, current)
            _require_whole(draft)
            number = max(numbers(place), default=0) + 1
            os.sync()  # on the disk before the link says so
            draft.rename(_folder(place, number))
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        release = _point(place, number)
        _prune(place, keep)
    return release


def rollback(place: Path, to: int | None = None) -> Release:
    """Make the release that was shown before (or the release `to`) current again; none is removed.

    Twice is back and forth. Raises `ReleaseError` when there is none, or when it is damaged.
    """
    with _alone(place):
        number = to if to is not None else _before(place)
        if number not in numbers(place):
            raise ReleaseError(f"Tidak ada terbitan {number:04d}." if to else "Tidak ada terbitan sebelumnya.")
        _require_whole(_folder(place, number))
        return _point(place, number)


def _before(place: Path) -> int:
    """Return the number of the release shown before the current one; 0 when there was none."""
    current, previous = _shown(place, CURRENT), _shown(place, PREVIOUS)
    if previous and previous != current:
        return int(previous.name)
    return max((number for number in numbers(place) if current and number < int(current.name)), default=0)


def numbers(place: Path) -> tuple[int, ...]:
    """Return the numbers of the releases that are kept, oldest first."""
    return tuple(sorted(int(path.name) for path in (place / "releases").glob("[0-9]*") if path.name.isdigit()))


def _folder(place: Path, number: int) -> Path:
    return place / "releases" / f"{number:04d}"


def _shown(place: Path, name: str) -> Path | None:
    """Return the folder of the release that a link shows."""
    link = place / name
    if link.exists() and not link.is_symlink():
        raise ReleaseError(f"{link} bukan tautan. Pindahkan dulu folder itu, lalu terbitkan lagi.")
    return link.resolve() if link.exists() else None


def _require_whole(site: Path) -> None:
    verdict = manifest.verify(site)
    if not verdict.whole:
        raise ReleaseError(f"{verdict}\nTidak diterbitkan.")


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Hold the place alone, and remove what a killed publication left."""
    if not (place / "releases").is_dir():
        raise ReleaseError(f"Belum ada terbitan di {place}.")
    try:
        lock = ExitStack()
        lock.enter_context(alone(place, wait=False))
    except BusyError as error:
        raise ReleaseError(f"Penerbitan lain sedang berjalan di {place}. Coba lagi sebentar lagi.") from error
    with lock:
        for rest in (place / "releases").glob(f"{_DRAFT}*"):
            shutil.rmtree(rest, ignore_errors=True)
        yield


def _copy(site: Path, draft: Path, current: Path | None) -> None:
    """Copy a site, taking each file that has not changed from the current release as a hard link."""
    draft.chmod(FOLDER)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site)
        kept = current / name if current else None
        if path.is_dir():
            (draft / name).mkdir()
            (draft / name).chmod(FOLDER)
        elif kept and kept.is_file() and kept.read_bytes() == path.read_bytes():
            os.link(kept, draft / name)
        else:
            shutil.copy2(path, draft / name)


def _point(place: Path, number: int) -> Release:
    """Let the link `current` show a release, in one step, and `previous` what it showed."""
    current = _shown(place, CURRENT)
    before = _headers(place / CURRENT)
    if current and current != _folder(place, number).resolve():
        _link(place, PREVIOUS, current.name)
    _link(place, CURRENT, f"{number:04d}")
    return Release(number, _headers(place / CURRENT) != before)


def _link(place: Path, name: str, release: str) -> None:
    fresh = place / f".{name}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(f"releases/{release}")
    fresh.replace(place / name)


def _headers(site: Path) -> bytes:
    path = site / SERVER / "headers.conf"
    return path.read_bytes() if path.is_file() else b""


def _prune(place: Path, keep: int) -> None:
    """Remove the oldest releases; what is shown and what was shown before always stay."""
    shown = {_shown(place, CURRENT), _shown(place, PREVIOUS)}
    for old in numbers(place)[: -max(keep, 1)]:
        if _folder(place, old).resolve() not in shown:
            shutil.rmtree(_folder(place, old), ignore_errors=True)  # the new release is shown by now
