"""Values are data: whatever they hold, they come out as letters."""

from __future__ import annotations

import html

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from portal.marks import TEXT, apart, plain
from portal.rendering import destination, environment, front_matter, inert, printed

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Surat pengantar (asli), kab/kota E-Rantang.", "Surat pengantar (asli), kab/kota E-Rantang."),
        ("1.905 orang, Jl. Raya No. 5", "1.905 orang, Jl. Raya No. 5"),
        ("2021. Tahun", "2021&#46; Tahun"),
        ("- butir", "&#45; butir"),
        ("<b>", "&#60;b&#62;"),
        ("{{ 7*7 }}", "&#123;&#123; 7&#42;7 &#125;&#125;"),
        ("[x](javascript:alert(1))", "&#91;x&#93;(javascript&#58;alert(1))"),
        ("dua\n\n# baris", "dua &#35; baris"),
    ],
)
def test_what_could_act_is_written_as_an_entity_and_plain_text_stays_plain(value: str, written: str):
    assert inert(value) == written


MARKDOWN_ACTS = st.text(alphabet=st.sampled_from("ab1 -+*_#>=~`|:!.()[]{}<>&\"'\\/^$%@,;?\n\t"), min_size=1)


@given(MARKDOWN_ACTS)
def test_markdown_shows_any_value_as_its_own_letters(value: str):
    flat = " ".join(value.split())
    for shape, before, after in (("- {}", "<ul>\n<li>", "</li>\n</ul>"), ("Awal {}", "<p>Awal ", "</p>")):
        if flat:
            written = markdown.markdown(shape.format(inert(value)), extensions=EXTENSIONS)
            assert html.unescape(written) == f"{before}{flat}{after}"


def test_markup_passes_and_a_missing_value_is_an_error():
    made = environment()
    assert made.from_string("{{ x }}").render(x=Markup("<b>")) == "<b>"
    with pytest.raises(UndefinedError):
        made.from_string("{{ nothing }}").render()
    with pytest.raises(UndefinedError):
        made.from_string("{{ x.nothing }}").render(x="")


@pytest.mark.parametrize("title", ["Okata Uti", "</title><script>alert(1)</script>", 'Kata "kutip" & #1: x', "é\n"])
def test_front_matter_is_one_yaml_text_escaped_once(title: str):
    read = yaml.safe_load(f'title: "{plain(front_matter(title))}"')["title"]
    assert html.unescape(read) == " ".join(title.split())
    assert not set("<>") & set(read)


def test_an_address_cannot_end_its_link():
    assert plain(destination("https://x.id/a_(b)?c='d'&e=%20*")) == "https://x.id/a_%28b%29?c=%27d%27&e=%20%2A"


def test_a_page_filled_by_us_has_the_letters_that_cleaning_leaves_in_a_page_of_the_engine():
    written = str(printed("a: <b> & 'c'"))
    assert plain(written) == "a&#58; &#60;b&#62; &#38; &#39;c&#39;"
    assert apart(written)[1:] == (TEXT, ["a: &#60;b&#62; &#38; &#39;c&#39;"])
