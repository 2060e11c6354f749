"""A recruitment message from the clipboard to a saved vacancy, by keyboard alone.

Counted from Ctrl+V on the page of vacancies, which counts itself; corrections come on top.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.store.session import Session
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell.window import MainWindow
from tests import people, stations
from tests.scenarios.desks import window_on
from tests.scenarios.keyboard import Keyboard

AD = (
    "📣急聘📣\n🏢单位：草原情餐馆\n👩‍💼岗位：收银员 3人\n💰工资：3000—3800元/月\n⏰时间：早8:00-晚8:00\n"
    "📍地址：团结路中段\n✅要求：会用电脑，手脚麻利\n🍚管一顿午饭\n📞联系：13800000102（微信同步）刘店长"
)
MOST = 8
"""Keys from Ctrl+V to saved, beyond corrections."""


@dataclass
class Desk:
    """A station with its window, a keyboard, and a message in the clipboard."""

    session: Session
    window: MainWindow
    keyboard: Keyboard = field(default_factory=Keyboard)

    @property
    def page(self) -> RecordsPage:
        found = self.window.page("vacancy")
        assert isinstance(found, RecordsPage)
        return found

    @property
    def is_offered(self) -> bool:
        """Whether the list offers to read the clipboard."""
        return self.page.offer is not None and self.page.offer.is_offered

    def saved(self) -> list[dict[str, Value]]:
        """The vacancies that are in the register, the newest first."""
        reader = self.session.read()
        return reader.rows("vacancy", reader.ids("vacancy"))

    def count(self, words: str) -> int:
        """Print and return how many keys it took."""
        print(
            f"\nKEYS | 粘贴招聘信息 {words} | {self.keyboard.keys} | {self.keyboard.apart} | {MOST} |"
        )
        return self.keyboard.keys


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    session = stations.open_station(tmp_path / "data")
    with window_on(session, tmp_path / "data", qtbot) as window:
        QGuiApplication.clipboard().setText(AD)
        yield Desk(session, window)
        QGuiApplication.clipboard().clear()


def test_of_a_known_employer(desk: Desk) -> None:
    known = people.employer_values(1, name="草原情餐馆")
    employer = stations.log(desk.session, "employer", known)
    desk.window.show_page("vacancy")
    assert desk.is_offered
    k = desk.keyboard
    k.press("Ctrl+V")
    k.press("Enter")  # 工作内容 looked at
    k.press("Enter")  # the button
    (vacancy,) = desk.saved()
    expected = {
        "employer": employer,
        "title": "收银员",
        "headcount": 3,
        "workplace": "团结路中段",
        "wage_min": 300_000,
        "wage_max": 380_000,
        "wage_unit": "1",
        "source": "5",
        "contact": "刘店长",
        "phone": "13800000102",
        "conditions": "会用电脑，手脚麻利",
        "board": "5",
        "valid_until": "2026-12-23",
    }
    assert {name: vacancy[name] for name in expected} == expected
    assert desk.count("单位已登记") <= MOST
    assert not desk.session.read().drafts()
    assert not desk.is_offered


def test_of_an_employer_that_is_made_along(desk: Desk) -> None:
    desk.window.show_page("vacancy")
    k = desk.keyboard
    k.press("Ctrl+V")
    k.press("Enter")  # 新建“草原情餐馆”…
    k.type("5")  # 类型 个体工商户, as the list says
    k.press("Ctrl+S")
    k.press("Ctrl+Enter")
    (vacancy,) = desk.saved()
    row = desk.session.read().record("employer", str(vacancy["employer"]))
    assert row is not None
    assert (row["name"], row["contact"], row["phone"]) == ("草原情餐馆", "刘店长", "13800000102")
    assert desk.count("单位一起登记") <= MOST


def test_from_anywhere_by_ctrl_n(desk: Desk) -> None:
    stations.log(desk.session, "employer", people.employer_values(1, name="草原情餐馆"))
    k = desk.keyboard
    k.press("Ctrl+N", "V")
    desk.window.activateWindow()  # as every desktop does when a dialog closes
    QApplication.processEvents()
    k.press("Ctrl+Enter")
    assert [row["title"] for row in desk.saved()] == ["收银员"]


def test_the_search_line_keeps_its_own_ctrl_v(desk: Desk) -> None:
    desk.window.show_page("vacancy")
    k = desk.keyboard
    k.press("Ctrl+F", "Ctrl+V")
    assert desk.page.pasting is None
    assert "草原情餐馆" in desk.page.list.filter_line.search.text()


def test_a_message_under_way_waits_while_another_page_is_shown(desk: Desk) -> None:
    stations.log(desk.session, "employer", people.employer_values(1, name="草原情餐馆"))
    desk.window.show_page("vacancy")
    k = desk.keyboard
    k.press("Ctrl+V")
    k.press("Alt+2", "Alt+4")
    pasting = desk.page.pasting
    assert pasting is not None
    assert pasting.is_open
    k.press("Ctrl+Enter")
    assert [row["title"] for row in desk.saved()] == ["收银员"]
