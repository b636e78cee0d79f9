"""What a sheet says: the words of the web page, chosen and ordered for paper. Plain values only, ready for JSON.

Everything a sheet prints about an innovation goes through here, so that the checks, the tests and the layouts all see
the same texts. Nothing is left out silently: a field either stands on every sheet or on none (`ON_PAPER`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from portal import look, words
from portal.catalogue import Catalogue, unknown
from portal.choices import Status
from portal.model import Contact, Innovation, Site

ON_PAPER: Final = (
    "nama",
    "kepanjangan",
    "ringkasan",
    "peringatan",
    "mudah_dibaca",
    "cara",
    "syarat",
    "kegiatan",
    "waktu",
    "biaya",
    "hasil_layanan",
    "jadwal",
    "tempat",
    "pelaksana",
)
"""The fields whose texts stand on the sheets of an innovation."""

Kind = Literal["plain", "steps", "list", "ticks", "facts"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `plain` are sentences, `steps` are numbered, `list` has dots, `ticks` has check marks; in `facts` each item may
    begin with a label, kept apart by a tab.
    """

    title: str
    kind: Kind
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Someone to ask: a name, how to reach them in large type, and what helps to find them."""

    name: str
    reach: str
    dialled: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the sheets of one innovation say. Colours are `#rrggbb`, `address` is the page's web address."""

    id: str
    name: str
    long_name: str
    lead: str
    brief: str
    audiences: tuple[str, ...]
    for_whom: str
    palette: str
    ink: str
    tint: str
    warning: str
    halted: str
    main: tuple[Section, ...]
    side: tuple[Section, ...]
    questions: tuple[str, ...]
    say: str
    desk: Desk
    sources: str
    checked: str
    status: str
    address: str
    shown: str


BRIEF: Final = 150
"""The longest line of a palm card, in letters."""


def sheet(catalogue: Catalogue, innovation: Innovation) -> Sheet:
    """Gather what the sheets of one innovation say."""
    palette = look.palette(innovation.sasaran[0])
    desk, *others = catalogue.contacts_of(innovation)
    address = f"{catalogue.settings.alamat}inovasi/{innovation.id}/"
    return Sheet(
        id=innovation.id,
        name=innovation.nama,
        long_name=innovation.kepanjangan,
        lead=words.sentence(innovation.ringkasan),
        brief=brief(innovation),
        audiences=tuple(audience.label for audience in innovation.sasaran),
        for_whom=words.sentence(f"Untuk {words.listing(words.inside(one.label) for one in innovation.sasaran)}"),
        palette=palette.name,
        ink=palette.ink,
        tint=palette.tint,
        warning=words.sentence(innovation.peringatan) if innovation.peringatan else "",
        halted=_halted(innovation),
        main=tuple(_main(innovation)),
        side=tuple(_side(innovation, others, catalogue.complaints_of(innovation))),
        questions=unknown(innovation),
        say=f"Saya mau bertanya tentang {innovation.nama}.",
        desk=reception(desk),
        sources=_sources(innovation),
        checked=_checked(innovation),
        status=f"{innovation.status.label}. {innovation.status.help}",
        address=address,
        shown=address.removeprefix("https://").removeprefix("http://"),
    )


def brief(innovation: Innovation) -> str:
    """Return one line for a palm card: the first sentence of the summary, cut at a word when it is long."""
    first, *_ = words.sentence(innovation.ringkasan).split(". ")
    text = words.sentence(first)
    return text if len(text) <= BRIEF else f"{text[:BRIEF].rsplit(' ', 1)[0].rstrip(',;')} …"


def _halted(innovation: Innovation) -> str:
    stopped = innovation.status in (Status.BERHENTI, Status.JEDA)
    return f"{innovation.status.label}. {innovation.status.help}" if stopped else ""


def _main(innovation: Innovation) -> Iterator[Section]:
    """Yield the sections of the wide column that have something to say."""
    wanted: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
        ("Singkatnya", "plain", innovation.mudah_dibaca),
        ("Cara mendapatkan", "steps", innovation.cara),
        ("Yang perlu disiapkan", "list", innovation.syarat),
        ("Apa yang dilakukan", "list", innovation.kegiatan),
    )
    for title, kind, items in wanted:
        if items:
            yield Section(title, kind, tuple(map(words.sentence, items)))


def _side(innovation: Innovation, others: list[Contact], complaints: tuple[Contact, ...]) -> Iterator[Section]:
    """Yield the sections of the narrow column that have something to say."""
    yield Section("Untuk siapa?", "ticks", tuple(audience.label for audience in innovation.sasaran))
    facts = (
        ("Biaya", innovation.biaya),
        ("Lama layanan", innovation.waktu),
        ("Yang Anda terima", words.listing(innovation.hasil_layanan) if innovation.hasil_layanan else None),
    )
    for title, fact in facts:
        if fact:
            yield Section(title, "plain", (words.sentence(fact),))
    if others:
        yield Section("Kontak lain", "facts", tuple(map(entry, others)))
    if innovation.tempat or innovation.jadwal:
        schedule = (f"Jadwal\t{words.sentence(innovation.jadwal)}",) if innovation.jadwal else ()
        yield Section("Di mana dan kapan", "facts", (*map(_site, innovation.tempat), *schedule))
    if innovation.pelaksana:
        yield Section("Pelaksana", "plain", (words.sentence(innovation.pelaksana),))
    yield Section("Mengadu ke mana", "facts", tuple(map(entry, complaints)))


def _site(site: Site) -> str:
    where = ", ".join(part for part in (site.alamat, site.wilayah) if part)
    rest = " ".join(words.sentence(part) for part in (where, site.catatan) if part)
    return f"{site.nama}\t{rest}"


def reached(contact: Contact) -> tuple[str, str]:
    """Return how a contact is reached first, as people read it and as a link (empty for a visit)."""
    if contact.telepon:
        rest = f", lalu tekan {contact.pesawat}" if contact.pesawat else ""
        return f"{contact.telepon}{rest}", f"tel:{words.dialled(contact.telepon)}"
    if contact.whatsapp:
        return f"WhatsApp {contact.whatsapp}", f"https://wa.me/{words.dialled(contact.whatsapp)[1:]}"
    if contact.sms:
        return f"SMS ke {contact.sms}", f"sms:{words.dialled(contact.sms)}"
    if contact.situs:
        return str(urlsplit(contact.situs).hostname), contact.situs
    return contact.alamat or contact.surel or "", ""


def entry(contact: Contact, *, purpose: bool = False) -> str:
    """Return a contact as a line of facts: name and how to reach it, and what it is for where that is asked."""
    reach, _ = reached(contact)
    rest = f"\t{words.sentence(contact.keterangan)}" if purpose else ""
    return f"{contact.nama}\t{reach}{rest}"


def reception(contact: Contact) -> Desk:
    """Return a contact as the sheets show the first place to ask."""
    reach, dialled = reached(contact)
    lines = tuple(line for line in (contact.alamat, contact.surel) if line and line != reach)
    return Desk(contact.nama, reach, dialled, lines)


def _sources(innovation: Innovation) -> str:
    publishers = dict.fromkeys(source.penerbit or source.judul for source in innovation.sumber)
    return f"Sumber: {words.listing(publishers)}. Daftar lengkapnya ada di halaman web."


def _checked(innovation: Innovation) -> str:
    if not innovation.diperiksa:
        return "Belum pernah diperiksa oleh petugas."
    return f"Terakhir diperiksa: {words.date(innovation.diperiksa.tanggal)}, oleh {innovation.diperiksa.oleh}."
