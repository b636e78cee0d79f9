"""What is published: the records with what a stranger needs to use them, and the envelope of each file.

The published record is the record of the model with a few derived fields; JSON, CSV, JSON Schema and the data
dictionary all derive from the classes below, so they cannot disagree. Empty fields are published as empty, never left
out: a stranger can tell "not known" from "no such field".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portal.catalogue import Catalogue, backing, dates, unknown
from portal.model import Contact, Group, Innovation, Need, Part, Source, field, restored
from portal.values import Day, Line, PartialDate, Slug, Title, WebAddress, Word

VERSION: Final = "1"
FOLDER: Final = f"data/v{VERSION}"
SITE_NAME: Final = "Inovasi Sosial Jatim"
TITLE: Final = "Inovasi layanan Dinas Sosial Provinsi Jawa Timur"
TERMS: Final = (
    "Boleh dipakai lagi dengan menyebut portal ini dan sumber tiap keterangan. Lisensi resminya belum ditetapkan."
)

_DERIVED: Final = Group.EDITORIAL


class PublishedInnovation(Innovation):
    """An innovation as published."""

    alamat: WebAddress = field(
        "Alamat halaman", "Halaman inovasi ini di portal.", "https://contoh.go.id/inovasi/okata-uti/", group=_DERIVED
    )
    diperbarui: Day = field(
        "Diperbarui",
        "Tanggal terakhir isi ini diperiksa atau sumbernya dibaca: TTTT-BB-HH.",
        "2026-11-24",
        group=_DERIVED,
    )
    dasar: dict[str, tuple[WebAddress, ...]] = field(
        "Dasar",
        "Untuk tiap isian yang terisi: alamat sumber yang mendasarinya.",
        {"biaya": ["https://sippn.menpan.go.id/"]},
        group=_DERIVED,
    )
    belum_diketahui: tuple[str, ...] = field(
        "Belum diketahui",
        "Nama isian yang belum ada keterangannya dan dapat ditanyakan ke Dinas Sosial.",
        ["waktu"],
        group=_DERIVED,
    )


class PublishedNeed(Need):
    """A need as published."""

    alamat: WebAddress = field(
        "Alamat halaman", "Halaman kebutuhan ini di portal.", "https://contoh.go.id/kebutuhan/a/", group=_DERIVED
    )


class Statement(Part):
    """A line of `pernyataan.csv`: what is said, and one source that backs it. No JSON file holds it."""

    inovasi: Slug = field("Kode", "Kode inovasi.", "okata-uti")
    nama: Title = field("Nama", "Nama pendek inovasi.", "Okata Uti")
    isian: Word = field("Isian", "Nama isian inovasi.", "biaya")
    urutan: int = field("Urutan", "Nomor isi di dalam daftar; 1 bila bukan daftar.", 1)
    isi: str = field("Isi", "Satu isi dari isian itu.", "Gratis")
    sumber_judul: Line = field("Judul sumber", "Judul halaman atau dokumen.", "Pemulangan Orang Terlantar")
    sumber_penerbit: Line | None = field(
        "Penerbit sumber", "Siapa yang menerbitkan.", "SIPPN, Kementerian PANRB", default=None
    )
    sumber_url: WebAddress = field("Alamat sumber", "Alamat web lengkap.", "https://sippn.menpan.go.id/")
    sumber_tanggal: PartialDate | None = field("Tanggal sumber", "Tanggal terbit.", "2025-12-05", default=None)
    sumber_diakses: Day | None = field("Diakses", "Tanggal sumber dibaca.", "2026-11-24", default=None)


class About(Part):
    """What stands at the head of each file (`tentang`)."""

    versi: str = field("Versi", "Versi format data ini.", VERSION)
    judul: Line = field("Judul", "Nama kumpulan data.", TITLE)
    alamat: WebAddress = field("Alamat", "Alamat berkas ini.", f"https://contoh.go.id/{FOLDER}/semua.json")
    skema: WebAddress = field("Skema", "JSON Schema berkas ini.", f"https://contoh.go.id/{FOLDER}/skema.json")
    penerbit: Line = field("Penerbit", "Siapa yang menerbitkan data ini.", "Dinas Sosial Provinsi Jawa Timur")
    resmi: bool = field("Resmi", "Apakah portal sudah di alamat resmi Dinas Sosial.", False)
    perhatian: Line = field("Perhatian", "Hal yang harus diketahui sebelum data dipakai.", "Isi dapat berubah.")
    pemakaian: Line = field("Syarat pemakaian", "Apa yang boleh dilakukan dengan data ini.", "Sebutkan sumbernya.")
    pemakaian_alamat: WebAddress = field(
        "Alamat syarat pemakaian", "Halaman syarat pemakaian.", "https://contoh.go.id/data-terbuka/#pemakaian"
    )
    diperbarui: Day = field("Diperbarui", "Tanggal terbaru di dalam data: TTTT-BB-HH.", "2026-11-24")
    kontak_bawaan: tuple[str, ...] = field(
        "Kontak bawaan", "Kode kontak yang berlaku bila kontak sebuah inovasi kosong.", ["dinsos-jatim"]
    )
    pengaduan_bawaan: tuple[str, ...] = field(
        "Pengaduan bawaan", "Kode kontak yang berlaku bila pengaduan sebuah inovasi kosong.", ["lapor"]
    )
    darurat: tuple[str, ...] = field("Kontak darurat", "Kode kontak untuk keadaan bahaya.", ["darurat-112"])


class File(Part):
    """A JSON file: what it is about, then its content."""

    tentang: About = field("Tentang", "Keterangan tentang berkas ini.", {"versi": VERSION})


class InnovationFile(File):
    """`inovasi/<id>.json`."""

    data: PublishedInnovation = field("Data", "Satu inovasi.", {"id": "okata-uti"})


class InnovationsFile(File):
    """`inovasi.json`."""

    data: tuple[PublishedInnovation, ...] = field("Data", "Semua inovasi.", [{"id": "okata-uti"}])


class ContactsFile(File):
    """`kontak.json`."""

    data: tuple[Contact, ...] = field("Data", "Semua kontak.", [{"id": "dinsos-jatim"}])


class NeedsFile(File):
    """`kebutuhan.json`."""

    data: tuple[PublishedNeed, ...] = field("Data", "Semua kebutuhan.", [{"id": "tidak-bisa-pulang"}])


class Everything(File):
    """`semua.json`."""

    inovasi: tuple[PublishedInnovation, ...] = field("Inovasi", "Semua inovasi.", [{"id": "okata-uti"}])
    kontak: tuple[Contact, ...] = field("Kontak", "Semua kontak.", [{"id": "dinsos-jatim"}])
    kebutuhan: tuple[PublishedNeed, ...] = field("Kebutuhan", "Semua kebutuhan.", [{"id": "tidak-bisa-pulang"}])


def address(catalogue: Catalogue, name: str) -> str:
    """Return the web address of a file of the open data."""
    return f"{catalogue.settings.alamat}{FOLDER}/{name}"


def terms(catalogue: Catalogue) -> str:
    """Return the web address at which `TERMS` are explained."""
    return f"{catalogue.settings.alamat}data-terbuka/#pemakaian"


def about(catalogue: Catalogue, name: str) -> About:
    """Return the head of the file with this name."""
    settings = catalogue.settings
    return About(
        versi=VERSION,
        judul=TITLE,
        alamat=address(catalogue, name),
        skema=address(catalogue, "skema.json"),
        penerbit=publisher(catalogue),
        resmi=settings.resmi,
        perhatian=warning(catalogue),
        pemakaian=TERMS,
        pemakaian_alamat=terms(catalogue),
        diperbarui=catalogue.updated,
        kontak_bawaan=settings.kontak,
        pengaduan_bawaan=settings.pengaduan,
        darurat=settings.darurat,
    )


def publisher(catalogue: Catalogue) -> str:
    """Return who publishes: the agency only once the portal is at its official address."""
    return catalogue.agency.nama if catalogue.settings.resmi else f"Penyusun portal {SITE_NAME}"


def warning(catalogue: Catalogue) -> str:
    """Return what a stranger must know first: how much of the content the agency has confirmed."""
    if not catalogue.unconfirmed:
        return "Isi dapat berubah. Tanyakan dulu sebelum berangkat atau membayar."
    part = "Belum" if catalogue.unconfirmed == len(catalogue.innovations) else "Sebagian belum"
    return f"{part} dikonfirmasi oleh Dinas Sosial. Tanyakan dulu sebelum berangkat atau membayar."


Grounds = tuple[tuple[str, tuple[Source, ...]], ...]


def innovation(catalogue: Catalogue, record: Innovation, grounds: Grounds) -> PublishedInnovation:
    """Return an innovation as published, resting on these grounds."""
    derived = {
        "alamat": catalogue.address_of(record),
        "diperbarui": changed(catalogue, record),
        "dasar": {name: tuple([source.url for source in sources]) for name, sources in grounds},
        "belum_diketahui": tuple([field.name for field in unknown(record)]),
    }
    return restored(PublishedInnovation, *record.__dict__.values(), *derived.values())


def innovations(catalogue: Catalogue) -> Iterator[PublishedInnovation]:
    """Yield all innovations as published."""
    for one in catalogue.innovations:
        yield innovation(catalogue, one, grounds(one))


def needs(catalogue: Catalogue) -> tuple[PublishedNeed, ...]:
    """Return all needs as published."""
    return tuple(
        PublishedNeed.model_validate(one.model_dump() | {"alamat": f"{catalogue.settings.alamat}kebutuhan/{one.id}/"})
        for one in catalogue.needs
    )


def changed(catalogue: Catalogue, record: Innovation | Contact) -> str:
    """Return the newest date on which a person checked the record or read one of its sources.

    A record without such a date was last looked at when the whole portal was.
    """
    return max(dates(record), default=catalogue.settings.penelusuran)


def grounds(record: Innovation) -> Grounds:
    """Return each filled field that states something, with the sources that back it, in the model's order."""
    found = ((name, backing(record, name)) for name in _STATED if getattr(record, name))
    return tuple([(name, tuple([record.sumber[one - 1] for one in numbers])) for name, numbers in found if numbers])


_UNSOURCED: Final = frozenset({"id", "sumber", "kontak", "pengaduan", "terkait", "status", "diperiksa", "kata_kunci"})
_STATED: Final = tuple(name for name in Innovation.model_fields if name not in _UNSOURCED)
