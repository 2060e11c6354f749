"""核实, 政策条目, 上级任务, 规则表: work that comes from above (domain A3; design section 3)."""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import Choice, Date, Pictures, Reference, References, Text
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds.putting_off import check_put_off, put_off_fields
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


def check_subject(values: Values, today: date) -> Sequence[Problem]:
    """What was verified belongs to a person, to an employer, or to a line of a list from above."""
    if values.get("person") or values.get("employer") or values.get("stranger"):
        return ()
    words = QT_TRANSLATE_NOOP("model", "请选核实的人员或单位，二选一。")
    return (Problem("SUBJECT_MISSING", "person", None, Message(words)),)


VERIFICATION = Kind(
    name="verification",
    label=QT_TRANSLATE_NOOP("model", "信息核实"),
    many=QT_TRANSLATE_NOOP("lists", "信息核实"),
    title=("person", "employer", "day"),
    day="day",
    duty=QT_TRANSLATE_NOOP("model", "信息数据核实"),
    checks=(check_subject,),
    fields=(
        Field("person", QT_TRANSLATE_NOOP("model", "人员"), Reference("person"), listed=True),
        Field("employer", QT_TRANSLATE_NOOP("model", "单位"), Reference("employer"), listed=True),
        Field(
            "result",
            QT_TRANSLATE_NOOP("model", "结果"),
            Choice("verify_result"),
            required=True,
            listed=True,
        ),
        Field(
            "day",
            QT_TRANSLATE_NOOP("model", "核实日期"),
            Date(future=False),
            required=True,
            listed=True,
            prefill="today",
        ),
        Field("field_name", QT_TRANSLATE_NOOP("model", "核实字段"), Text(30), listed=True),
        Field("old_value", QT_TRANSLATE_NOOP("model", "原值"), Text(200), sensitive=True),
        Field("new_value", QT_TRANSLATE_NOOP("model", "核实值"), Text(200), sensitive=True),
        Field("mode", QT_TRANSLATE_NOOP("model", "方式"), Choice("visit_mode")),
        Field(
            "verifier",
            QT_TRANSLATE_NOOP("model", "核实人"),
            Text(30),
            listed=True,
            prefill="operator",
        ),
        Field("task", QT_TRANSLATE_NOOP("model", "来源任务"), Reference("task")),
        # So long a text that the erasure of the person it names takes the name out of it.
        Field(
            "stranger",
            QT_TRANSLATE_NOOP("model", "名单上不在册的人"),
            Text(120),
            sensitive=True,
            help=QT_TRANSLATE_NOOP("model", "上级名单上有、本站没有登记的人：姓名、证件号、电话。"),
        ),
        Field("batch", QT_TRANSLATE_NOOP("model", "来源批次"), Text(60), listed=True),
        Field("pictures", QT_TRANSLATE_NOOP("model", "照片"), Pictures()),
        Field("note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True),
    ),
)

POLICY = Kind(
    name="policy",
    broadcast=True,
    label=QT_TRANSLATE_NOOP("model", "政策条目"),
    many=QT_TRANSLATE_NOOP("lists", "政策条目"),
    title=("title",),
    fields=(
        Field(
            "title",
            QT_TRANSLATE_NOOP("model", "政策名称"),
            Text(100, search="text"),
            required=True,
            listed=True,
        ),
        Field("item", QT_TRANSLATE_NOOP("model", "类别"), Choice("policy_item"), listed=True),
        Field("target", QT_TRANSLATE_NOOP("model", "对象"), Text(500, long=True), listed=True),
        Field("standard", QT_TRANSLATE_NOOP("model", "标准"), Text(500, long=True)),
        Field("where", QT_TRANSLATE_NOOP("model", "在哪办"), Text(200)),
        Field("basis", QT_TRANSLATE_NOOP("model", "依据"), Text(200)),
        Field("valid_until", QT_TRANSLATE_NOOP("model", "有效期至"), Date(), listed=True),
        Field("note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True),
    ),
)

TASK = Kind(
    name="task",
    broadcast=True,
    label=QT_TRANSLATE_NOOP("model", "上级任务"),
    many=QT_TRANSLATE_NOOP("lists", "上级任务"),
    title=("title",),
    day="given_on",
    checks=(check_put_off,),
    fields=(
        Field(
            "title",
            QT_TRANSLATE_NOOP("model", "任务"),
            Text(100, search="text"),
            required=True,
            listed=True,
        ),
        Field(
            "source",
            QT_TRANSLATE_NOOP("model", "来源"),
            Choice("task_source"),
            required=True,
            listed=True,
        ),
        Field("content", QT_TRANSLATE_NOOP("model", "内容"), Text(1000, long=True)),
        Field(
            "given_on",
            QT_TRANSLATE_NOOP("model", "下达日期"),
            Date(),
            prefill="today",
            listed=True,
        ),
        Field("due_on", QT_TRANSLATE_NOOP("model", "期限"), Date(), listed=True),
        Field("people", QT_TRANSLATE_NOOP("model", "名单"), References("person")),
        Field(
            "strangers",
            QT_TRANSLATE_NOOP("model", "名单上不在册的人"),
            Text(200_000, long=True),
            sensitive=True,
            help=QT_TRANSLATE_NOOP("model", "一行一个人：姓名、证件号、电话，中间空一格。"),
        ),
        Field("done_on", QT_TRANSLATE_NOOP("model", "完成日期"), Date(future=False), listed=True),
        *put_off_fields(),
        Field("progress", QT_TRANSLATE_NOOP("model", "进展"), Text(500, long=True), soft=True),
    ),
)

RULE_TABLE = Kind(
    name="rule_table",
    label=QT_TRANSLATE_NOOP("model", "规则表"),
    many=QT_TRANSLATE_NOOP("lists", "规则表"),
    title=("table", "edition"),
    day="edition",
    by_hand=False,
    broadcast=True,
    fields=(
        Field(
            "table",
            QT_TRANSLATE_NOOP("model", "哪张表"),
            Choice("rule_table"),
            required=True,
            listed=True,
        ),
        Field(
            "edition", QT_TRANSLATE_NOOP("model", "版本日期"), Date(), required=True, listed=True
        ),
        Field(
            "content",
            QT_TRANSLATE_NOOP("model", "内容"),
            Text(1_000_000, long=True),
            required=True,
        ),
    ),
)
