"""The search index as scripts that hand over data: they load over file:// and under a strict policy, without eval."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from portal.catalogue import Catalogue
from portal.outputs.page import MARK, Page
from portal.search.documents import documents
from portal.search.index import build
from portal.search.shards import Shards, shards

FOLDER: Final = "aset/cari"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `aset/cari/indeks.js`, and further pieces `k<n>.js` (words) and `d<n>.js` (results) of a large index."""
    made: Shards = shards(build(documents(catalogue), catalogue.synonyms))
    yield _script("indeks", made.main)
    for number, words in enumerate(made.words):
        yield _script(f"k{number}", {"k": number, "kata": words})
    for number, results in enumerate(made.results):
        yield _script(f"d{number}", {"d": number, "dok": results})


def _script(name: str, data: object) -> Page:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Page(f"{FOLDER}/{name}.js", f"// {MARK}\nPortalCari.terima({text});\n".encode())
