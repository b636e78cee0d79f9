"""The one template environment: a missing value is an error, and every value is inert unless a template says otherwise.

Values are data, never code (DESIGN rule 5). In Markdown pages each printed value has its active characters written as
numeric entities, so that it can neither open a tag nor any Markdown construct; what a page looks like depends on the
shape of its record alone. Only `Markup` passes untouched: the results of the filters below and of macros.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from portal import look, words
from portal.model import Innovation

# Kept readable, since nothing can begin with them: `,;?%()`; `/.-` between letters or digits; `.` after a letter.
_ACTIVE = re.compile(
    r"""(?<=\w)[/.-](?=\w)|(?<=[^\W\d])\.(?!\.)|[,;?%()]"""  # kept as they are
    r"""|([!-/:-@\[-`{-~])""",  # everything else in ASCII that is neither letter nor digit
    re.ASCII,
)


def inert(value: object) -> object:
    """Make one printed value harmless in Markdown, HTML text and double-quoted attributes.

    Line breaks become spaces, so a value stays inside the block that the template put it in. Undefined values pass on
    to Jinja, which refuses them.
    """
    if isinstance(value, Markup | Undefined):
        return value
    flat = " ".join(str(value).split())
    return Markup(_ACTIVE.sub(lambda hit: f"&#{ord(hit[1])};" if hit[1] else hit[0], flat))  # noqa: S704


def front_matter(value: str) -> Markup:
    """Write a text as a YAML string whose content is HTML-escaped once.

    MkDocs and Material print `title` and `description` as they stand, on every page that links to this one.
    """
    escaped = str(Markup.escape(" ".join(value.split())))
    return Markup(json.dumps(escaped, ensure_ascii=False))  # noqa: S704


def script_json(value: object) -> Markup:
    """Write a value as JSON inside a YAML string, harmless inside a `<script>` (no `<`, `>`, `&` as such)."""
    text = json.dumps(value, ensure_ascii=False)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704


def destination(address: str) -> Markup:
    """Write a checked web address as a Markdown link destination: what Markdown could act on is percent-encoded."""
    return Markup(quote(address, safe="/:?#@!$&+,;=%~-._"))  # noqa: S704


def verbatim(value: object) -> Markup:
    """Print a value as it stands: for words of the templates and for values whose pattern holds nothing active."""
    return Markup(str(value))  # noqa: S704


def mark(name: str, columns: int, rows: int) -> Markup:
    """Draw the mark of an innovation for a page."""
    return Markup(look.svg(name, columns, rows))  # noqa: S704


def source_number(innovation: Innovation, source: str) -> int:
    """Return the number (from 1) under which a page lists the source with this id."""
    return [one.id for one in innovation.sumber].index(source) + 1


@cache
def environment() -> Environment:
    """Return the environment for Markdown pages, with templates from `portal/templates`."""
    made = Environment(
        loader=PackageLoader("portal"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=inert,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "front_matter": front_matter,
        "script_json": script_json,
        "destination": destination,
        "verbatim": verbatim,
        "percent": lambda text: Markup(quote(text, safe="")),  # noqa: S704
        "host": lambda address: urlsplit(address).hostname,
        "palette": lambda audience: look.palette(audience).name,
        "mark": mark,
        "source_number": source_number,
        "date": words.date,
        "start": words.start,
        "number": words.number,
        "listing": words.listing,
        "dialled": words.dialled,
        "sentence": words.sentence,
        "inside": words.inside,
    }
    made.filters.update(filters)
    return made


_BLANK_LINES = re.compile(r"\n{3,}")


def render(template: str, /, **values: object) -> str:
    """Render one template of `portal/templates`; runs of blank lines become one, so that templates may breathe."""
    text = environment().get_template(template).render(**values)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"
