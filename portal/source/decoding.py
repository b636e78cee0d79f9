"""Bytes of a file -> text with line feeds, or the one problem that prevents it."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import Final

from portal.problems import Place, Problem

MAX_BYTES: Final = 1_000_000
"""The real file holds about a tenth; a larger one is a mistake or an attack."""

BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""What the "Unicode" choices of Notepad write in front of the text."""

ARCHIVE: Final = b"PK\x03\x04"
"""How files of Word and Excel begin."""


def read_text(path: Path, shown: str) -> str | Problem:
    """Return the text of a file, every line end as a line feed; never raises for what lies on disk."""
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            return Problem("file_directory", Place(shown))
        # A pipe or a device would block or never end.
        if not stat.S_ISREG(mode.st_mode):
            return Problem("file_special", Place(shown))
        if mode.st_size > MAX_BYTES:
            return too_large(mode.st_size, shown)
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Problem("file_missing", Place(shown))
    except (OSError, ValueError):
        return Problem("file_unreadable", Place(shown))
    return too_large(len(raw), shown) if len(raw) > MAX_BYTES else decode(raw, shown)


def too_large(size: int, shown: str) -> Problem:
    """Return the problem of a file over the cap."""
    return Problem("file_too_large", Place(shown), params={"ukuran": size // 1000, "batas": MAX_BYTES // 1000})


def decode(raw: bytes, shown: str) -> str | Problem:
    """Return the text of bytes in UTF-8 or, with a byte order mark, UTF-16."""
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
    try:
        return with_line_feeds(body.decode(codec))
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
