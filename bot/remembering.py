"""What is kept in memory by address: conversations, and which survey somebody was at last."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from surveys.store.records import Loaded

Place: TypeAlias = tuple[int, str]
"""A survey's number and the keyed hash of an address."""


class Remembered:
    """Conversations; those that share a response are forgotten together.

    At most `most` conversations; the one longest unused goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[Place, Loaded] = OrderedDict()
        self._sharing: dict[str, set[Place]] = {}

    def get(self, place: Place) -> Loaded | None:
        """What is remembered of a conversation."""
        known = self._known.get(place)
        if known is not None:
            self._known.move_to_end(place)
        return known

    def keep(self, place: Place, loaded: Loaded) -> None:
        """Remember; whoever shares the response no longer knows how it stands."""
        known = self._known.get(place)
        if known is not None and self._alone(known, loaded):
            self._known[place] = loaded
            self._known.move_to_end(place)
            return
        self.forget(place)
        if loaded.response_id is not None:
            self.forget_response(loaded.response_id)
            self._sharing.setdefault(loaded.response_id, set()).add(place)
        self._known[place] = loaded
        while len(self._known) > self._most:
            self._drop(next(iter(self._known)))

    def _alone(self, known: Loaded, loaded: Loaded) -> bool:
        """Whether it is the same response as before, which nobody else here shares."""
        response = known.response_id
        return response == loaded.response_id and len(self._sharing.get(response or "", ())) <= 1

    def forget(self, place: Place) -> None:
        """Forget one conversation, and those that share its response."""
        known = self._known.get(place)
        if known is None:
            return
        if known.response_id is not None:
            self.forget_response(known.response_id)
        self._drop(place)

    def forget_response(self, response_id: str) -> None:
        """Forget everybody who shares a response."""
        for place in tuple(self._sharing.get(response_id, ())):
            self._drop(place)

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()
        self._sharing.clear()

    def _drop(self, place: Place) -> None:
        known = self._known.pop(place, None)
        if known is None or known.response_id is None:
            return
        sharing = self._sharing[known.response_id]
        sharing.discard(place)
        if not sharing:
            del self._sharing[known.response_id]


class Latest:
    """The join code of the survey each address touched last; at most `most` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._codes: OrderedDict[str, str] = OrderedDict()

    def get(self, hashed: str) -> str | None:
        """The code, None when it is not known here."""
        return self._codes.get(hashed)

    def keep(self, hashed: str, code: str) -> None:
        """The address has just touched this survey."""
        self._codes[hashed] = code
        self._codes.move_to_end(hashed)
        if len(self._codes) > self._most:
            self._codes.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._codes.clear()
