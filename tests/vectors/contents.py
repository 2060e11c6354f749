"""Vectors of what a journal says: values of every sort, orders, conflicts, what is forgotten."""

from typing import Any

from mengzhan.model.entry import DOUBT, ERASE, REDACT, Value
from tests import people
from tests.package.scribe import Scribe
from tests.vectors.building import (
    GOOD,
    PLAIN,
    STORY,
    STORY_STATES,
    Case,
    ours,
    report,
    state,
    story,
)

RESIDUE: dict[str, Value] = {
    "residence": "150102",
    "key_groups": ["K04"],
    "employment_status": "1",
    "consent": True,
    "sex": "1",
}
"""What is left of the first person: codes, the banner, no birth date."""


def cases() -> list[Case]:
    """All of them."""
    groups = (_values, _fields, _orders, _erased, _redacted)
    return [case for group in groups for case in group()]


def _values() -> list[Case]:
    names = Scribe("a")
    written: dict[str, Value] = {
        "name": "巴特·𠮷日嘎拉",
        "note": "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠡᠷ ᠶᠠᠷᠢᠨ᠎ᠠ，会蒙文\n第二行\t“引号”\\反斜杠\u2028完",
        "skills": "😀 🐑 ﷽ \u0001",
    }
    names.write("person", "p-1", written)
    nulls = Scribe("a")
    bare: dict[str, Value] = {"name": "乌云", "phone": None, "consent": False, "key_groups": []}
    full = people.person_values(2, note="有备注", wage_wish=350_000)
    first = nulls.write("person", "p-1", bare)
    nulls.write("person", "p-2", full)
    nulls.write("person", "p-1", {"name": None, "wage_wish": 0}, seen=[first])
    other = Scribe("b")
    other.write("vacancy", "v-1", people.vacancy_values("e-1"))
    other.write("person", "p-2", {"note": "另一台电脑写的"}, seen=[STORY.entries[1]])
    both = STORY_STATES | {
        "v-1": state("vacancy", people.vacancy_values("e-1")),
        "p-2": state("person", people.person_values(2, note="另一台电脑写的")),
    }
    halves = [STORY.span(3, 4), STORY.span(1, 2)]
    apart = Scribe("a")
    apart.write("person", "p-1", {"name": "乌云"}, at="2026-11-20T03:00:00.000Z+0012")
    return [
        Case("good_report", "最平常的一包：两个人、一次回访、一次改电话", GOOD.data, "accepted",
             new=4, states=STORY_STATES),
        Case("good_scripts", "蒙古文、扩展区汉字、换行、控制字符都照原样", report([names]).data,
             "accepted", new=1, states={"p-1": state("person", written)}),
        Case("good_nulls", "第一行有空值；空值、假、零、空数组各是各的", report([nulls]).data,
             "accepted", new=3, states={
                 "p-1": state("person", bare | {"name": None, "wage_wish": 0}),
                 "p-2": state("person", full),
             }),
        Case("good_empty", "都报过了：没有任何流水，也没有任何表",
             report([STORY], entries=[], ranges=[]).data, "already_in", held=STORY.entries,
             states=STORY_STATES),
        Case("good_two_replicas", "同站两台电脑，两段流水", report([STORY, other]).data,
             "accepted", new=6, states=both),
        Case("good_two_ranges", "同一副本的两段首尾相接，后一段写在前面",
             report([STORY], ranges=halves).data, "accepted", new=4, states=STORY_STATES),
        Case("wall_differs", "电脑的钟与混合时钟不同，wall 写出", report([apart]).data,
             "accepted", new=1, states={"p-1": state("person", {"name": "乌云"})}),
        Case("may_feature", "有不认识的 may 特性：不理它",
             ours(features={"must": [], "may": ["colours"]}), "accepted", new=4,
             states=STORY_STATES),
        Case("later_manifest_key", "清单里有不认识的键：放着不管", ours(later={"x": [1]}),
             "accepted", new=4, states=STORY_STATES),
    ]  # fmt: skip


