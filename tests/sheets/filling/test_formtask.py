"""One form from blank to filled: what is remembered, carried over, told, and given to others."""

import json
from array import array
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mengzhan.sheets.filling.formmemory import FORMAT
from mengzhan.sheets.filling.formtask import FormTask, open_form
from mengzhan.sheets.filling.formwords import changes
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.importing.memory import FORMAT as IMPORT_FORMAT
from mengzhan.sheets.importing.memory import LayoutFileError
from mengzhan.store.errors import StoreError
from mengzhan.store.session import Session
from tests import people, stations
from tests.sheets import blanks

HEADERS = list(blanks.HEADERS)


@pytest.fixture
def town(session: Session) -> Session:
    for number in range(1, 4):
        stations.log(session, "person", people.person_values(number, note=f"说道{number}"))
    return session


def opened(session: Session, path: Path, kind: str = "person") -> FormTask:
    return open_form(session, path, session.catalogue[kind])


def write(task: FormTask, out: Path, purpose: str = "报旗县") -> None:
    task.write(task.filling(task.records(None)).fill(task.data), out, purpose)


def paths(task: FormTask) -> dict[str, str]:
    return {column.header: column.path for column in task.form.sure}


def test_the_same_form_asks_nothing_the_second_time(town: Session, tmp_path: Path) -> None:
    first = opened(town, blanks.roster(tmp_path / "十月.xlsx"))
    assert not first.asks_nothing
    first.form.choose(5, "note")
    first.form.choose(3, "")
    write(first, tmp_path / "1.xlsx")
    second = opened(town, blanks.roster(tmp_path / "十一月.xlsx", rows=9))
    assert second.asks_nothing
    assert second.known is not None
    assert second.known.purpose == "报旗县"
    assert paths(second)["走访小结"] == "note"
    assert "性别" not in paths(second), "left empty on purpose"
    assert opened(town, blanks.roster(tmp_path / "x.xlsx"), "training_intent").known is None


def test_what_is_still_unsure_is_asked_again(town: Session, tmp_path: Path) -> None:
    path = blanks.roster(tmp_path / "表.xlsx", [*HEADERS[:5], "所学技能"])
    first = opened(town, path)
    assert [column.header for column in first.form.unsure] == ["所学技能"]
    write(first, tmp_path / "1.xlsx")
    again = opened(town, path)
    assert again.known is not None
    assert not again.asks_nothing


def test_of_a_changed_form_only_what_changed_is_told_and_asked(
    town: Session, tmp_path: Path
) -> None:
    first = opened(town, blanks.roster(tmp_path / "旧.xlsx"))
    first.form.choose(5, "note")
    write(first, tmp_path / "1.xlsx")
    now = ["序号", "姓名", "民族", "联系电话", "身份证号", "走访小结（必填）"]
    task = opened(town, blanks.roster(tmp_path / "新.xlsx", now))
    assert not task.asks_nothing
    assert task.change is not None
    assert [str(words) for words in changes(task.change)] == [
        "新增 民族",
        "没有了 性别",
        "改名 走访小结 → 走访小结（必填）",
        "换了位置 联系电话",
    ]
    known = {column.header for column in task.form.columns if column.how == "memory"}
    assert known == {"序号", "姓名", "联系电话", "身份证号", "走访小结（必填）"}
    assert [(c.header, c.path) for c in task.form.unsure] == [("走访小结（必填）", "note")]
    assert "走访小结（必填）" not in paths(task), "a new name is asked about, not believed"


def test_a_new_name_that_says_the_same_is_believed(town: Session, tmp_path: Path) -> None:
    write(opened(town, blanks.roster(tmp_path / "旧.xlsx")), tmp_path / "1.xlsx")
    now = [*HEADERS[:4], "手机号码", HEADERS[5]]
    task = opened(town, blanks.roster(tmp_path / "新.xlsx", now))
    assert task.change is not None
    assert task.change.new_names == (("联系电话", "手机号码"),)
    assert paths(task)["手机号码"] == "phone"
    assert task.form.unsure == []


