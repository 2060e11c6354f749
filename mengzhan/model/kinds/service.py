"""培训意愿, 回访, 推荐, 参训: what the station does for one person (domain A3)."""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Flag,
    Integer,
    Occupation,
    Occupations,
    Pictures,
    Reference,
    Text,
)
from mengzhan.model.kind import Field, Kind
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


def check_arrival(values: Values, today: date) -> Sequence[Problem]:
    """Whoever was hired and came has come on a day: success needs its evidence."""
    if values.get("result") not in ("2", "B", "C") or values.get("arrived_on"):
        return ()
    words = QT_TRANSLATE_NOOP("model", "结果是已到岗，请填到岗日期。")
    return (Problem("ARRIVAL_MISSING", "arrived_on", None, Message(words)),)


def check_referral_dates(values: Values, today: date) -> Sequence[Problem]:
    """Nobody is heard of before being introduced, nor leaves before coming."""
    introduced = str(values.get("day") or "")
    for name, after in (
        ("interviewed_on", introduced),
        ("result_on", introduced),
        ("arrived_on", introduced),
        ("left_on", str(values.get("arrived_on") or introduced)),
    ):
        day = values.get(name)
        if isinstance(day, str) and day < after:
            words = QT_TRANSLATE_NOOP("model", "早于 {began}，请核对。")
            return (Problem("DATE_ORDER", name, day, Message(words, {"began": after})),)
    return ()


def check_course_dates(values: Values, today: date) -> Sequence[Problem]:
    """A course cannot end before it began."""
    began, ended = values.get("started_on"), values.get("ended_on")
    if not (isinstance(began, str) and isinstance(ended, str) and ended < began):
        return ()
    words = QT_TRANSLATE_NOOP("model", "结业日期早于开班日期（{began}），请核对。")
    return (Problem("DATE_ORDER", "ended_on", ended, Message(words, {"began": began})),)


def _person() -> Field:
    return Field(
        "person",
        QT_TRANSLATE_NOOP("model", "人员"),
        Reference("person"),
        required=True,
        listed=True,
    )


def _day() -> Field:
    return Field(
        "day",
        QT_TRANSLATE_NOOP("model", "日期"),
        Date(future=False),
        required=True,
        listed=True,
        prefill="today",
    )


