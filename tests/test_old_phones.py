"""What the published scripts and style sheet must not use, since phones of 2019 do not know it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from portal.engine import Engine
from portal.offline import WORKER

# One such word and a script does not run at all, or stops in the middle. The number is Chrome's first version with it.
NEW_SCRIPT = {
    "80: optional chaining": r"\w\?\.\D|\)\?\.",
    "80: ??": r"\?\?",
    "66: catch without a name": r"\bcatch \{",
    "62 (Safari 16.4): lookbehind": r"\(\?<[=!]",
    "64: property of a character": r"\\p\{",
    "60: spread in an object": r"\{ ?\.\.\.",
    "69: flat": r"\.flat(Map)?\(",
    "73: fromEntries, matchAll": r"\.(fromEntries|matchAll)\(",
    "85: replaceAll, ||=": r"\.replaceAll\(|(\|\||&&)=",
    "86: replaceChildren": r"\.replaceChildren\(",
    "92: at": r"\.at\(",
    "97: findLast": r"\.findLast",
}
NEW_STYLE = {
    "88: :is": r":(is|where|has)\(",
    "87: logical sides": r"(padding|margin|inset|border)-(inline|block)",
    "87: inset": r"\binset\s*:",
    "104: range of a screen": r"@media[^{]*[<>]",
    "111: mixed and other colours": r"color-mix\(|light-dark\(|oklch\(",
    "112: nesting": r"\{[^{}]*&",
}


def used(text: str, new: dict[str, str]) -> list[str]:
    return [name for name, pattern in new.items() if re.search(pattern, text)]


@pytest.mark.parametrize("engine", Engine)
def test_scripts_are_understood_by_phones_of_2019(built: dict[Engine, Path], engine: Engine):
    scripts = [built[engine] / WORKER, *(built[engine] / "aset").glob("*.js")]
    assert len(scripts) == 4
    assert {path.name: found for path in scripts if (found := used(path.read_text("utf-8"), NEW_SCRIPT))} == {}


@pytest.mark.parametrize("engine", Engine)
def test_the_style_sheet_is_understood_by_phones_of_2019(built: dict[Engine, Path], engine: Engine):
    """A grid whose columns are not understood has one column; any other value that is new follows a plain one."""
    (sheet,) = (built[engine] / "aset").glob("portal.*.css")
    text = sheet.read_text("utf-8")
    assert used(text, NEW_STYLE) == []
    alone = []
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        known = set()
        for name, value in (one.strip().split(":", 1) for one in body.split(";") if ":" in one):
            if not re.search(r"\b(min|max|clamp)\(", value) or name == "grid-template-columns":
                known.add(name)
            elif name not in known:
                alone.append(f"{rule.strip()}: {name}")
    assert alone == []


@pytest.mark.browser
@pytest.mark.parametrize("engine_script", ["(() => { a?.?.b })();", "throw new Error('too old');"])
def test_a_phone_too_old_for_the_search_is_told_and_led_to_the_list(browser: Browser, address: str, engine_script: str):
    page = browser.new_page()
    page.route("**/cari-mesin*.js", lambda route: route.fulfill(body=engine_script, content_type="text/javascript"))
    page.goto(f"{address}cari/")
    page.locator("#cari").fill("pikun")
    expect(page.locator(".cari-keadaan")).to_contain_text("Tombol Cari membuka daftar A sampai Z")
    page.get_by_role("button", name="Cari").click()
    expect(page.locator("h1")).to_have_text("Daftar A sampai Z")
    assert "pikun" not in page.url
    page.close()
