"""Trusting an office only after its code was compared."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.package.device import NotEnrolled, office_of
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.enrolment import Enrolment, write_enrolment
from mengzhan.store.session import Session
from mengzhan.ui.shell.enrol_office import EnrolOffice
from mengzhan.ui.workspace import Workspace
from tests import people


def enrolment(station: str = people.VILLAGE) -> tuple[Enrolment, bytes]:
    keys = DeviceKeys.generate()
    made = Enrolment(
        station_code=station,
        station_name="巴彦嘎查就业服务站",
        office_code="1501",
        office_name="旗就业服务中心",
        office=keys.public,
        created="2026-11-23T01:02:03.000Z",
    )
    return made, write_enrolment(made, keys)


@pytest.fixture
def form(workspace: Workspace, qtbot: QtBot) -> EnrolOffice:
    made = EnrolOffice(workspace.session)
    qtbot.addWidget(made)
    return made


def test_the_right_code_enrols(form: EnrolOffice, tmp_path: Path, session: Session) -> None:
    made, data = enrolment()
    path = tmp_path / "a.mzk"
    path.write_bytes(data)
    form.read(path)
    assert "旗就业服务中心" in form.found.text()
    with pytest.raises(NotEnrolled):
        office_of(session)
    form.code.setText(made.key_code.replace(" ", ""))
    form.confirm()
    assert office_of(session).place.name == "旗就业服务中心"


def test_another_code_does_not(form: EnrolOffice, tmp_path: Path, session: Session) -> None:
    path = tmp_path / "a.mzk"
    path.write_bytes(enrolment()[1])
    form.read(path)
    form.code.setText(enrolment()[0].key_code)
    form.confirm()
    assert "不要用这个文件" in form.message.text()
    assert session.setting("office") is None


def test_a_file_for_another_station_is_refused(
    form: EnrolOffice, tmp_path: Path, session: Session
) -> None:
    made, data = enrolment(people.OTHER_VILLAGE)
    path = tmp_path / "a.mzk"
    path.write_bytes(data)
    form.read(path)
    form.code.setText(made.key_code)
    form.confirm()
    assert "不是本站" in form.message.text()
    assert session.setting("office") is None


def test_something_else_is_told_as_such(form: EnrolOffice, tmp_path: Path) -> None:
    path = tmp_path / "a.mzk"
    path.write_bytes(b"{}")
    form.read(path)
    assert "这不是登记文件" in form.message.text()
    assert form.code.isHidden()
