"""Figures on the command line: the period, the month before, the records behind a figure."""

import pytest

from tests.cli.conftest import Desk


@pytest.fixture
def person(desk: Desk) -> str:
    return desk.add_person("unemployed_on=2025-09-01", "registered_on=2025-09-01")


def follow_up(desk: Desk, person: str, day: str, outcome: str) -> str:
    values = (f"person={person}", f"day={day}", "mode=1", f"outcome={outcome}")
    record: str = desk.json("add", "follow_up", *values)["id"]
    return record


def test_a_month_stands_beside_the_one_before(desk: Desk, person: str) -> None:
    follow_up(desk, person, "2025-09-30", "F1")
    follow_up(desk, person, "2025-10-01", "F9")
    follow_up(desk, person, "2025-10-31", "F1")
    found = desk.json("figures", "--month", "2025-10")
    assert found["period"] == {
        "span": "month",
        "first": "2025-10-01",
        "last": "2025-10-31",
        "label": "2025年10月",
    }
    by_code = {one["code"]: one for one in found["figures"]}
    assert len(by_code) == 31
    told = {code: (one["value"], one["before"]["value"]) for code, one in by_code.items()}
    assert told["M13"] == ("2", "1")
    assert told["M13X"] == ("1", "0")
    assert told["M14"] == ("100.0", "100.0")
    assert told["M15"] == ("0", "0")
    assert (by_code["M14"]["above"], by_code["M14"]["below"]) == (1, 1)
    assert by_code["M13X"]["of"] == "M13"


def test_a_figure_opens_to_its_records(desk: Desk, person: str) -> None:
    first = follow_up(desk, person, "2025-10-01", "F1")
    second = follow_up(desk, person, "2025-10-31", "F1")
    found = desk.json("figures", "--month", "2025-10", "--records", "m14")
    assert [one["code"] for one in found["figures"]] == ["M14"]
    sides = {(one["side"], one["kind"], one["id"], one["subject"]) for one in found["records"]}
    assert sides == {
        ("above", "follow_up", first, person),
        ("above", "follow_up", second, person),
        ("below", "person", person, person),
    }
    said = desk.run("figures", "--month", "2025-10", "--records", "M12").output
    assert "2025年10月（2025-10-01 至 2025-10-31）" in said
    assert "巴图孟和" in said


def test_parts_by_place_and_by_group_add_up(desk: Desk, person: str) -> None:
    follow_up(desk, person, "2025-10-01", "F1")
    desk.json("edit", person, "key_groups=农牧民工、退役军人")
    options = ("--month", "2025-10", "--records", "M13", "--by")
    (by_place,) = desk.json("figures", *options, "place")["figures"]
    assert [part["above"] for part in by_place["parts"]] == [1]
    (by_group,) = desk.json("figures", *options, "group")["figures"]
    parts = {part["label"]: part["above"] for part in by_group["parts"]}
    assert parts == {"退役军人": 1, "农牧民工": 1, "不属于重点群体": 0, "减去重复的": -1}
    assert sum(parts.values()) == by_group["above"]


def test_a_quarter_and_a_year_so_far(desk: Desk) -> None:
    quarter = desk.json("figures", "--month", "2025-08", "--quarter")["period"]
    assert (quarter["label"], quarter["first"]) == ("2025年第3季度", "2025-07-01")
    year = desk.json("figures", "--month", "2025-08", "--year-to-date")["period"]
    assert (year["label"], year["last"]) == ("2025年1月至8月", "2025-08-31")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--month", "2025-13"), "MONTH_UNREADABLE"),
        (("--records", "M99"), "INDICATOR_UNKNOWN"),
        (("--quarter", "--year-to-date"), "PERIOD_TWICE"),
    ],
)
def test_what_cannot_be_counted_says_so(desk: Desk, options: tuple[str, ...], code: str) -> None:
    assert desk.error("figures", *options)["code"] == code
