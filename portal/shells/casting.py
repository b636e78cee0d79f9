"""The engine's part: one small site that holds each new shape once, with words in place of values.

Each frame is a page of that site, and its body holds the blocks that pages of this frame need. Only what the engine
looks for is there besides: the pages of the menu, and an empty file for each link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat
from pathlib import Path
from typing import Final, NamedTuple

from portal.inner_links import targets
from portal.shells.blocks import Block, Kind
from portal.shells.table import PLACEHOLDER, Frame, Table, Whole, count, piece, places, tokens

_BEGIN, _NEXT, _END, _INSIDE = "zqawal", "zqlalu", "zqakhir", "zqisi"
_MANY: Final = 400  # blocks on one page; Python-Markdown slows down on long ones


class CastError(Exception):
    """The engine made something else of a page than its blocks, one after the other; the argument is its path."""


@dataclass
class Wanted:
    """Shapes that a table lacks: the blocks of each frame, whole pages."""

    frames: dict[Frame, dict[Block, None]] = field(default_factory=dict)
    wholes: dict[Whole, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.frames or self.wholes)


class _Sheet(NamedTuple):
    """A page for the engine: its path, its frame, and its blocks."""

    path: str
    frame: Frame
    blocks: tuple[Block, ...]

    def text(self) -> str:
        body = f"\n\n{_NEXT}\n\n".join(map(_markdown, self.blocks))
        return "\n\n".join([tokens(self.frame.front), _BEGIN, *([body] if body else []), _END, ""])


def write(wanted: Wanted, docs: Path, menu: Iterable[str], exists: Callable[[str], bool]) -> None:
    """Write the Markdown of the wanted shapes into the empty folder `docs`.

    `menu` names the pages that the engine's settings list; `exists` tells whether a path below `docs/` names a file of
    the real site, so that the engine complains of every other link.
    """
    texts = {sheet.path: sheet.text() for sheet in _sheets(wanted)} | {one.path: one.text for one in wanted.wholes}
    linked = {target for path, text in texts.items() for target in targets(text, path)}
    beside = {path for path in linked if PLACEHOLDER in path or exists(path)}.union(menu)
    for path, text in {**dict.fromkeys(sorted(beside), ""), **texts}.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def read(wanted: Wanted, html: Callable[[str], str], table: Table) -> None:
    """Add to `table` what the engine made of the wanted shapes; `html` returns the finished page of a path.

    Raises `CastError`.
    """
    for sheet in _sheets(wanted):
        before, begun, rest = html(sheet.path).partition(f"<p>{_BEGIN}</p>\n")
        content, ended, after = rest.partition(f"<p>{_END}</p>")
        made = content.removesuffix("\n").split(f"\n<p>{_NEXT}</p>\n") if sheet.blocks else []
        if not begun or not ended or len(made) != len(sheet.blocks):
            raise CastError(sheet.path)
        own = count(sheet.frame.front)
        table.frames[sheet.frame] = (piece(before, own, repeat(own)), piece(after, own, repeat(own)))
        for block, one in zip(sheet.blocks, made, strict=True):
            bare, skeleton = _bare(block.kind, one), block.skeleton
            table.pieces[sheet.frame.path, block] = piece(bare, count(skeleton), places(skeleton))
    for whole in wanted.wholes:
        table.wholes[whole] = html(whole.path)


def _sheets(wanted: Wanted) -> Iterator[_Sheet]:
    """Spread the blocks of each frame over pages; every page of a record stands in for all of its kind.

    None has the placeholder's own name: an engine writes a link from a page to itself in another way.
    """
    taken: dict[str, int] = {}
    for frame, blocks in wanted.frames.items():
        waiting = iter(blocks)
        while True:
            batch = tuple(islice(waiting, _MANY if PLACEHOLDER in frame.path else None))
            number = taken[frame.path] = taken.get(frame.path, 0) + 1
            yield _Sheet(frame.path.replace(PLACEHOLDER, f"{PLACEHOLDER}{number}"), frame, batch)
            if len(batch) < _MANY or PLACEHOLDER not in frame.path:
                break


def _markdown(block: Block) -> str:
    """Write a block for the engine; what opens gets something inside, and is closed."""
    text = tokens(block.skeleton)
    return f"{text}\n\n{_INSIDE}\n\n</{text[1:4]}>" if block.kind is Kind.OPEN else text


def _bare(kind: Kind, html: str) -> str:
    """Return the HTML of a block without what the engine needed around it."""
    if kind is Kind.OPEN:
        return html.partition(f"\n<p>{_INSIDE}</p>")[0]
    return html if kind is Kind.WHOLE else html.removeprefix(f"<{kind}>\n").removesuffix(f"\n</{kind}>")
