"""The JSON Schema (draft 2020-12) of all published JSON files, exported from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from portal.choices import KINDS, Choice
from portal.opendata.publication import (
    TITLE,
    ContactsFile,
    Everything,
    InnovationFile,
    InnovationsFile,
    NeedsFile,
)

FILES: Final[tuple[type[BaseModel], ...]] = (Everything, InnovationsFile, InnovationFile, ContactsFile, NeedsFile)
CHOICES: Final[dict[str, type[Choice]]] = {kind.__name__: kind for kind in KINDS}
_FOR_EDITORS: Final = ("x-pertanyaan", "default")


def schema(address: str) -> dict[str, Any]:
    """Return the schema to publish at `address`; every published JSON file is valid against it."""
    found, _ = _exported(FILES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": TITLE,
        "anyOf": [found[model, "serialization"] for model in FILES],
        "$defs": parts(FILES),
    }


def parts(models: Iterable[type[BaseModel]]) -> dict[str, dict[str, Any]]:
    """Return these kinds of records and all parts of theirs, described, by the names of their classes."""
    _, exported = _exported(tuple(models))
    return {name: _public(name, part, exported["$defs"]) for name, part in exported["$defs"].items()}


@cache
def _exported(models: tuple[type[BaseModel], ...]) -> tuple[Any, dict[str, Any]]:
    return models_json_schema([(model, "serialization") for model in models])


def _public(name: str, part: dict[str, Any], parts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Keep of a part what a stranger needs: Indonesian words, choices with their meaning, bounds as JSON Schema."""
    kept = {key: value for key, value in part.items() if key not in {"title", "description"}}
    if name in CHOICES:
        kept["x-pilihan"] = {one.value: f"{one.label}. {one.help}" for one in CHOICES[name]}
    if "properties" in kept:
        kept["properties"] = {key: dict(_property(value, parts)) for key, value in kept["properties"].items()}
    return kept


def _property(value: dict[str, Any], parts: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    if "title" not in value:  # pydantic leaves out a title that equals the name of the part referred to
        yield "title", parts[value["$ref"].rpartition("/")[2]]["title"]
    bounds = {"ge": "minimum", "le": "maximum"}
    for key, found in value.items():
        if key not in _FOR_EDITORS:
            yield bounds.get(key, key), found
