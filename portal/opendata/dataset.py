"""The data set described for data catalogues (W3C DCAT 3) and for search engines (schema.org Dataset)."""

from __future__ import annotations

from typing import Any, Final

from portal.catalogue import Catalogue
from portal.opendata.files import DataFile, downloads
from portal.opendata.publication import SITE_NAME, TERMS, TITLE, VERSION, address, publisher, terms, warning

_IANA: Final = "https://www.iana.org/assignments/media-types/"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def description(catalogue: Catalogue) -> str:
    """Return what the data set holds, and how far it is confirmed."""
    return f"{TITLE}: untuk siapa, syarat, cara, biaya, kontak, hasil, dan sumber tiap keterangan. {warning(catalogue)}"


def identifier(catalogue: Catalogue) -> str:
    """Return what the data set is called everywhere, and for good: a place on a page that exists, without a version."""
    return f"{catalogue.settings.alamat}data-terbuka/#dataset"


def dcat(catalogue: Catalogue) -> dict[str, Any]:
    """Return the DCAT 3 description (W3C Recommendation of 22 August 2024): a catalogue with one data set."""
    home = catalogue.settings.alamat
    agent = {"@type": "foaf:Agent", "foaf:name": publisher(catalogue)}
    return {
        "@context": _CONTEXT,
        "@id": address(catalogue, "katalog.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": _said(f"Data terbuka {SITE_NAME}"),
        "dct:description": _said(description(catalogue)),
        "dct:publisher": agent,
        "foaf:homepage": {"@id": home},
        "dcat:dataset": {
            "@id": identifier(catalogue),
            "@type": "dcat:Dataset",
            "dct:identifier": identifier(catalogue),
            "dct:title": _said(TITLE),
            "dct:description": _said(description(catalogue)),
            "dct:publisher": agent,
            "dct:language": {"@id": "http://id.loc.gov/vocabulary/iso639-1/id"},
            "dct:spatial": _labelled("dct:Location", "Provinsi Jawa Timur"),
            "dct:modified": {"@type": "xsd:date", "@value": catalogue.updated},
            "dct:accessRights": _labelled("dct:RightsStatement", "Terbuka untuk umum"),
            "dct:conformsTo": {"@id": address(catalogue, "skema.json")},
            "dcat:version": VERSION,
            "dcat:landingPage": {"@id": f"{home}data-terbuka/"},
            "dcat:keyword": [_said(word) for word in keywords(catalogue)],
            "dcat:distribution": [_distribution(catalogue, file) for file in downloads(len(catalogue.innovations))],
        },
    }


def _said(text: str) -> dict[str, str]:
    return {"@language": "id", "@value": text}


def _labelled(kind: str, text: str) -> dict[str, Any]:
    """Return a thing of a kind, known by its words alone: the range of some DCMI terms is no text."""
    return {"@type": kind, "rdfs:label": _said(text)}


def _distribution(catalogue: Catalogue, file: DataFile) -> dict[str, Any]:
    where = {"@id": address(catalogue, file.name)}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _said(file.title),
        "dcat:accessURL": where,
        "dcat:downloadURL": where,
        "dcat:mediaType": {"@id": f"{_IANA}{file.media}"},
        "dct:license": {"@id": terms(catalogue)},
        "dct:rights": _labelled("dct:RightsStatement", TERMS),
    }


def schema_org(catalogue: Catalogue) -> dict[str, Any]:
    """Return the schema.org description that search engines for data read."""
    home = catalogue.settings.alamat
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": identifier(catalogue),
        "name": TITLE,
        "description": description(catalogue),
        "url": f"{home}data-terbuka/",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": terms(catalogue),
        "conditionsOfAccess": TERMS,
        "creator": {"@type": "Organization", "name": publisher(catalogue), "url": home},
        "dateModified": catalogue.updated,
        "version": VERSION,
        "spatialCoverage": {"@type": "AdministrativeArea", "name": "Provinsi Jawa Timur"},
        "keywords": list(keywords(catalogue)),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "contentUrl": address(catalogue, file.name),
                "encodingFormat": file.media,
            }
            for file in downloads(len(catalogue.innovations))
        ],
    }


def keywords(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words to be found by: the subject, and whom the innovations serve."""
    return ("pelayanan sosial", "inovasi pelayanan publik", *(one.label for one in catalogue.by_audience))
