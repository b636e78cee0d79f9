"""What was read before, kept in one file of the cache: the key says from what, so nothing in it can be out of date.

A run that is killed, a damaged file, another user's file or a second run at the same moment cost no more than reading
again.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import IO, Final

import pydantic
import yaml

from portal.choices import KINDS, Choice
from portal.examining import Outcome
from portal.model import Part, Record, restored

LARGEST: Final = 400_000_000
"""A larger file is thrown away and begun anew: 37,000 innovations take about 60 MB."""

AT_ONCE: Final = 500
"""Keys in one question to the file."""

CHECK: Final = 4
"""Bytes in front of a value by which damage is seen."""


class Kept:
    """Outcomes by key, in a file below a folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Keep what is read in `folder`, which need not exist."""
        self.file = folder / "records.sqlite" if folder else None
        self.texts = Texts()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        """Return those outcomes that are kept."""
        if self.file is None or not keys or not is_ours(self.file):
            return {}
        try:
            with closing(sqlite3.connect(self.file, timeout=1)) as connection:
                return dict(rows(connection, keys, self.texts)) if is_current(connection) else {}
        except (sqlite3.Error, pickle.PickleError):
            return {}

    def put(self, outcomes: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep packed outcomes."""
        if self.file is None or not outcomes:
            return
        with suppress(OSError, sqlite3.Error):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.write(outcomes)

    def write(self, outcomes: Sequence[tuple[bytes, bytes]]) -> None:
        """Write outcomes into the file; begin a new one when it is damaged, of other code or too large."""
        assert self.file is not None  # noqa: S101  # `put` looked
        if self.file.exists() and not is_usable(self.file):
            self.file.unlink()
        with closing(sqlite3.connect(self.file, timeout=1)) as connection:
            # Power may fail: then a value does not match its check any more.
            connection.execute("pragma synchronous = off")
            connection.execute("pragma page_size = 16384")
            with connection:
                connection.execute("create table if not exists kept (key blob primary key, value blob)")
                connection.execute(f"pragma user_version = {number_of_code()}")
                values = ((key, zlib.crc32(value).to_bytes(CHECK, "big") + value) for key, value in outcomes)
                connection.executemany("insert or replace into kept values (?, ?)", values)


def rows(connection: sqlite3.Connection, keys: Sequence[bytes], texts: Texts) -> Iterator[tuple[bytes, Outcome]]:
    """Yield the outcomes of keys, without those that are damaged."""
    for begin in range(0, len(keys), AT_ONCE):
        some = keys[begin : begin + AT_ONCE]
        marks = ",".join("?" * len(some))
        for key, value in connection.execute(f"select key, value from kept where key in ({marks})", some):  # noqa: S608
            if zlib.crc32(value[CHECK:]) == int.from_bytes(value[:CHECK], "big"):
                yield key, unpacked(value[CHECK:], texts)


def is_ours(file: Path) -> bool:
    """Tell whether a file is there and belongs to the user of this process."""
    try:
        return not hasattr(os, "getuid") or file.stat().st_uid == os.getuid()
    except OSError:
        return False


def is_usable(file: Path) -> bool:
    """Tell whether outcomes can be added to a file."""
    if not is_ours(file) or file.stat().st_size > LARGEST:
        return False
    try:
        with closing(sqlite3.connect(file, timeout=1)) as connection:
            return is_current(connection)
    except sqlite3.OperationalError:
        return True  # another run is writing
    except sqlite3.DatabaseError:
        return False


def is_current(connection: sqlite3.Connection) -> bool:
    """Tell whether a file was written by the same code."""
    return bool(connection.execute("pragma user_version").fetchone()[0] == number_of_code())


def packed(outcome: Outcome) -> bytes:
    """Return an outcome as bytes."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**dict.fromkeys(Part.__subclasses__(), taken_apart), **dict.fromkeys(KINDS, by_value)}
    pickler.dump(outcome)
    return file.getvalue()


def unpacked(value: bytes, texts: Texts) -> Outcome:
    """Return an outcome from its bytes; raises pickle.UnpicklingError when they name anything but our own classes."""
    outcome = Own(io.BytesIO(value), texts).load()
    assert isinstance(outcome, Outcome)  # noqa: S101  # nothing else is packed
    return outcome


def taken_apart(record: Part) -> tuple[Callable[..., Part], tuple[object, ...]]:
    """Return a record as its values alone: without their names it is a third smaller, and half as large in memory."""
    values = record.__dict__
    return restored, (type(record), *[values[name] for name in type(record).model_fields])


def by_value(member: Choice) -> tuple[type[Choice], tuple[str]]:
    """Return a choice as its word: Python 3.11.2 itself packs it as a call of `getattr`, which we would not unpack."""
    return type(member), (member.value,)


class Texts:
    """The texts of all records that were unpacked: one that many records hold is in memory once."""

    def __init__(self) -> None:
        """Begin without any."""
        self.held: dict[str, str] = {}

    def restored(self, model: type[Record], *values: object) -> Record:
        """Return a record from its values."""
        return restored(model, *[self.shared(value) for value in values])

    def shared(self, value: object) -> object:
        """Return a value with the texts in it that others hold already."""
        if type(value) is str:
            return self.held.setdefault(value, value)
        if type(value) is tuple and value:
            held = self.held.setdefault
            return tuple([held(one, one) if type(one) is str else one for one in value])
        return value


class Own(pickle.Unpickler):
    """Makes nothing but objects of this project."""

    found: Final[dict[tuple[str, str], object]] = {}

    def __init__(self, file: IO[bytes], texts: Texts) -> None:
        """Unpack a file; records share their `texts`."""
        super().__init__(file)
        self.texts = texts

    def find_class(self, module: str, name: str) -> object:
        """Return a class of the project."""
        if (module, name) == (restored.__module__, restored.__name__):
            return self.texts.restored
        if (module, name) not in self.found:
            found = super().find_class(module, name) if module.partition(".")[0] == "portal" else None
            # A name may hold dots, and so lead out of our own modules.
            if not isinstance(found, type) or found.__module__ != module:
                raise pickle.UnpicklingError(f"{module}.{name}")
            self.found[module, name] = found
        return self.found[module, name]


@cache
def code() -> bytes:
    """Return a digest of all that decides what is found in a piece: our code and that of the libraries."""
    digest = hashlib.blake2b(f"{sys.version} {pydantic.VERSION} {yaml.__version__}".encode(), digest_size=16)
    for path in sources(Path(__file__).parent):
        digest.update(path.read_bytes())
    return digest.digest()


def sources(folder: Path) -> Iterable[Path]:
    """Return the files with the code of the checker, and with the letters that can be printed."""
    inner = ("checks", "source", "source/diagnosis", "papers")
    found = [*folder.glob("*.py"), *(path for name in inner for path in (folder / name).glob("*.py"))]
    return sorted([*found, *folder.glob("papers/*.json")])


def number_of_code() -> int:
    """Return the digest as a number that fits into the header of the file."""
    return int.from_bytes(code()[:4], "big") >> 1
