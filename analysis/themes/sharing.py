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

AHEAD = 2
"""Pieces that the second process has at a time: one under way and the next. What it has is never taken back: Python
3.11's pool loses its thread, and whoever waits with it, when a process dies while a piece is cancelled
(CPython's process pool sets an exception on every piece it still has)."""


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
        ahead: dict[int, Future[Made]] = {}
        first, last = 0, len(pieces)
        while first < last:
            while len(ahead) < AHEAD and first < last:
                ahead[first], first = _handed(second, work, pieces[first]), first + 1
            if first < last:
                last -= 1
                yield last, work(pieces[last])
            for place in [place for place, one in ahead.items() if one.done()]:
                yield place, _made(ahead.pop(place), work, pieces[place])
        for place, one in ahead.items():
            yield place, _made(one, work, pieces[place])


def _handed(
    second: ProcessPoolExecutor, work: Callable[[Piece], Made], piece: Piece
) -> Future[Made]:
    """The work as the second process will do it, or as broken off where that is dead already."""
    try:
        return second.submit(work, piece)
    except BrokenProcessPool as error:
        lost: Future[Made] = Future()
        lost.set_exception(error)
        return lost


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
