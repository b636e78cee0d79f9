"""What a search loads and how long it takes, for 14, 3,000 and 37,000 records, on a processor made four times slower.

python -m bench.search_scale [14 3000 37000]
"""

from __future__ import annotations

import random
import statistics
import sys
import time

import brotli  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright

from portal.catalogue import Catalogue
from portal.generation import read, workspace
from tests.conftest import ROOT, TODAY
from tests.search.engine import Engine
from tests.search.questions import questions

SLOWER = 4
TIMED = "async (q) => { const t = performance.now(); await PortalCari.cari(q); return performance.now() - t }"
ASKED = 60


def many(real: Catalogue, count: int) -> Catalogue:
    """Return the real records, and invented ones from their words until there are so many."""
    chance = random.Random(1)  # noqa: S311
    words = sorted({word for one in real.innovations for word in f"{one.ringkasan} {one.kepanjangan}".split()})
    syllables = [a + b for a in "bdgjklmnprst" for b in "aiueo"]
    names = ["".join(chance.choices(syllables, k=3)).title() for _ in range(count // 4 + 10)]
    records = list(real.innovations)
    while len(records) < count:
        model = chance.choice(real.innovations)
        fields = {
            "id": f"buatan-{len(records)}",
            "nama": " ".join(chance.sample(names, 2)),
            "kepanjangan": " ".join(chance.sample(words, 6)),
            "ringkasan": " ".join(chance.sample(words, 18)),
            "nama_lain": (),
            "kata_kunci": tuple(chance.sample(model.kata_kunci, 12)),
        }
        records.append(model.model_copy(update=fields))
    return Catalogue(tuple(records[:count]), real.contacts, real.needs, real.settings, real.synonyms, real.texts)


def measure(count: int) -> None:
    """Print one line."""
    catalogue = many(read(workspace(ROOT), TODAY)[0], count)
    started = time.perf_counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page()
        first = Engine(page, catalogue)
        built = time.perf_counter() - started
        sizes = {path: len(brotli.compress(content)) for path, content in first.scripts.items()}
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        asked = random.Random(2).sample(questions("latih"), ASKED)  # noqa: S311
        times, loads = [], []
        for one in asked:
            first.loaded.clear()
            first.start()
            page.evaluate("(isian) => PortalCari.cari(isian)", one.typed)
            loads.append(sum(sizes[path] for path in first.loaded))
            times.append(
                page.evaluate(
                    TIMED,
                    one.typed,
                )
            )
        browser.close()
    loads.sort()
    times.sort()
    median = statistics.median
    print(f"{count:6} records: {sum(sizes.values()) / 1000:.0f} KB in {len(sizes)} files, made in {built:.1f} s")
    for what, found, unit in (("loads", [one / 1000 for one in loads], "KB"), ("answers in", times, "ms")):
        print(
            f"  a query {what} {median(found):.1f} {unit} (median), {found[int(len(found) * 0.95)]:.1f} (95 %),", end=""
        )
        print(f" {found[-1]:.1f} (most)")


if __name__ == "__main__":
    for size in [int(one) for one in sys.argv[1:]] or [14, 3000, 37000]:
        measure(size)
