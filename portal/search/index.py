"""The index: for every word and expression the documents it leads to, with a weight that is ready to be added."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from portal.choices import Language
from portal.model import Synonym
from portal.search.documents import KEYWORD, NAME, OTHER_NAME, Document, Result
from portal.search.spelling import cut, plain, tokens, words
from portal.search.vocabulary import LIGHT_KEYS, Word, Words, content, expression, weighty

HEAVIEST: Final = 26  # weights are the letters A to Z
MEANT: Final = 16  # what an editor says a word means
LONGEST_PHRASE: Final = 4  # longer keywords are sentences: their words count, their exact form does not
MOST_POSTINGS: Final = 300
FAINTEST: Final = 5
CLEAR: Final = 14
FREQUENT: Final = 60  # documents; a word of more is not asked whether it says what an expression says

SHORTEST: Final = 4  # letters of a word that says something outside of its expression
AGAIN: Final = 0.15  # of the weight of a further occurrence
_SHARES: Final = {NAME: 0.8, OTHER_NAME: 0.5}  # of an expression's weight that goes to each of its words

Postings = dict[int, int]  # document: weight

_NUMBER: Final = 20  # bits of a posting that say which document it is, from the last one down
_LAST: Final = (1 << _NUMBER) - 1


class Weighed(MutableMapping[str, Postings]):
    """The postings of every term, each kept as one number: as small dicts they would take four times the memory.

    What it gives is made anew each time: a changed weight is put back.
    """

    def __init__(self, rows: dict[str, array[int]] | None = None) -> None:
        """Begin with rows of numbers: the weight above what `_LAST` leaves when the document is taken."""
        self._rows = {} if rows is None else rows

    def __getitem__(self, term: str) -> Postings:
        return {_LAST - (one & _LAST): one >> _NUMBER for one in self._rows[term]}

    def __setitem__(self, term: str, postings: Postings) -> None:
        row = (weight << _NUMBER | _LAST - number for number, weight in postings.items())
        self._rows[term] = array("I", row)

    def __delitem__(self, term: str) -> None:
        del self._rows[term]

    def __contains__(self, term: object) -> bool:
        return term in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass
class Index:
    """Words and expressions (keys joined by `+`) with their documents, and words that mean other words.

    `results` are the lines to show, by the number of their document. `forms` lead from a spelling to its key; typing
    errors are compared with them. `meanings` lead from a typed key to the keys it stands for. `broad` are keys that
    narrow nothing. `danger` are expressions and the contacts that come first; `cries` are words that say nothing beside
    others, with the contacts that come first when they stand alone.
    """

    broad: frozenset[str]
    results: list[Result] = field(default_factory=list)
    postings: Weighed = field(default_factory=Weighed)
    forms: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    danger: list[tuple[tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)
    cries: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def knows(self, term: str) -> bool:
        """Tell whether a word or expression leads anywhere."""
        return term in self.postings or term in self.meanings


def build(documents: Iterable[Document], synonyms: Sequence[Synonym]) -> Index:
    """Weigh the words of all documents, then add the words that only people use."""
    broad = (typed for synonym in synonyms if synonym.luas and not synonym.cari for typed in synonym.typed)
    index = Index(frozenset(map(expression, broad)))
    vocabulary = Words()
    raw = _Raw()
    ids: dict[str, int] = {}
    names: set[str] = set()
    for number, document in enumerate(documents):
        ids[document.id] = number
        index.results.append(document.result)
        raw.add(number, _terms(document, vocabulary, names, index.broad))
    weak = {term for term, weight in raw.heaviest() if weight < KEYWORD - 1}
    index.postings = raw.weighed(len(index.results), index.broad)
    for synonym in sorted(synonyms, key=lambda one: one.bahasa is not Language.ID):
        _add(index, synonym, ids)
    _follow(index)
    _prune(index, names)
    _spell(index, vocabulary, weak, synonyms)
    return index


class _Raw:
    """The documents of every term with weights that do not know yet how rare it is; only the heaviest are kept.

    A posting is one number of 32 bits, the weight above the document, so that half a million of documents fit and
    sorting puts the heaviest first.
    """

    _FINE: Final = 64  # steps of weight
    _MOST: Final = 63.0
    _OFTEN: Final = 2000  # documents between two cuts

    def __init__(self) -> None:
        self._kept: dict[str, array[int]] = {}
        self._dropped: Counter[str] = Counter()
        self._steps: dict[float, int] = {}  # most documents have the same few weights

    def add(self, number: int, terms: Mapping[str, float]) -> None:
        """Add a document; its number is one more than that of the document before."""
        place = _LAST - number  # equal weights: the first document first
        kept, steps = self._kept, self._steps
        for term, weight in terms.items():
            if (step := steps.get(weight)) is None:
                step = steps[weight] = round(min(weight, self._MOST) * self._FINE) << _NUMBER
            if term in kept:
                kept[term].append(step | place)
            else:
                kept[term] = array("I", (step | place,))
        if number % self._OFTEN == self._OFTEN - 1:
            self._cut()

    def _cut(self) -> None:
        for term, kept in self._kept.items():
            if len(kept) > MOST_POSTINGS:
                self._dropped[term] += len(kept) - MOST_POSTINGS
                kept[:] = array("I", sorted(kept, reverse=True)[:MOST_POSTINGS])

    def heaviest(self) -> Iterator[tuple[str, float]]:
        """Yield each term with its greatest weight."""
        for term, kept in self._kept.items():
            yield term, (max(kept) >> _NUMBER) / self._FINE

    def weighed(self, total: int, broad: Container[str]) -> Weighed:
        """Give each term its final weights, in place: what is rare narrows, what is broad counts a third."""
        self._cut()
        for term, kept in self._kept.items():
            factor = 2 * _rarity(len(kept) + self._dropped[term], total) / self._FINE
            share = 3 if term in broad else 1
            final = {raw: min(round(raw * factor), HEAVIEST) // share or 1 for raw in {one >> _NUMBER for one in kept}}
            for at, one in enumerate(kept):
                kept[at] = final[one >> _NUMBER] << _NUMBER | one & _LAST
        return Weighed(self._kept)


def _terms(document: Document, vocabulary: Words, names: set[str], broad: frozenset[str]) -> dict[str, float]:
    """Return the terms of a document: the heaviest occurrence counts whole, the others a little.

    Expressions that are a name are added to `names`.
    """
    found: dict[str, float] = {}
    for weight, lines in document.phrases:
        for line in plain(lines).split("\n"):
            said = [word for token in cut(line) if (word := vocabulary[token])]
            for term, one in _phrase(weight, said, broad):
                before = found.get(term, 0.0)
                found[term] = before + one * AGAIN if before >= one else one + before * AGAIN
                if weight > KEYWORD and "+" in term:
                    names.add(term)
    for weight, text in document.texts:
        little = weight * AGAIN
        for word in map(vocabulary.__getitem__, tokens(text)):
            if word and word[2]:
                before = found.get(word[1], 0.0)
                found[word[1]] = before + little if before >= weight else weight + before * AGAIN
    return found


def _phrase(weight: float, said: Sequence[Word], broad: Container[str]) -> list[tuple[str, float]]:
    """Return the terms of a name or keyword: its words with their share of the weight, and the whole expression."""
    if len(said) < 2:  # noqa: PLR2004
        return [(key, weight) for _, key, weighty in said if weighty]
    heavy = [word for word in said if word[2]]
    if not heavy:
        return []
    alone = len(heavy) == 1
    share = weight if alone else weight * (_SHARES.get(weight) or 1 / len(said))
    terms = [(key, share) for word, key, _ in heavy if alone or len(word) >= SHORTEST or weight == NAME]
    if not alone or weight == NAME:
        parts = dict.fromkeys([key for _, key, _ in said])
        if len(parts) > 1 and (weight > KEYWORD or len(parts) <= LONGEST_PHRASE):
            vague = weight == KEYWORD and all(key in broad for _, key, _ in heavy)
            terms.append(("+".join(parts), max(weight, KEYWORD) * (0.6 if vague else 1)))
    return terms


@cache
def _rarity(holders: int, total: int) -> float:
    """Return how much a word narrows: 1 when one document holds it, near 0.1 when all do."""
    rarest = math.log(1 + (total - 0.5) / 1.5)
    return max(0.1, math.log(1 + (total - holders + 0.5) / (holders + 0.5)) / rarest)


def _add(index: Index, synonym: Synonym, ids: Mapping[str, int]) -> None:
    meant = [expression(target) for target in synonym.terms]
    documents = cache(lambda heaviest: _meant(index, synonym.terms, heaviest))
    contacts = tuple(ids[one] for one in synonym.kontak)
    for typed in synonym.typed:
        term = expression(typed)
        if not term and contacts:
            index.cries.update(dict.fromkeys(words(typed), contacts))
        if is_emptied(index, typed):
            continue
        if contacts:
            index.danger.append((tuple(term.split("+")), contacts))
        if meant and "+" not in term and not any("+" in one for one in meant):
            index.meanings[term] = tuple(dict.fromkeys((*index.meanings.get(term, ()), *meant)))
        elif meant:
            heaviest = _heaviest(index, term, synonym)
            found = documents(heaviest)
            if synonym.luas:
                found = {number: weight for number, weight in found.items() if weight == heaviest}
            index.postings[term] = _merged(before, found) if (before := index.postings.get(term)) else found


def _merged(one: Postings, other: Postings) -> Postings:
    """Return the documents of both, each with its heavier weight. Changes neither: expressions may share them."""
    merged = {**one, **other}
    for number in one.keys() & other.keys():
        merged[number] = max(one[number], other[number])
    return merged


def _heaviest(index: Index, term: str, synonym: Synonym) -> int:
    if synonym.luas:
        return max(index.postings[term].values()) // 2 or 1 if term in index.postings else FAINTEST
    return MEANT // 2 if term in index.broad else MEANT


def is_emptied(index: Index, typed: str) -> bool:
    """Tell whether an expression loses what it says: only light words are left, or one word that is broad alone."""
    left = content(typed)
    one = len({key for _, key in left}) == 1 and len(words(typed)) > 1
    return not any(weighty(word) for word, _ in left) or (one and left[0][1] in index.broad)


def _meant(index: Index, targets: Iterable[str], heaviest: int) -> Postings:
    """Return the documents that terms lead to, the best with the weight `heaviest`."""
    found: Postings = {}
    for target in targets:
        parts = [index.postings.get(one, {}) for word, one in content(target) if weighty(word)]
        shared = set.intersection(*map(set, parts)) if parts else set()
        sums = {number: sum(part[number] for part in parts) for number in shared}
        for number, weight in index.postings.get(expression(target), {}).items():
            sums[number] = sums.get(number, 0) + 2 * weight
        top = max(sums.values(), default=1)
        for number, weight in sums.items():
            if rounded := round(heaviest * weight / top):
                found[number] = max(found.get(number, 0), rounded)
    return found


def _follow(index: Index) -> None:
    """Let words whose meaning is again such a word lead to the end of the chain."""
    for term in list(index.meanings):
        ends: list[str] = []
        waiting = list(index.meanings[term])
        seen = {term}
        while waiting:
            one = waiting.pop(0)
            if one in seen:
                continue
            seen.add(one)
            ends.append(one)
            waiting += index.meanings.get(one, ()) if one not in index.postings else ()
        index.meanings[term] = tuple(ends)
    index.meanings = {term: ends for term, ends in index.meanings.items() if ends}


def _prune(index: Index, names: Container[str]) -> None:
    """Drop what changes no result: expressions whose words alone lead to the same documents, and faint words."""
    said = [term for term in index.postings if "+" in term and term not in names and _said_by_words(index, term)]
    faint = [
        term
        for term, postings in index.postings.items()
        if term not in index.broad and max(postings.values(), default=0) < FAINTEST
    ]
    for term in {*said, *faint}:
        del index.postings[term]
    told: dict[tuple[int, ...], set[frozenset[str]]] = defaultdict(set)
    for terms, contacts in index.danger:
        told[contacts].add(frozenset(terms))

    def is_told(terms: Sequence[str], contacts: tuple[int, ...]) -> bool:
        whole = frozenset(terms)
        return any(one < whole for one in told[contacts])

    index.danger = [one for one in index.danger if not is_told(*one)]


def _said_by_words(index: Index, term: str) -> bool:
    sums: Postings = {}
    for word in term.split("+"):
        best: Postings = {}
        for one in (word, *index.meanings.get(word, ())):
            postings = index.postings.get(one, {})
            if len(postings) > FREQUENT:
                return False
            for number, weight in postings.items():
                best[number] = max(weight, best.get(number, 0))
        for number, weight in best.items():
            sums[number] = sums.get(number, 0) + weight
    postings = index.postings[term]
    if not postings:
        return True
    strong = 0.75 * max(postings.values())
    meant = {number for number, weight in postings.items() if weight >= strong}
    least = min((sums.get(number, 0) for number in meant), default=0)
    return least >= CLEAR and least >= 1.3 * max((sums[number] for number in sums.keys() - meant), default=0)


def _spell(index: Index, vocabulary: Words, weak: Container[str], synonyms: Iterable[Synonym]) -> None:
    """Note the spellings of the words that matter, so that an error in an affix is recognised too."""
    dangerous = {term for terms, _ in index.danger for term in terms}
    written = ((word[0], word[1]) for word in vocabulary.values() if word and word[2])
    typed = (pair for synonym in synonyms for text in synonym.typed for pair in content(text))
    for word, key in (*written, *typed):
        matters = key in dangerous or (index.knows(key) and key not in weak and key not in index.broad)
        if matters and word != key and key not in LIGHT_KEYS:
            index.forms[word] = key
