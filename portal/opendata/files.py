"""The files of the open data, described once: DCAT, schema.org and OpenAPI list what stands here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DataFile:
    """A published file: its name below the folder, its media type (IANA), a title, and what it is good for.

    `part` names the JSON Schema definition of a JSON file.
    """

    name: str
    media: str
    title: str
    purpose: str
    part: str = ""


JSON: Final = "application/json"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FILES: Final = (
    DataFile("portal.xlsx", XLSX, "Excel: semua data", "Untuk dibuka di Excel atau LibreOffice."),
    DataFile("inovasi.csv", CSV, "CSV: satu baris per inovasi", "Untuk tabel dan hitungan."),
    DataFile("pernyataan.csv", CSV, "CSV: satu baris per keterangan dan sumbernya", "Untuk memeriksa sumber."),
    DataFile("kontak.csv", CSV, "CSV: nomor dan alamat bantuan", "Untuk daftar kontak."),
    DataFile("kebutuhan.csv", CSV, "CSV: keadaan warga dan inovasi yang mungkin cocok", "Untuk memandu warga."),
    DataFile("kamus.csv", CSV, "CSV: kamus data", "Arti setiap isian."),
    DataFile("semua.json", JSON, "JSON: semua data", "Untuk program.", "Everything"),
    DataFile("inovasi.json", JSON, "JSON: semua inovasi", "Untuk program.", "InnovationsFile"),
    DataFile("kontak.json", JSON, "JSON: semua kontak", "Untuk program.", "ContactsFile"),
    DataFile("kebutuhan.json", JSON, "JSON: semua kebutuhan", "Untuk program.", "NeedsFile"),
    DataFile("skema.json", "application/schema+json", "JSON Schema", "Bentuk setiap berkas JSON."),
    DataFile("perubahan.atom", "application/atom+xml", "Atom: yang baru diperiksa", "Untuk pembaca umpan."),
    DataFile("katalog.jsonld", "application/ld+json", "DCAT", "Untuk katalog data pemerintah."),
    DataFile("dataset.jsonld", "application/ld+json", "schema.org Dataset", "Untuk mesin pencari."),
    DataFile("openapi.json", "application/openapi+json", "OpenAPI", "Untuk pembuat program."),
)
ONE: Final = DataFile("inovasi/{id}.json", JSON, "JSON: satu inovasi", "Untuk program.", "InnovationFile")
DATA: Final = tuple(one for one in FILES if one.media in {JSON, CSV, XLSX} and one.name != "kamus.csv")
