"""The search page in a browser, on both engines and from a folder: typing, keyboard, announcements, no script."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.engine import Engine
from tests.conftest import Serve

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"
)


@pytest.fixture(params=[*Engine, "folder"])
def address(built: dict[Engine, Path], serve: Serve, request: pytest.FixtureRequest) -> Iterator[str]:
    """The search page of both engines, and of a folder without any server."""
    if request.param == "folder":
        yield (built[Engine.MKDOCS] / "cari" / "index.html").as_uri()
        return
    with serve(built[request.param]) as found:
        yield f"{found}cari/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The search page on a phone, under a strict policy; errors of its scripts fail the test."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    if address.startswith("http"):
        opened.route("**/cari/", _strictly)
    opened.goto(address)
    yield opened
    context.close()
    assert errors == []


def _strictly(route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


def type_in(page: Page, text: str) -> None:
    page.locator("#cari").press_sequentially(text, delay=10)


def test_results_come_while_typing_say_for_whom_and_lead_to_the_page(page: Page):
    type_in(page, "mbah pikun")
    first = page.locator(".cari-daftar li").first
    expect(first.locator("a")).to_have_text("Orkes Adelia")
    expect(first).to_contain_text("demensia")
    expect(first).to_contain_text("Untuk: Lansia")
    first.locator("a").click()
    expect(page.locator("h1")).to_have_text("Orkes Adelia")


def test_a_contact_says_its_kind_and_where_it_serves_as_the_data_does(page: Page):
    type_in(page, "SP4N-LAPOR")
    line = page.locator(".cari-daftar li").first.locator(".cari-untuk")
    expect(line).to_have_text("Pengaduan. Berlaku: Seluruh Indonesia")
    page.locator("#cari").fill("ibu dipukul suami")
    expect(page.locator(".darurat")).to_contain_text(
        "(Darurat. Berlaku: Hanya di daerah yang sudah punya; di Jawa Timur"
    )


def test_the_number_of_results_is_announced(page: Page):
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    type_in(page, "adopsi bayi")
    expect(status).to_contain_text("hasil untuk adopsi bayi.")


SAID = """() => {
  window.said = [];
  const status = document.querySelector(".cari-keadaan");
  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
}"""


def _slowly(route) -> None:
    time.sleep(0.5)
    route.continue_()


def test_who_types_slowly_is_not_told_that_a_beginning_matches_nothing(page: Page):
    """WCAG 4.1.3: what is announced is true of what stands in the box, and does not speak into the typing."""
    page.route("**/cari-mesin.*", _slowly)
    page.evaluate(SAID)
    page.locator("#cari").press_sequentially("ng", delay=1200)
    page.locator("#cari").press_sequentially("antar pulang", delay=300)
    expect(page.get_by_role("status")).to_contain_text("hasil untuk ngantar pulang.")
    said = page.evaluate("said")
    assert [one for one in said if one.startswith("Tidak ada") or "untuk ng." in one] == []


def test_without_the_engine_it_is_said_once_and_again_on_enter(page: Page):
    """A network that is away is no reason to speak at every letter."""
    page.evaluate("document.querySelector('.cari').dataset.mesin = 'tidak-ada.js'")
    page.evaluate(SAID)
    type_in(page, "pikun")
    expect(page.get_by_role("status")).to_contain_text("Pencarian belum bisa dimuat.")
    page.wait_for_timeout(300)
    assert len(page.evaluate("said")) == 1
    page.locator("#cari").press("Enter")
    page.wait_for_timeout(300)
    said = page.evaluate("said")
    assert said == [said[0], "Pencarian sedang dimuat.", said[0]]


def test_one_or_two_letters_ask_for_more(page: Page):
    type_in(page, "zq")
    page.locator("#cari").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Ketik lebih banyak huruf.")


def test_the_keyboard_goes_through_results_and_back(page: Page):
    page.locator("#cari").focus()
    page.keyboard.type("katarak")
    expect(page.locator(".cari-daftar li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Okata Uti"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "cari"
    page.keyboard.press("Enter")
    expect(page.locator(".cari-daftar a").first).to_have_text("Okata Uti")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Okata Uti"


def test_a_chosen_result_stays_chosen_when_results_come_anew(page: Page):
    type_in(page, "katara")
    expect(page.locator(".cari-daftar li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(600)  # a search for the unfinished word is followed by one for the finished one
    assert page.evaluate("document.activeElement.textContent") == "Okata Uti"


def test_danger_shows_numbers_to_call_above_the_results(page: Page):
    type_in(page, "bunuh diri")
    numbers = page.get_by_role("region", name="Nomor bantuan")
    expect(numbers.get_by_role("link").first).to_have_attribute("href", "tel:119")
    above, below = numbers.bounding_box(), page.locator(".cari-daftar").bounding_box()
    said = page.get_by_role("status")
    expect(said).to_contain_text("Nomor bantuan ada di bawah ini.")
    status = said.bounding_box()
    assert status
    assert above
    assert below
    assert status["y"] < above["y"] < below["y"], "what the status says is where the eye and the screen reader go next"


def test_a_help_number_is_named_once_and_says_what_to_mind(page: Page):
    type_in(page, "bunuh diri")
    numbers = page.locator(".darurat li")
    expect(numbers.get_by_role("link")).to_have_text(
        ["SEJIWA: 119, lalu tekan 8", "Ambulans: 119", "Panggilan Darurat 112"]
    )
    assert all(page.locator(".darurat strong").all_inner_texts())
    expect(numbers.first).to_contain_text("tekan 8. Bila nyawa terancam, telepon 112, 119, atau 110.")
    expect(numbers.last).to_contain_text("Bila tidak tersambung, telepon 110 (polisi) atau 119 (ambulans).")
    slow = page.locator(".cari-daftar li", has_text="Healing119")
    expect(slow).to_contain_text("Balasan WhatsApp rata-rata 3 jam 45 menit")


def test_nothing_found_leaves_three_ways_on(page: Page):
    type_in(page, "harga emas hari ini")
    expect(page.get_by_role("status")).to_contain_text("Tidak ada yang cocok")
    assert page.locator(".cari-daftar").count() == 0
    ways = page.locator("#jalan-lain + ul a")
    assert ways.count() == 3
    for way in ways.all():
        expect(way).to_be_visible()


def test_what_is_typed_is_text_and_stays_here(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    type_in(page, "<img src=x onerror=alert(1)> pikun")
    expect(page.locator(".cari-daftar a").first).to_have_text("Orkes Adelia")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".cari img").count() == 0
    assert [url for url in asked if "onerror" in url or "pikun" in url] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert "pikun" not in page.url


@pytest.mark.parametrize("where", ["cari/", ""])
def test_after_back_or_a_reload_the_results_are_there_again(page: Page, where: str):
    """Playwright's Chromium has no back-forward cache: the page is loaded anew."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("cari/", where))
    before = page.url
    type_in(page, "katarak")
    page.locator(".cari-daftar a").first.click()
    expect(page.locator("h1")).to_have_text("Okata Uti")
    for way in (page.go_back, page.reload):
        way()
        expect(page.locator("#cari")).to_have_value("katarak")
        expect(page.locator(".cari-daftar a").first).to_have_text("Okata Uti")
        assert page.url == before
    page.locator("#cari").fill("")
    page.reload()
    expect(page.locator("#cari")).to_have_value("")
    assert [url for url in asked if "katarak" in url] == []


def test_the_engine_is_loaded_on_first_use_only(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(300)
    assert [url for url in asked if "cari-mesin" in url] == []
    type_in(page, "lansia")
    expect(page.locator(".cari-daftar li").first).to_be_visible()
    assert len([url for url in asked if "cari-mesin" in url]) == 1
    assert [url for url in asked if "/kamus.js" in url] == []


def test_nothing_is_wider_than_a_small_phone(page: Page):
    page.set_viewport_size({"width": 320, "height": 640})
    type_in(page, "odgj mengamuk")
    expect(page.locator(".cari-daftar li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_form_leads_to_the_list_from_a_to_z(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    opened.locator("#cari").fill("pikun")
    opened.locator("#cari").press("Enter")
    expect(opened.locator("h1")).to_have_text("Daftar A sampai Z")
    assert "pikun" not in opened.url
    context.close()
