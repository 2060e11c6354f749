"""Small dialogs about one record: which other one, which station, really for ever."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.fieldtypes import Division, Reference
from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.editor import EditorContext
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import References, Workspace


class _Question(QuestionDialog):
    """A heading, a sentence, one field, and two buttons."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.words = Words("", wrap=True)
        self.panel.body.addWidget(self.words)
        self.place = QVBoxLayout()
        self.panel.body.addLayout(self.place)
        self.panel.body.addStretch(1)
        self.remark = Words("", "remark", wrap=True, tone="amber")
        self.panel.body.addWidget(self.remark)
        self.go_button = Button("", "Ctrl+Return")
        self.go_button.clicked.connect(self.try_go)
        self.put_foot(self.go_button, 520, 420)

    def try_go(self) -> None:
        """Accept if what was asked for is there."""
        self.accept()


class _PickOne(_Question):
    """Asks for one value with the editor of a field."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.editor = make_editor(field, context)
        self.editor.moved.connect(lambda _step: self.go_button.setFocus())
        self.place.addWidget(self.editor)
        self.editor.setFocus()

    @property
    def picked(self) -> str:
        """What was picked, or an empty text."""
        return str(self.editor.value() or "")

    def allowed(self, value: str) -> bool:
        """Whether the value will do."""
        return bool(value)

    def try_go(self) -> None:
        self.editor.commit()
        if self.allowed(self.picked):
            self.accept()
        else:
            self.remark.setText(self.tr("请从列表里选一个。"))
            self.editor.setFocus()


class _Others:
    """Finds every record but one: nothing can be merged into itself."""

    def __init__(self, all_: References, own: str) -> None:
        self._all, self._own = all_, own

    def search(self, kind: str, text: str, limit: int) -> list[Option]:
        found = self._all.search(kind, text, limit + 1)
        return [option for option in found if option.code != self._own][:limit]

    def title(self, kind: str, record: str) -> str:
        return self._all.title(kind, record)


class PickRecord(_PickOne):
    """Asks into which record another one is to be merged."""

    def __init__(
        self, workspace: Workspace, kind: str, record: str, parent: QWidget | None = None
    ) -> None:
        self._own = record
        field = Field("keep", QT_TRANSLATE_NOOP("model", "留下哪一条"), Reference(kind))
        others = _Others(workspace.references, record)
        super().__init__(field, replace(form_context(workspace), references=others), parent)
        heading = self.tr("把 {title} 并到另一条").format(
            title=workspace.reader.title(kind, record)
        )
        self.set_title(self.tr("并到另一条"), heading)
        self.words.setText(
            self.tr("选留下的那一条。列表和统计以后只算它；这一条的回访、推荐都跟过去。可以撤销。")
        )
        self.go_button.set_words(self.tr("合并"))

    def allowed(self, value: str) -> bool:
        return bool(value) and value != self._own


class PickStation(_PickOne):
    """Asks which station a record goes to."""

    def __init__(
        self, workspace: Workspace, kind: str, record: str, parent: QWidget | None = None
    ) -> None:
        self._here = workspace.session.place.code
        field = Field("station", QT_TRANSLATE_NOOP("model", "移交给"), Division())
        super().__init__(field, form_context(workspace), parent)
        heading = self.tr("把 {title} 移交别的站").format(
            title=workspace.reader.title(kind, record)
        )
        self.set_title(self.tr("移交别的站"), heading)
        self.words.setText(
            self.tr(
                "选接手的嘎查村或社区。下次报送后，对方从上级的回执里收到这条；本站做过的服务仍算本站。可以撤销。"
            )
        )
        self.go_button.set_words(self.tr("移交"))

    def allowed(self, value: str) -> bool:
        return bool(value) and value != self._here


class EraseDialog(_Question):
    """Explains what erasing means and has a word typed before it happens."""

    def __init__(
        self, workspace: Workspace, kind: str, record: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        heading = self.tr("彻底删除 {title}").format(title=workspace.reader.title(kind, record))
        self.set_title(self.tr("彻底删除"), heading)
        services = len(workspace.reader.links_to(record))
        self.words.setText(
            self.tr(
                "本人要求删除，或离开后保留期已满时用（个人信息保护法第47条）。\n"
                "· 姓名、证件号、电话等一律抹掉，别处文字里提到的也抹掉，{days} 天内连备份也清掉。\n"
                "· 只留日期、分类和旗县，已报的数字不变；{services} 条服务记录还在，但看不出是谁。\n"
                "· 上级和别的电脑收到后同样抹掉。不能撤销，旧的包也带不回来。"
            ).format(days=30, services=services)
        )
        self.word = self.tr("彻底删除")
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("要继续，请在这里打“{word}”").format(word=self.word))
        self.line.moved.connect(lambda _step: self.try_go())
        self.place.addWidget(self.line)
        label = say(workspace.session.catalogue[kind].label)
        self.go_button.set_words(self.tr("彻底删除这个{label}").format(label=label))
        self.go_button.set_look("danger")
        self.line.setFocus()

    def try_go(self) -> None:
        if self.line.text().strip() == self.word:
            self.accept()
        else:
            self.remark.setText(self.tr("要打“{word}”这四个字才会删除。").format(word=self.word))
            self.line.setFocus()
