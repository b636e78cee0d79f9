"""Look at composed nodes for what YAML lets pass in silence: doubled keys, text cut at #, lines swallowed by a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.problems import Problem
from portal.source.characters import IN_TEXT, KINDS, name_of
from portal.source.document import Document
from portal.source.nodes import Fields, Items, Node, Scalar, Span, Vocabulary, plain
from portal.source.quoting import LITERAL, doubled, in_quotes

CUT: Final = re.compile(r"\s+(#.*)$")
BARE: Final = re.compile(r"[0-9.-]+|true|false")
"""Values that are not put in quotation marks, and that nobody reads on in."""

LINE_KEY: Final = re.compile(r" *(?:- +)*['\"]?([\w-]+)['\"]? *:(?=\s|$)")
LINE_ITEM: Final = re.compile(r"( *)-(?= |\S)(?!-)")
JOINED: Final = re.compile(r"[^\w-]([\w-]+)$")
CURLY: Final = re.compile(r"[“”„‟«»][^“”„‟«»]*[“”„‟«»]|[‘’‚‛][^‘’‚‛]*[‘’‚‛]")

PART: Final = 3
"""How deep the items of a record's lists lie in the list of records."""

SWALLOWING: Final = frozenset(
    {"line_joined", "quote_swallows", "text_swallows", "duplicate_key", "key_not_text", "key_empty"}
)
"""After these, what the model says about the record would be noise."""


class Inspector:
    """Walks the nodes of one record of a document."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        """Look at nodes of `document`."""
        self.document = document
        self.vocabulary = vocabulary

    def look(self, node: Node, depth: int = 0) -> Iterator[Problem]:
        """Yield what is wrong in a node and below."""
        match node:
            case Scalar():
                yield from self.scalar(node)
            case Items(nodes=nodes):
                for item in nodes:
                    yield from self.look(item, depth + 1)
            case Fields():
                yield from self.fields(node, depth)

    def fields(self, node: Fields, depth: int) -> Iterator[Problem]:
        """Keys are texts, and each stands once."""
        seen: dict[str, int] = {}
        doubled = False
        for index, (key, value) in enumerate(node.pairs):
            if not isinstance(key, Scalar):
                yield self.document.problem("key_not_text", key.span)
            elif not key.text:
                yield self.document.problem("key_empty", key.span)
            elif key.text in seen:
                # A run of doubled keys is one mistake: a dash that is lost, or a block pasted twice.
                if not doubled:
                    yield self.doubled(node, index, key, seen[key.text], is_part=depth == PART)
                doubled = True
            elif (joined := JOINED.search(key.text)) and joined[1] in self.vocabulary.all:
                yield self.document.problem("line_joined", key.span, isian=joined[1])
            else:
                seen[key.text] = key.span.line
                doubled = False
            yield from self.look(value, depth + 1)

    def doubled(self, node: Fields, index: int, key: Scalar, first: int, *, is_part: bool) -> Problem:
        """Return the problem of a second key of one name, or of the item above it that took its part's first field."""
        above = node.pairs[index - 1][1]
        last = above.nodes[-1] if isinstance(above, Items) and above.nodes else None
        if isinstance(last, Fields) and last.span.line == key.span.line - 1:
            return self.document.at("indent", last.span.line, 1, last.span.column - 1)
        params: dict[str, str | int] = {"isian": str(key.text), "baris": first}
        opening = node.pairs[0][0]
        if is_part and key.text == plain(opening):
            params["tulis"] = f"- {self.document.line(key.span.line).strip()}"
        elif is_part:
            params["pertama"] = str(plain(opening))
        return self.document.problem("duplicate_key", key.span, **params)

    def scalar(self, node: Scalar) -> Iterator[Problem]:
        """Yield the first thing that is wrong with a text."""
        for problem in (self.escapes(node), self.cut(node), self.swallowed(node), self.marks(node)):
            if problem:
                yield problem
                return

    def escapes(self, node: Scalar) -> Problem | None:
        """A text holds no control character either when it is written as an escape, on purpose or by chance."""
        text = node.text or ""
        if text.isprintable():
            return None
        span = node.span
        if node.style == '"' and span.line == span.end_line:
            line = self.document.line(span.line)
            if by_chance := LITERAL.search(line, span.column, span.end_column - 1):
                repair = doubled(line, span.column, span.end_column - 2)
                column = by_chance.end() - 1
                return self.document.at("escape_unknown", span.line, column, 2, tulis=repair.strip())
        for kind in IN_TEXT:
            if match := KINDS[kind].search(text):
                return self.document.problem("escape_forbidden", node.span, nama=name_of(match[0]))
        return None

    def cut(self, node: Scalar) -> Problem | None:
        """A # after a space starts a comment: `Juara #1` would be published as `Juara`; `# satu` may be meant so."""
        if node.style:
            return None
        span = node.span
        line = self.document.line(span.end_line)
        match = CUT.match(line, span.end_column - 1)
        is_note = bool(match and not re.match(r"#\S", match[1]))
        if not match or (is_note and BARE.fullmatch(node.text or "0")):
            return None
        kind = "comment_behind" if is_note else "comment_cut"
        column = match.start(1) + 1
        place = Span(span.end_line, column, span.end_line, len(line.rstrip()) + 1)
        if span.line != span.end_line:
            return self.document.problem(kind, place)
        value = line[span.column - 1 :].strip()
        return self.document.problem(kind, place, tulis=in_quotes(value))

    def swallowed(self, node: Scalar) -> Problem | None:
        """A text of several lines holds no line that looks like a field or an item."""
        span = node.span
        if span.line == span.end_line:
            return None
        last = span.end_line if node.style in {"", "'", '"'} else span.end_line - 1
        for number in range(span.line + 1, last + 1):
            line = self.document.line(number)
            key = LINE_KEY.match(line)
            if key and key[1] in self.vocabulary.all:
                if node.style in {"'", '"'}:
                    return self.document.problem(
                        "quote_swallows", Span(span.line, span.column, span.line, span.column + 1), tanda=node.style
                    )
                return self.document.at("text_swallows", number, key.start(1) + 1, len(key[1]), isian=key[1])
            if not node.style and (item := LINE_ITEM.match(line)):
                return self.glued(node, number, item)
        return None

    def glued(self, node: Scalar, number: int, item: re.Match[str]) -> Problem:
        """An item one step too far right becomes part of the text above; so does one below a lost dash."""
        line = self.document.line(number)
        if len(item[1]) + 1 == node.span.column and "-" not in self.document.line(node.span.line)[: len(item[1])]:
            return self.document.problem("item_dash_missing", node.span, tulis=f"- {(node.text or '').split(' -')[0]}")
        return self.document.at("item_glued", number, len(item[1]) + 1, len(line.rstrip()) - len(item[1]))

    def marks(self, node: Scalar) -> Problem | None:
        """A text without quotation marks around it does not end in one or stand in curly ones."""
        text = node.text or ""
        if node.style or not text:
            return None
        ended = text.rstrip(",;")
        for mark in "\"'":
            if ended.endswith(mark) and text.count(mark) % 2:
                whole = mark + ended.lstrip("“”„‘’")
                return self.document.problem("quote_missing", node.span, tanda=mark, tulis=whole)
        if CURLY.fullmatch(text):
            return self.document.problem("quote_curly", node.span, tulis=in_quotes(text[1:-1]))
        return None
