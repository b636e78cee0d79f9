"""Every product of the real data, as printers, readers and assistive technology meet it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page as validation
import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from portal.catalogue import Catalogue
from portal.outputs import innovations, papers, sharing
from portal.papers import content, press, products, store, wanted
from portal.papers.press import Duplex, Printed
from portal.papers.products import EDITIONS, Product
from portal.papers.wanted import Papers
from tests import samples
from tests.papers import reading
from tests.papers.test_limits import sized

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
LANDSCAPE = (297 * MM, 210 * MM)
A3 = (297 * MM, 420 * MM)
SIZES = {"lipat": LANDSCAPE, "poster": A3}
LAYOUTS = ("selebaran", "lipat", "huruf-besar", "buku", "kartu", "poster")
SMALLEST = {"selebaran": 10.0, "lipat": 10.0, "huruf-besar": 18.0, "buku": 10.0, "kartu": 7.5, "poster": 11.0}
"""Points: of notes on a foot; running text is larger."""


@pytest.fixture(scope="module")
def shelf(real: Catalogue) -> dict[str, tuple[Product, Printed]]:
    """Every product of the real data, by name."""
    return {product.name: (product, product.printed()) for product in products.products(real)}


@pytest.fixture(scope="module")
def folder(shelf: dict[str, tuple[Product, Printed]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The products as files."""
    target = tmp_path_factory.mktemp("cetak")
    for name, (_, made) in shelf.items():
        (target / name).write_bytes(made.content)
    return target


@pytest.fixture
def of_layout(
    request: pytest.FixtureRequest, shelf: dict[str, tuple[Product, Printed]]
) -> list[tuple[Product, Printed]]:
    """The products of one layout: at least one."""
    found = [both for both in shelf.values() if both[0].layout == request.param]
    assert found
    return found


