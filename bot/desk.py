"""The organiser's desk: what changes a survey, as verbs that take and give plain JSON.

One process writes to an SQLite file. A command that wants to change something while the server runs
therefore asks the server through `bot/control.py`; without a server it opens the store and does it itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot import editions
from bot.answering import answer_shape, publish
from bot.checking import open_check
from bot.moderating import Decision, decide
from bot.opening import code_for, free_code, left_out, open_survey
from bot.refusing import refused
from bot.shapes import survey_body
from bot.wishes import Opening
from surveys.answer_file import read_answer
from surveys.deciding import Translation, decision_from
from surveys.questionnaire.models import Item
from surveys.statements import statement_questions
from surveys.store.acting import Deed, acting, concerning
from surveys.survey import InvitedType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.addresses import Addresses
    from bot.service import Service
    from surveys.store.store import Store
    from surveys.survey import Survey

VERBS = frozenset(
    {"open", "close", "answer", "themes_vote", "decide", "erase", "publish", "purge"}
    | {"invite", "revoke", "owner_link", "moderate", "note_disclosure", "note_copy"}
    | {"decide_theme", "undo_theme", "translate"}
)
FIRST_OWNER = "Ägaren"
"""What the first owner is called in the log until they say another name."""
AT_THE_COMMAND_LINE = "dalalab"
"""Who did what was done by a command."""
COMMAND_LINE = "command line"
"""Who decided what was decided by a command."""
INVITED_FOR = dt.timedelta(minutes=15)
"""How long a code that links an organiser's chat is good."""
OWNER_LINK = dt.timedelta(hours=24)
"""How long the link that is printed for the owner is good."""


