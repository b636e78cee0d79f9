"""A data folder with any number of invented records: python bench/synthetic.py N FOLDER [--seed S] [--per-file M].

For measuring and for extremes. Everything in it is invented and says so: every name holds "Contoh", every address ends
in `example.org` or `.test`, every telephone number begins with 000. The same N and seed give the same bytes, and a
larger N begins with the records of a smaller one. A record weighs about 2 KB; nearly every one has another combination
of optional fields, and some texts hold the characters that break pages: & < > quotes and those of Markdown.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

SEED: Final = 1
DAY: Final = "2026-11-24"
"""The newest date in the data; a check on a much later day calls it stale (set SOURCE_DATE_EPOCH)."""

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


REGENCIES: Final = _words(
    "Bangkalan,Banyuwangi,Blitar,Bojonegoro,Bondowoso,Gresik,Jember,Jombang,Kediri,Lamongan,Lumajang,Madiun,Magetan,"
    "Malang,Mojokerto,Nganjuk,Ngawi,Pacitan,Pamekasan,Pasuruan,Ponorogo,Probolinggo,Sampang,Sidoarjo,Situbondo,Sumenep,"
    "Trenggalek,Tuban,Tulungagung"
)
CITIES: Final = _words("Batu,Blitar,Kediri,Madiun,Malang,Mojokerto,Pasuruan,Probolinggo,Surabaya")
DISTRICTS: Final = tuple([f"Kabupaten {name}" for name in REGENCIES] + [f"Kota {name}" for name in CITIES])
"""The 29 regencies and 9 cities of East Java."""

AUDIENCES: Final = _words("disabilitas,tuli,daksa,netra,anak,remaja,lansia,kesehatan-jiwa,telantar,ppks,keluarga,umum")
STATUSES: Final = ("aktif", "aktif", "belum-dikonfirmasi", "belum-dikonfirmasi", "jeda", "berhenti")
LEVELS: Final = ("kabupaten-kota", "provinsi", "nasional", "internasional")
KINDS: Final = ("darurat", "bantuan", "instansi", "pengaduan")
FIRST: Final = _words(
    "Aksi,Bina,Cerdas,Damai,Empati,Forum,Gerak,Harapan,Ikhtiar,Jaga,Karya,Layanan,Mitra,Nada,Obor,Peduli,Qalbu,Rumah,"
    "Sahabat,Tangan,Usaha,Visi,Warung,Xilofon,Yakin,Zona"
)
WHO: Final = _words(
    "penyandang disabilitas,orang Tuli,anak dan balita,remaja putus sekolah,lansia yang tinggal sendiri,"
    "keluarga yang merawat,orang yang kehabisan bekal,warga di desa terpencil,orang tua tunggal,pekerja harian"
)
ACTS: Final = _words(
    "mendampingi,melatih,mengunjungi,menjemput,mencatat,memeriksa,mempertemukan,menampung,mengantar,mengajak"
)
THINGS: Final = _words(
    "kursi roda,alat bantu dengar,keterampilan menjahit,surat pengantar,makanan bergizi,tempat tinggal sementara,"
    "kelompok belajar,pemeriksaan mata,ruang bermain,kebun sayur,kelas memasak,mobil jemputan,buku cerita,senam pagi,"
    "kerajinan bambu,warung bersama"
)
WHERE: Final = _words("balai desa,kantor kecamatan,rumah warga,sekolah,puskesmas,panti,pasar,taman kota")
SYLLABLES: Final = tuple(one + two for one in "bdgjklmnprstw" for two in "aeiou")
OFFICE: Final = "contoh-kantor"
CITED: Final = "berita"
ODD_SHARE: Final = 0.025
ODD: Final = (
    "Beras & minyak, <b>bukan</b> uang",
    "Formulir \"A\" atau 'B' & fotokopinya",
    "*Tebal*, _garis_, `kode`, ~~hapus~~ dan ^kecil^",
    "[bukan tautan](https://contoh.test/x) dan ![bukan gambar](y.png)",
    "# Bukan judul",
    "1. Bukan daftar; umur < 60 > 17 tahun",
    "Kolom | kolom | kolom --- bukan tabel",
    "{{ bukan_templat }} {% juga bukan %} {: .bukan }",
    r"Garis miring \ dan \* bintang, &amp; tetap &amp;",
    "<script>alert('contoh')</script>",
    "Bukan <!-- komentar --> :bukan_emoji: [^1]",
    "= 1 + 1, “kutip” ‘dalam’ – dan … café",
)
"""Texts with what HTML, Markdown, Jinja or a spreadsheet could take for its own."""


def records(seed: int = SEED) -> Iterator[str]:
    """Yield the YAML text of one invented innovation after the other, without end, each closed by an empty line."""
    chance = random.Random(seed)  # noqa: S311
    number = 0
    while True:
        number += 1
        yield "".join(_item(_innovation(chance, number))) + "\n"


def write(count: int, folder: Path, seed: int = SEED, per_file: int = 0) -> None:
    """Make the data folder with `count` innovations, at least one.

    They go into `innovations.yaml`, or into files of `per_file` below `innovations/`. Raises `ValueError` for a count
    below one, and `FileExistsError` when the folder holds anything: real data is never mixed with invented.
    """
    if count < 1:
        raise ValueError(count)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(folder)
    made = islice(records(seed), count)
    if per_file:
        (folder / "innovations").mkdir()
        for start in range(0, count, per_file):
            _fill(folder / "innovations" / f"{start:06}.yaml", islice(made, per_file))
    else:
        _fill(folder / "innovations.yaml", made)
    _fill(folder / "contacts.yaml", map(_text, _contacts()))
    _fill(folder / "needs.yaml", map(_text, _needs(count)))
    _fill(folder / "synonyms.yaml", map(_text, _synonyms()))
    _fill(folder / "portal.yaml", _pairs(_SETTINGS, "", ""))


_SETTINGS: Final = {
    "alamat": "https://portal-contoh.example.org/",
    "resmi": "false",
    "instansi": OFFICE,
    "kontak": [OFFICE],
    "pengaduan": ["contoh-pengaduan-01", "contoh-pengaduan-02"],
    "darurat": ["contoh-darurat-01", "contoh-darurat-02"],
    "penelusuran": DAY,
}


def _fill(path: Path, texts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Data contoh untuk mengukur: semua isinya karangan.\n\n")
        file.writelines(texts)


def name(number: int) -> str:
    """Return the name of the innovation with this number, from 1."""
    mark = {0: ' & "K"', 3: " & Mitra", 7: " *A*"}.get(number % 50, "")
    return f"{FIRST[number % len(FIRST)]} Contoh {number:05}{mark}"


def code(number: int) -> str:
    """Return the code (`id`) of the innovation with this number."""
    return f"{FIRST[number % len(FIRST)].lower()}-contoh-{number:05}"


@dataclass(frozen=True, slots=True)
class _Draw:
    """The random choices of one record, and its number from 1."""

    chance: random.Random
    number: int

    def pick(self, words: Sequence[str]) -> str:
        """Return one of these words."""
        return self.chance.choice(words)

    def few(self, share: float) -> bool:
        """Return True in this share of calls."""
        return self.chance.random() < share

    def turn(self, words: Sequence[str]) -> str:
        """Return the word whose turn it is: each comes up evenly often."""
        return words[self.number % len(words)]

    def coin(self) -> str:
        """Return an invented word, so that a search meets as many different words as in real data."""
        return "".join(self.chance.choices(SYLLABLES, k=3))

    def title(self) -> str:
        """Return an invented proper name."""
        return self.coin().title()

    def sentence(self) -> str:
        """Return one sentence; one in forty is a text that breaks careless pages."""
        if self.few(ODD_SHARE):
            return self.pick(ODD)
        return f"Petugas {self.pick(ACTS)} {self.pick(WHO)} di {self.pick(WHERE)}."

    def thing(self) -> str:
        """Return something to bring or to get, as odd as often."""
        return self.pick(ODD) if self.few(ODD_SHARE) else f"{self.pick(THINGS)} dari {self.pick(WHERE)}"

    def several(self, make: Callable[[], str], most: int) -> list[Value]:
        """Return one to `most` different texts."""
        return list(dict.fromkeys(make() for _ in range(1 + int(self.chance.random() * most))))

    def read(self) -> str:
        """Return a day of the summer before `DAY`."""
        return f"2026-{6 + self.number % 5:02}-{1 + self.number % 28:02}"


def _innovation(chance: random.Random, number: int) -> dict[str, Value]:
    draw = _Draw(chance, number)
    return {key: value for key, share, make in _FIELDS if draw.few(share) and (value := make(draw))}


def _long_name(draw: _Draw) -> str:
    return f"{draw.pick(ACTS).title()} {draw.pick(THINGS).title()} Contoh untuk {draw.pick(WHO).title()}"


def _summary(draw: _Draw) -> str:
    act, who, thing, place = draw.pick(ACTS), draw.pick(WHO), draw.pick(THINGS), draw.pick(WHERE)
    return f"Contoh layanan yang {act} {who} dengan {thing}. Petugas datang ke {place}."


def _audiences(draw: _Draw) -> list[Value]:
    return list(dict.fromkeys([draw.turn(AUDIENCES), *draw.chance.sample(AUDIENCES, draw.number % 3)]))


def _sources(draw: _Draw) -> list[Value]:
    """Return one to three sources: the first shared by many records, as an article is, the others the record's own."""
    shared = draw.chance.randrange(1, 60)
    found: list[Value] = [
        {
            "id": CITED,
            "judul": f"Berita contoh {shared:02} & laporannya",
            "penerbit": "Harian Contoh",
            "url": f"https://berita.example.org/{shared:02}?p=1&q=2",
            "tanggal": f"2025-{1 + shared % 12:02}-{1 + shared % 28:02}",
            "diakses": draw.read(),
        }
    ]
    for part in range(draw.number % 3):
        own = {
            "judul": f"Standar contoh {draw.number:05}/{part}",
            "url": f"https://standar.test/{draw.number:05}/{part}",
        }
        found.append(own | ({"untuk": ["nama", "ringkasan", "sasaran"]} if part else {"diakses": draw.read()}))
    return found


