"""What people see, in a real browser: nothing cut, the next step on the first screen, no request elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

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


def test_the_head_is_one_row_where_the_menu_stands_beside_the_name(phone: Page, address: str):
    """In the reader's own face as well, which may be wider than the portal's."""
    phone.route("**/*.woff2", lambda route: route.abort())
    phone.goto(address)
    for width in range(728, 860, 4):
        phone.set_viewport_size({"width": width, "height": 640})
        rows = {part: phone.locator(part).bounding_box() for part in (".kop-nama", ".menu", ".kop-cari")}
        middles = {part: box["y"] + box["height"] / 2 for part, box in rows.items() if box}
        beside = abs(middles[".menu"] - middles[".kop-nama"]) < 12
        assert abs(middles[".kop-cari"] - middles[".kop-nama"]) < 12, width
        assert beside or middles[".menu"] > middles[".kop-nama"], width


CUT_NUMBERS = """() => {
  const cut = [], range = document.createRange();
  const texts = document.createTreeWalker(document.getElementById('isi'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.closest('a[href^="tel:"], a[href^="sms:"], a[href^="https://wa.me/"]')) continue;
    for (const number of text.data.matchAll(/[0-9][0-9-]{2,}/g)) {
      range.setStart(text, number.index);
      range.setEnd(text, number.index + number[0].length);
      if (range.getClientRects().length !== 1) cut.push(number[0]);
    }
  }
  return cut;
}"""


@pytest.mark.parametrize("path", ["", "kontak/", "inovasi/simlontar-rek/", "inovasi/sabi-bisa/"])
def test_a_number_to_call_stands_on_one_line(phone: Page, address: str, path: str):
    phone.goto(address + path)
    for width in (320, 340, 360, 760, 1023, 1024, 1080, 1135, 1199, 1200, 1280):
        phone.set_viewport_size({"width": width, "height": 640})
        assert phone.evaluate(CUT_NUMBERS) == [], width


@pytest.mark.parametrize("path", ["inovasi/simlontar-rek/", "inovasi/sabi-bisa/"])
def test_contacts_beside_a_text_have_the_room_that_they_have_below_it(phone: Page, address: str, path: str):
    phone.goto(address + path)
    beside = {}
    for width in range(1000, 1300, 20):
        phone.set_viewport_size({"width": width, "height": 640})
        box, title = (phone.locator(part).bounding_box() for part in (".samping", "#kegiatan"))
        assert box
        assert title
        assert box["width"] >= 20 * 18, width
        beside[width] = box["x"] > title["x"] + 300
    assert not beside[1000]
    assert beside[1280]


BROKEN_ADDRESSES = """() => [...document.querySelectorAll('#isi :is(dd, a)')]
  .filter((one) => /^[\\w.@-]+\\.(id|com)$/.test(one.textContent))
  .flatMap((one) => [...one.childNodes])
  .filter((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return part.data && range.getClientRects().length !== 1;
  })
  .map((part) => part.data)"""


@pytest.mark.parametrize("path", ["", "kontak/", "inovasi/simlontar-rek/"])
def test_a_written_address_breaks_between_its_parts_only(phone: Page, address: str, path: str):
    phone.goto(address + path)
    for width in (320, 360, 400, 700, 760, 800, 1024, 1200, 1280):
        phone.set_viewport_size({"width": width, "height": 640})
        assert phone.evaluate(BROKEN_ADDRESSES) == [], width


def test_a_written_address_is_copied_as_it_is(phone: Page, address: str):
    phone.goto(f"{address}kontak/")
    copied = phone.locator(".kontak-instansi dd").first.evaluate("""(one) => {
      getSelection().selectAllChildren(one);
      return getSelection().toString();
    }""")
    assert copied == "dinsos56b@jatimprov.go.id"
    assert phone.locator(".kontak-instansi dt").first.inner_text() == "Surel (email)"


@pytest.mark.parametrize("width", [360, 760, 1280])
def test_buttons_of_a_contact_are_evenly_apart(phone: Page, address: str, width: int):
    phone.set_viewport_size({"width": width, "height": 640})
    phone.goto(f"{address}kontak/")
    stacked = 0
    for contact in phone.locator(".kontak").all():
        boxes = [box for button in contact.locator(".tombol").all() if (box := button.bounding_box())]
        pairs = [(one, other) for one, other in pairwise(boxes) if other["y"] > one["y"]]
        gaps = [other["y"] - one["y"] - one["height"] for one, other in pairs]
        stacked += len(gaps)
        assert all(gap == pytest.approx(9, abs=1) for gap in gaps), gaps
    assert stacked > 1


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


@pytest.mark.parametrize("path", ["", "untuk/", "untuk/lansia/", "kebutuhan/", "kebutuhan/dipasung/"])
def test_who_hears_tiles_is_told_how_many_there_are(phone: Page, address: str, path: str):
    """WCAG 1.3.1: what looks like a list of choices is one."""
    phone.goto(address + path)
    lists = phone.locator(".petak-petak")
    assert lists.count() >= 1
    for tiles in lists.all():
        shown = tiles.aria_snapshot()
        assert shown.startswith("- list:")
        assert shown.count("\n  - listitem:") == tiles.get_by_role("link").count() > 1


def test_danger_has_a_heading_for_who_goes_from_heading_to_heading(phone: Page, address: str):
    """WCAG 1.3.1, 2.4.6."""
    for path in ("", "kebutuhan/dipasung/"):
        phone.goto(address + path)
        heading = phone.get_by_role("heading", name="Ada bahaya sekarang?", level=2)
        assert heading.get_attribute("id") == "bahaya"
        assert heading.locator("xpath=following-sibling::ul[1]").get_by_role("link").first.inner_text().endswith("112")


def test_what_is_typed_can_be_seen_in_letters_twice_as_large(phone: Page, address: str):
    """WCAG 1.4.4: a box for three letters is no box for a question."""
    for path in ("", "cari/"):
        phone.goto(address + path)
        phone.add_style_tag(content="html { font-size: 225% !important }")
        box = phone.get_by_role("searchbox").bounding_box()
        assert box
        assert box["width"] > 280


def _with_its_own_face(route: Route) -> None:
    """Let the page wait for the portal's face: the one of this machine may be wider than that of any phone."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("font-display: optional", "font-display: block"))


@pytest.mark.parametrize("path", ["", "kebutuhan/dipasung/", "untuk/"])
def test_choices_and_danger_keep_their_words_whole_in_letters_twice_as_large(phone: Page, address: str, path: str):
    """Who reads by a magnifier or slowly does not find 'Penyandan' and 'g' again as a word."""
    phone.route("**/portal.*.css", _with_its_own_face)
    phone.goto(address + path)
    phone.evaluate("document.fonts.load('800 1rem Judul')")
    phone.add_style_tag(content="html { font-size: 225% !important }")
    texts = phone.locator(".petak a, .darurat h2, .darurat li a")
    assert texts.count() > 3
    broken = [word for one in texts.all() for word in one.evaluate(BROKEN_WORDS)]
    assert [word for word in broken if "-" not in word] == []


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
        phone.wait_for_load_state()  # the banner comes before the style, and the place after both
        box, after = banner.bounding_box(), phone.locator("h1").bounding_box()
        server.shutdown()
    assert box
    assert before
    assert after
    assert box["y"] > 640 * 0.4, "half of the screen stays the page's"
    assert box["y"] + box["height"] == pytest.approx(640, abs=1)
    assert after["y"] == pytest.approx(before["y"], abs=10), "a reload keeps the place, to a part of a line"
    assert banner.inner_text().count("<penutup>") == 60
