"""A slower disk than this machine has: the same program again, with each sync put off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).with_name("slow_disk.c")
MARK = "DISK_MICROSECONDS"


def begin_again_on(milliseconds: float) -> None:
    """Starts this program anew on such a disk and ends with it; returns at once when it runs there already."""
    if MARK in os.environ:
        return
    if shutil.which("cc") is None:
        sys.exit("A slower disk needs a C compiler (Debian: gcc libc6-dev).")
    with tempfile.TemporaryDirectory(prefix="dalalab-disk-") as folder:
        library = Path(folder) / "slow_disk.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"], check=True)
        there = {**os.environ, "LD_PRELOAD": str(library), MARK: str(round(milliseconds * 1000))}
        sys.exit(subprocess.run([sys.executable, *sys.argv], env=there, check=False).returncode)
