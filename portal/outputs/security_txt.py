"""`security.txt`: where to report a weakness of the portal (RFC 9116). A later step moves it to `.well-known/`.

It must say until when it holds. That date is a year after someone last went through the portal's sources: a portal
that nobody has looked at for a year has nobody who reads such reports either.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal import words
from portal.catalogue import Catalogue
from portal.lifetime import expires
from portal.model import Contact
from portal.outputs.page import MARK, Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `security.txt`."""
    lines = (
        f"# {MARK}",
        *(f"Contact: {address}" for address in _contacts(catalogue.agency)),
        f"Expires: {expires(catalogue.settings).isoformat()}T00:00:00Z",
        "Preferred-Languages: id, en",
        f"Canonical: {catalogue.settings.alamat}.well-known/security.txt",
    )
    yield Page("security.txt", ("\n".join(lines) + "\n").encode())


def _contacts(agency: Contact) -> Iterator[str]:
    """Yield the ways to reach the agency as addresses, the quiet ones first; one is required (RFC 9116, 2.5.3)."""
    if agency.surel:
        yield f"mailto:{agency.surel}"
    if agency.situs and agency.situs.startswith("https:"):
        yield agency.situs
    if agency.telepon:
        yield f"tel:{words.dialled(agency.telepon)}"
