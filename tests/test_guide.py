"""CONTRIBUTING.md: its generated regions are fresh and say everything about the fields."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portal.choices import Audience
from portal.guide import CASES, FREQUENT, GUIDE, REGIONS, filled_in
from portal.model import Innovation

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / GUIDE).read_text(encoding="utf-8")


def test_the_regions_are_fresh():
    assert filled_in(TEXT, ROOT) == TEXT, "segarkan dengan: python3 run.py derive"


@pytest.mark.parametrize("name", REGIONS)
def test_every_region_is_in_the_guide(name: str):
    assert TEXT.count(f"<!-- dibuat: {name} -->") == 1


def test_every_field_and_choice_is_in_the_guide():
    for name, about in Innovation.model_fields.items():
        assert f"| `{name}` | **{about.title}.**" in TEXT
    for choice in Audience:
        assert f"`{choice.value}`" in TEXT


def test_the_ten_mistakes_show_what_the_checker_prints():
    assert len(FREQUENT) == 10
    for name in FREQUENT:
        first = (ROOT / CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n")[0]
        assert f"\n{first}\n" in TEXT


def test_what_is_written_by_hand_stays(tmp_path: Path):
    shutil.copytree(ROOT / CASES.parent, tmp_path / CASES.parent)
    for name in FREQUENT:
        (tmp_path / CASES / f"{name}.txt").write_text("galat: lain\n\n1 galat")
    changed = filled_in(TEXT, tmp_path)
    assert changed.count("galat: lain") == len(FREQUENT)
    assert changed.split("<!-- dibuat")[0] == TEXT.split("<!-- dibuat")[0]
