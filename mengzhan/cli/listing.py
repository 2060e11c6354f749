"""Listing records: of one kind, narrowed, sorted, and with what is worst in an ad or whose it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned, document_of, shown
from mengzhan.cli.typed import field_of, kind_of, read_filter
from mengzhan.model.divisions import place_name
from mengzhan.model.kind import Kind
from mengzhan.rules.filters import Compare, Every, Filter, OneOf

if TYPE_CHECKING:
    from mengzhan.rules.ads.hits import Hit
    from mengzhan.store.session import Session

_CHUNK = 500


@click.command(cls=Command, name="list")
@click.argument("kind")
@click.option("--where", "tests", multiple=True, metavar="FIELD=VALUE", help="筛选，可写多个。")
@click.option("--sort", default="", metavar="FIELD", help="排序字段；默认新的在前。")
@click.option("--desc", is_flag=True, help="倒序。")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="最多几条；0 表示全部。",
)
@click.option("--faulty", is_flag=True, help="只列广告有问题的岗位，写明最要紧的一处。")
@click.option("--elsewhere", is_flag=True, help="列其他站共享的、还在招的岗位。")
@common
def list_records(
    call: Call,
    kind: str,
    tests: Sequence[str],
    sort: str,
    desc: bool,
    limit: int,
    faulty: bool,
    elsewhere: bool,
) -> None:
    """列出一种记录。"""
    with call.session() as session:
        declared, reader = kind_of(session.catalogue, kind), session.read()
        order = field_of(declared, sort) if sort else None
        if sort and order is None:
            raise refusal("FIELD_UNKNOWN", "没有这个排序字段。请用 show 看字段名。")
        name = order.name if order else ""
        where = read_filter(session, declared, tests)
        if elsewhere:
            reader, where = reader.with_excerpts(), _elsewhere(session, declared, where)
        faults = _faults(session, declared, where) if faulty else {}
        where = OneOf("id", tuple(faults)) if faulty else where
        ids = reader.ids(declared.name, where, name, descending=desc)
        wanted = ids[:limit] if limit else ids
        records = [
            row
            for start in range(0, len(wanted), _CHUNK)
            for row in reader.rows(declared.name, wanted[start : start + _CHUNK])
        ]
        columns = [item for item in declared if item.listed]
        lines = aligned(
            [
                *(item.label for item in columns),
                *(["广告问题"] if faulty else []),
                *(["站点"] if elsewhere else []),
                "编号",
            ],
            [
                [
                    *(shown(reader, i, row.get(i.name), unmask=call.unmask) for i in columns),
                    *([_fault_words(faults[row["id"]])] if faulty else []),
                    *([place_name(row["station"])] if elsewhere else []),
                    row["id"],
                ]
                for row in records
            ],
        )
        documents = [
            {"id": row["id"], **document_of(reader, declared, row, unmask=call.unmask)}
            | ({"station": row["station"]} if elsewhere else {})
            for row in records
        ]
        for document in documents if faulty else ():
            document["fault"] = _fault(faults[document["id"]])
        call.answer(
            {"kind": declared.name, "total": len(ids), "rows": documents},
            [*lines, f"共 {len(ids)} 条，列出 {len(records)} 条。"],
        )


def _elsewhere(session: "Session", kind: Kind, where: Filter) -> Filter:
    """Return the filter for vacancies to be had that other stations share.

    Raises:
        UserError: ``KIND_NOT_SHARED``.
    """
    from mengzhan.rules.state import still_offered

    if kind.name != "vacancy":
        raise refusal("KIND_NOT_SHARED", "各站只共享岗位，--elsewhere 请用在 list vacancy 上。")
    return Every((where, Compare("excerpt", "eq", True), still_offered(session.today())))


def _faults(session: "Session", kind: Kind, where: Filter) -> "dict[str, Hit]":
    """Return the faulty vacancies that satisfy a filter, with the worst of their ads.

    Raises:
        UserError: ``KIND_WITHOUT_ADS``.
    """
    from mengzhan.rules.ads.faulty import faulty

    if kind.name != "vacancy":
        raise refusal("KIND_WITHOUT_ADS", "只有岗位有招聘广告，--faulty 请用在 list vacancy 上。")
    division, today = session.place.code, session.today()
    return dict(faulty(session.read(), where, division=division, day=today))


def _fault_words(hit: "Hit") -> str:
    from mengzhan.rules.ads.faulty import hit_words

    return str(hit_words(hit))


def _fault(hit: "Hit") -> dict[str, str]:
    return {
        "rule": hit.rule.id,
        "severity": hit.rule.severity,
        "field": hit.field,
        "words": hit.words,
        "message": hit.message,
    }


COMMANDS = (list_records,)
