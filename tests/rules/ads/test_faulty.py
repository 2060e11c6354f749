"""Which vacancies have faulty ads, and the worst of it in words."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.ads.faulty import faulty, hit_words, worst_fault
from mengzhan.rules.filters import Compare, Every
from tests import people
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)
CLEAN = {"conditions": "无特别要求"}
WOMEN = "“女服务员”：招聘条件不得限定或优先性别。"


def worst(**more: Value) -> str:
    values = people.vacancy_values("e", **{**CLEAN, **more})
    found = worst_fault(values, division=people.VILLAGE, day=TODAY)
    return str(hit_words(found)) if found is not None else ""


def test_a_clean_ad_has_no_fault() -> None:
    assert worst() == ""


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"title": "女服务员"}, WOMEN),
        ({"title": "女服务员", "duties": "先交押金500元"}, "押金"),
        ({"valid_until": "2026-11-22"}, "有效期限（2026-11-22已过）"),
    ],
)
def test_the_worst_is_said(more: dict[str, Value], words: str) -> None:
    assert words in worst(**more)


def test_what_has_a_reason_or_only_informs_is_no_fault() -> None:
    assert worst(title="女服务员", lint_exceptions="D-SEX-1｜女服务员｜法律允许") == ""
    assert worst(duties="有意者加微信联系") == ""


def test_of_many_only_the_faulty_are_told(station: Station) -> None:
    employer = station.add("employer", people.employer_values(1))
    station.add("vacancy", people.vacancy_values(employer, **CLEAN))
    values = people.vacancy_values(employer, **CLEAN, title="女服务员")
    one = station.add("vacancy", values)
    other = station.add("vacancy", {**values, "headcount": 9})
    reader = station.session.read()

    def found(where: Every | Compare) -> dict[str, str]:
        hits = faulty(reader, where, division=people.VILLAGE, day=TODAY)
        return {record: str(hit_words(hit)) for record, hit in hits}

    assert found(Every()) == {one: WOMEN, other: WOMEN}
    assert found(Compare("headcount", "eq", 9)) == {other: WOMEN}
