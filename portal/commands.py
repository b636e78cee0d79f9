"""The `portal` command: it alone prints, exits and reads the clock."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from portal import __version__

if TYPE_CHECKING:
    from portal.model import Settings

# What argparse says itself, in the staff's language; it looks its words up through its own `_`.
_ARGPARSE: Final = {
    "usage: ": "pemakaian: ",
    "options": "pilihan",
    "positional arguments": "isian",
    "show this help message and exit": "tampilkan bantuan ini",
    "show program's version number and exit": "tampilkan versi",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "unrecognized arguments: %s": "pilihan tidak dikenal: %s",
    "the following arguments are required: %s": "masih kurang: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak ada; pilih dari %(choices)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak cocok",
    "expected one argument": "perlu satu isian",
}


class Stop(Exception):  # noqa: N818
    """The command ends here: `args` holds the words and the exit code."""


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
    parser.add_argument("--version", action="version", version=f"portal {__version__}")
    verbs = parser.add_subparsers(title="perintah", required=True, metavar="PERINTAH")

    def verb(name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=help, description=help, allow_abbrev=False)
        made.set_defaults(run=run)
        return made

    verb("check", _check, "Periksa data; tunjukkan semua kesalahan beserta barisnya. Tidak mengubah apa pun.")

    generate = verb("generate", _generate, "Periksa data, lalu tulis halaman ke docs/.")
    build = verb("build", _build, "Periksa data, tulis halaman, lalu bangun situs.")
    for one in (generate, build):
        one.add_argument(
            "--allow-removal", action="store_true", help="izinkan halaman inovasi yang sudah tidak ada di data dihapus"
        )
    serve = verb("serve", _serve, "Tampilkan pratinjau di peramban; ikut berubah setiap data disimpan.")
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="ALAMAT", help="alamat pratinjau (bawaan: %(default)s)"
    )
    serve.add_argument("--open", action="store_true", help="buka peramban")
    for one in (build, serve):
        one.add_argument(
            "--engine", choices=("mkdocs", "zensical"), default="mkdocs", help="mesin situs (bawaan: %(default)s)"
        )
    build.add_argument("--site-dir", type=Path, metavar="FOLDER", help="folder hasil (bawaan: site, atau luring)")
    build.add_argument(
        "--offline", action="store_true", help="buat salinan untuk flashdisk, beserta berkas zip-nya (tanpa server)"
    )
    return parser


def _root() -> Path:
    """Find the project: the nearest folder, from here upwards, that holds `mkdocs.yml`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise Stop("Tidak ada mkdocs.yml di sini. Jalankan perintah ini di dalam folder portal.", 2)


def _today() -> date:
    return date.today()  # noqa: DTZ011


def _check(_: argparse.Namespace) -> int:
    from portal.loading import load
    from portal.problems import tell

    loaded = load(_root() / "data", _today())
    if loaded.problems:
        print(tell(loaded.problems, color=sys.stdout.isatty()))
    if any(problem.is_error for problem in loaded.problems):
        return 1
    print(f"Data bisa dipakai: {len(loaded.innovations)} inovasi.")
    return 0


def _generate(chosen: argparse.Namespace) -> int:
    _generated(_root(), allow_removal=chosen.allow_removal)
    return 0


def _generated(root: Path, *, allow_removal: bool) -> Settings:
    """Check and write the pages below `root/docs`, and say what changed."""
    from portal.generation import DataError, generate, read
    from portal.problems import tell
    from portal.writing import HandWrittenError, RemovalError

    try:
        catalogue, loaded = read(root, _today())
        changes = generate(catalogue, root, allow_removal=allow_removal)
    except DataError as error:
        raise Stop(tell(error.problems, color=sys.stderr.isatty()), 1) from error
    except (HandWrittenError, RemovalError) as error:
        raise Stop(str(error), 1) from error
    if loaded.problems:
        print(f"{len(loaded.problems)} peringatan. Lihat dengan: portal check")
    print(
        f"{len(catalogue.innovations)} inovasi: {len(changes.written)} berkas ditulis, {changes.unchanged} tetap, "
        f"{len(changes.removed)} dihapus."
    )
    return catalogue.settings


def _build(chosen: argparse.Namespace) -> int:
    from portal.engine import Engine, EngineError, build
    from portal.offline import write_archive
    from portal.publishing import replacement

    root = _root()
    settings = _generated(root, allow_removal=chosen.allow_removal)
    wanted: Path = chosen.site_dir or Path("luring" if chosen.offline else "site")
    site_dir = wanted.absolute()
    try:
        with replacement(site_dir) as fresh:
            build(root, fresh, settings, Engine(chosen.engine), offline=chosen.offline)
        if chosen.offline:
            write_archive(site_dir, site_dir.with_suffix(".zip"))
    except EngineError as error:
        raise Stop(f"{error}\nSitus tidak jadi dibangun. {_untouched(site_dir)}", 1) from error
    except OSError as error:
        raise Stop(f"Tidak bisa menulis ke {site_dir}: {error.strerror or error}. {_untouched(site_dir)}", 1) from error
    print(f"Situs siap: {wanted}")
    return 0


def _untouched(site_dir: Path) -> str:
    return "Situs yang lama tidak berubah." if site_dir.exists() else "Tidak ada yang ditulis."


def _serve(chosen: argparse.Namespace) -> int:
    from portal.engine import Engine
    from portal.preview import serve

    root = _root()
    _generated(root, allow_removal=False)
    options = ["--open"] if chosen.open else []
    return serve(root, Engine(chosen.engine), chosen.address, options, lambda text: print(text, flush=True), _today)
