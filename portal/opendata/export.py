"""Every file of the open data, in one pass over the innovations: memory does not grow with their number.

Several processes can share the innovations: what some of them give is a portion, and portions come in any order. A
spreadsheet is the exception, and ends where it stops being of use (see `files.SHEET_MOST`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

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
from portal.spool import Place, Spool


@dataclass(frozen=True, slots=True)
class Piece:
    """What one innovation adds: its own file, an entry of a JSON list, a line of CSV, lines with its statements."""

    name: str
    own: bytes
    entry: bytes
    line: bytes
    statements: bytes


class Kind(Enum):
    """What grows with the innovations: entries of JSON lists, lines of CSV, lines with statements, the spreadsheet."""

    ENTRIES = 0
    LINES = 1
    STATEMENTS = 2
    SHEET = 3


class Portion(NamedTuple):
    """What some innovations add to the files that hold all; portions stand in the order of their numbers."""

    number: int
    contents: Mapping[Kind, bytes]


def portion(number: int, pieces: Iterable[Piece]) -> Portion:
    """Join the pieces of innovations in a row; `number` is that of the first."""
    some = list(pieces)
    entries = (_BETWEEN if number else _FIRST) + _BETWEEN.join([one.entry for one in some])
    lines, statements = b"".join([one.line for one in some]), b"".join([one.statements for one in some])
    return Portion(number, {Kind.ENTRIES: entries, Kind.LINES: lines, Kind.STATEMENTS: statements})


_FIRST: Final = b"\n  "
_BETWEEN: Final = b",\n  "


class Grown:
    """Portions of the files that hold all innovations, kept on the disk until every one is there."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the portions below a folder (see `Spool`)."""
        self._kept = {kind: Spool(folder) for kind in Kind}
        self._places: dict[Kind, list[tuple[int, Place]]] = {kind: [] for kind in Kind}

    def add(self, portion: Portion) -> None:
        """Take a portion; they may come in any order."""
        for kind, content in portion.contents.items():
            self._places[kind].append((portion.number, self._kept[kind].put(content)))

    def files(self, catalogue: Catalogue) -> Iterator[tuple[str, Joined]]:
        """Yield the files that hold all innovations, by their names."""
        begin = _begin(catalogue, "semua.json", "inovasi").encode()
        yield "semua.json", self._joined(Kind.ENTRIES, begin, _rest(catalogue).encode())
        begin = _begin(catalogue, "inovasi.json", "data").encode()
        yield "inovasi.json", self._joined(Kind.ENTRIES, begin, b"\n ]\n}\n")
        yield "inovasi.csv", self._joined(Kind.LINES, table.lines([table.names(PublishedInnovation)]))
        yield "pernyataan.csv", self._joined(Kind.STATEMENTS, table.lines([table.STATEMENT]))
        if self._places[Kind.SHEET]:
            yield SHEET.name, self._joined(Kind.SHEET)

    def _joined(self, kind: Kind, begin: bytes = b"", end: bytes = b"") -> Joined:
        places = [place for _, place in sorted(self._places[kind])]
        return Joined(self._kept[kind], begin, places, end)


@dataclass(frozen=True, slots=True)
class Joined:
    """A file on the disk, in pieces: a beginning, portions of a kind from where they are kept, and an end."""

    kept: Spool
    begin: bytes
    places: Sequence[Place]
    end: bytes

    def __iter__(self) -> Iterator[bytes]:
        yield self.begin
        yield from map(self.kept.get, self.places)
        yield self.end

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.begin) + sum(size for _, size in self.places) + len(self.end)


def pieces(catalogue: Catalogue, records: Iterable[Innovation]) -> Iterator[Piece]:
    """Yield what each of these innovations adds to the files."""
    unnamed = ONE.name.format(id="-")  # no id is a hyphen
    begin, _, end = _begin(catalogue, unnamed, "data", "").partition(unnamed)
    for record in records:
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


def tables(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files of contacts and needs."""
    wanted = needs(catalogue)
    for name, records in (("kontak.json", catalogue.contacts), ("kebutuhan.json", wanted)):
        yield name, f"{_begin(catalogue, name, 'data', _listed(records))}\n}}\n".encode()
    contacts = (table.row(one) for one in catalogue.contacts)
    yield "kontak.csv", table.lines([table.names(Contact), *contacts])
    yield "kebutuhan.csv", table.lines([table.names(PublishedNeed), *(table.row(one) for one in wanted)])


def described(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files that tell of the others, by their names."""
    yield "kamus.csv", table.lines([_DICTIONARY, *_dictionary()])
    yield "perubahan.atom", feed.feed(catalogue)
    texts = {
        "skema.json": schema.schema(address(catalogue, "skema.json")),
        "katalog.jsonld": dcat(catalogue),
        "dataset.jsonld": schema_org(catalogue),
        "openapi.json": openapi.openapi(catalogue),
    }
    for name, content in texts.items():
        yield name, to_json(content, indent=1) + b"\n"


def sheet(catalogue: Catalogue) -> Iterator[Portion]:
    """Yield the spreadsheet, where there is one."""
    if SHEET in published(len(catalogue.innovations)):
        yield Portion(0, {Kind.SHEET: _spreadsheet(catalogue)})


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
