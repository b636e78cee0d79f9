"""The questions of people, and how well a search answers them.

`queries.yaml` was written by someone who had not read the words in `data/synonyms.yaml`. Half of it (`latih`) may be
looked at while the search is improved; the other half (`segel`) is only counted, never read or printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

QUERIES = Path(__file__).parent / "queries.yaml"
NOTHING = "kosong"


@dataclass(frozen=True)
class Question:
    """What a person types, of which kind it is, and the innovations or `kontak:` ids that answer it."""

    typed: str
    kind: str
    expected: frozenset[str]


def questions(part: str) -> tuple[Question, ...]:
    """Return one part of the questions."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return tuple(Question(row["cari"], row["jenis"], frozenset(row["harap"])) for row in rows if row["bagian"] == part)


@dataclass(frozen=True)
class Answer:
    """The ids that a search shows: the help numbers above the results, and the results in their order."""

    numbers: Sequence[str]
    results: Sequence[str]

    def rank(self, question: Question) -> int | None:
        """Return the place of the first right answer; help numbers stand before all results. None when it is missing.

        A question that is not for this portal is right at first place when nothing is shown.
        """
        if not question.expected:
            return None if self.numbers or self.results else 1
        if question.expected & set(self.numbers):
            return 1
        return next((place for place, one in enumerate(self.results, 1) if one in question.expected), None)


@dataclass(frozen=True)
class Score:
    """How many of so many questions are right at first place, among the first three, and without any answer."""

    count: int
    first: float
    three: float
    nothing: float
    reciprocal: float


def score(asked: Iterable[tuple[Question, Answer]]) -> Score:
    """Return the shares, from 0 to 1."""
    both = list(asked)
    ranks = [answer.rank(question) for question, answer in both]
    empty = [not answer.numbers and not answer.results for question, answer in both if question.expected]
    total = len(ranks)
    return Score(
        total,
        sum(rank == 1 for rank in ranks) / total,
        sum(rank is not None and rank <= 3 for rank in ranks) / total,
        sum(empty) / total,
        sum(1 / rank for rank in ranks if rank) / total,
    )


def by_kind(asked: Mapping[Question, Answer]) -> Iterator[tuple[str, Score]]:
    """Yield each kind with its score, and at last all that are meant for this portal."""
    for kind in dict.fromkeys(question.kind for question in asked):
        yield kind, score((one, answer) for one, answer in asked.items() if one.kind == kind)
    yield "semua", score((one, answer) for one, answer in asked.items() if one.kind != NOTHING)
