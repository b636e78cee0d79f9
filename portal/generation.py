"""From the data folder to the generated files in `docs/`: read, check, write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from portal import outputs, writing
from portal.catalogue import Catalogue
from portal.handwritten import texts
from portal.loading import Loaded, load
from portal.problems import Problem


class DataError(Exception):
    """The data has errors, so nothing was written; `problems` holds them all, warnings included."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read(root: Path, today: date) -> tuple[Catalogue, Loaded]:
    """Read and check `root/data`. Raises `DataError` when any problem is an error."""
    loaded = load(root / "data", today)
    if loaded.settings is None or any(problem.is_error for problem in loaded.problems):
        raise DataError(loaded.problems)
    catalogue = Catalogue(
        loaded.innovations,
        loaded.contacts,
        loaded.needs,
        loaded.settings,
        loaded.synonyms,
        tuple(texts(root / "docs")),
    )
    return catalogue, loaded


def generate(catalogue: Catalogue, root: Path, *, allow_removal: bool = False) -> writing.Changes:
    """Write every generated file below `root/docs`. Raises as `writing.write` does."""
    return writing.write(outputs.pages(catalogue), root / "docs", allow_removal=allow_removal)
