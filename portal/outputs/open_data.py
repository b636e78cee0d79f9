"""Open data: the files below `data/v1/`, the page that hands them out, and the data dictionary as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from portal import spreadsheet, words
from portal.catalogue import Catalogue
from portal.model import Contact
from portal.opendata import dictionary, feed, openapi, schema, table
from portal.opendata.dataset import dcat, schema_org
from portal.opendata.publication import (
    FOLDER,
    ContactsFile,
    Everything,
    InnovationFile,
    InnovationsFile,
    NeedsFile,
    PublishedInnovation,
    PublishedNeed,
    about,
    address,
    innovations,
    needs,
    updated,
    warning,
)
from portal.outputs.page import Head, Page, markdown


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `data-terbuka.md`, `kamus-data.md` and every file of the open data."""
    made = {page.path: page for page in (*_json(catalogue), *_csv(catalogue), *_described(catalogue))}
    yield from made.values()
    yield markdown(
        "data-terbuka.md",
        Head(
            "Data terbuka",
            "Unduh isi portal ini sebagai Excel, CSV, atau JSON, lengkap dengan sumbernya.",
            linked_data=schema_org(catalogue),
        ),
        "open_data.md.j2",
        catalogue=catalogue,
        folder=FOLDER,
        updated=updated(catalogue),
        warning=warning(catalogue),
        sizes={path.removeprefix(f"{FOLDER}/"): _size(page.content) for path, page in made.items()},
    )
    yield markdown(
        "kamus-data.md",
        Head("Kamus data", "Arti setiap isian di data terbuka portal ini."),
        "data_dictionary.md.j2",
        entries=tuple(dictionary.entries()),
        show=_example,
    )


def _size(content: bytes) -> str:
    """Write how much a download costs, in the unit of a telephone's data plan."""
    return f"{words.number(max(1, round(len(content) / 1000)))} KB"


def _json(catalogue: Catalogue) -> Iterator[Page]:
    published, wanted = innovations(catalogue), needs(catalogue)
    yield _record(
        "semua.json",
        Everything(
            tentang=about(catalogue, "semua.json"), inovasi=published, kontak=catalogue.contacts, kebutuhan=wanted
        ),
    )
    yield _record("inovasi.json", InnovationsFile(tentang=about(catalogue, "inovasi.json"), data=published))
    for one in published:
        name = f"inovasi/{one.id}.json"
        yield _record(name, InnovationFile(tentang=about(catalogue, name), data=one))
    yield _record("kontak.json", ContactsFile(tentang=about(catalogue, "kontak.json"), data=catalogue.contacts))
    yield _record("kebutuhan.json", NeedsFile(tentang=about(catalogue, "kebutuhan.json"), data=wanted))


def _record(name: str, content: BaseModel) -> Page:
    return _text(name, content.model_dump(mode="json"))


def _text(name: str, content: object) -> Page:
    return Page(f"{FOLDER}/{name}", (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def _csv(catalogue: Catalogue) -> Iterator[Page]:
    def made(name: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Page:
        return Page(f"{FOLDER}/{name}", table.write_csv(columns, rows))

    published, wanted = innovations(catalogue), needs(catalogue)
    yield made("inovasi.csv", table.names(PublishedInnovation), (table.row(one) for one in published))
    yield made("kontak.csv", table.names(Contact), (table.row(one) for one in catalogue.contacts))
    yield made("kebutuhan.csv", table.names(PublishedNeed), (table.row(one) for one in wanted))
    yield made("pernyataan.csv", table.STATEMENT, table.statements(catalogue.innovations))
    yield made("kamus.csv", _DICTIONARY, _dictionary())
    yield Page(f"{FOLDER}/portal.xlsx", _spreadsheet(catalogue))


_DICTIONARY = ("isian", "label", "jenis", "boleh_kosong", "perlu_sumber", "arti", "contoh", "pilihan")


def _dictionary() -> Iterator[tuple[str, ...]]:
    for one in dictionary.entries():
        offered = "; ".join(f"{value}: {label}" for value, label in one.choices)
        yield (
            one.path, one.label, one.kind, table.cell(one.may_be_empty), table.cell(one.sourced), one.help,
            _example(one.example), offered,
        )  # fmt: skip


def _example(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _spreadsheet(catalogue: Catalogue) -> bytes:
    """Return the records as people read them: labels instead of field names and codes, one sheet for each kind."""
    human = spreadsheet.human
    kinds = (
        ("Inovasi", PublishedInnovation, innovations(catalogue)),
        ("Kontak", Contact, catalogue.contacts),
        ("Kebutuhan", PublishedNeed, needs(catalogue)),
    )
    sheets = [
        spreadsheet.table(title, table.labels(model), (table.row(one, human) for one in records))
        for title, model, records in kinds
    ]
    sheets.append(
        spreadsheet.table("Keterangan dan sumber", table.STATEMENT, table.statements(catalogue.innovations, human))
    )
    sheets.append(spreadsheet.table("Kamus", _DICTIONARY, _dictionary()))
    return spreadsheet.workbook(sheets, updated(catalogue))


def _described(catalogue: Catalogue) -> Iterator[Page]:
    yield _text("skema.json", schema.schema(address(catalogue, "skema.json")))
    yield Page(f"{FOLDER}/perubahan.atom", feed.feed(catalogue))
    yield _text("katalog.jsonld", dcat(catalogue))
    yield _text("dataset.jsonld", schema_org(catalogue))
    yield _text("openapi.json", openapi.openapi(catalogue))
