"""``mengzhan fill``: a superior's blank form, filled from the records and otherwise untouched."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import choose_columns, kind_of, read_filter

if TYPE_CHECKING:
    from mengzhan.sheets.filling.filledform import Filled
    from mengzhan.sheets.filling.formtask import FormTask
    from mengzhan.store.session import Session

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@click.argument("form", type=_FILE)
@click.argument("out", type=_NEW_FILE)
@click.option("--kind", default="", metavar="KIND", help="用哪种记录填；默认看表头，多半是人员。")
@click.option("--sheet", default="", metavar="NAME", help="工作表名；默认最像的一张。")
@click.option(
    "--where", "tests", multiple=True, metavar="FIELD=VALUE", help="填哪些记录，可写多个。"
)
@click.option("--profile", type=_FILE, metavar="P", help="列对照方案文件（.json）。")
@click.option(
    "--column", "chosen", multiple=True, metavar="C=FIELD", help="指定一列，C 是列号或栏名。"
)
@click.option("--save-profile", type=_NEW_FILE, metavar="OUT", help="把列对照存成方案文件。")
@click.option("--purpose", default="", metavar="TEXT", help="写出完整证件号、电话的用途。")
@click.option("--replace", "replacing", is_flag=True, help="换掉已有的同名文件。")
@common
def fill(call: Call, form: Path, out: Path, kind: str, **more: Any) -> None:
    """填好上级发的空白表，版式、公式、下拉都不动；没把握的格留空并说明原因。"""
    with call.session() as session:
        _refuse_existing(out, more)
        task = _open(session, form, kind, more)
        filled = _fill(task, more["tests"])
        if more["save_profile"] is not None:
            task.save_profile(more["save_profile"])
        task.write(filled, out, more["purpose"] or form.stem)
        call.answer(_document(task, filled, out), list(_lines(task, filled, out)))


def _refuse_existing(out: Path, more: Mapping[str, Any]) -> None:
    for path in filter(None, (out, more["save_profile"])):
        if path.exists() and not more["replacing"]:
            words = "已有同名文件，没有动它：{name}。要换掉请加 --replace。"
            raise refusal("EXPORT_EXISTS", words, name=path.name)


def _open(session: "Session", path: Path, kind: str, more: Mapping[str, Any]) -> "FormTask":
    from mengzhan.sheets.filling.formtask import open_form

    catalogue = session.catalogue
    wanted = kind_of(catalogue, kind or "person")
    task = open_form(session, path, wanted, more["sheet"], exactly=bool(kind))
    if more["profile"] is not None:
        task.load_profile(more["profile"])
    choose_columns(task.form, more["chosen"])
    return task


def _fill(task: "FormTask", tests: tuple[str, ...]) -> "Filled":
    from mengzhan.sheets.filling.linked import with_linked

    reader, kind = task.session.read(), task.kind
    where = read_filter(task.session, kind, tests)
    records = with_linked(reader, kind, reader.matching(kind.name, where))
    return task.filling(records).fill(task.data)


# The answer ------------------------------------------------------------------------------------


def _document(task: "FormTask", filled: "Filled", out: Path) -> dict[str, Any]:
    from mengzhan.sheets.grid import cell_name

    form = task.form
    return {
        "file": str(out),
        "kind": task.kind.name,
        "sheet": form.form.sheet.name,
        "known": task.known is not None,
        "changes": _changes(task),
        "columns": [
            {
                "column": form.place(column),
                "header": column.header,
                "field": column.path or None,
                "sure": round(column.sure, 2),
                "filled": filled.by_column.get(column.index, 0),
            }
            for column in form.columns
        ],
        "fixed": [
            {"cell": cell_name(one.row, one.column), "label": one.label, "taken_for": one.what}
            for one in filled.fixed
        ],
        "rows": len(form.rows()),
        "named": len(form.named()),
        "records": filled.records,
        "filled": filled.written,
        "counted": filled.counted,
        "empty": [
            {"header": one.header, "why": one.why, "rows": list(one.rows)} for one in filled.empty
        ],
        "unknown_people": [{"row": one.row, "why": one.why} for one in filled.unfound],
        "left_over": filled.left_over,
    }


def _changes(task: "FormTask") -> dict[str, Any] | None:
    """How the form differs from the one filled before, if it is another issue of it."""
    change = task.change
    if change is None:
        return None
    return {
        "added": list(change.added),
        "gone": list(change.gone),
        "renamed": [{"from": old, "to": new} for old, new in change.new_names],
        "moved": list(change.moved_headers),
    }


def _lines(task: "FormTask", filled: "Filled", out: Path) -> Iterator[str]:
    from mengzhan.sheets.filling.formwords import changes, meaning, reason

    form = task.form
    if task.change is not None and (said := "；".join(map(str, changes(task.change)))):
        yield f"与上次比：{said}"
    yield from aligned(
        ["列", "栏名", "填的是", "填了几格"],
        [
            [
                form.place(column),
                column.header,
                str(meaning(column.path, form.words)) if column.is_sure else "没把握，留空",
                str(filled.by_column.get(column.index, 0)),
            ]
            for column in form.columns
        ],
    )
    for one in filled.fixed:
        yield f"另填：{one.shown}"
    for left in filled.empty:
        yield f"留空：{left.header} {len(left.rows)} 格（{reason(left.why)}）"
    for someone in filled.unfound:
        yield f"第 {someone.row} 行 {someone.name}：{reason(someone.why)}，没有填"
    if filled.left_over:
        yield f"还有 {filled.left_over} 条放不下，这张表加不了行。请分成几张表。"
    yield f"填了 {filled.written} 格，写到 {out}"


COMMANDS: tuple[click.Command, ...] = (fill,)
