"""JSON Schema of the data files for editors such as VS Code: completion, help and Indonesian messages while typing.

Derived from the model, then made fit for yaml-language-server 2: no titles (they show up as completions), no
`anyOf: [X, null]` (it hides the messages of X), every message in Indonesian. The schema is a comfort; `portal check`
decides.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from portal.choices import KINDS
from portal.fields import described
from portal.formatting import as_yaml
from portal.loading import FILES
from portal.model import Settings
from portal.wording import WORDS
from portal.wrong_values import PATTERNS

Schema = dict[str, Any]

FOLDER: Final = Path("data/schema")
LISTS: Final[dict[str, type[BaseModel]]] = {Path(name).stem: kind.model for name, kind in FILES.items() if kind.is_list}
"""Data files whose root is a list, with the model of a record."""

KEPT: Final = ("type", "items", "properties", "required", "additionalProperties", "enum", "pattern", "$ref", "$defs")
LIMITS: Final = ("minLength", "maxLength", "minItems", "minimum", "maximum")


def files() -> dict[Path, str]:
    """Return the schema files of the project, path -> text."""
    schemas = {name: list_of(record_schema(model)) for name, model in LISTS.items()}
    schemas["portal"] = record_schema(Settings)
    return {FOLDER / f"{name}.json": as_text(schema) for name, schema in schemas.items()}


def as_text(schema: Schema) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def list_of(record: Schema) -> Schema:
    """Return the schema of a file whose root is a list of records."""
    definitions = record.pop("$defs", {})
    dialect = record.pop("$schema")
    return {"$schema": dialect, "type": "array", "items": record, "$defs": definitions}


def record_schema(model: type[BaseModel]) -> Schema:
    """Return the schema of one record."""
    raw = model.model_json_schema()
    # pydantic leaves out the title of a field that is a reference with a default.
    for name, about in described(model).items():
        raw["properties"][name].setdefault("title", about.label)
    schema = fit(raw)
    schema["defaultSnippets"] = [snippet(model)]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def snippet(model: type[BaseModel]) -> Schema:
    """Return what an editor offers for an empty record: the required fields with their examples."""
    body = {name: about.example for name, about in described(model).items() if about.is_required}
    return {"label": "isian wajib", "description": "Semua isian wajib, untuk diganti isinya.", "body": body}


def fit(schema: Schema) -> Schema:
    """Return a schema, and those inside it, without what editors trip over and with messages in Indonesian."""
    inner = without_null(schema)
    made: Schema = {key: fit_value(key, inner[key]) for key in (*KEPT, *LIMITS) if key in inner}
    if "$ref" in schema and "description" not in schema:
        return made
    if description := describe(schema):
        made["description"] = description
    if "enum" in made:
        made |= choice_help(made["enum"])
    return made | messages(made)


def fit_value(key: str, value: Any) -> Any:
    """Return the value of a keyword with the schemas in it made fit."""
    if key in {"properties", "$defs"}:
        return {name: fit(inner) for name, inner in value.items()}
    return fit(value) if key == "items" else value


def without_null(schema: Schema) -> Schema:
    """Return the schema of an optional value as that of the value: an empty field is simply not there."""
    options = [option for option in schema.get("anyOf", []) if option.get("type") != "null"]
    return {**schema, **options[0]} if options else schema


def describe(schema: Schema) -> str:
    """Return label, help and example of a field as one text."""
    if "title" not in schema or "x-kelompok" not in schema:
        return ""
    example = schema.get("examples", [""])[0]
    lines = "\n".join(as_yaml("contoh", example)).removeprefix("contoh:").strip("\n ")
    return f"{schema['title']}. {schema['description']}\nContoh: {lines}"


def choice_help(values: list[str]) -> Schema:
    """Return the help of each choice of a fixed list."""
    kind = next(kind for kind in KINDS if [one.value for one in kind] == values)
    return {"enumDescriptions": [f"{one.label}. {one.help}" for one in kind]}


def messages(schema: Schema) -> Schema:
    """Return the Indonesian messages of a schema: for a wrong pattern, for anything else."""
    made: Schema = {}
    if "pattern" in schema:
        kind = PATTERNS[schema["pattern"]][0]
        made["patternErrorMessage"] = sentence(kind)
    if "enum" in schema:
        made["errorMessage"] = "Pilih salah satu: " + ", ".join(schema["enum"])
    elif schema.get("type") in EXPECTED:
        made["errorMessage"] = EXPECTED[schema["type"]]
    return made


EXPECTED: Final = {
    "object": "Ada isian yang tidak dikenal, atau isian wajib yang belum ditulis.",
    "string": "Di sini harus teks; apit dengan tanda kutip.",
    "integer": "Di sini harus angka saja, tanpa titik dan tanda kutip.",
    "boolean": "Tulis true atau false.",
    "array": "Di sini harus butir: tiap butir di baris sendiri, diawali tanda - dan spasi.",
}
"""What editors say about a value of the wrong kind."""


def sentence(kind: str) -> str:
    """Return the words of a kind of problem without blanks."""
    words = WORDS[kind]
    example = next((text for text in reversed(words.helps) if "{" not in text), "")
    return f"{words.title[0].upper()}{words.title[1:]}; {example}." if example else words.title
