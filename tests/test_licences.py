"""Whose work the portal is made with: told in full, and kept up to date."""

from __future__ import annotations

import re

from portal import bill, licences
from tests.conftest import ROOT


def test_the_page_of_licences_is_up_to_date():
    kept = (ROOT / licences.PAGE).read_text(encoding="utf-8")
    assert kept == licences.page(ROOT), "write it again: python3 run.py derive"


def test_every_package_and_font_has_a_licence_that_lets_an_agency_use_it():
    free = {
        "MIT",
        "MIT-CMU",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "Apache-2.0",
        "MPL-2.0",
        "PSF-2.0",
        "ISC",
        "0BSD",
        "OFL-1.1",
    }
    lines = re.findall(r"^- `?([\w.-]+?)`?: (\S+(?: OR \S+)*)", licences.page(ROOT), re.MULTILINE)
    locked = {one.name for one in bill.packages((ROOT / bill.LOCK).read_text(encoding="utf-8"))}
    assert len(locked) > 30
    assert locked <= {name for name, _ in lines}
    assert sum(name.endswith(".ttf") for name, _ in lines) == len(list((ROOT / "portal" / "fonts").glob("*.ttf"))) > 0
    assert [(name, found) for name, found in lines if not set(found.split(" OR ")) & free] == []
