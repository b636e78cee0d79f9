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


def test_letters_that_no_font_has():
    assert letters.without_font().findall("Salam 😀😀 ꦱ – “baik”\u202f") == ["😀😀", "ꦱ", "\u202f"]
    assert letters.without_font().search("dua\nbaris\tkata\r") is None


def test_lines_break_where_words_end():
    assert letters.words("") == []
    assert letters.words(" satu  dua\nRT/RW 6–20 a-b ") == ["satu", "dua", "RT/", "RW", "6–", "20", "a-", "b"]


def test_digits_are_as_wide_as_their_own_face():
    assert letters.width("0") == letters.letters()["0"][0] / 1000
    assert letters.width("mi") > letters.width("i")
    assert letters.width("m", display=True) != letters.width("m")
