"""The closings of stations, checked by their office."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.closing import (
    correction_lines,
    described_anomaly,
    described_correction,
    described_entry,
    moment,
)
from mengzhan.cli.command import Call, Command, common
from mengzhan.cli.office import opened
from mengzhan.cli.rows import aligned
from mengzhan.rules.workdays import SEND_BY_WORKDAY

if TYPE_CHECKING:
    from mengzhan.office.closings import ClosingCheck, Deed, Disagreement
    from mengzhan.office.desk import Office

_FINDINGS = {
    "open": "没有结账",
    "unreadable": "月结读不出来",
    "forgotten": "对不上，但有人被彻底清除，无法核实",
    "missing": "缺流水，还不能核对",
    "differs": "和记录对不上",
    "corrected": "结账后有更正",
    "agrees": "一致",
}
_DEEDS = {
    "changed": "月结被改",
    "taken_back": "月结被撤销",
    "restored": "月结被恢复",
    "replaced": "重新结账",
    "foreign": "别处用本站的名义写了月结，不算数",
}


@click.command(cls=Command)
@click.option("--month", default="", metavar="YYYY-MM", help="哪个月；默认上个月。")
@click.option("--station", default="", metavar="CODE", help="只看一个站点。")
@click.option(
    "--workday",
    default=SEND_BY_WORKDAY,
    show_default=True,
    type=click.IntRange(1, 20),
    help="下个月第几个工作日前要收到。",
)
@common
def closings(call: Call, month: str, station: str, workday: int) -> None:
    """核对月结：用本单位的流水重算，写明哪些数对不上、哪些依据被改、谁迟报。"""
    from mengzhan.office.closings import Closings
    from mengzhan.rules.closing import deadline
    from mengzhan.rules.figures import Period
    from mengzhan.store.operators import operator_names

    with opened(call) as desk:
        last = Period.month_of(desk.session.today()).previous()
        period = Period.parse(month) if month else last
        written = period.first.isoformat()[:7]
        seen = Closings(desk, workday)
        found = [seen.check(station, written)] if station else seen.all(written)
        names = operator_names(desk.session)
        document: dict[str, Any] = {
            "month": written,
            "due": deadline(written, workday).isoformat(),
            "stations": [_described(desk, one, names) for one in found],
        }
    call.answer(document, _lines(document))


def _described(desk: "Office", one: "ClosingCheck", names: Mapping[str, str]) -> dict[str, Any]:
    reader, known = desk.session.read(), desk.roster.station(one.station)
    return {
        "code": one.station,
        "name": known.name if known else "",
        "finding": one.finding.value,
        "closed_on": one.close.closed_on if one.close else "",
        "id": one.close.record if one.close else "",
        "arrived": one.arrived,
        "late": one.late,
        "missing": [[*span] for span in one.missing],
        "moved": one.moved,
        "erased": [described_entry(each, names) for each in one.erased],
        "disagreements": [_disagreement(each) for each in one.disagreements],
        "corrections": [described_correction(reader, each, names) for each in one.corrections],
        "deeds": [_deed(each, names) for each in one.deeds],
        "anomalies": [described_anomaly(reader, each) for each in one.anomalies],
    }


def _disagreement(one: "Disagreement") -> dict[str, Any]:
    code = one.indicator.code
    return {
        "code": code,
        "label": one.indicator.label,
        "unit": one.indicator.unit,
        "said": one.said.shown(code) if one.said else "",
        "found": one.found.shown(code),
    }


def _deed(one: "Deed", names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "what": one.what,
        "id": one.record,
        "fields": [*one.fields],
        "reason": one.reason,
        "by": described_entry(one.entry, names),
    }


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"{document['month']}，{document['due']} 前要收到"
    rows = [
        [
            one["name"] or one["code"],
            _FINDINGS[one["finding"]],
            one["closed_on"] or "—",
            one["arrived"] or "—",
            "迟" if one["late"] else "",
        ]
        for one in document["stations"]
    ]
    yield from aligned(["站点", "核对", "结账", "收到", ""], rows)
    for one in document["stations"]:
        yield from _details(one)


def _details(one: Mapping[str, Any]) -> Iterator[str]:
    told = [*_findings(one)]
    if told:
        yield ""
        yield one["name"] or one["code"]
        yield from (f"  {line}" for line in told)


def _findings(one: Mapping[str, Any]) -> Iterator[str]:
    for replica, first, last in one["missing"]:
        yield f"缺流水 {replica[:8]} 第 {first} 至 {last} 条"
    if one["moved"]:
        yield "月结写的流水位置和它自己的位置不符"
    for each in one["disagreements"]:
        said = each["said"] or "没有写"
        yield (
            f"{each['code']} {each['label']}：月结写 {said}，"
            f"按结账时的记录是 {each['found']} {each['unit']}"
        )
    if one["disagreements"] and one["erased"]:
        yield f"结账后彻底清除了 {len(one['erased'])} 条，原来的依据已不能核实"
    for deed in one["deeds"]:
        by = deed["by"]
        why = f"：{deed['reason']}" if deed["reason"] else ""
        what = "、".join(deed["fields"])
        yield f"{_DEEDS[deed['what']]}{why}{f'（{what}）' if what else ''}，{moment(by['at'])}，{by['operator']}"
    yield from correction_lines(one["corrections"])
    for odd in one["anomalies"]:
        yield f"没有说明的异常：{odd['message']}"


COMMANDS = (closings,)
