"""Records on the command line: add, edit, list, show, search, history, remove, erase."""

from datetime import date

import pytest

from mengzhan.cli.madeup import id_number
from mengzhan.rules import operations
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.store.station import unlock
from tests.cli.conftest import BORN, ID, PERSON, PHONE, SECRET, Desk


def test_a_person_is_added_with_what_the_form_fills_in(desk: Desk) -> None:
    record = desk.add_person("组/浩特=三组")
    values = desk.json("show", record, "--unmask")["values"]
    assert values["name"] == "巴图孟和"
    assert values["id_number"] == ID
    assert (values["birth_date"], values["sex"]) == (BORN.isoformat(), "1")
    assert values["key_groups"] == ["K04"]
    assert values["residence"] == "152221201200"
    assert values["area_group"] == "三组"
    assert date.fromisoformat(values["registered_on"]) == date.fromisoformat(values["status_on"])


def test_sensitive_values_are_masked_unless_asked_for(desk: Desk) -> None:
    record = desk.add_person()
    for command in (["show", record], ["list", "person"], ["history", record], ["search", PHONE]):
        for more in ([], ["--json"]):
            result = desk.run(*command, *more)
            assert result.exit_code == 0
            assert ID not in result.output
            assert PHONE not in result.output
            assert "巴图孟和" in result.output
    assert PHONE in desk.run("show", record, "--unmask").output


def test_every_problem_has_a_line_and_nothing_is_saved(desk: Desk) -> None:
    wrong = id_number(BORN, 121)[:-1] + ("0" if ID[-1] != "0" else "1")
    result = desk.run(
        "add", "person", "name=巴图孟和", f"id_number={wrong}", "phone=123", "身高=170"
    )
    assert result.exit_code == 1
    assert "id_number  [ID_CHECKSUM]" in result.stderr
    assert "phone  [PHONE_LENGTH]" in result.stderr
    assert "身高  [FIELD_UNKNOWN]" in result.stderr
    assert "consent  [REQUIRED]  告知同意：请选 是 或 否。" in result.stderr
    assert wrong not in result.output
    assert desk.json("list", "person")["total"] == 0


def test_problems_come_as_data_with_json(desk: Desk) -> None:
    error = desk.error("add", "person", *PERSON, "phone=123")
    assert error["code"] == "RECORD_REJECTED"
    assert [(p["field"], p["code"], p["severity"]) for p in error["problems"]] == [
        ("phone", "PHONE_LENGTH", "block")
    ]


def test_values_may_come_from_standard_input(desk: Desk) -> None:
    record = desk.json("add", "person", "-", input="\n".join(PERSON))["id"]
    assert desk.json("show", record, "--unmask")["values"]["phone"] == PHONE


def test_the_same_id_number_twice_warns(desk: Desk) -> None:
    first = desk.add_person()
    warnings = desk.json("add", "person", *PERSON)["warnings"]
    assert [w["code"] for w in warnings] == ["ID_KNOWN"]
    assert first in warnings[0]["hint"]


def test_a_reference_takes_a_name_that_only_one_record_has(desk: Desk) -> None:
    person = desk.add_person()
    done = desk.json("add", "回访", "人员=巴图", "方式=电话", "结果=仍失业")
    assert desk.json("show", done["id"])["values"]["person"] == person
    assert desk.json("show", person)["links"] == [
        {"kind": "follow_up", "id": done["id"], "field": "person"}
    ]
    error = desk.error("add", "follow_up", "person=没有这个人", "mode=1", "outcome=F1")
    assert [p["code"] for p in error["problems"]] == ["REFERENCE_UNKNOWN"]


