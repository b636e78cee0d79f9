"""Where an error of the model stands: its node, its key, the fields around it and their model."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.fields import vocabulary_of
from portal.findings import Finding, find
from portal.model import Innovation, Source
from portal.source import Document, Fields
from portal.source.nodes import plain
from portal.source.reading import read_entry

TEXT = """id: okata-uti
nama: Okata Uti
kepanjangan: Operasi Katarak
ringkasan: Operasi mata
sasaran:
- lansia
- lansiaa
sumber:
- judul: Berita
  alamat: x
"""


def found() -> dict[tuple[str | int, ...], Finding]:
    document = Document("x", TEXT.split("\n"))
    record = read_entry(document, vocabulary_of(Innovation)).node
    assert isinstance(record, Fields)
    with pytest.raises(ValidationError) as raised:
        Innovation.model_validate(plain(record))
    findings = [find(error, Innovation, record, document) for error in raised.value.errors()]
    return {one.loc: one for one in findings}


def test_an_error_is_found_where_it_stands():
    findings = found()
    item = findings["sasaran", 1]
    assert (item.node.span.line, item.field, item.is_item, item.model) == (7, "sasaran", True, Innovation)
    assert item.about.label == "Sasaran"
    unknown = findings["sumber", 0, "alamat"]
    assert unknown.key is not None
    assert (unknown.key.span.line, unknown.field, unknown.is_item, unknown.model) == (10, "alamat", False, Source)


def test_what_is_missing_has_no_key_and_the_fields_that_lack_it():
    missing = found()["sumber", 0, "url"]
    assert missing.key is None
    assert plain(missing.owner) == {"judul": "Berita", "alamat": "x"}
    assert (missing.model, missing.about.label) == (Source, "Alamat")
