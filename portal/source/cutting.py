"""Cut the text of a list into its records, so that a slip stays inside the record in which it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

from portal.source.nodes import Vocabulary

LONGEST_RECORD: Final = 400
"""How many lines below are looked at to tell what a line opens."""

DASH: Final = re.compile(r"( *)-(?!--(?:\s|$))")
LOOSE_KEY: Final = re.compile(r" *([A-Za-z_][\w-]*) *[:=]")
BULLET: Final = re.compile(r"( *)[‐-―−•·*▪◦‣●○–—] *['\"]?([\w-]+)['\"]? *:")
"""What a word processor makes of a dash, in front of a field."""

KEY: Final = re.compile(r"""( *)(?:- +)*["']?([A-Za-z_][\w-]*)["']? *:(?=[ \t]|$)""")
JUNK: Final = re.compile(r"( *)(?:[^\w\s#\"'-][^\w\s#\"']{0,2}|[0-9]{1,2}[.)]) *id *:(?=[ \t]|$)")
"""Another sign, or a number, where a record's dash should be."""

BLANK: Final = re.compile(r"\s*(#.*)?$|%YAML [0-9.]+$")
MARKER: Final = re.compile(r"(---|\.\.\.)(?=\s|$)")


@dataclass(slots=True)
class Chunk:
    """The lines of one record: indexes from 0, the end excluded. `fault` says what is wrong with its first line.

    `shifted` are lines with items of an inner list that slipped to the column of the records; `inner` is where the
    record's keys stand.
    """

    start: int
    end: int
    fault: str = ""
    inner: int = 2
    shifted: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cut:
    """A file cut into records. `markers` are document marks that must go; `flow` says that the list is in brackets."""

    chunks: list[Chunk]
    markers: list[int]
    flow: bool = False


def cut(lines: list[str], vocabulary: Vocabulary, *, is_end: bool = True) -> Cut:
    """Cut lines into records: each begins with a dash in the column of the list.

    `is_end` says that no more lines of the file follow.
    """
    markers = stray_markers(lines, is_end=is_end)
    first = next((i for i, line in enumerate(lines) if not BLANK.match(line) and not MARKER.match(line)), None)
    if first is None:
        return Cut([], markers)
    if lines[first].lstrip().startswith("["):
        return Cut([Chunk(first, len(lines))], markers, flow=True)
    column = list_column(lines, first, vocabulary)
    chunks = list(openings(lines, first, column, vocabulary))
    if not chunks or chunks[0].start > first:
        chunks.insert(0, Chunk(first, len(lines), fault_before(lines[first], vocabulary)))
    for chunk, following in pairwise(chunks):
        chunk.end = following.start
    return Cut(chunks, markers)


def stray_markers(lines: list[str], *, is_end: bool) -> list[int]:
    """Return the indexes of `---` and `...`, except one `---` in front of everything and one `...` behind."""
    found = [i for i, line in enumerate(lines) if MARKER.match(line)]
    content = [i for i, line in enumerate(lines) if not BLANK.match(line) and not MARKER.match(line)]
    if found and lines[found[0]].startswith("---") and (not content or found[0] < content[0]):
        found = found[1:]
    if is_end and found and lines[found[-1]].startswith("...") and (not content or found[-1] > content[-1]):
        found = found[:-1]
    return found


def list_column(lines: list[str], first: int, vocabulary: Vocabulary) -> int:
    """Return the column of the records' dashes: the leftmost dash, unless the first record lost its own."""
    dashes = [len(match[1]) for line in lines[first:] if (match := DASH.match(line) or BULLET.match(line))]
    column = min(dashes, default=0)
    key = KEY.match(lines[first])
    if key and not DASH.match(lines[first]) and key[2] in vocabulary.record:
        return min(column, max(0, len(key[1]) - 2))
    return column


def fault_before(line: str, vocabulary: Vocabulary) -> str:
    """Say what a first line is that does not begin with a dash."""
    key = KEY.match(line)
    if key and key[2] == "nama" and "id" in vocabulary.record:
        return "id_missing"
    if key and key[2] in vocabulary.record:
        return "dash_missing"
    return "root_key" if key and line.rstrip().endswith(":") else "text_before_list"


def openings(lines: list[str], first: int, column: int, vocabulary: Vocabulary) -> Iterator[Chunk]:
    """Yield a chunk for each line that opens a record; its end is not yet known."""
    seen: set[str] = set()
    chunk: Chunk | None = None
    for index in range(first, len(lines)):
        line = lines[index]
        dash = DASH.match(line)
        bullet = BULLET.match(line)
        key = KEY.match(line)
        if dash and len(dash[1]) == column:
            again = "nama" in seen and names_again(lines, index, column + 2)
            if (
                chunk
                and not again
                and (is_stray_item(line, column, vocabulary) or is_stray_part(lines, index, column, vocabulary))
            ):
                chunk.shifted.append(index)
                continue
            inner = len(line) - len(line[column + 1 :].lstrip())
            chunk = Chunk(index, len(lines), inner=inner if line[column + 1 :].strip() else column + 2)
            seen = {key[2]} if key else set()
            yield chunk
        elif chunk and key and dash and opens_indented(lines, index, chunk.inner, seen):
            chunk, seen = Chunk(index, len(lines), "record_indented", chunk.inner), {"id"}
            yield chunk
        elif chunk and opens_with_junk(lines, index, chunk.inner, seen):
            chunk, seen = Chunk(index, len(lines), "dash_missing", chunk.inner), {"id"}
            yield chunk
        elif bullet and len(bullet[1]) == column and bullet[2] == "id":
            chunk, seen = Chunk(index, len(lines), "bullet", column + 2), {bullet[2]}
            yield chunk
        elif key and not line.lstrip().startswith("-"):
            inner = chunk.inner if chunk else column + 2
            if fault := fault_of_opening(lines, index, inner, seen):
                chunk, seen = Chunk(index, len(lines), fault, inner), set()
                yield chunk
            seen.add(key[2])
        elif loose := LOOSE_KEY.match(line):
            seen.add(loose[1])


def is_stray_item(line: str, column: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is an item of an inner list that slipped to the column of the records."""
    rest = line[column + 1 :].strip()
    if not rest or rest[0] in "{#&*!?[":
        return False
    if key := KEY.match(rest):
        return key[2] in vocabulary.parts - vocabulary.record
    if any(name in vocabulary.record for name in re.findall(r"([\w-]+) *:(?= |$)", rest)):
        return False
    return rest.split()[0].rstrip(":;=") not in vocabulary.record and not re.match(r"[a-z_]+:", rest)


def is_stray_part(lines: list[str], index: int, column: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the field below a dash belongs to a part: then the line is a part's first, moved to the margin."""
    below = KEY.match(lines[index + 1]) if index + 1 < len(lines) else None
    return bool(below and len(below[1]) > column + 2 and below[2] in vocabulary.parts - vocabulary.record)


def opens_indented(lines: list[str], index: int, inner: int, seen: set[str]) -> bool:
    """Tell whether a line is a record's first, moved to the right, with its other keys below in their column."""
    if not {"id", "nama"} <= seen or not lines[index].lstrip("- ").startswith("id:"):
        return False
    below = (
        key for line in lines[index + 1 : index + LONGEST_RECORD] if not BLANK.match(line) for key in [KEY.match(line)]
    )
    key = next(below, None)
    return key is not None and len(key[1]) == inner and names_again(lines, index, inner)


def opens_with_junk(lines: list[str], index: int, inner: int, seen: set[str]) -> bool:
    """Tell whether another sign stands where a record's dash should."""
    junk = JUNK.match(lines[index])
    return bool(junk and len(junk[1]) < inner and {"id", "nama"} <= seen and names_again(lines, index, inner))


def fault_of_opening(lines: list[str], index: int, inner: int, seen: set[str]) -> str:
    """Say what is wrong with a key that opens a record after one with id and name; nothing when it opens none.

    It is a second `id:` where the keys of a record stand or left of it, or a second `nama:` among those keys.
    """
    key = KEY.match(lines[index])
    if not key or len(key[1]) > inner or not {"id", "nama"} <= seen:
        return ""
    if key[2] == "id" and names_again(lines, index, inner):
        return "dash_missing"
    return "id_missing" if key[2] == "nama" and len(key[1]) == inner and opens_without_id(lines, index, seen) else ""


def opens_without_id(lines: list[str], index: int, seen: set[str]) -> bool:
    """Tell whether a line holds another name than those above, with two more keys of the record before it below."""
    column = len(lines[index]) - len(lines[index].lstrip())
    below = (key for line in lines[index + 1 : index + LONGEST_RECORD] if (key := KEY.match(line)))
    following = list(islice((key[2] for key in below if len(key[1]) == column), 2))
    above = lines[max(0, index - LONGEST_RECORD) : index]
    return len(following) > 1 and seen.issuperset(following) and lines[index] not in above


def names_again(lines: list[str], index: int, inner: int) -> bool:
    """Tell whether another `nama:` follows before the next dash in or left of the records' keys."""
    for line in lines[index + 1 : index + LONGEST_RECORD]:
        key = KEY.match(line)
        if key and key[2] == "nama" and not line.lstrip().startswith("-") and len(key[1]) <= inner:
            return True
        if (dash := DASH.match(line)) and len(dash[1]) < inner:
            return False
    return False
