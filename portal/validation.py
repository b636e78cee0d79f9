"""What the model says about a record, as problems with a place: one mistake, one problem."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from portal import suggestions, values
from portal.fields import filled, part_of
from portal.findings import Finding, find
from portal.headings import Lost, lost_headings
from portal.problems import Problem
from portal.source import Document, Fields, Items, Node, Scalar
from portal.source.nodes import Span, pair_of, plain, scalars
from portal.source.reading import Entry
from portal.wrong_values import expected_params, wrong_value

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]

STRUCTURE: Final = frozenset(
    {"missing", "value_missing", "unknown_key", "too_far_left", "too_far_right", "list_expected", "list_empty"}
    | {"fields_expected", "text_not_list", "text_not_fields", "item_empty", "heading_missing"}
)
"""What a record may seem to lack or hold when a line was read otherwise than meant."""

FEW: Final = 3
"""Of so many fields one may be the one that is meant."""


def validate(model: type[Model], entry: Entry, document: Document) -> Model | None:
    """Return the record, or None after adding to `entry.problems` what keeps it from being one."""
    if not isinstance(entry.node, Fields):
        if entry.node is not None and entry.trusted:
            entry.problems = [not_a_record(entry, document)]
        return None
    try:
        record = model.model_validate(filled(plain(entry.node), model))
    except ValidationError as error:
        if entry.trusted:
            entry.problems += unwritten(entry.node, document)
            entry.problems += Judge(model, entry.node, entry, document).problems(error)
        return None
    return None if any(problem.is_error for problem in entry.problems) else record


def unwritten(node: Node, document: Document) -> Iterator[Problem]:
    """Yield the texts of the template record that are left, whatever their field asks for."""
    for scalar in scalars(node):
        if scalar.text and scalar.text.startswith(values.PLACEHOLDER):
            yield document.problem("placeholder", scalar.span)


def not_a_record(entry: Entry, document: Document) -> Problem:
    """Return the problem of a dash that is not followed by fields."""
    node = entry.node
    if isinstance(node, Scalar) and node.text is None:
        return document.at("record_empty", entry.line)
    span = node.span if node else Span(entry.line, 1, entry.line, 2)
    return document.problem("record_expected", span)


class Judge:
    """Turns the errors of one record into problems."""

    def __init__(self, model: type[BaseModel], root: Fields, entry: Entry, document: Document) -> None:
        """Judge the record of `entry`, whose fields are those of `root` and should be those of `model`."""
        self.model = model
        self.root = root
        self.document = document
        self.doubtful = entry.doubtful
        self.marked = {problem.place.line for problem in entry.problems if problem.is_error}

    def problems(self, error: ValidationError) -> Iterator[Problem]:
        """Yield one problem per mistake, in the order of the file."""
        lost = list(lost_headings(self.model, self.root))
        yield from (problem for problem in map(self.lost_heading, lost) if not self.is_doubtful(problem))
        all_found = (find(one, self.model, self.root, self.document) for one in error.errors(include_url=False))
        found = [one for one in all_found if not is_echo(one, lost)]
        moved = [problem for problem in map(self.wrong_level, found) if problem]
        names = {str(problem.params["isian"]) for problem in moved}
        unknown = [one for one in found if one.error["type"] == "extra_forbidden" and one.field not in names]
        meant = {one.loc: self.meant(one, found) for one in unknown}
        taken = names | {name for name in meant.values() if name}
        for problem in self.judged(found, moved, meant, taken):
            # Items below a field in the wrong column are read as those of another field.
            displaced = bool(moved) and problem not in moved and problem.kind in STRUCTURE
            if not displaced and not self.is_doubtful(problem):
                yield problem

    def lost_heading(self, lost: Lost) -> Problem:
        """Return the problem of items that stand in the wrong list."""
        listed = ", ".join(lost.meant)
        params = {"isian": listed} if len(lost.meant) == 1 else {"pilihan": listed} if len(lost.meant) <= FEW else {}
        return self.document.problem("heading_missing", lost.item.span, di=lost.field, **params)

    def is_doubtful(self, problem: Problem) -> bool:
        """Tell whether a problem may come from a remedy that was applied while reading."""
        if not self.doubtful:
            return False
        near = any(abs(problem.place.line - line) <= 1 for line in self.doubtful)
        return near or problem.kind in STRUCTURE

    def judged(
        self, found: Sequence[Finding], moved: Sequence[Problem], meant: Mapping[Loc, str | None], taken: Container[str]
    ) -> Iterator[Problem]:
        """Yield the problems of findings, without those that another one explains."""
        yield from moved
        for one in found:
            is_missing = one.error["type"] == "missing"
            if is_missing and one.field in taken and not one.key:
                continue
            if one.error["type"] == "extra_forbidden":
                if one.loc in meant:
                    yield self.unknown_key(one, meant[one.loc])
            elif not self.overlaps(one.node):
                yield self.missing(one) if is_missing else wrong_value(one)

    def overlaps(self, node: Node) -> bool:
        """Tell whether a problem with the writing was already told on a node's lines."""
        if not isinstance(node, Scalar):
            return node.span.line in self.marked
        return any(node.span.line <= line <= node.span.end_line for line in self.marked)

    def wrong_level(self, one: Finding) -> Problem | None:
        """Return the problem of a field that is known, but one level higher or lower."""
        if one.error["type"] != "extra_forbidden" or one.key is None:
            return None
        is_inside = len(one.loc) > 1 and one.field in self.model.model_fields
        if is_inside and pair_of(self.root, one.field) is None:
            return self.document.problem("too_far_right", one.key.span, isian=one.field, sejajar=one.loc[0])
        return self.too_far_left(one, one.key)

    def too_far_left(self, one: Finding, key: Scalar) -> Problem | None:
        """Return the problem of a field that the part above it lacks."""
        above = previous_part(one.owner, key)
        if above is None or above[0] not in one.model.model_fields:
            return None
        part = part_of(one.model, above[0])
        if part and one.field in part.model_fields and above[1].pairs and pair_of(above[1], one.field) is None:
            first = str(plain(above[1].pairs[0][0]))
            return self.document.problem("too_far_left", key.span, isian=one.field, sejajar=first)
        return None

    def meant(self, one: Finding, found: Sequence[Finding]) -> str | None:
        """Return the field that an unknown key probably means: a missing one first."""
        missing = [f.field for f in found if f.error["type"] == "missing" and f.loc[:-1] == one.loc[:-1]]
        taken = {plain(key) for key, _ in one.owner.pairs}
        free = [field for field in one.model.model_fields if field not in taken]
        return suggestions.nearest(one.field, missing) or suggestions.nearest(one.field, free)

    def unknown_key(self, one: Finding, meant: str | None) -> Problem:
        """Return the problem of a key that no field has."""
        span = one.key.span if one.key else one.node.span
        known_names = ", ".join(one.model.model_fields) if len(one.loc) > 1 else ""
        extra: dict[str, str | int] = {"saran": meant} if meant else {"isian_ada": known_names} if known_names else {}
        return self.document.problem("unknown_key", span, isian=one.field, **extra)

    def missing(self, one: Finding) -> Problem:
        """Return the problem of a field that has no value, or is not there."""
        if one.key is not None:
            return self.document.problem("value_missing", one.key.span, isian=one.field, **expected_params(one))
        if note := self.commented_out(one.owner, one.field):
            return note
        begin = one.owner.pairs[0][0].span if one.owner.pairs else self.root.span
        return self.document.problem("missing", begin, isian=one.field, contoh=as_typed(one.field, one.about.example))

    def commented_out(self, owner: Fields, field: str) -> Problem | None:
        """Return the problem of a missing field that stands in a comment among its siblings."""
        pattern = re.compile(rf"\s*(?:- )?(# *{re.escape(field)} *:)")
        for number in range(owner.span.line, min(owner.span.end_line, owner.span.line + 400) + 1):
            if match := pattern.match(self.document.line(number)):
                return self.document.at("commented_out", number, match.start(1) + 1, len(match[1]), isian=field)
        return None


