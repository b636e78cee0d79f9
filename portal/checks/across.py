"""Rules across records and files: first on the values alone, places only for what has to be told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final, NamedTuple

from pydantic import BaseModel

from portal.checks.shelf import Shelf
from portal.checks.subject import Step
from portal.choices import ContactKind
from portal.model import Contact, Innovation, Need, Settings, Source, Synonym
from portal.problems import Problem
from portal.suggestions import Names, slug

RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "index"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that Windows keeps for devices, and the name of a folder's own page."""

CITED: Final = ("judul", "penerbit", "tanggal")
"""What is said about a source wherever its address stands."""

MOST: Final = 500
"""So many problems of one rule are told; each has to be looked up in its file."""

LISTED: Final = 30
"""Of so many codes all are told when one is wanted."""

Coded = Shelf[Innovation | Contact | Need]
Pointing = Shelf[Innovation | Need | Synonym | Settings]


@dataclass(frozen=True, slots=True)
class Index:
    """All valid records by kind, and whether the codes of innovations and of contacts are all known.

    To them belong those of records with errors, which are on no shelf.
    """

    innovations: Shelf[Innovation]
    contacts: Shelf[Contact]
    needs: Shelf[Need]
    synonyms: Shelf[Synonym]
    settings: Shelf[Settings]
    innovations_known: bool = True
    contacts_known: bool = True
    invalid_innovations: frozenset[str] = frozenset()
    invalid_contacts: frozenset[str] = frozenset()


TEXTS: Final = (
    *("syarat", "cara", "hasil_layanan", "mudah_dibaca", "mitra", "kegiatan", "dasar_hukum", "nama_lain", "kata_kunci"),
)
"""Lists of texts, which may stand above a list of codes."""

TIES: Final = (
    *("id", "nama", "terkait", "kontak", "pengaduan", "sumber", "inovasi", "instansi", "darurat"),
    *("jenis", *TEXTS),
)
"""The fields that decide whether records agree."""


def ties(record: BaseModel) -> tuple[object, ...]:
    """Return how a record is tied to others: while no tie changes, records that agreed still do."""
    return tuple(map(record.__dict__.get, TIES))


class Reference(NamedTuple):
    """A code that a record names, and where."""

    value: str
    shelf: Pointing
    number: int
    path: tuple[Step, ...]

    def problem(self, kind: str, **params: str | int) -> Problem:
        """Return a problem at this place."""
        return self.shelf.problem(kind, self.number, *self.path, isi=self.value, **params)


def across(index: Index) -> Iterator[Problem]:
    """Yield what is wrong between records."""
    for rule in RULES:
        yield from islice(rule(index), MOST)


def unique_codes(index: Index) -> Iterator[Problem]:
    """A code belongs to one record of its kind, whatever the case of its letters (Windows has one file for both)."""
    shelves: tuple[Coded, ...] = (index.innovations, index.contacts, index.needs)
    for shelf in shelves:
        codes = [record.id.casefold() for record in shelf.records]
        if len(set(codes)) == len(codes):
            continue
        first: dict[str, int] = {}
        for number, code in enumerate(codes):
            if (other := first.setdefault(code, number)) != number:
                yield doubled("duplicate_id", "id", shelf, number, other)


def unique_names(index: Index) -> Iterator[Problem]:
    """A name belongs to one record of its kind: readers could not tell two apart, and one may be a copy left over."""
    shelves: tuple[Coded, ...] = (index.innovations, index.contacts, index.needs)
    for shelf in shelves:
        names = [record.nama.casefold() for record in shelf.records]
        if len(set(names)) == len(names):
            continue
        first: dict[str, int] = {}
        for number, name in enumerate(names):
            other = first.setdefault(name, number)
            # A code that stands twice is told on its own.
            if shelf.records[other].id.casefold() != shelf.records[number].id.casefold():
                yield doubled("name_twice", "nama", shelf, number, other)


def doubled(kind: str, field: str, shelf: Coded, number: int, other: int) -> Problem:
    """Return the problem of a record that has a field as another, above it or in a file read earlier."""
    here, there = shelf.place(number, field), shelf.place(other, field)
    line = str(there.line) if there.path == here.path else f"{there.line} di {there.path}"
    return shelf.problem(kind, number, field, isi=getattr(shelf.records[number], field), baris=line)


