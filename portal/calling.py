"""How people call this program: what a message tells them to type."""

from __future__ import annotations

import os


def called(words: str) -> str:
    """Return a command with these words, as the guide for editors writes it for this system."""
    return f"{'py' if os.name == 'nt' else 'python3'} run.py {words}"
