"""The day on paper: people with row codes, then all else; nothing runs over anything."""

from mengzhan.model.words import Message
from mengzhan.prints.day_list import COLUMNS, day_list_print
from mengzhan.prints.page import Area
from mengzhan.rules.agenda.sheet import DayLine
from mengzhan.rules.visit_sheets import Visited, VisitSheet
from tests import people
from tests.postings import LONG_NAME
from tests.prints.measuring import all_words, faults


def shop(number: int, name: str = "草原奶食店") -> DayLine:
    reasons = (Message("一起益企：缺工，登记后还没走访过"), Message("企业诉求 20 天未销号"))
    return DayLine(
        f"{name}{number}",
        "巴音浩特北十二公里" * 3,
        people.phone(5000 + number),
        reasons,
        {"1": "还在招", "2": "招满了", "3": "不招了"},
    )


def test_people_come_first_then_the_rest_on_pages_of_their_own() -> None:
    known = "约好的回访已过 3 天；已拒绝 2 次"
    person = Visited("p", people.name(1), "一组", "1号院", people.phone(1), known)
    sheet = VisitSheet("KM3", "巴彦嘎查", (person,))
    made = day_list_print([sheet], [shop(n) for n in range(25)], "2026-11-23")
    words = all_words(made)
    assert len(made.pages) == 4
    assert sheet.code(1) in words
    assert known in words
    assert people.phone(5024) in words
    assert faults(made) == []


def test_long_lines_stay_in_their_row() -> None:
    made = day_list_print([], [shop(1, LONG_NAME * 3), shop(2)], "2026-11-23")
    assert faults(made) == []
    assert sum(wide for _, wide in COLUMNS) == 277


def test_what_an_employer_says_can_be_ticked() -> None:
    made = day_list_print([], [shop(1)], "2026-11-23")
    words = all_words(made)
    assert [words.count(box) for box in ("1还在招", "2招满了", "3不招了")] == [1, 1, 1]
    assert (
        sum(isinstance(item, Area) and item.frame == "black" for item in made.pages[0].items) == 3
    )
