"""Outside links of the data: which ones still lead somewhere, for the person who keeps the sources alive.

Polite and bounded: one request at a time to each host with a pause between, HEAD before GET, no body read, few
redirects, a limit for the whole run, and what answered well is not asked again for a week. It is no part of a build:
other people's servers decide nothing about ours, so it is off in CI.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from portal.catalogue import Catalogue


class State(StrEnum):
    """What became of a link; the value is what staff read."""

    ALIVE = "hidup"
    MOVED = "pindah"
    GONE = "hilang"
    REFUSED = "menolak diperiksa"
    SILENT = "tidak menjawab"
    UNASKED = "belum sempat diperiksa"


ROTTEN: Final = frozenset({State.GONE, State.SILENT})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a run may ask of other people's servers, in seconds and counts."""

    timeout: float = 15
    pause: float = 1
    whole_run: float = 600
    redirects: int = 5
    hosts_at_once: int = 4
    fresh: timedelta = timedelta(days=7)
    private_hosts: bool = False  # a link of the data never leads into the agency's own network


@dataclass(frozen=True, slots=True)
class Result:
    """A link, what became of it, since when that is known, and the records that use it."""

    url: str
    state: State
    detail: str
    day: str
    used_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All links of the data, as they stand."""

    results: tuple[Result, ...]

    @property
    def rotten(self) -> tuple[Result, ...]:
        """The links that lead nowhere."""
        return tuple(one for one in self.results if one.state in ROTTEN)

    def __str__(self) -> str:
        counts = {state: sum(one.state is state for one in self.results) for state in State}
        lines = [f"{len(self.results)} tautan: " + ", ".join(f"{n} {state.value}" for state, n in counts.items() if n)]
        ordered = sorted(self.results, key=lambda result: (list(State).index(result.state), result.url))
        lines += [
            f"  {one.state.value}: {one.url} ({one.detail})\n    dipakai di: {', '.join(one.used_by)}"
            for one in ordered
            if one.state is not State.ALIVE
        ]
        return "\n".join(lines)


def links(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return every web address of the data with the records that use it, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for url, record in _links(catalogue):
        if record not in found.setdefault(url, []):
            found[url].append(record)
    return {url: tuple(found[url]) for url in sorted(found)}


def _links(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for one in catalogue.innovations:
        yield from ((source.url, one.id) for source in one.sumber)
        yield from ((link.url, one.id) for link in (*one.tautan, *one.video))
    for contact in catalogue.contacts:
        yield from ((source.url, contact.id) for source in contact.sumber)
        if contact.situs:
            yield contact.situs, contact.id


def check(
    catalogue: Catalogue,
    cache: Path,
    today: date,
    limits: Limits = Limits(),
    say: Callable[[str], None] = lambda _: None,
) -> Report:
    """Ask for every link that is not known to be alive, and remember the answers in the file `cache`."""
    used = links(catalogue)
    known = {url: one for url, one in _remembered(cache).items() if url in used and _fresh(one, today, limits)}
    asked = _ask_all([url for url in used if url not in known], today, limits, say)
    answers = known | {one.url: one for one in asked}
    _remember(cache, answers.values())
    return Report(tuple(replace(answers[url], used_by=records) for url, records in used.items()))


def _fresh(result: Result, today: date, limits: Limits) -> bool:
    return result.state is State.ALIVE and date.fromisoformat(result.day) + limits.fresh > today


def _remembered(cache: Path) -> Mapping[str, Result]:
    try:
        entries = json.loads(cache.read_text(encoding="utf-8"))
        results = [Result(one["url"], State(one["state"]), one["detail"], one["day"]) for one in entries]
        return {one.url: one for one in results if date.fromisoformat(one.day)}
    except (OSError, ValueError, TypeError, KeyError):
        return {}  # a cache that cannot be read is no cache


def _remember(cache: Path, results: Iterable[Result]) -> None:
    entries = [{"url": one.url, "state": one.state, "detail": one.detail, "day": one.day} for one in results]
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps(sorted(entries, key=lambda one: one["url"]), indent=0) + "\n", encoding="utf-8")


def _ask_all(urls: Sequence[str], today: date, limits: Limits, say: Callable[[str], None]) -> Iterator[Result]:
    """Ask each host for its links one after the other, a few hosts at once."""
    deadline = time.monotonic() + limits.whole_run
    hosts = [list(group) for _, group in groupby(sorted(urls, key=_host), key=_host)]
    with ThreadPoolExecutor(limits.hosts_at_once) as pool:
        for results in pool.map(lambda group: _ask_host(group, today, limits, deadline), hosts):
            for one in results:
                say(f"{one.state.value}: {one.url}")
                yield one


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()


def _ask_host(urls: Sequence[str], today: date, limits: Limits, deadline: float) -> list[Result]:
    results = []
    for number, url in enumerate(urls):
        if time.monotonic() > deadline:
            results.append(Result(url, State.UNASKED, "waktu habis", today.isoformat()))
            continue
        if number:
            time.sleep(limits.pause)
        state, detail = ask(url, limits)
        results.append(Result(url, state, detail, today.isoformat()))
    return results


def ask(url: str, limits: Limits) -> tuple[State, str]:
    """Ask for one address, following redirects; return what became of it and the reason in words."""
    here = url
    try:
        for _ in range(limits.redirects + 1):
            status, location = _request(here, limits)
            if status in {301, 302, 303, 307, 308} and location:
                here = urljoin(here, location)
                continue
            return _judged(status, url, here)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return State.SILENT, str(error) or type(error).__name__
    return State.SILENT, "dialihkan berputar-putar"


def _judged(status: int, asked: str, answered: str) -> tuple[State, str]:
    if status in {404, 410}:
        return State.GONE, f"kode {status}"
    if status >= 500:  # noqa: PLR2004
        return State.SILENT, f"kode {status}"
    if status >= 400:  # noqa: PLR2004
        return State.REFUSED, f"kode {status}; buka sendiri di peramban"
    if urlsplit(asked)[1:] != urlsplit(answered)[1:]:  # a move from http to https alone is none
        return State.MOVED, f"sekarang di {answered}"
    return State.ALIVE, f"kode {status}"


def _request(url: str, limits: Limits) -> tuple[int, str]:
    """Return status and redirect of an address: by HEAD, and by GET where a server does not know HEAD."""
    status, location = _once("HEAD", url, limits)
    if status in {400, 403, 404, 405, 501}:
        status, location = _once("GET", url, limits)
    return status, location


def _once(method: str, url: str, limits: Limits) -> tuple[int, str]:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"bukan alamat web: {url}")
    if not limits.private_hosts:
        _refuse_private(parts.hostname)
    connection = (
        http.client.HTTPSConnection(
            parts.hostname, parts.port, timeout=limits.timeout, context=ssl.create_default_context()
        )
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.hostname, parts.port, timeout=limits.timeout)
    )
    try:
        path = parts._replace(scheme="", netloc="", path=parts.path or "/", fragment="").geturl()
        headers = {"User-Agent": "portal-inovasi (pemeriksa tautan)", "Accept": "*/*", "Connection": "close"}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        connection.close()


def _refuse_private(host: str) -> None:
    for *_, address in socket.getaddrinfo(host, None):
        if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global:
            raise ValueError("alamat di dalam jaringan sendiri")
