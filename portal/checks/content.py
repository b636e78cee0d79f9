"""Rules about the content of one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from pydantic import BaseModel

from portal import suggestions
from portal.checks.subject import Step, Subject, Text
from portal.choices import ContactKind
from portal.fields import described
from portal.model import Contact, Innovation, Need, Settings, Synonym
from portal.papers import limits
from portal.problems import Problem
from portal.values import PLACEHOLDER

TEMPLATE_ADDRESS: Final = "https://contoh.go.id/"
"""An address for examples: no source of anything."""

STALE: Final = timedelta(days=180)
FEWEST_KEYWORDS: Final = 15
LONGEST_NAME: Final = 30

NIK: Final = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){15}(?![0-9])")
MOBILE: Final = re.compile(r"(?<![0-9])(?:\+? ?62|0)[ ().-]*8(?:[ ().-]{0,2}[0-9]){7,11}(?![0-9])")
LANDLINE: Final = re.compile(r"(?<![0-9])\(?0[2-9][0-9]{1,2}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])")
ACRONYM: Final = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z]\b")
FAMILIAR: Final = frozenset(
    {
        "KTP",
        "KK",
        "SD",
        "SMP",
        "SMA",
        "SMK",
        "TK",
        "PAUD",
        "RT",
        "RW",
        "RS",
        "TV",
        "HP",
        "SMS",
        "WA",
        "USB",
        "PDF",
        "ATM",
        "SIM",
        "STNK",
        "PBB",
        "TNI",
        "RI",
        "NIK",
        "AC",
        "CV",
        "PT",
        "WIB",
    }
)
"""Short forms that everybody reads without help."""

LONG_NUMBER: Final = re.compile(r"[0-9](?:[ ().-]*[0-9]){8}")
"""Nine digits with only what people put between them: the shortest number that those three find."""

SIGNS: Final = re.compile(r"^[^\w\n]+$", re.MULTILINE)
"""A line without a letter or a digit."""

STEP: Final = re.compile(r"\(?([0-9]{1,2})[.)]\s+(?=\S)")
"""The number in front of a step."""

GARBLED: Final = re.compile("Ã[\x80-\xbf€-™ŠŒŽšœžŸ©®¡-¿]|â€[\x80-\xbf“”™˜œ¦¢]|Â[\xa0-\xbf]")
"""UTF-8 that was once read as Windows-1252."""

TERMS: Final = (
    (re.compile(r"\b(?:orang|penyandang|penderita)? ?caca[td]\b", re.IGNORECASE), "penyandang disabilitas"),
    (re.compile(r"\borang gila\b", re.IGNORECASE), "orang dengan gangguan jiwa (ODGJ)"),
    (re.compile(r"\bjompo\b", re.IGNORECASE), "lansia"),
    (re.compile(r"\bterlantar\b", re.IGNORECASE), "telantar"),
    (re.compile(r"\btuna ?rungu\b", re.IGNORECASE), "Tuli"),
)
TERM_PARTS: Final = ("caca", "orang gila", "jompo", "terlantar", "rungu")
"""What a text holds that any of those patterns finds."""

HURTFUL: Final = frozenset({
    "cacat", "cacad", "gila", "gileh", "ghileh", "edan", "gendeng", "gendheng", "sinting", "sinthing", "kentir",
    "kenthir", "gemblung", "koplak", "owah", "idiot", "goblok", "lemot", "budeg", "budheg", "picek", "buta", "bisu",
    "pincang", "pengkor", "dhingklang", "jompo", "gembel", "gepeng", "kere", "wts",
})  # fmt: skip
"""What people type and nobody should be called."""

TERM_FIELDS: Final = frozenset({"ringkasan", "syarat", "cara", "hasil_layanan", "peringatan", "mudah_dibaca"})
"""Where the portal speaks in its own words; titles and proper names keep theirs."""


DATES: Final = ("tanggal", "diakses", "mulai", "penelusuran", "tahun")
"""Fields of days that have come."""

SOURCED: Final = tuple(name for name, field in described(Innovation).items() if field.is_sourced)
"""The fields that state facts."""


def sourced_fields(subject: Subject[Innovation]) -> Iterator[Problem]:
    """Every statement is backed by a source: by one without `untuk`, or by one whose `untuk` names the field."""
    sources = subject.record.sumber
    if any(not source.untuk for source in sources):
        return
    backed = {name for source in sources for name in source.untuk}
    # A misspelt name is told on its own, and backs what it was meant to back.
    if not backed <= type(subject.record).model_fields.keys():
        return
    for name in SOURCED:
        if name not in backed and getattr(subject.record, name):
            yield subject.at_key("unsourced", name, isian=name)


def backed_names(subject: Subject[Innovation | Contact]) -> Iterator[Problem]:
    """`untuk` names fields of the record."""
    record: Innovation | Contact = subject.record
    fields = type(record).model_fields
    for index, source in enumerate(record.sumber):
        for position, name in enumerate(source.untuk):
            if name not in fields:
                saran = suggestions.nearest(name, fields)
                params: dict[str, str | int] = {"saran": saran} if saran else {}
                yield subject.problem("untuk_unknown", "sumber", index, "untuk", position, isi=name, **params)


def backed_fields(subject: Subject[Innovation]) -> Iterator[Problem]:
    """What `untuk` names is filled in: otherwise its line was deleted, and its items stand in the list above."""
    told: set[str] = set()
    for index, source in enumerate(subject.record.sumber):
        for position, name in enumerate(source.untuk):
            if name in Innovation.model_fields and name not in told and not getattr(subject.record, name):
                told.add(name)
                yield subject.problem("untuk_absent", "sumber", index, "untuk", position, isi=name)


def source_codes(subject: Subject[Innovation]) -> Iterator[Problem]:
    """Each figure and award names the code of one of the record's sources; a code belongs to one source."""
    codes: set[str] = set()
    for index, source in enumerate(subject.record.sumber):
        if source.id in codes:
            yield subject.problem("source_code_twice", "sumber", index, "id", isi=source.id or "")
        codes |= {source.id} if source.id else set()
    named = [("hasil", index, figure.sumber) for index, figure in enumerate(subject.record.hasil)]
    named += [("penghargaan", index, award.sumber) for index, award in enumerate(subject.record.penghargaan)]
    used = Counter(code for *_, code in named if code not in codes)
    for code, times in used.items():
        name, index = next((name, index) for name, index, other in named if other == code)
        near = suggestions.surely(code, codes)
        if near and times > 1 and all(other != near for *_, other in named):
            # Several figures name a code that is not there: the code was changed, not they.
            position = next(i for i, source in enumerate(subject.record.sumber) if source.id == near)
            yield subject.problem("id_changed", "sumber", position, "id", isi=near, rujukan=code, jumlah=times)
        else:
            params: dict[str, str | int] = {"isi": code, "jumlah": times}
            params |= {"saran": near} if near else {"pilihan": ", ".join(sorted(codes))} if codes else {}
            kind = "source_code_unknown" if times == 1 else "source_gone"
            yield subject.problem(kind, name, index, "sumber", **params)


