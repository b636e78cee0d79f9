"""What an administrator needs beside the pages: headers, small copies, readable files, a bill of materials, a manifest.

It runs on the finished folder, before it is published. The manifest comes last: it covers everything.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from portal import bill, folders, manifest
from portal.compression import compress
from portal.headers import SERVER, Inline, write_headers

FOLDER: Final = 0o755
FILE: Final = 0o644


def prepare(site: Path, root: Path, found: Inline | None = None, before: Path | None = None) -> None:
    """Make a built site ready for any web server. `root` is the project, whose lock file the bill of materials reads.

    `found` is what the pages hold inside themselves, where that is known; small copies of files that are as they were
    come from `before`, an earlier build. Raises `InlineError` when a page holds inline code, and `OSError`.
    """
    write_headers(site, found)
    bill.write(root, site / SERVER / "sbom.cdx.json")
    compress(site, before)
    settle(site)
    manifest.write(site)
    (site / manifest.NAME).chmod(FILE)


def settle(site: Path) -> None:
    """Let everyone read the site, whatever the umask of the person who built it: the web server is another user."""
    for folder, _, names in os.walk(site):
        folders.permit(folder, FOLDER)
        for name in names:
            folders.permit(f"{folder}/{name}", FILE)
