"""Open data: whole, sourced, described by its own schema, safe in a spreadsheet, and true to its promise."""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from portal import spool
from portal.catalogue import Catalogue
from portal.choices import Status
from portal.editor_schema import as_text
from portal.fields import described
from portal.folders import pieces
from portal.model import Contact, Innovation
from portal.opendata import dictionary, export, table
from portal.opendata import files as limits
from portal.opendata.dataset import dcat, schema_org
from portal.opendata.feed import ATOM, feed
from portal.opendata.files import ONE, published
from portal.opendata.publication import (
    FOLDER,
    TERMS,
    TITLE,
    PublishedInnovation,
    about,
    changed,
    grounds,
    innovation,
    needs,
    publisher,
    warning,
)
from portal.opendata.schema import KEPT, exported
from portal.outputs import open_data
from portal.outputs.page import Page
from tests import samples
from tests.conftest import ROOT

PROMISE = Path(__file__).parent / "v1-fields.txt"
EVIL = ["=1+1", "+62811", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1", "＝1"]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    return chain(open_data.described(catalogue), open_data.pages(catalogue))


def files(catalogue: Catalogue) -> dict[str, bytes]:
    return {
        page.path.removeprefix(f"{FOLDER}/"): b"".join(pieces(page.held))
        for page in pages(catalogue)
        if page.path.startswith(f"{FOLDER}/")
    }


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def promised() -> list[str]:
    return [line for line in PROMISE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def present() -> list[str]:
    return [f"{entry.path} {entry.type}" for entry in dictionary.entries()]


def test_a_field_of_version_1_never_disappears_or_changes_its_type():
    assert len(promised()) > 100
    assert [line for line in promised() if line not in present()] == []


def test_every_published_field_is_promised():
    missing = [line for line in present() if line not in promised()]
    assert missing == [], f"add these lines to {PROMISE.name} and tell CHANGELOG-DATA.md"


def test_the_changelog_tells_the_version():
    assert re.search(r"^## v1\b", (ROOT / "CHANGELOG-DATA.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_tells_every_change_of_the_format(catalogue: Catalogue):
    """One text: what CHANGELOG-DATA.md says is announced where those who read the data look."""
    text = (ROOT / "CHANGELOG-DATA.md").read_text(encoding="utf-8")
    page = next(page for page in open_data.pages(catalogue) if page.path == "data-terbuka.md").content.decode()
    assert "(#perubahan)" in page
    told = page.partition("{ #perubahan }\n\n")[2].partition("\n\n## ")[0]
    assert re.sub(r"^#(## .*) \{ #v1-[\d-]+ \}$", r"\1", told, flags=re.MULTILINE) == text.partition("\n\n")[2].strip()
    assert len(re.findall(r"^### v1, .*\{ #v1-2026-11-24 \}$", told, re.MULTILINE)) == 1


def test_the_page_promises_no_etag_to_scripts_of_other_sites(catalogue: Catalogue):
    """`If-None-Match` would need a preflight, which file servers refuse; browsers ask for changes by themselves."""
    page = next(page for page in open_data.pages(catalogue) if page.path == "data-terbuka.md").content.decode()
    [said] = [line for line in page.splitlines() if "CORS" in line]
    assert "peramban mengurusnya sendiri, program lain memakai ETag" in said


def test_every_described_file_is_written_and_every_file_is_described(real: Catalogue):
    described = {file.name for file in published(14)} | {ONE.name.format(id=one.id) for one in real.innovations}
    assert len(real.innovations) == 14
    assert set(files(real)) == described


def test_the_kept_export_of_the_model_is_fresh():
    kept = (ROOT / KEPT).read_text(encoding="utf-8")
    assert kept == as_text(exported()), "segarkan dengan: portal derive"


def test_every_json_file_is_valid_against_the_published_schema(real: Catalogue):
    made = files(real)
    schema = json.loads(made["skema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = {file.name: file.part for file in published(14) if file.part}
    parts |= {ONE.name.format(id=one.id): ONE.part for one in real.innovations}
    assert len(parts) == 18
    for name, part in parts.items():
        for wanted in (schema, schema | {"anyOf": [{"$ref": f"#/$defs/{part}"}]}):
            jsonschema.Draft202012Validator(wanted).validate(json.loads(made[name]))


def test_the_schema_refuses_a_record_with_a_field_missing_or_wrong(catalogue: Catalogue):
    schema = json.loads(files(catalogue)["skema.json"])
    good = json.loads(files(catalogue)["inovasi.json"])
    for spoil in ({"sasaran": ["kucing"]}, {"alamat": "bukan alamat"}, {"tambahan": 1}):
        bad = json.loads(json.dumps(good))
        bad["data"][0] |= spoil
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema).validate(bad)
    del good["data"][0]["nama"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(good)


def test_the_schema_promises_that_every_field_is_written(real: Catalogue):
    made = files(real)
    parts = json.loads(made["skema.json"])["$defs"]
    whole = {name: list(part["properties"]) for name, part in parts.items() if "properties" in part}
    assert {name: parts[name].get("required") for name in whole} == whole
    assert len(whole["PublishedInnovation"]) == len(PublishedInnovation.model_fields)
    thin = json.loads(made["inovasi.json"])
    del thin["data"][0]["sumber"][0]["untuk"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(made["skema.json"])).validate(thin)


def test_the_schema_speaks_indonesian_only(catalogue: Catalogue):
    schema = json.loads(files(catalogue)["skema.json"])
    said = [part.get("description", "") + part.get("title", "") for part in schema["$defs"].values()]
    assert len(said) > 10
    assert set(said) == {""}, "the model's docstrings are for developers"
    assert schema["$defs"]["Status"]["x-pilihan"]["aktif"].startswith("Berjalan")


def test_a_record_says_what_is_known_from_where_and_what_is_not_known(catalogue: Catalogue):
    full, thin = json.loads(files(catalogue)["inovasi.json"])["data"]
    assert full["dasar"]["syarat"] == ["https://contoh.go.id/standar"]
    assert full["dasar"]["hasil"] == ["https://contoh.id/berita"]
    assert full["dasar"]["penghargaan"] == ["https://contoh.id/berita"]
    assert full["belum_diketahui"] == []
    assert thin["syarat"] == []
    assert thin["waktu"] is None
    assert thin["belum_diketahui"][:3] == ["syarat", "cara", "waktu"]
    assert thin["alamat"] == "https://contoh.id/portal/inovasi/okata-uti/"


def test_every_statement_of_the_real_data_has_a_source(real: Catalogue):
    """The fields that must be sourced are never published without their ground."""
    must = [name for name, field in described(Innovation).items() if field.is_sourced]
    assert len(must) > 10
    stated = [(one, name) for one in real.innovations for name in [*must, "nama", "ringkasan"] if getattr(one, name)]
    assert len(stated) > 70
    assert [(one.id, name) for one, name in stated if name not in dict(grounds(one))] == []
    lines = rows(files(real)["pernyataan.csv"])
    assert len(lines) > 300
    assert [line for line in lines if not line["sumber_url"].startswith("http") or not line["isi"]] == []
    assert {(line["inovasi"], line["isian"]) for line in lines} >= {(one.id, name) for one, name in stated}


def test_what_only_orders_the_portal_is_no_statement_of_a_source():
    record = samples.full(sumber=[{"id": "berita", "judul": "x", "url": "https://x.id/"}])
    filled = [name for name in Innovation.model_fields if getattr(record, name)]
    others = {"id", "sumber", "kontak", "pengaduan", "terkait", "status", "diperiksa", "kata_kunci"}
    assert others <= set(filled)
    assert [name for name, _ in grounds(record)] == [name for name in filled if name not in others]


def test_a_figure_keeps_its_own_source(catalogue: Catalogue):
    lines = [line for line in rows(files(catalogue)["pernyataan.csv"]) if line["isian"] == "hasil"]
    assert [line["sumber_url"] for line in lines] == ["https://contoh.id/berita"]


def test_csv_has_a_row_for_each_record_and_a_column_for_each_field(real: Catalogue):
    lines = rows(files(real)["inovasi.csv"])
    assert [line["id"] for line in lines] == [one.id for one in real.innovations]
    assert list(lines[0]) == list(PublishedInnovation.model_fields)
    contacts = rows(files(real)["kontak.csv"])
    assert [line["id"] for line in contacts] == [one.id for one in real.contacts]
    assert list(contacts[0]) == list(Contact.model_fields)


def test_csv_is_utf8_with_the_line_ends_of_rfc_4180(catalogue: Catalogue):
    content = files(catalogue)["inovasi.csv"]
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("evil", EVIL)
def test_no_cell_of_a_csv_file_runs_as_a_formula(evil: str):
    record = samples.innovation(ringkasan=evil, kegiatan=[evil], hasil_layanan=["a", evil])
    made = files(samples.catalogue(record))
    cells = [cell for name in made if name.endswith(".csv") for line in rows(made[name]) for cell in line.values()]
    assert any(evil.strip() in cell for cell in cells)
    assert [cell for cell in cells if cell[:1] in table._FORMULA] == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ((), ""),
        (True, "true"),
        (False, "false"),
        (1905, "1905"),
        ("dua\n  baris ", "dua baris"),
        ({"biaya": ("https://a.id/", "https://b.id/"), "waktu": ()}, "biaya: https://a.id/ | https://b.id/; waktu: "),
    ],
)
def test_a_cell_holds_its_value_in_one_line_and_an_empty_field_is_an_empty_cell(value: object, written: str):
    assert table.cell(value) == written


def test_the_entries_of_a_list_are_numbered_from_1(catalogue: Catalogue):
    lines = [line for line in rows(files(catalogue)["pernyataan.csv"]) if line["isian"] in {"cara", "biaya"}]
    assert [(line["isian"], line["urutan"], line["isi"]) for line in lines] == [
        ("cara", "1", "Lapor"),
        ("cara", "2", "Istirahat"),
        ("biaya", "1", "gratis"),
    ]


def test_a_list_in_a_cell_can_be_taken_apart_again():
    entries = ("satu", "dua | tiga", "empat \\ lima", "enam\\|tujuh")
    written = table.cell(entries)
    parts = re.split(r"(?<!\\)(?:\\\\)* \| ", written)
    assert [re.sub(r"\\(.)", r"\1", part) for part in parts] == list(entries)


def test_the_page_says_how_a_cell_is_written(real: Catalogue):
    """What it says of the marks is what a cell with a list of parts holds, and it warns of what cannot be read back."""
    page = next(page for page in open_data.pages(real) if page.path == "data-terbuka.md").content.decode()
    said = page.partition("Di dalam satu sel:")[2].partition("\n## ")[0]
    for part in (
        r"Bila isinya sendiri memuat tanda itu, ditulis `\|`; tanda `\` ditulis `\\`.",
        r"Bila bagian itu isi sebuah daftar, daftar di dalamnya dipisah dengan `\|`.",
        "Isinya bisa memuat `;`, jadi untuk bagian yang bertingkat pakailah JSON.",
    ):
        assert part in said
    sources = (samples.full().sumber[0].model_copy(update={"judul": "a | b \\ c; d"}),)
    assert table.cell(sources) == (
        "id: berita; judul: a \\| b \\\\ c; d; penerbit: Harian Contoh; url: https://contoh.id/berita; "
        "tanggal: 2025-12-05; untuk: nama \\| kepanjangan \\| hasil"
    )


def test_the_dictionary_holds_every_published_field_in_indonesian(catalogue: Catalogue):
    listed = {line["isian"]: line for line in rows(files(catalogue)["kamus.csv"])}
    for name, info in PublishedInnovation.model_fields.items():
        found = listed.get(f"inovasi.{name}") or listed[f"inovasi.{name}[]"]
        assert found["label"] == info.title
        assert found["arti"] == info.description
        assert found["contoh"]
    [made] = open_data.data_dictionary(catalogue)
    page = made.content.decode()
    assert [path for path in listed if f"`{path}`" not in page] == []
    assert "aktif: Berjalan" in listed["inovasi.status"]["pilihan"]


def test_every_column_of_every_csv_file_is_in_the_dictionary(real: Catalogue):
    made = files(real)
    listed = {line["isian"].removesuffix("[]"): line for line in rows(made["kamus.csv"])}
    for kind in ("inovasi", "kontak", "kebutuhan", "pernyataan"):
        columns = list(rows(made[f"{kind}.csv"])[0])
        assert [column for column in columns if f"{kind}.{column}" not in listed] == []
    assert listed["pernyataan.urutan"]["jenis"] == "bilangan bulat"
    assert listed["pernyataan.sumber_url"]["jenis"] == "alamat web"
    empty = [column for column in table.STATEMENT if listed[f"pernyataan.{column}"]["boleh_kosong"] == "true"]
    assert empty == ["sumber_penerbit", "sumber_tanggal", "sumber_diakses"]
    lines = rows(made["pernyataan.csv"])
    assert {column for line in lines for column, cell in line.items() if not cell} <= set(empty)


def test_what_only_csv_holds_is_no_part_of_the_schema_of_json(catalogue: Catalogue):
    assert "Statement" not in json.loads(files(catalogue)["skema.json"])["$defs"]


def test_the_dictionary_writes_literals_as_json_does(catalogue: Catalogue):
    [made] = open_data.data_dictionary(catalogue)
    assert re.findall(r"\b(?:True|False|None)\b", made.content.decode()) == []


def test_the_feed_follows_rfc_4287(real: Catalogue):
    root = ET.fromstring(feed(real))  # noqa: S314
    named = {"a": ATOM}
    assert root.tag == f"{{{ATOM}}}feed"
    assert root.find("a:author/a:name", named) is not None
    assert (link := root.find("a:link[@rel='self']", named)) is not None
    assert link.attrib["href"].endswith("/data/v1/perubahan.atom")
    entries = root.findall("a:entry", named)
    assert len(entries) == 14
    for entry in entries:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+07:00", entry.findtext("a:updated", "", named))
        assert entry.findtext("a:title", "", named)
    ids = [entry.findtext("a:id", "", named) for entry in entries]
    assert len(set(ids)) == 14


def test_the_feed_leads_to_the_portal_and_each_entry_to_its_page(catalogue: Catalogue):
    root, named = ET.fromstring(feed(catalogue)), {"a": ATOM}  # noqa: S314
    assert root.findtext("a:subtitle", "", named) == TITLE
    assert [link.get("href") for link in root.findall("a:link[@rel='alternate']", named)] == [catalogue.settings.alamat]
    told = {
        link.get("href"): entry.findtext("a:summary", "", named)
        for entry in root.findall("a:entry", named)
        for link in entry.findall("a:link", named)
    }
    assert told == {catalogue.address_of(one): one.ringkasan for one in catalogue.innovations}


def test_a_new_check_is_a_new_entry_at_the_top_and_a_new_address_is_none():
    def entries(catalogue: Catalogue) -> list[str]:
        root = ET.fromstring(feed(catalogue))  # noqa: S314
        return [str(entry.findtext(f"{{{ATOM}}}id")) for entry in root.iter(f"{{{ATOM}}}entry")]

    before = samples.catalogue()
    checked = before.innovations[0].model_copy(
        update={"diperiksa": samples.full(diperiksa={"tanggal": "2026-12-01", "oleh": "Humas"}).diperiksa}
    )
    after = Catalogue((checked, *before.innovations[1:]), before.contacts, before.needs, before.settings)
    moved = Catalogue(before.innovations, before.contacts, before.needs, samples.settings(alamat="https://lain.go.id/"))
    assert entries(moved) == entries(before)
    assert entries(after)[0] not in entries(before)
    assert after.updated == "2026-12-01"


def test_dates_come_from_the_data_alone(catalogue: Catalogue):
    thin = catalogue.innovations[1]
    assert changed(catalogue, thin) == catalogue.settings.penelusuran
    assert innovation(catalogue, thin, grounds(thin)).diperbarui == catalogue.settings.penelusuran
    read = [{"judul": "x", "url": f"https://x.id/{day}", "diakses": day} for day in ("2026-01-02", "2026-05-06")]
    assert changed(catalogue, samples.innovation(sumber=read)) == "2026-05-06"


def test_nothing_is_published_in_the_agencys_name_before_the_address_is_official(catalogue: Catalogue):
    assert publisher(catalogue) == "Penyusun portal Inovasi Sosial Jatim"
    official = Catalogue(catalogue.innovations, catalogue.contacts, catalogue.needs, samples.settings(resmi=True))
    assert publisher(official) == "Dinas Sosial"


def test_the_warning_follows_the_status_of_the_records():
    confirmed, open_one = samples.full(status=Status.AKTIF), samples.innovation()
    assert warning(samples.catalogue(open_one)).startswith("Belum dikonfirmasi")
    assert warning(samples.catalogue(confirmed, open_one)).startswith("Sebagian belum")
    assert "konfirmasi" not in warning(samples.catalogue(confirmed))


def test_dcat_and_schema_org_name_the_downloads(catalogue: Catalogue):
    base = "https://contoh.id/portal/data/v1/"
    data = dcat(catalogue)["dcat:dataset"]
    named = {one["dcat:downloadURL"]["@id"] for one in data["dcat:distribution"]}
    assert {f"{base}portal.xlsx", f"{base}inovasi.csv", f"{base}semua.json"} <= named
    assert named == {one["contentUrl"] for one in schema_org(catalogue)["distribution"]}
    assert named <= {base + name for name in files(catalogue)}


def test_dcat_says_places_and_rights_as_what_dcmi_terms_ask_for(catalogue: Catalogue):
    """The ranges of DCMI Metadata Terms: dcterms:Location and dcterms:RightsStatement, no literals."""
    described = dcat(catalogue)
    data = described["dcat:dataset"]
    assert described["@context"]["rdfs"] == "http://www.w3.org/2000/01/rdf-schema#"
    place = {"@language": "id", "@value": "Provinsi Jawa Timur"}
    assert data["dct:spatial"] == {"@type": "dct:Location", "rdfs:label": place}
    rights = [data["dct:accessRights"], *(one["dct:rights"] for one in data["dcat:distribution"])]
    assert {one["@type"] for one in rights} == {"dct:RightsStatement"}
    assert {one["rdfs:label"]["@value"] for one in rights} == {"Terbuka untuk umum", TERMS}


def test_the_data_set_has_one_name_for_good_and_it_leads_to_a_page(catalogue: Catalogue):
    data = dcat(catalogue)["dcat:dataset"]
    named = {data["@id"], data["dct:identifier"], schema_org(catalogue)["@id"]}
    assert named == {"https://contoh.id/portal/data-terbuka/#dataset"}
    page = next(page for page in open_data.pages(catalogue) if page.path == "data-terbuka.md").content.decode()
    assert page.count("\n{ #dataset }\n") == 1
    folder = f"https://contoh.id/portal/{FOLDER}/"
    dead = re.compile(rf'"{re.escape(folder)}(#[^"]*)?"')
    assert [name for name, content in files(catalogue).items() if dead.search(content.decode("utf-8", "ignore"))] == []


def test_what_describes_the_data_is_no_download_of_them():
    others = {"kamus.csv", "skema.json", "openapi.json", "katalog.jsonld", "dataset.jsonld", "perubahan.atom"}
    assert {one.name for one in published(2)} - {one.name for one in limits.downloads(2)} == others
    assert len(limits.downloads(2)) == 9


def test_a_media_type_is_the_one_that_servers_send_for_the_name(catalogue: Catalogue):
    described = json.loads(files(catalogue)["openapi.json"])["paths"]
    sent = {path: list(found["get"]["responses"]["200"]["content"]) for path, found in described.items()}
    assert {path: named for path, named in sent.items() if path.endswith(".json") and named != [limits.JSON]} == {}
    named = {one["dcat:mediaType"]["@id"] for one in dcat(catalogue)["dcat:dataset"]["dcat:distribution"]}
    assert named == {
        f"https://www.iana.org/assignments/media-types/{one}" for one in (limits.JSON, limits.CSV, limits.XLSX)
    }


def test_openapi_names_every_file_and_refers_to_existing_parts(catalogue: Catalogue):
    made = files(catalogue)
    described = json.loads(made["openapi.json"])
    assert described["openapi"] == "3.1.0"
    paths = {path.removeprefix(f"/{FOLDER}/") for path in described["paths"]}
    assert paths == {file.name for file in published(2)} | {ONE.name}
    parts = json.loads(made["skema.json"])["$defs"]
    referred = re.findall(r"skema\.json#/\$defs/(\w+)", made["openapi.json"].decode())
    assert len(referred) == 5
    assert [name for name in referred if name not in parts] == []
    operations = [found["get"]["operationId"] for found in described["paths"].values()]
    assert len(set(operations)) == len(operations)


def test_wherever_reuse_is_allowed_it_is_said_that_no_licence_is_set(catalogue: Catalogue):
    open_word, not_set = re.compile(r"[Bb]oleh dipakai lagi"), re.compile(r"Lisensi resmi(nya)? belum ditetapkan")
    texts = {page.path: b"".join(pieces(page.held)).decode("utf-8", "ignore") for page in pages(catalogue)}
    texts["kamus-data.md"] = next(open_data.data_dictionary(catalogue)).content.decode()
    texts["tentang.md"] = (ROOT / "docs" / "tentang.md").read_text(encoding="utf-8")
    allowing = [path for path, text in texts.items() if open_word.search(text)]
    assert {"data-terbuka.md", "tentang.md", f"{FOLDER}/semua.json", f"{FOLDER}/katalog.jsonld"} <= set(allowing)
    assert [path for path in allowing if not not_set.search(texts[path])] == []


def test_the_page_begins_with_downloads_that_exist(real: Catalogue):
    made = {page.path: page.content for page in pages(real)}
    text = made["data-terbuka.md"].decode()
    links = re.findall(r"\]\((data/v1/[^)]+)\)", text)
    assert [link.rpartition(".")[2] for link in links[:3]] == ["xlsx", "csv", "json"]
    assert len(links) > 10
    assert [link for link in links if link not in made] == []
    assert text.index("## Unduh") < min(text.index(f"## {other}") for other in ("Sebelum", "Boleh", "Untuk"))


def test_the_files_are_those_that_the_model_and_json_say(real: Catalogue):
    """Files are put together from pieces; the whole is what one call would write."""
    made = files(real)
    head = about(real, "semua.json").model_dump(mode="json")
    published_ones = [innovation(real, one, grounds(one)).model_dump(mode="json") for one in real.innovations]
    others = (
        [one.model_dump(mode="json") for one in real.contacts],
        [one.model_dump(mode="json") for one in needs(real)],
    )
    everything = {"tentang": head, "inovasi": published_ones, "kontak": others[0], "kebutuhan": others[1]}
    assert made["semua.json"].decode() == json.dumps(everything, ensure_ascii=False, indent=1) + "\n"
    own = {"tentang": head | {"alamat": f"{head['alamat'][:-10]}inovasi/okata-uti.json"}}
    own["data"] = next(one for one in published_ones if one["id"] == "okata-uti")
    assert made["inovasi/okata-uti.json"].decode() == json.dumps(own, ensure_ascii=False, indent=1) + "\n"
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    for said, backing in (row for one in real.innovations for row in table.statements(one, grounds(one))):
        writer.writerows([table.safe(text) for text in (*said, *source)] for source in backing)
    assert made["pernyataan.csv"].decode().partition("\r\n")[2] == lines.getvalue()


def test_part_of_the_records_gives_their_part_of_the_files(real: Catalogue):
    """Workers can share the records: their pieces, joined in order, are the files."""
    made = files(real)
    halves = [*export.pieces(real, real.innovations[:5]), *export.pieces(real, real.innovations[5:])]
    assert b"".join(one.statements for one in halves) == made["pernyataan.csv"].partition(b"\r\n")[2]
    assert b",\n  ".join(one.entry for one in halves) in made["inovasi.json"]
    assert {one.name: one.own for one in halves} == {name: made[name] for name in made if name.startswith("inovasi/")}


def test_no_whole_file_of_many_records_is_in_memory(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    """Memory is that of a portion, however many records there are."""
    for module, name in ((spool, "_HELD"), (limits, "SHEET_MOST")):
        monkeypatch.setattr(module, name, 1)
    many = Catalogue(catalogue.innovations * 300, catalogue.contacts, catalogue.needs, catalogue.settings)
    assert len(list(open_data.pages(catalogue))) > 10  # what is made once is made
    tracemalloc.start()
    sizes = [sum(map(len, pieces(page.held))) for page in open_data.pages(many)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(sizes) > 3 * max(sizes)
    assert peak < 0.6 * max(sizes)


@pytest.mark.parametrize(
    ("most", "there", "gone"),
    [
        ("SHEET_MOST", "Berkas Excel tidak ada", "(data/v1/portal.xlsx)"),
        ("STATEMENTS_MOST", "Di Excel tidak ada lembar sumber", "Berkas Excel tidak ada"),
        ("FEED_MOST", "1 yang terbaru", "2 yang terbaru"),
    ],
)
def test_what_ends_with_the_number_of_records_is_told(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, most: str, there: str, gone: str
):
    def page() -> str:
        return next(page for page in open_data.pages(catalogue) if page.path == "data-terbuka.md").content.decode()

    assert there not in page()
    monkeypatch.setattr(limits, most, 1)
    assert there in page()
    assert gone not in page()


def test_without_a_spreadsheet_nothing_names_one(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    assert [name for name, content in files(catalogue).items() if b"portal.xlsx" in content] == [
        "katalog.jsonld", "dataset.jsonld", "openapi.json",
    ]  # fmt: skip
    monkeypatch.setattr(limits, "SHEET_MOST", 1)
    made = files(catalogue)
    assert "portal.xlsx" not in made
    assert set(made) == {file.name for file in published(2)} | {
        ONE.name.format(id=one.id) for one in catalogue.innovations
    }
    assert [name for name, content in made.items() if b"portal.xlsx" in content] == []


def test_the_feed_of_many_holds_the_newest(real: Catalogue, monkeypatch: pytest.MonkeyPatch):
    whole = feed(real).decode()
    monkeypatch.setattr(limits, "FEED_MOST", 3)
    short = feed(real).decode()
    ids = re.compile(r"<id>([^<]+)</id>")
    assert len(ids.findall(whole)) == 15
    assert ids.findall(short) == ids.findall(whole)[:4]


def test_openapi_lists_the_codes_while_they_are_few(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    def offered() -> Any:
        described = json.loads(files(catalogue)["openapi.json"])["paths"]["/data/v1/inovasi/{id}.json"]
        return described["get"]["parameters"][0]["schema"]

    assert offered()["enum"] == ["simlontar-rek", "okata-uti"]
    monkeypatch.setattr(limits, "LISTED_MOST", 1)
    assert list(offered()) == ["type", "pattern"]
