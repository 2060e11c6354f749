"""Closing a month on the command line, and what looks odd in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.model.clock import BEIJING, wall_moment

if TYPE_CHECKING:
    from mengzhan.model.entry import Entry
    from mengzhan.rules.anomalies import Anomaly
    from mengzhan.rules.closing import Changed, Check, Close, Correction
    from mengzhan.rules.figures import Period
    from mengzhan.store.reader import StoreReader

WORDS = "close month_close"
"""The stable words of the action."""

_WAYS = {"came": "多了", "went": "少了", "changed": "改了"}


@click.command(cls=Command, name="close-month")
@click.argument("month", metavar="YYYY-MM")
@click.option("--reason", default="", help="再结一次的原因；第一次不用写。")
@click.option("--dry-run", is_flag=True, help="只看还缺什么、各项是多少、结账后改了什么，不结账。")
@common
def close_month(call: Call, month: str, reason: str, dry_run: bool) -> None:
    """月结：先列出还要看的，再把各项指标和依据记成一条；再结要写原因，原来的留着。"""
    from mengzhan.rules import closing
    from mengzhan.rules.figures import Period
    from mengzhan.store.operators import operator_names
    from mengzhan.store.report_facts import corrections_of

    with call.session() as session:
        reader, period = session.read(), Period.parse(month)
        written = period.first.isoformat()[:7]
        found = closing.checks(reader, written, session.today())
        corrected = corrections_of(session, closing.in_force(reader, written))
        if not dry_run:
            session.run(closing.close_month(written, reason), WORDS)
        close, names = closing.in_force(reader, written), operator_names(session)
        document: dict[str, Any] = {
            "month": written,
            "done": not dry_run,
            "close": _described(close) if close else None,
            "checks": [_check(reader, check) for check in found],
            "figures": _figures(reader, period, close),
            "corrections": [described_correction(reader, one, names) for one in corrected],
        }
        call.answer(document, _lines(document))


def _described(close: "Close") -> dict[str, Any]:
    return {
        "id": close.record,
        "closed_on": close.closed_on,
        "former": close.former,
        "reason": close.reason,
        "explanations": [*close.explanations],
    }


def _figures(
    reader: "StoreReader", period: "Period", close: "Close | None"
) -> list[dict[str, Any]]:
    """Describe the figures as closed, or as they are while the month is open."""
    from mengzhan.rules.closing.record import closed
    from mengzhan.rules.figures import INDICATORS, figures

    said = close.figures if close else {c: closed(f) for c, f in figures(reader, period).items()}
    return [
        {
            "code": code,
            "label": INDICATORS[code].label,
            "unit": INDICATORS[code].unit,
            "value": one.shown(code),
            "above": one.above,
            "below": one.below,
            "digest": one.digest,
        }
        for code, one in said.items()
        if code in INDICATORS
    ]


def _check(reader: "StoreReader", check: "Check") -> dict[str, Any]:
    return {
        "code": check.code,
        "message": str(check.message),
        "blocks": check.blocks,
        "anomaly": check.anomaly.key if check.anomaly else "",
        "records": [_named(reader, kind, record) for kind, record in check.records],
    }


def _named(reader: "StoreReader", kind: str, record: str) -> dict[str, str]:
    return {"kind": kind, "id": record, "title": reader.title(kind, record)}


def described_correction(
    reader: "StoreReader", one: "Correction", names: Mapping[str, str]
) -> dict[str, Any]:
    """Describe an indicator that is no longer as it was closed."""
    code = one.indicator.code
    return {
        "code": code,
        "label": one.indicator.label,
        "unit": one.indicator.unit,
        "before": one.before.shown(code),
        "now": one.now.shown(code),
        "changes": [_changed(reader, change, names) for change in one.changes],
    }


def _changed(reader: "StoreReader", change: "Changed", names: Mapping[str, str]) -> dict[str, Any]:
    evidence = change.evidence
    return {
        "way": change.way,
        "late": change.late,
        **_named(reader, evidence.kind, evidence.record),
        "day": evidence.day,
        "before_day": change.before.day if change.before else "",
        "by": [described_entry(entry, names) for entry in change.entries],
    }


def described_entry(entry: "Entry", names: Mapping[str, str]) -> dict[str, str]:
    """Describe who wrote an entry, when, and in which action; ``names`` are those of operators."""
    return {
        "actor": entry.actor,
        "operator": names.get(entry.actor, entry.actor[:8]),
        "replica": entry.replica,
        "at": entry.wall,
        "words": entry.words,
        "action": entry.action,
        "kind": entry.kind,
        "id": entry.record,
    }


def moment(wall: str) -> str:
    """Write a UTC time of the journal as people in China read it."""
    return f"{wall_moment(wall) + BEIJING:%Y-%m-%d %H:%M}"


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    for check in document["checks"]:
        mark = "不能结账" if check["blocks"] else "请看"
        yield f"{mark}：{check['message']}"
    rows = [[one["code"], one["label"], one["value"], one["unit"]] for one in document["figures"]]
    yield from aligned(["代码", "指标", "数", "单位"], rows)
    yield from correction_lines(document["corrections"])
    close = document["close"]
    if document["done"]:
        again = f"，代替 {close['former']}（{close['reason']}）" if close["former"] else ""
        yield f"{document['month']} 已结账，编号 {close['id']}{again}。"
    elif close:
        yield f"{document['month']} 已于 {close['closed_on']} 结账。"
    else:
        yield f"{document['month']} 还没有结账。"


def correction_lines(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write corrections for people: before and after, and each record with what was done."""
    for one in found:
        yield f"{one['code']} {one['label']}：结账时 {one['before']}，现在 {one['now']} {one['unit']}"
        for change in one["changes"]:
            sort = "补报" if change["late"] else "更正"
            by = change["by"][-1] if change["by"] else None
            who = f"，{moment(by['at'])} {by['words']}（{by['operator']}）" if by else ""
            name = change["title"] or change["id"]
            yield f"  {sort}：{_WAYS[change['way']]} {change['day']} {name}{who}"


