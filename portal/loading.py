"""From the data folder to records and problems: read, validate and check every file, in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from portal.checks import CONTACT_RULES, INNOVATION_RULES, NEED_RULES, SETTINGS_RULES, Index, Rule, Subject, across
from portal.files import CONTACTS, INNOVATIONS, NEEDS, SETTINGS, SYNONYMS, Files, files_of
from portal.model import Contact, Innovation, Need, Settings, Synonym
from portal.problems import Problem, in_order
from portal.source import Document, Entry, Fields, open_document, read_entries, read_entry
from portal.validation import validate, vocabulary_of

Model = TypeVar("Model", bound=BaseModel)

FILES: Final[Mapping[str, tuple[type[BaseModel], bool]]] = {
    INNOVATIONS: (Innovation, True),
    CONTACTS: (Contact, True),
    NEEDS: (Need, True),
    SETTINGS: (Settings, False),
    SYNONYMS: (Synonym, True),
}
"""Every file of the data folder: what it holds, and whether it is a list of them."""

MOST_PROBLEMS: Final = 500
"""After so many a file is not read any further; it is another file, or was damaged as a whole."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data of the portal and everything that is wrong with it; `lines` gives each innovation's first line."""

    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    needs: tuple[Need, ...]
    settings: Settings | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]
    synonyms: tuple[Synonym, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


class Reader:
    """Reads files one after the other, keeping what the rules across records need."""

    def __init__(self, files: Files, today: date) -> None:
        """Check as of `today`."""
        self.today = today
        self.pictures = files.pictures
        self.index = Index()
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def records(self, path: Path, model: type[Model], rules: Sequence[Rule]) -> Iterator[Model]:
        """Yield the valid records of a file whose root is a list, and keep its problems."""
        document = open_document(path, shown(path))
        if isinstance(document, Problem):
            self.problems.append(document)
            self.doubt(model)
            return
        for entry in read_entries(document, vocabulary_of(model)):
            record = self.record(entry, model, rules, document)
            if record is not None:
                self.lines[entry.id] = entry.line
                yield record
            if len(self.problems) > MOST_PROBLEMS:
                self.problems.append(document.at("too_many_problems", entry.line, jumlah=MOST_PROBLEMS))
                self.doubt(model)
                return
        if model is Innovation and not self.index.innovations and not self.problems:
            self.problems.append(document.at("file_empty", 1))

    def settings(self, path: Path) -> Settings | None:
        """Return the portal's own facts and keep their problems."""
        document = open_document(path, shown(path))
        if isinstance(document, Problem):
            self.problems.append(document)
            return None
        return self.record(read_entry(document, vocabulary_of(Settings)), Settings, SETTINGS_RULES, document)

    def record(self, entry: Entry, model: type[Model], rules: Sequence[Rule], document: Document) -> Model | None:
        """Return a record when nothing is wrong with how it is written and filled in."""
        record = validate(model, entry, document)
        if record is not None and isinstance(entry.node, Fields):
            subject = Subject(record, entry.node, document, self.today, self.pictures)
            self.index.add(subject)
            entry.problems += [problem for rule in rules for problem in rule(subject)]
        elif entry.node is not None or entry.problems:
            self.doubt(model)
        self.problems += [problem.named(entry.name) for problem in entry.problems]
        return record

    def doubt(self, model: type[BaseModel]) -> None:
        """Note that not all codes of a kind are known: a reference to none may be a follow-up."""
        self.index.innovations_known &= model is not Innovation
        self.index.contacts_known &= model is not Contact

    def found(self) -> tuple[Problem, ...]:
        """Return all problems, those between records included, in the order of the files."""
        return in_order([*self.problems, *across(self.index)])


def load(where: Path, today: date, project: Path | None = None) -> Loaded:
    """Read and check a whole data folder, or a file with innovations and what belongs to it (see `files_of`).

    `project` is the folder of the project: its data fill in for what a file lacks, and it holds the pictures and the
    cache of what was read before.
    """
    files = files_of(where, project)
    reader = Reader(files, today)
    innovations = tuple(
        record for path in files.innovations for record in reader.records(path, Innovation, INNOVATION_RULES)
    )
    lines = dict(reader.lines)
    contacts = tuple(reader.records(files.contacts, Contact, CONTACT_RULES))
    needs = tuple(reader.records(files.needs, Need, NEED_RULES)) if files.needs else ()
    settings = reader.settings(files.settings)
    synonyms = tuple(reader.records(files.synonyms, Synonym, ()) if files.synonyms else ())
    return Loaded(innovations, contacts, needs, settings, reader.found(), lines, synonyms)


def load_file(file: Path, data: Path, today: date) -> Loaded:
    """Read and check one file with innovations; contacts come from beside it or from the data folder.

    A file with the name of another part of the data is checked as that part.
    """
    reader = Reader(files_of(data), today)
    beside = file.parent / CONTACTS
    known = beside if beside.is_file() else data / CONTACTS
    if file.name != CONTACTS:
        reader.index.contacts_known = note_contacts(reader.index, known, today)
    if file.name == CONTACTS:
        contacts = tuple(reader.records(file, Contact, CONTACT_RULES))
        return Loaded((), contacts, (), None, reader.found(), {})
    if file.name == NEEDS:
        reader.index.innovations_known = False
        needs = tuple(reader.records(file, Need, NEED_RULES))
        return Loaded((), (), needs, None, reader.found(), {})
    if file.name == SYNONYMS:
        synonyms = tuple(reader.records(file, Synonym, ()))
        return Loaded((), (), (), None, reader.found(), {}, synonyms)
    if file.name == SETTINGS:
        return Loaded((), (), (), reader.settings(file), reader.found(), {})
    innovations = tuple(reader.records(file, Innovation, INNOVATION_RULES))
    return Loaded(innovations, (), (), None, reader.found(), reader.lines)


def note_contacts(index: Index, path: Path, today: date) -> bool:
    """Note the codes of a contacts file without telling its problems; False when they are not all known."""
    reader = Reader(files_of(path.parent), today)
    list(reader.records(path, Contact, ()))
    index.contacts += reader.index.contacts
    return reader.index.contacts_known


def shown(path: Path) -> str:
    """Return a path as people see it: relative to the folder they stand in, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
