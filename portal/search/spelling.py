"""How people write words: one key for all spellings and affixed forms of a word.

`browser/kata.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

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
        (r"\Bx", "ks"),
    )
)
# Most words need none of the above; looking once is cheaper than trying each.
_ODD: Final = re.compile(r"(.)\1|terlantar|oe|[dt]j|sy|[gbdjkpt]h|[qvx2]")
_DOUBLED: Final = re.compile(r"(.)\1")
# Roots that begin or end like an affix, so that rules alone would cut them; bench/search_stems.py finds more.
ROOTS: Final = (
    "bencana|berani|berita|butuh|cerai|demensia|dijual|disabilitas|ingatan|kecamatan|kecurian|kediri|kehabisan|kekerasan|kelahi|kelainan|"
    "kelamin|keluarga|kepala|keramik|kerangkeng|kerja|ketua|ketuban|lambat|ledak|mandiri|masalah|melahirkan|memori|menteri|"
    "meriang|minta|pelabuhan|pemuda|penanganan|pendengaran|penglihatan|penjara|perahu|perawan|perempuan|periksa|"
    "perjalanan|perkosa|pesantren|petugas|pikiran|rampok|rantau|rawat|rokok|rumah|rundung|sampah|sekolah|sendiri|"
    "tabrak|tanya|telantar|teman|terampil|terapi|terbatas|terbelakang|terima|terminal|terpadu|tunai"
)
_ROOT: Final = re.compile(
    "(?:di|ke|keter|me|men|mem|meny|pe|pen|per|ber|berke|be|ter|se|memper|diper)?"
    f"({ROOTS})(?:kan|an|i)?(?:nya|ku|mu)?(?:lah|kah|pun)?"
)
# `menolong` has lost the t of its root; `menikah` has not.
_NASAL: Final = re.compile(r"^([mp])en(?=[aeiou])(?!ikah|ilai|ama|anti|aik|asihat)(?=(?:[^aeiou]*[aeiou]){2})")
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = str.maketrans("", "", _VOWELS)
# Prefix, the letter that it has swallowed, its kind, and whether a vowel must follow.
_PREFIXES: Final = (
    ("meny", "s", 1, True),
    ("peny", "s", 3, True),
    ("mem", "p", 1, True),
    ("pem", "p", 3, True),
    *((prefix, "", 1, False) for prefix in ("meng", "men", "mem", "me", "di", "ter")),
    *((prefix, "", 3, False) for prefix in ("peng", "pen", "pem", "ke")),
)
_SECOND: Final = re.compile(r"(?P<four>bel(?=ajar)|ber|be(?=[^aeiou]er))|pel(?=ajar)|(?P<two>per?)")
_SOUNDS: Final = str.maketrans("bcdfgjz", "pstpkss", "aeiouhwy")


def tokens(text: str) -> list[str]:
    """Cut a text into runs of small Latin letters and digits, without accents, as they are written."""
    return cut(plain(text))


def plain(text: str) -> str:
    """Return a text in small letters without accents and apostrophes; lines stay lines."""
    text = text.lower()
    if text.isascii() and "'" not in text and "`" not in text:
        return text
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text))
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return _GLOTTAL.sub("k", letters).replace("'", "")


cut: Final = _WORD.findall
"""Cut a plain text into runs of letters and digits."""


def words(text: str) -> list[str]:
    """Cut a text into words in one spelling; single letters fall away."""
    return [spelled(word) for word in tokens(text) if len(word) > 1 or word.isdigit()]


def spelled(word: str) -> str:
    """Write a word in one spelling: `dhingklang` as `dingklang`, `anak2` as `anak`."""
    if word.isdigit() or not _ODD.search(word):
        return word
    word = _REPEATED.sub(r"\1", word)
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def key(word: str) -> str:
    """Return the key of a word as `words` gives it: its stem, with letters single."""
    if word.isdigit():
        return word
    if root := _ROOT.fullmatch(word):
        return root[1]
    if word.startswith(("men", "pen")):
        word = _NASAL.sub(r"\1ent", word)
    return _DOUBLED.sub(r"\1", stem(word))


def stem(word: str) -> str:
    """Return the stem of a word by the rules of Snowball's Indonesian stemmer: at least two syllables stay."""
    spare = len(word) - len(word.translate(_CONSONANTS)) - 2
    if spare > 0 and word.endswith(("kah", "lah", "pun")):
        word, spare = word[:-3], spare - 1
    if spare > 0 and word.endswith(("nya", "ku", "mu")):
        word, spare = word[: -3 if word.endswith("nya") else -2], spare - 1
    if spare <= 0:
        return word
    found = _prefix(word) if word[0] in "mpdtk" else None
    if found is None:
        word, kind, spare = _second(word, 0, spare)
        return _suffix(word, kind, spare)
    rest, swallowed, kind = found
    short = _suffix(rest, kind, spare - 1, swallowed)
    if len(short) == len(rest):
        return swallowed + rest
    return swallowed + _second(short, kind, spare - 2)[0]


def _prefix(word: str) -> tuple[str, str, int] | None:
    for prefix, swallowed, kind, open_only in _PREFIXES:
        if word.startswith(prefix) and (not open_only or word[len(prefix) : len(prefix) + 1] in {*_VOWELS}):
            return word[len(prefix) :], swallowed, kind
    return None


def _second(word: str, kind: int, spare: int) -> tuple[str, int, int]:
    """Take a second prefix off; return what is left, the kind of the prefixes, and the syllables that may still go."""
    if spare <= 0 or not (found := _SECOND.match(word)):
        return word, kind, spare
    kind = 4 if found["four"] else 2 if found["two"] else kind
    return word[found.end() :], kind, spare - 1


def _suffix(word: str, kind: int, spare: int, before: str = "") -> str:
    """Take a suffix off that the prefix allows; `before` are letters that stand before the word."""
    if spare > 0:
        if kind not in {3, 4} and word.endswith("i") and not (before + word).endswith("si"):
            return word[:-1]
        if kind not in {2, 3} and word.endswith("kan"):
            return word[:-3]
        if kind != 1 and word.endswith("an"):
            return word[:-2]
    return word


def keys(text: str) -> list[str]:
    """Return the keys of a text's words."""
    return [key(word) for word in words(text)]


def shelf(key: str) -> str:
    """Return where a key stands among all keys: its consonants by their sound.

    What a person may have meant stands close: `mukul` with `pukul`, `ngopeni` with `kopeni`, and wrong vowels.
    """
    return _opening(key).translate(_SOUNDS)


def _opening(key: str) -> str:
    """Undo what speech does to the start of a word: `mbukak` for bukak, `ngopeni` for kopeni, `nyekel` for cekel."""
    first, second, rest = key[:1], key[1:2], key[2:]
    if first == "n" and second == "g" and rest:
        return f"k{rest}" if rest[0] in _VOWELS else _opening(rest)
    if first in _VOWELS or (first == "h" and second and second in _VOWELS):
        return f"k{key}"  # h falls away as a sound
    if (first == "m" and second in {"b", "p"}) or (first == "n" and second in {"c", "d", "j", "t"}):
        return key[1:]
    if first == "n" and second == "y":
        return f"s{rest}"
    return {"m": "p", "n": "t"}.get(first, first) + key[1:]
