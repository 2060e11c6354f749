"""What the office asked to be put right, beside the fields, with its suggestion one key away."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mengzhan.model.entry import Value
from mengzhan.office.reasons import reason_words
from mengzhan.store.exchange import Exchange, ReceivedVerdict
from mengzhan.store.session import Session
from mengzhan.ui.widgets.form import Form
from mengzhan.ui.widgets.panel import HintLine
from mengzhan.ui.words import say


def close_fixes(session: Session, record: str, fields: Iterable[str]) -> None:
    """Note that the station has answered the office's wishes for these fields."""
    names = list(fields)
    session.store.writer.run(lambda c: Exchange(c).close_verdicts(record, names))


class FixHints(QObject):
    """The hints of one form. F4 takes the suggestion for the field in focus."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self._hints: list[HintLine] = []
        self._verdicts: dict[str, ReceivedVerdict] = {}

    @property
    def fields(self) -> list[str]:
        """The fields that the office wants changed."""
        return list(self._verdicts)

    def show(self, verdicts: Sequence[ReceivedVerdict]) -> None:
        """Show what the office said of the record in the form."""
        for hint in self._hints:
            hint.hide()
            hint.deleteLater()
        self._hints.clear()
        self._verdicts = {v.field or self._form.body.order[0]: v for v in verdicts}
        for name, verdict in self._verdicts.items():
            if name in self._form.rows:
                self._put(name, verdict)

    def _put(self, name: str, verdict: ReceivedVerdict) -> None:
        words = self.tr("上级请改：{reason}").format(reason=say(reason_words(verdict.reason)))
        offers: tuple[tuple[str, str], ...] = ()
        if verdict.suggestion:
            item = self._form.rows[name].field
            shown = item.show(self._read(name), masked=False) or verdict.suggestion
            words = self.tr("上级请改：{reason} 建议 {value}").format(
                reason=say(reason_words(verdict.reason)), value=shown
            )
            offers = (("take", self.tr("采用建议  F4")),)
        hint = HintLine(words, "amber", offers=offers)
        hint.chosen.connect(lambda _name: self.take(name))
        self._form.slot(name).addWidget(hint)
        self._hints.append(hint)

    def _read(self, name: str) -> Value:
        item = self._form.rows[name].field
        today = self._form.editor(name).context.today()
        return item.read(self._verdicts[name].suggestion, today).value

    def take(self, name: str) -> None:
        """Put the office's suggestion into the field."""
        verdict = self._verdicts.get(name)
        if verdict is None or not verdict.suggestion:
            return
        if self._form.rows[name].covered:
            self._form.lift(name)
        self._form.set_value(name, self._read(name))
        self._form.focus(name)

    def take_here(self) -> None:
        """Take the suggestion for the field in focus, or the first there is."""
        focused = QApplication.focusWidget()
        rows = self._form.rows
        here = (
            name
            for name in self._verdicts
            if name in rows and focused is not None and rows[name].isAncestorOf(focused)
        )
        name = next(here, next(iter(self._verdicts), ""))
        if name:
            self.take(name)
