"""Colours that everyone can read, and marks that never change."""

from __future__ import annotations

from itertools import chain

import pytest

from portal import look
from portal.choices import Audience
from portal.look import Palette, Shape


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_defines_it():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", look.PALETTES, ids=lambda palette: palette.name)
def test_every_ink_reaches_seven_to_one(palette: Palette):
    assert contrast(palette.ink, look.PAPER) >= 7
    assert contrast(palette.ink, palette.tint) >= 7
    assert contrast(palette.dark_ink, look.DARK_PAPER) >= 7
    assert contrast(palette.dark_ink, palette.dark_tint) >= 7


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_has_a_palette_of_the_list(audience: Audience):
    assert look.palette(audience) in look.PALETTES


def test_a_quilt_has_its_size_and_exactly_one_golden_dot():
    tiles = look.quilt("okata-uti", 5, 4)
    assert [len(row) for row in tiles] == [5, 5, 5, 5]
    assert [tile.shape for tile in chain.from_iterable(tiles)].count(Shape.DOT) == 1


def test_neighbours_alternate_between_dark_and_light():
    tiles = look.quilt("serasi", 4, 2)
    assert [[tile.dark for tile in row] for row in tiles] == [[True, False] * 2, [False, True] * 2]


def test_a_mark_belongs_to_its_name_for_ever():
    assert look.quilt("okata-uti", 5, 4) == look.quilt("okata-uti", 5, 4)
    assert look.quilt("okata-uti", 5, 4) != look.quilt("jalan-setia", 5, 4)
    first = [(tile.shape.value, tile.turn) for tile in look.quilt("okata-uti", 3, 1)[0]]
    assert first == [("kawung", 2), ("dot", 2), ("quarter", 1)]


def test_a_large_quilt_is_woven_from_more_than_one_hash():
    rows = look.quilt("serasi", 10, 10)
    assert len(rows) == 10
    assert rows[9] != rows[0]


def test_the_picture_is_hidden_from_assistive_technology():
    drawn = look.svg("serasi", 2, 2)
    assert drawn.startswith('<svg class="kain" viewBox="0 0 40 40" ')
    assert 'aria-hidden="true">' in drawn
    assert drawn.count('class="e"') == 1
