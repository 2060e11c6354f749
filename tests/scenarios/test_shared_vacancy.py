"""A job that another station shares: found among what fits, introduced to, printed; no mouse."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.package.receiving import read_package
from mengzhan.package.sending import build_report, remember_sent
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.store.session import Session
from mengzhan.ui.pages.matching.match_page import MatchPage
from mengzhan.ui.pages.publishing import dialog as publishing
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.referring.introduce import IntroduceDialog
from mengzhan.ui.shell.window import MainWindow
from tests import people, stations
from tests.scenarios.desks import window_on
from tests.scenarios.printing import Printing

WISH: dict[str, Value] = {
    "registered_on": "2026-10-01",
    "wanted_occupations": ["5-03-02-01"],
    "travel_range": "3",
    "wage_wish": 300_000,
}
SHOP = "草原情牧场"
CONTACT = "店主乌云"


@dataclass
class Desk(Printing):
    """The second station: one who looks for work, and a vacancy that came with the receipt."""

    session: Session
    window: MainWindow
    qtbot: QtBot
    person: str
    vacancy: str

    def records(self, kind: str) -> RecordsPage:
        page = self.window.page(kind)
        assert isinstance(page, RecordsPage)
        return page

    def matches(self) -> MatchPage:
        def shown() -> bool:
            page = self.records("person").matches.page
            return page is not None and page.isVisible() and page.list.current() is not None

        self.qtbot.waitUntil(shown)
        page = self.records("person").matches.page
        assert page is not None
        return page


def shared_vacancy(tmp_path: Path, own: Session) -> str:
    """Let another station share a vacancy, and bring it to ``own`` with the office's receipt."""
    office = stations.open_office(tmp_path / "office")
    other = stations.open_station(tmp_path / "other", stations.OTHER_STATION)
    values = people.employer_values(1, name=SHOP, contact=CONTACT, place=people.OTHER_VILLAGE)
    shop = stations.log(other, "employer", values)
    more = people.vacancy_values(shop, title="挤奶工", occupation="5-03-02-01", shared=True)
    vacancy = stations.log(other, "vacancy", more)
    for session in (other, own):
        stations.introduce(office, session)
        packed = build_report(session)
        remember_sent(session, packed, "报送.mzp")
        stations.take_in(office, packed.data)
    folder = tmp_path / "receipts"
    folder.mkdir()
    for path in stations.answer(office, folder):
        if own.place.name in path.name:
            read_package(own, path.read_bytes())
    other.store.close()
    office.session.store.close()
    return vacancy


@pytest.fixture
def desk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    session = stations.open_station(tmp_path / "data")
    person = stations.log(session, "person", people.person_values(1, **WISH))
    vacancy = shared_vacancy(tmp_path, session)
    with window_on(session, tmp_path / "data", qtbot) as window:
        made = Desk(session, window, qtbot, person, vacancy, paper=tmp_path / "letters.pdf")
        monkeypatch.setattr(publishing, "ask_printer", made.answer_printer)
        yield made


def test_a_person_goes_to_another_stations_vacancy(desk: Desk) -> None:
    k = desk.keyboard
    k.press("Alt+2")
    table = desk.records("person").list.table
    desk.qtbot.waitUntil(lambda: table.view.hasFocus() and table.model.rowCount() > 0)
    k.press("Ctrl+M")
    page = desk.matches()
    line = page.list.current()
    assert line is not None
    assert line.record == desk.vacancy
    assert line.place == f"{SHOP} 外站 赛马场社区"
    assert "想做的就是" in line.words
    k.press("J")
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(IntroduceDialog)))
    (dialog,) = desk.window.findChildren(IntroduceDialog)
    desk.qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.table.model.rowCount() > 0)
    QTimer.singleShot(0, desk.print_letters)
    k.press("Ctrl+Enter")
    desk.qtbot.waitUntil(desk.paper.exists)
    # pdftotext writes some characters as radicals
    printed = unicodedata.normalize("NFKC", desk.printed()).replace(" ", "")
    for words in (SHOP, CONTACT, "挤奶工", people.name(1), str(people.phone(5001))):
        assert words.replace(" ", "") in printed, words
    lists = read_two_lists(desk.session.read(), desk.session.today())
    assert lists.people.standing() == [], "under way"
    assert lists.vacancies.standing() == [], "what is another station's is on no list here"
    print(f"\nKEYS | a shared vacancy | {k.keys} | {k.apart} | {k.pressed}")
    assert k.keys <= 20


def test_the_list_shows_it_apart_and_opens_it_to_look_at(desk: Desk) -> None:
    k = desk.keyboard
    k.press("Alt+4")
    page = desk.records("vacancy")
    desk.qtbot.waitUntil(lambda: page.list.table.view.hasFocus() or page.list.isVisible())
    assert page.list.table.model.rowCount() == 0
    k.press("Ctrl+U")
    desk.qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 1)
    assert "station" in page.list.table.shown_columns()
    for button in (page.list.export_button, page.list.paper_button, page.list.fill_button):
        assert button.isHidden()
    k.press("Enter")
    foreign = page.foreign.page
    assert foreign is not None
    desk.qtbot.waitUntil(foreign.isVisible)
    assert foreign.whose.text().startswith("赛马场社区登记的岗位")
    assert (foreign.name.text(), foreign.contact.text()) == ("挤奶工", CONTACT)
    number = str(people.phone(5001))
    assert foreign.phone.text() != number
    k.press("F2")
    assert foreign.phone.text() == number
    k.press("Esc")
    desk.qtbot.waitUntil(page.list.isVisible)
    k.press("Ctrl+U")
    desk.qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 0)
    assert "station" not in page.list.table.shown_columns()


def test_it_is_found_from_anywhere_and_opens_to_look_at(desk: Desk) -> None:
    k = desk.keyboard
    k.press("Ctrl+K")
    k.type("jng")
    search = desk.window.bar.search
    desk.qtbot.waitUntil(lambda: bool(search.options.options))
    k.press("Enter")
    page = desk.records("vacancy").foreign.page
    assert page is not None
    desk.qtbot.waitUntil(page.isVisible)
    assert page.name.text() == "挤奶工"
    assert page.facts.hasFocus()
    k.press("Esc")
    desk.qtbot.waitUntil(desk.records("vacancy").list.isVisible)
