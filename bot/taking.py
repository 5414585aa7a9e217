"""Files that people send: taken in for the question that asks for one, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.path import path
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Attach, Show, Unreadable
from surveys.questionnaire.models import File, Photo

if TYPE_CHECKING:
    from bot.outcomes import Outcome, Who
    from bot.service import Service
    from surveys.conversation.state import Key
    from surveys.questionnaire.models import AnyQuestion


async def take_photo(
    service: Service, who: Who, data: bytes, key: Key | None = None
) -> Show | Unreadable:
    """A photo taken in: re-encoded without its metadata and stored; Unreadable where none is asked for.

    Raises:
        UnreadableFile: it is no picture, or too large.
    """
    from bot.photos import reencoded

    outcome = await service.look(who)
    if not isinstance(_question_at(outcome, key), Photo):
        return Unreadable()
    picture = await reencoded(data)
    file = await service.store.save_file(
        outcome.survey.id, picture.data, "image/jpeg", service.clock()
    )
    return Show(file, picture.width, picture.height, key)


async def take_document(
    service: Service, who: Who, data: bytes, name: str, key: Key | None = None
) -> Attach | Unreadable:
    """A document taken in: checked and stored; Unreadable where none is asked for.

    Raises:
        UnreadableFile: it is too large, or not what was asked for.
    """
    from bot.documents import taken_in

    outcome = await service.look(who)
    question = _question_at(outcome, key)
    if not isinstance(question, File):
        return Unreadable()
    document = await taken_in(question, data, name)
    file = await service.store.save_file(
        outcome.survey.id, document.data, document.media_type, service.clock()
    )
    return Attach(file, document.name, len(document.data), key)


def _question_at(outcome: Outcome, key: Key | None) -> AnyQuestion | None:
    """The question a file is meant for: the key's when it is on the path, else the one on the screen."""
    along = path(outcome.survey, outcome.state)
    if key is not None and key in along:
        return along.slot(key).question
    return outcome.screen.question if isinstance(outcome.screen, QuestionScreen) else None
