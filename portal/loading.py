"""From the data folder to records and problems: read, validate and check every file, in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

from portal.model import Contact, Innovation, Need, Settings
from portal.problems import Problem, in_order
from portal.source import Document, Entry, open_document, read_entries, read_entry
from portal.validation import validate, vocabulary_of

Model = TypeVar("Model", bound=BaseModel)

INNOVATIONS: Final = "innovations.yaml"
CONTACTS: Final = "contacts.yaml"
NEEDS: Final = "needs.yaml"
SETTINGS: Final = "portal.yaml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data of the portal and everything that is wrong with it; `lines` gives each innovation's first line."""

    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    needs: tuple[Need, ...]
    settings: Settings | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


@dataclass(slots=True)
class Records(Generic[Model]):
    """What was read from one file."""

    records: list[Model] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def load(data: Path, today: date) -> Loaded:
    """Read and check the whole data folder."""
    innovations = read_file(data / INNOVATIONS, Innovation)
    contacts = read_file(data / CONTACTS, Contact)
    needs = read_file(data / NEEDS, Need)
    settings, wrong = read_settings(data / SETTINGS)
    problems = [*innovations.problems, *contacts.problems, *needs.problems, *wrong]
    return Loaded(
        tuple(innovations.records),
        tuple(contacts.records),
        tuple(needs.records),
        settings,
        in_order(problems),
        innovations.lines,
    )


def load_file(file: Path, data: Path, today: date) -> Loaded:
    """Read and check one file with innovations; contacts come from beside it or from the data folder."""
    innovations = read_file(file, Innovation)
    return Loaded(tuple(innovations.records), (), (), None, in_order(innovations.problems), innovations.lines)


def read_file(path: Path, model: type[Model]) -> Records[Model]:
    """Read the records of a file whose root is a list."""
    found = Records[Model]()
    document = open_document(path, shown(path))
    if isinstance(document, Problem):
        found.problems.append(document)
        return found
    for entry in read_entries(document, vocabulary_of(model)):
        record = validate(model, entry, document)
        found.problems += [problem.named(entry.name) for problem in entry.problems]
        if record is not None:
            found.records.append(record)
            found.lines[entry.id] = entry.line
    return found


def read_settings(path: Path) -> tuple[Settings | None, list[Problem]]:
    """Read the file with the portal's own facts."""
    document = open_document(path, shown(path))
    if isinstance(document, Problem):
        return None, [document]
    entry = read_entry(document, vocabulary_of(Settings))
    return validate(Settings, entry, document), entry.problems


def shown(path: Path) -> str:
    """Return a path as people see it: relative to the folder they stand in, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
