"""Write the portal's pages from `data/innovations.yaml` into `docs/`: the same as `portal generate`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def run() -> int:
    """Return the exit code; a Python without the portal's packages is told what to type."""
    try:
        from portal.commands import main

        return main(["generate", *sys.argv[1:]])
    except ModuleNotFoundError as error:  # also for a package whose version is asked for
        print(f"Python ini belum punya {error.name}. Jalankan: python3 run.py generate", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(run())
