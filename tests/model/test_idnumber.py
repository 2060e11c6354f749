"""Identity numbers. All numbers here are made up in areas that were never assigned."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mengzhan.model.idnumber import (
    IdNumber,
    age_on,
    check_character,
    check_id,
    clean_id,
    mask_id,
    minor_problem,
    parse_id,
    suggest,
)
from mengzhan.model.problem import Problem

TODAY = date(2026, 11, 23)
SOUND = "150199199003071236"

births = st.dates(date(1920, 1, 1), TODAY)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Made-up numbers with a correct check character."""
    area = draw(st.sampled_from(["150199", "159999", "810000"]))
    body = f"{area}{draw(births):%Y%m%d}{draw(st.integers(0, 999)):03}"
    return body + check_character(body)


def codes(text: str, today: date = TODAY) -> list[str]:
    return [problem.code for problem in check_id(text, today)]


def test_the_example_of_the_standard() -> None:
    assert check_character("11010519491231002") == "X"
    number = IdNumber("11010519491231002X")
    assert number.birth_date == date(1949, 12, 31)
    assert number.sex == "2"
    assert number.area == "110105"
    assert number.kind == "resident"


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X ",
        "110105-19491231-002X",
        "'11010519491231002X",
        "11010519491231002×",
        "11010519491231002Х",  # the Cyrillic letter
    ],
)
def test_ways_of_writing_one_number(typed: str) -> None:
    assert clean_id(typed) == "11010519491231002X"
    assert codes(typed) == []


def test_a_number_that_went_through_a_spreadsheet_as_a_decimal() -> None:
    assert clean_id(SOUND + ".0") == SOUND


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.50199E+17", "ID_SCIENTIFIC"),
        ("1.5e17", "ID_SCIENTIFIC"),
        ("150199199003071000", "ID_ROUNDED"),
        ("150199199003071239", "ID_CHECKSUM"),
        ("15019919900307123", "ID_LENGTH"),
        ("1501991990030712366", "ID_LENGTH"),
        ("", "ID_LENGTH"),
        ("15019919900307123A", "ID_CHARACTERS"),
        ("١٥٠١٩٩١٩٩٠٠٣٠٧١٢٣٦", "ID_CHARACTERS"),
        ("150199九九〇〇三〇七一二三六零", "ID_CHARACTERS"),
        ("150199900230123", "ID_DATE"),
    ],
)
def test_what_cannot_be_a_number_is_named(typed: str, code: str) -> None:
    problem = parse_id(typed)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert problem.blocks
    assert codes(typed) == [code]


def test_hints_say_what_to_do_and_hold_no_number() -> None:
    length = check_id("15019919900307123", TODAY)[0]
    assert str(length.hint) == "现在是17位，应是18位，还差1位。请补全。"
    checksum = check_id("150199199003071239", TODAY)[0]
    assert "末位应是6" in str(checksum.hint)
    for problem in (length, checksum):
        assert "1501991990" not in repr(problem)


def test_a_date_that_does_not_exist() -> None:
    body = "15019919900230123"
    assert codes(body + check_character(body)) == ["ID_DATE"]


def test_a_birth_in_the_future_is_refused_and_a_very_old_one_is_asked_about() -> None:
    assert codes(SOUND, date(1990, 3, 6)) == ["ID_DATE_FUTURE"]
    assert codes(SOUND, date(1990, 3, 7)) == []
    assert codes(SOUND, date(2101, 3, 7)) == ["ID_AGE_OLD"]
    assert not check_id(SOUND, date(2101, 3, 7))[0].blocks


@pytest.mark.parametrize("area", ["412702", "510229", "440524", "152101"])
def test_abolished_areas_are_never_refused(area: str) -> None:
    body = f"{area}19751105001"
    assert codes(body + check_character(body)) == []


def test_an_impossible_province_is_only_asked_about() -> None:
    body = "05010119751105001"
    problems = check_id(body + check_character(body), TODAY)
    assert [(p.code, p.severity) for p in problems] == [("ID_PROVINCE", "warn")]


