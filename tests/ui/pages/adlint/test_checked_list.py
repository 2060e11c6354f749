"""The list of vacancies narrowed to those whose ads are faulty, with the worst in words."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.model.resources import shipped_table
from mengzhan.rules.ads.faulty import worst_fault
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.rules.tables import publish
from mengzhan.sheets.ledgers.profile import Profile
from mengzhan.store.session import Session
from mengzhan.ui.pages.adlint import ad_faults
from mengzhan.ui.pages.adlint.checked_list import FAULT, CheckedList
from mengzhan.ui.pages.export_dialog import ExportDialog
from mengzhan.ui.pages.filter_line import FilterLine
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]
WOMEN = "“女服务员”：招聘条件不得限定或优先性别。"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vacancies(session: Session, town: Town) -> dict[str, str]:
    """Title -> record: one without fault, one that a reason excuses, two faulty ones, one of them
    closed."""
    told: list[dict[str, Value]] = [
        {"title": "挤奶工"},
        {"title": "女保洁员", "lint_exceptions": "D-SEX-1｜女保洁员｜法律允许"},
        {"title": "女收银员", "close_reason": "4", "closed_on": "2026-11-21"},
        {"title": "女服务员"},
    ]
    return {
        str(more["title"]): stations.log(
            session,
            "vacancy",
            people.vacancy_values(town.employer, conditions="无特别要求", **more),
        )
        for more in told
    }


@pytest.fixture
def page(workspace: Workspace, vacancies: dict[str, str], show: Show, qtbot: QtBot) -> RecordsPage:
    made = RecordsPage(workspace, "vacancy")
    workspace.changed.connect(made.refresh)
    show(made)
    qtbot.waitUntil(lambda: made.list.table.model.rowCount() == 4)
    return made


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the vacancies whose ads were looked at."""
    titles: list[str] = []

    def noted(values: dict[str, Value], *, division: str, day: date) -> Hit | None:
        titles.append(str(values["title"]))
        return worst_fault(values, division=division, day=day)

    monkeypatch.setattr(ad_faults, "worst_fault", noted)
    return titles


def column(page: RecordsPage, name: str) -> list[str]:
    model = page.list.table.model
    at = page.list.table.shown_columns().index(name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def ask(page: RecordsPage) -> None:
    page.list.focus_first()
    QTest.keyClick(page.list.table.view, Qt.Key.Key_G, CTRL)


def test_one_key_shows_the_faulty_ones_and_what_is_worst(page: RecordsPage, qtbot: QtBot) -> None:
    assert FAULT not in page.list.table.shown_columns()
    ask(page)
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员"])
    assert column(page, FAULT)[0] == WOMEN
    ask(page)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 4)
    assert FAULT not in page.list.table.shown_columns()


def test_it_joins_the_filter_of_what_is_still_offered(page: RecordsPage, qtbot: QtBot) -> None:
    offered, faulty, _elsewhere = page.list.filter_line._kept_buttons
    offered.click()
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女保洁员", "挤奶工"])
    faulty.click()
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员"])
    assert (offered.isChecked(), faulty.isChecked()) == (True, True)
    offered.click()
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员"])
    assert (offered.isChecked(), faulty.isChecked()) == (False, True)


def test_an_edit_is_followed_and_nothing_else_is_looked_at_again(
    page: RecordsPage,
    workspace: Workspace,
    vacancies: dict[str, str],
    judged: list[str],
    qtbot: QtBot,
) -> None:
    ask(page)
    qtbot.waitUntil(lambda: len(judged) == 4)
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员"])
    page.list.table.model.mark([1], True)
    workspace.run(edit(vacancies["女服务员"], {"title": "服务员"}), "edit vacancy")
    qtbot.waitUntil(lambda: column(page, "title") == ["女收银员"])
    # an edit in the middle of a look may make it look at a few once more
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    workspace.run(edit(vacancies["挤奶工"], {"title": "女挤奶工"}), "edit vacancy")
    qtbot.waitUntil(lambda: column(page, "title") == ["女收银员", "女挤奶工"])
    assert judged[4:] == ["服务员", "女挤奶工"]
    assert len(page.list.table.model.marked_ids()) == 1


