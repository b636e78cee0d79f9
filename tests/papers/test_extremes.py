"""Records at the ends of what the checks let pass: every word on its sheet, none on another, files still accessible."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import page as validation
import pytest

from portal.catalogue import Catalogue
from portal.choices import Audience
from portal.model import Innovation
from portal.papers import limits, products
from tests import samples
from tests.papers import reading
from tests.papers.test_limits import text

NAME: Final = "Jaringan Layanan Terpadu Keluarga dan Komunitas Jawa Timur"
MARKS: Final = "50% & \"dua\" #tiga $x^2$ *b* `k` _i_ @a <b> \\ [c](d) {{ e }} // f /* g */ 'h' – “i”"
CONTACT: Final = {"nama": text(60, 1), "alamat": text(200, 2), "surel": "pengaduan@dinsos.jatimprov.go.id"}
NONE: Final[dict[str, Any]] = {name: [] for name in ("syarat", "mudah_dibaca", "kegiatan", "tempat", "hasil_layanan")}
SOURCES: Final = [{"judul": text(200, n), "url": f"https://contoh.id/{n}"} for n in range(12)]

EXTREMES: Final[dict[str, dict[str, Any]]] = {
    "one-letter": {**NONE, "nama": "I", "kepanjangan": "I", "ringkasan": "A", "cara": [], "sasaran": ["anak"]},
    "twelve-steps": {"cara": [text(110, n) for n in range(12)]},
    "long-name": {"nama": NAME, "kepanjangan": text(160, 1), "ringkasan": text(320, 1), "id": "a-" * 29 + "a"},
    "marks": {"nama": 'Kartu & "T" #1 $x$ 100%', "biaya": MARKS, "cara": [MARKS, MARKS], "peringatan": MARKS},
    "all-audiences": {"sasaran": [audience.value for audience in Audience], "kontak": ["lapor", "panjang", "kantor"]},
    "long-texts": {
        **{name: text(200, n) for n, name in enumerate(("peringatan", "waktu", "biaya", "jadwal", "pelaksana"))},
        "ringkasan": text(320, 1),
        "cara": [text(200, n) for n in range(3)],
    },
    "many-items": {**NONE, "syarat": [text(30, n) for n in range(38)]},
    "many-places": {"tempat": [{"nama": text(40, n), "alamat": text(80, n), "catatan": text(90, n)} for n in range(5)]},
    "stopped": {"status": "berhenti", "peringatan": text(200, 1), "mudah_dibaca": [text(100, n) for n in range(6)]},
    "many-sources": {"sumber": [*SOURCES, samples.ARTICLE], "diperiksa": {**samples.CHECKED, "oleh": text(200, 2)}},
    "emergency": {"kontak": ["kantor", "bahaya"], "cara": [text(110, n) for n in range(12)]},
    "long-desk": {"kontak": ["panjang", "kantor"], "pengaduan": ["panjang", "lapor"]},
}


def stock(record: Innovation) -> Catalogue:
    """A catalogue of the record, with a contact as long as can be, and one for emergencies with as long a note."""
    usual = samples.catalogue(record)
    long = samples.contact(id="panjang", **CONTACT)
    danger = samples.contact(id="bahaya", jenis="darurat", telepon="112", catatan=text(200, 3))
    return Catalogue((record,), (*usual.contacts, long, danger), (), usual.settings)


@pytest.mark.parametrize("values", EXTREMES.values(), ids=EXTREMES)
def test_nothing_runs_out_or_over(values: dict[str, Any], tmp_path: Path):
    record = samples.full(**{"status": "belum-dikonfirmasi"} | values)
    catalogue = stock(record)
    assert list(limits.problems_of(record)) == []
    (volume,) = products.volumes(catalogue)
    for product in (*products.editions(catalogue, record), products.cards(catalogue, volume)):
        target = tmp_path / product.name
        target.write_bytes(product.printed().content)
        words, sizes = reading.words(target)
        assert len(words) > 20
        assert reading.misplaced(words, sizes, folded=product.layout == "lipat") == []
        assert reading.overlaps(words) == []
        report = validation.validate_pdf_bytes(target.read_bytes(), profile=validation.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, report.failures
