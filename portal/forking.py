"""Whether a second process may be made by doubling this one."""

from __future__ import annotations

import sys
import threading


def may_fork() -> bool:
    """Tell whether this process can be doubled in safety: on Linux, while it has no other threads."""
    return sys.platform == "linux" and threading.active_count() == 1
