"""The validated records, sorted and grouped: all that a template may ask for."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from portal import look, paging, words
from portal.choices import Audience, ContactKind, Status
from portal.fields import Described, described
from portal.look import Palette
from portal.model import Contact, Innovation, Need, Settings, Source, Synonym
from portal.papers.wanted import Papers

OTHER_LETTERS: Final = "Lainnya"
AUDIENCE_FACET: Final = "untuk"
_NO_LETTERS: Final = "lain"  # the slug of a label without any letter or digit of ASCII


@dataclass(frozen=True)
class Reference:
    """A source of the whole portal: what it is, and which innovations and contacts rest on it."""

    source: Source
    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A hand-written page: its address on the site, and its title and description."""

    address: str
    title: str
    description: str


@dataclass(frozen=True)
class Choice:
    """One value of a facet: what readers see, a name for addresses, and the innovations that have it."""

    label: str
    slug: str
    innovations: tuple[Innovation, ...]


@dataclass(frozen=True)
class Facet:
    """One way to narrow the catalogue: its label, a name for addresses, and its values."""

    label: str
    slug: str
    choices: tuple[Choice, ...]

    @cached_property
    def _labels(self) -> Mapping[str, list[str]]:
        labels: dict[str, list[str]] = {}
        for choice in self.choices:
            for innovation in choice.innovations:
                labels.setdefault(innovation.id, []).append(choice.label)
        return labels

    @property
    def single(self) -> bool:
        """Whether there is nothing to choose."""
        return len(self.choices) == 1

    def labels_of(self, innovation: Innovation) -> Sequence[str]:
        """Return the values that an innovation has."""
        return self._labels.get(innovation.id, ())


