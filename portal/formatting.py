"""The canonical form of a data file: texts in double quotes on one line, lists flush with their key, comments kept.

The file is written anew from its nodes, comment by comment, and read again: when anything would be lost, nothing is
written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from portal.checks import RESERVED
from portal.fields import described, kinds_in, part_of, vocabulary_of
from portal.model import Group, Innovation
from portal.problems import Problem
from portal.source import Document, Fields, Items, Node, Scalar
from portal.source.decoding import with_line_feeds
from portal.source.nodes import plain, scalars
from portal.source.pieces import cut_pieces
from portal.source.reading import Entry, read_entries, read_entry
from portal.values import LONGEST_CODE, PLACEHOLDER, SLUG


class FormatError(Exception):
    """The file cannot be put into canonical form; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        """Remember the problems."""
        super().__init__("not readable")
        self.problems = problems


def formatted(text: str, model: type[BaseModel], name: str, *, is_list: bool = True) -> str:
    """Return the canonical form of a data file.

    Raises FormatError when the file cannot be read or when the result would not say the same.
    """
    lines = with_line_feeds(text.removeprefix("\ufeff")).split("\n")
    document = Document(name, lines)
    entries = read(document, model, is_list=is_list)
    if problems := [problem for entry in entries for problem in entry.problems if problem.is_error]:
        raise FormatError(problems)
    writer = Writer(comments_in(lines, [entry.node for entry in entries if entry.node]))
    for entry in entries:
        if entry.node:
            writer.record(entry.node, model, is_list=is_list)
    result = writer.finished()
    check_same(document, Document(name, result.split("\n")), model, is_list=is_list)
    return result


def read(document: Document, model: type[BaseModel], *, is_list: bool) -> list[Entry]:
    """Return the records of a file."""
    if is_list:
        return list(read_entries(document, vocabulary_of(model)))
    return [read_entry(document, vocabulary_of(model))]


def check_same(old: Document, new: Document, model: type[BaseModel], *, is_list: bool) -> None:
    """Raise FormatError when two versions of a file do not hold the same values and comments."""
    before, after = read(old, model, is_list=is_list), read(new, model, is_list=is_list)
    same = [plain(entry.node) for entry in before if entry.node] == [plain(e.node) for e in after if e.node]
    notes = [comments_in(d.lines, [e.node for e in es if e.node]) for d, es in ((old, before), (new, after))]
    if not same or [note.text for note in notes[0] if note.text] != [note.text for note in notes[1] if note.text]:
        raise FormatError([old.at("format_loses", 1)])


@dataclass(frozen=True, slots=True)
class Note:
    """A comment, or a blank line (no text). `alone` says that nothing stands before it on its line."""

    line: int
    text: str
    alone: bool


