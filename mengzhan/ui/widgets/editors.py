"""Which editor edits which field: the one place where a type's ``editor`` becomes a widget."""

from mengzhan.model.fieldtypes import Editor
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.code_picker import CodePicker
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor
from mengzhan.ui.widgets.flag_editor import FlagEditor
from mengzhan.ui.widgets.picture_editor import PictureEditor
from mengzhan.ui.widgets.tag_picker import TagPicker
from mengzhan.ui.widgets.text_editors import (
    AreaEditor,
    DateEditor,
    LineEditor,
    MonthEditor,
    NumberEditor,
)

EDITORS: dict[Editor, type[FieldEditor]] = {
    "line": LineEditor,
    "area": AreaEditor,
    "number": NumberEditor,
    "date": DateEditor,
    "month": MonthEditor,
    "flag": FlagEditor,
    "choice": CodePicker,
    "choices": TagPicker,
    "division": CodePicker,
    "occupation": CodePicker,
    "occupations": TagPicker,
    "reference": CodePicker,
    "references": TagPicker,
    "pictures": PictureEditor,
}


def make_editor(field: Field, context: EditorContext) -> FieldEditor:
    """Return a new editor for ``field``."""
    return EDITORS[field.type.editor](field, context)
