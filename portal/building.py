"""The site of a catalogue, in an empty folder: pages are written and built in one go."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from portal import engine as engines
from portal import folders
from portal.catalogue import Catalogue
from portal.delivery import prepare
from portal.engine import Engine, Job
from portal.finishing import Assets, complete
from portal.folders import Content
from portal.generation import Workspace, generate
from portal.headers import Inline
from portal.inner_links import check
from portal.shells.assembly import Assembly
from portal.shells.store import shapes
from portal.shells.workers import files
from portal.writing import Changes, handwritten, write_taken


@dataclass(frozen=True, slots=True)
class Order:
    """What kind of site is wanted: by which engine, for a flash drive, every page by the engine itself."""

    engine: Engine
    offline: bool = False
    full: bool = False
    allow_removal: bool = False


def make(order: Order, place: Workspace, catalogue: Catalogue, target: Path, before: Path) -> Changes:
    """Write the pages of `place` and build them into the empty folder `target`; `before` is the site until now.

    Unless the order is `full`, the engine builds each shape of a page once and pages are filled from the data
    (`portal.shells`): the bytes are the same, and what earlier builds asked the engine is remembered. Raises as
    `generation.generate`, `inner_links.check`, `engine.build` and `delivery.prepare` do.
    """
    job = Job(place.root, place.docs, catalogue.settings, order.engine, order.offline)
    if order.full:
        changes, found = build_whole(job, catalogue, target, allow_removal=order.allow_removal), None
    else:
        changes, found = assemble(job, catalogue, target, allow_removal=order.allow_removal)
    if not order.offline:
        prepare(target, place.root, found, before)
    return changes


def build_whole(job: Job, catalogue: Catalogue, target: Path, *, allow_removal: bool = False) -> Changes:
    """Write the pages of a catalogue and have the engine build each of them into the empty folder `target`.

    Returns what was written. Raises as `make` does.
    """
    changes = generate(catalogue, job.docs, allow_removal=allow_removal)
    pages = [name for name in handwritten(job.docs) if name.endswith(".md")]
    check(job.root, job.docs, pages, lambda path: (job.docs / path).is_file())
    engines.build(job, target)
    return changes


def assemble(job: Job, catalogue: Catalogue, target: Path, *, allow_removal: bool = False) -> tuple[Changes, Inline]:
    """Write the pages of a catalogue and put the site together in the empty folder `target`.

    Returns what was written, and what code pages hold inside themselves. Raises as `make` does.
    """

    def put(path: str, content: Content) -> None:
        folders.put(f"{target}/{path}", content)

    assets = Assets(target / "aset", job.docs / "aset")
    known = shapes(job)
    with nullcontext() if known.table.lost else engines.beginning(job) as begun:
        assembly = Assembly(job, known, put, assets.named, begun=begun)
        changes = write_taken(partial(files, catalogue, assembly), job.docs, allow_removal=allow_removal)
        found = assembly.settle()
    assets.rename()
    complete(target, job.portal.alamat, offline=job.offline)
    return changes, found
