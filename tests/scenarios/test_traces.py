"""Numbers that are typed into the window stay in the encrypted database: no file beside it, and
nothing that leaves the station in the open, holds one."""

import gzip
import io
import os
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.package.drives import Drive
from mengzhan.prints.slip import Slip, SlipPrint
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, set_up, unlock
from mengzhan.store.wrapping import Cost
from mengzhan.ui.app import Program
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.send import SendPage
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.pages.settings_backup import BackupSection
from mengzhan.ui.shell.failures import FailureDialog
from mengzhan.ui.shell.window import MainWindow
from tests import people, stations
from tests.computers import TickingClock
from tests.scenarios.keyboard import Keyboard
from tests.traces import holds, traces

SECRET = "xiao ma guo he"
NAME, HALF_NAME = "苏和巴特尔", "娜仁其木格"
ID, PHONE, OTHER_PHONE = people.id_number(7), people.phone(7), people.phone(8)
HALF_ID, HALF_PHONE = people.id_number(41), people.phone(41)
Page = TypeVar("Page", bound=QWidget)
AD_PHONES = people.phone(91), people.phone(92)
NUMBERS = (ID, PHONE, OTHER_PHONE, HALF_ID, HALF_PHONE, *AD_PHONES)


@dataclass
class Laptop:
    """A computer on which the whole program runs, and whose home holds all it writes."""

    home: Path
    around: Surroundings
    program: Program
    keyboard: Keyboard = field(default_factory=Keyboard)

    @property
    def folder(self) -> Path:
        return self.home / "data"

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.program.window, MainWindow)
        return self.program.window

    def page(self, name: str, kind: type[Page]) -> Page:
        """A page of the window, shown or not."""
        found = self.window.page(name)
        assert isinstance(found, kind)
        return found

    def reach(self, button: QWidget) -> None:
        """Go to a button with the Tab key and press it."""
        for _ in range(60):
            if button.hasFocus():
                break
            self.keyboard.press("Tab")
        assert button.hasFocus()
        self.keyboard.press("Space")


