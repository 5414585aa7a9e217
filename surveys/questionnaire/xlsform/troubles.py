"""What can be said about a spreadsheet form: where, what is wrong, and what to do, in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing to know about a form. An error at a row refuses the row; a warning is advice."""

    code: str
    severity: Severity
    sheet: str | None
    row: int | None
    column: str | None
    text: dict[str, str]
    remedy: dict[str, str]

    def line_in(self, language: str) -> str:
        """One line for a terminal: `survey, 12: what is wrong. What to do`."""
        place = ", ".join(str(part) for part in (self.sheet, self.row) if part is not None)
        said = f"{self.text[language]} {self.remedy[language]}"
        return f"{place}: {said}" if place else said

    def to_json(self) -> dict[str, Any]:
        """The shape of `dalalab import --json`."""
        return {
            "code": self.code,
            "severity": self.severity,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "text": self.text,
            "remedy": self.remedy,
        }


_ROW = (
    "Ta bort raden, eller ta med resten utan den (i terminalen: --partial).",
    "Remove the row, or take the rest without it (in a terminal: --partial).",
)
_NOTHING = ("Inget behöver göras.", "Nothing needs doing.")

# code: (sv, en, remedy sv, remedy en)
ERRORS: dict[str, tuple[str, str, str, str]] = {
    "form_unreadable": (
        "Filen går inte att läsa som formulär: {why_sv}.",
        "The file cannot be read as a form: {why_en}.",
        "Spara den som .xlsx, .xls, .csv eller en Markdowntabell.",
        "Save it as .xlsx, .xls, .csv or a Markdown table.",
    ),
    "sheet_missing": (
        "Bladet ”survey” saknas. Här finns: {known}.",
        "There is no sheet “survey”. There are: {known}.",
        "Döp bladet med frågorna till survey.",
        "Name the sheet with the questions survey.",
    ),
    "column_missing": (
        "Kolumnen ”type” saknas.",
        "There is no column “type”.",
        "Skriv rubrikerna type, name och label på första raden.",
        "Write the headers type, name and label on the first row.",
    ),
    "form_too_long": (
        "Bladet har fler än {limit} rader.",
        "The sheet has more than {limit} rows.",
        "Dela formuläret.",
        "Split the form.",
    ),
    "form_empty": (
        "Ingen fråga går att ta med.",
        "No question can be carried over.",
        "Rätta raderna ovan.",
        "Mend the rows above.",
    ),
    "type_missing": (
        "Raden säger inte vilken sort den är.",
        "The row does not say its type.",
        "Fyll i type.",
        "Fill in type.",
    ),
    "type_unknown": (
        "Typen ”{type}” finns inte.",
        "There is no type “{type}”.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    "type_refused": (
        "Typen ”{type}” går inte att fråga i ett samtal.",
        "The type “{type}” cannot be asked in a conversation.",
        *_ROW,
    ),
    "label_missing": (
        "Frågan har ingen text.",
        "The question has no text.",
        "Fyll i label.",
        "Fill in label.",
    ),
    "list_missing": (
        "Listan ”{list}” finns inte på bladet choices.",
        "The list “{list}” is not on the sheet choices.",
        "Skriv listan där, med minst två rader.",
        "Write the list there, with at least two rows.",
    ),
    "choices_few": (
        "Det är färre än två svar att välja på.",
        "There are fewer than two answers to choose from.",
        "Lägg till svar.",
        "Add answers.",
    ),
    "choices_many": (
        "Listan ”{list}” har för många svar, eller så är svaren i hela formuläret för många.",
        "The list “{list}” has too many answers, or the whole form has.",
        "Korta den till högst {limit}.",
        "Shorten it to at most {limit}.",
    ),
    "choice_double": (
        "Svaret ”{name}” står flera gånger i listan.",
        "The answer “{name}” stands more than once in the list.",
        "Ge varje svar ett eget name.",
        "Give every answer a name of its own.",
    ),
    "expression_refused": (
        "Uttrycket går inte att föra över: {part}",
        "The expression cannot be carried over: {part}",
        "Skriv det enklare, eller ta med resten utan raden (i terminalen: --partial).",
        "Write it more simply, or take the rest without the row (in a terminal: --partial).",
    ),
    "reference_unknown": (
        "Det finns ingen fråga ”{part}”.",
        "There is no question “{part}”.",
        "Rätta namnet.",
        "Mend the name.",
    ),
    "reference_double": (
        "Flera frågor heter ”{part}”.",
        "Several questions are called “{part}”.",
        "Ge dem olika namn.",
        "Give them different names.",
    ),
    "reference_later": (
        "Frågan ”{part}” kommer senare.",
        "The question “{part}” comes later.",
        "Flytta den hit, eller flytta raden.",
        "Move it here, or move the row.",
    ),
    "reference_refused": (
        "Raden behöver ”{part}”, som inte kom med.",
        "The row needs “{part}”, which was not carried over.",
        "Rätta den raden först.",
        "Mend that row first.",
    ),
    "reference_repeated": (
        "”{part}” upprepas på ett annat ställe.",
        "“{part}” is repeated elsewhere.",
        "Använd sum(…), eller flytta raden.",
        "Use sum(…), or move the row.",
    ),
    "group_refused": (
        "Gruppen ”{name}” kom inte med.",
        "The group “{name}” was not carried over.",
        "Rätta gruppens rad först.",
        "Mend the group's row first.",
    ),
    "calculation_missing": (
        "Raden har ingen uträkning.",
        "The row has no calculation.",
        "Fyll i calculation.",
        "Fill in calculation.",
    ),
    "range_wrong": (
        "Gränserna går inte att förstå: {parameters}",
        "The limits cannot be understood: {parameters}",
        "Skriv till exempel start=1 end=5 step=1.",
        "Write for example start=1 end=5 step=1.",
    ),
    "begin_unmatched": (
        "Gruppen ”{name}” tar aldrig slut.",
        "The group “{name}” never ends.",
        "Skriv end group eller end repeat.",
        "Write end group or end repeat.",
    ),
    "group_deep": (
        "Grupperna ligger för djupt i varandra. Resten av bladet läses inte.",
        "The groups are nested too deep. The rest of the sheet is not read.",
        "Högst {limit} grupper i varandra.",
        "At most {limit} groups inside each other.",
    ),
    "end_unmatched": (
        "Här slutar något som inte har börjat.",
        "Something ends here that has not begun.",
        "Ta bort raden, eller skriv begin ovanför.",
        "Remove the row, or write begin above it.",
    ),
    "not_accepted": (
        "{why_sv}",
        "{why_en}",
        "{remedy_sv}",
        "{remedy_en}",
    ),
}
ADVICE: dict[str, tuple[str, str, str, str]] = {
    "meta_ignored": (
        "Raden samlar uppgifter om den som svarar eller telefonen. Den tas aldrig med.",
        "The row collects facts about the person or the phone. It is never carried over.",
        *_NOTHING,
    ),
    "row_ignored": (
        "Raden är avstängd eller en kommentar.",
        "The row is disabled or a comment.",
        *_NOTHING,
    ),
    "calculation_ignored": (
        "Beräkningen går inte att föra över från ”{part}”, och inget annat hänger på den.",
        "The calculation cannot be carried over from “{part}”, and nothing depends on it.",
        *_NOTHING,
    ),
    "column_ignored": (
        "Kolumnen ”{column}” har ingen motsvarighet här.",
        "The column “{column}” has no counterpart here.",
        *_NOTHING,
    ),
    "column_unknown": (
        "Kolumnen ”{column}” finns inte.",
        "There is no column “{column}”.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    "name_mended": (
        "”{name}” heter här ”{id}”.",
        "“{name}” is called “{id}” here.",
        *_NOTHING,
    ),
    "choices_renamed": (
        "Svarens namn har fått bli id, till exempel ”{name}” som ”{id}”.",
        "The answers' names became ids, such as “{name}” as “{id}”.",
        *_NOTHING,
    ),
    "swedish_missing": (
        "{n} texter saknas på svenska och har fått stå på {language}.",
        "{n} texts are missing in Swedish and stand in {language}.",
        "Översätt dem i filen.",
        "Translate them in the file.",
    ),
    "language_unknown": (
        "Språket ”{language}” går inte att ta med.",
        "The language “{language}” cannot be carried over.",
        "Skriv språkets kod, till exempel label::Svenska (sv).",
        "Write the language's code, such as label::Svenska (sv).",
    ),
    "language_assumed": (
        "Filen säger inte vilket språk den är på. Den lästes som {language}.",
        "The file does not say its language. It was read as {language}.",
        "Är den på ett annat språk, skriv det i kolumnens namn: label::English (en). I terminalen: --language en.",
        "If it is in another language, write that in the column's name: label::English (en). In a terminal: --language en.",
    ),
    "constraint_dropped": (
        "Kravet på svaret kom inte med: {part}",
        "The constraint on the answer was not carried over: {part}",
        "Skriv det i frågan, eller som valid_if i filen.",
        "Write it in the question, or as valid_if in the file.",
    ),
    "repeat_assumed": (
        "Upprepningen ”{name}” ställs {n} gånger.",
        "The repeat “{name}” is asked {n} times.",
        "Ändra antalet i dimensionens items.",
        "Change the number in the dimension's items.",
    ),
    "only_day": (
        "Bara dagen frågas efter, inte klockslaget.",
        "Only the day is asked for, not the time of day.",
        "Lägg till en fråga av typen time.",
        "Add a question of the type time.",
    ),
    "group_label": (
        "Gruppens rubrik ”{label}” visas inte.",
        "The group's heading “{label}” is not shown.",
        "Gör den till en note om den behövs.",
        "Make it a note if it is needed.",
    ),
    "choice_label": (
        "Svaret ”{name}” har ingen text.",
        "The answer “{name}” has no text.",
        "Fyll i label på bladet choices.",
        "Fill in label on the sheet choices.",
    ),
    "own_changed": (
        "Formuläret är skrivet av Dalalab men ändrat. Det läses som andras formulär.",
        "The form was written by Dalalab and changed. It is read as others' forms are.",
        "Ändra bara texter i kalkylbladet, och resten i TOML-filen.",
        "Change only texts in the spreadsheet, and the rest in the TOML file.",
    ),
    "pipe_dropped": (
        "Texten nämner ”{part}”, som inte är känt här. Där står nu ”…”.",
        "The text mentions “{part}”, which is not known here. It says “…” instead.",
        "Skriv om texten.",
        "Rewrite the text.",
    ),
}


def trouble(
    code: str,
    row: int | None = None,
    column: str | None = None,
    sheet: str | None = "survey",
    /,
    **facts: object,
) -> Trouble:
    """One of the above, its texts filled with `facts`."""
    severity: Severity = "error" if code in ERRORS else "warning"
    texts = [text.format(**facts) for text in (ERRORS.get(code) or ADVICE[code])]
    return Trouble(
        code,
        severity,
        sheet,
        row,
        column,
        {"sv": texts[0], "en": texts[1]},
        {"sv": texts[2], "en": texts[3]},
    )
