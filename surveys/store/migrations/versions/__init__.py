"""One file for each revision, oldest first; only ever forward."""
