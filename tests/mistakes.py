"""The wrong files in tests/cases/mistakes/, each with the text that the checker prints for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from portal.loading import Loaded, load_file

CASES: Final = Path(__file__).parent / "cases"
MISTAKES: Final = sorted((CASES / "mistakes").glob("*.yaml"))
VALID: Final = CASES / "valid.yaml"
TODAY: Final = date(2026, 11, 24)


def check(file: Path) -> Loaded:
    """Check a file on the day of the cases, with the contacts of the cases."""
    return load_file(file, CASES, TODAY)


def check_text(text: str | bytes, folder: Path, data: Path = CASES) -> Loaded:
    """Check a text as a file in a folder, with the contacts of a data folder."""
    file = folder / "inovasi.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_file(file, data, TODAY)


def kinds(loaded: Loaded) -> list[str]:
    """Return the kinds of the problems found."""
    return [problem.kind for problem in loaded.problems]
