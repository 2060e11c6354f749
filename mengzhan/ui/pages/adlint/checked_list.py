"""The list of vacancies, with what is wrong with their ads."""

from array import array

from PySide6.QtWidgets import QWidget

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.ads.faulty import hit_words, rank
from mengzhan.rules.ads.rulebook import SEVERITIES
from mengzhan.rules.filters import Every, Filter, OneOf
from mengzhan.store.session import Session
from mengzhan.ui.pages.adlint.ad_faults import AdFaults
from mengzhan.ui.pages.conditions import FAULTY_AD
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.pages.record_source import KindSource
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.table_model import Column, Row, RowSource
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

FAULT = "ad_fault"
"""The column that says what is worst in an ad."""


class CheckedList(RecordList):
    """The vacancies. Their ads are looked at as soon as somebody asks: by the filter 广告有问题,
    which brings its column along, or by choosing the column."""

    KNOWS_FAULTS = True

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        self.faults = AdFaults(workspace, workspace)
        self._looked = False
        super().__init__(workspace, kind, parent)

    def _columns(self) -> tuple[list[Column], list[str]]:
        columns, shown = super()._columns()
        label = QT_TRANSLATE_NOOP("model", "广告问题")
        after = [column.name for column in columns].index("title") + 1
        columns.insert(after, Column(FAULT, label, self._fault, width=360, least=320))
        return columns, shown

    def _fault(self, row: Row, masked: bool) -> str:
        if not self._looked:
            # the column is in sight: look, once for all its lines
            self._looked = True
            self.faults.look()
        hit = self.faults.worst(str(row["id"]))
        return say(hit_words(hit)) if hit is not None else ""

    def _build(self) -> None:
        super()._build()
        self.checking = Words("", "remark")
        self.checking.hide()
        self.table.hint.insertWidget(0, self.checking)

    def _connect(self) -> None:
        super()._connect()
        self.filter_line.changed.connect(lambda: self.table.show_beside(FAULT, self._is_asked()))
        self.faults.found.connect(self._show_found)
        self.faults.going_on.connect(self._show_left)

    def _is_asked(self) -> bool:
        return FAULTY_AD in self.filter_line.conditions

    def _source(self) -> RowSource:
        line = self.filter_line
        if self._is_asked():
            self.faults.look()
        return VacancySource(
            self.workspace.session,
            line.filter(),
            line.text,
            self.faults,
            only_faulty=self._is_asked(),
        )

    def refresh(self) -> None:
        self._looked = False
        if self._is_asked():
            self.faults.look()
        super().refresh()

    def _show_found(self) -> None:
        if self._is_asked():
            self.table.reload()
        else:
            self.table.view.viewport().update()

    def _show_left(self, left: int) -> None:
        words = self.tr("正在检查广告，还有 {count} 个岗位")
        self.checking.setText(words.format(count=f"{left:,}"))
        self.checking.setVisible(left > 0)
        if self.table.is_empty:
            self._follow_count(0)

    def _follow_count(self, count: int) -> None:
        super()._follow_count(count)
        if self.faults.running and self._is_asked():
            words = self.tr("正在检查广告，查出问题的岗位会列在这里。")
            self.table.empty.set_sentence(words)


class VacancySource(KindSource):
    """Vacancies, which can be narrowed and ordered by what is wrong with their ads."""

    def __init__(
        self, session: Session, where: Filter, text: str, faults: AdFaults, *, only_faulty: bool
    ) -> None:
        super().__init__(session, "vacancy", where, text)
        self._faults = faults
        self._only_faulty = only_faulty

    def where(self) -> Filter:
        where = super().where()
        if not self._only_faulty:
            return where
        return Every((OneOf("id", tuple(self._faults.faulty())), where))

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        if sort_column != FAULT:
            return super().ids(sort_column, descending)
        faulty, reader = self._faults.faulty(), self._session.read()
        vacancies = {
            row["row"]: row["id"] for row in reader.columns("vacancy", ("row",), self.where())
        }

        def badness(row: int) -> int:
            hit = faulty.get(vacancies.get(row, ""))
            return rank(hit) if hit is not None else len(SEVERITIES)

        newest = super().ids("", descending=False)
        return array("q", sorted(newest, key=badness, reverse=descending))
