"""Shared pieces: a small catalogue, a copy of the project, and the real portal built once with each engine."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from portal.building import assemble, build_whole
from portal.catalogue import Catalogue
from portal.engine import Engine, Job
from portal.generation import read, workspace
from tests import samples

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
Serve = Callable[[Path], AbstractContextManager[str]]


def copy_project(target: Path) -> Path:
    """Copy what a build needs, without generated files."""
    for folder in ("data", "overrides"):
        shutil.copytree(ROOT / folder, target / folder)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=_generated)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def _generated(folder: str, names: list[str]) -> set[str]:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    paths = {name: (Path(folder) / name).relative_to(ROOT).as_posix() for name in names}
    return {name for name, path in paths.items() if path in ignored or f"{path}/" in ignored}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(path: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file; return its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `portal` in a copy of the project, as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "portal", *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def free_port() -> int:
    """Return a port that nobody listens to now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def catalogue() -> Catalogue:
    """Two innovations, one full and one known by a sentence; two contacts; one need."""
    return samples.catalogue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the real data, not yet generated."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The real data."""
    return read(workspace(ROOT), TODAY)[0]


def build(
    project: Path, site: Path, catalogue: Catalogue, engine: Engine, *, offline: bool = False, full: bool = False
) -> None:
    """Write the pages of a catalogue and build them into `site`, from shapes or (`full`) by the engine alone."""
    site.mkdir()
    job = Job(project, project / "docs", catalogue.settings, engine, offline)
    if full:
        build_whole(job, catalogue, site)
    else:
        assemble(job, catalogue, site)


def build_with_each(project: Path, catalogue: Catalogue) -> dict[Engine, Path]:
    """Build a catalogue inside a copy of the project with each engine, and return the sites."""
    sites = {engine: project / f"site-{engine.value}" for engine in Engine}
    for engine, site in sites.items():
        build(project, site, catalogue, engine)
    return sites


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, real: Catalogue) -> dict[Engine, Path]:
    """The real portal, built with each engine from shapes, as `portal build` does."""
    return build_with_each(copy_project(tmp_path_factory.mktemp("built") / "project"), real)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; a machine without one skips the browser tests, but never in CI."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("Chromium is missing; .ci/run installs it")
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests; each test opens its own context."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield found
        found.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def serve() -> Serve:
    """Serve a folder on a loopback address while a block runs, with its own 404 page."""
    return _served


@pytest.fixture(scope="session", params=Engine)
def address(built: dict[Engine, Path], serve: Serve, request: pytest.FixtureRequest) -> Iterator[str]:
    """The real portal of each engine on a loopback address."""
    with serve(built[request.param]) as found:
        yield found
