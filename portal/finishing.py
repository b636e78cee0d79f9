"""After the engine, the same for both: clean pages, assets named by their bytes, a sitemap, a service worker."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

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
        r'(?<=<div) class="md-container" data-md-component="container"',
        r'(?<=<main) class="md-main" data-md-component="main"',
        r'(?<=<div) class="md-main__inner md-grid"',
    )
)
_BLANKS: Final = re.compile(r"(<pre.*?</pre>)|\s*\n\s*", re.DOTALL)
_NUMBERED: Final = re.compile("&#([0-9]{2,3});")
_SITEMAP: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
_ASSET: Final = re.compile(r'(?<=")((?:\.{1,2}/|/)*aset/)([\w.-]+)(?=")')


def finish(site: Path, address: str, *, offline: bool) -> None:
    """Turn what an engine built into what is published at `address`, in place. Raises `OSError` as files do.

    A copy for a flash drive (`offline`) has nothing that only a server could use.
    """
    shutil.rmtree(site / "assets", ignore_errors=True)  # the theme's own; ours stand in aset/
    (site / "search.json").unlink(missing_ok=True)  # Zensical's index for its own search box
    for page in site.rglob("*.html"):
        _write(page, clean(page.read_text(encoding="utf-8")))
    fingerprint(site)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)  # MkDocs' own carry the time of the build
    if offline:
        shutil.rmtree(site / "bagikan")  # the pictures of shared links
        for name in ("404.html", "robots.txt", "app.webmanifest", "security.txt"):
            (site / name).unlink()
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
    names: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        name = match[2]
        if name not in names and (site / "aset" / name).is_file():
            names[name] = _named_by_bytes(site / "aset" / name)
        return match[1] + names.get(name, name)

    for page in sorted(site.rglob("*.html")):
        _write(page, _ASSET.sub(renamed, page.read_text(encoding="utf-8")))
    for old, new in names.items():
        (site / "aset" / old).rename(site / "aset" / new)


def _named_by_bytes(path: Path) -> str:
    return f"{path.stem}.{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix}"


def write_sitemap(site: Path, address: str) -> None:
    """List every page for search engines (sitemaps.org 0.9), without dates: a build says nothing about content."""
    urls = "".join(f"<url><loc>{escape(address + path)}</loc></url>\n" for path in _addresses(site))
    _write(site / "sitemap.xml", f"{_SITEMAP}\n{urls}</urlset>\n")


def _addresses(site: Path) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path != "404.html":
            yield path.removesuffix("index.html")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
