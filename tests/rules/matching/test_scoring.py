"""Each factor picks the case that the facts make."""

from typing import Any

import pytest

from mengzhan.model.codes import code_table
from mengzhan.rules.matching.factor import FAR, WORTH
from mengzhan.rules.matching.reasons import SENTENCES
from mengzhan.rules.matching.scoring import FACTORS
from mengzhan.rules.matching.weights import usual
from tests.rules.matching.cases import opening, seeker


def case_of(name: str, person: dict[str, Any], vacancy: dict[str, Any]) -> str:
    (factor,) = [factor for factor in FACTORS if factor.name == name]
    return factor.case(factor.of_seeker(seeker(**person)), factor.of_opening(opening(**vacancy)))


def told(name: str, person: dict[str, Any], vacancy: dict[str, Any]) -> list[str]:
    (factor,) = [factor for factor in FACTORS if factor.name == name]
    case = case_of(name, person, vacancy)
    claims = factor.claims(case, seeker(**person), opening(**vacancy))
    return [str(claim.message()) for claim in claims]


@pytest.mark.parametrize(
    ("wanted", "case"),
    [
        (["5-03-02-01"], "occupation_same"),
        (["5-03-02-02"], "occupation_small_group"),
        (["5-03-01-01"], "occupation_middle_group"),
        (["5-05-01-01"], "occupation_major_group"),
        (["4-03-02-05"], FAR),
        (["4-03-02-05", "5-03-01-01"], "occupation_middle_group"),
        (["5-03-02"], "occupation_small_group"),
        (None, "wish_not_stated"),
    ],
)
def test_occupations_by_their_distance(wanted: list[str] | None, case: str) -> None:
    assert case_of("occupation", {"wanted_occupations": wanted}, {}) == case


def test_the_common_group_is_named() -> None:
    sentence = "想做家畜繁殖员，和家畜饲养员同属畜牧业生产人员（中类）"
    assert told("occupation", {"wanted_occupations": ["5-03-01-01"]}, {}) == [sentence]


def test_a_trade_read_from_the_title_is_said_to_be() -> None:
    sentences = told("occupation", {}, {"occupation": None})
    assert sentences[1] == "岗位没写工种，岗位名“羊倌”按家畜饲养员算"


@pytest.mark.parametrize(
    ("wish", "vacancy", "case", "sentence"),
    [
        (300_000, {}, "wage_all_reaches", "期望每月 3000 元，岗位 3200 元起"),
        (380_000, {}, "wage_top_reaches", "期望每月 3800 元，岗位最高 4000 元"),
        (440_000, {}, "wage_short_by_a_tenth", "期望每月 4400 元，岗位最高 4000 元，差 400 元"),
        (500_000, {}, "wage_short_by_a_fifth", "期望每月 5000 元，岗位最高 4000 元，差 1000 元"),
        (500_100, {}, "wage_short", "期望每月 5001 元，岗位最高 4000 元，差 1001 元"),
        (
            500_000,
            {"wage_unit": "2", "wage_min": 20_000, "wage_max": None},
            "wage_short_by_a_fifth",
            "期望每月 5000 元，岗位每日最高 200 元，按一个月 21.75 天合每月 4350 元，差 650 元",
        ),
        (300_000, {"wage_unit": "4"}, "wage_piece", "岗位计件，和期望月薪没法比"),
        (None, {}, "wage_wish_not_stated", "没写期望月薪"),
    ],
)
def test_wages_against_the_wish(
    wish: int | None, vacancy: dict[str, Any], case: str, sentence: str
) -> None:
    assert case_of("wage", {"wage_wish": wish}, vacancy) == case
    assert told("wage", {"wage_wish": wish}, vacancy) == [sentence]


@pytest.mark.parametrize(
    ("place", "case"),
    [
        ("152221200203", "near_village"),
        ("152221200204", "near_township"),
        ("152221100002", "near_banner"),
        ("152222100001", "near_league"),
        ("150102001001", "near_region"),
        ("110105", "elsewhere"),
        (None, "distance_not_known"),
    ],
)
def test_distance_by_division(place: str | None, case: str) -> None:
    assert case_of("distance", {}, {"place": place}) == case


