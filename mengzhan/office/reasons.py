"""Reason codes of verdicts and their Chinese words.

A verdict travels as a code; whoever shows it looks the words up here, translated at display. The
codes are those of the checks in ``model`` and the office's own. None is ever used anew.
"""

from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

ID_ELSEWHERE = "ID_ELSEWHERE"
CREDIT_ELSEWHERE = "CREDIT_ELSEWHERE"
HELD_ELSEWHERE = "HELD_ELSEWHERE"

_ID = QT_TRANSLATE_NOOP("model", "证件号有误，请照证件逐位核对。")
_CREDIT = QT_TRANSLATE_NOOP("model", "统一社会信用代码有误，请照营业执照核对。")
_PHONE = QT_TRANSLATE_NOOP("model", "电话号码有误，请与本人核对。")
_NAME = QT_TRANSLATE_NOOP("model", "姓名写法有误，请照证件核对。")
_DATE = QT_TRANSLATE_NOOP("model", "日期有误，请核对。")
_CODE = QT_TRANSLATE_NOOP("model", "所选的项目不在代码表里，请重新选择。")
_FORM = QT_TRANSLATE_NOOP("model", "填写的格式不对，请重新填写。")
_LONG = QT_TRANSLATE_NOOP("model", "内容太长，请写短一些。")

BY_HAND = {
    "ASK_PERSON": QT_TRANSLATE_NOOP("model", "请与本人核实这一项。"),
    "ASK_EMPLOYER": QT_TRANSLATE_NOOP("model", "请与单位核实这一项。"),
    "DUPLICATE": QT_TRANSLATE_NOOP("model", "可能与另一条记录重复，请核对后合并。"),
    "NOT_OURS": QT_TRANSLATE_NOOP("model", "可能不属于本站，请核对常住地。"),
    "EVIDENCE_MISSING": QT_TRANSLATE_NOOP("model", "缺少佐证材料，请补上。"),
    "IMPLAUSIBLE": QT_TRANSLATE_NOOP("model", "数值明显偏离常情，请核对。"),
}
"""What a clerk chooses from."""

_WORDS = BY_HAND | {
    ID_ELSEWHERE: QT_TRANSLATE_NOOP("model", "同一证件号在别的站点也有登记，请两站商定由谁服务。"),
    CREDIT_ELSEWHERE: QT_TRANSLATE_NOOP(
        "model", "同一信用代码在别的站点也有登记，请两站商定由谁服务。"
    ),
    HELD_ELSEWHERE: QT_TRANSLATE_NOOP(
        "model", "这条记录由别的站点负责，本站写的没有采用。要转过来，请两站商定，由上级移交。"
    ),
    "AD_FRAUD": QT_TRANSLATE_NOOP("model", "招聘用语像诈骗或违法收费，请向单位核实后改掉。"),
    "REQUIRED": QT_TRANSLATE_NOOP("model", "必填的一项还没有填。"),
    "AGE_UNDER_16": QT_TRANSLATE_NOOP("model", "不满16周岁，不能登记求职，请核对出生日期。"),
    "ARRIVAL_MISSING": QT_TRANSLATE_NOOP("model", "没有写到岗日期，请补上。"),
    "CLOSE_REASON_MISSING": QT_TRANSLATE_NOOP("model", "没有写撤下原因，请补上。"),
    "CONSENT_REFUSED": QT_TRANSLATE_NOOP("model", "本人没有同意登记，请先告知用途。"),
    "SUBJECT_MISSING": QT_TRANSLATE_NOOP("model", "没有写明对象是谁，请补上。"),
    "PUT_OFF_REASON": QT_TRANSLATE_NOOP("model", "往后放没有写原因，请补上。"),
    "WAGE_ORDER": QT_TRANSLATE_NOOP("model", "薪酬上限低于下限，请核对。"),
    "DATE_ORDER": QT_TRANSLATE_NOOP("model", "两个日期的先后不对，请核对。"),
    "DIVISION_UNKNOWN": QT_TRANSLATE_NOOP("model", "没有这个区划，请重新选择。"),
    "OCCUPATION_UNKNOWN": QT_TRANSLATE_NOOP("model", "没有这个工种，请重新选择。"),
    "CODE_UNKNOWN": _CODE,
    "LIST_TOO_LONG": _LONG,
    "TEXT_TOO_LONG": _LONG,
    **dict.fromkeys(
        (
            "ID_CHARACTERS",
            "ID_CHECKSUM",
            "ID_DATE",
            "ID_DATE_FUTURE",
            "ID_LENGTH",
            "ID_ROUNDED",
            "ID_SCIENTIFIC",
        ),
        _ID,
    ),
    **dict.fromkeys(
        ("CREDIT_CODE_CHARACTERS", "CREDIT_CODE_CHECKSUM", "CREDIT_CODE_LENGTH"), _CREDIT
    ),
    **dict.fromkeys(
        (
            "PHONE_CHARACTERS",
            "PHONE_EMPTY",
            "PHONE_FORM",
            "PHONE_LENGTH",
            "PHONE_NO_AREA_CODE",
            "PHONE_TWO",
        ),
        _PHONE,
    ),
    **dict.fromkeys(
        (
            "NAME_BRACKETS",
            "NAME_CHARACTERS",
            "NAME_DIGITS",
            "NAME_EMPTY",
            "NAME_LATIN",
            "NAME_LONG",
            "NAME_MONGOLIAN_SCRIPT",
            "NAME_SHORT",
        ),
        _NAME,
    ),
    **dict.fromkeys(("DATE_FORM", "DATE_FUTURE", "DATE_RANGE", "MONTH_FORM"), _DATE),
    **dict.fromkeys(
        ("FLAG_FORM", "INTEGER_FORM", "INTEGER_RANGE", "MONEY_FORM", "MONEY_RANGE"), _FORM
    ),
}
_OTHER = QT_TRANSLATE_NOOP("model", "这一项不合规定，请核对。")


def reason_words(code: str) -> Message:
    """Return the sentence for a reason code; a code of a newer office gets a general one."""
    return Message(_WORDS.get(code, _OTHER))
