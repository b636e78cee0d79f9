"""Every text of the site once more as Brotli and gzip, so that a server sends the small file without computing."""

from __future__ import annotations

import gzip
import io
import posixpath
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

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

    forms = (
        _Form(".br", lambda content: _brotlied(content, quality), brotli.decompress),
        _Form(".gz", gzipped, gzip.decompress),
    )
    left = [
        (f"{site}/{name}", form)
        for name in chosen
        for form in forms
        if not (alike and form.take(f"{site}/{name}", f"{alike}/{name}"))
    ]
    left.sort(key=lambda job: Path(job[0]).stat().st_size, reverse=True)  # a long one at the end would work alone
    with ThreadPoolExecutor(2) as pool:  # both compressors let other threads run
        list(pool.map(lambda job: job[1].write(job[0]), left))


class _Form(NamedTuple):
    """A form of small copies: how their names end, and what packs and unpacks."""

    suffix: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]

    def take(self, path: str, before: str) -> bool:
        """Take the small copy of an earlier build when it holds these very bytes; tell whether it did."""
        packed = folders.content(before + self.suffix)
        if not packed:
            return False
        try:
            if self.unpack(packed) != folders.content(path):
                return False
        except (brotli.error, OSError, EOFError, zlib.error):
            return False
        folders.put(path + self.suffix, packed)
        return True

    def write(self, path: str) -> None:
        """Pack a file, and keep what is smaller."""
        content = Path(path).read_bytes()
        small = self.pack(content)
        if len(small) < len(content):
            folders.put(path + self.suffix, small)
        else:
            Path(path + self.suffix).unlink(missing_ok=True)


def _quality(texts: int) -> int:
    """Return how hard Brotli tries, by the number of texts of a site.

    Of 11, 10 takes less than half the time of 11 for copies a hundredth larger; 6 a tenth of it, a tenth larger.
    """
    return 10 if texts < _SOME else 6


def _texts(site: Path) -> Iterator[str]:
    for name, entry in folders.files(site):
        wanted = posixpath.splitext(name)[1] in TEXTS and not name.startswith(f"{SERVER}/")
        if wanted and entry.is_file() and entry.stat().st_size > _SMALL:
            yield name


def _brotlied(content: bytes, quality: int) -> bytes:
    hard = quality if len(content) < _LARGE else min(quality, 9)
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=hard))


def gzipped(content: bytes) -> bytes:
    """Return the content in gzip form without time, name and system (RFC 1952: MTIME 0, no FNAME, OS unknown)."""
    file = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(content)
    return file.getvalue()
