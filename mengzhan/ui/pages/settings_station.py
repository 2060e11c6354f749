"""Settings: what the station is called, where it is, and which telephone stands on its papers."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mengzhan.model.divisions import division_tree
from mengzhan.model.phone import check_phone, clean_phone
from mengzhan.store.papers import outlet_of, set_outlet_phone
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.widgets.taken_line import TakenLine
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class StationSection(QWidget):
    """The name can be changed; the place is part of every package and stays."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        space(column, 0, 10)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._facts: dict[str, Words] = {}
        for place, (name, label) in enumerate(
            (("place", self.tr("地区")), ("code", self.tr("地区代码")), ("office", self.tr("上级")))
        ):
            self._facts[name] = Words("", wrap=True)
            self._grid.addWidget(Words(label, "label"), place, 0)
            self._grid.addWidget(self._facts[name], place, 1)
        column.addLayout(self._grid)
        column.addWidget(Words(self.tr("站点名称"), "label"))
        self.name = LineEdit()
        self.button = FilledButton(self.tr("改名"))
        column.addLayout(TakenLine(self.name, self.button, self.rename))
        column.addWidget(Words(self.tr("站里电话（印在招聘信息、推荐信上）"), "label"))
        self.phone = LineEdit()
        self.phone_button = Button(self.tr("记住"))
        column.addLayout(TakenLine(self.phone, self.phone_button, self.keep_phone))
        self.problem = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.problem)
        words = self.tr("地区选错了，请在还没有报送之前重新建站；已经报送过的，请联系上级。")
        column.addWidget(Words(words, "remark", wrap=True))
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Read the station anew."""
        place = self._workspace.session.place
        office = self._workspace.session.setting("office")
        self._facts["place"].setText(division_tree().full_name(place.code))
        self._facts["code"].setText(place.code)
        unknown = self.tr("还没有登记上级，到“上级与钥匙”里登记")
        self._facts["office"].setText(office["name"] if office else unknown)
        self.name.setText(place.name)
        self.phone.setText(outlet_of(self._workspace.session).phone)
        self.problem.setText("")

    def rename(self) -> None:
        """Keep another name."""
        name, place = self.name.text().strip(), self._workspace.session.place
        if name and name != place.name:
            self._workspace.session.set_setting("place", {"code": place.code, "name": name})
            self._workspace.said.emit(self.tr("已改名，下次打开时各处都换"), "")
        self.refresh()

    def keep_phone(self) -> None:
        """Keep the telephone that stands on paper, or none."""
        typed = self.phone.text().strip()
        problem = next((found for found in check_phone(typed) if typed and found.blocks), None)
        if problem is not None:
            self.problem.setText(say(problem.hint))
            return
        set_outlet_phone(self._workspace.session, clean_phone(typed))
        self._workspace.said.emit(self.tr("已记住站里电话"), "")
        self.refresh()
