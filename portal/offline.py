"""Reading without a network: a service worker for the published site, and a copy of the site for a flash drive."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

WORKER: Final = "luring.js"
_KEPT: Final = frozenset({".html", ".css", ".js"})  # and the icon; papers, their pictures and open data when wanted

# RFC 9111 freshness stays with the server; a new build has a new cache name, and the old one goes at once.
_SCRIPT: Final = """\
"use strict";
const CACHE = %(name)s;
const FILES = %(files)s;
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(
    fetch(event.request).catch(async () => {
      const cache = await caches.open(CACHE);
      const kept = await cache.match(event.request, { ignoreSearch: true });
      return kept || (event.request.mode === "navigate" && (await cache.match("404.html"))) || Response.error();
    })
  );
});
"""


def write_worker(site: Path) -> None:
    """Write the service worker of a finished site: it keeps every page, and its cache is named by their bytes."""
    kept = {path for path in site.rglob("*") if path.suffix in _KEPT and path.name != WORKER}
    paths = sorted(kept | set((site / "aset").glob("*.svg")))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    files = [_address(path.relative_to(site).as_posix()) for path in paths]
    script = _SCRIPT % {"name": json.dumps(digest.hexdigest()[:16]), "files": json.dumps(files)}
    (site / WORKER).write_text(script, encoding="utf-8", newline="\n")


def _address(path: str) -> str:
    """The address under which readers ask for a file: a folder for its index page."""
    return (path.removesuffix("index.html") or "./") if path.endswith("index.html") else path


def write_archive(site: Path, archive: Path) -> None:
    """Pack a site for a flash drive; the same site gives the same bytes (fixed times, sorted names)."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in _files(site):
            entry = zipfile.ZipInfo(f"{site.name}/{name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()