def comments_in(lines: list[str], nodes: list[Node]) -> list[Note]:
    """Return the comments and blank lines of a file; what looks like one inside a text is none."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for node in nodes:
        for scalar in scalars(node):
            span = scalar.span
            for line in range(span.line, span.end_line + 1):
                begin = span.column - 1 if line == span.line else 0
                end = span.end_column - 1 if line == span.end_line else len(lines[line - 1])
                taken.setdefault(line, []).append((begin, end))
    return [note for number, line in enumerate(lines, 1) if (note := note_in(line, number, taken.get(number, [])))]


def note_in(line: str, number: int, taken: list[tuple[int, int]]) -> Note | None:
    """Return the comment of a line, or a note without text for a blank line outside a text."""
    if not line.strip():
        inside = any(begin == 0 for begin, _ in taken)
        return None if inside else Note(number, "", alone=True)
    for match in re.finditer(r"(?:^|(?<=[\s,\[\]{}]))#", line):
        if not any(begin <= match.start() < end for begin, end in taken):
            return Note(number, line[match.start() :].rstrip(), alone=not line[: match.start()].strip())
    return None


@dataclass(slots=True)
class Writer:
    """Writes records as lines; `notes` are the comments still to be written, in order."""

    notes: list[Note]
    lines: list[str] = field(default_factory=list)
    at: int = 0

    def record(self, node: Node, model: type[BaseModel], *, is_list: bool) -> None:
        """Write one record, in a list with its dash."""
        if isinstance(node, Fields) and node.pairs:
            self.fields(node, model, "- " if is_list else "", "  " if is_list else "")

    def fields(self, node: Fields, model: type[BaseModel], first: str, rest: str) -> None:
        """Write keys and values; `first` stands before the first key and `rest` before the others."""
        lead = first
        for key, value in node.pairs:
            name = str(plain(key))
            self.above(key.span.line, " " * (len(lead) - len(lead.lstrip(" "))))
            self.pair(name, key, value, model, lead)
            lead = rest

    def pair(self, name: str, key: Node, value: Node, model: type[BaseModel], lead: str) -> None:
        """Write one key with its value."""
        part = part_of(model, name) if name in model.model_fields else None
        indent = " " * len(lead)
        match value:
            case Scalar():
                self.line(f"{lead}{name}: {written(value, model, name)}".rstrip(), value.span.end_line)
            case Items(nodes=[]):
                self.line(f"{lead}{name}: []", value.span.end_line)
            case Items(nodes=nodes):
                self.line(f"{lead}{name}:", key.span.line)
                for item in nodes:
                    self.item(item, part or model, name, indent)
            case Fields():
                self.line(f"{lead}{name}:", key.span.line)
                self.fields(value, part or model, f"{indent}  ", f"{indent}  ")

    def item(self, item: Node, model: type[BaseModel], name: str, indent: str) -> None:
        """Write one item of a list."""
        self.above(item.span.line, indent)
        if isinstance(item, Fields):
            self.fields(item, model, f"{indent}- ", f"{indent}  ")
        elif isinstance(item, Scalar):
            self.line(f"{indent}- {written(item, model, name)}", item.span.end_line)

    def above(self, line: int, indent: str) -> None:
        """Write the comments and blank lines that stand above a line of the old file."""
        while self.notes and self.notes[0].line < line:
            self.note(self.notes.pop(0), indent)

    def note(self, note: Note, indent: str) -> None:
        """Write a comment on a line of its own; of several blank lines one is kept."""
        if note.text:
            self.lines.append(indent + note.text)
        elif self.lines and self.lines[-1]:
            self.lines.append("")

    def line(self, text: str, source: int) -> None:
        """Write a line, with the comment at the end of the line of the old file that it comes from."""
        if self.notes and self.notes[0].line == source and not self.notes[0].alone:
            text = f"{text} {self.notes.pop(0).text}"
        self.lines.append(text)

    def finished(self) -> str:
        """Return the whole text, with what stands below the last record."""
        for note in self.notes:
            self.note(note, "")
        return "\n".join(self.lines).rstrip("\n") + "\n"


def written(node: Scalar, model: type[BaseModel], name: str) -> str:
    """Return a value as it is written: numbers and yes or no bare, texts in double quotes, nothing for nothing."""
    text = plain(node)
    if text is None:
        return ""
    kinds = list(kinds_in(model.model_fields[name].annotation)) if name in model.model_fields else []
    is_bare = {int, bool} & set(kinds) and str not in kinds and re.fullmatch(r"[\s\w.,+-]*", str(text))
    return str(text).strip() if is_bare else quoted(str(text))


def quoted(text: str) -> str:
    """Return a text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def with_new_record(text: str, code: str) -> str:
    """Return the innovations file with a new record behind the last, its texts still to be written.

    Raises ValueError with a sentence for people when the code cannot be used.
    """
    if not re.match(SLUG, code):
        raise ValueError(f'kode "{code}" hanya boleh berisi huruf kecil, angka, dan tanda hubung')
    if len(code) > LONGEST_CODE:
        raise ValueError(f"kode terlalu panjang: {len(code)} huruf, paling banyak {LONGEST_CODE}")
    if code in RESERVED:
        raise ValueError(f'kode "{code}" tidak bisa dipakai sebagai nama halaman')
    if has_record(text, code):
        raise ValueError(f'id "{code}" sudah ada')
    return text.rstrip("\n") + "\n\n" + new_record(code)


