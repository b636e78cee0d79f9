"""The schema for editors is fresh, valid, and agrees with the model on the real data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portal.editor_schema import FOLDER, files
from portal.model import Innovation

ROOT = Path(__file__).parent.parent


def inner(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield the schemas in a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from inner(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from inner(value)


@pytest.mark.parametrize("path", files())
def test_the_committed_schema_is_fresh(path: Path):
    assert (ROOT / path).read_text(encoding="utf-8") == files()[path], "segarkan dengan: python3 run.py derive"


def test_every_field_has_its_help():
    schema = json.loads(files()[FOLDER / "innovations.json"])
    properties = schema["items"]["properties"]
    assert properties.keys() == Innovation.model_fields.keys()
    for name, about in properties.items():
        assert about["description"].startswith(f"{Innovation.model_fields[name].title}. ")


@pytest.mark.parametrize("text", files().values())
def test_nothing_in_it_trips_editors_up(text: str):
    for schema in inner(json.loads(text)):
        assert not {"title", "anyOf", "default", "x-kelompok"} & schema.keys() or "type" not in schema
        if "pattern" in schema:
            assert schema["patternErrorMessage"]
            re.compile(schema["pattern"])
        if "enum" in schema:
            assert len(schema["enumDescriptions"]) == len(schema["enum"])


def test_the_editor_knows_which_schema_is_whose():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, data in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert (ROOT / (data if isinstance(data, str) else data[0])).is_file()
    assert settings["yaml.schemas"]["./data/schema/innovations.json"][1] == "data/innovations/*.yaml"
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