def _note() -> Field:
    return Field("note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True)


TRAINING_INTENT = Kind(
    name="training_intent",
    label=QT_TRANSLATE_NOOP("model", "培训意愿"),
    many=QT_TRANSLATE_NOOP("lists", "培训意愿"),
    title=("person", "day"),
    day="day",
    duty=QT_TRANSLATE_NOOP("model", "摸排就业创业培训意愿"),
    fields=(
        _person(),
        _day(),
        Field(
            "willing",
            QT_TRANSLATE_NOOP("model", "愿意参加培训"),
            Choice("yes_no_unsure"),
            required=True,
            listed=True,
        ),
        Field("trades", QT_TRANSLATE_NOOP("model", "想学工种"), Occupations(), listed=True),
        Field("form", QT_TRANSLATE_NOOP("model", "培训形式"), Choice("training_form")),
        Field("months", QT_TRANSLATE_NOOP("model", "可用月份"), Choices("month_of_year")),
        Field("language", QT_TRANSLATE_NOOP("model", "授课语言"), Choice("teaching_language")),
        Field("barriers", QT_TRANSLATE_NOOP("model", "障碍"), Choices("training_barrier")),
        Field(
            "start_business",
            QT_TRANSLATE_NOOP("model", "创业意愿"),
            Choice("yes_no_unsure"),
            listed=True,
        ),
        Field("project", QT_TRANSLATE_NOOP("model", "创业项目"), Text(100)),
        Field("needs_loan", QT_TRANSLATE_NOOP("model", "贷款需求"), Flag()),
        _note(),
    ),
)

FOLLOW_UP = Kind(
    name="follow_up",
    label=QT_TRANSLATE_NOOP("model", "回访"),
    many=QT_TRANSLATE_NOOP("lists", "回访"),
    title=("person", "day"),
    day="day",
    duty=QT_TRANSLATE_NOOP("model", "失业人员回访"),
    fields=(
        _person(),
        _day(),
        Field(
            "mode",
            QT_TRANSLATE_NOOP("model", "方式"),
            Choice("visit_mode"),
            required=True,
            listed=True,
        ),
        Field(
            "outcome",
            QT_TRANSLATE_NOOP("model", "结果"),
            Choice("followup_outcome"),
            required=True,
            listed=True,
        ),
        Field("missed", QT_TRANSLATE_NOOP("model", "第几次未接"), Integer(low=1, high=99)),
        Field("situation", QT_TRANSLATE_NOOP("model", "现状"), Text(200)),
        Field("needs", QT_TRANSLATE_NOOP("model", "需求"), Text(200)),
        Field("policies", QT_TRANSLATE_NOOP("model", "推送就业政策"), Choices("policy_item")),
        Field("next_on", QT_TRANSLATE_NOOP("model", "下次日期"), Date(), listed=True),
        _note(),
    ),
)

REFERRAL = Kind(
    name="referral",
    label=QT_TRANSLATE_NOOP("model", "职业介绍"),
    many=QT_TRANSLATE_NOOP("lists", "职业介绍"),
    title=("person", "vacancy"),
    day="day",
    duty=QT_TRANSLATE_NOOP("model", "职业介绍"),
    single=QT_TRANSLATE_NOOP("model", "推荐"),
    checks=(check_arrival, check_referral_dates),
    fields=(
        _person(),
        Field(
            "vacancy",
            QT_TRANSLATE_NOOP("model", "岗位"),
            Reference("vacancy"),
            required=True,
            listed=True,
        ),
        _day(),
        Field(
            "due_on",
            QT_TRANSLATE_NOOP("model", "回执期限"),
            Date(),
            listed=True,
            prefill="in_7_days",
        ),
        Field(
            "letter_no",
            QT_TRANSLATE_NOOP("model", "推荐信编号"),
            Text(30, search="digits"),
            listed=True,
        ),
        Field(
            "result",
            QT_TRANSLATE_NOOP("model", "结果"),
            Choice("referral_result"),
            listed=True,
        ),
        Field("result_on", QT_TRANSLATE_NOOP("model", "结果日期"), Date(future=False)),
        Field("interviewed_on", QT_TRANSLATE_NOOP("model", "面试日期"), Date(future=False)),
        Field("arrived_on", QT_TRANSLATE_NOOP("model", "到岗日期"), Date(future=False)),
        Field(
            "evidence",
            QT_TRANSLATE_NOOP("model", "到岗证据"),
            Choices("arrival_evidence"),
            help=QT_TRANSLATE_NOOP("model", "凭什么说人已到岗：合同、工资条、单位证明……"),
        ),
        Field("contract_on", QT_TRANSLATE_NOOP("model", "合同签订日期"), Date(future=False)),
        Field("stay_1_on", QT_TRANSLATE_NOOP("model", "1个月稳岗核对日"), Date(future=False)),
        Field("stay_3_on", QT_TRANSLATE_NOOP("model", "3个月稳岗核对日"), Date(future=False)),
        Field("stay_6_on", QT_TRANSLATE_NOOP("model", "6个月稳岗核对日"), Date(future=False)),
        Field("left_on", QT_TRANSLATE_NOOP("model", "离职日期"), Date(future=False)),
        Field("pictures", QT_TRANSLATE_NOOP("model", "照片"), Pictures()),
        _note(),
    ),
)

ENROLMENT = Kind(
    name="enrolment",
    label=QT_TRANSLATE_NOOP("model", "参训"),
    many=QT_TRANSLATE_NOOP("lists", "参训"),
    title=("person", "course"),
    day="started_on",
    checks=(check_course_dates,),
    fields=(
        _person(),
        Field(
            "course",
            QT_TRANSLATE_NOOP("model", "培训班"),
            Text(60, search="text"),
            required=True,
            listed=True,
        ),
        Field(
            "started_on",
            QT_TRANSLATE_NOOP("model", "开班日期"),
            Date(),
            required=True,
            listed=True,
        ),
        Field("ended_on", QT_TRANSLATE_NOOP("model", "结业日期"), Date(), listed=True),
        Field("training_type", QT_TRANSLATE_NOOP("model", "培训类型"), Choice("training_type")),
        Field("trade", QT_TRANSLATE_NOOP("model", "工种"), Occupation(), listed=True),
        Field(
            "result",
            QT_TRANSLATE_NOOP("model", "结果"),
            Choice("enrolment_result"),
            listed=True,
        ),
        _note(),
    ),
)
