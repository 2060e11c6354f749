"""名册: late ones first, a new station, its enrolment file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mengzhan.office.desk import Office
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.sending import build_report
from mengzhan.store.session import Session
from mengzhan.ui.office import roster_page
from mengzhan.ui.office.roster_page import RosterPage
from mengzhan.ui.office.station_dialog import StationDialog
from mengzhan.ui.workspace import Workspace
from tests import people, stations

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, office: Office, show: Show) -> RosterPage:
    made = RosterPage(workspace, office, drives=list)
    show(made)
    return made


def lines(page: RosterPage) -> list[str]:
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_roster_says_what_to_do(page: RosterPage) -> None:
    assert page.list.isHidden()
    page.focus_first()
    assert page.add_button.hasFocus()


def test_the_late_stand_on_top(page: RosterPage, office: Office, session: Session) -> None:
    stations.introduce(office, session)
    other = stations.OTHER_STATION
    office.add_station(other.code, other.name)
    stations.take_in(office, build_report(session).data)
    page.refresh()
    assert lines(page) == [
        f"没报 {other.name} 还没有报过",
        f"2026-11-23 已报 {session.place.name} 上次 今天 09:02，共 1 包",
    ]
    assert page.count() == 1


def test_a_station_is_added_and_gets_its_file(
    page: RosterPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Answered(StationDialog):
        def exec(self) -> int:
            self.rows["code"].editor.set_value(people.VILLAGE)
            self._name_it()
            self.try_go()
            return self.result()

    monkeypatch.setattr(roster_page, "StationDialog", Answered)
    page.add()
    assert [s.code for s in office.roster.stations()] == [people.VILLAGE]
    page.where.folder = tmp_path
    page.write_file()
    written = next(tmp_path.glob("*.mzk"))
    enrolment = read_enrolment(written.read_bytes())
    assert enrolment.station_code == people.VILLAGE
    assert enrolment.office == office.keys.public
    assert "电话核对" in page.result.text()


def test_a_stick_that_was_pulled_is_said_in_words(
    page: RosterPage, office: Office, session: Session, tmp_path: Path
) -> None:
    office.add_station(session.place.code, session.place.name)
    page.refresh()
    page.where.folder = tmp_path / "gone"
    page.write_file()
    assert "插好 U 盘" in page.result.text()


def test_the_key_of_a_station_can_be_read_out(
    page: RosterPage, office: Office, session: Session
) -> None:
    stations.introduce(office, session)
    page.refresh()
    device = office.roster.devices(session.place.code)[0]
    assert device.key_code in page.facts.text()


def test_a_closed_station_is_not_waited_for(
    page: RosterPage, office: Office, session: Session
) -> None:
    stations.introduce(office, session)
    page.refresh()
    page.close_station()
    assert lines(page) == []


def test_a_late_station_says_what_to_do_next(
    page: RosterPage, office: Office, session: Session
) -> None:
    office.add_station(stations.OTHER_STATION.code, stations.OTHER_STATION.name, "斯琴 0471")
    page.refresh()
    assert "按 Ctrl+S 写登记文件" in page.next_step.text()
    assert "联系人 斯琴 0471" in page.facts.text()
    stations.introduce(office, session)
    stations.take_in(office, build_report(session).data)
    page.refresh()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    assert page.next_step.isHidden()
