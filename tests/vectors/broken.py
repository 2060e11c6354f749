"""Vectors that open and whose content is not what it should be, each in one way only."""

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any

from mengzhan.model.entry import GENESIS, canonical
from mengzhan.package import manifest as mf
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.rows import write_rows
from mengzhan.package.sshsig import KEY_NAMESPACE, PACKAGE_NAMESPACE, public_key_of, sign
from tests.package.scribe import Scribe, sealed
from tests.vectors.building import (
    DIGEST,
    KEYS,
    MEMBERS,
    OFFICE_KEYS,
    PICTURE,
    STATION_KEYS,
    STORY,
    STORY_STATES,
    Case,
    altered,
    flip,
    listed_as,
    ours,
    report,
    resigned,
)

Row = dict[str, Any]
ROWS: list[Row] = [json.loads(line) for line in MEMBERS[mf.JOURNAL_PATH].splitlines()]


def cases() -> list[Case]:
    """All of them."""
    groups = (_versions, _signatures, _members, _manifests, _rows_refused, _rows_taken, _ranges)
    return [case for group in groups for case in group()]


def _versions() -> list[Case]:
    must = {"must": ["x"], "may": []}
    split = Scribe("a")
    split.write("person", "p-1", {"name": "乌云"}, op="split")
    return [
        Case("newer_format", "格式版本 2，其余都读不懂", ours(format=2, ranges="?"),
             "newer_format", "format_newer"),
        Case("must_feature", "有不认识的 must 特性", ours(features=must), "newer_format",
             "feature_unknown"),
        Case("newer_suite", "不认识的算法", ours(suite="sm2-sm3-sm4"), "newer_format",
             "suite_unknown"),
        Case("newer_kind", "不认识的包种类", ours(kind="relay"), "newer_format", "kind_unknown"),
        Case("unknown_op", "不认识的 op", report([split]).data, "newer_format", "op_unknown"),
    ]  # fmt: skip


