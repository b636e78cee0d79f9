"""Set everything up in `.venv`, then run: `python3 run.py` builds the portal, `python3 run.py test` tests it.

Any other words are those of the `portal` command, for example `python3 run.py serve`. Needs Python 3.11 or newer and
pip, nothing else: the environment is made without a pip of its own, so it also works where the system's Python refuses
`pip install` and lacks `ensurepip` (Debian, Ubuntu). It installs exactly what the lock files name, checked by hash; a
second run skips that.
"""

import hashlib
import os
import signal
import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "installed.txt"
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"


def main(words: list[str]) -> int:
    """Return the exit code of what was run."""
    if sys.version_info < (3, 11):
        print("Perlu Python 3.11 atau lebih baru: https://www.python.org/downloads/", file=sys.stderr)
        return 2
    testing = words[:1] == ["test"]
    try:
        prepare([RUNTIME, DEVELOPMENT] if testing else [RUNTIME])
    except subprocess.CalledProcessError:
        print("Pemasangan gagal. Periksa sambungan internet, lalu jalankan lagi.", file=sys.stderr)
        return 2
    if testing:
        return run(SCRIPTS / "python", "-m", "pytest", *words[1:])
    return run(SCRIPTS / "portal", *(words or ["build"]))


def prepare(locks: list[str]) -> None:
    """Bring `.venv` in line with the lock files; make it anew when what it holds is out of date."""
    wanted = [f"{lock} {fingerprint(lock)}" for lock in locks]
    present = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []
    # What is installed names this folder and this Python: a copy of the folder would run the programs of the first.
    place = f"{HOME} {sys.base_prefix} {sys.version_info[:2]}"
    current = {place, *(f"{lock} {fingerprint(lock)}" for lock in (RUNTIME, DEVELOPMENT))}
    if place not in present or not current.issuperset(present):
        print("Menyiapkan .venv (sekali saja) …", file=sys.stderr, flush=True)
        venv.create(VENV, clear=True, symlinks=os.name != "nt")
        present = [place]
    for line, lock in zip(wanted, locks, strict=True):
        if line not in present:
            pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(HOME / lock))
            present.append(line)
            if lock == RUNTIME:
                pip("install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(HOME))
            STAMP.write_text("\n".join(present), encoding="utf-8")


def fingerprint(lock: str) -> str:
    """Return the hash of a lock file, whatever line ends git gave it."""
    return hashlib.sha256((HOME / lock).read_text(encoding="utf-8").encode()).hexdigest()


def pip(*words: str) -> None:
    """Run this Python's pip on `.venv`. Raises `CalledProcessError` when it fails."""
    target = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
    command = [sys.executable, "-m", "pip", "--python", str(target), "--disable-pip-version-check", "--quiet"]
    subprocess.run([*command, *words], check=True)


def run(program: Path, *words: str) -> int:
    """Run a program of `.venv` and return its exit code; it is for the program to answer Ctrl+C, and to be ended."""
    suffix = ".exe" if os.name == "nt" else ""
    process = subprocess.Popen([f"{program}{suffix}", *words], cwd=HOME)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
