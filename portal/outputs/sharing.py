"""The picture that a shared link shows (`og:image`): one for each innovation, and the portal's own for other pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from portal import look
from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.outputs.page import Page
from portal.papers import content, marks, press, products, store
from portal.papers.press import PaperError, Printed
from portal.papers.wanted import Papers

PORTAL: Final = "portal.png"
_LAYOUT: Final = "bagikan"
_NAMED: Final = 4  # audiences
_COLUMNS: Final = 3  # of the quilt, in tiles that fill the height of the picture
_ROWS: Final = 5


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `bagikan/portal.png` and `bagikan/<id>.png` for each record: 1200 by 630 pixels, mostly 60 to 80 kB.

    Records have pictures where they have sheets of their own, for both are drawn by the press.
    """
    yield Page(f"bagikan/{PORTAL}", _drawn(_whole(catalogue)))
    for innovation in catalogue.innovations:
        if name := name_of(catalogue, innovation):
            yield Page(f"bagikan/{name}", _drawn(_one(catalogue, innovation)))


def name_of(catalogue: Catalogue, innovation: Innovation) -> str:
    """Return the file name of an innovation's picture, or nothing where it has none."""
    return f"{innovation.id}.png" if catalogue.papers is Papers.ALL else ""


def _one(catalogue: Catalogue, innovation: Innovation) -> dict[str, str]:
    palette = look.palette(innovation.sasaran[0])
    return {
        **products.frame(catalogue),
        "name": innovation.nama,
        "audience": content.for_whom(innovation, _NAMED),
        "ink": palette.ink,
        "tint": palette.tint,
        "mark": marks.mark(innovation.id, _COLUMNS, _ROWS, palette.ink, palette.tint),
    }


def _whole(catalogue: Catalogue) -> dict[str, str]:
    palette = look.PALETTES[0]
    return {
        **products.frame(catalogue),
        "name": "Siapa yang perlu bantuan?",
        "audience": f"{len(catalogue.innovations)} inovasi layanan, untuk siapa, dan ke mana bertanya",
        "ink": palette.ink,
        "tint": palette.tint,
        "mark": marks.mark("beranda", _COLUMNS, _ROWS, palette.ink, palette.tint),
    }


def _drawn(data: Mapping[str, str]) -> bytes:
    """Return a picture from the store of papers, or draw and keep it. Raises `PaperError`."""
    return store.kept(store.key_of(_LAYOUT, data), lambda: _draw_anew(data)).content


def _draw_anew(data: Mapping[str, str]) -> Printed:
    try:
        return press.draw(_LAYOUT, data)
    except PaperError as error:
        raise PaperError(f"Gambar tidak jadi: {data['name']}: {error}.") from error
