"""月结, 异常说明: what a station says of a month. Operations write them; nobody fills a form."""

from mengzhan.model.fieldtypes import Choice, Date, Integer, Month, Reference, References, Text
from mengzhan.model.kind import Field, Kind
from mengzhan.model.words import QT_TRANSLATE_NOOP

_LONG = 1_000_000


def _month() -> Field:
    return Field("month", QT_TRANSLATE_NOOP("model", "月份"), Month(), required=True, listed=True)


EXPLANATION = Kind(
    name="explanation",
    label=QT_TRANSLATE_NOOP("model", "异常说明"),
    many=QT_TRANSLATE_NOOP("lists", "异常说明"),
    title=("rule", "month"),
    day="day",
    by_hand=False,
    fields=(
        Field(
            "rule",
            QT_TRANSLATE_NOOP("model", "什么异常"),
            Choice("anomaly"),
            required=True,
            listed=True,
        ),
        _month(),
        Field("day", QT_TRANSLATE_NOOP("model", "说明日期"), Date(), required=True, listed=True),
        Field(
            "reason",
            QT_TRANSLATE_NOOP("model", "说明"),
            Text(500, long=True),
            required=True,
            listed=True,
        ),
        Field(
            "named",
            QT_TRANSLATE_NOOP("model", "说明了哪些记录"),
            Text(_LONG, long=True),
            required=True,
        ),
    ),
)
"""``named`` holds what the anomaly names, one id a line: more of it is asked about again."""

MONTH_CLOSE = Kind(
    name="month_close",
    label=QT_TRANSLATE_NOOP("model", "月结"),
    many=QT_TRANSLATE_NOOP("lists", "月结"),
    title=("month", "closed_on"),
    day="closed_on",
    by_hand=False,
    fields=(
        _month(),
        Field(
            "closed_on",
            QT_TRANSLATE_NOOP("model", "结账日期"),
            Date(),
            required=True,
            listed=True,
        ),
        Field(
            "figures",
            QT_TRANSLATE_NOOP("model", "各项指标"),
            Text(_LONG, long=True),
            required=True,
        ),
        Field(
            "positions",
            QT_TRANSLATE_NOOP("model", "结账时的流水位置"),
            Text(_LONG, long=True),
            required=True,
        ),
        Field(
            "unfilled_after",
            QT_TRANSLATE_NOOP("model", "挂出几天未满算有活没人干"),
            Integer(),
            required=True,
        ),
        Field("explanations", QT_TRANSLATE_NOOP("model", "异常说明"), References("explanation")),
        Field("former", QT_TRANSLATE_NOOP("model", "代替的月结"), Reference("month_close")),
        Field(
            "reason",
            QT_TRANSLATE_NOOP("model", "重新结账的原因"),
            Text(300, long=True),
            listed=True,
        ),
    ),
)
"""``figures`` and ``positions`` are JSON, read and written by ``rules.closing``."""
