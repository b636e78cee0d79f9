"""The real yaml-language-server, driven over its protocol: completion, help, messages and quick fixes in Indonesian.

Skipped where it is not installed (`tests/npm/package.json` names it), but never in CI.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mistakes import VALID

ROOT = Path(__file__).parent.parent
SERVER = shutil.which("yaml-language-server")
TEXT = VALID.read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(
    SERVER is None and not os.environ.get("CI"), reason="yaml-language-server is not installed"
)


class Server:
    """A language server on a pipe, with the settings that the project gives to VS Code."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.numbers = itertools.count(1)
        schema = (ROOT / "data/schema/innovations.json").as_uri()
        self.settings = {"schemas": {schema: "*.yaml"}, "schemaStore": {"enable": False}, "validate": True}
        self.settings |= {"completion": True, "hover": True}
        self.ask(
            "initialize",
            {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": {"workspace": {"configuration": True}}},
        )
        self.say("initialized", {})
        self.say("workspace/didChangeConfiguration", {"settings": {"yaml": self.settings}})

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def say(self, method: str, params: Any) -> None:
        self.send(method=method, params=params)

    def ask(self, method: str, params: Any) -> Any:
        number = next(self.numbers)
        self.send(id=number, method=method, params=params)
        return self.until(lambda message: message.get("id") == number and "method" not in message)["result"]

    def until(self, wanted: Any) -> Any:
        while not wanted(message := self.receive()):
            if "id" in message and "method" in message:
                items = message.get("params", {}).get("items", []) if "configuration" in message["method"] else None
                answer = items and [self.settings if item.get("section") == "yaml" else {} for item in items]
                self.send(id=message["id"], result=answer)
        return message

    def receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server stopped"
        return json.loads(self.process.stdout.read(length))

    def open(self, name: str, text: str) -> tuple[dict[str, str], list[Any]]:
        """Open a document and return it with what the server says about it."""
        uri = f"file:///{name}-{next(self.numbers)}.yaml"
        self.say(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
        )
        method = "textDocument/publishDiagnostics"
        told = self.until(lambda one: one.get("method") == method and one["params"]["uri"] == uri)
        return {"uri": uri}, told["params"]["diagnostics"]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    assert SERVER
    with subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Server(process)
        process.kill()


def test_the_real_data_has_no_remark(server: Server):
    _, told = server.open("real", (ROOT / "data/innovations.yaml").read_text(encoding="utf-8"))
    assert told == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("syarat:", "syart:", 13, "Ada isian yang tidak dikenal"),
        ("- lansia", "- lansiaa", 6, "Pilih salah satu: disabilitas"),
        ("id: jalan-setia", "id: Jalan Setia", 25, "Kode hanya boleh berisi huruf kecil"),
        ("sasaran: [lansia]", "sasaran: lansia", 29, "Di sini harus butir"),
        ("1905", "seribu", 17, "Di sini harus angka"),
        ("  nama: Jalan Setia\n", "", 25, "isian wajib yang belum ditulis"),
    ],
)
def test_a_mistake_is_told_in_indonesian(old: str, new: str, line: int, words: str, server: Server):
    _, told = server.open(f"a{line}", TEXT.replace(old, new, 1))
    assert [(one["range"]["start"]["line"] + 1, words in one["message"]) for one in told] == [(line, True)]


def test_a_misspelt_field_can_be_mended_with_one_click(server: Server):
    document, told = server.open("fix", TEXT.replace("syarat:", "syart:"))
    place = {"textDocument": document, "range": told[0]["range"], "context": {"diagnostics": told}}
    assert "syarat" in [action["title"] for action in server.ask("textDocument/codeAction", place)]


def test_fields_are_offered_with_their_help(server: Server):
    document, _ = server.open("offer", TEXT.replace("  terkait", "  \n  terkait", 1))
    position = {"line": TEXT[: TEXT.index("  terkait")].count("\n"), "character": 2}
    found = server.ask("textDocument/completion", {"textDocument": document, "position": position})
    offered = {item["label"]: item.get("documentation", "") for item in found["items"]}
    assert "Langkah demi langkah" in str(offered["cara"])
    assert "syarat" not in offered


def test_a_field_explains_itself(server: Server):
    document, _ = server.open("hover", TEXT)
    told = server.ask("textDocument/hover", {"textDocument": document, "position": {"line": 3, "character": 5}})
    assert "Satu atau dua kalimat" in str(told["contents"])
