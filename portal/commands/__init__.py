"""The `portal` command: it alone prints, exits and reads the clock."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from portal import __version__
from portal.commands import data, delivery, site
from portal.commands.project import Stop

# What argparse says itself, in the staff's language; it looks its words up through its own `_`.
_ARGPARSE: Final = {
    "usage: ": "pemakaian: ",
    "options": "pilihan",
    "positional arguments": "isian",
    "show this help message and exit": "tampilkan bantuan ini",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "unrecognized arguments: %s": "pilihan tidak dikenal: %s",
    "the following arguments are required: %s": "masih kurang: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak ada; pilih dari %(choices)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak cocok",
    "expected one argument": "perlu satu isian",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `portal` and return its exit code: 0 fine, 1 problems in the data or the build, 2 wrong use."""
    _speak_utf8()
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except Stop as stop:
        text, code = stop.args
        print(text, file=sys.stderr)
        return int(code)
    except OSError as error:
        print(f"{error.filename or 'Berkas'}: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nDihentikan. Tidak ada yang setengah jadi.", file=sys.stderr)
        return 130


def _speak_utf8() -> None:
    """Print Indonesian right on every console, a Windows one included."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    setattr(argparse, "_", lambda text: _ARGPARSE.get(text, text))  # noqa: B010
    parser = argparse.ArgumentParser(
        prog="portal", description="Memeriksa data inovasi dan membuat portal informasinya.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"portal {__version__}", help="tampilkan versi")
    verbs = parser.add_subparsers(title="perintah", required=True, metavar="PERINTAH")

    def verb(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=help, description=help, allow_abbrev=False)
        made.set_defaults(run=run)
        return made

    _data_verbs(verb)
    _site_verbs(verb)
    _delivery_verbs(verb)
    return parser


def _data_verbs(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the verbs for editors of the data."""
    check = verb("check", data.check, "Periksa data; tunjukkan semua kesalahan beserta barisnya.")
    check.add_argument("file", type=Path, nargs="?", metavar="BERKAS", help="periksa berkas ini saja")
    check.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="bentuk keluaran (bawaan: %(default)s)"
    )
    check.add_argument("--strict", action="store_true", help="peringatan juga dianggap galat")
    check.add_argument("--fix", action="store_true", help="perbaiki kesalahan tulis yang aman; berkas lama disimpan")
    _data_option(check)
    new = verb("new", data.new, "Tambahkan catatan inovasi baru yang tinggal diisi.")
    new.add_argument("id", metavar="KODE", help="kode inovasi: huruf kecil dan tanda hubung, misalnya okata-uti")
    verb("format", data.format_files, "Rapikan berkas data ke bentuk bakunya; isi dan catatan tidak berubah.")
    report = verb("report", data.report, "Tampilkan apa yang masih kurang dan perlu ditanyakan ke tiap unit.")
    report.add_argument("--output", type=Path, metavar="BERKAS", help="tulis ke berkas, bukan ke layar")
    _data_option(report)
    verb(
        "derive",
        data.derive,
        "Perbarui berkas turunan: skema, tabel di CONTRIBUTING.md, dan THIRD-PARTY.md.",
    )


def _site_verbs(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the verbs that make pages."""
    generate = verb("generate", site.generate, "Periksa data, lalu tulis halaman ke docs/.")
    build = verb("build", site.build, "Periksa data, tulis halaman, lalu bangun situs.")
    serve = verb("serve", site.serve, "Tampilkan pratinjau di peramban; ikut berubah setiap data disimpan.")
    for one in (generate, build, serve):
        _data_option(one)
        _papers_options(one)
    for one in (generate, build):
        one.add_argument(
            "--allow-removal", action="store_true", help="izinkan halaman inovasi yang sudah tidak ada di data dihapus"
        )
    for one in (build, serve):
        one.add_argument(
            "--engine", choices=("mkdocs", "zensical"), default="mkdocs", help="mesin situs (bawaan: %(default)s)"
        )
    build.add_argument(
        "--full", action="store_true", help="mesin membangun dan memeriksa setiap halaman; lebih lama, hasilnya sama"
    )
    build.add_argument("--site-dir", type=Path, metavar="FOLDER", help="folder hasil (bawaan: site, atau luring)")
    build.add_argument(
        "--offline", action="store_true", help="buat salinan untuk flashdisk, beserta berkas zip-nya (tanpa server)"
    )
    serve.add_argument("--host", default="127.0.0.1", metavar="ALAMAT", help="alamat pratinjau (bawaan: %(default)s)")
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="nomor porta (bawaan: %(default)s)")
    serve.add_argument("--open", action="store_true", help="buka peramban")


def _data_option(verb: argparse.ArgumentParser) -> None:
    """Let a verb work on other data than the project's own."""
    verb.add_argument(
        "--data", type=Path, metavar="TEMPAT", help="folder data lain, atau satu berkas inovasi (bawaan: folder data)"
    )


def _papers_options(verb: argparse.ArgumentParser) -> None:
    """Let a verb make more or fewer sheets of paper than the number of innovations says."""
    papers = verb.add_mutually_exclusive_group()
    papers.add_argument(
        "--papers",
        choices=("all", "books"),
        help="lembar cetak: semua, atau buku dan kartu saja (bawaan: menurut banyaknya inovasi)",
    )
    papers.add_argument("--no-papers", dest="papers", action="store_const", const="none", help="tanpa lembar cetak")


def _delivery_verbs(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the verbs for whoever hands the portal on."""
    verify = verb("verify", delivery.verify, "Cocokkan folder situs dengan daftar isinya.")
    verify.add_argument("site", type=Path, metavar="FOLDER", help="folder situs")
    publish = verb("publish", delivery.publish, "Terbitkan situs ke folder di komputer ini; terbitan lama disimpan.")
    publish.add_argument("place", type=Path, metavar="TEMPAT", help="folder penerbitan, misalnya /srv/portal")
    publish.add_argument("--site-dir", type=Path, default=Path("site"), metavar="FOLDER", help="folder situs")
    publish.add_argument("--keep", type=int, default=5, metavar="N", help="jumlah terbitan yang disimpan")
    rollback = verb("rollback", delivery.rollback, "Tampilkan lagi terbitan sebelumnya.")
    rollback.add_argument("place", type=Path, metavar="TEMPAT", help="folder penerbitan")
    rollback.add_argument("--to", type=int, metavar="N", help="nomor terbitan yang ditampilkan")
    sheet = verb("sheet", delivery.sheet, "Tulis lembar Excel untuk memeriksa isi.")
    sheet.add_argument("file", type=Path, metavar="BERKAS", help="berkas .xlsx")
    links = verb("links", delivery.links, "Periksa tautan luar di data: mana yang sudah mati.")
    links.add_argument("--output", type=Path, metavar="BERKAS", help="tulis laporan ke berkas ini juga")
    links.add_argument("--force", action="store_true", help="tetap periksa walau di CI")
