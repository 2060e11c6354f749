"""What may be heard of a referral (职业介绍) that is due: each answer with the key that records it.

今日, the list of referrals and the paper of the day offer the same answers under the same keys, so
that what was ticked on paper is keyed in as on the screen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import Values, text_of, texts_of
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules import answers
from mengzhan.rules.due import stay_field
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Operation
from mengzhan.rules.referral_state import ARRIVED
from mengzhan.rules.referrals import record_left, record_result, record_stay_check

SLIP, EVIDENCE, LEFT = "referral", "evidence", "left"
"""What is asked of a referral, in the words of ``rules.due`` and of ``referral_steps``; the check of a
stay is a word of its own for each (``stay_1``)."""

STILL_THERE, GONE = "1", "2"
"""The keys that answer whether somebody is still there."""

_STAY = "stay_"

_SHORT = {
    SLIP: {
        "1": "已面试等结果",
        "2": "录用已到岗",
        "3": "录用没到岗",
        "4": "条件不符",
        "5": "岗位满了撤了",
        "6": "本人没去面试",
        "7": "本人嫌工资",
        "8": "嫌远、嫌食宿",
        "9": "本人别的原因",
        "X": "没返回执",
    },
    EVIDENCE: {
        "2": "工资条流水",
        "3": "社保记录",
        "4": "单位证明回执",
        "5": "照片工牌",
    },
}
"""Words that fit beside a box, by the codes of ``referral_result`` and ``arrival_evidence``; a code
without any keeps its label."""


@dataclass(frozen=True)
class AskedSlip:
    """What is asked about one referral."""

    referral: str
    work: str


def codes_heard(work: str) -> tuple[Code, ...]:
    """Return the codes that answer a slip or tell what proves an arrival; none for other work."""
    if work == SLIP:
        return tuple(
            code
            for code in code_table("referral_result").offered
            if answers.is_referral_answer(code.code)
        )
    return code_table("arrival_evidence").offered if work == EVIDENCE else ()


def stay_months(work: str) -> int:
    """Return after how many months of a stay is asked for; 0 for other work."""
    return int(work.removeprefix(_STAY)) if work.startswith(_STAY) else 0


def boxes_of(work: str) -> Mapping[str, str]:
    """Return key -> words of what is ticked on paper, in the order of the keys."""
    codes = codes_heard(work)
    if codes:
        words = _SHORT[work]
        return {code.code[-1]: words.get(code.code, code.label) for code in codes}
    still = {STILL_THERE: QT_TRANSLATE_NOOP("model", "还在岗")} if stay_months(work) else {}
    return {**still, GONE: QT_TRANSLATE_NOOP("model", "已离职")}


def asked_words(work: str) -> str:
    """Return what stands above these boxes."""
    months = stay_months(work)
    if months:
        return f"还在不在岗，满 {months} 个月（勾一个）"
    return {SLIP: "推荐结果（勾一个）", EVIDENCE: "到岗证据（勾一个）"}.get(
        work, "还在不在岗（勾一个）"
    )


def hear(asked: AskedSlip, key: str, day: date) -> Operation:
    """Record the answer of a key, heard on ``day``.

    Raises (when run):
        UserError: as ``record_result``, ``record_stay_check`` and ``record_left``.
    """
    writers: dict[str, Callable[[], Operation]] = {
        SLIP: lambda: record_result(asked.referral, key, day),
        EVIDENCE: lambda: edit(asked.referral, {"evidence": [key]}),
    }
    if asked.work in writers:
        return writers[asked.work]()
    if key == GONE:
        return record_left(asked.referral, day)
    return record_stay_check(asked.referral, stay_months(asked.work), day)


def heard(values: Values, work: str) -> tuple[str, str]:
    """Return the key of what a referral says was heard, and the day; empty texts for nothing."""
    if work == SLIP:
        if values.get("arrived_on"):
            return ARRIVED, text_of(values, "arrived_on")
        result = text_of(values, "result")
        known = answers.is_referral_answer(result) if result else False
        return (result, text_of(values, "result_on")) if known else ("", "")
    if work == EVIDENCE:
        return next(iter(texts_of(values, "evidence")), ""), ""
    if values.get("left_on"):
        return GONE, text_of(values, "left_on")
    months = stay_months(work)
    checked = text_of(values, stay_field(months)) if months else ""
    return (STILL_THERE, checked) if checked else ("", "")