def reserved_codes(index: Index) -> Iterator[Problem]:
    """A code becomes a file name: none that Windows keeps for itself, and not `index`."""
    shelves: tuple[Coded, ...] = (index.innovations, index.needs)
    for shelf in shelves:
        for number, record in enumerate(shelf.records):
            if record.id in RESERVED:
                yield shelf.problem("id_reserved", number, "id", isi=record.id)


def known_innovations(index: Index) -> Iterator[Problem]:
    """`terkait` and the needs name innovations that exist."""
    if index.innovations_known:
        pointing = ((index.innovations, ("terkait",)), (index.needs, ("inovasi",)))
        yield from unknown(index.innovations, pointing, "innovation_unknown", index.invalid_innovations)


def not_itself(index: Index) -> Iterator[Problem]:
    """An innovation is not related to itself."""
    shelf = index.innovations
    itself = [number for number, record in enumerate(shelf.records) if record.id in record.terkait]
    if itself and len({record.id for record in shelf.records}) == len(shelf.records):
        for number in itself:
            record = shelf.records[number]
            for position, code in enumerate(record.terkait):
                if code == record.id:
                    yield shelf.problem("related_self", number, "terkait", position, isi=code)


def known_contacts(index: Index) -> Iterator[Problem]:
    """`kontak`, `pengaduan` and the settings name contacts that exist."""
    if index.contacts_known:
        pointing = (
            (index.innovations, ("pengaduan", "kontak")),
            (index.needs, ("kontak",)),
            (index.synonyms, ("kontak",)),
            (index.settings, ("instansi", "kontak", "pengaduan", "darurat")),
        )
        yield from unknown(index.contacts, pointing, "contact_unknown", index.invalid_contacts)


def complaint_channels(index: Index) -> Iterator[Problem]:
    """`pengaduan` names channels for complaints; other contacts get there when the line `kontak:` is deleted."""
    others = {one.id for one in index.contacts.records if one.jenis is not ContactKind.PENGADUAN}
    shelves: tuple[Shelf[Innovation | Settings], ...] = (index.innovations, index.settings)
    for shelf in shelves:
        for number, record in enumerate(shelf.records):
            at = next((at for at, code in enumerate(record.pengaduan) if code in others), None)
            if at is not None:
                code = record.pengaduan[at]
                params = {} if record.kontak else {"isian": "kontak"}
                yield shelf.problem("no_complaint_channel", number, "pengaduan", at, isi=code, **params)


def codes_among_texts(index: Index) -> Iterator[Problem]:
    """No text is the code of a contact or of an innovation while the field for it is empty: its line was deleted."""
    fields = {one.id: "pengaduan" if one.jenis is ContactKind.PENGADUAN else "kontak" for one in index.contacts.records}
    # Nobody seeks with a dash, but some ids are words that one may seek.
    fields |= {one.id: "terkait" for one in index.innovations.records if "-" in one.id}
    for number, record in enumerate(index.innovations.records):
        for name in TEXTS if not (record.terkait and record.kontak and record.pengaduan) else ():
            texts = getattr(record, name)
            at = next(
                (at for at, text in enumerate(texts) if text in fields and not getattr(record, fields[text])), None
            )
            if at is not None:
                params = {"isi": texts[at], "isian": fields[texts[at]]}
                yield index.innovations.problem("code_as_text", number, name, at, **params)


def unknown(
    codes: Shelf[Innovation | Contact],
    pointing: Iterable[tuple[Pointing, Sequence[str]]],
    kind: str,
    invalid: frozenset[str],
) -> Iterator[Problem]:
    """Yield the codes that are named and not there, at their first use; none when a code stands twice or must change.

    Several references to a code that is not there, and none to one that can only be a slip of it: then the code was
    changed, not they. The same when the missing code is the name of a record to which nothing refers. Nobody can tell
    while there are `invalid` records, which may refer to it.
    """
    known = {record.id: number for number, record in enumerate(codes.records)}
    if len(known) < len(codes.records) or RESERVED & known.keys():
        return
    used = Counter(chain.from_iterable(named(shelf, fields) for shelf, fields in pointing))
    missing = used.keys() - known.keys() - invalid
    if not missing:
        return
    names = Names([*known, *invalid])
    renamed = {slug(record.nama): record.id for record in codes.records if not used[record.id]}
    for reference in references(pointing):
        value = reference.value
        if value not in missing:
            continue
        missing.remove(value)
        near = names.surely(value)
        changed = renamed.get(value) or (near if near and used[value] > 1 and not used[near] else None)
        if changed and not invalid:
            yield codes.problem("id_changed", known[changed], "id", isi=changed, rujukan=value, jumlah=used[value])
        else:
            params: dict[str, str | int] = {"saran": near} if near else {}
            params |= {"pilihan": ", ".join([*known, *sorted(invalid)])} if len(known) <= LISTED else {}
            yield reference.problem(kind if used[value] == 1 else f"{kind}_often", jumlah=used[value], **params)


