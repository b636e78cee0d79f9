"""Pages from pieces: look up the shape, put the values in, join."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from portal.outputs.page import Page
from portal.shells.blocks import Block, Kind, blocks
from portal.shells.casting import Wanted
from portal.shells.table import PLACEHOLDER, Frame, Piece, Table, count

_FRONT_ENDS = "\n---\n"
_HEADING = "##"


class Cut(NamedTuple):
    """A page taken apart: its frame and the frame's values, its sections, and their values in a row.

    A section is the skeleton from one heading to the next: few are unlike, even where no two pages are alike.
    """

    frame: Frame
    head: Sequence[str]
    sections: Sequence[str]
    values: Sequence[str]


def cut(page: Page) -> Cut:
    """Take a page of a template apart."""
    front, end, body = page.skeleton.partition(_FRONT_ENDS)
    front += end
    own = count(front)
    path = page.path.replace(f"/{page.key}.md", f"/{PLACEHOLDER}.md") if page.key else page.path
    first, *others = body.split(f"\n\n{_HEADING}")
    sections = [first, *[_HEADING + one for one in others]]
    return Cut(Frame(path, front), [*page.values[:own], page.key], sections, page.values[own:])


class Filler:
    """Fills pages from a table, which may grow; `named` gives the files that HTML refers to their names."""

    def __init__(self, table: Table, named: Callable[[str], str]) -> None:
        self._table = table
        self._named = named
        self._frames: dict[Frame, tuple[Piece, Piece]] = {}
        self._sections: dict[tuple[str, str], Piece] = {}

    def lacking(self, made: Cut, wanted: Wanted) -> bool:
        """Note in `wanted` what the table lacks for a page; return whether it lacks anything."""
        path, pieces = made.frame.path, self._table.pieces
        unknown = [one for one in made.sections if (path, one) not in self._sections]
        new = [block for one in unknown for block in _shaped(one) if (path, block) not in pieces]
        if made.frame in self._table.frames and not new:
            return False
        wanted.frames.setdefault(made.frame, {}).update(dict.fromkeys(new))
        return True

    def fill(self, made: Cut) -> str:
        """Return the HTML of a page. Raises `KeyError` when the table lacks one of its shapes."""
        if made.frame not in self._frames:
            before, after = self._table.frames[made.frame]
            self._frames[made.frame] = self._final(before), self._final(after)
        before, after = self._frames[made.frame]
        content = "\n".join(self._content(made))
        return f"{before.filled(made.head)}{content}{after.filled(made.head)}"

    def _content(self, made: Cut) -> Iterator[str]:
        at, path = 0, made.frame.path
        for section in made.sections:
            if (path, section) not in self._sections:
                self._sections[path, section] = self._final(self._joined(path, section))
            piece = self._sections[path, section]
            yield piece.filled(made.values[at : at + piece.gaps])
            at += piece.gaps

    def _joined(self, path: str, section: str) -> Piece:
        """Join the pieces of a section into one."""
        lines, order, gaps = [], [], 0
        for block in blocks(section):
            html = block.kind is Kind.HTML
            piece = Piece(block.skeleton.replace("%", "%%"), (), 0) if html else self._table.pieces[path, block]
            lines.append(piece.html)
            order += [gaps + index for index in piece.order]
            gaps += piece.gaps
        return Piece("\n".join(lines), tuple(order), gaps)

    def _final(self, piece: Piece) -> Piece:
        return piece._replace(html=self._named(piece.html))


def _shaped(section: str) -> Iterator[Block]:
    """Yield the blocks of a section that the engine makes."""
    return (block for block in blocks(section) if block.kind is not Kind.HTML)
