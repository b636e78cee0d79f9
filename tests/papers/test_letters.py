"""The table of letters against the fonts it was made from."""

from __future__ import annotations

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from portal.papers import letters
from portal.papers.press import FONTS

TEXT, DISPLAY, DIGITS = (
    "AtkinsonHyperlegibleNext_400Regular",
    "PlusJakartaSans_800ExtraBold",
    "PlusJakartaSans_500Medium",
)


def measured() -> dict[str, tuple[int, int]]:
    """Return what the table should hold: letters of all fonts, with widths in thousandths of the type size."""
    fonts = {path.stem: TTFont(path) for path in FONTS.glob("*.ttf")}
    assert len(fonts) == 5
    maps = {name: font.getBestCmap() for name, font in fonts.items()}
    common = set.intersection(*map(set, maps.values()))

    def width(name: str, code: int) -> int:
        font = fonts[name]
        return int(round(font["hmtx"][maps[name][code]][0] * 1000 / font["head"].unitsPerEm))  # noqa: RUF046

    return {
        chr(code): (width(DIGITS if chr(code).isdecimal() else TEXT, code), width(DISPLAY, code))
        for code in sorted(common)
    }


def test_the_table_is_fresh():
    assert letters.letters() == measured()


def test_licences_stand_beside_the_fonts():
    families = {path.name.split("_")[0] for path in FONTS.glob("*.ttf")}
    assert families == {"AtkinsonHyperlegibleNext", "PlusJakartaSans"}
    for family in families:
        text = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_letters_that_no_font_has_are_named_once():
    assert list(letters.unprintable("Salam 😀😀 ꦱ – “baik”")) == ["😀", "ꦱ"]
    assert list(letters.unprintable("dua\nbaris")) == []


def test_lines_break_where_words_end():
    assert letters.lines("a", 1) == 1
    assert letters.lines("satu dua tiga", 100) == 1
    assert letters.lines("satu dua tiga", letters.width("satu dua")) == 2
    assert letters.lines("satu-dua", letters.width("satu-")) == 2
