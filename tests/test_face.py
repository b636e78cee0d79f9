"""The face of headings on the web: the letters of the face on paper, and little else."""

from __future__ import annotations

import hashlib
import string

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from portal.outputs import style
from portal.papers.press import FONTS
from tests import samples
from tests.conftest import ROOT

FACE = next((ROOT / "docs" / "aset").glob("judul.*.woff2"))
LETTERS = {*string.ascii_letters, *string.digits, *string.punctuation, *" \u00a0–—‘’“”…"}


def test_the_name_follows_the_bytes_and_the_style_sheet_names_it():
    assert FACE.name == f"judul.{hashlib.sha256(FACE.read_bytes()).hexdigest()[:8]}.woff2"
    assert f"url({FACE.name})" in next(style.pages(samples.catalogue())).content.decode()
    assert FACE.stat().st_size < 7_000


def test_its_letters_are_those_of_the_face_on_paper():
    small, whole = TTFont(FACE), TTFont(FONTS / "PlusJakartaSans_800ExtraBold.ttf")
    assert {chr(code) for code in small.getBestCmap()} == LETTERS
    for code, name in small.getBestCmap().items():
        assert small["hmtx"][name] == whole["hmtx"][whole.getBestCmap()[code]], chr(code)


def test_its_licence_travels_with_it():
    names = {one.nameID: str(one) for one in TTFont(FACE)["name"].names}
    assert "SIL Open Font License" in names[13]
    assert (
        names[0] == "Copyright 2020 The Plus Jakarta Sans Project Authors (https://github.com/tokotype/PlusJakartaSans)"
    )
