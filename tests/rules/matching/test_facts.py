"""The facts of a day: what matching sees, and all that it does not."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from mengzhan.model.codes import code_table
from mengzhan.model.resources import read_table
from mengzhan.rules.matching.facts import Seeker, limit_rules, opening_from
from tests.rules.matching.cases import VACANCY, opening, seeker
from tests.rules.matching.worlds import DAY, STATION


def test_nothing_that_must_not_rank_is_among_the_facts() -> None:
    names = {item.name for item in fields(Seeker)}
    assert not names & {"name", "sex", "ethnicity", "key_groups", "household", "difficulty_types"}
    changed: dict[str, Any] = {
        "sex": "2",
        "ethnicity": "02",
        "key_groups": ["K10"],
        "household": "H-1",
    }
    assert seeker(**changed) == seeker()
    assert seeker(birth_date="1969-02-11") == seeker()


@pytest.mark.parametrize(
    ("born", "months"),
    [
        ("2010-11-23", ((16, 0), (18, 24))),
        ("2010-11-24", ((16, 1), (18, 25))),
        ("2008-11-30", ((16, 0), (18, 1))),
        ("2008-02-29", ((16, 0), (18, 0))),
    ],
)
def test_of_the_age_only_the_wait_is_known(born: str, months: tuple[tuple[int, int], ...]) -> None:
    assert seeker(birth_date=born).months_to_age == months


def test_months_are_counted_to_the_last_of_a_short_month() -> None:
    assert seeker(date(2026, 1, 31), birth_date="2008-02-29").months_to_age == ((16, 0), (18, 2))
    assert seeker(birth_date=None).months_to_age is None


def test_a_large_licence_covers_smaller_ones() -> None:
    assert seeker(licences=["A2", "H"]).licences == {"A2", "B1", "B2", "C1", "H"}


def test_speaking_mongolian_is_what_was_registered_never_an_ethnicity() -> None:
    assert not seeker(ethnicity="02").speaks_mongolian
    assert seeker(licences=["M"]).speaks_mongolian
    assert not seeker(licences=["M"]).needs_mongolian
    assert seeker(limits=["B"]).needs_mongolian
    assert seeker(needs_mongolian=True).speaks_mongolian


def test_what_is_true_on_the_day_comes_from_the_services() -> None:
    found_work = ("follow_up", {"day": "2026-11-10", "outcome": "F2"})
    assert seeker().wants_work
    assert not seeker(services=[found_work]).wants_work
    wish = {"day": "2026-11-01", "willing": "1", "trades": ["4-03-02-01"]}
    older = {"day": "2026-01-01", "willing": "1", "trades": ["6-18-02-04"]}
    asked = seeker(services=[("training_intent", wish), ("training_intent", older)])
    assert (asked.training_wished, asked.training_asked_on) == (("4-03-02-01",), "2026-11-01")


def test_a_vacancy_takes_its_trade_from_its_title() -> None:
    assert opening(occupation=None).occupation == "5-03-02-01"
    assert opening(occupation=None, title="帮工").occupation == ""
    assert opening(occupation=None, title="羊倌/挤奶工（接羔季）").occupation == "5-03-02-01"
    assert opening(occupation=None, title="羊倌、厨师").occupation == ""


@pytest.mark.parametrize(
    ("more", "age", "because"),
    [
        ({}, 16, ""),
        ({"shift": "4"}, 18, "shift:4"),
        ({"licences": ["H", "W"]}, 18, "licences:W"),
        ({"duties": "井下支护"}, 18, "text:井下"),
        ({"duties": "不下井，无粉尘"}, 16, ""),
        ({"duties": "不锈钢高空安装"}, 18, "text:高空"),
    ],
)
def test_the_age_that_the_law_asks(more: dict[str, Any], age: int, because: str) -> None:
    found = opening(**more)
    assert (found.age, found.because) == (age, because)


def test_what_is_past_is_needed_today() -> None:
    assert opening(start_on="2026-11-01").needed_by == "2026-11-23"
    assert opening(start_on="2026-12-05").needed_by == "2026-12-05"
    assert opening(valid_until="2026-11-30").needed_by == "2026-11-30"
    assert opening(start_on="2026-11-01").month == "11"


def test_what_a_newer_version_wrote_is_not_known() -> None:
    assert seeker(available_on="年后").available == ""
    assert opening(start_on="待定", valid_until=None).needed_by == ""
    assert seeker(wage_wish="3千").wage_wish == 0


def test_tables_name_codes_that_there_are() -> None:
    shifts, boards = code_table("shift"), code_table("board")
    months, licences = code_table("month_of_year"), code_table("license_type")
    for rules in limit_rules().values():
        assert {*rules["shifts_met"], *rules["shifts_clash"]} <= {code.code for code in shifts}
        assert {*rules["boards_met"], *rules["boards_clash"]} <= {code.code for code in boards}
        assert set(rules["months"]) <= {code.code for code in months}
        assert not set(rules["shifts_met"]) & set(rules["shifts_clash"])
    covered = {one for c in licences for one in c.extra["covers"].split("|") if one}
    assert covered <= {code.code for code in licences}
    known = {"shift": shifts, "licences": licences}
    for row in read_table("legal_age"):
        assert row["field"] in ("", "text") or row["value"] in known[row["field"]]


def test_another_stations_vacancy_is_foreign_but_not_at_an_office() -> None:
    other = {**VACANCY, "station": "152221200204"}
    assert opening_from("v1", other, {}, (), DAY, STATION).foreign
    assert not opening_from("v1", other, {}, (), DAY).foreign
    assert not opening().foreign
