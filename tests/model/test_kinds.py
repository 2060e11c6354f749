"""The eleven record kinds: columns, required ones, code tables, and what fields say together."""

from datetime import date, timedelta
from typing import Any

import pytest

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Choice, Choices, Reference, References
from mengzhan.model.fold import SYSTEM_FIELDS
from mengzhan.model.idnumber import check_character
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds import KINDS
from tests.people import (
    employer_values,
    follow_up_values,
    id_number,
    person_values,
    vacancy_values,
    visit_values,
)

TODAY = date(2026, 11, 23)

# Columns of the registers that the trade keeps, with what the design adds. Required ones first.
COLUMNS: dict[str, tuple[str, str]] = {
    "person": (
        "姓名 证件号 电话 常住地 重点群体 就业状态 告知同意",
        "性别 出生日期 民族 学历 户籍地 技能 证照 意向工种 可去范围 可上岗日 限制 "
        "登记失业日期 失业原因 注销日期 注销原因 毕业日期 困难类型 困难认定日期 户编号 组/浩特 "
        "需蒙古语沟通 父名 保留至 备注 期望月薪（元） 户口性质 登记日期",
    ),
    "employer": (
        "名称 类型 所在地 联系人 电话",
        "统一信用代码 行业 详细地址 从业人数 营收档 参保人数 是否缺工 备注",
    ),
    "vacancy": (
        "单位 岗位名 人数 工作地点 工作内容 计薪方式 有效期至 来源 登记日期",
        "条件 薪酬下限（元） 薪酬上限（元） 班次 食宿 社会保险 期限 政策方向 工种 开工日期 证照 技能 "
        "联系人 联系电话 撤下日期 撤下原因 备注",
    ),
    "training_intent": (
        "人员 日期 愿意参加培训",
        "想学工种 培训形式 可用月份 授课语言 障碍 创业意愿 创业项目 贷款需求",
    ),
    "follow_up": (
        "人员 日期 方式 结果",
        "第几次未接 现状 需求 推送就业政策 下次日期",
    ),
    "visit": (
        "单位 日期 走访人 走访人身份",
        "摸排用工意向 了解培训需求 推送就业政策 企业诉求 转交部门 销号日期 照片",
    ),
    "verification": (
        "结果 核实日期",
        "来源批次 人员 单位 核实字段 原值 核实值 方式 核实人 照片 来源任务",
    ),
    "referral": (
        "人员 岗位 日期",
        "推荐信编号 回执期限 结果 到岗日期 1个月稳岗核对日 3个月稳岗核对日 6个月稳岗核对日",
    ),
    "enrolment": ("人员 培训班 开班日期", "工种 结业日期 结果"),
    "policy": ("政策名称", "对象 标准 依据 有效期至"),
    "task": ("任务 来源", "内容 期限 名单"),
}
EVERY_FIELD = [(kind, field) for kind in KINDS.values() for field in kind]


def ids(part: Any) -> str:
    return part.name if isinstance(part, Kind | Field) else str(part)


def test_there_are_eleven_kinds_in_the_order_of_the_design() -> None:
    assert list(KINDS.by_hand) == [
        "person",
        "employer",
        "vacancy",
        "training_intent",
        "follow_up",
        "visit",
        "verification",
        "referral",
        "enrolment",
        "policy",
        "task",
    ]
    assert set(KINDS.by_hand) == set(COLUMNS)


def test_the_five_duties_and_visits_are_in_the_words_of_the_policy() -> None:
    assert {kind.duty for kind in KINDS.values() if kind.duty} == {
        "征集空缺岗位",
        "摸排就业创业培训意愿",
        "失业人员回访",
        "信息数据核实",
        "职业介绍",
        "走访企业",
    }


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_of_the_register_is_there(name: str) -> None:
    required, others = (text.split() for text in COLUMNS[name])
    labels = {field.label for field in KINDS[name]}
    assert set(required) | set(others) <= labels
    assert {field.label for field in KINDS[name] if field.required} == set(required)


@pytest.mark.parametrize("kind", KINDS.values(), ids=ids)
def test_a_kind_is_whole(kind: Kind) -> None:
    names = [field.name for field in kind]
    assert len(names) == len(set(names))
    assert kind.title
    assert set(kind.title) <= set(names)
    if kind.day:
        assert kind[kind.day].type.name == "date"
    assert sum(field.required for field in kind) <= 9
    assert any(field.listed for field in kind)


@pytest.mark.parametrize(("kind", "field"), EVERY_FIELD, ids=ids)
def test_a_field_stands_on_what_exists(kind: Kind, field: Field) -> None:
    taken = {"row", "id", "erased", "created", "changed", "extra", "kind", *SYSTEM_FIELDS}
    assert field.name.isidentifier()
    assert field.name not in taken
    assert field.label
    if isinstance(field.type, Choice | Choices):
        assert isinstance(field.type.source, str)
        assert len(code_table(field.type.source)) >= 2
    if isinstance(field.type, Reference | References):
        assert field.type.kind in KINDS
    assert set(field.fills.values()) <= {other.name for other in kind}
    if field.prefill in ("today", "in_7_days", "in_30_days"):
        assert field.type.name == "date"


