"""A meeting whose people have written in Swedish and Arabic: what the organiser's hand works on."""

from __future__ import annotations

from web_room import Room

from bot.keying import Form, keep
from bot.outcomes import Who
from surveys.conversation.state import Key, Write
from surveys.survey import Survey

KEEP = (
    "Öppet samtalsklimat",
    "Ärliga samtal och god stämning",
    "Alla får komma till tals, det kändes tryggt",
    "Praktiska exempel från kommuner",
    "Konkreta exempel som gick att använda",
    "Fler konkreta exempel från andra",
    "Zebrorna var randiga",
    "مناخ حوار مفتوح",
    "مزيد من الوقت للنقاش",
    "استراحة أطول بين المحادثات",
)
LANGUAGES = ("sv",) * 7 + ("ar", "ar", "ar")


async def meeting(room: Room, code: str = "TRAFF1") -> Survey:
    """A survey that ten people have answered."""
    survey = await room.open("session_evaluation", code, fill=None)
    for number, (text, language) in enumerate(zip(KEEP, LANGUAGES, strict=True)):
        await write(room, code, f"person {number}", language, keep=text)
    return survey


async def write(room: Room, code: str, name: str, language: str = "sv", **said: str) -> None:
    """One person's texts."""
    acts = {Key(question): Write(text, Key(question)) for question, text in said.items()}
    await keep(room.service, Who(code, "paper", name), Form(language, acts))
