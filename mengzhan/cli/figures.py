"""Figures of a month on the command line: what was counted, beside the month before, and of what."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned

if TYPE_CHECKING:
    from mengzhan.rules.figures import Compared, Figure, Period
    from mengzhan.store.reader import StoreReader
    from mengzhan.store.session import Session

Way = Literal["place", "group"]


@click.command(cls=Command, name="figures")
@click.option("--month", default="", metavar="YYYY-MM", help="哪个月；默认本月。")
@click.option("--quarter", is_flag=True, help="这个月所在的季度。")
@click.option("--year-to-date", is_flag=True, help="年初到这个月底。")
@click.option("--records", "code", default="", metavar="CODE", help="一个指标由哪些记录算出来。")
@click.option("--by", type=click.Choice(["place", "group"]), help="按地点或重点群体分开。")
@common
def month_figures(
    call: Call, month: str, quarter: bool, year_to_date: bool, code: str, by: Way | None
) -> None:
    """指标：每个数、上期的数、分地点分群体，每个数都能点开到记录。"""
    from mengzhan.rules.figures import INDICATORS, compared

    wanted = code.upper()
    if wanted and wanted not in INDICATORS:
        raise refusal("INDICATOR_UNKNOWN", "没有“{text}”这个指标。请用 M01 这样的代码。", text=code)
    if quarter and year_to_date:
        raise refusal("PERIOD_TWICE", "--quarter 和 --year-to-date 只能选一个。")
    with call.session() as session:
        period = _period(session, month, quarter=quarter, year_to_date=year_to_date)
        reader = session.read()
        found = compared(reader, period, (wanted,) if wanted else None)
        document: dict[str, Any] = {
            "period": _described(period),
            "figures": [_entry(reader, both, by) for both in found.values()],
            "records": [*_records(reader, found[wanted].now)] if wanted else [],
        }
        call.answer(document, _lines(document))


def _period(session: "Session", month: str, *, quarter: bool, year_to_date: bool) -> "Period":
    from mengzhan.rules.figures import Period

    today = session.today()
    day = Period.parse(month).first if month else today
    make = Period.month_of
    if quarter:
        make = Period.quarter_of
    elif year_to_date:
        make = Period.year_to_date
    return make(day).so_far(today)


def _described(period: "Period") -> dict[str, str]:
    return {
        "span": period.span,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "label": str(period.label),
    }


def _entry(reader: "StoreReader", both: "Compared", by: Way | None) -> dict[str, Any]:
    indicator = both.now.indicator
    return {
        "code": indicator.code,
        "label": indicator.label,
        "unit": indicator.unit,
        "of": indicator.of,
        "as_of": indicator.as_of,
        "counted": indicator.counted,
        "late": indicator.late,
        "meaning": indicator.meaning,
        **_value(both.now),
        "before": _value(both.before),
        "parts": [*_parts(reader, both.now, by)] if by else [],
    }


def _value(figure: "Figure") -> dict[str, Any]:
    from mengzhan.rules.figures import counted

    ratio = figure.indicator.is_ratio
    return {
        "value": figure.shown,
        "above": counted(figure.evidence),
        "below": counted(figure.base) if ratio else None,
    }


def _parts(reader: "StoreReader", figure: "Figure", by: Way) -> Iterator[dict[str, Any]]:
    from mengzhan.model.codes import code_table
    from mengzhan.model.divisions import division_tree
    from mengzhan.rules.figures import by_group, by_place

    if by == "place":
        for place, part in by_place(reader, figure).items():
            label = division_tree().full_name(place) if place else "没写地点"
            yield {"key": place, "label": label, **_value(part)}
        return
    split = by_group(reader, figure)
    for group, part in split.parts.items():
        yield {"key": group, "label": code_table("key_group").label(group), **_value(part)}
    yield {"key": "", "label": "不属于重点群体", **_value(split.none)}
    overlap = {"value": str(-split.overlap), "above": -split.overlap, "below": None}
    yield {"key": "overlap", "label": "减去重复的", **overlap}


def _records(reader: "StoreReader", figure: "Figure") -> Iterator[dict[str, Any]]:
    for side, evidence in (("above", figure.evidence), ("below", figure.base)):
        for one in evidence:
            yield {
                "side": side,
                "kind": one.kind,
                "id": one.record,
                "title": reader.title(one.kind, one.record),
                "subject": one.subject,
                "amount": one.amount,
                "day": one.day,
            }


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    period = document["period"]
    yield f"{period['label']}（{period['first']} 至 {period['last']}）"
    rows: list[list[str]] = []
    for one in document["figures"]:
        rows.append([one["code"], one["label"], one["value"], one["before"]["value"], one["unit"]])
        rows += [["", f"  {part['label']}", part["value"], "", ""] for part in one["parts"]]
    yield from aligned(["代码", "指标", "本期", "上期", "单位"], rows)
    if document["records"]:
        yield from _opened(document["records"])


def _opened(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    from mengzhan.model.kinds import KINDS

    yield ""
    rows = [
        [
            one["day"],
            KINDS[one["kind"]].one,
            one["title"] or "（已删除）",
            str(one["amount"]),
            one["id"],
        ]
        for one in records
    ]
    yield from aligned(["日期", "记录", "名称", "算几", "编号"], rows)


COMMANDS = (month_figures,)
