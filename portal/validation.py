"""What the model says about a record, as problems with a place: one mistake, one problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import EnumMeta
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal import suggestions, values
from portal.choices import Choice
from portal.fields import described, filled, kinds_in, part_of
from portal.headings import Lost, lost_headings
from portal.problems import Problem
from portal.source import Document, Fields, Items, Node, Scalar
from portal.source.nodes import Span, plain, scalars
from portal.source.quoting import in_quotes
from portal.source.reading import Entry

Model = TypeVar("Model", bound=BaseModel)

KINDS: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_type": "value_invalid",
    "string_too_short": "text_empty",
    "string_too_long": "text_too_long",
    "enum": "choice",
    "tuple_type": "list_expected",
    "too_short": "list_empty",
    "model_type": "fields_expected",
    "number_form": "number",
    "int_type": "number",
    "int_parsing": "number",
    "int_parsing_size": "number",
    "int_from_float": "number",
    "greater_than_equal": "number_too_small",
    "less_than_equal": "number_too_large",
    "bool_type": "yes_no",
    "bool_parsing": "yes_no",
    "date_unreal": "date_unreal",
}
"""Every error type of pydantic that the models can produce -> our kind of problem."""

STRUCTURE: Final = frozenset(
    {"missing", "value_missing", "unknown_key", "too_far_left", "too_far_right", "list_expected", "list_empty"}
    | {"fields_expected", "text_not_list", "text_not_fields", "item_empty", "heading_missing"}
)
"""What a record may seem to lack or hold when a line was read otherwise than meant."""

REFERENCES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("kontak", "pengaduan", "instansi", "darurat"), "data/contacts.yaml"),
    **dict.fromkeys(("terkait", "inovasi"), "data/innovations.yaml"),
    "sumber": "isian sumber di inovasi ini",
}
"""Every field that holds the code of something else -> where that has its code."""
FEW: Final = 3
"""Of so many fields one may be the one that is meant."""

Suggest = Callable[[str], str | None]
PATTERNS: Final[Mapping[str, tuple[str, Suggest]]] = {
    values.SLUG: ("slug", suggestions.slug),
    values.WEB_ADDRESS: ("web_address", suggestions.web_address),
    values.DAY: ("day", suggestions.day),
    values.PARTIAL_DATE: ("partial_date", suggestions.partial_date),
    values.START: ("start", suggestions.start),
    values.PHONE: ("phone", suggestions.phone),
    values.WHATSAPP: ("whatsapp", suggestions.phone),
    values.EMAIL: ("email", suggestions.email),
    values.NO_ANGLES: ("angles", suggestions.without_angles),
    values.PICTURE: ("picture", suggestions.picture),
    values.EXTENSION: ("extension", suggestions.extension),
}
"""Every pattern of the models -> our kind of problem, and what computes the right form."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An error of the model at its node: `loc` without what leads out of the data, the owner's fields, the key."""

    error: ErrorDetails
    loc: tuple[str | int, ...]
    owner: Fields | None
    key: Scalar | None
    node: Node


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
            entry.problems += Judge(model, entry, document).problems(error)
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

    def __init__(self, model: type[BaseModel], entry: Entry, document: Document) -> None:
        """Judge the record of `entry`, which begins as `model`."""
        self.model = model
        self.root = entry.node
        self.document = document
        self.doubtful = entry.doubtful
        self.marked = {problem.place.line for problem in entry.problems if problem.is_error}

    def problems(self, error: ValidationError) -> Iterator[Problem]:
        """Yield one problem per mistake, in the order of the file."""
        found = [one for one in map(self.locate, error.errors(include_url=False)) if not is_echo(one)]
        lost = list(lost_headings(self.model, self.root)) if isinstance(self.root, Fields) else []
        yield from (problem for problem in map(self.lost_heading, lost) if not self.is_echo(problem))
        found = [one for one in found if not any(is_echo_of(one, heading) for heading in lost)]
        moved = [problem for problem in map(self.wrong_level, found) if problem]
        names = {str(problem.params["isian"]) for problem in moved}
        unknown = [one for one in found if one.error["type"] == "extra_forbidden" and one.loc[-1] not in names]
        meant = {id(one): self.meant(one, found) for one in unknown}
        taken = names | {name for name in meant.values() if name}
        for problem in self.judged(found, moved, meant, taken):
            # Items below a field in the wrong column are read as those of another field.
            displaced = bool(moved) and problem not in moved and problem.kind in STRUCTURE
            if not displaced and not self.is_echo(problem):
                yield problem

    def lost_heading(self, lost: Lost) -> Problem:
        """Return the problem of items that stand in the wrong list."""
        listed = ", ".join(lost.meant)
        params = {"isian": listed} if len(lost.meant) == 1 else {"pilihan": listed} if len(lost.meant) <= FEW else {}
        return self.document.problem("heading_missing", lost.item.span, di=lost.field, **params)

    def is_echo(self, problem: Problem) -> bool:
        """Tell whether a problem may come from a remedy that was applied while reading."""
        if not self.doubtful:
            return False
        near = any(abs(problem.place.line - line) <= 1 for line in self.doubtful)
        return near or problem.kind in STRUCTURE

    def judged(
        self, found: Sequence[Finding], moved: Sequence[Problem], meant: Mapping[int, str | None], taken: Container[str]
    ) -> Iterator[Problem]:
        """Yield the problems of findings, without those that another one explains."""
        yield from moved
        for one in found:
            if one.error["type"] == "missing" and str(one.loc[-1]) in taken and not one.key:
                continue
            if one.error["type"] == "extra_forbidden":
                if id(one) in meant:
                    yield self.unknown_key(one, meant[id(one)])
            elif not self.overlaps(one.node):
                yield self.problem(one)

    def locate(self, error: ErrorDetails) -> Finding:
        """Walk the nodes along an error's location, as far as it lies in the data."""
        node: Node = self.root or Scalar(Span(1, 1, 1, 1), None)
        owner: Fields | None = None
        key: Scalar | None = None
        for step in error["loc"]:
            if isinstance(node, Fields):
                pair = pair_of(node, str(step))
                owner, key = node, pair[0] if pair else None
                if pair is None:
                    break
                node = pair[1]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
                node = node.nodes[step]
        return Finding(error, error["loc"], owner or self.root_fields(), key, node)

    def root_fields(self) -> Fields | None:
        """Return the record's own fields."""
        return self.root if isinstance(self.root, Fields) else None

    def overlaps(self, node: Node) -> bool:
        """Tell whether a problem with the writing was already told on a node's lines."""
        if not isinstance(node, Scalar):
            return node.span.line in self.marked
        return any(node.span.line <= line <= node.span.end_line for line in self.marked)

    def model_at(self, loc: Sequence[str | int]) -> type[BaseModel]:
        """Return the model whose field a location ends in."""
        model = self.model
        for step in loc[:-1]:
            if isinstance(step, str) and step in model.model_fields:
                model = part_of(model, step) or model
        return model

    def field_model(self, loc: Sequence[str | int]) -> type[BaseModel]:
        """Return the model that has the last field of a location, which may end in the index of an item."""
        last = max(index for index, step in enumerate(loc) if isinstance(step, str))
        return self.model_at(loc[: last + 1])

    # --- unknown and missing names -------------------------------------------------------------------------------

    def wrong_level(self, one: Finding) -> Problem | None:
        """Return the problem of a field that is known, but one level higher or lower."""
        if one.error["type"] != "extra_forbidden" or one.key is None or one.owner is None:
            return None
        name = str(one.loc[-1])
        if len(one.loc) > 1 and name in self.model.model_fields:
            above = self.root_fields()
            if above and pair_of(above, name) is None:
                outer = next((step for step in one.loc if isinstance(step, str)), "")
                return self.document.problem("too_far_right", one.key.span, isian=name, sejajar=outer)
        return self.too_far_left(one, name, one.owner, one.key)

    def too_far_left(self, one: Finding, name: str, owner: Fields, key: Scalar) -> Problem | None:
        """Return the problem of a field that the part above it lacks."""
        above = previous_part(owner, key)
        if above is None or above[0] not in self.model_at(one.loc).model_fields:
            return None
        part = part_of(self.model_at(one.loc), above[0])
        if part and name in part.model_fields and above[1].pairs and pair_of(above[1], name) is None:
            first = str(plain(above[1].pairs[0][0]))
            return self.document.problem("too_far_left", key.span, isian=name, sejajar=first)
        return None

    def meant(self, one: Finding, found: Sequence[Finding]) -> str | None:
        """Return the field that an unknown key probably means: a missing one first."""
        name = str(one.loc[-1])
        missing = [str(f.loc[-1]) for f in found if f.error["type"] == "missing" and f.loc[:-1] == one.loc[:-1]]
        taken = {plain(key) for key, _ in one.owner.pairs} if one.owner else set()
        free = [field for field in self.model_at(one.loc).model_fields if field not in taken]
        return suggestions.nearest(name, missing) or suggestions.nearest(name, free)

    def unknown_key(self, one: Finding, meant: str | None) -> Problem:
        """Return the problem of a key that no field has."""
        span = one.key.span if one.key else one.node.span
        known_names = ", ".join(self.model_at(one.loc).model_fields) if len(one.loc) > 1 else ""
        extra: dict[str, str | int] = {"saran": meant} if meant else {"isian_ada": known_names} if known_names else {}
        return self.document.problem("unknown_key", span, isian=str(one.loc[-1]), **extra)

    # --- values ----------------------------------------------------------------------------------------------------

    def problem(self, one: Finding) -> Problem:
        """Return the problem of a missing or wrong value."""
        error = one.error
        kind = KINDS.get(error["type"], "value_invalid")
        field = field_of(one.loc)
        if error["type"] == "missing":
            if one.key is not None:
                return self.document.problem("value_missing", one.key.span, isian=field, **value_params(self, one))
            if note := self.commented_out(one.owner, field):
                return note
            return self.document.problem(kind, self.first_key(one.owner), isian=field, contoh=self.example(one.loc))
        return self.shape(one, kind, field) or self.value(one, kind, field)

    def shape(self, one: Finding, kind: str, field: str) -> Problem | None:
        """Return the problem of a value of the wrong kind: fields or items for a text, an item without a text."""
        if isinstance(one.node, Scalar):
            if one.node.text is not None:
                return None
            line, column, *_ = one.node.span
            return self.document.at("item_empty", line, column - 1, isian=field)
        if kind in {"list_expected", "fields_expected", "list_empty"}:
            return None
        if swallowed := self.swallowed(one):
            return swallowed
        kind = "text_not_list" if isinstance(one.node, Items) else "text_not_fields"
        return self.document.problem(kind, one.node.span, isian=field)

    def value(self, one: Finding, kind: str, field: str) -> Problem:
        """Return the problem of a text that the model does not accept."""
        if kind == "choice" and (lost := self.lost_dash(one)):
            return lost
        kind, params = self.told(kind, one)
        return self.document.problem(kind, marked(one.node.span, one.key), **{"isian": field, **params})

    def told(self, kind: str, one: Finding) -> tuple[str, dict[str, str | int]]:
        """Return the final kind of a wrong value and what fills the blanks of its wording."""
        if one.error["type"] == "string_pattern_mismatch":
            kind, suggest = PATTERNS[one.error["ctx"]["pattern"]]
            text = str(one.error["input"])
            if kind == "slug" and (place := REFERENCES.get(field_of(one.loc), "")):
                return "reference", {"isi": text, "tempat": place}
            more = suggestions.phone_parts(text) if kind in {"phone", "whatsapp"} else {}
            return kind, {**optional("saran", suggest(text)), **more}
        return kind, VALUE_PARAMS[kind](self, one) if kind in VALUE_PARAMS else {}

    def swallowed(self, one: Finding) -> Problem | None:
        """Return the problem of a field that stands too far right, below a field that was left empty."""
        if not isinstance(one.node, Fields) or not one.node.pairs or not isinstance(one.loc[-1], str):
            return None
        key = one.node.pairs[0][0]
        name = str(plain(key))
        if name not in self.model_at(one.loc).model_fields:
            return None
        return self.document.problem("too_far_right", key.span, isian=name, sejajar=one.loc[-1])

    def lost_dash(self, one: Finding) -> Problem | None:
        """Return the problem of two choices that run together because the dash of the second is lost."""
        span = one.node.span
        if span.line == span.end_line or not isinstance(one.loc[-1], int):
            return None
        line = self.document.line(span.end_line)
        start = len(line) - len(line.lstrip())
        place = Span(span.end_line, start + 1, span.end_line, len(line.rstrip()) + 1)
        return self.document.problem("item_dash_missing", place, tulis=f"- {line.strip()}")

    def commented_out(self, owner: Fields | None, field: str) -> Problem | None:
        """Return the problem of a missing field that stands in a comment among its siblings."""
        if owner is None:
            return None
        pattern = re.compile(rf"\s*(?:- )?(# *{re.escape(field)} *:)")
        for number in range(owner.span.line, min(owner.span.end_line, owner.span.line + 400) + 1):
            if match := pattern.match(self.document.line(number)):
                return self.document.at("commented_out", number, match.start(1) + 1, len(match[1]), isian=field)
        return None

    def first_key(self, owner: Fields | None) -> Span:
        """Return the place of a record's or part's first key, where a missing field is told."""
        return owner.pairs[0][0].span if owner and owner.pairs else (self.root.span if self.root else Span(1, 1, 1, 2))

    def example(self, loc: Sequence[str | int]) -> str:
        """Return how a missing field may be filled in."""
        field = described(self.model_at(loc)).get(str(loc[-1]))
        value = field.example if field else "…"
        return as_typed(str(loc[-1]), value)


