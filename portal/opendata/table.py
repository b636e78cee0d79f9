"""Records as rows of cells, for CSV and for spreadsheets: nothing in a cell can run as a formula.

How a cell is written (the page "Data terbuka" says the same):

- the entries of a list stand behind each other, separated by ` | `; a `|` or `\\` inside an entry has a `\\` before it;
- a part is written `kunci: nilai; kunci: nilai`, without its empty fields; a `;` inside a value stands as it is, so a
  part cannot always be taken apart again: that is what JSON is for;
- an empty cell is an empty field;
- a text that a spreadsheet could take for a formula has a `'` before it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from pydantic import BaseModel

from portal.fields import described
from portal.model import Innovation, Source
from portal.opendata.publication import Grounds, Statement

Write = Callable[[object], str]

SEPARATOR: Final = " | "
# OWASP "CSV Injection": what Excel, LibreOffice and Google Sheets take as the beginning of a formula.
_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")

_WORDS: Final = {None: "", True: "true", False: "false"}


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _FORMULA else text


def cell(value: object) -> str:
    """Write one value for a cell; lists and parts as described above."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return SEPARATOR.join([_entry(one) for one in value])
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, BaseModel):
        filled = value.__dict__.items()
        return "; ".join([f"{key}: {cell(one)}" for key, one in filled if one is not None and one != ()])
    if isinstance(value, dict):
        return "; ".join([f"{key}: {cell(one)}" for key, one in value.items()])
    return str(value)


def _entry(value: object) -> str:
    return cell(value).replace("\\", "\\\\").replace("|", "\\|")


def names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the column names of a kind of record: the names of its fields."""
    return tuple(model.model_fields)


def labels(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the column headings for people: the labels of its fields."""
    return tuple(field.label for field in described(model).values())


def row(record: BaseModel, write: Write = cell) -> tuple[str, ...]:
    """Return the cells of a record, one for each field."""
    return tuple([write(value) for value in record.__dict__.values()])


STATEMENT: Final = names(Statement)
Cells = tuple[str, ...]


def statements(record: Innovation, grounds: Grounds, write: Write = cell) -> Iterator[tuple[Cells, Sequence[Cells]]]:
    """Yield what is said and each source that backs it: the two halves of the rows of a statement.

    `urutan` numbers the entries of a list from 1.
    """
    told = {id(one): _told(one, write) for one in record.sumber}
    for name, sources in grounds:
        value = getattr(record, name)
        for number, entry in enumerate(value if isinstance(value, tuple) else (value,), 1):
            own = getattr(entry, "sumber", None)  # a figure or an award names its own
            backing = [told[id(one)] for one in sources if own is None or one.id == own]
            yield (record.id, record.nama, name, str(number), write(entry)), backing


def _told(source: Source, write: Write) -> Cells:
    return write(source.judul), write(source.penerbit), source.url, write(source.tanggal), write(source.diakses)


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


_WRITER: Final = csv.writer(_Echo(), lineterminator="")
_END: Final = "\r\n"


def _line(cells: Iterable[str]) -> str:
    """Return cells as a line of CSV without its end, each safe; of at least two cells."""
    return str(_WRITER.writerow([safe(one) for one in cells]))


def lines(rows: Iterable[Iterable[str]]) -> bytes:
    """Return lines of CSV: RFC 4180, UTF-8 without a byte order mark, safe cells."""
    return "".join([f"{_line(one)}{_END}" for one in rows]).encode()


def statement_lines(record: Innovation, grounds: Grounds) -> bytes:
    """Return the lines of a record's statements; each half is written once, however many lines hold it."""
    made: dict[Cells, str] = {}
    found = []
    for said, backing in statements(record, grounds):
        begin = _line(said)
        for source in backing:
            if source not in made:
                made[source] = _line(source)
            found.append(f"{begin},{made[source]}{_END}")
    return "".join(found).encode()
