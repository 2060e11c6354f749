"""The sheet for house visits: a code on every line, boxes in the order of the keys, all readable."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mengzhan.prints.page import Area
from mengzhan.prints.visit_sheet import COLUMNS, visit_sheets_print
from mengzhan.rules.slip_answers import AskedSlip, asked_words, boxes_of
from mengzhan.rules.visit_sheets import SHORT_OUTCOMES, Visited, VisitSheet, line_code
from tests import people
from tests.postings import LONG_NAME
from tests.prints.measuring import all_words, faults, words_of


def visited(number: int, group: str = "一组") -> Visited:
    address = f"{number}号院　户{number:03}"
    known = "未就业、要求就业"
    return Visited(str(number), people.name(number), group, address, people.phone(number), known)


LONG = Visited(
    "l", LONG_NAME * 2, "巴音浩特组", "巴音浩特北十二公里冬营地西侧" * 7, "1", "失业；" * 20
)
BARE = Visited("b", "王丽", "", "", "", "")


def sheet(people_: Sequence[Visited], number: str = "KM12") -> VisitSheet:
    return VisitSheet(number, "乌兰毛都苏木勿布林嘎查", tuple(people_))


def test_every_line_bears_its_code_and_what_is_known() -> None:
    made = visit_sheets_print([sheet([visited(n) for n in range(1, 21)])])
    words = all_words(made)
    for line in range(1, 21):
        assert line_code("KM12", line) in words
        assert people.name(line) in words
        assert people.phone(line) in words
    assert "入户表　第KM12号　乌兰毛都苏木勿布林嘎查" in words
    assert faults(made) == []


def test_the_paper_lies_across_and_the_columns_fill_it() -> None:
    made = visit_sheets_print([sheet([visited(1)])])
    assert (made.pages[0].width, made.pages[0].height) == (297, 210)
    assert sum(wide for _, wide in COLUMNS) == 277


def test_long_and_bare_lines_run_over_nothing() -> None:
    made = visit_sheets_print([sheet([LONG, BARE, visited(3), LONG])])
    assert faults(made) == []
    assert [words.text for words in made.pages[0].words if words.text.startswith("KM12-0")] == [
        line_code("KM12", line) for line in range(1, 5)
    ]


def test_the_longest_code_stays_on_one_line() -> None:
    (page,) = visit_sheets_print([sheet([visited(1)], "WW9999")]).pages
    assert line_code("WW9999", 1) in [words.text for words in page.words]


def test_the_boxes_stand_in_the_order_of_the_keys() -> None:
    (page,) = visit_sheets_print([sheet([visited(1)])]).pages
    words = words_of(page)
    places = [words.index(key) for key in ("1仍失业", "2单位上班", "9没见到", "A拒绝", "B信息有误")]
    assert places == sorted(places)
    boxes = [item for item in page.items if isinstance(item, Area) and item.frame == "black"]
    assert len(boxes) == len(SHORT_OUTCOMES) + 6  # training and business: yes, no, not sure


@pytest.mark.parametrize("work", ["referral", "evidence", "stay_3"])
def test_a_line_about_a_slip_has_boxes_for_what_is_heard_of_it_and_no_others(work: str) -> None:
    slip = AskedSlip("r", work)
    people_ = [replace(one, slip=slip) for one in (visited(1), LONG, BARE)]
    made = visit_sheets_print([sheet(people_)])
    (page,) = made.pages
    words = words_of(page)
    assert faults(made) == []
    assert words.count(asked_words(work)) == len(people_)
    places = [words.index(f"{key}{label}") for key, label in boxes_of(work).items()]
    assert places == sorted(places)
    assert "仍失业" not in words
    boxes = [item for item in page.items if isinstance(item, Area) and item.frame == "black"]
    assert len(boxes) == len(people_) * len(boxes_of(work))


def test_groups_are_named_where_they_begin_and_again_on_the_next_page() -> None:
    first, second = [visited(n, "一组") for n in range(12)], [visited(n, "二组") for n in range(3)]
    made = visit_sheets_print([sheet([*first, *second])])
    assert [("一组" in words_of(page), "二组" in words_of(page)) for page in made.pages] == [
        (True, False),
        (True, True),
    ]
    assert "没有填组的" in all_words(visit_sheets_print([sheet([BARE])]))


def test_each_sheet_begins_on_a_page_of_its_own() -> None:
    made = visit_sheets_print([sheet([visited(1)]), sheet([visited(2)], "KM13")])
    assert ["第KM12号" in words_of(page) for page in made.pages] == [True, False]
    assert line_code("KM13", 1) in words_of(made.pages[1])


def test_the_paper_says_what_to_tell_and_to_keep_it_safe() -> None:
    words = all_words(visit_sheets_print([sheet([visited(1)])]))
    assert "本人同意再登记" in words
    assert "不外传" in words
