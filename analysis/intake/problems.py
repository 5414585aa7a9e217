"""What can be wrong with a table somebody brings, in Swedish and English (promise G11)."""

from __future__ import annotations

from surveys.errors import ContentError
from surveys.questionnaire.problems import Problem

# code: (sv, en, remedy sv, remedy en); {…} is filled where the problem is found.
CATALOGUE: dict[str, tuple[str, str, str, str]] = {
    "table_empty": (
        "Filen är tom.",
        "The file is empty.",
        "Exportera svaren igen och kontrollera att filen har innehåll.",
        "Export the answers again and check that the file has content.",
    ),
    "table_no_rows": (
        "Filen har rubriker men inga svar.",
        "The file has headers but no answers.",
        "Kontrollera att rätt blad och rätt enkät är exporterade.",
        "Check that the right sheet and the right survey were exported.",
    ),
    "table_too_large": (
        "Filen är för stor: högst {limit}.",
        "The file is too large: at most {limit}.",
        "Dela filen, eller ta bort kolumner och blad som inte behövs.",
        "Split the file, or remove columns and sheets that are not needed.",
    ),
    "table_no_table": (
        "Filen är ingen tabell, utan {what_sv}.",
        "The file is no table but {what_en}.",
        "Exportera svaren som Excel (.xlsx) eller CSV.",
        "Export the answers as Excel (.xlsx) or CSV.",
    ),
    "table_damaged": (
        "Filen är skadad eller skyddad med lösenord.",
        "The file is damaged or protected by a password.",
        "Öppna den i ett kalkylprogram, ta bort lösenordet och spara den på nytt som .xlsx eller CSV.",
        "Open it in a spreadsheet program, remove the password and save it anew as .xlsx or CSV.",
    ),
    "table_quote": (
        "Ett citattecken öppnas här och stängs aldrig.",
        "A quotation mark is opened here and never closed.",
        "Stäng eller ta bort citattecknet, eller exportera som .xlsx.",
        "Close or remove the quotation mark, or export as .xlsx.",
    ),
    "column_unknown": (
        "Kolumnen ”{column}” finns inte.",
        "There is no column “{column}”.",
        "Välj en av: {known}.",
        "Choose one of: {known}.",
    ),
    "column_double": (
        "Flera kolumner heter ”{column}”.",
        "Several columns are called “{column}”.",
        "Skriv kolumnens nummer i stället: {numbers}.",
        "Write the column's number instead: {numbers}.",
    ),
    "texts_few": (
        "Det finns {distinct} olika svar med innehåll. De kan inte delas i {wanted} teman.",
        "There are {distinct} different answers with content. They cannot be divided into {wanted} themes.",
        "Välj färre teman, eller skriv auto.",
        "Choose fewer themes, or write auto.",
    ),
}


def refused(code: str, file: str, line: int | None = None, **facts: object) -> ContentError:
    """The error to raise for one problem of the catalogue."""
    text_sv, text_en, remedy_sv, remedy_en = (
        text.format(**{name: str(fact)[:300] for name, fact in facts.items()})
        for text in CATALOGUE[code]
    )
    told = {"sv": text_sv, "en": text_en}
    return ContentError(
        [Problem(code, "error", file, line, told, {"sv": remedy_sv, "en": remedy_en})]
    )
