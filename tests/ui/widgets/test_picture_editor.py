import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mengzhan.model.fieldtypes import Pictures
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.widgets.picture_editor import (
    LONGEST_SIDE,
    MOST_BYTES,
    PictureEditor,
    read_jpeg,
    shrink,
)
from tests.ui.props import Album, Stage


@pytest.fixture
def pictures(stage: Stage, context: FormContext) -> PictureEditor:
    editor = PictureEditor(Field("pictures", "照片", Pictures()), context)
    stage.show(editor)
    return editor


def photo(path: Path, width: int = 1600, height: int = 900, shade: int = 0x336699) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(shade)
    assert image.save(str(path))
    return path


def test_a_noisy_picture_becomes_small(qapp: QApplication) -> None:
    noise = random.Random(1).randbytes(2000 * 1500 * 4)
    image = QImage(noise, 2000, 1500, QImage.Format.Format_RGB32)
    jpeg = shrink(image)
    small = read_jpeg(jpeg)
    assert len(jpeg) <= MOST_BYTES
    assert max(small.width(), small.height()) <= LONGEST_SIDE
    assert small.width() * 3 == pytest.approx(small.height() * 4, abs=4)


def test_a_small_picture_is_not_blown_up(qapp: QApplication) -> None:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(0)
    assert QImage.fromData(shrink(image)).width() == 100


def test_a_file_is_added_shown_and_taken_away(
    qtbot: QtBot, pictures: PictureEditor, album: Album, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pictures.changed):
        pictures.add_file(photo(tmp_path / "a.png"))
    (digest,) = pictures.digests()
    assert QImage.fromData(album.kept[digest]).width() == LONGEST_SIDE
    pictures.remove(digest)
    assert pictures.value() is None


def test_no_more_than_three(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, pictures: PictureEditor, tmp_path: Path
) -> None:
    files = [str(photo(tmp_path / f"{n}.png", 10, 10, n)) for n in range(4)]
    monkeypatch.setattr(pictures, "choose_files", lambda: files)
    pictures.frame().setFocus()
    QTest.keyClick(pictures.frame(), Qt.Key.Key_Space)
    assert [problem.code for problem in pictures.reading().problems] == ["LIST_TOO_LONG"]
    assert not pictures.frame().isEnabled()


def test_something_else_is_refused_in_words(pictures: PictureEditor, tmp_path: Path) -> None:
    other = tmp_path / "a.jpg"
    other.write_text("not a picture")
    pictures.add_file(other)
    assert pictures.value() is None
    assert [problem.code for problem in pictures.reading().problems] == ["PICTURE_UNREADABLE"]


def test_a_kept_picture_that_is_no_jpeg_is_not_decoded(
    pictures: PictureEditor, album: Album, tmp_path: Path
) -> None:
    assert read_jpeg(photo(tmp_path / "a.png").read_bytes()).isNull()
    pictures.set_value([album.add(b"<svg/>"), "0" * 64])
    assert [label.text() for label in pictures.findChildren(QLabel)] == ["照片未到"] * 2


def test_enter_leads_on_and_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, pictures: PictureEditor
) -> None:
    asked: list[bool] = []

    def choose() -> list[str]:
        asked.append(True)
        return []

    monkeypatch.setattr(pictures, "choose_files", choose)
    pictures.frame().setFocus()
    with qtbot.waitSignal(pictures.moved):
        QTest.keyClick(pictures.frame(), Qt.Key.Key_Return)
    assert asked == []