def named(shelf: Pointing, fields: Sequence[str]) -> Iterator[str]:
    """Yield the codes in some fields of the records of a shelf."""
    for field in fields:
        for record in shelf.records:
            value = getattr(record, field)
            if isinstance(value, tuple):
                yield from value
            else:
                yield value


def references(pointing: Iterable[tuple[Pointing, Sequence[str]]]) -> Iterator[Reference]:
    """Yield the codes in some fields of the records of shelves, each with its place."""
    for shelf, fields in pointing:
        for number, record in enumerate(shelf.records):
            for field in fields:
                value = getattr(record, field)
                if isinstance(value, tuple):
                    yield from (Reference(code, shelf, number, (field, at)) for at, code in enumerate(value))
                else:
                    yield Reference(value, shelf, number, (field,))


def with_codes(problems: Sequence[Problem], index: Index) -> Iterator[Problem]:
    """Yield problems; to what is no code comes the code of the record that has this name, or that is nearly this."""
    shelves: dict[str, Coded] = {"data/innovations.yaml": index.innovations, "data/contacts.yaml": index.contacts}
    codes: dict[tuple[object, str | None], str] = {}
    if any(problem.kind == "reference" for problem in problems):
        codes = {(file, slug(one.nama)): one.id for file, shelf in shelves.items() for one in shelf.records}
        codes |= {(file, one.id): one.id for file, shelf in shelves.items() for one in shelf.records}
    for problem in problems:
        code = codes.get((problem.params.get("tempat"), slug(str(problem.params.get("isi")))))
        yield replace(problem, params={**problem.params, "saran": code}) if code else problem


class Citation(NamedTuple):
    """What is said about a source in one record, and where."""

    told: tuple[str | None, ...]
    shelf: Shelf[Innovation | Contact]
    number: int
    position: int


def one_source_one_title(index: Index) -> Iterator[Problem]:
    """One address has one title, publisher and date wherever it is named; the rarer version is the wrong one."""
    first: dict[str, tuple[str | None, ...]] = {}
    disputed = set()
    listed = chain((one.sumber for one in index.innovations.records), (one.sumber for one in index.contacts.records))
    for source in chain.from_iterable(listed):
        said = (source.judul, source.penerbit, source.tanggal)
        if first.setdefault(source.url, said) != said:
            disputed.add(source.url)
    versions: dict[str, list[Citation]] = defaultdict(list)
    for source, citation in citations(index) if disputed else ():
        if source.url in disputed:
            versions[source.url].append(citation)
    for address, found in versions.items():
        yield from outvoted(address, found)


def citations(index: Index) -> Iterator[tuple[Source, Citation]]:
    """Yield every source with its place."""
    shelves: tuple[Shelf[Innovation | Contact], ...] = (index.innovations, index.contacts)
    for shelf in shelves:
        for number, record in enumerate(shelf.records):
            for position, source in enumerate(record.sumber):
                yield source, Citation((source.judul, source.penerbit, source.tanggal), shelf, number, position)


def outvoted(address: str, citations: Sequence[Citation]) -> Iterator[Problem]:
    """Yield the sources that differ from most; when no version has more voices, all of them."""
    (usual, most), (_, second) = Counter(one.told for one in citations).most_common(2)
    for one in citations:
        if one.told != usual or most == second:
            other = next(o for o in citations if o.told != one.told and (most == second or o.told == usual))
            differing = [index for index, name in enumerate(CITED) if one.told[index] != other.told[index]]
            names = ", ".join(CITED[index] for index in differing)
            there = other.shelf.place(other.number, "sumber", other.position, "url")
            path = ("sumber", one.position, CITED[differing[0]])
            told = f"{there.path}:{there.line}"
            yield one.shelf.problem("source_differs", one.number, *path, isi=address, isian=names, baris=told)


RULES: Final[tuple[Callable[[Index], Iterator[Problem]], ...]] = (
    unique_codes,
    unique_names,
    reserved_codes,
    known_innovations,
    not_itself,
    known_contacts,
    complaint_channels,
    codes_among_texts,
    one_source_one_title,
)
