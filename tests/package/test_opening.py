"""Opening: every way in which a package is not what its sender signed, and what is let through."""

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.entry import GENESIS, canonical
from mengzhan.model.fold import fold
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt, encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys, DevicePublic
from mengzhan.package.opening import Opened, UnknownSender, open_package
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.packing import Contents, Packed
from mengzhan.package.rows import write_rows
from tests import people
from tests.package.scribe import Scribe, manifest, report, sealed, unpack

JOURNAL = mf.JOURNAL_PATH
STATION_KEYS, OFFICE_KEYS = DeviceKeys.generate(), DeviceKeys.generate()
PICTURE = b"\xff\xd8\xff a picture"
DIGEST = hashlib.sha256(PICTURE).hexdigest()


def _story() -> Scribe:
    scribe = Scribe("a")
    first = scribe.write("person", "p1", people.person_values(1))
    scribe.write("person", "p1", {"phone": people.phone(9)}, seen=[first])
    scribe.write("visit", "v1", {"demand": "路太远"})
    return scribe


def _package(scribe: Scribe, **changes: Any) -> Packed:
    states = [fold(e for e in scribe.entries if e.record == record) for record in ("p1", "v1")]
    contents = Contents(
        scribe.entries,
        states,
        [{"record": "p1", "kind": "person", "verdict": "accepted"}],
        {DIGEST: PICTURE},
    )
    return report(STATION_KEYS, OFFICE_KEYS.public, [scribe], contents=contents, **changes)


PACKED = _package(_story())
MEMBERS = unpack(PACKED.data, OFFICE_KEYS.age_identity)


def _pinned(_: mf.Manifest, device: DevicePublic) -> bool:
    return device == STATION_KEYS.public


def _open(data: bytes, *expected: str) -> Opened:
    return open_package(data, [OFFICE_KEYS.age_identity], _pinned, expected)


def _refusal(data: bytes, *expected: str) -> tuple[Outcome, str]:
    with pytest.raises(PackageRefused) as caught:
        _open(data, *expected)
    return caught.value.outcome, caught.value.detail


def _altered(name: str, content: bytes | None) -> bytes:
    """The package with one member changed or taken out, encrypted again, signed as before."""
    members = {**MEMBERS, name: content or b""}
    if content is None:
        del members[name]
    return sealed(members, [OFFICE_KEYS.public])


def _resigned(change: Callable[[dict[str, Any]], None], **members: bytes) -> bytes:
    """The package with its manifest changed by somebody who holds the signing key."""
    document = json.loads(MEMBERS[MANIFEST])
    change(document)
    content = {**MEMBERS, MANIFEST: canonical(document)}
    return sealed({**content, **members}, [OFFICE_KEYS.public], STATION_KEYS)


def _with_journal(data: bytes, change: Callable[[dict[str, Any]], None] | None = None) -> bytes:
    """The package with another journal, sizes, digests and signature made to fit."""

    def fit(document: dict[str, Any]) -> None:
        for item in document["resources"]:
            if item["path"] == JOURNAL:
                item["bytes"] = len(data)
                item["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
        if change is not None:
            change(document)

    return _resigned(fit, **{JOURNAL: data})


def test_what_was_packed_comes_out() -> None:
    opened = _open(PACKED.data)
    assert opened.entries == _story().entries
    assert opened.manifest == PACKED.manifest
    assert opened.manifest_sha256 == PACKED.manifest_sha256
    assert opened.device == STATION_KEYS.public
    assert opened.verdicts[0]["verdict"] == "accepted"
    assert opened.pictures == {f"{DIGEST}.jpg": PICTURE}


def test_the_sender_can_open_its_own() -> None:
    opened = open_package(PACKED.data, [STATION_KEYS.age_identity], _pinned)
    assert opened.entries == _story().entries


def test_an_older_identity_of_the_office_still_opens() -> None:
    fresh = DeviceKeys.generate().age_identity
    assert open_package(PACKED.data, [fresh, OFFICE_KEYS.age_identity], _pinned).entries


def test_not_for_this_office() -> None:
    other = DeviceKeys.generate().age_identity
    with pytest.raises(PackageRefused) as caught:
        open_package(PACKED.data, [other], _pinned)
    assert (caught.value.outcome, caught.value.detail) == (Outcome.CANNOT_OPEN, "age_refused")


@pytest.mark.parametrize("name", sorted(MEMBERS))
@pytest.mark.parametrize("how", ["flip", "cut", "longer", "empty"])
def test_every_member_altered(name: str, how: str) -> None:
    content = MEMBERS[name]
    middle = len(content) // 2
    changed = {
        "flip": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "cut": content[:-5],
        "longer": content + b"\n\n",
        "empty": b"",
    }[how]
    outcome, detail = _refusal(_altered(name, changed))
    if name == MANIFEST:
        assert outcome in (Outcome.DAMAGED, Outcome.WRONG_SIGNATURE)
    elif name == SIGNATURE:
        assert (outcome, detail) == (Outcome.WRONG_SIGNATURE, "signature_wrong")
    elif name.startswith("pictures/"):
        assert (outcome, detail) == (Outcome.DAMAGED, "member_unlisted")
    else:
        assert (outcome, detail) == (Outcome.DAMAGED, "resource_changed")


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        (MANIFEST, "zip_incomplete"),
        (SIGNATURE, "zip_incomplete"),
        (JOURNAL, "resource_missing"),
        ("data/person.jsonl", "resource_missing"),
    ],
)
def test_a_member_is_missing(name: str, detail: str) -> None:
    assert _refusal(_altered(name, None)) == (Outcome.DAMAGED, detail)


