"""The fixed lists of the record: the word to type, the label that readers see, one sentence of help."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, Self


class Choice(StrEnum):
    """A fixed list of words to type, each with the label that readers see and one sentence of help."""

    label: str
    help: str

    def __new__(cls, value: str, label: str, help: str) -> Self:
        """Make a member whose value is the word to type."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.help = help
        return member


class Audience(Choice):
    """Whom an innovation serves (`sasaran`)."""

    DISABILITAS = "disabilitas", "Penyandang disabilitas", "Semua ragam disabilitas."
    TULI = "tuli", "Orang Tuli", "Orang Tuli, termasuk pengguna bahasa isyarat."
    DAKSA = "daksa", "Disabilitas daksa", "Disabilitas pada gerak tubuh."
    NETRA = "netra", "Disabilitas netra", "Disabilitas pada penglihatan."
    ANAK = "anak", "Anak", "Di bawah 18 tahun, termasuk bayi dan balita."
    REMAJA = "remaja", "Remaja", "Anak yang beranjak dewasa."
    LANSIA = "lansia", "Lansia", "Berumur 60 tahun ke atas."
    JIWA = "kesehatan-jiwa", "Kesehatan jiwa", "Orang dengan gangguan jiwa (ODGJ), yang berisiko, dan keluarganya."
    TELANTAR = "telantar", "Orang telantar", "Telantar di jalan, kehabisan bekal, atau tidak bisa pulang."
    PPKS = "ppks", "Warga dengan masalah sosial", "Pemerlu pelayanan kesejahteraan sosial (PPKS)."
    KELUARGA = "keluarga", "Keluarga", "Keluarga, wali, dan orang yang merawat."
    UMUM = "umum", "Masyarakat umum", "Siapa saja."


class Status(Choice):
    """Where an innovation stands in its life; nothing ever deletes a record."""

    AKTIF = "aktif", "Berjalan", "Dinas Sosial memastikan layanan ini berjalan."
    JEDA = "jeda", "Berhenti sementara", "Layanan sedang berhenti sementara."
    BERHENTI = "berhenti", "Sudah berhenti", "Layanan sudah tidak ada; halamannya tetap disimpan."
    BELUM = "belum-dikonfirmasi", "Belum dikonfirmasi", "Belum ada kepastian dari Dinas Sosial."


class Form(Choice):
    """Digital or not (`jenis`, PP 38/2017)."""

    DIGITAL = "digital", "Digital", "Memakai aplikasi atau sistem elektronik."
    NONDIGITAL = "nondigital", "Nondigital", "Berupa kegiatan atau tatap muka."


class Stage(Choice):
    """How far an innovation has come (`tahap`, Indeks Inovasi Daerah)."""

    INISIATIF = "inisiatif", "Gagasan", "Masih berupa rancangan."
    UJI_COBA = "uji-coba", "Uji coba", "Sedang dicoba di tempat terbatas."
    PENERAPAN = "penerapan", "Diterapkan", "Sudah dipakai."


class Level(Choice):
    """Who gave an award (`tingkat`)."""

    KABUPATEN_KOTA = "kabupaten-kota", "Tingkat kabupaten/kota", "Diberikan kabupaten atau kota."
    PROVINSI = "provinsi", "Tingkat provinsi", "Diberikan provinsi."
    NASIONAL = "nasional", "Tingkat nasional", "Diberikan kementerian atau lembaga pusat."
    INTERNASIONAL = "internasional", "Tingkat internasional", "Diberikan lembaga antarnegara."


class ContactKind(Choice):
    """What a contact is for; also the order on the contacts page."""

    DARURAT = "darurat", "Darurat", "Nyawa atau keselamatan terancam sekarang."
    BANTUAN = "bantuan", "Telepon bantuan", "Bicara dengan orang yang bisa menolong."
    INSTANSI = "instansi", "Kantor", "Kantor Dinas Sosial atau unitnya."
    PENGADUAN = "pengaduan", "Pengaduan", "Menyampaikan keluhan tentang layanan."


class Language(Choice):
    """The language of words that people type (`bahasa`)."""

    ID = "id", "Indonesia", "Bahasa Indonesia, termasuk bahasa percakapan."
    JV = "jv", "Jawa", "Bahasa Jawa."
    MAD = "mad", "Madura", "Bahasa Madura."


class Origin(Choice):
    """Where a word that people type is known from (`asal`)."""

    SUMBER = "sumber", "Sumber", "Tertulis dalam sumber yang disebut di isian dari."
    USULAN = "usulan", "Usulan", "Usulan penyusun; perlu dicoba bersama warga."


KINDS: Final[Sequence[type[Choice]]] = Choice.__subclasses__()
"""The fixed lists, in the order in which they stand here."""
