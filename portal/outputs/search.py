"""The search as scripts: an engine that is loaded on first use, and pieces of the index that it asks for.

Scripts load over file:// and under a strict policy, without eval.
"""

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
from portal.search.shards import Shards, shards

MAIN: Final = "aset/cari-mesin.js"  # named by its bytes when published
PIECES: Final = "aset/cari"  # asked for with a version that stands in the main script
_SOURCES: Final = ("kata.js", "indeks.js", "tebak.js", "peringkat.js", "kotak.js")


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the engine, the pieces with the words, and for many records the pieces with the lines of results."""
    made = shards(build(documents(catalogue), catalogue.synonyms))
    version = hashlib.sha256()
    for name, call in _pieces(made):
        content = f"PortalCari.{call}\n".encode()
        version.update(content)
        yield Page(f"{PIECES}/{name}.js", content)
    code = "".join(_code(name) for name in _SOURCES)
    data = _json({**made.main, "versi": version.hexdigest()[:8]})
    yield Page(MAIN, f'// {MARK}\n"use strict";\n(() => {{\n{code}terima({data});\n}})();\n'.encode())


def _pieces(made: Shards) -> Iterator[tuple[str, str]]:
    """Yield the name of each piece, and how its script hands over its data."""
    yield "kamus", f"baca({_json(made.frequent)})"
    for number, text in enumerate(made.near):
        yield f"e{number}", f"baca({_json(text)})"
    for number, text in enumerate(made.words):
        yield f"k{number}", f"baca({_json(text)})"
    for number, results in enumerate(made.results):
        yield f"d{number}", f"dok({number},{_json(results)})"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _code(name: str) -> str:
    """Return the code of a file of `portal/search/browser` without comment lines and indentation."""
    source = resources.files("portal.search") / "browser" / name
    lines = (line.strip() for line in source.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