@pytest.fixture
def laptop(own_home: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Laptop]:
    """A station that an office has enrolled; its window is open and asks for the password."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(own_home / name.lower() / "of the user"))
    temporary = own_home / "tmp"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    around = Surroundings(clock=TickingClock(), cost=Cost(memory_kib=32, passes=1, lanes=1))
    session, _ = set_up(own_home / "data", stations.STATION, "其其格", "1", SECRET, around)
    office = stations.open_office(own_home.parent / "office" / "data")
    stations.introduce(office, session)
    office.session.close()
    session.close()
    program = Program(own_home / "data", around)
    made = Laptop(own_home, around, program)
    program.guard.install()
    program.start()
    yield made
    if program.window is not None:
        program.window.close()
        qtbot.addWidget(program.window)
    program.jobs.stop()


def come_to_front(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def open_window(laptop: Laptop, qtbot: QtBot) -> None:
    start = laptop.program.window
    assert start is not None
    come_to_front(start, qtbot)
    laptop.keyboard.type(SECRET)
    laptop.keyboard.press("Enter")
    qtbot.waitUntil(lambda: isinstance(laptop.program.window, MainWindow))
    come_to_front(laptop.window, qtbot)


def log_a_person(laptop: Laptop) -> None:
    """With a telephone number that is a digit short first, which the form refuses."""
    k = laptop.keyboard
    k.press("R")
    k.fill(NAME)
    k.number(ID)
    k.press("Enter")
    k.number(PHONE[:-1])
    k.press("Ctrl+S")
    page = laptop.page("person", RecordsPage)
    form = page.forms.current
    assert form is not None
    assert "要改" in form.form.notice()
    form.form.focus("phone")
    k.press("End")
    k.number(PHONE[-1])
    k.press("Enter", "Enter")
    k.pick("k00")
    k.press("Enter", "1", "Enter", "Enter")
    k.pick("1")
    k.press("Ctrl+S")
    assert page.forms.layers == 0


def find_lift_and_edit(laptop: Laptop) -> None:
    """By the digits of the telephone; what is changed is taken back."""
    k = laptop.keyboard
    k.press("Ctrl+K")
    k.number(PHONE)
    k.press("Enter")
    page = laptop.page("person", RecordsPage)
    subject = page.subject
    assert subject is not None
    assert PHONE not in subject.masked["phone"].text()
    k.press("F2")
    assert [subject.masked[name].text() for name in ("phone", "id_number")] == [PHONE, ID]
    k.press("E")
    form = page.forms.current
    assert form is not None
    form.form.lift("phone")
    form.form.focus("phone")
    k.press("Ctrl+A")
    k.number(OTHER_PHONE)
    k.press("Enter", "Ctrl+S")
    assert stored(laptop.window.session)["phone"] == OTHER_PHONE
    k.press("Ctrl+Z")
    assert stored(laptop.window.session)["phone"] == PHONE


def stored(session: Session) -> dict[str, Value]:
    reader = session.read()
    return reader.rows("person", reader.ids("person")[:1])[0]


def paste_a_message(laptop: Laptop) -> None:
    """Two telephone numbers from the clipboard: a vacancy is saved, another left as a draft."""
    k = laptop.keyboard
    first, second = AD_PHONES
    message = f"招保安1名，月薪3000，地址北门，找{NAME}，电话{first}\n保洁1名2600元，或打{second}"
    QGuiApplication.clipboard().setText(message)
    k.press("Alt+4", "Ctrl+V")
    page = laptop.page("vacancy", RecordsPage)
    assert page.pasting is not None
    employer = stations.log(laptop.window.session, "employer", people.employer_values(5))
    form = page.pasting.forms.current
    assert form is not None
    form.form.set_value("employer", employer)
    k.press("Ctrl+Enter")
    assert laptop.window.session.read().count("vacancy") == 1
    QGuiApplication.clipboard().clear()


def hit_a_fault(laptop: Laptop, qtbot: QtBot) -> None:
    """The program fails over a number that was typed, and tells with a report."""
    shown: list[str] = []

    def stumble(text: str) -> None:
        raise KeyError(text)

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FailureDialog)
        shown.append(dialog.report)
        laptop.keyboard.press("Enter")

    laptop.window.bar.search.entered.connect(stumble)
    QTimer.singleShot(0, read_and_close)
    laptop.keyboard.press("Ctrl+K")
    laptop.keyboard.number(f"{HALF_ID}{PHONE}")
    laptop.keyboard.press("Enter")
    assert len(shown) == 1
    assert "KeyError" in shown[0]
    assert not any(number in shown[0] for number in NUMBERS)
    come_to_front(laptop.window, qtbot)  # as every desktop does when a dialog closes
    laptop.keyboard.press("Esc")


def send(laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a stick, as a letter, and the slip as PDF."""
    stick, letters = laptop.home / "KINGSTON", laptop.home / "letters"
    stick.mkdir()
    letters.mkdir()
    drive = Drive(stick, "KINGSTON", "vfat", 7_000_000_000, 8_000_000_000, True)
    page = laptop.page("send", SendPage)
    monkeypatch.setattr(page.where, "_drives", lambda: [drive])
    monkeypatch.setattr(page.where, "ask_folder", lambda: letters)
    monkeypatch.setattr(page.sent, "ask_path", lambda _folder, _number: stick / "送达单.pdf")
    monkeypatch.setattr(page, "open_file", lambda _path: None)
    laptop.keyboard.press("Alt+-")
    qtbot.waitUntil(page.write_button.hasFocus)
    laptop.keyboard.press("Enter")
    qtbot.waitUntil(lambda: "读回核对一致" in page.result.text())
    qtbot.waitUntil(page.mail_button.isEnabled)
    page.result.clear()
    laptop.reach(page.slip_button)
    laptop.reach(page.mail_button)
    qtbot.waitUntil(lambda: "读回核对一致" in page.result.text())


def back_up(laptop: Laptop, qtbot: QtBot) -> None:
    laptop.keyboard.press("Alt+=")
    section = laptop.page("settings", SettingsPage).show_section("backup")
    assert isinstance(section, BackupSection)
    before = section.list.count()
    laptop.reach(section.now)
    qtbot.waitUntil(lambda: section.list.count() > before)


