"""Spreadsheets (XLSX) of the data: one for anyone, one for the head of a unit who checks the texts.

The way is one: from the data to the sheet. What a reviewer writes is typed into the data by staff; nothing reads a
sheet back. No cell can run as a formula, and the same data always gives the same bytes.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from portal.catalogue import Catalogue, backing
from portal.choices import Choice
from portal.model import Contact, Innovation, Need

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


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
    """Write one value for people: labels instead of codes, the entries of a list on lines of their own."""
    if isinstance(value, str):
        return value.label if isinstance(value, Choice) else value
    if isinstance(value, tuple):
        return "\n".join([human(one) for one in value])
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, BaseModel):
        filled = [(key, one) for key, one in value.__dict__.items() if one is not None and one != ()]
        return "; ".join([f"{_labels(type(value))[key]}: {human(one)}" for key, one in filled])
    if isinstance(value, dict):
        return "\n".join([f"{key}: {', '.join(one)}" for key, one in value.items()])
    return str(value)


@cache
def _labels(model: type[BaseModel]) -> Mapping[str, str | None]:
    return {name: info.title for name, info in model.model_fields.items()}


_LEVEL: Final = 3
"""How hard the sheets are compressed: the usual 6 takes two and a half times as long for a tenth less."""


def workbook(sheets: Iterable[Sheet], day: str) -> bytes:
    """Return an XLSX file that says it was made on `day` (YYYY-MM-DD).

    openpyxl makes the workbook with headings and looks; the rows below are written as text into its sheets, which takes
    a tenth of the time of a cell object for each value.
    """
    os.environ["OPENPYXL_LXML"] = "False"  # else the bytes would depend on whether lxml happens to be installed
    from openpyxl import Workbook

    book = Workbook()
    del book[book.sheetnames[0]]
    rows: dict[str, Iterator[str]] = {}
    for number, sheet in enumerate(sheets, 1):
        page = book.create_sheet(sheet.title)
        rows[f"xl/worksheets/sheet{number}.xml"] = _rows_of(sheet, *_looks(page))
        _head(page, sheet)
    made = datetime.fromisoformat(day)
    book.properties.creator = "Portal Inovasi Sosial Jatim"
    book.properties.language = "id"
    book.properties.created = made
    file = io.BytesIO()
    book.save(file)
    return _filled(file, rows, f"{day}T00:00:00Z")


def _head(page: Worksheet, sheet: Sheet) -> None:
    """Write the headings, and what holds for the rows below them."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    page.append([heading for heading, _ in sheet.columns])
    for number, (_, width) in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E9F1F8")
    page.freeze_panes = "A2"
    if sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
        _offer(page, sheet)


def _looks(page: Worksheet) -> tuple[int, int]:
    """Return the numbers of the looks of a text cell: as it is, and coloured since it is still empty.

    Every cell is a text with a quotation mark before it: Excel would make a formula of `=…` when the cell is edited.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, PatternFill

    def look(*, coloured: bool) -> int:
        cell = WriteOnlyCell(page)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format = "@"
        cell.quotePrefix = True
        if coloured:
            cell.fill = PatternFill("solid", fgColor="FFF3C4")
        return cell.style_id

    return look(coloured=False), look(coloured=True)


def _rows_of(sheet: Sheet, plain: int, coloured: int) -> Iterator[str]:
    """Yield the rows of a sheet in SpreadsheetML (ISO/IEC 29500, 18.3.1.73), from the second on."""
    from openpyxl.utils import get_column_letter

    columns = [
        (get_column_letter(number), heading == sheet.ask) for number, (heading, _) in enumerate(sheet.columns, 1)
    ]
    for number, texts in enumerate(sheet.rows, 2):
        cells = [
            f'<c r="{letter}{number}" s="{plain}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
            if (written := escape(text, quote=False))
            else f'<c r="{letter}{number}" s="{coloured if asked else plain}"/>'
            for (letter, asked), text in zip(columns, texts, strict=True)
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _offer(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not sheet.choices:
        return
    letter = get_column_letter([heading for heading, _ in sheet.columns].index(sheet.chosen) + 1)
    words = DataValidation(type="list", formula1=f'"{",".join(sheet.choices)}"', allow_blank=True)
    words.error = f"Pilih salah satu: {', '.join(sheet.choices)}."
    page.add_data_validation(words)
    words.add(f"{letter}2:{letter}{len(sheet.rows) + 1}")


_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DIMENSION: Final = re.compile(rb"<dimension [^>]*/>")
_END_OF_ROWS: Final = b"</sheetData>"


def _filled(book: io.BytesIO, rows: Mapping[str, Iterator[str]], moment: str) -> bytes:
    """Put the rows into the sheets, and take out the clock: it stands in each entry of the archive and a property."""
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            data = _MODIFIED.sub(rb"\g<1>" + moment.encode(), old.read(name))
            if name in rows:
                begin, end, rest = _DIMENSION.sub(b"", data).partition(_END_OF_ROWS)
                data = b"".join([begin, *(row.encode() for row in rows[name]), end, rest])
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else the archive says on which system it was made
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return packed.getvalue()


def table(title: str, headings: Sequence[str], rows: Iterable[tuple[str, ...]], width: int = 32) -> Sheet:
    """Return a plain sheet: columns of one width, no place to write."""
    return Sheet(title, tuple((heading, width) for heading in headings), tuple(rows))
