from array import array
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mengzhan.model.kinds import KINDS
from mengzhan.ui.background import Jobs
from mengzhan.ui.widgets.table_model import PAGE, PAGES_KEPT, RecordModel, Row, columns_of

COLUMNS = [c for c in columns_of(KINDS["person"]) if c.name in ("name", "phone", "wage_wish")]


class Herd:
    """``count`` people, of whom those in ``gone`` have been deleted meanwhile."""

    def __init__(self, count: int, gone: Sequence[int] = ()) -> None:
        self.count, self.gone = count, set(gone)
        self.fetched = 0
        self.sorts: list[tuple[str, bool]] = []

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        self.sorts.append((sort_column, descending))
        numbers = range(self.count)
        return array("q", reversed(numbers) if descending else numbers)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        self.fetched += len(ids)
        return [
            {"rowid": n, "name": f"苏和{n}", "phone": "19900000001", "wage_wish": n * 100}
            for n in ids
            if n not in self.gone
        ]


@pytest.fixture
def herd() -> Herd:
    return Herd(1000)


@pytest.fixture
def model(herd: Herd, qtbot: QtBot) -> RecordModel:
    made = RecordModel(herd, COLUMNS)
    made.reload()
    return made


def text(model: RecordModel, row: int, column: int) -> object:
    return model.data(model.index(row, column))


def test_the_model_is_correct(model: RecordModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_sensitive_values_are_masked_unless_asked(model: RecordModel) -> None:
    assert (text(model, 5, 0), text(model, 5, 2)) == ("苏和5", "5")
    assert text(model, 5, 1) != "19900000001"
    model.set_masked(False)
    assert text(model, 5, 1) == "19900000001"


def test_only_what_is_looked_at_is_fetched(qtbot: QtBot) -> None:
    herd = Herd(1_000_000)
    model = RecordModel(herd, COLUMNS)
    model.reload()
    assert (model.rowCount(), herd.fetched) == (1_000_000, 0)
    for row in (0, 1, 2, 999_999, 500_000, 500_001):
        assert text(model, row, 0) == f"苏和{row}"
    assert herd.fetched <= 3 * PAGE


def test_pages_long_out_of_sight_are_forgotten(qtbot: QtBot) -> None:
    herd = Herd(1_000_000)
    model = RecordModel(herd, COLUMNS)
    model.reload()
    for page in range(PAGES_KEPT + 1):
        text(model, page * PAGE, 0)
    before = herd.fetched
    text(model, PAGES_KEPT * PAGE, 0)
    assert herd.fetched == before
    text(model, 0, 0)
    assert herd.fetched == before + PAGE


def test_sorting_is_the_source_s_work(model: RecordModel, herd: Herd) -> None:
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert herd.sorts == [("", False), ("name", True)]
    assert text(model, 0, 0) == "苏和999"
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert len(herd.sorts) == 2


def test_the_selection_survives_sorting(model: RecordModel) -> None:
    model.mark([0, 1], True)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.marked_ids() == [1, 0]
    assert model.is_marked(999)
    model.mark([999], False)
    assert model.marked_ids() == [1]


def test_a_vanished_row_says_so(qtbot: QtBot) -> None:
    model = RecordModel(Herd(10, gone=[3]), COLUMNS)
    model.reload()
    assert [text(model, 3, column) for column in range(3)] == ["（已不在）", "", ""]
    assert model.record(3) is None


def test_refresh_fetches_only_the_pages_concerned(model: RecordModel, herd: Herd) -> None:
    text(model, 0, 0)
    text(model, PAGE, 0)
    before = herd.fetched
    model.refresh([3])
    text(model, PAGE, 0)
    assert herd.fetched == before
    text(model, 0, 0)
    assert herd.fetched == before + PAGE


def test_a_valid_parent_has_no_rows(model: RecordModel) -> None:
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert not model.data(QModelIndex())


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    owner = Jobs()
    yield owner
    owner.stop()


def test_the_ids_may_come_from_beside_the_screen(herd: Herd, jobs: Jobs, qtbot: QtBot) -> None:
    model = RecordModel(herd, COLUMNS, jobs=jobs)
    with qtbot.waitSignal(model.counted) as counted:
        model.reload()
        assert model.rowCount() == 0
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert counted.args == [1000]
    assert text(model, 0, 0) == "苏和999"


def test_a_failing_query_is_told(herd: Herd, jobs: Jobs, qtbot: QtBot) -> None:
    model = RecordModel(herd, COLUMNS, jobs=jobs)
    herd.count = -1
    herd.ids = lambda *_: 1 // 0  # type: ignore[method-assign,assignment]
    with qtbot.waitSignal(model.failed) as failed:
        model.reload()
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_listed_columns_come_first_and_references_get_words() -> None:
    columns = columns_of(KINDS["follow_up"], lambda kind, record: f"{kind}:{record}")
    assert [column.name for column in columns[:2]] == ["person", "day"]
    assert columns[0].write({"person": "p1"}, True) == "person:p1"
