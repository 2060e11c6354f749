"""Vectors of reports against what the office holds and whom it knows: holes, forks, clocks, keys."""

from mengzhan.model.entry import DOUBT
from mengzhan.package.devicekey import DeviceKeys
from tests import people
from tests.package.scribe import CREATED, Scribe
from tests.vectors.building import (
    GOOD,
    KEYS,
    PLAIN,
    STATION_KEYS,
    STORY,
    STORY_STATES,
    Case,
    ours,
    report,
    state,
    story,
)

A = "a" * 32


def cases() -> list[Case]:
    """All of them."""
    return [case for group in (_holes, _forks, _clocks, _senders) for case in group()]


def _holes() -> list[Case]:
    beyond = report([STORY], entries=STORY.entries[3:], ranges=[STORY.span(4, 4)]).data
    other = Scribe("b")
    other.write("policy", "y-1", {"title": "没有空号的一段"})
    partly = report(
        [STORY, other], entries=[*other.entries, STORY.entries[3]],
        ranges=[other.span(), STORY.span(4, 4)],
    ).data  # fmt: skip
    return [
        Case("overlap", "前两条已有，只收后两条", GOOD.data, "accepted",
             held=STORY.entries[:2], new=2, states=STORY_STATES),
        Case("already_in", "每一条都已有", PLAIN.data, "already_in", held=STORY.entries,
             states=STORY_STATES),
        Case("already_in_beyond_hole", "这一条已有，前面虽有空号，也是早已收下", beyond,
             "already_in", held=STORY.entries[3:], missing=[[A, 1, 3]],
             states={"p-1": state("person", {"phone": people.phone(11)})}),
        Case("hole", "只有第四条，而这里只有第一条：等第二、三条", beyond, "waiting",
             held=STORY.entries[:1], new=1, missing=[[A, 2, 3]]),
        Case("hole_closed", "同一包，缺的两条已到", beyond, "accepted", held=STORY.entries[:3],
             new=1, states=STORY_STATES),
        Case("hole_partly_closed", "第三条单独来过，只缺第二条", beyond, "waiting",
             held=[STORY.entries[0], STORY.entries[2]], new=1, missing=[[A, 2, 2]]),
        Case("hole_in_one_range", "两段里有一段前面有空号：整包都等", partly, "waiting",
             held=STORY.entries[:1], new=2, missing=[[A, 2, 3]]),
    ]  # fmt: skip


def _forks() -> list[Case]:
    one = story()
    two = one.branch()
    one.write("person", "p-1", {"note": "这一份写的"}, seen=[one.entries[3]])
    two.write("person", "p-1", {"note": "那一份写的"}, seen=[two.entries[3]],
              at="2026-11-20T02:00:00.000Z+0000")  # fmt: skip
    two.write("person", "p-2", {"note": "只有那一份有"}, seen=[two.entries[1]])
    forked = STORY_STATES | {
        "p-1": state(
            "person",
            people.person_values(1, phone=people.phone(11), note="那一份写的"),
            conflicts={"note": ["那一份写的", "这一份写的"]},
        ),
        "p-2": state("person", people.person_values(2, note="只有那一份有")),
    }
    behind = forked | {
        "p-1": state("person", people.person_values(1, phone=people.phone(11), note="这一份写的")),
    }
    both = report([one, two], entries=[*one.entries, *two.entries[4:]],
                  ranges=[one.span(), two.span(5)])  # fmt: skip
    tail = report([two], entries=two.entries[5:], ranges=[two.span(6)])
    return [
        Case("fork", "同一副本第五条有两个：两支都留，各改的备注成为并列", report([two]).data,
             "forked", held=one.entries, new=2, forks=[[A, 5]], states=forked),
        Case("fork_inside", "一包里带着两支，两段的号有重叠", both.data, "forked", new=7,
             forks=[[A, 5]], states=forked),
        Case("fork_before_range", "段从第六条起，before 不是这里的第五条：也是分叉", tail.data,
             "forked", held=one.entries, new=1, forks=[[A, 5]], states=behind),
    ]  # fmt: skip


def _at(moment: str) -> bytes:
    return report([_moment("a", moment)]).data


