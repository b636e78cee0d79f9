"""The engine in Chromium without a page around it: asked in bulk, with ids instead of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from playwright.sync_api import Page

from portal.catalogue import Catalogue
from portal.outputs import search
from portal.search.documents import documents
from tests.search.questions import Answer, Question

HOST = "http://cari.test/"


class Engine:
    """The search of a catalogue, in a browser's tab; `loaded` are the paths of the scripts it asked for."""

    def __init__(self, tab: Page, catalogue: Catalogue) -> None:
        self.tab = tab
        self.ids = [f"kontak:{one.id}" if one.address.startswith("kontak/") else one.id for one in documents(catalogue)]
        self.scripts = {page.path.removeprefix("aset/"): page.content for page in search.pages(catalogue)}
        self.loaded: list[str] = []
        tab.route(f"{HOST}**", lambda route: route.fulfill(body=self._answer(route.request.url)))
        self.start()

    def start(self) -> None:
        """Open the tab anew, with nothing loaded but the engine."""
        self.tab.goto(HOST)
        self.tab.add_script_tag(url=f"{HOST}cari-mesin.js")
        self.tab.evaluate(
            """PortalCari.dari((nama) => new Promise((berhasil, gagal) => {
              const skrip = document.createElement("script");
              Object.assign(skrip, { src: `cari/${nama}.js`, onload: berhasil, onerror: gagal });
              document.head.append(skrip);
            }))"""
        )

    def _answer(self, url: str) -> bytes | str:
        path = url.removeprefix(HOST)
        if path not in self.scripts:
            return "<!doctype html><title>cari</title>"
        self.loaded.append(path)
        return self.scripts[path]

    def ask(self, asked: Iterable[Question]) -> dict[Question, Answer]:
        """Type each question whole."""
        several = list(asked)
        found = self.tab.evaluate(
            """async (semua) => {
              const jawaban = [];
              for (const isian of semua) {
                const { nomor, urut } = await PortalCari.cari(isian);
                jawaban.push([nomor, urut.slice(0, 10).map((satu) => satu.d)]);
              }
              return jawaban;
            }""",
            [one.typed for one in several],
        )
        named: Callable[[list[int]], list[str]] = lambda numbers: [self.ids[number] for number in numbers]  # noqa: E731
        return {
            one: Answer(named(numbers), named(results)) for one, (numbers, results) in zip(several, found, strict=True)
        }

    def results(self, typed: str) -> list[str]:
        """Return the ids that one question finds."""
        return list(next(iter(self.ask([Question(typed, "", frozenset())]).values())).results)

    def numbers(self, typed: str) -> list[str]:
        """Return the ids of the help numbers that one question puts above the results."""
        return list(next(iter(self.ask([Question(typed, "", frozenset())]).values())).numbers)
