"""Pictures of every page, form and dialog: ``python -m tests.gallery OUT``.

At 1366x768 (100 %) and 911x512 (150 %), light and dark, on made-up data with long names, and on
an empty station. Somebody has to look at them.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.office.desk import Office
from mengzhan.office.verdicts import give
from mengzhan.package.device import enrol
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.sending import build_report
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.closing import close_month, closings
from mengzhan.rules.filters import Compare
from mengzhan.rules.operations import add, remove
from mengzhan.rules.strangers import Stranger
from mengzhan.rules.verifying import make_list
from mengzhan.sheets.filling.formmemory import SETTING as FORMS_KNOWN
from mengzhan.store.day_sheet import day_sheet
from mengzhan.store.errors import DamagedError, DiskFullError
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from mengzhan.ui import pictures
from mengzhan.ui.app import make_application
from mengzhan.ui.background import Jobs
from mengzhan.ui.office.closings_page import ClosingsPage
from mengzhan.ui.office.inbox_page import InboxPage
from mengzhan.ui.office.station_dialog import StationDialog
from mengzhan.ui.office.verdict_dialog import VerdictDialog
from mengzhan.ui.pages.agenda.day_papers import day_papers
from mengzhan.ui.pages.agenda.put_off_dialog import PutOffDialog
from mengzhan.ui.pages.bulk_edit import BulkEdit
from mengzhan.ui.pages.conditions import ELSEWHERE
from mengzhan.ui.pages.conflicts import ConflictsDialog
from mengzhan.ui.pages.export_dialog import ExportDialog
from mengzhan.ui.pages.filling.fill_page import FillPage
from mengzhan.ui.pages.filling.fill_standings import DONE
from mengzhan.ui.pages.history import HistoryDialog
from mengzhan.ui.pages.importing.problems_step import REPAIRS, WARNINGS
from mengzhan.ui.pages.importing.standings import PROBLEMS, WRITE
from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from mengzhan.ui.pages.publishing.papers import PaperSources
from mengzhan.ui.pages.record_dialogs import PickRecord
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.referring.introduce import IntroduceDialog
from mengzhan.ui.pages.referring.lists_now import VIEWS
from mengzhan.ui.pages.referring.page import ListPage
from mengzhan.ui.pages.reporting.explain_dialog import ExplainDialog
from mengzhan.ui.pages.reporting.month_page import MonthPage
from mengzhan.ui.pages.reporting.parts_panel import DIRECTION, GROUP, PLACE
from mengzhan.ui.pages.reporting.report_papers import ReportPapers
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.pages.settings_keys import RecoveryDialog
from mengzhan.ui.pages.settings_operators import OperatorDialog, SecretDialog
from mengzhan.ui.pages.today import TodayPage
from mengzhan.ui.pages.verifying.changing import FIELD_KEYS
from mengzhan.ui.pages.verifying.page import VerifyPage
from mengzhan.ui.shell.failures import FailureDialog
from mengzhan.ui.shell.first_start import CodeStep, FirstStart
from mengzhan.ui.shell.handover import HandoverCard
from mengzhan.ui.shell.notices import Notices
from mengzhan.ui.shell.page_table import TO_VERIFY, UNFILLED, WANTS_WORK, TabbedPage
from mengzhan.ui.shell.rescue import RescueCard, RestoreCard
from mengzhan.ui.shell.unlock import RecoveryCard, UnlockCard
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.theme import LARGE_TYPE_FACTORS, Scheme, theme
from mengzhan.ui.workspace import Workspace
from tests import excerpts, people, rosters, stations
from tests.computers import TickingClock
from tests.sheets import blanks

SECRET = "sarnai-2026-Tal"
SIZES = {"full": pictures.FULL, "small": pictures.SMALL}
LONG_NAME = "阿拉坦其其格图雅·乌兰巴特尔额尔敦"
HARD_NAME = "乌兰巴特尔额尔敦·阿拉坦其其格图雅"
LONG_EMPLOYER = "科尔沁右翼前旗乌兰毛都草原文化旅游与畜牧产品综合开发有限责任公司（筹）"
LONG_STATION = "乌兰毛都苏木巴彦敖包嘎查退役军人与就业创业综合服务站"
LONG_TITLE = "奶牛养殖场挤奶工兼饲料加工搬运工（会蒙语、能住场的优先）"
WISH: dict[str, Value] = {
    "registered_on": "2026-10-01",
    "wanted_occupations": ["5-03-02-01"],
    "travel_range": "3",
    "wage_wish": 300_000,
}
LONG_AD = f"""📣📣📣急聘📣📣📣
{LONG_EMPLOYER}因业务发展需要，现面向社会招聘以下人员：
1、前厅服务员（会蒙语优先）20名，3800-4200元，早10:00-晚9:00，每月休4天
2、炒锅师傅2名，面议，三年以上经验，持健康证，能吃苦耐劳，身体健康，服从管理
3、洗碗阿姨，3200元
以上岗位包吃包住，缴纳五险
地址：兴安盟科尔沁右翼前旗乌兰毛都苏木巴彦敖包嘎查旅游接待中心一楼大厅东侧
联系人：{LONG_NAME} 电话19900004321（微信同号），或者打0482-8210000"""
CODE = "7KQ3W-M4XDZ-9HTRP-C2VNB-F6YGJ-8SAKE-3QWRT"


def made_up_station(folder: Path, *, empty: bool) -> tuple[Session, Surroundings]:
    """Return a station of its own with made-up people, or with none."""
    around = Surroundings(
        clock=lambda: datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC),
        state=folder / "state",
        cost=Cost(memory_kib=32, passes=1, lanes=1),
    )
    place = Place(people.VILLAGE, "公主府街道巴彦社区就业服务站")
    session, _ = set_up(folder / "data", place, "其其格", "1", SECRET, around)
    if not empty:
        fill(session)
    return session, around


def fill(session: Session) -> None:
    """Log what a few weeks in a station leave behind."""

    def log(kind: str, values: Values) -> str:
        record = session.new_id()
        session.run(add(kind, values, record), f"add {kind}")
        return record

    groups = "一二三四"
    persons = [
        log("person", people.person_values(n, area_group=f"{groups[n % 4]}组", ethnicity="02"))
        for n in range(14)
    ]
    persons.append(log("person", people.person_values(20, name=LONG_NAME, area_group="巴音浩特组")))
    employers = [log("employer", people.employer_values(n)) for n in range(4)]
    employers.append(log("employer", people.employer_values(9, name=LONG_EMPLOYER)))
    vacancies = [
        log("vacancy", people.vacancy_values(employers[n], valid_until=f"2026-11-{20 + n}"))
        for n in range(5)
    ]
    for n in (0, 1, 2, 3, 4, 14):
        day = date(2026, 11, 18 + min(n, 5)).isoformat()
        log("follow_up", people.follow_up_values(persons[n], day="2026-10-20", next_on=day))
    for n, vacancy in ((7, vacancies[0]), (14, vacancies[4])):
        log(
            "referral",
            {"person": persons[n], "vacancy": vacancy, "day": "2026-11-10", "due_on": "2026-11-17"},
        )
    born = date(1979, 3, 4)
    hard: dict[str, Value] = {
        "name": HARD_NAME,
        "id_number": people.id_number(40, born=born),
        "birth_date": born.isoformat(),
        "key_groups": ["K03", "K09"],
    }
    due = log("person", people.person_values(40, **(WISH | hard)))
    log("follow_up", people.follow_up_values(due, day="2026-10-20", next_on="2026-11-20"))
    share(session)
    log("visit", people.visit_values(employers[4], day="2026-10-20", demand="冬季取暖用电不足"))
    log("training_intent", {"person": persons[2], "day": "2026-11-12", "willing": "1"})
    log(
        "task",
        {
            "title": "核查大龄失业人员名单",
            "source": "1",
            "given_on": "2026-11-10",
            "due_on": "2026-11-25",
        },
    )


def share(session: Session) -> None:
    """Let another station share two vacancies, one with long names."""
    for number, (shop, title) in enumerate(((LONG_EMPLOYER, LONG_TITLE), ("草原情牧场", "挤奶工"))):
        values = people.employer_values(60 + number, name=shop, contact=LONG_NAME)
        employer = excerpts.tell(session, "employer", values)
        more: dict[str, Value] = {"occupation": "5-03-02-01", "workplace": f"{shop}一楼"}
        excerpts.tell(
            session, "vacancy", people.vacancy_values(employer, title=title, shared=True, **more)
        )


def import_files(folder: Path) -> dict[str, Path]:
    """Return files to import: many rows with problems, one row without any, one that is none."""
    broken: dict[tuple[int, str], str | int | float | None] = {
        (number, "身份证号"): text for number, text in rosters.broken_numbers().items()
    }
    first = rosters.usual(0)
    repeated = {(270, header): first[header] for header in ("姓名", "身份证号")}
    long = {(9, "姓名"): LONG_NAME, (4, "姓名"): LONG_NAME, (6, "学历专业"): LONG_EMPLOYER}
    fresh = {(0, header): rosters.usual(90)[header] for header in ("姓名", "身份证号", "联系电话")}
    photo = folder / "照片.xlsx"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    named = folder / f"{LONG_STATION}2026年11月劳动力花名册（最新）.xlsx"
    return {
        "many": rosters.write(named, 300, {**broken, **repeated, **long}, foot=("填表人：萨仁",)),
        "one": rosters.write(folder / "一行.xlsx", 1, fresh),
        "refused": photo,
    }


def blank_forms(folder: Path) -> dict[str, Path]:
    """Return forms to fill: a list with long headers, its next issue, people who are named, one
    that may be a ledger, one about a person, one of a county's own."""
    headers = [*blanks.HEADERS[:5], "所学技能", "备注", f"是否愿意到{LONG_EMPLOYER}就业"]
    half = [[people.name(n), people.id_number(n), "男", None, None] for n in range(4)]
    county = next((Path(__file__).parent / "sheets" / "material" / "forms").glob("b/G3*.xlsx"))
    named = folder / f"{LONG_STATION}2026年11月就业人员花名册（空表）.xlsx"
    return {
        "list": blanks.roster(named, headers, rows=6),
        "known": blanks.roster(folder / "十二月.xlsx", headers, rows=20),
        "changed": blanks.roster(folder / "明年.xlsx", [*headers[1:4], "民族", *headers[5:]]),
        "named": blanks.named_list(folder / "核实.xlsx", [0, 3, 90, 91, 20]),
        "unclear": blanks.write(
            folder / "半张.xlsx", [["姓名", "身份证号", "性别", "联系电话", "学历"], *half]
        ),
        "card": blanks.card(folder / "登记表.xlsx"),
        "county": Path(shutil.copy(county, folder / "旗县.xlsx")),
    }


