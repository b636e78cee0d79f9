"""Everything that is printed from a catalogue, as data for the layouts; each product is printed once per change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Final

from portal import look, words
from portal.catalogue import Catalogue
from portal.model import Innovation, Need
from portal.papers import content, marks, press, store
from portal.papers.press import Duplex, Printed

VOLUME: Final = 250
"""The most services in one booklet: a longer one would need more memory than a small machine has."""

NAMED: Final = 6  # services under one need on the poster
EMERGENCY: Final = 3  # contacts on the poster

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
    """A PDF to print: its file name below `cetak/`, its layout, its day (`YYYY-MM-DD`) and its data."""

    name: str
    layout: str
    day: str
    duplex: Duplex
    data: Mapping[str, Any]
    leaflets: tuple[Product, ...] = ()
    """The leaflets bound into a booklet, in the order of its records: their plans save fitting them again."""

    @cached_property
    def key(self) -> str:
        """The name under which the store keeps it: a hash of everything that decides its bytes."""
        told = json.dumps([self.layout, self.day, self.duplex, self.data], sort_keys=True)
        return hashlib.sha256(f"{press.foundation()} {told}".encode()).hexdigest()

    def printed(self) -> Printed:
        """Return it from the store, or print and keep it. Raises `PaperError`."""
        kept = store.load(self.key)
        if kept is None:
            kept = self.print_anew()
            store.save(self.key, kept)
        return kept

    def print_anew(self) -> Printed:
        """Print it, whatever the store holds. Raises `PaperError`."""
        data = {**self.data, **self._added()}
        return press.typeset(self.layout, data, self.day, self.duplex, spreads=bool(self.leaflets))

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
        Product(f"{innovation.id}-{edition.name}.pdf", edition.name, day, edition.duplex, data) for edition in EDITIONS
    )


def booklets(catalogue: Catalogue) -> tuple[Product, ...]:
    """Return the booklet of all services, in volumes of at most `VOLUME`."""
    records = catalogue.innovations
    volumes = [records[start : start + VOLUME] for start in range(0, len(records), VOLUME)]
    return tuple(_booklet(catalogue, volume, number, len(volumes)) for number, volume in enumerate(volumes, 1))


def cards(catalogue: Catalogue) -> Product:
    """Return the palm cards of all services."""
    records = [_record(catalogue, innovation) for innovation in catalogue.innovations]
    return _shared(catalogue, "kartu", Duplex.NONE, {"title": f"Kartu saku: {TITLE}", "records": records})


def poster(catalogue: Catalogue) -> Product:
    """Return the poster of all services by need."""
    data = {
        **_overview(catalogue, catalogue.innovations),
        "title": "Perlu bantuan? Cari di sini.",
        "needs": [_need(catalogue, need) for need in catalogue.needs],
        "desk": asdict(content.reception(catalogue.agency)),
        "emergency": [content.entry(contact) for contact in catalogue.emergency[:EMERGENCY]],
    }
    return _shared(catalogue, "poster", Duplex.NONE, data)


def products(catalogue: Catalogue) -> Iterator[Product]:
    """Yield everything that is printed, the sheets of innovations first."""
    for innovation in catalogue.innovations:
        yield from editions(catalogue, innovation)
    if catalogue.innovations:
        yield from (*booklets(catalogue), cards(catalogue))
    if catalogue.needs:
        yield poster(catalogue)


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


def _booklet(catalogue: Catalogue, volume: Sequence[Innovation], number: int, count: int) -> Product:
    within = {innovation.id for innovation in volume}
    index = [
        {"title": audience.label, "ink": look.palette(audience).ink, "items": _named(found, within)}
        for audience, found in catalogue.by_audience.items()
    ]
    data = {
        **_overview(catalogue, volume),
        "title": TITLE if count == 1 else f"{TITLE}, jilid {number} dari {count}",
        "records": [_record(catalogue, innovation) for innovation in volume],
        "index": [group for group in index if group["items"]],
        "contacts": [
            {"title": kind.label, "items": [content.entry(contact, purpose=True) for contact in found]}
            for kind, found in catalogue.contacts_by_kind()
        ],
    }
    name = "buku" if count == 1 else f"buku-{number}"
    leaflets = tuple(editions(catalogue, innovation)[0] for innovation in volume)
    return _shared(catalogue, "buku", Duplex.LONG_EDGE, data, name=name, leaflets=leaflets)


def _named(innovations: Iterable[Innovation], within: set[str]) -> list[dict[str, str]]:
    return [{"id": one.id, "name": one.nama} for one in innovations if one.id in within]


def _overview(catalogue: Catalogue, innovations: Sequence[Innovation]) -> dict[str, Any]:
    """Return what a cover says."""
    month = words.date(catalogue.settings.penelusuran[:7])
    address = catalogue.settings.alamat
    columns, rows = (5, 3) if len(innovations) <= 15 else (8, 5)  # noqa: PLR2004
    services = [(one.id, look.palette(one.sasaran[0]).name) for one in innovations]
    return {
        "subtitle": f"{len(innovations)} inovasi layanan, untuk siapa, dan ke mana bertanya.",
        "edition": f"Edisi {month}. Gratis, tidak untuk dijual.",
        "cover": marks.cover(services, columns, rows),
        "cover-ratio": rows / columns,
        "address": address,
        "shown": address.split("://")[1],
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
    layout: str,
    duplex: Duplex,
    data: Mapping[str, Any],
    *,
    name: str = "",
    leaflets: tuple[Product, ...] = (),
) -> Product:
    whole = {**frame(catalogue), **data}
    return Product(f"{name or layout}.pdf", layout, catalogue.settings.penelusuran, duplex, whole, leaflets)