@pytest.mark.parametrize(
    "name",
    ["data/employer.jsonl", "pictures/x.jpg", f"pictures/{'0' * 64}.jpg", "packages/p1.zip"],
)
def test_a_member_that_nobody_signed(name: str) -> None:
    data = sealed({**MEMBERS, name: b"{}\n"}, [OFFICE_KEYS.public])
    assert _refusal(data) == (Outcome.DAMAGED, "member_unlisted")


def test_pictures_may_be_left_behind() -> None:
    assert _open(_altered(f"pictures/{DIGEST}.jpg", None)).pictures == {}


@pytest.mark.parametrize("version", [2, 99])
def test_newer_format(version: int) -> None:
    data = _resigned(lambda d: d["mengzhan"].update(format=version, ranges="quite another thing"))
    assert _refusal(data) == (Outcome.NEWER_FORMAT, "format_newer")


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"features": {"must": ["sealed-fields"], "may": []}}, "feature_unknown"),
        ({"suite": "sm2-sm3-sm4"}, "suite_unknown"),
        ({"kind": "relay"}, "kind_unknown"),
    ],
)
def test_what_a_later_version_brings(change: dict[str, object], detail: str) -> None:
    data = _resigned(lambda d: d["mengzhan"].update(change))
    assert _refusal(data) == (Outcome.NEWER_FORMAT, detail)


def test_features_that_may_be_ignored_are() -> None:
    data = _resigned(lambda d: d["mengzhan"].update(features={"must": [], "may": ["colours"]}))
    assert _open(data).entries == _story().entries


def test_an_operation_that_this_version_does_not_know() -> None:
    scribe = _story()
    scribe.write("person", "p1", {"note": "x"}, op="split")
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [scribe])
    assert _refusal(packed.data) == (Outcome.NEWER_FORMAT, "op_unknown")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("mengzhan"),
        lambda d: d["mengzhan"].pop("station"),
        lambda d: d["mengzhan"].update(device={"signing_key": "ssh-rsa AAAA"}),
        lambda d: d["resources"].append("data/person.jsonl"),
        lambda d: d["resources"].append({"path": 7}),
    ],
)
def test_a_manifest_that_cannot_be_read(change: Callable[[dict[str, Any]], None]) -> None:
    assert _refusal(_resigned(change)) == (Outcome.DAMAGED, "manifest_unreadable")


@pytest.mark.parametrize("document", [b"{", b"[]", b'{"a":1,"a":2}', b'{"a":1.5}', b"\xff"])
def test_a_manifest_with_no_one_meaning(document: bytes) -> None:
    data = sealed({**MEMBERS, MANIFEST: document}, [OFFICE_KEYS.public], STATION_KEYS)
    assert _refusal(data) == (Outcome.DAMAGED, "manifest_unreadable")


def test_resources_left_out_of_the_manifest() -> None:
    data = _resigned(lambda d: d.update(resources=None))
    assert _refusal(data) == (Outcome.DAMAGED, "manifest_unreadable")


def test_signed_by_another_than_it_says() -> None:
    data = sealed(MEMBERS, [OFFICE_KEYS.public], DeviceKeys.generate())
    assert _refusal(data) == (Outcome.WRONG_SIGNATURE, "signature_wrong")


def test_unknown_sender_is_named_for_pinning() -> None:
    stranger = DeviceKeys.generate()
    packed = report(stranger, OFFICE_KEYS.public, [_story()])
    with pytest.raises(UnknownSender) as caught:
        _open(packed.data)
    assert caught.value.outcome is Outcome.UNKNOWN_STATION
    assert caught.value.detail == "device_unknown"
    assert caught.value.device == stranger.public
    assert caught.value.manifest.station.name == "公主府社区就业服务站"


