"""`themes-vote`: asks participants whether the summary is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.common import Console, perform, print_json
from bot.commands.telling import told
from bot.shapes import survey_shape
from surveys.questionnaire.languages import say
from surveys.questionnaire.loading import library_questionnaire

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.questionnaire.models import Item
    from surveys.store.store import Store
    from surveys.survey import Survey


async def themes_vote(
    settings: Settings, console: Console, code: str, title: str | None, *, as_json: bool
) -> None:
    """Opens the check with the report's own sentences, and says where people vote."""
    from analysis.confirming import QUESTIONNAIRE
    from bot.checking import sentences

    async def asked(store: Store) -> list[Survey]:
        return [await store.survey_named(code)]

    async def found(store: Store) -> tuple[Survey, list[Item]]:
        survey = await store.survey_named(code)
        return survey, await sentences(store, survey)

    survey, items = await told(settings, asked, found)
    form = library_questionnaire(QUESTIONNAIRE)
    arguments = {
        "code": survey.code,
        "items": [item.model_dump(mode="json", exclude_none=True) for item in items],
        "title": title or f"{say(form.title, survey.languages[0])} {survey.title}",
    }
    body = await perform(settings, "themes_vote", arguments)
    if as_json:
        print_json(survey_shape(body))
        return
    console.say("cli-opened", title=body["title"], code=body["code"])
    if body["join"]["web"]:
        console.say("cli-join", address=body["join"]["web"])
