"""After the engine, the same for both: clean pages, assets named by their bytes, a sitemap, a service worker."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path, PurePosixPath
from typing import Final

from portal import folders
from portal.offline import write_worker

# Fixed pieces of the theme's base document; none holds a value, and none nests in itself.
_LEFTOVERS: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r'<input class="md-toggle"[^>]*>',
        r'<label class="md-overlay"[^>]*></label>',
        r'<div data-md-component="(?:skip|announce)">.*?</div>',
        r'<div class="md-dialog"[^>]*>\s*<div[^>]*>\s*</div>\s*</div>',
        r'(?<=<html lang="id") class="no-js"',
        r'(?<=<body) dir="ltr"',
        r'(?<=<div) class="md-container" data-md-component="container"',
        r'(?<=<main) class="md-main" data-md-component="main"',
        r'(?<=<div) class="md-main__inner md-grid"',
    )
)
_BLANKS: Final = re.compile(r"(<pre.*?</pre>)|\s*\n\s*", re.DOTALL)
_NUMBERED: Final = re.compile("&#([0-9]{2,3});")
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LISTED: Final = 50_000  # addresses in one list, by sitemaps.org
SERVED: Final = ("404.html", "robots.txt", "app.webmanifest", "security.txt")
"""What only a server can use."""

_ASSET: Final = re.compile(r'(?<=")((?:(?:\.{1,2}/)*|/(?:[\w.~-]+/)*)aset/)([\w.-]+)(?=")')


def html_path(path: str, *, offline: bool) -> str:
    """Return where the page of a Markdown file stands in the site; paths are relative, with forward slashes.

    A site for a flash drive (`offline`) has files in place of folders, since no server finds a folder's page.
    """
    stem = path.removesuffix(".md")
    return f"{stem}.html" if offline or PurePosixPath(path).stem == "index" else f"{stem}/index.html"


def finish(site: Path, address: str, *, offline: bool) -> None:
    """Turn what an engine built into what is published at `address`, in place. Raises `OSError` as files do."""
    shutil.rmtree(site / "assets", ignore_errors=True)  # the theme's own; ours stand in aset/
    (site / "search.json").unlink(missing_ok=True)  # Zensical's index for its own search box
    for page in map(site.joinpath, folders.pages(site)):
        write_text(page, clean(page.read_text(encoding="utf-8")))
    fingerprint(site)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)  # MkDocs' own carry the time of the build
    complete(site, address, offline=offline)


def complete(site: Path, address: str, *, offline: bool) -> None:
    """Add what is made from all pages together. A copy for a flash drive has nothing that only a server could use."""
    if offline:
        shutil.rmtree(site / "bagikan", ignore_errors=True)  # the pictures of shared links
        for name in SERVED:
            (site / name).unlink(missing_ok=True)
    else:
        write_sitemap(site, address)
        write_worker(site)


def clean(html: str) -> str:
    """Return a page without the theme's unused elements, blank lines and indents, and with its letters spelled."""
    for leftover in _LEFTOVERS:
        html = leftover.sub("", html)
    return spell(_BLANKS.sub(lambda hit: hit[1] or "\n", html).lstrip())


def spell(html: str) -> str:
    """Write the letters that only Markdown had to be kept from as themselves; HTML's own stay numbers."""
    return _NUMBERED.sub(lambda hit: hit[0] if (letter := chr(int(hit[1]))) in "<>&\"'" else letter, html)


def fingerprint(site: Path) -> None:
    """Name each file of `aset/` that a page refers to by its bytes, so that browsers may keep it for ever."""
    assets = Assets(site / "aset")
    for page in map(site.joinpath, folders.pages(site)):
        write_text(page, assets.named(page.read_text(encoding="utf-8")))
    assets.rename()


class Assets:
    """The files of a site's `aset/` and their names for ever, given when a page first refers to them."""

    def __init__(self, folder: Path, *sources: Path) -> None:
        """Name the files of a folder; those that are still to be copied there are found in `sources`."""
        self._folder = folder
        self._places = (folder, *sources)
        self._names: dict[str, str] = {}

    def named(self, html: str) -> str:
        """Return HTML that refers to files by their names for ever; a file that is not there keeps its name."""
        return _ASSET.sub(lambda match: match[1] + self._name(match[2]), html) if "aset/" in html else html

    def rename(self) -> None:
        """Give every file that a page refers to its name."""
        for old, new in self._names.items():
            (self._folder / old).rename(self._folder / new)

    def _name(self, name: str) -> str:
        if name not in self._names and (found := [place / name for place in self._places if (place / name).is_file()]):
            self._names[name] = _named_by_bytes(found[0])
        return self._names.get(name, name)


def _named_by_bytes(path: Path) -> str:
    return f"{path.stem}.{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix}"


def write_sitemap(site: Path, address: str) -> None:
    """List every page for search engines (sitemaps.org 0.9), without dates: a build says nothing about content.

    A list holds at most 50,000 addresses; beyond, `sitemap.xml` lists the lists `sitemap-1.xml`, `sitemap-2.xml` …
    """
    addresses = [address + path.removesuffix("index.html") for path in folders.pages(site) if path != "404.html"]
    parts = [addresses[start : start + _LISTED] for start in range(0, len(addresses), _LISTED)]
    if len(parts) == 1:
        write_text(site / "sitemap.xml", _listing("urlset", "url", addresses))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        write_text(site / name, _listing("urlset", "url", part))
    write_text(site / "sitemap.xml", _listing("sitemapindex", "sitemap", [address + name for name in names]))


def _listing(root: str, entry: str, addresses: Iterable[str]) -> str:
    lines = "".join(f"<{entry}><loc>{escape(one)}</loc></{entry}>\n" for one in addresses)
    return f'{_XML}\n<{root} xmlns="{_SITEMAPS}">\n{lines}</{root}>\n'


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 with the line ends it has."""
    path.write_text(text, encoding="utf-8", newline="\n")
