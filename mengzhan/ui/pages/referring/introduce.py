"""Introducing people to a vacancy: who, to what, what speaks against it, and on to the letters."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mengzhan.model.fieldtypes import Reference
from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.filters import Every, OneOf
from mengzhan.rules.referral_doubts import Doubt, doubts_about
from mengzhan.rules.referrals import refer
from mengzhan.rules.state import (
    OPEN,
    PARTLY,
    VacancyOn,
    places_words,
    state_on,
    still_offered,
)
from mengzhan.store.session import Session
from mengzhan.ui.pages.context import KeptSettings
from mengzhan.ui.pages.publishing.door import PaperDoor
from mengzhan.ui.pages.record_source import MOST_FOUND, KindSource, Titles
from mengzhan.ui.pages.referring.listed_source import ListedSource, list_columns
from mengzhan.ui.pages.referring.lists_now import ListsNow
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.widgets.record_table import RecordTable
from mengzhan.ui.widgets.table_model import Row, RowSource, columns_of
from mengzhan.ui.words import say
from mengzhan.ui.workspace import References, Workspace

_FROM_LIST = ("name", "list_days", "contact_on", "wanted_occupations", "area_group", "phone")
_GIVEN = ("name", "employment_status", "wanted_occupations", "area_group", "phone")
_MOST_DOUBTS = 4
_MOST_NAMES = 10
_HIGH = 620
_OTHER = Qt.FocusReason.OtherFocusReason


def introduce(
    workspace: Workspace,
    people: Sequence[str],
    vacancy: str,
    parent: QWidget,
    now: ListsNow | None = None,
) -> "IntroduceDialog":
    """Let the user introduce people to a vacancy; the dialog does the rest, up to the letters.

    Args:
        people: who was chosen already; without any, those who want work are offered.
        vacancy: to what; empty, if it is to be asked.
        now: the two lists, if somebody has worked them out.
    """
    dialog = IntroduceDialog(workspace, people, vacancy, parent, now)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def introduce_matches(
    workspace: Workspace, kind: str, record: str, ticked: Sequence[str], parent: QWidget
) -> None:
    """Introduce what was ticked beside a vacancy or a person: several people to the vacancy, or the
    person to several vacancies one after the other. Whoever leaves a dialog leaves the rest."""
    if kind == "vacancy" and ticked:
        introduce(workspace, ticked, record, parent)
    elif ticked:
        first, *others = ticked
        dialog = introduce(workspace, [record], first, parent)
        dialog.accepted.connect(lambda: introduce_matches(workspace, kind, record, others, parent))


class _OpenVacancies(References):
    """Finds vacancies that are to be had, each with its employer."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._open = session

    def search(self, kind: str, text: str, limit: int) -> list[Option]:
        """Return those that fit what is typed, the newest first."""
        source = KindSource(self._open, kind, still_offered(self._open.today()), text)
        ids = source.ids("", descending=True)
        rows = (
            row for at in range(0, len(ids), limit) for row in source.rows(ids[at : at + limit])
        )
        return [self._with_employer(row) for row in islice(filter(self._has_room, rows), limit)]

    def _has_room(self, row: Row) -> bool:
        on = state_on(self._open.read(), str(row["id"]), self._open.today())
        return isinstance(on, VacancyOn) and on.status in (OPEN, PARTLY)

    def _with_employer(self, row: Row) -> Option:
        employer = self.title("employer", str(row.get("employer") or ""))
        detail = f"{employer}  {row.get('workplace') or ''}"
        return replace(self.option("vacancy", str(row["id"])), detail=detail)


