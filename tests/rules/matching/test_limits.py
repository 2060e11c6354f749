"""Each hard limit: when it holds, what it says where it does not, what would close it."""

from datetime import date
from typing import Any

import pytest

from mengzhan.rules.matching.limits import LIMITS, missing_one
from mengzhan.rules.matching.reasons import Closing
from tests.rules.matching.cases import opening, seeker


def said(person: dict[str, Any], vacancy: dict[str, Any]) -> tuple[str, str, Closing]:
    """What is missing, what closes it, and the change that does."""
    missing = missing_one(seeker(**person), opening(**vacancy))
    assert missing is not None
    return str(missing.message()), str(missing.close()), missing.closing


def test_nothing_is_missing() -> None:
    assert missing_one(seeker(), opening()) is None


@pytest.mark.parametrize(
    ("person", "vacancy", "message", "close", "closing"),
    [
        (
            {"travel_range": "1"},
            {},
            "岗位在满都拉图嘎查，超出可去范围（本嘎查村（社区））",
            "愿意去到本苏木乡镇（街道）就合适",
            Closing("person", "travel_range", "2"),
        ),
        (
            {"available_on": "2026-12-15"},
            {"start_on": "2026-12-01"},
            "2026-12-01 就要到岗，本人 2026-12-15 才能上岗，晚 14 天",
            "单位能等到 2026-12-15 就合适",
            Closing("vacancy", "start_on", "2026-12-15"),
        ),
        (
            {"available_on": "2027-01-10"},
            {},
            "岗位招到 2026-12-31，本人 2027-01-10 才能上岗，晚 10 天",
            "单位能等到 2027-01-10 就合适",
            Closing("vacancy", "valid_until", "2027-01-10"),
        ),
        (
            {"licences": ["C1"]},
            {"licences": ["C1", "H"]},
            "岗位要健康证，本人没有登记",
            "办到健康证就合适",
            Closing("person", "licences", ["C1", "H"]),
        ),
        (
            {"birth_date": "2009-03-01"},
            {"shift": "4"},
            "要满 18 周岁（夜班），本人 4 个月后才满",
            "满 18 周岁再来，那时还在招就合适",
            Closing("person", "birth_date", None),
        ),
        (
            {"birth_date": None},
            {},
            "要满 16 周岁（法律规定），本人没有登记出生日期",
            "补上出生日期，满了 16 周岁就合适",
            Closing("person", "birth_date", None),
        ),
        (
            {},
            {"referrals": [{"arrived_on": "2026-11-02"}, {"arrived_on": "2026-11-03"}]},
            "招 2 人，已到岗 2 人，名额满了",
            "单位把人数加到 3 人就合适",
            Closing("vacancy", "headcount", 3),
        ),
        (
            {},
            {"valid_until": "2026-11-20"},
            "岗位有效期到 2026-11-20，已经过了",
            "问单位，还在招、改了有效期就合适",
            Closing("vacancy", "valid_until", None),
        ),
    ],
    ids=["place", "start", "end", "licence", "age", "unknown age", "full", "expired"],
)
def test_a_statement_names_the_gap_and_what_closes_it(
    person: dict[str, Any], vacancy: dict[str, Any], message: str, close: str, closing: Closing
) -> None:
    assert said(person, vacancy) == (message, close, closing)


@pytest.mark.parametrize(
    ("home", "travel_range", "place", "lacks"),
    [
        ("152221200203", "1", "152221200203", 0),
        ("152221200203", "2", "152221200204", 0),
        ("152221200203", "2", "152221100002", 1),
        ("152221200203", "3", "152221100002", 0),
        ("152221200203", "4", "152222100001", 0),
        ("152221200203", "4", "150102001001", 1),
        ("152221200203", "5", "150102001001", 0),
        ("152221200203", "5", "110105", 1),
        ("152221200203", "6", "110105", 0),
        ("152221200203", "1", "152221", 0),
        ("152221200203", "1", "152222", 1),
        ("152221", "1", "152221200203", 0),
        ("152221200203", "", "110105", 0),
        ("152221200203", "1", "", 0),
    ],
)
def test_reach_follows_the_division_tree(
    home: str, travel_range: str, place: str, lacks: int
) -> None:
    reach = LIMITS[0]
    assert reach.lacks((home, travel_range), place) == lacks


def test_what_is_not_known_is_asked_not_refused() -> None:
    def asked(person: dict[str, Any], vacancy: dict[str, Any]) -> list[str]:
        found = [
            claim
            for limit in LIMITS
            for claim in limit.holds(seeker(**person), opening(**vacancy))
            if claim.tone == "ask"
        ]
        return [claim.code for claim in found]

    assert asked({}, {}) == []
    assert asked({"travel_range": None}, {}) == ["range_not_stated"]
    assert asked({"travel_range": "X"}, {}) == ["range_not_sure"]
    assert asked({}, {"place": None}) == ["place_not_stated"]
    assert asked({"travel_range": "1"}, {"place": "152221"}) == ["range_not_sure"]
    assert asked({}, {"licences": ["Z"]}) == ["licence_other"]
    assert asked({}, {"headcount": None}) == ["headcount_not_stated"]
    assert asked({}, {"station": "152221200204"}) == ["foreign_places"]


def test_each_licence_that_is_missing_counts() -> None:
    (licences,) = [limit for limit in LIMITS if limit.name == "licences"]
    assert licences.lacks(frozenset({"C1"}), ("C1", "H", "S")) == 2


def test_a_start_that_is_past_asks_for_today() -> None:
    late = seeker(date(2026, 11, 23), available_on="2026-11-23")
    assert missing_one(late, opening(start_on="2026-11-01")) is None
