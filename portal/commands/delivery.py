"""The verbs for whoever hands the portal on: verify, publish, rollback, sheet, links."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from portal.calling import called
from portal.commands.project import Stop, project_root, today

if TYPE_CHECKING:
    from portal.catalogue import Catalogue
    from portal.releases import Release


def verify(chosen: argparse.Namespace) -> int:
    """Compare a published folder with its manifest."""
    from portal.manifest import ManifestError
    from portal.manifest import verify as compare

    try:
        verdict = compare(chosen.site)
    except ManifestError as error:
        raise Stop(str(error), 1) from error
    print(verdict)
    return 0 if verdict.whole else 1


def publish(chosen: argparse.Namespace) -> int:
    """Make a built site the current release of a folder on this machine."""
    from portal import releases
    from portal.manifest import ManifestError

    try:
        _tell(releases.publish(chosen.site_dir, chosen.place, chosen.keep))
    except (releases.ReleaseError, ManifestError) as error:
        raise Stop(str(error), 1) from error
    except OSError as error:
        raise Stop(f"{chosen.place}: {error.strerror or error}. Yang tampil tidak berubah.", 1) from error
    return 0


def rollback(chosen: argparse.Namespace) -> int:
    """Show the release before the current one again."""
    from portal import releases
    from portal.manifest import ManifestError

    try:
        _tell(releases.rollback(chosen.place, chosen.to))
    except (releases.ReleaseError, ManifestError) as error:
        raise Stop(str(error), 1) from error
    return 0


def _tell(release: Release) -> None:
    print(f"Terbitan {release.number:04d} tampil.")
    if release.new_headers:
        print("Header berubah. Jalankan: sudo systemctl reload nginx")


def sheet(chosen: argparse.Namespace) -> int:
    """Write the spreadsheet for the head of a unit who checks the texts."""
    from portal.spreadsheet import write

    try:
        write(_catalogue(), chosen.file)
    except OSError as error:
        raise Stop(
            f"{chosen.file}: {error.strerror}. Bila berkasnya sedang terbuka di Excel, tutup dulu.", 1
        ) from error
    print(f"Lembar periksa siap: {chosen.file}")
    return 0


def links(chosen: argparse.Namespace) -> int:
    """Ask for the outside links of the data, and say which lead nowhere."""
    from portal.links import check

    if os.environ.get("CI") and not chosen.force:
        raise Stop(f"Di CI tautan luar tidak diperiksa. Bila memang perlu: {called('links --force')}", 2)
    report = check(_catalogue(), project_root() / ".cache" / "links.json", today(), say=print)
    print(report)
    if chosen.output:
        chosen.output.write_text(f"{report}\n", encoding="utf-8")
    return 1 if report.rotten else 0


def _catalogue() -> Catalogue:
    from portal.generation import DataError, read, workspace
    from portal.problems import tell

    try:
        return read(workspace(project_root()), today())[0]
    except DataError as error:
        raise Stop(tell(error.problems), 1) from error
