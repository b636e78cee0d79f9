"""Finished sheets kept in `.cache/papers` of the checkout, under a hash of everything that decides their bytes.

A file holds one line of JSON (pages, plan) and then the bytes. Losing the folder costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from portal import folders
from portal.papers.press import Printed, foundation

FOLDER = Path(__file__).parents[2] / ".cache" / "papers"
ROOMY: Final = 400
"""The store holds this many sheets beyond twice those in use before old ones are thrown away."""


def key_of(*what: Any) -> str:
    """Return the key of something by what it is and all its data, values for JSON."""
    return hashlib.sha256(f"{foundation()} {json.dumps(what, sort_keys=True)}".encode()).hexdigest()


def kept(key: str, make: Callable[[], Printed]) -> Printed:
    """Return what was made before, or make and keep it. Raises what `make` raises."""
    found = load(key)
    if found is None:
        found = make()
        save(key, found)
    return found


def holds(key: str) -> bool:
    """Tell whether a sheet was printed before."""
    return _path(key).is_file()


def load(key: str) -> Printed | None:
    """Return a sheet that was printed before."""
    try:
        head, content = _path(key).read_bytes().split(b"\n", 1)
        facts = json.loads(head)
        return Printed(content, facts["pages"], facts["plan"])
    except (OSError, ValueError, KeyError):
        return None


def save(key: str, sheet: Printed) -> None:
    """Keep a sheet, whole or not at all; a folder that cannot be written is no reason to fail."""
    head = json.dumps({"pages": sheet.pages, "plan": sheet.plan}).encode()
    with suppress(OSError):
        folders.replace(_path(key), head + b"\n" + sheet.content)


def tidy(used: set[str]) -> None:
    """Throw the oldest sheets away that are not in use, once there are many."""
    with suppress(OSError):
        present = [path for path in FOLDER.iterdir() if path.name not in used]
        if len(present) > len(used) + ROOMY:
            for path in sorted(present, key=lambda path: path.stat().st_mtime)[:-ROOMY]:
                path.unlink(missing_ok=True)


def _path(key: str) -> Path:
    return FOLDER / key
