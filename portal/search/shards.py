"""The index as text for the browser, cut into pieces; a query loads the pieces of its words.

A piece is a run of groups `head|key key`, ended by `;`. A head is one of

- postings, for words and expressions (keys joined by `+`) that lead to the same documents. A posting is the distance
  from the document before it (in base 36, empty for the next one) and a letter from A to Z for its weight;
- `=key key`: typed words that mean these keys;
- `,`: spellings that are no keys, which typing errors are compared with;
- `!n`: expressions of danger, with the place of their help numbers in the main script's list;
- `.`: words that lead to nothing outside of expressions; `~`: words too broad to narrow anything; `?`: words of other
  errands.

Entries stand in the order of `spelling.shelf`, expressions at their leading key, so that the words that a misspelled
one may stand for are near.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import sub
from typing import Final

from portal.search import spelling, vocabulary
from portal.search.documents import Result
from portal.search.index import Index, Postings
from portal.search.vocabulary import leading

PIECE: Final = 200  # characters of words in a piece, near 200 bytes when compressed
NEAR: Final = 1200  # characters of spellings in a piece
MOST_PIECES: Final = 1500  # their bounds stand in the main script; a large index has larger pieces instead
STRONG: Final = 9  # weight of a word that a misspelled one may stand for wherever it begins
MOST_FREQUENT: Final = 270
WHOLE: Final = 60  # results that still stand in the main script
RESULTS: Final = 6  # results in a piece of many

Entry = tuple[str, str, str]
"""Shelf, key and head."""


@dataclass(frozen=True, slots=True)
class Shards:
    """What the first script holds, the pieces of the words, and the pieces of the results when they are many.

    `frequent` is one more piece: the words that a misspelled word most likely stands for, wherever they begin.
    """

    main: dict[str, object]
    frequent: str
    near: tuple[str, ...]
    words: tuple[str, ...]
    results: tuple[list[Result], ...] = ()


def shards(index: Index) -> Shards:
    """Cut an index into pieces; it is used up."""
    contacts = list(dict.fromkeys([*(numbers for _, numbers in index.danger), *index.cries.values()]))
    near = _cut(sorted(_spellings(index)), NEAR)
    frequent = _frequent(index)
    pieces = _cut(sorted(_entries(index, contacts)), PIECE)
    main: dict[str, object] = {
        "batas": " ".join(bound for bound, _ in pieces),
        "gawat": " ".join(sorted({spelling.shelf(terms[0]) for terms, _ in index.danger if len(terms) == 1})),
        "batasEjaan": " ".join(bound for bound, _ in near),
        "bahaya": contacts,
        "seru": _grouped((word, str(contacts.index(numbers))) for word, numbers in index.cries.items()),
        "henti": " ".join(sorted(vocabulary.STOP)),
        "ringan": _grouped(vocabulary.LIGHT.items()),
        "lemah": " ".join(sorted(vocabulary.SLIGHT)),
    }
    texts = tuple(text for _, text in pieces)
    spelled = tuple(text for _, text in near)
    if len(index.results) <= WHOLE:
        return Shards({**main, "dok": index.results}, frequent, spelled, texts)
    several = (index.results[start : start + RESULTS] for start in range(0, len(index.results), RESULTS))
    return Shards({**main, "isi": RESULTS}, frequent, spelled, texts, tuple(several))


def _frequent(index: Index) -> str:
    single = ((-max(postings.values()), term) for term, postings in index.postings.items() if "+" not in term)
    strong = heapq.nsmallest(MOST_FREQUENT, single)
    chosen = {term for weight, term in strong if weight <= -STRONG}.union(*index.meanings.values())
    forms = ((word, ",") for word, one in sorted(index.forms.items()) if one in chosen)
    return _text(("", term, head) for term, head in (*((term, ".") for term in sorted(chosen)), *forms))


def _entries(index: Index, contacts: list[tuple[int, ...]]) -> Iterator[Entry]:
    place = cache(spelling.shelf)
    for term, meanings in index.meanings.items():
        yield place(term), term, f"={' '.join(meanings)}"
    for terms, numbers in index.danger:
        yield place(leading("+".join(terms))), "+".join(terms), f"!{contacts.index(numbers)}"
    for word, head in _unfound(index):
        yield place(word), word, head
    for term in tuple(index.postings):  # as text they take as much memory again: each goes when it is written
        yield place(leading(term) if "+" in term else term), term, _encoded(index.postings.pop(term))


def _spellings(index: Index) -> Iterator[Entry]:
    """Yield all words that a misspelled one may stand for, and the words of other errands."""
    known = {term for term in (*index.postings, *index.meanings) if "+" not in term}
    known.update(word for word, head in _unfound(index) if head == ".")
    for word in known:
        yield spelling.shelf(word), word, "."
    for word in index.forms:
        yield spelling.shelf(word), word, ","
    for word in vocabulary.ELSEWHERE:
        if not index.knows(key := spelling.key(word)):
            yield spelling.shelf(key), word, "?"


def _unfound(index: Index) -> Iterator[tuple[str, str]]:
    """Yield the words that lead to no document by themselves, with their head."""
    members = {one for term in index.postings if "+" in term for one in term.split("+")}
    members.update(one for terms, _ in index.danger for one in terms)
    for one in members - vocabulary.LIGHT_KEYS:
        if not index.knows(one):
            yield one, "."
    for one in index.broad:
        if "+" not in one and not index.knows(one):
            yield one, "~"


def _encoded(postings: Postings) -> str:
    numbers = sorted(postings)
    gaps = map(sub, numbers, [-1, *numbers])
    return "".join([_base36(gap - 1) + _LETTERS[postings[number]] for gap, number in zip(gaps, numbers, strict=True)])


_LETTERS: Final = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@cache
def _base36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + text
    return text


def _cut(entries: list[Entry], least: int) -> list[tuple[str, str]]:
    """Cut entries into pieces, each with the shelf it begins at; what stands on one shelf stays together."""
    size = sum(len(term) + len(head) for _, term, head in entries)
    most = max(least, size // MOST_PIECES)
    pieces: list[tuple[str, list[Entry]]] = []
    filled, last = most, None
    for entry in entries:
        shelf, term, head = entry
        if filled >= most and shelf != last:
            pieces.append((_bound(shelf, last or ""), []))
            filled = 0
        pieces[-1][1].append(entry)
        last = shelf
        filled += len(term) + len(head) + 2
    return [(bound, _text(piece)) for bound, piece in pieces]


def _bound(shelf: str, before: str) -> str:
    """Return as much of a shelf as tells it from the shelf before."""
    return next((shelf[:end] for end in range(len(shelf)) if shelf[:end] > before), shelf)


def _text(entries: Iterable[Entry]) -> str:
    return "".join(f"{group};" for group in _groups((term, head) for _, term, head in entries))


def _grouped(spellings: Iterable[tuple[str, str]]) -> str:
    return ";".join(_groups(sorted(spellings)))


def _groups(pairs: Iterable[tuple[str, str]]) -> list[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for one, head in pairs:
        groups[head].append(one)
    return [f"{head}|{' '.join(found)}" for head, found in sorted(groups.items())]
