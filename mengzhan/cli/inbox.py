"""The office's inbox: receive packages, pin devices, write receipts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.failures import PACKAGE
from mengzhan.cli.office import opened
from mengzhan.cli.packages import labelled

if TYPE_CHECKING:
    from mengzhan.office.desk import Office
    from mengzhan.office.inbox import Received
    from mengzhan.store.session import Session


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--plan", is_flag=True, help="只看会怎样，什么都不改。")
@common
def receive(call: Call, files: Sequence[Path], plan: bool) -> None:
    """收件：一个或多个包，或装着包的文件夹。"""
    from mengzhan.office.inbox import Inbox

    with opened(call) as desk:
        inbox = Inbox(desk)
        results = []
        for path in _packages(files):
            data = path.read_bytes()
            if plan:
                results.append(_proposal(path, inbox.plan(data)))
            else:
                done = inbox.receive(data)
                results.append(_received(path.name, done))
                results += [_received("", each) for each in done.followed]
        counts = [line for r in results for line in _result_lines(desk.session, r)]
    call.answer({"results": results, "applied": not plan}, counts or ["没有找到包。"])
    if any(not _is_in(result) for result in results):
        click.get_current_context().exit(PACKAGE)


def _packages(files: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in files:
        found += sorted(path.glob("*.mzp")) if path.is_dir() else [path]
    return found


def _is_in(result: dict[str, Any]) -> bool:
    from mengzhan.package.outcome import Outcome

    outcome = Outcome(result["outcome"])
    return outcome.applies or outcome is Outcome.ALREADY_IN


def _received(name: str, done: "Received") -> dict[str, Any]:
    return {
        "file": name,
        "outcome": done.outcome.value,
        "detail": done.detail,
        "station": done.station,
        "station_name": done.station_name,
        "device_id": done.device,
        "number": done.number,
        "new_entries": done.new_entries,
        "counts": dict(done.counts),
        "key_code": done.key_code,
    }


def _proposal(path: Path, proposal: Any) -> dict[str, Any]:
    manifest, plan = proposal.manifest, proposal.plan
    return {
        "file": path.name,
        "outcome": proposal.outcome.value,
        "detail": proposal.detail,
        "station": manifest.station.code if manifest else "",
        "station_name": manifest.station.name if manifest else "",
        "device_id": proposal.device.device_id if proposal.device else "",
        "number": manifest.number if manifest else 0,
        "new_entries": len(plan.new) if plan else 0,
        "counts": dict(proposal.counts),
        "key_code": proposal.key_code,
    }


def _result_lines(session: "Session", result: dict[str, Any]) -> list[str]:
    from mengzhan.package.outcome import Outcome

    outcome = Outcome(result["outcome"])
    what = result["file"] or "收件箱里等着的包"
    lines = [f"{what}：{outcome.title}。{outcome.explanation}"]
    if result["station"]:
        lines.append(f"  {result['station_name']}（{result['station']}）第 {result['number']} 包")
    counts = labelled(session, result["counts"])
    if counts:
        lines.append("  " + "，".join(f"{label} {count}" for label, count in counts.items()))
    if result["key_code"]:
        lines.append(f"  密钥码 {result['key_code']}：打电话核对，再用 office pin 登记。")
    elif not _is_in(result):
        lines.append(f"  {outcome.next_step}")
    return lines


@click.command(cls=Command)
@click.argument("code")
@click.option("--code", "spoken", required=True, help="站点在电话里念的 20 位密钥码。")
@common
def pin(call: Call, code: str, spoken: str) -> None:
    """登记站点 CODE 的设备；等着的包随后并入。"""
    from mengzhan.office.inbox import Inbox

    with opened(call) as desk:
        device = pin_waiting(desk, code, spoken)
        followed = [_received("", done) for done in Inbox(desk).advance(code)]
        lines = [line for result in followed for line in _result_lines(desk.session, result)]
    call.answer(
        {"device_id": device, "station": code, "followed": followed},
        [f"已登记设备 {device}。", *lines],
    )


def pin_waiting(desk: "Office", code: str, spoken: str) -> str:
    """Pin the key of a waiting package of station ``code`` that has the digits read out.

    Raises:
        UserError: ``NOTHING_WAITS``, or the digits are those of no key that waits.
    """
    from mengzhan.office.overview import Overview
    from mengzhan.package.devicekey import is_same_key_code, key_code

    strangers = [letter for letter in Overview(desk).unknown() if letter.station == code]
    waiting = [letter.public for letter in strangers if letter.public is not None]
    if not waiting:
        words = "没有等着登记的设备。请先收这个站点的包：office receive。"
        raise refusal("NOTHING_WAITS", words)
    same = [public for public in waiting if is_same_key_code(key_code(public), spoken)]
    return desk.pin(code, (same or waiting)[0], spoken).device_id


@click.command(cls=Command)
@click.option(
    "--to",
    "to",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="写到哪个文件夹。",
)
@click.option("--station", "code", default="", help="只给这个站点（没有新内容也写）。")
@click.option("--everyone", is_flag=True, help="没有新内容的站点也写。")
@common
def receipt(call: Call, to: Path, code: str, everyone: bool) -> None:
    """写回执：给每台有新内容要说的设备各一个。"""
    from mengzhan.office.receipts import Receipts
    from mengzhan.office.roster import PINNED

    with opened(call) as desk:
        receipts = Receipts(desk)
        if code:
            pinned = [d for d in desk.roster.devices(code) if d.state == PINNED]
            packed = [receipts.write_receipt(device.device_id) for device in pinned]
        else:
            packed = receipts.write_all(everyone=everyone)
        files = receipts.put(packed, to)
    written = [
        {
            "file": str(file.path),
            "station": each.manifest.station.code,
            "number": each.manifest.number,
            "size": len(each.data),
            "check_number": file.check_number,
        }
        for each, file in zip(packed, files, strict=True)
    ]
    lines = [f"{w['file']}  {w['size']} 字节  包号校验 {w['check_number']}" for w in written]
    call.answer({"receipts": written}, [*lines, f"写出 {len(written)} 个回执。"])


COMMANDS = (receive, pin, receipt)
