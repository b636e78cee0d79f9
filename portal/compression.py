"""Every text of the site once more as Brotli and gzip, so that a server sends the small file without computing."""

from __future__ import annotations

import gzip
import posixpath
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import brotli

from portal import folders
from portal.headers import SERVER

TEXTS: Final = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".jsonld", ".csv", ".atom", ".xml", ".svg", ".txt", ".webmanifest"}
)
_READ: Final = frozenset({".html", ".css", ".js", ".mjs", ".svg"})  # phones wait for it
_SMALL: Final = 200  # bytes; below, a packet is a packet
_SHORT: Final = 1000  # bytes; below, packing hard makes nothing smaller
_LARGE: Final = 200_000  # bytes; above, packing hard takes a tenth of a second
_SOME: Final = 400  # texts; beyond, packing them hard would take longer than the build
_MANY: Final = 1500  # texts; beyond, even packing them lightly would take longer, and a server packs a page at once
_SHARED: Final = 2  # names in a path; deeper ones are pages and data of single records


def compress(site: Path, before: Path | None = None) -> None:
    """Write `<file>.br` and `<file>.gz` beside every text that they make smaller.

    In a site of very many texts, those of single records get none: servers pack them when they are asked for. The same
    site always gives the same bytes: nothing of the clock or of the machine stands in them, nor whether a copy came
    from `before`, an earlier build.
    """
    texts = dict(_texts(site))
    is_hard = len(texts) < _SOME
    chosen = texts if len(texts) < _MANY else [name for name in texts if name.count("/") < _SHARED]
    alike = before if before and before.is_dir() and is_hard == (len(dict(_texts(before))) < _SOME) else None

    def copy(name: str) -> None:
        path = f"{site}/{name}"
        content = Path(path).read_bytes()
        quality = _quality(name, len(content), is_hard=is_hard)
        pack = partial(brotli.compress, mode=brotli.MODE_TEXT, quality=quality)
        for form in (_Form(".br", pack, brotli.decompress), _Form(".gz", gzipped, gzip.decompress)):
            small = (form.packed(f"{alike}/{name}", content) if alike else None) or form.pack(content)
            if len(small) < len(content):
                folders.put(path + form.suffix, small)
            else:
                Path(path + form.suffix).unlink(missing_ok=True)

    with ThreadPoolExecutor(2) as pool:  # both compressors let other threads run; a long text at the end would be alone
        list(pool.map(copy, sorted(chosen, key=texts.__getitem__, reverse=True)))


def _texts(site: Path) -> Iterator[tuple[str, int]]:
    """Yield the path and the size of each text that is worth packing."""
    for name, entry in folders.files(site):
        wanted = posixpath.splitext(name)[1] in TEXTS and not name.startswith(f"{SERVER}/")
        if wanted and entry.is_file() and (size := entry.stat().st_size) > _SMALL:
            yield name, size


def _quality(name: str, size: int, *, is_hard: bool) -> int:
    """Return how hard Brotli tries, of 11.

    For our pages 10 takes fifteen times as long as 8, and copies are a fourteenth smaller; 11 takes more than twice as
    long as 10 for a hundredth. 6 is a little quicker than 8, and copies hardly larger.
    """
    if not is_hard:
        return 6
    return 10 if posixpath.splitext(name)[1] in _READ and _SHORT < size < _LARGE else 8


class _Form(NamedTuple):
    """A form of small copies: how their names end, and what packs and unpacks."""

    suffix: str
    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]

    def packed(self, before: str, content: bytes) -> bytes | None:
        """Return the small copy of an earlier build when it holds these very bytes."""
        packed = folders.content(before + self.suffix)
        try:
            return packed if packed and self.unpack(packed) == content else None
        except (brotli.error, OSError, EOFError, zlib.error):
            return None


def gzipped(content: bytes) -> bytes:
    """Return the content in gzip form without time, name and system (RFC 1952: MTIME 0, no FNAME, OS unknown)."""
    packed = zlib.compress(content, 9, wbits=31)
    return packed[:_OS] + b"\xff" + packed[_OS + 1 :]


_OS: Final = 9  # where a gzip file says on which system it was made
