"""Visit sheets: who stands where, and codes that catch a slip of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.codes import code_table
from mengzhan.model.ids import new_replica
from mengzhan.rules.visit_sheets import (
    LETTERS,
    MOST_LINES,
    SHORT_OUTCOMES,
    NobodyToVisit,
    WrongCode,
    line_code,
    read_line_code,
    sheet_series,
    visit_sheets,
    walking_order,
)
from tests import people
from tests.store.conftest import Station

LINES = st.integers(1, MOST_LINES)
SHEETS = st.builds(
    "{}{}{}".format,
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS),
    st.integers(1, 9_999),
)


def test_a_code_is_sheet_line_and_letter() -> None:
    # K is 9, M is 11 of 23: ((9 * 10 + 11) * 100 + 12) * 100 + 7 = 1011207 = 43965 * 23 + 12
    assert line_code("KM12", 7) == "KM12-07N"
    # printed before sheets had letters: 12 * 100 + 7 = 1207 = 52 * 23 + 11
    assert line_code("12", 7) == "12-07M"
    assert len(LETTERS) == 23
    assert not set("IOQ") & set(LETTERS)


@given(SHEETS, LINES)
def test_a_code_is_read_back_however_it_is_typed(sheet: str, line: int) -> None:
    code = line_code(sheet, line)
    for typed in (code, code.lower(), code.replace("-", ""), f" {code[:-1]} {code[-1]} "):
        assert read_line_code(typed) == (sheet, line)
    # keyboards of Chinese input write wide letters; the first sheets had no letters at all
    assert read_line_code("ＫＭ１２－０７Ｎ") == ("KM12", 7)
    assert read_line_code("12-07M") == ("12", 7)


@given(SHEETS, LINES)
def test_of_the_sheet_on_the_table_the_line_is_enough(sheet: str, line: int) -> None:
    short = line_code(sheet, line).partition("-")[2]
    assert read_line_code(short.lower(), sheet) == (sheet, line)
    with pytest.raises(WrongCode):
        read_line_code(short)


@given(SHEETS, LINES, st.data())
def test_every_single_wrong_character_is_caught(sheet: str, line: int, data: st.DataObject) -> None:
    code = line_code(sheet, line)
    at = data.draw(st.sampled_from([at for at, char in enumerate(code) if char != "-"]))
    alike = "0123456789" if code[at].isdigit() else LETTERS
    other = data.draw(st.sampled_from([char for char in alike if char != code[at]]))
    with pytest.raises(WrongCode):
        read_line_code(code[:at] + other + code[at + 1 :])


@given(SHEETS, LINES, st.data())
def test_two_characters_that_changed_places_are_caught(
    sheet: str, line: int, data: st.DataObject
) -> None:
    body, letter = f"{sheet}{line:02d}", line_code(sheet, line)[-1]
    first = data.draw(st.integers(0, len(body) - 2))
    second = data.draw(st.integers(first + 1, len(body) - 1))
    swapped = list(body)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    if "".join(swapped) != body:
        with pytest.raises(WrongCode):
            read_line_code("".join(swapped) + letter)


@pytest.mark.parametrize(
    "text",
    ["", "12", "12-7M", "1207", "12-07I", "十二-07M", "12-07MM", "K12-07N", "OM12-07N", "07M"],
)
def test_what_is_no_code_is_told(text: str) -> None:
    with pytest.raises(WrongCode):
        read_line_code(text)


def test_two_copies_of_the_database_number_their_sheets_apart() -> None:
    series = {sheet_series(new_replica()) for _ in range(400)}
    assert all(len(two) == 2 and set(two) <= set(LETTERS) for two in series)
    # 400 of 529 drawn with repetition leave some 280 different ones; all alike would be one
    assert len(series) > 200


def test_the_order_is_that_of_the_way() -> None:
    places = [
        ("二组", "10号院"),
        ("二组", "2号院"),
        ("十组", "1号院"),
        ("一组", "西头第三户"),
        ("", "3号院"),
        ("二十一组", ""),
        ("2组", "1号院"),
    ]
    found = sorted(
        places, key=lambda place: walking_order({"area_group": place[0], "address": place[1]})
    )
    assert found == [
        ("一组", "西头第三户"),
        ("2组", "1号院"),
        ("二组", "2号院"),
        ("二组", "10号院"),
        ("十组", "1号院"),
        ("二十一组", ""),
        ("", "3号院"),
    ]


def test_each_village_gets_a_sheet_of_its_own(station: Station) -> None:
    records = [
        station.add("person", people.person_values(1, area_group="二组", address="9号院")),
        station.add("person", people.person_values(2, residence=people.OTHER_VILLAGE)),
        station.add("person", people.person_values(3, area_group="一组", needs_mongolian=True)),
    ]
    first, second = visit_sheets(station.session.read(), records, "KM", 12)
    assert (first.number, second.number) == ("KM12", "KM13")
    assert [visited.name for visited in first.people] == [people.name(3), people.name(1)]
    assert first.people[0].phone == people.phone(3)
    assert first.people[0].known == "未就业、要求就业；需蒙古语"
    assert first.people[1].address == "9号院"
    assert first.place != second.place
    assert [visited.record for visited in second.people] == [records[1]]
    assert second.code(1) == line_code("KM13", 1)


def test_an_id_number_never_stands_on_a_sheet(station: Station) -> None:
    person = station.add("person", people.person_values(4))
    (sheet,) = visit_sheets(station.session.read(), [person], "KM", 1)
    assert people.id_number(4) not in repr(sheet)


def test_a_large_village_goes_on_to_another_sheet(station: Station) -> None:
    records = [station.add("person", people.person_values(n)) for n in range(1, MOST_LINES + 2)]
    first, second = visit_sheets(station.session.read(), records, "KM", 1)
    assert (len(first.people), len(second.people)) == (MOST_LINES, 1)


def test_nobody_to_visit_is_told(station: Station) -> None:
    with pytest.raises(NobodyToVisit):
        visit_sheets(station.session.read(), [], "KM", 1)


def test_what_can_be_ticked_is_a_code_of_the_table() -> None:
    assert all(code in code_table("followup_outcome") for code in SHORT_OUTCOMES)
    assert len({code[-1] for code in SHORT_OUTCOMES}) == len(SHORT_OUTCOMES)
