"""Live preview: saving the data, a template or a page updates the browser; broken data leaves the last good pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from watchfiles import watch

from portal import engine as engines
from portal.engine import Engine
from portal.generation import DataError, generate, read
from portal.problems import tell
from portal.writing import HandWrittenError, RemovalError

TEMPLATES = Path(__file__).parent / "templates"


def serve(
    root: Path,
    engine: Engine,
    address: str,
    options: Sequence[str],
    say: Callable[[str], None],
    today: Callable[[], date],
) -> int:
    """Serve the portal at `address` (host:port) until the person stops it; return the engine's exit code.

    `options` are passed on to the engine.

    The first reading must succeed (raises as `generation` does). Only the data and the templates are watched here; the
    engine watches the pages, and they are written only when they change, so nothing can loop.
    """
    catalogue, _ = read(root, today())
    generate(catalogue, root)
    portal = catalogue.settings.model_copy(update={"alamat": f"http://{address}/"})

    def added(problems: str = "") -> dict[str, object]:
        return engines.settings(root / ".cache" / "preview", portal, problems)

    with engines.configuration(root, added()) as config:
        command = engines.command(engine, "serve", config, "--dev-addr", address, *options)
        process = subprocess.Popen(command, cwd=root, env=engines.environment(), stdout=subprocess.DEVNULL)  # noqa: S603
        say(f"Pratinjau: http://{address}/  (tekan Ctrl+C untuk berhenti)")
        try:
            for problems in _readings(root, process, say, today):
                config.write_text(json.dumps(added(problems)), encoding="utf-8")
        except KeyboardInterrupt:
            say("Pratinjau dihentikan.")
        finally:
            process.terminate()
            process.wait()
    return max(process.returncode, 0)


def _readings(
    root: Path, process: subprocess.Popen[bytes], say: Callable[[str], None], today: Callable[[], date]
) -> Iterator[str]:
    """Generate again after each change while the engine runs; yield the problems whenever their words change."""
    shown = ""
    for changes in watch(root / "data", TEMPLATES, debounce=200, step=50, rust_timeout=500, yield_on_timeout=True):
        if process.poll() is not None:
            return
        if changes and (problems := _update(root, say, today)) != shown:
            shown = problems
            yield shown


def _update(root: Path, say: Callable[[str], None], today: Callable[[], date]) -> str:
    """Generate once more; say what changed, and return the problems in words (empty when there are none)."""
    try:
        catalogue, _ = read(root, today())
        changes = generate(catalogue, root)
    except DataError as error:
        text = tell(error.problems)
    except (HandWrittenError, RemovalError) as error:
        text = str(error)
    else:
        if changes.written or changes.removed:
            say(f"{len(changes.written)} berkas diperbarui, {len(changes.removed)} dihapus.")
        return ""
    say(text)
    return text
