"""The list of vacancies, with what is wrong with their ads."""

from array import array
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.ads.faulty import hit_words, rank
from mengzhan.rules.ads.rulebook import SEVERITIES
from mengzhan.rules.filters import Compare, Contains, Either, Every, Filter, OneOf
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from mengzhan.ui.pages.adlint.ad_faults import AdFaults
from mengzhan.ui.pages.conditions import ASKED_OF_LISTS, ELSEWHERE, FAULTY_AD, Condition
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.pages.record_source import STATION, KindSource, station_column
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.table_model import Column, Row, RowSource
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

FAULT = "ad_fault"
"""The column that says what is worst in an ad."""


class CheckedList(RecordList):
    """The vacancies. Their ads are looked at as soon as somebody asks: by the filter 广告有问题,
    which brings its column along, or by choosing the column. The filter 其他站的岗位 shows those
    that other stations share, with whose they are; they are looked at and matched, not worked on."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        self.faults = AdFaults(workspace, workspace)
        self._looked = False
        super().__init__(workspace, kind, parent)

    def _answers(self) -> Sequence[Condition]:
        # an office has every station's vacancies in its list anyway
        return (FAULTY_AD,) if self.workspace.session.is_office else ASKED_OF_LISTS

    def _columns(self) -> tuple[list[Column], list[str]]:
        columns, shown = super()._columns()
        label = QT_TRANSLATE_NOOP("model", "广告问题")
        after = [column.name for column in columns].index("title") + 1
        columns.insert(after, Column(FAULT, label, self._fault, width=360, least=320))
        if not self.workspace.session.is_office:
            columns.insert(after, station_column())
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
        self.filter_line.changed.connect(self._show_beside)
        self.faults.found.connect(self._show_found)
        self.faults.going_on.connect(self._show_left)

    def _show_beside(self) -> None:
        elsewhere = self._is_elsewhere()
        self.table.show_beside(STATION, elsewhere)
        self.table.show_beside(FAULT, self._is_asked())
        self.arrange()

    def _is_asked(self) -> bool:
        return FAULTY_AD in self.filter_line.conditions and not self._is_elsewhere()

    def _is_elsewhere(self) -> bool:
        return ELSEWHERE in self.filter_line.conditions

    def _show_marked(self, marked: int) -> None:
        super()._show_marked(marked)
        elsewhere = self._is_elsewhere()
        for button in (self.export_button, self.fill_button):
            button.setVisible(not elsewhere)
        if elsewhere:
            for button in (self.bulk_button, self.remove_button, self.paper_button):
                button.hide()

    def _source(self) -> RowSource:
        line = self.filter_line
        if self._is_elsewhere():
            return ForeignSource(self.workspace.session, line.filter(), line.text)
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
        elif self.filter_line.conditions == [ELSEWHERE] and not self.filter_line.text:
            words = self.tr("其他站还没有共享岗位。读入上级的回执以后，有了就列在这里。")
            self.table.empty.set_sentence(words)


class ForeignSource(KindSource):
    """Vacancies that other stations share. The index finds of a kind the station's own alone, so a
    search goes through their titles and places."""

    def __init__(self, session: Session, where: Filter, text: str) -> None:
        named = Either(tuple(Contains(name, text.strip()) for name in ("title", "workplace")))
        told = Compare("excerpt", "eq", True)
        super().__init__(session, "vacancy", Every((told, named, where)))

    def reader(self) -> StoreReader:
        return super().reader().with_excerpts()


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