def _site(draw: _Draw, part: int) -> dict[str, Value]:
    site: dict[str, Value] = {"nama": f"{draw.pick(WHERE).title()} Contoh {part + 1}"}
    if draw.few(0.6):
        site["alamat"] = f"Jl. Contoh {draw.title()} No. {draw.chance.randrange(1, 99)}"
    site["wilayah"] = draw.pick(DISTRICTS) if part else draw.turn(DISTRICTS)
    if draw.few(0.3):
        site["catatan"] = draw.sentence()
    return site


def _links(draw: _Draw, kind: str) -> list[Value]:
    address = f"https://contoh.test/{kind.lower()}/{draw.number:05}?a=1&b="
    return [{"judul": f"{kind} contoh {part}", "url": f"{address}{part}"} for part in range(1, 2 + draw.number % 2)]


def _start(draw: _Draw) -> str:
    roll = draw.chance.randrange
    day = f"20{roll(15, 26)}-{roll(1, 13):02}-{roll(1, 29):02}"
    return draw.turn(("", "sekitar ", "paling lambat ")) + day[: roll(4, 11, 3)]


def _figure(draw: _Draw) -> dict[str, Value]:
    roll = draw.chance.randrange
    figure: dict[str, Value] = {"nilai": roll(1, 90_000), "satuan": f"{draw.pick(THINGS)} diberikan"}
    figure["periode"] = f"Januari–Mei {roll(2020, 2027)}"
    return figure | ({"keterangan": draw.sentence()} if draw.few(0.3) else {}) | {"sumber": CITED}


