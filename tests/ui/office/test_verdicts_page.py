"""意见与重复: what was asked by check or by hand, and who stands in two stations."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.office.overview import Overview, Shared
from mengzhan.office.verdicts import Verdicts
from mengzhan.package.sending import build_report
from mengzhan.store.session import Session
from mengzhan.ui.office import office_pages, verdicts_page
from mengzhan.ui.office.verdict_dialog import VerdictDialog
from mengzhan.ui.office.verdicts_page import VerdictsPage
from mengzhan.ui.workspace import Workspace
from tests import people, stations

Show = Callable[..., QWidget]


@pytest.fixture
def received(office: Office, session: Session) -> str:
    """The station's package is in; one of its people has no telephone."""
    stations.introduce(office, session)
    reader = session.read()
    person = str(reader.rows("person", reader.ids("person"))[0]["id"])
    stations.write_raw(session, "person", person, {"phone": None})
    stations.take_in(office, build_report(session).data)
    return person


@pytest.fixture
def page(workspace: Workspace, office: Office, received: str, show: Show) -> VerdictsPage:
    made = VerdictsPage(workspace, office)
    show(made)
    return made


def lines(page: VerdictsPage) -> list[str]:
    model = page.verdicts.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_what_the_checks_found_is_listed(page: VerdictsPage) -> None:
    assert len(lines(page)) == 1
    assert "自动" in lines(page)[0]
    assert "自动 电话 · " in lines(page)[0]
    assert lines(page)[0].endswith("巴彦嘎查就业服务站 其其格：必填的一项还没有填。")


def test_enter_opens_the_record(
    page: VerdictsPage, workspace: Workspace, received: str, qtbot: QtBot
) -> None:
    page.focus_first()
    with qtbot.waitSignal(workspace.record_asked) as asked:
        QTest.keyClick(page.verdicts, Qt.Key.Key_Return)
    assert asked.args == ["person", received]


def test_a_record_is_accepted_as_it_is(page: VerdictsPage, office: Office) -> None:
    page.accept()
    assert lines(page) == []
    assert Verdicts(office.connection).open() == []


def test_one_is_written_by_hand(
    page: VerdictsPage, received: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Answered(VerdictDialog):
        def exec(self) -> int:
            self.record_editor.set_value(received)
            self.field_box.setCurrentIndex(self.field_box.findData("name"))
            self.line.setText("乌云其木格")
            self.try_go()
            return self.result()

    monkeypatch.setattr(verdicts_page, "VerdictDialog", Answered)
    page.give()
    assert any("人工 姓名 · " in line for line in lines(page))


def test_the_same_person_in_two_stations(
    page: VerdictsPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    other = stations.open_station(tmp_path / "other" / "data", stations.OTHER_STATION)
    stations.log(other, "person", people.person_values(1))
    stations.introduce(office, other)
    stations.take_in(office, build_report(other).data)
    page.refresh()
    qtbot.waitUntil(lambda: "跨站重复 1 组" in page.shared_panel.heading.text())
    model = page.shared.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(shown) == 2
    assert people.id_number(1) not in "".join(shown)
    assert page.count() == 1
    other.store.close()


def test_a_record_that_another_station_took_for_its_own(
    page: VerdictsPage, office: Office, received: str, tmp_path: Path
) -> None:
    other = stations.open_station(tmp_path / "other" / "data", stations.OTHER_STATION)
    stations.write_raw(other, "person", received, {"station": other.place.code})
    stations.introduce(office, other)
    stations.take_in(office, build_report(other).data)
    page.refresh()
    (claim,) = [line for line in lines(page) if "负责的站点" in line]
    assert f"{other.place.name} {other.operator.name}：这条记录由别的站点负责" in claim
    other.store.close()


def test_the_screen_does_not_wait_for_the_comparison_of_stations(
    page: VerdictsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    compare, threads = Overview.shared, []

    def noted(overview: Overview) -> list[Shared]:
        threads.append(threading.current_thread())
        return compare(overview)

    monkeypatch.setattr(Overview, "shared", noted)
    with qtbot.waitSignal(page.workspace.jobs.ended):
        page.refresh()
    assert threads
    assert threading.main_thread() not in threads


def test_an_office_has_four_pages_of_its_own(workspace: Workspace, qtbot: QtBot) -> None:
    pages = office_pages(workspace)
    for made in pages:
        qtbot.addWidget(made)
    titles = [made.title for made in pages]  # type: ignore[attr-defined]
    assert titles == ["收件", "名册", "意见与重复", "月结核对"]