def _fields() -> list[Case]:
    unknown = Scribe("a")
    strange: dict[str, Any] = {"name": "乌云", "later_field": {"deep": [1, None, True]}}
    strange["sex"] = "97"
    unknown.write("person", "p-1", strange)
    unknown.write("later_kind", "x-1", {"anything": "照存"})
    tomb = Scribe("a")
    made = tomb.write("person", "p-1", {"name": "乌云"})
    gone = tomb.write("person", "p-1", {"deleted": True}, seen=[made])
    back = Scribe("a")
    back.write("person", "p-1", {"name": "乌云"})
    back.write("person", "p-1", {"deleted": True}, seen=[made])
    back.write("person", "p-1", {"deleted": False}, seen=[gone])
    return [
        Case("unknown_field_and_kind", "不认识的类别、字段、代码和嵌套的值照存",
             report([unknown]).data, "accepted", new=2, states={
                 "p-1": state("person", strange),
                 "x-1": state("later_kind", {"anything": "照存"}),
             }),
        Case("deleted", "已撤下", report([tomb]).data, "accepted", new=2,
             states={"p-1": state("person", {"name": "乌云", "deleted": True}, deleted=True)}),
        Case("deleted_and_back", "撤下又恢复：deleted 的现值是假", report([back]).data,
             "accepted", new=3,
             states={"p-1": state("person", {"name": "乌云", "deleted": False})}),
    ]  # fmt: skip


def _orders() -> list[Case]:
    rivals, rival = Scribe("a"), Scribe("b")
    root = rivals.write("person", "p-1", {"name": "乌云", "phone": people.phone(1)})
    rivals.write("person", "p-1", {"phone": people.phone(2)}, seen=[root])
    rival.write("person", "p-1", {"phone": people.phone(3), "note": "x"}, seen=[root],
                at="2026-11-20T02:00:00.000Z+0000")  # fmt: skip
    base: dict[str, Value] = {"name": "乌云", "note": "x"}
    one, two = Scribe("a"), Scribe("b")
    for record, ours_at, theirs_at in (
        ("p-1", "03:00:00.000Z+0000", "02:00:00.000Z+0000"),
        ("p-2", "03:00:00.000Z+0010", "03:00:00.000Z+0009"),
        ("p-3", "04:00:00.000Z+0000", "04:00:00.000Z+0000"),
    ):
        one.write("person", record, {"name": "甲"}, at=f"2026-11-20T{ours_at}")
        two.write("person", record, {"name": "乙"}, at=f"2026-11-20T{theirs_at}")
    indirect = Scribe("a")
    first = indirect.write("person", "p-1", {"name": "乌云", "phone": people.phone(1)})
    between = indirect.write("person", "p-1", {"note": "只改备注"}, seen=[first])
    indirect.write("person", "p-1", {"phone": people.phone(2)}, seen=[between])
    linked: dict[str, Value] = {"name": "乌云", "note": "只改备注", "phone": people.phone(2)}
    ahead, right, judge = Scribe("a"), Scribe("b"), Scribe("e")
    ahead.write("person", "p-1", {"name": "快钟"}, at="2026-12-20T00:00:00.000Z+0000")
    ahead.write("person", "p-1", {"phone": people.phone(1)}, seen=ahead.entries)
    right.write("person", "p-1", {"name": "准钟"})
    judge.write("clock", "a" * 32, {"first": 1, "last": 1}, op=DOUBT)
    return [
        Case("conflict", "两台电脑各改电话：前沿有两个值，晚的为先", report([rivals, rival]).data,
             "accepted", new=3, states={"p-1": state("person", base | {"phone": people.phone(3)},
                 conflicts={"phone": [people.phone(3), people.phone(2)]})}),
        Case("conflict_settled", "看到双方以后再写一次电话，冲突了结",
             _settled(rivals, rival), "accepted", new=4,
             states={"p-1": state("person", base | {"phone": people.phone(2)})}),
        Case("order_of_entries", "先比时间，再比时间后面的计数，再比副本号",
             report([one, two]).data, "accepted", new=6, states={
                 record: state("person", {"name": values[0]}, conflicts={"name": values})
                 for record, values in
                 (("p-1", ["甲", "乙"]), ("p-2", ["甲", "乙"]), ("p-3", ["乙", "甲"]))
             }),
        Case("seen_indirect", "经由只改备注的一条间接看到过：不是冲突", report([indirect]).data,
             "accepted", new=3, states={"p-1": state("person", linked)}),
        Case("doubt_orders", "这里已有一条 doubt：快钟写的一条排在最前，不作准",
             report([right]).data, "accepted", held=[*ahead.entries, *judge.entries], new=1,
             states={"p-1": state("person", {"name": "准钟", "phone": people.phone(1)},
                                  conflicts={"name": ["准钟", "快钟"]})}),
    ]  # fmt: skip


