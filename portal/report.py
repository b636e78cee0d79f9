"""`portal report`: what the office still has to find out, per innovation and per unit.

A page in Markdown for people who will telephone the units; it is printed or sent, not published.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Final

from portal import words
from portal.catalogue import questions, unknown
from portal.choices import Status
from portal.fields import described
from portal.loading import Loaded
from portal.model import Group, Innovation

FOR_CITIZENS: Final = tuple(name for name, field in described(Innovation).items() if field.group is Group.CITIZEN)
"""The fields that help a citizen to get the service."""

THIN: Final = 3
"""An innovation with fewer of the citizens' fields than this helps nobody yet."""

NO_UNIT: Final = "Unit belum diketahui (tanyakan ke Dinas Sosial Provinsi Jawa Timur)"


def report(loaded: Loaded, today: date) -> str:
    """Return the report on the data as Markdown."""
    sections = [heading(loaded, today), per_innovation(loaded), stale(loaded), unconfirmed(loaded), per_unit(loaded)]
    return "\n\n".join(section for section in sections if section) + "\n"


def heading(loaded: Loaded, today: date) -> str:
    """Return the title and the figures of the whole."""
    innovations = loaded.innovations
    thin = [one.nama for one in innovations if len(filled(one)) < THIN]
    asked = sum(len(unknown(one)) for one in innovations)
    lines = [
        "# Yang masih perlu dilengkapi",
        f"Keadaan data pada {words.date(today.isoformat())}: {len(innovations)} inovasi, {asked} pertanyaan terbuka.",
    ]
    if thin:
        lines.append(f"Paling mendesak, karena hampir kosong ({len(thin)}): {', '.join(thin)}.")
    return "\n\n".join(lines)


def per_innovation(loaded: Loaded) -> str:
    """Return a table: what each innovation has and what it lacks, the emptiest first."""
    rows = ["## Per inovasi", "| Inovasi | Baris | Terisi untuk warga | Belum ada |\n| --- | --- | --- | --- |"]
    total = len(FOR_CITIZENS)
    several = len({path for path, _ in loaded.beginnings}) > 1
    found = zip(loaded.innovations, loaded.beginnings, strict=True)
    for one, (path, number) in sorted(found, key=lambda pair: len(filled(pair[0]))):
        line = f"{Path(path).name}:{number}" if several else number
        lacking = ", ".join(field.label for field in unknown(one)) or "lengkap"
        rows[1] += f"\n| {one.nama} | {line} | {len(filled(one))} dari {total} | {lacking} |"
    return "\n\n".join(rows)


def stale(loaded: Loaded) -> str:
    """Return what was last checked too long ago."""
    old = [problem for problem in loaded.problems if problem.kind == "stale"]
    lines = [f"- {problem.record}: {problem.title} (`{problem.place}`)" for problem in old]
    never = [f"- {one.nama}: belum pernah diperiksa" for one in loaded.innovations if one.diperiksa is None]
    return "\n".join(["## Perlu diperiksa lagi\n", *lines, *never]) if lines or never else ""


def unconfirmed(loaded: Loaded) -> str:
    """Return the innovations of which nobody has confirmed that they still run."""
    names = [one.nama for one in loaded.innovations if one.status is Status.BELUM]
    if not names:
        return ""
    return f"## Belum dikonfirmasi masih berjalan\n\n{len(names)} inovasi: {', '.join(names)}."


def per_unit(loaded: Loaded) -> str:
    """Return the questions to put to each unit that runs innovations."""
    units: dict[str, list[Innovation]] = defaultdict(list)
    for one in loaded.innovations:
        units[one.pelaksana or NO_UNIT].append(one)
    parts = ["## Pertanyaan untuk tiap unit"]
    parts += [unit_questions(unit, innovations) for unit, innovations in sorted(units.items())]
    return "\n\n".join(parts)


def unit_questions(unit: str, innovations: list[Innovation]) -> str:
    """Return the questions for one unit, as a list to tick off."""
    lines = [f"### {unit}"]
    for one in innovations:
        lines.append(f"**{one.nama}** ({one.kepanjangan})")
        lines.append("\n".join(f"- [ ] {question}" for question in questions(one)) or "Tidak ada pertanyaan.")
    return "\n\n".join(lines)


def filled(innovation: Innovation) -> list[str]:
    """Return the citizens' fields that an innovation has, contacts aside: those have defaults."""
    return [name for name in FOR_CITIZENS if getattr(innovation, name) and name not in {"kontak", "pengaduan"}]