def each_layout(*layouts: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("of_layout", layouts or LAYOUTS, indirect=True)


def sheets(real: Catalogue) -> Iterator[tuple[str, content.Sheet]]:
    """Yield id and content of each innovation."""
    for innovation in real.innovations:
        yield innovation.id, content.sheet(real, innovation)


def failures(pdf: bytes) -> list[str]:
    """Return what an independent validator finds against PDF/UA-1 and PDF/A-2a."""
    found: list[str] = []
    for profile in (validation.ValidationProfile.PDF_UA_1, validation.ValidationProfile.PDF_A_2A):
        report = validation.validate_pdf_bytes(pdf, profile=profile)
        if not report.is_compliant:
            found.append(f"{profile}: {report.failures}")
    return found


def test_all_fourteen_have_three_sheets_and_all_share_three_more(shelf, real):
    assert len(real.innovations) == 14
    assert len(shelf) == 14 * 3 + 3


@each_layout()
def test_the_validator_finds_nothing(of_layout):
    for product, made in of_layout:
        assert failures(made.content) == [], product.name


def test_the_validator_would_find_something():
    plain = pikepdf.new()
    plain.add_blank_page()
    held = io.BytesIO()
    plain.save(held)
    assert len(failures(held.getvalue())) == 2


@each_layout()
def test_language_title_and_print_hints(of_layout):
    for product, made in of_layout:
        with pikepdf.open(io.BytesIO(made.content)) as pdf:
            preferences = pdf.Root.ViewerPreferences
            assert str(pdf.Root.Lang) == "id-ID"
            assert bool(preferences.DisplayDocTitle)
            assert str(preferences.PrintScaling) == "/None"
            assert str(preferences.Duplex) == f"/{product.duplex.value}"
            title = str(pdf.docinfo["/Title"])
            assert title.startswith(product.data["sheet"]["name"] if "sheet" in product.data else product.data["title"])
    assert {product.duplex for product, _ in of_layout} == {
        {"lipat": Duplex.SHORT_EDGE, "kartu": Duplex.NONE, "poster": Duplex.NONE}.get(
            of_layout[0][0].layout, Duplex.LONG_EDGE
        )
    }


@each_layout()
def test_pages_have_the_size_and_number_that_the_links_promise(of_layout):
    for product, made in of_layout:
        boxes = [page.mediabox for page in PdfReader(io.BytesIO(made.content)).pages]
        assert len(boxes) == made.pages
        if product.layout in {"selebaran", "lipat"}:
            assert made.pages <= 2
        for box in boxes:
            assert (float(box.width), float(box.height)) == pytest.approx(SIZES.get(product.layout, A4), abs=0.1)


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
def test_headings_and_texts_stand_in_reading_order(edition, real, folder):
    for key, sheet in sheets(real):
        found = reading.structure(folder / f"{key}-{edition}.pdf")
        titles = [element.text for element in found if element.kind.startswith("H")]
        assert titles[0] == sheet.name
        assert [element.kind for element in found if element.kind.startswith("H")].count("H1") == 1
        assert len(titles) == len(set(titles))
        wanted = [section.title for section in (*sheet.main, *sheet.side)]
        assert set(wanted) <= set(titles)
        assert "Bertanya ke mana?" in titles
        assert ("Belum ada keterangan resmi" in titles) == bool(sheet.questions)
        wide = [section.title for section in sheet.main]
        assert [title for title in titles if title in wide] == wide


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
def test_nothing_of_a_record_is_lost(edition, real, folder):
    for key, sheet in sheets(real):
        text = " ".join(element.text for element in reading.structure(folder / f"{key}-{edition}.pdf"))
        told = [sheet.name, sheet.long_name, sheet.lead, sheet.warning, *sheet.questions, sheet.sources, sheet.checked]
        told += [part for section in (*sheet.main, *sheet.side) for item in section.items for part in item.split("\t")]
        told += [sheet.desk.name, sheet.desk.reach, *sheet.desk.lines[:1], sheet.shown, sheet.status]
        assert len(told) > 12
        for one in told:
            assert reading.flat(one) in text, (key, one)


def test_a_name_that_explains_itself_is_not_explained_again(folder):
    for edition in EDITIONS:
        title, following, *_ = reading.structure(folder / f"jsc-{edition.name}.pdf")
        assert title.text == "Jatim Social Care (JSC)"
        assert "Jatim Social Care" not in following.text, edition.name


def margins_of(pdf: Path, target: Path) -> list[float]:
    """Return how much of each page, in millimetres from the left, has no ink."""
    reading.run("pdftoppm", "-r", "127", "-gray", pdf, target / "scan")  # five dots per millimetre
    found = []
    for scan in sorted(target.glob("scan*.pgm")):
        _, size, _, dots = scan.read_bytes().split(b"\n", 3)
        width = int(size.split()[0])
        inked = [column for column in range(width) if any(dot < 250 for dot in dots[column::width])]
        found.append(inked[0] / 5)
    return found


@pytest.mark.parametrize("edition", ["selebaran", "huruf-besar"])
def test_nothing_sticks_out_of_the_left_margin(edition, folder, tmp_path):
    assert min(margins_of(folder / f"simlontar-rek-{edition}.pdf", tmp_path)) > 15.5


def test_texts_seldom_end_in_a_line_of_one_short_word(real, folder):
    short = 10
    alone = []
    for key, sheet in sheets(real):
        items = {item for section in (*sheet.main, *sheet.side) for item in section.items}
        lines = reading.run("pdftotext", "-raw", folder / f"{key}-selebaran.pdf", "-").splitlines()
        for before, line in pairwise(lines):
            word = line.strip()
            ends = word.endswith(".") and len(word) <= short and " " not in word
            if ends and word not in items and len(before) > len(word) + short:
                alone.append(word)
    assert len(alone) <= 2, alone


def pages_of(pdf: Path) -> list[str]:
    """Return the text of each page, on one line, in the order in which it is drawn."""
    *pages, _ = reading.run("pdftotext", "-raw", pdf, "-").split("\f")
    return [reading.flat(page) for page in pages]


def test_the_emergency_number_of_some_areas_says_so(folder):
    note = "Tidak ada di semua daerah."
    sheets = [pages_of(folder / f"jsc-{edition.name}.pdf") for edition in EDITIONS]
    for pages in (*sheets, pages_of(folder / "poster.pdf"), pages_of(folder / "buku.pdf")):
        named = [page for page in pages if "Panggilan Darurat 112" in page]
        assert named
        assert all(note in page.split("Panggilan Darurat 112")[1][:90] for page in named)
        assert not any(note in page.split("Polisi: 110")[-1][:60] for page in named)


def test_a_number_that_its_name_ends_with_is_printed_once(folder):
    for name in ("poster", "kartu", "buku", *(f"jsc-{edition.name}" for edition in EDITIONS)):
        text = " ".join(pages_of(folder / f"{name}.pdf"))
        assert "Panggilan Darurat 112" in text, name
        assert "112: 112" not in text, name


def test_an_innovation_is_for_so_many_by_name():
    record = samples.innovation(sasaran=["lansia", "anak", "tuli"])
    assert content.for_whom(record, 3) == "Untuk lansia, anak, dan orang Tuli"
    assert content.for_whom(record, 2) == "Untuk lansia, anak, dan lainnya"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_is_read_without_its_scheme(scheme):
    assert content.readable(f"{scheme}://contoh.id/x?y=a://b") == "contoh.id/x?y=a://b"


def test_the_contacts_of_the_booklet_say_what_is_known_of_them(folder, real):
    *_, last = pages_of(folder / "buku.pdf")
    for contact in real.contacts:
        assert contact.nama in last
        known = [value for value in (contact.biaya, contact.jam, contact.berlaku) if value != "tidak diketahui"]
        assert all(value in last for value in known), contact.id
        if contact.whatsapp:
            assert f"WhatsApp {contact.whatsapp}" in last
    assert ": tidak diketahui" not in last
    assert "Petugas di dekat saya" in last


def test_contacts_that_fill_more_than_a_page_are_all_printed(tmp_path):
    usual = samples.catalogue()
    names = [f"Kantor Sosial Kecamatan Nomor {number}" for number in range(1, 80)]
    offices = [samples.contact(id=f"kantor-{number}", nama=name) for number, name in enumerate(names)]
    many = Catalogue(usual.innovations, (*usual.contacts, *offices), (), usual.settings)
    product = products.booklet(many, next(iter(products.volumes(many))))
    (tmp_path / "buku.pdf").write_bytes(product.printed().content)
    text = " ".join(pages_of(tmp_path / "buku.pdf"))
    assert [name for name in names if name not in text] == []
    assert "Petugas di dekat saya" in text


def test_whom_else_to_ask_stands_on_the_front(real, folder):
    found = [key for key, sheet in sheets(real) if any(section.title == "Kontak lain" for section in sheet.side)]
    assert len(found) > 3
    for key in found:
        assert "Kontak lain" in pages_of(folder / f"{key}-selebaran.pdf")[0], key


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
def test_the_first_page_says_that_nobody_has_confirmed_it(edition, real, folder):
    for key, sheet in sheets(real):
        asked = f"Tanyakan dulu: {sheet.desk.reach}."
        first = pages_of(folder / f"{key}-{edition}.pdf")[0]
        before, _, after = first.partition(asked)
        assert before.count("Belum dikonfirmasi.") >= 1, key
        assert after, key
        headings = [one.text for one in reading.structure(folder / f"{key}-{edition}.pdf")]
        place = next(index for index, text in enumerate(headings) if asked in text)
        assert headings[0] == sheet.name
        assert place <= 2, key  # under the name and what it stands for


def test_what_is_confirmed_says_nothing_of_the_kind():
    for status, told in (("aktif", "Berjalan."), ("jeda", "Berhenti sementara.")):
        sheet = content.sheet(samples.catalogue(), samples.full(status=status))
        assert (sheet.unsure, sheet.status.startswith(told)) == ((), True)
    assert content.unsure_of([samples.full()], content.reception(samples.contact())) == ""
    some = content.unsure_of([samples.full(), samples.innovation()], content.reception(samples.contact()))
    assert some.startswith("1 dari 2 inovasi belum dikonfirmasi. ")


def test_what_many_share_says_that_nobody_has_confirmed_it(real, folder):
    whole = "Semua inovasi belum dikonfirmasi. Belum ada kepastian dari Dinas Sosial. Tanyakan dulu: 031-8290794."
    assert whole in pages_of(folder / "poster.pdf")[0]
    cover, contents, *_ = pages_of(folder / "buku.pdf")
    assert whole in cover
    assert whole in contents
    cards = " ".join(pages_of(folder / "kartu.pdf"))
    assert cards.count("Belum dikonfirmasi. Tanyakan dulu:") == len(real.innovations)
    assert cards.count("Belum alamat resmi.") == len(real.innovations)


def test_large_print_names_whom_to_call_on_its_first_page(real, folder):
    for key, sheet in sheets(real):
        first, *_, last = pages_of(folder / f"{key}-huruf-besar.pdf")
        assert f"Bertanya ke mana? {sheet.desk.name} {sheet.desk.reach}" in first, key
        assert "Mengadu ke mana" in last
        assert sheet.checked in last


def test_large_print_keeps_together_what_belongs_together(real, folder):
    for key, sheet in sheets(real):
        pages = pages_of(folder / f"{key}-huruf-besar.pdf")
        for section in (*sheet.main, *sheet.side):
            whole = section.items if section.title == "Singkatnya" else section.items[:2]
            parts = [section.title, *(reading.flat(part) for item in whole for part in item.split("\t"))]
            assert any(all(part in page for part in parts) for page in pages), (key, section.title)


def test_the_cards_of_a_sheet_are_set_alike_and_leave_few_places_empty(shelf, real):
    _, made = shelf["kartu.pdf"]
    lines = {content.brief(innovation)[:12] for innovation in real.innovations}
    sizes = [round(size, 1) for size, text in reading.font_sizes(made.content) if text[:12] in lines]
    assert len(sizes) > 9
    assert len(set(sizes)) <= made.pages
    assert min(sizes) >= 9
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    assert text.count("Catatan") <= 1
    assert text.count("Ada bahaya sekarang?") == 1


def test_hostile_texts_are_plain_letters(tmp_path):
    hostile = "#panic(\"x\") *b* $x^2$ `k` _i_ @a <b> \\ [c](d) {{ e }} // f /* g */ %h ~ 'i' = j"
    record = samples.full(nama='Kartu & "T" #1 $x$', biaya=hostile, cara=[hostile], peringatan=hostile)
    for product in products.editions(samples.catalogue(record), record):
        made = product.print_anew()
        target = tmp_path / product.name
        target.write_bytes(made.content)
        found = reading.structure(target)
        assert found[0].text == 'Kartu & "T" #1 $x$'
        assert sum(hostile in element.text for element in found) == 3
        with pikepdf.open(target) as pdf:
            assert str(pdf.docinfo["/Title"]).startswith('Kartu & "T" #1 $x$')


@each_layout()
def test_pictures_and_links_say_where_they_lead(of_layout, real):
    pictures = 0
    for _, made in of_layout:
        with pikepdf.open(io.BytesIO(made.content)) as pdf:
            for figure in reading.elements(pdf, "Figure"):
                pictures += 1
                assert real.settings.alamat in str(figure.Alt)
            links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
            assert links
            for link in links:
                assert str(link.Contents).strip()
                assert "/Dest" in link or link.A.S == "/GoTo" or str(link.A.URI).startswith(("https://", "tel:"))
            assert len(reading.elements(pdf, "Link")) > 0
    assert pictures >= len(of_layout)


@each_layout()
def test_letters_come_from_two_families_and_can_be_copied(of_layout):
    for _, made in of_layout:
        with pikepdf.open(io.BytesIO(made.content)) as pdf:
            found = list(reading.fonts(pdf))
            assert found
            for font in found:
                name = str(font.BaseFont)
                assert name[1:8].isupper()
                assert name[7] == "+"
                assert name[8:].startswith(("PlusJakartaSans", "AtkinsonHyperlegibleNext"))
                assert "/ToUnicode" in font
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@each_layout()
def test_no_letter_is_smaller_than_promised(of_layout):
    for product, made in of_layout:
        smallest = min(reading.font_sizes(made.content))
        assert smallest[0] >= SMALLEST[product.layout] - 0.01, smallest


@each_layout("selebaran", "lipat")
def test_running_text_is_at_least_twelve_points(of_layout):
    for product, made in of_layout:
        assert made.plan["size"] >= 12, product.name


@each_layout()
def test_words_stay_on_the_page_apart_and_off_the_folds(of_layout, folder):
    for product, _ in of_layout:
        words, sizes = reading.words(folder / product.name)
        assert len(words) > 100
        assert reading.misplaced(words, sizes, folded=product.layout == "lipat") == []
        assert reading.overlaps(words) == []


@each_layout()
def test_links_have_words(of_layout, folder):
    for product, _ in of_layout:
        links = reading.links(folder / product.name)
        assert links
        assert all(links), product.name


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
def test_all_texts_stand_in_reading_order(edition, real, folder):
    for key, sheet in sheets(real):
        text = " ".join(element.text for element in reading.structure(folder / f"{key}-{edition}.pdf"))
        first = [sheet.name, sheet.long_name, sheet.lead, sheet.warning]
        assert in_order(text, [reading.flat(one) for one in first if one]), key
        sections = [*sheet.main, *sheet.side]
        assert len(sections) > 2
        for section in sections:
            items = [reading.flat(part) for item in section.items for part in item.split("\t")]
            assert in_order(text, [section.title, *items]), (key, section.title)


def in_order(text: str, parts: list[str]) -> bool:
    """Tell whether the parts follow each other in the text."""
    position = 0
    for part in parts:
        position = text.find(part, position)
        if position < 0:
            return False
        position += len(part)
    return True


def test_the_front_of_a_trifold_is_its_right_panel(real, folder):
    for key, sheet in sheets(real):
        words, _ = reading.words(folder / f"{key}-lipat.pdf")
        name = sheet.name.split()[0]
        largest = max((word for word in words if word.page == 1), key=lambda word: word.bottom - word.top)
        assert largest.text in sheet.name.replace("-", " ").split() or largest.text in sheet.name, name
        assert largest.left > 197 * MM


def panel_heads(pdf: Path) -> Iterator[str]:
    """Yield the first line of each panel inside a tri-fold, and of its flap."""
    words, _ = reading.words(pdf)
    for page, left, right in ((2, 0, 100), (2, 100, 200), (2, 200, 297), (1, 0, 97)):
        panel = [word for word in words if word.page == page and left * MM < word.left < right * MM]
        top = min((word.top for word in panel), default=0)
        yield " ".join(word.text for word in panel if word.top < top + 4)


def test_a_panel_of_a_trifold_begins_with_a_heading(real, folder):
    for key, sheet in sheets(real):
        titles = [section.title for section in (*sheet.main, *sheet.side)]
        begun = (sheet.lead, "Belum ada keterangan resmi", "Catatan saya", *titles)
        for head in panel_heads(folder / f"{key}-lipat.pdf"):
            assert not head or any(text.startswith(head) for text in begun), (key, head)


def test_what_goes_on_elsewhere_says_what_it_is_about(tmp_path):
    record = sized(145)
    for product in products.editions(samples.catalogue(record), record)[:2]:
        (tmp_path / product.name).write_bytes(product.printed().content)
        titles = [one.text for one in reading.structure(tmp_path / product.name) if one.kind == "H2"]
        assert any(title.endswith(" (lanjutan)") for title in titles), product.name


def test_a_heading_of_two_lines_is_heard_as_two_words(folder):
    """A bookmark and a heading that is read aloud have no line to end: a space parts what the line parts."""
    titles = [str(item.title) for item in PdfReader(folder / "poster.pdf").outline if isinstance(item, Destination)]
    assert titles[0] == "Perlu bantuan? Cari di sini."


def test_the_contents_of_the_booklet_lead_to_the_pages_they_name(shelf, folder):
    product, made = shelf["buku.pdf"]
    reader = PdfReader(io.BytesIO(made.content))
    numbers = {
        str(item.title): reader.get_destination_page_number(item)
        for item in reader.outline
        if isinstance(item, Destination)
    }
    names = [record["name"] for record in product.data["records"]]
    assert set(names) < set(numbers)
    for page in (2, 3):
        text = reading.flat(
            reading.run("pdftotext", "-f", str(page), "-l", str(page), "-layout", folder / "buku.pdf", "-")
        )
        dense = text.replace(". ", "").replace(" .", "")
        for name in names:
            assert f"{name} {(numbers[name] or 0) + 1}" in dense.replace(".", ""), (page, name)
    assert made.pages % 4 == 0  # folds into whole sheets with the present stock
    spreads = [
        numbers[name] for name, leaflet in zip(names, product.leaflets, strict=True) if leaflet.printed().pages == 2
    ]
    assert spreads
    assert all(
        (number or 0) % 2 == 1 for number in spreads
    )  # even page numbers: both pages of a service face each other


@pytest.mark.parametrize("edition", ["selebaran", "lipat"])
def test_steps_stay_on_one_page_in_one_column(edition, real, folder):
    counts = []
    for key, sheet in sheets(real):
        steps = next((section.items for section in sheet.main if section.kind == "steps"), ())
        words, _ = reading.words(folder / f"{key}-{edition}.pdf")
        counts.append(len(steps))
        assert not steps or any(column_of(first, len(steps), words) for first in words if first.text == "1"), key
    assert sorted(counts)[-2:] == [6, 6]


def column_of(first: reading.Word, count: int, words: list[reading.Word]) -> bool:
    """Tell whether the numbers up to `count` stand one below the other, from this number 1 on."""
    below = first.top - 1
    for number in range(1, count + 1):
        column = [one for one in words if one.page == first.page and abs(one.left - first.left) < 6]
        found = next((one for one in column if one.text == str(number) and one.top > below), None)
        if found is None:
            return False
        below = found.top
    return True


@each_layout()
def test_a_cheap_scan_still_reads_the_codes(of_layout, folder, tmp_path):
    for product, _ in of_layout:
        data = product.data
        records = data.get("records", [data["sheet"]] if "sheet" in data else [data])
        wanted = {record["address"] for record in records}
        target = tmp_path / product.name
        target.mkdir()
        assert wanted <= reading.codes(folder / product.name, target), product.name


def test_the_same_data_give_the_same_bytes(shelf):
    for name in ("okata-uti-selebaran.pdf", "simlontar-rek-lipat.pdf", "serasi-huruf-besar.pdf", "kartu.pdf"):
        product, made = shelf[name]
        assert product.print_anew() == made


def test_the_store_keeps_what_was_printed_and_nothing_else_prints(real, monkeypatch, tmp_path):
    monkeypatch.setattr(store, "FOLDER", tmp_path / "papers")
    product = products.editions(real, real.innovations[0])[2]
    made = product.printed()
    monkeypatch.setattr(press, "typeset", lambda *_, **__: pytest.fail("printed again"))
    assert product.printed() == made
    (tmp_path / "papers" / product.key).write_bytes(b"half")
    assert store.load(product.key) is None


def test_only_what_changed_is_printed_again(real):
    first, second = real.innovations[:2]
    changed = first.model_copy(update={"biaya": "gratis sekali"})
    before = [product.key for product in products.editions(real, first)]
    assert not set(before) & {product.key for product in products.editions(real, changed)}
    other = Catalogue((changed, *real.innovations[1:]), real.contacts, real.needs, real.settings)
    kept = [product.key for product in products.editions(real, second)]
    assert kept == [product.key for product in products.editions(other, second)]


def test_a_long_stock_makes_volumes_by_district(monkeypatch, real):
    assert [(one.name, one.title) for one in products.volumes(real)] == [("", "")]
    monkeypatch.setattr(products, "VOLUME", 3)
    found = list(products.volumes(real))
    titles = {volume.name: volume.title for volume in found}
    assert titles["kabupaten-malang"] == "Kabupaten Malang"
    assert titles["tanpa-tempat-tertentu-2"] == "Tanpa tempat tertentu, jilid 2 dari 3"
    assert {one.id for volume in found for one in volume.records} == {one.id for one in real.innovations}
    for volume in found:
        assert 0 < len(volume.records) <= 3
        if not volume.name.startswith("tanpa"):
            assert all(volume.title in {site.wilayah for site in one.tempat} for one in volume.records)
    booklet = products.booklet(real, next(one for one in found if one.name == "kabupaten-malang"))
    assert booklet.name == "buku-kabupaten-malang.pdf"
    assert booklet.data["title"] == "Inovasi layanan sosial Jawa Timur: Kabupaten Malang"
    told = {item["id"] for group in booklet.data["index"] for item in group["items"]}
    assert told == {record["id"] for record in booklet.data["records"]}
    contacts = str(booklet.data["contacts"])
    assert "UPT RSBN Malang" in contacts
    assert "UPT RSBL Pasuruan" not in contacts


def test_a_booklet_of_all_names_every_contact(real):
    (volume,) = products.volumes(real)
    told = str(products.booklet(real, volume).data["contacts"])
    assert all(contact.nama in told for contact in real.contacts)


def made_with(papers_made: Papers) -> dict[str, str]:
    catalogue = replace(samples.catalogue(), papers=papers_made)
    made = [*papers.pages(catalogue), innovations.page(catalogue, catalogue.innovations[0]), *sharing.pages(catalogue)]
    return {page.path: page.content.decode(errors="replace") for page in made}


def test_how_much_is_printed_follows_the_wish():
    some, none = made_with(Papers.BOOKS), made_with(Papers.NONE)
    codes = {"cetak/simlontar-rek-qr.svg", "cetak/okata-uti-qr.svg"}
    always = {"cetak/index.md", "inovasi/simlontar-rek.md", "bagikan/portal.png"}
    assert some.keys() == always | codes | {"cetak/buku.pdf", "cetak/kartu.pdf", "cetak/poster.pdf"}
    assert none.keys() == always
    assert made_with(Papers.ALL).keys() > some.keys()
    for made in (some, none):
        page = made["inovasi/simlontar-rek.md"]
        assert "-selebaran" not in page + made["cetak/index.md"]
        assert "gambar:" not in page
        links = set(re.findall(r"cetak/([a-z0-9-]+\.(?:svg|pdf|md))", page))
        links |= set(re.findall(r"\]\(([a-z0-9-]+\.pdf)\)", made["cetak/index.md"]))
        assert {f"cetak/{name}" for name in links} <= made.keys()
    assert "[Buku semua inovasi, PDF, " in some["cetak/index.md"]
    assert "Cara mencetak { #cara }" not in none["cetak/index.md"]


def test_large_stocks_have_books_unless_all_is_asked_for():
    assert wanted.usual(250) is Papers.ALL
    assert wanted.usual(251) is Papers.BOOKS


def test_the_page_offers_every_pdf_with_sheets_and_size(real):
    made = {page.path: page.content for page in papers.pages(real)}
    index = made["cetak/index.md"].decode()
    pdfs = [path for path in made if path.endswith(".pdf")]
    assert len(pdfs) == 45
    for path in pdfs:
        assert index.count(f"]({path.removeprefix('cetak/')})") == 1
    leaflet = papers.papers_of(real, real.innovations[0])[0]
    assert leaflet.sheets == 1
    assert leaflet.kilobytes == -(-len(made[leaflet.path]) // 1000)
    shown = f"[Selebaran A4, PDF, 1&nbsp;lembar, {leaflet.kilobytes}&nbsp;KB "
    assert f'{shown}<span class="sembunyi">' in index


def test_every_page_has_its_code_for_the_end_of_a_printed_page(real):
    made = {page.path: page.content.decode() for page in papers.pages(real) if page.path.endswith("-qr.svg")}
    assert len(made) == 14
    assert len(set(made.values())) == 14
    assert all(re.search(r'viewBox="-4 -4 (\d+) \1"', picture) for picture in made.values())  # four modules of margin


def test_every_sheet_has_a_small_picture(real):
    made = {page.path: page.content for page in papers.pages(real)}
    shown = [paper for innovation in real.innovations for paper in papers.papers_of(real, innovation)]
    assert len(shown) == 42
    for paper in shown:
        assert len(made[paper.preview]) < 5000
    assert Counter(paper.preview for paper in shown).most_common(1)[0][1] == 1
