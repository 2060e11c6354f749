"""``mengzhan fill``: a superior's blank form, filled from the records and otherwise untouched."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import kind_of, read_filter

if TYPE_CHECKING:
    from mengzhan.model.kind import Kind
    from mengzhan.sheets.filling.superform import Filled, SuperiorForm
    from mengzhan.store.session import Session

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_WHY = {
    "no_value": "记录里没有",
    "not_listed": "下拉里没有对得上的一项",
    "unknown_column": "不知道是什么",
    "missing": "库里没有这个人",
    "several": "库里有几个同名的",
    "other_name": "证件号是别人的",
}


@click.command(cls=Command)
@click.argument("form", type=_FILE)
@click.argument("out", type=_NEW_FILE)
@click.option("--kind", default="person", metavar="KIND", help="用哪种记录填；默认人员。")
@click.option("--sheet", default="", metavar="NAME", help="工作表名；默认最像的一张。")
@click.option(
    "--where", "tests", multiple=True, metavar="FIELD=VALUE", help="填哪些记录，可写多个。"
)
@click.option("--column", "chosen", multiple=True, metavar="C=FIELD", help="指定一列填什么。")
@click.option("--purpose", default="", metavar="TEXT", help="写出完整证件号、电话的用途。")
@click.option("--replace", "replacing", is_flag=True, help="换掉已有的同名文件。")
@common
def fill(call: Call, form: Path, out: Path, kind: str, **more: Any) -> None:
    """填好上级发的空白表，版式、公式、下拉都不动；没把握的格留空并说明原因。"""
    with call.session() as session:
        declared = kind_of(session.catalogue, kind)
        if out.exists() and not more["replacing"]:
            raise refusal("EXPORT_EXISTS", "已有同名文件，没有动它。要换掉请加 --replace。")
        task = _open(session, form, declared, more["sheet"])
        _choose(session, task, more["chosen"])
        filled = _fill(session, task, declared, more["tests"])
        _write(session, task, filled, out, more["purpose"] or form.stem)
        call.answer(_document(task, filled, out), list(_lines(task, filled, out)))


def _open(session: "Session", path: Path, kind: "Kind", sheet: str) -> "SuperiorForm":
    from mengzhan.sheets.filling.superform import SuperiorForm
    from mengzhan.sheets.importing.memory import remembered
    from mengzhan.sheets.reading.opening import open_book

    open_book(path)
    try:
        task = SuperiorForm(path.read_bytes(), session.catalogue, kind, sheet)
    except ValueError as error:
        raise refusal(
            "FILL_FORMAT", "只能填 .xlsx 和 .xlsm。请用 WPS 另存为 .xlsx 再试。"
        ) from error
    if task.table is not None:
        for index, way in (remembered(session, _memory(kind), task.table) or {}).items():
            task.choose(index, way)
    return task


def _memory(kind: "Kind") -> str:
    """What the memory of forms is called beside that of ledgers."""
    return f"form:{kind.name}"


def _choose(session: "Session", task: "SuperiorForm", chosen: Sequence[str]) -> None:
    from mengzhan.sheets.grid import column_letters
    from mengzhan.sheets.importing.memory import remember

    for pair in chosen:
        name, equals, path = pair.partition("=")
        if not equals or (path and path not in task.words.paths):
            paths = "、".join(task.words.paths)
            raise refusal(
                "IMPORT_COLUMN", "--column 要写成 列=字段，字段可用：{paths}。", paths=paths
            )
        for column in task.columns:
            if name in (column_letters(column.index), column.header):
                task.choose(column.index, path)
    if task.table is not None:
        remember(session, _memory(task.kind), task.table, task.columns)


def _fill(session: "Session", task: "SuperiorForm", kind: "Kind", tests: Sequence[str]) -> "Filled":
    from mengzhan.sheets.filling.linked import with_linked

    reader, today = session.read(), session.today()
    where = read_filter(session, kind, tests)
    records = with_linked(reader, kind, reader.matching(kind.name, where))
    facts = {
        "unit": session.place.name,
        "person": session.operator.name,
        "day": today.isoformat(),
        "month": f"{today.year}年{today.month}月",
    }
    return task.fill(records, facts, today)


def _write(
    session: "Session", task: "SuperiorForm", filled: "Filled", out: Path, purpose: str
) -> None:
    from mengzhan.store.atomic import write_atomic

    # Noted before the file is in its place: better one too many than one too few.
    if filled.bare:
        session.disclose(task.kind.name, filled.bare, purpose)
    write_atomic(out, filled.data)


# The answer ------------------------------------------------------------------------------------


def _document(task: "SuperiorForm", filled: "Filled", out: Path) -> dict[str, Any]:
    from mengzhan.sheets.grid import cell_name, column_letters

    return {
        "file": str(out),
        "kind": task.kind.name,
        "sheet": task.form.sheet.name,
        "columns": [
            {
                "column": column_letters(column.index),
                "header": column.header,
                "field": column.path or None,
                "sure": round(column.sure, 2),
                "filled": filled.by_column.get(column.index, 0),
            }
            for column in task.columns
        ],
        "fixed": [
            {"cell": cell_name(one.row, one.column), "label": one.label, "taken_for": one.what}
            for one in filled.fixed
        ],
        "rows": len(task.rows()),
        "named": len(task.named()),
        "filled": filled.written,
        "counted": filled.counted,
        "empty": [
            {"header": one.header, "why": one.why, "rows": list(one.rows)} for one in filled.empty
        ],
        "unknown_people": [{"row": row, "why": why} for row, _name, why in filled.unknown_people],
        "left_over": filled.left_over,
    }


def _lines(task: "SuperiorForm", filled: "Filled", out: Path) -> Iterator[str]:
    from mengzhan.sheets.grid import column_letters

    yield from aligned(
        ["列", "栏名", "填的是", "填了几格"],
        [
            [
                column_letters(column.index),
                column.header,
                _meaning(task, column.path) if column.is_sure else "没把握，留空",
                str(filled.by_column.get(column.index, 0)),
            ]
            for column in task.columns
        ],
    )
    for one in filled.fixed:
        yield f"另填：{one.label} {one.text}"
    for left in filled.empty:
        yield f"留空：{left.header} {len(left.rows)} 格（{_WHY.get(left.why, left.why)}）"
    for row, name, why in filled.unknown_people:
        yield f"第 {row} 行 {name}：{_WHY.get(why, why)}，没有填"
    if filled.left_over:
        yield f"还有 {filled.left_over} 条放不下，这张表加不了行。请分成几张表。"
    yield f"填了 {filled.written} 格，写到 {out}"


def _meaning(task: "SuperiorForm", path: str) -> str:
    item = task.words.field(path) if path else None
    return item.label if item else {"": "不填"}.get(path, "算出来的")


COMMANDS: tuple[click.Command, ...] = (fill,)
