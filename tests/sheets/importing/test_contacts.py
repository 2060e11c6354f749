"""Ledgers with columns for each contact: every contact with a day is a record after the person's."""

import pytest

from mengzhan.rules.undo import undo
from mengzhan.sheets.grid import Span
from mengzhan.sheets.importing.contacts import UNDATED, contact_kind, contact_path
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Decision, Intent
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.importing.rowworkers import reading
from mengzhan.store.session import Session
from tests import people
from tests.sheets.imports import Rows, bring_in, codes, counts, plan, records, task, write

WHO = ["姓名", "身份证号"]


def who(number: int) -> list[str]:
    return [people.name(number), people.id_number(number)]


def told(session: Session, kind: str = "follow_up") -> list[dict[str, object]]:
    """What is stored of the contacts, without whom they were with."""
    left = {"person", "employer", "station"}
    found = ({k: v for k, v in one.items() if k not in left} for one in records(session, kind))
    return sorted(found, key=lambda one: str(one["day"]))


def no_day(made: Plan, number: int) -> bool:
    """Whether it is told that a contact of a row has no day."""
    return "CONTACT_NO_DAY" in codes(made, number)


DAYS: Rows = [
    [*WHO, "第一次回访时间", "第二次回访时间", "第三次回访时间"],
    [*who(1), "2026-03-05", "2026.6.8", None],
    [*who(2), "2026年3月6日", None, None],
    [*who(3), None, None, None],
]


def test_what_a_path_names() -> None:
    path = contact_path("follow_up", 2, "day")
    assert path == "follow_up[2].day"
    assert contact_kind(path.partition(".")[0]) == "follow_up"
    assert contact_kind("visit[120]") == "visit"
    assert contact_kind("person") == contact_kind("follow_up") == contact_kind("vacancy[1]") == ""


def test_every_day_is_a_contact_with_the_person(session: Session) -> None:
    bring_in(session, "person", DAYS)
    ids = {one["name"]: one for one in records(session, "person")}
    assert len(ids) == 3
    assert [one["day"] for one in told(session)] == ["2026-03-05", "2026-03-06", "2026-06-08"]
    reader = session.read()
    by_person = [
        (reader.record("person", str(one["person"]))["name"], one["day"])  # type: ignore[index]
        for one in records(session, "follow_up")
    ]
    assert sorted(by_person) == sorted(
        [
            (people.name(1), "2026-03-05"),
            (people.name(1), "2026-06-08"),
            (people.name(2), "2026-03-06"),
        ]
    )


def test_a_day_and_a_result_under_one_heading(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访", None, "第二次回访", None],
        [None, None, "日期", "结果", "日期", "结果"],
        [*who(1), "2026-03-05", "已就业", "2026-06-08", "未接"],
        [*who(2), "2026-03-06", "未接", None, None],
    ]
    merged = [Span(0, 0, 1, 0), Span(0, 1, 1, 1), Span(0, 2, 0, 3), Span(0, 4, 0, 5)]
    made = plan(session, "person", rows, merged)
    assert made.following().count == 3
    write(session, made)
    assert told(session) == [
        {"day": "2026-03-05", "outcome": "F2"},
        {"day": "2026-03-06", "outcome": "F9"},
        {"day": "2026-06-08", "outcome": "F9"},
    ]


def test_a_day_and_words_in_one_cell(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访", "第二次回访"],
        [*who(1), "2026.3.5电话，在家务农", "2026年6月8日 上门 想找零工"],
        [*who(2), "2026.3.6 未接", "2026-06-09"],
    ]
    bring_in(session, "person", rows)
    assert told(session) == [
        {"day": "2026-03-05", "mode": "1", "situation": "电话，在家务农"},
        {"day": "2026-03-06", "mode": "1", "situation": "未接"},
        {"day": "2026-06-08", "mode": "2", "situation": "上门 想找零工"},
        {"day": "2026-06-09"},
    ]


def test_a_year_that_stands_nowhere_is_not_made_up(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访", "第二次回访"],
        [*who(1), "3月5日", "6.8 在家务农"],
        [*who(2), "3月6日电话", "6/9上门"],
    ]
    assert [column.path for column in task(session, "person", rows).columns][2:] == [UNDATED] * 2
    bring_in(session, "person", [["2026年失业人员回访表"], *rows])
    assert told(session) == [
        {"day": "2026-03-05"},
        {"day": "2026-03-06", "mode": "1", "situation": "电话"},
        {"day": "2026-06-08", "situation": "在家务农"},
        {"day": "2026-06-09", "mode": "2", "situation": "上门"},
    ]


