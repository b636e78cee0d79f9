"""A generated file, and how a Markdown page is made from a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from portal.folders import Content
from portal.marks import apart
from portal.opendata.publication import FOLDER
from portal.rendering import render, verbatim

MARK: Final = "Dibuat otomatis dari folder data/. Jangan disunting di sini: perubahan akan hilang."
FEED: Final = f"{FOLDER}/perubahan.atom"


@dataclass(frozen=True, slots=True)
class Page:
    """A file to write: its path below `docs/` with forward slashes, and its bytes.

    A text that people could take for their own holds `MARK` near its start. A page that a template made comes with its
    `skeleton` and `values` (see `marks.Parts`), and with the id of its record, or nothing, as `key`. What grows
    with the records and is no page comes as `long`, in pieces that can be gone through again, and has no `content`.
    """

    path: str
    content: bytes
    skeleton: str = ""
    values: Sequence[str] = ()
    key: str = ""
    long: Iterable[bytes] = ()

    @property
    def held(self) -> Content:
        """What the file holds."""
        return self.long or self.content


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's front matter: title, description, class names for the theme, and linked data.

    `linked_data` is a JSON-LD object for search engines, empty for pages that describe no service. `picture` is the
    name of the file in `bagikan/` that a shared link shows; without one it shows the portal's own. `feed` is the path
    of the feed that programs of readers find by the page.
    """

    title: str
    description: str
    classes: str = ""
    linked_data: Mapping[str, object] = field(default_factory=dict)
    picture: str = ""
    feed: str = ""


def markdown(path: str, head: Head, template: str, /, key: str = "", **values: object) -> Page:
    """Render `portal/templates/pages/<template>` under its front matter.

    `key` is the id of the record whose page it is; it stands in the path. The template may ask for `up`, the way from
    the page's folder back to `docs/` (empty or a run of `../`).
    """
    up = verbatim("../" * path.count("/"))
    front = render("parts/front_matter.md.j2", mark=MARK, head=head)
    text = f"{front}\n{render(f'pages/{template}', up=up, **values)}"
    parts = apart(text)
    return Page(path, parts.markdown.encode(), parts.skeleton, parts.values, key)
