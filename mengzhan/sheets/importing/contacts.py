"""What columns are called that tell of contacts: 第一次回访 beside a person, 首次走访 beside an employer.

The row is one record; each contact with a whole day becomes a record after it that points to it.
What such a column gives is called ``follow_up[2].day``: the day of the second contact;
``follow_up[2+1]`` is a further one that a cell of the second tells of. Nothing makes up what a day
leaves out: the month stands over the column, the year in the cell, the header or the title. A
contact without a whole day stays in the note of the row in its words, and a problem says so.
"""

import re

CONTACTS = {"person": "follow_up", "employer": "visit"}
"""The kind of the contacts that a row may tell of. They point to the row's record by a field that
is called as its kind."""

REMARKS = {"follow_up": "situation", "visit": "note"}
"""The field of a contact that takes what stands in its cells in free words."""

OF_CONTACT = {"mode", "visitor", "visitor_role"}
"""Fields that say how and by whom a contact was made: there 同上 is what stands above."""

UNDATED = "-undated"
"""Columns of contacts that name no day are known and not taken in: a month alone is no day."""

_CALLED = (
    r"[回随跟走复再首初家电探巡]访|访视|访企|入企|上门|(?<![转迁])入户|跟踪|摸排|慰问(?![金品物])"
)
_CALLED_TOO = "联[系络]|帮扶"
_ASKED = "时间|日期|情况|记录|登记|结果|内容|反馈|台账|表|服务|走访"
CALLED = (
    rf"(?:{_CALLED}|(?:{_CALLED_TOO})(?={_ASKED}|\d|\s|$)"
    rf"|(?<=[次轮月季度])(?:{_CALLED_TOO})(?!人|员|电话|号|地址|责任|干部|单位))"
)
"""What contacts are called, with a person and with an employer alike.

联系 and 帮扶 are part of much else (联系人, 联系方式, 帮扶责任人): they count with what is asked of a
contact (联系时间, 帮扶情况), alone, and where they are counted (每月联系).
"""

_OF_EVERY_CONTACT = re.compile(
    rf"(?:电话|服务|{_CALLED}|{_CALLED_TOO})+(?P<asked>时间|日期|方式|形式|情况|内容|记录|结果)"
)

_CONTACT = re.compile(rf"({'|'.join(CONTACTS.values())})\[\d+(?:\+\d+)?\]")

CALL_MADE = "打通|接通|通了|接了|未接|无人接|没人接|没接|关机|停机|空号|[补再]打"
"""What tells of a call, whether anybody answered or not."""

_WAYS = {
    "1": r"(?<![没无留换])(?<!没有)(?<!留了)(?<!换了)电话(?![号变换是本])|家[属人长里]接|"
    + CALL_MADE,
    "2": r"上门|入户|走访|家访",
    "4": r"微信|短信|视频",
}
_WAY = re.compile("|".join(f"(?P<way{code}>{words})" for code, words in _WAYS.items()))


def ways_in(text: str) -> list[str]:
    """Return the ways of a contact (codes of ``visit_mode``) that a text names, in its order."""
    found = (way.lastgroup for way in _WAY.finditer(text))
    return list(dict.fromkeys(name.removeprefix("way") for name in found if name))


def without_call(header: str) -> str:
    """Return what a column of a contact asks for, whatever the contact is called: 走访时间 and 联系时间
    ask for 时间, 联系方式 for 方式. A header that asks for something else stays as it is."""
    found = _OF_EVERY_CONTACT.fullmatch(header)
    return found["asked"] if found else header


def contact_path(kind: str, number: int, name: str) -> str:
    """Return what a column gives that holds field ``name`` of the contact with a number."""
    return f"{kind}[{number}].{name}"


def beside(name: str, place: int) -> str:
    """Return what a further contact is called that the cell of contact ``name`` tells of."""
    return f"{name[:-1]}+{place}]"


def contact_kind(name: str) -> str:
    """Return the kind of the contact that a path names before its dot, empty if it names none."""
    found = _CONTACT.fullmatch(name)
    return found[1] if found else ""