def _moment(letter: str, moment: str) -> Scribe:
    scribe = Scribe(letter)
    scribe.write("person", f"p-{letter}", {"name": "乌云"}, at=f"{moment}+0000")
    return scribe


def _clocks() -> list[Case]:
    ahead, judge = Scribe("a"), Scribe("e")
    first = ahead.write("person", "p-a", {"name": "乌云", "note": "钟是对的"})
    ahead.write("person", "p-a", {"note": "钟快了三十天"}, seen=[first],
                at="2026-12-20T01:01:00.000Z+0000")  # fmt: skip
    known = _moment("b", "2026-11-24T04:00:00.000Z")
    judge.write("clock", "b" * 32, {"first": 1, "last": 1}, op=DOUBT)
    later = _at("2026-11-25T04:00:00.000Z")
    one = {"p-a": state("person", {"name": "乌云"})}
    two = one | {"p-b": state("person", {"name": "乌云"})}
    doubtful = [[A, 1, 1]]
    return [
        Case("clock_doubtful", "第二条的时间比一切已知时间晚 24 小时以上", report([ahead]).data,
             "clock_doubtful", new=2, doubtful=[[A, 2, 2]],
             states={"p-a": state("person", {"name": "乌云", "note": "钟快了三十天"})}),
        Case("clock_at_limit", "正好晚 24 小时：不可疑", _at("2026-11-24T08:00:00.000Z"),
             "accepted", new=1, states=one),
        Case("clock_over_limit", "晚 24 小时零 1 毫秒：可疑", _at("2026-11-24T08:00:00.001Z"),
             "clock_doubtful", new=1, doubtful=doubtful, states=one),
        Case("clock_known_entry", "比现在晚 44 小时，但比这里已有的一条只晚 24 小时：不可疑",
             later, "accepted", held=known.entries, new=1, states=two),
        Case("clock_known_doubted", "同上，但这里已有的那一条是 doubt 过的，不算已知：可疑",
             later, "clock_doubtful", held=[*known.entries, *judge.entries], new=1,
             doubtful=doubtful, states=two),
    ]  # fmt: skip


def _senders() -> list[Case]:
    laptop, stranger = KEYS["laptop"], KEYS["stranger"]
    good = STATION_KEYS.vouch(laptop.public, CREATED)
    forged = stranger.vouch(laptop.public, CREATED)
    forged |= {"device_id": STATION_KEYS.public.device_id}
    moved = DeviceKeys(STATION_KEYS.signing_seed, stranger.age_identity)
    return [
        Case("unknown_device", "钥匙没有登记", report([STORY], keys=stranger).data,
             "unknown_station", "device_unknown"),
        Case("station_mismatch", "钥匙登记在别的站名下", GOOD.data, "wrong_signature",
             "device_of_other_station", pinned_for="150102001002"),
        Case("address_mismatch", "签名钥匙已登记，但清单里的收件钥匙不是登记的那一把",
             report([STORY], keys=moved).data, "wrong_signature", "device_changed"),
        Case("successor", "新钥匙没有登记，但有登记的旧钥匙签的换钥证明",
             report([STORY], keys=laptop, voucher=good).data, "accepted", new=4,
             states=STORY_STATES),
        Case("successor_forged", "换钥证明不是登记的旧钥匙签的",
             report([STORY], keys=laptop, voucher=forged).data, "unknown_station",
             "device_unknown"),
        Case("successor_other", "换钥证明是真的，但说的是另一把新钥匙",
             report([STORY], keys=stranger, voucher=good).data, "unknown_station",
             "device_unknown"),
        Case("share_at_office", "给同站另一台电脑的包拿到了接收单位", ours(kind="share"),
             "cannot_open", "kind_unexpected"),
        Case("row_outside_ranges", "上报里有一条不在任何一段里",
             report([STORY], ranges=[STORY.span(1, 3)]).data, "chain_broken",
             "entry_outside_range"),
        Case("own_report", "设备自己的钥匙打得开自己报送的包；内容都已有",
             report([STORY]).data, "already_in", held=STORY.entries, states=STORY_STATES,
             role="station", reader="station"),
    ]  # fmt: skip
