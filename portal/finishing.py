"""After the engine, the same for both: what the theme leaves behind in pages that do not use it is taken away."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

# Fixed pieces of the theme's base document; none holds a value, and none nests in itself.
_LEFTOVERS: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r'<input class="md-toggle"[^>]*>',
        r'<label class="md-overlay"[^>]*></label>',
        r'<div data-md-component="(?:skip|announce)">.*?</div>',
        r'<div class="md-dialog"[^>]*>\s*<div[^>]*>\s*</div>\s*</div>',
    )
)
_BLANKS: Final = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


def finish(site: Path) -> None:
    """Clean every page of a built site in place, and remove the files of the theme that no page refers to.

    Raises `OSError` when a file cannot be read or written.
    """
    for page in sorted(site.rglob("*.html")):
        page.write_text(clean(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    shutil.rmtree(site / "assets", ignore_errors=True)  # the theme's own; ours stand in aset/
    (site / "search.json").unlink(missing_ok=True)  # Zensical's index for its own search box


def clean(html: str) -> str:
    """Return a page without the theme's unused elements and without blank lines."""
    for leftover in _LEFTOVERS:
        html = leftover.sub("", html)
    return _BLANKS.sub("\n", html).lstrip()