class Desk:
    """What an organiser can have done. Every verb raises DalalabError subclasses only."""

    def __init__(
        self,
        store: Store,
        service: Service,
        *,
        addresses: Addresses,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self.store = store
        self.service = service
        self.addresses = addresses
        self.clock = clock

    async def perform(self, verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """One verb by name, as it comes from a command. Raises KeyError on an unknown verb."""
        if verb not in VERBS:
            raise KeyError(verb)
        with acting(Deed(AT_THE_COMMAND_LINE, "", verb.replace("_", "-"), self.clock())):
            concerning(arguments.get("code"), reference=arguments.get("decision_ref"))
            result: dict[str, Any] = await getattr(self, verb)(**arguments)
        return result

    async def open(self, **wanted: Any) -> dict[str, Any]:
        """Opens a survey; `wanted` are the fields of Opening, times as ISO strings.

        `left_out`, beside the survey's body: the channels it went without, for want of what the law asks.
        """
        for name in ("opens", "closes"):
            if wanted.get(name) is not None:
                wanted[name] = dt.datetime.fromisoformat(wanted[name])
        wanted["channels"] = tuple(wanted.get("channels") or ())
        wanted["roster"] = tuple(map(InvitedType.model_validate, wanted.get("roster") or ()))
        opening = Opening(**wanted)
        code = opening.code or await free_code(self.store, code_for(opening))
        concerning(code)
        opening = replace(opening, code=code)
        survey = await open_survey(self.store, opening, now=self.clock())
        return {**await self.body(survey), "left_out": left_out(opening, survey)}

    async def close(self, code: str, attended: int | None = None) -> dict[str, Any]:
        """Closes a survey and cuts every link to the people who answered; closing twice changes nothing."""
        survey = await self.survey(code)
        if attended is not None:
            await self.store.set_attended(survey.code, attended)
        closed = await self.store.close_survey(survey.code, self.clock())
        self.service.forget()
        return await self.body(closed)

    async def answer(self, code: str, source: str, file: str, language: str) -> dict[str, Any]:
        """Publishes what a file says as a new version of the answer back."""
        survey, now = await self.survey(code), self.clock()
        versions = await self.store.answers_back(survey.id)
        standing = versions[0].answer if versions else None
        answer = read_answer(source, file, language, standing)
        await publish(self.store, survey, answer, AT_THE_COMMAND_LINE, now)
        waiting = await self.store.count_subscriptions(survey.id)
        return answer_shape(survey, await self.store.answers_back(survey.id), waiting, now)

    async def themes_vote(
        self, code: str, items: list[dict[str, Any]], title: str
    ) -> dict[str, Any]:
        """Opens a check of the summary: themes as statements, for the participants of a survey that has closed."""
        survey = await self.survey(code)
        sentences = [Item.model_validate(item) for item in items]
        opened = await open_check(self.store, survey, sentences, title, self.clock())
        concerning(opened.code)
        return await self.body(opened)

    async def decide(
        self, code: str, approve: list[str], hide: list[str], wait: Sequence[str] = ()
    ) -> dict[str, Any]:
        """Approves and hides quotes; those that are to wait are undecided again."""
        survey = await self.survey(code)
        await self.store.decide_quotes(survey.id, approve, hide, self.clock(), wait=wait)
        return {"approved": len(approve), "hidden": len(hide)}

    async def publish(self, parts: dict[str, list[str] | None]) -> dict[str, Any]:
        """Keeps what may be shown of each survey now, before anybody sees it; by code, the parts wanted (None: all)."""
        for code, wanted in parts.items():
            survey = await self.survey(code)
            await editions.publish(self.store, survey, self.clock(), wanted)
        return {"published": len(parts)}

    async def moderate(
        self,
        code: str,
        approve: Sequence[str] = (),
        reject: Sequence[str] = (),
        reason: str | None = None,
        moderated: bool | None = None,
    ) -> dict[str, Any]:
        """Shows and hides statements, and switches whether new ones wait; by name, what became of each."""
        survey, now = await self.survey(code), self.clock()
        for question in statement_questions(survey.questionnaire) if moderated is not None else ():
            by = AT_THE_COMMAND_LINE
            await self.store.set_moderated(survey.id, question.id, bool(moderated), by=by, at=now)
        decisions = [Decision(name, "approve", "") for name in approve]
        decisions += [Decision(name, "hide", "", reason) for name in reject]
        done = await decide(self.store, survey, decisions, AT_THE_COMMAND_LINE, now)
        self.service.forget()
        return done.body()

    async def note_disclosure(self, code: str, decision_ref: str) -> dict[str, Any]:
        """Notes that everybody's votes are handed out, by which decision: before anybody has them."""
        survey = await self.survey(code)
        await self.store.note_disclosure(survey.id, decision_ref, self.clock())
        return {"noted": survey.code}

    async def note_copy(self, code: str, decision_ref: str, people: int) -> dict[str, Any]:
        """Notes that a masked copy of so many people's answers is handed out, by which decision."""
        survey = await self.survey(code)
        await self.store.note_copy(survey.id, decision_ref, people, self.clock())
        return {"noted": survey.code}

    async def decide_theme(
        self, code: str, decision: dict[str, Any], who: str = COMMAND_LINE
    ) -> dict[str, Any]:
        """Keeps a decision on themes, as `surveys.deciding.to_json` writes it; its number."""
        survey = await self.survey(code)
        made = decision_from(decision)
        return {"decided": await self.store.decide_theme(survey.id, made, who, self.clock())}

    async def undo_theme(self, code: str, number: int) -> dict[str, Any]:
        """Takes a decision on themes back. Raises StoreError where there is none of that number."""
        survey = await self.survey(code)
        await self.store.undo_theme(survey.id, number)
        return {"undone": number}

    async def translate(
        self, code: str, texts: dict[str, str | None], language: str, who: str = COMMAND_LINE
    ) -> dict[str, Any]:
        """Keeps translations into a language by the answer's id; None takes one back. How many were kept."""
        survey = await self.survey(code)
        given = {
            name: None if text is None else Translation(text, language)
            for name, text in texts.items()
        }
        return {"kept": await self.store.translate(survey.id, given, who, self.clock())}

    async def erase(self, receipt: str) -> dict[str, Any]:
        """Removes the answers behind a receipt code; 0 when there are none."""
        return {"erased": await self.service.erase_receipt(receipt)}

    async def purge(self, code: str, decision_ref: str) -> dict[str, Any]:
        """Disposes of a survey's answers by the decision it names; counts, never content."""
        survey = await self.survey(code)
        removed = await self.store.purge(survey.code, decision_ref, self.clock())
        self.service.forget()
        return dict(removed)

    async def invite(self, code: str) -> dict[str, Any]:
        """A one-time code that lets a chat in Telegram follow the survey, and the link that gives it."""
        survey, now = await self.survey(code), self.clock()
        if survey.purged:
            raise refused("refused-purged", code=survey.code)
        keyring = self.service.keyring
        secret = keyring.organiser_code()
        hashed = keyring.organiser_code_hash(secret)
        await self.store.invite_organiser(survey.id, hashed, now, INVITED_FOR)
        name = self.addresses.telegram_name
        link = f"https://t.me/{name}?start={secret}" if name is not None else None
        expires = (now + INVITED_FOR).isoformat()
        return {"survey": survey.code, "code": secret, "link": link, "expires": expires}

    async def revoke(self, code: str) -> dict[str, Any]:
        """No chat follows the survey or its series any more; how many did."""
        survey = await self.survey(code)
        chats = await self.store.revoke_organisers(survey.id, self.clock())
        return {"survey": survey.code, "chats": chats}

    async def owner_link(self) -> dict[str, Any]:
        """A one-time link into the studio for its first owner; the one before leads nowhere."""
        keyring, now = self.service.keyring, self.clock()
        secret = keyring.studio_secret()
        hashed = keyring.studio_link_hash(secret)
        await self.store.owner_link(FIRST_OWNER, hashed, now, OWNER_LINK)
        expires = (now + OWNER_LINK).isoformat()
        return {"link": self.addresses.studio(secret), "expires": expires}

    async def body(self, survey: Survey) -> dict[str, Any]:
        """The survey as `survey show` gives it."""
        counts = await self.store.counts(survey)
        return survey_body(survey, counts, self.addresses, self.clock())

    async def survey(self, code: str) -> Survey:
        """The survey with a join code, whatever its case. Raises UnknownCode."""
        return await self.store.survey_named(code)
