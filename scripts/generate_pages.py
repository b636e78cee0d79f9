"""Write the portal's pages from `data/innovations.yaml` into `docs/`: the same as `portal generate`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from portal.commands import main

if __name__ == "__main__":
    sys.exit(main(["generate", *sys.argv[1:]]))
