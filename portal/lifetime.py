"""How long `security.txt` holds: less than a year after someone last went through the portal's sources .

Checking the data asks for it too, and that must not load the outputs.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from portal.model import Settings

LIFE: Final = timedelta(days=364)  # RFC 9116, 2.5.5: less than a year
SOON: Final = 30  # days


class ExpiredError(Exception):
    """The file would be published after its end; `str` says what to do."""

    def __str__(self) -> str:
        return (
            "security.txt sudah lewat masa berlakunya, karena isi portal lebih dari setahun tidak ditelusuri. "
            "Periksa sumber-sumbernya, lalu ganti tanggal penelusuran di data/portal.yaml."
        )


def expires(settings: Settings) -> date:
    """Return the day on which the file ends to hold."""
    return date.fromisoformat(settings.penelusuran) + LIFE


def check(settings: Settings, today: date) -> str:
    """Return a warning when the file ends soon, else nothing. Raises `ExpiredError` when it has ended."""
    left = (expires(settings) - today).days
    if left <= 0:
        raise ExpiredError
    if left < SOON:
        return (
            f"security.txt berlaku {left} hari lagi. Telusuri isi portal dan perbarui tanggalnya di data/portal.yaml."
        )
    return ""
