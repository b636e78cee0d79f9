"""What a sheet says: the words of the web page, chosen and ordered for paper. Plain values only, ready for JSON.

Everything a sheet prints about an innovation goes through here, so that the checks, the tests and the layouts all see
the same texts. Nothing is left out silently: a field either stands on every sheet or on none (`limits.ON_PAPER`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal
from urllib.parse import urlsplit

from portal import look, words
from portal.catalogue import Catalogue, unknown
from portal.choices import ContactKind, Status
from portal.model import UNKNOWN, Contact, Innovation, Site

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
    """Everything that the sheets of one innovation say. Colours are `#rrggbb`, `address` is the page's web address.

    `unsure` says beside the title that nobody has confirmed that the service runs, and `ask_first` whom to ask.
    """

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
    unsure: tuple[str, ...]
    ask_first: str
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


_NAMED: Final = 3  # audiences
_SOURCES: Final = 150  # letters


def sheet(catalogue: Catalogue, innovation: Innovation) -> Sheet:
    """Gather what the sheets of one innovation say."""
    palette = look.palette(innovation.sasaran[0])
    desk, *others = catalogue.contacts_of(innovation)
    address = catalogue.address_of(innovation)
    return Sheet(
        id=innovation.id,
        name=innovation.nama,
        long_name=words.expansion(innovation.nama, innovation.kepanjangan),
        lead=words.sentence(innovation.ringkasan),
        brief=brief(innovation),
        audiences=tuple(audience.label for audience in innovation.sasaran),
        for_whom=words.sentence(for_whom(innovation, _NAMED)),
        palette=palette.name,
        ink=palette.ink,
        tint=palette.tint,
        warning=words.sentence(innovation.peringatan) if innovation.peringatan else "",
        halted=_halted(innovation),
        unsure=_unsure(innovation),
        ask_first=ask_first(reception(desk)),
        main=tuple(filter(_is_wide, _sections(innovation))),
        side=tuple(_side(innovation, others, catalogue.complaints_of(innovation))),
        questions=tuple(field.question for field in unknown(innovation)),
        say=f"Saya mau bertanya tentang {innovation.nama}.",
        desk=reception(desk),
        sources=_sources(innovation),
        checked=_checked(innovation),
        status=_told(innovation.status),
        address=address,
        shown=readable(address),
    )


def brief(innovation: Innovation) -> str:
    """Return one line for a palm card: the first sentence of the summary, cut at a word when it is long."""
    text = words.first_sentence(innovation.ringkasan)
    return text if len(text) <= BRIEF else f"{text[:BRIEF].rsplit(' ', 1)[0].rstrip(',;')}\u00a0…"


def for_whom(innovation: Innovation, most: int) -> str:
    """Say for whom an innovation is, on one line: at most so many audiences by name."""
    named = [words.inside(audience.label) for audience in innovation.sasaran]
    return f"Untuk {words.listing(named if len(named) <= most else [*named[:most], 'lainnya'])}"


def readable(address: str) -> str:
    """Return a web address as people read it: without its scheme."""
    return address.partition("://")[2]


def _halted(innovation: Innovation) -> str:
    return _told(innovation.status) if innovation.status in (Status.BERHENTI, Status.JEDA) else ""


def _unsure(innovation: Innovation) -> tuple[str, ...]:
    return (f"{Status.BELUM.label}.", Status.BELUM.help) if innovation.status is Status.BELUM else ()


def _told(status: Status) -> str:
    return f"{status.label}. {status.help}"


def ask_first(desk: Desk) -> str:
    """Say whom to ask before going anywhere: by number where the desk has one."""
    return f"Tanyakan dulu: {desk.reach}." if desk.dialled else f"Tanyakan dulu ke {desk.name}."


def unsure_of(innovations: Sequence[Innovation], desk: Desk) -> str:
    """Say of how many of these nobody has confirmed that they run, and whom to ask; nothing when all are confirmed."""
    unsure = sum(innovation.status is Status.BELUM for innovation in innovations)
    if not unsure:
        return ""
    which = "Semua inovasi" if unsure == len(innovations) else f"{unsure} dari {len(innovations)} inovasi"
    return f"{which} {words.inside(Status.BELUM.label)}. {Status.BELUM.help} {ask_first(desk)}"


def _sections(innovation: Innovation) -> Iterator[Section]:
    """Yield what an innovation has to say, part by part, as the web page does."""
    received = innovation.hasil_layanan
    schedule = (f"Jadwal\t{words.sentence(innovation.jadwal)}",) if innovation.jadwal else ()
    wanted: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
        ("Singkatnya", "plain", _sentences(*innovation.mudah_dibaca)),
        ("Cara mendapatkan", "steps", _sentences(*innovation.cara)),
        ("Yang perlu disiapkan", "list", _sentences(*innovation.syarat)),
        ("Apa yang dilakukan", "list", _sentences(*innovation.kegiatan)),
        ("Biaya", "plain", _sentences(innovation.biaya)),
        ("Lama layanan", "plain", _sentences(innovation.waktu)),
        ("Yang Anda terima", "list" if len(received) > 1 else "plain", _sentences(*received)),
        ("Di mana dan kapan", "facts", (*map(_site, innovation.tempat), *schedule)),
        ("Pelaksana", "plain", _sentences(innovation.pelaksana)),
    )
    for title, kind, items in wanted:
        if items:
            yield Section(title, kind, items)


def _sentences(*texts: str | None) -> tuple[str, ...]:
    return tuple(words.sentence(text) for text in texts if text)


_WIDE: Final = frozenset({"Singkatnya", "Cara mendapatkan", "Yang perlu disiapkan", "Apa yang dilakukan"})
_NARROW_LETTERS: Final = 160
"""A part with more letters than this stands in the wide column, whatever it is about."""


def _is_wide(section: Section) -> bool:
    return section.title in _WIDE or sum(map(len, section.items)) > _NARROW_LETTERS


def _side(innovation: Innovation, others: list[Contact], complaints: tuple[Contact, ...]) -> Iterator[Section]:
    """Yield the parts of the narrow column."""
    yield Section("Untuk siapa?", "ticks", tuple(audience.label for audience in innovation.sasaran))
    if others:
        yield Section("Kontak lain", "facts", tuple(map(entry, others)))
    yield from (section for section in _sections(innovation) if not _is_wide(section))
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


def entry(contact: Contact) -> str:
    """Return a contact as a line of facts: name, how to reach it (empty where the name ends with it), what to mind."""
    return "\t".join((*_named(contact), *_notes(contact)))


def listed(contact: Contact, usual: str) -> str:
    """Return a contact of a list as a line of facts: besides, what it is for, another way to reach it, and conditions.

    These are where it serves, unless that is the `usual`, what it costs and when it answers, as far as that is known.
    """
    other = (f"WhatsApp {contact.whatsapp}",) if contact.whatsapp and contact.telepon else ()
    where = () if contact.berlaku in {usual, UNKNOWN} else (("Berlaku di", contact.berlaku),)
    known = " ".join(f"{label}: {text}." for label, text in (*where, *contact.known_conditions))
    told = (*_sentences(contact.keterangan), *_notes(contact), *other)
    return "\t".join((*_named(contact), *told, *((known,) if known else ())))


def usual_area(contacts: Sequence[Contact]) -> tuple[str, str]:
    """Return where most of these contacts serve, and how that is said once for all; nothing where few share an area."""
    area, times = Counter(one.berlaku for one in contacts).most_common(1)[0]
    if times == 1 or times * 2 <= len(contacts):
        return "", ""
    return area, f"Berlaku di{'' if times == len(contacts) else ' (kecuali disebut lain)'}: {area}."


def _named(contact: Contact) -> tuple[str, str]:
    reach, _ = reached(contact)
    return contact.nama, "" if contact.nama.endswith(reach) else reach


def _notes(contact: Contact) -> tuple[str, ...]:
    """Return what the note of an emergency number begins with: in danger nobody has time to find that out."""
    if contact.jenis is ContactKind.DARURAT and contact.catatan:
        return (words.first_sentence(contact.catatan),)
    return ()


def reception(contact: Contact) -> Desk:
    """Return a contact as the sheets show the first place to ask."""
    reach, dialled = reached(contact)
    lines = tuple(line for line in (contact.alamat, contact.surel) if line and line != reach)
    return Desk(contact.nama, reach, dialled, lines)


def _sources(innovation: Innovation) -> str:
    """Name the publishers, as many as stand on a few lines; the web page lists every source."""
    publishers = list(dict.fromkeys(source.penerbit or source.judul for source in innovation.sumber))
    lengths = accumulate(len(publisher) + 2 for publisher in publishers)
    fitting = max(1, sum(length <= _SOURCES for length in lengths))
    rest = len(publishers) - fitting
    shown = [*publishers[:fitting], f"{rest} lainnya"] if rest else publishers
    return f"Sumber: {words.listing(shown)}. Daftar lengkapnya ada di halaman web."


def _checked(innovation: Innovation) -> str:
    if not innovation.diperiksa:
        return "Belum pernah diperiksa oleh petugas."
    return f"Terakhir diperiksa: {words.date(innovation.diperiksa.tanggal)}, oleh {innovation.diperiksa.oleh}."
