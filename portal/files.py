"""Which files hold the data of a portal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INNOVATIONS: Final = "innovations.yaml"
CONTACTS: Final = "contacts.yaml"
NEEDS: Final = "needs.yaml"
SETTINGS: Final = "portal.yaml"
SYNONYMS: Final = "synonyms.yaml"

ENDING: Final = ".yaml"
MEANT: Final = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
"""Endings that people and their programs make of it."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one portal's data; a part that may be missing, and is, has none.

    `innovations` are read one after the other, as if they were one file; they lie in `folder` if there is one, and when
    it is `doubled` a file with innovations stands beside it: one of the two has to go. `strays` lie in the folder and
    are not read. `pictures` is the folder of the pictures.
    """

    innovations: tuple[Path, ...]
    contacts: Path | None
    needs: Path | None
    settings: Path | None
    synonyms: Path | None
    pictures: Path
    folder: Path | None = None
    doubled: bool = False
    strays: tuple[Path, ...] = ()

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file, in the order of reading."""
        found = (*self.innovations, self.contacts, self.needs, self.settings, self.synonyms)
        return tuple(path for path in found if path is not None)


def files_of(where: Path, project: Path | None = None) -> Files:
    """Return the files of a data folder, or those that belong to one file with innovations.

    A folder holds everything. What a file lacks beside it comes from the `data` folder of `project`, whose pictures
    count as well; needs and synonyms are those beside it or none.
    """
    pictures = (project or where.parent) / "docs" / "gambar"
    if where.is_dir() or not where.suffix:
        folder = where / Path(INNOVATIONS).stem
        one = where / INNOVATIONS
        return Files(
            innovations_in(folder) if folder.is_dir() else (one,),
            where / CONTACTS,
            where / NEEDS,
            where / SETTINGS,
            present(where / SYNONYMS),
            pictures,
            folder if folder.is_dir() else None,
            doubled=folder.is_dir() and one.exists(),
            strays=strays_in(folder) if folder.is_dir() else (),
        )
    beside = where.parent
    home = project / "data" if project else beside
    return Files(
        (where,),
        present(beside / CONTACTS) or home / CONTACTS,
        present(beside / NEEDS),
        present(beside / SETTINGS) or home / SETTINGS,
        present(beside / SYNONYMS),
        pictures,
    )


def innovations_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder with innovations, by name; hidden ones do not count."""
    return tuple(sorted(path for path in shown_in(folder) if path.name.endswith(ENDING)))


def strays_in(folder: Path) -> tuple[Path, ...]:
    """Return what lies in a folder with innovations and looks as if it were read: folders, and other endings."""
    others = (path for path in shown_in(folder) if not path.name.endswith(ENDING))
    return tuple(sorted(path for path in others if MEANT.search(path.name) or path.is_dir()))


def shown_in(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, except what is hidden."""
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def present(path: Path) -> Path | None:
    """Return a path where something lies, else None."""
    return path if path.exists() else None