class IntroduceDialog(QuestionDialog):
    """Space ticks, Enter introduces who is ticked; a doubt asks for Enter once more.

    Ticks outlive a search, so that several people are found one after the other.
    """

    def __init__(
        self,
        workspace: Workspace,
        people: Sequence[str],
        vacancy: str,
        parent: QWidget | None = None,
        now: ListsNow | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._people = tuple(dict.fromkeys(people))
        self._given = vacancy
        self._now = now or ListsNow(workspace.session)
        self._ticked: dict[int, None] = {}
        self._doubts: list[Doubt] = []
        self._said: list[Doubt] = []
        self.vacancy_editor = None if vacancy else self._vacancy_editor()
        self.search = LineEdit()
        self.search.setPlaceholderText(self.tr("找人：姓名、拼音首字母、电话后几位"))
        columns = [*columns_of(workspace.session.catalogue["person"], Titles(workspace.session))]
        nobody = self.tr("清单里没有等着找活的人。先登记人员，再推荐。")
        self.table = RecordTable(
            "introduce",
            self._source(),
            [*columns, *list_columns()],
            empty=(nobody, ""),
            shown=_GIVEN if people else _FROM_LIST,
            settings=KeptSettings(workspace.session),
            jobs=workspace.jobs,
        )
        self.names = Words("", "remark", wrap=True, tone="accent")
        self.remark = Words("", "remark", wrap=True, tone="amber")
        self.letters_box = QCheckBox(self.tr("接着印推荐信"))
        self.letters_box.setChecked(True)
        self.go_button = FilledButton("", "Ctrl+Return")
        self._build()
        self._connect()
        self._follow_marks()

    def _vacancy_editor(self) -> FieldEditor:
        label = QT_TRANSLATE_NOOP("model", "推荐到哪个岗位")
        session = self._workspace.session
        context = EditorContext(session.today, _OpenVacancies(session), creates=False)
        return make_editor(Field("vacancy", label, Reference("vacancy")), context)

    def _source(self) -> RowSource:
        session = self._workspace.session
        if self._people:
            return KindSource(session, "person", OneOf("id", self._people))
        return ListedSource(session, "person", self._now, "standing", Every(), self.search.text())

    def _build(self) -> None:
        body = self.panel.body
        if self.vacancy_editor is not None:
            body.addWidget(Words(say(self.vacancy_editor.field.label), "label"))
            body.addWidget(self.vacancy_editor)
        body.addWidget(self.search)
        body.addWidget(self.table, 1)
        body.addWidget(self.names)
        body.addWidget(self.remark)
        body.addWidget(self.letters_box)
        self.search.setVisible(not self._people)
        self.put_foot(self.go_button, 760, 460)
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().height() - theme().size(40)
            self.resize(self.width(), max(self.height(), min(theme().size(_HIGH), room)))
        self._say_vacancy()
        first = self.vacancy_editor or self.table
        first.setFocus(_OTHER)

    def _connect(self) -> None:
        self.go_button.clicked.connect(self.try_go)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.moved.connect(lambda _step: self._take_found())
        self.table.typed.connect(self._type_into_search)
        self.table.opened.connect(lambda _row: self._take_current())
        self.table.marked.connect(lambda _count: self._tick())
        self.table.model.counted.connect(lambda _count: self._tick_again())
        self.table.model.failed.connect(self._workspace.failed)
        if self._people:
            rows = self._workspace.reader.records("person", self._people).values()
            self._ticked = {int(row["row"]): None for row in rows}
        if self.vacancy_editor is not None:
            self.vacancy_editor.changed.connect(self._say_vacancy)
            self.vacancy_editor.changed.connect(self._follow_marks)
            self.vacancy_editor.moved.connect(lambda _step: self.table.setFocus(_OTHER))

    @property
    def vacancy(self) -> str:
        """To what people are introduced, or an empty text while nobody said."""
        if self.vacancy_editor is None:
            return self._given
        return str(self.vacancy_editor.value() or "")

    def chosen(self) -> list[str]:
        """Who is ticked, in the order in which they were."""
        rows = self._workspace.reader.rows("person", [*self._ticked])
        return [str(row["id"]) for row in rows]

    # Ticking -------------------------------------------------------------------------------

    _looking = False

    def _look(self) -> None:
        """Show whom the search finds; the table forgets its ticks, this dialog does not."""
        self._looking = True
        self.table.set_source(self._source())

    def _tick(self) -> None:
        if self._looking:
            return
        marked = dict.fromkeys(self.table.model.marked_ids())
        seen = set(self.table.model.ids)
        kept = {row: None for row in self._ticked if row in marked or row not in seen}
        self._ticked = kept | marked
        self._follow_marks()

    def _tick_again(self) -> None:
        lines = (self.table.model.line_of(row) for row in self._ticked)
        self.table.model.mark([line for line in lines if line >= 0], True)
        self._looking = False
        self._tick()

    def _take_found(self) -> None:
        """Enter in the search: whom alone it finds is ticked, several are walked through."""
        text = self.search.text().strip()
        lines = self._now.lines("person", "standing")
        hits = self._workspace.reader.search(text, "person", MOST_FOUND) if text else []
        found = [record for _, record in hits if record in lines]
        row = self._workspace.reader.record("person", found[0]) if len(found) == 1 else None
        if row is None:
            self.table.setFocus(_OTHER)
            return
        self._ticked[int(row["row"])] = None
        self.search.clear()
        self._follow_marks()

    # Showing -------------------------------------------------------------------------------

    def _say_vacancy(self) -> None:
        reader, session = self._workspace.reader, self._workspace.session
        row = reader.record("vacancy", self.vacancy) if self.vacancy else None
        if row is None:
            self.set_title(
                self.tr("推荐"), self.tr("推荐 {count} 人").format(count=len(self._people))
            )
            return
        on = state_on(reader, self.vacancy, session.today())
        left = on.places_left if isinstance(on, VacancyOn) else 0
        words = self.tr("推荐到：{title}（{employer}），{places}")
        heading = words.format(
            title=row.get("title") or "",
            employer=reader.title("employer", str(row.get("employer") or "")),
            places=say(places_words(row, left)),
        )
        self.set_title(self.tr("推荐"), heading)

    def _follow_marks(self) -> None:
        chosen, today = self.chosen(), self._workspace.session.today()
        self._doubts = []
        if chosen and self.vacancy:
            self._doubts = doubts_about(self._workspace.reader, chosen, self.vacancy, today)
        shown = [say(doubt.words) for doubt in self._doubts[:_MOST_DOUBTS]]
        more = len(self._doubts) - len(shown)
        if more:
            shown.append(self.tr("还有 {count} 处要留意。").format(count=more))
        self.remark.setText("\n".join(shown))
        names = [self._workspace.reader.title("person", one) for one in chosen[:_MOST_NAMES]]
        if len(chosen) > len(names):
            names.append("…")
        words = self.tr("已选：{names}").format(names=self.tr("、").join(names))
        self.names.setText(words if names else "")
        words = self.tr("仍要推荐 {count} 人") if self._doubts else self.tr("推荐 {count} 人")
        self.go_button.set_words(words.format(count=len(chosen)))

    def _type_into_search(self, text: str) -> None:
        if not self._people:
            self.search.setFocus(_OTHER)
            self.search.setText(text)
            self.search.deselect()
            self.search.setCursorPosition(len(text))

    # Going on ------------------------------------------------------------------------------

    def _take_current(self) -> None:
        """Enter in the table: whoever is ticked, or else the current line."""
        if not self._ticked:
            self.table.model.mark([self.table.view.currentIndex().row()], True)
        self.try_go()

    def try_go(self) -> None:
        """Accept if people and vacancy are known and every doubt was said before."""
        if self.vacancy_editor is not None:
            self.vacancy_editor.commit()
            if not self.vacancy:
                self.remark.setText(self.tr("请先选推荐到哪个岗位。"))
                self.vacancy_editor.setFocus(_OTHER)
                return
        if not self.chosen():
            self.remark.setText(self.tr("请先选推荐谁：按空格勾选。"))
            self.table.setFocus(_OTHER)
        elif self._doubts and self._said != self._doubts:
            self._said = self._doubts
            self.go_button.setFocus(_OTHER)
        else:
            self._carry_out()

    def _carry_out(self) -> None:
        """Introduce who is ticked and close; the letters follow."""
        chosen, reader = self.chosen(), self._workspace.reader
        words = self.tr("已推荐 {count} 人到 {title}")
        saying = words.format(count=len(chosen), title=reader.title("vacancy", self.vacancy))
        operation = refer(chosen, self.vacancy, self._workspace.session.today())
        change = self._workspace.run(operation, "add referral", saying)
        if change is None:
            return
        made = reader.records("referral", [record for _, record in change.records])
        in_order = sorted(made, key=lambda record: str(made[record]["letter_no"]))
        prints, window = self.letters_box.isChecked(), self.parentWidget()
        self.accept()
        if prints and window is not None:
            PaperDoor(self._workspace, "referral").open(in_order, window)
