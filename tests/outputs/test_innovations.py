"""The page of an innovation: every statement of the record, in the order in which a reader asks."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from portal import outputs
from portal.catalogue import Catalogue
from portal.checks.content import SOURCED
from portal.model import Innovation
from portal.outputs import contacts, innovations
from tests import samples


def made_of(catalogue: Catalogue, path: str) -> str:
    """The Markdown of one page."""
    made = (*innovations.lists(catalogue), *(innovations.page(catalogue, one) for one in catalogue.innovations))
    return {page.path: page.content for page in made}[path].decode()


def text_of(catalogue: Catalogue, path: str) -> str:
    """The Markdown of one page with its entities read, and spaces that do not break as others."""
    return html.unescape(made_of(catalogue, path)).replace("\u00a0", " ")


def headings(text: str) -> list[str]:
    _, _, body = text.removeprefix("---\n").partition("\n---\n")
    return re.findall(r"^#+ (.+?)(?: \{.*\})?$", body, re.MULTILINE)


def test_the_full_page_answers_in_order(catalogue: Catalogue):
    assert headings(text_of(catalogue, "inovasi/simlontar-rek.md")) == [
        "Simlontar Rek",
        "Singkatnya",
        "Apa yang dilakukan",
        "Cara mendapatkan",
        "Yang perlu disiapkan",
        "Di mana dan kapan",
        "Bertanya ke mana",
        "Dinas Sosial",
        "Mengadu ke mana",
        "Tentang inovasi ini",
        "Masalah yang dijawab",
        "Apa yang baru",
        "Hasil",
        "Penghargaan",
        "Lihat juga",
        "Mungkin juga cocok",
        "[Okata Uti](../inovasi/okata-uti.md)",
        "Cetak dan bagikan",
        "Sumber",
    ]


def test_a_page_known_by_one_sentence_has_no_empty_heading_and_says_what_to_ask(catalogue: Catalogue):
    text = text_of(catalogue, "inovasi/okata-uti.md")
    assert headings(text) == [
        "Okata Uti",
        "Belum ada keterangan resmi",
        "Bertanya ke mana",
        "Dinas Sosial",
        "Mengadu ke mana",
        "Tentang inovasi ini",
        "Cetak dan bagikan",
        "Sumber",
    ]
    assert "Saya mau bertanya tentang Okata Uti." in text
    assert text.index("- Apa saja syarat dan berkasnya?") < text.index("- Apakah ada biaya?")


def test_a_link_that_calls_or_writes_names_whom_also_to_who_hears_links_alone(catalogue: Catalogue):
    """WCAG 2.4.9: a screen reader lists the links of a page without the headings above them."""
    contact = samples.contact(whatsapp="08111129129", sms="1708", surel="a@contoh.go.id", situs="https://contoh.go.id/")
    more = replace(catalogue, contacts=(contact, *catalogue.contacts[1:]))
    page = text_of(more, "inovasi/okata-uti.md")
    (listed,) = contacts.pages(more)
    for text in (page, html.unescape(listed.content.decode())):
        links = re.findall(r"\[([^\]]+)\]\((?:tel:|sms:|mailto:|https://wa\.me/6|https://contoh\.go\.id/\))", text)
        assert len(links) >= 5
        assert [one for one in links if not any(known.nama in one for known in more.contacts)] == []
    assert page.count("](tel:") == 2


def test_a_service_that_nobody_confirmed_says_so_at_once_and_asks_that_first(catalogue: Catalogue):
    thin, confirmed = (text_of(catalogue, f"inovasi/{one}.md") for one in ("okata-uti", "simlontar-rek"))
    said = "**Belum tentu masih berjalan.** [Tanyakan dulu](#kontak)."
    assert thin.index("Operasi mata gratis") < thin.index(said) < thin.index("## Belum ada keterangan")
    assert "Lalu tanyakan:\n\n- Apakah layanan ini masih berjalan?\n- " in thin
    assert said not in confirmed
    assert "masih berjalan?" not in confirmed


def test_a_known_price_alone_is_no_way_to_get_it():
    text = text_of(samples.catalogue(samples.innovation(biaya="gratis")), "inovasi/okata-uti.md")
    assert "[Apa yang bisa ditanyakan](#belum-diketahui)" in text
    assert "Cara mendapatkan" not in headings(text)
    assert "Yang sudah diketahui" in headings(text)


def test_a_name_that_holds_its_expansion_is_not_said_twice():
    record = samples.innovation(nama="Jatim Social Care (JSC)", kepanjangan="Jatim Social Care")
    listed, text = (text_of(samples.catalogue(record), path) for path in ("abjad.md", "inovasi/okata-uti.md"))
    assert "- [Jatim Social Care (JSC)](inovasi/okata-uti.md)\n" in listed
    assert "Nama lengkap" not in text


def test_the_day_stays_beside_its_month_and_a_source_beside_its_number(catalogue: Catalogue):
    _, _, body = made_of(catalogue, "inovasi/simlontar-rek.md").partition("# Simlontar Rek")
    assert "24&nbsp;November 2026" in body
    assert "24 November" not in body
    assert "[Standar layanan&nbsp;(2)](#sumber-2)" in body


def test_emergency_numbers_leave_out_what_nobody_knows_and_others_say_so(catalogue: Catalogue):
    unknown = {"biaya": "tidak diketahui", "jam": "tidak diketahui"}
    records = [
        samples.contact(),
        *(samples.contact(id=f"k{kind}", jenis=kind, **unknown) for kind in ("darurat", "bantuan")),
    ]
    (page,) = contacts.pages(replace(catalogue, contacts=tuple(records)))
    urgent, _, others = page.content.decode().partition("## Telepon bantuan")
    assert "tidak diketahui" not in urgent
    assert "Biaya\n:   tidak diketahui\n\nJam\n:   tidak diketahui" in others


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


NOT_SHOWN_AS_WRITTEN = {
    "id", "sasaran", "status", "jenis", "tahap", "kontak", "pengaduan", "terkait", "sumber", "mulai", "penghargaan",
    "hasil", "diperiksa",
}  # fmt: skip  # codes, references and dates: the page shows their labels, records and words
FOR_SEARCH_ONLY = {"kata_kunci", "nama_lain"}


@pytest.mark.parametrize("field", sorted(Innovation.model_fields.keys() - NOT_SHOWN_AS_WRITTEN - FOR_SEARCH_ONLY))
def test_every_text_of_the_record_is_on_its_page(catalogue: Catalogue, field: str):
    text = text_of(catalogue, "inovasi/simlontar-rek.md").casefold()
    values = list(strings(catalogue.innovations[0].model_dump()[field]))
    if field in {"video", "gambar"}:
        assert values == []
    else:
        assert values, f"give {field} a value in tests/samples.py, full(), and name it in the `untuk` of a source there"
        assert [value for value in values if value.casefold() not in text] == []


@pytest.mark.parametrize("field", SOURCED)
def test_below_every_statement_stands_its_source(field: str):
    own = {**samples.STANDARD, "untuk": [field]}
    record = samples.innovation(sumber=[samples.ARTICLE, own], **{field: samples.full().model_dump()[field]})
    _, _, below = made_of(samples.catalogue(record), "inovasi/okata-uti.md").partition("## ")
    assert "(#sumber-2)" in below, f"name {field} in a `records.backing` of portal/templates/pages/innovation.md.j2"


@pytest.mark.parametrize(
    "shown",
    [
        "[Orang telantar](../untuk/telantar.md), [Warga dengan masalah sosial](../untuk/ppks.md)",
        "**Perhatikan.** Bukan aplikasi lontar.",
        "Jenis\n:   Digital.",
        "Tahap\n:   Diterapkan.",
        "Status\n:   Berjalan.",
        "Mulai\n:   8 Desember 2023.",
        "- 2024: **1.905** orang dipulangkan. [Sumber 1](#sumber-1)",
        "- Top 90, 2025, tingkat provinsi. [Sumber 1](#sumber-1)",
        "Sumber: [Standar layanan (2)](#sumber-2)",
        "1. [Berita inovasi](https://contoh.id/berita), Harian Contoh, 5 Desember 2025.",
        "Untuk: nama, kepanjangan, dan hasil.",
        "**Terakhir diperiksa:** 24 November 2026, oleh Humas.",
        "- **LAPOR**: [contoh.go.id](https://contoh.go.id/lapor).",
        "(https://wa.me/?text=Simlontar%20Rek,%20inovasi%20Dinas%20Sosial:%0Ahttps://contoh.id/portal/inovasi/simlontar-rek/)",
    ],
)
def test_codes_references_and_dates_are_written_in_words(catalogue: Catalogue, shown: str):
    assert shown in text_of(catalogue, "inovasi/simlontar-rek.md")


def test_only_an_office_is_a_channel_of_the_service():
    """Whoever coordinates 112, 110 and 119 is not reached by dialling them."""
    both = samples.catalogue(samples.innovation(kontak=["kantor", "darurat"]))
    assert phones(both) == ["(031) 8290794"]
    assert phones(samples.catalogue(samples.innovation(kontak=["darurat"]))) == []
    assert phones(samples.catalogue(samples.innovation())) == ["(031) 8290794"]


def phones(catalogue: Catalogue) -> list[str]:
    """The numbers by which the first record's linked data say that its service is reached."""
    written = re.findall('^data: (".*")$', made_of(catalogue, "inovasi/okata-uti.md"), re.MULTILINE)[0]
    channels = json.loads(json.loads(written)).get("availableChannel", [])
    return [one["servicePhone"]["telephone"] for one in channels]


