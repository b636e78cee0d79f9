"""From the data to the generated files: read, check, write."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from portal import outputs, writing
from portal.catalogue import Catalogue
from portal.handwritten import texts
from portal.loading import Loaded, Reader
from portal.papers import wanted
from portal.papers.wanted import Papers
from portal.problems import Problem

_COPIES: Final = ".disalin.json"
"""Below pages of data from outside: the hand-written files that were copied there."""


class DataError(Exception):
    """The data has errors, so nothing was written; `problems` holds them all, warnings included."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Workspace:
    """The project, the data of a portal (a folder, or a file with innovations), and the folder of its pages."""

    root: Path
    data: Path
    docs: Path


def workspace(root: Path, data: Path | None = None) -> Workspace:
    """Return where a portal is made: the project's own, or one from data outside, whose pages go beside it.

    Pages of data from outside stand in a folder of `.cache`, with copies of the project's hand-written files.
    """
    own = root / "data"
    if data is None or data.resolve() == own.resolve():
        return Workspace(root, own, root / "docs")
    name = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]
    docs = root / ".cache" / "luar" / name / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    _copy_handwritten(root / "docs", docs)
    return Workspace(root, data.resolve(), docs)


def _copy_handwritten(source: Path, docs: Path) -> None:
    wanted = set(writing.handwritten(source))
    for name in _copied(docs) - wanted:
        (docs / name).unlink(missing_ok=True)
    (docs / _COPIES).write_text(json.dumps(sorted(wanted)), encoding="utf-8")
    for name in wanted:
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)


def _copied(docs: Path) -> set[str]:
    """Return which files were copied before: to look at all pages of a country takes seconds."""
    try:
        return set(map(str, json.loads((docs / _COPIES).read_text(encoding="utf-8"))))
    except (FileNotFoundError, ValueError, TypeError):
        return set(writing.handwritten(docs))


def read(
    place: Workspace, today: date, papers: Papers | None = None, reader: Reader | None = None
) -> tuple[Catalogue, Loaded]:
    """Read and check the data, for a portal with these papers (by default as `wanted.usual` says).

    A `reader` that read this place before reads only what changed. Raises `DataError` when any problem is an error.
    """
    loaded = (reader or Reader(place.data, place.root)).load(today)
    if loaded.settings is None or loaded.errors:
        raise DataError(loaded.problems)
    catalogue = Catalogue(
        loaded.innovations,
        loaded.contacts,
        loaded.needs,
        loaded.settings,
        loaded.synonyms,
        tuple(texts(place.docs)),
        wanted.usual(len(loaded.innovations)) if papers is None else papers,
    )
    return catalogue, loaded


def generate(catalogue: Catalogue, docs: Path, *, allow_removal: bool = False) -> writing.Changes:
    """Write every generated file below `docs`. Raises as `writing.write` does."""
    return writing.write(outputs.everything(catalogue), docs, allow_removal=allow_removal)
