"""The pages that list every source of the portal and what rests on it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from portal import paging
from portal.catalogue import Catalogue
from portal.outputs.page import Head, Page, markdown
from portal.outputs.series import head
from portal.paging import Series, Spot

_HEAD: Final = Head("Sumber", "Semua sumber isi portal ini, dengan tanggalnya.")
_SERIES: Final = Series(Spot("", "sumber"), Spot("sumber/", ""))
_MOST: Final = 10
"""In a long portal so many innovations are named below one source."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `sumber.md`, and in a long portal `sumber/<n>.md`."""
    for part in paging.parts(catalogue.references, _SERIES, paging.size(len(catalogue.innovations))):
        yield markdown(
            part.spot.path,
            head(_HEAD, part),
            "sources.md.j2",
            key=part.spot.name if part.spot.folder else "",
            catalogue=catalogue,
            page=part,
            most=_MOST if catalogue.is_long else sys.maxsize,
        )
