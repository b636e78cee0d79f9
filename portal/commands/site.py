"""The verbs that make the site: generate, build, serve."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from portal.alone import alone
from portal.calling import called
from portal.commands.project import Stop, project_root, today

if TYPE_CHECKING:
    from portal.catalogue import Catalogue
    from portal.generation import Workspace
    from portal.papers.wanted import Papers
    from portal.writing import Changes


def generate(chosen: argparse.Namespace) -> int:
    """Check and write the pages."""
    from portal.generation import generate as write_pages
    from portal.generation import workspace

    place = workspace(project_root(), chosen.data)
    with _told(place.docs), alone(place.docs):
        catalogue, notes = _read(place, _papers(chosen))
        print(_summary(catalogue, notes, write_pages(catalogue, place.docs, allow_removal=chosen.allow_removal)))
    return 0


def _papers(chosen: argparse.Namespace) -> Papers | None:
    """Return the papers that were asked for; nothing leaves it to the number of innovations."""
    from portal.papers.wanted import Papers

    return Papers[chosen.papers.upper()] if chosen.papers else None


def _read(place: Workspace, papers: Papers | None) -> tuple[Catalogue, list[str]]:
    """Read the data; return it with what will need attention."""
    from portal.generation import read
    from portal.lifetime import check as check_life

    catalogue, loaded = read(place, today(), papers)
    warnings = f"{len(loaded.problems)} peringatan. Lihat dengan: {called('check')}" if loaded.problems else ""
    return catalogue, [note for note in (check_life(catalogue.settings, today()), warnings) if note]


def _summary(catalogue: Catalogue, notes: list[str], changes: Changes) -> str:
    """Say what the data holds and what was written."""
    counts = (
        f"{len(catalogue.innovations)} inovasi: {len(changes.written)} berkas ditulis, {changes.unchanged} tetap, "
        f"{len(changes.removed)} dihapus."
    )
    return "\n".join([*notes, counts])


@contextmanager
def _told(folder: Path, after: str = "") -> Iterator[None]:
    """Turn what can go wrong while pages are made in `folder` into words, ended by `after`."""
    from portal.faults import COMPLETE, FAULTS, said
    from portal.generation import DataError
    from portal.problems import tell

    try:
        yield
    except DataError as error:
        raise Stop(tell(error.problems, color=sys.stderr.isatty()), 1) from error
    except COMPLETE as error:
        raise Stop(said(error), 1) from error
    except OSError as error:
        raise Stop(f"Tidak bisa menulis ke {folder}: {said(error)}. {after}".rstrip(), 1) from error
    except FAULTS as error:
        raise Stop(f"{said(error)}\nSitus tidak jadi dibangun. {after}".rstrip(), 1) from error


def build(chosen: argparse.Namespace) -> int:
    """Check, write the pages, and build the site, unless nothing changed since the last time."""
    from portal.files import files_of
    from portal.unchanged import Watch

    root = project_root()
    wanted: Path = chosen.site_dir or Path("luring" if chosen.offline else "site")
    words = (chosen.engine, chosen.offline, chosen.papers, today())
    data = chosen.data or root / "data"
    watch = Watch(root, (data, *files_of(data, root).all), wanted.absolute(), words)
    text = None if chosen.full else watch.said()
    if text is None:
        changes, text = _build(chosen, root, wanted.absolute())
        watch.remember(text, changes.written)
        print(text)
    else:
        print(f"{text}\nTidak ada yang berubah sejak itu.")
    print(f"Situs siap: {wanted}")
    return 0


def _build(chosen: argparse.Namespace, root: Path, site_dir: Path) -> tuple[Changes, str]:
    from portal.building import Order, make
    from portal.engine import Engine
    from portal.generation import workspace
    from portal.offline import write_archive
    from portal.publishing import replacement

    place = workspace(root, chosen.data)
    order = Order(Engine(chosen.engine), chosen.offline, chosen.full, chosen.allow_removal)
    # Two builds at once write the pages one after the other.
    with _told(site_dir, _untouched(site_dir)), alone(place.docs):
        with replacement(site_dir) as fresh:
            catalogue, notes = _read(place, _papers(chosen))
            changes = make(order, place, catalogue, fresh, site_dir)
        if chosen.offline:
            write_archive(site_dir)
    return changes, _summary(catalogue, notes, changes)


def _untouched(site_dir: Path) -> str:
    return "Situs yang lama tidak berubah." if site_dir.exists() else "Tidak ada yang ditulis."


def serve(chosen: argparse.Namespace) -> int:
    """Show the preview until it is stopped."""
    import webbrowser

    from portal.engine import Engine
    from portal.generation import workspace
    from portal.preview import PreviewError
    from portal.preview import serve as preview

    root = project_root()
    docs = workspace(root, chosen.data).docs
    # Whoever ends it in another way than by Ctrl+C wants it tidied up as well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with _told(docs):
            preview(
                lambda: workspace(root, chosen.data),
                Engine(chosen.engine),
                _papers(chosen),
                (chosen.host, chosen.port),
                lambda text: print(text, flush=True),
                today,
                lambda address: webbrowser.open(address) if chosen.open else False,
            )
    except PreviewError as error:
        raise Stop(str(error), 1) from error
    return 0
