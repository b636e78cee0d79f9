"""What the model says about its fields: their names and words, and the models of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.model import Group
from portal.source import Vocabulary


class Described(NamedTuple):
    """What `model.field` was told of a field."""

    name: str
    label: str
    help: str
    example: Any
    group: Group
    is_required: bool
    is_sourced: bool
    question: str


@cache
def described(model: type[BaseModel]) -> Mapping[str, Described]:
    """Return the fields of a record or part by name, in the model's order."""
    return {name: _described(name, about) for name, about in model.model_fields.items()}


def _described(name: str, about: FieldInfo) -> Described:
    extra = cast("Mapping[str, Any]", about.json_schema_extra)
    (example,) = about.examples or [""]
    return Described(
        name=name,
        label=str(about.title),
        help=str(about.description),
        example=example,
        group=Group(extra["x-kelompok"]),
        is_required=about.is_required(),
        is_sourced=extra["x-bersumber"],
        question=extra["x-pertanyaan"],
    )


@cache
def vocabulary_of(model: type[BaseModel]) -> Vocabulary:
    """Return the names of a model's fields and of its parts' fields."""
    parts = [name for part in parts_of(model) for name in names(part)]
    lists = [name for one in (model, *parts_of(model)) for name in one.model_fields if is_list(one, name)]
    return Vocabulary(frozenset(model.model_fields), frozenset(parts), frozenset(lists))


def parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the models of a model's parts."""
    return [part for field in model.model_fields for part in [part_of(model, field)] if part]


def is_list(model: type[BaseModel], field: str) -> bool:
    """Tell whether a field holds several values."""
    return get_origin(model.model_fields[field].annotation) is tuple


def names(model: type[BaseModel]) -> Iterator[str]:
    """Yield the names of a model's fields and of all below."""
    for field in model.model_fields:
        yield field
        if part := part_of(model, field):
            yield from names(part)


@cache
def part_of(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """Return the model of a field's value or items; None for texts."""
    return next((kind for kind in kinds_in(model.model_fields[field].annotation) if is_model(kind)), None)


def kinds_in(annotation: object) -> Iterator[type]:
    """Yield the classes in an annotation such as `tuple[Source, ...] | None`."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from kinds_in(inner)


def is_model(kind: type) -> bool:
    """Tell whether a class is a model."""
    return issubclass(kind, BaseModel)


def filled(value: object, model: type[BaseModel]) -> object:
    """Return data without the fields that were left empty: an empty field is one that is not there."""
    if isinstance(value, list):
        return [filled(item, model) for item in value]
    if not isinstance(value, dict):
        return value
    fields = model.model_fields
    kept = {key: inner for key, inner in value.items() if inner is not None or key not in fields}
    return {key: filled(inner, part_of(model, key) or model) if key in fields else inner for key, inner in kept.items()}
