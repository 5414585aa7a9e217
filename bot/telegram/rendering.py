"""From a screen to a message: text and buttons. Pure; decides nothing about the conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram import tables
from bot.telegram.codec import Does, Press
from bot.telegram.ending import end
from bot.telegram.hints import hints
from bot.telegram.markup import Label, Rendered, Rows, bold, cut, escape, line
from bot.telegram.notice import notice
from bot.telegram.options import listed, on_question, options
from bot.telegram.reminding import quiet_rows
from surveys.conversation.respondent import RESPONDENT, must_be_named
from surveys.conversation.screens import (
    EndScreen,
    NoticeScreen,
    QuestionScreen,
    ReviewLine,
    Screen,
    ShutScreen,
)
from surveys.conversation.values import Allocation, Words
from surveys.conversation.view import describe
from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.models import (
    Multi,
    Note,
    Rank,
)
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.conversation.state import Key
    from surveys.survey import Survey
    from surveys.texts import Texts

RECEIPT_NOTE = "telegram-receipt"
_LONGEST_QUESTION = 900
_LONGEST_ANSWER = 160
_LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True)
class Renderer:
    """`public_url` is the web address, None when there is none; `country` is the notice's third country, when set."""

    texts: Texts
    public_url: str | None = None
    country: str | None = None

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
            page: of a long table or a long last screen, from 0.
            at: the row of a table that has just been answered.
        """
        match screen:
            case NoticeScreen():
                shown = self.notice(screen)
            case QuestionScreen():
                shown = self._question(screen, page, at)
            case EndScreen():
                shown = end(self.texts, screen, receipt, page or 0)
            case ShutScreen():
                shown = Rendered(escape(self.shut(screen)))
        above = [escape(cut(told, _LONGEST_NOTE)) for told in self._told(screen, notes, receipt)]
        quiet = quiet_rows(self.texts, screen, notes)
        return Rendered("\n\n".join((*above, shown.text)), (*shown.rows, *quiet))

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

    def answered(self, line: ReviewLine, language: str, *, note: bool = False) -> Rendered:
        """What is left of a question's message when it has been answered: the question and `✓ answer`."""
        text = cut(line.text, _LONGEST_QUESTION)
        if note:
            return Rendered(escape(text))
        said = line.answer
        below = "– " + self.texts.say(language, "not-answered") if said is None else f"✓ {said}"
        return Rendered(f"{escape(text)}\n{escape(cut(below, _LONGEST_ANSWER))}")

    def answered_table(self, table: tables.Told, language: str) -> Rendered:
        """What is left of a table: its text, and a line for each row or how many were answered."""
        lines = [escape(cut(table.text, _LONGEST_QUESTION))]
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
        lines = self._asked(screen)
        if numbered := listed(screen):
            lines.append("\n".join(escape(line(told, screen.language)) for told in numbered))
        lines += [f"<i>{escape(hint)}</i>" for hint in hints(self.texts, screen)]
        lines += [escape(standing) for standing in self._standing(screen)]
        rows = (*options(screen), *self._sending(screen), self._ways(screen))
        return Rendered("\n\n".join(lines), tuple(row for row in rows if row))

    def _table(self, screen: QuestionScreen, page: int | None, at: Key | None) -> Rendered:
        """All rows in one message, or a page of them."""
        shown = tables.page_of(screen, page, at)
        lines = self._asked(screen)
        if meaning := tables.legend(screen):
            lines.append("\n".join(escape(each) for each in meaning))
        lines.append(f"<i>{escape(self._say(screen, 'telegram-table'))}</i>")
        turning: list[Label] = []
        if shown.count > 1:
            part = self._say(screen, "telegram-table-part", i=shown.number + 1, n=shown.count)
            lines.append(escape(part))
            turning = [
                Label(self._say(screen, text_id), on_question(screen, Does.PAGE, number))
                for text_id, number in (
                    ("telegram-earlier-rows", shown.number - 1),
                    ("telegram-more-rows", shown.number + 1),
                )
                if 0 <= number < shown.count
            ]
        rows = (*tables.rows(screen, shown), tuple(turning), self._ways(screen))
        return Rendered("\n\n".join(lines), tuple(row for row in rows if row))

    def _asked(self, screen: QuestionScreen) -> list[str]:
        """How far, the question, its help, and who sees the answer."""
        lines = []
        if not isinstance(screen.question, Note):
            lines.append(escape(self._say(screen, "progress", i=screen.index, n=screen.total)))
        lines.append(bold(cut(screen.text, _LONGEST_QUESTION)))
        if screen.help:
            lines.append(escape(cut(screen.help, _LONGEST_QUESTION)))
        if screen.question.private:
            lines.append(f"<i>{escape(self._say(screen, 'telegram-only-you'))}</i>")
        return lines

    def _standing(self, screen: QuestionScreen) -> list[str]:
        """The answer that stands already, where no button shows it."""
        on_a_button = screen.options and not isinstance(screen.value, Words | Allocation)
        if screen.value is None or on_a_button:
            return []
        said = describe(screen.question, screen.value, screen.survey, screen.language)
        if said is None:
            return []
        return [self._say(screen, "telegram-your-answer", answer=cut(said, 4 * _LONGEST_ANSWER))]

    def _sending(self, screen: QuestionScreen) -> Rows:
        ticks = isinstance(screen.question, Multi | Rank) and screen.options
        if not ticks and screen.writing is None:
            return ()
        return ((self._on(screen, "send", Does.SEND),),)

    def _ways(self, screen: QuestionScreen) -> tuple[Label, ...]:
        """Back, and on: skip, read on, or done with a table."""
        way = self._on(screen, self._on_text(screen), Does.SKIP)
        back = self._on(screen, "back", Does.BACK)
        if screen.key == RESPONDENT and must_be_named(screen.survey.questionnaire):
            return (back,) if screen.can_go_back else ()
        return (back, way) if screen.can_go_back else (way,)

    def _on_text(self, screen: QuestionScreen) -> str:
        if isinstance(screen.question, Note):
            return "read-on"
        if not screen.rows or tables.none_said(screen):
            return "skip"
        return "send" if tables.all_said(screen) else "telegram-skip-rest"

    def _on(self, screen: QuestionScreen, text_id: str, does: Does) -> Label:
        return Label(self._say(screen, text_id), on_question(screen, does))

    def _say(self, screen: Screen, text_id: str, **arguments: Any) -> str:
        return self.texts.say(screen.language, text_id, **arguments)


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
