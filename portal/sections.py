"""One file of the data as it was read: its pieces and what each gave. The next reading goes on from there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from portal.checks import Conditions, Found, ties
from portal.examining import MOST_PROBLEMS, Kind, Outcome, subjects
from portal.kept import Kept, code, unpacked
from portal.problems import Place, Problem
from portal.progress import progress
from portal.source.decoding import MAX_PIECE, read_bytes, too_large, undecodable
from portal.source.pieces import cut_pieces, may_hold_signs
from portal.workers import BATCH, Job, examine_all

UNREAD = Outcome((), (), (), is_known=False, since="", until="")
"""Of a piece that nobody looked at, since there were too many errors above it; it holds on no day."""


@dataclass(slots=True)
class Section:
    """A file under the path that people see: its pieces, or why it cannot be read.

    `heights` are the numbers of their lines, `keys` change with their text, and `outcomes` are what they give under
    `conditions`. When it `has_signs` of two versions that were not joined, a piece may reach over several records.
    `is_changed` says that its records do not fit together as they did before.
    """

    shown: str
    kind: Kind
    conditions: Conditions
    problem: Problem | None = None
    pieces: list[bytes] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    keys: list[bytes] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    has_signs: bool = False
    is_changed: bool = True

    def above(self) -> list[int]:
        """Return how many lines of the file stand above each piece."""
        return list(accumulate(self.heights[:-1], initial=0)) if self.heights else []

    def records(self) -> list[BaseModel]:
        """Return the valid records, in order."""
        return list(chain.from_iterable([outcome.records for outcome in self.outcomes]))

    def beginnings(self) -> list[int]:
        """Return the line at which each valid record begins."""
        pairs = zip(self.above(), self.outcomes, strict=True)
        return [above + line for above, outcome in pairs for line in outcome.lines]

    def is_known(self) -> bool:
        """Tell whether the id of no record is missing because it could not be read."""
        return self.problem is None and all(outcome.is_known for outcome in self.outcomes)

    def codes(self) -> Iterator[str]:
        """Yield the ids of the records that are not valid."""
        return chain.from_iterable(outcome.codes for outcome in self.outcomes)

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

    def find(self) -> Callable[[int], Found]:
        """Return a function that looks up a valid record by its number."""
        where = [(piece, at) for piece, outcome in enumerate(self.outcomes) for at in range(len(outcome.records))]
        above = self.above()

        def look(number: int) -> Found:
            piece, at = where[number]
            is_end = piece == len(self.pieces) - 1
            found = subjects(self.pieces[piece], self.kind, self.conditions, is_end=is_end)
            return Found(found[at], self.shown, above[piece])

        return look


def read_section(path: Path, before: Section, conditions: Conditions, kept: Kept) -> Section:
    """Read a file again; what stood in it `before`, or is kept, is not read again."""
    section = Section(before.shown, before.kind, conditions)
    raw = read_bytes(path, section.shown)
    section.problem = raw if isinstance(raw, Problem) else None
    if isinstance(raw, Problem):
        return section
    same = cut_again(section, before, raw)
    if len(section.pieces) == 1 and (problem := whole_problem(raw, section.shown)):
        return Section(before.shown, before.kind, conditions, problem)
    # The pieces hold all of it, and a large file is not wanted twice in memory.
    del raw
    try:
        fill_in(section, before, same, kept)
    except UnicodeDecodeError:
        problem = undecodable_in(b"\n".join(section.pieces), section.shown)
        return Section(before.shown, before.kind, conditions, problem)
    if section.kind.is_list and not any(outcome.records or outcome.problems for outcome in section.outcomes):
        section.problem = Problem("file_empty", Place(section.shown))
    return section


class Same(NamedTuple):
    """How many pieces at the beginning and at the end are as they were, and where the others begin and end."""

    front: int
    back: int
    begin: int
    end: int


def cut_again(section: Section, before: Section, raw: bytes) -> Same:
    """Give a section its pieces: those of before where nothing was changed, new ones between."""
    same = same_ends(before.pieces, raw)
    section.has_signs = before.has_signs or may_hold_signs(raw[same.begin : same.end])
    if section.has_signs:
        section.has_signs = may_hold_signs(raw)
        same = Same(0, 0, 0, len(raw))
    middle = raw[same.begin : same.end]
    cut = cut_pieces(middle, section.kind.vocabulary) if section.kind.is_list else [middle]
    if same.front == len(before.pieces) > 0:
        cut = []
    last = len(before.pieces) - same.back
    section.pieces = [*before.pieces[: same.front], *cut, *before.pieces[last:]]
    heights = [piece.count(b"\n") + 1 for piece in cut]
    section.heights = [*before.heights[: same.front], *heights, *before.heights[last:]]
    return same


def same_ends(old: Sequence[bytes], raw: bytes) -> Same:
    """Find out between which pieces a file was changed.

    The piece above a change counts as changed: a record whose first line is broken belongs to the one above.
    """
    front = begin = start = 0
    while front < len(old) and raw.startswith(old[front], start):
        end = start + len(old[front])
        if front == len(old) - 1 and end == len(raw):
            return Same(len(old), 0, end, end)
        if raw[end : end + 1] != b"\n" or front == len(old) - 1:
            break
        begin, start, front = start, end + 1, front + 1
    front = max(front - 1, 0)
    back, end, most = 0, len(raw), len(old) - max(front, 1)
    while back < most and raw.endswith(old[-1 - back], begin, end):
        above = end - len(old[-1 - back]) - 1
        if above < begin or raw[above : above + 1] != b"\n":
            break
        back, end = back + 1, above
    if begin == 0 and back:
        # What stands above the first sure beginning of a record shares its piece.
        back, end = back - 1, end + 1 + len(old[-back])
    return Same(front, back, begin, end)


def fill_in(section: Section, before: Section, same: Same, kept: Kept) -> None:
    """Give a section its keys and outcomes: from the last reading, from what is kept, and by examining the rest."""
    until, last = len(section.pieces) - same.back, len(before.pieces) - same.back
    changed = range(same.front, until)
    keys = keys_of(section.pieces[same.front : until], section.kind, is_end=same.back == 0)
    section.keys = [*before.keys[: same.front], *keys, *before.keys[last:]]
    section.outcomes = [*before.outcomes[: same.front], *[UNREAD] * len(changed), *before.outcomes[last:]]
    holds = section.conditions == before.conditions and not any(one is UNREAD for one in before.outcomes)
    examine_some(section, before, changed if holds else range(len(section.pieces)), kept)
    new, old = section.outcomes[same.front : until], before.outcomes[same.front : last]
    section.is_changed = not holds or list(map(ties_of, new)) != list(map(ties_of, old))


def ties_of(outcome: Outcome) -> tuple[object, ...]:
    """Return how the records of a piece are tied to others, and which of them are known."""
    return outcome.is_known, outcome.codes, *(ties(record) for record in outcome.records)


def examine_some(section: Section, before: Section, numbers: Sequence[int], kept: Kept) -> None:
    """Find the outcomes of some pieces."""
    if not numbers:
        return
    keys, conditions = section.keys, section.conditions
    found = dict(zip(before.keys, before.outcomes, strict=True))
    found |= kept.get([keys[at] for at in numbers if keys[at] not in found])
    wanted = [at for at in numbers if keys[at] not in found or not found[keys[at]].holds(conditions)]
    jobs = [Job(section.pieces[at], at == len(keys) - 1) for at in wanted]
    done = zip((keys[at] for at in wanted), examine_all(jobs, section.kind, conditions), strict=False)
    examined = 0
    with progress("Memeriksa data", len(wanted)) as tell:
        while some := list(islice(done, BATCH)):
            kept.put(some)
            found |= {key: unpacked(value, kept.texts) for key, value in some}
            examined += len(some)
            tell(len(some))
    found |= {keys[at]: UNREAD for at in wanted[examined:]}
    for at in numbers:
        section.outcomes[at] = found[keys[at]]


def whole_problem(raw: bytes, shown: str) -> Problem | None:
    """Return why a file that is one piece is not worth reading."""
    if len(raw) > MAX_PIECE:
        return too_large(len(raw), MAX_PIECE, shown)
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in raw.split(b"\n")):
        return undecodable_in(raw, shown) or Problem("file_empty", Place(shown))
    return None


def undecodable_in(raw: bytes, shown: str) -> Problem | None:
    """Return the problem at the first byte that is not UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return undecodable(raw, "utf-8", error.start, shown)
    return None


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
