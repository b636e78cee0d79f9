"""How people write words: one key for all spellings and affixed forms of a word.

`docs/aset/cari-kata.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import snowballstemmer  # type: ignore[import-untyped]

_APOSTROPHE: Final = re.compile("[`´‘’ʼʻ]")
_GLOTTAL: Final = re.compile(r"(?<=[aeiou])'(?![a-z0-9])")  # Madurese `ana'`, `sakè'`
_WORD: Final = re.compile(r"[a-z0-9]+")
_REPEATED: Final = re.compile(r"^([a-z]{2,})2$")
_SPELLINGS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(.)\1{2,}", r"\1"),  # tolooong
        (r"([a-z])\1$", r"\1"),  # pikunn
        (r"terlantar", "telantar"),
        (r"oe", "u"),
        (r"dj", "j"),
        (r"tj", "c"),
        (r"sy", "s"),
        (r"(?<!n)gh", "g"),
        (r"([bdjkpt])h", r"\1"),
        (r"q", "k"),
        (r"v", "f"),
        (r"(?<=[a-z])x", "ks"),
    )
)
_DOUBLED: Final = re.compile(r"(.)\1")
# Roots that begin or end like an affix, so that the stemmer alone would cut into them.
ROOTS: Final = (
    "bencana|berani|berita|demensia|disabilitas|kelahi|keluarga|kecamatan|kelamin|kepala|ketua|keramik|masalah|memori|"
    "menteri|meriang|pelabuhan|pemuda|penjara|perahu|perempuan|perkosa|perawan|pesantren|petugas|rampok|rantau|rawat|"
    "rokok|rumah|rundung|sekolah|sampah|telantar|teman|terampil|terapi|terminal|terima|"
    "ingatan|kecurian|kehabisan|penanganan|pendengaran|penglihatan|perjalanan|pikiran"
)
_ROOT: Final = re.compile(
    "(?:di|ke|me|men|mem|meny|pe|pen|per|ber|be|ter|se|memper|diper)?"
    f"({ROOTS})(?:kan|an|i)?(?:nya|ku|mu)?(?:lah|kah|pun)?"
)
# `menolong` has lost the t of its root; `menikah` has not.
_NASAL: Final = re.compile(r"^([mp])en(?=[aeiou])(?!ikah|ilai|ama|anti|aik|asihat)(?=(?:[^aeiou]*[aeiou]){2})")


def words(text: str) -> list[str]:
    """Cut a text into words of small Latin letters and digits in one spelling; single letters fall away."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text.lower()))
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    plain = _GLOTTAL.sub("k", letters).replace("'", "")
    return [spelled(word) for word in _WORD.findall(plain) if len(word) > 1 or word.isdigit()]


@cache
def spelled(word: str) -> str:
    """Write a word in one spelling: `dhingklang` as `dingklang`, `anak2` as `anak`."""
    word = _REPEATED.sub(r"\1", word)
    if not word.isdigit():
        for pattern, plain in _SPELLINGS:
            word = pattern.sub(plain, word)
    return word


@cache
def key(word: str) -> str:
    """Return the key of a word as `words` gives it: its stem, with letters single."""
    if word.isdigit():
        return word
    if root := _ROOT.fullmatch(word):
        return root[1]
    word = _NASAL.sub(r"\1ent", word)
    return _DOUBLED.sub(r"\1", _STEMMER.stemWord(word))


def keys(text: str) -> list[str]:
    """Return the keys of a text's words."""
    return [key(word) for word in words(text)]


_STEMMER: Final = snowballstemmer.stemmer("indonesian")
