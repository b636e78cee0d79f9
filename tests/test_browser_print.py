"""Web pages as the browser prints them on A4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.catalogue import Catalogue
from tests.papers import reading

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab as wide as the paper."""
    context = browser.new_context(viewport={"width": 670, "height": 980})
    yield context.new_page()
    context.close()


def printed(page: Page, address: str, target: Path) -> list[str]:
    """Print a page and return the text of each sheet side, on one line."""
    page.goto(address)
    return on_paper(page, target)


def on_paper(page: Page, target: Path) -> list[str]:
    """Print the page as it stands."""
    page.pdf(path=target, prefer_css_page_size=True)
    *sides, _ = reading.run("pdftotext", target, "-").split("\f")
    return [reading.flat(side) for side in sides]


def test_the_number_to_call_stands_on_the_first_side(page: Page, address: str, tmp_path: Path):
    first, *_ = printed(page, f"{address}inovasi/simlontar-rek/", tmp_path / "a.pdf")
    assert "Telepon 031-8290794" in first
    contacts = " ".join(printed(page, f"{address}kontak/", tmp_path / "b.pdf"))
    assert "SMS ke 1708" in contacts


@pytest.mark.parametrize(("path", "most"), [("", 4), ("kontak/", 5), ("inovasi/simlontar-rek/", 6)])
def test_little_paper_is_used(page: Page, address: str, tmp_path: Path, path: str, most: int):
    assert len(printed(page, address + path, tmp_path / "a.pdf")) <= most


def test_the_code_never_stands_alone_on_the_last_side(page: Page, address: str, real: Catalogue, tmp_path: Path):
    for one in real.innovations:
        last = printed(page, f"{address}inovasi/{one.id}/", tmp_path / "a.pdf")[-1]
        before, _, after = last.partition("Terakhir diperiksa:")
        assert len(before) > 40, one.id
        assert f"inovasi/{one.id}/" in after, one.id


def test_the_list_is_printed_with_what_was_chosen_and_without_the_boxes(page: Page, address: str, tmp_path: Path):
    page.goto(f"{address}inovasi/")
    page.get_by_label("Untuk siapa").select_option("Lansia")
    whole = " ".join(on_paper(page, tmp_path / "a.pdf"))
    assert "Tampil 3 dari 14 inovasi: Lansia." in whole
    assert "Okata Uti" in whole
    assert "Kabupaten atau kota" not in whole


def test_what_nobody_can_press_on_paper_is_not_printed(page: Page, address: str, tmp_path: Path):
    whole = " ".join(printed(page, address, tmp_path / "a.pdf"))
    assert "Siapa yang perlu bantuan?" in whole
    assert "Apa yang Anda cari?" not in whole


def test_the_name_of_the_portal_stands_above_the_text(page: Page, address: str):
    page.goto(f"{address}inovasi/simlontar-rek/")
    page.emulate_media(media="print")
    name, title = (page.locator(part).bounding_box() for part in (".kop-nama", "h1"))
    assert name is not None
    assert title is not None
    assert abs(name["x"] - title["x"]) < 1