class Gallery:
    """Makes all pictures for one look and size."""

    def __init__(self, out: Path, size: QSize, mark: str) -> None:
        self._out, self._size, self._mark = out, size, mark
        self.made: list[Path] = []

    def keep(self, widget: QWidget, name: str) -> None:
        """Write one picture."""
        self.made.append(pictures.save(widget, self._out, f"{name}-{self._mark}"))

    def show(self, widget: QWidget, name: str, jobs: Jobs) -> None:
        """Show a card or dialog by itself and write its picture."""
        if not isinstance(widget, QDialog):
            widget.resize(self._size)
        widget.show()
        pictures.settle(jobs)
        self.keep(widget, name)
        widget.hide()
        widget.deleteLater()

    def _settled(self, window: MainWindow, name: str) -> None:
        """Write a picture of the window once everything that was begun has ended."""
        pictures.settle(window.workspace.jobs)
        self.keep(window, name)

    def main(self, workspace: Workspace, around: Surroundings, name: str) -> None:
        """Pages, forms and dialogs of the main window."""
        window = pictures.main_window(workspace, around, self._size)
        for page in pictures.pages(window):
            self.keep(window, f"{name}-{page}")
            if isinstance(window.page(page), SettingsPage):
                self._settings(window, window.page(page), name)
        for kind in pictures.forms(window):
            self.keep(window, f"{name}-form-{kind}")
        for dialog_name, dialog in pictures.dialogs(window):
            self.keep(dialog, f"{name}-dialog-{dialog_name}")
        self._today(window, name)
        self._verifying(window, name)
        self._records(window, name)
        self._sharing(window, name)
        self._reporting(window, name)
        self._closing(window, name)
        self._referring(window, name)
        self._importing(window, name)
        self._filling(window, name)
        self._pasting(window, name)
        self._keying(window, name)
        self._search(window, name)
        self._warned(window, name)
        window.lock()
        pictures.settle(workspace.jobs)
        self.keep(window, f"{name}-lock")
        window.hide()
        window.deleteLater()

    def _today(self, window: MainWindow, name: str) -> None:
        """今日: what half an hour is enough for, putting off, what waits, the sheet of the day."""
        workspace = window.workspace
        window.show_page("today")
        page = window.page("today")
        assert isinstance(page, TodayPage)
        page.turn_side()
        self._settled(window, f"{name}-today-side")
        for at, row in enumerate(page.list.lines.rows):
            if isinstance(row, Line) and row.title == HARD_NAME:
                page.list.setCurrentIndex(page.list.lines.index(at, 0))
                self._settled(window, f"{name}-today-hints")
        page.turn_side()
        page.tools.short_button.click()
        self._settled(window, f"{name}-today-short")
        page.tools.short_button.click()
        line = page.list.current()
        if line is None:
            return
        dialog = PutOffDialog(workspace, line, page)
        dialog.choose_day(workspace.session.today() + timedelta(days=3))
        self.show(dialog, f"{name}-today-put-off", workspace.jobs)
        lines = [row for row in page.list.lines.rows if isinstance(row, Line)]
        sheet = OutgoingDialog(workspace, day_papers(workspace, lines))
        self.show(sheet, f"{name}-today-sheet", workspace.jobs)

    def _verifying(self, window: MainWindow, name: str) -> None:
        """清单核实: the lists, one under way, a field that is changed, and one that is done."""
        session = window.session
        window.show_page("verification")
        tabs = window.page("verification")
        assert isinstance(tabs, TabbedPage)
        page = tabs.part(TO_VERIFY)
        assert isinstance(page, VerifyPage)
        self._settled(window, f"{name}-verify-lists")
        listed = session.read().newest("person", 6)
        if not listed:
            return
        task, stranger = session.new_id(), Stranger(LONG_NAME, people.id_number(95), "")
        making = make_list(f"{LONG_STATION}十一月核实名单", listed, [stranger], record=task)
        session.run(making, "add task")
        page.show_lists()
        self._settled(window, f"{name}-verify-lists-one")
        page.open_task(task)
        self._settled(window, f"{name}-verify-work")
        page.work.turn_side()
        self._settled(window, f"{name}-verify-side")
        page.work.change(FIELD_KEYS["D"])
        self._settled(window, f"{name}-verify-changing")
        assert page.work.side.changing is not None
        page.work.side.changing.left.emit()
        page.work.turn_side()
        page.work.list.step(len(listed))
        self._settled(window, f"{name}-verify-stranger")
        session.run(remove(task), "remove task")
        page.show_lists()

    def _settings(self, window: QWidget, page: QWidget, name: str) -> None:
        assert isinstance(page, SettingsPage)
        for section in ("screen", "backup", "keys", "station", "terms", "tables", "about"):
            page.show_section(section)
            QApplication.processEvents()
            self.keep(window, f"{name}-settings-{section}")

    def _records(self, window: MainWindow, name: str) -> None:
        """Records of their own, a form with mistakes, an open filter, what is asked about them."""
        workspace, reader = window.workspace, window.session.read()
        for kind in ("person", "employer", "vacancy", "follow_up"):
            for record in reader.newest(kind, 1):
                window.open_record(kind, record)
                pictures.settle(workspace.jobs)
                self.keep(window, f"{name}-record-{kind}")
                self.show(
                    HistoryDialog(workspace, kind, record), f"{name}-history-{kind}", workspace.jobs
                )
        for kind in ("person", "vacancy"):
            page = window.page(kind)
            assert isinstance(page, RecordsPage)
            for record in reader.newest(kind, 1):
                window.show_page(kind)
                page.show_matches(kind, record)
                pictures.settle(workspace.jobs)
                self.keep(window, f"{name}-matches-{kind}")
        window.open_form("person", {"id_number": "150199199001010001", "phone": "1990000"})
        people_page = window.page("person")
        assert isinstance(people_page, RecordsPage)
        if people_page.forms.current is not None:
            people_page.forms.current.form.submit()
        pictures.settle(workspace.jobs)
        self.keep(window, f"{name}-form-refused")
        worded: dict[str, Value] = {
            "title": "女服务员",
            "duties": "端盘子，每天12小时，入职交押金200元",
        }
        window.open_form("vacancy", worded)
        pictures.settle(workspace.jobs)
        self.keep(window, f"{name}-form-worded")
        window.show_page("vacancy")
        page = window.page("vacancy")
        assert isinstance(page, RecordsPage)
        page.show_list()
        page.list.filter_line.toggle_maker()
        pictures.settle(workspace.jobs)
        self.keep(window, f"{name}-filter")
        page.list.filter_line.toggle_maker()
        self.show(ConflictsDialog(workspace), f"{name}-conflicts", workspace.jobs)
        self._publishing(workspace, name)
        rows = reader.rows("person", reader.ids("person")[:3])
        if rows:
            bulk = BulkEdit(workspace, workspace.session.catalogue["person"], rows)
            self.show(bulk, f"{name}-bulk", workspace.jobs)
            export = ExportDialog(
                workspace,
                workspace.session.catalogue["person"],
                reader.ids("person"),
                ["name", "id_number", "phone", "residence"],
            )
            export.bare_box.setChecked(True)
            self.show(export, f"{name}-export", workspace.jobs)
            merge = PickRecord(workspace, "person", rows[0]["id"])
            self.show(merge, f"{name}-merge", workspace.jobs)

    def _sharing(self, window: MainWindow, name: str) -> None:
        """Vacancies of other stations: their list, one of them, who fits it, what fits somebody
        here, found by the search of the whole program, and the employer behind one."""
        page, jobs = window.page("vacancy"), window.workspace.jobs
        assert isinstance(page, RecordsPage)
        window.show_page("vacancy")
        page.list_where([ELSEWHERE])
        self._settled(window, f"{name}-elsewhere")
        reader = window.session.read().with_excerpts()
        told = Compare("excerpt", "eq", True)
        for number, row in enumerate(reader.columns("vacancy", ("employer",), told)):
            record = row["id"]
            window.open_record("vacancy", record)
            self._settled(window, f"{name}-foreign-{number}")
            page.show_matches("vacancy", record)
            self._settled(window, f"{name}-foreign-matches-{number}")
            window.open_record("employer", row["employer"])
            self._settled(window, f"{name}-foreign-employer-{number}")
        page.show_list()
        page.list.filter_line.clear()
        people_page = window.page("person")
        assert isinstance(people_page, RecordsPage)
        for record in window.session.read().newest("person", 1):
            window.show_page("person")
            people_page.show_matches("person", record)
            self._settled(window, f"{name}-matches-elsewhere")
            people_page.show_list()
        pictures.settle(jobs)

    def _publishing(self, workspace: Workspace, name: str) -> None:
        """What goes out: every form for three vacancies, a visit sheet, a letter."""
        reader, sources = workspace.reader, PaperSources(workspace)
        for kind in ("vacancy", "person", "referral"):
            records = reader.newest(kind, 3)
            if not records:
                continue
            for at, form in enumerate(sources.of(kind, records).forms):
                dialog = OutgoingDialog(workspace, sources.of(kind, records))
                dialog.form_buttons[at].click()
                self.show(dialog, f"{name}-publish-{form.name}", workspace.jobs)

    def _reporting(self, window: MainWindow, name: str) -> None:
        """The report: of the month, the one before and the year, taken apart, and its papers."""
        workspace = window.workspace
        window.show_page("month")
        page = window.page("month")
        assert isinstance(page, MonthPage)
        pictures.settle(workspace.jobs)
        for view in (PLACE, GROUP, DIRECTION):
            page.parts.show_view(view)
            self._settled(window, f"{name}-month-{view}")
        page.turn(-1)
        self._settled(window, f"{name}-month-before")
        page.turn(-1)
        self._settled(window, f"{name}-month-without-records")
        page.turn(1)
        page.show_span("year_to_date")
        self._settled(window, f"{name}-month-year")
        assert page.report is not None
        papers = ReportPapers(workspace).of(page.report, page.closing.look)
        for at, form in enumerate(papers.forms):
            dialog = OutgoingDialog(workspace, papers)
            dialog.form_buttons[at].click()
            self.show(dialog, f"{name}-report-{form.name}", workspace.jobs)

    def _closing(self, window: MainWindow, name: str) -> None:
        """Closing the month before, sending it, and once more after a late entry."""
        workspace, session = window.workspace, window.session
        window.show_page("month")
        page = window.page("month")
        assert isinstance(page, MonthPage)
        page.show_span("month")
        page.month = session.today().replace(day=1)
        page.turn(-1)
        if page.side_button.isVisible():
            page.toggle_side()
        self._settled(window, f"{name}-closing-open")
        look = page.closing.look
        odd = [check.anomaly for check in look.checks if check.anomaly] if look is not None else []
        for anomaly in odd[:1]:
            self.show(ExplainDialog(anomaly, page), f"{name}-closing-explain", workspace.jobs)
        if look is None or look.blocked:
            return
        page.close_month("")
        self._settled(window, f"{name}-closing-closed")
        window.show_page("send")
        self._settled(window, f"{name}-closing-send")
        persons = session.read().newest("person", 1)
        late = session.new_id()
        for person in persons:
            values = people.follow_up_values(person, day="2026-10-28")
            workspace.tell(session.run(add("follow_up", values, late), "add follow_up"))
        window.show_page("month")
        self._settled(window, f"{name}-closing-corrected")
        for line in closings(session.read()):
            session.run(remove(line.record), "remove month_close")
        if persons:
            session.run(remove(late), "remove follow_up")
        if page.side_button.isVisible():
            page.toggle_side()
        page.turn(1)
        pictures.settle(workspace.jobs)

    def _referring(self, window: MainWindow, name: str) -> None:
        """The two lists, who left them, the referrals, and who is introduced to what."""
        workspace = window.workspace
        window.show_page("referral")
        page = window.page("referral")
        assert isinstance(page, TabbedPage)
        for list_ in (WANTS_WORK, UNFILLED):
            part = page.part(list_)
            assert isinstance(part, ListPage)
            for view in VIEWS:
                part.list.show_view(view)
                pictures.settle(workspace.jobs)
                self.keep(window, f"{name}-{list_}-{view}")
            part.list.show_view(VIEWS[0])
        page.part("referral")
        pictures.settle(workspace.jobs)
        self.keep(window, f"{name}-referrals")
        newest = window.session.read().newest
        for label, chosen, offer in (
            ("people", [], newest("vacancy", 1)),
            ("vacancy", newest("person", 3), []),
        ):
            dialog = IntroduceDialog(workspace, chosen, "".join(offer), window)
            dialog.show()
            pictures.settle(workspace.jobs)
            dialog.table.model.mark_all(True)
            self.show(dialog, f"{name}-introduce-{label}", workspace.jobs)

    def _importing(self, window: MainWindow, name: str) -> None:
        """Every step of an import: of 300 rows with long names, of one row, of a refused file."""
        page = window.page("person")
        assert isinstance(page, RecordsPage)
        window.show_page("person")
        with tempfile.TemporaryDirectory() as folder:
            for label, path in import_files(Path(folder)).items():
                page.bring_in(path)
                pictures.settle(window.workspace.jobs)
                self._steps(window, page, f"{name}-import-{label}")
        page.show_list()

    def _steps(self, window: MainWindow, page: RecordsPage, name: str) -> None:
        importing, jobs = page.importing, window.workspace.jobs
        assert importing is not None
        self.keep(window, f"{name}-1")
        if importing.course.task is None:
            importing.leave()
            return
        for column in importing.course.task.unsure:
            importing.course.task.choose(column.index, column.path)
        while importing.step < WRITE:
            importing.go_on()
            pictures.settle(jobs)
            self.keep(window, f"{name}-{importing.step + 1}")
            if importing.step == PROBLEMS:
                for which in (WARNINGS, REPAIRS):
                    importing.problems.show_list(which)
                    QApplication.processEvents()
                    self.keep(window, f"{name}-2-{which}")
        importing.go_on()
        pictures.settle(jobs)
        self.keep(window, f"{name}-5")
        importing.undo()
        importing.leave()
        pictures.settle(jobs)

    def _filling(self, window: MainWindow, name: str) -> None:
        """Every step of filling forms of every sort; what is decided about one is remembered."""
        page, jobs = window.page("person"), window.workspace.jobs
        assert isinstance(page, RecordsPage)
        window.session.set_setting(FORMS_KNOWN, {})
        window.show_page("person")
        with tempfile.TemporaryDirectory() as folder:
            for label, path in blank_forms(Path(folder)).items():
                page.fill_form(path)
                pictures.settle(jobs)
                if page.filling is not None:
                    self._fill_steps(window, page.filling, f"{name}-fill-{label}")
        page.show_list()

    def _fill_steps(self, window: MainWindow, page: FillPage, name: str) -> None:
        jobs = window.workspace.jobs
        self.keep(window, f"{name}-1")
        if page.sorting.isVisible():
            page.sorting.fill_button.click()
            pictures.settle(jobs)
            self.keep(window, f"{name}-1-form")
        task = page.course.task
        for column in task.form.unsure if task is not None else ():
            page.form.answer(column.index, column.path)
        while task is not None and page.course.scopes and page.step < DONE:
            page.go_on()
            pictures.settle(jobs)
            self.keep(window, f"{name}-{page.step + 1}")
        page.course.forget()
        page.leave()
        pictures.settle(jobs)

    def _pasting(self, window: MainWindow, name: str) -> None:
        """A recruitment message: offered, read into forms, and a text that is none."""
        page = window.page("vacancy")
        assert isinstance(page, RecordsPage)
        for label, text in (("ad", LONG_AD), ("none", "今天天气真好")):
            QGuiApplication.clipboard().setText(text)
            window.show_page("vacancy")
            page.show_list()
            self._settled(window, f"{name}-paste-{label}-offer")
            page.paste()
            self._settled(window, f"{name}-paste-{label}")
            pasting = page.pasting
            assert pasting is not None
            pasting.toggle_text()
            self._settled(window, f"{name}-paste-{label}-text")
            pasting.leave()
        QGuiApplication.clipboard().clear()

    def _keying(self, window: MainWindow, name: str) -> None:
        """A visit sheet while it is keyed in; without people, the page that has none."""
        session = window.session
        persons = session.read().newest("person", 15)
        if persons:
            remember_sheets(session, new_sheets(session, persons))
        page = window.page("follow_up")
        assert isinstance(page, RecordsPage)
        window.show_page("follow_up")
        page.key_in()
        QApplication.processEvents()
        self.keep(window, f"{name}-keying-code")
        keying = page.keying
        assert keying is not None
        if persons:
            keying.open_line(0)
            keying.entry.outcome.set_key("1")
            keying.entry.willing.set_key("1")
            keying.entry.note.set_value("冬天能干，想离家近一点")
            keying.finish_line()
            keying.open_line(1)
            QApplication.processEvents()
            self.keep(window, f"{name}-keying-line")
            keying.open_line(0)
            keying.clear_line()
        page.show_list()
        self._keying_slips(window, name)

    def _keying_slips(self, window: MainWindow, name: str) -> None:
        """The paper of a day while it is keyed in: a line that asks about a referral."""
        session, page = window.session, window.page("follow_up")
        assert isinstance(page, RecordsPage)
        agenda = read_agenda(session.read(), session.today())
        sheets, _others, leave = day_sheet(session, [line for line in agenda.lines if line.subject])
        leave()
        asking = [
            sheet.code(at)
            for sheet in sheets
            for at, visited in enumerate(sheet.people, 1)
            if visited.slip is not None
        ]
        if not asking:
            return
        page.key_in()
        pictures.settle(window.workspace.jobs)
        keying = page.keying
        assert keying is not None
        keying.row.code.setText(asking[0])
        keying.take_code()
        QApplication.processEvents()
        self.keep(window, f"{name}-keying-slip")
        page.show_list()

    def _search(self, window: MainWindow, name: str) -> None:
        window.show_page("today")
        for typed in ("wu", "jng"):
            window.bar.search.start(typed)
            QApplication.processEvents()
            self.keep(window, f"{name}-search-{typed}")
        window.bar.search.line.clear()
        window.bar.search.options.close_list()
        window.show_page("today")

    def _warned(self, window: MainWindow, name: str) -> None:
        notices = Notices(window.session)
        window.session.save_draft("d", "person", "d", {"name": LONG_NAME})
        for notice in (*notices.at_start(), notices.backup(DiskFullError())):
            if notice is not None:
                window.strip.put(notice)
        window.toast.say(f"已记：{LONG_NAME} → {LONG_EMPLOYER} · 录用已到岗", undo=True)
        QApplication.processEvents()
        self.keep(window, f"{name}-warned")
        window.session.drop_drafts("d")

    def office(self, workspace: Workspace, around: Surroundings, packages: list[Path]) -> None:
        """The pages of an office, its inbox with files in it, and its dialogs."""
        window = pictures.main_window(workspace, around, self._size)
        for page in pictures.pages(window):
            self.keep(window, f"office-{page}")
        self._closings(window)
        inbox = window.page("office-0")
        assert isinstance(inbox, InboxPage)
        window.show_page("office-0")
        inbox.read(packages)
        pictures.settle(workspace.jobs)
        self.keep(window, "office-plan")
        window.hide()
        window.deleteLater()
        self.show(StationDialog(workspace), "office-dialog-station", workspace.jobs)
        self.show(VerdictDialog(workspace), "office-dialog-verdict", workspace.jobs)

    def _closings(self, window: MainWindow) -> None:
        """What was found of every station's closing."""
        for entry in window.table.entries:
            page = window.page(entry.item.key)
            if isinstance(page, ClosingsPage):
                window.show_page(entry.item.key)
                pictures.settle(window.workspace.jobs)
                for row in range(page.list.model().rowCount()):
                    page.list.setCurrentIndex(page.list.model().index(row, 0))
                    self._settled(window, f"office-closings-{row}")

    def cards(self, folder: Path, session: Session, around: Surroundings, jobs: Jobs) -> None:
        """What comes before the main window."""
        self.show(UnlockCard(folder, around, jobs), "start-unlock", jobs)
        self.show(RecoveryCard(folder, around, jobs), "start-recovery", jobs)
        self.show(RescueCard(folder, DamagedError()), "start-rescue", jobs)
        self.show(RestoreCard(folder, around, jobs), "start-restore", jobs)
        self.show(HandoverCard(session), "start-handover", jobs)
        first = FirstStart(folder, around, jobs)
        first.station.picker.line.setText("wlmd")
        first.station.picker.line.typed.emit("wlmd")
        self.show(first, "start-1-place", jobs)
        second = FirstStart(folder, around, jobs)
        second.steps.setCurrentWidget(second.operator)
        self.show(second, "start-2-operator", jobs)
        third = FirstStart(folder, around, jobs)
        code = CodeStep(session, CODE)
        third.steps.addWidget(code)
        third.steps.setCurrentWidget(code)
        self.show(third, "start-3-code", jobs)

    def boxes(self, workspace: Workspace, around: Surroundings) -> None:
        """Dialogs of their own."""
        jobs = workspace.jobs
        self.show(OperatorDialog(around), "dialog-operator", jobs)
        self.show(SecretDialog("其其格", around), "dialog-secret", jobs)
        self.show(RecoveryDialog(workspace, CODE), "dialog-recovery", jobs)
        self.show(FailureDialog(DamagedError()), "dialog-failure-data", jobs)
        self.show(FailureDialog(ZeroDivisionError("x")), "dialog-failure-bug", jobs)


