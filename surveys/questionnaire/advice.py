"""Problems of content rather than shape: language, law, length. Part of the catalogue in `problems.py`."""

from __future__ import annotations

from typing import Literal

ADVICE: dict[str, tuple[Literal["error", "warning"], str, str, str, str]] = {
    "answer_no_points": (
        "error",
        "Svaret tillbaka har ingen punkt.",
        "The answer back has no point.",
        "Skriv det som sades som en rubrik (## …), och det ni gjorde under den.",
        "Write what was said as a heading (## …), and what you did below it.",
    ),
    "answer_no_contact": (
        "error",
        "Svaret tillbaka säger inte vem man kan fråga.",
        "The answer back does not say whom to ask.",
        "Lägg till rubriken ## Kontakt och en adress eller ett nummer under den.",
        "Add the heading ## Contact, and an address or a number below it.",
    ),
    "answer_status": (
        "error",
        "Punkten ”{said}” säger inte hur det går.",
        "The point “{said}” does not say how it stands.",
        "Skriv en rad under rubriken: Status: klart, Status: pågår eller Status: gör inte.",
        "Write a line below the heading: Status: done, Status: under way or Status: declined.",
    ),
    "answer_says_nothing": (
        "error",
        "Punkten ”{said}” säger inte vad ni gjorde, eller varför inte.",
        "The point “{said}” does not say what you did, or why not.",
        "Skriv det under rubriken.",
        "Write it below the heading.",
    ),
    "answer_points_differ": (
        "error",
        "Filen har {n} punkter, och svaret som är publicerat har {others}.",
        "The file has {n} points, and the published answer has {others}.",
        "Skriv samma punkter i samma ordning, eller publicera först en ny svensk text.",
        "Write the same points in the same order, or publish a new Swedish text first.",
    ),
    "option_too_long": (
        "warning",
        "Svaret ”{label}” är {n} tecken långt och får inte plats på en knapp i telefonen.",
        "The option “{label}” is {n} characters long and does not fit a button on a phone.",
        "Korta det till högst {limit} tecken.",
        "Shorten it to at most {limit} characters.",
    ),
    "question_too_long": (
        "warning",
        "Frågan är {n} tecken lång.",
        "The question is {n} characters long.",
        "Korta den till högst {limit} tecken, eller flytta en del till ”help”.",
        "Shorten it to at most {limit} characters, or move part of it to “help”.",
    ),
    "missing_translation": (
        "warning",
        "Språket {language} är skrivet till {percent} %: {n} texter saknas, den första här.",
        "The language {language} is {percent} % written: {n} texts are missing, the first one here.",
        "Skriv dem. Ett språk erbjuds först när allt är skrivet.",
        "Write them. A language is offered only when everything is written.",
    ),
    "hard_to_read": (
        "warning",
        "Texten är svår att läsa: LIX {lix}.",
        "The Swedish text is hard to read: LIX {lix}.",
        "Skriv kortare meningar och kortare ord, så att LIX blir högst {limit}.",
        "Write shorter sentences and shorter words, until LIX is at most {limit}.",
    ),
    "long_sentence": (
        "warning",
        "En mening är {n} ord lång: ”{beginning} …”",
        "A sentence is {n} words long: “{beginning} …”",
        "Dela den. Högst {limit} ord i en mening.",
        "Split it. At most {limit} words in a sentence.",
    ),
    "jargon": (
        "warning",
        "”{word}” är ett ord som många inte använder.",
        "“{word}” is a word that many do not use.",
        "Skriv med vardagliga ord.",
        "Write it in everyday words.",
    ),
    "special_category": (
        "warning",
        "Frågan ”{question}” nämner ”{word}”, som kan vara känsliga personuppgifter.",
        "The question “{question}” mentions “{word}”, which may be sensitive personal data.",
        "Ta bort det, eller skriv i ”art9_reason” varför det får stå.",
        "Remove it, or write in “art9_reason” why it may stand.",
    ),
    "background_reason": (
        "warning",
        "Bakgrundsfrågan ”{question}” saknar skäl.",
        "The background question “{question}” has no reason.",
        "Skriv i ”reason” varför den behövs, eller ta bort den.",
        "Write in “reason” why it is needed, or remove it.",
    ),
    "no_influence": (
        "warning",
        "Medborgardialogen säger inte vad invånarna kan påverka.",
        "The citizen dialogue does not say what residents can influence.",
        "Lägg till [influence] som exempel. Utan den i informationen får enkäten inte öppnas.",
        "Add [influence] as an example. Without it in the notice the survey may not open.",
    ),
    "over_time": (
        "warning",
        "Frågorna tar ungefär {seconds} sekunder, men max_seconds är {limit}.",
        "The questions take about {seconds} seconds, but max_seconds is {limit}.",
        "Ta bort eller korta frågor, eller höj max_seconds.",
        "Remove or shorten questions, or raise max_seconds.",
    ),
    "outside_on_scale": (
        "warning",
        "”{label}” står som ett steg på skalan i frågan ”{question}”.",
        "“{label}” stands as a step of the scale in the question “{question}”.",
        "Ta bort dess ”value”. Den som inte vet ska inte räknas som ett steg.",
        "Remove its “value”. Somebody who does not know is not a step.",
    ),
    "contact_without_sender": (
        "error",
        "Frågan ”{question}” tar emot en adress, men det finns ingen avsändare inställd.",
        "The question “{question}” takes an address, but no sender is configured.",
        "Ta bort frågan. Ingen får samla adresser som inte går att skriva till.",
        "Remove the question. Nobody may collect addresses that cannot be written to.",
    ),
    "draft_translation": (
        "warning",
        "Översättningen till {language} är ett utkast.",
        "The translation into {language} is a draft.",
        "Låt en översättare läsa den och ta sedan bort språket ur raden ”# draft:”.",
        "Have a translator read it, and then take the language out of the line “# draft:”.",
    ),
}
