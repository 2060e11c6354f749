"""What one column of a form is to be filled with: proposals under digits, or picked from all."""

from mengzhan.model.codes import Code, CodeTable
from mengzhan.model.fieldtypes import Choice
from mengzhan.model.kind import Field
from mengzhan.sheets.filling.formwords import meaning
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.ui.pages.importing.column_question import ColumnQuestion
from mengzhan.ui.pages.importing.paths import PathWords
from mengzhan.ui.words import say


class FormPathWords(PathWords):
    """Names what columns of a form hold."""

    def of(self, path: str) -> str:
        """Return the words for a path."""
        return say(meaning(path, self._words))


class FormQuestion(ColumnQuestion):
    """Asks about a column of a form."""

    def show_form(self, form: SuperiorForm) -> None:
        """Offer what columns of a form can hold."""
        self._form = form
        spoken = FormPathWords(form.words)
        paths = {str(number): path for number, path in enumerate(form.choices())}
        codes = CodeTable("form paths", [Code(n, spoken.of(path)) for n, path in paths.items()])
        self._offer_all(spoken, Field("path", self.tr("填什么"), Choice(codes)), paths)

    def _heading(self) -> str:
        return self.tr("{letters} “{header}”填什么")

    def _reason(self, column: MappedColumn) -> str:
        if column.path and not column.is_sure:
            return self.tr("拿不准。按数字键选一个；按 0 留空。")
        if not column.path:
            return self.tr("留空。要填就选一项。")
        return self.tr("不用问；不对就改。")

    def _is_offered(self, path: str) -> bool:
        return self._form.accepts(path)