def test_months_without_a_day_are_left_and_say_why(session: Session) -> None:
    rows: Rows = [
        [*WHO, "1月回访情况", "2月回访情况", "3月回访情况"],
        [*who(1), "已联系，在家务农", "在家务农", "外出务工"],
        [*who(2), "未接", None, "已就业"],
    ]
    made = task(session, "person", rows)
    assert [column.path for column in made.columns][2:] == [UNDATED] * 3
    assert not any(column.taken for column in made.columns[2:])
    write(session, made.plan())
    assert told(session) == []
    assert len(records(session, "person")) == 2


def test_contacts_with_days_beside_months_without(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访时间", "第二次回访时间", "1月回访情况", "2月回访情况"],
        [*who(1), "2026-03-05", "2026-06-08", "在家务农", "在家务农"],
    ]
    assert [column.path for column in task(session, "person", rows).columns][2:] == [
        "follow_up[1].day",
        "follow_up[2].day",
        UNDATED,
        UNDATED,
    ]


def test_a_month_is_no_day(session: Session) -> None:
    rows: Rows = [
        [*WHO, "首次回访日期", "二次回访日期"],
        [*who(1), "2026-03-05", "2026年6月"],
        [*who(2), "2026-03-06", "2026-06-09"],
        [*who(3), "2026-03-07", "未联系上"],
    ]
    made = plan(session, "person", rows)
    assert [no_day(made, number) for number in (2, 3, 4)] == [True, False, True]
    write(session, made)
    assert [one["day"] for one in told(session)] == [
        "2026-03-05",
        "2026-03-06",
        "2026-03-07",
        "2026-06-09",
    ]
    notes = {one["name"]: one.get("note") for one in records(session, "person")}
    assert notes[people.name(1)] == "二次回访日期：2026年6月"
    assert notes[people.name(3)] == "二次回访日期：未联系上"


def test_words_without_their_day_go_into_the_note(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访日期", "第一次回访情况", "第二次回访日期", "第二次回访情况"],
        [*who(1), "2026-03-05", "在家务农", None, "外出务工"],
        [*who(2), "2026-03-06", "在家", "2026-06-09", "打零工"],
    ]
    made = plan(session, "person", rows)
    assert no_day(made, 2)
    write(session, made)
    assert len(told(session)) == 3
    assert "外出务工" not in str(told(session))
    assert [one.get("note") for one in records(session, "person")] == [
        "第二次回访情况：外出务工",
        None,
    ]


def test_columns_of_which_half_name_a_day_are_asked_about(session: Session) -> None:
    rows: Rows = [
        [*WHO, "1月回访", "2月回访"],
        [*who(1), "2026.1.5 在家", "在家务农"],
        [*who(2), "未接", "2026.2.9 打零工"],
    ]
    made = task(session, "person", rows)
    assert [column.path for column in made.unsure] == ["follow_up[1].day", "follow_up[2].day"]


@pytest.mark.parametrize(
    "headers",
    [
        ["回访电话1", "回访电话2"],
        ["联系电话1", "联系电话2"],
        ["联系方式1", "联系方式2"],
        ["第一次联系方式", "第二次联系方式"],
        ["第一次回访日期", "备注"],
        ["回访情况（3次）", "下次回访日期"],
    ],
)
def test_what_is_no_run_of_contacts(session: Session, headers: list[str]) -> None:
    rows: Rows = [[*WHO, *headers], [*who(1), people.phone(1), people.phone(2)]]
    paths = [column.path for column in task(session, "person", rows).columns]
    assert not any("[" in path or path == UNDATED for path in paths)


def test_a_ledger_of_another_kind_has_no_contacts(session: Session) -> None:
    paths = [column.path for column in task(session, "follow_up", DAYS).columns]
    assert not any("[" in path for path in paths)


