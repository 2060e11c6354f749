"""Possible duplicates: what is found, why, and what is left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from mengzhan.model.kind import Catalogue
from mengzhan.model.kinds import KINDS
from mengzhan.model.pinyin import full
from mengzhan.rules.duplicates import MOST, find_duplicates
from mengzhan.rules.filters import Filter, matches
from mengzhan.rules.suspicion import near_numbers
from tests import people


@dataclass
class Shelf:
    """Records in memory, searched by the pinyin of their names."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=lambda: KINDS)

    def matching(self, kind: str, where: Filter) -> Iterator[dict[str, Any]]:
        return (row for row in self.rows.get(kind, []) if matches(where, row))

    def search(self, text: str, kind: str = "", limit: int = 50) -> list[tuple[str, str]]:
        found = [row["id"] for row in self.rows.get(kind, []) if text in full(row["name"])]
        return [(kind, record) for record in found[:limit]]

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        return next((row for row in self.rows[kind] if row["id"] == record), None)


def person(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"p{number}", **people.person_values(number, **more)}


def reasons(shelf: Shelf, values: dict[str, Any], kind: str = "person") -> list[tuple[str, str]]:
    return [(s.record, str(s.reason)) for s in find_duplicates(shelf, kind, values)]


def test_the_same_number_is_the_same_person() -> None:
    shelf = Shelf({"person": [person(1), person(2)]})
    found = find_duplicates(shelf, "person", {"id_number": people.id_number(1)})
    assert [(s.record, s.weight, s.field) for s in found] == [("p1", "same", "id_number")]


def test_a_record_is_no_duplicate_of_itself() -> None:
    shelf = Shelf({"person": [person(1)]})
    assert find_duplicates(shelf, "person", person(1), own="p1") == []


def test_one_digit_off_is_found_though_both_numbers_are_sound() -> None:
    stored = people.id_number(1)
    near = next(n for n in near_numbers(stored) if n[:16] == stored[:16])
    shelf = Shelf({"person": [person(1)]})
    assert reasons(shelf, {"id_number": near}) == [("p1", "证件号只差一位")]


def test_a_slip_in_the_number_leads_to_whom_it_was_meant_for() -> None:
    stored = people.id_number(1)
    typed = stored[:-1] + ("0" if stored[-1] != "0" else "1")
    shelf = Shelf({"person": [person(1)]})
    assert ("p1", "证件号只差一位") in reasons(shelf, {"id_number": typed})


def test_a_shared_telephone_only_warns() -> None:
    shelf = Shelf({"person": [person(1)]})
    found = find_duplicates(shelf, "person", {"phone": people.phone(1)})
    assert [s.weight for s in found] == ["warn"]
    assert "一家人" in str(found[0].reason)


@pytest.mark.parametrize(
    ("typed", "born", "reason"),
    [
        ("单立国", "1980-02-01", "同名，同年出生"),
        ("善丽国", "1980-02-01", "同音名，同年出生"),
    ],
)
def test_names_that_sound_alike_in_the_same_year(typed: str, born: str, reason: str) -> None:
    shelf = Shelf({"person": [person(8, name="单立国", birth_date="1980-12-30")]})
    values = {"name": typed, "birth_date": born}
    assert reasons(shelf, values) == [("p8", reason)]


def test_a_namesake_of_another_year_is_somebody_else() -> None:
    shelf = Shelf({"person": [person(8, name="单立国", birth_date="1980-12-30")]})
    same_village = {"name": "单立国", "birth_date": "1990-01-01", "residence": people.VILLAGE}
    assert reasons(shelf, same_village) == []


def test_without_a_birth_date_the_village_tells() -> None:
    shelf = Shelf({"person": [person(8, name="单立国")]})
    here = {"name": "单立国", "residence": people.VILLAGE}
    assert reasons(shelf, here) == [("p8", "同名，同一个嘎查村或社区")]
    assert reasons(shelf, {"name": "单立国", "residence": people.OTHER_VILLAGE}) == []


def test_employers_by_code_name_and_telephone() -> None:
    shelf = Shelf({"employer": [{"id": "e1", **people.employer_values(1)}]})
    name = people.employer_values(1)["name"]
    assert reasons(shelf, {"name": name}, "employer") == [("e1", "名称相同")]
    assert reasons(shelf, {"name": "别的"}, "employer") == []


def test_the_same_service_on_one_day() -> None:
    row = {"id": "f1", "person": "p1", "day": "2026-11-20"}
    shelf = Shelf({"follow_up": [row]})
    again = {"person": "p1", "day": "2026-11-20"}
    assert reasons(shelf, again, "follow_up") == [("f1", "同一天已有一条同样的回访")]
    assert reasons(shelf, {"person": "p1", "day": "2026-11-21"}, "follow_up") == []
    assert reasons(shelf, {"person": "p1"}, "follow_up") == []


def test_the_same_vacancy_at_one_employer() -> None:
    shelf = Shelf({"vacancy": [{"id": "v1", "employer": "e1", "title": "挤奶工"}]})
    found = reasons(shelf, {"employer": "e1", "title": "挤奶工"}, "vacancy")
    assert found == [("v1", "同一单位已有同名的岗位")]


def test_only_a_few_are_worth_showing() -> None:
    shelf = Shelf({"person": [person(n, phone=people.phone(1)) for n in range(20)]})
    assert len(reasons(shelf, {"phone": people.phone(1)})) == MOST
