"""Packages of a station: send, read, look inside, keys, the other laptop, the new laptop."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.trust import check_trust, open_file
from mengzhan.model.ruling import Ruling

if TYPE_CHECKING:
    from mengzhan.package.delivery import Sent
    from mengzhan.package.devicekey import DevicePublic
    from mengzhan.package.manifest import Manifest
    from mengzhan.store.exchange import ReceivedVerdict
    from mengzhan.store.session import Session

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@click.option("--to", "to", type=_FOLDER, metavar="DIR", help="U 盘或文件夹。")
@click.option("--eml", type=_NEW_FILE, metavar="FILE", help="存成邮件草稿（.eml），带附件。")
@click.option("--slip", type=_NEW_FILE, metavar="FILE", help="另存送达单（PDF）。")
@common
def send(call: Call, to: Path | None, eml: Path | None, slip: Path | None) -> None:
    """报送：写出上级还没收到的全部内容，读回核对。"""
    from mengzhan.cli.painting import write_slip
    from mengzhan.package.device import office_of

    if (to is None) == (eml is None):
        raise refusal("WHERE_TO", "请用 --to 文件夹 或 --eml 文件 说明写到哪里，二选一。")
    with call.session() as session:
        document = sent_document(_send(session, to, eml))
        if slip is not None:
            write_slip(
                slip,
                document | {"counts": labelled(session, document["counts"])},
                station=session.place.name,
                office=office_of(session).place.name,
                day=session.today().isoformat(),
            )
        document["slip"] = None if slip is None else str(slip)
        call.answer(document, slip_lines(session, document))


def _send(session: "Session", to: Path | None, eml: Path | None) -> "Sent":
    from mengzhan.package import delivery

    if eml is not None:
        return delivery.save_mail(session, eml.parent, eml.name)
    return delivery.send_to(session, to or Path())


def sent_document(sent: "Sent") -> dict[str, Any]:
    """Describe a package that was written."""
    from mengzhan.package.checknumber import check_number

    manifest = sent.packed.manifest
    return {
        "file": str(sent.written.path),
        "size": sent.size,
        "sha256": sent.packed.sha256,
        "check_number": check_number(bytes.fromhex(sent.packed.sha256)),
        "kind": manifest.kind,
        "number": manifest.number,
        "entries": sum(span.last - span.first + 1 for span in manifest.ranges),
        "counts": manifest.counts,
    }


def slip_lines(session: "Session", document: Mapping[str, Any]) -> list[str]:
    """Write the slip (送达单) that goes with a package."""
    rows = [[label, str(count)] for label, count in labelled(session, document["counts"]).items()]
    return [
        f"已写出并读回核对：{document['file']}",
        f"第 {document['number']} 包，{document['size']} 字节，{document['entries']} 条流水",
        *(aligned(["类别", "条数"], rows) if rows else []),
        f"包号校验  {document['check_number']}",
    ]


def labelled(session: "Session", counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts under the Chinese names of the kinds, in the order of the pages."""
    known = {k.name: k.label for k in session.catalogue.values()}
    order = [*(name for name in known if name in counts), *(n for n in counts if n not in known)]
    return {known.get(name, name): counts[name] for name in order}


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@click.option("--old-key", type=_FILE, metavar="FILE", help="移交包：旧电脑的公钥文件。")
@common
def read(call: Call, file: Path, old_key: Path | None) -> None:
    """读入回执、同站另一台电脑的包，或（加 --old-key）移交包。"""
    from mengzhan.package.receiving import read_handover, read_package

    with call.session() as session:
        if old_key is not None:
            done = read_handover(file.read_bytes(), session, read_public(old_key))
        else:
            done = read_package(session, file.read_bytes())
        verdicts = [verdict_document(session, v, unmask=call.unmask) for v in done.verdicts]
        counts = {w: sum(v["verdict"] == w for v in verdicts) for w in _VERDICT_WORDS}
        call.answer(
            {
                "outcome": done.outcome.value,
                "kind": done.kind,
                "number": done.number,
                "new_entries": done.new_entries,
                "counts": counts,
                "verdicts": verdicts,
            },
            [
                f"{done.outcome.title}：{done.outcome.explanation}",
                f"新到 {done.new_entries} 条流水。",
                *verdict_lines(verdicts),
            ],
        )