def test_an_erased_vacancy_is_forgotten_at_once(
    page: RecordsPage, workspace: Workspace, vacancies: dict[str, str], qtbot: QtBot
) -> None:
    assert isinstance(page.list, CheckedList)
    ask(page)
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员"])
    workspace.run(erase(vacancies["女服务员"]), "erase vacancy")
    assert vacancies["女服务员"] not in page.list.faults.faulty()
    qtbot.waitUntil(lambda: column(page, "title") == ["女收银员"])


def test_only_tables_that_judge_ads_make_it_look_again(
    page: RecordsPage, workspace: Workspace, judged: list[str], qtbot: QtBot
) -> None:
    ask(page)
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员"])
    count = len(judged)
    holiday = {"date": "2027-01-01", "kind": "holiday", "name": "元旦"}
    workspace.run(publish("calendar", [holiday], date(2027, 1, 1)), "publish")
    rule = dict.fromkeys(shipped_table("ad_rules")[0], "") | {
        "id": "X-NEW-1", "category": "欺诈", "severity": "block", "pattern": "挤奶工",
        "message": "这是骗钱。", "message_en": "Fraud.", "advice": "删掉。", "advice_en": "Leave out.",
        "basis": "反诈法", "example": "招挤奶工",
    }  # fmt: skip
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert len(judged) == count
    workspace.run(publish("ad_rules", [rule], date(2027, 1, 1)), "publish")
    qtbot.waitUntil(lambda: column(page, "title") == ["女服务员", "女收银员", "挤奶工"])
    assert column(page, FAULT)[2] == "“挤奶工”：这是骗钱。"
    page.list.table.model.sort(page.list.table.shown_columns().index(FAULT))
    qtbot.waitUntil(lambda: column(page, "title")[0] == "挤奶工")


def test_the_column_can_be_chosen_without_the_filter(page: RecordsPage, qtbot: QtBot) -> None:
    page.list.table.show_column(FAULT, True)
    qtbot.waitUntil(lambda: column(page, FAULT)[0] == WOMEN)
    assert column(page, "title") == ["女服务员", "女收银员", "女保洁员", "挤奶工"]
    assert column(page, FAULT)[2:] == ["", ""]
    ask(page)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 2)
    ask(page)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 4)
    assert FAULT in page.list.table.shown_columns()


def test_what_the_list_works_out_itself_is_not_exported(
    page: RecordsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    profiles: list[Profile] = []
    monkeypatch.setattr(ExportDialog, "exec", lambda self: profiles.append(self.profile()))
    ask(page)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 2)
    page.list.export()
    sources = [column.source for column in profiles[0].columns]
    assert "title" in sources
    assert FAULT not in sources


def test_where_nothing_is_wrong_the_list_says_so(
    page: RecordsPage, workspace: Workspace, vacancies: dict[str, str], qtbot: QtBot
) -> None:
    for title in ("女服务员", "女收银员"):
        workspace.run(edit(vacancies[title], {"title": "店员"}), "edit vacancy")
    ask(page)
    qtbot.waitUntil(lambda: page.list.table.is_empty and not workspace.jobs.running)
    assert "没有符合条件" in page.list.table.empty.sentence()
    assert page.list.table.empty.button.words() == "全部显示"


def test_a_list_that_cannot_tell_offers_no_filter_for_it(
    page: RecordsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    ask(page)
    page.list.filter_line.keep("要改的")
    vacancy = workspace.session.catalogue["vacancy"]
    assert [kept.name for kept in page.list.filter_line.kept()] == [
        "还在招",
        "广告有问题",
        "其他站的岗位",
        "要改的",
    ]
    assert [kept.name for kept in FilterLine(workspace, vacancy).kept()] == ["还在招"]
