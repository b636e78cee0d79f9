"""Outside links, asked of a server on loopback: what rotted is told, and nobody is pestered."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from portal import links
from portal.links import Limits, Report, State, ask, check
from portal.model import Innovation
from tests import samples

TODAY = date(2026, 11, 24)
QUICK = Limits(timeout=2, pause=0, private_hosts=True)


class Far(http.server.BaseHTTPRequestHandler):
    """A server with every kind of answer; it remembers what it was asked."""

    asked: list[str] = []  # noqa: RUF012

    def answer(self) -> None:
        path = self.path.partition("?")[0]
        Far.asked.append(f"{self.command} {self.path}")
        status = {"/hilang": 404, "/sudah-tidak-ada": 410, "/rusak": 500, "/tertutup": 403}.get(path, 200)
        if path.startswith("/hanya-get-") and self.command == "HEAD":
            status = int(path.rpartition("-")[2])
        moves = {
            "/pindah": "/di-sini",
            "/putar": "/putar",
            "/ke-dalam": "http://127.0.0.1:1/",
            "/mundur": "file:///etc",
        }
        self.send_response(301 if path in moves else status)
        if path in moves:
            self.send_header("Location", moves[path])
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def far() -> Iterator[str]:
    Far.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Far) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/ada?a=1", State.ALIVE, "kode 200"),
        *((f"/hanya-get-{status}", State.ALIVE, "kode 200") for status in (400, 403, 404, 405, 501)),
        ("/hilang", State.GONE, "kode 404"),
        ("/sudah-tidak-ada", State.GONE, "kode 410"),
        ("/rusak", State.SILENT, "kode 500"),
        ("/tertutup", State.REFUSED, "buka sendiri di peramban"),
        ("/pindah", State.MOVED, "/di-sini"),
        ("/putar", State.SILENT, "berputar-putar"),
        ("/mundur", State.SILENT, "bukan alamat web"),
    ],
)
def test_every_answer_is_told(far: str, path: str, state: State, detail: str):
    found, why = ask(far + path, QUICK)
    assert (found, detail in why) == (state, True), why


def test_only_addresses_of_the_web_are_asked(far: str):
    for address in (far.replace("http:", "ftp:"), "https:///ada", "data:text/plain,x"):
        assert ask(address, QUICK) == (State.SILENT, f"bukan alamat web: {address}")
    assert Far.asked == []


def test_an_address_without_a_path_asks_for_the_root(far: str):
    for rest in ("", "?a=1", "?a=1#b"):
        assert ask(far + rest, QUICK)[0] is State.ALIVE
    assert Far.asked == ["HEAD /", "HEAD /?a=1", "HEAD /?a=1"]


def test_a_server_that_is_not_there_is_silent():
    assert ask("http://127.0.0.1:1/", QUICK)[0] is State.SILENT


def test_links_do_not_lead_into_the_own_network(far: str):
    assert ask(far + "/ada", replace(QUICK, private_hosts=False)) == (State.SILENT, "alamat di dalam jaringan sendiri")
    assert Far.asked == []


def using(far: str, *paths: str) -> Innovation:
    """An innovation whose only links are these of the loopback server (whose address the model would refuse)."""
    linked = samples.innovation(tautan=[{"judul": path, "url": "https://contoh.id/"} for path in paths])
    there = tuple(one.model_copy(update={"url": far + path}) for path, one in zip(paths, linked.tautan, strict=True))
    return linked.model_copy(update={"tautan": there, "sumber": ()})


def checked(far: str, cache: Path, *paths: str, today: date = TODAY, limits: Limits = QUICK) -> Report:
    whole = samples.catalogue(using(far, *paths))
    bare = tuple(one.model_copy(update={"sumber": (), "situs": None}) for one in whole.contacts)
    return check(replace(whole, contacts=bare), cache, today, limits)


def test_what_rotted_is_named_with_the_records_that_use_it(far: str, tmp_path: Path):
    report = checked(far, tmp_path / "a" / "links.json", "/ada", "/hilang", "/pindah")
    assert [one.url for one in report.rotten] == [f"{far}/hilang"]
    text = str(report)
    assert text.startswith("3 tautan: 1 hidup, 1 pindah, 1 hilang")
    assert f"hilang: {far}/hilang (kode 404)\n    dipakai di: okata-uti" in text
    assert f"sekarang di {far}/di-sini" in text
    assert f"{far}/ada" not in text, "what is alive is counted, not named"


def test_what_is_alive_is_not_asked_again_for_a_week_but_what_is_not_is(far: str, tmp_path: Path):
    cache = tmp_path / "links.json"
    checked(far, cache, "/ada", "/hilang")
    Far.asked.clear()
    report = checked(far, cache, "/ada", "/hilang", today=date(2026, 11, 30))
    assert {line.split()[1] for line in Far.asked} == {"/hilang"}
    assert [one.state for one in report.results] == [State.ALIVE, State.GONE]
    Far.asked.clear()
    checked(far, cache, "/ada", today=date(2026, 12, 1))
    assert Far.asked == ["HEAD /ada"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"url": "x"}]', "\0"])
def test_a_damaged_cache_is_no_cache(far: str, tmp_path: Path, content: str):
    cache = tmp_path / "links.json"
    cache.write_text(content, encoding="utf-8")
    assert checked(far, cache, "/ada").results[0].state is State.ALIVE
    assert len(json.loads(cache.read_text(encoding="utf-8"))) == 1


def test_a_host_is_asked_one_thing_at_a_time_and_with_a_pause(
    far: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    pauses: list[float] = []
    monkeypatch.setattr("portal.links.time.sleep", pauses.append)
    checked(far, tmp_path / "c.json", "/a", "/b", "/c", limits=replace(QUICK, pause=1))
    assert pauses == [1, 1]
    assert Far.asked == ["HEAD /a", "HEAD /b", "HEAD /c"]


def test_the_run_ends_in_time_and_says_what_was_left(far: str, tmp_path: Path):
    report = checked(far, tmp_path / "c.json", "/a", "/b", limits=replace(QUICK, whole_run=-1))
    assert [one.state for one in report.results] == [State.UNASKED] * 2
    assert Far.asked == []
    assert report.rotten == ()


def test_every_address_of_the_real_data_is_known_once_with_its_records(real):
    found = links.links(real)
    assert len(found) > 30
    assert list(found) == sorted(found)
    bhirawa = "https://harianbhirawa.co.id/dinsos-jatim-raih-predikat-opd-sangat-inovatif"
    assert len(found[bhirawa]) == len(set(found[bhirawa])) == 14