_VERDICT_WORDS = {Ruling.ACCEPTED: "已收下", Ruling.FIX: "请改正", Ruling.ELSEWHERE: "别处已有"}


def verdict_document(
    session: "Session", verdict: "ReceivedVerdict", *, unmask: bool
) -> dict[str, Any]:
    """Describe what the office said of a record; a suggested sensitive value is masked."""
    from mengzhan.office.reasons import reason_words

    kind = session.catalogue.get(verdict.kind)
    item = kind.get(verdict.field) if kind else None
    suggestion: str | None = verdict.suggestion or None
    if suggestion and item is not None and item.sensitive and not unmask:
        suggestion = item.show(suggestion)
    return {
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "id": verdict.record,
        "title": session.read().title(verdict.kind, verdict.record),
        "field": verdict.field or None,
        "label": item.label if item else "",
        "reason": verdict.reason,
        "reason_words": str(reason_words(verdict.reason)) if verdict.reason else "",
        "suggestion": suggestion,
    }


def verdict_lines(verdicts: list[dict[str, Any]]) -> list[str]:
    """Write the three short lists: how many accepted, what to fix, what is held elsewhere."""
    lines = []
    for word, label in _VERDICT_WORDS.items():
        chosen = [v for v in verdicts if v["verdict"] == word]
        lines.append(f"{label} {len(chosen)} 条")
        if word != Ruling.ACCEPTED:
            rows = [
                [v["title"], v["label"], v["reason_words"], v["suggestion"] or "", v["id"]]
                for v in chosen
            ]
            lines += aligned(["记录", "字段", "原因", "建议", "编号"], rows) if rows else []
    return lines


package = Group("package", help="同步包：查看、验证、密钥。")


@package.command(name="show")
@click.argument("file", type=_FILE)
@common
def show_package(call: Call, file: Path) -> None:
    """显示一个包是谁的、第几包、有多少内容（不改动任何数据）。"""
    from mengzhan.package.outcome import PackageRefused

    with call.session() as session:
        opened = open_file(session, file)
        document = _described(session, file, opened.manifest)
        try:
            check_trust(session, opened)
            trusted = True
        except PackageRefused:
            trusted = False
        names = labelled(session, opened.manifest.counts)
        rows = [[label, str(count)] for label, count in names.items()]
        call.answer(
            {**document, "entries": len(opened.entries), "trusted": trusted},
            [
                f"{document['kind']}  第 {document['number']} 包  {document['created']}",
                f"站点 {document['station']['name']}，发自 {document['sender']['name']}",
                f"设备 {document['device_id']}",
                *(aligned(["类别", "条数"], rows) if rows else []),
                f"包号校验  {document['check_number']}",
            ],
        )


@package.command()
@click.argument("file", type=_FILE)
@common
def verify(call: Call, file: Path) -> None:
    """验证一个包：能打开、签名对、内容和流水完整（不改动任何数据）。"""
    from mengzhan.package.outcome import Outcome

    with call.session() as session:
        opened = open_file(session, file)
        check_trust(session, opened)
        document = _described(session, file, opened.manifest)
        call.answer(
            {
                "outcome": Outcome.ACCEPTED.value,
                "device_id": document["device_id"],
                "key_code": document["key_code"],
                "check_number": document["check_number"],
                "entries": len(opened.entries),
            },
            [f"验证通过：签名、摘要和流水都对，{len(opened.entries)} 条流水。"],
        )


def _described(session: "Session", file: Path, manifest: "Manifest") -> dict[str, Any]:
    from mengzhan.package.checknumber import check_number_of
    from mengzhan.package.devicekey import DevicePublic, key_code

    device = DevicePublic.from_dict(manifest.device)
    data = file.read_bytes()
    return {
        "kind": manifest.kind,
        "number": manifest.number,
        "created": manifest.created,
        "period": manifest.period,
        "station": {"code": manifest.station.code, "name": manifest.station.name},
        "sender": {"code": manifest.sender.code, "name": manifest.sender.name},
        "device_id": device.device_id,
        "key_code": key_code(device),
        "counts": manifest.counts,
        "size": len(data),
        "check_number": check_number_of(data),
    }


