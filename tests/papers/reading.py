"""Reading finished PDFs the way a reader's tools do: structure, text, boxes of words, letters, links, codes."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

MM = 72 / 25.4


def tool(name: str) -> str:
    """Return the path of a tool; a machine without it skips the test, but never in CI."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is missing; .ci/run installs it")
    if found is None:
        pytest.skip(f"{name} is not installed (Debian: apt-get install poppler-utils zbar-tools)")
    return found


def run(name: str, *words: str | Path) -> str:
    """Run a tool and return what it prints."""
    done = subprocess.run([tool(name), *map(str, words)], capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def flat(text: str) -> str:
    """Write a text without line breaks and double spaces."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Element:
    """A tagged element: its type and its text, as assistive technology meets it."""

    kind: str
    text: str


@cache
def structure(pdf: Path) -> list[Element]:
    """Return the headings, paragraphs and list items in reading order."""
    elements: list[Element] = []
    kind, pieces = "", [""]
    for line in run("pdfinfo", "-struct-text", pdf).splitlines():
        stripped = line.strip()
        if begun := re.match(r"(H[1-6]|P|Lbl|Caption)( |$|\()", stripped):
            elements.append(Element(kind, flat("".join(pieces))))
            kind, pieces = begun[1], [""]
        elif stripped.startswith('"'):
            pieces.append(stripped[1:-1])
    return [*elements[1:], Element(kind, flat("".join(pieces)))]


@dataclass(frozen=True)
class Word:
    """A word on a page (from 1) and its box, in points from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def words(pdf: Path) -> tuple[list[Word], list[tuple[float, float]]]:
    """Return all words and the sizes of the pages in points."""
    found: list[Word] = []
    sizes: list[tuple[float, float]] = []
    for line in run("pdftotext", "-bbox", pdf, "-").splitlines():
        numbers = [float(number) for number in re.findall(r'="([0-9.-]+)"', line)]
        if "<page " in line:
            sizes.append((numbers[0], numbers[1]))
        elif "<word " in line:
            text = re.sub(r"<[^>]+>", "", line).strip()
            left, top, right, bottom = numbers
            found.append(Word(len(sizes), left, top, right, bottom, text))
    return found, sizes


def misplaced(words: list[Word], sizes: list[tuple[float, float]], *, folded: bool) -> list[Word]:
    """Return the words that stand outside a page, or that a fold of the tri-fold would cross."""
    margin = 4 * MM
    found = []
    for word in words:
        width, height = sizes[word.page - 1]
        inside = margin < word.left < word.right < width - margin and margin < word.top < word.bottom < height - margin
        folds = () if not folded else (97, 197) if word.page == 1 else (100, 200)
        if not inside or any(word.left < fold * MM < word.right for fold in folds):
            found.append(word)
    return found


def overlaps(words: list[Word]) -> list[tuple[Word, Word]]:
    """Return the pairs of words whose middles are covered by the other: boxes of lines may touch, letters not."""
    found = []
    for number in {word.page for word in words}:
        on_page = sorted((word for word in words if word.page == number), key=lambda word: word.top)
        for index, one in enumerate(on_page):
            for other in on_page[index + 1 :]:
                if other.top >= one.bottom:
                    break
                shared = min(one.bottom, other.bottom) - max(one.top, other.top)
                beside = one.right <= other.left + 0.2 or other.right <= one.left + 0.2
                if not beside and shared > 0.45 * min(one.bottom - one.top, other.bottom - other.top):
                    found.append((one, other))
    return found


def links(pdf: Path) -> list[str]:
    """Return the words of each link, as assistive technology reads them out; those of its pictures do not count."""
    found: list[str] = []
    depth = -1
    for line in run("pdfinfo", "-struct-text", pdf).splitlines():
        indent = len(line) - len(line.lstrip())
        if line.lstrip().startswith("Link "):
            found.append("")
            depth = indent
        elif indent <= depth:
            depth = -1
        elif depth >= 0 and line.strip().startswith('"'):
            found[-1] += line.strip()[1:-1]
    return found


def font_sizes(pdf: bytes) -> Iterator[tuple[float, str]]:
    """Yield the size in points of each run of letters, and the letters."""
    found: list[tuple[float, str]] = []

    def note(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
        if text.strip():
            found.append((abs(size * tm[3] * cm[3]), text))

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=note)
    yield from found


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield each descendant font with its parent's dictionary as `Parent`."""
    for item in pdf.objects:
        if (
            isinstance(item, pikepdf.Dictionary)
            and item.get("/Type") == pikepdf.Name.Font
            and "/DescendantFonts" in item
        ):
            yield item


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Return the structure elements of one type."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name(f"/{kind}") and "/P" in item
    ]


def codes(pdf: Path, folder: Path) -> set[str]:
    """Return what the QR codes of all pages say, read from a bare black and white scan at 100 dots per inch."""
    run("pdftoppm", "-r", "100", "-mono", pdf, folder / "scan")
    scans = sorted(folder.glob("scan*.pbm"))
    assert scans
    done = subprocess.run(
        [tool("zbarimg"), "--quiet", "--raw", *map(str, scans)], capture_output=True, text=True, check=False
    )
    return set(done.stdout.split())
