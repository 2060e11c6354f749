"""Declarations of kinds and the catalogue that holds them."""

from datetime import date

import pytest

from mengzhan.model.fieldtypes import Choices, Flag, Integer, Phone, Reference, Text
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.problem import Problem
from mengzhan.model.words import Message

TODAY = date(2026, 11, 23)

HORSE = Kind(
    name="horse",
    label="马",
    title=("name",),
    fields=(
        Field("name", "名字", Text(4), required=True),
        Field("age", "岁数", Integer(high=40)),
        Field("phone", "主人电话", Phone(), sensitive=True),
        Field("owner", "主人", Reference("person")),
        Field("note", "备注", Text(), soft=True),
        Field("groups", "群", Choices("key_group"), required=True),
        Field("tame", "驯服", Flag(), required=True),
    ),
    checks=(
        lambda values, today: (
            [Problem("HORSE_OLD", "age", values["age"], Message("太老"), "warn")]
            if values.get("age") == 40
            else []
        ),
    ),
)
GOOD = {"name": "黑马", "groups": ["K04"], "tame": False}


def found(values: dict[str, object]) -> list[tuple[str, str]]:
    return [(p.field, p.code) for p in HORSE.check(values, TODAY)]  # type: ignore[arg-type]


def test_a_field_is_found_by_its_name() -> None:
    assert HORSE["age"].label == "岁数"
    assert HORSE.get("wings") is None
    with pytest.raises(KeyError, match=r"horse\.wings"):
        HORSE["wings"]
    assert [field.name for field in HORSE][:2] == ["name", "age"]


def test_problems_of_reading_and_checking_name_their_field() -> None:
    reading = HORSE["age"].read("老", TODAY)
    assert [(p.field, p.code) for p in reading.problems] == [("age", "INTEGER_FORM")]
    assert found({**GOOD, "name": "五个字的马", "age": 41}) == [
        ("name", "TEXT_TOO_LONG"),
        ("age", "INTEGER_RANGE"),
    ]


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_is_missing_where_something_is_required(nothing: object) -> None:
    assert found({**GOOD, "name": nothing, "age": None}) == [("name", "REQUIRED")]
    assert found({**GOOD, "groups": nothing}) == [("groups", "REQUIRED")]
    (problem,) = HORSE["name"].check(None, TODAY)
    assert str(problem.hint) == "请填写名字。"


def test_what_is_chosen_is_not_asked_to_be_written() -> None:
    def hint(name: str) -> str:
        (problem,) = HORSE[name].check(None, TODAY)
        return str(problem.hint)

    assert hint("groups") == f"请选{HORSE['groups'].label}。"
    assert hint("tame") == f"{HORSE['tame'].label}：请选 是 或 否。"


def test_no_is_an_answer() -> None:
    assert found(GOOD) == []
    assert found({**GOOD, "tame": None}) == [("tame", "REQUIRED")]


def test_what_fields_say_together_comes_last() -> None:
    assert found({**GOOD, "age": 40}) == [("age", "HORSE_OLD")]


def test_sensitive_values_are_hidden_unless_asked_for() -> None:
    assert HORSE["phone"].show("19900000001") == "199****0001"
    assert HORSE["phone"].show("19900000001", masked=False) == "19900000001"
    assert HORSE["name"].show("黑马") == "黑马"
    assert HORSE["phone"].show(None) == ""


def test_soft_fields_settle_by_time_and_unknown_ones_wait_for_a_person() -> None:
    assert not HORSE.is_hard("note")
    assert HORSE.is_hard("name")
    assert HORSE.is_hard("something_new")


def test_references_are_known() -> None:
    assert HORSE.references == (("owner", "person"),)


def test_a_catalogue_grows_without_changing_the_old_one() -> None:
    first = Catalogue([HORSE])
    colour = Field("colour", "毛色", Text(10))
    second = first.with_field("horse", colour)
    assert second["horse"].get("colour") == colour
    assert first["horse"].get("colour") is None
    camel = Kind(name="camel", label="骆驼", title=("name",), fields=(HORSE["name"],))
    third = second.with_kind(camel)
    assert list(third) == ["horse", "camel"]
    assert len(third) == 2
    assert "camel" not in second
    replaced = third.with_kind(Kind(name="horse", label="马匹", title=(), fields=()))
    assert list(replaced) == ["horse", "camel"]
    assert replaced["horse"].label == "马匹"