def test_an_old_number_is_taken_with_a_warning_and_upgraded() -> None:
    problems = check_id("150199670401001", TODAY)
    assert [(p.code, p.severity) for p in problems] == [("ID_OLD_15", "warn")]
    number = IdNumber("150199670401001")
    assert number.birth_date == date(1967, 4, 1)
    assert number.sex == "1"
    assert suggest("150199670401001") == [number.long_form]
    assert codes(number.long_form) == []


@pytest.mark.parametrize("area", ["810000", "820000", "830000"])
def test_permits_of_compatriots(area: str) -> None:
    body = f"{area}19940823002"
    number = IdNumber(body + check_character(body))
    assert number.kind == "compatriot"
    assert number.birth_date == date(1994, 8, 23)
    assert codes(number.text) == []


def test_permits_of_foreigners_old_and_new() -> None:
    old = IdNumber("MNG150080010112")
    assert (old.kind, old.birth_date, old.sex, old.area) == ("foreigner15", None, None, None)
    assert codes("mng150080010112") == []
    body = "91549619800101011"
    new = IdNumber(body + check_character(body))
    assert (new.kind, new.birth_date, new.sex) == ("foreigner", date(1980, 1, 1), "1")
    assert codes(new.text) == []


def test_a_number_is_only_made_from_canonical_text_and_never_shown() -> None:
    with pytest.raises(ValueError, match="canonical"):
        IdNumber("15019919900307123x")
    with pytest.raises(ValueError, match="date"):
        IdNumber("150199199002301236")
    assert SOUND not in repr(IdNumber(SOUND))


@given(numbers())
def test_made_numbers_are_sound(number: str) -> None:
    assert codes(number) == []
    parsed = parse_id(number)
    assert isinstance(parsed, IdNumber)
    assert parsed.text == clean_id(number) == number
    assert suggest(number) == []


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_changed_character_is_noticed(number: str, place: int, character: str) -> None:
    assume(number[place] != character)
    changed = number[:place] + character + number[place + 1 :]
    assert any(problem.blocks for problem in check_id(changed, TODAY))
    if place == 17 or character != "X":
        assert number in suggest(changed, limit=100)


@given(numbers(), st.integers(0, 16))
def test_swapped_neighbours_are_noticed_and_mended(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert any(problem.blocks for problem in check_id(swapped, TODAY))
    assume(place < 16 or number[17] != "X")
    assert number in suggest(swapped, TODAY, limit=100)


def test_letters_that_look_like_digits_are_mended() -> None:
    assert suggest("15O199l99003071236") == [SOUND]
    assert SOUND in suggest(SOUND[:-1])


@given(st.text(max_size=25))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(parse_id(text), IdNumber | Problem)
    suggest(text, TODAY)


def test_suggestions_leave_out_the_unborn() -> None:
    for number in suggest("150199202603071230", TODAY, limit=100):
        birth = IdNumber(number).birth_date
        assert birth is not None
        assert birth <= TODAY


def test_masks() -> None:
    assert mask_id(SOUND) == "1501************36"
    assert mask_id("12345") == "*****"
    assert mask_id("") == ""


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2010, 11, 23), TODAY, 16),
        (date(2010, 11, 24), TODAY, 15),
        (date(2004, 2, 29), date(2020, 2, 28), 15),
        (date(2004, 2, 29), date(2020, 2, 29), 16),
        (date(2004, 2, 29), date(2021, 2, 28), 16),
        (date(2004, 2, 29), date(2021, 3, 1), 17),
    ],
)
def test_age_counts_full_years(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age


@given(births, st.integers(0, 40_000))
def test_age_never_falls(birth: date, days: int) -> None:
    day = birth + timedelta(days=days)
    assert age_on(birth, day) <= age_on(birth, day + timedelta(days=1))


def test_minors() -> None:
    child = minor_problem(date(2010, 11, 24), TODAY)
    youth = minor_problem(date(2010, 11, 23), TODAY)
    assert child is not None
    assert youth is not None
    assert (child.code, child.severity) == ("AGE_UNDER_16", "block")
    assert (youth.code, youth.severity) == ("AGE_MINOR_WORKER", "warn")
    assert minor_problem(date(2008, 11, 23), TODAY) is None
