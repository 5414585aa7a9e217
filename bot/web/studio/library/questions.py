"""One question of a draft in a form: its texts, options, limits, and when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.library.drafted import Raw, label_of
from bot.web.studio.library.drafting import DraftRoom, Form, Sheet
from bot.web.studio.library.editing import (
    LIMITS,
    LISTED,
    OFFERED,
    act_on,
    edited_question,
)
from bot.web.studio.library.picture import Phone, Pictures
from bot.web.studio.library.placing import by_field, homeless
from bot.web.studio.library.ruling import WAYS, rule_of
from surveys.errors import StaleDraft
from surveys.questionnaire.loading import scales
from surveys.questionnaire.toml_text import toml_text

if TYPE_CHECKING:
    from starlette.requests import Request

BOXES = ("exclusive", "open_text")
WISHES = ("keep", "develop")
"""What an option can want for a place; offered where the questionnaire asks for one."""
SAVING = frozenset({"save", "done"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that a condition may be about, and what can be chosen in it."""

    number: int
    id: str
    text: str
    choices: list[tuple[str, str]]


class Questions(DraftRoom):
    """The form of one question. Every button saves what has been typed first."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET: the question that stands at a number."""
        sheet = await self.sheet(request)
        place = request.path_params["number"] - 1
        if sheet is None or not 0 <= place < len(sheet.questions):
            return self.missing(request)
        return self._form(request, visit, sheet, place, sheet.questions[place])

    @inside(Role.ORGANISER)
    async def save_question(self, request: Request, visit: Visit) -> Response:
        """POST: what was typed, and then what the button does."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        place = _place_of(sheet, form, request.path_params["number"] - 1)
        if place is None:
            return self._lost(request, visit, sheet, form)
        act = form.get("act", "save")
        questions = sheet.questions
        typed = edited_question(questions[place], form, questions)
        questions[place] = typed if act in SAVING else act_on(typed, act)
        try:
            await self.save(sheet, sheet.text_with_questions(questions), form)
        except StaleDraft:
            return await self._stale(request, visit, form, typed)
        if act == "done":
            address = f"{sheet.subject.address}#fraga-{place + 1}"
            return RedirectResponse(address, status_code=303)
        anchor = "" if act in SAVING else "#alternativ"
        tongue = (
            f"&sprak={form['sprak']}" if form.get("sprak", "").replace("-", "").isalnum() else ""
        )
        address = f"{sheet.subject.address}/fraga/{place + 1}?sparat=1{tongue}{anchor}"
        return RedirectResponse(address, status_code=303)

    async def _stale(self, request: Request, visit: Visit, form: Form, typed: Raw) -> Response:
        """Nothing was saved: the form as it was typed, beside what another tab has saved meanwhile."""
        fresh = await self.sheet(request)
        place = _place_of(fresh, form, request.path_params["number"] - 1) if fresh else None
        if fresh is None or place is None:
            return self.missing(request)
        conflict = self.conflict(request, fresh.questions[place], typed)
        return self._form(
            request, visit, fresh, place, typed, conflict=conflict, stale=True, status=409
        )

    def _lost(self, request: Request, visit: Visit, sheet: Sheet, form: Form) -> Response:
        """The question has been removed in another tab: what was typed is shown, to be copied."""
        typed = toml_text({"question": [edited_question({"id": "?"}, form, ())]})
        return self.sheet_page(request, visit, sheet, "library_lost.html", typed=typed, status=409)

    def _form(
        self,
        request: Request,
        visit: Visit,
        sheet: Sheet,
        place: int,
        question: Raw,
        **values: Any,
    ) -> Response:
        language = self.language(request)
        messages = by_field(each for each in sheet.told if each.question == place)
        asked = request.query_params.get("sprak", "")
        fields = _fields(question, sheet)
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_question.html",
            **_form_of(question, language)
            | {
                "wishes": _wishes(question, sheet),
                "number": place + 1,
                "total": len(sheet.questions),
                "question": question,
                "shown": [
                    each for each in sheet.tongues if asked in {"", each[0]} or each[0] == "sv"
                ],
                "asked": asked,
                "offered": OFFERED,
                "loops": _loops(question, sheet, language),
                "phone": self._phone(sheet, question, asked or "sv", language),
                "earlier": _earlier(sheet, place, language),
                "messages": messages,
                "above": list(homeless(messages, fields)),
                "stale": False,
            }
            | values,
        )

    def _phone(self, sheet: Sheet, question: Raw, shown: str, reader: str) -> Phone | None:
        """The question as a phone shows it; None while the draft has errors, or for one nobody is asked."""
        questionnaire = sheet.subject.questionnaire
        if questionnaire is None:
            return None
        web = self.web
        drawing = Pictures(questionnaire, shown, pages=web.pages, texts=web.texts, reader=reader)
        return next(
            (each for each in drawing.phones() if each.question == question.get("id")), None
        )


def _place_of(sheet: Sheet, form: Form, place: int) -> int | None:
    """Where the form's question stands now, which may be elsewhere than when the form was made."""
    ids = [str(question.get("id")) for question in sheet.questions]
    if 0 <= place < len(ids) and ids[place] == form.get("was"):
        return place
    return ids.index(form["was"]) if form.get("was") in ids else None


