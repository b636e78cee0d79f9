"""Names of fields that are none: YAML reads a text as one when a colon stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from portal.source.diagnosis.spelling import NUMBER, without_number
from portal.source.diagnosis.state import Fault
from portal.source.nodes import Fields, Items, Node, Scalar, Vocabulary
from portal.source.quoting import quoted_end

NAMED: Final = re.compile(r"""([A-Za-z_][\w-]*) +(["'])""")
"""A name and a text in quotation marks without a colon between."""


def find_key_fault(lines: Sequence[str], node: Node, first: int, vocabulary: Vocabulary) -> Fault | None:
    """Return the first key that holds a text: an item with a number, or a lost colon or opening quotation mark.

    `first` is the number of the first line.
    """
    for key, is_alone in keys_in(node):
        index, start = key.span.line - first, key.span.column - 1
        line = lines[index].rstrip()
        text = line[start:]
        if (number := NUMBER.match(text)) and not line[:start].strip():
            repair, sign = without_number(line, start), number[0].strip()
            return Fault("bullet", index, start + 1, len(sign), repair, written(repair, tanda=sign))
        named = NAMED.match(text)
        if named and named[1] in vocabulary.all and quoted_end(text, named.end(), named[2]) == len(text):
            repair = f"{line[:start]}{named[1]}: {text[named.start(2) :]}"
            return Fault("colon_missing", index, start + 1, len(named[1]), repair, written(repair, isian=named[1]))
        if is_alone and key.text not in vocabulary.all and line[:start].endswith("- ") and text.count(text[-1]) % 2:
            repair = f"{line[:start]}{text[-1]}{text}"
            if text[-1] in "\"'":
                return Fault("quote_missing", index, start + 1, len(text), repair, written(repair, tanda=text[-1]))
    return None


def keys_in(node: Node) -> Iterator[tuple[Scalar, bool]]:
    """Yield the keys without quotation marks in and below a node, and whether each stands alone, on its line."""
    if isinstance(node, Items):
        for item in node.nodes:
            yield from keys_in(item)
    elif isinstance(node, Fields):
        for key, value in node.pairs:
            if isinstance(key, Scalar) and key.text and not key.style and key.span.line == value.span.end_line:
                yield key, len(node.pairs) == 1
            yield from keys_in(value)


def written(line: str, **params: str | int) -> dict[str, str | int]:
    """Return what fills the blanks of the wording, the right line among it."""
    return {**params, "tulis": line.strip()}
