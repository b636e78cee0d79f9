"""A table of shapes on disk: one file for each engine, theme and setting, so that the next build needs no engine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from portal import folders
from portal.engine import Engine, Job, require
from portal.shells.blocks import Block, Kind
from portal.shells.table import Frame, Piece, Table, Whole

_FOLDER: Final = "bentuk"  # below `.cache`
_KEPT: Final = 8  # files: two engines, two kinds of links, and those before the last change of the theme
_LARGEST: Final = 50_000_000  # bytes; a table that grew for years starts anew
_MADE_BY: Final = {
    Engine.MKDOCS: ("mkdocs", "mkdocs-material", "markdown", "jinja2"),
    Engine.ZENSICAL: ("zensical", "markdown"),
}


@dataclass(frozen=True, slots=True)
class Shapes:
    """A table and the file that keeps it."""

    table: Table
    file: Path

    def save(self) -> None:
        """Keep what the table holds now. Raises `OSError`."""
        _save(self.table, self.file)

    def forget(self) -> None:
        """Have the next build ask the engine anew. Raises `OSError`."""
        self.file.unlink(missing_ok=True)


def shapes(job: Job) -> Shapes:
    """Return the shapes that earlier builds of such a job left. Raises `EngineError` when its engine is missing."""
    require(job.engine)
    file = _path_of(job)
    return Shapes(_load(file), file)


def _path_of(job: Job) -> Path:
    """Return the file that holds the shapes of a job: its name depends on all that they depend on but the pages."""
    digest = hashlib.sha256()
    for name in _MADE_BY[job.engine]:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    settings = {**job.settings(Path()), "docs_dir": ""}
    digest.update(json.dumps(settings, sort_keys=True).encode())
    for path in (job.root / "mkdocs.yml", *sorted((job.root / "overrides").rglob("*")), *_code()):
        if path.is_file():
            digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return job.root / ".cache" / _FOLDER / f"{job.engine.value}-{digest.hexdigest()[:16]}.json"


def _code() -> list[Path]:
    """Return the modules that decide what a piece is."""
    here = Path(__file__).parent
    return [*sorted(here.glob("*.py")), here.parent / "finishing.py"]


def _load(file: Path) -> Table:
    """Read a table; a missing or damaged file gives an empty one."""
    try:
        if file.stat().st_size > _LARGEST:
            return Table()
        read = json.loads(file.read_text(encoding="utf-8"))
        return Table(
            {Frame(*key): (_piece(before), _piece(after)) for key, before, after in read["frames"]},
            {(path, Block(Kind(kind), text)): _piece(made) for path, kind, text, made in read["pieces"]},
            {Whole(path, text, tuple(present)): html for path, text, present, html in read["wholes"]},
            read["lost"],
            set(read["scripts"]),
            set(read["styles"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Table()


def _save(table: Table, file: Path) -> None:
    """Write a table whole or not at all, and remove the oldest of the others."""
    content = {
        "frames": [(frame, *around) for frame, around in table.frames.items()],
        "pieces": [(path, *block, made) for (path, block), made in table.pieces.items()],
        "wholes": [(*whole, html) for whole, html in table.wholes.items()],
        "lost": table.lost,
        "scripts": sorted(table.scripts),
        "styles": sorted(table.styles),
    }
    folders.replace(file, json.dumps(content, ensure_ascii=False).encode())
    for old in sorted(file.parent.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)


def _piece(made: list[object]) -> Piece:
    html, order, values = made
    if not isinstance(html, str) or not isinstance(order, list) or not isinstance(values, int):
        raise TypeError
    return Piece(html, tuple(order), values)
