"""Reading without a network: a service worker for the published site, and a copy of the site for a flash drive."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from portal import folders

WORKER: Final = "luring.js"
WHOLE: Final = 150
"""A site of up to this many pages is kept whole. Of a larger one phones keep the few that matter most, and what people
open."""

_FEW: Final = ("index.html", "kontak/index.html", "cari/index.html", "kebutuhan/index.html")
_LOST: Final = "404.html"  # for a server alone: a phone cannot know which addresses there are
_PIECES: Final = "aset/cari/*.js"
_ASSETS: Final = frozenset({".css", ".js", ".svg", ".woff2"})
_HEAVY: Final = 100_000  # bytes: an asset above is fetched when it is wanted

_ABSENT: Final = """\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tidak ada sambungan internet</title>
<link rel="stylesheet" href="${registration.scope}${FILES.find((one) => one.endsWith(".css"))}">
</head>
<body>
<main class="isi">
<h1>Tidak ada sambungan internet</h1>
<p>Halaman ini belum tersimpan di ponsel ini.</p>
<p><a href="${registration.scope}">Mulai dari beranda</a></p>
</main>
</body>
</html>"""
"""What a phone shows in place of a page that it does not keep."""

# All pages travel as one file: they share most of their bytes, so it is a third of what they weigh one by one, and one
# request in place of many. So do the pieces of the search. RFC 9111 freshness stays with the server; a new build has a
# new cache name, and the old one goes at once. Other sites of the same host have caches of their own beside it.
_SCRIPT: Final = """\
"use strict";
const OURS = `inovasi ${registration.scope} `;
const CACHE = OURS + %(name)s;
const PAGES = %(pages)s;
const FILES = %(files)s;
const WHOLE = %(whole)s;
const ABSENT = `%(absent)s`;
async function keep() {
  const cache = await caches.open(CACHE);
  const reply = await fetch(PAGES);
  if (!reply.ok) throw new Error(PAGES);
  const kept = (address, text) => {
    const headers = new Headers(reply.headers);
    headers.set("Content-Type", `text/${address.endsWith(".js") ? "javascript" : "html"}; charset=utf-8`);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    return new Response(text, { headers });
  };
  const puts = Object.entries(await reply.json()).map(([address, text]) => cache.put(address, kept(address, text)));
  await Promise.all([cache.addAll(FILES), ...puts]);
}
async function forget() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}
async function store(address, reply) {
  const cache = await caches.open(CACHE);
  await cache.put(address, reply);
}
async function answer(event, address) {
  const { request } = event;
  const fresh = await fetch(request).catch(() => null);
  if (fresh) {
    // a page is shown while it comes; a phone with no room left keeps nothing, and shows what it got
    const keeps = !WHOLE && fresh.ok && request.mode === "navigate";
    if (keeps) event.waitUntil(store(address, fresh.clone()).catch(() => null));
    return fresh;
  }
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept || request.mode !== "navigate") return kept || Response.error();
  // as a server does; links of a page are relative to its folder
  if (await cache.match(`${address}/`)) return Response.redirect(`${address}/${new URL(request.url).search}`);
  return new Response(ABSENT, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forget()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  event.respondWith(answer(event, pathname.replace(/index\\.html$/, "")));
});
"""


def write_worker(site: Path) -> None:
    """Write the service worker of a finished site and the file of pages that it keeps, both named by their bytes."""
    found = [site / name for name in islice(folders.pages(site), WHOLE + 1)]
    whole = len(found) <= WHOLE
    texts = [*found, *sorted(site.glob(_PIECES))] if whole else _few(site)
    pages = {_address(site, path): path.read_text(encoding="utf-8") for path in texts if path != site / _LOST}
    packed = json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()
    bundle = f"aset/luring.{hashlib.sha256(packed).hexdigest()[:8]}.json"
    (site / bundle).write_bytes(packed)
    assets = sorted(path for path in (site / "aset").iterdir() if _is_kept(path))
    digest = hashlib.sha256(packed)
    for path in assets:
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    told = {
        "name": digest.hexdigest()[:16],
        "pages": bundle,
        "files": [_address(site, path) for path in assets],
        "whole": whole,
    }
    script = _SCRIPT % ({name: json.dumps(value) for name, value in told.items()} | {"absent": _ABSENT})
    (site / WORKER).write_text(script, encoding="utf-8", newline="\n")


def _few(site: Path) -> Iterator[Path]:
    """Yield the pages that matter most: the way in, whom to call, and what to do in each need."""
    yield from (site / name for name in _FEW if (site / name).is_file())
    yield from sorted(site.glob("kebutuhan/*/index.html"))[:WHOLE]


def _is_kept(path: Path) -> bool:
    return path.suffix in _ASSETS and path.stat().st_size <= _HEAVY


def _address(site: Path, path: Path) -> str:
    """The address under which readers ask for a file: a folder for its index page."""
    name = path.relative_to(site).as_posix()
    return (name.removesuffix("index.html") or "./") if name.endswith("index.html") else name


def write_archive(site: Path) -> None:
    """Pack a site for a flash drive, whole or not at all: fixed times and sorted names, so the same bytes each time."""
    archive = folders.archive_of(site)
    aside = archive.with_name(f".{archive.name}")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in _files(site):
            entry = zipfile.ZipInfo(f"{site.name}/{name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)
    aside.replace(archive)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for name, entry in folders.files(site):
        if entry.is_file():
            yield name, (site / name).read_bytes()
