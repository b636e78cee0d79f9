"""A small picture of each kind of sheet, with the mark of its innovation: a few hundred bytes on the way to the reader.

Drawn, not photographed: the forms differ at a glance, which a page of print shrunk to a thumb does not show.
"""

from __future__ import annotations

from typing import Final

from portal import look

WIDTH: Final = 96  # of every picture, in CSS pixels; its height is the same
_SHEET: Final = "#ffffff"
_TEXT: Final = "#8a8a8a"


def preview(edition: str, name: str, palette: look.Palette) -> str:
    """Draw the sheet `edition` of the innovation with the id `name` as an SVG picture."""
    body = {"selebaran": _leaflet, "lipat": _folded, "huruf-besar": _large}[edition](name, palette)
    style = f".g,.d{{fill:{palette.ink}}}.l{{fill:{palette.tint}}}.e{{fill:{look.GOLD}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{WIDTH}" viewBox="0 0 96 96">'
        f"<style>{style}</style>{body}</svg>"
    )


def _leaflet(name: str, palette: look.Palette) -> str:
    return (
        _page(16, 2, 64, 92)
        + _bars(22, 9, (22, 16), 5, palette.ink)
        + _mark(name, 50, 8, 24, 19, palette)
        + _bars(22, 33, (52, 44), 2.5, palette.ink)
        + _bars(22, 44, (30, 26, 30, 22, 28), 1.6, _TEXT)
        + _bars(60, 44, (14, 12, 14), 1.6, _TEXT)
        + _box(22, 68, 34, 20, palette.tint)
        + _box(56, 68, 18, 20, palette.ink)
        + _box(61, 73, 8, 8, _SHEET)
    )


def _folded(name: str, palette: look.Palette) -> str:
    left, right = _panel("M4 16l26-8v72l-26 8z", palette.tint), _panel("M30 8l28 8v72l-28-8z", _SHEET)
    front = _page(58, 16, 34, 72)
    return (
        left
        + right
        + front
        + _mark(name, 62, 21, 26, 26, palette)
        + _bars(62, 53, (24, 17), 5, palette.ink)
        + _bars(62, 68, (22, 24, 14), 1.6, _TEXT)
        + _lines("M35 24l18 5m-18 3l18 5m-18 3l12 3.4m-12 8l18 5m-18 3l16 4.6", _TEXT, 1.6)
        + _lines("M9 30l16-5m-16 15l16-5m-16 15l16-5m-16 15l16-5", palette.ink, 1)
    )


def _large(name: str, palette: look.Palette) -> str:
    return (
        _page(16, 2, 64, 92)
        + _mark(name, 54, 8, 20, 20, palette)
        + _bars(22, 10, (26, 20), 7, palette.ink)
        + _bars(22, 38, (30,), 5, palette.ink)
        + _bars(22, 50, (50, 44, 50, 36), 5, "#1a1a1a")
    )


def _page(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{_SHEET}" stroke="{_TEXT}"/>'


def _panel(path: str, fill: str) -> str:
    return f'<path d="{path}" fill="{fill}" stroke="{_TEXT}"/>'


def _lines(path: str, stroke: str, width: float) -> str:
    return f'<path d="{path}" stroke="{stroke}" stroke-width="{width}"/>'


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<path d="M{x} {y}h{width}v{height}h-{width}z" fill="{fill}"/>'


def _bars(x: float, y: float, widths: tuple[float, ...], height: float, fill: str) -> str:
    """Draw lines of text as bars, one under the other."""
    pitch = height * 1.75
    path = "".join(f"M{x} {y + pitch * row:g}h{width}v{height}h-{width}z" for row, width in enumerate(widths))
    return f'<path d="{path}" fill="{fill}"/>'


def _mark(name: str, x: float, y: float, width: float, height: float, palette: look.Palette) -> str:
    drawn = look.svg(name, 5 if width > height else 4, 4)
    return (
        _box(x, y, width, height, palette.tint)
        + f'<svg x="{x}" y="{y}" width="{width}" height="{height}">{drawn}</svg>'
    )
