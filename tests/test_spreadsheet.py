"""The spreadsheet for review: readable, safe, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portal import spreadsheet
from portal.catalogue import Catalogue
from portal.model import Contact, Innovation, Need
from portal.outputs import open_data
from tests import samples

EVIL = ["=1+1", "+62811", "@SUM(A1)", "<b> & </b>  ]]>", '=HYPERLINK("http://x","y")', "-1"]


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def review(catalogue: Catalogue) -> bytes:
    return spreadsheet.workbook(spreadsheet.review(catalogue), catalogue.settings.penelusuran)


def public(catalogue: Catalogue) -> bytes:
    sheet = next(page for page in open_data.pages(catalogue) if page.path.endswith(".xlsx"))
    return b"".join(sheet.long)


def test_there_is_a_sheet_for_each_kind_and_a_row_for_each_field(catalogue: Catalogue):
    book = opened(review(catalogue))
    assert book.sheetnames == ["Baca dulu", "Inovasi", "Kontak", "Kebutuhan"]
    for title, model, records in (
        ("Inovasi", Innovation, catalogue.innovations),
        ("Kontak", Contact, catalogue.contacts),
        ("Kebutuhan", Need, catalogue.needs),
    ):
        found = [(row[0], row[2]) for row in book[title].iter_rows(min_row=2, values_only=True)]
        labels = [info.title for name, info in model.model_fields.items() if name != "id"]
        assert found == [(record.id, label) for record in records for label in labels]


def test_a_reviewer_sees_the_text_its_source_and_where_to_write(catalogue: Catalogue):
    page = opened(review(catalogue))["Inovasi"]
    headings = [cell.value for cell in page[1]]
    assert headings[3:9] == [
        "Isi sekarang", "Arti isian", "Sumber", "Sudah benar?", "Seharusnya", "Dari mana diketahui",
    ]  # fmt: skip
    rows = {(row[0].value, row[2].value): row for row in page.iter_rows(min_row=2)}
    known = rows["simlontar-rek", "Syarat"]
    assert known[3].value == "Surat pengantar"
    assert known[5].value == "https://contoh.go.id/standar"
    assert rows["simlontar-rek", "Sasaran"][3].value == "Orang telantar\nWarga dengan masalah sosial"
    unknown = rows["okata-uti", "Syarat"]
    assert unknown[3].value is None
    assert unknown[3].fill.fgColor.rgb != known[3].fill.fgColor.rgb, "what is still empty is coloured"
    (offered,) = page.data_validations.dataValidation
    assert offered.formula1 == '"benar,ubah,hapus,tidak tahu"'
    assert offered.error == "Pilih salah satu: benar, ubah, hapus, tidak tahu."
    assert str(offered.sqref).startswith("G2:G")


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("make", [review, public])
def test_no_cell_is_a_formula(make: Any, evil: str):
    record = samples.innovation(ringkasan=evil, kegiatan=[evil])
    book = opened(make(samples.catalogue(record)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert evil in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.coordinate for cell in cells if cell.value == evil and not cell.quotePrefix] == []


def test_a_text_that_excel_would_refuse_is_cut_and_says_so():
    longest = "a" * 32_767
    sheet = spreadsheet.table("Teks", ["Isi"], [(longest,), (longest + "b",)])
    page = opened(spreadsheet.workbook([sheet], "2026-11-24"))["Teks"]
    assert page["A2"].value == longest
    assert page["A3"].value == "a" * (32_767 - 51) + " … (terlalu panjang untuk Excel; lengkapnya di CSV)"


def test_a_line_of_a_cell_is_an_entry_of_its_list(catalogue: Catalogue):
    rows = list(opened(public(catalogue))["Inovasi"].iter_rows(values_only=True))
    cells = dict(zip(rows[0], rows[1], strict=True))
    lines = cells["Sumber"].split("\n")
    assert [line.partition(";")[0] for line in lines] == ["Kode sumber: berita", "Kode sumber: standar"]
    assert lines[0].endswith("; Untuk isian: nama, kepanjangan, hasil")


def test_a_telephone_number_keeps_its_zero(catalogue: Catalogue):
    values = [cell.value for row in opened(public(catalogue))["Kontak"].iter_rows() for cell in row]
    assert "(031) 8290794" in values
    assert "112" in values


@pytest.mark.parametrize("make", [review, public])
def test_nothing_in_the_file_tells_when_or_where_it_was_made(catalogue: Catalogue, make: Any):
    with zipfile.ZipFile(io.BytesIO(make(catalogue))) as archive:
        entries = archive.infolist()
        assert len(entries) > 8
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in entries} == {3}
        core = archive.read("docProps/core.xml").decode()
    moments = re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", core)
    assert moments == ["2026-11-24T00:00:00Z"] * 2


def test_on_windows_a_sheet_has_the_same_bytes(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    here = review(catalogue)
    made = zipfile.ZipInfo.__init__

    def on_windows(self: zipfile.ZipInfo, *words: Any) -> None:
        made(self, *words)
        self.create_system = 0

    monkeypatch.setattr(zipfile.ZipInfo, "__init__", on_windows)
    assert review(catalogue) == here


def test_what_a_reviewer_types_stays_text(catalogue: Catalogue):
    columns = opened(review(catalogue))["Inovasi"].column_dimensions
    assert [(columns[one].number_format, columns[one].quotePrefix) for one in "DGHI"] == [("@", True)] * 4


def test_a_file_is_written(catalogue: Catalogue, tmp_path: Path):
    spreadsheet.write(catalogue, tmp_path / "periksa.xlsx")
    assert (tmp_path / "periksa.xlsx").read_bytes() == review(catalogue)