@pytest.mark.parametrize("called", ["走访", "入户", "联系", "慰问", "帮扶", "摸排", "电话回访"])
def test_time_way_and_words_of_a_contact_whatever_it_is_called(
    session: Session, called: str
) -> None:
    parts = [f"{called}{part}" for part in ("时间", "方式", "情况")]
    rows: Rows = [
        [*WHO, *(f"{quarter}季度{part}" for quarter in "一二" for part in parts)],
        [*who(1), "2026.2.3", "电话", "在家养羊", "2026.4.15", "入户", "在家种地"],
        [*who(2), "2026.2.4", "微信", "在砖厂上班", None, None, None],
    ]
    bring_in(session, "person", rows)
    assert told(session) == [
        {"day": "2026-02-03", "mode": "1", "situation": "在家养羊"},
        {"day": "2026-02-04", "mode": "4", "situation": "在砖厂上班"},
        {"day": "2026-04-15", "mode": "2", "situation": "在家种地"},
    ]


def test_ticks_say_nothing_of_whether_a_column_has_days(session: Session) -> None:
    rows: Rows = [
        ["2026年每月联系登记表", None, None, None],
        [*WHO, "1月", "2月"],
        [*who(1), "5日 电话，在家", "√"],
        [*who(2), "√", "√"],
        [*who(3), "√", "4日 已上岗"],
        [*who(4), "√", "无人接听"],
    ]
    bring_in(session, "person", rows)
    assert [one["day"] for one in told(session)] == ["2026-01-05", "2026-02-04"]
    assert [one.get("note") for one in records(session, "person")] == [
        "2月：√",
        "1月：√；2月：√",
        "1月：√",
        "1月：√；2月：无人接听",
    ]


def test_visits_to_an_employer(session: Session) -> None:
    rows: Rows = [
        ["企业名称", "首次走访时间", "首次走访人员", "二次走访时间", "二次走访人员"],
        ["测试甲商店", "2026-03-05", "测试员甲", "2026-06-08", "测试员乙"],
        ["测试乙商店", "2026-03-06", "测试员甲", None, None],
    ]
    bring_in(session, "employer", rows)
    assert told(session, "visit") == [
        {"day": "2026-03-05", "visitor": "测试员甲"},
        {"day": "2026-03-06", "visitor": "测试员甲"},
        {"day": "2026-06-08", "visitor": "测试员乙"},
    ]


def test_two_columns_of_one_list_are_both_kept(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访日期", "第一次推送政策", "第一次政策宣传", "第二次回访日期"],
        [*who(1), "2026-03-05", "P03", "P01", "2026-06-08"],
    ]
    made = task(session, "person", rows)
    made.choose(3, "follow_up[1].policies")
    made.choose(4, "follow_up[1].policies")
    write(session, made.plan())
    assert told(session)[0]["policies"] == ["P03", "P01"]


def test_words_too_long_for_their_field_go_into_the_note_of_the_contact(session: Session) -> None:
    words = "在家务农" * 60
    rows: Rows = [
        [*WHO, "第一次回访", "第二次回访"],
        [*who(1), f"2026.3.5 {words}", "2026.6.8 打零工"],
    ]
    bring_in(session, "person", rows)
    assert [(one.get("situation"), one.get("note")) for one in told(session)] == [
        (None, words),
        ("打零工", None),
    ]


def test_workers_read_the_same_contacts(session: Session) -> None:
    made = task(session, "person", DAYS)
    reader = RowReader(made.table, made.columns, made.words, session.today(), people.VILLAGE)
    here = [reader.read(row).after for row in made.table.records]
    with reading(reader, worth=1) as rows:
        assert [row.after for row in rows] == here
    assert sum(map(len, here)) == 3


def test_a_contact_without_a_column_for_its_day_is_kept_in_words(session: Session) -> None:
    rows: Rows = [
        ["2026年回访台账"],
        [*WHO, "第一次回访情况", "第二次回访时间"],
        [*who(1), "在家务农", "2026-06-08"],
        [*who(2), "3月5日电话，在家", "6月9日"],
    ]
    made = plan(session, "person", rows)
    assert no_day(made, 3)
    assert not no_day(made, 4)
    write(session, made)
    assert [one["day"] for one in told(session)] == ["2026-03-05", "2026-06-08", "2026-06-09"]
    notes = {one["name"]: one.get("note") for one in records(session, "person")}
    assert notes == {people.name(1): "第一次回访情况：在家务农", people.name(2): None}


