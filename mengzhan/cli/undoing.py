"""Undo, redo, and settling conflicts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.records import all_answered, answered
from mengzhan.cli.rows import aligned, plain, shown
from mengzhan.cli.typed import field_of, read_pairs
from mengzhan.model.fold import effective_sets
from mengzhan.rules import operations
from mengzhan.rules.undo import REDO, UNDO, next_redo, next_undo, plan_undo
from mengzhan.rules.undo import undo as undo_operation

if TYPE_CHECKING:
    from mengzhan.store.session import ChangeSet, Session

_REASONS = {
    "changed": "后来又改过",
    "conflict": "撤销后会重新出现两个不同的值",
    "linked": "有别的记录引用它",
}


@click.command(cls=Command)
@click.argument("action", required=False)
@click.option(
    "--choose",
    multiple=True,
    metavar="ID:FIELD",
    help="后来改过的也撤销；* 代表整条记录。可写多个。",
)
@common
def undo(call: Call, action: str | None, choose: Sequence[str]) -> None:
    """撤销一次操作；不写编号就撤销最近一次。"""
    with call.session() as session:
        target = action or _newest(session, UNDO)
        _take_back(call, session, target, UNDO, [_choice(text) for text in choose])


@click.command(cls=Command)
@click.argument("action", required=False)
@common
def redo(call: Call, action: str | None) -> None:
    """重做：撤销最近一次撤销。"""
    with call.session() as session:
        _take_back(call, session, action or _newest(session, REDO), REDO, [])


def _choice(text: str) -> tuple[str, str]:
    record, colon, name = text.rpartition(":")
    if not colon or not record or not name:
        raise refusal("CHOICE_UNREADABLE", "--choose 要写成 编号:字段，或 编号:* 。")
    return record, name


def _newest(session: "Session", words: str) -> str:
    find = next_redo if words == REDO else next_undo
    found = find(session.read(), session.replica)
    if found:
        return found
    raise refusal("UNDO_NOTHING", "没有可以撤销或重做的操作。")


def _take_back(
    call: Call, session: "Session", action: str, words: str, chosen: list[tuple[str, str]]
) -> None:
    plan = plan_undo(session.read(), action, chosen)
    # When everything is left to choose, that is the answer; nothing is written.
    done = session.run(undo_operation(action, chosen), words) if plan.changes else None
    if done is None and not plan.left:
        undo_operation(action, chosen)(session.read(), session.desk())
    left: list[dict[str, Any]] = [
        {"kind": item.kind, "id": item.record, "field": item.field, "reason": item.reason}
        for item in plan.left
    ]
    records = _records(done)
    _tell_answered(session, done)
    lines = [f"已{'重做' if words == REDO else '撤销'} {len(records)} 条记录的改动。"]
    if left:
        lines += [f"有 {len(left)} 处没有动；仍要撤销的，用 --choose 编号:字段 逐个选："]
        lines += [f"  {i['id']}:{i['field']}  {_REASONS[i['reason']]}" for i in left]
    call.answer(
        {
            "action": done.action if done else None,
            "undone": action,
            "records": records,
            "left": left,
        },
        lines,
    )


def _records(done: "ChangeSet | None") -> list[dict[str, str]]:
    pairs = sorted(done.records) if done else []
    return [{"kind": kind, "id": record} for kind, record in pairs]


def _tell_answered(session: "Session", done: "ChangeSet | None") -> None:
    entries = done.entries if done else ()
    all_answered(session, ((entry.record, list(entry.set or {})) for entry in entries))


@click.command(cls=Command)
@common
def conflicts(call: Call) -> None:
    """列出两边改得不一样、等人确认的字段。"""
    with call.session() as session:
        found = [
            _conflict(session, kind, record, name, unmask=call.unmask)
            for kind, record, name in session.read().conflicts()
        ]
        rows = [
            [c["title"], c["label"], " ／ ".join(v["shown"] for v in c["values"]), c["id"]]
            for c in found
        ]
        lines = aligned(["记录", "字段", "现值 ／ 其他值", "编号"], rows) if rows else []
        call.answer(
            {"total": len(found), "conflicts": found}, [*lines, f"共 {len(found)} 处待确认。"]
        )


def _conflict(
    session: "Session", kind: str, record: str, name: str, *, unmask: bool
) -> dict[str, Any]:
    reader = session.read()
    declared, state = session.catalogue.get(kind), reader.state(record)
    item = declared.get(name) if declared else None
    sets = effective_sets(reader.entries(record))
    values = []
    for entry in state.rivals.get(name, []) if state else []:
        value = sets[entry.mark][name]
        values.append(
            {
                "value": plain(item, value, unmask=unmask) if item else None,
                "shown": shown(reader, item, value, unmask=unmask) if item else "",
                "wall": entry.wall,
                "entry": entry.mark,
            }
        )
    return {
        "kind": kind,
        "id": record,
        "title": reader.title(kind, record),
        "field": name,
        "label": item.label if item else name,
        "values": values,
    }


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@click.argument("name", metavar="FIELD")
@click.argument("value", required=False)
@click.option("--keep", metavar="ENTRY", help="取 conflicts 列出的一个值。")
@common
def settle(call: Call, record: str, name: str, value: str | None, keep: str | None) -> None:
    """确认一处冲突：写出正确的值，或用 --keep 取其中一个；都不写就保留现值。"""
    with call.session() as session:
        state = operations.present(session.read(), record)
        kind = session.catalogue.get(state.kind)
        item = field_of(kind, name) if kind else None
        if kind is None or item is None or item.name not in state.rivals:
            raise refusal("NO_CONFLICT", "这个字段没有冲突。请用 conflicts 查看待确认的。")
        chosen = state.values.get(item.name)
        if value is not None:
            typed = read_pairs(session, kind, [f"{item.name}={value}"])
            if any(problem.blocks for problem in typed.problems):
                raise operations.Rejected(typed.problems)
            chosen = typed.values[item.name]
        elif keep is not None:
            if keep not in {entry.mark for entry in state.rivals[item.name]}:
                raise refusal("NO_CONFLICT", "没有这个值。请用 conflicts 查看 entry 一栏。")
            chosen = effective_sets(session.read().entries(record))[keep][item.name]
        done = session.run(operations.settle(record, item.name, chosen), f"settle {kind.name}")
        answered(session, record, [item.name])
        call.answer(
            {
                "id": record,
                "kind": kind.name,
                "field": item.name,
                "value": plain(item, chosen, unmask=call.unmask),
                "action": done.action,
            },
            [f"已确认：{item.label}={shown(session.read(), item, chosen, unmask=call.unmask)}"],
        )


COMMANDS = (undo, redo, conflicts, settle)
