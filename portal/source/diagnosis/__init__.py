"""Find the slip in lines that are no YAML: the parser says where it gave up, this says what went wrong and where.

The data uses little of YAML, so a walk over the lines knows at each of them what may stand there: a key in this
column, an item in that one, more of a text. The first line that does not fit holds the slip. Where the right line is
plain to see, the fault carries it: it is printed as advice, used by `--fix`, and put in place so that reading can go
on.
"""

from __future__ import annotations

from collections.abc import Sequence

from portal.source.diagnosis.columns import Columns
from portal.source.diagnosis.contents import Contents
from portal.source.diagnosis.spelling import Spelling
from portal.source.diagnosis.state import BLANK, Fault, Found
from portal.source.nodes import Vocabulary

__all__ = ["Fault", "find_fault"]


def find_fault(lines: Sequence[str], vocabulary: Vocabulary, stop: int) -> Fault | None:
    """Return the first slip in the lines of a record, up to the index where the parser gave up."""
    try:
        Walk(lines, vocabulary).run(stop)
    except Found as found:
        return found.fault
    return None


class Walk(Columns, Spelling, Contents):
    """Goes down the lines of a record, up to the first that does not fit."""

    def run(self, stop: int) -> None:
        """Walk until the index `stop`; raises Found at the first slip."""
        self.first_key()
        while self.index < len(self.lines) and self.index <= stop:
            line = self.lines[self.index]
            if BLANK.match(line):
                self.index += 1
                continue
            start = len(line) - len(line.lstrip(" "))
            at = self.index
            if not self.goes_on(line, start):
                self.spelling(line, start)
                self.enter(line, start)
                self.content(line, start, None)
            if self.index == at:
                self.index += 1
