"""Debian's nginx with our configuration, really started on loopback: what a reader and a stranger get."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest

from portal.delivery import prepare
from portal.engine import Engine
from portal.opendata.files import DataFile, published
from portal.opendata.publication import FOLDER
from tests.conftest import ROOT, free_port

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
CONFIGURATION = ROOT / "deploy" / "nginx.conf"
NEEDED = {
    "content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy",
    "cross-origin-opener-policy", "x-frame-options", "strict-transport-security", "cache-control",
}  # fmt: skip


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Server:
    port: int
    plain_port: int
    context: ssl.SSLContext
    site: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask over TLS; the path is sent as it stands."""
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=20)
        return _answer(connection, method, path, headers)

    def ask_plainly(self, path: str) -> Answer:
        return _answer(http.client.HTTPConnection("127.0.0.1", self.plain_port, timeout=20), "GET", path, {})


def _answer(connection: http.client.HTTPConnection, method: str, path: str, headers: Mapping[str, str]) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"Host": "inovasi.contoh.go.id", **named})
    reply = connection.getresponse()
    found = Answer(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
    connection.close()
    return found


def _missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing; .ci/run installs it")
    pytest.skip(f"{what} is not installed (Debian: apt-get install nginx libnginx-mod-http-brotli-static openssl)")


@pytest.fixture(scope="session")
def ready(built: dict[Engine, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as `portal build` hands it over, with a few files that nobody may read."""
    place = tmp_path_factory.mktemp("srv")
    site = place / "releases" / "1"
    shutil.copytree(built[Engine.MKDOCS], site)
    (site / "kosong").mkdir()
    (site / "kosong" / "besar.bin").write_bytes(bytes(range(256)) * 40)
    (site / "security.txt").write_text("Contact: mailto:a@contoh.go.id\nExpires: 2027-11-23T00:00:00Z\n", "utf-8")
    (site / "data").mkdir(exist_ok=True)
    (site / "data" / "contoh.jsonld").write_text("{}", "utf-8")
    prepare(site, ROOT)
    (site / ".env").write_text("rahasia", "utf-8")
    (place / "rahasia.txt").write_text("rahasia", "utf-8")
    (place / "bukti" / ".well-known" / "acme-challenge").mkdir(parents=True)
    (place / "bukti" / ".well-known" / "acme-challenge" / "kode").write_text("bukti", "utf-8")
    (place / "current").symlink_to("releases/1")
    return place


def configure(text: str, place: Path, work: Path, port: int, plain_port: int) -> Path:
    """Our configuration with the paths and ports of a test, inside the smallest nginx.conf around it."""
    for old, new in (
        ("listen [::]:80;", ""), ("listen [::]:443 ssl http2;", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain_port};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        ("/srv/portal", str(place)), ("/etc/ssl/portal", str(work)), ("/var/www/html", str(place / "bukti")),
    ):  # fmt: skip
        assert old in text, old
        text = text.replace(old, new)
    temporary = "".join(f"{kind}_temp_path {work};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (work / "portal.conf").write_text(text, encoding="utf-8")
    (work / "nginx.conf").write_text(
        f"load_module {MODULE};\ndaemon off;\npid {work}/pid;\nerror_log {work}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off; {temporary}\ninclude {work}/portal.conf; }}\n",
        encoding="utf-8",
    )
    return work / "nginx.conf"


@pytest.fixture(scope="session")
def nginx(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(CONFIGURATION.read_text(encoding="utf-8"), ready, tmp_path_factory.mktemp("nginx")) as server:
        yield server


@contextmanager
def running(text: str, ready: Path, work: Path) -> Iterator[Server]:
    """Run nginx with a configuration on a place of releases."""
    program, openssl = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"), shutil.which("openssl")
    if program is None or openssl is None or not MODULE.is_file():
        _missing("nginx with its Brotli module")
    assert program
    assert openssl
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=inovasi.contoh.go.id", "-keyout", "privkey.pem", "-out", "fullchain.pem"],
        cwd=work, check=True, capture_output=True,
    )  # fmt: skip
    for path in (work, *work.parents, ready, *ready.parents):
        if path != Path("/") and path.stat().st_uid == os.getuid():
            path.chmod(path.stat().st_mode | 0o055)  # nginx's workers are another user
    port, plain_port = free_port(), free_port()
    config = configure(text, ready, work, port, plain_port)
    tried = subprocess.run([program, "-t", "-c", str(config)], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr, tried.stderr
    process = subprocess.Popen([program, "-c", str(config)])
    try:
        _wait(port)
        context = ssl.create_default_context(cafile=work / "fullchain.pem")
        context.check_hostname = False
        yield Server(port, plain_port, context, ready / "current")
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not come up")


def answers(nginx: Server) -> dict[int, Answer]:
    first = nginx.ask("/")
    return {
        200: first,
        301: nginx.ask("/inovasi/jsc"),
        304: nginx.ask("/", If_None_Match=first.headers["etag"]),
        404: nginx.ask("/tidak/ada"),
    }


@pytest.mark.parametrize("status", [200, 301, 304, 404])
def test_every_kind_of_answer_has_all_headers(nginx: Server, status: int):
    answer = answers(nginx)[status]
    assert answer.status == status
    assert NEEDED - answer.headers.keys() == set()
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "unsafe" not in policy
    assert "nginx/" not in answer.headers["server"]


def test_a_folder_without_its_slash_leads_to_its_page_on_the_same_host(nginx: Server):
    answer = nginx.ask("/inovasi/jsc")
    assert (answer.status, answer.headers["location"]) == (301, "/inovasi/jsc/")
    assert nginx.ask("/inovasi/jsc/").status == 200


def test_plain_http_leads_to_https(nginx: Server):
    answer = nginx.ask_plainly("/kontak/?a=1")
    assert (answer.status, answer.headers["location"]) == (301, "https://inovasi.contoh.go.id/kontak/?a=1")


def test_the_proof_for_a_certificate_is_shown_from_where_the_first_one_was_asked_for(nginx: Server):
    answer = nginx.ask_plainly("/.well-known/acme-challenge/kode")
    assert (answer.status, answer.body) == (200, b"bukti")


def test_the_words_for_an_administrator_can_be_followed_in_their_order():
    words = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    places = re.findall(r"certonly --webroot -w (\S+)", words)
    assert f"acme-challenge/ {{ root {places[0]}; }}" in (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    steps = ("certbot\n", "sudo adduser", "-o portal", "certonly", "deploy/send.sh site", "sites-enabled/portal.conf")
    found = [words.index(step) for step in steps]
    assert found == sorted(found)
    assert "rsync openssh-client" in words[: words.index("## Sekali saja")]


def test_http_2_is_spoken(nginx: Server):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", nginx.port), 20) as plain, context.wrap_socket(plain) as secure:
        assert secure.selected_alpn_protocol() == "h2"


def test_what_is_missing_is_the_portals_own_page_with_404(nginx: Server):
    for path in ("/tidak/ada", "/kosong/", "/kosong/tidak.html", "/404.html", "/inovasi/jsc/index.htm"):
        answer = nginx.ask(path)
        assert answer.status == 404, path
        assert b"Halaman tidak ditemukan" in answer.body, path
        assert answer.headers["cache-control"] == "no-cache", path


def test_a_folder_is_never_listed(nginx: Server):
    assert (nginx.site / "kosong" / "besar.bin").is_file()
    answer = nginx.ask("/kosong/")
    assert answer.status == 404
    assert b"besar.bin" not in answer.body


@pytest.mark.parametrize("packed", ["br", "gzip"])
def test_a_page_is_sent_as_it_was_compressed_at_build(nginx: Server, packed: str):
    answer = nginx.ask("/inovasi/jsc/", Accept_Encoding=packed)
    page = nginx.site / "inovasi" / "jsc" / "index.html"
    assert answer.status == 200
    assert answer.headers["content-encoding"] == packed
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.body == page.with_name(f"index.html.{'br' if packed == 'br' else 'gz'}").read_bytes()
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[packed]
    assert unpack(answer.body) == page.read_bytes()
    assert len(answer.body) < page.stat().st_size / 2


def test_without_compression_the_page_is_whole(nginx: Server):
    answer = nginx.ask("/inovasi/jsc/", Accept_Encoding="identity")
    assert "content-encoding" not in answer.headers
    assert answer.body == (nginx.site / "inovasi" / "jsc" / "index.html").read_bytes()


def test_an_unchanged_page_costs_no_body(nginx: Server):
    for packed in ("br", "identity"):
        first = nginx.ask("/kontak/", Accept_Encoding=packed)
        again = nginx.ask("/kontak/", Accept_Encoding=packed, If_None_Match=first.headers["etag"])
        assert (first.status, again.status, again.body) == (200, 304, b"")
        dated = nginx.ask("/kontak/", Accept_Encoding=packed, If_Modified_Since=first.headers["last-modified"])
        assert dated.status == 304


HIDDEN = [
    "/.env", "/.server/headers.conf", "/.server/", "/.git/config", "/SHA256SUMS", "/_headers", "/index.html.br",
    "/index.html.gz", "/kosong/.rahasia",
]  # fmt: skip


@pytest.mark.parametrize("path", HIDDEN)
def test_what_is_not_for_readers_does_not_exist_for_them(nginx: Server, path: str):
    answer = nginx.ask(path)
    assert answer.status == 404
    assert b"rahasia" not in answer.body
    assert b"add_header" not in answer.body


def test_the_hidden_files_are_really_there(nginx: Server):
    real = [path for path in HIDDEN if (nginx.site / path.lstrip("/")).is_file()]
    assert len(real) >= 5


TRAVERSAL = [
    "/../rahasia.txt", "/../../rahasia.txt", "/%2e%2e/rahasia.txt", "/%2e%2e%2frahasia.txt", "/..%2f..%2frahasia.txt",
    "/inovasi/../../rahasia.txt", "/aset/..;/../../rahasia.txt", "//../rahasia.txt", "/..%5c..%5crahasia.txt",
    "/aset../rahasia.txt", "/.well-known/../../../rahasia.txt", "/%00/../../rahasia.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSAL)
def test_nobody_climbs_out_of_the_site(nginx: Server, path: str):
    answer = nginx.ask(path)
    assert answer.status in {400, 404}
    assert b"rahasia" not in answer.body


def test_a_part_of_a_file_can_be_asked_for(nginx: Server):
    answer = nginx.ask("/kosong/besar.bin", Range="bytes=256-511")
    assert answer.status == 206
    assert answer.headers["content-range"] == "bytes 256-511/10240"
    assert answer.body == bytes(range(256))
    assert nginx.ask("/kosong/besar.bin", Range="bytes=99999-").status == 416


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "PROPFIND"])
def test_files_can_only_be_read(nginx: Server, method: str):
    assert nginx.ask("/", method).status in {400, 405}


def test_head_tells_the_same_as_get_without_a_body(nginx: Server):
    get, head = nginx.ask("/kontak/"), nginx.ask("/kontak/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


def test_security_txt_is_where_it_is_looked_for(nginx: Server):
    answer = nginx.ask("/.well-known/security.txt")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert b"Expires: " in answer.body
    assert nginx.ask("/security.txt").status == 404


def test_pages_are_asked_for_every_time_and_their_looks_are_kept_a_while(nginx: Server):
    assert nginx.ask("/kontak/").headers["cache-control"] == "no-cache"
    (style,) = (nginx.site / "aset").glob("portal.*.css")
    assert nginx.ask(f"/aset/{style.name}").headers["cache-control"].endswith("immutable")
    assert nginx.ask("/luring.js").headers["cache-control"] == "no-cache"
    assert "access-control-allow-origin" not in nginx.ask("/kontak/").headers
    data = nginx.ask("/data/contoh.jsonld").headers
    assert (data["access-control-allow-origin"], data["content-type"]) == ("*", "application/ld+json")


@pytest.mark.parametrize("path", ["/data/tidak.json", "/data/tidak.json?a=1", "//data/tidak.json", "/data/"])
def test_a_page_of_another_host_can_read_that_data_are_missing(nginx: Server, path: str):
    answer = nginx.ask(path)
    assert (answer.status, answer.headers.get("access-control-allow-origin")) == (404, "*")


@pytest.mark.parametrize("path", ["/tidak/ada", "/tidak/data/ada", "/kontak/?/data/", "/datanya/"])
def test_only_data_are_open_to_pages_of_other_hosts(nginx: Server, path: str):
    assert "access-control-allow-origin" not in nginx.ask(path).headers


@pytest.mark.parametrize("file", published(14), ids=lambda file: file.name)
def test_a_file_of_the_open_data_is_sent_as_what_its_description_says(nginx: Server, file: DataFile):
    answer = nginx.ask(f"/{FOLDER}/{file.name}")
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, file.media)


def test_a_new_release_is_served_without_a_restart(nginx: Server, ready: Path):
    fresh = ready / "releases" / "2"
    shutil.copytree(ready / "releases" / "1", fresh)
    (fresh / "baru.html").write_text("baru", "utf-8")
    assert nginx.ask("/baru.html").status == 404
    try:
        (ready / "next").symlink_to("releases/2")
        (ready / "next").replace(ready / "current")
        assert nginx.ask("/baru.html").body == b"baru"
    finally:
        (ready / "next").symlink_to("releases/1")
        (ready / "next").replace(ready / "current")


def test_no_location_drops_the_headers():
    text = re.sub(r"#.*", "", (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8"))
    blocks = re.findall(r"location [^{]*\{([^}]*)\}", text)
    assert len(blocks) >= 5
    assert [block for block in blocks if "add_header" in block] == []


def test_in_a_subfolder_it_serves_the_same(ready: Path, tmp_path: Path):
    """The commands of deploy/README.md, with the folders of this test."""
    told = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
    (commands,) = re.findall(r"^  ```sh\n(.*?/srv/www/inovasi\n.*?)^  ```", told, re.MULTILINE | re.DOTALL)
    config, before = tmp_path / "portal.conf", ready / "previous" / "aset"
    shutil.copy(CONFIGURATION, config)
    before.mkdir(parents=True, exist_ok=True)
    (before / "lama.css").write_text("p { color: black }", encoding="utf-8")
    for old, new in (
        ("sudo ", ""),
        ("/etc/nginx/sites-enabled/portal.conf", str(config)),
        (" /srv/www", f" {tmp_path}/www"),
        ("ln -s /srv/portal", f"ln -s {ready}"),
    ):
        commands = commands.replace(old, new)
    subprocess.run(["sh", "-e", "-c", commands], check=True)
    with running(config.read_text(encoding="utf-8"), ready, tmp_path) as server:
        assert server.ask("/inovasi").headers["location"] == "/inovasi/"
        assert server.ask("/inovasi/kontak/").body == (server.site / "kontak" / "index.html").read_bytes()
        assert server.ask("/inovasi/tidak/ada").body == (server.site / "404.html").read_bytes()
        (style,) = (server.site / "aset").glob("portal.*.css")
        assert server.ask(f"/inovasi/aset/{style.name}").headers["cache-control"].endswith("immutable")
        assert server.ask("/inovasi/data/tidak.json").headers["access-control-allow-origin"] == "*"
        hidden = ("SHA256SUMS", "_headers", ".server/headers.conf", ".env", "index.html.br")
        assert {server.ask(f"/inovasi/{name}").status for name in hidden} == {404}
        assert b"Expires: " in server.ask("/.well-known/security.txt").body
        assert server.ask("/inovasi/aset/lama.css").status == 200, "of the release before"