def made_up_office(folder: Path) -> tuple[Office, list[Path]]:
    """Return an office that has received from one station and knows two more, and files that
    have just come: one that goes in, one of an unknown computer, one that is broken."""
    office = stations.open_office(folder / "office" / "data")
    office.session.become_office()
    first = stations.open_station(folder / "first" / "data")
    fill(first)
    stations.introduce(office, first)
    first.run(close_month("2026-10"), "close month_close")
    stations.take_in(office, build_report(first).data)
    late = first.read().newest("follow_up", 1)[0]
    first.run(remove(late), "remove follow_up")
    stations.take_in(office, build_report(first).data)
    office.add_station("150102003004", LONG_STATION)
    unknown = stations.open_station(folder / "other" / "data", stations.OTHER_STATION)
    office.add_station(unknown.place.code, unknown.place.name)
    enrol(unknown, read_enrolment(office.enrolment_for(unknown.place.code)))
    person = first.read().newest("person", 1)[0]
    give(office, person, "phone", "ASK_PERSON")
    packages = []
    for name, session in (("报送-0002", first), ("报送-0001", unknown)):
        stations.log(session, "person", people.person_values(30))
        packages.append(folder / f"{name}.mzp")
        packages[-1].write_bytes(build_report(session).data)
        session.store.close()
    packages.append(folder / "坏的.mzp")
    packages[-1].write_bytes(b"not a package")
    clock = office.session.clock
    assert isinstance(clock, TickingClock)
    clock.now += timedelta(hours=1)
    return office, packages


