"""Bytes put aside: given back as they were, in any order, and the file goes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import spool
from portal.spool import Spool


@pytest.mark.parametrize("held", [1, 1000])
def test_what_is_put_aside_is_given_back_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int):
    monkeypatch.setattr(spool, "_HELD", held)
    kept = Spool(tmp_path / "belum" / "ada")
    places = [kept.put(content) for content in (b"satu", b"", b"tiga")]
    assert [kept.get(place) for place in reversed(places)] == [b"tiga", b"", b"satu"]
    later = kept.put(b"empat")
    assert (kept.get(places[0]), kept.get(later)) == (b"satu", b"empat")
    kept.clear()
    assert kept.get(kept.put(b"lagi")) == b"lagi"
    del kept
    assert list((tmp_path / "belum" / "ada").iterdir()) == []
