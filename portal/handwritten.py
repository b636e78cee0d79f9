"""The pages that people wrote: what the search needs to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.catalogue import Text
from portal.outputs.page import MARK


class PageError(Exception):
    """A hand-written page cannot be read; `str` says it to staff."""


_HEAD: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_ENTRY: Final = re.compile(r"^(title|description):[ ]*(.*)$", re.MULTILINE)
_UNLISTED: Final = re.compile(r"^(template|hide|search):", re.MULTILINE)  # pages that are tools, such as the search


def texts(docs: Path) -> Iterator[Text]:
    """Yield the hand-written pages that stand directly in `docs` and have a title. Raises `PageError`."""
    for path in sorted(docs.glob("*.md")):
        content = text_of(path)
        head = _HEAD.match(content)
        if not head or MARK in content or _UNLISTED.search(head[1]):
            continue
        entries = {name: value.strip().strip("\"'") for name, value in _ENTRY.findall(head[1])}
        if title := entries.get("title"):
            yield Text(f"{path.stem}/", title, entries.get("description", ""))


def text_of(path: Path) -> str:
    """Return the text of a hand-written page. Raises `PageError` when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise PageError(
            f"{path.name}, baris {line}: ada huruf yang tidak terbaca. Simpan lagi sebagai UTF-8."
        ) from error
