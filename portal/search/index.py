"""The index: for every word and expression the documents it leads to, with a weight that is ready to be added."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from portal.choices import Language
from portal.model import Synonym
from portal.search.documents import KEYWORD, NAME, OTHER_NAME, Document
from portal.search.spelling import words
from portal.search.vocabulary import content, expression, weighty

HEAVIEST: Final = 26  # weights are the letters A to Z
MEANT: Final = 16  # what an editor says a word means
BROAD: Final = 4
LONGEST_PHRASE: Final = 4  # longer keywords are sentences: their words count, their exact form does not
MOST_POSTINGS: Final = 300
FAINTEST: Final = 5
CLEAR: Final = 14

SHORTEST: Final = 4  # letters of a word that says something outside of its expression
_SHARES: Final = {NAME: 0.8, OTHER_NAME: 0.5}  # of an expression's weight that goes to each of its words

Weights = dict[int, float]
Postings = dict[int, int]


@dataclass
class Index:
    """Words and expressions (keys joined by `+`) with their documents, and words that mean other words.

    `forms` are the spellings of a key that typing errors are compared with. `meanings` lead from a typed key to the
    keys it stands for. `danger` are expressions and the contacts that come first.
    `regional` are typed keys that only Javanese, Madurese or chat has.
    """

    documents: tuple[Document, ...]
    postings: dict[str, Postings] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    broad: set[str] = field(default_factory=set)
    regional: set[str] = field(default_factory=set)
    danger: list[tuple[tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)

    def knows(self, term: str) -> bool:
        """Tell whether a word or expression leads anywhere yet."""
        return term in self.postings or term in self.meanings or term in self.broad


def build(documents: Iterable[Document], synonyms: Sequence[Synonym]) -> Index:
    """Weigh the words of all documents, then add the words that only people use."""
    index = Index(tuple(documents))
    index.broad = {expression(typed) for synonym in synonyms if synonym.luas for typed in synonym.typed}
    single: dict[str, Weights] = defaultdict(dict)
    joint: dict[str, Weights] = defaultdict(dict)
    for number, document in enumerate(index.documents):
        for term, weight in _terms(document, index.forms, index.broad):
            found = joint if "+" in term else single
            found[term][number] = _grown(found[term].get(number, 0), weight)
    index.weights = {term: max(weights.values()) for term, weights in single.items()}
    for term, weights in (*single.items(), *joint.items()):
        rarity = _rarity(len(weights), len(index.documents))
        index.postings[term] = {
            number: max(1, min(HEAVIEST, round(2 * weight * rarity))) for number, weight in weights.items()
        }
    for term in index.broad & index.postings.keys():
        index.postings[term] = {number: max(1, weight // 3) for number, weight in index.postings[term].items()}
    ids = {document.id: number for number, document in enumerate(index.documents)}
    for synonym in sorted(synonyms, key=lambda one: one.bahasa is not Language.ID):
        _add(index, synonym, ids)
    _follow(index)
    _prune(index)
    return index


def _terms(document: Document, forms: dict[str, set[str]], broad: Container[str]) -> Iterator[tuple[str, float]]:
    for weight, text in document.texts:
        for word, one in content(text):
            if weighty(word):
                forms[one].add(word)
                yield one, weight
    for weight, text in document.phrases:
        found = list(content(text))
        heavy = [(word, one) for word, one in found if weighty(word)]
        share = 1.0 if len(heavy) == 1 else _SHARES.get(weight) or 1 / len(found)
        for word, one in heavy:
            if len(word) >= SHORTEST or len(heavy) == 1 or weight == NAME:
                forms[one].add(word)
                yield one, weight * share
        expressed = expression(text)
        if "+" not in expressed or (len(heavy) == 1 and weight != NAME):
            continue
        if weight > KEYWORD or expressed.count("+") < LONGEST_PHRASE:
            vague = all(one in broad for _, one in heavy)
            yield expressed, max(weight, KEYWORD) * (0.6 if vague and weight == KEYWORD else 1)


def _grown(before: float, more: float) -> float:
    """Add a further occurrence: the heaviest counts whole, the others a little."""
    return max(before, more) + min(before, more) * 0.15


def _rarity(holders: int, total: int) -> float:
    """Return how much a word narrows: 1 when one document holds it, near 0.1 when all do."""
    rarest = math.log(1 + (total - 0.5) / 1.5)
    return max(0.1, math.log(1 + (total - holders + 0.5) / (holders + 0.5)) / rarest)


def _add(index: Index, synonym: Synonym, ids: Mapping[str, int]) -> None:
    targets = synonym.terms
    for typed in synonym.typed:
        term = expression(typed)
        if is_emptied(index, typed):
            continue
        if synonym.bahasa is not Language.ID and not index.knows(term):
            index.regional.add(term)
        if synonym.kontak:
            index.danger.append((tuple(term.split("+")), tuple(ids[one] for one in synonym.kontak)))
        for word, one in content(typed):
            index.forms[one].add(word)
        if not targets:
            continue
        meant = [expression(target) for target in targets]
        if "+" not in term and not any("+" in one for one in meant):
            index.meanings[term] = tuple(dict.fromkeys((*index.meanings.get(term, ()), *meant)))
        else:
            merged = index.postings.setdefault(term, {})
            for number, weight in _meant(index, targets, _heaviest(index, term, synonym)).items():
                merged[number] = max(weight, merged.get(number, 0))


def _heaviest(index: Index, term: str, synonym: Synonym) -> int:
    if synonym.luas:
        return BROAD
    return MEANT // 2 if term in index.broad else MEANT


def is_emptied(index: Index, typed: str) -> bool:
    """Tell whether an expression loses what it says: only light words are left, or one word that is broad alone."""
    left = list(content(typed))
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
            sums[number] = sums.get(number, 0) + weight
        top = max(sums.values(), default=1)
        for number, weight in sums.items():
            found[number] = max(found.get(number, 0), 1, round(heaviest * weight / top))
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


def _prune(index: Index) -> None:
    """Drop what changes no result: expressions whose words alone lead to the same documents, and faint words."""
    names = {expression(text) for document in index.documents for weight, text in document.phrases if weight > KEYWORD}
    for term in [term for term in index.postings if "+" in term and term not in names]:
        if _said_by_words(index, term):
            del index.postings[term]
    for term in [term for term, postings in index.postings.items() if max(postings.values(), default=0) < FAINTEST]:
        if term not in index.broad:
            del index.postings[term]
    dangerous = {term for terms, _ in index.danger for term in terms}
    for term, weight in index.weights.items():
        if (weight < KEYWORD - 1 or term in index.broad) and term not in dangerous:
            index.forms.pop(term, None)
    index.danger = [
        (terms, contacts)
        for terms, contacts in index.danger
        if not any(set(other) < set(terms) and contacts == theirs for other, theirs in index.danger)
    ]


def _said_by_words(index: Index, term: str) -> bool:
    sums: Postings = {}
    for word in term.split("+"):
        best: Postings = {}
        for one in (word, *index.meanings.get(word, ())):
            for number, weight in index.postings.get(one, {}).items():
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
