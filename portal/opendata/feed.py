"""The change feed: which innovation was checked last, and when (Atom, RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from typing import Final

from portal import words
from portal.catalogue import Catalogue
from portal.model import Innovation
from portal.opendata import files
from portal.opendata.publication import SITE_NAME, TITLE, address, changed, publisher

ATOM: Final = "http://www.w3.org/2005/Atom"


def feed(catalogue: Catalogue) -> bytes:
    """Return the feed: the innovations whose records last changed hands, newest first, each on that day.

    The dates are those of the data. An entry's id holds its date, so that a reader's programme shows a record again
    when it was checked again; it does not hold the portal's address, so that a move shows nothing twice.
    """
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    _add(root, "title", f"{SITE_NAME}: yang baru diperiksa")
    _add(root, "subtitle", TITLE)
    _add(root, "id", _urn("umpan"))
    _add(root, "updated", _moment(catalogue.updated))
    _add(ET.SubElement(root, "author"), "name", publisher(catalogue))
    ET.SubElement(root, "link", {"rel": "self", "href": address(catalogue, "perubahan.atom")})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": catalogue.settings.alamat})
    dated = [(changed(catalogue, one), one) for one in catalogue.innovations]
    newest = sorted(sorted(dated, key=lambda pair: pair[1].id), key=lambda pair: pair[0], reverse=True)
    for day, one in newest[: files.FEED_MOST]:
        root.append(_entry(catalogue, day, one))
    ET.indent(root)
    body: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _entry(catalogue: Catalogue, day: str, one: Innovation) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "title", f"{one.nama}: diperiksa {words.date(day)}")
    _add(entry, "id", _urn(f"inovasi/{one.id}/{day}"))
    _add(entry, "updated", _moment(day))
    page = catalogue.address_of(one)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(entry, "summary", one.ringkasan)
    return entry


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"portal-inovasi/{name}").urn


def _moment(day: str) -> str:
    """Write a day as the moment it begins in East Java (RFC 3339)."""
    return f"{day}T00:00:00+07:00"
