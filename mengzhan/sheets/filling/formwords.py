"""What is said about a form: what its columns hold, why cells stay empty, what changed in it."""

from collections.abc import Iterator, Sequence

from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.filling.answers import BANNER, COUNTS, DIGIT, EMPLOYED, MASKED, TOWNSHIP, Why
from mengzhan.sheets.filling.changedform import FormChange
from mengzhan.sheets.importing.headers import AGE, SERIAL, HeaderWords, path_meaning

_ITSELF = {
    "": QT_TRANSLATE_NOOP("model", "留空"),
    SERIAL: QT_TRANSLATE_NOOP("model", "序号"),
    AGE: QT_TRANSLATE_NOOP("model", "年龄"),
    EMPLOYED: QT_TRANSLATE_NOOP("model", "是否就业"),
    TOWNSHIP: QT_TRANSLATE_NOOP("model", "所在苏木乡镇"),
    COUNTS: QT_TRANSLATE_NOOP("model", "数人数"),
    BANNER: QT_TRANSLATE_NOOP("model", "所在旗县"),
}
_REASONS = {
    Why.NO_VALUE: QT_TRANSLATE_NOOP("model", "登记册里没有"),
    Why.NOT_LISTED: QT_TRANSLATE_NOOP("model", "下拉里没有对得上的一项"),
    Why.UNREADABLE: QT_TRANSLATE_NOOP("model", "下拉里有哪些项读不出来"),
    Why.UNKNOWN: QT_TRANSLATE_NOOP("model", "不知道要填什么"),
    Why.DIFFERENT: QT_TRANSLATE_NOOP("model", "几条记录不一样，定不了填哪个"),
    Why.MISSING: QT_TRANSLATE_NOOP("model", "登记册里没有这个人"),
    Why.SEVERAL: QT_TRANSLATE_NOOP("model", "登记册里有几个，分不清是哪个"),
    Why.OTHER_NAME: QT_TRANSLATE_NOOP("model", "证件号在登记册里是别人的"),
    Why.UNLIKE: QT_TRANSLATE_NOOP("model", "同名，但性别、生日或电话对不上"),
    Why.SENDER: QT_TRANSLATE_NOOP("model", "蒙站不知道，请自己填"),
    Why.NAMELESS: QT_TRANSLATE_NOOP("model", "这一行上级填了内容，看不出是谁的"),
}


def meaning(path: str, words: HeaderWords) -> Message:
    """Return what a column filled with ``path`` holds."""
    if path in _ITSELF:
        return Message(_ITSELF[path])
    bare, _, digit = path.partition(DIGIT)
    field = path_meaning(bare.removesuffix(MASKED), words)
    if digit:
        template = QT_TRANSLATE_NOOP("model", "{label}第 {digit} 位")
        return Message(template, {"label": field, "digit": digit})
    if bare.endswith(MASKED):
        return Message(QT_TRANSLATE_NOOP("model", "{label}（打码）"), {"label": field})
    return field


def reason(why: Why) -> Message:
    """Return why cells stayed empty."""
    return Message(_REASONS[why])


def changes(change: FormChange) -> Iterator[Message]:
    """Yield what is different from the form filled before, one sentence for each sort."""
    renamed = [f"{old} → {new}" for old, new in change.new_names]
    for template, headers in (
        (QT_TRANSLATE_NOOP("model", "新增 {headers}"), change.added),
        (QT_TRANSLATE_NOOP("model", "没有了 {headers}"), change.gone),
        (QT_TRANSLATE_NOOP("model", "改名 {headers}"), renamed),
        (QT_TRANSLATE_NOOP("model", "换了位置 {headers}"), change.moved_headers),
    ):
        if headers:
            yield Message(template, {"headers": _listed(headers)})


def _listed(headers: Sequence[str]) -> str:
    return "、".join(headers)
