"""The index as text for the browser, whole while it is small, else cut into pieces that a query loads as it needs them.

A line is `postings|key key,form,form key+key` for words and expressions (keys joined by `+`) that lead to the same
documents, or `=key key|typed typed` for typed words that mean other keys. A posting is the distance from the document
before it (in base 36, empty for the next one) and a letter from A to Z for its weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.search import vocabulary
from portal.search.documents import Document
from portal.search.index import MOST_POSTINGS, Index, Postings
from portal.search.spelling import key

WHOLE: Final = 130_000  # characters of words and results that still make one script
PIECE: Final = 14_000  # characters of words in a piece of a large index; 4 to 6 KB when compressed
RESULTS: Final = 16  # results in a piece of a large index

Result = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Shards:
    """What the first script holds, and the further pieces of a large index."""

    main: dict[str, object]
    words: tuple[str, ...] = ()
    results: tuple[tuple[Result, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its documents, or a typed key with the keys it means."""

    key: str
    forms: tuple[str, ...] = ()
    postings: str = ""
    meanings: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Its characters in a script, nearly."""
        return len(self.key) + len(self.postings) + sum(len(form) + 1 for form in self.forms) + 3


def shards(index: Index) -> Shards:
    """Cut an index into pieces; a small one stays whole."""
    main: dict[str, object] = {
        "henti": " ".join(sorted(vocabulary.STOP)),
        "ringan": [" ".join(group) for group in _grouped(vocabulary.LIGHT)],
        "lemah": " ".join(sorted(vocabulary.SLIGHT)),
        "asing": " ".join(sorted(word for word in vocabulary.ELSEWHERE if not _is_known(index, word))),
        "luas": " ".join(sorted(index.broad)),
        "bahaya": [[" ".join(terms), contacts] for terms, contacts in _danger(index)],
        "jumlah": len(index.documents),
    }
    results = tuple(_result(document) for document in index.documents)
    entries = list(_entries(index))
    if sum(entry.size for entry in entries) + sum(len(text) for result in results for text in result) <= WHOLE:
        return Shards({**main, "kata": _text(entries), "dok": results})
    pieces = _cut(entries)
    main |= {"batas": " ".join(piece[0].key for piece in pieces), "isi": RESULTS}
    return Shards(
        main,
        tuple(_text(piece) for piece in pieces),
        tuple(results[start : start + RESULTS] for start in range(0, len(results), RESULTS)),
    )


def _is_known(index: Index, word: str) -> bool:
    one = key(word)
    return one in index.postings or one in index.meanings or one in index.broad


def _result(document: Document) -> Result:
    return document.address, document.name, document.summary, document.audience, document.dialled


def _entries(index: Index) -> Sequence[Entry]:
    found = [
        Entry(term, tuple(sorted(index.forms.get(term, set()) - {term})), _encoded(postings))
        for term, postings in index.postings.items()
    ]
    found += [Entry(term, meanings=meanings) for term, meanings in index.meanings.items()]
    return sorted(found, key=lambda entry: (entry.key, entry.meanings))


def _encoded(postings: Postings) -> str:
    best = sorted(postings, key=lambda number: -postings[number])[:MOST_POSTINGS]
    text, before = "", -1
    for number in sorted(best):
        text += _base36(number - before - 1) + chr(ord("A") + postings[number] - 1)
        before = number
    return text


def _base36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + text
    return text


def _cut(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Cut entries into pieces; entries that begin with the same word stay together."""
    pieces: list[list[Entry]] = []
    size = 0
    for entry in entries:
        same = pieces and pieces[-1][-1].key.split("+")[0] == entry.key.split("+")[0]
        if not pieces or (size + entry.size > PIECE and not same):
            pieces.append([])
            size = 0
        pieces[-1].append(entry)
        size += entry.size
    return pieces


def _text(entries: Iterable[Entry]) -> str:
    lines: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        head = f"={' '.join(entry.meanings)}" if entry.meanings else entry.postings
        lines[head].append(",".join((entry.key, *entry.forms)))
    return "\n".join(f"{head}|{' '.join(keys)}" for head, keys in sorted(lines.items()))


def _grouped(spellings: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for spelling, word in sorted(spellings.items()):
        groups[word].append(spelling)
    return ((word, *found) for word, found in groups.items())


def _danger(index: Index) -> Iterable[tuple[list[str], tuple[int, ...]]]:
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for terms, contacts in index.danger:
        groups[contacts].append("+".join(terms))
    return ((sorted(set(terms)), contacts) for contacts, terms in groups.items())
