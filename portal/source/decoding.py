"""Bytes of a file -> UTF-8 with line feeds, or the one problem that prevents it.

The bytes stay bytes until a piece of them is read: most pieces of a large file are known from an earlier reading.
"""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import Final

from portal.problems import Place, Problem

MAX_BYTES: Final = 200_000_000
"""All innovations that Indonesia reports in a year are 75 MB; a larger file is a mistake or an attack."""

MAX_PIECE: Final = 1_000_000
"""What is read at a time, a record as a rule, holds a few thousandths of this."""

BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""What the "Unicode" choices of Notepad write in front of the text."""

ARCHIVE: Final = b"PK\x03\x04"
"""How files of Word and Excel begin."""


def read_bytes(path: Path, shown: str) -> bytes | Problem:
    """Return a file as UTF-8, every line end as a line feed; never raises for what lies on disk.

    Whether all of it is UTF-8 shows when it is decoded (see `undecodable`).
    """
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            return Problem("file_directory", Place(shown))
        # A pipe or a device would block or never end.
        if not stat.S_ISREG(mode.st_mode):
            return Problem("file_special", Place(shown))
        if mode.st_size > MAX_BYTES:
            return too_large(mode.st_size, MAX_BYTES, shown)
        with path.open("rb") as file:
            raw = file.read(mode.st_size + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Problem("file_missing", Place(shown))
    except (OSError, ValueError):
        return Problem("file_unreadable", Place(shown))
    return as_utf8(raw, shown)


def too_large(size: int, limit: int, shown: str) -> Problem:
    """Return the problem of a file over a cap."""
    return Problem("file_too_large", Place(shown), params={"ukuran": size // 1000, "batas": limit // 1000})


def as_utf8(raw: bytes, shown: str) -> bytes | Problem:
    """Return bytes in UTF-8 or, with a byte order mark, UTF-16 as UTF-8 with line feeds and without the mark."""
    if raw.startswith(ARCHIVE):
        return Problem("file_not_text", Place(shown))
    body, codec = raw, "utf-8"
    for bom, name in BOMS:
        if raw.startswith(bom):
            body, codec = raw[len(bom) :], name
            break
    # Without a mark, every second byte of UTF-16 is zero; after one, two zeros are UTF-32.
    if (codec == "utf-8" and b"\0" in body[:2]) or body[:2] == b"\0\0" or raw[:2] == b"\0\0":
        return Problem("encoding_unmarked", Place(shown))
    if codec == "utf-8":
        return body.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in body else body
    try:
        return with_line_feeds(body.decode(codec)).encode()
    except UnicodeDecodeError as error:
        return undecodable(body, codec, error.start, shown)


def with_line_feeds(text: str) -> str:
    """Return the text with the line ends of Windows and old Macintosh as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def undecodable(body: bytes, codec: str, start: int, shown: str) -> Problem:
    """Return the problem at the first byte that does not fit, the line shown as Windows would read it."""
    before = with_line_feeds(body[:start].decode(codec))
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    if codec != "utf-8":
        return Problem("encoding_broken", Place(shown, line, column), line_text=before.split("\n")[-1])
    rest = body[start : start + 300].decode("cp1252", errors="replace")
    text = before.split("\n")[-1] + with_line_feeds(rest).split("\n")[0]
    return Problem("encoding", Place(shown, line, column), line_text=text, params={"huruf": text[column - 1 : column]})
