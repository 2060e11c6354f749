"""Makes the conformance vectors anew: ``python -m tests.vectors.make``.

Encryption is random, so every run writes other files; those that are committed are the vectors.
What a package must lead to is written here by hand, not taken from the program.
"""

import hashlib
import json
import shutil
import struct
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from mengzhan.model.entry import ERASE, REDACT, Entry, Value, canonical
from mengzhan.model.fold import fold
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt, encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.package.rows import write_rows
from tests import people
from tests.package.scribe import CREATED, OFFICE, STATION, Scribe, manifest, sealed, unpack, zipped

HERE = Path(__file__).parent
NOW = "2026-11-23T08:00:00.000Z"
OPEN_FIELD = {"deleted": False, "erased": False, "conflicts": {}}


def _keys() -> dict[str, DeviceKeys]:
    """The test keys of all vectors; made once, because case files name them."""
    path = HERE / "keys.json"
    names = ("station", "laptop", "office", "stranger")
    if not path.exists():
        made = {name: DeviceKeys.generate() for name in names}
        rows = {
            name: {
                "signing_seed": b64encode(keys.signing_seed).decode(),
                "age_identity": keys.age_identity,
                **keys.public.as_dict(),
                "device_id": keys.public.device_id,
            }
            for name, keys in made.items()
        }
        path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    found = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: DeviceKeys(b64decode(row["signing_seed"]), row["age_identity"])
        for name, row in found.items()
    }


KEYS = _keys()
STATION_KEYS, OFFICE_KEYS = KEYS["station"], KEYS["office"]


@dataclass
class Case:
    """One vector. ``states`` are what the records must be after a package that goes in."""

    name: str
    about: str
    package: bytes
    outcome: str
    detail: str = ""
    held: Sequence[Entry] = ()
    new: int = 0
    states: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    verdicts: Sequence[Mapping[str, Value]] = ()
    missing: Sequence[Sequence[Any]] = ()
    forks: Sequence[Sequence[Any]] = ()
    doubtful: Sequence[Sequence[Any]] = ()
    reader: str = "office"
    pinned: str = "station"


def state(kind: str, values: Mapping[str, Value], **more: Any) -> dict[str, Any]:
    """What a record must be; ``conflicts`` are field -> values, the winner first."""
    return {"kind": kind, "values": dict(values), **OPEN_FIELD, **more}


