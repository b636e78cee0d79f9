"""Read one file or a piece of it: its records, the node of each, and everything wrong with how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from portal.problems import Problem
from portal.source.characters import conflict_lines, find_characters, first_in, legible
from portal.source.composing import RefusedError, UnreadableError, compose
from portal.source.cutting import KEY, Chunk, Cut, cut
from portal.source.document import Document
from portal.source.inspection import SWALLOWING, Inspector
from portal.source.nodes import Fields, Items, Node, Scalar, Span, Vocabulary

if TYPE_CHECKING:
    from portal.source.diagnosis import Fault

MAX_REPAIRS: Final = 30
"""So many slips of one record are told in one run."""


SURE: Final = frozenset(
    {"colon_space", "colon_wrong", "colon_in_text", "quote_open", "tab", "value_start", "dash_space", "bullet"}
    | {"escape_unknown", "text_after_quote"}
)
"""Slips whose remedy is beyond doubt; after others, what follows may be an echo."""

RECORD: Final = re.compile(r"\s*-\s*['\"]?id\b")
"""A line that may open a record."""

MENDED: Final = frozenset({"dash_missing", "id_missing", "bullet", "record_indented"})
"""After these faults of its first line a record is read all the same."""


@dataclass(slots=True)
class Entry:
    """One record: its node (None when it cannot be read), its first line, its names, and its problems so far.

    `trusted` says that the model may judge the node; `doubtful` are lines that were read otherwise than typed, by a
    remedy that may be wrong; `remedies` are whole lines, by number, whose remedy is beyond doubt.
    """

    line: int
    node: Node | None
    id: str = ""
    name: str = ""
    trusted: bool = True
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)
    remedies: dict[int, str] = field(default_factory=dict)


def read_entries(document: Document, vocabulary: Vocabulary, *, is_end: bool = True) -> Iterator[Entry]:
    """Yield the records of a list, in order; a stray document mark gives an entry of its own.

    The document is a whole file, or a piece of one (see `pieces`), the last when `is_end`.
    """
    characters, conflicts = found_characters(document)
    pieces = cut(document.lines, vocabulary, is_end=is_end)
    for index in pieces.markers:
        yield Entry(index + 1, None, problems=[document.at("document_mark", index + 1, 1, 3)])
    if pieces.chunks:
        before = [problem for number, problem in characters.items() if number <= pieces.chunks[0].start]
        if before:
            yield Entry(1, None, problems=before)
    for chunk in pieces.chunks:
        yield from read_chunk(document, vocabulary, pieces, chunk, characters, conflicts)


def read_entry(document: Document, vocabulary: Vocabulary) -> Entry:
    """Return the one record of a file whose root holds fields."""
    characters, conflicts = found_characters(document)
    pieces = Cut([], [])
    chunk = Chunk(0, len(document.lines))
    return next(read_chunk(document, vocabulary, pieces, chunk, characters, conflicts))


def found_characters(document: Document) -> tuple[dict[int, Problem], set[int]]:
    """Return bad characters by their line, and the lines of conflicts of versions."""
    characters = {problem.place.line: problem for problem in find_characters(document)}
    conflicts = set(conflict_lines(document)) if any(p.kind == "merge_conflict" for p in characters.values()) else set()
    return characters, conflicts


def read_chunk(
    document: Document,
    vocabulary: Vocabulary,
    pieces: Cut,
    chunk: Chunk,
    characters: dict[int, Problem],
    conflicts: set[int],
) -> Iterator[Entry]:
    """Yield the record in a chunk (several when the whole list stands in brackets)."""
    lines = list(document.lines[chunk.start : chunk.end])
    for index in pieces.markers:
        if chunk.start <= index < chunk.end:
            lines[index - chunk.start] = ""
    entry = Entry(chunk.start + 1, None, *names_of(lines))
    numbers = range(chunk.start + 1, chunk.end + 1)
    entry.problems = [characters[number] for number in numbers if number in characters]
    if chunk.fault:
        entry.problems.append(opening_fault(document, chunk, lines))
    mended = clear(lines) if entry.problems else {}
    unsafe = chunk.fault in MENDED and not is_aligned(lines)
    told = ((problem.kind, problem.place.line - entry.line) for problem in entry.problems)
    unsafe = unsafe or any(kind not in MENDED and index not in mended for kind, index in told)
    shift_items(document, chunk, lines, entry)
    if unsafe or any(number in conflicts for number in numbers):
        entry.trusted = False
    else:
        mended |= {index - chunk.start: "item_too_far_left" for index in chunk.shifted}
        compose_entry(document, vocabulary, lines, entry, mended)
    yield from split(entry, flow=pieces.flow)


def clear(lines: list[str]) -> dict[int, str]:
    """Mend the lines of a record that hold characters which no one sees; return their kinds, by the index of the line.

    The line that opens the record stays as it is: where a record begins is not for a guess.
    """
    mended = {}
    for index, line in enumerate(lines[1:], 1):
        if (found := first_in(line)) and not RECORD.match(line):
            lines[index] = legible(line)
            mended[index] = found[0]
    return mended


def shift_items(document: Document, chunk: Chunk, lines: list[str], entry: Entry) -> None:
    """Tell of the items that slipped to the column of the records, and move them back."""
    for index in chunk.shifted:
        line = lines[index - chunk.start]
        start = len(line) - len(line.lstrip())
        entry.problems.append(document.at("item_too_far_left", index + 1, start + 1, len(line.strip())))
        lines[index - chunk.start] = " " * chunk.inner + line.lstrip()


def opening_fault(document: Document, chunk: Chunk, lines: list[str]) -> Problem:
    """Return the problem of a first line that is not "- field: value", and mend the line where that is safe."""
    first = lines[0]
    start = len(first) - len(first.lstrip())
    width = len(first.strip())
    if chunk.fault == "dash_missing":
        lines[0] = f"{' ' * max(0, start - 2)}- {re.sub(r'^(?:[0-9]+[.)]|[^0-9A-Za-z_])+', '', first)}"
        return document.at("dash_missing", chunk.start + 1, start + 1, width, tulis=lines[0].strip())
    if chunk.fault == "id_missing":
        lines[0] = f"{' ' * max(0, start - 2)}- {first.lstrip()}"
        return document.at("id_missing", chunk.start + 1, start + 1, len("nama"), baris=chunk.start + 1)
    if chunk.fault == "record_indented":
        column = chunk.inner - 2
        lines[0] = " " * column + first.lstrip()
        return document.at("record_indented", chunk.start + 1, 1, start, seharusnya=column, ada=start)
    if chunk.fault == "bullet":
        sign = first.strip()[0]
        lines[0] = f"{' ' * start}- {first.strip()[1:].lstrip()}"
        return document.at("bullet", chunk.start + 1, start + 1, 1, tulis=lines[0].strip(), tanda=sign)
    return document.at(chunk.fault, chunk.start + 1, start + 1, width)


def is_aligned(lines: list[str]) -> bool:
    """Tell whether the second key of a record stands below its first, now that the dash is back."""
    first = KEY.match(lines[0])
    keys = (key for line in lines[1:] if (key := KEY.match(line)))
    second = next(keys, None)
    return first is None or second is None or len(second[1]) == first.start(2)


def names_of(lines: list[str]) -> tuple[str, str]:
    """Return id and name of a record from its lines, for records that cannot be read."""
    found: dict[str, str] = {}
    for line in lines:
        key = KEY.match(line)
        if key and key[2] in {"id", "nama"}:
            found.setdefault(key[2], line[key.end() :].split(" #")[0].strip("\"' "))
    return found.get("id", ""), found.get("nama", "")


def compose_entry(
    document: Document, vocabulary: Vocabulary, lines: list[str], entry: Entry, mended: dict[int, str]
) -> None:
    """Compose a record; each slip with a plain remedy is told and mended, and reading goes on.

    `mended` holds the indexes of lines that were mended before, with the kind of the slip.
    """
    original = list(lines)
    for _ in range(MAX_REPAIRS):
        try:
            entry.node = compose("\n".join(lines), entry.line)
            fault = key_fault(lines, entry, vocabulary)
            if fault is None or is_echo(fault, mended):
                inspect_entry(document, vocabulary, lines, entry, mended)
                return
        except RefusedError as refused:
            entry.problems.append(document.problem(refused.kind, refused.span))
            break
        except UnreadableError as error:
            # Loaded only when something is wrong.
            from portal.source.diagnosis import find_fault

            fault = find_fault(lines, vocabulary, error.line - entry.line) or unknown_fault(lines, entry.line, error)
            if is_echo(fault, mended):
                break
        entry.problems.append(fault_problem(document, entry.line, original, fault))
        if fault.repair is None or fault.repair == lines[fault.index]:
            break
        lines[fault.index] = fault.repair
        mended[fault.index] = fault.kind
        if fault.kind in SURE:
            entry.remedies[entry.line + fault.index] = fault.repair
    entry.trusted = False


def key_fault(lines: list[str], entry: Entry, vocabulary: Vocabulary) -> Fault | None:
    """Return the first text of a composed record that was read as the name of a field."""
    from portal.source.diagnosis.keys import find_key_fault

    return find_key_fault(lines, entry.node, entry.line, vocabulary) if entry.node else None


def is_echo(fault: Fault, mended: Mapping[int, str]) -> bool:
    """Tell whether a slip is probably what a wrong remedy made of the line, or of the one above or below."""
    near = [kind for index, kind in mended.items() if abs(index - fault.index) <= 1]
    return fault.index in mended or any({kind, fault.kind} - SURE for kind in near)


def inspect_entry(
    document: Document, vocabulary: Vocabulary, lines: list[str], entry: Entry, mended: Mapping[int, str]
) -> None:
    """Look at the node of a record, and decide how far the model may judge it."""
    assert entry.node is not None  # noqa: S101  # it was just composed
    as_read = Document(document.path, lines, entry.line - 1)
    found = list(Inspector(as_read, vocabulary).look(entry.node))
    entry.doubtful = {entry.line + index for index, kind in mended.items() if kind not in SURE}
    touched = {entry.line + index for index in mended} | {line + 1 for line in entry.doubtful}
    echoes = {"duplicate_key"} if entry.doubtful else set()
    entry.problems += [one for one in found if one.place.line not in touched and one.kind not in echoes]
    entry.trusted = not any(problem.kind in SWALLOWING for problem in found)


def unknown_fault(lines: list[str], first: int, error: UnreadableError) -> Fault:
    """Return the fault where the parser stopped, in general words, for a slip that the walk does not know."""
    index = min(max(0, error.line - first), len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    from portal.source.diagnosis import Fault

    return Fault("unreadable", index, min(error.column, len(lines[index]) + 1))


def fault_problem(document: Document, first: int, original: list[str], fault: Fault) -> Problem:
    """Return a fault as a problem; the column is moved back when an earlier repair moved the text of the line."""
    column = min(fault.column, len(original[fault.index]) + 1)
    span = Span(first + fault.index, column, first + fault.index, column + fault.width)
    return document.problem(fault.kind, span, **fault.params)


def split(entry: Entry, *, flow: bool) -> Iterator[Entry]:
    """Yield the record inside the list node of a chunk."""
    node = entry.node
    if not isinstance(node, Items):
        yield entry
        return
    if not flow:
        entry.node = node.nodes[0] if node.nodes else None
        yield adopt(entry)
        return
    for position, item in enumerate(node.nodes):
        problems = entry.problems if position == 0 else []
        yield adopt(Entry(item.span.line, item, trusted=entry.trusted, problems=problems))


def adopt(entry: Entry) -> Entry:
    """Take id and name from the node, which knows them better than the lines do."""
    if isinstance(entry.node, Fields):
        for key, value in entry.node.pairs:
            if isinstance(key, Scalar) and isinstance(value, Scalar) and value.text:
                if key.text == "id":
                    entry.id = value.text
                elif key.text == "nama":
                    entry.name = value.text.strip()
    return entry
