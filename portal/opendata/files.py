"""The files of the open data, described once: DCAT, schema.org and OpenAPI list what stands here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DataFile:
    """A published file: its name below the folder, its media type (IANA), a title, and what it is good for.

    The media type is the one that web servers send for such a name. `part` names the JSON Schema definition of a file
    with data in JSON.
    """

    name: str
    media: str
    title: str
    purpose: str
    part: str = ""


JSON: Final = "application/json"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SHEET: Final = DataFile("portal.xlsx", XLSX, "Excel: semua data", "Untuk dibuka di Excel atau LibreOffice.")
SHEET_MOST: Final = 10_000
"""With more innovations than this there is no spreadsheet: it would take a minute to open, and CSV holds the same."""

STATEMENTS_MOST: Final = 300
"""With more innovations than this the spreadsheet has no sheet of statements: it would have some ten thousand rows."""

FEED_MOST: Final = 100
"""So many innovations stand in the feed, the newest; a reader's programme remembers the older ones."""

LISTED_MOST: Final = 1_000
"""With more innovations than this OpenAPI does not list their codes: `inovasi.csv` does."""

_OTHERS: Final = (
    DataFile("inovasi.csv", CSV, "CSV: satu baris per inovasi", "Untuk tabel dan hitungan."),
    DataFile("pernyataan.csv", CSV, "CSV: satu baris per keterangan dan sumbernya", "Untuk memeriksa sumber."),
    DataFile("kontak.csv", CSV, "CSV: nomor dan alamat bantuan", "Untuk daftar kontak."),
    DataFile("kebutuhan.csv", CSV, "CSV: keadaan warga dan inovasi yang mungkin cocok", "Untuk memandu warga."),
    DataFile("kamus.csv", CSV, "CSV: kamus data", "Arti setiap isian."),
    DataFile("semua.json", JSON, "JSON: semua data", "Untuk program.", "Everything"),
    DataFile("inovasi.json", JSON, "JSON: semua inovasi", "Untuk program.", "InnovationsFile"),
    DataFile("kontak.json", JSON, "JSON: semua kontak", "Untuk program.", "ContactsFile"),
    DataFile("kebutuhan.json", JSON, "JSON: semua kebutuhan", "Untuk program.", "NeedsFile"),
    DataFile("skema.json", JSON, "JSON Schema", "Bentuk setiap berkas JSON."),
    DataFile("perubahan.atom", "application/atom+xml", "Atom: yang baru diperiksa", "Untuk pembaca umpan."),
    DataFile("katalog.jsonld", "application/ld+json", "DCAT", "Untuk katalog data pemerintah."),
    DataFile("dataset.jsonld", "application/ld+json", "schema.org Dataset", "Untuk mesin pencari."),
    DataFile("openapi.json", JSON, "OpenAPI", "Untuk pembuat program."),
)
ONE: Final = DataFile("inovasi/{id}.json", JSON, "JSON: satu inovasi", "Untuk program.", "InnovationFile")


def has_statements(innovations: int) -> bool:
    """Tell whether the spreadsheet has a sheet of statements."""
    return innovations <= STATEMENTS_MOST


def published(innovations: int) -> tuple[DataFile, ...]:
    """Return the files that exist with so many innovations, without the files of single ones."""
    return (SHEET, *_OTHERS) if innovations <= SHEET_MOST else _OTHERS


def downloads(innovations: int) -> tuple[DataFile, ...]:
    """Return the files that hold data."""
    return tuple(
        one for one in published(innovations) if one.part or (one.media in {CSV, XLSX} and one.name != "kamus.csv")
    )
