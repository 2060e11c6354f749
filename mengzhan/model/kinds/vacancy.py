"""岗位: what work there is (domain A3; 招用人员简章, 五部门 2026-01: the legal elements).

A vacancy is public by nature, but the telephone number in it is often somebody's own, and it was
given to one station. So a vacancy goes to other stations only if somebody said so (``shared``,
岗位信息共享): the worker who asks the shop answers yes, and what was not asked counts as no. The
office may answer in the station's place, by an entry like any other.
"""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Division,
    Flag,
    Integer,
    Money,
    Occupation,
    Phone,
    Reference,
    Text,
)
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds.putting_off import check_put_off, put_off_fields
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_BASICS = QT_TRANSLATE_NOOP("model", "基本情况")
_PAY = QT_TRANSLATE_NOOP("model", "报酬与条件")
_MORE = QT_TRANSLATE_NOOP("model", "其他")


def check_wages(values: Values, today: date) -> Sequence[Problem]:
    """The lower wage cannot exceed the upper one."""
    low, high = values.get("wage_min"), values.get("wage_max")
    if not (isinstance(low, int) and isinstance(high, int) and low > high):
        return ()
    words = QT_TRANSLATE_NOOP("model", "薪酬上限低于下限，请核对。")
    return (Problem("WAGE_ORDER", "wage_max", high, Message(words)),)


def check_wage_given(values: Values, today: date) -> Sequence[Problem]:
    """A vacancy has to state its basic pay (五部门 2026-01; 招用人员简章)."""
    if values.get("wage_min") is not None or values.get("wage_max") is not None:
        return ()
    words = QT_TRANSLATE_NOOP("model", "没有写明基本劳动报酬，招聘信息要素不全，请向单位问清。")
    return (Problem("WAGE_MISSING", "wage_min", None, Message(words), "warn"),)


def check_validity(values: Values, today: date) -> Sequence[Problem]:
    """A vacancy cannot run out before it was registered."""
    began, ends = values.get("registered_on"), values.get("valid_until")
    if not (isinstance(began, str) and isinstance(ends, str) and ends < began):
        return ()
    words = QT_TRANSLATE_NOOP("model", "有效期早于登记日期（{began}），请核对。")
    return (Problem("DATE_ORDER", "valid_until", ends, Message(words, {"began": began})),)


def check_closing(values: Values, today: date) -> Sequence[Problem]:
    """Nothing leaves the list of open vacancies (有活没人干) without a reason and a day."""
    reason = code_table("vacancy_status").get(str(values.get("close_reason") or ""))
    is_reason = bool(values.get("close_reason")) and not (reason and reason.flag("is_open"))
    if values.get("closed_on") and not is_reason:
        words = QT_TRANSLATE_NOOP("model", "填了撤下日期，请选撤下原因：招满、撤回……")
        return (Problem("CLOSE_REASON_MISSING", "close_reason", None, Message(words)),)
    if is_reason and not values.get("closed_on"):
        words = QT_TRANSLATE_NOOP("model", "没填撤下日期，会当作登记那天起就不招了。")
        return (Problem("CLOSE_DAY_MISSING", "closed_on", None, Message(words), "warn"),)
    return ()


