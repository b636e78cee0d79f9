"""The validated records, sorted and grouped: all that a template may ask for."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from portal import look, words
from portal.choices import Audience, ContactKind, Status
from portal.look import Palette
from portal.model import Contact, Innovation, Need, Settings, Source, Synonym
from portal.papers.wanted import Papers


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

    def labels_of(self, innovation: Innovation) -> tuple[str, ...]:
        """Return the values that an innovation has."""
        return tuple(choice.label for choice in self.choices if innovation in choice.innovations)


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
    def agency(self) -> Contact:
        """The contact of the agency that owns the portal."""
        return self._contact[self.settings.instansi]

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
        """Each audience that has innovations, in the order of `Audience`; stopped ones come last."""
        groups = {
            audience: tuple(sorted((one for one in self.innovations if audience in one.sasaran), key=_stopped))
            for audience in Audience
        }
        return {audience: found for audience, found in groups.items() if found}

    def by_family(self) -> Iterator[tuple[Palette, tuple[Innovation, ...]]]:
        """Yield each innovation once, under the family of the audience that its record names first."""
        for family in look.PALETTES:
            found = (one for one in self.innovations if look.palette(one.sasaran[0]) is family)
            if members := tuple(sorted(found, key=_stopped)):
                yield family, members

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
        return regions if len({one.innovations for one in regions}) > 1 else ()

    def facets(self) -> tuple[Facet, ...]:
        """Return the ways to narrow the catalogue; a facet that holds nothing for any record is left out."""
        ways = (
            ("Sasaran", "untuk", _audience_labels),
            ("Jenis", "jenis", lambda one: [one.jenis.label] if one.jenis else []),
            ("Status", "status", lambda one: [one.status.label]),
            ("Pelaksana", "pelaksana", lambda one: [one.pelaksana] if one.pelaksana else []),
            ("Kabupaten atau kota", "tempat", _regions),
        )
        found = (Facet(label, slug, _choices(self.innovations, values)) for label, slug, values in ways)
        return tuple(facet for facet in found if facet.choices)

    def by_letter(self) -> Iterator[tuple[str, tuple[Innovation, ...]]]:
        """Yield the letters A to Z that begin a name, with their innovations in alphabetical order."""
        ordered = sorted(self.innovations, key=lambda one: one.nama.casefold())
        for letter in string.ascii_uppercase:
            if found := tuple(one for one in ordered if one.nama.upper().startswith(letter)):
                yield letter, found

    def references(self) -> tuple[Reference, ...]:
        """Every source once, by its address, newest first; sources without a date come last."""
        sources: dict[str, Source] = {}
        for listed in (*(one.sumber for one in self.innovations), *(one.sumber for one in self.contacts)):
            for source in listed:
                sources.setdefault(source.url, source)
        ordered = sorted(sorted(sources.values(), key=_title), key=lambda source: source.tanggal or "", reverse=True)
        return tuple(self._reference(source) for source in ordered)

    def _reference(self, source: Source) -> Reference:
        return Reference(
            source,
            tuple(one for one in self.innovations if _cites(one, source)),
            tuple(one for one in self.contacts if _cites(one, source)),
        )


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
    return tuple(Choice(value, words.slug(value), tuple(found)) for value, found in groups.items())


def _regions(innovation: Innovation) -> list[str]:
    return [site.wilayah for site in innovation.tempat if site.wilayah]


def _audience_labels(innovation: Innovation) -> list[str]:
    return [audience.label for audience in innovation.sasaran]


def _stopped(innovation: Innovation) -> bool:
    return innovation.status is Status.BERHENTI


def _title(source: Source) -> str:
    return source.judul.casefold()


def _cites(record: Innovation | Contact, source: Source) -> bool:
    return any(one.url == source.url for one in record.sumber)


def unknown(innovation: Innovation) -> tuple[str, ...]:
    """Return what a reader may ask the agency: the question of each empty field that has one, in the model's order."""
    return tuple(question for name, question in _QUESTIONS if not getattr(innovation, name))


def _questions() -> Iterator[tuple[str, str]]:
    for name, info in Innovation.model_fields.items():
        extra = info.json_schema_extra
        if isinstance(extra, dict) and (question := extra["x-pertanyaan"]):
            yield name, str(question)


_QUESTIONS = tuple(_questions())


def backing(innovation: Innovation, *fields: str) -> tuple[int, ...]:
    """Return the numbers (from 1) of the sources that back any of these fields of a record."""
    return tuple(
        number
        for number, source in enumerate(innovation.sumber, 1)
        if not source.untuk or set(source.untuk) & set(fields)
    )


def labels(names: Iterable[str]) -> tuple[str, ...]:
    """Return the labels of these fields of an innovation, as they stand inside a sentence."""
    return tuple(words.inside(str(Innovation.model_fields[name].title)) for name in names)