def test_trust_is_asked_only_for_a_signature_that_holds() -> None:
    asked: list[str] = []

    def trusted(made: mf.Manifest, device: DevicePublic) -> bool:
        asked.append(device.device_id)
        return True

    stranger = sealed(MEMBERS, [OFFICE_KEYS.public], DeviceKeys.generate())
    with pytest.raises(PackageRefused):
        open_package(stranger, [OFFICE_KEYS.age_identity], trusted)
    assert asked == []
    open_package(PACKED.data, [OFFICE_KEYS.age_identity], trusted)
    assert asked == [STATION_KEYS.public.device_id]


def test_a_kind_that_makes_no_sense_here() -> None:
    assert _refusal(PACKED.data, mf.RECEIPT) == (Outcome.CANNOT_OPEN, "kind_unexpected")
    assert _open(PACKED.data, mf.RECEIPT, mf.REPORT).entries


# The chain --------------------------------------------------------------------------------


def _row_changed(name: str, value: object) -> bytes:
    rows = [json.loads(line) for line in MEMBERS[JOURNAL].splitlines()]
    rows[1][name] = value
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("set", {"phone": "19900000000"}),
        ("salt", "0" * 32),
        ("actor", "somebody-else"),
        ("words", "edit visit"),
        ("record", "p2"),
        ("at", "2026-11-19T01:00:00.000Z+0000"),
        ("seen", None),
        ("seq", 3),
        ("replica", "b" * 32),
    ],
)
def test_a_row_altered_and_signed_again(name: str, value: object) -> None:
    data = _with_journal(_row_changed(name, value))
    outcome, detail = _refusal(data)
    assert outcome is Outcome.CHAIN_BROKEN
    assert detail in ("range_broken", "rows_unreadable")


def test_rows_that_are_none() -> None:
    data = _with_journal(_row_changed("seq", "two"))
    assert _refusal(data) == (Outcome.CHAIN_BROKEN, "rows_unreadable")


def test_a_range_with_a_hole_inside() -> None:
    entries = _story().entries
    data = _with_journal(write_rows([entries[0], entries[2]]))
    assert _refusal(data) == (Outcome.CHAIN_BROKEN, "range_broken")


def test_a_range_whose_rows_are_not_there() -> None:
    entries = _story().entries
    assert _refusal(_with_journal(write_rows(entries[:2]))) == (
        Outcome.CHAIN_BROKEN,
        "range_broken",
    )
    empty = report(STATION_KEYS, OFFICE_KEYS.public, [], ranges=[_story().span()])
    assert _refusal(empty.data) == (Outcome.CHAIN_BROKEN, "range_broken")


@pytest.mark.parametrize(
    "change",
    [
        {"first": 2},
        {"last": 2},
        {"first": 0},
        {"first": 4, "last": 3},
        {"before": "1" * 64},
        {"head": "1" * 64},
        {"head": GENESIS},
        {"replica": "b" * 32},
        {"last": 2**53 - 1},
    ],
)
def test_a_range_that_says_something_else(change: dict[str, Any]) -> None:
    span = msgspec.structs.replace(_story().span(), **change)
    packed = _package(_story(), ranges=[span])
    assert _refusal(packed.data) == (Outcome.CHAIN_BROKEN, "range_broken")


def test_a_beginning_that_is_none() -> None:
    scribe = _story()
    scribe.entries[0] = msgspec.structs.replace(scribe.entries[0], prev="1" * 64)
    scribe.entries = scribe.entries[:1]
    from mengzhan.model.entry import entry_hash

    head = entry_hash(scribe.entries[0])
    scribe.entries[0] = msgspec.structs.replace(scribe.entries[0], hash=head)
    span = msgspec.structs.replace(scribe.span(), before="1" * 64)
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [scribe], ranges=[span])
    assert _refusal(packed.data) == (Outcome.CHAIN_BROKEN, "range_broken")


def test_several_replicas_in_one_package() -> None:
    one, two = _story(), Scribe("b")
    two.write("vacancy", "w1", {"title": "挤奶工"})
    two.write("vacancy", "w1", {"headcount": 3})
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [one, two])
    assert _open(packed.data).entries == [*one.entries, *two.entries]
    second = report(
        STATION_KEYS, OFFICE_KEYS.public, [one, two], ranges=[one.span(), two.span(1, 1)]
    )
    assert _open(second.data).entries == [*one.entries, *two.entries]


