"""The engine in Chromium without a page around it: asked in bulk, with ids instead of addresses."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Page

from portal.catalogue import Catalogue
from portal.outputs import search
from portal.search.documents import documents
from tests.search.questions import Answer, Question

HOST = "http://cari.test/"


class Engine:
    """The search of a catalogue, in a browser's tab; `loaded` are the paths of the scripts that it asked for."""

    def __init__(self, tab: Page, catalogue: Catalogue) -> None:
        self.tab = tab
        self.ids = [
            f"kontak:{one.id}" if one.result[0].startswith("kontak/") else one.id for one in documents(catalogue)
        ]
        self.scripts = {page.path.removeprefix("aset/"): page.content for page in search.pages(catalogue)}
        self.loaded: list[str] = []
        tab.route(f"{HOST}**", lambda route: route.fulfill(body=self._answer(route.request.url)))

    def start(self) -> None:
        """Open the tab anew, with nothing loaded but the engine."""
        self.loaded.clear()
        self.tab.goto(HOST)
        self.tab.add_script_tag(url=f"{HOST}cari-mesin.js")

    def _answer(self, url: str) -> bytes | str:
        path = url.removeprefix(HOST).partition("?")[0]
        if path not in self.scripts:
            return "<!doctype html><title>cari</title>"
        self.loaded.append(path)
        return self.scripts[path]

    def ask(self, asked: Iterable[Question]) -> dict[Question, Answer]:
        """Type each question whole, each as the first one of a visit."""
        return {one: self.first(one.typed) for one in asked}

    def first(self, typed: str) -> Answer:
        """Type a question as the first one of a visit."""
        self.start()
        numbers, results = self.tab.evaluate(
            "async (isian) => { const { nomor, urut } = await PortalCari.cari(isian); return [nomor, urut]; }", typed
        )
        return Answer([self.ids[one] for one in numbers], [self.ids[one] for one in results])

    def results(self, typed: str) -> list[str]:
        """Return the ids that a question finds."""
        return list(self.first(typed).results)

    def numbers(self, typed: str) -> list[str]:
        """Return the ids of the help numbers that a question puts above the results."""
        return list(self.first(typed).numbers)
