"""Tables and loops on a telephone: one message for a table, drawn again row by row, closed with what was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.botapi.phone import Phone
from surveys.conversation.values import Choice, Outside, Skipped, Words
from surveys.questionnaire.loading import load_questionnaire
from surveys.questionnaire.models import Item, Questionnaire
from surveys.survey import DimensionFill, Fill
from tests.bot.telegram.telegram_people import asking, begin, do, drawn, mark, write

EVERY_LOOP = Path(__file__).parents[2] / "data" / "every_loop.toml"
GOALS = ("Ekonomi", "Personal", "Resultat", "Jämställdhet", "Hälsa", "Social")


@pytest.fixture
async def phone(house):
    """A person before the first table of the consequence matrix, with one proposal."""
    only = DimensionFill(items=(Item(id="A", label={"sv": "Ny park", "en": "New park"}),))
    fill = Fill(dimension={"proposal": only})
    await house.open("consequence_matrix", "MATRIS", fill=fill, title="Parken")
    phone = await begin(house, code="MATRIS")
    await do(phone, "Hoppa över")
    return phone


async def test_a_table_is_one_message_that_is_drawn_again_for_every_row(house, phone) -> None:
    before = len(phone.replies)
    mark(phone, "Ekonomi", "1")
    await phone.settled()
    mark(phone, "Personal", "×")
    await phone.settled()
    assert len(phone.replies) == before
    assert drawn(phone.last) == (
        "Fråga 2 av 11\n\nNy park på kort sikt: Hur påverkas …?\n\n"
        "1 = Mycket negativt\n2 = Negativt\n3 = Ingen påverkan\n4 = Positivt\n5 = Mycket positivt\n"
        "? = Vet inte\n– = Vill inte svara\n× = Gäller inte mig\n\n"
        "Tryck på ett svar under varje rad.\n"
        "  [✓ Ekonomi: Mycket negativt]\n  [✓ 1] [2] [3] [4] [5] [?] [–] [×]\n"
        "  [✓ Personal: Gäller inte mig]\n  [1] [2] [3] [4] [5] [?] [–] [✓ ×]\n"
        "  [Resultat och nytta]\n  [1] [2] [3] [4] [5] [?] [–] [×]\n"
        "  [Jämställdhet]\n  [1] [2] [3] [4] [5] [?] [–] [×]\n"
        "  [Hälsa och miljö]\n  [1] [2] [3] [4] [5] [?] [–] [×]\n"
        "  [Social hållbarhet]\n  [1] [2] [3] [4] [5] [?] [–] [×]\n"
        "  [Tillbaka] [Hoppa över resten]"
    )
    await do(phone, "Ekonomi")
    assert phone.toasts == ["✓ Ekonomi: Mycket negativt"]


async def test_the_consequence_matrix_is_played_to_its_end(house, phone) -> None:
    for goal in GOALS:
        mark(phone, goal, "4")
        await phone.settled()
    mark(phone, "Ekonomi", "?")
    await phone.settled()
    await do(phone, "Hoppa över resten")
    await write(phone, "Att alla hittar dit")
    await write(phone, "Barnen")
    await do(phone, "2 – viktigt")
    await write(phone, "5 4 3 2 1 2")  # a whole table, typed
    await do(phone, "Hoppa över", "Hoppa över", "Hoppa över", "Hoppa över")
    told = "\n".join(phone.transcript()[3:]).replace(" [Ändra]", "")
    assert told.startswith(
        "< Ny park på kort sikt: Hur påverkas …?\n✓ Ekonomi: Positivt\n✓ Personal: Positivt\n"
        "✓ Resultat och nytta: Positivt\n✓ Jämställdhet: Positivt\n✓ Hälsa och miljö: Positivt\n"
        "✓ Social hållbarhet: Positivt\n"
        "< Ny park på lång sikt: Hur påverkas …?\n✓ Ekonomi: Vet inte\n– Personal: Inget svar\n"
    )
    assert (
        "> Att alla hittar dit\n< Ny park: Vem tjänar på det? Vem får det sämre?\n✓ Barnen" in told
    )
    assert (
        "7. Vi gör ingenting på kort sikt: Hur påverkas …?\nEkonomi: Mycket positivt\nPersonal: Positivt\n"
        "Resultat och nytta: Ingen påverkan\nJämställdhet: Negativt\nHälsa och miljö: Mycket negativt\n"
        "Social hållbarhet: Negativt\n\n8. Vi gör ingenting på lång sikt: Hur påverkas …?\nEkonomi: Inget svar"
    ) in phone.last.text
    assert "11. Saknas något perspektiv?" in phone.last.text
    assert asking(phone) == [phone.last]


async def test_rows_pressed_in_a_burst_are_all_answers_and_lead_on_once(house, phone) -> None:
    table = phone.last
    for goal in GOALS:
        mark(phone, goal, "2", table)
    await phone.settled()
    assert "Fråga 3 av 11" in phone.last.text
    assert asking(phone) == [phone.last]
    assert phone.replies[-2].id == table.id
    assert phone.replies[-2].text.count("Negativt") == 6
    assert house.world.count("editMessageText") <= 7  # the question before it was closed too


ANSWERED = "Den frågan har du svarat på. Tryck på Ändra vid svaret om du vill ändra."


async def test_buttons_of_a_table_that_has_been_left_change_nothing(house, phone) -> None:
    table = phone.last
    rows = [list(row) for row in table.rows]
    for goal in GOALS:
        mark(phone, goal, "2")
        await phone.settled()
    answers = await house.cells("MATRIS")
    for button, toast in (
        (rows[1][1], "Det svaret är redan sparat."),
        (rows[1][3], ANSWERED),
        (rows[0][0], "Den knappen är gammal. Här är frågan du är på."),
        (rows[-1][-1], "Det svaret är redan sparat."),
    ):
        phone.press(button["callback_data"], table)
        await phone.settled()
        assert phone.toasts[-1] == toast
    assert await house.cells("MATRIS") == answers
    assert "Fråga 3 av 11" in phone.last.text
    assert asking(phone) == [phone.last]


async def test_a_full_table_that_was_gone_back_to_is_changed_and_closed(house, phone) -> None:
    for goal in GOALS:
        mark(phone, goal, "2")
        await phone.settled()
    await do(phone, "Tillbaka")
    assert phone.last.labels[-2:] == ["Tillbaka", "Klar"]
    mark(phone, "Personal", "5")
    await phone.settled()
    assert "✓ Personal: Mycket positivt" in phone.last.labels
    await do(phone, "Klar")
    assert "Fråga 3 av 11" in phone.last.text
    assert "✓ Personal: Mycket positivt\n✓ Resultat" in phone.replies[-2].text


async def test_a_row_is_changed_from_the_last_screen_in_its_whole_table(house, phone) -> None:
    while "Tack!" not in phone.last.text:
        await do(phone, "Hoppa över")
    await do(phone, "Ändra 3")
    mark(phone, "Personal", "5")
    await phone.settled()
    assert "på lång sikt" in phone.last.text
    await do(phone, "Klar")
    assert "Tack!" in phone.last.text
    assert "Ekonomi: Inget svar\nPersonal: Mycket positivt" in phone.last.text


async def test_a_long_table_is_turned_page_by_page_and_goes_on_where_rows_are_open(house) -> None:
    await house.open(_long_table(25), "LANG22")
    phone = await begin(house, code="LANG22")
    assert "Del 1 av 3 av tabellen." in phone.last.text
    await do(phone, "Fler rader", "Fler rader")
    assert "Del 3 av 3" in phone.last.text
    assert phone.last.labels[-2:] == ["Föregående rader", "Hoppa över"]
    mark(phone, "Rad 25", "2")
    await phone.settled()
    assert "Del 3 av 3" in phone.last.text
    assert len(phone.replies) == 2
    await do(phone, "Föregående rader", "Hoppa över resten")
    assert phone.replies[-2].text == "Hur bra är det?\n✓ 1 av 25 rader besvarade"
    assert "1. Hur bra är det?\n1 av 25 rader besvarade" in phone.last.text


def _long_table(count: int) -> Questionnaire:
    rows = "\n".join(
        f'  {{id = "r{n}", sv = "Rad {n}", en = "Row {n}"}},' for n in range(1, count + 1)
    )
    head = EVERY_LOOP.read_text(encoding="utf-8").split("[[dimension]]")[0]
    matrix = (
        '[[question]]\nid = "rows"\nkind = "matrix"\nscale = "quality5"\n'
        f'text = {{sv = "Hur bra är det?", en = "How good is it?"}}\nrows = [\n{rows}\n]\n'
    )
    unit = head.replace("person_or_group", "person")
    return load_questionnaire(unit + matrix, "long.toml")


async def fill_every_table(phone: Phone) -> None:
    """Both columns of each row, why where it is asked, and a weight."""
    for step, weight in (("2", "1 – viktigast"), ("4", "3 – kan vänta"), ("3", None)):
        table = phone.last
        mark(phone, "Kort sikt", step, table)
        mark(phone, "Lång sikt", step, table)
        await phone.settled()
        if step == "2":
            assert "Varför är" in phone.last.text
            await write(phone, "Dyrt")
        if weight is not None:
            await do(phone, weight)


async def test_every_kind_of_loop_is_played_to_its_end_by_a_group(house) -> None:
    source = EVERY_LOOP.read_text(encoding="utf-8")
    await house.open(load_questionnaire(source, EVERY_LOOP.name), "SLINGA")
    phone = await begin(house, code="SLINGA")
    assert "personuppgifter" not in phone.last.text  # a group's name is asked for
    await write(phone, "Fritidsgruppen")
    await fill_every_table(phone)
    await write(phone, "3 4 5")
    await do(phone, "Lampor", "Träd")
    assert phone.last.labels[:3] == ["2. Träd", "☐ Gångvägar", "1. Lampor"]
    await do(phone, "Klar")
    assert "1. Träd\n2. Gångvägar\n3. Lampor\n\nSkriv 3 heltal" in phone.last.text
    await write(phone, "50 30 10")
    assert phone.last.text.startswith("Det blir 90 tillsammans. Det ska bli 100.")
    await write(phone, "50 30 20")
    await do(phone, "Svinn")
    assert "Skriv ditt svar som ett meddelande (g/ätande). Skriv också vilket år" in phone.last.text
    await write(phone, "58 (2021)")
    phone.document(b"%PDF-1.7 plan", "plan.pdf")
    await phone.settled()
    assert "Bara du ser det här svaret." in phone.last.text
    await write(phone, "Ring Eva")
    assert "Tack!" in phone.last.text
    for said in (
        "Kort sikt: Negativt\nLång sikt: Negativt",
        "1. Lampor, 2. Träd",
        "Träd: 50, Gångvägar: 30, Lampor: 20",
        "58 (2021)",
        "plan.pdf",
        "Ring Eva\nBara du ser det här svaret. Det är din egen påminnelse.",
    ):
        assert said in phone.last.text
    assert asking(phone) == [phone.last]
    cells = await house.cells("SLINGA")
    assert cells["why/A"] == Words("Dyrt")
    assert cells["effect/nothing/long"] == Choice("none")


async def test_rows_passed_over_and_beside_the_scale_are_stored_as_such(house, phone) -> None:
    mark(phone, "Ekonomi", "?")
    await phone.settled()
    await do(phone, "Hoppa över resten")
    cells = await house.cells("MATRIS")
    assert cells["effect/A/short/economy"] == Outside("dont_know")
    assert cells["effect/A/short/staff"] == Skipped()
