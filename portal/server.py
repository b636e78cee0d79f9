"""The preview's web server: the pages of a folder, each told when it changes, with what is wrong at their foot."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

_NEWS: Final = "/_perubahan"
_BEAT: Final = 15  # seconds between two signs of life; a browser that went away is noticed then
# A reload leaves the reader where they were.
_SCRIPT: Final = """\
<script>
new EventSource("%s?sejak=%d&halaman=" + encodeURIComponent(location.pathname)).onmessage = () => location.reload();
</script>
"""
# At the foot of the screen, wherever the reader is; above the page, a browser would scroll past it to keep its place.
_BANNER: Final = """\
<style>
.masalah { position: fixed; inset: auto 0 0; z-index: 9; max-height: 45vh; overflow: auto; padding: 1rem;
  border-top: 3px solid; background: var(--bahaya-tipis); color: var(--bahaya) }
.masalah pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
body { padding-bottom: 45vh }
</style>
<div class="masalah" role="alert" tabindex="0"><strong>Perubahan belum bisa ditampilkan.</strong>
Halaman ini memakai isi terakhir yang benar.<pre>%s</pre></div>
"""
_ALONE: Final = """\
<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
%s<style>
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 15vh auto 3rem; padding: 0 1.25rem; font: 1.125rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25; text-wrap: balance }
pre { font-size: .9rem; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<body>
%s</body>
</html>
"""
_SOON: Final = _ALONE % (
    "Sedang disiapkan",
    '<meta http-equiv="refresh" content="1">\n',
    """\
<h1>Halaman ini sedang disiapkan</h1>
<p>Tunggu sebentar. Halaman terbuka sendiri begitu jadi.</p>
""",
)
"""While the site is built for the first time. It asks again by itself."""

_NOT_YET: Final = _ALONE % (
    "Belum bisa ditampilkan",
    "",
    """\
<h1>Portal belum bisa ditampilkan</h1>
<p>Perbaiki yang tertulis di bawah ini, lalu simpan. Halaman terbuka sendiri sesudah itu.</p>
<pre role="alert">%s</pre>
%s""",
)
"""While what would be built for the first time is broken."""


class Server(ThreadingHTTPServer):
    """Serves `folder` at `host` and `port`. Raises `OSError` when the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows two servers would share a port, and nobody knew which answers

    def __init__(self, host: str, port: int, folder: Path) -> None:
        self.problems = ""
        """What is wrong, in words; `show` sets it."""
        self._changes: list[Collection[str] | None] = []  # addresses; None for all
        self._news = threading.Condition()
        self.make: Callable[[str], object] = lambda _: None
        """Called with an address that has no file yet; it may make one."""
        super().__init__((host, port), partial(_Handler, directory=str(folder)))

    def changed(self, addresses: Collection[str] | None = None) -> None:
        """Have the browsers that show one of these addresses, or any, load it again."""
        with self._news:
            self._changes.append(addresses)
            self._news.notify_all()

    def show(self, problems: str) -> None:
        """Show problems in words on every page; none when the text is empty."""
        if problems != self.problems:
            self.problems = problems
            self.changed()

    def moment(self) -> int:
        """Return how many changes there were."""
        return len(self._changes)

    def wait(self, moment: int, address: str) -> bool:
        """Wait until an address changed after a moment; return whether it did before the next sign of life."""
        with self._news:
            return self._news.wait_for(lambda: self._changed_since(moment, address), _BEAT)

    def _changed_since(self, moment: int, address: str) -> bool:
        return any(one is None or address in one for one in self._changes[moment:])

    def banner(self) -> str:
        """Return the problems as HTML."""
        return _BANNER % escape(self.problems) if self.problems else ""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        if urlsplit(self.path).path == _NEWS:
            self._tell_news()
            return
        found = self._file()
        if not found.exists():
            self.server.make(urlsplit(self.path).path)
            found = self._file()
        lost = Path(self.directory) / "404.html"
        if found.suffix == ".html" and found.is_file():
            self._page(found, HTTPStatus.OK)
        elif found.exists():
            super().do_GET()
        elif lost.is_file():
            self._page(lost, HTTPStatus.NOT_FOUND)
        else:
            self._nothing_yet()

    def _file(self) -> Path:
        """Return where the file stands that was asked for."""
        found = Path(self.translate_path(self.path))
        return found / "index.html" if found.is_dir() and self.path.split("?")[0].endswith("/") else found

    def _page(self, path: Path, status: HTTPStatus) -> None:
        script = self._script()  # before reading: a change meanwhile is told
        added = self.server.banner() + script
        self._send(path.read_text(encoding="utf-8").replace("</body>", f"{added}</body>", 1), status)

    def _nothing_yet(self) -> None:
        script = self._script()
        problems = self.server.problems
        self._send(_NOT_YET % (escape(problems), script) if problems else _SOON, HTTPStatus.SERVICE_UNAVAILABLE)

    def _script(self) -> str:
        return _SCRIPT % (_NEWS, self.server.moment())

    def _send(self, html: str, status: HTTPStatus) -> None:
        content = html.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell_news(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        moment, address = int(asked["sejak"][0]), asked["halaman"][0]
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with suppress(OSError):
            while not self.server.wait(moment, address):
                self.wfile.write(b": ada\n\n")
                self.wfile.flush()
            self.wfile.write(b"data: baru\n\n")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the problems of the data."""