def leave_half_a_person(laptop: Laptop) -> None:
    """Begin somebody else, and close the window in the middle of it."""
    k = laptop.keyboard
    k.press("Alt+1", "R")
    k.fill(HALF_NAME)
    k.number(HALF_ID)
    k.press("Enter")
    k.number(HALF_PHONE)
    k.press("Ctrl+Q")
    assert not laptop.window.isVisible()


def test_no_file_holds_what_was_typed_into_the_window(
    laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_window(laptop, qtbot)
    log_a_person(laptop)
    find_lift_and_edit(laptop)
    paste_a_message(laptop)
    hit_a_fault(laptop, qtbot)
    send(laptop, qtbot, monkeypatch)
    back_up(laptop, qtbot)
    leave_half_a_person(laptop)
    home = laptop.home
    assert traces(home, *NUMBERS, NAME, HALF_NAME, SECRET) == []
    # each of the places was really written to
    for pattern, least in {
        "data/*.db": 1,
        "data/backups/*.db": 2,
        "**/report-*.txt": 1,
        "KINGSTON/*.mzp": 1,
        "KINGSTON/*.pdf": 1,
        "letters/*.eml": 1,
        "state/**/*.json": 1,
    }.items():
        assert len([*home.glob(pattern)]) >= least, pattern
    # and the numbers are there for whoever has the password
    operator = laptop.around.keyring(laptop.folder).operators[0]
    session = unlock(laptop.folder, operator.id, SECRET, laptop.around)
    person, drafts = stored(session), session.read().drafts()
    draft = next(one for one in drafts if one["kind"] == "person")
    pasted = next(one for one in drafts if one["kind"] == "vacancy")
    session.close()
    assert (person["id_number"], person["phone"]) == (ID, PHONE)
    assert pasted["values"]["phone"] == AD_PHONES[1]
    assert (draft["values"]["id_number"], draft["values"]["phone"]) == (HALF_ID, HALF_PHONE)
    (home / "data" / "log.txt").write_text(f"phone={PHONE}", encoding="utf-8")
    assert traces(home, *NUMBERS) == [f"data/log.txt: {PHONE}"]


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("里面.csv", content)
    return packed.getvalue()


def mailed(content: bytes) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = "报送"
    letter.set_content("见附件")
    letter.add_attachment(content, maintype="application", subtype="zip", filename="a.zip")
    return letter.as_bytes()


def printed(number: str) -> bytes:
    return SlipPrint().render(Slip("站", number, 1, "2026-11-23", "a.mzp", 1, "0000 0001", {}))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf8.log", f"x{ID}".encode()),
        ("utf16le.bin", b"\0" + ID.encode("utf-16-le")),
        ("utf16be.bin", b"\0" + ID.encode("utf-16-be")),
        ("apart.txt", f"{ID[:6]} {ID[6:14]}-{ID[14:]}".encode()),
        ("apart.bin", f"{ID[:6]} {ID[6:]}".encode("utf-16-le")),
        ("in.zip", zipped(ID.encode())),
        ("in.gz", gzip.compress(zipped(ID.encode()))),
        ("in.eml", mailed(zipped(ID.encode("utf-16-le")))),
        (f"{ID}.txt", b""),
    ],
)
def test_a_number_is_found_however_it_lies_there(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / name).write_bytes(content)
    assert traces(tmp_path / "deep", ID) != []
    assert traces(tmp_path / "deep", people.id_number(99)) == []


def test_a_number_on_paper_is_found(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = printed(PHONE)
    assert PHONE.encode() not in pdf
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.pdf").write_bytes(pdf)
    assert traces(tmp_path / "deep", PHONE) == [f"a.pdf!text: {PHONE}"]


def test_other_numbers_are_not_taken_for_it() -> None:
    assert not holds(os.urandom(100_000), ID)
    assert holds(f"电话：{PHONE[:3]}-{PHONE[3:7]}-{PHONE[7:]}".encode(), PHONE)
