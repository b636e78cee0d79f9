"""Small valid records for tests."""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.model import Contact, Innovation, Need, Settings

CHECKED = {"tanggal": "2026-11-24", "oleh": "Humas"}
ARTICLE = {
    "id": "berita",
    "judul": "Berita inovasi",
    "penerbit": "Harian Contoh",
    "url": "https://contoh.id/berita",
    "tanggal": "2025-12-05",
    "untuk": ["nama", "kepanjangan", "hasil"],
}
STANDARD = {
    "id": "standar",
    "judul": "Standar layanan",
    "url": "https://contoh.go.id/standar",
    "untuk": ["syarat", "cara", "waktu", "biaya", "hasil_layanan", "tempat", "jadwal", "kegiatan", "pelaksana"],
}


def innovation(**values: Any) -> Innovation:
    """The smallest valid innovation, with these values on top."""
    smallest = {
        "id": "okata-uti",
        "nama": "Okata Uti",
        "kepanjangan": "Operasi Katarak untuk Akung dan Uti",
        "ringkasan": "Operasi mata gratis untuk lansia",
        "sasaran": ["lansia"],
        "sumber": [ARTICLE],
    }
    return Innovation.model_validate(smallest | values)


def full(**values: Any) -> Innovation:
    """An innovation with every section of its page filled."""
    return innovation(
        **{
            "id": "simlontar-rek",
            "nama": "Simlontar Rek",
            "kepanjangan": "Sistem Pemulangan",
            "ringkasan": "Bantuan pulang untuk orang telantar.",
            "sasaran": ["telantar", "ppks"],
            "sumber": [ARTICLE, STANDARD],
            "syarat": ["Surat pengantar"],
            "cara": ["Lapor", "Istirahat"],
            "waktu": "1 hari kerja",
            "biaya": "gratis",
            "hasil_layanan": ["Surat rujukan"],
            "pengaduan": ["lapor"],
            "kontak": ["kantor"],
            "jadwal": "Senin sampai Jumat",
            "tempat": [{"nama": "Balai", "alamat": "Jl. Pahlawan 5", "wilayah": "Kabupaten Sidoarjo"}],
            "peringatan": "Bukan aplikasi lontar",
            "mudah_dibaca": ["Anda tidak bisa pulang.", "Petugas membantu."],
            "pelaksana": "Bidang Bencana",
            "mitra": ["Polisi", "Dinas Perhubungan"],
            "kegiatan": ["Mencatat", "Mengantar"],
            "masalah": "Banyak orang kehabisan bekal",
            "kebaruan": "Data dicatat secara digital",
            "jenis": "digital",
            "tahap": "penerapan",
            "mulai": "2023-12-08",
            "hasil": [{"nilai": 1905, "satuan": "orang dipulangkan", "periode": "2024", "sumber": "berita"}],
            "penghargaan": [{"nama": "Top 90", "tahun": 2025, "tingkat": "provinsi", "sumber": "berita"}],
            "dasar_hukum": ["UU 8 Tahun 2016"],
            "tautan": [{"judul": "Situs", "url": "https://contoh.go.id/"}],
            "nama_lain": ["Simlontar"],
            "kata_kunci": ["ongkos habis"],
            "terkait": ["okata-uti"],
            "status": "aktif",
            "diperiksa": CHECKED,
        }
        | values
    )


def contact(**values: Any) -> Contact:
    """An office with a telephone."""
    smallest = {
        "id": "kantor",
        "nama": "Dinas Sosial",
        "jenis": "instansi",
        "keterangan": "Kantor pusat",
        "biaya": "tarif lokal",
        "jam": "tidak diketahui",
        "berlaku": "Jawa Timur",
        "telepon": "(031) 8290794",
        "diperiksa": CHECKED,
        "sumber": [STANDARD],
    }
    return Contact.model_validate(smallest | values)


def settings(**values: Any) -> Settings:
    """The portal's own facts for the sample contacts."""
    smallest = {
        "alamat": "https://contoh.id/portal/",
        "resmi": False,
        "instansi": "kantor",
        "kontak": ["kantor"],
        "pengaduan": ["lapor"],
        "darurat": ["darurat"],
        "penelusuran": "2026-11-24",
    }
    return Settings.model_validate(smallest | values)


def catalogue(*innovations: Innovation) -> Catalogue:
    """A catalogue of these innovations (by default a full and a thin one) with three contacts and one need."""
    records = innovations or (full(), innovation())
    contacts = (
        contact(),
        contact(id="lapor", nama="LAPOR", jenis="pengaduan", telepon=None, situs="https://contoh.go.id/lapor"),
        contact(id="darurat", nama="Darurat 112", jenis="darurat", telepon="112", jam="24 jam"),
    )
    need = Need.model_validate(
        {
            "id": "pulang",
            "nama": "Tidak bisa pulang",
            "penjelasan": "Bekal habis.",
            "inovasi": [records[0].id],
            "bahaya": "true",
        }
    )
    return Catalogue(tuple(records), contacts, (need,), settings())
