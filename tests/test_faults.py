"""What is wrong with pages is said in words, with the file and the line."""

from __future__ import annotations

import shutil
from pathlib import Path

import jinja2
import pytest

from portal.faults import FAULTS, said
from portal.handwritten import PageError, texts
from tests.conftest import run


def test_a_template_with_a_slip_is_named_with_its_line(tmp_path: Path):
    (tmp_path / "kartu.j2").write_text("satu\n{% if %}\n", encoding="utf-8")
    with pytest.raises(FAULTS) as caught:
        jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), autoescape=True).get_template("kartu.j2")
    assert said(caught.value).startswith("Templat kartu.j2, baris 2: ")


def test_a_value_that_a_template_lacks_is_said():
    with pytest.raises(FAULTS) as caught:
        jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True).from_string("{{ nama }}").render()
    assert said(caught.value) == "Templat: 'nama' is undefined"


def test_the_first_reason_of_many_files_is_said():
    assert said(shutil.Error([("a", "b", "Disk penuh"), ("c", "d", "lain")])) == "Disk penuh"
    assert said(FileNotFoundError(2, "Tidak ada", "a/b.md")) == "a/b.md: Tidak ada"


def test_a_page_that_is_no_utf_8_is_named_with_its_line(tmp_path: Path):
    (tmp_path / "tentang.md").write_bytes(b"---\ntitle: Tentang\n---\n\nCaf\xe9\n")
    with pytest.raises(PageError, match=r"tentang\.md, baris 5: ada huruf yang tidak terbaca"):
        list(texts(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("docs/tentang.md", b"---\ntitle: Tentang\n---\n\nCaf\xe9\n", "tentang.md, baris 5"),
        ("docs/lebih/dalam.md", b"# Caf\xe9\n", "dalam.md, baris 1"),
        ("mkdocs.yml", b"nav: [\n", "mkdocs.yml tidak terbaca"),
    ],
)
def test_a_build_with_such_a_page_ends_in_words(project: Path, name: str, content: bytes, told: str):
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(content)
    done = run(project, "build", "--no-papers")
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
