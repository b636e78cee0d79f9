"""The Content-Security-Policy as nginx sends it, in Chromium: no page of any kind breaks it, and it does bite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.test_nginx import Server, nginx, ready

__all__ = ["nginx", "ready"]  # fixtures

pytestmark = pytest.mark.browser

WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def page_types(site: Path) -> list[str]:
    """Every page at the top, and one or two of each folder: the first and the last by name, and the 404 page."""
    found = ["tidak/ada"]
    for folder in sorted({path.parent.parent for path in site.rglob("index.html")}):
        pages = sorted(path.parent for path in folder.glob("*/index.html"))
        chosen = pages if folder == site else {pages[0], pages[-1]}
        found += [f"{path.relative_to(site).as_posix()}/" for path in chosen]
    return ["", "cari/#q=katarak", *found]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(ignore_https_errors=True)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_no_page_type_breaks_the_policy(page: Page, nginx: Server):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    names = page_types(nginx.site)
    assert len(names) > 12
    broken = []
    for name in names:
        answer = page.goto(f"https://127.0.0.1:{nginx.port}/{name}", wait_until="load")
        assert answer is not None
        assert "content-security-policy" in answer.headers
        page.wait_for_timeout(50)
        broken += [f"{name}: {one}" for one in page.evaluate("violations")]
    assert broken == []
    mentioned = [text for text in said if "Content Security Policy" in text or "Permissions-Policy" in text]
    assert mentioned == []


def test_the_policy_stops_what_hostile_text_would_do(page: Page, nginx: Server):
    page.goto(f"https://127.0.0.1:{nginx.port}/")
    page.evaluate(
        """() => {
          window.ran = [];
          document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='ran.push(1)'><p style='color:red'>x</p>");
          const script = document.createElement("script");
          script.textContent = "ran.push(2)";
          document.body.append(script);
          const far = document.createElement("script");
          far.src = "https://contoh.invalid/x.js";
          document.body.append(far);
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("ran") == []
    kinds = {one.split()[0] for one in page.evaluate("violations")}
    assert {"script-src-attr", "script-src-elem", "style-src-attr"} <= kinds
