"""The verbs that make the site: generate, build, serve."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from portal.commands.project import Stop, project_root, today

if TYPE_CHECKING:
    from portal.model import Settings


def generate(chosen: argparse.Namespace) -> int:
    """Check and write the pages."""
    _generated(project_root(), allow_removal=chosen.allow_removal)
    return 0


def _generated(root: Path, *, allow_removal: bool) -> Settings:
    """Check and write the pages below `root/docs`, and say what changed."""
    from portal.generation import DataError, read
    from portal.generation import generate as write_pages
    from portal.outputs.security_txt import ExpiredError
    from portal.outputs.security_txt import check as check_life
    from portal.papers.press import PaperError
    from portal.problems import tell
    from portal.writing import HandWrittenError, RemovalError

    try:
        catalogue, loaded = read(root, today())
        if warning := check_life(catalogue.settings, today()):
            print(warning)
        changes = write_pages(catalogue, root, allow_removal=allow_removal)
    except DataError as error:
        raise Stop(tell(error.problems, color=sys.stderr.isatty()), 1) from error
    except (HandWrittenError, RemovalError, PaperError, ExpiredError) as error:
        raise Stop(str(error), 1) from error
    except OSError as error:
        raise Stop(f"Tidak bisa menulis ke {root / 'docs'}: {_reason(error)}.", 1) from error
    if loaded.problems:
        print(f"{len(loaded.problems)} peringatan. Lihat dengan: portal check")
    print(
        f"{len(catalogue.innovations)} inovasi: {len(changes.written)} berkas ditulis, {changes.unchanged} tetap, "
        f"{len(changes.removed)} dihapus."
    )
    return catalogue.settings


def build(chosen: argparse.Namespace) -> int:
    """Check, write the pages, and build the site."""
    from portal.alone import alone
    from portal.delivery import prepare
    from portal.engine import Engine, EngineError
    from portal.engine import build as run_engine
    from portal.headers import InlineError
    from portal.offline import write_archive
    from portal.publishing import replacement

    root = project_root()
    with alone(root / "docs"):  # two builds at once write the pages one after the other
        settings = _generated(root, allow_removal=chosen.allow_removal)
    wanted: Path = chosen.site_dir or Path("luring" if chosen.offline else "site")
    site_dir = wanted.absolute()
    try:
        with replacement(site_dir) as fresh:
            run_engine(root, fresh, settings, Engine(chosen.engine), offline=chosen.offline)
            if not chosen.offline:
                prepare(fresh, root)
        if chosen.offline:
            write_archive(site_dir, site_dir.with_suffix(".zip"))
    except (EngineError, InlineError) as error:
        raise Stop(f"{error}\nSitus tidak jadi dibangun. {_untouched(site_dir)}", 1) from error
    except OSError as error:
        raise Stop(f"Tidak bisa menulis ke {site_dir}: {_reason(error)}. {_untouched(site_dir)}", 1) from error
    print(f"Situs siap: {wanted}")
    return 0


def _reason(error: OSError) -> str:
    """Return why files could not be written; moving many files collects one reason for each."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return error.strerror or str(error)


def _untouched(site_dir: Path) -> str:
    return "Situs yang lama tidak berubah." if site_dir.exists() else "Tidak ada yang ditulis."


def serve(chosen: argparse.Namespace) -> int:
    """Show the preview until it is stopped."""
    from portal.engine import Engine
    from portal.preview import serve as preview

    root = project_root()
    _generated(root, allow_removal=False)
    options = ["--open"] if chosen.open else []
    return preview(root, Engine(chosen.engine), chosen.address, options, lambda text: print(text, flush=True), today)
