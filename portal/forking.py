"""Whether a second process may be made by doubling this one."""

from __future__ import annotations

import sys
import threading


def may_fork() -> bool:
    """Tell whether this process can be doubled in safety: on Linux, while it has no other threads.

    Once the press has printed here it has threads that Python does not count; a fork that prints would wait for them
    for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1 and "typst" not in sys.modules