def has_record(text: str, code: str) -> bool:
    """Tell whether a file with innovations has a record of this code."""
    vocabulary = vocabulary_of(Innovation)
    pieces = (raw.decode() for raw in cut_pieces(with_line_feeds(text).encode(), vocabulary) if code.encode() in raw)
    found = (read_entries(Document("", piece.split("\n")), vocabulary) for piece in pieces)
    return any(entry.id == code for entries in found for entry in entries)


def new_record(code: str) -> str:
    """Return a record with every field: the required ones with a text to replace, the others as comments."""
    name = code.replace("-", " ").title()
    lines = [
        f"- id: {quoted(code)}",
        *required("nama", name),
        *required("kepanjangan", f"{PLACEHOLDER} kepanjangan {name}"),
        *required("ringkasan", f"{PLACEHOLDER} satu atau dua kalimat, apa ini dan untuk siapa"),
        *explained("sasaran"),
        *indented(as_yaml("sasaran", [f"{PLACEHOLDER} misalnya umum"])),
        *explained("sumber"),
        *indented(as_yaml("sumber", [{"judul": f"{PLACEHOLDER} judulnya", "url": f"{PLACEHOLDER} alamat webnya"}])),
    ]
    for group in Group:
        if group is not Group.REQUIRED:
            lines += ["", f"  # --- {group.value}: hapus tanda # di depan isian yang sudah diketahui ---"]
            lines += optional_fields(group)
    return "\n".join(lines) + "\n"


def required(name: str, value: str) -> list[str]:
    """Return a required field of the template with its help."""
    return [*explained(name), *indented(as_yaml(name, value))]


def explained(name: str) -> list[str]:
    """Return the help of a field as a comment."""
    about = described(Innovation)[name]
    return [f"  # {about.label}: {about.help}"]


def optional_fields(group: Group) -> Iterator[str]:
    """Yield the optional fields of a group as comments, each with its help and its example."""
    for name, about in described(Innovation).items():
        if about.group is group and not about.is_required:
            yield from explained(name)
            yield from (f"  # {line}" for line in as_yaml(name, to_replace(about.example)))


def to_replace(example: object) -> object:
    """Return an example that nobody can take for a fact, even when only the sign of the comment is removed."""
    if isinstance(example, list):
        return [to_replace(item) for item in example]
    if isinstance(example, dict):
        return {key: to_replace(inner) for key, inner in example.items()}
    return f"{PLACEHOLDER} misalnya {example}"


def indented(lines: list[str]) -> Iterator[str]:
    """Yield lines as they stand in a record."""
    return (f"  {line}" for line in lines)


def as_yaml(name: str, value: object) -> list[str]:
    """Return a field with an example as lines of YAML in canonical form."""
    if isinstance(value, list):
        return [f"{name}:", *(line for item in value for line in item_lines(item))]
    if isinstance(value, dict):
        return [f"{name}:", *(f"  {key}: {bare_or_quoted(inner)}" for key, inner in value.items())]
    return [f"{name}: {bare_or_quoted(value)}"]


def item_lines(item: object) -> list[str]:
    """Return an item of an example list as lines of YAML."""
    if isinstance(item, dict):
        pairs = [f"{key}: {bare_or_quoted(inner)}" for key, inner in item.items()]
        return [f"{'-' if index == 0 else ' '} {pair}" for index, pair in enumerate(pairs)]
    return [f"- {bare_or_quoted(item)}"]


def bare_or_quoted(value: object) -> str:
    """Return a value of an example: a text in double quotes, anything else bare."""
    return quoted(value) if isinstance(value, str) else json.dumps(value)
