"""What can be wrong with what is asked for at an opening, beside its files: a part of the catalogue of problems."""

from __future__ import annotations

from typing import Literal

WISHES: dict[str, tuple[Literal["error", "warning"], str, str, str, str]] = {
    "title_empty": (
        "error",
        "Enkäten har ingen rubrik.",
        "The survey has no title.",
        "Skriv den rubrik som deltagarna ska se.",
        "Write the title that participants are to see.",
    ),
    "closes_too_early": (
        "error",
        "Enkäten skulle stänga {closes}, innan någon kan svara.",
        "The survey would close {closes}, before anybody can answer.",
        "Välj en senare tid att stänga, eller lämna den tom och stäng för hand.",
        "Choose a later time to close, or leave it out and close by hand.",
    ),
    "unknown_channel": (
        "error",
        "Det finns ingen kanal som heter ”{channel}”.",
        "There is no channel called “{channel}”.",
        "Välj bland {known}.",
        "Choose among {known}.",
    ),
    "language_not_written": (
        "error",
        "Allt som deltagarna möter är inte skrivet på ”{language}”.",
        "Not everything that participants meet is written in “{language}”.",
        "Välj bland {known}, eller skriv formuläret, informationen och ifyllnaden på språket också.",
        "Choose among {known}, or write the questionnaire, the notice and the fill in that language too.",
    ),
}
