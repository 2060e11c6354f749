"""Settings: what the station is called and where it is."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.divisions import division_tree
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words, space
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
        self.button.clicked.connect(self.rename)
        self.name.moved.connect(lambda step: self.rename() if step > 0 else None)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.button)
        column.addLayout(row)
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

    def rename(self) -> None:
        """Keep another name."""
        name, place = self.name.text().strip(), self._workspace.session.place
        if name and name != place.name:
            self._workspace.session.set_setting("place", {"code": place.code, "name": name})
            self._workspace.said.emit(self.tr("已改名，下次打开时各处都换"), "")
        self.refresh()
