"""The verbs for editors of the data: check, new, format, report, derive."""

from __future__ import annotations

import argparse
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import portal
from portal import folders
from portal.calling import called
from portal.commands.project import Stop, project_root, today

if TYPE_CHECKING:
    from pydantic import BaseModel

    from portal.examining import Kind
    from portal.loading import Loaded
    from portal.model import Settings


def check(chosen: argparse.Namespace) -> int:
    """Check the whole data folder, or one file; mend safe slips first when asked to."""
    from portal.problems import Format, tell

    if chosen.file and chosen.data:
        raise Stop("Sebutkan satu saja: BERKAS atau --data.", 2)
    mended = [_fix(*one) for one in _lists(chosen)] if chosen.fix else []
    if chosen.fix and not any(mended):
        print("Tidak ada yang bisa diperbaiki sendiri dengan aman.")
    loaded = _loaded(chosen.file, chosen.data)
    form = Format(chosen.format)
    if told := tell(loaded.problems, form, color=form is Format.TEXT and sys.stdout.isatty()):
        print(told)
    if loaded.errors or (chosen.strict and loaded.problems):
        return 1
    if note := "" if chosen.file or chosen.data or loaded.settings is None else _life(loaded.settings):
        print(
            f"::warning file=data/portal.yaml::{note}" if form is Format.GITHUB else note,
            file=sys.stderr if form is Format.JSON else sys.stdout,
        )
    if form is Format.TEXT:
        count = f": {len(loaded.innovations)} inovasi" if loaded.innovations else ""
        print(f"Data bisa dipakai{count}.")
    return 0


def _life(settings: Settings) -> str:
    """Return the warning that `security.txt` ends soon; past its end, the command stops."""
    from portal.lifetime import ExpiredError
    from portal.lifetime import check as check_life

    try:
        return check_life(settings, today())
    except ExpiredError as error:
        raise Stop(str(error), 1) from error


def _loaded(file: Path | None, data: Path | None) -> Loaded:
    """Read everything, or one file with the contacts of the project around it (of this checkout if there is none)."""
    from portal.loading import load, load_file

    if file is None and data is None:
        root = project_root()
        return load(root / "data", today(), root)
    try:
        root = project_root()
    except Stop:
        root = Path(portal.__file__).parent.parent
    return load(data, today(), root) if data else load_file(file or root, root / "data", today())


def _lists(chosen: argparse.Namespace) -> Iterator[tuple[Path, type[BaseModel]]]:
    """Yield the files with lists that a command is about, each with the model of its entries."""
    from portal.files import INNOVATIONS, files_of
    from portal.loading import FILES

    for path in [chosen.file] if chosen.file else files_of(chosen.data or project_root() / "data").all:
        kind = FILES.get(path.name, FILES[INNOVATIONS])
        if kind.is_list and path.exists():
            yield path, kind.model


def _fix(path: Path, model: type[BaseModel]) -> bool:
    """Mend what is safe, show the difference, and keep the old file beside the new one; tell whether there was any."""
    from portal.repairing import backup_of, repair

    text = _text(path)
    repaired = repair(text, model, path.name)
    if not repaired.difference:
        return False
    backup = backup_of(path)
    shutil.copyfile(path, backup)
    _write(path, repaired.text)
    print(f"{repaired.difference}\nBerkas lama disimpan di {backup}")
    return True


def _text(path: Path) -> str:
    """Return what the checker reads: a text with line feeds, whatever Notepad made of it."""
    from portal.source.decoding import read_bytes

    raw = read_bytes(path, str(path))
    try:
        if isinstance(raw, bytes):
            return raw.decode()
    except UnicodeDecodeError:
        pass
    raise Stop(f"{path} tidak bisa dibaca. Jalankan: {called(f'check {path}')}", 1)


def _write(path: Path, text: str) -> None:
    """Write a file again in UTF-8, with the line ends that it has; whole or not at all."""
    raw = path.read_bytes()
    is_windows = b"\r\n" in raw or b"\r\0\n\0" in raw or b"\0\r\0\n" in raw
    content = (text.replace("\n", "\r\n") if is_windows else text).encode()
    folders.replace(path.resolve(), content, stat.S_IMODE(path.stat().st_mode))


def new(chosen: argparse.Namespace) -> int:
    """Append a record that is valid and still to be filled in, to the last file with innovations."""
    from portal.files import files_of
    from portal.formatting import has_record, with_new_record

    paths = files_of(project_root() / "data").innovations
    if not paths:
        raise Stop(f"Folder data/innovations belum berisi berkas. Jalankan: {called('check')}", 1)
    texts = [_text(path) for path in paths]
    try:
        text = with_new_record(texts[-1], chosen.id)
        if any(has_record(other, chosen.id) for other in texts[:-1]):
            raise ValueError(f'id "{chosen.id}" sudah ada')
    except ValueError as error:
        raise Stop(f"Tidak ditambahkan: {error}.", 2) from error
    _write(paths[-1], text)
    print(f"Ditambahkan di akhir {paths[-1].name}: {chosen.id}. Isi tulisan yang masih contoh, lalu: {called('check')}")
    return 0


def format_files(_: argparse.Namespace) -> int:
    """Bring every data file into its canonical form; a file with problems stays as it is."""
    from portal.files import INNOVATIONS, files_of
    from portal.loading import FILES

    data = project_root() / "data"
    innovations = [(path, FILES[INNOVATIONS]) for path in files_of(data).innovations]
    others = [(data / name, kind) for name, kind in FILES.items() if name != INNOVATIONS]
    return max([_format(*one) for one in [*innovations, *others]])


def _format(path: Path, kind: Kind) -> int:
    """Bring one file into its canonical form; return 1 when it has problems."""
    from portal.formatting import FormatError, formatted

    text = _text(path)
    try:
        tidy = formatted(text, kind.model, path.name, is_list=kind.is_list)
    except FormatError:
        print(f"{path.name}: ada yang salah, jadi tidak dirapikan. Jalankan: {called('check')}", file=sys.stderr)
        return 1
    if tidy != text:
        _write(path, tidy)
    print(f"{path.name}: {'dirapikan' if tidy != text else 'sudah rapi'}")
    return 0


def report(chosen: argparse.Namespace) -> int:
    """Say what is missing, stale and unconfirmed, and what to ask each unit."""
    from portal.problems import tell
    from portal.report import report as make_report

    loaded = _loaded(None, chosen.data)
    if loaded.errors:
        raise Stop(tell(loaded.problems, color=sys.stderr.isatty()), 1)
    text = make_report(loaded, today())
    if chosen.output:
        chosen.output.write_text(text, encoding="utf-8")
        print(f"Ditulis: {chosen.output}")
    else:
        print(text, end="")
    return 0


def derive(_: argparse.Namespace) -> int:
    """Write again what derives from the model and is kept in the repository."""
    from portal import editor_schema, guide, licences
    from portal.opendata import schema

    root = project_root()
    made = editor_schema.files()
    made[schema.KEPT] = editor_schema.as_text(schema.exported())
    made[guide.GUIDE] = guide.filled_in((root / guide.GUIDE).read_text(encoding="utf-8"), root)
    made[licences.PAGE] = licences.page(root)
    changed = [path for path, text in made.items() if _renewed(root / path, text)]
    print("\n".join(f"Diperbarui: {path}" for path in changed) or "Semua sudah mutakhir.")
    return 0


def _renewed(path: Path, text: str) -> bool:
    """Write a file unless it says this already; tell whether it was written."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