def test_an_edit_says_what_changed(desk: Desk) -> None:
    record = desk.add_person()
    assert desk.json("edit", record, "组/浩特=二组", "姓名=巴图孟和")["changed"] == ["area_group"]
    assert desk.json("edit", record, "组/浩特=二组") == {
        "id": record,
        "kind": "person",
        "action": None,
        "changed": [],
        "warnings": [],
    }
    desk.json("edit", record, "area_group=")
    assert "area_group" not in desk.json("show", record)["values"]
    entries = desk.json("history", record)["entries"]
    assert [e["words"] for e in entries] == ["add person", "edit person", "edit person"]
    assert {e["operator"] for e in entries} == {"苏和"}


@pytest.mark.parametrize(
    ("tests", "found"),
    [
        (["key_groups=农牧民工"], 2),
        (["key_groups!=农牧民工"], 0),
        (["phone=19900004321"], 1),
        (["组/浩特=三"], 1),
        (["area_group="], 1),
        (["residence=152221"], 2),
        (["birth_date>=1991-01-01"], 1),
        (["employment_status!=1"], 0),
        (["birth_date<1991-01-01", "area_group="], 1),
        (["area_group!="], 1),
        (["residence!=152221"], 0),
        (["residence!=1501"], 2),
        (["组/浩特!=三"], 1),
    ],
)
def test_a_list_can_be_narrowed(desk: Desk, tests: list[str], found: int) -> None:
    desk.add_person()
    other = id_number(date(1995, 1, 1), 3)
    desk.add_person("name=萨仁", f"id_number={other}", "phone=19900004322", "area_group=三组")
    where = [part for test in tests for part in ("--where", test)]
    assert desk.json("list", "人员", *where)["total"] == found


def test_a_list_is_sorted_and_cut(desk: Desk) -> None:
    for order, name in enumerate(["乌云", "巴图", "萨仁"]):
        desk.add_person(f"name={name}", f"id_number={id_number(date(1990 + order, 1, 1), 3)}")
    rows = desk.json("list", "person", "--sort", "birth_date", "--desc", "--limit", "2")
    assert rows["total"] == 3
    assert [row["shown"]["name"] for row in rows["rows"]] == ["萨仁", "巴图"]


@pytest.mark.parametrize("text", ["巴图", "btmh", "batu", PHONE[-4:], ID[-5:]])
def test_search_finds_by_characters_pinyin_and_digits(desk: Desk, text: str) -> None:
    record = desk.add_person()
    assert desk.json("search", text)["hits"] == [
        {"kind": "person", "id": record, "title": "巴图孟和"}
    ]


def test_what_was_removed_leaves_the_list(desk: Desk) -> None:
    record = desk.add_person()
    assert desk.json("remove", record)["action"]
    assert desk.json("list", "person")["total"] == 0
    assert desk.json("show", record)["deleted"] is True
    assert desk.json("remove", record)["action"] is None


def test_erasing_wants_a_yes_and_forgets_the_name_everywhere(desk: Desk) -> None:
    record = desk.add_person()
    note = desk.json(
        "add", "follow_up", f"person={record}", "mode=1", "outcome=F1", "备注=巴图孟和在家"
    )
    assert desk.error("erase", record)["code"] == "ERASE_UNCONFIRMED"
    assert desk.json("erase", record, "--yes")["redacted"] == 1
    for command in (
        ["show", record],
        ["show", note["id"]],
        ["history", record],
        ["list", "person"],
    ):
        assert "巴图孟和" not in desk.run(*command, "--unmask").output
    first, redaction = desk.json("history", note["id"])["entries"]
    assert (first["op"], first["changes"]["note"]["shown"]) == ("set", FORGOTTEN)
    assert (redaction["op"], redaction["changes"]) == ("redact", {})
    assert desk.error("edit", record, "phone=19900004322")["code"] == "RECORD_MISSING"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["list", "goat"], "KIND_UNKNOWN"),
        (["list", "person", "--where", "身高=1"], "FILTER_UNREADABLE"),
        (["list", "person", "--where", "key_groups=没有"], "FILTER_UNREADABLE"),
        (["list", "person", "--where", "key_groups>=农牧民工"], "FILTER_UNREADABLE"),
        (["list", "person", "--where", "residence>152221"], "FILTER_UNREADABLE"),
        (["list", "person", "--where", "note>"], "FILTER_UNREADABLE"),
        (["list", "person", "--sort", "身高"], "FIELD_UNKNOWN"),
        (["show", "nothing"], "RECORD_MISSING"),
    ],
)
def test_what_cannot_be_found_is_said_plainly(desk: Desk, command: list[str], code: str) -> None:
    assert desk.error(*command)["code"] == code


