"""Records: add, edit, list, show, search, history, remove, erase."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.failures import describe_problem, problem_line
from mengzhan.cli.rows import aligned, document_of, plain, shown
from mengzhan.cli.typed import (
    field_of,
    kind_of,
    known_already,
    read_filter,
    read_pairs,
    with_prefills,
)
from mengzhan.model.fold import SYSTEM_FIELDS, fold
from mengzhan.model.kind import Kind
from mengzhan.model.problem import Problem
from mengzhan.rules import operations
from mengzhan.rules.changes import Changed, changes_of
from mengzhan.rules.filters import Filter, OneOf

if TYPE_CHECKING:
    from mengzhan.model.fold import State
    from mengzhan.rules.ads.hits import Hit
    from mengzhan.store.driver import Connection
    from mengzhan.store.session import Session

_CHUNK = 500


@click.command(cls=Command)
@click.argument("kind")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE…")
@common
def add(call: Call, kind: str, values: Sequence[str]) -> None:
    """新增一条记录；值按表单的规则读入和检查，有错就一条也不存。"""
    with call.session() as session:
        declared = kind_of(session.catalogue, kind)
        typed = read_pairs(session, declared, values)
        filled = with_prefills(session, declared, typed)
        wrong = {problem.field for problem in typed.problems if problem.blocks}
        checked = [p for p in declared.check(filled, session.today()) if p.field not in wrong]
        problems = _once([*typed.problems, *checked, *known_already(session, declared, filled)])
        _reject(problems)
        record = session.new_id()
        done = session.run(operations.add(declared.name, filled, record), f"add {declared.name}")
        warnings = [problem for problem in problems if not problem.blocks]
        call.answer(
            {
                "id": record,
                "kind": declared.name,
                "action": done.action,
                "warnings": [describe_problem(problem) for problem in warnings],
            },
            [f"已新增{declared.label} {record}", *map(problem_line, warnings)],
        )


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """The same problem found while reading and while checking counts once."""
    return list({(p.field, p.code, str(p.hint)): p for p in problems}.values())


def _reject(problems: Sequence[Problem]) -> None:
    if any(problem.blocks for problem in problems):
        raise operations.Rejected([problem for problem in problems if problem.blocks])


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE…")
@common
def edit(call: Call, record: str, values: Sequence[str]) -> None:
    """修改一条记录；空值（字段=）表示清空。"""
    with call.session() as session:
        declared = _declared(session, record)
        typed = read_pairs(session, declared, values)
        _reject(typed.problems)
        done = session.run(operations.edit(record, typed.values), f"edit {declared.name}")
        changed = sorted({name for entry in done.entries for name in entry.set or ()})
        answered(session, record, changed)
        words = "已修改：" + "、".join(_labels(declared, changed)) if changed else "没有变化。"
        call.answer(
            {
                "id": record,
                "kind": declared.name,
                "action": done.action if changed else None,
                "changed": changed,
                "warnings": [describe_problem(problem) for problem in typed.problems],
            },
            [words, *map(problem_line, typed.problems)],
        )


def answered(session: "Session", record: str, fields: Sequence[str]) -> None:
    """Take what was just changed off the office's list of things to fix."""
    all_answered(session, [(record, fields)])