VACANCY = Kind(
    name="vacancy",
    label=QT_TRANSLATE_NOOP("model", "岗位"),
    many=QT_TRANSLATE_NOOP("lists", "岗位"),
    title=("title",),
    day="registered_on",
    duty=QT_TRANSLATE_NOOP("model", "征集空缺岗位"),
    checks=(check_wages, check_wage_given, check_validity, check_closing, check_put_off),
    fields=(
        Field(
            "employer",
            QT_TRANSLATE_NOOP("model", "单位"),
            Reference("employer"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "title",
            QT_TRANSLATE_NOOP("model", "岗位名"),
            Text(60, search="text"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "headcount",
            QT_TRANSLATE_NOOP("model", "人数"),
            Integer(low=1, high=100_000),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "workplace",
            QT_TRANSLATE_NOOP("model", "工作地点"),
            Text(100, search="text"),
            required=True,
            listed=True,
            group=_BASICS,
        ),
        Field(
            "duties",
            QT_TRANSLATE_NOOP("model", "工作内容"),
            Text(300, long=True),
            required=True,
            group=_BASICS,
        ),
        Field(
            "wage_min",
            QT_TRANSLATE_NOOP("model", "薪酬下限（元）"),
            Money(),
            listed=True,
            group=_PAY,
        ),
        Field(
            "wage_max",
            QT_TRANSLATE_NOOP("model", "薪酬上限（元）"),
            Money(),
            listed=True,
            group=_PAY,
        ),
        Field(
            "wage_unit",
            QT_TRANSLATE_NOOP("model", "计薪方式"),
            Choice("wage_unit"),
            required=True,
            listed=True,
            group=_PAY,
        ),
        Field(
            "source",
            QT_TRANSLATE_NOOP("model", "来源"),
            Choice("source_channel"),
            required=True,
            group=_PAY,
        ),
        Field(
            "valid_until",
            QT_TRANSLATE_NOOP("model", "有效期至"),
            Date(),
            required=True,
            listed=True,
            prefill="in_30_days",
            group=_PAY,
        ),
        Field(
            "registered_on",
            QT_TRANSLATE_NOOP("model", "登记日期"),
            Date(future=False),
            required=True,
            prefill="today",
            group=_PAY,
        ),
        Field(
            "shared",
            QT_TRANSLATE_NOOP("model", "共享给其他站"),
            Flag(),
            soft=True,
            listed=True,
            group=_PAY,
            help=QT_TRANSLATE_NOOP(
                "model", "选“是”，同一上级的各站看得到，连联系人和电话，能推荐人来。"
            ),
        ),
        Field(
            "conditions",
            QT_TRANSLATE_NOOP("model", "条件"),
            Text(300, long=True),
            group=_PAY,
        ),
        Field(
            "occupation",
            QT_TRANSLATE_NOOP("model", "工种"),
            Occupation(),
            listed=True,
            group=_BASICS,
            help=QT_TRANSLATE_NOOP("model", "用平常话说也行，例如 羊倌、门卫。"),
        ),
        Field("place", QT_TRANSLATE_NOOP("model", "所属地区"), Division(), group=_BASICS),
        Field(
            "contact",
            QT_TRANSLATE_NOOP("model", "联系人"),
            Text(30, search="text"),
            group=_BASICS,
        ),
        Field(
            "phone",
            QT_TRANSLATE_NOOP("model", "联系电话"),
            Phone(),
            sensitive=True,
            group=_BASICS,
        ),
        Field("start_on", QT_TRANSLATE_NOOP("model", "开工日期"), Date(), group=_PAY),
        Field("term", QT_TRANSLATE_NOOP("model", "期限"), Choice("vacancy_term"), group=_PAY),
        Field("shift", QT_TRANSLATE_NOOP("model", "班次"), Choice("shift"), group=_PAY),
        Field("board", QT_TRANSLATE_NOOP("model", "食宿"), Choice("board"), group=_PAY),
        Field("insurance", QT_TRANSLATE_NOOP("model", "社会保险"), Choice("insurance"), group=_PAY),
        Field("licences", QT_TRANSLATE_NOOP("model", "证照"), Choices("license_type"), group=_PAY),
        Field("skills", QT_TRANSLATE_NOOP("model", "技能"), Text(100), group=_PAY),
        Field("needs_mongolian", QT_TRANSLATE_NOOP("model", "需蒙古语沟通"), Flag(), group=_PAY),
        Field(
            "directions",
            QT_TRANSLATE_NOOP("model", "政策方向"),
            Choices("direction_tag"),
            group=_MORE,
        ),
        Field("visit", QT_TRANSLATE_NOOP("model", "来自走访"), Reference("visit"), group=_MORE),
        Field("closed_on", QT_TRANSLATE_NOOP("model", "撤下日期"), Date(future=False), group=_MORE),
        Field(
            "close_reason",
            QT_TRANSLATE_NOOP("model", "撤下原因"),
            Choice("vacancy_status"),
            group=_MORE,
        ),
        *put_off_fields(_MORE),
        Field(
            "lint_exceptions",
            QT_TRANSLATE_NOOP("model", "用语例外"),
            Text(1000, long=True),
            soft=True,
            group=_MORE,
            help=QT_TRANSLATE_NOOP("model", "招聘用语检查里允许保留的词，各有理由。"),
        ),
        Field(
            "note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True, group=_MORE
        ),
    ),
)
