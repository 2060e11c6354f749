"""What of a vacancy goes out: facts in Chinese, no job-seeker, nothing unchecked or closed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mengzhan.model.codes import show_codes_in
from mengzhan.rules.operations import merge
from mengzhan.rules.postings import (
    FREE_OF_CHARGE,
    NotClean,
    NotOpen,
    Outlet,
    Posting,
    announcement,
    call,
    contact_text,
    day_words,
    facts,
    pay_words,
    postings_of,
)
from tests.people import employer_values, name, person_values, phone, vacancy_values
from tests.postings import OUTLET, bare_posting, posting
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)
FULL: dict[str, object] = {
    "title": "羊倌",
    "conditions": "能吃苦\n有放牧经验。",
    "duties": "接羔、放牧；\n夜里看护",
    "licences": ["C1", "M"],
    "skills": "会骑马",
    "needs_mongolian": True,
    "shift": "5",
    "board": "3",
    "insurance": "9",
    "term": "2",
    "start_on": "2027-02-01",
    "contact": "白先生",
    "phone": "19900001234",
    "occupation": "5-03-02-01",
    "place": "152221201200",
    "note": "老板脾气急",
}


def opened(station: Station, **more: object) -> str:
    employer = station.add("employer", employer_values(1))
    values: dict[str, Any] = {"conditions": "不限", **more}
    return station.add("vacancy", vacancy_values(employer, **values))


def out(station: Station, record: str) -> Posting:
    (found,) = postings_of(station.session.read(), [record], TODAY)
    return found


def test_the_facts_are_those_of_the_vacancy_and_its_employer(station: Station) -> None:
    found = out(station, opened(station, **FULL))
    assert found.title == "羊倌"
    assert found.employer == employer_values(1)["name"]
    assert found.pay == "每月3200元至4000元"
    assert found.duties == "接羔、放牧；夜里看护"
    assert found.asked == "能吃苦；有放牧经验；驾驶证C1、C2、蒙汉兼通；会骑马；会蒙古语"
    assert (found.hours, found.board) == ("轮休", "管吃住")
    assert found.insurance == ""
    assert found.source == "企业走访，2026年11月20日登记"
    assert found.area == ("152221201", "科尔沁右翼前旗乌兰毛都苏木")
    assert found.trade == ("5-03", "畜牧业生产人员")
    assert found.occupation == "家畜饲养员"


def test_without_a_place_of_its_own_a_vacancy_is_where_its_employer_is(station: Station) -> None:
    assert out(station, opened(station)).area[0] == "150102001"


def test_an_employer_that_was_merged_is_called_by_the_name_that_was_kept(
    station: Station,
) -> None:
    vacancy = opened(station)
    kept = station.add("employer", employer_values(2))
    station.run(merge(str(station.value(vacancy, "employer")), kept))
    assert out(station, vacancy).employer == employer_values(2)["name"]


def test_places_that_were_filled_are_not_offered_again(station: Station) -> None:
    vacancy = opened(station, headcount=3)
    person = station.add("person", person_values(1))
    hired = {"person": person, "vacancy": vacancy, "day": "2026-11-20", "result": "2"}
    station.add("referral", {**hired, "result_on": "2026-11-21", "arrived_on": "2026-11-21"})
    assert out(station, vacancy).places == 2


def test_nothing_of_a_job_seeker_goes_out(station: Station) -> None:
    vacancy = opened(station, **FULL)
    person = station.add("person", person_values(7))
    station.add("referral", {"person": person, "vacancy": vacancy, "day": "2026-11-20"})
    found = out(station, vacancy)
    text = announcement([found], OUTLET, TODAY) + contact_text(found, OUTLET) + repr(found)
    assert name(7) not in text
    assert phone(7) not in text
    assert "老板脾气急" not in text


@pytest.mark.parametrize(
    "closing",
    [
        {"valid_until": "2026-11-22"},
        {"closed_on": "2026-11-22", "close_reason": "4"},
    ],
)
def test_what_nobody_can_apply_for_does_not_go_out(
    station: Station, closing: dict[str, object]
) -> None:
    with pytest.raises(NotOpen, match=r"“挤奶工（.+）”") as refused:
        out(station, opened(station, **closing))
    assert refused.value.code == "POSTING_CLOSED"


@pytest.mark.parametrize(
    ("breach", "said"),
    [
        ({"conditions": "限男性"}, "招聘条件不得限定或优先性别"),
        ({"conditions": None}, "没有招聘条件"),
        ({"wage_min": 100_000, "wage_max": 120_000}, "报酬低于最低工资标准"),
        ({"insurance": "6"}, "不得约定不缴社保"),
    ],
)
def test_a_vacancy_that_breaks_the_law_does_not_go_out(
    station: Station, breach: dict[str, object], said: str
) -> None:
    found = out(station, opened(station, **breach))
    with pytest.raises(NotClean, match=f"“挤奶工（.+）”：.*{said}") as refused:
        announcement([posting(), found], OUTLET, TODAY)
    assert refused.value.code == "POSTING_UNCLEAN"
    assert "羊倌" not in str(refused.value)


def test_a_lawful_reason_lets_words_out(station: Station) -> None:
    held = "D-SEX-1｜限男性｜国家规定的女职工禁忌劳动岗位"
    found = out(station, opened(station, conditions="限男性", lint_exceptions=held))
    assert found.findings == ()
    assert "限男性" in announcement([found], OUTLET, TODAY)


def test_what_is_only_unreasonable_is_left_to_the_clerk(station: Station) -> None:
    found = out(station, opened(station, conditions="45周岁以下"))
    assert found.findings == ()


def test_what_goes_out_is_chinese_although_the_screen_is_english(station: Station) -> None:
    vacancy = opened(station, **FULL)
    show_codes_in("en")
    try:
        found = out(station, vacancy)
    finally:
        show_codes_in("zh_CN")
    assert (found.board, found.term) == ("管吃住", "季节")


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (450_000, 550_000, "1", "每月4500元至5500元"),
        (450_000, 450_000, "1", "每月4500元"),
        (450_000, None, "1", "每月4500元以上"),
        (None, 550_000, "1", "每月最高5500元"),
        (20_000, None, "2", "每天200元以上"),
        (2240, 2240, "3", "每小时22.4元"),
        (300, 300, "4", "计件，每件3元"),
        (None, None, "4", "计件"),
        (6_000_000, 6_000_000, "5", "每年60000元"),
        (None, None, "9", "面议（单位没有写明）"),
        (None, None, "", "面议（单位没有写明）"),
        (400_000, 500_000, "9", "4000元至5000元"),
    ],
)
def test_pay_is_written_out(low: int | None, high: int | None, unit: str, words: str) -> None:
    assert pay_words(low, high, unit) == words


def test_days_are_written_as_official_papers_do() -> None:
    assert day_words("2026-01-05") == "2026年1月5日"
    assert day_words(None) == ""


def test_whoever_gives_no_telephone_is_reached_through_the_station() -> None:
    assert call(posting(), OUTLET) == "19900001000（白先生）"
    assert call(bare_posting(), OUTLET) == "0482-8399000（站里）"
    assert call(bare_posting(), Outlet("巴彦站")) == "请到巴彦站问"


def test_what_nobody_knows_is_left_out() -> None:
    labels = [label for label, _ in facts(bare_posting(), OUTLET)]
    assert labels == ["工资", "电话", "有效期至"]


def test_the_text_for_one_vacancy() -> None:
    assert announcement([posting()], OUTLET, TODAY).splitlines() == [
        "【招聘】羊倌（接羔季），招1人",
        "工资：每月4500元至5500元",
        "单位：白音牧业专业合作社",
        "地点：乌兰毛都苏木勿布林嘎查",
        "内容：接羔、放牧、喂料，夜里轮班看护",
        "时间食宿：随季节、随工期，管吃住",
        "要求：能吃苦，有放牧经验；驾驶证C1、C2；会蒙古语",
        "社会保险：意外险、雇主责任险",
        "期限：季节，2027年2月1日开工",
        "电话：19900001000（白先生）",
        "有效期至：2026年12月23日",
        "信息来源：企业走访，2026年11月20日登记",
        "",
        "勿布林嘎查就业服务站 0482-8399000（11月23日发布）",
        FREE_OF_CHARGE,
    ]


def test_the_text_for_several_counts_vacancies_and_people_apart() -> None:
    text = announcement([posting(0), posting(1), posting(2)], OUTLET, TODAY)
    assert text.startswith("【招聘】11月23日，3个岗位，共招6人\n\n1. 羊倌（接羔季），招1人\n")
    assert "\n\n3. 收银员，招3人\n" in text


def test_the_code_says_enough_to_call_and_stays_small() -> None:
    text = contact_text(replace(posting(), title="很长的岗位名" * 10), OUTLET)
    assert "19900001000" in text
    assert "0482-8399000" in text
    assert len(text.splitlines()[0]) < 32
    assert contact_text(bare_posting(), OUTLET).count("0482-8399000") == 1