@dataclass(frozen=True)
class Catalogue:
    """The portal's records, in the order of their files, and the papers it has. References are known to be whole."""

    innovations: tuple[Innovation, ...]
    contacts: tuple[Contact, ...]
    needs: tuple[Need, ...]
    settings: Settings
    synonyms: tuple[Synonym, ...] = ()
    texts: tuple[Text, ...] = ()
    papers: Papers = Papers.ALL

    @cached_property
    def _innovation(self) -> Mapping[str, Innovation]:
        return {innovation.id: innovation for innovation in self.innovations}

    @cached_property
    def _contact(self) -> Mapping[str, Contact]:
        return {contact.id: contact for contact in self.contacts}

    def chosen(self, ids: Iterable[str]) -> tuple[Innovation, ...]:
        """Return the innovations with these ids, in this order."""
        return tuple(self._innovation[key] for key in ids)

    def named(self, ids: Iterable[str]) -> tuple[Contact, ...]:
        """Return the contacts with these ids, in this order."""
        return tuple(self._contact[key] for key in ids)

    @property
    def is_long(self) -> bool:
        """Whether there are too many innovations for one page: lists then are series of pages."""
        return len(self.innovations) > paging.SIZE

    @property
    def agency(self) -> Contact:
        """The contact of the agency that owns the portal."""
        return self._contact[self.settings.instansi]

    def address_of(self, innovation: Innovation) -> str:
        """Return the web address of an innovation's page."""
        return f"{self.settings.alamat}inovasi/{innovation.id}/"

    def contacts_of(self, innovation: Innovation) -> tuple[Contact, ...]:
        """Whom to ask about an innovation: its own contacts, else the portal's default ones."""
        return self.named(innovation.kontak or self.settings.kontak)

    def complaints_of(self, innovation: Innovation) -> tuple[Contact, ...]:
        """Where to complain about an innovation: its own channels, else the portal's default ones."""
        return self.named(innovation.pengaduan or self.settings.pengaduan)

    @property
    def emergency(self) -> tuple[Contact, ...]:
        """The contacts that come first where life may be in danger."""
        return self.named(self.settings.darurat)

    def contacts_by_kind(self) -> Iterator[tuple[ContactKind, tuple[Contact, ...]]]:
        """Yield each kind of contact that has entries, in the order of `ContactKind`."""
        for kind in ContactKind:
            if found := tuple(contact for contact in self.contacts if contact.jenis is kind):
                yield kind, found

    @cached_property
    def by_audience(self) -> Mapping[Audience, tuple[Innovation, ...]]:
        """Each audience that has innovations, as `by_audience` gives them."""
        return by_audience(self.innovations)

    def by_family(self) -> Iterator[tuple[Palette, tuple[Innovation, ...]]]:
        """Yield each innovation once, under the family of the audience that its record names first."""
        groups: dict[str, list[Innovation]] = {family.name: [] for family in look.PALETTES}
        for one in sorted(self.innovations, key=_stopped):
            groups[look.palette(one.sasaran[0]).name].append(one)
        for family in look.PALETTES:
            if members := groups[family.name]:
                yield family, tuple(members)

    @cached_property
    def updated(self) -> str:
        """The newest date (YYYY-MM-DD) on which the portal was searched, a record checked, or a source read."""
        found = [day for one in self.innovations for day in dates(one)]
        return max(self.settings.penelusuran, *found, *(day for one in self.contacts for day in dates(one)))

    @cached_property
    def unconfirmed(self) -> int:
        """How many innovations the agency has not yet confirmed."""
        return sum(one.status is Status.BELUM for one in self.innovations)

    def needs_of(self, audience: Audience) -> tuple[Need, ...]:
        """Return the needs whose most fitting innovation serves an audience."""
        return tuple(need for need in self.needs if audience in self._innovation[need.inovasi[0]].sasaran)

    def regions_of(self, need: Need) -> tuple[Choice, ...]:
        """Return where the innovations of a need work, when the place decides between them; else nothing."""
        placed = tuple(one for one in self.chosen(need.inovasi) if one.tempat)
        regions = _choices(placed, _regions)
        return regions if len({tuple(one.id for one in region.innovations) for region in regions}) > 1 else ()

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The ways to narrow the catalogue; a facet that holds nothing for any record is left out."""
        ways = (
            ("Untuk siapa", AUDIENCE_FACET, _audience_labels),
            ("Jenis", "jenis", lambda one: [one.jenis.label] if one.jenis else []),
            ("Status", "status", lambda one: [one.status.label]),
            ("Pelaksana", "pelaksana", lambda one: [one.pelaksana] if one.pelaksana else []),
            ("Kabupaten atau kota", "tempat", _regions),
        )
        found = (Facet(label, slug, _choices(self.innovations, values)) for label, slug, values in ways)
        return tuple(facet for facet in found if facet.choices)

    def by_letter(self) -> Iterator[tuple[str, tuple[Innovation, ...]]]:
        """Yield each letter that begins a name, with its innovations in alphabetical order.

        Names that begin with none of A to Z come last, under `OTHER_LETTERS`.
        """
        groups: dict[str, list[Innovation]] = {letter: [] for letter in (*string.ascii_uppercase, OTHER_LETTERS)}
        for one in sorted(self.innovations, key=lambda one: one.nama.casefold()):
            groups.get(one.nama[:1].upper(), groups[OTHER_LETTERS]).append(one)
        for letter, found in groups.items():
            if found:
                yield letter, tuple(found)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every source once, by its address, newest first; sources without a date come last."""
        found: dict[str, tuple[Source, list[Innovation], list[Contact]]] = {}
        for innovation in self.innovations:
            for source in _sources(innovation):
                found.setdefault(source.url, (source, [], []))[1].append(innovation)
        for contact in self.contacts:
            for source in _sources(contact):
                found.setdefault(source.url, (source, [], []))[2].append(contact)
        ordered = sorted(found.values(), key=_title)
        ordered.sort(key=lambda one: one[0].tanggal or "", reverse=True)
        return tuple(Reference(source, tuple(using), tuple(asked)) for source, using, asked in ordered)


