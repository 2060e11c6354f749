"""The main window, driven by keyboard."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.clock import wall_text
from mengzhan.package.device import enrol
from mengzhan.rules.operations import edit
from mengzhan.store import handover
from mengzhan.store.handover import HandedOver
from mengzhan.store.session import ChangeSet, Session
from mengzhan.store.station import Surroundings, unlock
from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.reporting.month_page import MonthPage
from mengzhan.ui.pages.send import SendPage
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.pages.settings_keys import KeysSection
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.pages.visit import VisitForm
from mengzhan.ui.shell.page_table import NEW_KEYS
from mengzhan.ui.shell.warnings import Notice
from mengzhan.ui.shell.window import PAGE_KEYS, MainWindow
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.form import Form
from mengzhan.ui.widgets.panel import EmptyState, Panel
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.computers import Clock
from tests.ui.props import Ime
from tests.ui.shell.test_enrol_office import enrolment
from tests.ui.windows import PIN, reached

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]
Add = Callable[..., str]


def open_form(window: MainWindow) -> Form:
    """Return the form that can be seen."""
    return next(form for form in window.findChildren(Form) if form.isVisible())


def today_page(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def due_follow_up(add_record: Add, number: int = 1, day: str = "2026-11-20") -> str:
    person = add_record("person", people.person_values(number))
    values = people.follow_up_values(person, day="2026-10-20", next_on=day)
    add_record("follow_up", values)
    return person


def test_alt_and_a_key_lead_to_every_page(open_window: Open, keys: Keys) -> None:
    window = open_window()
    seen = []
    for key in PAGE_KEYS:
        keys(f"Alt+{key}")
        seen.append(window.current)
    assert seen == [entry.item.key for entry in window.table.entries]
    assert seen[0] == "today"
    assert seen[-1] == "settings"


@pytest.mark.parametrize("kind", sorted(NEW_KEYS))
def test_every_kind_is_two_keys_away_from_today(open_window: Open, keys: Keys, kind: str) -> None:
    window = open_window()
    keys(f"Ctrl+N {NEW_KEYS[kind]}")
    assert open_form(window).kind.name == kind
    keys("'x")
    assert isinstance(reached(), QLineEdit)


def test_a_person_is_logged_without_the_mouse(
    open_window: Open, keys: Keys, pressed: list[str], session: Session, qtbot: QtBot
) -> None:
    window = open_window()
    keys(f"Ctrl+N r 'Wulan·Tuya Enter '{people.id_number(3)} Enter '{people.phone(3)} Enter Enter")
    keys("'k04 Enter Enter 1")
    status = open_form(window).editor("employment_status")
    while not status.isAncestorOf(reached()):
        keys("Enter")
    keys("'1 Enter Ctrl+S")
    assert session.read().count("person") == 1
    count = sum(1 for part in pressed if not part.startswith("'")) + len("k04" + "1")
    assert count <= 35


def test_undo_and_redo_say_what_they_did(
    open_window: Open, keys: Keys, add_record: Add, session: Session
) -> None:
    add_record("person", people.person_values(1))
    window = open_window()
    keys("Ctrl+Z")
    assert session.read().count("person") == 0
    assert window.toast.text() == f"已撤销：新建人员：{people.name(1)}"
    keys("Ctrl+Y")
    assert session.read().count("person") == 1
    assert window.toast.text() == f"已重做：撤销：{people.name(1)}"
    keys("Ctrl+Z")
    assert session.read().count("person") == 0
    keys("Ctrl+Z")
    assert window.toast.text() == "没有可以撤销的操作"


def test_a_message_stands_below_the_warnings_and_goes_with_its_page(
    open_window: Open, keys: Keys
) -> None:
    window = open_window(911, 512)
    window.toast.say("已记：苏和 · 录用已到岗", undo=True)
    window.strip.put(Notice("a", "备份", "没有做成。"))
    QApplication.processEvents()
    corner = window.stack.mapTo(window, QPoint(0, 0))
    assert window.toast.y() >= corner.y() > window.strip.mapTo(window, QPoint(0, 0)).y()
    assert window.toast.x() >= corner.x()
    keys("Alt+2")
    assert window.toast.isHidden()


def test_the_rail_tells_what_waits(open_window: Open, add_record: Add, qtbot: QtBot) -> None:
    due_follow_up(add_record)
    window = open_window()
    qtbot.waitUntil(lambda: window.rail.pages.count("today") != "")
    assert window.rail.pages.count("today") == "1"
    assert window.rail.pages.count("follow_up") == "1"
    assert window.rail.pages.count("vacancy") == ""
    assert window.bar.unsent.text() == "未报送 2 条"


def test_a_new_station_goes_from_sending_to_its_office_and_back(
    open_window: Open, keys: Keys, add_record: Add, tmp_path: Path, qtbot: QtBot
) -> None:
    add_record("person", people.person_values(1))
    window = open_window()
    page = window.page("send")
    assert isinstance(page, SendPage)
    keys("Alt+-")
    qtbot.waitUntil(page.enrol_button.hasFocus)
    keys("Enter")
    assert window.current == "settings"
    section = window.findChild(KeysSection)
    assert isinstance(section, KeysSection)
    assert section.enrol.choose.hasFocus()
    made, data = enrolment()
    path = tmp_path / "a.mzk"
    path.write_bytes(data)
    section.enrol.read(path)
    keys(f"'{made.key_code.replace(' ', '')} Enter")
    assert "旗就业服务中心" in section.office.text()
    assert section.onward.hasFocus()
    keys("Enter")
    assert window.current == "send"
    qtbot.waitUntil(lambda: "旗就业服务中心" in page.write.text())
    assert page.enrol_button.isHidden()


def test_the_bar_tells_what_was_written_from_what_was_not(
    open_window: Open, keys: Keys, add_record: Add, tmp_path: Path, qtbot: QtBot
) -> None:
    add_record("person", people.person_values(1))
    window = open_window()
    made, _ = enrolment()
    enrol(window.session, made)
    page = window.page("send")
    assert isinstance(page, SendPage)
    page.where.folder = tmp_path
    window.show_page("send")
    qtbot.waitUntil(lambda: window.bar.unsent.text() == "未报送 1 条")
    qtbot.waitUntil(page.write_button.isEnabled)
    keys("F9")
    qtbot.waitUntil(lambda: window.bar.unsent.text() == "等回执 1 条")
    assert window.bar.unsent.tone() == "blue"
    add_record("person", people.person_values(2))
    window.tallies.count_now()
    qtbot.waitUntil(lambda: window.bar.unsent.text() == "未报送 1 条")


def test_search_opens_what_was_found(open_window: Open, keys: Keys, add_record: Add) -> None:
    add_record("employer", people.employer_values(3))
    window = open_window()
    keys("Ctrl+K 'naishidian")
    assert [option.label for option in window.bar.search.options.options] == ["草原丁号奶食店3"]
    keys("Enter")
    assert window.current == "employer"


def test_a_lock_hides_everything_and_takes_the_keys_away(
    open_window: Open, keys: Keys, add_record: Add, qtbot: QtBot
) -> None:
    person = due_follow_up(add_record)
    window = open_window()
    page = today_page(window)
    assert page.side.phone.text() == people.phone(1)
    keys("Ctrl+N")
    window.lock()
    assert window.is_locked
    assert not window.body.isVisible()
    assert page.side.phone.text() != people.phone(1)
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]
    keys("Alt+2")
    assert window.current == "today"
    assert people.name(1) not in window.windowTitle()
    assert person not in window.windowTitle()


def test_only_the_right_pin_unlocks(open_window: Open, keys: Keys, qtbot: QtBot) -> None:
    window = open_window()
    keys("Ctrl+L '111111 Enter")
    access = window.lock_screen.access
    assert access is not None
    qtbot.waitUntil(lambda: access.message.text().startswith("PIN 或密码不对"))
    assert window.is_locked
    keys(f"'{PIN} Enter")
    qtbot.waitUntil(lambda: not window.is_locked)
    assert window.body.isVisible()


def test_idle_time_locks(open_window: Open, clock: Clock) -> None:
    window = open_window()
    clock.move(minutes=9)
    window.idle.look()
    assert not window.is_locked
    clock.move(minutes=1)
    window.idle.look()
    assert window.is_locked


def test_another_operator_begins_with_fresh_pages(
    open_window: Open,
    keys: Keys,
    session: Session,
    around: Surroundings,
    qtbot: QtBot,
) -> None:
    ring = around.keyring(session.store.folder)
    other = ring.add_operator(session.store.key, "苏和", "4", "739164")
    window = open_window()
    keys("Ctrl+N r 'half")
    before = window.page("person")
    keys("Ctrl+L")
    access = window.lock_screen.access
    assert access is not None
    access.operators.choose(other.id)
    keys("'739164 Enter")
    qtbot.waitUntil(lambda: not window.is_locked)
    assert session.operator.name == "苏和"
    assert window.bar.operator_button.words() == "苏和 ▾"
    assert window.page("person") is not before
    assert session.read().drafts()[0]["values"]["name"] == "half"


def test_closing_keeps_what_is_being_composed_and_backs_up(
    open_window: Open,
    keys: Keys,
    session: Session,
    around: Surroundings,
    qtbot: QtBot,
) -> None:
    window = open_window()
    keys("Ctrl+N r")
    Ime().compose(reached(), "乌兰")
    with qtbot.waitSignal(window.closed):
        window.close()
    folder, operator = session.store.folder, session.operator.id
    assert len(session.store.backups.listed()) == 1
    again = unlock(folder, operator, PIN, around)
    assert again.read().drafts()[0]["values"]["name"] == "乌兰"
    again.close()


def test_a_draft_from_a_crash_is_offered(open_window: Open, keys: Keys, session: Session) -> None:
    session.save_draft("d1", "person", "d1", {"name": "乌兰图雅"})
    window = open_window()
    assert "没存完的草稿，最近一份是人员" in window.strip.sentences()["draft"]
    window.strip.chosen.emit("draft", "open")
    assert window.current == "person"
    assert "draft" not in window.strip.sentences()


def test_a_station_that_was_handed_over_says_so_and_can_be_taken_back(
    open_window: Open, add_record: Add, session: Session, keys: Keys
) -> None:
    person = add_record("person", people.person_values(1))
    window = open_window()
    session.store.writer.run(lambda c: handover.note(c, wall_text(session.clock()), "mz-new"))
    window.workspace.changed.emit(ChangeSet("", frozenset()))
    assert "已于 2026-11-23 移交到新电脑" in window.strip.sentences()["handover"]
    with pytest.raises(HandedOver):
        session.run(edit(person, {"note": "x"}), "edit person")
    (link,) = [b for b in window.strip.findChildren(LinkButton) if "继续在这台" in b.text()]
    link.click()
    assert window.strip.sentences() == {}
    session.run(edit(person, {"note": "x"}), "edit person")


def test_a_clock_behind_is_told_until_it_is_right(
    open_window: Open, add_record: Add, clock: Clock
) -> None:
    add_record("person", people.person_values(1))
    right = clock.now
    clock.now = right - timedelta(days=2)
    window = open_window()
    assert "比最后一条记录（2026-11-23 09:02）还早" in window.strip.sentences()["clock"]
    window.strip.chosen.emit("clock", "again")
    assert "clock" in window.strip.sentences()
    clock.now = right
    window.strip.chosen.emit("clock", "again")
    assert window.strip.sentences() == {}


def test_a_day_ahead_is_asked_about_once(open_window: Open, add_record: Add, clock: Clock) -> None:
    add_record("person", people.person_values(1))
    clock.move(days=3)
    window = open_window()
    assert "2026-11-26" in window.strip.sentences()["clock"]
    window.strip.chosen.emit("clock", "right")
    assert window.strip.sentences() == {}


def test_a_narrow_window_folds_the_rail(open_window: Open) -> None:
    window = open_window(911, 512)
    assert window.rail.folded
    assert window.rail.pages.words_shown() == list("今人单岗训访走介核月报设")
    menu = window.bar.menu()
    assert [action.text() for action in menu.actions()][:2] == ["● 已保存", "还没有备份"]
    menu.deleteLater()
    window.resize(1366, 768)
    assert not window.rail.folded


def test_a_refusal_is_told(
    open_window: Open, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mengzhan.rules.operations import edit
    from mengzhan.ui.shell import failures

    told: list[str] = []
    monkeypatch.setattr(failures, "tell", lambda error, parent: told.append(str(error)))
    open_window()
    assert workspace.run(edit("nobody", {"name": "x"}), "edit person") is None
    assert told == ["这条记录不存在或已被删除。请刷新列表再试。"]


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window:
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize(
    "make",
    [
        lambda _workspace: Panel("标题"),
        lambda _workspace: EmptyState("还没有", "去登记"),
        MainWindow,
        TodayPage,
        MonthPage,
        SettingsPage,
        lambda workspace: RecordsPage(workspace, "person"),
        SendPage,
        PersonPage,
        EmployerPage,
        lambda workspace: RecordForm(workspace, "person"),
        lambda workspace: VisitForm(workspace, "visit"),
    ],
    ids=[
        "panel",
        "empty",
        "window",
        "today",
        "month",
        "settings",
        "records",
        "send",
        "person",
        "employer",
        "form",
        "visit",
    ],
)
def test_no_part_flashes_as_a_window(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot, make: Callable[[Workspace], QWidget]
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    page = make(workspace)
    qapp.removeEventFilter(watch)
    qtbot.addWidget(page)
    assert watch.shown == []


def test_a_tab_says_what_waits_there_and_opens(
    open_window: Open, add_record: Add, qtbot: QtBot
) -> None:
    task = {"title": "核查名单", "source": "1", "given_on": "2026-11-10", "due_on": "2026-11-25"}
    add_record("task", task)
    window = open_window()
    window.tallies.count_now()
    qtbot.waitUntil(lambda: window.rail.pages.count("verification") == "1")
    window.show_page("verification")
    shown = [b.text() for b in window.page("verification").findChildren(Button) if b.isChecked()]
    assert "上级任务  1" in shown


def test_who_forgot_the_pin_unlocks_with_the_recovery_code(
    open_window: Open, keys: Keys, session: Session, around: Surroundings, qtbot: QtBot
) -> None:
    code = around.keyring(session.store.folder).new_recovery_code(session.store.key)
    window = open_window()
    window.show_page("person")
    keys("Ctrl+L")
    access = window.lock_screen.access
    assert access is not None
    access.forgotten.click()
    keys(f"'{code} Enter '591735 Enter '591735 Enter")
    qtbot.waitUntil(lambda: not window.is_locked)
    assert window.current == "person"
    keys("Ctrl+L")
    assert window.lock_screen.recovery is None
    keys("'591735 Enter")
    qtbot.waitUntil(lambda: not window.is_locked)
