"""Every file of the open data, in one pass over the innovations: memory does not grow with their number.

A spreadsheet is the exception, and ends where it stops being of use (see `files.SHEET_MOST`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Final

from pydantic import BaseModel
from pydantic_core import to_json

from portal import spreadsheet
from portal.catalogue import Catalogue
from portal.model import Contact, Innovation
from portal.opendata import dictionary, feed, openapi, schema, table
from portal.opendata.dataset import dcat, schema_org
from portal.opendata.files import ONE, SHEET, has_statements, published
from portal.opendata.publication import (
    PublishedInnovation,
    PublishedNeed,
    about,
    address,
    grounds,
    innovation,
    innovations,
    needs,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one innovation adds: its own file, an entry of a JSON list, a line of CSV, lines with its statements."""

    name: str
    own: bytes
    entry: bytes
    line: bytes
    statements: bytes


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield every file, by its name below the folder of the open data; no more than one large one is in memory.

    The four that hold all innovations grow on the disk meanwhile, and come last, each before a small one: whoever
    takes them holds one while the next is made.
    """
    small = list(_small(catalogue))
    yield from small[len(_GROWING) :]
    with ExitStack() as stack:
        grown = {name: stack.enter_context(SpooledTemporaryFile(_HELD)) for name in _GROWING}
        for name, begin in zip(_GROWING, _begins(catalogue), strict=True):
            grown[name].write(begin)
        separator = b"\n  "
        for piece in pieces(catalogue):
            entry = separator + piece.entry
            for name, part in zip(_GROWING, (entry, entry, piece.line, piece.statements), strict=True):
                grown[name].write(part)
            yield piece.name, piece.own
            separator = b",\n  "
        grown["semua.json"].write(_rest(catalogue).encode())
        grown["inovasi.json"].write(b"\n ]\n}\n")
        for (name, file), after in zip(grown.items(), small, strict=False):
            size = file.tell()
            file.seek(0)
            yield name, file.read(size)  # without a size, Python holds it twice
            yield after


_HELD: Final = 8_000_000
"""Bytes of a growing file that stay in memory; more go to the disk."""

_GROWING: Final = ("semua.json", "inovasi.json", "inovasi.csv", "pernyataan.csv")


def _begins(catalogue: Catalogue) -> tuple[bytes, bytes, bytes, bytes]:
    """Return how each of the growing files begins."""
    return (
        _begin(catalogue, "semua.json", "inovasi").encode(),
        _begin(catalogue, "inovasi.json", "data").encode(),
        table.lines([table.names(PublishedInnovation)]),
        table.lines([table.STATEMENT]),
    )


def pieces(catalogue: Catalogue, records: Iterable[Innovation] | None = None) -> Iterator[Piece]:
    """Yield what each innovation adds to the files; with `records`, for these alone."""
    unnamed = ONE.name.format(id="-")  # no id is a hyphen
    begin, _, end = _begin(catalogue, unnamed, "data", "").partition(unnamed)
    for record in catalogue.innovations if records is None else records:
        name, known = ONE.name.format(id=record.id), grounds(record)
        made = innovation(catalogue, record, known)
        own = _indented(made.model_dump_json(indent=1))
        yield Piece(
            name=name,
            own=f"{begin}{name}{end}{own}\n}}\n".encode(),
            entry=_indented(own).encode(),
            line=table.lines([table.row(made)]),
            statements=table.statement_lines(record, known),
        )


def _begin(catalogue: Catalogue, name: str, key: str, opening: str = "[") -> str:
    """Return a JSON file up to its content."""
    head = _indented(about(catalogue, name).model_dump_json(indent=1))
    return f'{{\n "tentang": {head},\n "{key}": {opening}'


def _rest(catalogue: Catalogue) -> str:
    """Return `semua.json` from the end of its innovations on."""
    contacts, wanted = _listed(catalogue.contacts), _listed(needs(catalogue))
    return f'\n ],\n "kontak": {contacts},\n "kebutuhan": {wanted}\n}}\n'


def _listed(records: tuple[BaseModel, ...]) -> str:
    return _indented(to_json(records, indent=1).decode())


def _indented(text: str) -> str:
    """Return JSON one level deeper: a line feed never stands inside a string."""
    return text.replace("\n", "\n ")


def _small(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files whose size does not depend on the innovations, or hardly, and the spreadsheet."""
    wanted = needs(catalogue)
    for name, records in (("kontak.json", catalogue.contacts), ("kebutuhan.json", wanted)):
        yield name, f"{_begin(catalogue, name, 'data', _listed(records))}\n}}\n".encode()
    contacts = (table.row(one) for one in catalogue.contacts)
    yield "kontak.csv", table.lines([table.names(Contact), *contacts])
    yield "kebutuhan.csv", table.lines([table.names(PublishedNeed), *(table.row(one) for one in wanted)])
    yield "kamus.csv", table.lines([_DICTIONARY, *_dictionary()])
    yield "perubahan.atom", feed.feed(catalogue)
    described = {
        "skema.json": schema.schema(address(catalogue, "skema.json")),
        "katalog.jsonld": dcat(catalogue),
        "dataset.jsonld": schema_org(catalogue),
        "openapi.json": openapi.openapi(catalogue),
    }
    for name, content in described.items():
        yield name, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    if SHEET in published(len(catalogue.innovations)):
        yield SHEET.name, _spreadsheet(catalogue)


_DICTIONARY: Final = ("isian", "label", "jenis", "boleh_kosong", "perlu_sumber", "arti", "contoh", "pilihan")


def _dictionary() -> Iterator[tuple[str, ...]]:
    for one in dictionary.entries():
        offered = "; ".join(f"{value}: {label}" for value, label in one.choices)
        yield (
            one.path, one.label, one.kind, table.cell(one.may_be_empty), table.cell(one.sourced), one.help,
            example(one.example), offered,
        )  # fmt: skip


def example(value: object) -> str:
    """Write the example of a field as it stands in JSON, a text without its quotation marks."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _spreadsheet(catalogue: Catalogue) -> bytes:
    """Return the records as people read them: labels instead of field names and codes, one sheet for each kind."""
    kinds: tuple[tuple[str, type[BaseModel], Iterable[BaseModel]], ...] = (
        ("Inovasi", PublishedInnovation, innovations(catalogue)),
        ("Kontak", Contact, catalogue.contacts),
        ("Kebutuhan", PublishedNeed, needs(catalogue)),
    )
    sheets = [
        spreadsheet.table(title, table.labels(model), (table.row(one, spreadsheet.human) for one in records))
        for title, model, records in kinds
    ]
    if has_statements(len(catalogue.innovations)):
        sheets.append(spreadsheet.table("Keterangan dan sumber", table.STATEMENT, _statements(catalogue)))
    sheets.append(spreadsheet.table("Kamus", _DICTIONARY, _dictionary()))
    return spreadsheet.workbook(sheets, catalogue.updated)


def _statements(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    for one in catalogue.innovations:
        for said, backing in table.statements(one, grounds(one), spreadsheet.human):
            yield from ((*said, *source) for source in backing)
