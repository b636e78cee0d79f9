"""The data dictionary: every published field with its label, kind, meaning and example (Perpres 39/2019: metadata)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from portal import values
from portal.model import Contact
from portal.opendata.publication import About, PublishedInnovation, PublishedNeed, Statement
from portal.opendata.schema import CHOICES, parts

KINDS: Final[Mapping[str, type[BaseModel]]] = {
    "tentang": About,
    "inovasi": PublishedInnovation,
    "kontak": Contact,
    "kebutuhan": PublishedNeed,
    "pernyataan": Statement,
}
_PATTERNS: Final = {
    values.SLUG: "kode",
    values.DAY: "tanggal TTTT-BB-HH",
    values.PARTIAL_DATE: "tanggal TTTT-BB-HH, TTTT-BB, atau TTTT",
    values.START: "tanggal atau tahun; boleh diawali sekitar atau paling lambat",
    values.WEB_ADDRESS: "alamat web",
    values.PHONE: "nomor telepon",
    values.WHATSAPP: "nomor telepon yang lengkap",
    values.EMAIL: "alamat surel",
    values.PICTURE: "nama berkas gambar",
    values.EXTENSION: "angka",
}
_PLAIN: Final = {"string": "teks", "integer": "bilangan bulat", "boolean": "true atau false", "object": "bagian"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One published field. `path` writes parts of a part with a dot and lists with `[]`: `inovasi.sumber[].judul`."""

    path: str
    label: str
    type: str
    kind: str
    may_be_empty: bool
    sourced: bool
    help: str
    example: object
    choices: tuple[tuple[str, str], ...]


@cache
def entries() -> tuple[Entry, ...]:
    """Return every published field, kind by kind, in the model's order; the fields of a part follow the part."""
    described = parts()
    return tuple(one for kind, model in KINDS.items() for one in _fields(kind, described[model.__name__], described))


def _fields(path: str, part: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[Entry]:
    for name, described in part["properties"].items():
        shape, empty = _filled(described)
        suffix, inner = "", shape
        if shape.get("type") == "array":
            suffix, inner = "[]", shape["items"]
        found = inner["$ref"].rpartition("/")[2] if "$ref" in inner else ""
        resolved = parts[found] if found else inner
        place = f"{path}.{name}{suffix}"
        kind = _kind(resolved, found)
        yield Entry(
            path=place,
            label=described["title"],
            type=f"array of {resolved['type']}" if suffix else resolved["type"],
            kind=f"daftar {kind}" if suffix else kind,
            may_be_empty=empty or (bool(suffix) and not shape.get("minItems")),
            sourced=described["x-bersumber"],
            help=described["description"],
            example=described["examples"][0],
            choices=tuple((one.value, one.label) for one in CHOICES[found]) if found in CHOICES else (),
        )
        if "properties" in resolved:
            yield from _fields(place, resolved, parts)


def _filled(described: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """Return what a field holds when it is filled, and whether it may be null."""
    kinds = [kind for kind in described.get("anyOf", [described]) if kind.get("type") != "null"]
    return kinds[0], len(kinds) < len(described.get("anyOf", kinds))


def _kind(shape: Mapping[str, Any], name: str) -> str:
    if name in CHOICES:
        return "pilihan"
    if isinstance(shape.get("additionalProperties"), dict):
        return "pasangan nama isian dan nilainya"
    return _PATTERNS.get(shape.get("pattern", ""), _PLAIN[shape["type"]])