def private_numbers(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """No NIK (16 digits) and no telephone number in a text (UU 27/2022); numbers that help stand in contacts.yaml."""
    for text in subject.prose if LONG_NUMBER.search(subject.letters) else ():
        if match := NIK.search(text.value):
            yield subject.within("nik", text, match[0])
        elif match := MOBILE.search(text.value):
            yield subject.within("private_phone", text, match[0].strip())
        elif (match := LANDLINE.search(text.value)) and text.field != "alamat":
            yield subject.within("phone_in_text", text, match[0].strip())


def template_texts(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """No text and no address of an example is left."""
    for text in subject.prose if PLACEHOLDER in subject.letters else ():
        if text.value.startswith(PLACEHOLDER):
            yield subject.problem("placeholder", *text.path)
    if any(address.startswith(TEMPLATE_ADDRESS) for address in subject.words("url")):
        for text in texts_of(subject, "url"):
            if text.value.startswith(TEMPLATE_ADDRESS):
                yield subject.problem("placeholder", *text.path)


def telling_texts(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """A text says something: it has a letter or a digit. What is not known is left out."""
    for text in subject.prose if SIGNS.search(subject.letters) else ():
        if SIGNS.fullmatch(text.value):
            yield subject.problem("text_says_nothing", *text.path, isi=text.value.strip())


def garbled_text(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """No letters that went through the wrong encoding (`â€œ` for a quotation mark)."""
    for text in subject.prose if GARBLED.search(subject.letters) else ():
        if match := GARBLED.search(text.value):
            yield subject.within("garbled", text, match[0], isi=match[0])


def public_terms(subject: Subject[Innovation]) -> Iterator[Problem]:
    """The portal speaks of people as they wish to be spoken of, in standard spelling."""
    letters = subject.letters.lower()
    for text in texts_of(subject, *TERM_FIELDS) if any(part in letters for part in TERM_PARTS) else ():
        for pattern, better in TERMS:
            if match := pattern.search(text.value):
                yield subject.within("term", text, match[0].strip(), isi=match[0].strip(), saran=better)


def kind_keywords(subject: Subject[Innovation]) -> Iterator[Problem]:
    """No keyword insults, since keywords are published; what people type in pain or anger stands among the synonyms."""
    for number, keyword in enumerate(subject.record.kata_kunci):
        for word in keyword.split():
            if word.lower() in HURTFUL:
                yield subject.problem("keyword_hurts", "kata_kunci", number, isi=keyword, kata=word)


def unnumbered_steps(subject: Subject[Innovation]) -> Iterator[Problem]:
    """The page numbers the steps of `cara`: their texts do not."""
    steps = enumerate(subject.record.cara, 1)
    found = [match for number, step in steps if (match := STEP.match(step)) and int(match[1]) == number]
    if found and len(found) == len(subject.record.cara):
        first = found[0]
        told = {"isi": first[0].strip(), "tulis": first.string[first.end() :]}
        yield subject.problem("step_numbered", "cara", 0, **told)


def expanded_acronyms(subject: Subject[Innovation]) -> Iterator[Problem]:
    """A short form in `ringkasan` is explained there, unless everybody knows it or it is the innovation's name."""
    known = FAMILIAR | set(subject.record.nama.upper().split())
    for text in texts_of(subject, "ringkasan") if ACRONYM.search(subject.record.ringkasan) else ():
        for match in ACRONYM.finditer(text.value):
            word = match[0]
            explained = f"({word})" in text.value or f"{word} (" in text.value or f"{word}, yaitu" in text.value
            if word not in known and not explained and word != text.value:
                yield subject.within("acronym", text, word, isi=word)
                return


def leaflet_name(subject: Subject[Innovation]) -> Iterator[Problem]:
    """Sheets print the name large: at most 30 letters."""
    name = subject.record.nama
    if len(name) > LONGEST_NAME:
        surplus = len(name) - LONGEST_NAME
        yield subject.problem("name_long", "nama", panjang=len(name), batas=LONGEST_NAME, lebih=surplus)


def printable(subject: Subject[Innovation | Contact | Need]) -> Iterator[Problem]:
    """What stands on paper can be printed: every letter has a font, every word a column, the whole a sheet."""
    for limit in limits.problems_of(subject.record):
        if limit.part:
            text = Text(limit.path, limit.part, str(limit.path[0]))
            yield subject.within(limit.kind, text, limit.part, **limit.params)
        else:
            yield subject.at_key(limit.kind, str(limit.path[0]), **limit.params)


def real_dates(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """Nothing was published, read, checked, started or awarded in the future."""
    today = subject.conditions.day
    for text in texts_of(subject, *DATES) if newest(subject) > today else ():
        if begin_of(text.value) > today:
            yield subject.problem("date_future", *text.path, hari_ini=today)


def read_when_published(subject: Subject[Innovation | Contact]) -> Iterator[Problem]:
    """A source was published before it was read."""
    for index, source in enumerate(subject.record.sumber):
        if source.tanggal and source.diakses and begin_of(source.tanggal) > source.diakses:
            yield subject.problem("read_too_early", "sumber", index, "diakses", isi=source.tanggal)


def leading_words(subject: Subject[Synonym]) -> Iterator[Problem]:
    """Words that people type lead somewhere: to words of the portal, or to a contact; or they mean too much."""
    synonym = subject.record
    if not synonym.typed:
        yield subject.problem("words_missing", "ketik")
    elif not (synonym.terms or synonym.kontak or synonym.luas):
        yield subject.at_key("leads_nowhere", "cari" if synonym.cari else "ketik")


def newest(subject: Subject[BaseModel]) -> str:
    """Return the first day on which all dates of a record have come."""
    return max(map(begin_of, subject.words(*DATES)), default="")


def begin_of(day: str) -> str:
    """Return the first day of a day, a month or a year, with or without a word in front."""
    value = day.rsplit(maxsplit=1)[-1]
    return value + "-01-01"[len(value) - len("YYYY") :]


def stale_check(subject: Subject[Innovation | Contact]) -> Iterator[Problem]:
    """What was last checked more than 180 days ago is checked again."""
    checked = subject.record.diperiksa
    if checked and (age := subject.today - date.fromisoformat(checked.tanggal)) > STALE:
        yield subject.problem("stale", "diperiksa", "tanggal", hari=age.days)


def enough_keywords(subject: Subject[Innovation]) -> Iterator[Problem]:
    """People find a page by their own words: at least fifteen of them. With none, no other list is as long as that."""
    count = len(subject.record.kata_kunci)
    longest = max((value for _, value in subject.record if isinstance(value, tuple)), key=len) if not count else ()
    if len(longest) > FEWEST_KEYWORDS:
        name = next(name for name, value in subject.record if value is longest)
        yield subject.at_key("keywords_lost", name, isian=name, jumlah=len(longest))
    elif count < FEWEST_KEYWORDS:
        name = "kata_kunci" if count else "id"
        yield subject.at_key("few_keywords", name, jumlah=count, batas=FEWEST_KEYWORDS, kurang=FEWEST_KEYWORDS - count)


def picture_file(subject: Subject[Innovation]) -> Iterator[Problem]:
    """A picture lies in docs/gambar/."""
    picture = subject.record.gambar
    if picture and picture.berkas not in subject.conditions.pictures:
        yield subject.problem("picture_missing", "gambar", "berkas", isi=picture.berkas)


def doubled_items(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """An item stands in a list once."""
    for name, typed in subject.values.items():
        items = getattr(subject.record, name) if isinstance(typed, list) else ()
        if items and isinstance(items[0], str) and len(set(items)) < len(items):
            for index, item in enumerate(items):
                if item in items[:index]:
                    yield subject.problem("item_twice", name, index, isi=item)


def official_addresses(subject: Subject[BaseModel]) -> Iterator[Problem]:
    """What is called official lies under go.id: an agency's site and mail, the official portal, an official link."""
    for path, address in claimed_official(subject.record):
        host = address.rpartition("@")[2] if "://" not in address else urlsplit(address).hostname or ""
        if not host.endswith(".go.id"):
            yield subject.problem("not_official", *path, isi=host)


def claimed_official(record: BaseModel) -> Iterator[tuple[Sequence[Step], str]]:
    """Yield the addresses that a record calls official, each with the way to it."""
    match record:
        case Contact(jenis=ContactKind.INSTANSI | ContactKind.PENGADUAN):
            yield from official_contact(record)
        case Settings(resmi=True):
            yield ("alamat",), record.alamat
        case Innovation():
            for index, link in enumerate(record.tautan):
                if "resmi" in link.judul.lower():
                    yield ("tautan", index, "url"), link.url


def official_contact(record: Contact) -> Iterator[tuple[Sequence[Step], str]]:
    """Yield site and mail of an agency or a complaint channel."""
    if record.situs:
        yield ("situs",), record.situs
    if record.surel:
        yield ("surel",), record.surel


def reachable(subject: Subject[Contact]) -> Iterator[Problem]:
    """A contact can be reached: a number, an address on the web or a place."""
    record = subject.record
    if not any((record.telepon, record.whatsapp, record.sms, record.surel, record.situs, record.alamat)):
        yield subject.at_key("unreachable", "nama")


def trailing_slash(subject: Subject[Settings]) -> Iterator[Problem]:
    """The portal's address ends in a slash: pages are found relative to it."""
    if not subject.record.alamat.endswith("/"):
        yield subject.problem("slash_missing", "alamat", tulis=f"{subject.record.alamat}/")


def texts_of(subject: Subject[BaseModel], *fields: str) -> Iterator[Text]:
    """Yield the texts of fields of these names, at any depth."""
    return (text for text in subject.texts if text.field in fields)


Rule = Callable[..., Iterator[Problem]]
COMMON: Final[tuple[Rule, ...]] = (
    template_texts,
    telling_texts,
    private_numbers,
    garbled_text,
    real_dates,
    doubled_items,
    official_addresses,
)
INNOVATION_RULES: Final[tuple[Rule, ...]] = (
    *COMMON,
    sourced_fields,
    backed_names,
    backed_fields,
    source_codes,
    read_when_published,
    unnumbered_steps,
    public_terms,
    expanded_acronyms,
    leaflet_name,
    printable,
    stale_check,
    enough_keywords,
    kind_keywords,
    picture_file,
)
CONTACT_RULES: Final[tuple[Rule, ...]] = (*COMMON, backed_names, read_when_published, stale_check, reachable, printable)
NEED_RULES: Final[tuple[Rule, ...]] = (*COMMON, printable)
SETTINGS_RULES: Final[tuple[Rule, ...]] = (*COMMON, trailing_slash)
SYNONYM_RULES: Final[tuple[Rule, ...]] = (leading_words,)
