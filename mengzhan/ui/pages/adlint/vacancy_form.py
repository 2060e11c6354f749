"""岗位: the form of a vacancy, with what its words break said under the fields."""

from PySide6.QtWidgets import QWidget

from mengzhan.ui.pages.adlint.ad_hints import TAKE_KEY, AdHints
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class VacancyForm(RecordForm):
    """A vacancy. Only the words of a fraud keep it from being saved."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, kind, parent)
        form = self.form
        self.ads = AdHints(
            workspace, form.rows, form.values, form.set_value, form.has_reached, self
        )
        self.ads.changed.connect(self._sum_up)
        self._sum = Words("", "remark", wrap=True)
        self.side.body.insertWidget(0, self._sum)
        self._sum_up()
        bind(self, TAKE_KEY, self.ads.take_here)

    def _look(self) -> None:
        super()._look()
        self.ads.look()

    def _sum_up(self) -> None:
        open_hits = [hit for hit in self.ads.hits if not hit.reason]
        labels = dict.fromkeys(self._label(hit.field) for hit in open_hits)
        words = self.tr("招聘用语有 {count} 处要看：{fields}。理由和改法写在各栏下面。")
        self._sum.setText(
            words.format(count=len(open_hits), fields=self.tr("、").join(labels))
            if open_hits
            else self.tr("招聘用语边填边查，没有发现问题。")
        )

    def summary(self) -> str:
        """What the side says of the words."""
        return self._sum.text()

    def _label(self, field: str) -> str:
        return say(self.kind[field].label)
