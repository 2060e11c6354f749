"""The receiving side: roster, enrolment, inbox, verdicts, receipts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Group, common, refusal
from mengzhan.cli.failures import PACKAGE
from mengzhan.cli.packages import labelled, put
from mengzhan.cli.rows import aligned
from mengzhan.cli.station import new_folder, one_division

if TYPE_CHECKING:
    from mengzhan.office.desk import Office
    from mengzhan.office.inbox import Received
    from mengzhan.office.letters import Letter
    from mengzhan.store.session import Session

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(cls=Group)
def office() -> None:
    """上级：名册、登记文件、收件、审核、回执。"""


@contextmanager
def opened(call: Call) -> "Iterator[Office]":
    """Open the data folder as an office."""
    from mengzhan.office.desk import Office

    with call.session() as session:
        if not session.setting(_IS_OFFICE):
            words = "这个文件夹里是站点，不是上级。上级请另建：mengzhan office init。"
            raise refusal("NOT_AN_OFFICE", words)
        yield Office(session)


_IS_OFFICE = "is_office"


def make_office(session: "Session") -> "Office":
    """Turn a folder that was just set up into an office's."""
    from mengzhan.office.desk import Office

    session.set_setting(_IS_OFFICE, True)
    return Office(session)


@office.command(name="init")
@click.argument("place", metavar="PLACE")
@click.option("--name", "operator_name", required=True, metavar="NAME", help="操作员姓名。")
@click.option("--role", default="7", show_default=True, help="操作员身份：代码或文字。")
@click.option("--title", default="", help="单位全称，如 科尔沁右翼前旗就业服务中心。")
@common
def init_office(call: Call, place: str, operator_name: str, role: str, title: str) -> None:
    """建立上级。PLACE 是所辖地区的代码、名称或拼音。"""
    from mengzhan.package.devicekey import key_code

    division = one_division(place)
    session, recovery_code = new_folder(call, division, operator_name, role)
    try:
        if title:
            session.set_setting("place", {"code": division.code, "name": title})
        keys = make_office(session).keys.public
        document = {
            "office": {"code": session.place.code, "name": session.place.name},
            "operator": {"id": session.operator.id, "name": session.operator.name},
            "data": str(call.data),
            "recovery_code": recovery_code,
            "key_code": key_code(keys),
        }
    finally:
        session.close()
    call.answer(
        document,
        [
            f"已建立上级 {session.place.name}（{session.place.code}）。",
            f"密钥码 {document['key_code']}（电话里念给站点核对）",
            "恢复码只显示这一次，请抄下锁好：",
            f"  {recovery_code}",
        ],
    )


@office.command()
@click.argument("code", required=False)
@click.option("--name", default="", help="站点名称；不写就用区划名称。")
@click.option("--contact", default="", help="联系人，只供本单位看。")
@click.option("--close", is_flag=True, help="不再要求这个站点报送；记录保留。")
@common
def station(call: Call, code: str | None, name: str, contact: str, close: bool) -> None:
    """名册：不写 CODE 就列出；写了就添加、修改或（--close）停用站点。"""
    with opened(call) as desk:
        if code is not None and close:
            desk.close_station(code)
        elif code is not None:
            division = one_division(code)
            desk.add_station(division.code, name or _full_name(division.code), contact)
        found: list[dict[str, Any]] = [
            {"code": s.code, "name": s.name, "active": s.active, "devices": _devices(desk, s.code)}
            for s in desk.roster.stations()
        ]
    rows = [
        [s["code"], s["name"], "在册" if s["active"] else "停用", str(len(s["devices"]))]
        for s in found
    ]
    lines = aligned(["代码", "站点", "状态", "设备"], rows) if rows else ["名册还是空的。"]
    call.answer({"stations": found}, lines)


def _full_name(code: str) -> str:
    from mengzhan.model.divisions import division_tree

    return division_tree().full_name(code)


def _devices(desk: "Office", code: str) -> list[dict[str, str]]:
    return [
        {"device_id": d.device_id, "state": d.state, "key_code": d.key_code}
        for d in desk.roster.devices(code)
    ]


@office.command()
@click.argument("code")
@click.option("--to", "to", type=_FOLDER, required=True, metavar="DIR", help="写到哪个文件夹。")
@click.option("--email", default="", help="收报送包的邮箱，写进登记文件。")
@common
def enrol(call: Call, code: str, to: Path, email: str) -> None:
    """给名册里的一个站点写登记文件（.mzk）。"""
    from mengzhan.package.devicekey import key_code
    from mengzhan.package.media import write_package

    with opened(call) as desk:
        data = desk.enrolment_for(code, email)
        known = desk.roster.station(code)
        name = f"登记-{known.name if known else code}.mzk"
        written = write_package(data, to, name)
        digits = key_code(desk.keys.public)
    call.answer(
        {"station": code, "file": str(written.path), "key_code": digits},
        [f"已写出 {written.path}", f"站点读入时，在电话里念密钥码：{digits}"],
    )


