"""Headers: a policy that allows nothing inline, written for every server; `security.txt` that does not outlive care."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from portal import lifetime
from portal.engine import Engine
from portal.headers import HSTS, InlineError, inline, policy, write_headers
from portal.lifetime import ExpiredError
from portal.outputs import security_txt
from tests import samples
from tests.conftest import ROOT


def site(folder: Path, body: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("<html><p>biasa</p></html>", encoding="utf-8")
    (folder / "a" / "index.html").write_text(f"<html>{body}</html>", encoding="utf-8")
    return folder


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_inline_elements_are_allowed_by_their_hash_alone(tmp_path: Path):
    script, style = 'if (1 < 2) { x = "&amp;" }\n', "p{color:red}"
    made = policy(inline(site(tmp_path, f"<script>{script}</script><style>{style}</style>")))
    assert f"script-src 'self' {digest(script)};" in made
    assert f"style-src 'self' {digest(style)};" in made
    assert "unsafe" not in made


def test_links_to_other_hosts_are_no_files_of_theirs(tmp_path: Path):
    body = '<a href="https://contoh.id/">x</a><link rel="canonical" href="https://contoh.id/a/"><img src="../a.png">'
    assert inline(site(tmp_path, body)).refused == []


@pytest.mark.parametrize("kind", ["application/ld+json", "application/json", " Application/JSON "])
def test_data_and_files_need_no_hash(tmp_path: Path, kind: str):
    made = policy(inline(site(tmp_path, f'<script type="{kind}">{{}}</script><script src="/a.js"></script>')))
    assert "script-src 'self';" in made


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p style="color:red">x</p>', "a/index.html: <p style>"),
        ('<a onclick="x()">x</a>', "a/index.html: <a onclick>"),
        ("<img src=x OnError=alert(1)>", "a/index.html: <img onerror>"),
        ('<a href=" java\tscript:alert(1)">x</a>', "<a href= java"),
        ('<form action="javascript:x()"></form>', "<form action=javascript:x()>"),
        ('<iframe src="data:text/html,x"></iframe>', "<iframe src=data:text/html,x>"),
        ('<object data="javascript:x()"></object>', "<object data=javascript:x()>"),
        ('<button formaction="vbscript:x">x</button>', "<button formaction=vbscript:x>"),
        ('<svg><a xlink:href="javascript:x()">x</a></svg>', "<a xlink:href=javascript:x()>"),
        ('<object data="https://contoh.id/a.pdf"></object>', "<object data=https://contoh.id/a.pdf>"),
        ('<video poster="https://contoh.id/a.png"></video>', "<video poster=https://contoh.id/a.png>"),
        ('<img src="a.png" srcset="a.png 1x, //contoh.id/b.png 2x">', "<img srcset=a.png 1x, //contoh.id/b.png 2x>"),
        ('<img src="https://contoh.id/a.png">', "<img src=https://contoh.id/a.png>"),
        ('<script src="//contoh.id/a.js"></script>', "<script src=//contoh.id/a.js>"),
        ('<link rel="stylesheet" href="http://contoh.id/a.css">', "<link href=http://contoh.id/a.css>"),
    ],
)
def test_what_no_hash_can_allow_stops_the_build_with_its_place(tmp_path: Path, body: str, said: str):
    with pytest.raises(InlineError) as stopped:
        write_headers(site(tmp_path, body))
    assert said in str(stopped.value)
    assert not (tmp_path / "_headers").exists()


@pytest.mark.parametrize("engine", Engine)
def test_the_real_site_holds_no_inline_code(built: dict[Engine, Path], engine: Engine):
    found = inline(built[engine])
    assert len(list(built[engine].rglob("*.html"))) > 30
    assert (found.scripts, found.styles) == (set(), set()), "hashes change with every build: nginx needs a reload then"


def test_the_list_for_hosts_keeps_their_limits(tmp_path: Path):
    """Cloudflare Pages: at most 100 rules and 2,000 characters a line."""
    write_headers(site(tmp_path, ""))
    lines = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    assert lines[1].startswith("  Content-Security-Policy: default-src 'none'; ")
    assert f"  Strict-Transport-Security: {HSTS}" in lines
    assert lines[-2:] == ["/data/*", "  Access-Control-Allow-Origin: *"]
    assert max(map(len, lines)) < 2000


def test_nginx_gets_the_same_list(tmp_path: Path):
    write_headers(site(tmp_path, ""))
    lines = (tmp_path / ".server" / "headers.conf").read_text(encoding="utf-8").splitlines()[1:]
    nginx = dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', "\n".join(lines), re.MULTILINE))
    assert len(nginx) == len(lines) >= 6
    hosts = (tmp_path / "_headers").read_text(encoding="utf-8")
    assert [name for name, value in nginx.items() if f"  {name}: {value}\n" not in hosts] == []
    assert f'Strict-Transport-Security "{HSTS}"' in (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def test_security_txt_moves_to_the_place_of_rfc_9116(tmp_path: Path):
    folder = site(tmp_path, "")
    (folder / "security.txt").write_text("Contact: x\n", encoding="utf-8")
    write_headers(folder)
    assert not (folder / "security.txt").exists()
    assert (folder / ".well-known" / "security.txt").read_text(encoding="utf-8") == "Contact: x\n"


def test_security_txt_has_the_fields_of_rfc_9116():
    catalogue = samples.catalogue()
    (page,) = security_txt.pages(catalogue)
    lines = page.content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines if not line.startswith("#"))
    assert fields == {
        "Contact": "tel:+62318290794",
        "Expires": "2027-11-23T00:00:00Z",
        "Preferred-Languages": "id, en",
        "Canonical": "https://contoh.id/portal/.well-known/security.txt",
    }


def test_the_real_security_txt_leads_to_someone(real):
    (page,) = security_txt.pages(real)
    assert re.search(rb"^Contact: (mailto|https|tel):\S+$", page.content, re.MULTILINE)


def test_its_end_is_told_in_time_and_it_never_outlives_it():
    settings = samples.settings()
    assert lifetime.check(settings, date(2027, 10, 24)) == ""
    assert "berlaku 29 hari lagi" in lifetime.check(settings, date(2027, 10, 25))
    assert "berlaku 1 hari lagi" in lifetime.check(settings, date(2027, 11, 22))
    with pytest.raises(ExpiredError, match=r"data/portal\.yaml"):
        lifetime.check(settings, date(2027, 11, 23))
