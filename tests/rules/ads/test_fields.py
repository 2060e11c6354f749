"""What the values of a vacancy break, held against the minimum wage of place and day."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.ads.lint import lint
from tests.people import vacancy_values

TODAY = date(2026, 11, 26)
XINCHENG, MORIN_DAWA = "150102", "150722"


def found(**changes: Value) -> list[tuple[str, str]]:
    """Rules and fields of the hits of a vacancy that is lawful but for ``changes``."""
    values = vacancy_values("e1", conditions="不限", place=XINCHENG, **changes)
    return [(hit.rule.id, hit.field) for hit in lint(values, day=TODAY)]


def test_a_lawful_vacancy_has_no_hits() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("field", "element"),
    [
        ("employer", "用人单位"),
        ("headcount", "招聘人数"),
        ("duties", "工作内容"),
        ("workplace", "工作地点"),
        ("conditions", "招聘条件"),
        ("valid_until", "有效期限"),
    ],
)
def test_every_element_that_the_notice_names_is_asked_for(field: str, element: str) -> None:
    values = {**vacancy_values("e1", conditions="不限"), field: None}
    hits = lint(values, day=TODAY)
    assert [(hit.rule.id, hit.field) for hit in hits] == [("F-VAGUE-1", field)]
    assert element in hits[0].message


def test_missing_conditions_can_be_filled_in_with_one_key() -> None:
    hits = lint({**vacancy_values("e1"), "conditions": None}, day=TODAY)
    assert [hit.replacement for hit in hits] == ["无特别要求"]
    assert "没有的话就写“无特别要求”" in hits[0].message


def test_pay_is_an_element_too() -> None:
    assert found(wage_min=None, wage_max=None) == [("F-VAGUE-1", "wage_min")]
    assert found(wage_min=None, wage_max=None, wage_unit="9") == [("F-WAGE-2", "wage_unit")]
    assert found(wage_min=None, wage_max=None, wage_unit="4") == []


def test_an_open_vacancy_that_has_run_out_is_no_longer_valid() -> None:
    assert found(valid_until="2026-11-25") == [("F-VAGUE-1", "valid_until")]
    assert found(valid_until="2026-11-26") == []
    assert found(valid_until="2026-11-25", closed_on="2026-11-20") == []


def test_ranges_are_the_right_way_round_and_not_too_wide() -> None:
    assert found(wage_min=500_000, wage_max=400_000) == [("F-RANGE-1", "wage_max")]
    assert found(wage_min=300_000, wage_max=900_001) == [("F-RANGE-1", "wage_max")]
    assert found(wage_min=300_000, wage_max=900_000) == []


@pytest.mark.parametrize(
    ("changes", "hits"),
    [
        ({"wage_min": 226_900}, [("F-WAGE-1", "wage_min")]),
        ({"wage_min": 227_000}, []),
        ({"wage_min": None, "wage_max": 220_000}, [("F-WAGE-1", "wage_max")]),
        ({"wage_min": 2200, "wage_max": 3000, "wage_unit": "3"}, [("F-WAGE-1", "wage_min")]),
        ({"wage_min": 2240, "wage_max": 3000, "wage_unit": "3"}, []),
        ({"wage_min": 9000, "wage_max": 12_000, "wage_unit": "2"}, [("F-WAGE-1", "wage_min")]),
        ({"wage_min": 11_000, "wage_max": 12_000, "wage_unit": "2"}, []),
        ({"wage_min": 50, "wage_max": 60, "wage_unit": "4"}, []),
        (
            {"wage_min": 2_000_000, "wage_max": 3_000_000, "wage_unit": "5"},
            [("F-WAGE-1", "wage_min")],
        ),
    ],
)
def test_pay_below_the_minimum_is_found_for_each_unit(
    changes: dict[str, Value], hits: list[tuple[str, str]]
) -> None:
    assert found(**changes) == hits


def test_the_minimum_is_that_of_the_banner_and_of_the_day() -> None:
    def messages(place: str, registered: str, wage: int) -> list[str]:
        values = vacancy_values(
            "e1", conditions="不限", place=place, registered_on=registered, wage_min=wage
        )
        return [hit.message for hit in lint(values, day=TODAY)]

    assert messages(XINCHENG, "2026-11-20", 215_000) == ["报酬低于最低工资标准（2270元/月）。"]
    assert messages(MORIN_DAWA, "2026-11-20", 215_000) == []
    assert messages(XINCHENG, "2024-11-30", 215_000) == []
    assert messages(XINCHENG, "2024-11-30", 190_000) == ["报酬低于最低工资标准（1980元/月）。"]


def test_the_place_of_the_station_counts_where_the_vacancy_names_none() -> None:
    values = vacancy_values("e1", conditions="不限", wage_min=220_000)
    assert [hit.rule.id for hit in lint(values, day=TODAY, division=XINCHENG)] == ["F-WAGE-1"]
    assert lint(values, day=TODAY, division=MORIN_DAWA) == []


def test_part_time_work_is_held_against_the_hour() -> None:
    four: dict[str, Value] = {"wage_max": 250_000, "duties": "收银，每天4小时"}
    assert found(wage_min=190_000, **four) == [("F-WAGE-1", "wage_min")]
    assert found(wage_min=200_000, **four) == []
    # a flexible month cannot be compared without its hours
    assert found(wage_min=100_000, wage_max=120_000, shift="6") == []


def test_uninsured_full_time_work_is_unlawful() -> None:
    assert found(insurance="6") == [("F-INS-1", "insurance")]
    assert found(insurance="6", wage_unit="3", wage_min=2500, wage_max=3000) == []
    assert found(insurance="4") == []
