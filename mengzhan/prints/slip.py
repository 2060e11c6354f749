"""The delivery slip (送达单) that goes with a package, and the recovery code on paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from mengzhan.prints.page import Print
from mengzhan.prints.painting import pdf_of
from mengzhan.prints.paper import A5, Sheet


@dataclass(frozen=True)
class Slip:
    """What a delivery slip says; counts are label -> number, nobody's data."""

    station: str
    office: str
    number: int
    day: str
    file_name: str
    size: int
    check_number: str
    counts: Mapping[str, int]


class SlipPrint(QObject):
    """Paints slips; a ``QObject`` only for its ``tr``."""

    def render(self, slip: Slip) -> bytes:
        """Return the slip as an A5 PDF."""
        sheet = Sheet(width=A5[0], height=A5[1])
        sheet.set_title(self.tr("送达单"))
        sheet.centred(self.tr("报送送达单"), 18, bold=True)
        sheet.gap()
        sheet.pair(self.tr("报送站点"), slip.station)
        sheet.pair(self.tr("接收单位"), slip.office)
        sheet.pair(self.tr("包号"), self.tr("第 {number} 包").format(number=slip.number))
        sheet.pair(self.tr("生成日期"), slip.day)
        sheet.pair(self.tr("文件名"), slip.file_name)
        sheet.pair(self.tr("大小"), self.tr("{size} 字节").format(size=slip.size))
        sheet.gap()
        sheet.centred(self.tr("包号校验"), 11)
        sheet.centred(slip.check_number, 26, bold=True)
        sheet.text(self.tr("收件时，程序里显示的八位数与上面一致，就是这个文件。"), 10, grey=True)
        sheet.gap()
        sheet.row((self.tr("类别"), self.tr("条数")), (3, 1), 11)
        for label, count in slip.counts.items():
            sheet.row((label, str(count)), (3, 1), 11)
        sheet.row((self.tr("合计"), str(sum(slip.counts.values()))), (3, 1), 11)
        sheet.gap()
        sheet.pair(self.tr("送件人"), "________________")
        sheet.pair(self.tr("收件人"), "________________")
        return sheet.pdf


class RecoveryPrint(QObject):
    """Puts the recovery code on paper."""

    def render(self, station: str, code: str, day: str) -> bytes:
        """Return the recovery code as an A5 PDF; it belongs into a drawer, not on the disk."""
        return pdf_of(self.pages(station, code, day))

    def pages(self, station: str, code: str, day: str) -> Print:
        """Return the recovery code on a page of A5."""
        sheet = Sheet(width=A5[0], height=A5[1])
        sheet.set_title(self.tr("恢复码"))
        sheet.centred(self.tr("蒙站 恢复码"), 18, bold=True)
        sheet.gap()
        sheet.pair(self.tr("站点"), station)
        sheet.pair(self.tr("日期"), day)
        sheet.gap(6)
        sheet.centred(code, 17, bold=True)
        sheet.gap(6)
        sheet.text(self.tr("忘了密码时用它打开数据。请打印后锁进抽屉，不要拍照、不要外传。"))
        sheet.text(self.tr("有它的人就能打开本站的全部数据；丢了请在 设置 里换一个。"))
        return sheet.printed
