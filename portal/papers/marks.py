"""The portal's mark and QR codes as SVG pictures for paper, from the same quilt that the web pages show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portal import look
from portal.papers import store
from portal.papers.press import Printed

_CELL: Final = 40  # units of one service on the cover: two tiles of 20
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg"'


def _style(scope: str, ink: str, tint: str) -> str:
    return f"{scope}.g,{scope}.d{{fill:{ink}}}{scope}.l{{fill:{tint}}}{scope}.e{{fill:{look.GOLD}}}"


def mark(name: str, columns: int, rows: int, ink: str, tint: str) -> str:
    """Draw the quilt of `name`, `columns` by `rows` tiles of 20 units, in two colours and one golden dot."""
    return (
        f'{_SVG} viewBox="0 0 {columns * 20} {rows * 20}"><style>{_style("", ink, tint)}</style>'
        f'<rect width="100%" height="100%" fill="{tint}"/>{look.svg(name, columns, rows)}</svg>'
    )


def cover(services: Sequence[tuple[str, str]], columns: int, rows: int) -> str:
    """Draw the quilt of all services: two by two tiles each, in its own colours.

    `services` holds id and palette name. Places left over are woven from the portal's own name; services without a
    place are left out.
    """
    palettes = {palette.name: palette for palette in look.PALETTES}
    style = "".join(_style(f".{name} ", one.ink, one.tint) for name, one in palettes.items())
    cells = list(services)[: columns * rows]
    spare = [(f"portal-{number}", look.PALETTES[number % len(look.PALETTES)].name) for number in range(columns * rows)]
    cells += spare[len(cells) :]
    drawn = []
    for index, (name, palette) in enumerate(cells):
        x, y = index % columns * _CELL, index // columns * _CELL
        drawn.append(
            f'<g class="{palette}" transform="translate({x} {y})">'
            f'<rect width="{_CELL}" height="{_CELL}" fill="{palettes[palette].tint}"/>'
            f'<svg width="{_CELL}" height="{_CELL}">{look.svg(name, 2, 2)}</svg></g>'
        )
    return f'{_SVG} viewBox="0 0 {columns * _CELL} {rows * _CELL}"><style>{style}</style>{"".join(drawn)}</svg>'


def code(address: str) -> str:
    """Draw the QR code of a web address: black on white, without margin, error correction M (15 %)."""
    return store.kept(store.key_of("qr", address), lambda: _drawn(address)).content.decode()


def _drawn(address: str) -> Printed:
    import segno

    return Printed(segno.make(address, error="m", micro=False).svg_inline(border=0, dark="#000").encode(), 0, {})


def picture(address: str) -> str:
    """Return the QR code as a file of its own, with the white margin of four modules that readers need."""
    inner = code(address)
    side = int(inner.split('width="', 1)[1].split('"', 1)[0])
    return (
        f'{_SVG} viewBox="-4 -4 {side + 8} {side + 8}"><path fill="#fff" d="M-4-4h{side + 8}v{side + 8}h-{side + 8}z"/>'
        f"{inner}</svg>"
    )
