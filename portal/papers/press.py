"""The press: from a layout and its data to a finished PDF. The only module that knows Typst and pikepdf.

Both are imported on the first sheet that has to be printed anew, never before. Data reach a layout as JSON, so a text
can hold anything and stays text. Fonts are those of `portal/fonts` alone, and the time written into a file is that of
its record, so the same data give the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from portal.papers.letters import TABLE, without_font

if TYPE_CHECKING:
    import pikepdf
    import typst

LAYOUTS: Final = Path(__file__).parent.parent / "templates" / "print"
FONTS: Final = Path(__file__).parent.parent / "fonts"
POINTS_PER_INCH: Final = 72
STANDARDS: Final = ("a-2a", "ua-1")  # archival and accessible: Typst refuses to write a file that is not


class Duplex(StrEnum):
    """How a sheet is printed on both sides, as a hint for the print dialogue (PDF 32000-1, table 150)."""

    NONE = "Simplex"
    LONG_EDGE = "DuplexFlipLongEdge"
    SHORT_EDGE = "DuplexFlipShortEdge"


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF or picture, its number of pages, and how a layout decided to set it (`plan`, else empty)."""

    content: bytes
    pages: int
    plan: Mapping[str, Any]


class PaperError(Exception):
    """A sheet or picture could not be made; `str` says why to staff."""


_UNFIT: Final = "tata letaknya tidak bisa memuat isi data"


def _reason(error: Exception) -> str:
    """Say why in words: a layout says itself that a text has no room, anything else is no fault of the text."""
    before, said, words = str(error).partition("assertion failed: ")
    first, _, _ = (words if said else before).partition("\n")
    return first if said else f"{_UNFIT} ({first})"


@cache
def foundation() -> str:
    """Return a hash over everything but the data that decides the bytes of a sheet."""
    digest = hashlib.sha256(" ".join((*STANDARDS, *map(version, ("typst", "pikepdf", "segno")))).encode())
    own = (Path(__file__), Path(__file__).with_name("marks.py"), TABLE)
    for path in (*sorted(LAYOUTS.glob("*.typ")), *sorted(FONTS.glob("*.ttf")), *own):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def typeset(layout: str, data: Mapping[str, Any], day: str, duplex: Duplex, *, spreads: bool = False) -> Printed:
    """Print `data` with `portal/templates/print/<layout>.typ`, dated `day` (`YYYY-MM-DD`).

    `spreads` asks viewers to show facing pages. Raises `PaperError` when the layout cannot hold the data.
    """
    import typst

    compiler = _compiler()
    try:
        raw = compiler.compile(
            input=LAYOUTS / f"{layout}.typ",
            sys_inputs={"data": _told(data)},
            format="pdf",
            pdf_standards=list(STANDARDS),
            timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
        )
        found = json.loads(compiler.query("<plan>", field="value"))
    except (typst.TypstError, RuntimeError) as error:
        raise PaperError(_reason(error)) from error
    if not isinstance(raw, bytes):
        raise PaperError(_UNFIT)
    return _finished(raw, found[0] if len(found) == 1 else {}, duplex, spreads=spreads)


def draw(layout: str, data: Mapping[str, Any]) -> Printed:
    """Draw `data` with `portal/templates/print/<layout>.typ` as one PNG picture, a pixel for each point of its page.

    Raises `PaperError` when the layout cannot hold the data.
    """
    import typst

    try:
        drawn = _compiler().compile(
            input=LAYOUTS / f"{layout}.typ", sys_inputs={"data": _told(data)}, format="png", ppi=POINTS_PER_INCH
        )
    except (typst.TypstError, RuntimeError) as error:
        raise PaperError(_reason(error)) from error
    if not isinstance(drawn, bytes):
        raise PaperError(_UNFIT)
    return Printed(drawn, 1, {})


def _told(data: Mapping[str, Any]) -> str:
    """Write the data as JSON. The checks refuse letters that no font has; one that comes this far is printed as `?`."""
    return without_font().sub("?", json.dumps(data, ensure_ascii=False, sort_keys=True))


@cache
def _compiler() -> typst.Compiler:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=LAYOUTS, font_paths=fonts, ignore_system_fonts=True)


def _finished(raw: bytes, plan: Mapping[str, Any], duplex: Duplex, *, spreads: bool) -> Printed:
    """Pack a PDF tighter and tell the print dialogue: full size, and which edge to flip."""
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _hint(pdf, duplex, spreads=spreads)
        _end_clearly(pdf)
        packed = next(made for made in _packings(pdf) if not _ends_unclearly(made))
        return Printed(packed, len(pdf.pages), plan)


def _packings(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield the file as small as can be; one object more, which moves all others; and as it always ends clearly."""
    import pikepdf

    yield _saved(pdf, pikepdf.ObjectStreamMode.generate)
    pdf.Root["/ViewerPreferences"] = pdf.make_indirect(pdf.Root["/ViewerPreferences"])
    yield _saved(pdf, pikepdf.ObjectStreamMode.generate)
    yield _saved(pdf, pikepdf.ObjectStreamMode.disable)


def _saved(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    held = io.BytesIO()
    pdf.save(held, deterministic_id=True, object_stream_mode=mode)
    return held.getvalue()


def _ends_unclearly(pdf: bytes) -> bool:
    """Tell whether a stream ends in a carriage return: with the line feed behind it, it looks one byte shorter.

    ISO 19005-2, 6.1.7.1 wants the length of a stream to agree with the line end before `endstream`.
    """
    return b"\r\nendstream" in pdf


def _end_clearly(pdf: pikepdf.Pdf) -> None:
    """Change streams whose packed form, which ends in a checksum (RFC 1950), would end in a carriage return."""
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and zlib.adler32(content := item.read_bytes()) & 0xFF == _RETURN:
            drawn = "/Length1" not in item and item.get("/Subtype") in {None, pikepdf.Name.Form}
            item.write(content + b"\n" if drawn else content)


_RETURN: Final = 0x0D


def _hint(pdf: pikepdf.Pdf, duplex: Duplex, *, spreads: bool) -> None:
    import pikepdf

    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences["/PrintScaling"] = pikepdf.Name("/None")
    preferences["/Duplex"] = pikepdf.Name(f"/{duplex.value}")
    pdf.Root["/ViewerPreferences"] = preferences
    if spreads:
        pdf.Root["/PageLayout"] = pikepdf.Name("/TwoPageRight")
