"""收件: look before accepting, compare the key, accept, receipts in one go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.divisions import division_tree
from mengzhan.office.desk import Office
from mengzhan.package.device import enrol
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.outcome import Outcome
from mengzhan.package.sending import build_report
from mengzhan.store.session import Session
from mengzhan.ui.office.inbox_page import InboxPage
from mengzhan.ui.office.plan_list import packages_in
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.workspace import Workspace
from tests import people, stations

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, office: Office, show: Show) -> InboxPage:
    made = InboxPage(workspace, office, drives=list)
    show(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "packages"
    made.mkdir()
    return made


def known_package(office: Office, session: Session, folder: Path) -> Path:
    stations.introduce(office, session)
    path = folder / "报送-0001.mzp"
    path.write_bytes(build_report(session).data)
    return path


def outcomes(page: InboxPage) -> list[Outcome | None]:
    return [a.proposal.outcome if a.proposal else None for a in page.plans.arrived]


def read(page: InboxPage, paths: list[Path], qtbot: QtBot) -> None:
    page.read(paths)
    qtbot.waitUntil(lambda: bool(page.plans.arrived))


def test_a_folder_is_searched_for_packages(folder: Path) -> None:
    inner = folder / "旗里"
    inner.mkdir()
    for path in (folder / "b.mzp", inner / "a.mzp", folder / "note.txt"):
        path.write_bytes(b"")
    assert [path.name for path in packages_in([folder])] == ["b.mzp", "a.mzp"]


def test_the_plan_is_shown_before_anything_is_applied(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    known_package(office, session, folder)
    read(page, [folder], qtbot)
    assert outcomes(page) == [Outcome.ACCEPTED]
    assert "1 个包、3 条记录变动；现在还什么都没动" in page.accept_card.text()
    assert office.session.read().count("person") == 0


def test_accepting_takes_everything_in(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    known_package(office, session, folder)
    read(page, [folder], qtbot)
    assert page.accept_button.hasFocus()
    QTest.keyClick(page.accept_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "收下 1 个包、3 条记录" in page.result.text())
    assert office.session.read().count("person") == 3


def test_the_same_package_again_changes_nothing(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    path = known_package(office, session, folder)
    stations.take_in(office, path.read_bytes())
    read(page, [folder], qtbot)
    assert outcomes(page) == [Outcome.ALREADY_IN]
    assert not page.accept_button.isEnabled()


def test_what_cannot_be_opened_is_said_and_the_rest_goes_on(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    known_package(office, session, folder)
    (folder / "坏.mzp").write_bytes(b"x" * 500)
    read(page, [folder], qtbot)
    assert set(outcomes(page)) == {Outcome.ACCEPTED, Outcome.CANNOT_OPEN}
    assert len(page.plans.ready()) == 1


def test_an_unknown_key_is_compared_and_then_goes_in(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    office.add_station(session.place.code, session.place.name)
    enrol(session, read_enrolment(office.enrolment_for(session.place.code)))
    (folder / "a.mzp").write_bytes(build_report(session).data)
    read(page, [folder], qtbot)
    assert page.unknown.isVisible()
    assert page.unknown.line.hasFocus()
    digits = page.unknown.code.text()
    QTest.keyClicks(page.unknown.line, "1" * 20)
    QTest.keyClick(page.unknown.line, Qt.Key.Key_Return)
    assert "对不上" in page.unknown.problem.text()
    page.unknown.line.setText(digits)
    QTest.keyClick(page.unknown.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outcomes(page) == [Outcome.ACCEPTED])
    assert page.unknown.isHidden()


def test_an_unknown_package_waits_until_its_key_is_known(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    office.add_station(session.place.code, session.place.name)
    enrol(session, read_enrolment(office.enrolment_for(session.place.code)))
    (folder / "a.mzp").write_bytes(build_report(session).data)
    read(page, [folder], qtbot)
    page.accept()
    qtbot.waitUntil(lambda: page.count() == 1)
    qtbot.waitUntil(lambda: "1 个先放着" in page.result.text())
    page.waiting.list.setFocus()
    QTest.keyClick(page.waiting.list, Qt.Key.Key_Return)
    page.unknown.line.setText(page.unknown.code.text())
    page.unknown.pin()
    qtbot.waitUntil(lambda: "收下 1 个包、3 条记录" in page.result.text())
    assert page.count() == 0


def test_a_station_that_is_not_on_the_roster_cannot_be_pinned(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    office.add_station(session.place.code, session.place.name)
    enrol(session, read_enrolment(office.enrolment_for(session.place.code)))
    office.close_station(session.place.code)
    (folder / "a.mzp").write_bytes(build_report(session).data)
    read(page, [folder], qtbot)
    assert not page.unknown.pin_button.isEnabled()


def test_all_receipts_are_written_at_once(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    stations.take_in(office, known_package(office, session, folder).read_bytes())
    page.where.folder = folder
    page.write_receipts()
    qtbot.waitUntil(lambda: "写好 1 份回执" in page.result.text())
    assert len(list(folder.glob("回执-*.mzp"))) == 1
    page.write_receipts()
    qtbot.waitUntil(lambda: "没有新的回执" in page.result.text())


def test_a_stick_that_was_pulled_is_said_in_words(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    stations.take_in(office, known_package(office, session, folder).read_bytes())
    page.where.folder = folder / "gone"
    page.write_receipts()
    qtbot.waitUntil(lambda: "插好 U 盘" in page.result.text())
    page.where.folder = folder
    page.write_receipts()
    qtbot.waitUntil(lambda: "写好 1 份回执" in page.result.text())


def test_a_folder_dropped_on_the_page_is_looked_through(
    page: InboxPage, office: Office, session: Session, folder: Path, qtbot: QtBot
) -> None:
    known_package(office, session, folder)
    page.dropped.emit([folder])
    qtbot.waitUntil(lambda: outcomes(page) == [Outcome.ACCEPTED])
    assert "1 个" in page.read_card.text()


def test_the_button_counts_only_what_goes_in(
    page: InboxPage, office: Office, session: Session, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    other = stations.open_station(tmp_path / "other", stations.OTHER_STATION)
    office.add_station(stations.OTHER_STATION.code, stations.OTHER_STATION.name)
    enrol(other, read_enrolment(office.enrolment_for(stations.OTHER_STATION.code)))
    stations.log(other, "person", people.person_values(2))
    unknown, broken = folder / "报送-0002.mzp", folder / "坏的.mzp"
    unknown.write_bytes(build_report(other).data)
    broken.write_bytes(b"no package")
    read(page, [known_package(office, session, folder), unknown, broken], qtbot)
    qtbot.waitUntil(page.accept_button.isEnabled)
    assert page.accept_button.words() == "收下 1 个包"
    assert page.accept_card.text().endswith("1 个先放着。 1 个收不了。")
    page.plans.show_all([a for a in page.plans.arrived if a.name == unknown.name])
    page.refresh()
    assert page.accept_button.words() == "先放着 1 个包"
    other.store.close()


def test_an_office_sees_whose_record_it_is(
    workspace: Workspace, office: Office, session: Session, show: Show, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    stations.log(session, "person", people.person_values(1))
    stations.take_in(office, build_report(session).data)
    office.session.become_office()
    listed = RecordList(workspace, "person")
    show(listed)
    model = listed.table.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "站点"
    place = division_tree().get(session.place.code)
    assert place is not None
    assert model.index(0, 1).data() == place.name
    listed.table.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: model.index(0, 1).data() == place.name)
