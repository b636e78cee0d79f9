"""Marks around the values in a rendered page: they tell what came from the data from what a template says.

A page is rendered once, with every value between marks. Without the marks it is the Markdown that is written to
`docs/`; with the values taken out it is a skeleton, and pages of the same skeleton have the same HTML around their
values. That holds since every value is inert: an engine copies it unread (see `rendering`). A mark is one control
character, the value as Markdown, perhaps U+001F and the value as it stands in HTML, and U+0003; the reader of the data
refuses control characters, so no value holds one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from markupsafe import Markup

TEXT: Final = "\x02"  # letters anywhere in text or in an attribute
PLACE: Final = "\x04"  # the id of a record as part of a path: the engine looks whether the file exists
ADDRESS: Final = "\x05"  # a web address as the destination of a link: the engine must see that it is not a path
_END: Final = "\x03"
_HTML: Final = "\x1f"

KINDS: Final = TEXT + PLACE + ADDRESS
_MARK: Final = re.compile(f"([{KINDS}])([^{_END}]*){_END}")


class Parts(NamedTuple):
    """A rendered text: as Markdown; with one control character for each value; and the values in HTML, in order."""

    markdown: str
    skeleton: str
    values: list[str]


def marked(markdown: str, html: str | None = None, kind: str = TEXT) -> Markup:
    """Put marks around a value: how Markdown writes it, and its form in HTML where that differs."""
    other = "" if html is None or html == markdown else _HTML + html
    return Markup(f"{kind}{markdown}{other}{_END}")  # noqa: S704


def apart(text: str) -> Parts:
    """Take a rendered text apart."""
    pieces = _MARK.split(text)  # a piece between values, a kind, a value, a piece between values …
    values = pieces[2::3]
    written = pieces.copy()
    written[1::3] = [""] * len(values)
    written[2::3] = [value.partition(_HTML)[0] for value in values]
    del pieces[2::3]
    return Parts("".join(written), "".join(pieces), [value.rpartition(_HTML)[2] for value in values])


def plain(text: str) -> str:
    """Return a rendered text without its marks."""
    return apart(str(text)).markdown  # `Markup` would escape its pieces
