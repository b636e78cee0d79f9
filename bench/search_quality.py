"""How well the search answers the questions of people, by kind, for both parts; with `--material`, the theme's own too.

python -m bench.search_quality [--material]

Prints figures alone: the sealed part is counted, never shown. Material's search is built from the same generated pages
and asked by typing into its box, which takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from portal.generation import generate, read, workspace
from tests.conftest import ROOT, TODAY, _served, copy_project
from tests.search.engine import Engine
from tests.search.questions import Answer, Question, by_kind, questions

PARTS = ("latih", "segel")


def tell(title: str, answers: Mapping[Question, Answer]) -> None:
    """Print one table."""
    print(f"\n{title}\n{'':16}{'n':>5}{'hit@1':>8}{'hit@3':>8}{'none':>8}{'MRR':>8}")
    for kind, one in by_kind(answers):
        print(f"{kind:16}{one.count:5}{one.first:8.1%}{one.three:8.1%}{one.nothing:8.1%}{one.reciprocal:8.3f}")


def material(browser: Browser, asked: tuple[Question, ...]) -> dict[Question, Answer]:
    """Type questions into Material's own search box, on a site of the same pages."""
    with tempfile.TemporaryDirectory() as name:
        project = copy_project(Path(name) / "project")
        generate(read(workspace(ROOT), TODAY)[0], project)
        (project / "docs" / "cari.md").unlink()  # it needs this portal's own template
        theme = {"name": "material", "language": "id", "font": False}
        config = {
            "site_name": "x",
            "theme": theme,
            "plugins": ["search"],
            "markdown_extensions": ["attr_list", "md_in_html"],
        }
        (project / "material.yml").write_text(json.dumps(config), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "material.yml", "-d", "out"]
        subprocess.run(command, cwd=project, check=True)  # noqa: S603
        with _served(project / "out") as address:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.locator(".md-search__input").click()
            page.wait_for_timeout(1500)
            return {one: Answer((), _typed(page, one)) for one in asked}


def _typed(page: Page, asked: Question) -> list[str]:
    page.locator(".md-search__input").fill(asked.typed)
    page.locator(".md-search__input").press("End")  # it listens to keys, not to input
    page.wait_for_timeout(350)
    links = page.locator(".md-search-result__link").evaluate_all("(all) => all.map((a) => new URL(a.href).pathname)")
    return list(dict.fromkeys(_named(link, asked) for link in links))


def _named(path: str, asked: Question) -> str:
    """Return the id behind a link; the page of all contacts counts as whichever contact is right."""
    parts = [part for part in path.split("/") if part]
    if parts == ["kontak"]:
        return next((one for one in asked.expected if one.startswith("kontak:")), "kontak")
    return parts[-1] if parts else ""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--material", action="store_true")
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        engine = Engine(browser.new_page(), read(workspace(ROOT), TODAY)[0])
        for part in PARTS:
            tell(f"{part}: this portal", engine.ask(questions(part)))
        if chosen.material:
            for part in PARTS:
                tell(f"{part}: Material", material(browser, questions(part)))


if __name__ == "__main__":
    main()