def is_echo(one: Finding) -> bool:
    """Tell whether a list counts as too short only because its items are wrong."""
    return one.error["type"] == "too_short" and isinstance(one.node, Items) and bool(one.node.nodes)


def is_echo_of(one: Finding, lost: Lost) -> bool:
    """Tell whether an error comes from items that stand in the wrong list."""
    field, *rest = one.loc
    if field == lost.field:
        return bool(rest) and isinstance(rest[0], int) and rest[0] >= lost.begin
    return one.error["type"] == "missing" and not rest and field in lost.meant


def pair_of(node: Fields, name: str) -> tuple[Scalar, Node] | None:
    """Return the key and the value of a name."""
    for key, value in node.pairs:
        if isinstance(key, Scalar) and str(key.text) == name:
            return key, value
    return None


def previous_part(node: Fields, key: Scalar) -> tuple[str, Fields] | None:
    """Return the name and the fields of the last part above a key: a value with fields, or the last item of a list."""
    for name, value in reversed([pair for pair in node.pairs if pair[0].span < key.span]):
        last = value.nodes[-1] if isinstance(value, Items) and value.nodes else value
        if isinstance(last, Fields):
            return str(plain(name)), last
    return None


def marked(span: Span, key: Scalar | None) -> Span:
    """Return the span to mark: the value, or its key when the value is nothing one could see."""
    return key.span if key is not None and span.line == span.end_line and span.column == span.end_column else span


