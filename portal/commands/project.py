"""Where a command runs and when, and how it ends early."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path


class Stop(Exception):  # noqa: N818
    """The command ends here: `args` holds the words and the exit code."""


def project_root() -> Path:
    """Find the project: the nearest folder, from here upwards, that holds `mkdocs.yml`. Raises `Stop` without one."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise Stop("Tidak ada mkdocs.yml di sini. Jalankan perintah ini di dalam folder portal.", 2)


def today() -> date:
    """Return the day of the machine's clock, where the person is, or of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    if (given := os.environ.get("SOURCE_DATE_EPOCH", "")).isdigit():
        return datetime.fromtimestamp(int(given), UTC).date()
    return date.today()  # noqa: DTZ011
