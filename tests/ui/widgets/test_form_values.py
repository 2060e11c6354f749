from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.ui.widgets.form_values import FormValues, prefilled


def with_checksum(body: str) -> str:
    weights = [2 ** (17 - i) % 11 for i in range(17)]
    total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


@pytest.fixture
def values() -> FormValues:
    made = FormValues(KINDS["person"])
    made.begin({}, existing=False)
    return made


def test_the_id_number_fills_what_it_tells(values: FormValues) -> None:
    number = with_checksum("15019919850101001")
    assert values.type("id_number", number) == {"birth_date": "1985-01-01", "sex": "1"}
    assert values.dirty()["birth_date"] == "1985-01-01"


def test_what_was_typed_is_not_overwritten(values: FormValues) -> None:
    values.type("birth_date", "1984-12-31")
    filled = values.type("id_number", with_checksum("15019919850101001"))
    assert "birth_date" not in filled
    assert values.values()["birth_date"] == "1984-12-31"


def test_a_corrected_id_number_fills_anew(values: FormValues) -> None:
    values.type("id_number", with_checksum("15019919850101001"))
    assert values.type("id_number", with_checksum("15019919900303002")) == {
        "birth_date": "1990-03-03",
        "sex": "2",
    }


def test_stored_values_count_as_typed(values: FormValues) -> None:
    values.begin({"birth_date": "1970-01-01"}, existing=True)
    assert values.type("id_number", with_checksum("15019919850101001")) == {"sex": "1"}


def test_only_changes_of_a_stored_record_are_dirty(values: FormValues) -> None:
    values.begin({"name": "苏和", "phone": "19900000001"}, existing=True)
    assert values.dirty() == {}
    values.type("phone", "19900000002")
    values.type("name", None)
    assert values.dirty() == {"name": None, "phone": "19900000002"}
    values.type("phone", "19900000001")
    assert values.dirty() == {"name": None}


def test_confirming_counts_as_a_change(values: FormValues) -> None:
    values.begin({"name": "苏和"}, existing=True)
    values.confirm("name")
    assert values.dirty() == {"name": "苏和"}
    values.settle()
    assert values.dirty() == {}


def test_unknown_fields_are_kept_apart(values: FormValues) -> None:
    values.begin({"name": "苏和", "horse": "白马", "station": "s", "deleted": False}, existing=True)
    assert values.unknown == {"horse": "白马"}
    assert "horse" not in values.values()


def test_prefilled_values_alone_are_nothing_to_lose(values: FormValues) -> None:
    values.begin({"registered_on": "2026-11-23"}, existing=False)
    assert values.dirty() == {"registered_on": "2026-11-23"}
    assert not values.touched_by_user()
    values.type("name", "苏和")
    assert values.touched_by_user()


def test_only_dates_operator_and_place_begin_filled() -> None:
    known: dict[str, Value] = {"station": "150199100", "operator": "其其格"}
    today = date(2026, 11, 23)
    assert prefilled(KINDS["person"], today, known) == {
        "residence": "150199100",
        "registered_on": "2026-11-23",
        "status_on": "2026-11-23",
    }
    assert prefilled(KINDS["vacancy"], today, {})["valid_until"] == "2026-12-23"
    assert prefilled(KINDS["visit"], today, known) == {"day": "2026-11-23", "visitor": "其其格"}
