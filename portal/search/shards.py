"""The index as text for the browser, whole while it is small, else cut into pieces that a query loads as it needs them.

A line of words is `postings|key key key+key` for words and expressions (keys joined by `+`) that lead to the same
documents, or `=key key|typed typed` for typed words that mean other keys. A posting is the distance from the document
before it (in base 36, empty for the next one) and a letter from A to Z for its weight. `key,form,form` are the
spellings that typing errors are compared with.
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
PIECE: Final = 5_000  # characters of words in a piece of a large index; near 2 KB when compressed
RESULTS: Final = 6  # results in a piece of a large index

Result = tuple[str, ...]  # address, name, summary, for whom, number to dial, number to read


@dataclass(frozen=True, slots=True)
class Shards:
    """What the first script holds, what a query with an unknown word needs, and the pieces of a large index."""

    main: dict[str, object]
    rare: dict[str, object]
    words: tuple[dict[str, str], ...] = ()
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
    """Cut an index into pieces; a small one makes one script, and one more for words that the first does not know."""
    main: dict[str, object] = {
        "henti": " ".join(sorted(vocabulary.STOP_HERE)),
        "ringan": _grouped(vocabulary.LIGHT_HERE),
        "lemah": " ".join(sorted(vocabulary.SLIGHT)),
        "luas": " ".join(sorted(index.broad - index.postings.keys() - index.meanings.keys())),
        "bahaya": list(_danger(index, regional=False)),
    }
    rare: dict[str, object] = {
        "henti": " ".join(sorted(vocabulary.STOP_REGIONAL)),
        "ringan": _grouped(vocabulary.LIGHT_REGIONAL),
        "asing": " ".join(sorted(word for word in vocabulary.ELSEWHERE if not index.knows(key(word)))),
        "bahaya": list(_danger(index, regional=True)),
    }
    results = tuple(_result(document) for document in index.documents)
    entries = list(_entries(index))
    if sum(entry.size for entry in entries) + sum(len(text) for result in results for text in result) <= WHOLE:
        common, regional = _parted(index, entries)
        rare |= {"kata": _text(regional), "bentuk": _forms([*entries, *_dangerous(index)])}
        return Shards({**main, "kata": _text(common), "dok": results}, rare)
    pieces = _cut(entries)
    main |= {"batas": " ".join(piece[0].key for piece in pieces), "isi": RESULTS}
    return Shards(
        main,
        rare,
        tuple({"kata": _text(piece), "bentuk": _forms(piece)} for piece in pieces),
        tuple(results[start : start + RESULTS] for start in range(0, len(results), RESULTS)),
    )


def _parted(index: Index, entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Part what every query needs from what only a query with a word that the first script does not know can need."""
    single = {entry.key for entry in entries if "+" not in entry.key and entry.key not in index.regional}
    known = single | index.broad | set(vocabulary.LIGHT.values()) | {key(word) for word in vocabulary.SLIGHT}
    common: list[Entry] = []
    regional: list[Entry] = []
    for entry in entries:
        rare = entry.key in index.regional or not known.issuperset(entry.key.split("+"))
        (regional if rare else common).append(entry)
    return common, regional


def _result(document: Document) -> Result:
    told = (document.address, document.name, document.summary, document.audience, document.dialled, document.telephone)
    return told if document.dialled else told[: 4 if document.audience else 3]


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
        lines[head].append(entry.key)
    return "\n".join(f"{head}|{' '.join(keys)}" for head, keys in sorted(lines.items()))


def _forms(entries: Iterable[Entry]) -> str:
    return " ".join(",".join((entry.key, *entry.forms)) for entry in entries if entry.forms)


def _dangerous(index: Index) -> Iterable[Entry]:
    """Yield the words of danger that lead to nothing else, for their spellings."""
    for term in sorted({term for terms, _ in index.danger for term in terms} - index.postings.keys()):
        yield Entry(term, tuple(sorted(index.forms.get(term, set()) - {term})))


def _grouped(spellings: Mapping[str, str]) -> list[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for spelling, word in sorted(spellings.items()):
        groups[word].append(spelling)
    return [" ".join((word, *found)) for word, found in groups.items()]


def _danger(index: Index, *, regional: bool) -> Iterable[tuple[str, tuple[int, ...]]]:
    groups: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for terms, contacts in index.danger:
        if ("+".join(terms) in index.regional) is regional:
            groups[contacts].add("+".join(terms))
    return ((" ".join(sorted(terms)), contacts) for contacts, terms in groups.items())