def test_another_form_is_not_compared(town: Session, tmp_path: Path) -> None:
    write(opened(town, blanks.roster(tmp_path / "旧.xlsx")), tmp_path / "1.xlsx")
    now = ["序号", "姓名", "身份证号", "毕业院校", "专业", "毕业时间", "学历", "就业状态"]
    assert opened(town, blanks.roster(tmp_path / "新.xlsx", now)).change is None


def test_records_come_in_the_order_of_the_list(town: Session, tmp_path: Path) -> None:
    task = opened(town, blanks.roster(tmp_path / "表.xlsx"))
    ids = town.read().ids("person")
    turned = array("q", reversed(ids))
    names = {row["row"]: row["name"] for row in town.read().rows("person", ids)}
    assert [r["name"] for r in task.records(turned)] == [names[row] for row in turned]
    assert [r["name"] for r in task.records(None)] == [people.name(n) for n in (1, 2, 3)]


def test_a_mapping_travels_as_a_file_without_anything_of_anybody(
    town: Session, tmp_path: Path
) -> None:
    task = opened(town, blanks.named_list(tmp_path / "表.xlsx", [1, 2]))
    task.form.choose(4, "phone*")
    task.save_profile(tmp_path / "p.json")
    text = (tmp_path / "p.json").read_text("utf-8")
    assert json.loads(text) == {
        "format": FORMAT,
        "version": 1,
        "kind": "person",
        "columns": {
            "序号": "-serial",
            "姓名": "name",
            "身份证号": "id_number",
            "性别": "sex",
            "联系电话": "phone*",
        },
    }
    other = opened(town, blanks.roster(tmp_path / "另.xlsx"))
    other.load_profile(tmp_path / "p.json")
    assert paths(other)["联系电话"] == "phone*"
    write(other, tmp_path / "1.xlsx")
    sheet = load_workbook(tmp_path / "1.xlsx").active
    assert sheet is not None
    assert sheet["E4"].value == "199****0001"


def mapping(path: Path, **changes: object) -> Path:
    usual = {"format": FORMAT, "version": 1, "kind": "person", "columns": {}}
    path.write_text(json.dumps(usual | changes, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"format": IMPORT_FORMAT},
        {"kind": "vacancy"},
        {"version": 9},
        {"version": None},
        {"columns": []},
    ],
)
def test_other_files_are_no_mappings(
    town: Session, tmp_path: Path, changes: dict[str, object]
) -> None:
    task = opened(town, blanks.roster(tmp_path / "表.xlsx"))
    with pytest.raises(LayoutFileError):
        task.load_profile(mapping(tmp_path / "p.json", **changes))


def test_what_a_newer_version_calls_a_field_is_passed_over(town: Session, tmp_path: Path) -> None:
    task = opened(town, blanks.roster(tmp_path / "表.xlsx"))
    before = paths(task)
    columns = {"联系电话": "video_call", "没有的栏": "note", "走访小结": "note"}
    task.load_profile(mapping(tmp_path / "p.json", columns=columns))
    assert paths(task) == before | {"走访小结": "note"}


def test_numbers_shown_in_full_are_noted_before_the_file_is_there(
    town: Session, tmp_path: Path
) -> None:
    task = opened(town, blanks.roster(tmp_path / "表.xlsx"))
    filled = task.filling(task.records(None)).fill(task.data)
    with pytest.raises(StoreError):
        task.write(filled, tmp_path / "没有" / "1.xlsx", "报旗县")
    (noted,) = town.disclosures().newest()
    assert (noted.records, noted.purpose) == (3, "报旗县")


def test_a_sheet_that_is_not_there(town: Session, tmp_path: Path) -> None:
    path = blanks.roster(tmp_path / "表.xlsx")
    with pytest.raises(FormRefused, match="没有的表"):
        open_form(town, path, town.catalogue["person"], "没有的表")
