"""The record and its parts: every field once, with its type, label, help and example.

Everything that describes a record derives from here: validation, JSON Schema, the guide's field table, pages, open
data.
Keys are the staff's Indonesian vocabulary. The field list follows Permenpan 15/2014 (the six delivery components of a
service standard), Indeks Inovasi Daerah, CPSV-AP and Open Referral HSDS.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from portal.choices import Audience, ContactKind, Form, Language, Level, Origin, Stage, Status
from portal.values import (
    EXTENSION,
    PICTURE,
    Day,
    Digits,
    Email,
    Line,
    LongTitle,
    Paragraph,
    PartialDate,
    Phone,
    Slug,
    Start,
    Text,
    Title,
    WebAddress,
    WhatsApp,
    Word,
)


class Group(StrEnum):
    """Who or what a field is for; the order of the guide and of the template record."""

    REQUIRED = "wajib"
    CITIZEN = "untuk warga"
    INNOVATION = "tentang inovasi"
    EDITORIAL = "untuk redaksi"


def field(
    label: str,
    help: str,
    example: object,
    *,
    group: Group = Group.REQUIRED,
    sourced: bool = False,
    question: str = "",
    default: Any = ...,
    min_items: int | None = None,
) -> Any:
    """Describe one field for people.

    `example` is the value as it stands in the YAML. `sourced` marks a statement of fact: once it is filled in, one of
    the record's `sumber` must back it. `question` is what a reader may ask the agency while the field is empty. An
    optional list defaults to the empty tuple, any other optional field to None.
    """
    return Field(
        default,
        title=label,
        description=help,
        examples=[example],
        min_length=min_items,
        json_schema_extra={"x-kelompok": group.value, "x-bersumber": sourced, "x-pertanyaan": question},
    )


class Part(BaseModel):
    """Base of the record and its parts: immutable, and a key that is not listed is an error."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        defer_build=True,
        json_schema_serialization_defaults_required=True,  # an empty field is published too
    )


Record = TypeVar("Record", bound=Part)
_UNSET: Final[set[str]] = set()  # one for all, an eighth of their memory: records are frozen, and nobody asks
_SHARED: Final = 30
"""So many names CPython keeps once for all records of a kind whose values are put one by one: half a source's memory.

The first record of a kind decides: see the last lines.
"""

_put: Final = object.__setattr__  # records are frozen


