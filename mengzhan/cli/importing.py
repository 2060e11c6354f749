"""``mengzhan import``: a ledger from Excel, WPS or a text file, with everything it would do first."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import kind_of, read_columns, read_pairs

if TYPE_CHECKING:
    from mengzhan.sheets.importing.intake import Import
    from mengzhan.sheets.importing.mapping import MappedColumn
    from mengzhan.sheets.importing.plan import Plan
    from mengzhan.sheets.importing.planned import Planned
    from mengzhan.sheets.importing.row import CellProblem
    from mengzhan.store.session import ChangeSet, Session

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_SHOWN = 20


@click.command("import", cls=Command)
@click.argument("file", type=_FILE)
@click.option("--kind", default="", metavar="KIND", help="哪种记录；蒙站写出的表可以不写。")
@click.option("--sheet", default="", metavar="NAME", help="工作表名；默认最像的一张。")
@click.option("--profile", type=_FILE, metavar="P", help="列对照方案文件（.json）。")
@click.option(
    "--column", "chosen", multiple=True, metavar="C=FIELD", help="指定一列，C 是列号或栏名。"
)
@click.option("--set", "constants", multiple=True, metavar="FIELD=VALUE", help="整份表都一样的值。")
@click.option(
    "--same",
    type=click.Choice(["ask", "keep", "fill", "take"]),
    default="ask",
    help="已有同一人时：等决定（默认）、保留库里的、只补空、以表为准。",
)
@click.option("--results", type=_NEW_FILE, metavar="OUT", help="没有导入的行写成工作簿。")
@click.option("--save-profile", type=_NEW_FILE, metavar="OUT", help="把列对照存成方案文件。")
@click.option("--dry-run", is_flag=True, help="只看会怎样，什么也不写。")
@common
def import_(call: Call, file: Path, kind: str, **more: Any) -> None:
    """导入一份台账：先核对每一格，没有错的行一次写入，可以整批撤销。"""
    with call.session() as session:
        task = _task(session, file, kind, more)
        plan = task.plan()
        if more["same"] != "ask":
            plan.decide_same(more["same"])
        # Files first: an import is not told as failed because a folder was missing.
        results = _files(task, plan, more)
        done = None if more["dry_run"] else _write(session, task, plan)
        document = _document(session, task, plan, done) | {"results": results}
        call.answer(document, _lines(task, plan, document, dry=more["dry_run"]))


def _task(session: "Session", file: Path, kind: str, more: Mapping[str, Any]) -> "Import":
    from mengzhan.sheets.importing.intake import Import, candidates, load
    from mengzhan.sheets.importing.memory import load_layout
    from mengzhan.sheets.ledgers.marker import read_marker

    for option in ("results", "save_profile"):
        if more[option] is not None and more[option].exists():
            raise refusal(
                "IMPORT_EXISTS", "已有同名文件，没有覆盖：{name}。", name=more[option].name
            )
    book = load(file)
    marker = read_marker(book)
    if kind:
        declared = kind_of(session.catalogue, kind)
    elif marker is not None and marker.kind in session.catalogue:
        declared = session.catalogue[marker.kind]
    else:
        found = candidates(book, session.catalogue)
        if not found:
            raise refusal("IMPORT_KIND", "看不出是哪种台账。请加 --kind。")
        declared = session.catalogue[found[0].kind]
    task = Import(session, book, declared, more["sheet"])
    if more["profile"] is not None:
        task.choose_all(load_layout(more["profile"], declared.name))
    words = task.words
    chosen = read_columns(more["chosen"], task.column_called, words.accepts, words.paths)
    task.choose_all(chosen)
    typed = read_pairs(session, declared, more["constants"])
    wrong = next((problem for problem in typed.problems if problem.blocks), None)
    if wrong is not None:
        name, hint = wrong.field, str(wrong.hint)
        raise refusal("IMPORT_CONSTANT", "--set {name} 的值不对：{hint}", name=name, hint=hint)
    for name, value in typed.values.items():
        if value is None:
            raise refusal("IMPORT_CONSTANT", "--set {name} 后面没有值。", name=name)
    task.constants.update(typed.values)
    return task


def _write(session: "Session", task: "Import", plan: "Plan") -> "ChangeSet":
    from mengzhan.sheets.importing.memory import remember

    done = session.run(plan.operation(), f"import {task.kind.name}")
    if task.returning is None:
        remember(session, task.kind.name, task.table, task.columns)
    return done


def _files(task: "Import", plan: "Plan", more: Mapping[str, Any]) -> str | None:
    """Write the files that were asked for; return that of the results, if there is one."""
    from mengzhan.sheets.importing.memory import save_layout
    from mengzhan.sheets.importing.results import left_out, write_results

    if more["save_profile"] is not None:
        save_layout(more["save_profile"], task.kind.name, task.columns)
    if more["results"] is None or not any(left_out(plan)):
        return None
    write_results(more["results"], task, plan, keep=not more["dry_run"])
    return str(more["results"])


# The answer ------------------------------------------------------------------------------------


def _document(
    session: "Session", task: "Import", plan: "Plan", done: "ChangeSet | None"
) -> dict[str, Any]:
    from mengzhan.sheets.importing.planned import Intent

    counts = plan.counts()
    table = task.table
    return {
        "kind": task.kind.name,
        "sheet": table.sheet.name,
        "header_rows": [row + 1 for row in range(table.header_top, table.header_bottom + 1)],
        "columns": [_column(column) for column in task.columns],
        "rows": len(table.records),
        "not_records": [
            {"row": skipped.row + 1, "why": skipped.why}
            for skipped in table.skipped
            if skipped.why != "blank"
        ],
        "hidden_rows": [row + 1 for row in table.records if row in table.sheet.hidden_rows],
        "problems": [_problem(problem) for problem in plan.problems()],
        "repairs": [
            {
                "column": _letters(repair.column),
                "sort": repair.sort,
                "before": repair.before,
                "after": repair.after,
                "rows": rows,
            }
            for repair, rows in plan.repairs.items()
        ],
        "duplicates": [_duplicate(session, p) for p in plan.planned if p.resemblance is not None],
        "counts": {intent.value: counts[intent] for intent in Intent},
        "made": dict(Counter(made.kind for made in plan.made().values())),
        "contacts": _contacts(task, plan),
        "written": len(done.records) if done is not None else 0,
        "action": done.action if done is not None and done.records else None,
        "dry_run": done is None,
    }


def _contacts(task: "Import", plan: "Plan") -> dict[str, Any]:
    """The contacts that columns of their own tell of (第一次回访, 第二次回访)."""
    from mengzhan.sheets.importing.contacts import CONTACTS

    following = plan.following()
    return {
        "kind": CONTACTS.get(task.kind.name),
        "new": following.count,
        "stored": [{"row": row, "day": day} for row, day in following.stored],
    }


def _column(column: "MappedColumn") -> dict[str, Any]:
    return {
        "column": _letters(column.index),
        "header": column.header,
        "field": column.path or None,
        "sure": round(column.sure, 2),
        "how": column.how or None,
        "taken": column.taken and column.is_sure,
        "others": [{"field": path, "sure": round(sure, 2)} for path, sure in column.others],
    }


def _problem(found: "CellProblem") -> dict[str, Any]:
    from mengzhan.sheets.grid import cell_name

    problem = found.problem
    return {
        "row": found.row,
        "column": None if found.column is None else _letters(found.column),
        "cell": None if found.column in (None, -1) else cell_name(found.row - 1, found.column or 0),
        "field": problem.field,
        "code": problem.code,
        "value": problem.value if isinstance(problem.value, str | int | bool) else None,
        "hint": str(problem.hint),
        "severity": "block" if found.blocks else "warn",
        "kept_in_note": found.kept,
        "suggestions": list(found.suggestions),
    }


def _duplicate(session: "Session", planned: "Planned") -> dict[str, Any]:
    alike = planned.resemblance
    assert alike is not None  # noqa: S101 - only such rows are asked for
    return {
        "row": planned.row.number,
        "record": alike.record or None,
        "other_row": alike.row,
        "reason": str(alike.suspicion.reason),
        "weight": alike.suspicion.weight,
        "differing": sorted(alike.differing),
        "intent": planned.intent.value,
    }


def _letters(column: int) -> str:
    from mengzhan.sheets.grid import column_letters

    return column_letters(column) if column >= 0 else ""


def _lines(task: "Import", plan: "Plan", document: Mapping[str, Any], *, dry: bool) -> list[str]:
    from mengzhan.sheets.importing.results import INTENT_WORDS

    rows = ", ".join(map(str, document["header_rows"]))
    lines = [
        f"{task.kind.label} · 工作表 {document['sheet'] or '（文本）'}，表头第 {rows} 行，"
        f"记录 {document['rows']} 行",
        *aligned(["列", "栏名", "导入为"], [_column_line(task, c) for c in task.columns]),
    ]
    problems = list(plan.problems())
    lines += [_problem_line(found) for found in problems[:_SHOWN]]
    lines += [
        f"没有一列给出{item.label}，每一行都要有；整份表都一样就加 --set {item.name}=…"
        for item in task.needed
    ]
    if len(problems) > _SHOWN:
        lines.append(f"……共 {len(problems)} 处，用 --json 看全部")
    if document["results"]:
        lines.append(f"没有导入的行已写成：{document['results']}")
    counts = plan.counts()
    lines.append("、".join(f"{INTENT_WORDS[i]} {n} 行" for i, n in counts.items()) or "没有记录")
    contacts = document["contacts"]
    if contacts["new"] or contacts["stored"]:
        label = task.session.catalogue[contacts["kind"]].label
        lines.append(
            f"{label} {contacts['new']} 条，另有 {len(contacts['stored'])} 次当天已经记过，不再记"
        )
    if dry:
        lines.append("只是试算，什么也没有写入。")
    elif document["action"]:
        lines.append(
            f"已写入 {document['written']} 条，整批可撤销：mengzhan undo {document['action']}"
        )
    else:
        lines.append("没有要写入的。")
    return lines


def _column_line(task: "Import", column: "MappedColumn") -> list[str]:
    from mengzhan.sheets.importing.contacts import UNDATED
    from mengzhan.sheets.importing.headers import path_meaning

    said = "不导入（没有日期）" if column.path == UNDATED else "不导入"
    if column.path and not column.path.startswith("-"):
        said = str(path_meaning(column.path, task.words))
        said += "" if column.is_sure else "？（不确定，没有导入）"
    return [_letters(column.index), column.header, said]


def _problem_line(found: "CellProblem") -> str:
    where = f"第 {found.row} 行 {'' if found.column is None else _letters(found.column) + ' 列'}"
    lead = "要改" if found.blocks else "提醒"
    return f"{where} {lead} · {found.problem.hint}"


COMMANDS: tuple[click.Command, ...] = (import_,)
