"""What can be found: one document per innovation, per contact and per page of words, with weighted texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from portal import words
from portal.catalogue import Catalogue, Text
from portal.choices import Audience, ContactKind
from portal.model import Contact, Innovation
from portal.search.spelling import tokens

Weighted = tuple[float, str]
Result = tuple[str, ...]
"""What a line of results says; ends may lack.

Address, name, summary, for whom, what to mind, number to dial, number to read.
"""

NAME: Final = 12.0
OTHER_NAME: Final = 10.0
KEYWORD: Final = 6.0
AUDIENCE: Final = 5.0
SUMMARY: Final = 3.0
ACTIVITY: Final = 2.5
BODY: Final = 1.2
CONTACT: Final = 0.7  # contacts and pages stand behind innovations that hold the same words
MADE: Final = (
    Text("cetak/index.html", "Cetak", "Buku, poster, dan selebaran untuk dicetak."),
    Text("saring/", "Saring inovasi", "Inovasi menurut siapa yang dibantu."),
    Text("data-terbuka/", "Data terbuka", "Data portal ini untuk diunduh."),
    Text("kamus-data/", "Kamus data", "Arti setiap isian data."),
)
"""Pages that are made and lead to no single record."""
_WARNED: Final = frozenset({ContactKind.DARURAT, ContactKind.BANTUAN})  # others have time to read their own entry
TELLING: Final = 6  # letters; shorter words of names, such as jalan, mean too much to be searched for alone
NEED_RANKS: Final = (4.0, 3.0, 2.0)  # a need names the innovation that fits best first


@dataclass(frozen=True, slots=True)
class Document:
    """One line of results, and the texts it is found by; `id` is what synonyms may name.

    `texts` are running texts, `phrases` are names and keywords, each one expression, on a line of its own.
    """

    id: str
    result: Result
    texts: tuple[Weighted, ...]
    phrases: tuple[Weighted, ...]


def documents(catalogue: Catalogue) -> Iterator[Document]:
    """Yield all documents: innovations in the order of their file, then contacts, then pages."""
    needs: dict[str, list[Weighted]] = {}
    for need in catalogue.needs:
        for weight, code in zip(NEED_RANKS, need.inovasi, strict=False):
            needs.setdefault(code, []).extend(((weight, need.nama), (weight / 2, need.penjelasan)))
    for innovation in catalogue.innovations:
        yield _innovation(innovation, needs.get(innovation.id, []))
    for contact in catalogue.contacts:
        yield _contact(contact)
    for text in (*catalogue.texts, *MADE):
        yield _text(text)


def _innovation(innovation: Innovation, needs: list[Weighted]) -> Document:
    bodies = [*innovation.syarat, *innovation.cara, *innovation.hasil_layanan, *innovation.mitra]
    bodies += innovation.mudah_dibaca
    bodies += filter(None, (innovation.masalah, innovation.kebaruan, innovation.pelaksana, innovation.biaya))
    first, others, served = _audiences(innovation.sasaran)
    said: Result = (f"inovasi/{innovation.id}/", innovation.nama, innovation.ringkasan, served)
    if minded := _misleading(innovation):
        said += (minded,)
    places = [text for site in innovation.tempat for text in (site.nama, site.wilayah) if text]
    return Document(
        innovation.id,
        said,
        texts=(
            (NAME / 2, innovation.kepanjangan),
            (SUMMARY, innovation.ringkasan),
            (AUDIENCE * 1.6, first),
            (AUDIENCE, others),
            (BODY, " ".join(bodies)),
            (ACTIVITY, " ".join(innovation.kegiatan)),
            (BODY * 2, " ".join(places)),
            *needs,
        ),
        phrases=(
            (NAME, f"{innovation.nama}\n{innovation.kepanjangan}"),
            (OTHER_NAME, "\n".join(innovation.nama_lain)),
            (KEYWORD, "\n".join(innovation.kata_kunci)),
        ),
    )


def _misleading(innovation: Innovation) -> str:
    """Return the first sentence of what to mind when it says a long word of the name: people search for that word."""
    first = words.sentence(innovation.peringatan or "").partition(". ")[0].rstrip(".")
    named = {word for word in tokens(innovation.nama) if len(word) >= TELLING}
    return "" if named.isdisjoint(tokens(first)) else f"{first}."


@cache
def _audiences(served: tuple[Audience, ...]) -> tuple[str, str, str]:
    """Return the words of the first audience, those of the others, and all of them as people read them."""
    first, *others = [f"{one.label} {one.value}" for one in served]
    return first, " ".join(others), words.listing(one.label for one in served)


def _contact(contact: Contact) -> Document:
    numbers = [number for number in (contact.telepon, contact.whatsapp, contact.sms) if number]
    where = f"{contact.jenis.label}. Berlaku: {contact.berlaku}"
    noted = words.sentence(contact.catatan) if contact.catatan and contact.jenis in _WARNED else ""
    said: Result = (f"kontak/#{contact.jenis.value}", contact.nama, contact.keterangan, where, noted)
    if contact.telepon:
        extension = f", lalu tekan {contact.pesawat}" if contact.pesawat else ""
        said += (words.dialled(contact.telepon), contact.telepon + extension)
    return Document(
        contact.id,
        said,
        texts=(
            (AUDIENCE * CONTACT, contact.jenis.label),
            (AUDIENCE * CONTACT, contact.keterangan),
            (BODY * CONTACT, contact.alamat or ""),
        ),
        phrases=((NAME * CONTACT, contact.nama), (NAME, "\n".join(numbers))),
    )


def _text(text: Text) -> Document:
    return Document(
        text.address.partition("/")[0],
        (text.address, text.title, text.description),
        texts=((SUMMARY * CONTACT, text.description),),
        phrases=((NAME, text.title),),
    )
