"""The order of the report: the duties of a station, each with its indicators."""

from dataclasses import dataclass

from mengzhan.model.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Section:
    """A duty in the policy's own words, and the codes of what is counted for it."""

    label: str
    codes: tuple[str, ...]


SECTIONS = (
    Section(QT_TRANSLATE_NOOP("model", "征集空缺岗位"), ("M01", "M02", "M03")),
    Section(QT_TRANSLATE_NOOP("model", "走访企业"), ("M04", "M05", "M06")),
    Section(QT_TRANSLATE_NOOP("model", "摸排就业创业培训意愿"), ("M07", "M08", "M09", "M10")),
    Section(
        QT_TRANSLATE_NOOP("model", "失业人员回访"), ("M11", "M12", "M14", "M13", "M13X", "M15")
    ),
    Section(QT_TRANSLATE_NOOP("model", "信息数据核实"), ("M16", "M17")),
    Section(
        QT_TRANSLATE_NOOP("model", "职业介绍"),
        ("M18", "M19", "M20", "M21", "M22", "M23", "M24", "M25"),
    ),
    Section(QT_TRANSLATE_NOOP("model", "两张清单"), ("M26", "M28", "M27", "M29", "M30")),
)