@office.command()
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


@office.command()
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
    from mengzhan.package.devicekey import is_same_key_code, key_code

    waiting = [letter.public for letter in _unknown(desk, code) if letter.public is not None]
    if not waiting:
        words = "没有等着登记的设备。请先收这个站点的包：office receive。"
        raise refusal("NOTHING_WAITS", words)
    same = [public for public in waiting if is_same_key_code(key_code(public), spoken)]
    return desk.pin(code, (same or waiting)[0], spoken).device_id


def _unknown(desk: "Office", code: str) -> "list[Letter]":
    from mengzhan.office.letters import Letters

    return [letter for letter in Letters(desk.connection).kept() if letter.station == code]


@office.command()
@click.argument("record", metavar="ID", required=False)
@click.argument("field", required=False)
@click.argument("reason", required=False)
@click.option("--suggest", default="", help="建议的值。")
@click.option("--withdraw", is_flag=True, help="收回意见，按现状收下。")
@common
def verdict(
    call: Call,
    record: str | None,
    field: str | None,
    reason: str | None,
    suggest: str,
    withdraw: bool,
) -> None:
    """审核：不写编号列出未改的；写 ID FIELD REASON 请站点改正。"""
    from mengzhan.office import verdicts

    with opened(call) as desk:
        if record and withdraw:
            verdicts.withdraw(desk, record)
        elif record and field and reason:
            verdicts.give(desk, record, field, reason, suggest)
        elif record:
            words = "请写全：编号 字段 理由。理由有：{reasons}。"
            raise refusal("VERDICT_UNREADABLE", words, reasons=_reasons())
        found = open_verdicts(desk, unmask=call.unmask)
    rows = [[v["title"], v["label"], v["reason_words"], v["station"], v["id"]] for v in found]
    lines = aligned(["记录", "字段", "原因", "站点", "编号"], rows) if rows else []
    call.answer({"open": found}, [*lines, f"还有 {len(found)} 处等站点改正或商定。"])


def _reasons() -> str:
    from mengzhan.office.reasons import BY_HAND

    return "；".join(f"{code} {words}" for code, words in BY_HAND.items())


def open_verdicts(desk: "Office", *, unmask: bool) -> list[dict[str, Any]]:
    """Describe everything that stations still have to put right."""
    from mengzhan.office.reasons import reason_words
    from mengzhan.office.verdicts import Verdicts

    reader, catalogue = desk.session.read(), desk.session.catalogue
    found = []
    for item in Verdicts(desk.connection).open():
        kind = catalogue.get(item.kind)
        field = kind.get(item.field) if kind else None
        hide = field is not None and field.sensitive and not unmask and item.verdict == "fix"
        found.append(
            {
                "verdict": item.verdict,
                "kind": item.kind,
                "id": item.record,
                "title": reader.title(item.kind, item.record),
                "station": item.station,
                "field": item.field,
                "label": field.label if field else "",
                "reason": item.reason,
                "reason_words": str(reason_words(item.reason)),
                "suggestion": field.show(item.suggestion) if hide and field else item.suggestion,
                "by": item.by,
            }
        )
    return found


@office.command()
@click.option("--to", "to", type=_FOLDER, required=True, metavar="DIR", help="写到哪个文件夹。")
@click.option("--station", "code", default="", help="只给这个站点（没有新内容也写）。")
@click.option("--everyone", is_flag=True, help="没有新内容的站点也写。")
@common
def receipt(call: Call, to: Path, code: str, everyone: bool) -> None:
    """写回执：给每台有新内容要说的设备各一个。"""
    from mengzhan.office.receipts import Receipts, receipt_name
    from mengzhan.office.roster import PINNED
    from mengzhan.package.checknumber import check_number

    with opened(call) as desk:
        receipts = Receipts(desk)
        if code:
            pinned = [d for d in desk.roster.devices(code) if d.state == PINNED]
            packed = [receipts.write_receipt(device.device_id) for device in pinned]
        else:
            packed = receipts.write_all(everyone=everyone)
        written = []
        for each in packed:
            file = put(each, to, receipt_name(each))
            written.append(
                {
                    "file": str(file.path),
                    "station": each.manifest.station.code,
                    "number": each.manifest.number,
                    "size": len(each.data),
                    "check_number": check_number(bytes.fromhex(each.sha256)),
                }
            )
    lines = [f"{w['file']}  {w['size']} 字节  包号校验 {w['check_number']}" for w in written]
    call.answer({"receipts": written}, [*lines, f"写出 {len(written)} 个回执。"])
