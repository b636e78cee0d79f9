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
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final, NamedTuple

from portal import folders
from portal.alone import alone, rests
from portal.finishing import finish, html_path
from portal.model import Settings


class Engine(StrEnum):
    """The engines that build the same tree."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


class EngineError(Exception):
    """The engine failed or left pages out; the argument is what it said."""


@dataclass(frozen=True, slots=True)
class Job:
    """What an engine builds: the project with `mkdocs.yml`, a folder of pages inside it, and the portal's own facts.

    `offline` makes links name files instead of folders, since no server finds a folder's page.
    """

    root: Path
    docs: Path
    portal: Settings
    engine: Engine
    offline: bool = False

    def settings(self, site_dir: Path) -> dict[str, object]:
        """Return what a build adds to `mkdocs.yml`: the portal's own facts, and where pages come from and go to."""
        return {
            "INHERIT": "mkdocs.yml",
            "site_url": self.portal.alamat,
            "docs_dir": self.docs.relative_to(self.root).as_posix(),  # Zensical takes no other
            "site_dir": str(site_dir),
            "use_directory_urls": not self.offline,
            "extra": {"resmi": self.portal.resmi},
        }


@contextmanager
def _configuration(root: Path, added: Mapping[str, object]) -> Iterator[Path]:
    """Give a configuration file beside `mkdocs.yml` that adds to it; both engines take `INHERIT`, and JSON is YAML."""
    for rest in rests(root, ".mkdocs-*.yml"):
        rest.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=root, prefix=".mkdocs-", suffix=".yml")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(added, file)
        with alone(path):
            yield path
    finally:
        path.unlink(missing_ok=True)


def build(job: Job, site_dir: Path) -> None:
    """Have the engine build every page of a job into the empty folder `site_dir`, strictly, and finish them.

    Raises `EngineError` when the engine is missing, warns or fails, or when a Markdown file has no page: an exit code
    of 0 proves nothing.
    """
    with workplace(job.root) as place:
        built = place / "site"
        run(job, built)
        if missing := sorted(_unbuilt(job.docs, built, offline=job.offline)):
            raise EngineError(f"{job.engine.value}: halaman tidak terbentuk: {', '.join(missing)}")
        finish(built, job.portal.alamat, offline=job.offline)
        for path in built.iterdir():
            shutil.move(path, site_dir)


@contextmanager
def workplace(root: Path) -> Iterator[Path]:
    """Give an empty folder inside the project, where Zensical insists to build; remove those of killed runs."""
    work = root / ".cache"
    work.mkdir(exist_ok=True)
    for rest in rests(work, "mesin-*"):
        shutil.rmtree(rest, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=work, prefix="mesin-") as name, alone(Path(name)):
        yield Path(name)


def require(engine: Engine) -> None:
    """Raise `EngineError` when an engine is not installed."""
    if importlib.util.find_spec(engine.value) is None:
        raise EngineError(f"Mesin {engine.value} belum terpasang. Pasang dengan: python3 run.py test")


def run(job: Job, site_dir: Path) -> None:
    """Run the engine strictly. Raises `EngineError`."""
    with running(job, site_dir):
        pass


class Begun(NamedTuple):
    """An engine that waits for one line with the path of its configuration, and the place for that line."""

    process: subprocess.Popen[str]
    line: IO[str]


@contextmanager
def beginning(job: Job) -> Iterator[Begun]:
    """Start the engine of a job; it is stopped when the block ends.

    What it must import takes a third of the time of a small build, and need not wait for pages. Raises `EngineError`
    when the engine is not installed.
    """
    require(job.engine)
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _ENGINE, job.engine.value],
        cwd=job.root,
        # UTF-8 everywhere, and no notice about MkDocs 2
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None  # noqa: S101  # it is a pipe
        try:
            yield Begun(process, process.stdin)
        finally:
            process.kill()


_ENGINE: Final = """
import runpy, sys
engine = sys.argv[1]
if engine == "mkdocs":
    import mkdocs.commands.build
if config := sys.stdin.readline().rstrip():
    sys.argv = [engine, "build", "--config-file", config, "--strict"]
    runpy.run_module(engine, run_name="__main__")
"""


@contextmanager
def running(job: Job, site_dir: Path, begun: Begun | None = None, **added: object) -> Iterator[None]:
    """Run the engine strictly, with `added` settings, while the block works, and wait for it at the end.

    It is the one that has `begun`, if any. Raises `EngineError`. When the block raises, the engine is stopped.
    """
    with (
        _configuration(job.root, {**job.settings(site_dir), **added}) as config,
        nullcontext(begun) if begun else beginning(job) as (process, line),
    ):
        try:
            with suppress(OSError):  # it ended already: its code tells
                line.write(f"{config}\n")
                line.flush()
            yield
            said, _ = process.communicate()
        except BaseException:
            process.kill()
            process.wait()  # it writes into folders that go next
            raise
    if process.returncode:
        raise EngineError(
            f"Mesin {job.engine.value} {_complaints(said) or f'berhenti sendiri, kode {process.returncode}.'}"
        )


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


_WORDS: Final = (
    (
        r'WARNING -  The following pages exist in the docs directory, but are not included in the "nav" configuration:',
        "Halaman ini belum ada di menu; tambahkan di mkdocs.yml, di bawah nav:",
    ),
    (
        r"WARNING -  A reference to '(.+)' is included in the 'nav' configuration, which is not found in the .*",
        r'mkdocs.yml: halaman "\1" di menu tidak ada.',
    ),
    (r"Aborted with \d+ warnings in strict mode!", ""),
)
"""What MkDocs says of slips that staff may make, and how we say it."""


def _complaints(said: str) -> str:
    """Keep of an engine's output what concerns the pages: no colours, no progress, no trace of its own code."""
    plain, _, _ = _COLOUR.sub("", said).partition("Traceback")
    for pattern, words in _WORDS:
        plain = re.sub(pattern, words, plain)
    kept = [line for line in plain.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG"))]
    return "\n".join(["menolak halaman:", *kept]) if kept else ""


def _unbuilt(docs: Path, site_dir: Path, *, offline: bool) -> Iterator[str]:
    for name, _ in folders.files(docs, hidden=False):
        if name.endswith(".md") and not (site_dir / html_path(name, offline=offline)).is_file():
            yield name
