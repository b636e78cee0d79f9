"""From files to records and problems: read, validate and check all of them, again and again when need be."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar, cast

from pydantic import BaseModel

from portal.checks import (
    CONTACT_RULES,
    INNOVATION_RULES,
    NEED_RULES,
    SETTINGS_RULES,
    SYNONYM_RULES,
    Conditions,
    Found,
    Index,
    Shelf,
    across,
    with_codes,
)
from portal.examining import Kind
from portal.files import (
    CONTACTS,
    ENDING,
    INNOVATIONS,
    MEANT,
    NEEDS,
    SETTINGS,
    SYNONYMS,
    Files,
    files_of,
    innovations_in,
    present,
)
from portal.kept import Kept, Texts
from portal.model import Contact, Innovation, Need, Settings, Synonym
from portal.problems import Place, Problem, in_order
from portal.sections import Section, read_section

Model = TypeVar("Model", bound=BaseModel)

FILES: Final[Mapping[str, Kind]] = {
    INNOVATIONS: Kind(Innovation, INNOVATION_RULES),
    CONTACTS: Kind(Contact, CONTACT_RULES),
    NEEDS: Kind(Need, NEED_RULES),
    SETTINGS: Kind(Settings, SETTINGS_RULES, is_list=False),
    SYNONYMS: Kind(Synonym, SYNONYM_RULES),
}
"""Every file of the data folder, and what it holds."""

KINDS: Final[Mapping[type[BaseModel], Kind]] = {kind.model: kind for kind in FILES.values()}

CACHE: Final = Path(".cache", "records")
"""Where a project keeps what was read before."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data of the portal and everything that is wrong with it.

    `beginnings` has one entry for each innovation: the file, as people see it, and the line.
    """

    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    needs: tuple[Need, ...]
    settings: Settings | None
    problems: tuple[Problem, ...]
    synonyms: tuple[Synonym, ...] = ()
    beginnings: tuple[tuple[str, int], ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


class Reader:
    """Reads the data, and remembers: what has not changed since is not read again.

    One that stays alive reads as one that begins anew, in the time that the changed records take.
    """

    def __init__(self, where: Path, project: Path | None = None) -> None:
        """Read a data folder, or a file with innovations and what belongs to it (see `files_of`).

        `project` is the folder of the project: its data fill in for what a file lacks, and it holds the pictures and
        the cache of what was read before. Without it nothing is kept on the disk.
        """
        self.where = where
        self.project = project
        self.kept = Kept(project / CACHE if project else None)
        self.before: dict[Path, Section] = {}
        self.agree = False

    def load(self, today: date) -> Loaded:
        """Read and check everything as of a day."""
        files = files_of(self.where, self.project)
        reading = Reading(conditions_of(files, today), self.kept, self.before, agreed=self.agree)
        with uncollected():
            loaded = reading.loaded(files)
        self.before, self.agree = reading.sections, reading.agree
        self.kept.texts = Texts()  # the table of them all takes as much as a tenth of the records
        return loaded


class Reading:
    """Files read one after the other, as of one day."""

    def __init__(
        self, conditions: Conditions, kept: Kept, before: Mapping[Path, Section], *, agreed: bool = False
    ) -> None:
        """Go on from what was read `before`, when the records may have `agreed` with each other."""
        self.conditions = conditions
        self.kept = kept
        self.before = before
        self.agree = agreed
        self.sections: dict[Path, Section] = {}

    def loaded(self, files: Files) -> Loaded:
        """Read and check files."""
        innovations = self.shelf(Innovation, files.innovations)
        contacts = self.shelf(Contact, some(files.contacts))
        needs = self.shelf(Need, some(files.needs))
        settings = self.shelf(Settings, some(files.settings))
        synonyms = self.shelf(Synonym, some(files.synonyms))
        index = Index(
            innovations,
            contacts,
            needs,
            synonyms,
            settings,
            innovations_known=self.are_known(files.innovations),
            contacts_known=self.are_known(some(files.contacts)),
            invalid_innovations=self.codes(files.innovations),
            invalid_contacts=self.codes(some(files.contacts)),
        )
        sections = [self.sections[path] for path in files.innovations]
        return Loaded(
            tuple(innovations.records),
            tuple(contacts.records),
            tuple(needs.records),
            next(iter(settings.records), None),
            in_order([*misplaced(files), *with_codes(list(self.problems()), index), *self.disagreements(index)]),
            tuple(synonyms.records),
            tuple((section.shown, line) for section in sections for line in section.beginnings()),
        )

    def disagreements(self, index: Index) -> list[Problem]:
        """Return what is wrong between records; nothing when there was nothing and no tie between them changed."""
        is_changed = self.sections.keys() != self.before.keys() or any(one.is_changed for one in self.sections.values())
        found = list(across(index)) if is_changed or not self.agree else []
        self.agree = not found
        return found

    def shelf(self, model: type[Model], paths: Sequence[Path]) -> Shelf[Model]:
        """Read the files that hold records of a model, and return those."""
        kind = KINDS[model]
        for path in paths:
            before = self.before.get(path) or Section(shown(path), kind, self.conditions)
            self.sections[path] = read_section(path, before, self.conditions, self.kept)
        sections = [self.sections[path] for path in paths]
        records = list(chain.from_iterable(section.records() for section in sections))
        # Each kind of file gives records of its own model.
        return Shelf(cast("list[Model]", records), Finder(sections).find)

    def are_known(self, paths: Sequence[Path]) -> bool:
        """Tell whether the ids of all records of a kind are known: its files are there, and could be read."""
        return bool(paths) and all(self.sections[path].is_known() for path in paths)

    def codes(self, paths: Sequence[Path]) -> frozenset[str]:
        """Return the ids of the records in some files that are not valid."""
        return frozenset(chain.from_iterable(self.sections[path].codes() for path in paths))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with each file."""
        for section in self.sections.values():
            yield from section.problems()


