"""人员: a person whom the station serves (domain A3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Division,
    Flag,
    IdNumber,
    Integer,
    Money,
    Occupations,
    PersonName,
    Phone,
    Text,
    read_date,
)
from mengzhan.model.idnumber import minor_problem
from mengzhan.model.kind import Field, Kind
from mengzhan.model.kinds.putting_off import check_put_off, put_off_fields
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_WHO = QT_TRANSLATE_NOOP("model", "本人")
_STATE = QT_TRANSLATE_NOOP("model", "就业与登记")
_WISH = QT_TRANSLATE_NOOP("model", "求职意向")
_MORE = QT_TRANSLATE_NOOP("model", "其他")


def check_age(values: Values, today: date) -> Sequence[Problem]:
    """Under 16 blocks, 16 and 17 warn (劳动法 articles 15 and 58)."""
    born = read_date(str(values.get("birth_date") or ""), today)
    if born is None:
        return ()
    problem = minor_problem(born, today)
    return () if problem is None else (replace(problem, field="birth_date"),)


def check_consent(values: Values, today: date) -> Sequence[Problem]:
    """Without having told the person, the station may not keep the record (个保法 13, 17)."""
    if values.get("consent") is not False:
        return ()
    words = QT_TRANSLATE_NOOP("model", "本人没有同意，不能登记。请先告知用途，同意后再登记。")
    return (Problem("CONSENT_REFUSED", "consent", False, Message(words)),)


def check_deregistration(values: Values, today: date) -> Sequence[Problem]:
    """A registration cannot end before it began."""
    began, ended = values.get("unemployed_on"), values.get("deregistered_on")
    if not (isinstance(began, str) and isinstance(ended, str) and ended < began):
        return ()
    words = QT_TRANSLATE_NOOP("model", "注销日期早于登记失业日期（{began}），请核对。")
    return (Problem("DATE_ORDER", "deregistered_on", ended, Message(words, {"began": began})),)


def check_deregister_reason(values: Values, today: date) -> Sequence[Problem]:
    """Nobody is taken off the list of those who want work without a reason.

    Registers of others often lack it, so it is asked for and not demanded; until it is there the
    person stays on the list (``rules.state``).
    """
    if not values.get("deregistered_on") or values.get("deregister_reason"):
        return ()
    words = QT_TRANSLATE_NOOP("model", "没有注销原因，还算在“有人没活干”里。请选注销原因。")
    return (
        Problem("DEREGISTER_REASON_MISSING", "deregister_reason", None, Message(words), "warn"),
    )


PERSON = Kind(
    name="person",
    label=QT_TRANSLATE_NOOP("model", "人员"),
    many=QT_TRANSLATE_NOOP("lists", "人员"),
    title=("name",),
    day="registered_on",
    checks=(check_age, check_consent, check_deregistration, check_deregister_reason, check_put_off),
    fields=(
        Field(
            "name",
            QT_TRANSLATE_NOOP("model", "姓名"),
            PersonName(),
            required=True,
            listed=True,
            group=_WHO,
        ),
        Field(
            "id_number",
            QT_TRANSLATE_NOOP("model", "证件号"),
            IdNumber(),
            required=True,
            sensitive=True,
            listed=True,
            group=_WHO,
            fills={"birth_date": "birth_date", "sex": "sex"},
            help=QT_TRANSLATE_NOOP("model", "填好后性别、出生日期自动带出。"),
        ),
        Field(
            "phone",
            QT_TRANSLATE_NOOP("model", "电话"),
            Phone(),
            required=True,
            sensitive=True,
            listed=True,
            group=_WHO,
        ),
        Field(
            "residence",
            QT_TRANSLATE_NOOP("model", "常住地"),
            Division(),
            required=True,
            listed=True,
            prefill="station",
            group=_WHO,
        ),
        Field(
            "employment_status",
            QT_TRANSLATE_NOOP("model", "就业状态"),
            Choice("employment_status"),
            required=True,
            listed=True,
            group=_STATE,
            dated_by="status_on",
        ),
        Field(
            "key_groups",
            QT_TRANSLATE_NOOP("model", "重点群体"),
            Choices("key_group"),
            required=True,
            listed=True,
            group=_WHO,
            help=QT_TRANSLATE_NOOP("model", "都不是就选“不属于重点群体”。"),
        ),
        Field(
            "consent",
            QT_TRANSLATE_NOOP("model", "告知同意"),
            Flag(),
            required=True,
            group=_WHO,
            help=QT_TRANSLATE_NOOP("model", "已告知信息用途，本人同意登记。"),
        ),
        Field(
            "registered_on",
            QT_TRANSLATE_NOOP("model", "登记日期"),
            Date(future=False),
            prefill="today",
            listed=True,
            group=_STATE,
        ),
        Field(
            "status_on",
            QT_TRANSLATE_NOOP("model", "状态起始日"),
            Date(future=False),
            prefill="today",
            group=_STATE,
        ),
        Field(
            "unemployed_on",
            QT_TRANSLATE_NOOP("model", "登记失业日期"),
            Date(future=False),
            group=_STATE,
        ),
        Field(
            "unemployment_reason",
            QT_TRANSLATE_NOOP("model", "失业原因"),
            Choice("unemployment_reason"),
            group=_STATE,
        ),
        Field(
            "deregistered_on",
            QT_TRANSLATE_NOOP("model", "注销日期"),
            Date(future=False),
            group=_STATE,
        ),
        Field(
            "deregister_reason",
            QT_TRANSLATE_NOOP("model", "注销原因"),
            Choice("deregister_reason"),
            group=_STATE,
        ),
        Field(
            "difficulty_types",
            QT_TRANSLATE_NOOP("model", "困难类型"),
            Choices("difficulty_type"),
            sensitive=True,
            group=_STATE,
        ),
        Field(
            "difficulty_on",
            QT_TRANSLATE_NOOP("model", "困难认定日期"),
            Date(future=False),
            group=_STATE,
        ),
        # Beside a masked ID number the full date would leave ten numbers to choose from.
        Field(
            "birth_date",
            QT_TRANSLATE_NOOP("model", "出生日期"),
            Date(future=False),
            sensitive=True,
            group=_WHO,
        ),
        Field("sex", QT_TRANSLATE_NOOP("model", "性别"), Choice("sex"), group=_WHO),
        Field("ethnicity", QT_TRANSLATE_NOOP("model", "民族"), Choice("ethnic"), group=_WHO),
        Field("education", QT_TRANSLATE_NOOP("model", "学历"), Choice("education"), group=_WHO),
        Field(
            "graduated_on",
            QT_TRANSLATE_NOOP("model", "毕业日期"),
            Date(),
            group=_WHO,
        ),
        Field("school", QT_TRANSLATE_NOOP("model", "毕业院校"), Text(60), group=_WHO),
        Field("major", QT_TRANSLATE_NOOP("model", "专业"), Text(40), group=_WHO),
        Field(
            "address",
            QT_TRANSLATE_NOOP("model", "家庭住址"),
            Text(100),
            sensitive=True,
            group=_WHO,
            help=QT_TRANSLATE_NOOP("model", "嘎查村、社区以下的门牌或位置。"),
        ),
        Field(
            "area_group",
            QT_TRANSLATE_NOOP("model", "组/浩特"),
            Text(30),
            listed=True,
            group=_WHO,
            help=QT_TRANSLATE_NOOP("model", "走访路线按组排，例如 三组。"),
        ),
        Field("household", QT_TRANSLATE_NOOP("model", "户编号"), Text(30), group=_WHO),
        Field("father_name", QT_TRANSLATE_NOOP("model", "父名"), PersonName(), group=_WHO),
        Field("home", QT_TRANSLATE_NOOP("model", "户籍地"), Division(), group=_WHO),
        Field(
            "hukou_type", QT_TRANSLATE_NOOP("model", "户口性质"), Choice("hukou_type"), group=_WHO
        ),
        Field(
            "residence_status",
            QT_TRANSLATE_NOOP("model", "居住情况"),
            Choice("residence_status"),
            group=_WHO,
        ),
        Field(
            "needs_mongolian",
            QT_TRANSLATE_NOOP("model", "需蒙古语沟通"),
            Flag(),
            group=_WHO,
        ),
        Field(
            "wanted_occupations",
            QT_TRANSLATE_NOOP("model", "意向工种"),
            Occupations(),
            listed=True,
            group=_WISH,
        ),
        Field("wage_wish", QT_TRANSLATE_NOOP("model", "期望月薪（元）"), Money(), group=_WISH),
        Field(
            "travel_range",
            QT_TRANSLATE_NOOP("model", "可去范围"),
            Choice("travel_range"),
            group=_WISH,
        ),
        Field("available_on", QT_TRANSLATE_NOOP("model", "可上岗日"), Date(), group=_WISH),
        Field("limits", QT_TRANSLATE_NOOP("model", "限制"), Choices("limits"), group=_WISH),
        Field(
            "away_months",
            QT_TRANSLATE_NOOP("model", "外出月份"),
            Choices("month_of_year"),
            group=_WISH,
            help=QT_TRANSLATE_NOOP("model", "每年哪几个月在外地或营地；这几个月的回访自动顺延。"),
        ),
        Field("skills", QT_TRANSLATE_NOOP("model", "技能"), Text(100, search="text"), group=_WISH),
        Field("licences", QT_TRANSLATE_NOOP("model", "证照"), Choices("license_type"), group=_WISH),
        Field(
            "skill_level",
            QT_TRANSLATE_NOOP("model", "技能等级"),
            Choice("skill_level"),
            group=_WISH,
        ),
        Field(
            "experience_years",
            QT_TRANSLATE_NOOP("model", "相关工作年限"),
            Integer(high=70),
            group=_WISH,
        ),
        Field("source", QT_TRANSLATE_NOOP("model", "来源"), Choice("source_channel"), group=_MORE),
        *put_off_fields(_MORE),
        Field("keep_until", QT_TRANSLATE_NOOP("model", "保留至"), Date(), group=_MORE),
        Field(
            "note", QT_TRANSLATE_NOOP("model", "备注"), Text(500, long=True), soft=True, group=_MORE
        ),
    ),
)
