"""Every sentence about problems: kind -> severity, what is wrong, what to do.

The reader works in an office and has never heard of YAML: say isian, butir, baris, tanda kutip. Of the help texts the
first whose {blanks} can all be filled is printed. Kinds are stable, sentences may change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """An error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one kind of problem."""

    title: str
    helps: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


def error(title: str, *helps: str) -> Words:
    """Words of a problem that stops the build."""
    return Words(title, helps)


def warning(title: str, *helps: str) -> Words:
    """Words of a problem that does not stop the build."""
    return Words(title, helps, Severity.WARNING)


_QUOTE: Final = "apit seluruh teks dengan tanda kutip: {tulis}"
_WRITE: Final = "tulis: {tulis}"
_MEANT: Final = "maksud Anda: {saran}?"
_CODES: Final = ("tulis salah satu id yang ada: {pilihan}", "tulis id yang ada")
_GONE: Final = "kalau terhapus atau id-nya diganti, kembalikan"
_SAVE: Final = 'di Notepad: Berkas > Simpan Sebagai > Pengodean "UTF-8"'
_INVISIBLE: Final = "hapus huruf itu; paling mudah dengan mengetik ulang kata di sekitarnya"

FILES: Final = {
    "file_missing": error("berkas ini tidak ada", "periksa nama dan letak berkas"),
    "file_directory": error("ini folder, bukan berkas", "sebutkan berkas di dalamnya, misalnya data/innovations.yaml"),
    "file_special": error("ini bukan berkas biasa", "sebutkan berkas data, misalnya data/innovations.yaml"),
    "file_unreadable": error(
        "berkas ini tidak dapat dibuka", "tutup program lain yang memakainya, atau minta izin membaca"
    ),
    "file_too_large": error(
        "berkas ini terlalu besar: {ukuran} kB, paling besar {batas} kB",
        "periksa apakah isinya tertempel berulang kali",
    ),
    "folder_empty": error("folder ini belum berisi berkas inovasi", "taruh di dalamnya berkas dengan akhiran .yaml"),
    "folder_in_folder": error("folder ini tidak ikut dibaca", "pindahkan berkas di dalamnya ke folder {folder}"),
    "file_ending": error("berkas ini tidak ikut dibaca karena akhiran namanya", "ganti namanya menjadi {tulis}"),
    "file_and_folder": error(
        "inovasi ditulis di dua tempat: di berkas {berkas} dan di folder {folder}",
        "pindahkan berkas itu ke dalam foldernya, atau hapus salah satu",
    ),
    "file_empty": error("berkas ini belum ada isinya", "kembalikan berkas dari cadangan, atau isi sesuai panduan"),
    "format_loses": error(
        "berkas ini tidak bisa dirapikan tanpa kehilangan isi", "rapikan sendiri, atau minta bantuan"
    ),
    "too_many_problems": error(
        "sudah lebih dari {jumlah} masalah; sisanya belum diperiksa", "perbaiki yang di atas dulu"
    ),
    "file_not_text": error("ini berkas Word atau Excel, bukan berkas teks", "simpan sebagai teks biasa (UTF-8)"),
    "encoding": error('berkas tidak disimpan sebagai UTF-8: huruf "{huruf}" tidak terbaca', _SAVE),
    "encoding_unmarked": error("berkas tidak disimpan sebagai UTF-8", _SAVE),
    "encoding_broken": error("berkas rusak mulai dari sini", f"simpan ulang: {_SAVE}"),
    "character_control": error("ada huruf kendali yang tidak tampak ({nama})", _INVISIBLE),
    "character_separator": error("ada pemisah baris yang tidak tampak ({nama})", _INVISIBLE),
    "character_bidi": error("ada huruf tak tampak yang membalik arah tulisan ({nama})", _INVISIBLE),
    "character_invisible": error("ada huruf yang tidak tampak ({nama})", _INVISIBLE),
    "character_broken": error("ada huruf yang rusak ({nama})", "ketik ulang kata ini; huruf aslinya sudah hilang"),
    "escape_forbidden": error(
        "teks ini memuat huruf yang tidak tampak ({nama})", "hapus tanda \\ dan huruf di belakangnya"
    ),
    "indent_tab": error("jarak di awal baris memakai tab", "ganti tab dengan spasi biasa"),
    "indent_space": error(
        "jarak di awal baris memakai spasi yang tidak biasa ({nama})", "hapus jarak itu lalu ketik spasi biasa"
    ),
    "merge_conflict": error(
        "dua versi berkas belum disatukan", "pilih satu versi, lalu hapus baris <<<<<<<, =======, dan >>>>>>>"
    ),
}
"""The file as a whole and its characters."""

WRITING: Final = {
    "document_mark": error("baris ini memisahkan berkas menjadi dua", "hapus baris ini"),
    "root_key": error(
        "daftar inovasi tidak boleh berada di bawah isian lain", "hapus baris ini; mulailah dengan: - id: …"
    ),
    "text_before_list": error("ada teks sebelum inovasi pertama", "hapus baris ini, atau beri tanda # di depannya"),
    "record_indented": error(
        "inovasi ini terlalu ke kanan", "beri {seharusnya} spasi di depan tanda -; sekarang {ada}"
    ),
    "dash_missing": error("tanda - di depan inovasi baru hilang", _WRITE),
    "id_missing": error(
        'baris "- id: …" di atas baris ini hilang', "kembalikan baris itu di atas baris {baris}: - id: …"
    ),
    "dash_space": error("tidak ada spasi setelah tanda -", _WRITE),
    "dash_only": error("tanda - saja bukan isi", "kalau belum diketahui, hapus baris ini"),
    "dash_twice": error("ada dua tanda - berturut-turut", _WRITE),
    "dash_spaces": error("jarak setelah tanda - tidak cocok dengan baris lain", "beri {spasi} spasi setelah tanda -"),
    "bullet": error(
        'tanda "{tanda}" bukan tanda butir', f"pakai tanda - dan satu spasi; {_WRITE}", "pakai tanda - dan satu spasi"
    ),
    "item_too_far_left": error(
        "butir ini terlalu ke kiri", "beri jarak 2 spasi di depannya, sejajar dengan nama isian"
    ),
    "item_glued": error(
        "butir ini terlalu ke kanan, jadi menyambung dengan butir di atasnya",
        "geser tanda - menjadi {seharusnya} spasi dari kiri",
        "sejajarkan tanda - dengan butir di atasnya",
    ),
    "item_dash_missing": error("tanda - di depan butir ini hilang", _WRITE),
    "item_after_text": error(
        "isian di atas sudah berisi teks, jadi tidak bisa ditambah butir",
        "pindahkan teks di atas menjadi butir juga, dengan tanda - di depannya",
    ),
    "list_in_line": error("butir harus di baris sendiri", "pindahkan mulai dari tanda - ke baris berikutnya"),
    "items_joined": error("butir harus di baris sendiri", "pindahkan ke baris berikutnya: {tulis}"),
    "colon_space": error('tidak ada spasi setelah "{isian}:"', _WRITE),
    "colon_wrong": error('setelah nama isian harus titik dua, bukan "{tanda}"', _WRITE),
    "colon_missing": error('tidak ada titik dua setelah "{isian}"', _WRITE),
    "colon_in_text": error("ada titik dua di dalam teks", _QUOTE),
    "colon_in_long_text": error("ada titik dua di dalam teks", "apit seluruh teks dengan tanda kutip"),
    "no_colon": error(
        "baris ini bukan isian dan bukan butir",
        'isian ditulis "nama: isi"; kalau ini sambungan teks, apit teksnya dengan tanda kutip',
    ),
    "comment_cut": error(
        "mulai dari # dianggap catatan, jadi tidak ikut tampil", _QUOTE, "apit seluruh teks dengan tanda kutip"
    ),
    "comment_behind": warning(
        "mulai dari # dianggap catatan, jadi tidak ikut tampil",
        "kalau ini isi, apit seluruh teks dengan tanda kutip; kalau catatan, pindahkan ke baris sendiri",
    ),
    "indent": error(
        "jarak di awal baris tidak cocok dengan baris lain",
        "beri {seharusnya} spasi di awal baris; sekarang {ada}",
        "sejajarkan dengan isian di atasnya",
    ),
    "tab": error("ada tab di baris ini", "ganti tab dengan satu spasi"),
    "quote_open": error("tanda kutip pembuka tanpa penutup", "tambahkan {tanda} di akhir teks"),
    "quote_missing": error("tanda kutip penutup tanpa pembuka", _WRITE),
    "quote_curly": error("tanda kutip miring tidak dikenal sebagai tanda kutip", f"pakai tanda kutip lurus; {_WRITE}"),
    "quote_swallows": error(
        "tanda kutip ini baru ditutup setelah isian berikutnya", "tambahkan {tanda} di akhir teks pada baris ini"
    ),
    "text_swallows": error(
        'isian "{isian}" ikut terbaca sebagai bagian dari teks di atasnya', "sejajarkan dengan isian di atasnya"
    ),
    "text_after_quote": error("ada teks setelah tanda kutip penutup", _WRITE, "hapus tanda kutip di tengah teks"),
    "line_joined": error('isian "{isian}" menyambung dengan baris ini', 'pindahkan "{isian}:" ke baris baru'),
    "text_after_value": error(
        "baris ini tidak menyambung dengan apa pun", "apit seluruh teks dengan satu pasang tanda kutip"
    ),
    "escape_unknown": error("tanda \\ di dalam tanda kutip punya arti khusus", f"tulis \\ dua kali; {_WRITE}"),
    "bracket_open": error(
        'tanda "{tanda}" tanpa penutup', "tambahkan {penutup} di akhir, atau apit seluruh teks dengan tanda kutip"
    ),
    "bracket_text": error("ada teks setelah kurung penutup", _WRITE, "apit seluruh teks dengan tanda kutip"),
    "value_start": error('tanda "{tanda}" di awal teks punya arti khusus', _QUOTE),
    "yaml_alias": error("tanda * di awal teks punya arti khusus", "apit seluruh teks dengan tanda kutip"),
    "yaml_anchor": error("tanda & di awal teks punya arti khusus", "apit seluruh teks dengan tanda kutip"),
    "yaml_tag": error("tanda ! di awal teks punya arti khusus", "apit seluruh teks dengan tanda kutip"),
    "too_deep": error("terlalu banyak tingkat di dalam tingkat", "hapus kurung atau jarak yang berlebih"),
    "too_many_values": error("terlalu banyak isi untuk satu inovasi", "periksa apakah isinya tertempel berulang kali"),
    "unreadable": error(
        "baris ini tidak terbaca",
        "periksa jarak di awal baris, titik dua, dan tanda kutip di baris ini dan baris di atasnya",
    ),
    "key_not_text": error("nama isian harus satu kata", "kalau ini teks, apit dengan tanda kutip"),
    "key_empty": error("nama isian kosong", "tulis nama isian di depan titik dua"),
    "duplicate_key": error(
        'isian "{isian}" ditulis dua kali',
        "sudah ada di baris {baris}. Kalau di sini mulai butir baru, tulis: {tulis}. Kalau bukan, hapus yang salah",
        "sudah ada di baris {baris}. Kalau di sini mulai butir baru, kembalikan baris pertamanya di atas baris ini "
        '("- {pertama}: …"). Kalau bukan, hapus yang salah',
        "sudah ada di baris {baris}; hapus yang salah",
    ),
}
"""How a record is written."""

VALUES: Final = {
    "record_empty": error(
        "tanda - ini tidak diikuti isian", "tulis isian inovasi di baris berikutnya, atau hapus tanda -"
    ),
    "record_expected": error("ini bukan inovasi", "tiap tanda - paling kiri diikuti isian, misalnya: - id: okata-uti"),
    "missing": error('isian "{isian}" belum ada', "tambahkan baris, misalnya: {contoh}"),
    "commented_out": error('isian "{isian}" hanya ada sebagai catatan', "hapus tanda # di depannya"),
    "value_missing": error(
        'isian "{isian}" belum diisi',
        "tulis butirnya di baris berikutnya, misalnya: {butir}",
        "tulis isian di dalamnya, satu per baris: {isian_ada}",
        "tulis isinya setelah titik dua",
    ),
    "unknown_key": error(
        'isian "{isian}" tidak dikenal',
        _MEANT,
        "isian yang ada di sini: {isian_ada}",
        "periksa ejaannya; daftar isian ada di CONTRIBUTING.md",
    ),
    "too_far_left": error('isian "{isian}" terlalu ke kiri', 'sejajarkan dengan "{sejajar}" di atasnya'),
    "too_far_right": error('isian "{isian}" terlalu ke kanan', 'sejajarkan dengan "{sejajar}" di atasnya'),
    "item_empty": error('ada butir kosong di isian "{isian}"', "isi butir ini, atau hapus tanda -"),
    "heading_missing": error(
        'butir ini bukan isi "{di}"',
        'apakah baris "{isian}:" di atas butir ini terhapus? Kembalikan',
        'apakah nama isian di atas butir ini terhapus? Kembalikan. Kalau ini sambungan "{teks}", tulis di baris itu',
        "apakah nama isian di atas butir ini terhapus? Kembalikan; yang mungkin: {pilihan}",
        "apakah nama isian di atas butir ini terhapus? Kembalikan nama yang semula",
    ),
    "text_not_list": error(
        'isian "{isian}" hanya untuk satu teks, bukan beberapa butir', "tulis dalam satu baris tanpa tanda -"
    ),
    "text_not_fields": error(
        'isian "{isian}" hanya untuk teks', "kalau ada titik dua di dalam teks, apit seluruh teks dengan tanda kutip"
    ),
    "text_empty": error(
        'isian "{isian}" kosong',
        'isian "{wajib}" wajib ada: tulis isinya di antara tanda kutip',
        "isi, atau hapus baris ini",
    ),
    "text_too_long": error(
        'isian "{isian}" terlalu panjang: {panjang} huruf, paling banyak {batas}', "kurangi {lebih} huruf"
    ),
    "list_expected": error(
        'isian "{isian}" harus berupa butir',
        _WRITE,
        "tulis di baris baru di bawahnya: {butir}",
        "tulis tiap butir di baris sendiri dengan tanda - di depannya",
    ),
    "list_empty": error(
        'isian "{isian}" belum ada butirnya', "tambahkan paling sedikit satu butir dengan tanda - di depannya"
    ),
    "fields_expected": error(
        'isian "{isian}" harus berisi isian lain', "tulis isian di dalamnya, satu per baris: {isian_ada}"
    ),
    "choice": error('pilihan "{isi}" tidak ada', _MEANT, "pilihan yang ada: {pilihan}"),
    "number": error(
        '"{isi}" bukan angka saja',
        "tulis tanpa titik dan kata: {saran}",
        "tulis angka utuh tanpa titik, koma, dan kata, misalnya {contoh}",
    ),
    "number_too_small": error('angka di isian "{isian}" terlalu kecil', "paling kecil {batas}"),
    "number_too_large": error('angka di isian "{isian}" terlalu besar', "paling besar {batas}"),
    "yes_no": error(
        'isian "{isian}" hanya bisa true atau false', "tulis: {saran}", "tulis true untuk ya, false untuk tidak"
    ),
    "date_unreal": error("tanggal ini tidak ada di kalender", "periksa hari dan bulannya"),
    "day": error("tanggal harus ditulis TTTT-BB-HH", "tulis: {saran}", "misalnya 2025-08-17"),
    "partial_date": error(
        "tanggal harus ditulis TTTT-BB-HH, TTTT-BB, atau TTTT", "tulis: {saran}", "misalnya 2025-08-17 atau 2025"
    ),
    "start": error(
        'harus tanggal, bulan, atau tahun; boleh diawali "sekitar" atau "paling lambat"',
        "tulis: {saran}",
        "misalnya 2023-12-08 atau sekitar 2021",
    ),
    "slug": error(
        "kode hanya boleh berisi huruf kecil, angka, dan tanda hubung", "tulis: {saran}", "misalnya okata-uti"
    ),
    "reference": error('"{isi}" bukan kode', "tulis: {saran}", "tulis id-nya, bukan namanya; lihat {tempat}"),
    "web_address": error(
        "ini bukan alamat web yang lengkap", "tulis: {saran}", "alamat web diawali https:// dan tidak memuat spasi"
    ),
    "phone": error(
        "ini bukan nomor telepon yang lengkap",
        "tulis: {saran}",
        'tulis: {nomor}; nomor lanjutannya di baris baru: pesawat: "{pesawat}"',
        "satu nomor saja di isian ini, misalnya {nomor}",
        'ada huruf "{huruf}" di antara angkanya; ganti dengan angka yang benar',
        "misalnya 031-8290794, 08111129129, atau 112",
    ),
    "whatsapp": error(
        "ini bukan nomor WhatsApp yang lengkap",
        "tulis: {saran}",
        "satu nomor saja di isian ini, misalnya {nomor}",
        'ada huruf "{huruf}" di antara angkanya; ganti dengan angka yang benar',
        "diawali 0 atau +62, misalnya 08111129129",
    ),
    "email": error("ini bukan alamat surel", "tulis: {saran}", "misalnya dinsos56b@jatimprov.go.id"),
    "angles": error("nama tidak boleh memuat tanda < atau >", "tulis: {saran}", "hapus tanda < dan >"),
    "picture": error(
        "nama berkas gambar tidak cocok",
        "tulis: {saran}",
        "huruf kecil, angka, tanda hubung, lalu .jpg, .png, atau .webp",
    ),
    "extension": error("nomor lanjutan hanya berisi angka", "tulis: {saran}", "misalnya 8"),
    "value_invalid": error('isi isian "{isian}" tidak sesuai', "lihat contoh isian ini di CONTRIBUTING.md"),
}
"""What the model says about a value."""

RULES: Final = {
    "duplicate_id": error('id "{isi}" sudah dipakai', "lihat baris {baris}; tiap catatan perlu id sendiri"),
    "name_twice": warning('nama "{isi}" sudah dipakai', "lihat baris {baris}; bedakan namanya, atau hapus salah satu"),
    "id_reserved": error(
        'id "{isi}" tidak bisa dipakai sebagai nama halaman', "pilih id lain, misalnya tambahkan satu kata"
    ),
    "unsourced": error(
        'isian "{isian}" belum punya sumber', 'tambahkan "{isian}" pada isian "untuk" di sumber yang memuatnya'
    ),
    "untuk_unknown": error('tidak ada isian bernama "{isi}"', _MEANT, "tulis nama isian, misalnya: syarat"),
    "untuk_absent": error(
        'sumber ini untuk "{isi}", tetapi isian "{isi}" tidak ada',
        'apakah baris "{isi}:" terhapus? Kembalikan. Kalau isian itu memang dihapus, hapus juga butir ini',
    ),
    "keywords_lost": error(
        'isian "{isian}" punya {jumlah} butir, tetapi isian "kata_kunci" tidak ada',
        'apakah baris "kata_kunci:" terhapus? Kembalikan di atas kata kunci yang pertama',
    ),
    "code_as_text": error(
        'butir "{isi}" adalah id, bukan teks, dan isian "{isian}" tidak ada',
        'apakah baris "{isian}:" di atas butir seperti ini terhapus? Kembalikan',
    ),
    "no_complaint_channel": error(
        'kontak "{isi}" bukan saluran pengaduan, menurut isian jenis di data/contacts.yaml',
        'apakah baris "{isian}:" di atas butir ini terhapus? Kembalikan',
        "pindahkan butir ini ke isian kontak",
    ),
    "source_code_twice": error('kode sumber "{isi}" dipakai dua kali', "tiap sumber perlu id sendiri"),
    "source_code_unknown": error(
        'tidak ada sumber dengan id "{isi}" di inovasi ini',
        _MEANT,
        "tulis id sumber yang memuatnya; yang ada: {pilihan}. Bila sumbernya terhapus atau id-nya diganti, kembalikan",
        'tambahkan "id: {isi}" pada sumber yang memuatnya',
    ),
    "source_gone": error(
        '{jumlah} angka atau penghargaan menyebut sumber "{isi}", tetapi sumber itu tidak ada (lagi)',
        _MEANT,
        "kembalikan sumber itu, atau id-nya; id sumber yang ada: {pilihan}",
        'tambahkan "id: {isi}" pada sumber yang memuatnya',
    ),
    "id_changed": error(
        'id "{isi}" tidak dirujuk, tetapi "{rujukan}" dirujuk {jumlah} kali',
        "tulis: {rujukan}; id yang sudah dipakai jangan diubah",
    ),
    "innovation_unknown": error('tidak ada inovasi dengan id "{isi}"', _MEANT, *_CODES),
    "contact_unknown": error('tidak ada kontak dengan id "{isi}"', _MEANT, *_CODES),
    "innovation_unknown_often": error(
        'inovasi "{isi}" disebut {jumlah} kali, tetapi tidak ada (lagi)',
        _MEANT,
        f"{_GONE}: id itu sudah tercetak di kode QR",
    ),
    "contact_unknown_often": error(
        'kontak "{isi}" disebut {jumlah} kali, tetapi tidak ada (lagi)',
        _MEANT,
        f"{_GONE}; kalau memang tidak berlaku lagi, hapus dari semua yang menyebutnya",
    ),
    "related_self": error('inovasi ini menyebut dirinya sendiri: "{isi}"', "hapus butir ini"),
    "source_differs": error("alamat ini ditulis dengan {isian} yang berbeda di tempat lain", "samakan dengan {baris}"),
    "nik": error(
        "ada nomor 16 angka seperti NIK atau nomor KK", "hapus; nomor pribadi tidak boleh tampil (UU 27/2022)"
    ),
    "private_phone": error(
        "ada nomor telepon pribadi di dalam teks", "hapus; nomor layanan ditulis di data/contacts.yaml lalu dirujuk"
    ),
    "phone_in_text": warning(
        "ada nomor telepon di dalam teks", "tulis nomor di data/contacts.yaml, lalu rujuk kodenya di isian kontak"
    ),
    "date_future": error("tanggal ini belum terjadi", "hari ini {hari_ini}; periksa tahunnya"),
    "picture_missing": error(
        'gambar "{isi}" tidak ada di docs/gambar/', "simpan gambarnya di sana, atau perbaiki namanya"
    ),
    "acronym": error(
        'singkatan "{isi}" belum dijelaskan', "tulis kepanjangannya, lalu singkatannya dalam kurung: … ({isi})"
    ),
    "text_says_nothing": error(
        '"{isi}" tidak memuat kata atau angka', "tulis isinya; kalau belum diketahui, hapus isian atau butir ini"
    ),
    "read_too_early": error(
        "sumber ini dibaca sebelum terbit", 'periksa tahun di isian ini dan di isian "tanggal" ({isi})'
    ),
    "words_missing": error("belum ada kata yang diketik orang", "tulis paling sedikit satu kata"),
    "leads_nowhere": error(
        "kata ini tidak menuju apa pun", "isi cari atau kontak, atau tulis luas: true bila artinya terlalu luas"
    ),
    "slash_missing": error("alamat portal harus diakhiri garis miring", _WRITE),
    "unreachable": error("kontak ini belum bisa dihubungi", "isi telepon, whatsapp, sms, surel, situs, atau alamat"),
    "not_official": warning('alamat ini disebut resmi, tetapi "{isi}" tidak berakhiran .go.id', "periksa alamatnya"),
    "item_twice": warning('butir "{isi}" sudah ada di daftar ini', "hapus salah satu"),
    "name_long": warning(
        "nama terlalu panjang untuk selebaran: {panjang} huruf, sebaiknya paling banyak {batas}",
        "kurangi {lebih} huruf; nama yang lengkap ditulis di isian kepanjangan",
    ),
    "paper_letter": error('"{huruf}" ({kode}) tidak bisa dicetak di selebaran', "hapus, atau ganti dengan kata"),
    "paper_word": error(
        'kata "{kata}" lebih lebar daripada kolom selebaran', "kurangi {huruf} huruf, atau beri spasi di dalamnya"
    ),
    "paper_room": error(
        "isi inovasi ini terlalu panjang untuk selebaran", "kurangi sekitar {huruf} huruf, mulai dari isian ini"
    ),
    "paper_small": warning(
        "isi inovasi ini panjang, jadi huruf di selebarannya kecil",
        "kurangi sekitar {huruf} huruf, mulai dari isian ini",
    ),
    "placeholder": error(
        "isian ini belum diganti",
        "tulis isi yang sebenarnya, beserta sumbernya; isian yang belum diketahui diberi tanda # di depannya",
    ),
    "stale": warning("terakhir diperiksa {hari} hari yang lalu", "periksa lagi isinya, lalu ganti tanggal ini"),
    "few_keywords": warning(
        "kata kunci baru {jumlah}, sebaiknya paling sedikit {batas}", "tambahkan {kurang} kata yang biasa diketik orang"
    ),
    "keyword_hurts": warning(
        'kata kunci "{isi}" ikut terbit di data terbuka, padahal "{kata}" bisa menyakiti orang',
        "hapus dari sini; agar tetap ditemukan, tambahkan di isian ketik di data/synonyms.yaml",
    ),
    "garbled": warning('ada huruf yang berubah bentuk: "{isi}"', "ketik ulang tanda bacanya"),
    "step_numbered": warning(
        'nomor "{isi}" akan tampil dua kali, karena halaman sudah memberi nomor',
        "hapus nomor di depan tiap langkah; di sini tulis: {tulis}",
    ),
    "term": warning('sebutan "{isi}" sebaiknya diganti', "tulis: {saran}"),
}
"""Rules across records and about content."""

WORDS: Final = FILES | WRITING | VALUES | RULES
