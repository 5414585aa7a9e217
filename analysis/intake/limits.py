"""How much of a file is read: far more than any survey has, and little enough for a laptop."""

from __future__ import annotations

LARGEST_FILE = 200_000_000
LARGEST_UNPACKED = 600_000_000
MOST_PARTS = 5_000
MOST_ROWS = 500_000
MOST_COLUMNS = 1_000
MOST_SHEETS = 50
LONGEST_CELL = 200_000
LONGEST_KEPT = 5_000
"""Characters of a cell that are read: no answer is longer, and what looks for names and addresses is slow on more."""