@pytest.mark.parametrize(
    ("limits", "vacancy", "case"),
    [
        (["3"], {"start_on": "2027-04-01", "term": "2"}, "season_clash"),
        (["3"], {"start_on": "2027-06-01", "term": "2"}, "season_ask"),
        (["3"], {"start_on": "2027-06-01", "term": "3"}, "season_free"),
        (["3"], {"term": "1"}, "season_leave"),
        (["1"], {"term": "1"}, "no_season"),
    ],
)
def test_seasons(limits: list[str], vacancy: dict[str, Any], case: str) -> None:
    assert case_of("season", {"limits": limits}, vacancy) == case


@pytest.mark.parametrize(
    ("limits", "vacancy", "case"),
    [
        (None, {"shift": "4"}, "no_limit"),
        (["8"], {"shift": "1"}, "limits_met"),
        (["8"], {"shift": "4"}, "limits_clash"),
        (["8"], {}, "limits_ask"),
        (["8", "A"], {"shift": "1", "board": "0"}, "limits_clash"),
        (["6"], {"duties": "装卸饲料"}, "limits_clash"),
        (["6"], {"duties": "看羊，不用装卸"}, "limits_ask"),
        (["3", "B"], {"shift": "4"}, "no_limit"),
    ],
)
def test_limits_of_family_and_health(
    limits: list[str] | None, vacancy: dict[str, Any], case: str
) -> None:
    assert case_of("family", {"limits": limits}, vacancy) == case


@pytest.mark.parametrize(
    ("vacancy", "case"),
    [
        ({"place": "152221200203"}, "transport_near"),
        ({"board": "2"}, "transport_lodging"),
        ({"place": "152221100002", "board": "1"}, "transport_clash"),
        ({"place": "152221100002"}, "transport_ask"),
    ],
)
def test_without_transport(vacancy: dict[str, Any], case: str) -> None:
    assert case_of("transport", {"limits": ["7"]}, vacancy) == case
    assert case_of("transport", {}, vacancy) == "has_transport"


def test_language_goes_both_ways() -> None:
    assert case_of("language", {"licences": ["M"]}, {"needs_mongolian": True}) == "language_shared"
    assert case_of("language", {}, {"needs_mongolian": True}) == "mongolian_not_registered"
    assert case_of("language", {"needs_mongolian": True}, {}) == "mongolian_needed"


def test_skills_training_and_experience() -> None:
    assert told("skills", {"skills": "电焊工"}, {"skills": "电焊，驾驶"}) == [
        "岗位要的电焊，本人会"
    ]
    course = ("enrolment", {"trade": "5-03-02-02", "result": "3"})
    wish = ("training_intent", {"day": "2026-11-01", "willing": "1", "trades": ["5-03-02-01"]})
    assert case_of("training", {"services": [course, wish]}, {}) == "trained"
    assert told("training", {"services": [wish]}, {}) == ["2026-11-01 说过想学家畜饲养员"]
    assert case_of("experience", {"experience_years": 4}, {}) == "experience_of_three_years"
    assert told("experience", {"skill_level": "3"}, {}) == ["技能等级：高级工（三级）"]
    elsewhere = {"experience_years": 4, "wanted_occupations": ["5-05-01-01"]}
    assert case_of("experience", elsewhere, {}) == "no_experience"


def test_every_factor_has_a_weight_and_every_case_a_worth() -> None:
    assert (
        [factor.name for factor in FACTORS]
        == list(usual())
        == [code.code for code in code_table("match_weights")]
    )
    assert set(WORTH.values()) <= set(range(101))
    assert [case for case, worth in WORTH.items() if case.startswith("occ") and not worth] == [FAR]
    assert "occupation_far" not in SENTENCES
