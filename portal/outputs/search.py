"""The search index as scripts that hand over data: they load over file:// and under a strict policy, without eval."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib import resources
from typing import Final

from portal.catalogue import Catalogue
from portal.outputs.page import MARK, Page
from portal.search.documents import documents
from portal.search.index import build
from portal.search.shards import shards

MAIN: Final = "aset/cari-mesin.js"  # named by its bytes when published
PIECES: Final = "aset/cari"  # asked for with the main script's version


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the engine with what most queries need, `lain.js` for unknown words, the pieces of a large index."""
    made = shards(build(documents(catalogue), catalogue.synonyms))
    pieces = [
        _script(f"{PIECES}/lain.js", made.rare, "tebak.js"),
        *(_script(f"{PIECES}/k{number}.js", piece) for number, piece in enumerate(made.words)),
        *(_script(f"{PIECES}/d{number}.js", {"d": number, "dok": found}) for number, found in enumerate(made.results)),
    ]
    version = hashlib.sha256(b"".join(piece.content for piece in pieces)).hexdigest()[:8]
    yield _script(MAIN, {**made.main, "versi": version}, "kata.js", "mesin.js")
    yield from pieces


def _script(path: str, data: object, *sources: str) -> Page:
    """Return a script that hands over data, after the code of these files of `portal/search/browser`."""
    code = "".join(_code(name) for name in sources)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Page(path, f"// {MARK}\n{code}PortalCari.terima({text});\n".encode())


def _code(name: str) -> str:
    """Return the code of a file without its comments, each on its own line, and without indentation."""
    source = resources.files("portal.search") / "browser" / name
    lines = (line.strip() for line in source.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
