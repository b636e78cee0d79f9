"""How long a site of N records takes here and elsewhere; and whether the quick way gives the site of the full one.

python -m bench.build [14 140 679 3000 37000] [--folder /dev/shm] [--tools portal,hugo] [--rounds 3] [--no-serve]
python -m bench.build --check 140

The tools take turns in one run; medians are printed as a Markdown table, with ratios to Hugo. A tool that cannot run is
named with the reason. After each build the pages are counted, and the middle record's page must hold its last edit.
"""

from __future__ import annotations

import argparse
import filecmp
import http.client
import re
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count as counting
from pathlib import Path
from typing import Final

from bench import synthetic
from bench.processes import FailedError, Taken, run, running
from bench.sites import MissingError, Site, Tool, install, portal, tools

SIZES: Final = (14, 140, 679, 3_000, 37_000)
ENGINES: Final = ("mkdocs", "zensical")
COLUMNS: Final = (
    "tool", "cold s", "to Hugo", "CPU s", "again s", "after an edit s", "edit → page s", "first page s",
    "memory MiB", "largest MiB", "files", "MB",
)  # fmt: skip
POLL: Final = 0.005
"""Seconds between two questions to a preview server."""

_WORDS: Final = counting(1)


@dataclass(slots=True)
class Result:
    """What one tool took for one size, by what was done; `failed` says why there is no more."""

    builds: dict[str, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    first: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    files: int = 0
    size: int = 0
    failed: str = ""

    def middle(self, what: str, part: str = "wall") -> float | None:
        """Return the median of a part of `Taken` for a kind of build."""
        found = [float(getattr(one, part)) for one in self.builds.get(what, [])]
        return statistics.median(found) if found else None


def edit(records: Path, number: int) -> tuple[str, Callable[[], object]]:
    """Change one word in the summary of a record; return the new word, and what saves it as an editor does.

    `records` is a file of YAML or JSON, or a folder of such files. Raises `ValueError` when the record is in none.
    """
    word = f"suntingan{next(_WORDS):04}"
    code = f'"id": "{synthetic.code(number)}"'
    for path in sorted(records.iterdir()) if records.is_dir() else [records]:
        text = path.read_text(encoding="utf-8")
        start = max(text.find(code), text.find(code.replace('"id"', "id", 1)))
        if start >= 0:
            changed = re.compile(r"Contoh layanan( suntingan\d{4})?").sub(
                f"Contoh layanan {word}", text[start:], count=1
            )
            new = path.with_name(f".{path.name}.baru")
            new.write_text(text[:start] + changed, encoding="utf-8")
            return word, partial(new.replace, path)
    raise ValueError(number)


def measure(site: Site, count: int, limit: float, result: Result) -> None:
    """Build cold, again, and after an edit. Raises `FailedError` when a build fails or is not the site."""
    shutil.rmtree(site.out, ignore_errors=True)
    for path in site.kept:
        shutil.rmtree(path, ignore_errors=True)
    middle, word = (count + 1) // 2, ""
    for what in ("cold", "warm", "edit"):
        if what == "edit":
            word, save = edit(site.records, middle)
            save()
        result.builds[what].append(run(site.build, site.folder, site.extra, limit))
        inspect(site.out, count, middle, word)
    result.files, result.size = weigh(site.out)


def inspect(out: Path, count: int, middle: int, word: str) -> None:
    """Look whether all pages are there and one holds a word. Raises `FailedError`."""
    pages = sum((folder / "index.html").is_file() for folder in (out / "inovasi").iterdir() if folder.is_dir())
    if pages < count:
        raise FailedError(f"{pages} pages of {count}")
    if word not in (out / "inovasi" / synthetic.code(middle) / "index.html").read_text(encoding="utf-8"):
        raise FailedError(f"the edit is not in the page of {synthetic.code(middle)}")


def weigh(out: Path) -> tuple[int, int]:
    """Return how many files lie below a folder, and their bytes."""
    sizes = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def preview(site: Site, count: int, edits: int, limit: float, result: Result, log: Path) -> None:
    """Start the server, and time edits until the page shows them. Raises `FailedError` after `limit` seconds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    middle = (count + 1) // 2
    command = [part.replace("{port}", str(port)) for part in site.serve]
    begin = time.perf_counter()
    with running(command, site.folder, site.extra, log):
        await_word(port, middle, synthetic.name(middle).split(" &")[0].split(" *")[0], limit)
        result.first.append(time.perf_counter() - begin)
        for _ in range(edits):
            time.sleep(1)  # a person saves, looks, and saves again
            word, save = edit(site.records, middle)
            begin = time.perf_counter()
            save()
            for after in site.after_edit:
                run([after], site.folder, site.extra, limit)
            await_word(port, middle, word, limit)
            result.edits.append(time.perf_counter() - begin)


def await_word(port: int, number: int, word: str, limit: float) -> None:
    """Ask for the page of a record until it holds a word."""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=limit)
            connection.request("GET", f"/inovasi/{synthetic.code(number)}/")
            answer = connection.getresponse()
            if word in answer.read().decode(errors="replace"):
                return
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(POLL)
    raise FailedError(f"the page did not show the edit within {limit:.0f} s")


def compare(chosen: argparse.Namespace, count: int, folder: Path) -> dict[str, Result]:
    """Measure all chosen tools for one size, in turns."""
    results: dict[str, Result] = {}
    sites: dict[str, Site] = {}
    for tool in chosen.tools:
        results[tool.name] = Result()
        if count > tool.most:
            results[tool.name].failed = tool.why
            continue
        try:
            (folder / tool.name).mkdir()
            sites[tool.name] = tool.make(folder / tool.name, count)
        except MissingError as error:
            results[tool.name].failed = str(error)
    for turn in range(chosen.rounds):
        for tool in chosen.tools:
            if tool.name in sites and not results[tool.name].failed:
                attempt(tool, sites[tool.name], count, chosen, results[tool.name], served=turn == chosen.rounds - 1)
    return results


def attempt(tool: Tool, site: Site, count: int, chosen: argparse.Namespace, result: Result, *, served: bool) -> None:
    """Measure one tool once; a failure is kept, not raised."""
    print(f"  {tool.name} {count}", file=sys.stderr, flush=True)
    try:
        measure(site, count, chosen.limit, result)
        if served and chosen.serve and count <= tool.most_served:
            preview(site, count, chosen.edits, chosen.limit, result, site.folder / "server.log")
    except (FailedError, OSError) as error:
        result.failed = str(error)


def table(count: int, chosen: Sequence[Tool], results: Mapping[str, Result]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    base = results["hugo"].middle("cold") if "hugo" in results else None
    yield f"### {count:,} records\n"
    yield f"| {' | '.join(COLUMNS)} |"
    yield "| --- " * len(COLUMNS) + "|"
    for tool in chosen:
        one = results[tool.name]
        if not one.builds:
            yield f"| {tool.name} | not run: {one.failed.splitlines()[0]} |" + " |" * (len(COLUMNS) - 2)
            continue
        cold = one.middle("cold")
        cells = [
            shown(cold), shown(cold / base if cold and base else None), shown(one.middle("cold", "cpu")),
            shown(one.middle("warm")), shown(one.middle("edit")),
            shown(statistics.median(one.edits) if one.edits else None, 3),
            shown(statistics.median(one.first) if one.first else None), shown(one.middle("cold", "peak"), 0),
            shown(one.middle("cold", "largest"), 0), f"{one.files:,}", shown(one.size / 1e6, 1),
        ]  # fmt: skip
        yield f"| {tool.name} | {' | '.join(cells)} |"
    yield ""
    for tool in chosen:
        if (failed := results[tool.name].failed) and results[tool.name].builds:
            yield f"{tool.name}: {' '.join(failed.split())[:300]}\n"


def shown(value: float | None, digits: int = 2) -> str:
    """Write a number, or a dash for none."""
    return "–" if value is None else f"{value:,.{digits}f}"


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that are in one folder alone or differ in a byte, by their paths."""
    found = [{path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} for root in (one, other)]
    differing = [name for name in found[0] & found[1] if not filecmp.cmp(one / name, other / name, shallow=False)]
    return sorted([*(found[0] ^ found[1]), *differing])


def check(count: int, folder: Path, limit: float, engines: Sequence[str] = ENGINES) -> int:
    """Build the same records the quick way and the full way with each engine; return how many files differ."""
    total = 0
    for engine in engines:
        built = []
        for full in (False, True):
            place = folder / f"{engine}-{'full' if full else 'quick'}"
            site = portal(place, count, engine, full=full)
            taken = run(site.build, site.folder, site.extra, limit)
            print(f"{place.name}: {taken.wall:.1f} s")
            built.append(site.out)
        found = differences(*built)
        files = weigh(built[1])[0]
        print(f"{engine}: {len(found)} of {files} files differ", *found[:20], sep="\n  ")
        total += len(found)
    return total


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(description="Times builds of invented records, here and elsewhere.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of records")
    parser.add_argument("--check", type=int, metavar="N", help="compare the quick with the full build of N records")
    parser.add_argument("--folder", type=Path, help="where to build; /dev/shm leaves the disk out")
    parser.add_argument("--tools", default="", help="names, separated by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--edits", type=int, default=5, help="how many edits are timed in the preview")
    parser.add_argument("--limit", type=float, default=600, help="seconds for one command")
    parser.add_argument("--no-serve", dest="serve", action="store_false", help="leave the previews out")
    return parser


def main() -> None:
    """Print tables, or what differs."""
    chosen = arguments().parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder, prefix="bench-") as name:
        if chosen.check is not None:
            sys.exit(1 if check(chosen.check, Path(name), chosen.limit) else 0)
        wanted = [one for one in chosen.tools.split(",") if one]
        chosen.tools = [tool for tool in tools() if not wanted or tool.name in wanted]
        install([tool.name for tool in chosen.tools])
        for count in chosen.sizes:
            folder = Path(name) / str(count)
            folder.mkdir()
            print(*table(count, chosen.tools, compare(chosen, count, folder)), sep="\n", flush=True)
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
