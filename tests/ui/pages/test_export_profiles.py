"""Picking for whom one exports."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from mengzhan.sheets.ledgers.profile import Column, Profile
from mengzhan.sheets.ledgers.profile_file import load_file, save_file
from mengzhan.ui.pages.export_profiles import ON_SCREEN, ExportProfiles
from mengzhan.ui.workspace import Workspace


@pytest.fixture
def picker(workspace: Workspace, show: Callable[..., QWidget]) -> ExportProfiles:
    kind = workspace.session.catalogue["person"]
    edited = Profile("x", "person", (Column("name"), Column("phone")))
    made = ExportProfiles(workspace, kind, ["name"], lambda: edited)
    show(made, 500, 60)
    made.offer(ON_SCREEN)
    return made


def listed(picker: ExportProfiles) -> list[str]:
    return [picker.box.itemText(at) for at in range(picker.box.count())]


def test_what_is_on_the_screen_stands_first(picker: ExportProfiles) -> None:
    assert listed(picker) == ["屏幕上的列", "常用列", "全部列"]
    assert [c.source for c in picker.chosen.columns] == ["@number", "name"]
    picker.offer("有人去掉了")
    assert picker.chosen.name == ON_SCREEN


def test_only_what_was_made_here_can_be_dropped(picker: ExportProfiles) -> None:
    assert not picker.menu().actions()[-1].isEnabled()
    picker.keep("民政")
    drop = picker.menu().actions()[-1]
    assert drop.isEnabled()
    drop.trigger()
    assert listed(picker) == ["屏幕上的列", "常用列", "全部列"]


def test_names_and_files_are_asked_for(
    picker: ExportProfiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: (" 民政 ", True))
    picker.ask_keep()
    assert picker.chosen.name == "民政"
    path = tmp_path / "民政.mzprofile.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    picker.ask_save()
    assert [c.source for c in load_file(path, workspace.session.catalogue).columns] == [
        "name",
        "phone",
    ]
    save_file(Profile("残联", "vacancy", (Column("title"),)), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    said: list[str] = []
    picker.said.connect(lambda words, _tone: said.append(words))
    picker.ask_load()
    assert "岗位" in said[-1]
    assert listed(picker)[-1] == "民政"
