"""Records as rows of cells, for CSV and for spreadsheets: nothing in a cell can run as a formula.

How a cell is written (the page "Data terbuka" says the same):

- the entries of a list stand behind each other, separated by ` | `; a `|` or `\\` inside an entry has a `\\` before it;
- a part is written `kunci: nilai; kunci: nilai`, without its empty fields;
- an empty cell is an empty field;
- a text that a spreadsheet could take for a formula has a `'` before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from pydantic import BaseModel

from portal.model import Innovation, Source
from portal.opendata.publication import grounds

Write = Callable[[object], str]

SEPARATOR: Final = " | "
# OWASP "CSV Injection": what Excel, LibreOffice and Google Sheets take as the beginning of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_WORDS: Final = {None: "", True: "true", False: "false"}


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def cell(value: object) -> str:
    """Write one value for a cell; lists and parts as described above."""
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, BaseModel):
        return "; ".join(f"{key}: {cell(one)}" for key, one in value if one not in (None, ()))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {cell(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return SEPARATOR.join(_entry(one) for one in value)
    return " ".join(str(value).split())


def _entry(value: object) -> str:
    return cell(value).replace("\\", "\\\\").replace("|", "\\|")


def names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the column names of a kind of record: the names of its fields."""
    return tuple(model.model_fields)


def labels(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the column headings for people: the labels of its fields."""
    return tuple(str(info.title) for info in model.model_fields.values())


def row(record: BaseModel, write: Write = cell) -> tuple[str, ...]:
    """Return the cells of a record, one for each field."""
    return tuple(write(value) for _, value in record)


STATEMENT: Final = (
    "inovasi", "nama", "isian", "urutan", "isi", "sumber_judul", "sumber_penerbit", "sumber_url", "sumber_tanggal",
    "sumber_diakses",
)  # fmt: skip


def statements(innovations: Iterable[Innovation], write: Write = cell) -> Iterator[tuple[str, ...]]:
    """Yield a row for each statement and each source that backs it; `urutan` numbers the entries of a list from 1."""
    for one in innovations:
        for name, sources in grounds(one):
            value = getattr(one, name)
            for number, entry in enumerate(value if isinstance(value, tuple) else (value,), 1):
                for source in _own(entry, sources):
                    yield (
                        one.id, one.nama, name, str(number), write(entry), write(source.judul), write(source.penerbit),
                        source.url, write(source.tanggal), write(source.diakses),
                    )  # fmt: skip


def _own(entry: object, sources: Sequence[Source]) -> Iterator[Source]:
    """Yield the sources of one entry: a figure or an award names its own."""
    own = getattr(entry, "sumber", None)
    yield from (source for source in sources if own is None or source.id == own)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file: RFC 4180, UTF-8 without a byte order mark, safe cells."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(text) for text in one] for one in rows)
    return file.getvalue().encode()
