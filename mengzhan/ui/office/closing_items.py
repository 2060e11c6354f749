"""What an office found of a station's closing, as lines that open to the records."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from mengzhan.model.entry import Entry
from mengzhan.office.closings import ClosingCheck, Deed, Disagreement, Finding
from mengzhan.rules.closing import Changed, Correction
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.shell.action_words import ActionWords
from mengzhan.ui.widgets.timeline import TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

TONES: dict[Finding, Tone] = {
    Finding.OPEN: "plain",
    Finding.UNREADABLE: "red",
    Finding.FORGOTTEN: "amber",
    Finding.MISSING: "amber",
    Finding.DIFFERS: "red",
    Finding.CORRECTED: "blue",
    Finding.AGREES: "accent",
}


class ClosingItems(QObject):
    """Writes the lines; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._moments = Moments(workspace.session)
        self._actions = ActionWords(workspace.session)

    def finding(self, found: Finding) -> str:
        """Return what a finding is called."""
        return {
            Finding.OPEN: self.tr("没结账"),
            Finding.UNREADABLE: self.tr("读不出"),
            Finding.FORGOTTEN: self.tr("难核实"),
            Finding.MISSING: self.tr("缺流水"),
            Finding.DIFFERS: self.tr("对不上"),
            Finding.CORRECTED: self.tr("有更正"),
            Finding.AGREES: self.tr("一致"),
        }[found]

    def station(self, check: ClosingCheck, name: str) -> TimelineItem:
        """Return the line of a station."""
        day = check.close.closed_on if check.close else ""
        if check.close is None:
            words = self.tr("月结已被撤销") if check.deeds else self.tr("还没有结账")
        elif check.arrived:
            words = self.tr("{day} 收到").format(day=check.arrived)
        else:
            words = self.tr("已结账")
        if check.late:
            words = self.tr("{words}，晚了").format(words=words)
        badge, tone = self.finding(check.finding), TONES[check.finding]
        return TimelineItem(check.station, day, badge, name, words, tone)

    def found(self, check: ClosingCheck) -> Iterator[TimelineItem]:
        """Yield everything that was found, the gravest first."""
        for _, first, last in check.missing:
            words = self.tr("第 {first} 至 {last} 条流水没有收到，请站点再报一次。")
            detail = words.format(first=first, last=last)
            yield TimelineItem("", "", self.tr("缺流水"), self.tr("还不能核对"), detail, "amber")
        if check.moved:
            title = self.tr("月结写的流水位置不是它自己的位置")
            detail = self.tr("月结是手工改过的，请问清楚。")
            yield TimelineItem("", "", self.tr("对不上"), title, detail, "red")
        yield from map(self._disagreement, check.disagreements)
        if check.disagreements and check.erased:
            title = self.tr("结账后彻底清除了 {count} 条").format(count=len(check.erased))
            detail = self.tr("原来的依据已经没有了，对不上的数无法核实。")
            yield TimelineItem("", "", self.tr("清除"), title, detail, "amber")
        yield from map(self._deed, check.deeds)
        told: set[str] = set()
        for correction in check.corrections:
            yield self._correction(correction)
            for change in correction.changes:
                if change.evidence.record not in told:
                    told.add(change.evidence.record)
                    yield self._changed(change)
        for odd in check.anomalies:
            kind, record = odd.records[0] if odd.records else ("", "")
            badge, title = self.tr("异常"), say(odd.message)
            yield TimelineItem(f"{kind}/{record}", "", badge, title, odd.advice, "amber")

    def _disagreement(self, one: Disagreement) -> TimelineItem:
        code = one.indicator.code
        said = one.said.shown(code) if one.said else self.tr("没有写")
        words = self.tr("月结写 {said}，按结账时的记录是 {found} {unit}")
        detail = words.format(said=said, found=one.found.shown(code), unit=one.indicator.unit)
        return TimelineItem("", code, self.tr("对不上"), one.indicator.label, detail, "red")

    def _deed(self, one: Deed) -> TimelineItem:
        title = {
            "changed": self.tr("月结被改动"),
            "taken_back": self.tr("月结被撤销"),
            "restored": self.tr("月结被恢复"),
            "replaced": self.tr("重新结账"),
            "foreign": self.tr("别处用本站的名义写了月结，不算数"),
        }[one.what]
        if one.reason:
            title = self.tr("{title}：{reason}").format(title=title, reason=one.reason)
        kind = self._workspace.session.catalogue[one.entry.kind]
        fields = (kind.get(name) for name in one.fields)
        changed = [say(item.label) for item in fields if item is not None]
        detail = self._by(one.entry)
        if changed:
            words = self.tr("{fields}：{by}")
            detail = words.format(fields=self.tr("、").join(changed), by=detail)
        tone: Tone = "red" if one.what in ("changed", "foreign") else "amber"
        return TimelineItem("", "", self.tr("月结"), title, detail, tone)

    def _correction(self, one: Correction) -> TimelineItem:
        code = one.indicator.code
        before, now = one.before.shown(code), one.now.shown(code)
        words = self.tr("结账时 {before}，现在 {now} {unit}")
        if before == now:
            words = self.tr("数没变，依据的记录变了")
        detail = words.format(before=before, now=now, unit=one.indicator.unit)
        return TimelineItem("", code, self.tr("变了"), one.indicator.label, detail, "blue")

    def _changed(self, change: Changed) -> TimelineItem:
        one = change.evidence
        badge = self.tr("补报") if change.late else self.tr("更正")
        title = self._workspace.reader.title(one.kind, one.record) or self.tr("已删除的记录")
        detail = self._by(change.entries[-1]) if change.entries else ""
        return TimelineItem(f"{one.kind}/{one.record}", one.day, badge, title, detail)

    def _by(self, entry: Entry) -> str:
        words = self.tr("{when} {who} {what}")
        return words.format(
            when=self._moments.when(entry.wall),
            who=self._who(entry),
            what=self._actions.of(entry.words),
        )

    def _who(self, entry: Entry) -> str:
        """Name the operator; of another computer that told no names, what tells operators apart."""
        if entry.replica == self._workspace.session.replica or self._moments.named(entry.actor):
            return self._moments.who(entry.actor, entry.replica)
        return self.tr("站点操作员 {id}").format(id=entry.actor[:8])
