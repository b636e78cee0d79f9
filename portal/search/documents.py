"""What can be found: one document per innovation, per contact and per hand-written page, with weighted texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from portal import words
from portal.catalogue import Catalogue, Text
from portal.model import Contact, Innovation

Weighted = tuple[float, str]

NAME: Final = 12.0
OTHER_NAME: Final = 10.0
KEYWORD: Final = 6.0
AUDIENCE: Final = 5.0
SUMMARY: Final = 3.0
ACTIVITY: Final = 2.5
BODY: Final = 1.2
CONTACT: Final = 0.7  # contacts and pages stand behind innovations that hold the same words
NEED_RANKS: Final = (4.0, 3.0, 2.0)  # a need names the innovation that fits best first


@dataclass(frozen=True, slots=True)
class Document:
    """One line of results: where it leads, what it says, and the texts it is found by.

    `texts` are running texts, `phrases` are names and keywords, each one expression.
    """

    address: str
    name: str
    summary: str
    audience: str
    texts: tuple[Weighted, ...]
    phrases: tuple[Weighted, ...]
    id: str = ""
    dialled: str = ""
    telephone: str = ""


def documents(catalogue: Catalogue) -> Iterator[Document]:
    """Yield all documents: innovations in the order of their file, then contacts, then hand-written pages."""
    needs: dict[str, list[Weighted]] = {}
    for need in catalogue.needs:
        for weight, code in zip(NEED_RANKS, need.inovasi, strict=False):
            needs.setdefault(code, []).extend(((weight, need.nama), (weight / 2, need.penjelasan)))
    for innovation in catalogue.innovations:
        yield _innovation(innovation, needs.get(innovation.id, []))
    for contact in catalogue.contacts:
        yield _contact(contact)
    for text in catalogue.texts:
        yield _text(text)


def _innovation(innovation: Innovation, needs: list[Weighted]) -> Document:
    bodies = (
        *innovation.syarat,
        *innovation.cara,
        *innovation.hasil_layanan,
        *innovation.mitra,
        *innovation.mudah_dibaca,
        *(text for text in (innovation.masalah, innovation.kebaruan, innovation.pelaksana, innovation.biaya) if text),
    )
    places = (text for site in innovation.tempat for text in (site.nama, site.wilayah) if text)
    return Document(
        f"inovasi/{innovation.id}/",
        innovation.nama,
        innovation.ringkasan,
        words.listing(one.label for one in innovation.sasaran),
        texts=(
            (NAME / 2, innovation.kepanjangan),
            (SUMMARY, innovation.ringkasan),
            *(
                (AUDIENCE * (1 if rank else 1.6), f"{one.label} {one.value}")
                for rank, one in enumerate(innovation.sasaran)
            ),
            *((BODY, text) for text in bodies),
            *((ACTIVITY, text) for text in innovation.kegiatan),
            *((BODY * 2, text) for text in places),
            *needs,
        ),
        phrases=(
            (NAME, innovation.nama),
            (NAME, innovation.kepanjangan),
            *((OTHER_NAME, text) for text in innovation.nama_lain),
            *((KEYWORD, text) for text in innovation.kata_kunci),
        ),
        id=innovation.id,
    )


def _contact(contact: Contact) -> Document:
    numbers = [number for number in (contact.telepon, contact.whatsapp, contact.sms) if number]
    return Document(
        f"kontak/#{contact.jenis.value}",
        contact.nama,
        contact.keterangan,
        f"{contact.jenis.label}; berlaku di {words.inside(contact.berlaku)}"
        if contact.berlaku
        else contact.jenis.label,
        texts=(
            (AUDIENCE * CONTACT, contact.jenis.label),
            (AUDIENCE * CONTACT, contact.keterangan),
            (BODY * CONTACT, contact.alamat or ""),
        ),
        phrases=((NAME * CONTACT, contact.nama), *((NAME, number) for number in numbers)),
        id=contact.id,
        dialled=words.dialled(contact.telepon) if contact.telepon else "",
        telephone=f"{contact.telepon or ''}{f', lalu tekan {contact.pesawat}' if contact.pesawat else ''}",
    )


def _text(text: Text) -> Document:
    return Document(
        text.address,
        text.title,
        text.description,
        "",
        texts=((SUMMARY * CONTACT, text.description),),
        phrases=((NAME * CONTACT, text.title),),
        id=text.address.strip("/"),
    )
