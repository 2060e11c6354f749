"""Vectors that a station reads: receipts of its office, its other laptop, a handover."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mengzhan.model.entry import DOUBT, Entry, Value
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.packing import Contents, pack
from tests import people
from tests.package.scribe import CREATED, OFFICE, STATION, Scribe, manifest
from tests.vectors.building import (
    HANDOVER_ROLE,
    KEYS,
    OFFICE_KEYS,
    STATION_KEYS,
    STATION_ROLE,
    STORY,
    STORY_STATES,
    Case,
    report,
    state,
    story,
)

VERDICTS: list[dict[str, Value]] = [
    {"record": "p-1", "kind": "person", "field": None, "verdict": "accepted",
     "reason": None, "suggestion": None},
    {"record": "p-2", "kind": "person", "field": "phone", "verdict": "fix",
     "reason": "phone_shared", "suggestion": people.phone(6)},
    {"record": "f-1", "kind": "follow_up", "field": None, "verdict": "elsewhere",
     "reason": "held_elsewhere", "suggestion": None},
]  # fmt: skip
OTHER_STATION = mf.Place(code="150102001002", name="光华街社区就业服务站")


def cases() -> list[Case]:
    """All of them."""
    return [case for group in (_receipts, _refused, _laptops) for case in group()]


def _receipt(
    entries: Sequence[Entry] = (),
    verdicts: Sequence[Mapping[str, Value]] = (),
    *,
    keys: DeviceKeys = OFFICE_KEYS,
    head: Mapping[str, Any] | None = None,
    **changes: Any,
) -> bytes:
    public = STATION_KEYS.public
    made = mf.ReceiptHead(
        number=1,
        previous="",
        office_replica="e" * 32,
        to_device=public.device_id,
        answers=[1],
        held=[STORY.held()],
    )
    values: dict[str, Any] = {
        "kind": mf.RECEIPT,
        "sender": OFFICE,
        "replica": "e" * 32,
        "receipt": msgspec.structs.replace(made, **(head or {})),
        "heard": 1,
    }
    document = manifest(keys, [public], changes.pop("ranges", []), **(values | changes))
    return pack(document, Contents(entries, (), verdicts), KINDS, keys).data


def _case(name: str, about: str, package: bytes, outcome: str, *detail: str, **more: Any) -> Case:
    values: dict[str, Any] = {"held": STORY.entries, "states": STORY_STATES, "pinned": "office"}
    values |= {"role": STATION_ROLE, "reader": "station"}
    return Case(name, about, package, outcome, *detail, **(values | more))


def _receipts() -> list[Case]:
    decision = Scribe("e")
    decision.write("policy", "y-1", {"title": "一次性扩岗补助"})
    decision.write("person", "p-1", {"phone": people.phone(5)}, seen=[STORY.entries[3]])
    decision.write("person", "p-2", {"note": "他站的"})
    decision.write("clock", "b" * 32, {"first": 3, "last": 3}, op=DOUBT)
    other = Scribe("b")
    for number in range(3):
        other.write("vacancy", f"v-{number}", people.vacancy_values("e-1", headcount=number + 1))
    singles = [other.entries[2], decision.entries[1], decision.entries[3], other.entries[0]]
    one = story()
    two = one.branch()
    one.write("person", "p-2", {"note": "这一份"}, seen=[one.entries[1]])
    two.write("person", "p-2", {"note": "那一份"}, seen=[two.entries[1]],
              at="2026-11-20T02:00:00.000Z+0000")  # fmt: skip
    ahead = Scribe("e")
    ahead.write("policy", "y-1", {"title": "钟快"}, at="2026-12-23T00:00:00.000Z+0000")
    note = state("person", people.person_values(2, note="那一份"),
                 conflicts={"note": ["那一份", "这一份"]})  # fmt: skip
    policy = STORY_STATES | {"y-1": state("policy", {"title": "钟快"})}
    heir = DeviceKeys(KEYS["laptop"].signing_seed, KEYS["laptop"].age_identity)
    voucher = OFFICE_KEYS.vouch(heir.public, CREATED)
    return [
        _case("receipt", "回执：三种意见，四条不相连的流水，其中一条是 doubt",
              _receipt(singles, VERDICTS), "accepted", new=4, verdicts=VERDICTS, states={
                  "p-1": state("person", people.person_values(1, phone=people.phone(5))),
                  "p-2": STORY_STATES["p-2"],
                  "f-1": STORY_STATES["f-1"],
                  "v-0": state("vacancy", people.vacancy_values("e-1", headcount=1)),
                  "v-2": state("vacancy", people.vacancy_values("e-1", headcount=3)),
              }),
        _case("receipt_only_verdicts", "回执只有意见，没有流水：也是收下",
              _receipt(verdicts=VERDICTS), "accepted", verdicts=VERDICTS),
        _case("receipt_range_beyond_hole", "回执里的段前面有空号：不等，照收",
              _receipt([STORY.entries[3]], ranges=[STORY.span(4, 4)]), "accepted", new=1,
              held=STORY.entries[:2], states={
                  "p-1": STORY_STATES["p-1"],
                  "p-2": STORY_STATES["p-2"],
              }),
        _case("receipt_forked", "回执带来另一支的第五条", _receipt(two.entries[4:]), "forked",
              new=1, held=one.entries, states=STORY_STATES | {"p-2": note}),
        _case("receipt_clock", "回执里的流水晚一个月：站点照收，不另判",
              _receipt(ahead.entries), "accepted", new=1, states=policy),
        _case("receipt_previous_unknown", "previous 对不上：不核对，照收",
              _receipt(verdicts=VERDICTS, head={"number": 7, "previous": "1" * 64}), "accepted",
              verdicts=VERDICTS, last_receipt=3),
        _case("receipt_already_read", "号不比已读的大：什么都不变",
              _receipt([decision.entries[0]], VERDICTS), "already_in", last_receipt=1),
        _case("receipt_new_office_key", "接收单位换了钥匙，旧钥匙签过换钥证明",
              _receipt(verdicts=VERDICTS, keys=heir, voucher=voucher), "accepted",
              verdicts=VERDICTS),
    ]  # fmt: skip


def _refused() -> list[Case]:
    moved = DeviceKeys(OFFICE_KEYS.signing_seed, KEYS["stranger"].age_identity)
    return [
        _case("receipt_from_stranger", "回执不是登记的接收单位签的",
              _receipt(verdicts=VERDICTS, keys=KEYS["stranger"]), "unknown_station",
              "device_unknown"),
        _case("receipt_address_mismatch", "签名钥匙是登记的接收单位的，收件钥匙不是",
              _receipt(verdicts=VERDICTS, keys=moved), "unknown_station", "device_unknown"),
        _case("receipt_other_device", "回执是给另一台设备的",
              _receipt(head={"to_device": KEYS["laptop"].public.device_id}), "cannot_open",
              "other_device"),
        _case("receipt_other_station", "回执是给别站的", _receipt(station=OTHER_STATION),
              "cannot_open", "other_station"),
        _case("receipt_without_head", "种类是回执，receipt 却是空值", _receipt(receipt=None),
              "damaged", "manifest_unreadable"),
        _case("receipt_verdict_number", "意见里有一列不是文本",
              _receipt(verdicts=[VERDICTS[1] | {"suggestion": 5}]), "damaged", "rows_unreadable"),
    ]  # fmt: skip


def _laptops() -> list[Case]:
    laptop = KEYS["laptop"]
    decision, other = Scribe("e"), Scribe("b")
    decision.write("policy", "y-1", {"title": "一次性扩岗补助"})
    policy = {"y-1": state("policy", {"title": "一次性扩岗补助"})}
    other.write("person", "p-3", people.person_values(3))
    third = {"p-3": state("person", people.person_values(3))}
    singly = {"kind": mf.SHARE, "readers": [laptop], "ranges": [STORY.span()]}
    share = report([STORY], entries=[*STORY.entries, *decision.entries], **singly).data
    gap = report([STORY], kind=mf.SHARE, readers=[laptop], entries=STORY.entries[2:],
                 ranges=[STORY.span(3, 4)]).data  # fmt: skip
    voucher = STATION_KEYS.vouch(laptop.public, CREATED)
    office = {"code": OFFICE.code, "name": OFFICE.name, "email": ""}
    office |= {"keys": OFFICE_KEYS.public.as_dict()}
    settings = {"place": {"code": STATION.code, "name": STATION.name}, "office": office}
    handover = report([STORY], kind=mf.HANDOVER, readers=[laptop], voucher=voucher,
                      settings=settings).data  # fmt: skip
    here: dict[str, Any] = {"role": STATION_ROLE, "reader": "laptop"}
    return [
        Case("share", "同站另一台电脑的全部流水，外加一条接收单位写的", share, "accepted", new=5,
             held=other.entries, states=STORY_STATES | policy | third, **here),
        Case("share_waiting", "同站的包前面有空号", gap, "waiting", "hole_before", new=2,
             missing=[["a" * 32, 1, 2]], **here),
        Case("share_from_stranger", "不是登记过的同站电脑", share, "unknown_station",
             "device_unknown", pinned="stranger", **here),
        Case("handover", "移交给新电脑，带着换钥证明和设置", handover, "accepted", new=4,
             states=STORY_STATES, role=HANDOVER_ROLE, reader="laptop"),
        Case("handover_not_expected", "没有在接手的电脑收到移交", handover, "cannot_open",
             "kind_unexpected", **here),
        Case("share_at_handover", "正在接手，收到的却不是移交", share, "cannot_open",
             "kind_unexpected", role=HANDOVER_ROLE, reader="laptop"),
    ]  # fmt: skip
