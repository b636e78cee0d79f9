"""The one template environment: a missing value is an error, and every value is inert unless a template says otherwise.

Values are data, never code (DESIGN rule 5). In Markdown pages each printed value has its active characters written as
numeric entities, so that it can neither open a tag nor any Markdown construct; what a page looks like depends on the
shape of its record alone. Only `Markup` passes untouched: the results of the filters below and of macros. Whatever
comes from the data stands between marks (`portal.marks`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Macro
from markupsafe import Markup

from portal import look, words
from portal.marks import ADDRESS, PLACE, marked
from portal.model import Innovation

# Kept readable, since nothing can begin with them: `,;?%()`; `/.-` between letters or digits; `.` after a letter.
_ACTIVE = re.compile(r"""[!"#$&'*+\-./:<=>@\[\\\]^_`{|}~](?<!\w[/.-](?=\w))(?<![^\W\d]\.(?!\.))""", re.ASCII)


# Python-Markdown leaves what reads as an entity, and escapes every other ampersand.
_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_OF_HTML = {ord(letter): f"&#{ord(letter)};" for letter in "<>&\"'"}


def inert(text: str) -> str:
    """Make a text harmless in Markdown, HTML text and double-quoted attributes.

    Line breaks become spaces, so a value stays inside the block that the template put it in.
    """
    return _ACTIVE.sub(lambda hit: f"&#{ord(hit[0])};", " ".join(text.split()))


def printed(value: object) -> Markup:
    """Make one printed value inert, between marks; an empty text prints nothing.

    Raises `jinja2.UndefinedError` for an undefined one.
    """
    return value if isinstance(value, Markup) else _text(str(value))


@lru_cache(maxsize=1 << 14)
def _text(value: str) -> Markup:
    """Mark a text; a finished page holds letters in place of the numbers that only Markdown needs."""
    flat = " ".join(value.split())
    return marked(inert(flat), flat.translate(_OF_HTML)) if flat else Markup("")


def attribute(text: str) -> Markup:
    """Print a text in an attribute of an element whose content is Markdown: the engine reads and writes it again."""
    flat = " ".join(text.split())
    written = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return marked(inert(_ENTITY.sub("&amp;", flat)), written)


def front_matter(value: str) -> Markup:
    """Write a text as a YAML string whose content is HTML-escaped once.

    MkDocs and Material print `title` and `description` as they stand, on every page that links to this one.
    """
    escaped = str(Markup.escape(" ".join(value.split())))
    return _yaml_text(escaped)


def script_json(value: object) -> Markup:
    """Write a value as JSON inside a YAML string, harmless inside a `<script>` (no `<`, `>`, `&` as such)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return _yaml_text(text)


def _yaml_text(text: str) -> Markup:
    """Write a text between the quotes of a YAML string; the engine's page holds the text itself."""
    return marked(json.dumps(text, ensure_ascii=False)[1:-1], text)


def destination(address: str) -> Markup:
    """Write a checked web address as a Markdown link destination: what Markdown could act on is percent-encoded."""
    written = quote(address, safe="/:?#@!$&+,;=%~-._")
    return marked(written, _AMPERSAND.sub("&amp;", written), ADDRESS)


def breakable(address: str) -> Markup:
    """Print an e-mail or web address that breaks after its `@` or before a dot, and is copied without anything more."""
    pieces = re.split(r"(?<=@)|(?=\.)", address)
    return marked("<wbr>".join(map(inert, pieces)), "<wbr>".join(piece.translate(_OF_HTML) for piece in pieces))


def verbatim(value: object) -> Markup:
    """Print words of the templates and of fixed lists as they stand; they are a part of the page's skeleton."""
    return Markup(str(value))  # noqa: S704


def harmless(value: object) -> Markup:
    """Print a value as it stands, since its pattern holds nothing active: an id, a number to dial, an encoded text."""
    return marked(str(value))


def place(key: str) -> Markup:
    """Print the id of a record as a part of a path."""
    return marked(key, kind=PLACE)


def file_of(path: str, key: str) -> Markup:
    """Print the path of a file that has the id of its record in its name."""
    before, _, after = path.partition(key)
    return verbatim(before) + place(key) + verbatim(after)


def quilt(name: str, columns: int, rows: int) -> Markup:
    """Draw the mark of an innovation for a page."""
    return marked(look.svg(name, columns, rows))


def date(value: str) -> Markup:
    """Print a date whose day and month stay on one line."""
    day, *rest = words.date(value).split(" ")
    return harmless(f"{day}&nbsp;{' '.join(rest)}" if len(rest) > 1 else words.date(value))


def source_number(innovation: Innovation, source: str) -> int:
    """Return the number (from 1) under which a page lists the source with this id."""
    return [one.id for one in innovation.sumber].index(source) + 1


def _compiled() -> FileSystemBytecodeCache | None:
    """Keep compiled templates in the checkout: compiling them takes longer than a portal of 14."""
    folder = Path(__file__).parents[1] / ".cache" / "templat"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    # A name of its own, since Jinja would take code that another generator wrote.
    return FileSystemBytecodeCache(str(folder), "printed_%s.cache") if os.access(folder, os.W_OK) else None


class _Generator(CodeGenerator):
    """Writes calls of `printed` alone: Jinja's own `escape` around them finds nothing to do, and takes as long."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write("environment.finalize(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Generator


@cache
def environment() -> Environment:
    """Return the environment for Markdown pages, with templates from `portal/templates`."""
    made = _Environment(
        loader=PackageLoader("portal"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
        auto_reload=False,  # eight looks at the disk for each page; the preview makes the environment anew
    )
    filters: dict[str, Callable[..., object]] = {
        "front_matter": front_matter,
        "script_json": script_json,
        "destination": destination,
        "breakable": breakable,
        "verbatim": verbatim,
        "harmless": harmless,
        "place": place,
        "file_of": file_of,
        "attribute": attribute,
        "percent": lambda text: harmless(quote(text, safe="/:,")),
        "host": lambda address: urlsplit(address).hostname,
        "palette": lambda audience: look.palette(audience).name,
        "quilt": quilt,
        "source_number": source_number,
        "date": date,
        "start": words.start,
        "number": words.number,
        "listing": words.listing,
        "dialled": words.dialled,
        "sentence": words.sentence,
        "inside": words.inside,
        "expansion": lambda innovation: words.expansion(innovation.nama, innovation.kepanjangan),
    }
    made.filters.update(filters)
    made.globals["once"] = _Once()
    return made


class _Once:
    """What a macro makes of a record that many pages show, made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], tuple[object, Markup]] = {}

    def __call__(self, macro: Macro, record: object) -> Markup:
        key = (macro.name, id(record))
        if key not in self._made:
            if len(self._made) >= _MANY:
                self._made.clear()
            self._made[key] = (record, Markup(macro(record)))  # noqa: S704 -- the record stays, or its id would be given anew
        return self._made[key][1]


_BLANK_LINES = "\n\n\n"
_MANY = 1 << 17  # pieces kept by `once`: the cards of all records of a country, each on three pages or more


def render(template: str, /, **values: object) -> str:
    """Render one template of `portal/templates`; runs of blank lines become one, so that templates may breathe."""
    text = environment().get_template(template).render(**values)
    while _BLANK_LINES in text:  # many times quicker than a pattern
        text = text.replace(_BLANK_LINES, "\n\n")
    return text.strip() + "\n"