def as_typed(field: str, value: object) -> str:
    """Return a field with a value as one line of YAML, for advice."""
    if isinstance(value, list):
        inner = ", ".join(f'"{item}"' if not isinstance(item, dict) else "…" for item in value)
        return f"{field}: [{inner}]" if "…" not in inner else f"{field}: …"
    return (
        f"{field}: …"
        if isinstance(value, dict)
        else f'{field}: "{value}"'
        if isinstance(value, str)
        else f"{field}: {value}"
    )


def field_of(loc: Sequence[str | int]) -> str:
    """Return the last name of a location, which may end in the index of an item."""
    return next((str(step) for step in reversed(loc) if isinstance(step, str)), "")


def optional(name: str, value: str | None) -> dict[str, str | int]:
    """Return a blank of the wording, if there is something to put into it."""
    return {name: value} if value else {}


def choice_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return the choices, and the one that was probably meant."""
    field = field_of(one.loc)
    annotation = judge.field_model(one.loc).model_fields[field].annotation
    choices = next(kind for kind in kinds_in(annotation) if isinstance(kind, EnumMeta) and issubclass(kind, Choice))
    text = str(one.error["input"])
    listed = ", ".join(one.value for one in choices)
    return {"isi": text, "pilihan": listed, **optional("saran", suggestions.choice(text, labels(choices)))}


def labels(choices: type[Choice]) -> dict[str, str]:
    """Return value -> label."""
    return {one.value: one.label for one in choices}


def fields_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return the fields that belong into a part."""
    field = field_of(one.loc)
    part = part_of(judge.field_model(one.loc), field)
    return {"isian_ada": ", ".join(part.model_fields)} if part else {}


