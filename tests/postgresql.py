"""A private PostgreSQL server for tests: in a folder of its own, reached by socket, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

ACCOUNTS = ("postgres", "nobody")


class NoServer(Exception):
    """PostgreSQL's programs are not on this machine."""


def programs() -> Path:
    """The folder with `initdb`: named by the environment, on the path, or Debian's newest."""
    named = os.environ.get("POSTGRESQL_PROGRAMS")
    found = shutil.which("initdb")
    folders = [Path(named)] if named else []
    folders += [Path(found).parent] if found else []
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(versions, key=lambda path: float(path.parent.name), reverse=True)
    for folder in folders:
        if all((folder / name).exists() for name in ("initdb", "postgres", "createdb")):
            return folder
    raise NoServer("PostgreSQL's programs are not installed (Debian: postgresql)")


class Server:
    """A running server with one template database; `clone` copies it."""

    def __init__(self) -> None:
        self._programs = programs()
        self._account = next(iter(_accounts()), None) if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # socket paths must be short
        if self._account is not None:
            shutil.chown(self._folder, self._account)
        self._clones = 0
        self._data = str(self._folder / "data")
        self._run(
            *("initdb", "-D", self._data, "-U", "test", "-A", "trust", "-E", "UTF8"),
            *("--locale=C", "--no-sync"),
        )
        self.start()

    def create(self, name: str, template: str = "template0") -> str:
        """The address of a new database."""
        self._run("createdb", "-h", str(self._folder), "-U", "test", "-T", template, name)
        return f"postgresql://test@/{name}?host={self._folder}"

    def clone(self, template: str) -> str:
        """The address of a copy of a database."""
        self._clones += 1
        return self.create(f"copy{self._clones}", template)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected; hundreds of them would take a minute at the end."""
        name = url.partition("@/")[2].partition("?")[0]
        self._run("dropdb", "-h", str(self._folder), "-U", "test", "--force", "--if-exists", name)

    def halt(self) -> None:
        """Stop at once; `start` goes on with what there was."""
        self._postmaster.send_signal(signal.SIGQUIT)
        self._postmaster.communicate()

    def stop(self) -> None:
        """Stop at once and remove everything."""
        self.halt()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Our own child, so that it is gone when we have waited for it: pg_ctl needs an init that reaps."""
        settings = {
            "unix_socket_directories": str(self._folder),
            "listen_addresses": "",
            "fsync": "off",
            "full_page_writes": "off",
            "log_min_messages": "log",  # no errors: the pipe is read no further than the start
            "log_checkpoints": "off",
        }
        self._postmaster = subprocess.Popen(
            [
                str(self._programs / "postgres"),
                *("-D", self._data),
                *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
            ],
            cwd=self._folder,
            user=self._account,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._postmaster.stderr is not None
        said = ""
        for line in self._postmaster.stderr:
            if "ready to accept connections" in line:
                return
            said += line
        raise RuntimeError(f"PostgreSQL did not start: {said}")

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            check=False,
            cwd=self._folder,
            user=self._account,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")


def _accounts() -> list[str]:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return [name for name in ACCOUNTS if name in known]