@cache
def _names(model: type[Part]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def restored(model: type[Record], *values: object) -> Record:
    """Return a record of a model from values in the order of its fields, which were validated before."""
    record = model.__new__(model)
    named = zip(_names(model), values, strict=True)
    if len(values) > _SHARED:
        _put(record, "__dict__", dict(named))
    else:
        for name, value in named:
            _put(record, name, value)
    _put(record, "__pydantic_fields_set__", _UNSET)
    _put(record, "__pydantic_extra__", None)
    _put(record, "__pydantic_private__", None)
    return record


class Source(Part):
    """Where statements come from. `untuk` names the fields that this source backs; without it, the source backs all."""

    id: Slug | None = field(
        "Kode sumber", "Kode pendek untuk dirujuk dari hasil atau penghargaan.", "sippn", default=None
    )
    judul: Line = field("Judul", "Judul halaman atau dokumen.", "Pemulangan Orang Terlantar")
    penerbit: Line | None = field("Penerbit", "Siapa yang menerbitkan.", "SIPPN, Kementerian PANRB", default=None)
    url: WebAddress = field("Alamat", "Alamat web lengkap, diawali https://", "https://sippn.menpan.go.id/")
    tanggal: PartialDate | None = field(
        "Tanggal", "Tanggal terbit: TTTT-BB-HH, TTTT-BB, atau TTTT.", "2025-12-05", default=None
    )
    diakses: Day | None = field("Diakses", "Tanggal sumber dibaca: TTTT-BB-HH.", "2026-11-24", default=None)
    untuk: tuple[Word, ...] = field(
        "Untuk isian",
        "Nama isian yang bersumber dari sini. Kosongkan bila sumber ini untuk semua isian.",
        ["syarat", "cara"],
        default=(),
    )


class Checked(Part):
    """When a person last checked the record, and in which role (never a private name)."""

    tanggal: Day = field("Tanggal", "Tanggal pemeriksaan: TTTT-BB-HH.", "2026-11-24")
    oleh: Line = field("Oleh", "Jabatan atau peran, bukan nama orang.", "Humas Dinas Sosial")


class Site(Part):
    """A place where the innovation can be met (`tempat`)."""

    nama: Line = field("Nama tempat", "Nama gedung, kantor, atau unit.", "UPT RSBL Pasuruan")
    alamat: Line | None = field(
        "Alamat", "Jalan, nomor, desa, kecamatan.", "Jl. Raya Kedawung Wetan, Grati", default=None
    )
    wilayah: Word | None = field("Kabupaten atau kota", "Satu kabupaten atau kota.", "Kabupaten Pasuruan", default=None)
    catatan: Line | None = field(
        "Catatan", "Hal yang perlu diketahui sebelum datang.", "Tanyakan akses kursi roda.", default=None
    )


class Figure(Part):
    """One result with its unit, period and source (`hasil`); without all three a figure misleads."""

    nilai: Annotated[int, Digits, Field(ge=0, le=10**12)] = field(
        "Nilai", "Angka saja, tanpa titik dan tanpa tanda kutip.", 1905
    )
    satuan: Word = field("Satuan", "Apa yang dihitung.", "orang dipulangkan")
    periode: Word = field("Periode", "Kapan: tahun, bulan, atau rentang.", "Januari–Mei 2025")
    keterangan: Line | None = field("Keterangan", "Penjelasan singkat bila perlu.", "Asal Jawa Barat", default=None)
    sumber: Slug = field("Kode sumber", "Kode (id) salah satu sumber inovasi ini.", "bhirawa-juni-2025")


class Award(Part):
    """An award or a stage reached in a contest (`penghargaan`), with its source."""

    nama: Line = field("Nama", "Nama penghargaan atau tahap yang dicapai.", "Top 90 KOVABLIK")
    tahun: Annotated[int, Digits, Field(ge=1945, le=2100)] = field("Tahun", "Empat angka.", 2025)
    tingkat: Level | None = field("Tingkat", "Siapa yang memberi.", "provinsi", default=None)
    sumber: Slug = field("Kode sumber", "Kode (id) salah satu sumber inovasi ini.", "bhirawa-november-2025")


class Link(Part):
    """A further page or video."""

    judul: Line = field("Judul", "Tulisan yang dibaca orang.", "Video profil")
    url: WebAddress = field("Alamat", "Alamat web lengkap, diawali https://", "https://dinsos.jatimprov.go.id/")


class Picture(Part):
    """A picture with its words and the permission to show it (UU 27/2022, WCAG 1.1.1)."""

    berkas: Annotated[str, StringConstraints(pattern=PICTURE)] = field(
        "Nama berkas", "Berkas di docs/gambar/.", "okata-uti.jpg"
    )
    alt: Line = field(
        "Isi gambar", "Apa yang tampak, untuk orang yang tidak melihat gambar.", "Petugas memeriksa mata."
    )
    kredit: Line | None = field(
        "Pembuat", "Siapa yang memotret atau menggambar.", "Dinas Sosial Jawa Timur", default=None
    )
    izin: Line = field("Izin", "Dasar izin menampilkan gambar ini.", "Persetujuan tertulis, 3 Maret 2026")


_CITIZEN: Final = Group.CITIZEN
_INNOVATION: Final = Group.INNOVATION
_EDITORIAL: Final = Group.EDITORIAL


class Innovation(Part):
    """One innovation: six required fields, the rest optional."""

    id: Slug = field("Kode", "Huruf kecil dan tanda hubung. Menjadi alamat halaman; jangan diubah lagi.", "okata-uti")
    nama: Title = field("Nama", "Nama pendek inovasi.", "Okata Uti")
    kepanjangan: LongTitle = field(
        "Kepanjangan", "Kepanjangan nama, persis seperti nama resminya.", "Operasi Katarak untuk Akung dan Uti"
    )
    ringkasan: Annotated[str, Text, StringConstraints(max_length=320)] = field(
        "Ringkasan", "Satu atau dua kalimat: apa ini dan untuk siapa.", "Operasi katarak gratis untuk lansia."
    )
    sasaran: tuple[Audience, ...] = field(
        "Sasaran", "Untuk siapa. Yang pertama menentukan warna.", ["lansia"], min_items=1
    )
    sumber: tuple[Source, ...] = field(
        "Sumber",
        "Dari mana isi halaman ini diketahui. Paling sedikit satu.",
        [{"judul": "Dinsos Jatim Raih Predikat OPD Sangat Inovatif", "url": "https://harianbhirawa.co.id/"}],
        min_items=1,
    )

    syarat: tuple[Line, ...] = field(
        "Syarat",
        "Berkas atau keadaan yang diperlukan.",
        ["Fotokopi KTP"],
        group=_CITIZEN,
        sourced=True,
        question="Apa saja syarat dan berkasnya?",
        default=(),
    )
    cara: tuple[Line, ...] = field(
        "Cara",
        "Langkah demi langkah, berurutan.",
        ["Datang ke kantor."],
        group=_CITIZEN,
        sourced=True,
        question="Bagaimana cara mendapatkannya?",
        default=(),
    )
    waktu: Line | None = field(
        "Lama layanan",
        "Berapa lama selesai.",
        "1 hari kerja",
        group=_CITIZEN,
        sourced=True,
        question="Berapa lama prosesnya?",
        default=None,
    )
    biaya: Line | None = field(
        "Biaya",
        'Tulis "gratis" bila tidak dipungut biaya.',
        "gratis",
        group=_CITIZEN,
        sourced=True,
        question="Apakah ada biaya?",
        default=None,
    )
    hasil_layanan: tuple[Line, ...] = field(
        "Yang Anda terima",
        "Apa yang diperoleh pada akhirnya.",
        ["Surat pengantar"],
        group=_CITIZEN,
        sourced=True,
        question="Apa yang akan saya terima?",
        default=(),
    )
    pengaduan: tuple[Slug, ...] = field(
        "Pengaduan", "Kode kontak pengaduan dari data/contacts.yaml.", ["lapor"], group=_CITIZEN, default=()
    )
    kontak: tuple[Slug, ...] = field(
        "Kontak", "Kode kontak dari data/contacts.yaml.", ["dinsos-jatim"], group=_CITIZEN, default=()
    )
    jadwal: Line | None = field(
        "Jadwal",
        "Hari dan jam.",
        "Kamis dan Minggu",
        group=_CITIZEN,
        sourced=True,
        question="Hari apa dan jam berapa?",
        default=None,
    )
    tempat: tuple[Site, ...] = field(
        "Tempat",
        "Di mana.",
        [{"nama": "UPT RSBD Pasuruan"}],
        group=_CITIZEN,
        sourced=True,
        question="Di mana tempatnya?",
        default=(),
    )
    peringatan: Line | None = field(
        "Peringatan",
        'Hal yang mudah disalahpahami, misalnya "Bukan …".',
        "Bukan layanan kacamata.",
        group=_CITIZEN,
        default=None,
    )
    mudah_dibaca: tuple[Line, ...] = field(
        "Versi mudah dibaca",
        "Tiga sampai enam kalimat yang sangat pendek.",
        ["Ini layanan untuk lansia."],
        group=_CITIZEN,
        default=(),
    )

    pelaksana: Line | None = field(
        "Pelaksana",
        "Unit atau bidang yang menjalankan.",
        "UPT RSBL Kediri",
        group=_INNOVATION,
        sourced=True,
        question="Siapa yang melayani?",
        default=None,
    )
    mitra: tuple[Line, ...] = field(
        "Mitra", "Pihak lain yang ikut.", ["Gerkatin"], group=_INNOVATION, sourced=True, default=()
    )
    kegiatan: tuple[Line, ...] = field(
        "Kegiatan", "Apa saja yang dilakukan.", ["Latihan menjahit"], group=_INNOVATION, sourced=True, default=()
    )
    masalah: Paragraph | None = field(
        "Masalah",
        "Masalah yang dijawab.",
        "Banyak orang kehabisan bekal.",
        group=_INNOVATION,
        sourced=True,
        default=None,
    )
    kebaruan: Paragraph | None = field(
        "Kebaruan", "Apa yang baru.", "Data dicatat secara digital.", group=_INNOVATION, sourced=True, default=None
    )
    jenis: Form | None = field(
        "Jenis", "Digital atau nondigital.", "nondigital", group=_INNOVATION, sourced=True, default=None
    )
    tahap: Stage | None = field(
        "Tahap", "Sejauh mana berjalan.", "penerapan", group=_INNOVATION, sourced=True, default=None
    )
    mulai: Start | None = field(
        "Mulai",
        'Tanggal, bulan, atau tahun; boleh diawali "sekitar" atau "paling lambat".',
        "2023-12-08",
        group=_INNOVATION,
        sourced=True,
        default=None,
    )
    hasil: tuple[Figure, ...] = field(
        "Hasil",
        "Angka dengan satuan, periode, dan sumbernya.",
        [{"nilai": 1905, "satuan": "orang dipulangkan", "periode": "2024", "sumber": "bhirawa-juni-2025"}],
        group=_INNOVATION,
        default=(),
    )
    penghargaan: tuple[Award, ...] = field(
        "Penghargaan",
        "Penghargaan dengan tahun dan sumbernya.",
        [{"nama": "Top 90 KOVABLIK", "tahun": 2025, "sumber": "bhirawa-november-2025"}],
        group=_INNOVATION,
        default=(),
    )
    dasar_hukum: tuple[Line, ...] = field(
        "Dasar hukum", "Peraturan yang mendasari.", ["UU 8 Tahun 2016"], group=_INNOVATION, sourced=True, default=()
    )
    tautan: tuple[Link, ...] = field(
        "Tautan",
        "Halaman lain yang berguna.",
        [{"judul": "Situs", "url": "https://dinsos.jatimprov.go.id/"}],
        group=_INNOVATION,
        default=(),
    )
    video: tuple[Link, ...] = field(
        "Video",
        "Video resmi.",
        [{"judul": "Profil", "url": "https://dinsos.jatimprov.go.id/"}],
        group=_INNOVATION,
        default=(),
    )
    gambar: Picture | None = field(
        "Gambar",
        "Gambar dengan isi dan izinnya.",
        {"berkas": "okata-uti.jpg", "alt": "Petugas memeriksa mata.", "izin": "Persetujuan tertulis"},
        group=_INNOVATION,
        default=None,
    )

    nama_lain: tuple[LongTitle, ...] = field(
        "Nama lain",
        "Ejaan atau kepanjangan lain yang dipakai orang.",
        ["Operasi katarak lansia"],
        group=_EDITORIAL,
        default=(),
    )
    kata_kunci: tuple[Word, ...] = field(
        "Kata kunci", "Kata yang diketik orang saat mencari.", ["mata kabur"], group=_EDITORIAL, default=()
    )
    terkait: tuple[Slug, ...] = field(
        "Terkait", "Kode inovasi lain yang berhubungan.", ["jalan-setia"], group=_EDITORIAL, default=()
    )
    status: Status = field(
        "Status", "Keadaan layanan sekarang.", "belum-dikonfirmasi", group=_EDITORIAL, default=Status.BELUM
    )
    diperiksa: Checked | None = field(
        "Terakhir diperiksa",
        "Kapan dan oleh siapa isi ini diperiksa.",
        {"tanggal": "2026-11-24", "oleh": "Humas Dinas Sosial"},
        group=_EDITORIAL,
        default=None,
    )


UNKNOWN: Final = "tidak diketahui"
"""What is written as the cost or the hours of a contact when nobody knows them."""


class Contact(Part):
    """A number, office or address that helps, in `data/contacts.yaml`; other records refer to it by `id`."""

    id: Slug = field("Kode", "Huruf kecil dan tanda hubung.", "dinsos-jatim")
    nama: Title = field("Nama", "Nama kontak.", "Dinas Sosial Provinsi Jawa Timur")
    jenis: ContactKind = field("Jenis", "Darurat, bantuan, instansi, atau pengaduan.", "instansi")
    keterangan: Line = field("Keterangan", "Untuk apa menghubungi kontak ini.", "Kantor pusat Dinas Sosial.")
    biaya: Line = field("Biaya", f'Biaya menghubungi, atau "{UNKNOWN}".', "tarif lokal")
    jam: Line = field("Jam layanan", f'Hari dan jam, atau "{UNKNOWN}".', "24 jam")
    berlaku: Line = field("Berlaku di", "Di mana kontak ini bisa dipakai.", "Seluruh Indonesia")
    diperiksa: Checked = field(
        "Terakhir diperiksa", "Kapan dan oleh siapa diperiksa.", {"tanggal": "2026-11-24", "oleh": "Humas"}
    )
    sumber: tuple[Source, ...] = field(
        "Sumber",
        "Dari mana kontak ini diketahui.",
        [{"judul": "Profil", "url": "https://dinsos.jatimprov.go.id/"}],
        min_items=1,
    )
    telepon: Phone | None = field(
        "Telepon", "Nomor seperti ditekan di telepon.", "031-8290794", group=_CITIZEN, default=None
    )
    pesawat: Annotated[str, StringConstraints(pattern=EXTENSION)] | None = field(
        "Pesawat", "Nomor lanjutan yang ditekan setelah tersambung.", "8", group=_CITIZEN, default=None
    )
    whatsapp: WhatsApp | None = field("WhatsApp", "Nomor WhatsApp.", "08111129129", group=_CITIZEN, default=None)
    sms: Phone | None = field("SMS", "Nomor SMS.", "1708", group=_CITIZEN, default=None)
    surel: Email | None = field("Surel", "Alamat surel.", "dinsos56b@jatimprov.go.id", group=_CITIZEN, default=None)
    situs: WebAddress | None = field(
        "Situs", "Alamat web lengkap.", "https://www.lapor.go.id/", group=_CITIZEN, default=None
    )
    alamat: Line | None = field(
        "Alamat", "Alamat kantor.", "Jl. Gayung Kebonsari No. 56B, Surabaya", group=_CITIZEN, default=None
    )
    catatan: Line | None = field(
        "Catatan",
        "Hal yang perlu diketahui sebelum menghubungi.",
        "Tidak ada di semua daerah.",
        group=_CITIZEN,
        default=None,
    )

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """What it costs and when it answers, each as a short label and the text, `UNKNOWN` ones too."""
        return ("Biaya", self.biaya), ("Jam", self.jam)

    @property
    def known_conditions(self) -> tuple[tuple[str, str], ...]:
        """Those of `conditions` that somebody knows."""
        return tuple((label, text) for label, text in self.conditions if text != UNKNOWN)


class Need(Part):
    """A situation in a visitor's words, in `data/needs.yaml`, and what may help."""

    id: Slug = field("Kode", "Huruf kecil dan tanda hubung. Menjadi alamat halaman.", "tidak-bisa-pulang")
    nama: Title = field("Kebutuhan", "Kalimat pendek seperti diucapkan orang.", "Tidak bisa pulang")
    penjelasan: Line = field("Penjelasan", "Keadaan yang dimaksud.", "Kehabisan bekal di perjalanan.")
    inovasi: tuple[Slug, ...] = field(
        "Inovasi", "Kode inovasi yang mungkin cocok, yang utama lebih dulu.", ["simlontar-rek"], min_items=1
    )
    kontak: tuple[Slug, ...] = field("Kontak", "Kode kontak yang ditampilkan.", ["dinsos-jatim"], default=())
    bahaya: bool = field(
        "Bisa berbahaya", "Tulis true bila nomor darurat harus tampil lebih dulu.", True, default=False
    )


class Settings(Part):
    """The portal's own facts, in `data/portal.yaml`."""

    alamat: WebAddress = field(
        "Alamat portal", "Alamat web portal, diakhiri garis miring.", "https://contoh.go.id/inovasi/"
    )
    resmi: bool = field(
        "Alamat resmi", "Tulis true hanya bila portal sudah berada di alamat resmi Dinas Sosial.", False
    )
    instansi: Slug = field("Instansi", "Kode kontak instansi pemilik.", "dinsos-jatim")
    kontak: tuple[Slug, ...] = field(
        "Kontak bawaan", "Ditampilkan bila inovasi tidak punya kontak sendiri.", ["dinsos-jatim"], min_items=1
    )
    pengaduan: tuple[Slug, ...] = field(
        "Pengaduan bawaan", "Ditampilkan bila inovasi tidak punya saluran sendiri.", ["lapor"], min_items=1
    )
    darurat: tuple[Slug, ...] = field(
        "Kontak darurat", "Ditampilkan lebih dulu bila keadaan bisa berbahaya.", ["darurat-112"], min_items=1
    )
    penelusuran: Day = field(
        "Tanggal penelusuran", "Kapan isi portal terakhir ditelusuri dari sumbernya.", "2026-11-24"
    )


class Synonym(Part):
    """Words that people type and what they mean, in `data/synonyms.yaml`; never printed on a page."""

    ketik: Paragraph = field(
        "Yang diketik", "Kata atau ungkapan yang diketik orang, dipisah koma.", "mata putih, bular, lamur"
    )
    cari: Paragraph | None = field(
        "Yang dicari", "Kata di halaman portal yang dimaksud, dipisah koma.", "katarak", default=None
    )
    kontak: tuple[Slug, ...] = field(
        "Nomor bantuan", "Kode kontak yang tampil di atas hasil karena ada bahaya.", ["darurat-112"], default=()
    )
    luas: bool = field("Arti luas", "Tulis true bila artinya terlalu luas untuk menentukan hasil.", True, default=False)
    bahasa: Language = field("Bahasa", "Bahasa yang diketik: id, jv, atau mad.", "jv", default=Language.ID)
    asal: Origin = field("Asal", "Tertulis dalam sumber, atau usulan penyusun.", "usulan")
    dari: Line | None = field("Dari", "Sumbernya, bila asalnya sumber.", "Kompas, 18 April 2024", default=None)

    @property
    def typed(self) -> tuple[str, ...]:
        """The words and expressions of `ketik`."""
        return _listed(self.ketik)

    @property
    def terms(self) -> tuple[str, ...]:
        """The words and expressions of `cari`."""
        return _listed(self.cari or "")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one for part in text.split(",") if (one := part.strip()))


for _kind in Part.__subclasses__():
    restored(_kind, *[None] * len(_names(_kind)))
