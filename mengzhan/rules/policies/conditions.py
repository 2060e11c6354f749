"""The tests of which a way to a policy is made, by the names of the table ``policy_tests``.

Each takes what is known of somebody and the value of its row. It tells a reason, something
missing, or that the way is closed.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.idnumber import age_on
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.policies.subject import Subject
from mengzhan.rules.retirement import retirements

_MAN = "1"
_YES = "1"


@dataclass(frozen=True)
class Finding:
    """What came of one test; without reason and without anything missing it failed."""

    reason: Message | None = None
    missing: Message | None = None

    @property
    def failed(self) -> bool:
        """Whether the way is closed."""
        return self.reason is None and self.missing is None


FAILED = Finding()
Test = Callable[[Subject, str], Finding]


def _met(template: str, /, **params: object) -> Finding:
    return Finding(reason=Message(template, params))


def _missing(template: str, /, **params: object) -> Finding:
    return Finding(missing=Message(template, params))


def _labels(table: str, codes: Iterable[str]) -> str:
    return "、".join(code_table(table).label(code) for code in codes)


def _ask(_subject: Subject, value: str) -> Finding:
    """What no record tells."""
    return _missing(QT_TRANSLATE_NOOP("model", "要问清：{question}"), question=value)


# People ------------------------------------------------------------------------------------------


def _status(subject: Subject, value: str) -> Finding:
    if not subject.status:
        return _missing(QT_TRANSLATE_NOOP("model", "没有填就业状态"))
    if subject.status not in value.split("|"):
        return FAILED
    label = _labels("employment_status", [subject.status])
    return _met(QT_TRANSLATE_NOOP("model", "就业状态是{label}"), label=label)


def _group(subject: Subject, value: str) -> Finding:
    if not subject.groups:
        return _missing(QT_TRANSLATE_NOOP("model", "没有填重点群体"))
    wanted = value.split("|")
    held = [code for code in subject.groups if _stands_for(code, wanted)]
    if not held:
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "属于{label}"), label=_labels("key_group", held))


def _stands_for(code: str, wanted: Container[str]) -> bool:
    """A group counts for the one it belongs to: 离校2年内未就业 is 高校毕业生."""
    known = code_table("key_group").get(code)
    above = known.parent if known is not None else None
    return code in wanted or (above is not None and above in wanted)


def _registered(subject: Subject, _value: str) -> Finding:
    if subject.registered:
        since = subject.values.get("unemployed_on")
        return _met(QT_TRANSLATE_NOOP("model", "{since} 起登记失业"), since=since)
    return _missing(QT_TRANSLATE_NOOP("model", "还没有失业登记，要先登记"))


def _unregistered(subject: Subject, _value: str) -> Finding:
    if subject.registered:
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "还没有失业登记"))


def _registered_months(subject: Subject, value: str) -> Finding:
    if not subject.registered:
        return _registered(subject, value)
    months = subject.months_since("unemployed_on") or 0
    if months >= int(value):
        words = QT_TRANSLATE_NOOP("model", "登记失业已满 {months} 个月")
        return _met(words, months=months)
    words = QT_TRANSLATE_NOOP("model", "登记失业 {months} 个月，要满 {wanted} 个月")
    return _missing(words, months=months, wanted=value)


def _age(subject: Subject) -> int | None:
    born = subject.day_of("birth_date")
    return None if born is None else age_on(born, subject.day)


_NO_BIRTH = QT_TRANSLATE_NOOP("model", "没有出生日期")


def _age_least(subject: Subject, value: str) -> Finding:
    """At least so many years: men | women."""
    age, sex = _age(subject), subject.values.get("sex")
    if age is None:
        return _missing(_NO_BIRTH)
    if not sex:
        return _missing(QT_TRANSLATE_NOOP("model", "没有填性别"))
    men, women = map(int, value.split("|"))
    if age < (men if sex == _MAN else women) or _is_retired(subject, str(sex)):
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "{age} 周岁"), age=age)


def _is_retired(subject: Subject, sex: str) -> bool:
    """Whether somebody is past the age at which the last of their sex retires: who is hard to employ
    is of working age (法定劳动年龄内)."""
    born = subject.day_of("birth_date")
    days = [one.day for one in retirements(sex, born)] if born is not None else []
    return bool(days) and days[-1] <= subject.day


def _age_between(subject: Subject, value: str) -> Finding:
    age = _age(subject)
    if age is None:
        return _missing(_NO_BIRTH)
    low, high = map(int, value.split("-"))
    if not low <= age <= high:
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "{age} 周岁"), age=age)


def _graduated(subject: Subject) -> tuple[int | None, bool]:
    """The months since leaving school, and whether somebody is a graduate at all."""
    is_one = _group(subject, "K01").reason is not None
    return subject.months_since("graduated_on"), is_one


def _graduated_within(subject: Subject, value: str) -> Finding:
    months, is_one = _graduated(subject)
    if months is None:
        words = QT_TRANSLATE_NOOP("model", "没有填毕业日期")
        return _missing(words) if is_one else FAILED
    if months > int(value):
        return FAILED
    if _graduates_later(subject):
        words = QT_TRANSLATE_NOOP("model", "{day} 才毕业")
        return _missing(words, day=subject.values.get("graduated_on"))
    return _met(QT_TRANSLATE_NOOP("model", "毕业 {months} 个月"), months=months)


def _graduated_over(subject: Subject, value: str) -> Finding:
    months, is_one = _graduated(subject)
    if months is None:
        words = QT_TRANSLATE_NOOP("model", "没有填毕业日期")
        return _missing(words) if is_one else FAILED
    if months < int(value):
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "毕业已 {months} 个月"), months=months)


def _graduates_later(subject: Subject) -> bool:
    on = subject.day_of("graduated_on")
    return on is not None and on > subject.day


def _recognised(subject: Subject, _value: str) -> Finding:
    """Recognised as hard to employ (就业困难人员认定)."""
    on = subject.day_of("difficulty_on")
    if on is not None and on <= subject.day:
        return _met(QT_TRANSLATE_NOOP("model", "{day} 认定为就业困难人员"), day=on.isoformat())
    if "K05" in subject.groups:
        return _met(QT_TRANSLATE_NOOP("model", "已认定为就业困难人员"))
    if subject.values.get("difficulty_types"):
        return _missing(QT_TRANSLATE_NOOP("model", "还没有就业困难人员认定日期，要先认定"))
    return FAILED


def _unrecognised(subject: Subject, _value: str) -> Finding:
    if subject.values.get("difficulty_on") or "K05" in subject.groups:
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "还没有认定为就业困难人员"))


def _reason(subject: Subject, value: str) -> Finding:
    code = subject.values.get("unemployment_reason")
    if not code:
        return _missing(QT_TRANSLATE_NOOP("model", "没有填失业原因"))
    if code not in value.split("|"):
        return FAILED
    label = _labels("unemployment_reason", [str(code)])
    return _met(QT_TRANSLATE_NOOP("model", "失业原因：{label}"), label=label)


def _certificate(subject: Subject, _value: str) -> Finding:
    level = str(subject.values.get("skill_level") or "")
    if level and level != "Z":
        label = _labels("skill_level", [level])
        return _met(QT_TRANSLATE_NOOP("model", "技能等级：{label}"), label=label)
    return FAILED


def _intent(subject: Subject, value: str) -> Finding:
    if not subject.intent:
        return _missing(QT_TRANSLATE_NOOP("model", "还没有问过培训、创业意愿"))
    day = subject.intent.get("day")
    if value == "training" and subject.intent.get("willing") == _YES:
        return _met(QT_TRANSLATE_NOOP("model", "{day} 说愿意参加培训"), day=day)
    if value == "business":
        if subject.intent.get("needs_loan") is True:
            return _met(QT_TRANSLATE_NOOP("model", "{day} 说需要创业贷款"), day=day)
        if subject.intent.get("start_business") == _YES:
            return _met(QT_TRANSLATE_NOOP("model", "{day} 说想创业"), day=day)
    return FAILED


# Employers ---------------------------------------------------------------------------------------


def _entity(subject: Subject, value: str) -> Finding:
    code = str(subject.values.get("entity_type") or "")
    if not code:
        return _missing(QT_TRANSLATE_NOOP("model", "没有填单位类型"))
    if not any(wanted in _above(code) for wanted in value.split("|")):
        return FAILED
    label = _labels("entity_type", [code])
    return _met(QT_TRANSLATE_NOOP("model", "单位类型：{label}"), label=label)


def _above(code: str) -> list[str]:
    """Return a type and the groups above it."""
    found: list[str] = []
    table = code_table("entity_type")
    known = table.get(code)
    while known is not None:
        found.append(known.code)
        known = table.get(known.parent) if known.parent else None
    return found


def _staff_most(subject: Subject, value: str) -> Finding:
    count = subject.values.get("staff_count")
    if not isinstance(count, int):
        return _missing(QT_TRANSLATE_NOOP("model", "没有填从业人数"))
    if count > int(value):
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "从业 {count} 人"), count=count)


def _insured_least(subject: Subject, value: str) -> Finding:
    count = subject.values.get("insured_count")
    if not isinstance(count, int):
        return _missing(QT_TRANSLATE_NOOP("model", "没有填参保人数"))
    if count < int(value):
        return FAILED
    return _met(QT_TRANSLATE_NOOP("model", "参保 {count} 人"), count=count)


def _hired(subject: Subject, value: str) -> Finding:
    """Took on people of a group through a referral within the last year."""
    wanted = value.split("|")
    held = {code: n for code, n in subject.hired.items() if _stands_for(code, wanted)}
    if not held:
        return FAILED
    shown = "、".join(f"{_labels('key_group', [code])} {n} 人" for code, n in sorted(held.items()))
    return _met(QT_TRANSLATE_NOOP("model", "一年内经推荐招用：{people}"), people=shown)


TESTS: dict[str, Test] = {
    "age_between": _age_between,
    "age_least": _age_least,
    "ask": _ask,
    "certificate": _certificate,
    "entity": _entity,
    "graduated_over": _graduated_over,
    "graduated_within": _graduated_within,
    "group": _group,
    "hired": _hired,
    "insured_least": _insured_least,
    "intent": _intent,
    "reason": _reason,
    "recognised": _recognised,
    "registered": _registered,
    "registered_months": _registered_months,
    "staff_most": _staff_most,
    "status": _status,
    "unrecognised": _unrecognised,
    "unregistered": _unregistered,
}
"""Every test by its name in the table."""
