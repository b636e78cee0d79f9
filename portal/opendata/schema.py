"""The JSON Schema (draft 2020-12) of all published JSON files, exported from the model.

The export is a file of the repository, so that whoever changes the model sees what changes for those who use the data;
`portal derive` writes it again, and a test compares. To export it takes longer than to make all pages of a few records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
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
    Statement,
)

KEPT: Final = Path("portal/opendata/skema.json")
"""Where the export stands in the project."""

FILES: Final[tuple[type[BaseModel], ...]] = (Everything, InnovationsFile, InnovationFile, ContactsFile, NeedsFile)
CHOICES: Final[dict[str, type[Choice]]] = {kind.__name__: kind for kind in KINDS}
_FOR_EDITORS: Final = ("x-pertanyaan", "default")


def schema(address: str) -> dict[str, Any]:
    """Return the schema to publish at `address`; every published JSON file is valid against it."""
    kept = _kept()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": TITLE,
        "anyOf": kept["anyOf"],
        "$defs": kept["$defs"],
    }


def parts() -> dict[str, dict[str, Any]]:
    """Return all kinds of records and all parts of theirs, described, by the names of their classes."""
    kept = _kept()
    return {**kept["$defs"], **kept["csv"]}


@cache
def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(Path(__file__).with_name(KEPT.name).read_text(encoding="utf-8"))
    return kept


def exported() -> dict[str, Any]:
    """Return what the file of the repository holds: `anyOf` and `$defs` of the schema, and what only CSV has."""
    references, parts = _exported(FILES)
    _, only_csv = _exported([Statement])
    return {"anyOf": [references[model, "serialization"] for model in FILES], "$defs": parts, "csv": only_csv}


def _exported(models: Iterable[type[BaseModel]]) -> tuple[Any, dict[str, dict[str, Any]]]:
    references, found = models_json_schema([(model, "serialization") for model in models])
    parts = found["$defs"]
    return references, {name: _public(name, part, parts) for name, part in parts.items()}


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