def by_audience(innovations: Iterable[Innovation]) -> Mapping[Audience, tuple[Innovation, ...]]:
    """Return each audience that these innovations serve, in the order of `Audience`; stopped ones come last."""
    groups: dict[Audience, list[Innovation]] = {audience: [] for audience in Audience}
    for one in sorted(innovations, key=_stopped):
        for audience in dict.fromkeys(one.sasaran):
            groups[audience].append(one)
    return {audience: tuple(found) for audience, found in groups.items() if found}


def dates(record: Innovation | Contact) -> list[str]:
    """Return the dates (YYYY-MM-DD) on which a person checked a record or read one of its sources."""
    read = [source.diakses for source in record.sumber if source.diakses]
    return [record.diperiksa.tanggal, *read] if record.diperiksa else read


def _choices(innovations: Iterable[Innovation], values: Callable[[Innovation], Iterable[str]]) -> tuple[Choice, ...]:
    """Group innovations by the values they have, in the order in which the values first appear."""
    groups: dict[str, list[Innovation]] = {}
    for innovation in innovations:
        for value in dict.fromkeys(values(innovation)):
            groups.setdefault(value, []).append(innovation)
    slugs = _distinct(map(words.slug, groups))
    return tuple(Choice(value, slug, tuple(found)) for slug, (value, found) in zip(slugs, groups.items(), strict=True))


def _distinct(slugs: Iterable[str]) -> Iterator[str]:
    """Yield a name of its own for each of these: labels that differ in signs alone have the same slug, or none."""
    taken: set[str] = set()
    repeated: Counter[str] = Counter()
    for slug in slugs:
        name = slug or _NO_LETTERS
        while name in taken:
            repeated[slug] += 1
            name = f"{slug or _NO_LETTERS}-{repeated[slug] + 1}"
        taken.add(name)
        yield name


def _regions(innovation: Innovation) -> list[str]:
    return [site.wilayah for site in innovation.tempat if site.wilayah]


def _audience_labels(innovation: Innovation) -> list[str]:
    return [audience.label for audience in innovation.sasaran]


def _stopped(innovation: Innovation) -> bool:
    return innovation.status is Status.BERHENTI


def _title(cited: tuple[Source, object, object]) -> str:
    return cited[0].judul.casefold()


def _sources(record: Innovation | Contact) -> Iterable[Source]:
    """Return the sources of a record, each address once."""
    found: dict[str, Source] = {}
    for source in record.sumber:
        found.setdefault(source.url, source)
    return found.values()


STILL_RUNNING: Final = "Apakah layanan ini masih berjalan?"


def questions(innovation: Innovation) -> tuple[str, ...]:
    """Return what a reader should ask the agency: first whether the service still runs, when nobody confirmed it."""
    first = (STILL_RUNNING,) if innovation.status is Status.BELUM else ()
    return (*first, *[field.question for field in unknown(innovation)])


def unknown(innovation: Innovation) -> list[Described]:
    """Return the empty fields that a reader may ask the agency about, in the model's order."""
    return [field for field in _ASKED if not getattr(innovation, field.name)]


_ASKED: Final = tuple(field for field in described(Innovation).values() if field.question)


def backing(innovation: Innovation, *fields: str) -> tuple[int, ...]:
    """Return the numbers (from 1) of the sources that back any of these fields of a record.

    A figure or an award names its source itself; their fields have the sources of all their entries.
    """
    named = {entry.sumber for name in fields if name in _NAMING for entry in getattr(innovation, name)}
    stated = set(fields) - _NAMING
    return tuple(
        [
            number
            for number, source in enumerate(innovation.sumber, 1)
            if source.id in named or (stated and (not source.untuk or not stated.isdisjoint(source.untuk)))
        ]
    )


_NAMING: Final = frozenset({"hasil", "penghargaan"})


def labels(names: Iterable[str]) -> tuple[str, ...]:
    """Return the labels of these fields of an innovation, as they stand inside a sentence."""
    return tuple(words.inside(described(Innovation)[name].label) for name in names)