def test_who_was_taken_away_is_nobody_to_refer_to(desk: Desk) -> None:
    record = desk.add_person()
    desk.json("remove", record)
    asked = ("add", "follow_up", "day=2026-11-20", "mode=1", "outcome=F1")
    problems = desk.error(*asked, f"person={record}")["problems"]
    assert [(p["field"], p["code"]) for p in problems] == [("person", "REFERENCE_UNKNOWN")]
    assert desk.error("leave", record, "F2")["code"] == "REFERENCE_UNKNOWN"
    desk.json("undo")
    assert desk.json("add", "follow_up", *asked[2:], f"person={record}")["id"]


def test_a_duplicate_stands_for_whom_was_kept_while_that_one_is_there(desk: Desk) -> None:
    keep = desk.add_person()
    other = desk.add_person("name=乌日娜", f"id_number={id_number(BORN, 141)}", "phone=19900004322")
    operator = desk.around.keyring(desk.folder).operators[0].id
    session = unlock(desk.folder, operator, SECRET, desk.around)
    session.run(operations.merge(other, keep), "merge person")
    session.close()
    asked = ("add", "follow_up", "day=2026-11-20", "mode=1", "outcome=F1", f"person={other}")
    made = desk.json(*asked)["id"]
    assert desk.json("show", made)["values"]["person"] == keep
    desk.json("remove", keep)
    problems = desk.error(*asked)["problems"]
    assert [(p["field"], p["code"]) for p in problems] == [("person", "REFERENCE_UNKNOWN")]


def test_a_limit_below_nothing_is_a_slip_of_the_pen(desk: Desk) -> None:
    assert desk.error("list", "person", "--limit", "-3", code=2)["code"] == "USAGE"


def test_vacancies_with_faulty_ads_are_listed_with_the_worst_of_it(desk: Desk) -> None:
    values = ("name=乌兰图嘎牧场", "entity_type=5", "contact=朝鲁", "phone=19900005001")
    employer = desk.json("add", "employer", *values)["id"]
    usual = [f"employer={employer}", "headcount=2", "workplace=奶牛场", "duties=挤奶、喂料"]
    usual += ["wage_min=3200", "wage_unit=1", "source=2", "conditions=无特别要求"]
    desk.json("add", "vacancy", *usual, "title=挤奶工")
    faulty = desk.json("add", "vacancy", *usual, "title=女服务员")["id"]
    (row,) = desk.json("list", "vacancy", "--faulty")["rows"]
    assert row["id"] == faulty
    assert row["fault"] == {
        "rule": "D-SEX-1",
        "severity": "error",
        "field": "title",
        "words": "女服务员",
        "message": "招聘条件不得限定或优先性别。",
    }
    assert "“女服务员”：招聘条件不得限定或优先性别。" in desk.run("list", "岗位", "--faulty").output
    assert desk.json("list", "vacancy", "--faulty", "--where", "title=挤奶")["total"] == 0
    assert "fault" not in desk.json("list", "vacancy")["rows"][0]
    assert desk.error("list", "person", "--faulty")["code"] == "KIND_WITHOUT_ADS"


def test_only_vacancies_are_shared(desk: Desk) -> None:
    assert desk.json("list", "vacancy", "--elsewhere")["rows"] == []
    assert desk.error("list", "person", "--elsewhere")["code"] == "KIND_NOT_SHARED"