class Finder:
    """Looks up records of several sections by their number."""

    def __init__(self, sections: Sequence[Section]) -> None:
        """Look in these sections."""
        self.sections = sections

    @cached_property
    def looks(self) -> list[tuple[Callable[[int], Found], int]]:
        """How to look up each record."""
        return [
            (look, number)
            for section in self.sections
            for look in [section.find()]
            for number in range(len(section.records()))
        ]

    def find(self, number: int) -> Found:
        """Return a record with its place."""
        look, at = self.looks[number]
        return look(at)


def some(path: Path | None) -> list[Path]:
    """Return a path, if it is one, as a list."""
    return [path] if path else []


def load(where: Path, today: date, project: Path | None = None) -> Loaded:
    """Read and check a whole data folder, or a file with innovations and what belongs to it (see `Reader`)."""
    return Reader(where, project).load(today)


def load_file(file: Path, data: Path, today: date) -> Loaded:
    """Read and check one file with innovations; contacts come from beside it or from the data folder.

    A file with the name of another part of the data is checked as that part. Innovations that it may name are read as
    well: those that needs are about, and those in the other files of a folder. Only its own problems are told.
    """
    name = file.name if file.name in FILES else INNOVATIONS
    own = {name: file}
    if name == NEEDS:
        beside = [files_of(folder).innovations for folder in (file.parent, data)]
        named = next((paths for paths in beside if any(path.exists() for path in paths)), ())
    else:
        whole = innovations_in(file.parent) if file.parent.name == Path(INNOVATIONS).stem else ()
        named = (whole if file in whole else (file,)) if name == INNOVATIONS else ()
    files = Files(
        named,
        own.get(CONTACTS) or present(file.parent / CONTACTS) or data / CONTACTS,
        own.get(NEEDS),
        own.get(SETTINGS),
        own.get(SYNONYMS),
        data.parent / "docs" / "gambar",
    )
    loaded = Reading(conditions_of(files, today), Kept(None), {}).loaded(files)
    return replace(loaded, problems=tuple(one for one in loaded.problems if one.place.path == shown(file)))


def conditions_of(files: Files, today: date) -> Conditions:
    """Return the day, and the names of the pictures that are there."""
    try:
        with os.scandir(files.pictures) as found:
            return Conditions(today, frozenset(entry.name for entry in found if entry.is_file()))
    except OSError:
        return Conditions(today)


def misplaced(files: Files) -> Iterator[Problem]:
    """Yield what is wrong with where the files lie."""
    if files.folder is None:
        return
    place = Place(shown(files.folder))
    if files.doubled:
        params = {"berkas": INNOVATIONS, "folder": files.folder.name}
        yield Problem("file_and_folder", place, params=params)
    elif not files.innovations and not files.strays:
        yield Problem("folder_empty", place)
    for path in files.strays:
        if path.is_dir():
            yield Problem("folder_in_folder", Place(shown(path)), params={"folder": shown(files.folder)})
        else:
            name = MEANT.sub(ENDING, path.name)
            yield Problem("file_ending", Place(shown(path)), params={"tulis": name})


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles among records: they have none, and every look would visit all of them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def shown(path: Path) -> str:
    """Return a path as people see it: relative to the folder they stand in, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