def test_words_for_search_are_never_printed(catalogue: Catalogue):
    assert "ongkos habis" not in text_of(catalogue, "inovasi/simlontar-rek.md")


@pytest.mark.parametrize(("status", "said"), [("berhenti", "**Sudah berhenti.**"), ("jeda", "**Berhenti sementara.**")])
def test_a_stopped_innovation_says_so_right_after_its_head(status: str, said: str):
    text = text_of(samples.catalogue(samples.innovation(status=status)), "inovasi/okata-uti.md")
    assert text.index("# Okata Uti") < text.index(said) < text.index("## Bertanya ke mana")


def test_a_page_never_checked_says_so(catalogue: Catalogue):
    assert "**Belum pernah diperiksa** oleh petugas." in text_of(catalogue, "inovasi/okata-uti.md")


def test_a_picture_and_a_video_are_shown_with_their_words():
    picture = {"berkas": "mata.jpg", "alt": "Petugas memeriksa mata", "kredit": "Humas", "izin": "tertulis"}
    record = samples.innovation(gambar=picture, video=[{"judul": "Profil", "url": "https://contoh.go.id/v"}])
    text = text_of(samples.catalogue(record), "inovasi/okata-uti.md")
    assert "![Petugas memeriksa mata](../gambar/mata.jpg)" in text
    assert "Gambar: Humas." in text
    assert "- [Profil (contoh.go.id)](https://contoh.go.id/v)" in text


def test_lists_hold_every_innovation_once(catalogue: Catalogue):
    for path in ("inovasi/index.md", "abjad.md"):
        text = text_of(catalogue, path)
        assert [text.count(f"[{one.nama}](") for one in catalogue.innovations] == [1, 1]


def test_every_page_of_every_output_has_its_own_path(catalogue: Catalogue):
    paths = [page.path for page in outputs.everything(catalogue)]
    assert len(paths) == len(set(paths)) > len(catalogue.innovations)
