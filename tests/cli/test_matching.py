"""Matching on the command line: words for people, codes and values for programs."""

import pytest

from tests.cli.conftest import Desk

VACANCY = (
    "title=挤奶工",
    "headcount=2",
    "workplace=奶牛场",
    "duties=挤奶",
    "wage_min=3200",
    "wage_max=4000",
    "wage_unit=月",
    "source=2",
    "licences=健康证",
)


@pytest.fixture
def employer(desk: Desk) -> str:
    values = ("name=草原奶食店", "entity_type=个体", "contact=店主", "phone=19900005001")
    record: str = desk.json("add", "employer", *values)["id"]
    return record


@pytest.fixture
def vacancy(desk: Desk, employer: str) -> str:
    record: str = desk.json("add", "vacancy", f"employer={employer}", *VACANCY)["id"]
    return record


@pytest.fixture
def person(desk: Desk) -> str:
    return desk.add_person("wanted_occupations=羊倌", "wage_wish=3000", "licences=健康证")


def test_a_hit_says_why_with_the_values_of_the_records(
    desk: Desk, person: str, vacancy: str
) -> None:
    found = desk.json("match", "vacancy", vacancy)
    (hit,) = found["hits"]
    assert (hit["id"], hit["title"], hit["missing"]) == (person, "巴图孟和", None)
    wage = next(claim for claim in hit["reasons"] if claim["code"] == "wage_all_reaches")
    assert wage["params"] == {"wish": 300_000, "unit": "1", "pay": 320_000, "amount": 320_000}
    assert wage["words"] == "期望每月 3000 元，岗位 3200 元起"
    assert desk.json("match", "person", person)["hits"][0]["id"] == vacancy


def test_a_near_miss_says_what_is_missing_and_what_closes_it(
    desk: Desk, person: str, vacancy: str
) -> None:
    desk.json("edit", person, "licences=")
    (near,) = desk.json("match", "person", person)["near"]
    assert near["missing"]["words"] == "岗位要健康证，本人没有登记"
    assert near["missing"]["close"] == "办到健康证就合适"
    closing = near["missing"]["closing"]
    assert closing == {"side": "person", "field": "licences", "value": ["H"]}
    desk.json("edit", person, "licences=" + "、".join(closing["value"]))
    assert desk.json("match", "person", person)["hit_count"] == 1


def test_people_read_names_reasons_and_outcomes(desk: Desk, person: str, vacancy: str) -> None:
    values = (f"person={person}", f"vacancy={vacancy}", "result=7", "due_on=2026-09-08")
    desk.json("add", "referral", *values)
    said = desk.run("match", "vacancy", vacancy).output
    assert "挤奶工 · 草原奶食店：合适的人 1 个，差一点的 0 个" in said
    assert "因为：想做的就是家畜饲养员" in said
    assert "推荐过：本人拒绝：薪资" in said
    assert "这个单位：推荐过 1 人（1 人次），到岗 0 人；本人拒绝：薪资 1 次" in said
    assert "150199" not in said


def test_a_slip_that_is_overdue_is_said_to_be(desk: Desk, person: str, vacancy: str) -> None:
    values = (f"person={person}", f"vacancy={vacancy}", "day=2026-09-01", "due_on=2026-09-08")
    desk.json("add", "referral", *values)
    (pair,) = desk.json("match", "vacancy", vacancy)["hits"]
    assert pair["introduced"] == [{"day": "2026-09-01", "result": "X", "words": "逾期，未反馈"}]
    said = desk.run("match", "vacancy", vacancy).output
    assert "2026-09-01 推荐过：逾期，未反馈" in said
    assert "到岗 0 人；逾期，未反馈 1 次" in said


def test_whoever_does_not_look_for_work_is_told_so(desk: Desk, person: str, vacancy: str) -> None:
    desk.json("edit", person, "employment_status=单位就业")
    found = desk.json("match", "person", person)
    assert "单位就业" in found["remark"]
    assert found["hit_count"] == 1
    assert desk.json("match", "vacancy", vacancy)["hit_count"] == 0


def test_what_is_not_there_cannot_be_matched(desk: Desk, vacancy: str) -> None:
    assert desk.error("match", "person", vacancy)["code"] == "RECORD_MISSING"


def test_weights_are_shown_changed_and_put_back(desk: Desk) -> None:
    usual = {row["factor"]: row["weight"] for row in desk.json("match", "weights")["weights"]}
    desk.json("match", "weights", "wage=60", "distance=0")
    changed = {row["factor"]: row["weight"] for row in desk.json("match", "weights")["weights"]}
    assert changed == {**usual, "wage": 60, "distance": 0}
    assert desk.error("match", "weights", "wage=101")["code"] == "WEIGHT_REFUSED"
    assert desk.error("match", "weights", "luck=3")["code"] == "WEIGHT_REFUSED"
    assert desk.error("match", "weights", "wage=x")["code"] == "WEIGHT_UNREADABLE"
    put_back = desk.json("match", "weights", "--reset")["weights"]
    assert {row["factor"]: row["weight"] for row in put_back} == usual