def make_office(out: Path, folder: Path) -> list[Path]:
    """Make the pictures of an office."""
    office, packages = made_up_office(folder)
    workspace = Workspace(office.session, Jobs())
    made: list[Path] = []
    for scheme, size, factor, mark in looks():
        theme().apply(scheme, factor)
        gallery = Gallery(out, size, mark)
        gallery.office(workspace, stations.surroundings(folder / "office" / "data"), packages)
        made += gallery.made
    workspace.jobs.stop()
    office.session.store.close()
    return made


def looks() -> Iterator[tuple[Scheme, QSize, float, str]]:
    """Yield every look: scheme, size, factor of type, and the mark in the file's name."""
    for scheme in pictures.SCHEMES:
        for name, size in SIZES.items():
            yield scheme, size, 1.0, f"{name}-{scheme}"
    yield "light", pictures.FULL, LARGE_TYPE_FACTORS[-1], "large-light"


def make(out: Path) -> list[Path]:
    """Make all pictures below ``out``."""
    make_application()
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as name:
        for empty in (False, True):
            folder = Path(name) / ("empty" if empty else "full")
            session, around = made_up_station(folder, empty=empty)
            workspace = Workspace(session, Jobs())
            for scheme, size, factor, mark in looks():
                theme().apply(scheme, factor)
                gallery = Gallery(out, size, mark)
                gallery.main(workspace, around, "empty" if empty else "station")
                if not empty:
                    gallery.cards(folder / "data", session, around, workspace.jobs)
                    gallery.boxes(workspace, around)
                made += gallery.made
            workspace.jobs.stop()
            session.close()
        made += make_office(out, Path(name) / "county")
    return made


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.gallery")
    parser.add_argument("out", type=Path)
    made = make(parser.parse_args().out)
    print(f"{len(made)} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
