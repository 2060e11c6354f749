"""``mengzhan table``: which rule tables are in force, and rows that replace some of them."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Group, common
from mengzhan.cli.rows import aligned

if TYPE_CHECKING:
    from mengzhan.rules.tables import Edition

_DAY = click.DateTime(["%Y-%m-%d"])

table = Group(
    "table", help="规则表：广告规则、节假日、最低工资、就业政策；列出、导出、换新、撤回。"
)


@table.command(name="list")
@common
def list_tables(call: Call) -> None:
    """列出能换的表：自带的版本，和后来换上的每一份。"""
    from mengzhan.model.codes import code_table
    from mengzhan.rules.tables import KIND, editions, shipped_edition

    with call.session() as session:
        own = session.place.code
        found = editions(session.read())
    tables = [
        {
            "table": code.code,
            "label": code.label,
            "shipped": shipped_edition(code.code),
            "editions": [_edition(one, own) for one in found if one.table == code.code],
        }
        for code in code_table(KIND)
    ]
    rows = [[code.code, code.label, shipped_edition(code.code)] for code in code_table(KIND)]
    lines = aligned(["表", "名称", "自带版本"], rows)
    lines += [_line(one, own) for one in found]
    call.answer({"tables": tables}, lines)


def _edition(edition: "Edition", own: str) -> dict[str, Any]:
    return {
        "record": edition.record,
        "edition": edition.day,
        "station": edition.station,
        "own": edition.station == own,
        "rows": len(edition.rows),
        "fault": str(edition.fault.message) if edition.fault else None,
    }


def _line(edition: "Edition", own: str) -> str:
    by = "本单位" if edition.station == own else "上级"
    what = str(edition.fault.message) if edition.fault else f"{len(edition.rows)} 行"
    return f"  {edition.table} {edition.day} {by} {what}  {edition.record}"


@table.command(name="replace")
@click.argument("name", metavar="TABLE")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edition", type=_DAY, help="版本日期，晚的盖过早的；不写就是今天。")
@common
def replace_table(call: Call, name: str, file: Path, edition: datetime | None) -> None:
    """换上 FILE（CSV 或工作簿）里的行：同一项的换掉，没有的添上。上级换的，随下一份回执发给各站。"""
    from mengzhan.rules.tables import KIND, publish
    from mengzhan.sheets.rule_table import read_table_file

    rows = read_table_file(name, file)
    with call.session() as session:
        day: date = edition.date() if edition else session.today()
        changes = session.run(publish(name, rows, day), f"add {KIND}")
        is_office = session.is_office
    ((_, record),) = changes.records
    words = "，随下一份回执发给各站" if is_office else ""
    call.answer(
        {"table": name, "record": record, "edition": day.isoformat(), "rows": len(rows)},
        [f"已换上 {len(rows)} 行，从现在起用{words}。"],
    )


@table.command(name="out")
@click.argument("name", metavar="TABLE")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common
def write_table(call: Call, name: str, file: Path) -> None:
    """把现用的表写成 CSV，照着改了再换上。"""
    from mengzhan.model.resources import read_table
    from mengzhan.rules.tables import require, write_rows
    from mengzhan.store.atomic import write_atomic

    with call.session():
        require(name)
        rows = read_table(name)
        # Excel takes UTF-8 for Chinese only with the mark in front
        write_atomic(file, write_rows(rows).encode("utf-8-sig"))
    call.answer({"table": name, "file": str(file), "rows": len(rows)}, [f"已写出 {file}"])


@table.command(name="withdraw")
@click.argument("record")
@common
def withdraw_table(call: Call, record: str) -> None:
    """撤回本单位换上的一份；在它之前的又算数。"""
    from mengzhan.rules.tables import KIND, withdraw

    with call.session() as session:
        session.run(withdraw(record), f"remove {KIND}")
    call.answer({"record": record}, ["已撤回。"])


COMMANDS: tuple[click.Command, ...] = (table,)
