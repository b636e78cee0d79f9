"""What can be wrong with pages although the data are right, and how it is said to staff."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateSyntaxError

from portal.engine import EngineError
from portal.forking import HelperError
from portal.handwritten import PageError
from portal.headers import InlineError
from portal.lifetime import ExpiredError
from portal.papers.press import PaperError
from portal.writing import HandWrittenError, RemovalError

COMPLETE: Final = (HandWrittenError, RemovalError, PaperError, ExpiredError)
"""Faults whose words say all."""

FAULTS: Final = (*COMPLETE, EngineError, InlineError, HelperError, PageError, TemplateError, OSError)


def said(fault: Exception) -> str:
    """Return a fault in words."""
    if isinstance(fault, TemplateSyntaxError):
        return f"Templat {Path(fault.filename or str(fault.name)).name}, baris {fault.lineno}: {fault.message}"
    if isinstance(fault, TemplateError):
        return f"Templat: {fault.message}"
    return _reason(fault) if isinstance(fault, OSError) else str(fault)


def _reason(error: OSError) -> str:
    """Return why files could not be written; moving many files collects one reason for each."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return ": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error)