def test_a_day_under_its_month_and_several_in_one_cell(session: Session) -> None:
    rows: Rows = [
        ["二〇二六年务工月回访记录表"],
        [*WHO, "1月", "2月", "3月"],
        [*who(1), "8日 在家", "10日未接，20日上门：在家务农", "5日 已上岗"],
        [*who(2), "√", "11日", "9日"],
    ]
    made = plan(session, "person", rows)
    assert no_day(made, 4)
    write(session, made)
    assert told(session) == [
        {"day": "2026-01-08", "situation": "在家"},
        {"day": "2026-02-10", "mode": "1", "situation": "未接"},
        {"day": "2026-02-11"},
        {"day": "2026-02-20", "mode": "2", "situation": "上门：在家务农"},
        {"day": "2026-03-05", "situation": "已上岗"},
        {"day": "2026-03-09"},
    ]


def test_the_day_in_the_header_is_that_of_its_cells(session: Session) -> None:
    rows: Rows = [
        ["2026年回访表"],
        [*WHO, "4.20电话回访"],
        [*who(1), "在家"],
        [*who(2), "4.21补打，已上岗"],
        [*who(3), "待回访"],
        [*who(4), "/"],
    ]
    made = plan(session, "person", rows)
    assert [no_day(made, number) for number in (3, 4, 5, 6)] == [False, False, True, False]
    write(session, made)
    assert told(session) == [
        {"day": "2026-04-20", "mode": "1", "situation": "在家"},
        {"day": "2026-04-21", "mode": "1", "situation": "补打，已上岗"},
    ]


@pytest.mark.parametrize(
    ("header", "words", "mode"),
    [
        ("回访", "没打通", "1"),
        ("回访", "上门，留了电话", "2"),
        ("回访", "留了电话", None),
        ("回访", "在家", None),
        ("电话回访", "在家", "1"),
        ("电话回访", "后来上门", "2"),
        ("回访（电话/上门）", "在家", None),
    ],
)
def test_the_way_stands_in_the_words_or_over_them(
    session: Session, header: str, words: str, mode: str | None
) -> None:
    rows: Rows = [
        [*WHO, f"第一次{header}", f"第二次{header}"],
        [*who(1), f"2026.3.5 {words}", None],
    ]
    bring_in(session, "person", rows)
    assert [one.get("mode") for one in told(session)] == [mode]


def test_two_days_before_two_words(session: Session) -> None:
    rows: Rows = [
        ["2026年回访表"],
        [*WHO, "第一次回访时间", "第一次回访情况", "第二次回访时间", "第二次回访情况"],
        [*who(1), "4.2、4.9", "未接；已上岗", "5.15、5.16", "都没人接"],
    ]
    bring_in(session, "person", rows)
    assert [(one["day"], one["situation"]) for one in told(session)] == [
        ("2026-04-02", "未接"),
        ("2026-04-09", "已上岗"),
        ("2026-05-15", "都没人接"),
        ("2026-05-16", "都没人接"),
    ]


def test_the_title_names_one_year_and_the_contacts_go_into_the_next(session: Session) -> None:
    rows: Rows = [
        ["2025年回访表"],
        [*WHO, "第一次回访", "第二次回访", "第三次回访"],
        [*who(1), "11.5电话", "1.8电话", "2026.3.2上门"],
        [*who(2), "3.5电话", "4.8电话", "6.2上门"],
    ]
    made = plan(session, "person", rows)
    assert no_day(made, 3)
    write(session, made)
    assert [one["day"] for one in told(session)] == [
        "2025-03-05",
        "2025-04-08",
        "2025-06-02",
        "2026-03-02",
    ]
    note = next(one["note"] for one in records(session, "person") if one["name"] == people.name(1))
    assert note == "第一次回访：11.5电话；第二次回访：1.8电话"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("2025-2026年回访台账", []),
        ("填报时间：2026年3月31日", ["2026-03-05"]),
        ("2026年回访台账，填报时间：2026年3月31日", ["2026-03-05", "2026-11-05"]),
    ],
)
def test_which_year_the_lines_over_the_table_tell(
    session: Session, line: str, days: list[str]
) -> None:
    rows: Rows = [
        [line],
        [*WHO, "第一次回访时间", "第二次回访时间"],
        [*who(1), "3.5", None],
        [*who(2), None, "11.5"],
    ]
    bring_in(session, "person", rows)
    assert [one["day"] for one in told(session)] == days


