"""From a screen to a message: text and buttons. Pure; decides nothing about the conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.codec import Does, Press
from bot.telegram.markup import (
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_BUTTONS,
    Label,
    Rendered,
    Rows,
    bold,
    cut,
    escape,
    label,
    units,
)
from bot.telegram.notice import notice
from surveys.conversation.screens import (
    EndScreen,
    NoticeScreen,
    QuestionScreen,
    ReviewLine,
    Screen,
    ShutScreen,
)
from surveys.conversation.values import Choice, Outside
from surveys.conversation.view import describe
from surveys.questionnaire.languages import NAMES, say
from surveys.questionnaire.models import (
    Consent,
    Date,
    FreeText,
    Location,
    Multi,
    Note,
    Number,
    Photo,
    Time,
)
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.conversation.screens import Button
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey
    from surveys.texts import Texts

_LONGEST_QUESTION = 900
_LONGEST_ANSWER = 160
_LONGEST_NOTE = 300
_ROOM_FOR_THE_END = 700
"""Units on the last screen that are not answers: thanks, receipt, how to erase."""


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
        self, screen: Screen, *, notes: Sequence[Mapping[str, Any]] = (), receipt: str | None = None
    ) -> Rendered:
        """The message for a screen. `notes` are sentences to stand above it: `{"id": …, "with": {…}}`."""
        match screen:
            case NoticeScreen():
                shown = self.notice(screen)
            case QuestionScreen():
                shown = self._question(screen)
            case EndScreen():
                shown = self._end(screen, receipt)
            case ShutScreen():
                shown = Rendered(escape(self.shut(screen)))
        above = [self._say(screen, note["id"], **_short(note.get("with", {}))) for note in notes]
        text = "\n\n".join((*(escape(cut(told, _LONGEST_NOTE)) for told in above), shown.text))
        return Rendered(text, shown.rows)

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

    def answered(
        self, survey: Survey, question: AnyQuestion, value: Value, language: str
    ) -> Rendered:
        """What is left of a question's message when it has been answered: the question and `✓ answer`."""
        text = cut(say(question.text, language), _LONGEST_QUESTION)
        if isinstance(question, Note):
            return Rendered(escape(text))
        said = describe(question, value, survey, language)
        line = "– " + self.texts.say(language, "not-answered") if said is None else f"✓ {said}"
        return Rendered(f"{escape(text)}\n{escape(cut(line, _LONGEST_ANSWER))}")

    def languages(self, screen: Screen) -> Rendered:
        """One button per language the survey is offered in."""
        return Rendered(escape(self._say(screen, "telegram-choose-language")), languages(screen))

    def confirm_erase(self, screen: Screen) -> Rendered:
        """Are you sure?"""
        yes = Label(self._say(screen, "erase-yes"), press(screen.survey, Does.ERASE))
        no = Label(self._say(screen, "erase-no"), press(screen.survey, Does.KEEP))
        asked = self._say(screen, "erase-confirm", title=cut(screen.survey.title, _LONGEST_ANSWER))
        return Rendered(escape(asked), ((yes,), (no,)))

    def _question(self, screen: QuestionScreen) -> Rendered:
        lines = []
        if not isinstance(screen.question, Note):
            lines.append(escape(self._say(screen, "progress", i=screen.index, n=screen.total)))
        lines.append(bold(cut(screen.text, _LONGEST_QUESTION)))
        if screen.help:
            lines.append(escape(cut(screen.help, _LONGEST_QUESTION)))
        lines += [escape(line) for line in _long_options(screen)]
        lines += [f"<i>{escape(hint)}</i>" for hint in self._hints(screen)]
        lines += [escape(line) for line in self._standing(screen)]
        rows = (*_options(screen), *self._sending(screen), self._ways(screen))
        return Rendered("\n\n".join(lines), tuple(row for row in rows if row))

    def _hints(self, screen: QuestionScreen) -> list[str]:
        match screen.question:
            case FreeText():
                return [self._say(screen, "telegram-write") + " " + self._say(screen, "hint-text")]
            case Date():
                return [self._say(screen, "hint-date")]
            case Time():
                return [self._say(screen, "hint-time")]
            case Number():
                unit = f" ({screen.unit})" if screen.unit else ""
                return [self._say(screen, "telegram-write") + unit]
            case Location(allow_text=allowed):
                return [
                    self._say(screen, "telegram-place" if allowed else "telegram-position-only")
                ]
            case Photo():
                return [self._say(screen, "hint-photo")]
            case _:
                return []

    def _standing(self, screen: QuestionScreen) -> list[str]:
        """The answer that stands already, where no button shows it."""
        if screen.value is None or screen.options:
            return []
        said = describe(screen.question, screen.value, screen.survey, screen.language)
        if said is None:
            return []
        return [self._say(screen, "telegram-your-answer", answer=cut(said, 4 * _LONGEST_ANSWER))]

    def _sending(self, screen: QuestionScreen) -> Rows:
        if not isinstance(screen.question, Multi):
            return ()
        return ((self._on(screen, "send", Does.SEND),),)

    def _ways(self, screen: QuestionScreen) -> tuple[Label, ...]:
        """Back, and skip (a note is read on)."""
        skip = "read-on" if isinstance(screen.question, Note) else "skip"
        way = self._on(screen, skip, Does.SKIP)
        return (self._on(screen, "back", Does.BACK), way) if screen.can_go_back else (way,)

    def _on(self, screen: QuestionScreen, text_id: str, does: Does) -> Label:
        return Label(self._say(screen, text_id), on_question(screen, does))

    def _end(self, screen: EndScreen, receipt: str | None) -> Rendered:
        parts = [bold(self._say(screen, "thanks")), *self._review(screen)]
        if receipt is not None:
            parts.append(escape(self._receipt(screen, receipt)))
        parts.append(escape(self._say(screen, "telegram-how-to-erase")))
        change = [
            Label(self._say(screen, "telegram-change-line", n=number), self._change(screen, line))
            for number, line in enumerate(screen.lines[: MOST_BUTTONS - 8], start=1)
        ]
        rows = [tuple(change[start : start + 3]) for start in range(0, len(change), 3)]
        erase = Label(self._say(screen, "erase"), press(screen.survey, Does.ASK_ERASE))
        return Rendered("\n\n".join(parts), (*rows, (erase,)))

    def _review(self, screen: EndScreen) -> list[str]:
        """Each question with its answer, as many as there is room for."""
        room = LONGEST_TEXT - _ROOM_FOR_THE_END
        shown: list[str] = []
        for number, line in enumerate(screen.lines, start=1):
            answer = line.answer or self._say(screen, "not-answered")
            question = f"{number}. {cut(line.text, _LONGEST_ANSWER)}"
            answer = cut(answer, _LONGEST_ANSWER)
            room -= units(question) + units(answer) + 3
            if room < 0:
                left = len(screen.lines) - number + 1
                return [*shown, escape(self._say(screen, "telegram-more", n=left))]
            shown.append(f"{escape(question)}\n{bold(answer)}")
        return shown

    def _receipt(self, screen: EndScreen, receipt: str) -> str:
        closes = screen.survey.closes
        if closes is None:
            return self._say(screen, "receipt-until-closed", code=receipt)
        day = date_text(closes.date(), screen.language)
        return self._say(screen, "receipt", code=receipt, date=day)

    def _change(self, screen: EndScreen, line: ReviewLine) -> str:
        return Press(
            code=screen.survey.code,
            does=Does.CHANGE,
            question=question_number(screen.survey, line.key.question),
            turn=line.key.turn,
            revision=screen.revision,
        ).encode()

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


