"""Rules across records and files, on an index that holds little more than codes and places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pydantic import BaseModel

from portal import suggestions
from portal.checks.subject import Step, Subject
from portal.model import Contact, Innovation, Need, Settings, Source, Synonym
from portal.problems import Place, Problem

RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "index"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that Windows keeps for devices, and the name of a folder's own page."""

CITED: Final = ("judul", "penerbit", "tanggal")
"""What is said about a source wherever its address stands."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A code or an address at a place of the data; `told` is what is said about it there, each with its place."""

    value: str
    place: Place
    line_text: str
    record: str
    told: tuple[str | None, ...] = ()
    spots: tuple[Place, ...] = ()
    spot_lines: tuple[str, ...] = ()

    def problem(self, kind: str, **params: str | int) -> Problem:
        """Return a problem at this place."""
        return Problem(kind, self.place, self.record, self.line_text, {"isi": self.value, **params})


@dataclass(slots=True)
class Index:
    """What the rules across records need: codes, references, sources, and whether all codes could be read."""

    innovations: list[Mention] = field(default_factory=list)
    contacts: list[Mention] = field(default_factory=list)
    needs: list[Mention] = field(default_factory=list)
    to_innovations: list[Mention] = field(default_factory=list)
    to_themselves: list[Mention] = field(default_factory=list)
    to_contacts: list[Mention] = field(default_factory=list)
    sources: list[Mention] = field(default_factory=list)
    innovations_known: bool = True
    contacts_known: bool = True

    def add(self, subject: Subject[BaseModel]) -> None:
        """Note the codes, references and sources of a record."""
        record = subject.record
        if isinstance(record, Innovation):
            self.innovations.append(mention(subject, record.id, "id"))
            related = mentions(subject, "terkait")
            self.to_innovations += related
            self.to_themselves += [other for other in related if other.value == record.id]
            self.to_contacts += [*mentions(subject, "kontak"), *mentions(subject, "pengaduan")]
        elif isinstance(record, Contact):
            self.contacts.append(mention(subject, record.id, "id"))
        elif isinstance(record, Need):
            self.needs.append(mention(subject, record.id, "id"))
            self.to_innovations += mentions(subject, "inovasi")
            self.to_contacts += mentions(subject, "kontak")
        elif isinstance(record, Synonym):
            self.to_contacts += mentions(subject, "kontak")
        elif isinstance(record, Settings):
            self.to_contacts.append(mention(subject, record.instansi, "instansi"))
            for name in ("kontak", "pengaduan", "darurat"):
                self.to_contacts += mentions(subject, name)
        if isinstance(record, Innovation | Contact):
            self.sources += [citation(subject, source, position) for position, source in enumerate(record.sumber)]


def mention(subject: Subject[BaseModel], value: str, *path: Step) -> Mention:
    """Return a code of a record with its place."""
    place, line_text = spot(subject, *path)
    return Mention(value, place, line_text, getattr(subject.record, "nama", ""))


def spot(subject: Subject[BaseModel], *path: Step) -> tuple[Place, str]:
    """Return the place of a value and its line."""
    span = subject.span(*path)
    return Place(subject.document.path, span.line, span.column, span.width), subject.document.line(span.line)


def citation(subject: Subject[BaseModel], source: Source, position: int) -> Mention:
    """Return the address of a source, with what is said about it and where."""
    spots = [spot(subject, "sumber", position, name) for name in CITED]
    told = tuple(getattr(source, name) for name in CITED)
    place, line_text = spot(subject, "sumber", position, "url")
    name = getattr(subject.record, "nama", "")
    return Mention(source.url, place, line_text, name, told, tuple(p for p, _ in spots), tuple(t for _, t in spots))


def mentions(subject: Subject[BaseModel], name: str) -> list[Mention]:
    """Return the codes in a list of a record."""
    return [mention(subject, code, name, index) for index, code in enumerate(getattr(subject.record, name))]


def across(index: Index) -> Iterator[Problem]:
    """Yield what is wrong between records."""
    for rule in RULES:
        yield from rule(index)


def unique_codes(index: Index) -> Iterator[Problem]:
    """A code belongs to one record of its file, whatever the case of its letters (Windows has one file for both)."""
    for codes in (index.innovations, index.contacts, index.needs):
        first: dict[str, Mention] = {}
        for code in codes:
            if (other := first.setdefault(code.value.casefold(), code)) is not code:
                yield code.problem("duplicate_id", baris=other.place.line)


def reserved_codes(index: Index) -> Iterator[Problem]:
    """A code becomes a file name: none that Windows keeps for itself, and not `index`."""
    for code in (*index.innovations, *index.needs):
        if code.value in RESERVED:
            yield code.problem("id_reserved")


def known_innovations(index: Index) -> Iterator[Problem]:
    """`terkait` and the needs name innovations that exist."""
    if index.innovations_known:
        yield from unknown(index.to_innovations, index.innovations, "innovation_unknown")


def not_itself(index: Index) -> Iterator[Problem]:
    """An innovation is not related to itself."""
    if len({code.value for code in index.innovations}) == len(index.innovations):
        yield from (other.problem("related_self") for other in index.to_themselves)


def known_contacts(index: Index) -> Iterator[Problem]:
    """`kontak`, `pengaduan` and the settings name contacts that exist."""
    if index.contacts_known:
        yield from unknown(index.to_contacts, index.contacts, "contact_unknown")


def unknown(references: Sequence[Mention], codes: Sequence[Mention], kind: str) -> Iterator[Problem]:
    """Yield the references to no code; none when a code stands twice or must change anyway.

    Several references to a code that is not there, and none to one like it: then the code was changed, not they. The
    same when the missing code is the name of that record.
    """
    known = {code.value: code for code in codes}
    if len(known) < len(codes) or RESERVED & known.keys():
        return
    used = Counter(reference.value for reference in references)
    changed = set()
    for reference in references:
        value = reference.value
        if value in known or value in changed:
            continue
        saran = suggestions.nearest(value, known)
        if saran and not used[saran] and (used[value] > 1 or suggestions.slug(known[saran].record) == value):
            changed.add(value)
            yield known[saran].problem("id_changed", rujukan=value, jumlah=used[value])
        else:
            yield reference.problem(kind, **({"saran": saran} if saran else {}))


def one_source_one_title(index: Index) -> Iterator[Problem]:
    """One address has one title, publisher and date wherever it is named; the rarer version is the wrong one."""
    versions: dict[str, list[Mention]] = defaultdict(list)
    for source in index.sources:
        versions[source.value].append(source)
    for sources in versions.values():
        counts = Counter(source.told for source in sources)
        if len(counts) > 1:
            yield from outvoted(sources, counts)


def outvoted(sources: Sequence[Mention], counts: Counter[tuple[str | None, ...]]) -> Iterator[Problem]:
    """Yield the sources that differ from most; when no version has more voices, all of them."""
    (usual, most), (_, second) = counts.most_common(2)
    for source in sources:
        if source.told != usual or most == second:
            other = next(one for one in sources if one.told != source.told and (most == second or one.told == usual))
            differing = [index for index, name in enumerate(CITED) if source.told[index] != other.told[index]]
            names = ", ".join(CITED[index] for index in differing)
            at = replace(source, place=source.spots[differing[0]], line_text=source.spot_lines[differing[0]])
            yield at.problem("source_differs", isian=names, baris=f"{other.place.path}:{other.place.line}")


RULES: Final[tuple[Callable[[Index], Iterator[Problem]], ...]] = (
    unique_codes,
    reserved_codes,
    known_innovations,
    not_itself,
    known_contacts,
    one_source_one_title,
)
