"""The catalogue, the list from A to Z and the filters of a long portal: few choices that lead to series of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portal import paging
from portal.catalogue import AUDIENCE_FACET, OTHER_LETTERS, Catalogue, Choice, Facet
from portal.choices import Audience
from portal.outputs import audiences
from portal.outputs.page import Head, Page, markdown
from portal.outputs.series import Listing, pages_of, series
from portal.paging import Series, Spot
from portal.words import inside, number

FILTERS: Final = Head("Saring inovasi", "Inovasi menurut siapa yang dibantu, jenis, status, pelaksana, dan tempat.")
"""The head of `saring.md`, whether the portal is long or not."""

_AUDIENCES: Final = {audience.label: audience for audience in Audience}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `inovasi/index.md`, `abjad.md`, `saring.md`, and all that they lead to."""
    yield from _families(catalogue)
    yield from _letters(catalogue)
    yield from _filters(catalogue)


def _families(catalogue: Catalogue) -> Iterator[Page]:
    count = number(len(catalogue.innovations))
    head = Head("Semua inovasi", f"{count} inovasi layanan sosial Jawa Timur, menurut kelompok.")
    families = list(catalogue.by_family())
    yield markdown("inovasi/index.md", head, "families.md.j2", catalogue=catalogue, families=families)
    for family, innovations in families:
        own = Head(
            f"Kelompok {inside(family.label)}",
            f"Inovasi layanan sosial Jawa Timur, kelompok {inside(family.label)}.",
            f"warna-{family.name}",
        )
        listing = Listing(own, "inovasi/index.md", "Semua inovasi")
        yield from pages_of(listing, series("kelompok/", family.name), innovations, "cards.md.j2")


def _letters(catalogue: Catalogue) -> Iterator[Page]:
    head = Head("Daftar A sampai Z", f"{number(len(catalogue.innovations))} inovasi menurut huruf pertama namanya.")
    letters = [(letter, found, series("abjad/", letter.lower())) for letter, found in catalogue.by_letter()]
    yield markdown("abjad.md", head, "letters.md.j2", catalogue=catalogue, letters=letters)
    for letter, innovations, where in letters:
        named = "tanpa huruf A sampai Z di depan" if letter == OTHER_LETTERS else f"dengan huruf {letter}"
        own = Head(f"Inovasi {named}", f"Inovasi layanan sosial Jawa Timur {named}, menurut abjad.")
        yield from pages_of(Listing(own, "abjad.md", "Daftar A sampai Z"), where, innovations, "links.md.j2")


def _filters(catalogue: Catalogue) -> Iterator[Page]:
    facets = [(facet, _ways(facet)) for facet in catalogue.facets]
    yield markdown(
        "saring.md",
        FILTERS,
        "filters.md.j2",
        facets=[(facet, ways, series("saring/", facet.slug).first) for facet, ways in facets],
        most=paging.SIZE,
    )
    for facet, ways in facets:
        if len(ways) > paging.SIZE:
            head = Head(f"Saring menurut {inside(facet.label)}", f"Semua pilihan {inside(facet.label)}.")
            listing = Listing(head, "saring.md", FILTERS.title)
            yield from pages_of(listing, series("saring/", facet.slug), ways, "choices.md.j2")
        for choice, spot in ways:
            if spot == _where(facet, choice).first:
                yield from _value(facet, choice)


def _ways(facet: Facet) -> list[tuple[Choice, Spot]]:
    """Return the values of a facet in alphabetical order, and the page to which each leads."""
    return [(choice, _spot(facet, choice)) for choice in sorted(facet.choices, key=lambda one: one.label.casefold())]


def _spot(facet: Facet, choice: Choice) -> Spot:
    if audience := _AUDIENCES.get(choice.label) if facet.slug == AUDIENCE_FACET else None:
        return audiences.where(audience).first
    if len(choice.innovations) == 1:
        return Spot("inovasi/", choice.innovations[0].id)
    return _where(facet, choice).first


def _where(facet: Facet, choice: Choice) -> Series:
    """Return where the innovations with a value stand; all pages are numbered, since a value may end in a number."""
    rest = Spot("saring/", f"{facet.slug}-{choice.slug}-")
    return Series(Spot(rest.folder, f"{rest.name}1"), rest)


def _value(facet: Facet, choice: Choice) -> Iterator[Page]:
    title = f"{facet.label}: {choice.label}"
    listing = Listing(Head(title, f"Inovasi layanan sosial Jawa Timur. {title}."), "saring.md", FILTERS.title)
    return pages_of(listing, _where(facet, choice), choice.innovations, "links.md.j2")
