"""What an action is called for people."""

from PySide6.QtCore import QObject

from mengzhan.model.entry import EXCERPT
from mengzhan.rules.undo import REDO, UNDO
from mengzhan.store.session import Session
from mengzhan.ui.words import say, within


class ActionWords(QObject):
    """The words of an action for people: ``edit person`` is 修改人员."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def of(self, words: str) -> str:
        """Return what an action is called; one that this version does not know keeps its words."""
        verb, _, rest = words.partition(" ")
        kind = self._session.catalogue.get(rest)
        label = within(say(kind.one)) if kind is not None else rest
        template = self._templates().get(verb)
        return template.format(kind=label).strip() if template else words

    def of_action(self, action: str, words: str) -> str:
        """Return what an action is called and whom it was about, so that two can be told apart."""
        name = self.of(words)
        reader = self._session.read()
        changed = reader.action_records(action)
        first = changed[0] if changed else ""
        title = reader.title(reader.kind_of(first) or "", first)
        if not title:
            return name
        if len(changed) > 1:
            several = self.tr("{what}：{title} 等 {count} 条")
            return several.format(what=name, title=title, count=len(changed))
        return self.tr("{what}：{title}").format(what=name, title=title)

    def _templates(self) -> dict[str, str]:
        return {
            "add": self.tr("新建{kind}"),
            "edit": self.tr("修改{kind}"),
            "remove": self.tr("删除{kind}"),
            "settle": self.tr("确认{kind}"),
            "merge": self.tr("合并{kind}"),
            "move": self.tr("转出{kind}"),
            "erase": self.tr("彻底清除{kind}"),
            "import": self.tr("导入{kind}"),
            "bulk": self.tr("批量修改{kind}"),
            "answer": self.tr("记结果：{kind}"),
            "close": self.tr("结账"),
            UNDO: self.tr("撤销"),
            REDO: self.tr("重做"),
            "receipt": self.tr("读入回执"),
            EXCERPT: self.tr("上级转来"),
            "share": self.tr("读入同站数据"),
            "handover": self.tr("从旧电脑接手"),
            "visit": self.tr("记走访"),
            "verify": self.tr("核实{kind}"),
            "visit_sheet": self.tr("录入户表 {kind}"),
        }