def _award(draw: _Draw, part: int) -> dict[str, Value]:
    award: dict[str, Value] = {"nama": f"Penghargaan Contoh {part + 1}", "tahun": draw.chance.randrange(2016, 2027)}
    return award | ({"tingkat": draw.pick(LEVELS)} if draw.few(0.7) else {}) | {"sumber": CITED}


def _keywords(draw: _Draw) -> list[Value]:
    """Return what people may type: fifteen or more, as the checker asks."""
    words = [draw.coin() for _ in range(8)]
    known = [*draw.chance.sample(THINGS, 5), *draw.chance.sample(WHERE, 3), draw.turn(DISTRICTS)]
    return list(dict.fromkeys([*known, *words, f"{draw.coin()} {words[0]}"]))


def _related(draw: _Draw) -> list[Value]:
    """Return records before this one, so that a data set of any size is whole."""
    return [code(draw.number - step) for step in (1, 7, 40) if step < draw.number]


_FIELDS: Final[tuple[tuple[str, float, Callable[[_Draw], Value]], ...]] = (
    ("id", 1, lambda draw: code(draw.number)),
    ("nama", 1, lambda draw: name(draw.number)),
    ("kepanjangan", 1, _long_name),
    ("ringkasan", 1, _summary),
    ("sasaran", 1, _audiences),
    ("sumber", 1, _sources),
    ("syarat", 0.45, lambda draw: draw.several(draw.thing, 3)),
    ("cara", 0.55, lambda draw: draw.several(draw.sentence, 4)),
    ("waktu", 0.35, lambda draw: f"{draw.chance.randrange(1, 15)} hari kerja"),
    ("biaya", 0.5, lambda draw: draw.pick(("gratis", "tidak dipungut biaya", "Rp5.000 & ongkos kirim"))),
    ("hasil_layanan", 0.35, lambda draw: draw.several(draw.thing, 2)),
    ("pengaduan", 0.3, lambda draw: [f"contoh-pengaduan-{1 + draw.number % 3:02}"]),
    ("kontak", 0.7, lambda draw: [f"contoh-instansi-{1 + draw.number % 38:02}", OFFICE][: 1 + draw.number % 2]),
    ("jadwal", 0.4, lambda draw: f"{draw.turn(('Senin', 'Selasa', 'Kamis', 'Sabtu'))}, pukul 08.00–14.00"),
    ("tempat", 0.85, lambda draw: [_site(draw, part) for part in range(1 + draw.number % 5 // 4)]),
    ("peringatan", 0.2, lambda draw: f"Bukan {draw.pick(THINGS)} gratis."),
    ("mudah_dibaca", 0.25, lambda draw: draw.several(draw.sentence, 4)),
    ("pelaksana", 0.7, lambda draw: f"Unit Contoh {1 + draw.number % 60:02}"),
    ("mitra", 0.3, lambda draw: draw.several(lambda: f"Yayasan Contoh {draw.title()}", 3)),
    ("kegiatan", 0.45, lambda draw: draw.several(draw.sentence, 4)),
    ("masalah", 0.35, lambda draw: " ".join(draw.sentence() for _ in range(3))),
    ("kebaruan", 0.3, lambda draw: " ".join(draw.sentence() for _ in range(2))),
    ("jenis", 0.6, lambda draw: draw.turn(("digital", "nondigital"))),
    ("tahap", 0.5, lambda draw: draw.turn(("inisiatif", "uji-coba", "penerapan"))),
    ("mulai", 0.5, _start),
    ("hasil", 0.35, lambda draw: [_figure(draw) for _ in range(1 + draw.number % 3)]),
    ("penghargaan", 0.15, lambda draw: [_award(draw, part) for part in range(1 + draw.number % 2)]),
    ("dasar_hukum", 0.2, lambda draw: [f"Peraturan Contoh Nomor {draw.chance.randrange(1, 90)} Tahun 2024"]),
    ("tautan", 0.2, lambda draw: _links(draw, "Halaman")),
    ("video", 0.1, lambda draw: _links(draw, "Video")),
    ("nama_lain", 0.3, lambda draw: [f"Contoh {draw.title()} {draw.title()}"]),
    ("kata_kunci", 1, _keywords),
    ("terkait", 0.7, _related),
    ("status", 1, lambda draw: draw.turn(STATUSES)),
    ("diperiksa", 0.8, lambda draw: {"tanggal": draw.read(), "oleh": "Petugas contoh"}),
)
"""Each field in the order of the model, the share of records that have it, and how its value is made.

`gambar` is left out: a picture would need a file beside the data.
"""


def _contacts() -> Iterator[dict[str, Value]]:
    yield _contact(OFFICE, "Kantor Contoh", "instansi", 0)
    number = 0
    for kind, count in zip(KINDS, (3, 6, len(DISTRICTS), 3), strict=True):
        for part in range(1, count + 1):
            number += 1
            title = f"Kantor Contoh {DISTRICTS[part - 1]}" if kind == "instansi" else f"{kind.title()} Contoh {part:02}"
            yield _contact(f"contoh-{kind}-{part:02}", title, kind, number)


def _contact(code: str, title: str, kind: str, number: int) -> dict[str, Value]:
    contact: dict[str, Value] = {"id": code, "nama": title, "jenis": kind, "keterangan": "Kontak karangan & <contoh>."}
    contact["telepon"] = f"0100-{number:05}"  # no area code begins so
    if kind == "bantuan":
        contact["surel"] = f"contoh{number}@example.org"
        contact["situs"] = f"https://bantuan.test/{number}"
    if kind == "instansi":
        contact["alamat"] = f"Jl. Contoh No. {number + 1}"
    ends: dict[str, Value] = {
        "biaya": "tidak diketahui",
        "jam": "Senin–Jumat",
        "berlaku": "Jawa Timur",
        "diperiksa": {"tanggal": DAY, "oleh": "Petugas contoh"},
        "sumber": [{"judul": f"Profil contoh {number}", "url": f"https://profil.example.org/{number}"}],
    }
    return contact | ends


def _needs(count: int) -> Iterator[dict[str, Value]]:
    """Yield at most forty needs, however many records there are."""
    for number in range(1, min(40, count) + 1):
        served = {1 + (number * step) % count for step in (1, 7, 13)}
        need: dict[str, Value] = {
            "id": f"kebutuhan-contoh-{number:02}",
            "nama": f"Kebutuhan contoh {number:02}",
            "penjelasan": f"Keadaan karangan: perlu {THINGS[number % len(THINGS)]}.",
            "inovasi": [code(one) for one in sorted(served)],
            "kontak": [OFFICE],
        }
        yield need | ({"bahaya": "true"} if number % 10 == 0 else {})


def _synonyms() -> Iterator[dict[str, Value]]:
    for number, thing in enumerate(THINGS):
        yield {
            "ketik": f"contoh{thing.split()[0]}, {thing} contoh",
            "cari": thing,
            "bahasa": ("id", "jv", "mad")[number % 3],
            "asal": "usulan",
        }


_BARE: Final = frozenset({"true", "false"})


def _text(record: Mapping[str, Value]) -> str:
    return "".join(_item(record)) + "\n"


def _item(record: Mapping[str, Value], indent: str = "") -> Iterator[str]:
    """Yield a record as an item of a list."""
    return _pairs(record, f"{indent}- ", f"{indent}  ")


def _pairs(record: Mapping[str, Value], first: str, rest: str) -> Iterator[str]:
    lead = first
    for key, value in record.items():
        if isinstance(value, str | int):
            yield f"{lead}{key}: {_scalar(value)}\n"
        else:
            yield f"{lead}{key}:\n"
            if isinstance(value, Mapping):
                yield from _pairs(value, f"{rest}  ", f"{rest}  ")
            else:
                for one in value:
                    yield from _item(one, rest) if isinstance(one, Mapping) else (f"{rest}- {_scalar(one)}\n",)
        lead = rest


def _scalar(value: Value) -> str:
    """Write a scalar as `portal format` does: a text in quotes, of the kind that needs no backslash if there is one."""
    if not isinstance(value, str) or value in _BARE:
        return str(value)
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    """Write a data folder."""
    parser = argparse.ArgumentParser(description="Writes a folder with invented records.")
    parser.add_argument("count", type=int, help="how many records")
    parser.add_argument("folder", type=Path, help="a folder that is empty or does not exist")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--per-file", type=int, default=0, help="files of so many records below innovations/")
    chosen = parser.parse_args()
    try:
        write(chosen.count, chosen.folder, chosen.seed, chosen.per_file)
    except (ValueError, FileExistsError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
