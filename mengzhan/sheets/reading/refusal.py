"""Why a file is not read: one class, a stable code for each reason, and what to do next."""

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

TEXTS: dict[str, str] = {
    "BOOK_MISSING": QT_TRANSLATE_NOOP(
        "model", "找不到这个文件，可能已被移走、改名，或 U 盘已拔出。请重新选一次。"
    ),
    "BOOK_NOT_A_FILE": QT_TRANSLATE_NOOP(
        "model", "这是文件夹，不是文件。请打开文件夹，选里面的表格。"
    ),
    "BOOK_LOCK_FILE": QT_TRANSLATE_NOOP(
        "model",
        "这是表格打开时自动生成的临时文件，里面没有数据。请选名字前面没有“~$”或“.~”的那一个。",
    ),
    "BOOK_IN_USE": QT_TRANSLATE_NOOP(
        "model", "这个文件正被别的程序打开。请先在 Excel 或 WPS 里保存并关闭它，再试一次。"
    ),
    "BOOK_NO_PERMISSION": QT_TRANSLATE_NOOP(
        "model", "没有读这个文件的权限。请把它复制到自己的文件夹（例如桌面）再试一次。"
    ),
    "BOOK_UNREADABLE": QT_TRANSLATE_NOOP(
        "model", "磁盘读不出这个文件。请检查 U 盘是否插好，或把文件复制到电脑上再试一次。"
    ),
    "BOOK_EMPTY_FILE": QT_TRANSLATE_NOOP(
        "model", "这个文件是空的（0 字节），多半没有复制完。请重新复制一份再试。"
    ),
    "BOOK_EMPTY": QT_TRANSLATE_NOOP(
        "model", "这个表格里一个有内容的单元格也没有。请确认选对了文件，并且已经保存。"
    ),
    "BOOK_ENCRYPTED": QT_TRANSLATE_NOOP(
        "model", "这个表格设了打开密码。请用 WPS 或 Excel 打开，取消密码，另存一份再试。"
    ),
    "BOOK_OLD_FORMAT": QT_TRANSLATE_NOOP(
        "model",
        "这是很旧的表格格式（Excel 4 或更早）。请用 WPS 或 Excel 打开，另存为“.xlsx”再试。",
    ),
    "BOOK_HTML": QT_TRANSLATE_NOOP(
        "model",
        "这个文件其实是网页，只是名字像表格（多为系统导出）。"
        "请用 WPS 或 Excel 打开，另存为“.xlsx”再试。",
    ),
    "BOOK_XML": QT_TRANSLATE_NOOP(
        "model", "这个文件其实是 XML，不是表格文件。请用 WPS 或 Excel 打开，另存为“.xlsx”再试。"
    ),
    "BOOK_DOCUMENT": QT_TRANSLATE_NOOP(
        "model", "这是文字文档或幻灯片，不是表格。请把里面的表复制到 WPS 表格，存为“.xlsx”再试。"
    ),
    "BOOK_PDF": QT_TRANSLATE_NOOP(
        "model", "这是 PDF，不是表格。请向对方要 Excel 或 WPS 表格文件。"
    ),
    "BOOK_PICTURE": QT_TRANSLATE_NOOP(
        "model", "这是图片，不是表格。请向对方要 Excel 或 WPS 表格文件。"
    ),
    "BOOK_ARCHIVE": QT_TRANSLATE_NOOP(
        "model", "这是压缩包。请先解压，再选里面的表格；一次选一个。"
    ),
    "BOOK_PACKAGE": QT_TRANSLATE_NOOP(
        "model", "这是蒙站的报送包，不是表格。请到“报送”或“收件”里打开它。"
    ),
    "BOOK_NOT_A_TABLE": QT_TRANSLATE_NOOP(
        "model",
        "认不出这是什么文件，不是 Excel、WPS 表格或 CSV。"
        "如果单位装了文档加密软件，请先解密，再另存为“.xlsx”。",
    ),
    "BOOK_DAMAGED": QT_TRANSLATE_NOOP(
        "model",
        "这个表格已损坏或没有复制完。请用 WPS 或 Excel 打开，能打开就另存为新文件；"
        "打不开就请对方重发。",
    ),
    "BOOK_UNSAFE": QT_TRANSLATE_NOOP(
        "model",
        "这个表格里有正常表格不会有的内容，为了安全没有打开。"
        "请确认来源；可信的话，用 WPS 打开后另存为新文件再试。",
    ),
    "BOOK_BOMB": QT_TRANSLATE_NOOP(
        "model",
        "这个文件解开后大得不正常，为了安全没有打开。请确认来源，或只把要用的行复制到新表格。",
    ),
    "BOOK_TOO_BIG": QT_TRANSLATE_NOOP(
        "model", "这个文件有 {size} MB，最多能读 {most} MB。请分成几个文件，或删去里面的图片。"
    ),
    "BOOK_TOO_MANY_SHEETS": QT_TRANSLATE_NOOP(
        "model", "这个表格有 {count} 张工作表，最多能读 {most} 张。请分成几个文件。"
    ),
    "BOOK_TOO_MANY_ROWS": QT_TRANSLATE_NOOP(
        "model",
        "工作表“{sheet}”到单元格 {cell} 还没有完，最多能读 {most} 行。"
        "请删去下面多余的行，或分成几个文件。",
    ),
    "BOOK_TOO_MANY_COLUMNS": QT_TRANSLATE_NOOP(
        "model",
        "工作表“{sheet}”在单元格 {cell} 还有内容，最多能读 {most} 列。请删去右边多余的内容。",
    ),
    "BOOK_TOO_MANY_CELLS": QT_TRANSLATE_NOOP(
        "model", "这个表格的单元格太多，最多能读 {most} 个。请分成几个文件。"
    ),
    "BOOK_TOO_MANY_MERGES": QT_TRANSLATE_NOOP(
        "model", "这个表格合并的单元格太多，最多能读 {most} 处。请取消不必要的合并再试。"
    ),
    "BOOK_LONG_TEXT": QT_TRANSLATE_NOOP(
        "model",
        "工作表“{sheet}”的单元格 {cell} 里有 {size} 个字，最多 {most} 个。"
        "请检查是不是缺了换行、分隔符或引号。",
    ),
    "BOOK_LONG_LINE": QT_TRANSLATE_NOOP(
        "model",
        "文本第 {line} 行有一格超过 {most} 个字，不像表格。请检查是不是缺了换行、分隔符或引号。",
    ),
    "BOOK_QUOTES": QT_TRANSLATE_NOOP(
        "model", "文本第 {line} 行附近的双引号不成对，分不清哪里是一格。请改好这一行再试。"
    ),
    "BOOK_ENCODING": QT_TRANSLATE_NOOP(
        "model",
        "这个文本文件的编码认不出（不是 UTF-8，也不是 GB18030）。"
        "请用 WPS 打开，另存为“.xlsx”再试。",
    ),
    "BOOK_TOO_MUCH_MEMORY": QT_TRANSLATE_NOOP(
        "model", "读这个表格要的内存太多，已经停下。请只把要用的行和列复制到新表格再试。"
    ),
    "BOOK_TOO_SLOW": QT_TRANSLATE_NOOP(
        "model",
        "读这个表格超过 {seconds} 秒，已经停下。请只把要用的行和列复制到新表格，或分成几个文件。",
    ),
}
"""Reason code -> Chinese template; the codes are stable and shown in ``--json``."""


class BookRefused(UserError):
    """A file that is not read, and why; nothing has been changed.

    ``detail`` is for whoever looks into it (which part of the file, which rule); it holds no
    cell's contents and is not shown.
    """

    def __init__(self, code: str, detail: str = "", **params: str | int) -> None:
        super().__init__(code, Message(TEXTS[code], params))
        self.detail = detail
        self.params = params


def damaged(error: BaseException) -> BookRefused:
    """Return the refusal for a file that a parser choked on."""
    return BookRefused("BOOK_DAMAGED", type(error).__name__)
