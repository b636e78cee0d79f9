"""What is wrong with a value, as a problem with advice; the model tells only that it does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import EnumMeta
from typing import Final

from portal import suggestions, values
from portal.choices import Choice
from portal.fields import kinds_in, part_of
from portal.findings import Finding
from portal.problems import Problem
from portal.source import Fields, Items, Scalar
from portal.source.nodes import Span, plain
from portal.source.quoting import in_quotes

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

REFERENCES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("kontak", "pengaduan", "instansi", "darurat"), "data/contacts.yaml"),
    **dict.fromkeys(("terkait", "inovasi"), "data/innovations.yaml"),
    "sumber": "isian sumber di inovasi ini",
}
"""Every field that holds the code of something else -> where that has its code."""

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


def wrong_value(one: Finding) -> Problem:
    """Return the problem of a value that the model does not accept."""
    kind = KINDS.get(one.error["type"], "value_invalid")
    return wrong_shape(one, kind) or wrong_content(one, kind)


def wrong_shape(one: Finding, kind: str) -> Problem | None:
    """Return the problem of a value of the wrong kind: fields or items for a text, an item without a text."""
    if isinstance(one.node, Scalar):
        if one.node.text is not None:
            return None
        line, column, *_ = one.node.span
        return one.document.at("item_empty", line, column - 1, isian=one.field)
    if kind in {"list_expected", "fields_expected", "list_empty"}:
        return None
    if found := swallowed(one):
        return found
    kind = "text_not_list" if isinstance(one.node, Items) else "text_not_fields"
    return one.document.problem(kind, one.node.span, isian=one.field)


def swallowed(one: Finding) -> Problem | None:
    """Return the problem of a field that stands too far right, below a field that was left empty."""
    if not isinstance(one.node, Fields) or not one.node.pairs or one.is_item:
        return None
    key = one.node.pairs[0][0]
    name = str(plain(key))
    if name not in one.model.model_fields:
        return None
    return one.document.problem("too_far_right", key.span, isian=name, sejajar=one.field)


def wrong_content(one: Finding, kind: str) -> Problem:
    """Return the problem of a text that does not fit, or of items or fields in place of something else."""
    if kind == "choice" and (lost := lost_dash(one)):
        return lost
    kind, params = told(one, kind)
    return one.document.problem(kind, marked(one.node.span, one.key), **{"isian": one.field, **params})


def lost_dash(one: Finding) -> Problem | None:
    """Return the problem of two choices that run together because the dash of the second is lost."""
    span = one.node.span
    if span.line == span.end_line or not one.is_item:
        return None
    line = one.document.line(span.end_line)
    start = len(line) - len(line.lstrip())
    place = Span(span.end_line, start + 1, span.end_line, len(line.rstrip()) + 1)
    return one.document.problem("item_dash_missing", place, tulis=f"- {line.strip()}")


def marked(span: Span, key: Scalar | None) -> Span:
    """Return the span to mark: the value, or its key when the value is nothing one could see."""
    return key.span if key is not None and span.line == span.end_line and span.column == span.end_column else span


def told(one: Finding, kind: str) -> tuple[str, dict[str, str | int]]:
    """Return the final kind of a wrong value and what fills the blanks of its wording."""
    if one.error["type"] == "string_pattern_mismatch":
        kind, suggest = PATTERNS[one.error["ctx"]["pattern"]]
        typed = str(one.error["input"])
        if kind == "slug" and (place := REFERENCES.get(one.field, "")):
            return "reference", {"isi": typed, "tempat": place}
        more = suggestions.phone_parts(typed) if kind in {"phone", "whatsapp"} else {}
        return kind, {**optional("saran", suggest(typed)), **more}
    return kind, VALUE_PARAMS[kind](one) if kind in VALUE_PARAMS else {}


def optional(name: str, value: str | None) -> dict[str, str | int]:
    """Return a blank of the wording, if there is something to put into it."""
    return {name: value} if value else {}


def choice_params(one: Finding) -> dict[str, str | int]:
    """Return the choices, and the one that was probably meant."""
    annotation = one.model.model_fields[one.field].annotation
    choices = next(kind for kind in kinds_in(annotation) if isinstance(kind, EnumMeta) and issubclass(kind, Choice))
    text = str(one.error["input"])
    listed = ", ".join(one.value for one in choices)
    return {"isi": text, "pilihan": listed, **optional("saran", suggestions.choice(text, labels(choices)))}


def labels(choices: type[Choice]) -> dict[str, str]:
    """Return value -> label."""
    return {one.value: one.label for one in choices}


def fields_params(one: Finding) -> dict[str, str | int]:
    """Return the fields that belong into a part."""
    part = part_of(one.model, one.field)
    return {"isian_ada": ", ".join(part.model_fields)} if part else {}


def list_params(one: Finding) -> dict[str, str | int]:
    """Return how a single text is written as a list."""
    if isinstance(one.node, Scalar) and part_of(one.model, one.field):
        return {}
    if isinstance(one.node, Fields):
        key = plain(one.node.pairs[0][0]) if one.node.pairs else ""
        return {"tulis": f"- {key}: …"}
    text = (one.node.text or "").strip("[]") if isinstance(one.node, Scalar) else ""
    span = one.node.span
    if text and one.key and one.key.span.line < span.line:
        return {"tulis": f"- {one.document.line(span.line).strip()}"} if span.line == span.end_line else {}
    parts = [part.strip() for part in text.split(",")]
    if text.startswith("-") or not all(re.fullmatch(r"[\w-]+", part) for part in parts):
        # A comma may belong to the text.
        return optional("butir", text and f"- {in_quotes(text.removeprefix('-').strip())}")
    return {"tulis": f"[{', '.join(parts)}]"}


def empty_params(one: Finding) -> dict[str, str | int]:
    """Return the name of an empty field that has to be there."""
    return {"wajib": one.field} if one.about.is_required and not one.is_item else {}


def expected_params(one: Finding) -> dict[str, str | int]:
    """Return how the value of a field looks that goes on below its name: items, or other fields."""
    example = one.about.example
    if isinstance(example, list):
        item = example[0]
        return {"butir": f"- {next(iter(item))}: …" if isinstance(item, dict) else f'- "{item}"'}
    return fields_params(one)


def length_params(one: Finding) -> dict[str, str | int]:
    """Return the length and the limit of a text."""
    length, limit = len(str(one.error["input"]).strip()), int(one.error["ctx"]["max_length"])
    return {"panjang": length, "batas": limit, "lebih": length - limit}


def number_params(one: Finding) -> dict[str, str | int]:
    """Return the plain number in a text when that is certain, and an example."""
    text = str(one.error["input"])
    is_short = re.search("ribu|juta|mili|rb|jt", text, re.IGNORECASE)
    example = "1500000 untuk 1,5 juta" if is_short else str(one.about.example)
    return {"isi": text, "contoh": example, **optional("saran", suggestions.number(text))}


def smallest_params(one: Finding) -> dict[str, str | int]:
    """Return the least number allowed."""
    return {"batas": one.error["ctx"]["ge"]}


def largest_params(one: Finding) -> dict[str, str | int]:
    """Return the greatest number allowed."""
    return {"batas": one.error["ctx"]["le"]}


def yes_no_params(one: Finding) -> dict[str, str | int]:
    """Return true or false for what was probably meant."""
    return {"isi": str(one.error["input"]), **optional("saran", suggestions.yes_no(str(one.error["input"])))}


VALUE_PARAMS: Final[Mapping[str, Callable[[Finding], dict[str, str | int]]]] = {
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
