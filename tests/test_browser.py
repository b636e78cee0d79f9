"""What people see, in a real browser: nothing cut, the next step on the first screen, no request elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.engine import Engine
from portal.server import Server
from tests.test_site import EXPANSIONS

pytestmark = pytest.mark.browser

# One of each page type, the thin and the full innovation page among them.
PAGES = [
    "", "inovasi/", "inovasi/simlontar-rek/", "inovasi/okata-uti/", "untuk/", "untuk/lansia/", "kebutuhan/",
    "kebutuhan/dipasung/", "abjad/", "saring/", "cari/", "cetak/", "kontak/", "sumber/", "data-terbuka/", "kamus-data/",
    "tentang/", "404.html",
]  # fmt: skip


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A small phone."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_320_pixels_and_nothing_comes_from_elsewhere(phone: Page, address: str, path: str):
    requests: list[str] = []
    phone.on("request", lambda request: requests.append(request.url))
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(address + path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    assert len(requests) >= 2
    assert [url for url in requests if not url.startswith(address)] == []


BROKEN_WORDS = """(one) => {
  const text = one.firstChild, range = document.createRange();
  return [...text.data.matchAll(/\\S+/g)].map((word) => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1 ? word[0] : "";
  }).filter(Boolean);
}"""


@pytest.mark.parametrize("path", PAGES)
def test_text_twice_as_large_needs_no_sideways_scrolling_and_breaks_no_word_of_the_name(
    phone: Page, address: str, path: str
):
    """WCAG 1.4.4 and 1.4.10, for letters alone: the width in pixels stays."""
    phone.goto(address + path)
    for percent in (100, 150, 200):
        phone.add_style_tag(content=f"html {{ font-size: {1.125 * percent}% !important }}")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, percent
        assert phone.locator(".kop-nama span").evaluate(BROKEN_WORDS) == [], percent


def test_who_is_in_danger_finds_numbers_on_the_first_screen_of_home(phone: Page, address: str):
    phone.goto(address)
    link = phone.get_by_role("link", name="Ada bahaya? Nomor darurat")
    box = link.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 640
    link.click()
    number = phone.get_by_role("link", name="Panggilan Darurat 112", exact=True)
    box = number.bounding_box()
    assert box
    assert 0 <= box["y"] <= 640 - box["height"]


def test_tiles_have_their_note_right_below_their_name(phone: Page, address: str):
    phone.goto(f"{address}kebutuhan/")
    gaps = phone.evaluate("""[...document.querySelectorAll('.petak')].map((tile) => {
      const [name, note] = tile.querySelectorAll('p'), range = document.createRange();
      range.selectNodeContents(name.querySelector('a'));
      return Math.round(note.getBoundingClientRect().top - range.getBoundingClientRect().bottom);
    })""")
    assert len(gaps) > 10
    assert max(gaps) - min(gaps) <= 1


def test_a_need_keeps_the_colour_of_its_tile(phone: Page, address: str):
    phone.goto(f"{address}kebutuhan/")
    tile = phone.locator(".petak", has_text="Lansia di rumah sering lupa").get_by_role("link")
    colour = tile.evaluate("(one) => getComputedStyle(one).color")
    tile.click()
    assert phone.locator("h1").evaluate("(one) => getComputedStyle(one).color") == colour


@pytest.mark.parametrize("key", EXPANSIONS)
def test_the_first_phone_screen_says_what_for_whom_and_what_next(phone: Page, address: str, key: str):
    phone.goto(f"{address}inovasi/{key}/")
    for part in ("h1", ".pembuka", ".sasaran", ".tindakan .tombol >> nth=0"):
        box = phone.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 640, part


def test_the_keyboard_reaches_the_content_first(phone: Page, address: str):
    phone.goto(f"{address}inovasi/okata-uti/")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "isi"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('#isi') !== null")


def test_one_tap_from_home_to_help_and_one_more_to_an_innovation(phone: Page, address: str):
    phone.goto(address)
    phone.get_by_role("link", name="Telantar di jalan, tidak bisa pulang").click()
    assert "112" in phone.locator(".darurat").inner_text()
    phone.get_by_role("link", name="Simlontar Rek").click()
    assert phone.locator("h1").inner_text() == "Simlontar Rek"


def test_dark_follows_the_readers_setting(browser: Browser, address: str):
    shades = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        shades[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        context.close()
    assert shades == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 22, 27)"}


@pytest.mark.parametrize("down", [0, 700])
@pytest.mark.parametrize("width", [360, 1280])
def test_problems_are_in_sight_wherever_the_reader_is(phone: Page, built: dict[Engine, Path], width: int, down: int):
    phone.set_viewport_size({"width": width, "height": 640})
    with Server("127.0.0.1", 0, built[Engine.MKDOCS]) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        phone.goto(f"http://127.0.0.1:{server.server_port}/inovasi/okata-uti/")
        phone.evaluate(f"scrollTo(0, {down})")
        before = phone.locator("h1").bounding_box()
        server.show("galat: tanda kutip <penutup>\n" * 60)
        banner = phone.locator(".masalah")
        banner.wait_for()
        box, after = banner.bounding_box(), phone.locator("h1").bounding_box()
        server.shutdown()
    assert box
    assert before
    assert after
    assert box["y"] > 640 * 0.4, "half of the screen stays the page's"
    assert box["y"] + box["height"] == pytest.approx(640, abs=1)
    assert after["y"] == pytest.approx(before["y"], abs=10), "a reload keeps the place, to a part of a line"
    assert banner.inner_text().count("<penutup>") == 60
