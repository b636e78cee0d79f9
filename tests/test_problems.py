"""Problems as text, as annotations, as JSON."""

from __future__ import annotations

import json

import pytest

from portal.problems import SHOWN, Format, Place, Problem, in_order, quoted_line, tell
from portal.wording import WORDS


def problem(kind: str = "text_empty", line: int = 3, text: str = "  nama: x", **params: str) -> Problem:
    return Problem(kind, Place("data/a.yaml", line, 9, 1), "Okata", text, {"isian": "nama", **params})


def test_one_problem_as_text():
    assert tell([problem()]) == (
        'galat: isian "nama" kosong\n'
        " --> data/a.yaml:3:9  Okata\n"
        "  |\n"
        "3 |   nama: x\n"
        "  |         ^\n"
        "  = bantuan: isi, atau hapus baris ini\n"
        "\n"
        "1 galat ditemukan. Tidak ada halaman yang diubah."
    )


def test_a_problem_of_the_whole_file_has_no_line():
    text = tell([Problem("file_missing", Place("data/a.yaml"))])
    assert text.startswith("galat: berkas ini tidak ada\n --> data/a.yaml\n  = bantuan:")


def test_warnings_alone_change_nothing():
    assert tell([problem("stale", hari="200")]).endswith("1 peringatan ditemukan.")


def test_at_most_twenty_are_shown_and_the_rest_counted():
    text = tell([problem(line=number) for number in range(1, 31)])
    assert text.count("galat: ") == SHOWN
    assert f"… dan {30 - SHOWN} lagi" in text
    assert text.endswith("30 galat ditemukan. Tidak ada halaman yang diubah.")


def test_warnings_do_not_push_an_error_off_the_screen():
    text = tell([*(problem("stale", number, hari="200") for number in range(1, 31)), problem(line=40)])
    assert "data/a.yaml:40:9" in text


def test_nothing_in_the_data_steers_the_terminal():
    text = tell([problem("choice", text="  nama: \x1b[31mX\u202e\x07", isi="\x1b[2J", pilihan="a")])
    assert not set("\x1b\u202e\x07") & set(text)
    assert "nama: ·[31mX··" in text


def test_colour_only_when_asked():
    assert "\x1b[" not in tell([problem()])
    assert tell([problem()], color=True).startswith("\x1b[1;31mgalat\x1b[0m: ")


def test_the_mark_stands_under_wide_letters():
    text, mark = quoted_line("  nama: 漢字 x", 9, 2)
    assert (text, mark) == ("  nama: 漢字 x", "        ^^^^")


def test_a_long_line_is_cut_around_the_mark():
    text, mark = quoted_line("a" * 500 + "X" + "b" * 500, 501, 1)
    assert text[mark.index("^")] == "X"
    assert len(text) < 200
    assert text.startswith("…")
    assert text.endswith("…")


def test_annotations_escape_what_ends_them():
    text = tell([problem("choice", isi="100%\n::error::x", pilihan="a")], Format.GITHUB)
    assert text.startswith("::error file=data/a.yaml,line=3,col=9,endColumn=10::")
    assert "\n" not in text
    assert "100%25·::error" in text


def test_json_is_a_list_of_objects():
    (found,) = json.loads(tell([problem()], Format.JSON))
    assert found["kind"] == "text_empty"
    assert (found["path"], found["line"], found["column"]) == ("data/a.yaml", 3, 9)
    assert found["severity"] == "error"
    assert tell([], Format.JSON) == "[]"


def test_one_problem_per_place_in_the_order_of_the_file():
    first, second = problem(line=2), problem("list_empty", line=2)
    assert in_order([problem(line=5), first, second]) == (first, problem(line=5))


@pytest.mark.parametrize("kind", WORDS)
def test_braces_in_the_data_are_only_text(kind: str):
    from portal.problems import blanks

    words = WORDS[kind]
    names = set().union(*(blanks(text) for text in (words.title, *words.helps)))
    one = Problem(kind, Place("a", 1, 1), params=dict.fromkeys(names, "{0.__class__} {x}"))
    assert tell([one])