def all_answered(session: "Session", changed: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Like ``answered`` for many: pairs of a record and its fields, in one transaction."""
    from mengzhan.store.exchange import Exchange

    told = [(record, fields) for record, fields in changed if fields]

    def close(connection: "Connection") -> None:
        for record, fields in told:
            Exchange(connection).close_verdicts(record, fields)

    if told:
        session.store.writer.run(close)


def _labels(kind: Kind, names: Sequence[str]) -> list[str]:
    known = {item.name: item.label for item in kind}
    return [known.get(name, name) for name in names]


def _declared(session: "Session", record: str) -> Kind:
    """Return the kind of a record.

    Raises:
        NoSuchRecord: there is none, or a newer version made its kind.
    """
    kind = session.catalogue.get(session.read().kind_of(record) or "")
    if kind is None:
        raise operations.NoSuchRecord
    return kind


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
@common
def list_records(
    call: Call, kind: str, tests: Sequence[str], sort: str, desc: bool, limit: int, faulty: bool
) -> None:
    """列出一种记录。"""
    with call.session() as session:
        declared, reader = kind_of(session.catalogue, kind), session.read()
        order = field_of(declared, sort) if sort else None
        if sort and order is None:
            raise refusal("FIELD_UNKNOWN", "没有这个排序字段。请用 show 看字段名。")
        name = order.name if order else ""
        where = read_filter(session, declared, tests)
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
            [*(item.label for item in columns), *(["广告问题"] if faulty else []), "编号"],
            [
                [
                    *(shown(reader, i, row.get(i.name), unmask=call.unmask) for i in columns),
                    *([_fault_words(faults[row["id"]])] if faulty else []),
                    row["id"],
                ]
                for row in records
            ],
        )
        documents = [
            {"id": row["id"], **document_of(reader, declared, row, unmask=call.unmask)}
            for row in records
        ]
        for document in documents if faulty else ():
            document["fault"] = _fault(faults[document["id"]])
        call.answer(
            {"kind": declared.name, "total": len(ids), "rows": documents},
            [*lines, f"共 {len(ids)} 条，列出 {len(records)} 条。"],
        )


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


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@common
def show(call: Call, record: str) -> None:
    """显示一条记录的全部内容。"""
    with call.session() as session:
        declared, reader = _declared(session, record), session.read()
        state = fold(reader.entries(record), reader.journal.doubts())
        content = document_of(reader, declared, state.values, unmask=call.unmask)
        links = reader.links_to(record)
        document: dict[str, Any] = {
            "id": record,
            "kind": declared.name,
            "title": reader.title(declared.name, record),
            **content,
            "newer": sorted(_newer(declared, state)),
            "station": state.values.get("station"),
            "same_as": state.values.get("same_as"),
            "deleted": state.deleted,
            "erased": state.erased,
            "conflicts": sorted(name for name in state.rivals if declared.is_hard(name)),
            "links": [{"kind": k.kind, "id": k.record, "field": k.field} for k in links],
        }
        rows = [[item.label, content["shown"].get(item.name, "")] for item in declared]
        lines = aligned([declared.label, document["title"]], [row for row in rows if row[1]])
        call.answer(document, [*lines, *_remarks(document)])


def _newer(kind: Kind, state: "State") -> list[str]:
    return [n for n in state.values if kind.get(n) is None and n not in SYSTEM_FIELDS]


def _remarks(document: dict[str, Any]) -> list[str]:
    remarks = []
    if document["erased"]:
        remarks.append("这条记录已按删除权删除，只留下统计需要的内容。")
    elif document["deleted"]:
        remarks.append("这条记录已移除，可以撤销。")
    if document["same_as"]:
        remarks.append(f"已并入 {document['same_as']}")
    if document["conflicts"]:
        remarks.append("有冲突待确认：" + "、".join(document["conflicts"]))
    if document["newer"]:
        remarks.append("较新版本的内容：" + "、".join(document["newer"]))
    if document["links"]:
        remarks.append(f"有 {len(document['links'])} 条记录引用它。")
    return remarks


@click.command(cls=Command)
@click.argument("text")
@click.option("--kind", default="", help="只查一种记录。")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="最多几条。")
@common
def search(call: Call, text: str, kind: str, limit: int) -> None:
    """查找：汉字、拼音、首字母、证件号或电话的几位数字。"""
    with call.session() as session:
        name = kind_of(session.catalogue, kind).name if kind else ""
        reader = session.read()
        hits = [
            {"kind": found, "id": record, "title": reader.title(found, record)}
            for found, record in reader.search(text, name, limit)
        ]
        label = {k.name: k.label for k in session.catalogue.values()}
        rows = [[label.get(h["kind"], h["kind"]), h["title"], h["id"]] for h in hits]
        lines = aligned(["类别", "标题", "编号"], rows) if rows else []
        call.answer({"total": len(hits), "hits": hits}, [*lines, f"找到 {len(hits)} 条。"])


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@common
def history(call: Call, record: str) -> None:
    """一条记录的全部改动：什么时候、谁、改了什么。"""
    with call.session() as session:
        declared = _declared(session, record)
        from mengzhan.store.operators import operator_names

        names = operator_names(session)
        entries = [
            _entry(session, declared, changed, names, unmask=call.unmask)
            for changed in reversed(changes_of(session.read().entries(record)))
        ]
        rows = [
            [e["wall"][:16].replace("T", " "), e["operator"], e["words"], _changes(declared, e)]
            for e in entries
        ]
        lines = aligned(["时间（UTC）", "操作员", "操作", "内容"], rows)
        call.answer({"id": record, "kind": declared.name, "entries": entries}, lines)


def _entry(
    session: "Session", kind: Kind, changed: Changed, names: dict[str, str], *, unmask: bool
) -> dict[str, Any]:
    reader, entry = session.read(), changed.entry
    changes: dict[str, dict[str, Any]] = {}
    for change in changed.fields:
        name, value, item = change.field, change.after, kind.get(change.field)
        if item is None:
            changes[name] = {"value": value if unmask or name in _OPEN else None, "shown": ""}
        else:
            changes[name] = {
                "value": plain(item, value, unmask=unmask),
                "shown": shown(reader, item, value, unmask=unmask),
            }
    return {
        "at": entry.at,
        "wall": entry.wall,
        "actor": entry.actor,
        "operator": names.get(entry.actor, entry.actor[:8]),
        "action": entry.action,
        "words": entry.words,
        "op": entry.op,
        "replica": entry.replica,
        "seq": entry.seq,
        "changes": changes,
    }


_OPEN = ("station", "same_as", "deleted")
"""Fields outside the declaration whose values tell nothing of a person."""


def _changes(kind: Kind, entry: dict[str, Any]) -> str:
    changes = entry["changes"]
    parts = [f"{i.label}={changes[i.name]['shown']}" for i in kind if i.name in changes]
    return "，".join(parts) or "、".join(entry["changes"])


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@common
def remove(call: Call, record: str) -> None:
    """移除一条记录；可以撤销。"""
    with call.session() as session:
        declared = _declared(session, record)
        done = session.run(operations.remove(record), f"remove {declared.name}")
        call.answer(
            {"id": record, "kind": declared.name, "action": done.action if done.entries else None},
            ["已移除，可用 undo 撤销。" if done.entries else "早已移除，没有变化。"],
        )


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@click.option("--yes", is_flag=True, help="确认：不能撤销。")
@common
def erase(call: Call, record: str, yes: bool) -> None:
    """按删除权彻底删除一条记录；不能撤销。"""
    from mengzhan.rules.erasure import erase as forget

    with call.session() as session:
        declared = _declared(session, record)
        if not yes:
            words = "彻底删除不能撤销。确定要删，请再加 --yes。"
            raise refusal("ERASE_UNCONFIRMED", words)
        done = session.run(forget(record), f"erase {declared.name}")
        cleaned = len({entry.record for entry in done.entries} - {record})
        call.answer(
            {"id": record, "kind": declared.name, "action": done.action, "redacted": cleaned},
            [f"已彻底删除；另有 {cleaned} 条记录里提到的内容也已抹去。"],
        )


COMMANDS = (add, edit, list_records, show, search, history, remove, erase)
