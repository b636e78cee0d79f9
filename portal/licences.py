"""Whose work the portal is made with: the licences of the fonts and of the locked packages, as one page.

For whoever must say that the agency may use all of it. Derived from the lock file and from what the packages say about
themselves; `portal derive` writes it again, and a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Final

from portal.bill import LOCK, packages

PAGE: Final = Path("THIRD-PARTY.md")
_FONTS: Final = Path(__file__).parent / "fonts"
_NAMES: Final = {  # what packages write who do not use the SPDX licence list (spdx.org/licenses)
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_LEAD: Final = """\
# Third-party work

Derived from `requirements.lock` and `portal/fonts/`; write it again with `python3 run.py derive`.

## Fonts

They stand inside the PDF files, so their licence goes out with every sheet. A part of
`PlusJakartaSans_800ExtraBold.ttf` is the face of headings on the web, `docs/aset/judul.*.woff2`; its licence stands in
the file.

"""
_PACKAGES: Final = """
## Packages

They build the site and are no part of it: `site/` holds none of their code. What each is for stands in
`pyproject.toml`; the versions and digests, in `requirements.lock` and in the site's `.server/sbom.cdx.json`.

"""


def page(root: Path) -> str:
    """Return the page for the project `root`. Raises `PackageNotFoundError` when a locked package is not installed."""
    names = sorted({one.name for one in packages((root / LOCK).read_text(encoding="utf-8"))})
    return _LEAD + "".join(_fonts()) + _PACKAGES + "".join(f"- {name}: {licence(name)}\n" for name in names)


def _fonts() -> Iterator[str]:
    """Yield a line for each font file; a family's licence is the file `OFL-<family>.txt` beside it."""
    for font in sorted([*_FONTS.glob("*.ttf"), *_FONTS.glob("*.otf"), *_FONTS.glob("*.woff2")]):
        family = font.stem.partition("_")[0].partition("-")[0]
        text = _FONTS / f"OFL-{family}.txt"
        if "SIL OPEN FONT LICENSE Version 1.1" not in text.read_text(encoding="utf-8"):
            raise ValueError(text)
        yield f"- `{font.name}`: OFL-1.1 ([text](portal/fonts/{text.name}))\n"


def licence(name: str) -> str:
    """Return what an installed package says its licence is, as an SPDX expression where it can be told."""
    said = metadata(name)
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if "License" in line]
    candidates = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or []), *classified]
    short = [one for one in candidates if one != "UNKNOWN" and re.fullmatch(r"[\w.+ ()-]{2,60}", one)]
    return _NAMES.get(short[0], short[0]) if short else "?"
