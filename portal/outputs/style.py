"""The site's style sheet, with the colours of the audiences from their one place."""

from __future__ import annotations

from collections.abc import Iterator

from portal import look
from portal.catalogue import Catalogue
from portal.outputs.page import MARK, Page
from portal.rendering import render


def pages(_: Catalogue) -> Iterator[Page]:
    """Yield `aset/portal.css`."""
    yield Page("aset/portal.css", f"/* {MARK} */\n{render('portal.css.j2', look=look)}".encode())
