"""``mengzhan verify``: a list made, worked through, and filled back."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import ID, PHONE, Desk
from tests.people import id_number, phone

UNKNOWN = ("名单上的人", id_number(900), phone(900))


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "身份证号", "联系电话", "核实结果", "备注"])
    sheet.append(["巴图孟和", ID, PHONE])
    sheet.append(UNKNOWN)
    book.save(tmp_path / "名单.xlsx")
    return tmp_path / "名单.xlsx"


def test_a_workbook_there_and_back(desk: Desk, workbook: Path, tmp_path: Path) -> None:
    person = desk.add_person()
    made = desk.json("verify", "new", "--from", str(workbook), "--source", "2", "--due", "12-10")
    assert (made["people"], made["strangers"], made["title"]) == (1, 1, "名单")
    assert made["unfound"] == [{"row": 3, "why": "missing"}]
    (standing,) = desk.json("verify", "lists")["lists"]
    assert (standing["open"], standing["due_on"]) == (2, "2026-12-10")
    left = desk.json("verify", "left", "名单")["lines"]
    assert [(line["name"], line["id"]) for line in left] == [
        ("巴图孟和", person),
        ("名单上的人", None),
    ]
    done = desk.json("verify", "answer", made["list"], "1", "--set", "phone=19900009999")
    assert (done["result"], done["label"]) == ("2", "已更正")
    values = desk.json("show", done["verification"], "--unmask")["values"]
    assert (values["old_value"], values["new_value"]) == (PHONE, "19900009999")
    desk.json("verify", "answer", made["list"], "2", "查无此人", "--mode", "入户")
    assert desk.json("verify", "left", "名单")["lines"] == []
    assert len(desk.json("verify", "left", "名单", "--all")["lines"]) == 2
    out = tmp_path / "回.xlsx"
    filled = desk.json("verify", "fill", made["list"], str(workbook), str(out))
    assert (filled["records"], filled["filled"], filled["unsure"]) == (2, 2, ["备注"])
    sheet = load_workbook(out).active
    assert sheet is not None
    assert [sheet.cell(row, 4).value for row in (2, 3)] == ["已更正", "查无此人、人户分离"]
    refused = desk.error("verify", "fill", made["list"], str(workbook), str(out))
    assert refused["code"] == "EXPORT_EXISTS"
    desk.json("undo", done["action"])
    assert [line["line"] for line in desk.json("verify", "left", "名单")["lines"]] == [1]


def test_a_list_by_a_rule(desk: Desk) -> None:
    person = desk.add_person("registered_on=2020-01-01")
    made = desk.json("verify", "new", "--rule", "stale", "--months", "24")
    assert made["title"].startswith("24 个月没有核实 ")
    (line,) = desk.json("verify", "left", made["list"])["lines"]
    assert (line["id"], line["hints"]) == (person, ["登记后没有核实过"])
    desk.json("verify", "answer", made["list"], "1", "1")
    assert desk.error("verify", "new", "--rule", "stale")["code"] == "LIST_EMPTY"


def test_people_read_how_it_stands(desk: Desk, workbook: Path) -> None:
    desk.add_person()
    assert desk.run("verify", "lists").output.strip() == "没有要核实的清单。"
    said = desk.run("verify", "new", "--from", str(workbook), "--source", "2").output
    assert "登记过的 1 人，本站没有的 1 人" in said
    assert desk.run("verify", "lists").output.splitlines()[1].startswith("名单")
    shown = desk.run("verify", "left", "名单").output
    assert "本站没有登记" in shown
    assert not any(number in shown for number in (ID, PHONE, UNKNOWN[1]))
    assert "已记：巴图孟和 · 信息一致" in desk.run("verify", "answer", "名单", "1", "1").output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["new"], "LIST_FROM"),
        (["new", "--rule", "nobody"], "RULE_UNKNOWN"),
        (["new", "--from", "FILE"], "SOURCE_NEEDED"),
        (["new", "--from", "FILE", "--source", "2", "--due", "someday"], "DAY_UNREADABLE"),
        (["left", "没有这张"], "REFERENCE_UNKNOWN"),
        (["answer", "名单", "9", "1"], "LINE_UNKNOWN"),
        (["answer", "名单", "1"], "RESULT_UNKNOWN"),
        (["answer", "名单", "1", "好"], "RESULT_UNKNOWN"),
        (["answer", "名单", "1", "1", "--mode", "飞鸽"], "RESULT_UNKNOWN"),
        (["answer", "名单", "1", "--set", "phone=123"], "RECORD_REJECTED"),
        (["answer", "名单", "1", "--set", f"phone={PHONE}"], "NOTHING_CHANGED"),
        (["answer", "名单", "2", "1"], "NOT_REGISTERED"),
        (["answer", "名单", "2", "3", "--set", f"phone={PHONE}"], "NOT_REGISTERED"),
    ],
)
def test_what_cannot_be_done_is_said(
    desk: Desk, workbook: Path, arguments: list[str], code: str
) -> None:
    desk.add_person()
    desk.json("verify", "new", "--from", str(workbook), "--source", "2")
    told = [str(workbook) if argument == "FILE" else argument for argument in arguments]
    assert desk.error("verify", *told)["code"] == code
    assert [line["view"] for line in desk.json("verify", "left", "名单")["lines"]] == ["open"] * 2
