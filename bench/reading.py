"""How long the data take to be read and checked: python -m bench.reading [14 1000 5000 37000]

Each way is timed in processes of its own, in turns, and the median is printed in CPU milliseconds a record: of this
process and of the one that helps it. What libyaml alone needs to find the events is in the same run, as a measure of
how busy the machine was.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import yaml

from bench.synthetic import write
from portal import workers
from portal.loading import KINDS, Reader
from portal.model import Innovation
from portal.source.pieces import cut_pieces
from portal.source.smooth import Smooth
from tests.mistakes import TODAY

TURNS: Final = 3
SIZES: Final = (14, 1000, 5000)
EDITS: Final = 5


def events(data: Path) -> None:
    """Let libyaml find the events of each record, and do nothing with them."""
    for piece in pieces(data):
        get = yaml.cyaml.CParser(piece).get_event  # type: ignore[attr-defined]
        while not isinstance(get(), yaml.StreamEndEvent):
            pass


def values(data: Path) -> None:
    """Read each record into plain values."""
    for piece in pieces(data):
        Smooth(piece.decode(), is_list=True)


def pieces(data: Path) -> list[bytes]:
    """Return the records as bytes."""
    return cut_pieces((data / "innovations.yaml").read_bytes(), KINDS[Innovation].vocabulary)


def alone(data: Path) -> None:
    """Read and check everything in one process, nothing kept."""
    workers.WORTH = sys.maxsize  # type: ignore[misc]
    Reader(data).load(TODAY)


def cold(data: Path) -> None:
    """Read and check everything, and keep it."""
    cache = data / ".cache" / "records" / "records.sqlite"
    cache.unlink(missing_ok=True)
    Reader(data, data).load(TODAY)


def kept(data: Path) -> None:
    """Read everything from the cache."""
    Reader(data, data).load(TODAY)


WAYS: Final[dict[str, Callable[[Path], None]]] = {
    "events": events,
    "values": values,
    "alone": alone,
    "cold": cold,
    "kept": kept,
}


def edit(data: Path) -> float:
    """Return the milliseconds that a resident reader takes for an edit of the middle record."""
    file = data / "innovations.yaml"
    reader = Reader(data, data)
    reader.load(TODAY)
    raw = file.read_bytes()
    begin = raw.index(b'\n  nama: "', len(raw) // 2) + len(b'\n  nama: "')
    spent = []
    for number in range(EDITS):
        file.write_bytes(raw[:begin] + f"Ubah {number} ".encode() + raw[begin:])
        before = time.process_time()
        reader.load(TODAY)
        spent.append(time.process_time() - before)
    file.write_bytes(raw)
    return statistics.median(spent) * 1000


def measure(way: str, data: Path) -> None:
    """Print the CPU and wall seconds of one way, and the peak of memory in MiB."""
    gc.disable()
    cpu, wall = time.process_time(), time.perf_counter()
    if way == "edit":
        print(json.dumps([edit(data), 0, 0]))
        return
    WAYS[way](data)
    spent = time.process_time() - cpu + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([spent * 1000, (time.perf_counter() - wall) * 1000, memory]))


def asked(way: str, data: Path) -> list[float]:
    """Measure one way in a process of its own."""
    command = [sys.executable, "-m", "bench.reading", way, str(data)]
    told: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
    return told


def main() -> None:
    """Print a line for each way and number of records."""
    if sys.argv[1:2] and not sys.argv[1].isdigit():
        measure(sys.argv[1], Path(sys.argv[2]))
        return
    print(f"{'records':>8} {'way':>8} {'cpu ms/record':>14} {'wall ms/record':>15} {'MiB':>6}")
    for count in [int(word) for word in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder)
            write(count, data)
            turns = [{way: asked(way, data) for way in WAYS} for _ in range(TURNS)]
            for way in WAYS:
                cpu, wall, memory = (statistics.median(turn[way][at] for turn in turns) for at in range(3))
                print(f"{count:8} {way:>8} {cpu / count:14.3f} {wall / count:15.3f} {memory:6.0f}")
            print(f"{count:8} {'edit':>8} {asked('edit', data)[0]:.1f} ms CPU in all")


if __name__ == "__main__":
    main()
