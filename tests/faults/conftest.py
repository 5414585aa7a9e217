"""What the fault plans are played with, made once."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveys.store.store import Store
from tests.faults.plans import Run, Told, planned, play
from tests.faults.told import everybody

MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Stage:
    """Questionnaires, how each goes without faults, and where a run's database may lie."""

    told: list[Told]
    calm: dict[str, Run]
    empty: Path

    def fresh(self) -> str:
        """The address of an empty store: a copy, since migrating takes longer than a plan."""
        folder = Path(tempfile.mkdtemp(dir=self.empty.parent))
        file = folder / "run.sqlite"
        file.write_bytes(self.empty.read_bytes())
        return f"sqlite:///{file}"


async def made(folder: Path) -> Stage:
    """The stage, with one run without faults for each questionnaire."""
    (await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True))
    empty = folder / "empty.sqlite"
    await (await Store.open(f"sqlite:///{empty}")).close()
    stage = Stage(await everybody(folder / "told"), {}, empty)
    for told in stage.told:
        stage.calm[told.name] = await play(told, planned(0, busy=False), stage.fresh())
    return stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """In memory where there is such a folder: what a disk keeps is tested with real kills."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield asyncio.run(made(Path(folder)))
