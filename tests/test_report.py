"""The report for the office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portal.catalogue import unknown
from portal.loading import Loaded, load
from portal.report import report
from tests.mistakes import TODAY, VALID, check

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def real() -> Loaded:
    return load(DATA, TODAY)


def test_it_names_every_innovation_and_asks_every_question(real: Loaded):
    text = report(real, TODAY)
    for one in real.innovations:
        assert one.nama in text
    assert text.count("- [ ] ") == sum(
        len(unknown(one)) + 1 for one in real.innovations if one.status == "belum-dikonfirmasi"
    )


def test_it_asks_for_what_is_not_known():
    loaded = check(VALID)
    asked = [field.label for field in unknown(loaded.innovations[0])]
    assert "Syarat" not in asked
    assert "Cara" in asked


def test_the_emptiest_come_first(real: Loaded):
    text = report(real, TODAY)
    table = text[text.index("| --- |") :]
    assert table.index("Orkes Adelia") < table.index("Simlontar Rek")


def test_what_was_never_checked_is_told():
    assert "Okata Uti: belum pernah diperiksa" in report(check(VALID), TODAY)


def test_what_is_old_is_told_with_its_place():
    later = date(2028, 1, 1)
    assert "hari yang lalu (`" in report(load(DATA, later), later)


def test_the_same_data_give_the_same_report(real: Loaded):
    assert report(real, TODAY) == report(load(DATA, TODAY), TODAY)
