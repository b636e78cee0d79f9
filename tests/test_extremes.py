"""The gates of the public site for records at the ends of the model: bare, at their longest, hostile in every text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from portal.catalogue import Catalogue
from portal.engine import Engine
from tests.conftest import Serve, build_with_each, copy_project
from tests.extremes import PHOTO, extremes
from tests.test_gates import (
    assert_axe_finds_nothing,
    assert_it_fits,
    assert_the_checker_finds_nothing,
    keyboard_stops,
    weights,
)
from tests.test_site import pages, read

EXTREMES = extremes()
PAGES = [
    *(f"inovasi/{one.id}/" for one in EXTREMES.innovations),
    *(f"kebutuhan/{one.id}/" for one in EXTREMES.needs),
    *("", "inovasi/", "untuk/lansia/", "kebutuhan/", "abjad/", "saring/", "kontak/", "sumber/"),
]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Engine, Path]:
    """The extremes, built with each engine."""
    project = copy_project(tmp_path_factory.mktemp("extremes") / "project")
    (project / "docs" / "gambar").mkdir()
    shutil.copy(project / "docs" / "aset" / "ikon-512.png", project / "docs" / "gambar" / PHOTO)
    return build_with_each(project, EXTREMES)


@pytest.fixture(scope="module", params=Engine)
def address(sites: dict[Engine, Path], serve: Serve, request: pytest.FixtureRequest) -> Iterator[str]:
    with serve(sites[request.param]) as found:
        yield found


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(view: Page, address: str, path: str):
    view.set_viewport_size({"width": 320, "height": 640})
    view.goto(address + path)
    assert_axe_finds_nothing(view, "identical-links-same-purpose")  # our records share their texts


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_or_too_small(view: Page, address: str, path: str):
    view.goto(address + path)
    assert_it_fits(view)


@pytest.mark.browser
def test_the_keyboard_sees_every_stop_and_no_text_ran(view: Page, address: str):
    said: list[str] = []

    def hear(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    view.on("dialog", hear)
    for path in PAGES[:3]:
        view.set_viewport_size({"width": 320, "height": 640})
        view.goto(address + path)
        stops = keyboard_stops(view)
        assert len(stops) > 25
        assert [stop["name"] for stop in stops if not stop["ring"] or not stop["seen"]] == []
    assert said == []


@pytest.mark.parametrize("engine", Engine)
def test_pages_keep_their_skeleton_and_say_every_text(sites: dict[Engine, Path], engine: Engine):
    site = sites[engine]
    assert {f"{page.parent.relative_to(site).as_posix()}/" for page in pages(site)} >= set(PAGES) - {""}
    for one in EXTREMES.innovations:
        said = " ".join(read(site / "inovasi" / one.id / "index.html").words)
        texts = [one.nama, one.kepanjangan, one.ringkasan, *one.cara, *one.syarat, one.peringatan or ""]
        assert [text for text in texts if " ".join(text.split())[1:] not in said] == []
    longest, hostile = (_tags(site / "inovasi" / one.id / "index.html") for one in EXTREMES.innovations[1:])
    assert longest == hostile
    assert len(longest) > 200


def _tags(page: Path) -> list[str]:
    """The tags of a page in order, quilts left out: they differ from name to name."""
    return re.findall(r"</?[a-z][a-z0-9]*", re.sub(r"<svg.*?</svg>", "", page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("engine", Engine)
def test_even_the_longest_page_weighs_little(sites: dict[Engine, Path], engine: Engine):
    found = weights(sites[engine])
    assert max(one.whole for one in found.values()) <= 30_000
    assert max(one.html for one in found.values()) > 5_000  # its words are as many as the model allows


def test_the_html_checker_finds_no_error(sites: dict[Engine, Path]):
    assert_the_checker_finds_nothing(*sites.values())


def test_the_extremes_are_extreme():
    bare, longest, hostile = EXTREMES.innovations
    assert len(longest.nama) == 60
    assert len(longest.ringkasan) == 320
    assert {len(one) for one in longest.cara} == {200}
    assert "<script>" in hostile.ringkasan
    assert "\u202e" in hostile.ringkasan
    assert not bare.cara
    assert isinstance(EXTREMES, Catalogue)
