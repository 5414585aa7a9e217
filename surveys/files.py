"""Files that somebody named: what is said of one that cannot be read or written."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from surveys.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

_WHY = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "rights",
    errno.EISDIR: "folder",
}


def unreadable(path: Path | str, error: OSError | UnicodeDecodeError) -> ConfigError:
    """What to raise for a file that cannot be read."""
    return ConfigError.of("file-unreadable", path=str(path), **_why(error))


def unwritable(path: Path | str, error: OSError) -> ConfigError:
    """What to raise for a file or folder that cannot be written."""
    return ConfigError.of("file-unwritable", path=str(path), **_why(error))


def _why(error: OSError | UnicodeDecodeError) -> dict[str, str]:
    if isinstance(error, UnicodeDecodeError):
        return {"why": "encoding", "told": ""}
    told = (error.strerror or type(error).__name__).lower()
    return {"why": _WHY.get(error.errno or 0, "other"), "told": told}
