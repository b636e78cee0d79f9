"""The bar: on a terminal, for long work, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from portal import progress


class Terminal(io.StringIO):
    """Standard error of a person at a screen."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.progress("Mencetak lembar", 4) as done:
        for count in (1, 2, 1):
            done(count)
    return stream.getvalue()


def test_a_person_sees_how_far_long_work_is(monkeypatch):
    text = shown(monkeypatch, Terminal(), 0)
    assert "Mencetak lembar" in text
    for part in ("25%", "75%", "100%"):
        assert part in text
    assert text.endswith("\n")


def test_short_work_shows_nothing(monkeypatch):
    assert shown(monkeypatch, Terminal(), 60) == ""


def test_a_pipe_stays_empty(monkeypatch):
    assert shown(monkeypatch, io.StringIO(), 0) == ""
