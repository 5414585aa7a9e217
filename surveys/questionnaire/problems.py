"""What can be wrong with a file an organiser wrote: a catalogue, in Swedish and English (promise G11).

Every problem says what is wrong, where, and what to do. All of a file's problems are told at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from surveys.questionnaire.advice import ADVICE
from surveys.questionnaire.structure import STRUCTURE
from surveys.questionnaire.wishes import WISHES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `line` counts from 1; None where the file as a whole is meant."""

    code: str
    severity: Severity
    file: str
    line: int | None
    text: dict[str, str]
    remedy: dict[str, str]

    def line_in(self, language: str) -> str:
        """One line for a terminal, `file:12: what is wrong. What to do`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.text[language]} {self.remedy[language]}"

    def to_json(self) -> dict[str, Any]:
        """The shape of `dalalab check --json`."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "text": self.text,
            "remedy": self.remedy,
        }


# code: (severity, sv, en, remedy sv, remedy en); {…} is filled where the problem is found.
CATALOGUE: dict[str, tuple[Severity, str, str, str, str]] = {
    "unreadable_file": (
        "error",
        "Filen är inte sparad som UTF-8.",
        "The file is not saved as UTF-8.",
        "Spara den på nytt som UTF-8.",
        "Save it anew as UTF-8.",
    ),
    "toml_syntax": (
        "error",
        "Filen är inte giltig TOML: {why_sv}.",
        "The file is not valid TOML: {why_en}.",
        "Titta efter ett saknat citattecken, en hakparentes eller ett komma på raden eller strax före.",
        "Look for a missing quotation mark, bracket or comma on this line or just before it.",
    ),
    "unknown_key": (
        "error",
        "Nyckeln ”{key}” finns inte här.",
        "There is no key “{key}” here.",
        "{suggestion_sv}",
        "{suggestion_en}",
    ),
    "missing_key": (
        "error",
        "Nyckeln ”{key}” saknas.",
        "The key “{key}” is missing.",
        "Lägg till den. Formatet beskrivs i docs/questionnaire-format.md.",
        "Add it. The format is described in docs/questionnaire-format.md.",
    ),
    "wrong_value": (
        "error",
        "Värdet på ”{key}” går inte att använda: {value}.",
        "The value of “{key}” cannot be used: {value}.",
        "Det ska vara {expected_sv}.",
        "It should be {expected_en}.",
    ),
    "kind_unknown": (
        "error",
        "Frågesorten ”{kind}” finns inte.",
        "There is no kind of question called “{kind}”.",
        "Välj en av: {known}.",
        "Choose one of: {known}.",
    ),
    "statements_answers": (
        "error",
        "Frågan ”{question}” har andra svar än dem som ett påstående kan ha.",
        "The question “{question}” has other answers than those a statement can have.",
        "Ta bort scale och options, eller ge alternativen id {known}.",
        "Remove scale and options, or give the options the ids {known}.",
    ),
    "statements_loop": (
        "error",
        "Frågan ”{question}” med påståenden står i en slinga.",
        "The question “{question}” with statements stands in a loop.",
        "Ta bort loop. Påståendena är redan en egen runda.",
        "Remove loop. The statements are a round of their own already.",
    ),
    "statements_private": (
        "error",
        "Frågan ”{question}” är privat, men röster på påståenden ska räknas.",
        "The question “{question}” is private, but votes on statements are to be counted.",
        "Ta bort private.",
        "Remove private.",
    ),
    "duplicate_id": (
        "error",
        "Id ”{id}” används mer än en gång.",
        "The id “{id}” is used more than once.",
        "Ge varje fråga och varje alternativ ett eget id.",
        "Give every question and every option an id of its own.",
    ),
    "bad_condition": (
        "error",
        "Villkoret går inte att förstå från tecken {column}: {condition}",
        "The condition cannot be understood from character {column}: {condition}",
        "Exempel: fråga in ['ja', 'nej'], fråga <= 2, 'alternativ' in fråga, answered(fråga), med and, or, not.",
        "Examples: question in ['yes', 'no'], question <= 2, 'option' in question, answered(question), with and, or, not.",
    ),
    "condition_reference": (
        "error",
        "Villkoret gäller ”{question}”, som inte är en tidigare fråga.",
        "The condition is about “{question}”, which is not an earlier question.",
        "Ett villkor får bara gälla frågor som står före.",
        "A condition may only be about questions that stand before.",
    ),
    "condition_option": (
        "error",
        "Frågan ”{question}” har inget alternativ ”{option}”.",
        "The question “{question}” has no option “{option}”.",
        "Välj bland: {known}.",
        "Choose among: {known}.",
    ),
    "unknown_scale": (
        "error",
        "Skalan ”{scale}” finns inte.",
        "There is no scale “{scale}”.",
        "Välj en av: {known}.",
        "Choose one of: {known}.",
    ),
    "unknown_dimension": (
        "error",
        "Det finns ingen dimension ”{dimension}”.",
        "There is no dimension “{dimension}”.",
        "Välj en av dem som filen har: {known}.",
        "Choose one of those the file has: {known}.",
    ),
    "no_options": (
        "error",
        "Frågan ”{question}” har inga alternativ att välja på.",
        "The question “{question}” has no options to choose from.",
        "Skriv minst två alternativ, eller fyll dimensionen när enkäten öppnas.",
        "Write at least two options, or fill the dimension when the survey is opened.",
    ),
    "no_questions": (
        "error",
        "Formuläret har ingen fråga att ställa.",
        "The questionnaire has no question to ask.",
        "Lägg till minst en [[question]].",
        "Add at least one [[question]].",
    ),
    "missing_swedish": (
        "error",
        "Texten saknas på svenska: {where}.",
        "The text is missing in Swedish: {where}.",
        "Skriv den på svenska (”sv”) först.",
        "Write it in Swedish (“sv”) first.",
    ),
    "unknown_language": (
        "error",
        "”{language}” är inget språk vi känner till.",
        "“{language}” is no language we know.",
        "Använd en språkkod, till exempel sv, en, fi, ar eller so.",
        "Use a language code, for example sv, en, fi, ar or so.",
    ),
    "missing_recording": (
        "error",
        "Inspelningen ”{name}” går inte att använda.",
        "The recording “{name}” cannot be used.",
        "Lägg den bredvid filen som nämner den. Den ska vara av någon av sorterna {known} och högst 5 MB.",
        "Put it beside the file that names it. It should be one of {known} and at most 5 MB.",
    ),
    "missing_background": (
        "error",
        "Bilden över platsen, ”{name}”, går inte att använda.",
        "The picture of the place, “{name}”, cannot be used.",
        "Lägg den bredvid filen som nämner den. Den ska vara en bild, till exempel JPEG eller PNG, på högst 15 MB.",
        "Put it beside the file that names it. It should be a picture, such as JPEG or PNG, of at most 15 MB.",
    ),
    "background_corners": (
        "error",
        "Kanterna på bilden över platsen ligger inte rätt.",
        "The edges of the picture of the place do not lie right.",
        "I [background] ska north vara större än south, och east större än west.",
        "In [background] north should be greater than south, and east greater than west.",
    ),
    "fewer_invited": (
        "error",
        "Listan med inbjudna har {listed}, men antalet inbjudna är {invited}.",
        "The list of invited has {listed}, but the number of invited is {invited}.",
        "Ändra antalet, eller lämna det tomt så räknas listan.",
        "Change the number, or leave it out and the list is counted.",
    ),
    "notice_missing_key": (
        "error",
        "Informationen till deltagarna saknar ”{key}”. Utan den får enkäten inte öppnas.",
        "The notice to participants lacks “{key}”. Without it the survey may not open.",
        "Lägg till {key} i filen: {meaning_sv}.",
        "Add {key} to the file: {meaning_en}.",
    ),
    "notice_retention_past": (
        "error",
        "Svaren ska enligt informationen gallras {date}, och det datumet har passerat.",
        "According to the notice the answers are kept until {date}, which has passed.",
        "Ange ett datum i framtiden.",
        "Give a date in the future.",
    ),
    "closes_after_retention": (
        "error",
        "Enkäten stänger {day}, men svaren ska enligt informationen gallras {date}.",
        "The survey closes on {day}, but according to the notice the answers are kept until {date}.",
        "Stäng den tidigare, eller ange ett senare datum för gallringen om beslutet tillåter det.",
        "Close it earlier, or give a later day of disposal if the decision allows it.",
    ),
    "only_telegram": (
        "error",
        "En medborgardialog kan inte ha Telegram som enda kanal.",
        "A citizen dialogue cannot have Telegram as its only channel.",
        "Lägg till webben: --channel web.",
        "Add the web: --channel web.",
    ),
    "telegram_without_dpia": (
        "error",
        "En medborgardialog får gå genom Telegram först när en konsekvensbedömning är gjord.",
        "A citizen dialogue may go through Telegram only once an impact assessment has been made.",
        "Lägg till dpia_ref i filen: konsekvensbedömningens diarienummer. Eller öppna utan Telegram: --channel web.",
        "Add dpia_ref to the file: the impact assessment's reference. Or open without Telegram: --channel web.",
    ),
    "anonymous_claim": (
        "error",
        "Texten lovar att svaren är anonyma, men de är konfidentiella.",
        "The text promises that answers are anonymous, but they are confidential.",
        "Skriv ”konfidentiellt” i stället.",
        "Write “confidential” instead.",
    ),
    **STRUCTURE,
    **WISHES,
    **ADVICE,
}


def problem(code: str, file: str, line: int | None = None, **facts: object) -> Problem:
    """A problem of the catalogue, its texts filled with `facts`."""
    severity, *texts = CATALOGUE[code]
    text_sv, text_en, remedy_sv, remedy_en = (text.format(**facts) for text in texts)
    return Problem(
        code,
        severity,
        file,
        line,
        {"sv": text_sv, "en": text_en},
        {"sv": remedy_sv, "en": remedy_en},
    )
