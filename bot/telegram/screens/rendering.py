"""From a screen to a message: text and buttons. Pure; decides nothing about the conversation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.telegram.outreach.reminding import quiet_rows
from bot.telegram.screens import picking, tables
from bot.telegram.screens.codec import Does, Press
from bot.telegram.screens.ending import end
from bot.telegram.screens.hints import hints
from bot.telegram.screens.limits import fitted, plain
from bot.telegram.screens.markup import (
    LONGEST_TEXT,
    Label,
    Rendered,
    Rows,
    bold,
    cut,
    escape,
    line,
    mirrored,
    units,
)
from bot.telegram.screens.notice import notice
from bot.telegram.screens.options import is_listed, listed, on_question, options, part_of, ticked
from bot.telegram.screens.spots import press_on
from bot.telegram.screens.statements import stated
from bot.wording import ROUND_OVER, clock_text, on_text
from surveys.conversation.respondent import RESPONDENT, must_be_named
from surveys.conversation.screens import (
    EndScreen,
    NoticeScreen,
    QuestionScreen,
    ReviewLine,
    Screen,
    ShutScreen,
)
from surveys.conversation.values import Allocation, NamedPlace, Words
from surveys.conversation.view import describe
from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.models import (
    Multi,
    Note,
    Rank,
)
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.conversation.state import Key, State
    from surveys.survey import Survey
    from surveys.texts import Texts

RECEIPT_NOTE = "telegram-receipt"
_LONGEST_QUESTION = 900
_LONGEST_HELP = 700
_LONGEST_ANSWER = 160
_LONGEST_TOLD = 160
"""Of an answered question only so much is left: the answer is what matters then."""
_LONGEST_NOTE = 300
_ROOM_FOR_NOTES = 700


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


@dataclass(frozen=True, slots=True)
class Renderer:
    """`public_url` is the web address, None when there is none; `country` is the notice's third country, when set.

    `today` is the day where people answer, for dates that are tapped. Every message keeps to Telegram's limits
    (`bot.telegram.screens.limits`).
    """

    texts: Texts
    public_url: str | None = None
    country: str | None = None
    today: Callable[[], dt.date] = _today

    def link(self, survey: Survey) -> str:
        """The survey's web address; its code alone where there is no web."""
        return f"{self.public_url.rstrip('/')}/{survey.code}" if self.public_url else survey.code

    def shut(self, screen: ShutScreen) -> str:
        """Why the survey takes no answers, as plain text."""
        opens = screen.survey.opens
        if screen.reason != "scheduled" or opens is None:
            return self._say(screen, "closed")
        return self._say(screen, "scheduled", date=date_text(opens.date(), screen.language))

    def render(
        self,
        screen: Screen,
        *,
        notes: Sequence[Mapping[str, Any]] = (),
        receipt: str | None = None,
        page: int | None = None,
        at: Key | None = None,
    ) -> Rendered:
        """The message for a screen.

        Args:
            screen: what the person sees.
            notes: sentences to stand above it: `{"id": …, "with": {…}}`; `receipt` fills the one that tells it.
            receipt: the person's code.
            page: of a long table, long options or a long last screen, from 0; of a date its month, of a time its hour.
            at: the row of a table that has just been answered.
        """
        match screen:
            case NoticeScreen():
                shown = self.notice(screen)
            case QuestionScreen():
                over = any(note["id"] == ROUND_OVER for note in notes)
                shown = self._question(replace(screen, clock=None) if over else screen, page, at)
            case EndScreen():
                shown = end(self.texts, screen, receipt, page or 0)
            case ShutScreen():
                shown = Rendered(escape(self.shut(screen)))
        above = _within(self._told(screen, notes, receipt), _ROOM_FOR_NOTES)
        quiet = quiet_rows(self.texts, screen, notes)
        rows = mirrored((*shown.rows, *quiet), screen.language)
        return fitted(Rendered("\n\n".join((*map(escape, above), shown.text)), rows))

    def _told(
        self, screen: Screen, notes: Sequence[Mapping[str, Any]], receipt: str | None
    ) -> list[str]:
        """The sentences above a screen. The receipt is put in here: it never waits in the outbox."""
        told = []
        for note in notes:
            arguments = _short(note.get("with", {}))
            if note["id"] != RECEIPT_NOTE:
                told.append(self._say(screen, note["id"], **arguments))
            elif receipt is not None:
                told.append(self._say(screen, RECEIPT_NOTE, code=receipt))
        return told

    def notice(self, screen: NoticeScreen) -> Rendered:
        """Everything the law wants said, and the way in."""
        begin = Label(self._say(screen, "begin"), press(screen.survey, Does.BEGIN))
        return Rendered(
            notice(self.texts, screen, self._elsewhere(screen)), ((begin,), *languages(screen))
        )

    def _elsewhere(self, screen: NoticeScreen) -> str:
        """That Telegram is in a third country, and the equal way in where there is one (L3, L16)."""
        country = self.country or self._say(screen, "telegram-country")
        told = self._say(screen, "telegram-notice", country=country)
        if self.public_url is None or "web" not in screen.survey.channels:
            return told
        return f"{told} {self._say(screen, 'telegram-notice-web', link=self.link(screen.survey))}"

    def answered(self, told: ReviewLine, language: str, *, note: bool = False) -> Rendered:
        """What is left of a question's message when it has been answered: the question and `✓ answer`."""
        if note:
            return Rendered(escape(cut(told.text, _LONGEST_QUESTION)))
        text = cut(" ".join(told.text.split()), _LONGEST_TOLD)
        said = told.answer
        below = "– " + self.texts.say(language, "not-answered") if said is None else f"✓ {said}"
        shown = line(cut(below, _LONGEST_ANSWER), language)
        return Rendered(f"{escape(text)}\n<b>{escape(shown)}</b>")

    def changeable(self, told: Rendered, survey: Survey, key: Key, state: State) -> Rendered:
        """The same, with a way to change the answer."""
        change = press_on(survey, key, Does.CHANGE, revision=state.revision).encode()
        return Rendered(told.text, ((Label(self.texts.say(state.language, "change"), change),),))

    def answered_table(self, table: tables.Told, language: str) -> Rendered:
        """What is left of a table: its text, and a line for each row or how many were answered."""
        lines = [escape(cut(" ".join(table.text.split()), _LONGEST_TOLD))]
        if table.is_long:
            n, rows = table.answered, len(table.rows)
            lines.append("✓ " + escape(self.texts.say(language, "telegram-rows", n=n, rows=rows)))
            return Rendered("\n".join(lines))
        for name, said in table.rows:
            shown = self.texts.say(language, "not-answered") if said is None else said
            mark = "–" if said is None else "✓"
            lines.append(escape(cut(line(f"{mark} {name}: {shown}", language), _LONGEST_ANSWER)))
        return Rendered("\n".join(lines))

    def languages(self, screen: Screen) -> Rendered:
        """One button per language the survey is offered in."""
        return Rendered(escape(self._say(screen, "telegram-choose-language")), languages(screen))

    def confirm_erase(self, screen: Screen) -> Rendered:
        """Are you sure?"""
        yes = Label(self._say(screen, "erase-yes"), press(screen.survey, Does.ERASE))
        no = Label(self._say(screen, "erase-no"), press(screen.survey, Does.KEEP))
        asked = self._say(screen, "erase-confirm", title=cut(screen.survey.title, _LONGEST_ANSWER))
        return Rendered(escape(asked), ((yes,), (no,)))

    def _question(self, screen: QuestionScreen, page: int | None, at: Key | None) -> Rendered:
        if screen.rows:
            return self._table(screen, page, at)
        part = part_of(screen, page)
        below = [f"<i>{escape(hint)}</i>" for hint in hints(self.texts, screen)]
        if part.count > 1:
            below += [escape(told) for told in self._parts(screen, part.number, part.count)]
        below += [escape(standing) for standing in self._standing(screen)]
        lines = self._asked(screen)
        if is_listed(screen):
            labels = listed(screen, part, _room(lines, below))
            lines.append("\n".join(escape(line(told, screen.language)) for told in labels))
        rows = (
            *options(screen, part),
            *picking.buttons(self.texts, screen, page, self.today()),
            self._turning(screen, part.number, part.count, "options"),
            *self._sending(screen),
            self._ways(screen),
        )
        return Rendered("\n\n".join((*lines, *below)), tuple(row for row in rows if row))

    def _parts(self, screen: QuestionScreen, number: int, count: int) -> list[str]:
        """Which page of the options this is, and what is ticked on any of them."""
        told = [self._say(screen, "telegram-options-part", i=number + 1, n=count)]
        if chosen := ", ".join(ticked(screen)):
            answer = cut(chosen, 2 * _LONGEST_ANSWER)
            told.append(self._say(screen, "telegram-your-answer", answer=answer))
        return told

    def _table(self, screen: QuestionScreen, page: int | None, at: Key | None) -> Rendered:
        """All rows in one message, or a page of them."""
        shown = tables.page_of(screen, page, at)
        below = [f"<i>{escape(self._say(screen, 'telegram-table'))}</i>"]
        if shown.count > 1:
            part = self._say(screen, "telegram-table-part", i=shown.number + 1, n=shown.count)
            below.append(escape(part))
        lines = self._asked(screen)
        if meaning := tables.legend(screen, _room(lines, below)):
            lines.append("\n".join(escape(each) for each in meaning))
        turning = self._turning(screen, shown.number, shown.count, "rows")
        rows = (*tables.rows(screen, shown), turning, self._ways(screen))
        return Rendered("\n\n".join((*lines, *below)), tuple(row for row in rows if row))

    def _turning(
        self, screen: QuestionScreen, number: int, count: int, what: str
    ) -> tuple[Label, ...]:
        """To the page before and the next; nothing where there is one page."""
        return tuple(
            Label(self._say(screen, f"telegram-{where}-{what}"), on_question(screen, Does.PAGE, to))
            for where, to in (("earlier", number - 1), ("more", number + 1))
            if 0 <= to < count
        )

    def _asked(self, screen: QuestionScreen) -> list[str]:
        """How far, the question, its help, and who sees the answer."""
        lines = []
        if not isinstance(screen.question, Note):
            lines.append(escape(self._say(screen, "progress", i=screen.index, n=screen.total)))
        lines.append(bold(cut(screen.text, _LONGEST_QUESTION)))
        lines += stated(screen)
        if screen.help:
            lines.append(escape(cut(screen.help, _LONGEST_HELP)))
        if time := clock_text(screen, self.texts):
            lines.append(escape(time))
        if screen.policy:
            lines.append(self._policy(screen))
        if screen.question.private:
            lines.append(f"<i>{escape(self._say(screen, 'telegram-only-you'))}</i>")
        return lines

    def _policy(self, screen: QuestionScreen) -> str:
        """Where the rules stand for what others are to read."""
        if self.public_url is None:
            return escape(self._say(screen, "statements-policy-short"))
        link = f"{self.link(screen.survey)}/regler"
        return escape(self._say(screen, "statements-policy-at", link=link))

    def _standing(self, screen: QuestionScreen) -> list[str]:
        """The answer that stands already, where no button shows it."""
        on_a_button = (screen.options and not isinstance(screen.value, Words | Allocation)) or (
            isinstance(screen.value, NamedPlace)
        )
        if screen.value is None or on_a_button:
            return []
        said = describe(screen.question, screen.value, screen.survey, screen.language)
        if said is None:
            return []
        return [self._say(screen, "telegram-your-answer", answer=cut(said, 3 * _LONGEST_ANSWER))]

    def _sending(self, screen: QuestionScreen) -> Rows:
        ticks = isinstance(screen.question, Multi | Rank) and screen.options
        if not ticks and screen.writing is None:
            return ()
        return ((self._on(screen, "send", Does.SEND),),)

    def _ways(self, screen: QuestionScreen) -> tuple[Label, ...]:
        """Back, and on: skip, read on, or done with a table."""
        way = self._on(screen, self._on_text(screen), Does.SKIP)
        back = self._on(screen, "back", Does.BACK)
        named = screen.key == RESPONDENT and must_be_named(screen.survey.questionnaire)
        if named or not screen.can_skip:
            return (back,) if screen.can_go_back else ()
        return (back, way) if screen.can_go_back else (way,)

    def _on_text(self, screen: QuestionScreen) -> str:
        if isinstance(screen.question, Note):
            return on_text(screen)
        if not screen.rows or tables.none_said(screen):
            return "skip"
        return "send" if tables.all_said(screen) else "telegram-skip-rest"

    def _on(self, screen: QuestionScreen, text_id: str, does: Does) -> Label:
        return Label(self._say(screen, text_id), on_question(screen, does))

    def _say(self, screen: Screen, text_id: str, **arguments: Any) -> str:
        return self.texts.say(screen.language, text_id, **arguments)


def _within(told: list[str], room: int) -> list[str]:
    """Sentences of at most `_LONGEST_NOTE`, as many as there is room for."""
    kept = []
    for sentence in told:
        short = cut(sentence, _LONGEST_NOTE)
        room -= units(short) + 2
        if room >= 0:
            kept.append(short)
    return kept


def _room(*parts: list[str]) -> int:
    """Units that are left for a list beside other parts of a question, with notes above it."""
    taken = sum(units(plain(each)) + 2 for part in parts for each in part)
    return LONGEST_TEXT - _ROOM_FOR_NOTES - taken - 2


def _short(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Fluent refuses what is longer than a thousand characters."""
    return {
        name: cut(given, _LONGEST_ANSWER) if isinstance(given, str) else given
        for name, given in arguments.items()
    }


def press(survey: Survey, does: Does, *, word: str = "") -> str:
    """Callback data that is about the survey as a whole."""
    return Press(code=survey.code, does=does, word=word).encode()


def languages(screen: Screen) -> Rows:
    """Buttons for the other languages, two in a row; none when there is only one."""
    buttons = [
        Label(NAMES[tag], press(screen.survey, Does.LANGUAGE, word=tag))
        for tag in screen.survey.languages
        if tag != screen.language
    ]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
