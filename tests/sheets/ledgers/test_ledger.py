"""Ledgers as workbooks: how they are built, what no spreadsheet may run, how they come back."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mengzhan.model.kinds import KINDS
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.sheets.ledgers.contents import Contents
from mengzhan.sheets.ledgers.forms import is_same
from mengzhan.sheets.ledgers.ledger import (
    PurposeMissing,
    TooManyRows,
    Wanted,
    Written,
    write_ledger,
)
from mengzhan.sheets.ledgers.marker import find_columns, read_marker
from mengzhan.sheets.ledgers.profile import (
    Column,
    Profile,
    bared,
    full_profile,
    masked,
    usual_profile,
)
from mengzhan.store.errors import StoreError
from mengzhan.store.session import Session
from tests import people, stations
from tests.programs import through_libreoffice
from tests.sheets.conftest import HOSTILE, LONG_NAME, read_book


def written(
    session: Session, path: Path, profile: Profile, *, bare: bool = False, **more: Any
) -> Written:
    ids = more.pop("ids", None)
    if ids is None:
        ids = session.read().ids(profile.kind)
    purpose = more.pop("purpose", "测试" if bare else "")
    wanted = Wanted(profile, ids, bare=bare, purpose=purpose, **more)
    return write_ledger(session, wanted, path)


def everything(kind: str) -> Profile:
    return bared(KINDS, full_profile(KINDS[kind]))


def column_of(sheet: Any, header: str) -> int:
    return next(cell.column for cell in sheet[3] if cell.value == header)


def test_a_ledger_looks_like_one(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    done = written(filled, path, everything("person"), bare=True, period="2026年11月")
    assert (done.rows, done.bare) == (3, True)
    book = load_workbook(path)
    sheet = book["人员"]
    assert book.active is sheet
    assert sheet["A1"].value == "巴彦嘎查就业服务站人员台账"
    for words in ("填报单位：巴彦嘎查就业服务站", "期间：2026年11月", "填报人：其其格", "共 3 条"):
        assert words in sheet["A2"].value
    assert "填报时间：2026年11月23日" in sheet["A2"].value
    assert [sheet.cell(3, at).value for at in (1, 2, 3)] == ["序号", "姓名", "证件号"]
    assert [sheet.cell(row, 1).value for row in (4, 5, 6)] == [1, 2, 3]
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref.startswith("A3:")
    assert sheet.auto_filter.ref.endswith("6")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (3, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert "$A$1:" in sheet.print_area
    assert sheet.oddFooter.left.text == "巴彦嘎查就业服务站"
    assert "&P" in sheet.oddFooter.center.text
    assert sheet.cell(4, 1).border.left.style == "thin"
    assert sheet.cell(4, 2).alignment.wrap_text
    assert path.stat().st_mode & 0o077 == 0


def test_cells_are_text_days_and_numbers(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    written(filled, path, everything("person"), bare=True)
    sheet = load_workbook(path)["人员"]
    row = next(r for r in range(4, 7) if sheet.cell(r, 2).value == people.name(0))
    for header, value, form in (
        ("证件号", people.id_number(0), "@"),
        ("电话", people.phone(0), "@"),
        ("期望月薪（元）", 3520.5, "General"),
    ):
        cell = sheet.cell(row, column_of(sheet, header))
        assert (cell.value, cell.number_format) == (value, form)
    born = sheet.cell(row, column_of(sheet, "出生日期"))
    assert born.value.date() == people.birth_date(0)
    assert born.number_format == "yyyy\\-mm\\-dd"
    assert sheet.cell(row, column_of(sheet, "备注")).value == "两行\n第二行"
    assert sheet.column_dimensions["C"].number_format == "@"


def test_codes_are_offered_in_their_cells(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    written(filled, path, everything("person"), bare=True)
    book = load_workbook(path)
    sheet = book["人员"]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    consent = sheet.cell(4, column_of(sheet, "告知同意")).coordinate
    assert rules[consent].formula1 == '"是,否"'
    nation = rules[sheet.cell(4, column_of(sheet, "民族")).coordinate]
    assert nation.formula1.startswith("'选项'!$")
    listed = book["选项"][nation.formula1.partition("!")[2].replace("$", "")]
    assert "蒙古族" in [row[0].value for row in listed]
    assert book["选项"].sheet_state == "hidden"
    # several may stand in one cell, so what is not in the list is let in without a question
    groups = rules[sheet.cell(4, column_of(sheet, "重点群体")).coordinate]
    assert not groups.showErrorMessage


def test_widths_fit_and_stay_within_bounds(filled: Session, tmp_path: Path) -> None:
    stations.log(filled, "policy", {"title": "短", "target": "对象" * 200})
    path = tmp_path / "政策.xlsx"
    written(filled, path, usual_profile(KINDS["policy"]))
    sheet = load_workbook(path)["政策条目"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDE"]
    assert widths[0] < 12
    assert widths[3] == 40
    row = next(r for r in (4, 5) if sheet.cell(r, 2).value == "短")
    assert sheet.row_dimensions[row].height > 200


def test_long_names_have_room(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    written(filled, path, usual_profile(KINDS["person"]))
    assert load_workbook(path)["人员"].column_dimensions["B"].width >= 2 * len(LONG_NAME)


def test_an_empty_list_is_a_ledger_too(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    assert written(session, path, usual_profile(KINDS["visit"])).rows == 0
    sheet = load_workbook(path)["走访"]
    assert "共 0 条" in sheet["A2"].value
    assert sheet.max_row == 3


def test_sensitive_values_are_masked_and_the_ledger_says_so(
    filled: Session, tmp_path: Path
) -> None:
    path = tmp_path / "人员.xlsx"
    done = written(filled, path, everything("person"))
    assert not done.bare
    texts = {str(cell.value) for sheet in load_workbook(path) for row in sheet for cell in row}
    assert not {people.id_number(0), people.phone(0)} & texts
    assert "199****0000" in texts
    assert any("已打码" in text for text in texts)
    assert filled.disclosures().newest() == []


def test_full_numbers_need_a_purpose_and_are_logged(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    with pytest.raises(PurposeMissing):
        written(filled, path, everything("person"), bare=True, purpose="  ")
    assert not path.exists()
    written(filled, path, everything("person"), bare=True, purpose=" 报旗县就业局 ")
    (noted,) = filled.disclosures().newest()
    assert (noted.kind, noted.records, noted.purpose) == ("person", 3, "报旗县就业局")
    assert noted.actor == filled.operator.id


def test_forms_of_a_profile_are_followed(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    columns = (
        Column("name", header="=姓名"),
        Column("id_number", form="split", header="公民身份号码"),
        Column("id_number", form="apostrophe"),
        Column("birth_date", form="cn"),
        Column("@age", text="2026-12-31"),
        Column("@text", header="盟市", text="+兴安盟"),
        Column("@blank", header="签字"),
    )
    profile = Profile("上级", "person", columns, title="花名册", purpose="报上级")
    written(filled, path, profile, bare=True)
    sheet = load_workbook(path)["人员"]
    assert sheet["A1"].value.endswith("花名册")
    row = next(r for r in range(4, 7) if sheet.cell(r, 1).value == people.name(0))
    assert "".join(sheet.cell(row, at).value for at in range(2, 20)) == people.id_number(0)
    assert "B3:S3" in {str(span) for span in sheet.merged_cells.ranges}
    quoted = sheet.cell(row, 20)
    assert (quoted.value, quoted.quotePrefix) == (people.id_number(0), True)
    born = people.birth_date(0)
    assert sheet.cell(row, 21).value == f"{born.year}年{born.month}月{born.day}日"
    assert sheet.cell(row, 22).value == 62
    assert (sheet.cell(row, 23).value, sheet.cell(row, 23).data_type) == ("+兴安盟", "s")
    assert sheet.cell(row, 24).value is None
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=姓名", "s")


def test_what_is_referred_to_follows_the_kept_record(filled: Session, tmp_path: Path) -> None:
    follow_up = filled.read().rows("follow_up", filled.read().ids("follow_up"))[0]
    other = next(
        row["id"]
        for row in filled.read().rows("person", filled.read().ids("person"))
        if row["name"] == LONG_NAME
    )
    stations.write_raw(filled, "person", follow_up["person"], {"same_as": other})
    path = tmp_path / "回访.xlsx"
    written(filled, path, usual_profile(KINDS["follow_up"]))
    assert load_workbook(path)["回访"]["B4"].value == LONG_NAME


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_can_become_a_formula(session: Session, tmp_path: Path, text: str) -> None:
    record = session.new_id()
    stations.write_raw(session, "policy", record, {"title": text, "where": f"\t{text}"})
    path = tmp_path / "政策.xlsx"
    written(session, path, everything("policy"))
    for sheet in load_workbook(path):
        for row in sheet:
            assert all(cell.data_type != "f" for cell in row)
    cell = load_workbook(path)["政策条目"]["B4"]
    assert cell.number_format == "@"
    if text != "_x000D_":
        assert cell.value == text
        assert cell.quotePrefix
    import python_calamine

    read = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name("政策条目")
    assert read.to_python()[3][1] == text


def test_a_value_with_characters_that_no_workbook_holds(session: Session, tmp_path: Path) -> None:
    values = {"title": "甲\x00\x07乙\ud800", "where": "长" * 40_000, "target": "𠮷🐎"}
    stations.write_raw(session, "policy", session.new_id(), {**values, "title": "甲\x00\x07乙"})
    path = tmp_path / "政策.xlsx"
    written(session, path, everything("policy"))
    sheet = load_workbook(path)["政策条目"]
    assert sheet["B4"].value == "甲乙"
    cells = [cell.value for cell in sheet[4]]
    assert "𠮷🐎" in cells
    assert max(len(str(value)) for value in cells) == 32_767


# Coming back -----------------------------------------------------------------------------------


def assert_unchanged(session: Session, path: Path, kind: str, *, bare: bool) -> int:
    """Every cell must be what would be written now, each row known by its record."""
    book = read_book(path)
    marker = read_marker(book)
    assert marker is not None
    assert (marker.sort, marker.kind) == ("ledger", kind)
    table = find_columns(book, marker, KINDS)
    assert table is not None
    columns = [column.resolved for column in table.columns]
    today = session.today()
    contents = Contents(session.read(), kind, columns, today)
    rows = 0
    for row in table.rows:
        record = session.read().record(kind, table.record(row))
        assert record is not None
        (now,) = contents.rows([record], row - table.header_row)
        for content, (column, cell) in zip(now, table.cells(row), strict=True):
            assert is_same(content, cell), column.marked
            sensitive = column.resolved.field is not None and column.resolved.field.sensitive
            if sensitive and not bare:
                assert not column.returns
        rows += 1
    assert {c.source for c in full_profile(KINDS[kind]).columns} == {
        column.marked.source for column in table.columns
    }
    return rows


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
@pytest.mark.parametrize("bare", [True, False])
def test_every_register_comes_back_unchanged(
    filled: Session, tmp_path: Path, kind: str, bare: bool
) -> None:
    path = tmp_path / "x.xlsx"
    profile = everything(kind)
    done = written(filled, path, profile, bare=bare)
    assert done.rows == len(filled.read().ids(kind)) > 0
    assert assert_unchanged(filled, path, kind, bare=bare) == done.rows


@pytest.mark.parametrize("kind", ["person", "follow_up", "vacancy"])
def test_libreoffice_keeps_mark_ids_and_cells(filled: Session, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.xlsx"
    written(filled, path, everything(kind), bare=True)
    saved = through_libreoffice(path, tmp_path / "saved")
    assert assert_unchanged(filled, saved, kind, bare=True) > 0


# Going wrong -----------------------------------------------------------------------------------


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_cancelled_export_leaves_what_was_there(filled: Session, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    path = out / "人员.xlsx"
    path.write_text("前一份")

    progress = Progress(lambda done, total, words: progress.cancel())
    ids = filled.read().ids("person")
    ids.extend(list(ids) * 400)
    with pytest.raises(Cancelled):
        write_ledger(filled, Wanted(usual_profile(KINDS["person"]), ids), path, progress)
    assert path.read_text() == "前一份"
    assert left_in(out) == ["人员.xlsx"]


def test_a_folder_that_is_gone_is_named(filled: Session, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        written(filled, tmp_path / "nowhere" / "x.xlsx", usual_profile(KINDS["person"]))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_is_named_and_leaves_nothing(filled: Session, tmp_path: Path) -> None:
    """The unfinished sheet grows beyond what may be written."""
    import resource
    import signal

    out = tmp_path / "out"
    out.mkdir()
    ids = filled.read().ids("person")
    ids.extend(list(ids) * 3000)
    profile = masked(KINDS, full_profile(KINDS["person"]))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(StoreError) as caught:
            write_ledger(filled, Wanted(profile, ids), out / "x.xlsx")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    assert caught.value.code == "STORE_DISK_FULL"
    assert left_in(out) == []


def test_more_rows_than_a_sheet_has_are_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(TooManyRows):
        written(session, tmp_path / "x.xlsx", usual_profile(KINDS["person"]), ids=range(1_048_576))


def test_progress_counts_the_rows(
    filled: Session, tmp_path: Path, ids: Callable[[Session, str], Any]
) -> None:
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, words: seen.append((done, total)))
    wanted = Wanted(usual_profile(KINDS["person"]), ids(filled, "person"))
    write_ledger(filled, wanted, tmp_path / "x.xlsx", progress)
    assert seen == [(0, 3)]