def list_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return how a single text is written as a list."""
    if isinstance(one.node, Scalar) and part_of(judge.model_at(one.loc), str(one.loc[-1])):
        return {}
    if isinstance(one.node, Fields):
        key = plain(one.node.pairs[0][0]) if one.node.pairs else ""
        return {"tulis": f"- {key}: …"}
    text = (one.node.text or "").strip("[]") if isinstance(one.node, Scalar) else ""
    span = one.node.span
    if text and one.key and one.key.span.line < span.line:
        return {"tulis": f"- {judge.document.line(span.line).strip()}"} if span.line == span.end_line else {}
    parts = [part.strip() for part in text.split(",")]
    if text.startswith("-") or not all(re.fullmatch(r"[\w-]+", part) for part in parts):
        # A comma may belong to the text.
        return optional("butir", text and f"- {in_quotes(text.removeprefix('-').strip())}")
    return {"tulis": f"[{', '.join(parts)}]"}


def empty_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return the name of an empty field that has to be there."""
    if not isinstance(name := one.loc[-1], str):
        return {}
    return {"wajib": name} if judge.model_at(one.loc).model_fields[name].is_required() else {}


def value_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return how the value of a field looks that goes on below its name: items, or other fields."""
    example = described(judge.model_at(one.loc))[str(one.loc[-1])].example
    if isinstance(example, list):
        item = example[0]
        return {"butir": f"- {next(iter(item))}: …" if isinstance(item, dict) else f'- "{item}"'}
    return fields_params(judge, one)


def length_params(_: Judge, one: Finding) -> dict[str, str | int]:
    """Return the length and the limit of a text."""
    length, limit = len(str(one.error["input"]).strip()), int(one.error["ctx"]["max_length"])
    return {"panjang": length, "batas": limit, "lebih": length - limit}


def number_params(judge: Judge, one: Finding) -> dict[str, str | int]:
    """Return the plain number in a text when that is certain, and an example."""
    text = str(one.error["input"])
    example = described(judge.field_model(one.loc))[str(one.loc[-1])].example
    is_short = re.search("ribu|juta|mili|rb|jt", text, re.IGNORECASE)
    example = "1500000 untuk 1,5 juta" if is_short else str(example)
    return {"isi": text, "contoh": example, **optional("saran", suggestions.number(text))}


def smallest_params(_: Judge, one: Finding) -> dict[str, str | int]:
    """Return the least number allowed."""
    return {"batas": one.error["ctx"]["ge"]}


def largest_params(_: Judge, one: Finding) -> dict[str, str | int]:
    """Return the greatest number allowed."""
    return {"batas": one.error["ctx"]["le"]}


def yes_no_params(_: Judge, one: Finding) -> dict[str, str | int]:
    """Return true or false for what was probably meant."""
    return {"isi": str(one.error["input"]), **optional("saran", suggestions.yes_no(str(one.error["input"])))}


VALUE_PARAMS: Final[Mapping[str, Callable[[Judge, Finding], dict[str, str | int]]]] = {
    "choice": choice_params,
    "text_empty": empty_params,
    "list_expected": list_params,
    "fields_expected": fields_params,
    "text_too_long": length_params,
    "number": number_params,
    "number_too_small": smallest_params,
    "number_too_large": largest_params,
    "yes_no": yes_no_params,
}
"""What fills the blanks of the wording, by kind."""
