"""Pages from pieces: look up the shape, put the values in, join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portal.outputs.page import Page
from portal.shells.blocks import Block, Kind, blocks
from portal.shells.casting import Wanted
from portal.shells.table import PLACEHOLDER, Frame, Table, count

_FRONT_ENDS = "\n---\n"


class Cut(NamedTuple):
    """A page taken apart: its frame and the frame's values, its blocks, and their values in a row."""

    frame: Frame
    head: Sequence[str]
    blocks: Sequence[Block]
    values: Sequence[str]


def cut(page: Page) -> Cut:
    """Take a page of a template apart."""
    front, end, body = page.skeleton.partition(_FRONT_ENDS)
    front += end
    own = count(front)
    path = page.path.replace(f"/{page.key}.md", f"/{PLACEHOLDER}.md") if page.key else page.path
    return Cut(Frame(path, front), [*page.values[:own], page.key], list(blocks(body)), page.values[own:])


def lacking(table: Table, made: Cut, wanted: Wanted) -> bool:
    """Note in `wanted` what the table lacks for a page; return whether it lacks anything."""
    new = [one for one in made.blocks if one.kind is not Kind.HTML and (made.frame.path, one) not in table.pieces]
    if made.frame in table.frames and not new:
        return False
    wanted.frames.setdefault(made.frame, {}).update(dict.fromkeys(new))
    return True


def fill(table: Table, made: Cut) -> str:
    """Return the HTML of a page. Raises `KeyError` when the table lacks one of its shapes."""
    before, after = table.frames[made.frame]
    content = "\n".join(_lines(table, made))
    return f"{before.filled(made.head)}{content}{after.filled(made.head)}"


def _lines(table: Table, made: Cut) -> Iterator[str]:
    at, path, pieces = 0, made.frame.path, table.pieces
    for block in made.blocks:
        if block.kind is Kind.HTML:
            yield block.skeleton
        else:
            piece = pieces[path, block]
            until = at + piece.gaps
            yield piece.filled(made.values[at:until])
            at = until
