"""A ledger of 300 rows with 12 problems, by keyboard alone, from the file to written and back.

Nine cells are broken (eight ID numbers in different ways, a name left out), two rows are somebody
known, one column is unsure. The number of keys and of steps is printed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import COLUMNS, PROBLEMS, REPEATS, WRITE
from tests import people, rosters, stations
from tests.scenarios.desks import FileDesk, window_on

COUNT = 300
NAMELESS, KNOWN, REPEATED, FIRST_OF_REPEATED = 220, 247, 274, 20


@dataclass
class Desk(FileDesk):
    """A station that knows one of the 300, its window, and a keyboard."""

    steps: list[str] = field(default_factory=list)

    @property
    def page(self) -> ImportPage:
        assert self.records.importing is not None
        return self.records.importing

    def reach(self, step: int, words: str) -> None:
        """Wait until a step is shown and the keyboard reaches something in it."""
        self.wait_for(lambda: self.page, step)
        self.steps.append(words)

    def stored(self) -> dict[str, dict[str, Value]]:
        """Everybody in the register, by ID number or name."""
        reader = self.session.read()
        rows = reader.rows("person", reader.ids("person"))
        fields = [item.name for item in self.session.catalogue["person"]]
        return {
            str(row["id_number"] or row["name"]): {name: row[name] for name in fields}
            for row in rows
        }


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    session = stations.open_station(tmp_path / "data")
    stations.log(session, "person", people.person_values(KNOWN, phone="19900009999"))
    with window_on(session, tmp_path / "data", qtbot) as window:
        yield Desk(session, window, qtbot)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    instead: dict[tuple[int, str], str | int | float | None] = {
        (number, "身份证号"): broken for number, broken in rosters.broken_numbers().items()
    }
    instead[NAMELESS, "姓名"] = None
    repeated = rosters.usual(FIRST_OF_REPEATED)
    for header in ("姓名", "身份证号", "联系电话"):
        instead[REPEATED, header] = repeated[header]
    return rosters.write(tmp_path / "花名册.xlsx", COUNT, instead, foot=("填表人：萨仁",))


def drop(desk: Desk, ledger: Path) -> None:
    """The file is dropped on the list."""
    desk.drop(ledger)


def by_keys(desk: Desk, ledger: Path) -> None:
    """Alt+2 and Ctrl+I; the system's own dialog (replaced below) hands over the file."""
    desk.keyboard.press("Alt+2", "Ctrl+I")


def settle_columns(desk: Desk) -> None:
    """One column is asked about: the first proposal is right. Consent holds for the whole file."""
    k = desk.keyboard
    assert [column.header for column in desk.page.course.task.unsure] == ["学历专业"]  # type: ignore[union-attr]
    assert desk.page.columns.question.buttons[0].words() == "专业"
    k.press("1")
    k.press("F6", "Enter", "Enter", "1")  # 常住地 and 重点群体 left open, 告知同意
    k.press("Ctrl+Enter")


def settle_problems(desk: Desk) -> int:
    """Go through what is asked as it comes: a digit if the right value is offered, else type."""
    k, solved = desk.keyboard, 0
    step = desk.page.problems
    while step.current is not None and step.current.is_open:
        number = step.current.row - rosters.FIRST
        if number == NAMELESS:
            k.press("Enter")
            k.write(people.name(NAMELESS))
            k.press("Enter")
        else:
            right = people.id_number(number)
            offered = [button.words() for button in step.card.suggestions]
            if right in offered:
                k.press(str(offered.index(right) + 1))
            else:
                k.press("Enter")
                k.number(right)
                k.press("Enter")
        solved += 1
        assert not desk.page.told.isVisible(), desk.page.told.text()
    k.press("Enter")
    return solved


def settle_repeats(desk: Desk) -> None:
    """The one in the register gets the new telephone, the repeated row stays out."""
    desk.keyboard.press("2")
    desk.keyboard.press("5")
    desk.keyboard.press("Enter")


@pytest.mark.parametrize("begin", [drop, by_keys])
def test_three_hundred_rows_with_twelve_problems(
    desk: Desk,
    ledger: Path,
    begin: Callable[[Desk, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImportPage, "ask_file", lambda _page: ledger)
    before = desk.stored()
    begin(desk, ledger)
    desk.reach(COLUMNS, "列")
    settle_columns(desk)
    desk.reach(PROBLEMS, "问题")
    assert desk.page.bar.heads[PROBLEMS].words.text() == "还有 9 处"
    solved = settle_problems(desk)
    assert solved == 9
    desk.reach(REPEATS, "重复")
    settle_repeats(desk)
    desk.reach(WRITE, "写入")
    figures = {name: words.text() for name, words in desk.page.writing.figures.items()}
    assert figures["new"] == "298"
    assert (figures["change"], figures["skip"], figures["wait"], figures["out"]) == (
        "1",
        "1",
        "0",
        "0",
    )
    assert len(desk.stored()) == 1, "nothing is written before it is asked for"
    desk.keyboard.press("Enter")
    desk.qtbot.waitUntil(lambda: desk.page.course.change is not None)
    steps = " → ".join(desk.steps)
    print(
        f"\n{begin.__name__}: {desk.keyboard.keys} keys for 12 problems in 300 rows "
        f"({desk.keyboard.keys / 12:.1f} each), and {desk.keyboard.apart} characters of names and "
        f"numbers; {len(desk.steps)} steps: {steps}\n{' '.join(desk.keyboard.pressed)}"
    )
    assert desk.keyboard.keys <= 35
    told = desk.page.writing.result.text()
    assert "新增 298 条" in told
    assert "1 行没有导入" in told
    check_written(desk)
    desk.keyboard.press("Ctrl+U")
    assert desk.stored() == before
    assert "已撤销" in desk.page.writing.result.text()


def check_written(desk: Desk) -> None:
    stored = desk.stored()
    assert len(stored) == COUNT - 1
    for number in (*rosters.broken_numbers(), NAMELESS):
        row = stored[people.id_number(number)]
        assert row["name"] == people.name(number)
        assert row["consent"] is True
    assert stored[people.id_number(KNOWN)]["phone"] == people.phone(KNOWN)
    assert {row["major"] for row in stored.values()} == {"畜牧兽医", "会计", "汽修"}
