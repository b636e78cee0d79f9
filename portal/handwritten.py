"""The pages that people wrote: what the search needs to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portal.catalogue import Text
from portal.outputs.page import MARK

_HEAD: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_ENTRY: Final = re.compile(r"^(title|description):[ ]*(.*)$", re.MULTILINE)
_UNLISTED: Final = re.compile(r"^(template|hide|search):", re.MULTILINE)  # pages that are tools, such as the search


def texts(docs: Path) -> Iterator[Text]:
    """Yield the hand-written pages that stand directly in `docs` and have a title."""
    for path in sorted(docs.glob("*.md")):
        content = path.read_text(encoding="utf-8")
        head = _HEAD.match(content)
        if not head or MARK in content or _UNLISTED.search(head[1]):
            continue
        entries = {name: value.strip().strip("\"'") for name, value in _ENTRY.findall(head[1])}
        if title := entries.get("title"):
            yield Text(f"{path.stem}/", title, entries.get("description", ""))
