"""Everything that is printed from a catalogue, as data for the layouts; each product is printed once per change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from math import ceil
from typing import Any, Final

from portal import look, words
from portal.catalogue import Catalogue, by_audience
from portal.model import Innovation, Need
from portal.papers import content, marks, press, store
from portal.papers.press import Duplex, PaperError, Printed
from portal.papers.wanted import Papers

VOLUME: Final = 100
"""The most services in one booklet: about 220 pages, which is what a clip holds and what the press sets in 450 MB."""

ELSEWHERE: Final = "Tanpa tempat tertentu"
"""The booklet of services whose district is not known."""

NAMED: Final = 6  # services under one need on the poster
EMERGENCY: Final = 3  # contacts on the poster and on a card

TITLE: Final = "Inovasi layanan sosial Jawa Timur"


@dataclass(frozen=True, slots=True)
class Edition:
    """A kind of sheet that every innovation has."""

    name: str
    title: str
    duplex: Duplex


EDITIONS: Final = (
    Edition("selebaran", "Selebaran A4", Duplex.LONG_EDGE),
    Edition("lipat", "Selebaran lipat tiga", Duplex.SHORT_EDGE),
    Edition("huruf-besar", "Huruf besar", Duplex.LONG_EDGE),
)


@dataclass(frozen=True)
class Product:
    """A PDF to print: its file name below `cetak/`, its title, its layout, its day (`YYYY-MM-DD`) and its data."""

    name: str
    title: str
    layout: str
    day: str
    duplex: Duplex
    data: Mapping[str, Any]
    leaflets: tuple[Product, ...] = ()
    """The leaflets bound into a booklet, in the order of its records: their plans save fitting them again."""

    @cached_property
    def key(self) -> str:
        """The name under which the store keeps it."""
        return store.key_of(self.layout, self.day, self.duplex, self.data)

    def printed(self) -> Printed:
        """Return it from the store, or print and keep it. Raises `PaperError`."""
        return store.kept(self.key, self.print_anew)

    def print_anew(self) -> Printed:
        """Print it, whatever the store holds. Raises `PaperError`."""
        data = {**self.data, **self._added()}
        try:
            return press.typeset(self.layout, data, self.day, self.duplex, spreads=bool(self.leaflets))
        except PaperError as error:
            raise PaperError(
                f"Lembar cetak tidak jadi: {self.title} (cetak/{self.name}): {error}. Pendekkan isian yang panjang."
            ) from error

    def _added(self) -> dict[str, Any]:
        """Return what follows from the data and is costly: QR codes, and the plans of leaflets."""
        plans: Sequence[Mapping[str, Any]] = [{"plan": leaflet.printed().plan} for leaflet in self.leaflets]
        added: dict[str, Any] = {"qr": marks.code(self.data["address"])} if "address" in self.data else {}
        if "sheet" in self.data:
            added["sheet"] = _coded(self.data["sheet"])
        if "records" in self.data:
            records = self.data["records"]
            added["records"] = [
                {**_coded(record), **plan} for record, plan in zip(records, plans or [{}] * len(records), strict=True)
            ]
        return added


def _coded(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**record, "qr": marks.code(record["address"])}


def editions(catalogue: Catalogue, innovation: Innovation) -> tuple[Product, ...]:
    """Return the sheets of one innovation, in the order of `EDITIONS`."""
    data = {**frame(catalogue), "sheet": _record(catalogue, innovation)}
    day = innovation.diperiksa.tanggal if innovation.diperiksa else catalogue.settings.penelusuran
    return tuple(
        Product(f"{innovation.id}-{edition.name}.pdf", edition.title, edition.name, day, edition.duplex, data)
        for edition in EDITIONS
    )


@dataclass(frozen=True, slots=True)
class Volume:
    """Services that share a booklet and cards: all of them, or of one district so many as a booklet holds.

    `name` and `title` say which part it is; both are empty for all.
    """

    name: str
    title: str
    records: Sequence[Innovation]


def volumes(catalogue: Catalogue) -> Iterator[Volume]:
    """Yield the volumes: one, or by district when there are more than `VOLUME` services."""
    if len(catalogue.innovations) <= VOLUME:
        yield Volume("", "", catalogue.innovations)
        return
    for label, records in _districts(catalogue):
        count = ceil(len(records) / VOLUME)
        for number in range(count):
            name, title = words.slug(label), label
            if count > 1:
                name, title = f"{name}-{number + 1}", f"{label}, jilid {number + 1} dari {count}"
            yield Volume(name, title, records[number * VOLUME : (number + 1) * VOLUME])


def _districts(catalogue: Catalogue) -> Iterator[tuple[str, list[Innovation]]]:
    """Yield the districts by name, each with its services, and last those without a district."""
    found: dict[str, tuple[str, list[Innovation]]] = {}
    elsewhere = []
    for innovation in catalogue.innovations:
        labels = {words.slug(site.wilayah): site.wilayah for site in innovation.tempat if site.wilayah}
        for slug, label in labels.items():
            found.setdefault(slug, (label, []))[1].append(innovation)
        if not labels:
            elsewhere.append(innovation)
    yield from (found[slug] for slug in sorted(found))
    if elsewhere:
        yield ELSEWHERE, elsewhere


def booklet(catalogue: Catalogue, volume: Volume) -> Product:
    """Return the booklet of a volume."""
    data = {
        **_overview(catalogue, volume.records),
        "title": f"{TITLE}: {volume.title}" if volume.title else TITLE,
        "records": [_record(catalogue, innovation) for innovation in volume.records],
        "index": list(_index(volume)),
        "contacts": list(_contacts(catalogue, volume)),
    }
    return _shared(
        catalogue,
        ("buku", volume.name),
        f"Buku: {volume.title}" if volume.title else "Buku semua inovasi",
        Duplex.LONG_EDGE,
        data,
        tuple(editions(catalogue, innovation)[0] for innovation in volume.records),
    )


def cards(catalogue: Catalogue, volume: Volume) -> Product:
    """Return the palm cards of a volume."""
    records = [_record(catalogue, innovation) for innovation in volume.records]
    title = f"{TITLE}: {volume.title}" if volume.title else TITLE
    data = {"title": f"Kartu saku: {title}", "records": records, "emergency": _emergency(catalogue)}
    which = f": {volume.title}" if volume.title else " A4, 10 kartu per lembar"
    return _shared(catalogue, ("kartu", volume.name), f"Kartu saku{which}", Duplex.NONE, data)


def poster(catalogue: Catalogue) -> Product:
    """Return the poster of all services by need."""
    data = {
        **_overview(catalogue, catalogue.innovations),
        "title": "Perlu bantuan? Cari di sini.",
        "needs": [_need(catalogue, need) for need in catalogue.needs],
        "desk": asdict(content.reception(catalogue.agency)),
        "emergency": _emergency(catalogue),
    }
    return _shared(catalogue, ("poster", ""), "Poster A3", Duplex.NONE, data)


def products(catalogue: Catalogue) -> Iterator[Product]:
    """Yield everything that is printed, the sheets of innovations first."""
    if catalogue.papers is Papers.ALL:
        for innovation in catalogue.innovations:
            yield from editions(catalogue, innovation)
    if catalogue.papers and catalogue.innovations:
        for volume in volumes(catalogue):
            yield booklet(catalogue, volume)
            yield cards(catalogue, volume)
    if catalogue.papers and catalogue.needs:
        yield poster(catalogue)


def count(catalogue: Catalogue) -> int:
    """Return how often `printing.run` will tell of a step with the products of this catalogue."""
    sheets = len(catalogue.innovations) * len(EDITIONS) if catalogue.papers is Papers.ALL else 0
    parts = [2 * len(volume.records) + 2 for volume in volumes(catalogue)] if catalogue.innovations else []
    return sheets + (sum(parts) + bool(catalogue.needs) if catalogue.papers else 0)


def frame(catalogue: Catalogue) -> dict[str, Any]:
    """Return what stands on every sheet and picture."""
    agency = catalogue.agency.nama
    official = catalogue.settings.resmi
    return {
        "agency": agency,
        "heading": f"Inovasi layanan {agency}",
        "gold": look.GOLD,
        "unofficial": "" if official else "Belum alamat resmi. Situs resmi pemerintah berakhiran .go.id.",
    }


def _record(catalogue: Catalogue, innovation: Innovation) -> dict[str, Any]:
    sheet = content.sheet(catalogue, innovation)
    rows = {str(rows): marks.mark(sheet.id, 5, rows, sheet.ink, sheet.tint) for rows in (3, 4, 6)}
    return {**asdict(sheet), "marks": {**rows, "square": marks.mark(sheet.id, 4, 4, sheet.ink, sheet.tint)}}


def _index(volume: Volume) -> Iterator[dict[str, Any]]:
    """Yield each audience that a volume serves, with its services."""
    for audience, found in by_audience(volume.records).items():
        items = [{"id": one.id, "name": one.nama} for one in found]
        yield {"title": audience.label, "ink": look.palette(audience).ink, "items": items}


def _contacts(catalogue: Catalogue, volume: Volume) -> Iterator[dict[str, Any]]:
    """Yield the contacts by kind: all of them, or in the booklet of a part those of its services and of emergencies."""
    named = {contact.id for contact in catalogue.emergency}
    for one in volume.records:
        named.update(contact.id for contact in (*catalogue.contacts_of(one), *catalogue.complaints_of(one)))
    for kind, found in catalogue.contacts_by_kind():
        shown = [contact for contact in found if not volume.name or contact.id in named]
        if shown:
            usual, where = content.usual_area(shown)
            yield {"title": kind.label, "where": where, "items": [content.listed(one, usual) for one in shown]}


def _emergency(catalogue: Catalogue) -> list[str]:
    return [content.entry(contact) for contact in catalogue.emergency[:EMERGENCY]]


def _overview(catalogue: Catalogue, innovations: Sequence[Innovation]) -> dict[str, Any]:
    """Return what a cover says."""
    month = words.date(catalogue.settings.penelusuran[:7])
    address = catalogue.settings.alamat
    columns, rows = (5, 3) if len(innovations) <= 15 else (8, 5)  # noqa: PLR2004
    services = [(one.id, look.palette(one.sasaran[0]).name) for one in innovations]
    return {
        "subtitle": f"{len(innovations)} inovasi layanan, untuk siapa, dan ke mana bertanya.",
        "unsure": content.unsure_of(innovations, content.reception(catalogue.agency)),
        "edition": f"Edisi {month}. Gratis, tidak untuk dijual.",
        "cover": marks.cover(services, columns, rows),
        "cover-ratio": rows / columns,
        "address": address,
        "shown": content.readable(address),
    }


def _need(catalogue: Catalogue, need: Need) -> dict[str, Any]:
    found = catalogue.chosen(need.inovasi)
    palette = look.palette(found[0].sasaran[0])
    rest = len(found) - NAMED
    shown = [one.nama for one in (found if rest <= 1 else found[:NAMED])]
    more = [f"dan {rest} lainnya"] if rest > 1 else []
    return {"title": need.nama, "ink": palette.ink, "tint": palette.tint, "items": [*shown, *more]}


def _shared(
    catalogue: Catalogue,
    name: tuple[str, str],
    title: str,
    duplex: Duplex,
    data: Mapping[str, Any],
    leaflets: tuple[Product, ...] = (),
) -> Product:
    """Return a product of many services; `name` is its layout and the part it is about."""
    file = "-".join(filter(None, name))
    whole = {**frame(catalogue), **data}
    return Product(f"{file}.pdf", title, name[0], catalogue.settings.penelusuran, duplex, whole, leaflets)
