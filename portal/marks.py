"""Marks around the values in a rendered page: they tell what came from the data from what a template says.

A page is rendered once, with every value between marks. Without the marks it is the Markdown that is written to
`docs/`; with the values taken out it is a skeleton, and pages of the same skeleton have the same HTML around their
values. That holds since every value is inert: an engine copies it unread (see `rendering`). A mark is one control
character, the value as Markdown, perhaps U+001F and the value as it stands in HTML, and U+0003; the reader of the data
refuses control characters, so no value holds one.
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

TEXT: Final = "\x02"  # letters anywhere in text or in an attribute
PLACE: Final = "\x04"  # the id of a record as part of a path: the engine looks whether the file exists
ADDRESS: Final = "\x05"  # a web address as the destination of a link: the engine must see that it is not a path
_END: Final = "\x03"
_HTML: Final = "\x1f"

KINDS: Final = TEXT + PLACE + ADDRESS
_MARK: Final = re.compile(f"([{KINDS}])([^{_END}]*){_END}")
_PLAIN: Final = re.compile(f"[{KINDS}]([^{_END}{_HTML}]*)(?:{_HTML}[^{_END}]*)?{_END}")


def marked(markdown: str, html: str | None = None, kind: str = TEXT) -> Markup:
    """Put marks around a value: how Markdown writes it, and its form in HTML where that differs."""
    other = "" if html is None or html == markdown else _HTML + html
    return Markup(f"{kind}{markdown}{other}{_END}")  # noqa: S704


def plain(text: str) -> str:
    """Return a rendered text without its marks."""
    return _PLAIN.sub(r"\1", str(text))  # the pieces of `Markup` would be escaped when they are joined


def apart(text: str) -> tuple[str, list[str]]:
    """Return a rendered text with one control character for each value, and the values in HTML, in the same order."""
    values = [value.rpartition(_HTML)[2] for _, value in _MARK.findall(text)]
    return _MARK.sub(r"\1", text), values
