"""A valid record together with what a rule may ask: its texts as typed, the place of each, the day of the check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from portal.problems import Problem
from portal.source import Document, Fields, Items, Node
from portal.source.nodes import Span, pair_of

Record_co = TypeVar("Record_co", bound=BaseModel, covariant=True)
Step = str | int

NOT_PROSE = frozenset(
    {"id", "url", "telepon", "whatsapp", "sms", "surel", "situs", "pesawat", "berkas", "tanggal", "diakses", "mulai"}
    | {"untuk", "kontak", "pengaduan", "terkait", "instansi", "darurat", "inovasi"}
)
"""Fields whose text is a code, a date, a number or an address."""


class Text(NamedTuple):
    """A text of a record: the way to it, its value as typed, and the name of the field that holds it."""

    path: tuple[Step, ...]
    value: str
    field: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a check depends on beside the data: the day, and the names of the files in the folder of pictures."""

    today: date
    pictures: frozenset[str] = frozenset()

    @property
    def day(self) -> str:
        """The day as `YYYY-MM-DD`."""
        return self.today.isoformat()


class Subject(Generic[Record_co]):
    """A record with its values as typed, and the conditions of the check; its nodes are made when a place is asked."""

    def __init__(
        self,
        record: Record_co,
        values: Mapping[str, object],
        lines: Callable[[], Document],
        nodes: Callable[[], Fields],
        conditions: Conditions,
    ) -> None:
        """Join a record with its values; `lines` and `nodes` give its document and node when first needed."""
        self.record = record
        self.values = values
        self.conditions = conditions
        self._lines = lines
        self._nodes = nodes

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.conditions.today

    @cached_property
    def node(self) -> Fields:
        """The node of the record."""
        return self._nodes()

    @cached_property
    def document(self) -> Document:
        """The lines in which the record stands."""
        return self._lines()

    @cached_property
    def by_field(self) -> Mapping[str, list[str]]:
        """The texts of the record by field, at whatever depth: enough to see that nothing is wrong."""
        made: defaultdict[str, list[str]] = defaultdict(list)
        gather(self.values, made)
        return made

    def words(self, *fields: str) -> list[str]:
        """Return the texts of fields of these names, as typed."""
        found = self.by_field
        return [text for name in fields if name in found for text in found[name]]

    @cached_property
    def letters(self) -> str:
        """All that people read, one text a line: what is not in here is in no text."""
        return "\n".join([text for name, texts in self.by_field.items() if name not in NOT_PROSE for text in texts])

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the record, in the order of the file."""
        return tuple(texts_in(self.values, (), ""))

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """The texts that people read."""
        return tuple(text for text in self.texts if text.field not in NOT_PROSE)

    def problem(self, kind: str, *path: Step, **params: str | int) -> Problem:
        """Return a problem at the value that a path of names and indexes leads to."""
        return self.document.problem(kind, self.span(*path), **params)

    def at_key(self, kind: str, name: str, **params: str | int) -> Problem:
        """Return a problem at the name of one of the record's own fields."""
        pair = pair_of(self.node, name)
        return self.document.problem(kind, pair[0].span if pair else self.node.span, **params)

    def within(self, kind: str, text: Text, part: str, **params: str | int) -> Problem:
        """Return a problem at a part of a text, as long as it stands on one line as typed."""
        span = self.span(*text.path)
        for number in range(span.line, span.end_line + 1):
            line = self.document.line(number)
            begin = span.column - 1 if number == span.line else 0
            column = line.find(part, begin)
            if column >= 0:
                return self.document.at(kind, number, column + 1, len(part), **params)
        return self.document.problem(kind, span, **params)

    def span(self, *path: Step) -> Span:
        """Return the place of a value, or of the nearest thing around it that stands in the file."""
        node: Node = self.node
        for step in path:
            if isinstance(node, Fields) and isinstance(step, str):
                pair = pair_of(node, step)
                if pair is None:
                    return node.pairs[0][0].span
                node = pair[1]
            elif isinstance(node, Items) and isinstance(step, int):
                node = node.nodes[step]
        return node.span


def gather(fields: Mapping[str, object], made: defaultdict[str, list[str]]) -> None:
    """Add the texts in and below fields to those of the field that holds them."""
    for name, value in fields.items():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str):
                made[name].append(one)
            elif isinstance(one, dict):
                gather(one, made)


def texts_in(value: object, path: tuple[Step, ...], name: str) -> Iterator[Text]:
    """Yield the texts in and below a value of the field `name`."""
    if isinstance(value, str):
        if value:
            yield Text(path, value, name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_in(item, (*path, index), name)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(inner, (*path, key), key)
