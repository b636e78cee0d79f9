"""The static files described as an interface (OpenAPI 3.1): for programmers, who can make a client from it."""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.opendata import files
from portal.opendata.dataset import description
from portal.opendata.files import ONE, DataFile, published
from portal.opendata.publication import FOLDER, TERMS, TITLE, VERSION, address, terms
from portal.values import SLUG


def openapi(catalogue: Catalogue) -> dict[str, Any]:
    """Return the description of every file; all are read with GET, none takes a query."""
    listed = published(len(catalogue.innovations))
    paths = {f"/{FOLDER}/{file.name}": {"get": _read(catalogue, file)} for file in listed}
    paths[f"/{FOLDER}/{ONE.name}"] = {"get": _read_one(catalogue)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": f"{VERSION}.0.0",
            "summary": "Data terbuka sebagai berkas statis",
            "description": description(catalogue),
            "termsOfService": terms(catalogue),
            "license": {"name": TERMS, "url": terms(catalogue)},
        },
        "servers": [{"url": catalogue.settings.alamat.rstrip("/")}],
        "paths": dict(sorted(paths.items())),
    }


def _read(catalogue: Catalogue, file: DataFile) -> dict[str, Any]:
    shape = {"schema": {"$ref": f"{address(catalogue, 'skema.json')}#/$defs/{file.part}"}} if file.part else {}
    return {
        "operationId": "baca_" + file.name.replace(".", "_").replace("/", "_").replace("{id}", "satu"),
        "summary": file.title,
        "description": file.purpose,
        "responses": {
            "200": {"description": "Isi berkas.", "content": {file.media: shape}},
            "304": {"description": "Belum berubah sejak dibaca terakhir (ETag atau Last-Modified)."},
        },
    }


def _read_one(catalogue: Catalogue) -> dict[str, Any]:
    ids = [one.id for one in catalogue.innovations]
    described = _read(catalogue, ONE)
    described["parameters"] = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "Kode inovasi.",
            "schema": {"type": "string", "pattern": SLUG} | ({"enum": ids} if len(ids) <= files.LISTED_MOST else {}),
        }
    ]
    described["responses"]["404"] = {"description": "Tidak ada inovasi dengan kode itu."}
    return described
