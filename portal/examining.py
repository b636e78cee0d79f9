"""One piece of a file -> its valid records and everything wrong with it: the short way when nothing is, else the long.

What comes out depends on nothing but the piece, the code, and the conditions that it names itself. So it can be kept,
and made by any process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ValidationError

from portal.checks import Conditions, Rule, Subject, lasting
from portal.fields import filled, vocabulary_of
from portal.problems import Problem
from portal.source import Document, Fields, Vocabulary
from portal.source.decoding import MAX_PIECE
from portal.source.events import Unusual
from portal.source.nodes import plain
from portal.source.smooth import Smooth
from portal.values import SLUG

if TYPE_CHECKING:
    from portal.source.reading import Entry

MOST_PROBLEMS = 500
"""After so many errors a file is not read any further; it is another file, or was damaged as a whole."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file holds: records of a model with their rules, in a list or just one."""

    model: type[BaseModel]
    rules: Sequence[Rule]
    is_list: bool = True

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of its fields."""
        return vocabulary_of(self.model)


class Outcome(NamedTuple):
    """What a piece gives: valid records with their lines, and problems; lines count from 1 in the piece.

    `is_known` says that the id of no record is missing because it could not be read; `codes` are the ids of those that
    were read and are not valid. It holds on the days from `since` to `until`, and while each of `pictures` is there or
    not, as noted.
    """

    records: tuple[BaseModel, ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]
    is_known: bool
    since: str
    until: str
    pictures: tuple[tuple[str, bool], ...] = ()
    codes: tuple[str, ...] = ()

    def holds(self, conditions: Conditions) -> bool:
        """Tell whether examining the piece again would give the same."""
        if self.pictures and any((name in conditions.pictures) != there for name, there in self.pictures):
            return False
        return self.since <= conditions.day <= self.until


def examine(raw: bytes, kind: Kind, conditions: Conditions, *, is_end: bool) -> Outcome:
    """Return what a piece gives. Raises UnicodeDecodeError when it is not UTF-8."""
    if len(raw) > MAX_PIECE:
        crowded = Document("", [raw[:200].decode(errors="replace").split("\n")[0]]).at("too_many_values", 1)
        return Outcome((), (), (crowded,), is_known=False, since="", until="9")
    text = raw.decode()
    try:
        subject, line = smooth(text, kind, conditions)
    except (Unusual, ValidationError):
        return exact(text, kind, conditions, is_end=is_end)
    return outcome([(subject, line)], checked(subject, kind), is_known=True)


def smooth(text: str, kind: Kind, conditions: Conditions) -> tuple[Subject[BaseModel], int]:
    """Return the one record of a piece and its line; raises Unusual or ValidationError when something may be wrong."""
    read = Smooth(text, is_list=kind.is_list)
    values = filled(read.values, kind.model) if read.has_gaps else read.values
    assert isinstance(values, dict)  # noqa: S101  # it was one
    record = kind.model.model_validate(values)
    return Subject(record, values, lambda: Document("", text.split("\n")), read.node, conditions), read.line


def exact(text: str, kind: Kind, conditions: Conditions, *, is_end: bool) -> Outcome:
    """Return what a piece gives that may hold anything."""
    found: list[tuple[Subject[BaseModel], int]] = []
    problems: list[Problem] = []
    codes: list[str] = []
    is_known = True
    for entry, subject in entries(text, kind, conditions, is_end=is_end):
        problems += [problem.named(entry.name) for problem in entry.problems]
        if subject:
            found.append((subject, entry.line))
            problems += checked(subject, kind)
        elif has_sure_id(entry):
            codes.append(entry.id)
        elif entry.node is not None or entry.problems:
            is_known = False
        if sum(problem.is_error for problem in problems) > MOST_PROBLEMS:
            is_known = False
            break
    return outcome(found, problems, is_known=is_known)._replace(codes=tuple(codes))


def has_sure_id(entry: Entry) -> bool:
    """Tell whether a record was read as it is written, with an id as ids are, whatever is wrong on its other lines."""
    if not isinstance(entry.node, Fields) or not entry.trusted or entry.doubtful or not re.match(SLUG, entry.id):
        return False
    wrong = {problem.place.line for problem in entry.problems}
    return all(value.span.line not in wrong for key, value in entry.node.pairs if plain(key) == "id")


def entries(
    text: str, kind: Kind, conditions: Conditions, *, is_end: bool
) -> Iterator[tuple[Entry, Subject[BaseModel] | None]]:
    """Yield all that stands in a piece, each with its record when that is valid."""
    # Most data need no words, and all that knows them takes a while to load.
    from portal.source.reading import read_entries, read_entry

    document = Document("", text.split("\n"))
    if not kind.is_list:
        entry = read_entry(document, kind.vocabulary)
        yield entry, subject_of(entry, kind, document, conditions)
        return
    for entry in read_entries(document, kind.vocabulary, is_end=is_end):
        yield entry, subject_of(entry, kind, document, conditions)


def subject_of(entry: Entry, kind: Kind, document: Document, conditions: Conditions) -> Subject[BaseModel] | None:
    """Return the record of an entry when nothing is wrong with how it is written and filled in."""
    from portal.validation import validate

    record = validate(kind.model, entry, document)
    node = entry.node
    if record is None or not isinstance(node, Fields):
        return None
    values = filled(plain(node), kind.model)
    assert isinstance(values, dict)  # noqa: S101  # fields are
    return Subject(record, values, lambda: document, lambda: node, conditions)


def checked(subject: Subject[BaseModel], kind: Kind) -> list[Problem]:
    """Return what the rules say about a record."""
    name = getattr(subject.record, "nama", "")
    return [problem.named(name) for rule in kind.rules for problem in rule(subject)]


def outcome(found: Sequence[tuple[Subject[BaseModel], int]], problems: Sequence[Problem], *, is_known: bool) -> Outcome:
    """Return records and problems, with what the problems depend on."""
    days = [lasting(subject, problems) for subject, _ in found]
    pictures = [
        (subject, picture.berkas) for subject, _ in found if (picture := getattr(subject.record, "gambar", None))
    ]
    return Outcome(
        tuple(subject.record for subject, _ in found),
        tuple(line for _, line in found),
        tuple(problems),
        is_known,
        max((since for since, _ in days), default=""),
        min((until for _, until in days), default="9"),
        tuple((name, name in subject.conditions.pictures) for subject, name in pictures),
    )


def subjects(raw: bytes, kind: Kind, conditions: Conditions, *, is_end: bool) -> list[Subject[BaseModel]]:
    """Return the valid records of a piece once more, to ask for places."""
    text = raw.decode()
    try:
        return [smooth(text, kind, conditions)[0]]
    except (Unusual, ValidationError):
        found = entries(text, kind, conditions, is_end=is_end)
        return [subject for _, subject in found if subject]
