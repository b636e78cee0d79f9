"""One file of the data as it was read: its pieces and what each gave. The next reading goes on from there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from pathlib import Path

from pydantic import BaseModel

from portal.checks import Conditions, Found
from portal.examining import MOST_PROBLEMS, Kind, Outcome, subjects
from portal.kept import Kept, code
from portal.problems import Place, Problem
from portal.source.decoding import MAX_PIECE, read_bytes, too_large, undecodable
from portal.source.pieces import cut_pieces
from portal.workers import Job, examine_all

UNREAD = Outcome((), (), (), is_known=False, since="", until="")
"""Of a piece that nobody looked at, since there were too many errors above it; it holds on no day."""


@dataclass(slots=True)
class Section:
    """A file under the path that people see: its pieces, the key and the outcome of each; or why it cannot be read."""

    shown: str
    kind: Kind
    problem: Problem | None = None
    pieces: list[bytes] = field(default_factory=list)
    keys: list[bytes] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def above(self) -> list[int]:
        """Return how many lines of the file stand above each piece."""
        return list(accumulate((piece.count(b"\n") + 1 for piece in self.pieces[:-1]), initial=0))

    def records(self) -> list[BaseModel]:
        """Return the valid records, in order."""
        return list(chain.from_iterable(outcome.records for outcome in self.outcomes))

    def record_keys(self) -> list[bytes]:
        """Return for each valid record a key that changes with its text."""
        return [
            key + bytes([number]) if number else key
            for key, outcome in zip(self.keys, self.outcomes, strict=True)
            for number in range(len(outcome.records))
        ]

    def places(self) -> list[Place]:
        """Return where each valid record begins."""
        return [
            Place(self.shown, above + line, 1)
            for above, outcome in zip(self.above(), self.outcomes, strict=True)
            for line in outcome.lines
        ]

    def is_known(self) -> bool:
        """Tell whether no record is missing because it could not be read."""
        return self.problem is None and all(outcome.is_known for outcome in self.outcomes)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong, in order; after too many errors only that there is more."""
        if self.problem:
            yield self.problem
        errors = 0
        above = self.above() if any(outcome.problems for outcome in self.outcomes) else []
        for before, outcome in zip(above, self.outcomes, strict=bool(above)):
            placed = [problem.placed(self.shown, before) for problem in outcome.problems]
            errors += sum(problem.is_error for problem in placed)
            if errors > MOST_PROBLEMS:
                at = Place(self.shown, placed[-1].place.line, 1)
                yield Problem("too_many_problems", at, params={"jumlah": MOST_PROBLEMS})
            yield from placed
            if errors > MOST_PROBLEMS:
                return

    def find(self, conditions: Conditions) -> Callable[[int], Found]:
        """Return a function that looks up a valid record by its number."""
        where = [(piece, at) for piece, outcome in enumerate(self.outcomes) for at in range(len(outcome.records))]
        above = self.above()

        def look(number: int) -> Found:
            piece, at = where[number]
            is_end = piece == len(self.pieces) - 1
            found = subjects(self.pieces[piece], self.kind, conditions, is_end=is_end)
            return Found(found[at], self.shown, above[piece])

        return look


def read_section(path: Path, shown: str, kind: Kind, conditions: Conditions, kept: Kept, before: Section) -> Section:
    """Read a file; what stood in it `before` or is kept is not read again."""
    raw = read_bytes(path, shown)
    if isinstance(raw, Problem):
        return Section(shown, kind, raw)
    pieces = cut_pieces(raw, kind.vocabulary) if kind.is_list else [raw]
    if len(pieces) == 1 and (problem := whole_problem(raw, shown)):
        return Section(shown, kind, problem)
    section = Section(shown, kind, None, pieces)
    try:
        go_on_from(before, section, conditions, kept)
    except UnicodeDecodeError:
        return Section(shown, kind, undecodable_in(raw, shown))
    if kind.is_list and not section.records() and not any(outcome.problems for outcome in section.outcomes):
        section.problem = Problem("file_empty", Place(shown, 1, 1))
    return section


def whole_problem(raw: bytes, shown: str) -> Problem | None:
    """Return why a file that is one piece is not worth reading."""
    if len(raw) > MAX_PIECE:
        return too_large(len(raw), MAX_PIECE, shown)
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in raw.split(b"\n")):
        return undecodable_in(raw, shown) or Problem("file_empty", Place(shown, 1, 1) if raw else Place(shown))
    return None


def undecodable_in(raw: bytes, shown: str) -> Problem | None:
    """Return the problem at the first byte that is not UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return undecodable(raw, "utf-8", error.start, shown)
    return None


def go_on_from(before: Section, section: Section, conditions: Conditions, kept: Kept) -> None:
    """Fill in keys and outcomes of a section: from the last reading, from what is kept, and by examining the rest."""
    pieces = section.pieces
    front, back = same_ends(before.pieces, pieces)
    until = len(pieces) - back
    section.keys = [
        *before.keys[:front],
        *keys_of(pieces[front:until], section.kind, is_end=back == 0),
        *before.keys[len(before.keys) - back :],
    ]
    found = dict(zip(before.keys, before.outcomes, strict=True))
    missing = [key for key in section.keys[front:until] if key not in found]
    found |= kept.get(missing)
    wanted = [at for at, key in enumerate(section.keys) if key not in found or not found[key].holds(conditions)]
    jobs = [Job(pieces[at], at == len(pieces) - 1) for at in wanted]
    done = examine_all(jobs, section.kind, conditions)
    made = {section.keys[at]: one for at, one in zip(wanted, done, strict=False)}
    kept.put({key: one.value for key, one in made.items()})
    found |= {key: one.outcome for key, one in made.items()}
    found |= {section.keys[at]: UNREAD for at in wanted[len(done) :]}
    section.outcomes = [found[key] for key in section.keys]


def same_ends(old: Sequence[bytes], new: Sequence[bytes]) -> tuple[int, int]:
    """Return how many pieces at the beginning and at the end are as they were; the last one counts as the end."""
    most = min(len(old), len(new))
    back = 0
    while back < most and old[-1 - back] == new[-1 - back]:
        back += 1
    front = 0
    while front < most - max(back, 1) and old[front] == new[front]:
        front += 1
    return front, back


def keys_of(pieces: Sequence[bytes], kind: Kind, *, is_end: bool) -> list[bytes]:
    """Return the key of each piece: whatever decides what it gives, the conditions aside.

    `is_end` says that the last of them is the last of the file.
    """
    begun = hashlib.blake2b(kind.model.__name__.encode(), key=code(), digest_size=16)
    keys = []
    for piece in pieces:
        digest = begun.copy()
        digest.update(piece)
        keys.append(digest.digest())
    if pieces and is_end:
        keys[-1] = hashlib.blake2b(keys[-1], key=b"end", digest_size=16).digest()
    return keys
