"""The bill of materials: what the portal is built with and from, for whoever must answer "are we affected?".

CycloneDX 1.6 as JSON, from the lock file alone: the same lock file gives the same bytes.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from portal import __version__

LOCK: Final = "requirements.lock"
_PINNED: Final = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_DIGEST: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the lock file, and the digests of the files it may be installed from."""

    name: str
    version: str
    digests: tuple[str, ...]


def packages(lock: str) -> Iterator[Package]:
    """Yield the packages of a lock file's text, in its order."""
    found = list(_PINNED.finditer(lock))
    for one, following in zip(found, [*found[1:], None], strict=True):
        block = lock[one.end() : following.start() if following else len(lock)]
        yield Package(one[1], one[2], tuple(_DIGEST.findall(block)))


def bill(lock: str) -> dict[str, Any]:
    """Return the bill of materials of a lock file's text."""
    components = [_component(one) for one in packages(lock)]
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, content).urn,
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": "portal-inovasi",
                "name": "portal-inovasi",
                "version": __version__,
            },
        },
        "components": components,
        "dependencies": [{"ref": "portal-inovasi", "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _component(package: Package) -> dict[str, Any]:
    address = f"pkg:pypi/{package.name}@{package.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
        "scope": "excluded",  # builds the site, is no part of it
        "properties": [{"name": "portal:sha256", "value": digest} for digest in package.digests],
    }


def write(root: Path, target: Path) -> None:
    """Write the bill of materials of the project `root` to `target`; without a lock file there is none to write."""
    if (root / LOCK).is_file():
        found = bill((root / LOCK).read_text(encoding="utf-8"))
        target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")