def test_only_days_the_operator_and_the_place_are_prefilled() -> None:
    kinds_of_prefilled = {field.type.name for _, field in EVERY_FIELD if field.prefill}
    assert kinds_of_prefilled <= {"date", "division", "text", "choice"}
    choices = {f.name for _, f in EVERY_FIELD if f.prefill and f.type.name == "choice"}
    assert choices == {"visitor_role"}
    never = {"result", "outcome", "consent", "willing", "start_business", "employment_status"}
    assert [field.name for _, field in EVERY_FIELD if field.prefill and field.name in never] == []


def test_numbers_and_phones_of_people_are_masked_by_default() -> None:
    for kind, field in EVERY_FIELD:
        if field.type.name in ("id_number", "phone"):
            assert field.sensitive, f"{kind.name}.{field.name}"


def test_whoever_belongs_to_no_key_group_can_say_so() -> None:
    person = KINDS["person"]
    assert person["key_groups"].type.show(["K00"]) == "不属于重点群体"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("person", person_values(3)),
        ("employer", employer_values(3)),
        ("vacancy", vacancy_values("e1")),
        ("visit", visit_values("e1")),
        ("follow_up", follow_up_values("p1")),
    ],
)
def test_the_made_up_records_of_the_tests_are_sound(kind: str, values: dict[str, Value]) -> None:
    assert KINDS[kind].check(values, TODAY) == []


def found(kind: str, values: dict[str, Value]) -> list[tuple[str, str, str]]:
    return [(p.field, p.code, p.severity) for p in KINDS[kind].check(values, TODAY)]


# People ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2010-11-24", [("birth_date", "AGE_UNDER_16", "block")]),
        ("2010-11-23", [("birth_date", "AGE_MINOR_WORKER", "warn")]),
        ("2008-11-24", [("birth_date", "AGE_MINOR_WORKER", "warn")]),
        ("2008-11-23", []),
        ("1950-01-01", []),
    ],
)
def test_too_young_blocks_and_young_warns(born: str, expected: list[tuple[str, str, str]]) -> None:
    day = date.fromisoformat(born)
    values = person_values(1, birth_date=born, id_number=id_number(1, day))
    assert found("person", values) == expected


@pytest.mark.parametrize("born", ["1990-13-01", "不详", "199001", 1990])
def test_a_birth_date_that_is_none_is_a_problem_not_a_crash(born: Value) -> None:
    assert ("birth_date", "DATE_FORM", "block") in found(
        "person", person_values(1, birth_date=born)
    )


def test_without_consent_nobody_is_registered() -> None:
    assert found("person", person_values(1, consent=False)) == [
        ("consent", "CONSENT_REFUSED", "block")
    ]
    assert found("person", person_values(1, consent=None)) == [("consent", "REQUIRED", "block")]


def test_a_registration_ends_after_it_began() -> None:
    values = person_values(1, unemployed_on="2026-05-02", deregistered_on="2026-05-01")
    values["deregister_reason"] = "X01"
    assert found("person", values) == [("deregistered_on", "DATE_ORDER", "block")]
    assert found("person", {**values, "deregistered_on": "2026-05-02"}) == []


def test_a_registration_ends_for_a_reason() -> None:
    values = person_values(1, unemployed_on="2026-05-02", deregistered_on="2026-06-02")
    missing = [("deregister_reason", "DEREGISTER_REASON_MISSING", "warn")]
    assert found("person", values) == missing
    assert found("person", {**values, "deregister_reason": "X09"}) == []


# Vacancies --------------------------------------------------------------------------------------


def test_the_upper_wage_is_not_below_the_lower() -> None:
    values = vacancy_values("e1", wage_min=400_000, wage_max=320_000)
    assert found("vacancy", values) == [("wage_max", "WAGE_ORDER", "block")]
    assert found("vacancy", vacancy_values("e1", wage_min=320_000, wage_max=320_000)) == []


def test_an_advertisement_without_pay_is_only_warned_about() -> None:
    values = vacancy_values("e1", wage_min=None, wage_max=None)
    assert found("vacancy", values) == [("wage_min", "WAGE_MISSING", "warn")]
    assert found("vacancy", vacancy_values("e1", wage_min=None)) == []


def test_a_vacancy_runs_out_after_it_was_registered() -> None:
    values = vacancy_values("e1", registered_on="2026-11-20", valid_until="2026-11-19")
    assert found("vacancy", values) == [("valid_until", "DATE_ORDER", "block")]
    assert found("vacancy", vacancy_values("e1", valid_until="2026-11-20")) == []


