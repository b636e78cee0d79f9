"""The generated regions of CONTRIBUTING.md: the table of fields from the model, the frequent mistakes from real output.

A region stands between `<!-- dibuat: NAMA -->` and `<!-- akhir: NAMA -->`; what is outside is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import ndiff
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from portal.fields import Described, described, kinds_in, part_of
from portal.formatting import as_yaml
from portal.model import Group, Innovation

GUIDE: Final = Path("CONTRIBUTING.md")
CASES: Final = Path("tests/cases/mistakes")
VALID: Final = Path("tests/cases/valid.yaml")
FREQUENT: Final = {
    "quote-not-closed": "Tanda kutip lupa ditutup",
    "colon-without-space": "Tidak ada spasi setelah titik dua",
    "colon-in-text": "Ada titik dua di dalam teks",
    "hash-in-text": "Ada tanda # di dalam teks",
    "field-too-far-right": "Jarak di awal baris tidak sama",
    "tab-first": "Tombol Tab dipakai untuk memberi jarak",
    "item-too-far-right": "Butir tidak sejajar dengan butir di atasnya",
    "field-misspelt": "Nama isian salah ketik",
    "choice-misspelt": "Pilihan salah ketik",
    "date-day-first": "Tanggal ditulis hari lebih dulu",
}
"""The ten most frequent mistakes: the case whose output is shown, and what people call it."""


def filled_in(text: str, root: Path) -> str:
    """Return the guide with every generated region made anew.

    Raises KeyError for a region without a maker.
    """

    def region(match: re.Match[str]) -> str:
        name = match[1]
        return f"<!-- dibuat: {name} -->\n\n{REGIONS[name](root)}\n\n<!-- akhir: {name} -->"

    return re.sub(r"<!-- dibuat: ([\w-]+) -->.*?<!-- akhir: \1 -->", region, text, flags=re.DOTALL)


def field_tables(_: Path) -> str:
    """Return a table of fields per group."""
    return "\n\n".join(field_table(group) for group in Group)


def field_table(group: Group) -> str:
    """Return the fields of a group: name, what to write, an example."""
    rows = [f"### Isian {group.value}" if group is Group.REQUIRED else f"### Isian {group.value} (boleh kosong)", ""]
    rows += ["| Isian | Isi | Contoh |", "| --- | --- | --- |"]
    found = [about for about in described(Innovation).values() if about.group is group]
    rows += [f"| `{about.name}` | {cell(meaning(about))} | {example(about)} |" for about in found]
    return "\n".join(rows)


def meaning(about: Described) -> str:
    """Return label, help, choices and parts of a field in a few sentences."""
    parts = [f"**{about.label}.** {about.help}"]
    kinds = kinds_in(Innovation.model_fields[about.name].annotation)
    if choices := [kind for kind in kinds if hasattr(kind, "__members__")]:
        parts.append("Pilihan: " + ", ".join(f"`{one.value}`" for kind in choices for one in kind) + ".")  # type: ignore[attr-defined]
    if part := part_of(Innovation, about.name):
        parts.append("Di dalamnya: " + ", ".join(part_names(part)) + ".")
    return " ".join(parts)


def part_names(part: type[BaseModel]) -> Iterator[str]:
    """Yield the fields of a part, the required ones marked."""
    for name, about in described(part).items():
        yield f"`{name}` (wajib)" if about.is_required else f"`{name}`"


def example(about: Described) -> str:
    """Return the example of a field as it stands in the file, on one line of a table."""
    return "<br>".join(f"`{cell(line)}`" for line in as_yaml(about.name, about.example))


def cell(text: str) -> str:
    """Return a text that does not end a cell of a table."""
    return text.replace("|", "\\|")


def frequent_mistakes(root: Path) -> str:
    """Return the ten most frequent mistakes, each with what the checker prints."""
    parts = []
    for number, (name, title) in enumerate(FREQUENT.items(), 1):
        printed = (root / CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")[0]
        shown = printed.replace(f"{name}.yaml", "data/innovations.yaml")
        parts.append(f"### {number}. {title}\n\n```text\n{shown}\n```")
        if "tanda kutip: " not in shown:
            parts.append(f"Yang benar:\n\n```yaml\n{right(root, name)}\n```")
    return "\n\n".join(parts)


def right(root: Path, name: str) -> str:
    """Return the lines of the valid file that the wrong one has otherwise."""
    valid, wrong = ((root / path).read_text(encoding="utf-8").split("\n") for path in (VALID, CASES / f"{name}.yaml"))
    return "\n".join(line[2:] for line in ndiff(valid, wrong) if line.startswith("- "))


REGIONS: Final[dict[str, Callable[[Path], str]]] = {"isian": field_tables, "kesalahan": frequent_mistakes}
