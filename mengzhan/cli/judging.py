"""What the office says of records, and what it sees at a glance."""

from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.office import opened
from mengzhan.cli.rows import aligned
from mengzhan.model.ruling import Ruling

if TYPE_CHECKING:
    from mengzhan.office.desk import Office
    from mengzhan.office.letters import Letter


@click.command(cls=Command)
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
        hide = field is not None and field.sensitive and not unmask and item.verdict == Ruling.FIX
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


@click.command(cls=Command)
@click.option("--since", default="", metavar="DAY", help="从哪天起算本期；不写就是本月 1 日。")
@common
def overview(call: Call, since: str) -> None:
    """一览：谁报了、谁没报、什么在等、哪里对不上。"""
    from dataclasses import asdict

    from mengzhan.model.fieldtypes import read_date
    from mengzhan.office.overview import Overview

    with opened(call) as desk:
        today = desk.session.today()
        begins = read_date(since, today) if since else today.replace(day=1)
        if begins is None:
            raise refusal("DATE_FORM", "看不懂 --since 的日期，请写如 2026-11-01。")
        seen = Overview(desk)
        states = seen.stations(begins.isoformat())
        document: dict[str, Any] = {
            "since": begins.isoformat(),
            "stations": [asdict(state) for state in states],
            "unknown": [_stranger(letter) for letter in seen.unknown()],
            "conflicts": [asdict(conflict) for conflict in seen.conflicts()],
            "shared": [asdict(shared) for shared in seen.shared()],
        }
    rows = [[s.name, s.reported[:10] or "没有报", str(s.packages), str(s.waiting)] for s in states]
    late = sum(state.late for state in states)
    call.answer(
        document,
        [
            *(aligned(["站点", "最近收到", "已收包", "在等"], rows) if rows else []),
            f"{len(states)} 个站点，{late} 个还没报；等着登记的设备 {len(document['unknown'])} 台；"
            f"冲突 {len(document['conflicts'])} 处；跨站重复 {len(document['shared'])} 组。",
        ],
    )


def _stranger(letter: "Letter") -> dict[str, str]:
    from mengzhan.package.devicekey import key_code

    return {
        "station": letter.station,
        "station_name": letter.station_name,
        "device_id": letter.device,
        "received": letter.received,
        "key_code": key_code(letter.public) if letter.public else "",
    }


COMMANDS = (verdict, overview)
