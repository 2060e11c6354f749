"""What the window warns of when it opens: the clock, a copied folder, drafts, the last end."""

from PySide6.QtCore import QObject

from mengzhan.model.clock import BEIJING, wall_moment, wall_text
from mengzhan.model.problem import UserError
from mengzhan.rules.workdays import working_calendar
from mengzhan.store.papers import SHEET_DRAFT, count_drafts
from mengzhan.store.session import Session
from mengzhan.ui.shell.warnings import Notice
from mengzhan.ui.words import say

CLOCK, COPY, DRAFT, CONFLICT = "clock", "copy", "draft", "conflict"
UNCLEAN, BACKUP, CALENDAR = "unclean", "backup", "calendar"
HANDOVER = "handover"


class Notices(QObject):
    """Writes the notices for a session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def at_start(self) -> list[Notice]:
        """Return what is worth a word when the window opens."""
        found = [
            self.handover(),
            self.clock(),
            self._copy(),
            self._draft(),
            self.conflicts(),
            self._unclean(),
            self.backup(self._session.store.backup_problem),
            self._calendar(),
        ]
        return [notice for notice in found if notice is not None]

    def clock(self) -> Notice | None:
        """A clock behind the last entry, or more than a day ahead of it."""
        state = self._session.clock_state()
        if state == "behind":
            last = wall_moment(self._session.read().journal.highest()) + BEIJING
            words = self.tr(
                "电脑时间比最后一条记录（{day}）还早。可以接着登记，但请先把电脑日期时间调准。"
            )
            sentence = words.format(day=f"{last:%Y-%m-%d %H:%M}")
            return Notice(CLOCK, self.tr("时钟"), sentence, "red", (("again", self.tr("已调好")),))
        if state == "ahead":
            words = self.tr("电脑日期是 {day}，离上一条记录超过一天。今天是这一天吗？")
            sentence = words.format(day=self._session.today().isoformat())
            offers = (("right", self.tr("是，日期没错")), ("wrong", self.tr("不对，我去改")))
            return Notice(CLOCK, self.tr("时钟"), sentence, "amber", offers)
        return None

    def handover(self) -> Notice | None:
        """The station lives on another computer now."""
        day = self._session.handed_over
        if not day:
            return None
        words = self.tr(
            "本站已于 {day} 移交到新电脑。这台电脑只能查看，不能登记、报送。请到新电脑上办。"
        )
        offers = (("resume", self.tr("新电脑没有收到，继续在这台电脑上使用")),)
        return Notice(HANDOVER, self.tr("已移交"), words.format(day=day), "red", offers)

    def _copy(self) -> Notice | None:
        if not self._session.is_new_copy:
            return None
        sentence = self.tr(
            "这份数据是恢复或拷贝来的，已换成新的副本，可以放心接着用。"
            "缺的记录会随上级的下一份回执补回来。"
        )
        return Notice(COPY, self.tr("副本"), sentence, "blue", (("seen", self.tr("关闭")),))

    def _draft(self) -> Notice | None:
        drafts = self._session.read().drafts()
        if not drafts:
            return None
        kind = self._session.catalogue.get(drafts[0]["kind"])
        label = say(kind.label) if kind is not None else drafts[0]["kind"]
        if drafts[0]["kind"] == SHEET_DRAFT:
            label = self.tr("入户表")
        sentence = self.tr("上次有 {count} 份没存完的草稿，最近一份是{kind}。").format(
            count=count_drafts(self._session), kind=label
        )
        offers = (("open", self.tr("接着填")), ("later", self.tr("以后再说")))
        return Notice(DRAFT, self.tr("草稿"), sentence, "blue", offers)

    def conflicts(self) -> Notice | None:
        """Values that differ between two places and wait for a person."""
        found = len(self._session.read().conflicts())
        if not found:
            return None
        sentence = self.tr("有 {count} 处两边填得不一样，要人看一眼定下来。").format(count=found)
        return Notice(CONFLICT, self.tr("待定"), sentence, "amber", (("open", self.tr("去看看")),))

    def _unclean(self) -> Notice | None:
        if not self._session.store.was_unclean:
            return None
        sentence = self.tr("上次没有正常关闭（断电或死机）。已检查过，数据完好。")
        return Notice(UNCLEAN, self.tr("已检查"), sentence, "blue", (("seen", self.tr("关闭")),))

    def backup(self, problem: UserError | None) -> Notice | None:
        """Why there is no fresh backup."""
        if problem is None:
            return None
        sentence = self.tr("备份没有做成：{why}").format(why=say(problem.message))
        return Notice(BACKUP, self.tr("备份"), sentence, "red", (("again", self.tr("再试一次")),))

    def _calendar(self) -> Notice | None:
        year = self._session.today().year
        if working_calendar().is_known(year):
            return None
        sentence = self.tr("程序里还没有 {year} 年的放假安排，工作日先按周一到周五算。").format(
            year=year
        )
        return Notice(CALENDAR, self.tr("日历"), sentence, "blue", (("seen", self.tr("关闭")),))


class StatusWords(QObject):
    """The foot of the rail: saved, backed up when, how the clock stands."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def write(self) -> str:
        """Return the lines."""
        return "\n".join((self.tr("● 已保存"), self.backup(), self._clock()))

    def backup(self) -> str:
        """Say when the last backup was made."""
        newest = self._session.store.backups.newest()
        if newest is None:
            return self.tr("还没有备份")
        made = newest.made + BEIJING
        now = self._session.clock() + BEIJING
        days = (now.date() - made.date()).days
        if days == 0:
            return self.tr("备份 今天 {time}").format(time=f"{made:%H:%M}")
        if days == 1:
            return self.tr("备份 昨天 {time}").format(time=f"{made:%H:%M}")
        return self.tr("备份 {day}").format(day=f"{made:%m-%d}")

    def _clock(self) -> str:
        if self._session.clock_state() == "behind":
            return self.tr("时钟 偏慢")
        moment = wall_moment(wall_text(self._session.clock())) + BEIJING
        return self.tr("时钟 {time}").format(time=f"{moment:%H:%M}")
