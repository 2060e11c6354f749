"""Policies on the command line: the list, and what one person may have."""

from tests.cli.conftest import Desk


def test_the_list_says_who_and_whether_it_was_checked(desk: Desk) -> None:
    found = {one["item"]: one for one in desk.json("policies")["policies"]}
    assert found["P03"]["checked"]
    assert not found["P13"]["checked"]
    assert found["P10"]["valid_until"] == "2027-12-31"
    assert "一次性扩岗补助" in desk.run("policies").output


def test_a_person_gets_reasons_and_what_is_missing(desk: Desk) -> None:
    person = desk.add_person()
    hints = {one["item"]: one for one in desk.json("policies", person)["hints"]}
    assert hints["P16"]["reasons"] == ["就业状态是未就业、要求就业", "还没有失业登记"]
    assert hints["P16"]["missing"] == []
    told = desk.run("policies", person).output
    assert "因为：" in told
    assert "只是提示，不是认定" in told


def test_an_unknown_record_is_named(desk: Desk) -> None:
    assert desk.error("policies", "nobody")["code"] == "RECORD_MISSING"
