"""The manifest of a site: the SHA-256 of every file, so that anyone can tell a whole site from a damaged one.

It is the text that `sha256sum` writes: an administrator checks a site with `sha256sum -c SHA256SUMS`, no Python needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal import folders
from portal.calling import called
from portal.forking import in_two

NAME: Final = "SHA256SUMS"


class ManifestError(Exception):
    """A folder has no readable manifest, so nothing can be said about it; the argument is the folder."""

    def __str__(self) -> str:
        return f"{self.args[0]} tidak punya daftar {NAME} yang bisa dibaca. Bangun ulang dengan: {called('build')}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a folder differs from its manifest; all empty when the site is whole."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]
    count: int

    @property
    def whole(self) -> bool:
        """Whether every file is there, unchanged, and there is no other."""
        return not (self.missing or self.changed or self.extra)

    def __str__(self) -> str:
        if self.whole:
            return f"Situs utuh: {self.count} berkas sama dengan daftarnya."
        lines = [f"Situs tidak utuh ({self.count} berkas di daftar):"]
        for word, names in (("hilang", self.missing), ("berubah", self.changed), ("tidak dikenal", self.extra)):
            lines += [f"  {word}: {name}" for name in names[:20]]
            lines += [f"  {word}: … dan {len(names) - 20} lagi"] if len(names) > 20 else []  # noqa: PLR2004
        return "\n".join(lines)


def write(site: Path) -> None:
    """Write the manifest of a finished site; any later change of a file shows."""
    text = "".join(f"{digest}  {name}\n" for name, digest in sorted(_present(site)))
    (site / NAME).write_text(text, encoding="utf-8", newline="\n")


def verify(site: Path) -> Verdict:
    """Compare a folder with its manifest. Raises `ManifestError` when there is none."""
    listed, present = _listed(site), dict(_present(site))
    both = listed.keys() & present.keys()
    return Verdict(
        tuple(sorted(listed.keys() - present.keys())),
        tuple(sorted(name for name in both if listed[name] != present[name])),
        tuple(sorted(present.keys() - listed.keys())),
        len(listed),
    )


def _present(site: Path) -> Iterator[tuple[str, str]]:
    """Yield name and digest of every file; a symbolic link counts by what it says, and is never followed."""
    names: list[str] = []
    for name, entry in folders.files(site):
        if entry.is_symlink():
            yield name, f"-> {Path(entry.path).readlink()}"
        elif entry.is_file() and name != NAME:
            names.append(name)
    yield from zip(names, in_two(_digests, [f"{site}/{name}" for name in names]), strict=True)


def _digests(paths: Sequence[str]) -> list[str]:
    return [folders.digest(path) for path in paths]


def _listed(site: Path) -> Mapping[str, str]:
    try:
        lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise ManifestError(site) from error
    pairs = [line.partition("  ") for line in lines]
    if not pairs or any(len(digest) != 64 or not name for digest, _, name in pairs):  # noqa: PLR2004
        raise ManifestError(site)
    return {name: digest for digest, _, name in pairs}
