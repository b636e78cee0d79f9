"""The pictures of shared links: size, bytes, and names that are long or hostile."""

from __future__ import annotations

import struct

import pytest

from portal.catalogue import Catalogue
from portal.outputs import sharing
from portal.papers import press, products, store
from tests import samples

LONG = "Pemberdayaan " * 4 + "Lansia"
UNBROKEN = "W" * 60
HOSTILE = '#eval("1") \\u{202e} $x$ *a* _b_ @x 😀 \u202eab'


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path):
    """A store of its own, so that nothing was drawn before."""
    monkeypatch.setattr(store, "FOLDER", tmp_path)


def size(png: bytes) -> tuple[int, int]:
    """Width and height from the header (PNG, 11.2.2)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_every_record_and_the_portal_have_a_picture(catalogue: Catalogue):
    found = {page.path: page.content for page in sharing.pages(catalogue)}
    assert list(found) == ["bagikan/portal.png", "bagikan/simlontar-rek.png", "bagikan/okata-uti.png"]
    assert {size(content) for content in found.values()} == {(1200, 630)}
    assert max(map(len, found.values())) < 130_000


def test_pictures_are_drawn_once_and_their_bytes_repeat(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path
):
    first = list(sharing.pages(catalogue))
    monkeypatch.setattr(store, "FOLDER", tmp_path / "other")
    assert list(sharing.pages(catalogue)) == first
    monkeypatch.setattr(press, "draw", None)
    assert list(sharing.pages(catalogue)) == first


def test_another_name_is_another_picture():
    names = (samples.innovation().nama, LONG, UNBROKEN, HOSTILE)
    pictures = {list(sharing.pages(samples.catalogue(samples.innovation(nama=name))))[1].content for name in names}
    assert len(pictures) == len(names)
    assert {size(picture) for picture in pictures} == {(1200, 630)}
    assert max(map(len, pictures)) < 130_000


def test_what_no_layout_holds_is_told(monkeypatch):
    monkeypatch.setattr(products, "frame", lambda _: {})
    with pytest.raises(press.PaperError, match=r"^Gambar tidak jadi: Siapa yang perlu bantuan\?: tata letaknya"):
        list(sharing.pages(samples.catalogue(samples.innovation())))
