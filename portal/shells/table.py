"""What the engine made of each shape: pieces of HTML with gaps for values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from portal.marks import ADDRESS, KINDS, PLACE
from portal.shells.blocks import Block

PLACEHOLDER: Final = "zqid"  # the id of a record, where the engine must find a file; later pages add a number
_TOKEN: Final = re.compile(rf"(?:https://)?zq(\d+)qz|{PLACEHOLDER}\d*")
_SIGN: Final = re.compile(f"[{KINDS}]")


class Piece(NamedTuple):
    """HTML with `%s` for each gap, which value stands in each, and how many values a skeleton has."""

    html: str
    order: tuple[int, ...]
    gaps: int

    def filled(self, values: Sequence[str]) -> str:
        """Return the HTML with these values, which come in the order of the skeleton."""
        return self.html % tuple([values[index] for index in self.order])


class Frame(NamedTuple):
    """A page of the theme: the path of the page with `PLACEHOLDER` for an id, and the skeleton of its front matter."""

    path: str
    front: str


class Whole(NamedTuple):
    """A hand-written page: its path, its text, and which of the files that it links to exist."""

    path: str
    text: str
    present: tuple[str, ...]


@dataclass
class Table:
    """Pieces by shape: around the content of a page, of its blocks (by the frame's path), and whole pages.

    `lost` is the page for addresses that lead nowhere, empty until the engine was asked for anything; `scripts` and
    `styles` are the hashes of code inside pages.
    """

    frames: dict[Frame, tuple[Piece, Piece]] = field(default_factory=dict)
    pieces: dict[tuple[str, Block], Piece] = field(default_factory=dict)
    wholes: dict[Whole, str] = field(default_factory=dict)
    lost: str = ""
    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)


def tokens(skeleton: str) -> str:
    """Return Markdown for the engine: a word in place of each value, numbered from 0."""
    numbers = iter(range(len(skeleton)))

    def token(sign: re.Match[str]) -> str:
        number = next(numbers)
        if sign[0] == PLACE:
            return PLACEHOLDER
        return f"https://zq{number}qz" if sign[0] == ADDRESS else f"zq{number}qz"

    return _SIGN.sub(token, skeleton)


def piece(html: str, values: int, places: Iterator[int]) -> Piece:
    """Turn what the engine made of a skeleton's `tokens` into a piece.

    The skeleton has so many `values`; `places` gives the numbers of those that are ids in paths, as they come.
    """
    order: list[int] = []

    def gap(token: re.Match[str]) -> str:
        order.append(int(token[1]) if token[1] else next(places))
        return "%s"

    return Piece(_TOKEN.sub(gap, html.replace("%", "%%")), tuple(order), values)


def places(skeleton: str) -> Iterator[int]:
    """Yield the numbers of the values in a skeleton that are ids in paths."""
    return (number for number, sign in enumerate(_SIGN.findall(skeleton)) if sign == PLACE)


def count(skeleton: str) -> int:
    """Return how many values a skeleton has."""
    return sum(map(skeleton.count, KINDS))
