"""The gates of the search in each of its states: accessibility, and life without a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from portal.catalogue import Catalogue
from portal.engine import Engine
from tests.conftest import Serve, build, copy_project
from tests.test_gates import DESKTOP, PHONE, assert_axe_finds_nothing, assert_it_fits

pytestmark = pytest.mark.browser

STATES = {
    "results": ("mbah pikun", ".cari-daftar li"),
    "danger": ("ingin bunuh diri", ".darurat a[href='tel:119']"),
    "many": ("jawa timur", ".cari-hasil button"),
    "nothing": ("harga emas hari ini", ".cari-kosong"),
}
"""What is typed, and what shows then."""


@pytest.fixture(scope="module", params=Engine)
def address(built: dict[Engine, Path], serve: Serve, request: pytest.FixtureRequest) -> Iterator[str]:
    with serve(built[request.param]) as found:
        yield f"{found}cari/"


def search(page: Page, address: str, state: str) -> None:
    """Open the page of the search and type until a state shows and is said."""
    typed, shown = STATES[state]
    page.goto(address)
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator(shown).first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(typed if state != "danger" else "Nomor bantuan ada di bawah ini")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing(
    browser: Browser, address: str, scheme: Literal["light", "dark"], size: ViewportSize, state: str
):
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    search(page, address, state)
    assert_axe_finds_nothing(page)
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_results_are_large_enough_and_wider_text_cuts_nothing(browser: Browser, address: str, state: str):
    page = browser.new_page(viewport=PHONE)
    search(page, address, state)
    assert_it_fits(page, scrolls='id="cari"')
    page.close()


FOUND = [
    ("mbah pikun", "Orkes Adelia"),
    ("oprasi kataraknya simbah", "Okata Uti"),
    ("knakalan remaja", "E-Rantang Baskom"),
]
"""A known word, a misspelled one, and one that needs the words that are loaded last."""


def find(page: Page, typed: str) -> str:
    """Type something and return the first result."""
    page.get_by_role("searchbox").fill(typed)
    expect(page.get_by_role("status")).to_contain_text(f"hasil untuk {typed}.")
    return page.locator(".cari-daftar a").first.inner_text()


@pytest.mark.parametrize("engine", Engine)
def test_with_the_server_gone_the_search_still_finds(
    built: dict[Engine, Path], browser: Browser, serve: Serve, engine: Engine
):
    """One visit of the home page is enough; nothing of the search was loaded then."""
    page = browser.new_context().new_page()
    with serve(built[engine]) as address:
        page.goto(address)
        page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(f"{address}cari/")
    assert [(typed, find(page, typed)) for typed, _ in FOUND] == FOUND
    page.locator(".cari-daftar a").first.click()
    expect(page.locator("h1")).to_have_text(FOUND[-1][1])
    page.context.close()


@pytest.mark.parametrize("engine", Engine)
def test_on_a_flash_drive_the_search_finds(tmp_path: Path, real: Catalogue, browser: Browser, engine: Engine):
    project = copy_project(tmp_path / "project")
    folder = project / "salinan abjad"  # a word that the addresses of its pages hold, too
    build(project, folder, real, engine, offline=True)
    page = browser.new_context(offline=True).new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto((folder / "cari.html").as_uri())
    assert [(typed, find(page, typed)) for typed, _ in FOUND] == FOUND
    page.locator(".cari-daftar a").first.click()
    expect(page.locator("h1")).to_have_text(FOUND[-1][1])
    page.goto((folder / "index.html").as_uri())
    find(page, "kecewa, mengadu ke mana")
    page.locator(".cari-daftar a[href*='kontak.html#']").first.click()
    expect(page.locator("h1")).to_have_text("Kontak dan nomor darurat")
    assert problems == []
    page.context.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "cari.html").as_uri())
    page.get_by_role("button", name="Cari").click()
    expect(page.locator("h1")).to_have_text("Daftar A sampai Z")
    context.close()
