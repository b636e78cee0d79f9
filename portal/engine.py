"""The site engine: the only part that knows MkDocs and Zensical. It turns the tree in `docs/` into a folder of HTML."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from portal.finishing import finish
from portal.model import Settings


class Engine(StrEnum):
    """The engines that build the same tree."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


class EngineError(Exception):
    """The engine failed or left pages out; the argument is what it said."""


def settings(site_dir: Path, portal: Settings, problems: str = "", *, offline: bool = False) -> dict[str, object]:
    """Return what a build adds to `mkdocs.yml`: the portal's own facts, and where the site goes.

    `problems` is shown above every page of the preview while the data cannot be used. `offline` makes links name files
    instead of folders, since no server finds a folder's page.
    """
    extra = {"resmi": portal.resmi, "masalah": problems}
    return {
        "INHERIT": "mkdocs.yml",
        "site_url": portal.alamat,
        "site_dir": str(site_dir),
        "use_directory_urls": not offline,
        "extra": extra,
    }


@contextmanager
def configuration(root: Path, added: Mapping[str, object]) -> Iterator[Path]:
    """Give a configuration file beside `mkdocs.yml` that adds to it; both engines take `INHERIT`, and JSON is YAML."""
    handle, name = tempfile.mkstemp(dir=root, prefix=".mkdocs-", suffix=".yml")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(added, file)
        yield path
    finally:
        path.unlink(missing_ok=True)


def command(engine: Engine, verb: str, config: Path, *options: str) -> list[str]:
    """Return the engine's command line, run by this very Python."""
    return [sys.executable, "-m", engine.value, verb, "--config-file", str(config), *options]


def environment() -> dict[str, str]:
    """Return the environment of the engine's process: UTF-8 everywhere, and no notice about MkDocs 2."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def build(root: Path, site_dir: Path, portal: Settings, engine: Engine, *, offline: bool = False) -> None:
    """Build `root/docs` into the empty folder `site_dir`, strictly; `offline` for reading from a flash drive.

    Raises `EngineError` when the engine is missing, warns or fails, or when a Markdown file has no page: an exit code
    of 0 proves nothing.
    """
    if importlib.util.find_spec(engine.value) is None:
        raise EngineError(f"Mesin {engine.value} belum terpasang. Pasang dengan: python3 run.py test")
    work = root / ".cache"
    work.mkdir(exist_ok=True)
    # Zensical builds only into a folder inside the project, so both do, and the result moves on.
    with tempfile.TemporaryDirectory(dir=work, prefix="site-") as name:
        built = Path(name)
        _run(root, settings(built, portal, offline=offline), engine)
        if missing := sorted(_unbuilt(root / "docs", built, offline=offline)):
            raise EngineError(f"{engine.value}: halaman tidak terbentuk: {', '.join(missing)}")
        finish(built, portal.alamat, offline=offline)
        for path in built.iterdir():
            shutil.move(path, site_dir)


def _run(root: Path, added: Mapping[str, object], engine: Engine) -> None:
    with configuration(root, added) as config:
        done = subprocess.run(  # noqa: S603
            command(engine, "build", config, "--strict"),
            cwd=root,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise EngineError(_complaints(done.stdout + done.stderr))


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _complaints(said: str) -> str:
    """Keep of an engine's output what concerns the pages: no colours, no progress, no trace of its own code."""
    plain, _, _ = _COLOUR.sub("", said).partition("Traceback")
    return "\n".join(line for line in plain.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG")))


def _unbuilt(docs: Path, site_dir: Path, *, offline: bool) -> Iterator[str]:
    for source in docs.rglob("*.md"):
        relative = source.relative_to(docs)
        plain = offline or relative.stem == "index"
        page = relative.with_suffix(".html") if plain else relative.with_suffix("") / "index.html"
        if not (site_dir / page).is_file():
            yield relative.as_posix()
