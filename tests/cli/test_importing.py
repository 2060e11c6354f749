"""Ledgers on the command line: what is told, what is written, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mengzhan.cli.madeup import id_number
from tests.cli.conftest import BORN, ID, PHONE, Desk

OTHER = id_number(BORN, 243)
BROKEN = OTHER[:-1] + ("0" if OTHER[-1] != "0" else "1")
HEAD = "姓名,身份证号,联系电话,组别"
ROWS = (f"巴图孟和,{ID},{PHONE},一组", f"乌云,{OTHER},19900004322,二组")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write(tmp_path / "人员.csv", HEAD, *ROWS)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), "utf-8-sig")
    return path


def names(desk: Desk, kind: str = "person") -> list[str]:
    rows: list[dict[str, Any]] = desk.json("list", kind)["rows"]
    return sorted(row["values"]["name"] for row in rows)


def count(desk: Desk, kind: str = "person") -> int:
    total: int = desk.json("list", kind)["total"]
    return total


def test_a_ledger_comes_in_and_goes_out_as_one(desk: Desk, ledger: Path) -> None:
    done = desk.json("import", str(ledger))
    assert (done["kind"], done["header_rows"], done["rows"], done["written"]) == (
        "person",
        [1],
        2,
        2,
    )
    assert {intent: count for intent, count in done["counts"].items() if count} == {"new": 2}
    assert [(c["column"], c["field"], c["taken"]) for c in done["columns"]] == [
        ("A", "name", True),
        ("B", "id_number", True),
        ("C", "phone", True),
        ("D", "area_group", True),
    ]
    assert count(desk) == 2
    desk.json("undo", done["action"])
    assert count(desk) == 0


def test_undo_lists_what_was_edited_since(desk: Desk, ledger: Path) -> None:
    action = desk.json("import", str(ledger))["action"]
    record = desk.json("list", "person", "--where", "area_group=一组")["rows"][0]["id"]
    desk.json("edit", record, "area_group=五组")
    undone = desk.json("undo", action)
    assert [(left["id"], left["reason"]) for left in undone["left"]] == [(record, "changed")]
    assert count(desk) == 1


def test_a_trial_writes_nothing(desk: Desk, ledger: Path, tmp_path: Path) -> None:
    done = desk.json("import", str(ledger), "--dry-run")
    assert (done["dry_run"], done["written"], done["action"]) == (True, 0, None)
    assert done["counts"]["new"] == 2
    assert count(desk) == 0
    again = desk.json("import", str(ledger), "--dry-run")
    assert {column["how"] for column in again["columns"]} == {"word"}
    assert "只是试算" in desk.run("import", str(ledger), "--dry-run").output


def test_every_problem_and_repair_is_told_at_its_cell(desk: Desk, tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.csv", HEAD, *ROWS, f"萨 仁,{BROKEN},１９９０００04323,三组", "合计,3,,"
    )
    done = desk.json("import", str(path), "--kind", "人员")
    (problem,) = [p for p in done["problems"] if p["severity"] == "block"]
    assert (problem["cell"], problem["code"], problem["value"]) == ("B4", "ID_CHECKSUM", BROKEN)
    assert problem["hint"]
    repairs = {(r["column"], r["before"], r["after"]) for r in done["repairs"]}
    assert repairs >= {("A", "萨 仁", "萨仁"), ("C", "１９９０００04323", "19900004323")}
    assert {r["row"]: r["why"] for r in done["not_records"]} == {1: "header", 5: "total"}
    assert (done["counts"]["new"], done["counts"]["out"]) == (2, 1)
    told = desk.run("import", str(path), "--dry-run").output
    assert "第 4 行" in told
    assert "要改" in told


@pytest.mark.parametrize(
    ("same", "counts", "group", "school"),
    [
        (None, {"wait": 1}, "一组", None),
        ("keep", {"skip": 1}, "一组", None),
        ("fill", {"change": 1}, "一组", "内蒙古大学"),
        ("take", {"change": 1}, "二组", "内蒙古大学"),
    ],
)
def test_what_is_known_already(
    desk: Desk, tmp_path: Path, same: str | None, counts: dict[str, int], group: str, school: str
) -> None:
    record = desk.add_person("area_group=一组")
    path = write(tmp_path / "x.csv", f"{HEAD},毕业院校", f"巴图孟和,{ID},{PHONE},二组,内蒙古大学")
    done = desk.json("import", str(path), *(["--same", same] if same else []))
    assert {intent: n for intent, n in done["counts"].items() if n} == counts
    (alike,) = done["duplicates"]
    assert (alike["record"], alike["weight"]) == (record, "same")
    assert alike["differing"] == ["area_group", "school"]
    values = desk.json("show", record)["values"]
    assert (values["area_group"], values.get("school")) == (group, school)


def test_the_same_file_twice_writes_nothing(desk: Desk, ledger: Path) -> None:
    desk.json("import", str(ledger))
    again = desk.json("import", str(ledger))
    assert (again["counts"]["same"], again["written"], again["action"]) == (2, 0, None)
    assert "没有要写入的" in desk.run("import", str(ledger)).output


def test_values_for_the_whole_file(desk: Desk, ledger: Path) -> None:
    desk.json("import", str(ledger), "--set", "就业状态=失业", "--set", "consent=是")
    rows = desk.json("list", "person", "--where", "employment_status=失业")
    assert rows["total"] == 2
    wrong = desk.error("import", str(ledger), "--set", "就业状态=飞行")
    assert wrong["code"] == "IMPORT_CONSTANT"
    assert desk.error("import", str(ledger), "--set", "鞋码=42")["code"] == "IMPORT_CONSTANT"
    empty = desk.error("import", str(ledger), "--set", "consent=")
    assert empty["code"] == "IMPORT_CONSTANT", "what every row needs is not given by nothing"
    assert "consent" in empty["message"]


def test_a_column_is_chosen_and_remembered(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", "姓名,身份证号,怪栏,怪栏", f"乌云,{OTHER},三组,爱唱歌")
    unsure = desk.json("import", str(path), "--dry-run")
    assert [column["field"] for column in unsure["columns"]][2:] == [None, None]
    chosen = ["--column", "C=area_group", "--column", "怪栏#2=note"]
    done = desk.json("import", str(path), *chosen)
    assert [column["field"] for column in done["columns"]][2:] == ["area_group", "note"]
    again = desk.json("import", str(path), "--dry-run")
    assert [(c["field"], c["how"]) for c in again["columns"]][2:] == [
        ("area_group", "memory"),
        ("note", "memory"),
    ]


@pytest.mark.parametrize("pair", ["C", "C=shoe_size", "没有=note", "ZZ=note"])
def test_a_column_that_is_chosen_wrongly(desk: Desk, ledger: Path, pair: str) -> None:
    assert desk.error("import", str(ledger), "--column", pair)["code"] == "IMPORT_COLUMN"
    assert count(desk) == 0


def test_a_profile_travels(desk: Desk, ledger: Path, tmp_path: Path) -> None:
    profile = tmp_path / "p.json"
    desk.json(
        "import", str(ledger), "--dry-run", "--column", "D=note", "--save-profile", str(profile)
    )
    done = desk.json("import", str(ledger), "--profile", str(profile))
    assert done["columns"][3]["field"] == "note"
    profile.write_text("{}", "utf-8")
    assert desk.error("import", str(ledger), "--profile", str(profile))["code"] == "LAYOUT_FILE"


def test_rejected_rows_are_given_back(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", HEAD, *ROWS, f"萨仁,{BROKEN},19900004323,三组")
    out = tmp_path / "left.xlsx"
    done = desk.json("import", str(path), "--results", str(out))
    assert done["results"] == str(out)
    book = load_workbook(out)
    assert book.worksheets[0].max_row == 2
    book.worksheets[0]["B2"] = id_number(BORN, 365)
    book.save(out)
    again = desk.json("import", str(out))
    assert (again["written"], again["counts"]["new"]) == (1, 1)
    assert count(desk) == 3


def test_without_rejected_rows_there_is_no_file(desk: Desk, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "left.xlsx"
    assert desk.json("import", str(ledger), "--results", str(out))["results"] is None
    assert not out.exists()


def test_no_file_is_overwritten_and_no_failure_told_after_success(
    desk: Desk, ledger: Path, tmp_path: Path
) -> None:
    taken = write(tmp_path / "taken.xlsx", "别的")
    for option in ("--results", "--save-profile"):
        assert desk.error("import", str(ledger), option, str(taken))["code"] == "IMPORT_EXISTS"
    assert taken.read_text("utf-8-sig") == "别的"
    nowhere = tmp_path / "no folder" / "p.json"
    desk.error("import", str(ledger), "--save-profile", str(nowhere))
    assert count(desk) == 0


def test_files_that_are_no_ledger(desk: Desk, tmp_path: Path) -> None:
    letter = write(tmp_path / "x.csv", "通知", "请各站于月底前报送。")
    assert desk.error("import", str(letter))["code"] == "IMPORT_KIND"
    assert desk.error("import", str(letter), "--kind", "person")["code"] == "IMPORT_NO_TABLE"
    assert desk.error("import", str(letter), "--kind", "shoe")["code"] == "KIND_UNKNOWN"
    missing = desk.run("import", str(tmp_path / "none.csv"))
    assert missing.exit_code == 2
    picture = tmp_path / "x.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert desk.run("import", str(picture)).exit_code == 1


def test_an_exported_ledger_is_known_without_a_word(desk: Desk, tmp_path: Path) -> None:
    desk.add_person()
    out = tmp_path / "out.xlsx"
    desk.json("export", "person", str(out), "--unmask", "--purpose", "核对")
    done = desk.json("import", str(out))
    assert (done["kind"], done["counts"]["same"], done["written"]) == ("person", 1, 0)


def test_people_are_told_the_same_in_words(desk: Desk, ledger: Path) -> None:
    told = desk.run("import", str(ledger)).output
    for words in ("人员", "记录 2 行", "身份证号", "新增 2 行", "已写入 2 条", "mengzhan undo"):
        assert words in told
    assert json.dumps(ID) not in told
    assert ID not in told


def test_columns_are_called_by_what_they_say_of_whom(desk: Desk, tmp_path: Path) -> None:
    head = "序号,用人单位,招聘岗位,工资待遇"
    path = write(tmp_path / "岗位.csv", head, "1,某店,店员,3000-4000元/月", "2,某厂,钳工,5000元/月")
    told = desk.run("import", str(path), "--kind", "vacancy", "--dry-run").output
    said = {line.split()[1]: line.split()[2] for line in told.splitlines() if line[:1] in "ABCD"}
    expected = {
        "序号": "不导入",
        "用人单位": "单位的名称",
        "招聘岗位": "岗位名",
        "工资待遇": "薪酬",
    }
    assert said == expected


def test_what_every_row_needs_and_no_column_gives_is_told(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "回访.csv", "姓名,身份证号,回访情况", f"巴图孟和,{ID},已就业")
    asked = ("import", str(path), "--kind", "follow_up", "--dry-run")
    assert "整份表都一样就加 --set day=…" in desk.run(*asked).output
    assert "就加 --set" not in desk.run(*asked, "--set", "day=2026-10-31").output


def test_contacts_in_columns_are_counted_before_and_after(desk: Desk, tmp_path: Path) -> None:
    path = write(
        tmp_path / "回访.csv",
        "姓名,身份证号,第一次回访时间,第二次回访时间",
        f"巴图孟和,{ID},2026-03-05,2026-06-08",
        f"乌云,{OTHER},2026-03-06,",
    )
    dry = desk.json("import", str(path), "--kind", "person", "--dry-run")
    assert dry["contacts"] == {"kind": "follow_up", "new": 3, "stored": []}
    assert count(desk, "follow_up") == 0
    done = desk.json("import", str(path), "--kind", "person")
    assert (done["contacts"]["new"], done["written"]) == (3, 5)
    assert count(desk, "follow_up") == 3
    again = desk.json("import", str(path), "--kind", "person")
    assert (again["contacts"]["new"], again["written"]) == (0, 0)
    assert [(one["row"], one["day"]) for one in again["contacts"]["stored"]] == [
        (2, "2026-03-05"),
        (2, "2026-06-08"),
        (3, "2026-03-06"),
    ]
    desk.json("undo", done["action"])
    assert count(desk, "follow_up") == count(desk) == 0
