from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mengzhan.model.kind import Kind
from mengzhan.model.words import Message
from mengzhan.ui import words
from mengzhan.ui.words import (
    CatalogueTranslator,
    placeholders,
    say,
    say_many,
    use_language,
    within,
)

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context><name>model</name>
<message><source>请填写{label}。</source><translation>Please enter {label}.</translation></message>
<message><source>姓名</source><translation>name</translation></message>
<message><source>最多选 {limit} 项。</source><translation>At most {number}.</translation></message>
<message><source>电话</source><translation type="unfinished">phone</translation></message>
<message numerus="yes"><source>%n 条</source><translation>
<numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation></message>
</context>
<context><name>lists</name>
<message><source>人员</source><translation>People</translation></message>
</context></TS>
"""


@pytest.fixture
def english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[CatalogueTranslator]:
    path = tmp_path / "mengzhan_en.ts"
    path.write_text(TS, encoding="utf-8")
    monkeypatch.setattr(words, "translation_path", lambda name: tmp_path / name)
    use_language("en")
    yield CatalogueTranslator(path)
    use_language("zh_CN")


def test_chinese_is_shown_as_it_was_written(qapp: QApplication) -> None:
    assert say(Message("请填写{label}。", {"label": "姓名"})) == "请填写姓名。"
    assert say("姓名") == "姓名"
    assert say("") == ""


def test_a_sentence_is_translated_with_the_label_in_it(english: CatalogueTranslator) -> None:
    assert say(Message("请填写{label}。", {"label": "姓名"})) == "Please enter name."


def test_a_translation_with_other_placeholders_is_ignored(english: CatalogueTranslator) -> None:
    assert say(Message("最多选 {limit} 项。", {"limit": 3})) == "最多选 3 项。"
    assert say("电话") == "电话"
    assert len(english) == 4


def test_plural_forms_follow_the_number(english: CatalogueTranslator) -> None:
    assert english.translate("model", "%n 条", None, 1) == "%n entry"
    assert english.translate("model", "%n 条", None, 4) == "%n entries"
    assert QCoreApplication.translate("model", "%n 条", None, 4) == "4 entries"


def test_what_nobody_translated_stays_chinese(english: CatalogueTranslator) -> None:
    assert say("没有译文的词") == "没有译文的词"
    assert not english.isEmpty()


def test_qt_speaks_chinese_too(qtbot: QtBot) -> None:
    use_language("zh_CN")
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert "取消" in box.button(QMessageBox.StandardButton.Cancel).text()


def test_placeholders_are_found() -> None:
    assert placeholders("{a} 和 {b:>3}，%1，%n") == {"{a}", "{b}", "1", "n"}


def test_a_list_has_a_name_of_its_own_where_the_language_tells_one_from_many(
    english: CatalogueTranslator,
) -> None:
    assert say_many(Kind("person", "人员", (), (), many="人员")) == "People"
    assert say_many(Kind("herder", "姓名", (), ())) == "name"
    assert within("Follow-up") == "follow-up"
    assert within("回访") == "回访"