@package.command()
@click.option("--out", type=_NEW_FILE, metavar="FILE", help="把公钥另存为文件，给另一台电脑。")
@common
def key(call: Call, out: Path | None) -> None:
    """显示本机的 20 位密钥码；电话里念给上级核对。"""
    from mengzhan.package.device import device_keys
    from mengzhan.package.devicekey import key_code
    from mengzhan.store.atomic import write_atomic

    with call.session() as session:
        public = device_keys(session).public
    if out is not None:
        write_atomic(out, f"{json.dumps(public.as_dict(), indent=2)}\n".encode())
    call.answer(
        {
            "device_id": public.device_id,
            "key_code": key_code(public),
            "public": public.as_dict(),
            "file": None if out is None else str(out),
        },
        [f"设备 {public.device_id}", f"密钥码 {key_code(public)}"],
    )


@package.command()
@click.argument("file", type=_FILE)
@click.option("--code", "spoken", required=True, help="另一台电脑上显示的 20 位密钥码。")
@common
def trust(call: Call, file: Path, spoken: str) -> None:
    """信任同站的另一台电脑：读它的公钥文件，核对密钥码。"""
    from mengzhan.package.devicekey import is_same_key_code, key_code
    from mengzhan.package.receiving import add_peer

    public = read_public(file)
    if not is_same_key_code(key_code(public), spoken):
        raise refusal("KEY_CODE_DIFFERS", "密钥码对不上，没有登记。请重新核对那台电脑的屏幕。")
    with call.session() as session:
        add_peer(session, public)
    call.answer({"device_id": public.device_id}, [f"已信任 {public.device_id}。"])


def read_public(path: Path) -> "DevicePublic":
    """Read a public key that ``package key --out`` wrote.

    Raises:
        UserError: ``KEY_FILE``.
    """
    from mengzhan.package.devicekey import DevicePublic

    try:
        return DevicePublic.from_dict(json.loads(path.read_bytes()))
    except (OSError, ValueError):
        words = "这不是公钥文件。请在另一台电脑上运行 mengzhan package key --out 文件。"
        raise refusal("KEY_FILE", words) from None


@click.command(cls=Command)
@click.option("--to", "to", type=_FOLDER, required=True, metavar="DIR", help="U 盘或文件夹。")
@click.option("--for", "key_file", type=_FILE, required=True, help="另一台电脑的公钥文件。")
@common
def share(call: Call, to: Path, key_file: Path) -> None:
    """写一个同站包，给本站的另一台电脑。"""
    _write_for(call, to, key_file, "share")


@click.command(cls=Command)
@click.option("--to", "to", type=_FOLDER, required=True, metavar="DIR", help="U 盘或文件夹。")
@click.option("--for", "key_file", type=_FILE, required=True, help="新电脑的公钥文件。")
@common
def handover(call: Call, to: Path, key_file: Path) -> None:
    """写一个移交包：整个站点换到新电脑。"""
    _write_for(call, to, key_file, "handover")


def _write_for(call: Call, folder: Path, key_file: Path, kind: str) -> None:
    from mengzhan.package import sending
    from mengzhan.package.delivery import deliver

    build = {"share": sending.build_share, "handover": sending.build_handover}[kind]
    public = read_public(key_file)
    with call.session() as session:
        document = sent_document(deliver(session, build(session, public), folder))
        call.answer(document, slip_lines(session, document))


@click.command(cls=Command)
@common
def resume(call: Call) -> None:
    """新电脑没有收到移交包：继续在这台电脑上使用。"""
    with call.session() as session:
        day = session.handed_over
        if not day:
            raise refusal("NOT_HANDED_OVER", "这台电脑没有移交过，可以照常使用。")
        session.take_back_handover()
        call.answer({"handed_over": day}, [f"{day} 的移交已收回，继续在这台电脑上使用。"])


COMMANDS = (send, read, package, share, handover, resume)
