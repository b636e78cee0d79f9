"""The page of all sources."""

from __future__ import annotations

import html

from portal.catalogue import Catalogue
from portal.outputs import sources


def test_a_source_says_what_rests_on_it_and_names_no_record_when_all_do(catalogue: Catalogue):
    text = html.unescape(next(sources.pages(catalogue)).content.decode()).replace("\u00a0", " ")
    assert "5 Desember 2025. Untuk [semua inovasi](inovasi/index.md)." in text
    assert "Untuk [Simlontar Rek](inovasi/simlontar-rek.md), [kontak](kontak.md) Dinas Sosial" in text
