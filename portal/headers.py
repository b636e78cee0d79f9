"""The response headers of the site: a strict Content-Security-Policy and its companions, for any web server.

Pages run no inline code: the build stops at a page with an event handler, a `style` attribute or a `javascript:` link,
and any inline script or style element is allowed by its hash alone (CSP Level 3, 2.3.1), never by 'unsafe-inline'.
For the administrator, nginx includes `.server/headers.conf`; hosts that read `_headers` (Netlify, Cloudflare Pages)
find it in the site. There is no `<meta>` copy of the policy: two policies add up, and an old page kept by a browser
would then block what a newer header allows.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from portal import folders

SERVER: Final = ".server"  # in the site, for its administrator; a web server refuses names that begin with a dot
_DATA: Final = frozenset({"application/json", "application/ld+json"})  # blocks of data: never run, so never blocked
_POINTERS: Final = frozenset({"canonical", "alternate", "author", "license", "next", "prev"})  # links for readers
_LINKS: Final = frozenset({"href", "src", "action", "formaction", "data", "xlink:href"})


class InlineError(Exception):
    """Pages hold code that a strict policy must block; `args` holds `page: what`, `str` says it to staff."""

    def __str__(self) -> str:
        shown = "\n".join(f"  {one}" for one in self.args[:20])
        return f"Halaman ini memuat kode di dalam HTML atau berkas dari situs lain, yang dilarang (CSP):\n{shown}"


@dataclass
class Inline(HTMLParser):
    """What a page holds inside itself: hashes of its script and style elements, and what no hash can allow."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    _open: set[str] | None = None
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note attributes that run code, and remember what the text of this element is."""
        values = {name: value or "" for name, value in attrs}
        self.refused += [f"<{tag} {name}>" for name in values if name.startswith("on") or name == "style"]
        self.refused += [f"<{tag} {name}={values[name]}>" for name in _LINKS & values.keys() if _runs(values[name])]
        self.refused += [f"<{tag} {name}={values[name]}>" for name in _loaded(tag, values) if _elsewhere(values[name])]
        if tag == "script" and "src" not in values and values.get("type", "").strip().lower() not in _DATA:
            self._open = self.scripts
        elif tag == "style":
            self._open = self.styles
        self._text = ""

    def handle_data(self, data: str) -> None:
        """Collect the text of a script or style element; the parser may give it in pieces."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Hash the text of a script or style element that ends here."""
        if tag in {"script", "style"} and self._open is not None:
            self._open.add(_hash(self._text))
            self._open = None


def _loaded(tag: str, values: Mapping[str, str]) -> Iterator[str]:
    """Yield the attributes whose file a browser fetches with the page."""
    if tag == "link" and not _POINTERS & set(values.get("rel", "").lower().split()):
        yield from values.keys() & {"href"}
    else:
        yield from values.keys() & {"src", "poster", "srcset", "data"}


def _elsewhere(addresses: str) -> bool:
    """Tell whether a file comes from another host; ours are all named from the page (RFC 3986, 4.2).

    `srcset` names several files, with commas between.
    """
    return any(urlsplit(one.strip()).netloc for one in addresses.split(","))


def _runs(address: str) -> bool:
    """Tell whether an address runs code; browsers drop blanks and control characters before they look (WHATWG URL)."""
    plain = "".join(letter for letter in address if letter > " ").lower()
    return plain.startswith(("javascript:", "vbscript:", "data:text/html"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline(site: Path) -> Inline:
    """Collect what all pages hold inside themselves. Raises `InlineError` when a page holds what no hash can allow."""
    found, refused = Inline(), []
    for path in folders.pages(site):
        page = Inline()
        page.feed((site / path).read_text(encoding="utf-8"))
        page.close()
        found.scripts |= page.scripts
        found.styles |= page.styles
        refused += [f"{path}: {one}" for one in page.refused]
    if refused:
        raise InlineError(*refused)
    return found


def policy(found: Inline) -> str:
    """Return the Content-Security-Policy: everything from this host, nothing else, no code inside pages."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *sorted(found.scripts)]),
        "style-src": " ".join(["'self'", *sorted(found.styles)]),
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


_UNUSED: Final = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock",
    "usb", "xr-spatial-tracking",
)  # fmt: skip


def headers(found: Inline) -> Mapping[str, str]:
    """Return the headers of every answer, errors included."""
    return {
        "Content-Security-Policy": policy(found),
        "X-Content-Type-Options": "nosniff",
        # Stricter than the usual strict-origin-when-cross-origin: that someone reads here is nobody's business.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",  # browsers from before frame-ancestors
    }


HSTS: Final = "max-age=31536000"  # this host alone: the agency's other hosts may not be ready (RFC 6797)
OPEN: Final = "/data/"  # open data may be read by pages of other hosts (Fetch Standard, CORS)


def write_headers(site: Path, found: Inline | None = None) -> None:
    """Write the headers of a built site for nginx and for hosts that read `_headers`; move `security.txt` to its place.

    `found` is what its pages hold inside themselves, read from them when it is not known. Raises `InlineError`, and
    `OSError` when a file cannot be read or written.
    """
    chosen = headers(found or inline(site))
    (site / SERVER).mkdir(exist_ok=True)
    _write(site / SERVER / "headers.conf", "\n".join(_nginx(chosen)))
    _write(site / "_headers", "\n".join(_listed(chosen)))
    if (site / "security.txt").is_file():
        (site / ".well-known").mkdir(exist_ok=True)  # RFC 9116, 3; engines leave out folders that begin with a dot
        (site / "security.txt").replace(site / ".well-known" / "security.txt")


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _nginx(chosen: Mapping[str, str]) -> Iterator[str]:
    yield "# Dibuat bersama situs. Disertakan oleh deploy/nginx.conf; jangan disunting."
    for name, value in chosen.items():
        yield f'add_header {name} "{value}" always;'


def _listed(chosen: Mapping[str, str]) -> Iterator[str]:
    yield "/*"
    for name, value in {**chosen, "Strict-Transport-Security": HSTS}.items():
        yield f"  {name}: {value}"
    yield f"{OPEN}*"
    yield "  Access-Control-Allow-Origin: *"
