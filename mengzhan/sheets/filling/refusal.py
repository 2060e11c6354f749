"""Why a form cannot be filled, each reason with a stable code and the words for a person.

``FormRefused.code`` is one of the keys of ``_WORDS`` with ``form.`` before it:

``form.encrypted`` (a password is needed), ``form.not_a_workbook`` (no xlsx or xlsm, also xls, et
and xlsb), ``form.damaged`` (the zip or a part in it cannot be read), ``form.too_large``,
``form.unsafe`` (a document type, which no spreadsheet writes), ``form.encoding``,
``form.no_sheet``, ``form.no_cells`` (a chart sheet), ``form.disordered`` (rows or cells come twice
or in a wrong order), ``form.no_such_cell``, ``form.text``, ``form.text_too_long``,
``form.number``, ``form.cannot_insert``, ``form.not_as_written``.
"""

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_WORDS = {
    "encrypted": QT_TRANSLATE_NOOP(
        "model", "这个表格设了打开密码。请在 Excel 或 WPS 里取消密码，另存一份再填。"
    ),
    "not_a_workbook": QT_TRANSLATE_NOOP(
        "model", "只能填 xlsx 或 xlsm 表格。请用 Excel 或 WPS 打开，另存为 xlsx 再填。"
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "model", "表格文件损坏，读不出来。请向上级重新要一份，或用 Excel 打开后另存再填。"
    ),
    "too_large": QT_TRANSLATE_NOOP("model", "表格文件太大。请只留要填的工作表，另存一份再填。"),
    "unsafe": QT_TRANSLATE_NOOP(
        "model", "表格文件里有不该有的内容，没有打开。请向发来的人核实，重新要一份。"
    ),
    "encoding": QT_TRANSLATE_NOOP(
        "model", "表格文件的文字编码不认识。请用 Excel 或 WPS 打开，另存为 xlsx 再填。"
    ),
    "no_sheet": QT_TRANSLATE_NOOP(
        "model", "表格里没有名为“{sheet}”的工作表。请重新选择要填的工作表。"
    ),
    "no_cells": QT_TRANSLATE_NOOP(
        "model", "“{sheet}”不是普通工作表，没有单元格可填。请选择别的工作表。"
    ),
    "disordered": QT_TRANSLATE_NOOP(
        "model", "“{sheet}”里的行或单元格次序混乱。请用 Excel 或 WPS 打开，另存一份再填。"
    ),
    "no_such_cell": QT_TRANSLATE_NOOP("model", "“{sheet}”装不下这么多行或列。请分成几份填。"),
    "text": QT_TRANSLATE_NOOP(
        "model", "{cell} 要填的文字里有表格存不了的字符。请改掉这个字符再填。"
    ),
    "text_too_long": QT_TRANSLATE_NOOP(
        "model", "{cell} 要填的文字超过 {limit} 字，表格存不下。请缩短再填。"
    ),
    "number": QT_TRANSLATE_NOOP("model", "{cell} 要填的数位数太多，表格会改动它。请改成按文字填。"),
    "cannot_insert": QT_TRANSLATE_NOOP(
        "model", "“{sheet}”里有{found}，不能自动加行。请在 Excel 里先加够空行，保存后再填。"
    ),
    "not_as_written": QT_TRANSLATE_NOOP(
        "model", "填好后核对不一致，没有存出来。请用 Excel 或 WPS 打开原表，另存一份再填。"
    ),
}


class FormRefused(UserError):
    """The form is not filled, nothing was written; ``detail`` says more to a programmer."""

    def __init__(self, reason: str, detail: str = "", **params: object) -> None:
        super().__init__(f"form.{reason}", Message(_WORDS[reason], params))
        self.detail = detail


_OBSTACLES = {
    "tables": QT_TRANSLATE_NOOP("model", "表格对象（超级表）"),
    "objects": QT_TRANSLATE_NOOP("model", "嵌入对象"),
    "controls": QT_TRANSLATE_NOOP("model", "窗体控件"),
    "unknown": QT_TRANSLATE_NOOP("model", "特殊内容"),
    "extensions": QT_TRANSLATE_NOOP("model", "扩展的条件格式或数据验证"),
    "array": QT_TRANSLATE_NOOP("model", "数组公式"),
    "below": QT_TRANSLATE_NOOP("model", "引用下方单元格的公式"),
    "formula": QT_TRANSLATE_NOOP("model", "读不懂的公式"),
    "records": QT_TRANSLATE_NOOP("model", "占几行的合并单元格"),
    "drawing": QT_TRANSLATE_NOOP("model", "要下移的图片或批注"),
    "chart": QT_TRANSLATE_NOOP("model", "图表"),
    "pivot": QT_TRANSLATE_NOOP("model", "数据透视表"),
}


def cannot_insert(sheet: str, obstacle: str) -> FormRefused:
    """Return the refusal of rows in a sheet where something stands in the way."""
    found = Message(_OBSTACLES[obstacle])
    return FormRefused("cannot_insert", obstacle, sheet=sheet, found=found)
