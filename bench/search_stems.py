"""Where our stems of the data's own words differ from PySastrawi's, which knows Indonesian by a dictionary.

python -m bench.search_stems        after `pip install PySastrawi==1.2.1`, which nothing else needs

A word that we part from its kin cannot be found by it; words that we join though they are no kin find too much. What
was decided about them stands in decisions/0007.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-not-found]

from portal.catalogue import Catalogue
from portal.choices import Language
from portal.generation import read, workspace
from portal.search.documents import documents
from portal.search.spelling import key, words
from portal.search.vocabulary import LIGHT, STOP
from tests.conftest import ROOT, TODAY


def written(catalogue: Catalogue) -> set[str]:
    """Return the Indonesian words of the data that the search stems."""
    texts = [text for one in documents(catalogue) for _, text in (*one.texts, *one.phrases)]
    texts += [text for one in catalogue.synonyms if one.bahasa is Language.ID for text in one.typed]
    found = {word for text in texts for word in words(text) if word.isalpha()}
    return found - STOP - LIGHT.keys()


def families(given: Iterable[str], of: Callable[[str], str]) -> dict[str, set[str]]:
    """Group words by their stem."""
    groups: dict[str, set[str]] = defaultdict(set)
    for word in given:
        groups[of(word)].add(word)
    return groups


def parted(given: Iterable[str], one: Callable[[str], str], other: Callable[[str], str]) -> Iterator[str]:
    """Yield the families of one stemmer that the other parts, each as a line."""
    for stem, family in sorted(families(given, one).items()):
        parts = families(family, other)
        if len(parts) > 1:
            yield f"  {stem}: " + " | ".join(" ".join(sorted(part)) for part in parts.values())


def main() -> None:
    """Print both kinds of difference."""
    given = written(read(workspace(ROOT), TODAY)[0])
    theirs = StemmerFactory().create_stemmer().stem
    same = sum(theirs(word) == key(word) for word in given)
    print(f"{len(given)} words, {same} with the same stem")
    print("Parted by us, joined by PySastrawi:", *parted(given, theirs, key), sep="\n")
    print("Joined by us, parted by PySastrawi:", *parted(given, key, theirs), sep="\n")


if __name__ == "__main__":
    main()
