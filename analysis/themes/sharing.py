"""Work on many answers shared with a second process: the same results, whoever made which of them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")


def shared_out(
    work: Callable[[Piece], Made], pieces: Sequence[Piece]
) -> Iterator[tuple[int, Made]]:
    """What comes of each piece, and its place among them, as it is done. `work` and `pieces` can be pickled.

    The second process begins with the first piece and this one with the last. It takes a second to start: for work
    of many seconds. Without a second core, or where it must not be started or dies, everything is done here.
    """
    if len(pieces) < 2 or _cores() < 2 or multiprocessing.current_process().daemon:
        yield from enumerate(map(work, pieces))
        return
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as second:
        waiting = {place: second.submit(work, piece) for place, piece in enumerate(pieces)}
        last = len(pieces) - 1
        while last in waiting and waiting[last].cancel():
            del waiting[last]
            yield last, work(pieces[last])
            last -= 1
            for place in [place for place, one in waiting.items() if one.done()]:
                yield place, _made(waiting.pop(place), work, pieces[place])
        for place, one in waiting.items():
            yield place, _made(one, work, pieces[place])


def _made(done: Future[Made], work: Callable[[Piece], Made], piece: Piece) -> Made:
    try:
        return done.result()
    except BrokenProcessPool:
        return work(piece)


def _cores() -> int:
    """Those this process may use, as far as the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
