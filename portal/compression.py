"""Every text of the site once more as Brotli and gzip, so that a server sends the small file without computing."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

from portal.headers import SERVER

TEXTS: Final = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".jsonld", ".csv", ".atom", ".xml", ".svg", ".txt", ".webmanifest"}
)
_SMALL: Final = 200  # bytes; below, a packet is a packet
_MANY: Final = 3000  # files; from here on the slowest, smallest Brotli would take minutes


def compress(site: Path) -> None:
    """Write `<file>.br` and `<file>.gz` beside every text that they make smaller.

    The same site always gives the same bytes: nothing of the clock or of the machine stands in them.
    """
    paths = tuple(_texts(site))
    quality = 11 if len(paths) < _MANY else 6
    with ThreadPoolExecutor(2) as pool:  # both compressors let other threads run
        list(pool.map(lambda path: _compress(path, quality), paths))


def _texts(site: Path) -> Iterator[Path]:
    for path in sorted(site.rglob("*")):
        inside = path.relative_to(site).parts[0]
        if path.suffix in TEXTS and inside != SERVER and path.is_file() and path.stat().st_size > _SMALL:
            yield path


def _compress(path: Path, quality: int) -> None:
    content = path.read_bytes()
    packed = {
        ".br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality),
        ".gz": gzipped(content),
    }
    for suffix, small in packed.items():
        target = path.with_name(path.name + suffix)
        target.unlink(missing_ok=True)
        if len(small) < len(content):
            target.write_bytes(small)


def gzipped(content: bytes) -> bytes:
    """Return the content in gzip form without time, name and system (RFC 1952: MTIME 0, no FNAME, OS unknown)."""
    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(content)
    return file.getvalue()
