"""Workbooks on the command line: export, templates, profiles, the log."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import ID, PHONE, Desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def texts(path: Path) -> set[str]:
    return {str(cell.value) for sheet in load_workbook(path) for row in sheet for cell in row}


def test_a_register_is_exported_masked(desk: Desk, out: Path) -> None:
    desk.add_person()
    done = desk.json("export", "人员", str(out / "x.xlsx"))
    assert (done["kind"], done["rows"], done["bare"], done["template"]) == (
        "person",
        1,
        False,
        False,
    )
    assert done["profile"] == "常用列"
    found = texts(out / "x.xlsx")
    assert "巴图孟和" in found
    assert not {ID, PHONE} & found
    assert desk.json("disclosures")["disclosures"] == []


def test_full_numbers_need_unmask_and_a_purpose(desk: Desk, out: Path) -> None:
    desk.add_person()
    path = out / "x.xlsx"
    assert desk.error("export", "person", str(path), "--unmask")["code"] == "EXPORT_PURPOSE"
    assert not path.exists()
    done = desk.json("export", "person", str(path), "--unmask", "--purpose", "报旗县就业局")
    assert done["bare"]
    assert {ID, PHONE} <= texts(path)
    (noted,) = desk.json("disclosures")["disclosures"]
    assert (noted["operator"], noted["kind"], noted["records"]) == ("苏和", "person", 1)
    assert noted["purpose"] == "报旗县就业局"
    assert "报旗县就业局" in desk.run("disclosures").output


def test_filter_and_order_are_followed(desk: Desk, out: Path) -> None:
    desk.add_person()
    desk.add_person("name=乌云", f"id_number={ID}", "employment_status=灵活就业")
    path = out / "x.xlsx"
    done = desk.json("export", "person", str(path), "--where", "name=乌云", "--period", "十一月")
    assert done["rows"] == 1
    assert "巴图孟和" not in texts(path)
    assert "期间：十一月" in load_workbook(path)["人员"]["A2"].value
    desk.json("export", "person", str(path), "--sort", "name", "--desc", "--replace")
    sheet = load_workbook(path)["人员"]
    assert [sheet["B4"].value, sheet["B5"].value] == ["巴图孟和", "乌云"]
    code = desk.error("export", "person", str(out / "y.xlsx"), "--sort", "height")["code"]
    assert code == "FIELD_UNKNOWN"


def test_into_a_folder_the_name_is_proposed(desk: Desk, out: Path) -> None:
    file = Path(desk.json("export", "employer", str(out))["file"])
    assert file.parent == out
    assert "单位台账" in file.name
    blank = Path(desk.json("export", "employer", str(out), "--template")["file"])
    assert "单位采集表" in blank.name
    assert load_workbook(blank).sheetnames[:2] == ["单位", "填写说明"]


def test_nothing_is_overwritten_unless_asked_for(desk: Desk, out: Path) -> None:
    path = out / "x.xlsx"
    path.write_text("别的")
    assert desk.error("export", "person", str(path))["code"] == "EXPORT_EXISTS"
    assert path.read_text() == "别的"
    assert desk.json("export", "person", str(path), "--replace")["rows"] == 0
    assert desk.error("export", "person", str(out / "x.doc"))["code"] == "EXPORT_SUFFIX"


def test_a_profile_goes_from_station_to_station(desk: Desk, out: Path) -> None:
    file = out / "方案.json"
    saved = desk.json("profile", "save", "person", "全部列", str(file))
    assert saved["file"] == str(file)
    text = file.read_text(encoding="utf-8").replace('"全部列"', '"旗县月报"')
    file.write_text(text.replace('"purpose": ""', '"purpose": "报旗县"'), encoding="utf-8")
    loaded = desk.json("profile", "load", str(file))
    assert (loaded["name"], loaded["kind"], loaded["bare"]) == ("旗县月报", "person", False)
    (own,) = [p for p in desk.json("profile", "list", "人员")["profiles"] if p["own"]]
    assert (own["name"], own["purpose"]) == ("旗县月报", "报旗县")
    desk.add_person()
    path = out / "x.xlsx"
    desk.json("export", "person", str(path), "--profile", "旗县月报", "--unmask")
    assert desk.json("disclosures")["disclosures"][0]["purpose"] == "报旗县"
    by_file = desk.json("export", "person", str(out / "y.xlsx"), "--profile", str(file))
    assert by_file["profile"] == "旗县月报"
    desk.json("profile", "forget", "person", "旗县月报")
    assert desk.error("profile", "forget", "person", "旗县月报")["code"] == "PROFILE_UNKNOWN"
    assert desk.error("profile", "forget", "person", "常用列")["code"] == "PROFILE_BUILT_IN"


def test_a_profile_that_does_not_fit_is_named(desk: Desk, out: Path) -> None:
    path = str(out / "x.xlsx")
    wrong = desk.error("export", "person", path, "--profile", "没有的")
    assert wrong["code"] == "PROFILE_UNKNOWN"
    assert "常用列" in wrong["message"]
    file = out / "方案.json"
    desk.json("profile", "save", "vacancy", "常用列", str(file))
    other = desk.error("export", "person", path, "--profile", str(file))
    assert other["code"] == "PROFILE_OTHER_KIND"
    file.write_text("{")
    assert desk.error("profile", "load", str(file))["code"] == "PROFILE_UNREADABLE"


def test_a_profile_cannot_hide_behind_a_built_in_one(desk: Desk, out: Path) -> None:
    """It could neither be chosen nor forgotten."""
    file = out / "方案.json"
    desk.json("profile", "save", "person", "常用列", str(file))
    refused = desk.error("profile", "load", str(file))
    assert refused["code"] == "PROFILE_NAME"
    assert "常用列" in refused["message"]
    assert [p for p in desk.json("profile", "list", "人员")["profiles"] if p["own"]] == []
