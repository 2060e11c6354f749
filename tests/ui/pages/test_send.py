"""报送: what is un-sent, the stick, reading back, the slip, and what comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.package.drives import Drive
from mengzhan.store.session import Session
from mengzhan.ui.pages.send import SendPage
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = stations.open_office(tmp_path / "office" / "data")
    yield made
    made.session.store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def page(workspace: Workspace, town: Town, stick: Path, show: Show, qtbot: QtBot) -> SendPage:
    def drives() -> list[Drive]:
        return [Drive(stick, "KINGSTON", "vfat", 7_100_000_000, 8_000_000_000, True)]

    made = SendPage(workspace, drives=drives)
    show(made)
    qtbot.waitUntil(lambda: made.what.text() != "")
    return made


def ready(page: SendPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(page.write_button.isEnabled)


def write(page: SendPage, qtbot: QtBot) -> None:
    ready(page, qtbot)
    page.focus_first()
    QTest.keyClick(page.write_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "读回核对一致" in page.result.text())


def test_without_an_office_it_says_where_to_go(page: SendPage) -> None:
    assert "登记文件" in page.write.text()
    assert not page.write_button.isEnabled()
    assert page.enrol_button.isVisible()


def test_it_counts_what_is_unsent(page: SendPage) -> None:
    assert "6 条变动：人员 5、单位 1" in page.what.text()


def test_a_station_without_records_is_told_so(
    workspace: Workspace, show: Show, qtbot: QtBot
) -> None:
    page = SendPage(workspace, drives=list)
    show(page)
    qtbot.waitUntil(lambda: page.what.text() != "")
    assert page.what.text() == "还没有登记任何记录，没有可报的。"


def test_what_was_written_waits_and_only_the_rest_is_new(
    page: SendPage, office: Office, session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    write(page, qtbot)
    assert "交给上级" in page.result.text()
    qtbot.waitUntil(lambda: page.what.text() == "已经写好、等回执 6 条；没有新的。")
    assert page.write_button.isEnabled()
    stations.log(session, "person", people.person_values(6))
    page.refresh()
    qtbot.waitUntil(lambda: "其中 6 条写过，等回执" in page.what.text())
    assert "7 条变动" in page.what.text()


def test_one_enter_writes_reads_back_and_remembers(
    page: SendPage, office: Office, session: Session, stick: Path, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    write(page, qtbot)
    written = list(stick.glob("*.mzp"))
    assert [path.name for path in written] == ["报送-巴彦嘎查就业服务站-0001-20261123.mzp"]
    assert [sent.number for sent in session.exchange().sent()] == [1]
    digits = page.check_number.text().split("  ")[1].replace(" ", "")
    assert digits.isdigit()
    assert len(digits) == 8


def test_a_taken_name_gets_a_free_one(
    page: SendPage, office: Office, session: Session, stick: Path, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    (stick / "报送-巴彦嘎查就业服务站-0001-20261123.mzp").write_bytes(b"old")
    write(page, qtbot)
    assert (stick / "报送-巴彦嘎查就业服务站-0001-20261123-2.mzp").is_file()


def test_a_stick_that_was_pulled_is_said_in_words(
    page: SendPage, office: Office, session: Session, stick: Path, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    ready(page, qtbot)
    stick.rmdir()
    page.send()
    qtbot.waitUntil(lambda: page.result.text() != "")
    assert "插好 U 盘" in page.result.text()
    assert session.exchange().sent() == []


def test_what_lacks_something_is_named_and_opens(
    page: SendPage, session: Session, town: Town, workspace: Workspace, qtbot: QtBot
) -> None:
    stations.write_raw(session, "person", town.people[0], {"phone": None})
    page.refresh()
    qtbot.waitUntil(page.hints.isVisible)
    assert "1 条缺项" in page.hints_panel.heading.text()
    with qtbot.waitSignal(workspace.record_asked) as asked:
        QTest.keyClick(page.hints, Qt.Key.Key_Return)
    assert asked.args == ["person", town.people[0]]


def test_the_receipt_comes_back_as_three_lists(
    page: SendPage,
    office: Office,
    session: Session,
    town: Town,
    stick: Path,
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    stations.introduce(office, session)
    stations.write_raw(session, "person", town.people[0], {"phone": None})
    write(page, qtbot)
    stations.take_in(office, next(stick.glob("报送*.mzp")).read_bytes())
    stations.answer(office, stick)
    page.read_receipts()
    qtbot.waitUntil(lambda: "号回执读好了" in page.result.text())
    assert "接收 5，请改 1，别处已登记 0" in page.result.text()
    assert page.count() == 1
    assert page.receipts.fix.isVisible()
    page.focus_first()
    with qtbot.waitSignal(workspace.record_asked) as asked:
        QTest.keyClick(page.receipts.fix, Qt.Key.Key_Return)
    assert asked.args == ["person", town.people[0]]
    qtbot.waitUntil(lambda: "没有新内容" in page.what.text())
    assert not page.write_button.isEnabled()


def test_reading_a_receipt_twice_changes_nothing(
    page: SendPage, office: Office, session: Session, stick: Path, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    write(page, qtbot)
    stations.take_in(office, next(stick.glob("报送*.mzp")).read_bytes())
    stations.answer(office, stick)
    page.read_receipts()
    qtbot.waitUntil(lambda: "号回执读好了" in page.result.text())
    page.read_receipts()
    qtbot.waitUntil(lambda: "以前读过" in page.result.text())


def test_a_file_that_is_none_is_refused_in_words(
    page: SendPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "别的.mzp"
    path.write_bytes(b"nothing of ours")
    page.take_in.read([path])
    qtbot.waitUntil(page.result.isVisible)
    assert "不是发给这里的" in page.result.text()


def test_a_draft_for_the_mail_program(
    page: SendPage,
    office: Office,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stations.introduce(office, session)
    ready(page, qtbot)
    monkeypatch.setattr(page.where, "ask_folder", lambda: tmp_path)
    page.save_as_mail()
    qtbot.waitUntil(lambda: "读回核对一致" in page.result.text())
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_the_slip_is_printed_from_a_pdf(
    page: SendPage,
    office: Office,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stations.introduce(office, session)
    write(page, qtbot)
    opened: list[Path] = []
    target = tmp_path / "slip.pdf"
    monkeypatch.setattr(page.sent, "ask_path", lambda _folder, _number: target)
    monkeypatch.setattr(page, "open_file", opened.append)
    page.slip_button.click()
    assert opened == [target]
    assert target.read_bytes().startswith(b"%PDF")


def test_no_person_is_named_in_what_is_written(
    page: SendPage, office: Office, session: Session, stick: Path, qtbot: QtBot
) -> None:
    stations.introduce(office, session)
    write(page, qtbot)
    names = "".join(path.name for path in stick.iterdir())
    assert people.name(1) not in names
    assert people.name(1).encode() not in next(stick.glob("*.mzp")).read_bytes()


def test_what_is_dropped_on_the_page_is_read(page: SendPage, stick: Path, qtbot: QtBot) -> None:
    (stick / "别的.mzp").write_bytes(b"no package")
    page.dropped.emit([stick / "别的.mzp", stick])
    qtbot.waitUntil(page.result.isVisible)
    told = page.result.text()
    assert "别的.mzp：" in told
    assert "KINGSTON：读不出这个文件。" in told
