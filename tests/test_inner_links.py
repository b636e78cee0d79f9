"""Links that people wrote: told with their place when they lead nowhere, and with what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.handwritten import PageError
from portal.inner_links import check, menu, targets

TEXT = """\
# Uji

[ada](lain.md#bagian), [luar](https://contoh.go.id/x.md), [di sini](#uji), `[kode](x.md)`
![gambar](aset/tak.png "Judul")

```
[kode](y.md)
```

[rujukan]: <lan.md>
"""
NOTHING = "tidak ada di situs ini; betulkan namanya, atau hapus tautannya."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(
        "# é lain.md\nnav:\n- Uji: uji.md\n- Lagi:\n  - Lain: lain.md  # lagi\n  - Luar: https://contoh.go.id/\n",
        encoding="utf-8",
    )
    (tmp_path / "docs" / "dalam").mkdir(parents=True)
    for name in ("uji.md", "dalam/uji.md"):
        (tmp_path / "docs" / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "docs" / "lain.md").write_text("# Lain\n", encoding="utf-8")
    return tmp_path


def told(root: Path, *pages: str) -> list[str]:
    docs = root / "docs"
    with pytest.raises(PageError) as caught:
        check(root, docs, pages, lambda path: (docs / path).is_file())
    return str(caught.value).split("\n")


def test_each_link_to_nothing_is_told_with_what_may_be_meant(root: Path):
    assert told(root, "uji.md") == [
        f'docs/uji.md, baris 4, kolom 11: "aset/tak.png" {NOTHING}',
        'docs/uji.md, baris 10, kolom 13: "lan.md" tidak ada di situs ini; tulis: lain.md.',
    ]


def test_what_is_meant_is_written_from_the_page(root: Path):
    (root / "docs" / "dalam" / "uji.md").write_text("[x](../lian.md)\n", encoding="utf-8")
    assert told(root, "dalam/uji.md") == [
        'docs/dalam/uji.md, baris 1, kolom 5: "../lian.md" tidak ada di situs ini; tulis: ../lain.md.'
    ]


def test_a_menu_that_leads_nowhere_is_told(root: Path):
    (root / "docs" / "lain.md").unlink()
    assert told(root) == [f'mkdocs.yml, baris 5, kolom 11: "lain.md" {NOTHING}']


def test_links_and_a_menu_that_lead_to_files_pass(root: Path):
    check(root, root / "docs", ["lain.md"], lambda path: (root / "docs" / path).is_file())
    assert list(menu(root)) == ["uji.md", "lain.md", "https://contoh.go.id/"]


def test_targets_are_paths_below_docs():
    assert list(targets("[a](../b%20c.md) [d](e.md#f)", "g/h/i.md")) == ["g/b c.md", "g/h/e.md"]