def test_what_has_no_field_stands_in_the_note_after_its_header(session: Session) -> None:
    rows: Rows = [
        ["2026年走访台账"],
        ["企业名称", "首次走访", None, None, "复访", None],
        [None, "走访日期", "企业诉求", "是否当场解决", "复访日期", "办理情况"],
        ["测试甲商店", "3月10日", "缺工", "否", "4月14日", "招到4人"],
    ]
    merged = [Span(1, 0, 2, 0), Span(1, 1, 1, 3), Span(1, 4, 1, 5)]
    write(session, plan(session, "employer", rows, merged))
    assert told(session, "visit") == [
        {"day": "2026-03-10", "demand": "缺工", "note": "是否当场解决：否"},
        {"day": "2026-04-14", "note": "办理情况：招到4人"},
    ]


def test_a_header_that_lists_what_belongs_into_its_cells(session: Session) -> None:
    rows: Rows = [
        ["2025年登记失业人员跟踪回访表"],
        [*WHO, "回访情况（日期、方式、本人情况）", None],
        [None, None, "第一次", "第二次"],
        [*who(1), "3月14日 上门 报了月嫂班", "6月14日\n已办退休"],
        [*who(2), "在家带孩子", "5/16"],
    ]
    merged = [Span(1, 0, 2, 0), Span(1, 1, 2, 1), Span(1, 2, 1, 3)]
    write(session, plan(session, "person", rows, merged))
    assert told(session) == [
        {"day": "2025-03-14", "mode": "2", "situation": "上门 报了月嫂班"},
        {"day": "2025-05-16"},
        {"day": "2025-06-14", "situation": "已办退休"},
    ]


def test_days_of_something_else_are_asked_about(session: Session) -> None:
    rows: Rows = [
        [*WHO, "第一次回访情况", "第一次上岗时间", "第二次回访情况", "第二次回访上岗时间"],
        [*who(1), "已上岗", "2026-03-05", "在岗", "2026-04-01"],
        [*who(2), "已上岗", "2026-03-06", "在岗", "2026-04-02"],
    ]
    made = task(session, "person", rows)
    assert not any(column.is_sure and column.path.endswith("].day") for column in made.columns)


# Twice ------------------------------------------------------------------------------------------


def test_the_same_ledger_twice_makes_no_contact_again(session: Session) -> None:
    bring_in(session, "person", DAYS)
    again = plan(session, "person", DAYS)
    following = again.following()
    assert following.count == 0
    assert following.stored == [(2, "2026-03-05"), (2, "2026-06-08"), (3, "2026-03-06")]
    assert not write(session, again).records


def test_a_contact_added_to_a_known_person(session: Session) -> None:
    bring_in(session, "person", DAYS)
    more = [list(row) for row in DAYS]
    more[1][4] = "2026-09-10"
    made = plan(session, "person", more)
    assert counts(made) == {"same": 3}
    assert made.following().count == 1
    assert len(write(session, made).records) == 1
    assert [one["day"] for one in told(session)][-1] == "2026-09-10"
    assert len(records(session, "person")) == 3


def test_rows_about_one_person_tell_of_the_same_contacts_once(session: Session) -> None:
    first, second = [*who(1), "2026-03-05", None], [*who(1), "2026-03-05", "2026-06-08"]
    rows: Rows = [[*WHO, "第一次回访时间", "第二次回访时间"], first, second]
    made = plan(session, "person", rows)
    assert counts(made) == {"new": 1, "same": 1}
    write(session, made)
    assert [one["day"] for one in told(session)] == ["2026-03-05", "2026-06-08"]
    assert len({one["person"] for one in records(session, "follow_up")}) == 1


def test_a_skipped_row_has_no_contacts(session: Session) -> None:
    made = plan(session, "person", DAYS)
    made.decide(2, Decision("skip"))
    assert made.at(2).intent is Intent.SKIP
    assert made.following().count == 1
    write(session, made)
    assert [one["day"] for one in told(session)] == ["2026-03-06"]


def test_a_cell_put_right_gives_the_contact(session: Session) -> None:
    rows: Rows = [*DAYS[:2], [*who(2), "2026年3月", "2026-06-09", None]]
    made = plan(session, "person", rows)
    assert no_day(made, 3)
    assert made.following().count == 3
    made.fix(3, 2, "2026-03-06")
    assert not no_day(made, 3)
    assert made.following().count == 4


def test_undoing_takes_all_of_it_back(session: Session) -> None:
    done = bring_in(session, "person", DAYS)
    assert len(done.records) == 6
    session.run(undo(done.action), "undo")
    assert records(session, "person") == records(session, "follow_up") == []
