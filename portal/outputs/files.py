"""The small files that other programs look for: the manifest of an installable site, and a word to robots."""

from __future__ import annotations

import json
from collections.abc import Iterator

from portal import look
from portal.catalogue import Catalogue
from portal.outputs.page import MARK, Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield `app.webmanifest` (W3C Web App Manifest) and `robots.txt` (RFC 9309)."""
    manifest = {
        "name": "Inovasi layanan sosial Jawa Timur",
        "short_name": "Inovasi Sosial Jatim",
        "lang": "id",
        "start_url": "./",
        "display": "browser",
        "background_color": look.PAPER,
        "theme_color": look.PALETTES[0].ink,
        "icons": [
            {"src": "aset/ikon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "aset/ikon-512.png", "sizes": "512x512", "type": "image/png"},
        ],
    }
    yield Page("app.webmanifest", (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    robots = f"# {MARK}\nUser-agent: *\nAllow: /\nSitemap: {catalogue.settings.alamat}sitemap.xml\n"
    yield Page("robots.txt", robots.encode())
