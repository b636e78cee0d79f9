"""Spreadsheets (XLSX) of the data: one for anyone, one for the head of a unit who checks the texts.

The way is one: from the data to the sheet. What a reviewer writes is typed into the data by staff; nothing reads a
sheet back. No cell can run as a formula, and the same data always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel

from portal.catalogue import Catalogue, backing
from portal.choices import Choice
from portal.model import Contact, Innovation, Need

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, headings with column widths (in characters), and rows of texts.

    `choices` gives the words that one column (by its heading) offers as a list. Empty cells of the column `ask` are
    coloured: there is something to fill in.
    """

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    choices: tuple[str, ...] = ()
    chosen: str = ""
    ask: str = ""


VERDICT: Final = "Sudah benar?"
VERDICTS: Final = ("benar", "ubah", "hapus", "tidak tahu")
_VALUE: Final = "Isi sekarang"
_REVIEW: Final = (
    ("Kode", 18), ("Nama", 22), ("Isian", 20), (_VALUE, 60), ("Arti isian", 34), ("Sumber", 44), (VERDICT, 14),
    ("Seharusnya", 50), ("Dari mana diketahui", 34),
)  # fmt: skip
_LEAD: Final = (
    "Lembar ini untuk memeriksa isi portal. Setiap baris adalah satu isian.",
    "1. Baca kolom Isi sekarang.",
    "2. Di kolom Sudah benar?, pilih: benar, ubah, hapus, atau tidak tahu.",
    "3. Bila ubah, tulis yang benar di kolom Seharusnya, dan dari mana Anda tahu di kolom terakhir.",
    "4. Sel kuning masih kosong di portal. Isi bila Anda tahu; biarkan bila tidak.",
    "5. Kirim kembali berkas ini kepada pengelola portal. Portal tidak berubah sebelum pengelola mengetiknya.",
    "Jangan menulis nama, foto, atau keadaan kesehatan penerima bantuan.",
)


def write(catalogue: Catalogue, path: Path) -> None:
    """Write the sheet for review. Raises `OSError` when the file cannot be written (on Windows: while it is open)."""
    path.write_bytes(workbook(review(catalogue), catalogue.settings.penelusuran))


def review(catalogue: Catalogue) -> Iterator[Sheet]:
    """Yield the sheets for review: how to, then one for each kind of record with a row for each field."""
    yield Sheet("Baca dulu", (("Cara memeriksa", 110),), tuple((line,) for line in _LEAD))
    yield _reviewed("Inovasi", catalogue.innovations)
    yield _reviewed("Kontak", catalogue.contacts)
    yield _reviewed("Kebutuhan", catalogue.needs)


def _reviewed(title: str, records: Iterable[Innovation | Contact | Need]) -> Sheet:
    rows = tuple(row for record in records for row in _rows(record))
    return Sheet(title, _REVIEW, rows, VERDICTS, VERDICT, _VALUE)


def _rows(record: Innovation | Contact | Need) -> Iterator[tuple[str, ...]]:
    for name, info in type(record).model_fields.items():
        if name != "id":
            value = getattr(record, name)
            yield (
                record.id, record.nama, str(info.title), human(value), str(info.description),
                _sources(record, name) if value else "", "", "", "",
            )  # fmt: skip


def _sources(record: Innovation | Contact | Need, name: str) -> str:
    if isinstance(record, Need) or name == "sumber":
        return ""
    if isinstance(record, Innovation):
        return "\n".join(record.sumber[number - 1].url for number in backing(record, name))
    return "\n".join(one.url for one in record.sumber if not one.untuk or name in one.untuk)


_WORDS: Final = {None: "", True: "ya", False: "tidak"}


def human(value: object) -> str:
    """Write one value for people: labels instead of codes, the entries of a list on lines of their own.

    A list inside an entry stays on its line, with commas.
    """
    if isinstance(value, str):
        return value.label if isinstance(value, Choice) else value
    if isinstance(value, tuple):
        return "\n".join([human(one) for one in value])
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, BaseModel):
        filled = [(key, one) for key, one in value.__dict__.items() if one is not None and one != ()]
        return "; ".join([f"{_labels(type(value))[key]}: {_inside(one)}" for key, one in filled])
    if isinstance(value, dict):
        return "\n".join([f"{key}: {', '.join(one)}" for key, one in value.items()])
    return str(value)


def _inside(value: object) -> str:
    return ", ".join([human(one) for one in value]) if isinstance(value, tuple) else human(value)


@cache
def _labels(model: type[BaseModel]) -> Mapping[str, str | None]:
    return {name: info.title for name, info in model.model_fields.items()}


def workbook(sheets: Iterable[Sheet], day: str) -> bytes:
    """Return an XLSX file that says it was made on `day` (YYYY-MM-DD)."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"author": "Portal Inovasi Sosial Jatim", "created": datetime.fromisoformat(day)})
    # Texts, with a quotation mark before them: Excel would make a formula of `=…` when the cell is edited.
    text = {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
    looks = _Looks(
        heading=book.add_format({"bold": True, "bg_color": "#E9F1F8"}),
        filled=book.add_format(text),
        asked=book.add_format({**text, "bg_color": "#FFF3C4"}),
    )
    for sheet in sheets:
        _write(book.add_worksheet(sheet.title), sheet, looks)
    book.close()
    return _alike(file)


class _Looks(NamedTuple):
    """How cells look: headings, texts, and empty cells that ask to be filled in."""

    heading: Format
    filled: Format
    asked: Format


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    for column, (heading, width) in enumerate(sheet.columns):
        page.set_column(column, column, width, looks.filled)
        page.write_string(0, column, heading, looks.heading)
    page.freeze_panes(1, 0)
    asked = [heading for heading, _ in sheet.columns].index(sheet.ask) if sheet.ask else None
    for number, texts in enumerate(sheet.rows, 1):
        for column, text in enumerate(texts):
            if text:
                page.write_string(number, column, _fitting(text), looks.filled)
            elif column == asked:
                page.write_blank(number, column, None, looks.asked)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        _offer(page, sheet)


_LONGEST: Final = 32_767
"""UTF-16 units in one cell, by the specifications and limits of Excel."""

_CUT: Final = " … (terlalu panjang untuk Excel; lengkapnya di CSV)"


def _fitting(text: str) -> str:
    """Cut a text that Excel would refuse, and say so: the list of a country's innovations may be one."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def _offer(page: Worksheet, sheet: Sheet) -> None:
    if not sheet.choices:
        return
    column = [heading for heading, _ in sheet.columns].index(sheet.chosen)
    offered = {
        "validate": "list",
        "source": list(sheet.choices),
        "error_message": f"Pilih salah satu: {', '.join(sheet.choices)}.",
    }
    page.data_validation(1, column, len(sheet.rows), column, offered)


def _alike(book: io.BytesIO) -> bytes:
    """Pack a workbook anew when it says that it was made on another system than most are, such as Windows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(packed, "w") as new:
        if all(entry.create_system == _UNIX for entry in old.infolist()):
            return book.getvalue()
        for entry in old.infolist():
            entry.create_system = _UNIX
            new.writestr(entry, old.read(entry), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


_UNIX: Final = 3  # in "version made by" (APPNOTE.TXT, 4.4.2)


def table(title: str, headings: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Sheet:
    """Return a plain sheet: columns of one width, no place to write."""
    return Sheet(title, tuple((heading, 32) for heading in headings), tuple(rows))
