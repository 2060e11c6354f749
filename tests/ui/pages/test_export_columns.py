"""The list of columns of an export."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.profile import Column, Profile, offered
from mengzhan.ui.pages.export_columns import ExportColumns

PERSON = KINDS["person"]
PROFILE = Profile("x", "person", (Column("phone"), Column("name", header="姓 名")))


def shown(show: Callable[..., QWidget]) -> ExportColumns:
    columns = ExportColumns(KINDS, PERSON)
    show(columns, 700, 300)
    columns.set_profile(PROFILE)
    return columns


def test_chosen_columns_stand_on_top_and_all_others_below(show: Callable[..., QWidget]) -> None:
    columns = shown(show)
    assert columns.columns() == PROFILE.columns
    assert columns.list.item(0).text() == "电话（打码）"
    assert columns.list.item(1).text() == "姓 名"
    assert columns.list.count() == len(offered(KINDS, PERSON))
    assert columns.list.item(2).checkState() == Qt.CheckState.Unchecked


def test_a_column_moves_within_the_list_and_no_further(show: Callable[..., QWidget]) -> None:
    columns = shown(show)
    columns.list.setCurrentRow(0)
    columns.move_current(-1)
    assert columns.columns()[0].source == "phone"
    columns.move_current(1)
    assert [c.source for c in columns.columns()] == ["name", "phone"]
    assert columns.current() == Column("phone")


def test_an_emptied_header_is_the_usual_one_again(show: Callable[..., QWidget]) -> None:
    columns = shown(show)
    columns.list.setCurrentRow(1)
    assert columns.header.text() == "姓 名"
    columns.header.clear()
    columns.header.textEdited.emit("")
    assert columns.columns()[1] == Column("name")
    assert columns.list.item(1).text() == "姓名"


def test_only_fields_with_several_forms_offer_them(show: Callable[..., QWidget]) -> None:
    columns = shown(show)
    columns.list.setCurrentRow(0)
    assert columns.form.isEnabled()
    assert columns.form.currentText() == "打码"
    columns.list.setCurrentRow(1)
    assert not columns.form.isEnabled()
