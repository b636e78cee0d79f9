"""Values by outlines: what libyaml's events say, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import synthetic
from portal.fields import vocabulary_of
from portal.model import Innovation
from portal.source.events import Events, Unusual
from portal.source.outlines import outlined
from portal.source.pieces import cut_pieces
from portal.source.smooth import HEAD, is_clean
from tests.test_slips import DATA, SHARED, slipped

WORDS = vocabulary_of(Innovation)
SIGNS = "\"'#|>-:&*!{}[],?~%@ \n=a0"
RECORD = """- id: "coba"
  nama: "Coba: satu, # dua"
  kosong:
  sasaran:
  - "lansia"
  - "tuli - dan # lain"
  penghargaan:
  - nama: "Piala"
    tahun: 2023
  - nama: "Piala 'lain'"
    tahun: 2024
    sumber:
    - "a"
  diperiksa:
    oleh: "Petugas"
"""


def by_events(text: str) -> tuple[dict[str, object], bool] | None:
    try:
        read = Events(text, is_list=True)
    except Unusual:
        return None
    return read.values, read.has_gaps


def records(file: Path) -> list[str]:
    pieces = [piece.decode() for piece in cut_pieces(file.read_bytes(), WORDS)]
    found = [(HEAD.match(piece), piece) for piece in pieces]
    return [piece[head.end() :] for head, piece in found if head and is_clean(piece)]


def test_real_records_are_read_by_outlines():
    made = [(outlined(text), by_events(text)) for text in records(DATA)]
    assert len(made) > 10
    assert [by for by, _ in made] == [by for _, by in made]
    assert None not in [by for by, _ in made]


def test_nearly_all_invented_records_are_read_by_outlines(tmp_path: Path):
    synthetic.write(300, tmp_path)
    texts = records(tmp_path / "innovations.yaml")
    assert len(texts) == 300
    found = [(text, made) for text in texts if (made := outlined(text))]
    assert 270 < len(found) < 300
    assert [made for _, made in found] == [by_events(text) for text, _ in found]


def test_a_record_with_every_kind_of_value():
    values, has_gaps = outlined(RECORD) or ({}, False)
    assert values == {
        "id": "coba",
        "nama": "Coba: satu, # dua",
        "kosong": None,
        "sasaran": ["lansia", "tuli - dan # lain"],
        "penghargaan": [
            {"nama": "Piala", "tahun": "2023"},
            {"nama": "Piala 'lain'", "tahun": "2024", "sumber": ["a"]},
        ],
        "diperiksa": {"oleh": "Petugas"},
    }
    assert has_gaps


@pytest.mark.parametrize(
    "text",
    [
        '- id: "a"\n  nama: "b\\"c"\n',  # an escape
        '- id: "a"\n  nama: "b\n  c"\n',  # two lines
        '- id: "a"\n  nama: "b\n    c"\n',
        '- id: "a"\n  nama: \'b "c"\'\n',  # quotes inside other quotes
        '- id: "a"\n  nama: b "c"\n',
        '- id: "a"\n  nama: |\n    b "c"\n',
        '- id: "a"\n  # tulis "b" di sini\n  nama: "c"\n',  # quotes in a comment
        '- id: "a" # "b"\n',
        '- id: "a"\n  "nama": "b"\n',  # a key in quotes
        '- id: "a"\n  tempat:\n    "nama": "b"\n',
        '- id: "a"\n  nama: &b "c"\n',  # what the data may not hold
        '- id: "a"\n  nama: !!str "c"\n',
        '- id: "a"\n  nama: *b\n',
        '- id: "a"\n  id: "b"\n',  # one field twice
        '- id: "a"\n  tempat:\n    nama: "b"\n    nama: "c"\n',
        '- id: "a"\n  nama: "b" "c"\n',
        '- id: "a"\n  nama: "b\n',  # not closed
        '- id: "a"\n  nama: sebuah nama\n',  # would be an outline of its own
        '- id: "a"\n - "b"\n',
        '- id: "a"\n- id: "b"\n',
        '- - "a"\n',
        '-\n  id: "a"\n',
        '  id: "a"\n',
        '- id: "a"\n  nama: "\ue0000"\n',
        "",
    ],
)
def test_what_an_outline_cannot_show_is_left_to_the_events(text: str):
    assert outlined(text) is None


def slips(ways: int) -> st.SearchStrategy[list[tuple[int, str, int]]]:
    slip = st.tuples(st.integers(0, len(RECORD) - 9), st.sampled_from(SIGNS), st.integers(0, 3))
    return st.lists(slip, min_size=ways, max_size=ways)


@settings(SHARED, max_examples=3000)
@given(slips=st.one_of(slips(1), slips(2), slips(4)))
def test_after_any_slip_outlines_say_what_events_say_if_anything(slips: list[tuple[int, str, int]]):
    text = RECORD
    for index, letter, way in slips:
        text = slipped(text, index, letter, way)
    found = outlined(text)
    if found and (read := by_events(text)):
        assert found == read
