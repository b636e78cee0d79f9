"""Values that the model does not accept: every kind has its words, every pattern its advice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from portal import suggestions
from portal.choices import Audience
from portal.model import Contact, Innovation, Need, Settings, Synonym
from portal.wording import WORDS
from portal.wrong_values import KINDS, PATTERNS, labels

MODELS: list[type[BaseModel]] = [Innovation, Contact, Need, Settings, Synonym]
RAISED = {
    # What each kind of schema can raise on text, lists and fields (pydantic's list of validation errors).
    "model-fields": {"missing", "extra_forbidden", "model_type"},
    "str": {"string_type", "string_too_short", "string_too_long", "string_pattern_mismatch"},
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float", "greater_than_equal", "less_than_equal"},
    "bool": {"bool_type", "bool_parsing"},
    "tuple": {"tuple_type", "too_short"},
    "enum": {"enum"},
    "function-before": {"number_form"},
    "function-after": {"date_unreal"},
}
SILENT = {"model", "model-field", "nullable", "default", "definitions", "definition-ref", "no-info"}


def schema_types(schema: Any) -> Iterator[str]:
    """Yield the kinds of schema in a core schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str) and "metadata" not in schema.get("type", ""):
            yield schema["type"]
        for key, inner in schema.items():
            if key != "metadata":
                yield from schema_types(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from schema_types(inner)


@pytest.mark.parametrize("model", MODELS)
def test_every_error_of_the_model_has_words(model: type[BaseModel]):
    model.model_rebuild()  # models are built when they are first needed
    found = set(schema_types(model.__pydantic_core_schema__)) - SILENT
    assert len(found) >= 4
    assert found <= RAISED.keys()
    raised = set().union(*(RAISED[kind] for kind in found)) - {"string_pattern_mismatch"}
    assert raised <= KINDS.keys()
    assert {KINDS[kind] for kind in raised} <= WORDS.keys()


def patterns(schema: Any) -> Iterator[str]:
    """Yield the patterns in a JSON schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for inner in schema.values():
            yield from patterns(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from patterns(inner)


def test_every_pattern_of_the_models_has_words():
    found = {pattern for model in MODELS for pattern in patterns(model.model_json_schema())}
    assert found == PATTERNS.keys()
    assert {kind for kind, _ in PATTERNS.values()} <= WORDS.keys()


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("slug", "Jalan Setia", "jalan-setia"),
        ("slug", "Kafé_Sehat", "kafe-sehat"),
        ("slug", "---", None),
        ("web_address", "www.dinsos.id", "https://www.dinsos.id"),
        ("web_address", "htps://dinsos.id/é", "https://dinsos.id/%C3%A9"),
        ("web_address", "https://dinsos.id/a b", None),
        ("web_address", "https://dinsos.id/ https://dinsos.go.id/", None),
        ("web_address", "http//dinsos.id", "https://dinsos.id"),
        ("web_address", "javascript:alert(1)", None),
        ("web_address", "https://a:b@dinsos.id", None),
        ("day", "5 Desember 2025", "2025-12-05"),
        ("day", "05/12/2025", "2025-12-05"),
        ("day", "Selasa, 24 November 2026", "2026-11-24"),
        ("day", "2025/1/5", "2025-01-05"),
        ("day", "31-02-2025", None),
        ("partial_date", "Desember 2025", "2025-12"),
        ("partial_date", "2025/12", "2025-12"),
        ("partial_date", "kemarin", None),
        ("start", "kira-kira 2021", "sekitar 2021"),
        ("start", "sebelum Mei 2020", "paling lambat 2020-05"),
        ("start", "dulu", None),
        ("phone", "031.8290794", "031-8290794"),
        ("phone", "tidak ada", None),
        ("phone", "628111129129", "+628111129129"),
        ("phone", "8111129129", "08111129129"),
        ("phone", "+62 0811 1129 129", "0811-1129-129"),
        ("phone", "(031 8290794", "031-8290794"),
        ("phone", "031–8290794", "031-8290794"),
        ("phone", "8290794", None),
        ("phone", "11 2", None),
        ("phone", "031-8290794/8290795", None),
        ("phone", "031-8290794, 8296515", None),
        ("phone", "031-8290794 8296515", None),
        ("phone", "031-8290794 ext 8", None),
        ("phone", "O8111129129", None),
        ("phone", "08111l29129", None),
        ("whatsapp", "112", None),
        ("email", "dinsos (at) jatimprov.go.id", "dinsos@jatimprov.go.id"),
        ("email", "dinsos @ jatimprov.go.id", "dinsos@jatimprov.go.id"),
        ("email", "humas dinsos56b@jatimprov.go.id", None),
        ("email", "dinsos", None),
        ("angles", "<b>Okata</b>", "Okata"),
        ("picture", "Foto Uti.JPEG", "foto-uti.jpg"),
        ("picture", "foto.docx", None),
        ("extension", "ext 8", "8"),
        ("extension", "8 atau 9", None),
    ],
)
def test_advice_for_a_pattern(kind: str, typed: str, meant: str | None):
    suggest = dict(PATTERNS.values())[kind]
    assert suggest(typed) == meant


@pytest.mark.parametrize("typed", ["lansiaa", "Lansia", "LANSIA", "lansia "])
def test_a_choice_is_found_by_what_it_looks_like(typed: str):
    assert suggestions.choice(typed, labels(Audience)) == "lansia"


def test_a_choice_is_found_by_the_label_that_readers_see():
    assert suggestions.choice("Orang telantar", labels(Audience)) == "telantar"
