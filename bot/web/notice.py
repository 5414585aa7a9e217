"""The notice on a web page: a short list before the first question, and the whole of it in chapters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.notice import Influence, NoticeTexts, notice_texts

if TYPE_CHECKING:
    from surveys.survey import Survey
    from surveys.texts import Texts

Chapter = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NoticeLines:
    """The notice ready to print. `chapters` are headings with their paragraphs, for the whole notice."""

    who: str
    influence: Influence | None
    facts: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def notice_lines(survey: Survey, language: str, texts: Texts, contact: str = "") -> NoticeLines:
    """The survey's notice in one language. `contact`: where the organisation says that one can turn."""
    said = notice_texts(survey, language, texts)
    facts = (
        said.minutes,
        said.voluntary,
        said.saved,
        said.no_names,
        said.confidential,
        said.quotes,
        said.public,
        said.retention,
    )
    return NoticeLines(
        who=said.who,
        influence=said.influence,
        facts=_those(*facts),
        chapters=_chapters(survey, said, language, texts, contact),
    )


def _chapters(
    survey: Survey, said: NoticeTexts, language: str, texts: Texts, contact: str
) -> tuple[Chapter, ...]:
    tell, organisation = partial(texts.say, language), survey.notice.controller
    kept = [tell(f"web-privacy-{name}") for name in ("until-closed", "log", "cookie")]
    rights = tell("web-privacy-rights", organisation=organisation)
    reached = tell("web-privacy-contact", contact=contact) if contact else None
    return (
        (tell("web-privacy-answer-title"), _answering(survey, said, language, texts)),
        (
            tell("web-privacy-voluntary-title"),
            _those(said.voluntary, said.saved, said.no_names),
        ),
        (
            tell("web-privacy-reader-title"),
            _those(said.confidential, said.quotes, said.public),
        ),
        (tell("web-privacy-kept-title"), (said.retention, *kept)),
        (tell("web-privacy-rights-title"), _those(rights, reached, tell("web-privacy-complain"))),
    )


def _answering(survey: Survey, said: NoticeTexts, language: str, texts: Texts) -> tuple[str, ...]:
    """Who answers for the data, on what basis, and the papers behind it."""
    notice = survey.notice
    papers = {"dpia": notice.dpia_ref, "processor": notice.processor_agreement}
    named = [
        texts.say(language, f"web-privacy-{name}", reference=reference)
        for name, reference in papers.items()
        if reference
    ]
    controller = texts.say(language, "web-privacy-controller", organisation=notice.controller)
    return (controller, said.basis, *named)


def _those(*lines: str | None) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
