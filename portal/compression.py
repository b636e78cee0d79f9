"""Every text of the site once more as Brotli and gzip, so that a server sends the small file without computing."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

from portal import folders
from portal.headers import SERVER

TEXTS: Final = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".jsonld", ".csv", ".atom", ".xml", ".svg", ".txt", ".webmanifest"}
)
_SMALL: Final = 200  # bytes; below, a packet is a packet
_SOME: Final = 400  # texts; beyond, packing them hard would take longer than the build
_LARGE: Final = 200_000  # bytes; above, packing hard takes a fifth of a second
_MANY: Final = 1500  # texts; beyond, even that would take longer, and a server packs a page in a millisecond
_SHARED: Final = 2  # names in a path; deeper ones are pages and data of single records


def compress(site: Path, before: Path | None = None) -> None:
    """Write `<file>.br` and `<file>.gz` beside every text that they make smaller.

    In a site of very many texts, those of single records get none: servers pack them when they are asked for. The same
    site always gives the same bytes: nothing of the clock or of the machine stands in them, nor whether a copy came
    from `before`, an earlier build.
    """
    texts = tuple(_texts(site))
    quality = _quality(len(texts))
    chosen = texts if len(texts) < _MANY else [name for name in texts if name.count("/") < _SHARED]
    alike = before if before and before.is_dir() and quality == _quality(len(tuple(_texts(before)))) else None

    def pack(name: str) -> None:
        _compress(site / name, quality, alike / name if alike else None)

    with ThreadPoolExecutor(2) as pool:  # both compressors let other threads run
        list(pool.map(pack, chosen))


def _quality(texts: int) -> int:
    """Return how hard Brotli tries, by the number of texts of a site.

    Of 11, 10 takes less than half the time of 11 for copies a hundredth larger; 6 a tenth of it, a tenth larger.
    """
    return 10 if texts < _SOME else 6


def _texts(site: Path) -> Iterator[str]:
    for name, entry in folders.files(site):
        wanted = Path(name).suffix in TEXTS and not name.startswith(f"{SERVER}/")
        if wanted and entry.is_file() and entry.stat().st_size > _SMALL:
            yield name


def _compress(path: Path, quality: int, before: Path | None) -> None:
    content = path.read_bytes()

    def brotlied(content: bytes) -> bytes:
        hard = quality if len(content) < _LARGE else min(quality, 9)
        return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=hard))

    for suffix, pack, unpack in ((".br", brotlied, brotli.decompress), (".gz", gzipped, gzip.decompress)):
        target = path.with_name(path.name + suffix)
        target.unlink(missing_ok=True)
        small = _packed_before(before, suffix, content, unpack) or pack(content)
        if len(small) < len(content):
            target.write_bytes(small)


def _packed_before(before: Path | None, suffix: str, content: bytes, unpack: Callable[[bytes], bytes]) -> bytes:
    """Return the small copy of an earlier build when it holds these very bytes; else nothing."""
    if before is None or not (old := before.with_name(before.name + suffix)).is_file():
        return b""
    packed = old.read_bytes()
    try:
        return packed if unpack(packed) == content else b""
    except (brotli.error, OSError, EOFError, zlib.error):
        return b""


def gzipped(content: bytes) -> bytes:
    """Return the content in gzip form without time, name and system (RFC 1952: MTIME 0, no FNAME, OS unknown)."""
    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(content)
    return file.getvalue()
