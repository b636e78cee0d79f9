"""Links inside the site: what a Markdown text and the menu lead to, and what people wrote there that leads nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

import yaml

from portal import folders
from portal.handwritten import PageError, text_of
from portal.suggestions import nearest

MENU: Final = "mkdocs.yml"
_LINK: Final = re.compile(r"(?:\]\(|^ {0,3}\[[^\]\n]+\]:)\s*<?([^)>\s#]+)", re.MULTILINE)
"""A link or picture, or what a reference stands for."""

_CODE: Final = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_SCHEME: Final = re.compile(r"[a-z]+:")


class _Link(NamedTuple):
    """A link as it is written, where it begins in its text, and the path below `docs/` that it names."""

    written: str
    begin: int
    target: str


def targets(text: str, path: str) -> Iterator[str]:
    """Yield the files that a Markdown text at `path` links to, as paths below `docs/`."""
    return (link.target for link in _links(text, path))


def _links(text: str, path: str) -> Iterator[_Link]:
    for link in _LINK.finditer(text):
        if not _SCHEME.match(link[1]):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link[1])))
            yield _Link(link[1], link.start(1), target)


def menu(root: Path) -> Iterator[str]:
    """Yield the pages that the engine's settings list. Raises `PageError`."""
    return (link.target for link in _entries((root / MENU).read_text(encoding="utf-8")))


def _entries(settings: str) -> Iterator[_Link]:
    try:
        node = yaml.compose(settings, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise PageError(f"{MENU} tidak terbaca: {error}") from error
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "nav":
            yield from _leaves(value)


def _leaves(entry: yaml.Node) -> Iterator[_Link]:
    if isinstance(entry, yaml.ScalarNode):
        yield _Link(entry.value, entry.start_mark.index, entry.value)
    else:
        for one in entry.value:
            yield from _leaves(one[1] if isinstance(entry, yaml.MappingNode) else one)


def check(root: Path, docs: Path, pages: Iterable[str], exists: Callable[[str], bool]) -> None:
    """Look whether the menu of the project `root` and its hand-written pages lead to files of the site.

    `pages` are paths below `docs`; `exists` tells whether such a path names a file. Raises `PageError` with all links
    that lead nowhere, each with its place.
    """
    settings = (root / MENU).read_text(encoding="utf-8")
    lost = [
        _told(MENU, settings, link, docs)
        for link in _entries(settings)
        if not _SCHEME.match(link.target) and not exists(link.target)
    ]
    for page in pages:
        text = text_of(docs / page)
        readable = _CODE.sub(lambda code: " " * len(code[0]), text)
        lost += [_told(f"docs/{page}", text, link, docs) for link in _links(readable, page) if not exists(link.target)]
    if lost:
        raise PageError("\n".join(lost))


def _told(file: str, text: str, link: _Link, docs: Path) -> str:
    """Say where a link stands that leads nowhere, and what may be meant."""
    line, column = text.count("\n", 0, link.begin) + 1, link.begin - text.rfind("\n", 0, link.begin)
    folder = posixpath.dirname(file).removeprefix("docs").lstrip("/")
    meant = nearest(link.target, (name for name, _ in folders.files(docs, hidden=False)))
    advice = f"tulis: {posixpath.relpath(meant, folder or '.')}" if meant else "betulkan namanya, atau hapus tautannya"
    return f'{file}, baris {line}, kolom {column}: "{link.written}" tidak ada di situs ini; {advice}.'