def is_echo(one: Finding, lost: Sequence[Lost]) -> bool:
    """Tell whether an error only follows from others: a list too short for its wrong items, items in the wrong list."""
    if one.error["type"] == "too_short" and isinstance(one.node, Items) and one.node.nodes:
        return True
    return any(comes_from(one, heading) for heading in lost)


def comes_from(one: Finding, lost: Lost) -> bool:
    """Tell whether an error comes from items that stand in the wrong list."""
    field, *rest = one.loc
    if field == lost.field:
        return bool(rest) and isinstance(rest[0], int) and rest[0] >= lost.begin
    return one.error["type"] == "missing" and not rest and field in lost.meant


def previous_part(node: Fields, key: Scalar) -> tuple[str, Fields] | None:
    """Return the name and the fields of the last part above a key: a value with fields, or the last item of a list."""
    for name, value in reversed([pair for pair in node.pairs if pair[0].span < key.span]):
        last = value.nodes[-1] if isinstance(value, Items) and value.nodes else value
        if isinstance(last, Fields):
            return str(plain(name)), last
    return None


def as_typed(field: str, value: object) -> str:
    """Return a field with a value as one line of YAML, for advice."""
    match value:
        case list() if not any(isinstance(item, dict) for item in value):
            written = "[" + ", ".join(f'"{item}"' for item in value) + "]"
        case list() | dict():
            written = "…"
        case str():
            written = f'"{value}"'
        case _:
            written = str(value)
    return f"{field}: {written}"