def test_rows_of_two_replicas_may_stand_mixed() -> None:
    one, two = _story(), Scribe("b")
    two.write("vacancy", "w1", {"title": "挤奶工"})
    two.write("vacancy", "w1", {"headcount": 3})
    mixed = [e for pair in zip(one.entries, two.entries, strict=False) for e in pair]
    mixed.append(one.entries[2])
    made = report(STATION_KEYS, OFFICE_KEYS.public, [one, two], contents=Contents(mixed))
    assert _open(made.data).entries == mixed


def test_two_branches_of_one_replica_are_two_ranges() -> None:
    one = _story()
    two = one.branch()
    one.write("person", "p1", {"note": "这边"})
    two.write("person", "p1", {"note": "那边"})
    two.write("person", "p1", {"note": "那边又"})
    entries = [*one.entries, *two.entries[3:]]
    packed = report(
        STATION_KEYS,
        OFFICE_KEYS.public,
        [],
        contents=Contents(entries),
        ranges=[one.span(), two.span(4)],
    )
    assert _open(packed.data).entries == entries


def test_erased_payloads_and_redactions_travel() -> None:
    scribe = _story()
    scribe.entries = [entry.dropped() for entry in scribe.entries]
    gone = scribe.entries[2]
    scribe.write(
        "visit", "v1", {"demand": "〔已删除〕"}, op="redact", target=gone.mark, seen=[gone]
    )
    scribe.write("person", "p1", {"sex": "2"}, op="erase", seen=[scribe.entries[1]])
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [scribe])
    opened = _open(packed.data)
    assert opened.entries == scribe.entries
    assert fold(e for e in opened.entries if e.record == "p1").values == {"sex": "2"}
    assert fold(e for e in opened.entries if e.record == "v1").values == {"demand": "〔已删除〕"}
    inner = decrypt(packed.data, [OFFICE_KEYS.age_identity])
    members = unpack(packed.data, OFFICE_KEYS.age_identity)
    for text in (people.id_number(1), people.name(1), people.phone(9), "路太远"):
        assert text.encode() not in inner
        assert all(text.encode() not in content for content in members.values())


@pytest.mark.parametrize("bad", [b"[1]\n", b"{\n", b'{"a":' + b"[" * 9000 + b"]" * 9000 + b"}\n"])
def test_verdict_rows_that_are_none(bad: bytes) -> None:
    rows = [{"record": "p1"}]
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [], contents=Contents(verdicts=rows))
    members = unpack(packed.data, OFFICE_KEYS.age_identity)
    document = json.loads(members[MANIFEST])
    document["resources"][0]["bytes"] = len(bad)
    document["resources"][0]["hash"] = f"sha256:{hashlib.sha256(bad).hexdigest()}"
    members |= {MANIFEST: canonical(document), mf.VERDICTS_PATH: bad}
    data = sealed(members, [OFFICE_KEYS.public], STATION_KEYS)
    assert _refusal(data) == (Outcome.DAMAGED, "rows_unreadable")


# Blind damage -----------------------------------------------------------------------------


def test_truncated_at_200_places() -> None:
    size = len(PACKED.data)
    places = sorted({*range(60), *random.Random(7).sample(range(60, size), 140)})
    for place in places:
        assert _refusal(PACKED.data[:place])[0] is Outcome.CANNOT_OPEN


def test_one_bit_flipped_at_2000_places() -> None:
    bits = random.Random(11).sample(range(len(PACKED.data) * 8), 2000)
    for bit in bits:
        flipped = bytearray(PACKED.data)
        flipped[bit // 8] ^= 1 << bit % 8
        assert _refusal(bytes(flipped))[0] in (Outcome.CANNOT_OPEN, Outcome.DAMAGED)


INNER = decrypt(PACKED.data, [OFFICE_KEYS.age_identity])


@given(st.integers(0, len(INNER) * 8 - 1))
def test_a_bit_flipped_inside_changes_nothing_unseen(bit: int) -> None:
    flipped = bytearray(INNER)
    flipped[bit // 8] ^= 1 << bit % 8
    data = encrypt(bytes(flipped), [OFFICE_KEYS.public.age_recipient])
    try:
        opened = _open(data)
    except PackageRefused:
        return
    # A bit that says nothing, such as the date of a member.
    assert opened.entries == _story().entries
    assert opened.manifest == PACKED.manifest


def test_no_journal_at_all_is_sound() -> None:
    packed = report(STATION_KEYS, OFFICE_KEYS.public, [])
    assert _open(packed.data).entries == []
    assert manifest(STATION_KEYS, [], []).ranges == []