def _settled(rivals: Scribe, rival: Scribe) -> bytes:
    settled = rivals.branch()
    settled.write("person", "p-1", {"phone": people.phone(2)}, at="2026-11-20T03:00:00.000Z+0000",
                  seen=[rivals.entries[1], rival.entries[0]])  # fmt: skip
    return report([settled, rival]).data


def _erased() -> list[Case]:
    gone, other = story(), Scribe("b")
    gone.write("person", "p-1", RESIDUE, op=ERASE, seen=[gone.entries[3]])
    other.write("person", "p-1", {"sex": "1"}, op=ERASE, seen=[gone.entries[0]],
                at="2026-11-21T00:00:00.000Z+0000")  # fmt: skip
    gone.entries = [e.dropped() if e.record == "p-1" and e.op != ERASE else e for e in gone.entries]
    erased = STORY_STATES | {"p-1": state("person", RESIDUE, erased=True)}
    later = STORY_STATES | {"p-1": state("person", {"sex": "1"}, erased=True)}
    return [
        Case("erased", "第一个人已删除：流水里只剩内容的哈希", report([gone]).data, "accepted",
             new=5, states=erased),
        Case("erased_wins", "这里还留着内容，包里有删除：内容要清除", report([gone]).data,
             "accepted", held=STORY.entries, new=1, states=erased),
        Case("erased_stays", "已经删除，旧包再来：不得恢复", PLAIN.data, "already_in",
             held=gone.entries, states=erased),
        Case("erased_twice", "两台电脑都删除过：留下的以后一条为准", report([gone, other]).data,
             "accepted", new=6, states=later),
    ]  # fmt: skip


def _redacted() -> list[Case]:
    whole = Scribe("a")
    told = whole.write("visit", "w-1", {"demand": "乌云其木格和巴图都说远", "day": "2026-11-20"})
    once: dict[str, Value] = {"demand": "〔已删除〕和巴图都说远", "day": "2026-11-20"}
    twice: dict[str, Value] = {"demand": "〔已删除〕和〔已删除〕都说远", "day": "2026-11-20"}
    black = whole.branch()
    middle = black.write("visit", "w-1", once, op=REDACT, target=told.mark, seen=[told])
    black.entries[0] = told.dropped()
    chain = black.branch()
    chain.write("visit", "w-1", twice, op=REDACT, target=middle.mark, seen=[middle])
    chain.entries[1] = middle.dropped()
    lost = Scribe("a")
    lost.write("visit", "w-1", {"day": "2026-11-20"})
    lost.write("visit", "w-1", {"demand": "不算写过"}, op=REDACT, target="0123456789abcdef")
    return [
        Case("redaction", "走访里提到的名字已替换", report([black]).data, "accepted", new=2,
             states={"w-1": state("visit", once)}),
        Case("redaction_arrives", "这里还留着原话，包里有替换：原话要清除", report([black]).data,
             "accepted", held=whole.entries, new=1, states={"w-1": state("visit", once)}),
        Case("redaction_chain", "替换过的又替换一次：都归到最初那一条", report([chain]).data,
             "accepted", new=3, states={"w-1": state("visit", twice)}),
        Case("redaction_without_target", "所指的一条还没有：暂不起作用", report([lost]).data,
             "accepted", new=2, states={"w-1": state("visit", {"day": "2026-11-20"})}),
    ]  # fmt: skip