def _string(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def _sha256_signature(message: bytes, keys: DeviceKeys) -> bytes:
    """A valid SSHSIG that hashes with SHA-256, as ssh-keygen can be told to make."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    parts = _string(PACKAGE_NAMESPACE.encode()) + _string(b"") + _string(b"sha256")
    digest = hashlib.sha256(message).digest()
    raw = Ed25519PrivateKey.from_private_bytes(keys.signing_seed).sign(
        b"SSHSIG" + parts + _string(digest)
    )
    public = base64.b64decode(public_key_of(keys.signing_seed).split()[1])
    signature = _string(_string(b"ssh-ed25519") + _string(raw))
    blob = b"SSHSIG" + (1).to_bytes(4, "big") + _string(public) + parts + signature
    text = base64.encodebytes(blob)
    return b"-----BEGIN SSH SIGNATURE-----\n" + text + b"-----END SSH SIGNATURE-----\n"


def _signatures() -> list[Case]:
    document, seed = MEMBERS[MANIFEST], STATION_KEYS.signing_seed
    other_number = document.replace(b'"number":1', b'"number":2')
    return [
        Case("wrong_signer", "清单写的是已登记的钥匙，签名却是别人的",
             sealed(MEMBERS, [OFFICE_KEYS.public], KEYS["stranger"]), "wrong_signature",
             "signature_wrong"),
        Case("altered_manifest", "清单改了一个数", altered(MANIFEST, other_number),
             "wrong_signature", "signature_wrong"),
        Case("altered_signature", "签名改了一位",
             altered(SIGNATURE, flip(MEMBERS[SIGNATURE], 150)), "wrong_signature",
             "signature_wrong"),
        Case("signature_other_purpose", "签名是为换钥证明的命名空间做的",
             altered(SIGNATURE, sign(document, seed, KEY_NAMESPACE)), "wrong_signature",
             "signature_wrong"),
        Case("signature_sha256", "签名本身有效，但哈希用的是 sha256",
             altered(SIGNATURE, _sha256_signature(document, STATION_KEYS)), "wrong_signature",
             "signature_wrong"),
    ]  # fmt: skip


def _members() -> list[Case]:
    found = [
        Case("altered_picture", "照片与名字不符",
             altered(f"pictures/{DIGEST}.jpg", flip(PICTURE, 9)), "damaged", "member_unlisted"),
        Case("missing_journal", "清单里有流水，包里没有", altered(mf.JOURNAL_PATH, None),
             "damaged", "resource_missing"),
        Case("missing_picture", "照片不在包里：不算错", altered(f"pictures/{DIGEST}.jpg", None),
             "accepted", new=4, states=STORY_STATES),
        Case("missing_signature", "没有签名", altered(SIGNATURE, None), "damaged",
             "zip_incomplete"),
        Case("unlisted_member", "多出一张没有签过的表",
             altered("data/employer.jsonl", b'{"id":"e-1"}\n'), "damaged", "member_unlisted"),
    ]  # fmt: skip
    for name in [name for name in MEMBERS if name.startswith("data/")]:
        short = name.removeprefix("data/").removesuffix(".jsonl")
        content = flip(MEMBERS[name], len(MEMBERS[name]) // 2)
        found.append(Case(f"altered_{short}", f"{name} 改了一位", altered(name, content),
                          "damaged", "resource_changed"))  # fmt: skip
    return found


def _written(document: bytes) -> bytes:
    return sealed({**MEMBERS, MANIFEST: document}, [OFFICE_KEYS.public], STATION_KEYS)


def _manifests() -> list[Case]:
    text = MEMBERS[MANIFEST]
    indented = json.dumps(json.loads(text), ensure_ascii=True, indent=1).encode()
    comment = {**STATION_KEYS.public.as_dict()}
    comment["signing_key"] += " laptop"
    unreadable = ("damaged", "manifest_unreadable")
    picture = {**listed_as(f"pictures/{DIGEST}.jpg", PICTURE), "name": "picture"}
    return [
        Case("manifest_indented", "清单不是规范 JSON，但签名对：照收", _written(indented),
             "accepted", new=4, states=STORY_STATES),
        Case("manifest_twice_a_key", "清单里一个键出现两次",
             _written(text.replace(b'{"created"', b'{"name":"x","created"')), *unreadable),
        Case("manifest_key_missing", "清单里少了 number",
             resigned(lambda d: d["mengzhan"].pop("number")), *unreadable),
        Case("manifest_wrong_type", "清单里 heard 写成了文本", ours(heard="0"), *unreadable),
        Case("manifest_fraction", "清单里有小数", ours(later=1.5), *unreadable),
        Case("format_zero", "格式版本 0", ours(format=0), *unreadable),
        Case("key_with_comment", "设备公钥后面带着注释", ours(device=comment), *unreadable),
        Case("resource_twice", "一张表列了两次",
             resigned(lambda d: d["resources"].append(d["resources"][0])), *unreadable),
        Case("resource_no_table", "照片列成了表",
             resigned(lambda d: d["resources"].append(picture)), *unreadable),
    ]  # fmt: skip


# Rows ---------------------------------------------------------------------------------------


def _lines(rows: list[Row]) -> bytes:
    texts = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return b"".join(text.encode() + b"\n" for text in texts)


def _chained(rows: list[Row]) -> str:
    """The hash of the last row, for a reader who does not mind what is wrong with the rows."""
    header = "replica seq at wall actor action words op kind record target seen payload prev"
    above = GENESIS
    for row in rows:
        head = {name: row.get(name) for name in header.split()}
        head["wall"] = head["wall"] or row["at"].partition("+")[0]
        head["target"], head["seen"] = head["target"] or "", head["seen"] or []
        head["prev"] = head["prev"] or above
        if row.get("set") is not None and row.get("salt") is not None:
            salted = bytes.fromhex(row["salt"]) + canonical(row["set"])
            head["payload"] = hashlib.sha256(salted).hexdigest()
        above = hashlib.sha256(canonical(head)).hexdigest()
    return above


def _journal(
    change: Callable[[list[Row]], Any], text: Callable[[bytes], bytes] = lambda lines: lines
) -> bytes:
    """The good package with changed rows, the chain and the range made anew to fit them."""
    rows: list[Row] = json.loads(json.dumps(ROWS))
    change(rows)
    head = _chained(rows)
    last = rows[-1]["seq"]
    return resigned(
        lambda d: d["mengzhan"]["ranges"][0].update(head=head, last=last), text(_lines(rows))
    )


def _row(place: int = 3, **changes: Any) -> bytes:
    return _journal(lambda rows: rows[place].update(changes))


def _value(**changes: Any) -> bytes:
    return _journal(lambda rows: rows[1]["set"].update(changes))


def _nested(depth: int) -> Any:
    return "x" if depth == 0 else [_nested(depth - 1)]


def _rows_refused() -> list[Case]:
    def refused(name: str, about: str, package: bytes) -> Case:
        return Case(name, about, package, "chain_broken", "rows_unreadable")

    actor = b'"actor":"operator-1"'
    payload = hashlib.sha256(bytes.fromhex(ROWS[1]["salt"]) + canonical(ROWS[1]["set"])).hexdigest()
    doubt: Row = {"op": "doubt", "kind": "clock", "record": "b" * 32, "seen": None}
    backwards, words = {"first": 2, "last": 1}, {"first": "eins", "last": 1}
    return [
        refused("row_with_fraction", "数字带小数", _value(wage_wish=1.5)),
        refused("row_number_too_large", "整数是 2 的 53 次方", _value(wage_wish=2**53)),
        refused("row_key_not_ascii", "字段名不是 ASCII", _value(姓名="乌云")),
        refused("row_nested_too_deeply", "套了 9 层", _value(later=_nested(8))),
        refused("row_deleted_number", "deleted 写成数字", _value(deleted=1)),
        refused("row_seen_malformed", "seen 里不是 16 位十六进制", _row(seen=["a b"])),
        refused("row_time_malformed", "at 不是真的日子", _row(at="2026-02-30T00:00:00.000Z+0000")),
        refused("row_time_24", "at 的时刻是 24 点", _row(at="2026-11-20T24:00:00.000Z+0000")),
        refused("row_counter_hex", "at 的计数不是十进制", _row(at="2026-11-20T02:00:00.000Z+000a")),
        refused("row_year_9999", "年份 9999", _row(at="9999-11-20T02:00:00.000Z+0000")),
        refused("row_salt_short", "salt 不是 32 位", _row(salt="00" * 15)),
        refused("row_record_empty", "记录号是空文本", _row(record="")),
        refused("row_record_long", "记录号有 101 个字", _row(record="x" * 101)),
        refused("row_payload_and_set", "内容还在，却又写了 payload", _row(1, payload=payload)),
        refused("row_set_without_salt", "有 set，没有 salt，另有 payload",
                _row(1, salt=None, payload=payload)),
        refused("row_redact_without_target", "redact 没有 target", _row(op="redact")),
        refused("row_clock_with_set", "类别是 clock，op 却是 set", _row(kind="clock")),
        refused("row_doubt_of_person", "op 是 doubt，类别却不是 clock",
                _row(op="doubt", set={"first": 1, "last": 1})),
        refused("doubt_malformed", "doubt 没有说清哪几条", _row(**doubt, set=words)),
        refused("doubt_backwards", "doubt 的 first 大于 last", _row(**doubt, set=backwards)),
        refused("row_twice_a_key", "一行里一个键出现两次，值相同",
                _journal(lambda _: None, lambda it: it.replace(actor, actor + b"," + actor, 1))),
        refused("row_empty_line", "两行之间有一个空行",
                _journal(lambda _: None, lambda it: it.replace(b"\n", b"\n\n", 1))),
        refused("row_line_ends_cr", "行与行之间是 CR，不是 LF",
                _journal(lambda _: None, lambda it: it.replace(b"\n", b"\r"))),
    ]  # fmt: skip


def _rows_taken() -> list[Case]:
    def loosely(rows: list[Row]) -> None:
        rows[:] = [{"later": [1], **dict(reversed(row.items()))} for row in rows]
        rows[0] |= {"seen": []}
        del rows[1]["target"]

    def taken(name: str, about: str, package: bytes) -> Case:
        return Case(name, about, package, "accepted", new=4, states=STORY_STATES)

    return [
        taken("row_written_loosely", "键的次序不同，有多出的键，seen 写 []，缺了空值的键：照收",
              _journal(loosely)),
        taken("row_last_without_lf", "最后一行没有 LF：照收",
              _journal(lambda _: None, lambda it: it.removesuffix(b"\n"))),
    ]  # fmt: skip


# Ranges -------------------------------------------------------------------------------------


def _ranges() -> list[Case]:
    def refused(name: str, about: str, package: bytes) -> Case:
        return Case(name, about, package, "chain_broken", "range_broken")

    def range_says(**changes: Any) -> bytes:
        return resigned(lambda d: d["mengzhan"]["ranges"][0].update(changes))

    def same_head(change: Callable[[list[Row]], Any]) -> bytes:
        rows: list[Row] = json.loads(json.dumps(ROWS))
        change(rows)
        return resigned(lambda _: None, _lines(rows))

    rows: list[Row] = json.loads(json.dumps(ROWS))
    del rows[2]
    second = STORY.entries[1].hash
    spans = [
        {"replica": STORY.replica, "first": 1, "last": 2, "before": GENESIS, "head": second},
        {"replica": STORY.replica, "first": 4, "last": 4, "before": second,
         "head": _chained(rows)},
    ]  # fmt: skip
    backwards = {"replica": STORY.replica, "first": 5, "last": 4}
    backwards |= dict.fromkeys(("before", "head"), STORY.entries[3].hash)
    first = Scribe("a")
    first.write("person", "p-1", {"name": "乌云"})
    lost = json.loads(write_rows(first.entries)) | {"prev": "1" * 64}
    start = {"replica": "a" * 32, "first": 1, "last": 1, "before": "1" * 64}
    start["head"] = _chained([lost])
    return [
        refused("row_altered", "一条的内容改过，清单也重签过，head 还是原来的",
                same_head(lambda r: r[1]["set"].update(name="别人"))),
        refused("row_header_altered", "一条的操作人改过，清单也重签过，head 还是原来的",
                same_head(lambda r: r[1].update(actor="别人"))),
        refused("range_head_wrong", "清单里的 head 不对", range_says(head="1" * 64)),
        refused("range_before_wrong", "清单里的 before 不对", range_says(before="1" * 64)),
        refused("range_last_wrong", "清单里的 last 大了一个", range_says(last=5)),
        refused("range_backwards", "一段的 first 大于 last",
                resigned(lambda d: d["mengzhan"]["ranges"].append(backwards))),
        refused("range_starts_in_air", "第一条的 prev 不是 64 个 0，before 跟着写成一样",
                resigned(lambda d: d["mengzhan"].update(ranges=[start]), _lines([lost]))),
        refused("range_with_hole_bridged", "段里少了一条，后一条的 prev 补写了",
                resigned(lambda _: None, write_rows([*STORY.entries[:2], STORY.entries[3]]))),
        Case("row_prev_missing", "上一行不是同一副本的前一条，prev 却写了 null",
             resigned(lambda d: d["mengzhan"].update(ranges=spans), _lines(rows)),
             "chain_broken", "rows_unreadable", held=STORY.entries[:3]),
    ]  # fmt: skip