def on_question(screen: QuestionScreen, does: Does, number: int | None = None) -> str:
    """Callback data about the question on the screen, and option `number` of it."""
    return Press(
        code=screen.survey.code,
        does=does,
        question=question_number(screen.survey, screen.key.question),
        turn=screen.key.turn,
        revision=screen.revision,
        number=number,
    ).encode()


def question_number(survey: Survey, question_id: str) -> int:
    """The question's index in the questionnaire's order, from 0."""
    ids = [question.id for question in survey.questionnaire.question]
    return ids.index(question_id)


def languages(screen: Screen) -> Rows:
    """Buttons for the other languages, two in a row; none when there is only one."""
    buttons = [
        Label(NAMES[tag], press(screen.survey, Does.LANGUAGE, word=tag))
        for tag in screen.survey.languages
        if tag != screen.language
    ]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _options(screen: QuestionScreen) -> Rows:
    """One option per row; the answers outside a scale together in one row where they fit; named places."""
    if isinstance(screen.question, Consent):
        pair = zip(screen.options, (Does.AGREE, Does.REFUSE), strict=True)
        return tuple(
            (Label(label(option.label), on_question(screen, does)),) for option, does in pair
        )
    rows: list[tuple[Label, ...]] = [
        (_option(screen, number, option),) for number, option in enumerate(screen.options)
    ]
    outside = tuple(
        Label(_marked(screen, option), on_question(screen, Does.OUTSIDE, number))
        for number, option in enumerate(screen.outside)
    )
    rows.append(outside)
    rows += [
        (Label(label(place.label), on_question(screen, Does.PLACE, number)),)
        for number, place in enumerate(screen.places[: MOST_BUTTONS - 10])
    ]
    return tuple(rows)


def _option(screen: QuestionScreen, number: int, option: Button) -> Label:
    if not isinstance(screen.question, Multi):
        return Label(_marked(screen, option), on_question(screen, Does.CHOOSE, number))
    ticked = option.id in screen.draft
    does = Does.UNTICK if ticked else Does.TICK
    return Label(
        label(f"{'☑' if ticked else '☐'} {_numbered(screen, option)}"),
        on_question(screen, does, number),
    )


def _marked(screen: QuestionScreen, option: Button) -> str:
    """The label, with a tick when it is the answer that stands."""
    stands = isinstance(screen.value, Choice | Outside) and screen.value.option == option.id
    return label(("✓ " if stands else "") + _numbered(screen, option))


def _numbered(screen: QuestionScreen, option: Button) -> str:
    """A long label gets the number under which it stands whole in the text."""
    if option not in screen.options or not _has_long_options(screen):
        return option.label
    return f"{screen.options.index(option) + 1}. {option.label}"


def _has_long_options(screen: QuestionScreen) -> bool:
    return any(units(option.label) > LONGEST_LABEL - 6 for option in screen.options)


def _long_options(screen: QuestionScreen) -> list[str]:
    """The whole labels, when a button would cut one of them."""
    if not _has_long_options(screen):
        return []
    room = (LONGEST_TEXT - 2 * _LONGEST_QUESTION - _ROOM_FOR_THE_END) // len(screen.options)
    return [
        cut(f"{number}. {option.label}", room - 2)
        for number, option in enumerate(screen.options, start=1)
    ]
