"""Random accidents: no traceback, no hang, and what is rejected names the line of the slip or the one beside it."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mistakes import CASES, check_text

DATA = Path(__file__).parent.parent / "data" / "innovations.yaml"
TYPED = string.printable + "–—“”‘’é\u00a0\u200b\u202e\x00\x1b\x85"
SHARED = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
TO_CODES = {
    "innovation_unknown",
    "innovation_unknown_often",
    "source_code_unknown",
    "source_gone",
    "id_changed",
    "duplicate_id",
}
"""After these the slip may lie in the code instead: one of two places is wrong, and nobody can tell which."""


def slipped(text: str, index: int, letter: str, way: int) -> str:
    """Return a text with one letter left out, put in, replaced or swapped with the next."""
    before, here, after = text[:index], text[index], text[index + 1 :]
    return (
        before + after,
        before + letter + here + after,
        before + letter + after,
        before + after[:1] + here + after[1:],
    )[way]


@pytest.mark.parametrize(("path", "times"), [(DATA, 150), (CASES / "base.yaml", 1000)], ids=["real", "base"])
def test_a_slip_is_told_where_it_was_made(path: Path, times: int, tmp_path: Path):
    text = path.read_text(encoding="utf-8")

    @settings(SHARED, max_examples=times)
    @given(index=st.integers(0, len(text) - 2), letter=st.sampled_from(TYPED), way=st.integers(0, 3))
    def slip(index: int, letter: str, way: int) -> None:
        line = text.count("\n", 0, index) + 1
        lines = {line, line + 1} if "\n" in text[index : index + 2] else {line}
        errors = check_text(slipped(text, index, letter, way), tmp_path, path.parent).errors
        if errors and not {error.kind for error in errors} & TO_CODES:
            assert min(abs(error.place.line - line) for error in errors for line in lines) <= 1, errors

    slip()


@settings(SHARED, max_examples=300)
@given(raw=st.binary(max_size=300))
def test_random_bytes_never_crash(raw: bytes, tmp_path: Path):
    assert check_text(raw, tmp_path).problems


@settings(SHARED, max_examples=500)
@given(text=st.text("ab-:#[]{},\"'|>&*!?%@ \n\t\\", max_size=120))
def test_random_signs_never_crash(text: str, tmp_path: Path):
    assert check_text(text, tmp_path).problems


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.sampled_from(["lansia", "okata"]))
KEYS = st.sampled_from(["id", "nama", "sumber", "sasaran", "hasil", "gambar", "url", "syarat", "diperiksa", "terkait"])
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@settings(SHARED, max_examples=300)
@given(records=st.lists(st.dictionaries(KEYS, VALUES, max_size=8), min_size=1, max_size=3))
def test_random_records_never_crash(records: list[dict[str, object]], tmp_path: Path):
    import yaml

    assert check_text(yaml.safe_dump(records, allow_unicode=True), tmp_path).problems
