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
    "table_cell": (
        "En cell på raden är för lång för att vara ett svar.",
        "A cell on this line is too long to be an answer.",
        "Korta texten, eller ta bort raden, och läs in filen igen.",
        "Shorten the text, or remove the line, and read the file again.",
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
    "translation_columns": (
        "Filen har ingen kolumn för nyckel och översättning.",
        "The file has no column for the key and the translation.",
        "Hämta filen igen och fyll i den. Låt rubrikerna och kolumnen Nyckel vara som de är.",
        "Fetch the file again and fill it in. Leave the headers and the column Key as they are.",
    ),
    "translation_none": (
        "Ingen rad i filen hör till den här enkätens svar.",
        "No row in the file belongs to the answers of this survey.",
        "Kontrollera att det är rätt fil, eller hämta en ny. Svar kan ha tagits bort sedan den hämtades.",
        "Check that it is the right file, or fetch a new one. Answers may have been removed since it was fetched.",
    ),
    "translation_long": (
        "Översättningen är för lång: högst {limit} tecken.",
        "The translation is too long: at most {limit} characters.",
        "Korta den.",
        "Shorten it.",
    ),
    "review_columns": (
        "Filen är ingen granskning: kolumnerna Nyckel, I kopian, Lagrum och Läst av saknas.",
        "The file is no review: the columns Key, In the copy, Ground and Read by are missing.",
        "Gör en ny med dalalab disclose KOD --review FIL.xlsx, och låt rubrikerna vara som de är.",
        "Make a new one with dalalab disclose CODE --review FILE.xlsx, and leave the headers as they are.",
    ),
    "review_missing": (
        "{n} svar finns inte i filen. De har kommit till sedan den gjordes, eller så har rader tagits bort.",
        "{n} answers are not in the file. They came after it was made, or rows have been removed.",
        "Gör en ny granskning. Ett svar som inte ska lämnas ut maskas i sin rad, med lagrum.",
        "Make a new review. An answer that is not to be handed out is masked in its row, with the ground.",
    ),
    "review_twice": (
        "Samma svar står i flera rader: {rows}.",
        "The same answer stands in several rows: {rows}.",
        "Behåll en av dem.",
        "Keep one of them.",
    ),
    "review_unread": (
        "{n} svar är inte lästa. Läst av är tom i rad {rows}.",
        "{n} answers have not been read. Read by is empty in row {rows}.",
        "Läs svaren och skriv vem som har läst.",
        "Read the answers and write who has read them.",
    ),
    "review_no_ground": (
        "{n} svar är maskade utan lagrum: rad {rows}.",
        "{n} answers are masked without a ground: row {rows}.",
        "Skriv lagrummet, till exempel OSL 21 kap. 7 §, eller ta bort maskningen. Det som inte är hemligt ska lämnas ut.",
        "Write the section of the law, or take the mask away. What is not secret must be handed out.",
    ),
    "review_empty": (
        "{n} svar saknar text i kopian: rad {rows}.",
        "{n} answers have no text in the copy: row {rows}.",
        "Skriv svaret, eller [maskat] för att maska hela.",
        "Write the answer, or [masked] to mask all of it.",
    ),
    "review_changed": (
        "{n} svar säger något annat i kopian än i svaret: rad {rows}.",
        "{n} answers say something in the copy that the answer does not: row {rows}.",
        "Skriv svaret ordagrant, med [maskat: slag] i stället för det som är hemligt.",
        "Write the answer word for word, with [masked: kind] in the place of what is secret.",
    ),
    "texts_few": (
        "Det finns {distinct} olika svar med innehåll. De kan inte delas i {wanted} teman.",
        "There are {distinct} different answers with content. They cannot be divided into {wanted} themes.",
        "Välj färre teman, eller skriv auto.",
        "Choose fewer themes, or write auto.",
    ),
    "votes_no_participants": (
        "Kolumnen participant saknas.",
        "The column participant is missing.",
        "Ge varje deltagare en rad, och kalla kolumnen med deltagarens nummer participant.",
        "Give each participant a row, and call the column with their number participant.",
    ),
    "votes_nameless": (
        "Datarad {row} säger inte vilken deltagare den gäller.",
        "Data row {row} does not say which participant it is about.",
        "Skriv deltagarens nummer i kolumnen participant, eller ta bort raden.",
        "Write the participant's number in the column participant, or remove the row.",
    ),
    "votes_twice": (
        "Deltagaren {who} står på datarad {first} och på datarad {row}.",
        "Participant {who} stands in data row {first} and in data row {row}.",
        "Behåll en av raderna.",
        "Keep one of the rows.",
    ),
    "votes_no_statements": (
        "Filen har inga påståenden.",
        "The file has no statements.",
        "Ge varje påstående en kolumn med dess nummer som rubrik.",
        "Give each statement a column with its number as the header.",
    ),
    "votes_statement_twice": (
        "Flera kolumner gäller påstående {id}.",
        "Several columns are about statement {id}.",
        "Behåll en av kolumnerna.",
        "Keep one of the columns.",
    ),
    "votes_no_vote": (
        "Datarad {row}, påstående {statement}: ”{cell}” är ingen röst.",
        "Data row {row}, statement {statement}: “{cell}” is no vote.",
        "Skriv 1 för håller med, -1 för håller inte med, 0 för hoppa över. Lämna tomt om påståendet inte visades.",
        "Write 1 for agree, -1 for disagree, 0 for pass. Leave it empty if the statement was not shown.",
    ),
    "votes_no_groups": (
        "Filen säger inte vilka grupper deltagarna hör till.",
        "The file does not say which groups the participants belong to.",
        "Lägg till kolumnen group-id bredvid participant.",
        "Add the column group-id beside participant.",
    ),
    "votes_other_people": (
        "Ingen i filen finns bland dem som har röstat.",
        "Nobody in the file is among those who voted.",
        "Använd samma deltagarnummer i båda filerna.",
        "Use the same participant numbers in both files.",
    ),
    "votes_nothing_left": (
        "Inga påståenden finns kvar.",
        "No statements are left.",
        "Ta bort något av numren efter --exclude.",
        "Remove some of the numbers after --exclude.",
    ),
}


def refused(code: str, file: str, line: int | None = None, **facts: object) -> ContentError:
    """The error to raise for one problem of the catalogue."""
    return ContentError([problem(code, file, line, **facts)])


def problem(code: str, file: str, line: int | None = None, **facts: object) -> Problem:
    """One problem of the catalogue, to be told with others."""
    text_sv, text_en, remedy_sv, remedy_en = (
        text.format(**{name: str(fact)[:300] for name, fact in facts.items()})
        for text in CATALOGUE[code]
    )
    told = {"sv": text_sv, "en": text_en}
    return Problem(code, "error", file, line, told, {"sv": remedy_sv, "en": remedy_en})