@click.command(cls=Command)
@click.option("--month", default="", metavar="YYYY-MM", help="哪个月；默认本月。")
@click.option("--explain", nargs=2, default=None, metavar="KEY REASON", help="说明一处异常。")
@common
def anomalies(call: Call, month: str, explain: tuple[str, str] | None) -> None:
    """异常：看起来不对的地方，改好或说明；说明过的不再问，说明随报送包走。"""
    from mengzhan.rules import anomalies as odd
    from mengzhan.rules.figures import Period

    with call.session() as session:
        reader = session.read()
        period = Period.parse(month) if month else Period.month_of(session.today())
        found = odd.anomalies(reader, period)
        if explain is not None:
            key, reason = explain
            chosen = next((one for one in found if one.key == key), None)
            if chosen is None:
                raise refusal("ANOMALY_UNKNOWN", "没有编号“{key}”的异常。先列出来再选。", key=key)
            session.run(odd.explain(chosen, reason), "add explanation")
            found = odd.anomalies(reader, period)
        document: dict[str, Any] = {
            "month": period.first.isoformat()[:7],
            "anomalies": [described_anomaly(reader, one) for one in found],
        }
    rows = [[one["key"], one["message"], one["advice"]] for one in document["anomalies"]]
    lines = aligned(["编号", "异常", "怎么办"], rows) if rows else ["没有要说明的异常。"]
    call.answer(document, lines)


def described_anomaly(reader: "StoreReader", one: "Anomaly") -> dict[str, Any]:
    """Describe what looks odd, with the records that it opens to."""
    return {
        "key": one.key,
        "rule": one.rule,
        "label": one.label,
        "message": str(one.message),
        "advice": one.advice,
        "records": [_named(reader, kind, record) for kind, record in one.records],
    }


COMMANDS = (close_month, anomalies)
