"""Records at the ends of what the model allows: bare, at their longest, and hostile in every text."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from portal.catalogue import Catalogue
from portal.model import Innovation, Need
from portal.papers.wanted import Papers
from portal.values import EMAIL, NO_ANGLES, WEB_ADDRESS
from tests import samples

Model = TypeVar("Model", bound=BaseModel)
Words = Callable[[int, str], str]
PHOTO: Final = "contoh.png"  # in `docs/gambar/`; whoever builds this catalogue puts it there
HOSTILE: Final = (
    "<script>alert(1)</script> [x](javascript:alert(1)) {: onclick=alert(1) } \u202eterbalik\u202c "
    "\U0001f600\U0001f469\u200d\U0001f467 ``` ~~~ # > - 1. | *a* _b_ {{ 7*7 }} {% raw %} &amp; &lt; <!-- --> --- "
    "<img src=x onerror=alert(1)> \" ' \\ $x$ %s"
)
_LETTERS: Final = random.Random(1)  # noqa: S311


def long_words(length: int, pattern: str) -> str:
    """A text of exactly this length: a word that no line holds, then words that no two texts share."""
    if pattern == WEB_ADDRESS:
        return "https://contoh.go.id/".ljust(length, "a")
    if pattern == EMAIL:
        return "surat@contoh.go.id".rjust(length, "a")
    words = ("".join(_LETTERS.choices("abdegiklmnprstu", k=_LETTERS.randint(3, 14))) for _ in range(length))
    return f"{'W' * 60} {' '.join(words)}"[: length - 1].rstrip().ljust(length, "m")


def hostile_words(length: int, pattern: str) -> str:
    """A text that would act if anything did, no longer than this."""
    if pattern in {WEB_ADDRESS, EMAIL}:
        return ""
    text = HOSTILE.translate({ord("<"): None, ord(">"): None}) if pattern == NO_ANGLES else HOSTILE
    return text[:length].strip()


def grown(part: Model, words: Words, **values: object) -> Model:
    """The same record with these words in every free text, lists of texts three times as long, and these values."""
    schema = type(part).model_json_schema()
    made = _grown(part.model_dump(mode="json"), schema, schema.get("$defs", {}), words)
    return type(part).model_validate(made | values)


def _grown(value: Any, schema: Mapping[str, Any], defs: Mapping[str, Any], words: Words) -> Any:
    if "$ref" in schema:
        return _grown(value, defs[schema["$ref"].rpartition("/")[2]], defs, words)
    if value is not None and "anyOf" in schema:
        return _grown(value, schema["anyOf"][0], defs, words)
    if isinstance(value, Mapping):
        return {
            name: one if name == "untuk" else _grown(one, schema["properties"][name], defs, words)
            for name, one in value.items()
        }
    if isinstance(value, list):
        more = [_grown(one, schema["items"], defs, words) for one in value]
        return more * 3 if "maxLength" in schema["items"] and more != value else more
    free = "maxLength" in schema and schema.get("pattern", NO_ANGLES) in {NO_ANGLES, WEB_ADDRESS, EMAIL}
    return (words(schema["maxLength"], schema.get("pattern", "")) or value) if free and value is not None else value


def extremes() -> Catalogue:
    """A bare, a longest and a hostile record, with contacts and needs of the same kinds."""
    photo = {"berkas": PHOTO, "alt": "Petugas", "kredit": "Dinas Sosial", "izin": "Persetujuan tertulis"}
    everyone = [one.value for one in type(samples.full().sasaran[0])]
    whole = samples.full(gambar=photo, video=[{"judul": "Profil", "url": "https://contoh.go.id/profil"}])
    longest = grown(whole, long_words, id=f"w{'-panjang' * 7}", sasaran=everyone, terkait=["jahat"])
    hostile = grown(whole, hostile_words, id="jahat", sasaran=everyone, terkait=[longest.id])
    everything = samples.contact(
        surel="a@contoh.go.id", situs="https://contoh.go.id/", alamat="Jl. Pahlawan 5", whatsapp="0811-1112-9129",
        sms="1708", pesawat="8", catatan="Telepon dulu",
    )  # fmt: skip
    contacts = (
        grown(everything, long_words),
        grown(everything, hostile_words, id="lapor", jenis="pengaduan"),
        grown(samples.contact(telepon="112", jam="24 jam"), hostile_words, id="darurat", jenis="darurat"),
    )
    records = (samples.innovation(id="hampa"), longest, hostile)
    return Catalogue(records, contacts, _needs(longest, hostile), samples.settings(), papers=Papers.NONE)


def _needs(*records: Innovation) -> tuple[Need, ...]:
    ids = [one.id for one in records]
    least = Need.model_validate({"id": "a", "nama": "A", "penjelasan": "B", "inovasi": ids, "bahaya": "true"})
    return grown(least, long_words, id="panjang"), grown(least, hostile_words, id="aneh")