@pytest.mark.parametrize(("count", "wrong"), [(0, True), (1, False), (100_000, False)])
def test_a_vacancy_is_for_at_least_one(count: int, wrong: bool) -> None:
    expected = [("headcount", "INTEGER_RANGE", "block")] if wrong else []
    assert found("vacancy", vacancy_values("e1", headcount=count)) == expected


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [
        (None, None, []),
        (None, "1", []),
        ("2026-11-20", "3", []),
        ("2026-11-20", None, [("close_reason", "CLOSE_REASON_MISSING", "block")]),
        ("2026-11-20", "1", [("close_reason", "CLOSE_REASON_MISSING", "block")]),
        (None, "3", [("closed_on", "CLOSE_DAY_MISSING", "warn")]),
    ],
)
def test_a_vacancy_is_closed_on_a_day_for_a_reason(
    day: str | None, reason: str | None, expected: list[tuple[str, str, str]]
) -> None:
    values = vacancy_values("e1", closed_on=day, close_reason=reason)
    assert found("vacancy", values) == expected


# Services ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [c.code for c in code_table("referral_result")])
def test_success_needs_the_day_of_arrival(code: str) -> None:
    values: dict[str, Value] = {
        "person": "p1",
        "vacancy": "v1",
        "day": "2026-11-20",
        "result": code,
    }
    success = code_table("referral_result").get(code)
    assert success is not None
    expected = [("arrived_on", "ARRIVAL_MISSING", "block")] if success.flag("is_success") else []
    assert found("referral", values) == expected
    assert found("referral", {**values, "arrived_on": "2026-11-21"}) == []


@pytest.mark.parametrize(
    ("field", "day", "wrong"),
    [
        ("result_on", "2026-11-09", True),
        ("result_on", "2026-11-10", False),
        ("interviewed_on", "2026-11-09", True),
        ("arrived_on", "2026-11-09", True),
        ("left_on", "2026-11-12", True),
        ("left_on", "2026-11-13", False),
    ],
)
def test_what_happens_to_a_referral_comes_in_its_order(field: str, day: str, wrong: bool) -> None:
    values: dict[str, Value] = {"person": "p1", "vacancy": "v1", "day": "2026-11-10"}
    values |= {"arrived_on": "2026-11-13", field: day}
    assert found("referral", values) == ([(field, "DATE_ORDER", "block")] if wrong else [])


def test_a_course_ends_after_it_began() -> None:
    values: dict[str, Value] = {
        "person": "p1",
        "course": "奶食品制作",
        "started_on": "2026-05-02",
        "ended_on": "2026-05-01",
    }
    assert found("enrolment", values) == [("ended_on", "DATE_ORDER", "block")]
    assert found("enrolment", {**values, "ended_on": "2026-05-02"}) == []


def test_a_verification_is_about_somebody() -> None:
    values: dict[str, Value] = {"result": "1", "day": "2026-11-20"}
    assert found("verification", values) == [("person", "SUBJECT_MISSING", "block")]
    assert found("verification", {**values, "employer": "e1"}) == []
    assert found("verification", {**values, "person": "p1"}) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=ids)
@pytest.mark.parametrize("odd", ["x", 5, ["y"], True, "𠮷" * 2000], ids=lambda odd: str(odd)[:4])
def test_a_value_of_any_sort_is_checked_without_a_crash(kind: Kind, odd: Any) -> None:
    for field in kind:
        for problem in kind.check({field.name: odd}, TODAY):
            assert problem.code.isupper()
            assert str(problem.hint)


def test_what_is_shown_masked_leaves_a_thousand_numbers() -> None:
    """Whoever knows the home county and reads everything that a page shows of a person."""
    kind = KINDS["person"]
    born = date(1990, 1, 1)
    number = id_number(1, born)
    shown = ("id_number", "birth_date", "sex")

    def page(number: str) -> list[str]:
        facts = kind["id_number"].type.facts(number)
        return [kind[name].show({"id_number": number, **facts}[name]) for name in shown]

    seen = page(number)
    days = (born + timedelta(days=day) for day in range(365))
    bodies = (
        f"{number[:6]}{day:%Y%m%d}{order:03}"
        for day in days
        for order in range(int(number[16]), 1000, 10)
    )
    possible = sum(page(body + check_character(body)) == seen for body in bodies)
    assert possible >= 1000


def test_the_default_list_shows_no_more_than_that() -> None:
    listed = {item.name for item in KINDS["person"] if item.listed}
    assert listed & {"birth_date", "sex", "home"} == set()
    assert KINDS["person"]["birth_date"].show("1990-03-07") == "1990-**-**"


def test_an_id_number_tells_of_other_fields() -> None:
    person, number = KINDS["person"], id_number(1, date(1990, 1, 1))
    told = person.filled_by({"id_number": number, "birth_date": "1991-02-02", "name": "苏和"})
    assert told["birth_date"] == "1990-01-01"
    assert set(told) == {"birth_date", "sex"}
    assert person.filled_by({"id_number": None, "name": "苏和"}) == {}
    assert person.filled_by({"id_number": number[:9]}) == {}