def _report(
    scribes: Sequence[Scribe],
    *,
    entries: Sequence[Entry] | None = None,
    ranges: Sequence[mf.Range] | None = None,
    keys: DeviceKeys = STATION_KEYS,
    contents: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Packed:
    listed = list(entries or [e for scribe in scribes for e in scribe.entries])
    spans = list(ranges if ranges is not None else [s.span() for s in scribes])
    by_record: dict[str, list[Entry]] = {}
    for entry in listed:
        if entry.kind != "clock":
            by_record.setdefault(entry.record, []).append(entry)
    states = [fold(found) for found in by_record.values()]
    days = sorted(entry.wall[:10] for entry in listed)
    counts: dict[str, int] = {}
    for one in states:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    made = manifest(
        keys,
        [OFFICE_KEYS.public],
        spans,
        **{"counts": counts, "period": [days[0], days[-1]] if days else [], **changes},
    )
    return pack(made, Contents(listed, states, **(contents or {})), KINDS, keys)


def _story() -> Scribe:
    """Two people and a follow-up, written at one laptop."""
    scribe = Scribe("a")
    first = scribe.write("person", "p-1", people.person_values(1))
    scribe.write("person", "p-2", people.person_values(2))
    scribe.write("follow_up", "f-1", people.follow_up_values("p-1", situation="在家等活"))
    scribe.write("person", "p-1", {"phone": people.phone(11)}, seen=[first])
    return scribe


STORY = _story()
STORY_STATES = {
    "p-1": state("person", people.person_values(1) | {"phone": people.phone(11)}),
    "p-2": state("person", people.person_values(2)),
    "f-1": state("follow_up", people.follow_up_values("p-1", situation="在家等活")),
}
PICTURE = b"\xff\xd8\xff\xe0 not a real picture"
DIGEST = hashlib.sha256(PICTURE).hexdigest()
GOOD = _report([STORY], contents={"pictures": {DIGEST: PICTURE}})
MEMBERS = unpack(GOOD.data, OFFICE_KEYS.age_identity)


def _altered(name: str, content: bytes | None) -> bytes:
    members = {**MEMBERS, name: content or b""}
    if content is None:
        del members[name]
    return sealed(members, [OFFICE_KEYS.public])


def _resigned(change: Callable[[dict[str, Any]], None], journal: bytes | None = None) -> bytes:
    document = json.loads(MEMBERS[MANIFEST])
    members = dict(MEMBERS)
    if journal is not None:
        members[mf.JOURNAL_PATH] = journal
        (item,) = [r for r in document["resources"] if r["path"] == mf.JOURNAL_PATH]
        item |= {"bytes": len(journal), "hash": f"sha256:{hashlib.sha256(journal).hexdigest()}"}
    change(document)
    members[MANIFEST] = canonical(document)
    return sealed(members, [OFFICE_KEYS.public], STATION_KEYS)


def _flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _zip_sealed(members: Sequence[tuple[str, bytes]], comment: bytes = b"") -> bytes:
    return encrypt(zipped(members, comment), [OFFICE_KEYS.public.age_recipient])


def _good_ones() -> list[Case]:
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
    may = _resigned(lambda d: d["mengzhan"].update(features={"must": [], "may": ["colours"]}))
    later = _resigned(lambda d: d["mengzhan"].update(later={"x": [1]}))
    return [
        Case("good_report", "最平常的一包：两个人、一次回访、一次改电话", GOOD.data, "accepted",
             new=4, states=STORY_STATES),
        Case("good_scripts", "蒙古文、扩展区汉字、换行、控制字符都照原样", _report([names]).data,
             "accepted", new=1, states={"p-1": state("person", written)}),
        Case("good_nulls", "第一行有空值；空值、假、零、空数组各是各的", _report([nulls]).data,
             "accepted", new=3, states={
                 "p-1": state("person", bare | {"name": None, "wage_wish": 0}),
                 "p-2": state("person", full),
             }),
        Case("good_empty", "没有任何流水，也没有任何表", _report([]).data, "already_in"),
        Case("good_two_replicas", "同站两台电脑，两段流水", _report([STORY, other]).data,
             "accepted", new=6, states=both),
        Case("good_two_ranges", "同一副本的两段首尾相接，后一段写在前面",
             _report([], entries=STORY.entries, ranges=[STORY.span(3, 4), STORY.span(1, 2)]).data,
             "accepted", new=4, states=STORY_STATES),
        Case("may_feature", "有不认识的 may 特性：不理它", may, "accepted", new=4,
             states=STORY_STATES),
        Case("later_manifest_key", "清单里有不认识的键：放着不管", later, "accepted", new=4,
             states=STORY_STATES),
    ]  # fmt: skip


def _against_held() -> list[Case]:
    beyond = _report([], entries=STORY.entries[3:], ranges=[STORY.span(4, 4)]).data
    ahead = Scribe("a")
    first = ahead.write("person", "p-1", {"name": "乌云", "note": "钟是对的"})
    ahead.write("person", "p-1", {"note": "钟快了三十天"}, seen=[first], later=timedelta(days=30))
    one = _story()
    two = one.branch()
    one.write("person", "p-1", {"note": "这一份写的"}, seen=[one.entries[3]])
    two.write("person", "p-1", {"note": "那一份写的"}, seen=[two.entries[3]],
              later=timedelta(minutes=2))  # fmt: skip
    two.write("person", "p-2", {"note": "只有那一份有"}, seen=[two.entries[1]])
    forked = STORY_STATES | {
        "p-1": state(
            "person",
            people.person_values(1, phone=people.phone(11), note="那一份写的"),
            conflicts={"note": ["那一份写的", "这一份写的"]},
        ),
        "p-2": state("person", people.person_values(2, note="只有那一份有")),
    }
    branches = _report(
        [], entries=[*one.entries, *two.entries[4:]], ranges=[one.span(), two.span(5)]
    )
    return [
        Case("overlap", "前两条已有，只收后两条", GOOD.data, "accepted",
             held=STORY.entries[:2], new=2, states=STORY_STATES),
        Case("already_in", "每一条都已有", GOOD.data, "already_in", held=STORY.entries,
             states=STORY_STATES),
        Case("hole", "只有第四条，而这里只有第一条：等第二、三条", beyond, "waiting",
             held=STORY.entries[:1], new=1, missing=[[STORY.replica, 2, 3]]),
        Case("hole_closed", "同一包，缺的两条已到", beyond, "accepted", held=STORY.entries[:3],
             new=1, states=STORY_STATES),
        Case("clock_doubtful", "第二条的时间比一切已知时间晚 24 小时以上", _report([ahead]).data,
             "clock_doubtful", new=2, doubtful=[["a" * 32, 2, 2]],
             states={"p-1": state("person", {"name": "乌云", "note": "钟快了三十天"})}),
        Case("fork", "同一副本第五条有两个：两支都留，各改的备注成为并列", _report([two]).data,
             "forked", held=one.entries, new=2, forks=[["a" * 32, 5]], states=forked),
        Case("fork_inside", "一包里带着两支，两段的号有重叠", branches.data, "forked", new=7,
             forks=[["a" * 32, 5]], states=forked),
    ]  # fmt: skip


def _contents() -> list[Case]:
    gone = _story()
    gone.write("person", "p-1", {"sex": "1", "birth_date": "1964"}, op=ERASE,
               seen=[gone.entries[3]])  # fmt: skip
    gone.entries = [e.dropped() if e.record == "p-1" and e.op != ERASE else e for e in gone.entries]
    erased = {
        "p-1": state("person", {"sex": "1", "birth_date": "1964"}, erased=True),
        "p-2": STORY_STATES["p-2"],
        "f-1": STORY_STATES["f-1"],
    }
    black = Scribe("a")
    told = black.write("visit", "w-1", {"demand": "乌云其木格说路远", "day": "2026-11-20"})
    blotted: dict[str, Value] = {"demand": "〔已删除〕说路远", "day": "2026-11-20"}
    black.write("visit", "w-1", blotted, op=REDACT, target=told.mark, seen=[told])
    black.entries[0] = told.dropped()
    rivals, rival = Scribe("a"), Scribe("b")
    root = rivals.write("person", "p-1", {"name": "乌云", "phone": people.phone(1)})
    rivals.write("person", "p-1", {"phone": people.phone(2)}, seen=[root])
    rival.write("person", "p-1", {"phone": people.phone(3), "note": "x"}, seen=[root],
                later=timedelta(minutes=9))  # fmt: skip
    settled = Scribe("a")
    settled.entries = list(rivals.entries)
    settled.write("person", "p-1", {"phone": people.phone(2)}, later=timedelta(minutes=30),
                  seen=[rivals.entries[1], rival.entries[0]])  # fmt: skip
    base: dict[str, Value] = {"name": "乌云", "note": "x"}
    unknown = Scribe("a")
    strange: dict[str, Any] = {
        "name": "乌云",
        "sex": "97",
        "later_field": {"deep": [1, None, True]},
    }
    unknown.write("person", "p-1", strange)
    unknown.write("later_kind", "x-1", {"anything": "照存"})
    tomb = Scribe("a")
    made = tomb.write("person", "p-1", {"name": "乌云"})
    tomb.write("person", "p-1", {"deleted": True}, seen=[made])
    return [
        Case("erased", "第一个人已删除：流水里只剩内容的哈希", _report([gone]).data, "accepted",
             new=5, states=erased),
        Case("erased_wins", "这里还留着内容，包里有删除：内容要清除", _report([gone]).data,
             "accepted", held=STORY.entries, new=1, states=erased),
        Case("erased_stays", "已经删除，旧包再来：不得恢复", GOOD.data, "already_in",
             held=gone.entries, states=erased),
        Case("redaction", "走访里提到的名字已替换", _report([black]).data, "accepted", new=2,
             states={"w-1": state("visit", blotted)}),
        Case("conflict", "两台电脑各改电话：前沿有两个值，晚的为先", _report([rivals, rival]).data,
             "accepted", new=3, states={"p-1": state("person", base | {"phone": people.phone(3)},
                 conflicts={"phone": [people.phone(3), people.phone(2)]})}),
        Case("conflict_settled", "再写一次电话，冲突了结", _report([settled, rival]).data,
             "accepted", new=4, states={"p-1": state("person", base | {"phone": people.phone(2)})}),
        Case("unknown_field_and_kind", "不认识的类别、字段、代码和嵌套的值照存",
             _report([unknown]).data, "accepted", new=2, states={
                 "p-1": state("person", strange),
                 "x-1": state("later_kind", {"anything": "照存"}),
             }),
        Case("deleted", "已撤下", _report([tomb]).data, "accepted", new=2,
             states={"p-1": state("person", {"name": "乌云", "deleted": True}, deleted=True)}),
    ]  # fmt: skip


def _refused_inside() -> list[Case]:
    """Packages that open and whose content is not what it should be."""
    cases = [
        Case("newer_format", "格式版本 2，其余都读不懂",
             _resigned(lambda d: d["mengzhan"].update(format=2, ranges="?")), "newer_format",
             "format_newer"),
        Case("must_feature", "有不认识的 must 特性",
             _resigned(lambda d: d["mengzhan"].update(features={"must": ["x"], "may": []})),
             "newer_format", "feature_unknown"),
        Case("newer_suite", "不认识的算法",
             _resigned(lambda d: d["mengzhan"].update(suite="sm2-sm3-sm4")), "newer_format",
             "suite_unknown"),
        Case("newer_kind", "不认识的包种类",
             _resigned(lambda d: d["mengzhan"].update(kind="relay")), "newer_format",
             "kind_unknown"),
        Case("unknown_device", "钥匙没有登记", _report([STORY], keys=KEYS["stranger"]).data,
             "unknown_station", "device_unknown"),
        Case("wrong_signer", "清单写的是已登记的钥匙，签名却是别人的",
             sealed(MEMBERS, [OFFICE_KEYS.public], KEYS["stranger"]), "wrong_signature",
             "signature_wrong"),
        Case("altered_manifest", "清单改了一个数",
             _altered(MANIFEST, MEMBERS[MANIFEST].replace(b'"number":1', b'"number":2')),
             "wrong_signature", "signature_wrong"),
        Case("altered_signature", "签名改了一位",
             _altered(SIGNATURE, _flip(MEMBERS[SIGNATURE], 150)), "wrong_signature",
             "signature_wrong"),
        Case("altered_picture", "照片与名字不符",
             _altered(f"pictures/{DIGEST}.jpg", _flip(PICTURE, 9)), "damaged", "member_unlisted"),
        Case("missing_journal", "清单里有流水，包里没有", _altered(mf.JOURNAL_PATH, None),
             "damaged", "resource_missing"),
        Case("missing_signature", "没有签名", _altered(SIGNATURE, None), "damaged",
             "zip_incomplete"),
        Case("unlisted_member", "多出一张没有签过的表",
             _altered("data/employer.jsonl", b'{"id":"e-1"}\n'), "damaged", "member_unlisted"),
        Case("manifest_twice_a_key", "清单里一个键出现两次", sealed(
            {**MEMBERS, MANIFEST: MEMBERS[MANIFEST].replace(b'{"created"', b'{"name":"x","created"')},
            [OFFICE_KEYS.public], STATION_KEYS), "damaged", "manifest_unreadable"),
    ]  # fmt: skip
    tables = [name for name in MEMBERS if name.startswith("data/")]
    for name in tables:
        short = name.removeprefix("data/").removesuffix(".jsonl")
        content = _flip(MEMBERS[name], len(MEMBERS[name]) // 2)
        cases.append(Case(f"altered_{short}", f"{name} 改了一位", _altered(name, content),
                          "damaged", "resource_changed"))  # fmt: skip
    return cases


def _broken_chains() -> list[Case]:
    rows = [json.loads(line) for line in MEMBERS[mf.JOURNAL_PATH].splitlines()]

    def journal(change: Callable[[list[dict[str, Any]]], None]) -> bytes:
        copy = json.loads(json.dumps(rows))
        change(copy)
        return b"".join(canonical(row) + b"\n" for row in copy)

    def signed(change: Callable[[list[dict[str, Any]]], None]) -> bytes:
        return _resigned(lambda _: None, journal(change))

    doubt = Scribe("a")
    doubt.write("clock", "b" * 32, {"first": "eins"}, op="doubt")
    split = Scribe("a")
    split.write("person", "p-1", {"name": "乌云"}, op="split")
    return [
        Case("row_altered", "一条的内容改过，清单也重签过",
             signed(lambda r: r[1]["set"].update(name="别人")), "chain_broken", "range_broken"),
        Case("row_header_altered", "一条的操作人改过，清单也重签过",
             signed(lambda r: r[1].update(actor="别人")), "chain_broken", "range_broken"),
        Case("range_with_hole", "段里少了一条", signed(lambda r: r.pop(2)), "chain_broken",
             "rows_unreadable"),
        Case("range_with_hole_bridged", "段里少了一条，后一条的 prev 补写了",
             _resigned(lambda _: None, write_rows([*STORY.entries[:2], STORY.entries[3]])),
             "chain_broken", "range_broken"),
        Case("range_head_wrong", "清单里的 head 不对",
             _resigned(lambda d: d["mengzhan"]["ranges"][0].update(head="1" * 64)),
             "chain_broken", "range_broken"),
        Case("row_with_fraction", "数字带小数",
             signed(lambda r: r[1]["set"].update(wage_wish=1.5)), "chain_broken",
             "rows_unreadable"),
        Case("row_key_not_ascii", "字段名不是 ASCII",
             signed(lambda r: r[1]["set"].update({"姓名": "乌云"})), "chain_broken",
             "rows_unreadable"),
        Case("row_seen_malformed", "seen 里不是 16 位十六进制",
             signed(lambda r: r[3].update(seen=["a b"])), "chain_broken", "rows_unreadable"),
        Case("row_time_malformed", "at 不是真的时间",
             signed(lambda r: r[3].update(at="2026-02-30T00:00:00.000Z+0000")), "chain_broken",
             "rows_unreadable"),
        Case("doubt_malformed", "doubt 没有说清哪几条", _report([doubt]).data, "chain_broken",
             "rows_unreadable"),
        Case("unknown_op", "不认识的 op", _report([split]).data, "newer_format", "op_unknown"),
    ]  # fmt: skip


def _refused_outside() -> list[Case]:
    """Packages that do not open, or whose zip is not as it should be."""
    inner = list(MEMBERS.items())
    raw = decrypt(GOOD.data, [OFFICE_KEYS.age_identity])
    second = next(name for name in MEMBERS if name.startswith("data/"))
    bomb = _zip_sealed([*inner, ("data/employer.jsonl", b"\0" * 4_000_000)])
    moved = bytearray(raw)
    count = struct.unpack_from("<H", raw, len(raw) - 12)[0]
    struct.pack_into("<H", moved, len(raw) - 12, count - 1)
    return [
        Case("wrong_recipient", "不是发给这里的", GOOD.data, "cannot_open", "age_refused",
             reader="stranger"),
        Case("truncated", "只有前一半", GOOD.data[: len(GOOD.data) // 2], "cannot_open",
             "age_refused"),
        Case("truncated_header", "只有几十个字节", GOOD.data[:40], "cannot_open", "age_header"),
        Case("bit_flipped", "外层中间一位不同", _flip(GOOD.data, len(GOOD.data) * 2 // 3),
             "cannot_open", "age_refused"),
        Case("not_a_package", "一份文本", "这不是同步包\n".encode(), "cannot_open",
             "age_not_age"),
        Case("zip_path_traversal", "成员名带 ..", _zip_sealed([*inner, ("../evil.txt", b"x")]),
             "damaged", "zip_bad_name"),
        Case("zip_duplicate", "同名成员两个", _zip_sealed([*inner, (second, MEMBERS[second])]),
             "damaged", "zip_duplicate"),
        Case("zip_bomb", "四兆字节的零", bomb, "damaged", "zip_ratio"),
        Case("zip_comment", "zip 末尾有注释", _zip_sealed(inner, b"hello"), "damaged",
             "zip_no_end"),
        Case("zip_count_wrong", "目录里说的成员数不对",
             encrypt(bytes(moved), [OFFICE_KEYS.public.age_recipient]), "damaged", "zip_layout"),
        Case("zip_new_name", "名称无害但不认识的成员",
             _zip_sealed([*inner, ("sounds/hello.ogg", b"x")]), "newer_format", "zip_new_name"),
    ]  # fmt: skip


def _receipts() -> list[Case]:
    decision = Scribe("e")
    decision.write("policy", "y-1", {"title": "一次性扩岗补助"})
    decision.write("person", "p-1", {"phone": people.phone(5)}, seen=[STORY.entries[3]])
    decision.write("person", "p-2", {"note": "他站的"})
    other = Scribe("b")
    for number in range(3):
        other.write("vacancy", f"v-{number}", people.vacancy_values("e-1", headcount=number + 1))
    singles = [other.entries[2], decision.entries[1], other.entries[0]]
    verdicts: list[dict[str, Value]] = [
        {"record": "p-1", "kind": "person", "field": None, "verdict": "accepted",
         "reason": None, "suggestion": None},
        {"record": "p-2", "kind": "person", "field": "phone", "verdict": "fix",
         "reason": "phone_shared", "suggestion": people.phone(6)},
        {"record": "f-1", "kind": "follow_up", "field": None, "verdict": "elsewhere",
         "reason": "held_elsewhere", "suggestion": None},
    ]  # fmt: skip
    station = STATION_KEYS.public
    head = mf.ReceiptHead(
        number=1,
        previous="",
        office_replica=decision.replica,
        to_device=station.device_id,
        answers=[1],
        held=[STORY.held()],
    )
    values = manifest(
        OFFICE_KEYS,
        [station],
        [],
        kind=mf.RECEIPT,
        sender=OFFICE,
        replica=decision.replica,
        receipt=head,
        created=CREATED,
    )
    packed = pack(values, Contents(singles, (), verdicts), KINDS, OFFICE_KEYS)
    without = pack(
        msgspec.structs.replace(values, device=KEYS["stranger"].public.as_dict()),
        Contents(singles, (), verdicts), KINDS, KEYS["stranger"],
    )  # fmt: skip
    return [
        Case("receipt", "回执：三种意见，三条不相连的流水", packed.data, "accepted",
             held=STORY.entries, new=3, verdicts=verdicts, reader="station", pinned="office",
             states={
                 "p-1": state("person", people.person_values(1, phone=people.phone(5))),
                 "p-2": STORY_STATES["p-2"],
                 "f-1": STORY_STATES["f-1"],
                 "v-0": state("vacancy", people.vacancy_values("e-1", headcount=1)),
                 "v-2": state("vacancy", people.vacancy_values("e-1", headcount=3)),
             }),
        Case("receipt_from_stranger", "回执不是登记的接收单位签的", without.data,
             "unknown_station", "device_unknown", held=STORY.entries, reader="station",
             pinned="office"),
    ]  # fmt: skip


def _write(case: Case) -> dict[str, str]:
    folder = HERE / case.name
    folder.mkdir()
    (folder / "package.mzp").write_bytes(case.package)
    if case.held:
        (folder / "journal.jsonl").write_bytes(write_rows(case.held))
    expected: dict[str, Any] = {"outcome": case.outcome, "detail": case.detail}
    if case.outcome in ("accepted", "already_in", "waiting", "clock_doubtful", "forked"):
        expected |= {
            "new_entries": case.new,
            "missing": list(case.missing),
            "forks": list(case.forks),
            "doubtful": list(case.doubtful),
            "verdicts": list(case.verdicts),
            "states": dict(case.states),
        }
    document = {
        "case": case.name,
        "about": case.about,
        "now": NOW,
        "identity": KEYS[case.reader].age_identity,
        "pinned": [{"station": STATION.code, **KEYS[case.pinned].public.as_dict()}],
        "held": "journal.jsonl" if case.held else None,
        "expected": expected,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    (folder / "case.json").write_text(text, encoding="utf-8")
    return {"case": case.name, "outcome": case.outcome, "about": case.about}


def main() -> None:
    """Write every vector and the index."""
    for folder in HERE.iterdir():
        if folder.is_dir() and (folder / "case.json").exists():
            shutil.rmtree(folder)
    groups = (_good_ones, _against_held, _contents, _refused_inside, _broken_chains)
    cases = [case for group in (*groups, _refused_outside, _receipts) for case in group()]
    index = [_write(case) for case in cases]
    text = json.dumps(index, ensure_ascii=False, indent=2) + "\n"
    (HERE / "index.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
