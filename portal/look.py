"""Colours by audience and the mark of an innovation: the same on the web, on paper and on a shared picture.

Colour never says anything alone: wherever one stands, the audience stands beside it as a word. All inks reach a
contrast of 7:1 on their grounds (WCAG 2.2, 1.4.6); a test computes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import starmap
from typing import Final

from portal.choices import Audience


@dataclass(frozen=True, slots=True)
class Palette:
    """A family of audiences: the label that readers see, and ink and tint on light and dark grounds as `#rrggbb`."""

    name: str
    label: str
    ink: str
    tint: str
    dark_ink: str
    dark_tint: str


PAPER: Final = "#ffffff"
DARK_PAPER: Final = "#14161b"
GOLD: Final = "#f2b705"

_LANSIA: Final = Palette("lansia", "Lansia", "#5b2377", "#f3ecf7", "#dcc2ee", "#2b1d36")
_DISABILITAS: Final = Palette("disabilitas", "Penyandang disabilitas", "#0b4778", "#e9f1f8", "#b3d3f0", "#14283a")
_ANAK: Final = Palette("anak", "Anak dan remaja", "#175a2c", "#e9f4ec", "#a9ddb8", "#152c1d")
_JIWA: Final = Palette("jiwa", "Kesehatan jiwa", "#0a5257", "#e6f3f3", "#a1dadd", "#0f2b2d")
_SOSIAL: Final = Palette("sosial", "Orang telantar dan masalah sosial", "#8a2a12", "#faede8", "#f5bfad", "#371c14")
PALETTES: Final = (_DISABILITAS, _ANAK, _LANSIA, _JIWA, _SOSIAL)

_BY_AUDIENCE: Final = {
    Audience.DISABILITAS: _DISABILITAS,
    Audience.TULI: _DISABILITAS,
    Audience.DAKSA: _DISABILITAS,
    Audience.NETRA: _DISABILITAS,
    Audience.ANAK: _ANAK,
    Audience.REMAJA: _ANAK,
    Audience.LANSIA: _LANSIA,
    Audience.JIWA: _JIWA,
    Audience.TELANTAR: _SOSIAL,
    Audience.PPKS: _SOSIAL,
    Audience.KELUARGA: _SOSIAL,
    Audience.UMUM: _SOSIAL,
}


def palette(audience: Audience) -> Palette:
    """Return the colours of one audience."""
    return _BY_AUDIENCE[audience]


class Shape(StrEnum):
    """What a tile shows; `KAWUNG` is the four-petal batik motif of Java."""

    QUARTER = "quarter"
    HALF = "half"
    LEAF = "leaf"
    KAWUNG = "kawung"
    RING = "ring"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Tile:
    """One square of the quilt: its shape, quarter turns clockwise (0–3), and whether its ground is dark."""

    shape: Shape
    turn: int
    dark: bool


_WOVEN: Final = (Shape.QUARTER, Shape.HALF, Shape.LEAF, Shape.KAWUNG, Shape.RING)


def quilt(name: str, columns: int, rows: int) -> tuple[tuple[Tile, ...], ...]:
    """Weave the mark of `name`: rows of tiles on a checkerboard, exactly one of them the golden dot.

    The bytes of SHA-256 over the name choose each tile's shape and turn, so a name has its mark for ever.
    """
    tiles = [_tile(byte, row, column) for byte, row, column in _chosen(name, columns, rows)]
    return tuple(tuple(tiles[start : start + columns]) for start in range(0, len(tiles), columns))


_GOLDEN: Final = 256  # with its turn, in place of a byte: the one tile that is the dot


def _chosen(name: str, columns: int, rows: int) -> Iterator[tuple[int, int, int]]:
    """Yield for each tile the byte that chooses it, its row, and its column."""
    count = columns * rows
    chosen = list(b"".join(hashlib.sha256(f"{name}/{block}".encode()).digest() for block in range(count // 32 + 1)))
    dot = int.from_bytes(hashlib.sha256(f"{name}/dot".encode()).digest()[:4], "big") % count
    chosen[dot] = _GOLDEN + chosen[dot] // 64
    return ((byte, row, column) for byte, (row, column) in zip(chosen, _places(columns, rows), strict=False))


@cache
def _places(columns: int, rows: int) -> tuple[tuple[int, int], ...]:
    """Return row and column of each tile."""
    return tuple((row, column) for row in range(rows) for column in range(columns))


def _tile(byte: int, row: int, column: int) -> Tile:
    golden, byte = divmod(byte, _GOLDEN)
    shape = Shape.DOT if golden else _WOVEN[byte % len(_WOVEN)]
    return Tile(shape, byte if golden else byte // 64, (row + column) % 2 == 0)


# Each shape in a square of 20 units, once for each quarter turn that changes it: where it begins, and how it goes on.
_PATHS: Final = {
    Shape.QUARTER: (
        (0, 0, "h20a20 20 0 0 1-20 20z"),
        (20, 0, "v20a20 20 0 0 1-20-20z"),
        (20, 20, "h-20a20 20 0 0 1 20-20z"),
        (0, 20, "v-20a20 20 0 0 1 20 20z"),
    ),
    Shape.HALF: (
        (0, 0, "h20a10 10 0 0 1-20 0z"),
        (20, 0, "v20a10 10 0 0 1 0-20z"),
        (20, 20, "h-20a10 10 0 0 1 20 0z"),
        (0, 20, "v-20a10 10 0 0 1 0 20z"),
    ),
    Shape.LEAF: (
        (0, 0, "h10a10 10 0 0 1 10 10v10h-10a10 10 0 0 1-10-10z"),
        (20, 0, "v10a10 10 0 0 1-10 10h-10v-10a10 10 0 0 1 10-10z"),
    ),
    Shape.KAWUNG: ((10, 10, "q-9-1-8-8q7-1 8 8zq9-1 8-8q-7-1-8 8zq-9 1-8 8q7 1 8-8zq9 1 8 8q-7 1-8-8z"),),
    Shape.RING: ((10, 3, "a7 7 0 1 1 0 14a7 7 0 0 1 0-14zm0 4a3 3 0 1 0 0 6a3 3 0 0 0 0-6z"),),
    Shape.DOT: ((10, 4, "a6 6 0 1 1 0 12a6 6 0 0 1 0-12z"),),
}


@cache
def _stroke(byte: int, row: int, column: int) -> tuple[str, str]:
    """Return the class and the path of one tile at its place."""
    tile = _tile(byte, row, column)
    turns = _PATHS[tile.shape]
    x, y, way = turns[tile.turn % len(turns)]
    kind = "e" if tile.shape is Shape.DOT else "l" if tile.dark else "d"
    return kind, f"M{column * 20 + x} {row * 20 + y}{way}"


@cache
def _ground(columns: int, rows: int) -> str:
    """Return the path of all dark squares: every quilt has the same."""
    dark = [(row, column) for row, column in _places(columns, rows) if _tile(0, row, column).dark]
    return "".join(f"M{column * 20} {row * 20}h20v20h-20z" for row, column in dark)


def svg(name: str, columns: int, rows: int) -> str:
    """Draw the quilt of `name` as an SVG picture: one path for each colour, so that the picture follows the page.

    The classes are `g` (dark ground), `l` (light on dark), `d` (dark on light) and `e` (the golden dot). The picture is
    decoration: hidden from assistive technology. A tile is 20 units wide.
    """
    paths: dict[str, list[str]] = {"g": [_ground(columns, rows)], "l": [], "d": [], "e": []}
    for kind, path in starmap(_stroke, _chosen(name, columns, rows)):
        paths[kind].append(path)
    drawn = "".join([f'<path class="{kind}" d="{"".join(some)}"/>' for kind, some in paths.items() if some])
    wide, high = columns * 20, rows * 20
    # the size is for a phone that got the page and not its style sheet
    return (
        f'<svg class="kain" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" aria-hidden="true">{drawn}</svg>'
    )