def _form_of(question: Raw, language: str) -> dict[str, Any]:
    """What the form of such a question has, beside its texts."""
    kind, part = str(question.get("kind", "")), _part(question)
    return {
        "kind": kind,
        "kinds": OFFERED if kind in OFFERED else (kind, *OFFERED),
        "part": part,
        "boxes": BOXES if kind in {"single", "multi"} else (),
        "valued": kind in {"scale", "matrix"} and part == "options",
        "limits": LIMITS.get(kind, ()),
        "scales": _scales(language) if kind in {"scale", "matrix"} else [],
        "rule": rule_of(question.get("show_if")),
        "ways": WAYS,
    }


def _wishes(question: Raw, sheet: Sheet) -> tuple[str, ...]:
    """What an option can want for the place that the questionnaire asks for; nothing where it asks for none."""
    placed = any(each.get("kind") == "location" for each in sheet.questions)
    return WISHES if placed and question.get("kind") in {"single", "multi"} else ()


def _loops(question: Raw, sheet: Sheet, language: str) -> list[tuple[str, str]]:
    """What the question can be asked once for each item of: a list, or the lists that it goes through now."""
    found = {
        str(each["id"]): ", ".join(label_of(item, language) for item in each.get("items", ())[:3])
        for each in sheet.lists
        if each.get("id")
    }
    now = " ".join(map(str, question.get("loop", ())))
    return list(({now: ""} if now and now not in found else {}).items()) + list(found.items())


def _part(question: Raw) -> str:
    """The list that the form shows, empty for none."""
    part = LISTED.get(str(question.get("kind")), "")
    if part == "options" and (question.get("scale") or question.get("options_from")):
        return ""
    return "" if part == "rows" and question.get("rows_from") else part


def _fields(question: Raw, sheet: Sheet) -> set[str]:
    """The places that have a field on the form."""
    part = _part(question)
    texts = {f"{group}.{tag}" for group in ("text", "help") for tag, _, _ in sheet.tongues}
    listed = (
        {f"{part}.{number}" for number in range(len(question.get(part, ())))} if part else set()
    )
    limits = set(LIMITS.get(str(question.get("kind")), ()))
    checked = {"valid_if", "valid_text", *(f"valid_text.{tag}" for tag, _, _ in sheet.tongues)}
    own = {"text", "help", "show_if", "loop", "id", "kind", "scale"}
    return {*texts, *listed, *limits, *checked, *own}


def _scales(language: str) -> list[tuple[str, str]]:
    """The shared scales, each by its first and last step."""
    return [
        (name, _span([label_of(step, language) for step in each["options"]]))
        for name, each in scales()["scale"].items()
    ]


def _span(steps: list[str]) -> str:
    return f"{steps[0]} – {steps[-1]} ({len(steps)})"


def _earlier(sheet: Sheet, place: int, language: str) -> list[Earlier]:
    return [
        Earlier(
            number,
            str(question.get("id", "")),
            label_of(question.get("text", {}), language),
            [(str(each["id"]), label_of(each, language)) for each in _choices(question, sheet.raw)],
        )
        for number, question in enumerate(sheet.questions[:place], start=1)
        if question.get("kind") not in {"note", "calculate", "hidden", "matrix"}
        and not question.get("loop")
    ]


def _choices(question: Raw, raw: Raw | None) -> list[Raw]:
    """What can be chosen in a question, as tables with an id."""
    if question.get("kind") == "yes_no":
        found = scales()["yes_no"]["options"]
    elif str(question.get("scale")) in scales()["scale"]:
        found = scales()["scale"][str(question["scale"])]["options"]
    elif question.get("options_from"):
        dimensions = (raw or {}).get("dimension", ())
        found = next(
            (
                each.get("items", ())
                for each in dimensions
                if each.get("id") == question["options_from"]
            ),
            (),
        )
    else:
        found = question.get("options", ())
    return [each for each in found if isinstance(each, dict) and each.get("id")]
