"""Routes of one corner of the server, looked through only for addresses in it.

Starlette tries its routes one after the other. The studio has dozens, and everybody who answers would wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from starlette.routing import BaseRoute, Match, NoMatchFound

if TYPE_CHECKING:
    from starlette.datastructures import URLPath
    from starlette.types import Receive, Scope, Send

CHOSEN = "dalalab.branch"


class Branch(BaseRoute):
    """`routes` whose addresses all begin with `path`; the first that matches is taken, as without a branch."""

    def __init__(self, path: str, routes: Sequence[BaseRoute]) -> None:
        self.path = path
        self.routes = list(routes)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """The best match among the routes, with the route that gave it."""
        best: tuple[Match, Scope] = Match.NONE, {}
        if not scope["path"].startswith(self.path):
            return best
        for route in self.routes:
            match, child = route.matches(scope)
            if match.value > best[0].value:
                best = match, {**child, CHOSEN: route}
            if match is Match.FULL:
                break
        return best

    def url_path_for(self, name: str, /, **path_params: Any) -> URLPath:
        """The address of the route with this name. Raises NoMatchFound when none has it."""
        for route in self.routes:
            try:
                return route.url_path_for(name, **path_params)
            except NoMatchFound:
                continue
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands over to the route that matched."""
        route: BaseRoute = scope[CHOSEN]
        await route.handle(scope, receive, send)


def branched(path: str, routes: Sequence[BaseRoute]) -> list[BaseRoute]:
    """The same routes in the same order, those under `path` in a branch before the others."""
    under = [route for route in routes if getattr(route, "path", "").startswith(path)]
    others = [route for route in routes if route not in under]
    return [Branch(path, under), *others] if under else others
