"""`portal check --fix`: mend the slips whose remedy is beyond doubt, and show what was changed.

Only the writing is mended (a tab, a missing space, a missing quotation mark), never what is said; and only when the
file has fewer errors afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from pydantic import BaseModel

from portal.fields import vocabulary_of
from portal.source import Document
from portal.source.characters import plain_indent
from portal.source.decoding import with_line_feeds
from portal.source.reading import read_entries


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text after mending, and the difference as people read it: empty when nothing could be mended."""

    text: str
    difference: str


def repair(text: str, model: type[BaseModel], name: str) -> Repaired:
    """Mend what can be mended in a file whose root is a list of `model`; `name` heads the difference."""
    before = with_line_feeds(text).split("\n")
    indented = [plain_indent(line) for line in before]
    if errors_in(indented, model) >= errors_in(before, model):
        indented = before
    after = list(indented)
    for entry in read_entries(Document(name, indented), vocabulary_of(model)):
        for number, line in entry.remedies.items():
            after[number - 1] = line
    if after == before or errors_in(after, model) >= errors_in(before, model):
        return Repaired(text, "")
    return Repaired("\n".join(after), difference(before, after, name))


def errors_in(lines: list[str], model: type[BaseModel]) -> int:
    """Return how many problems of writing a file has."""
    entries = read_entries(Document("", lines), vocabulary_of(model))
    return sum(len(entry.problems) for entry in entries)


def difference(before: list[str], after: list[str], name: str) -> str:
    """Return the changed lines, the old with a minus and the new with a plus in front."""
    return "\n".join(unified_diff(before, after, name, f"{name} (diperbaiki)", n=0, lineterm=""))


def backup_of(path: Path) -> Path:
    """Return where the old version of a file can be kept: beside it, under a name that nothing has."""
    numbers = ("", *(f".{number}" for number in range(2, 1000)))
    free = (path.with_name(f"{path.name}{number}.bak") for number in numbers)
    return next(one for one in free if not one.exists())
