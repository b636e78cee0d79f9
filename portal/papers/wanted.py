"""Which papers a portal has."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

EVERY: Final = 250
"""Up to so many innovations every paper is made unless asked otherwise: 45 seconds on two cores, about 32 MB."""


class Papers(IntEnum):
    """How much is printed: nothing, books and cards by district with the poster, or sheets of every innovation too."""

    NONE = 0
    BOOKS = 1
    ALL = 2


def usual(count: int) -> Papers:
    """Return what is made for so many innovations when nobody asks for more or less."""
    return Papers.ALL if count <= EVERY else Papers.BOOKS
