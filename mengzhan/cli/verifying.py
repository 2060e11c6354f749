"""``mengzhan verify …``: lists to verify, made, worked through and filled back into their workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import choose_columns, code_of, day_of, read_pairs, record_of
from mengzhan.model.codes import code_table

if TYPE_CHECKING:
    from mengzhan.rules.reader import Operation
    from mengzhan.rules.verifying import ListLine
    from mengzhan.store.session import Session

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


verify = Group("verify", help="清单核实：列名单、逐条记结果、填回原表。")


@verify.command(cls=Command, name="new")
@click.option(
    "--rule", "name", default="", metavar="RULE", help="按规则找人；规则名写错会列出能用的。"
)
@click.option("--months", type=click.IntRange(1, 600), help="满几个月；不写按规则自己的。")
@click.option("--from", "path", type=_FILE, metavar="XLSX", help="上级发的名单表。")
@click.option("--sheet", default="", metavar="NAME", help="工作表名；默认最像的一张。")
@click.option("--title", default="", metavar="TEXT", help="清单叫什么。")
@click.option("--source", default="", metavar="CODE", help="谁要的；名单表要写，如 2。")
@click.option("--due", default="", metavar="DAY", help="期限。")
@common
def new_list(call: Call, name: str, path: Path | None, **more: Any) -> None:
    """列一张清单：--rule 自己找，或 --from 读上级发的名单表。"""
    from mengzhan.rules.verifying import read_lines

    if bool(name) == (path is not None):
        raise refusal("LIST_FROM", "请写 --rule 规则 或 --from 名单表，二选一。")
    with call.session() as session:
        task = session.new_id()
        if path is not None:
            operation, unfound = _of_workbook(session, path, task, more)
        else:
            operation, unfound = _of_rule(session, name, task, more), []
        done = session.run(operation, "add task")
        lines = read_lines(session.read(), task)
        strangers = sum(line.stranger is not None for line in lines)
        title = session.read().title("task", task)
        document = {
            "list": task,
            "action": done.action,
            "title": title,
            "people": len(lines) - strangers,
            "strangers": strangers,
            "unfound": unfound,
        }
        call.answer(
            document,
            [f"{title}：登记过的 {len(lines) - strangers} 人，本站没有的 {strangers} 人", task],
        )


def _due(session: "Session", text: str) -> str:
    return day_of(session, text).isoformat() if text else ""


def _of_rule(session: "Session", name: str, task: str, more: dict[str, Any]) -> "Operation":
    from mengzhan.rules.cleaning import RULES, people_to_verify, rule_called
    from mengzhan.rules.verifying import OWN_LIST, make_list

    rule = rule_called(name)
    if rule is None:
        names = "、".join(f"{rule.name}（{rule.title(rule.months)}）" for rule in RULES)
        raise refusal("RULE_UNKNOWN", "没有这条规则。可用：{names}。", names=names)
    months = more["months"] or rule.months
    today, label = session.today(), str(rule.title(months))
    people = people_to_verify(session.read(), rule, session.place.code, today, months)
    title, due = more["title"] or f"{label} {today.isoformat()}", _due(session, more["due"])
    source = more["source"] or OWN_LIST
    return make_list(title, people, source=source, content=label, due_on=due, record=task)


def _of_workbook(
    session: "Session", path: Path, task: str, more: dict[str, Any]
) -> tuple["Operation", list[dict[str, Any]]]:
    from mengzhan.rules.verifying import make_list
    from mengzhan.sheets.namelist import read_name_list

    source = code_of("task_source", more["source"])
    if source is None:
        codes = "、".join(f"{c.code} {c.label}" for c in code_table("task_source").offered)
        raise refusal("SOURCE_NEEDED", "名单是谁发的？请写 --source：{codes}。", codes=codes)
    found = read_name_list(session, path, more["sheet"])
    operation = make_list(
        more["title"] or found.title,
        found.people,
        found.strangers,
        source=source.code,
        due_on=_due(session, more["due"]),
        record=task,
    )
    return operation, [{"row": one.row, "why": one.why} for one in found.unfound]


@verify.command(cls=Command, name="lists")
@common
def lists(call: Call) -> None:
    """没完成的清单，各剩几条。"""
    from mengzhan.rules.verifying import standing_lists

    with call.session() as session:
        found = [
            {
                "id": one.task,
                "title": one.values.get("title"),
                "due_on": one.values.get("due_on"),
                **one.counts,
            }
            for one in standing_lists(session.read())
        ]
        names = ("title", "open", "pending", "done", "due_on", "id")
        rows = [[str(one[name] or "") for name in names] for one in found]
        heads = ["清单", "没核实", "待核实", "核实过", "期限", "编号"]
        call.answer({"lists": found}, aligned(heads, rows) if rows else ["没有要核实的清单。"])


@verify.command(cls=Command, name="left")
@click.argument("task", metavar="LIST")
@click.option("--all", "everything", is_flag=True, help="核实过的也列出。")
@common
def left(call: Call, task: str, everything: bool) -> None:
    """一张清单还剩谁，各有什么可疑。"""
    from mengzhan.rules.cleaning import hints_about, read_book
    from mengzhan.rules.verifying import read_lines

    with call.session() as session:
        record = record_of(session, "task", task)
        book = read_book(session.read(), session.today())
        lines = [
            {
                "line": number,
                "id": line.key if line.stranger is None else None,
                "name": line.name,
                "view": line.view,
                "result": line.result or None,
                "hints": [str(hint) for hint in hints_about(line.values, book)]
                if line.stranger is None
                else ["本站没有登记"],
            }
            for number, line in enumerate(read_lines(session.read(), record), 1)
            if everything or line.view != "done"
        ]
        rows = [[str(x["line"]), str(x["name"]), "；".join(x["hints"])] for x in lines]  # type: ignore[arg-type]
        call.answer({"list": record, "lines": lines}, aligned(["行", "姓名", "可疑"], rows))


@verify.command(cls=Command, name="answer")
@click.argument("task", metavar="LIST")
@click.argument("line", type=click.IntRange(1))
@click.argument("result", default="")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help="变了的，可写多个。")
@click.option("--mode", default="1", metavar="CODE", help="怎么问到的；默认电话。")
@click.option("--note", default="", metavar="TEXT", help="备注。")
@common
def answer(call: Call, task: str, line: int, result: str, **more: Any) -> None:
    """记一行的结果：没变记 1；变了写 --set，结果按改了什么来定。"""
    from mengzhan.rules.verifying import read_lines

    with call.session() as session:
        record = record_of(session, "task", task)
        lines = read_lines(session.read(), record)
        if line > len(lines):
            raise refusal("LINE_UNKNOWN", "清单只有 {count} 行。", count=len(lines))
        operation = _found(session, lines[line - 1], record, result, more)
        done = session.run(operation, "verify person")
        now = read_lines(session.read(), record)[line - 1]
        label = code_table("verify_result").label(now.result)
        document = {
            "line": line,
            "verification": now.verification,
            "action": done.action,
            "result": now.result,
            "label": label,
        }
        call.answer(document, [f"已记：{now.name} · {label}"])


def _found(
    session: "Session", line: "ListLine", task: str, result: str, more: dict[str, Any]
) -> "Operation":
    from mengzhan.rules.operations import Rejected
    from mengzhan.rules.verifying import OF_STRANGERS, Finding, verify_stranger
    from mengzhan.rules.verifying import verify as verify_person

    code, mode = code_of("verify_result", result), code_of("visit_mode", more["mode"])
    typed = read_pairs(session, session.catalogue["person"], more["pairs"])
    if [problem for problem in typed.problems if problem.blocks]:
        raise Rejected(typed.problems)
    if mode is None:
        raise refusal("RESULT_UNKNOWN", "没有这种联系方式。请用代码或文字，例如 1 或 电话。")
    if code is None and (result or not typed.values):
        raise refusal("RESULT_UNKNOWN", "请写结果：代码或文字都行，例如 1 或 信息一致。")
    who = session.operator.name
    finding = Finding(code.code if code else "", mode.code, who, typed.values, more["note"])
    if line.stranger is None:
        return verify_person(line.key, finding, task)
    if finding.result not in OF_STRANGERS or typed.values:
        words = "本站没有登记这个人：只能记 3 查无此人 或 9 待进一步核实，或者先登记。"
        raise refusal("NOT_REGISTERED", words)
    return verify_stranger(line.key, finding, task)


@verify.command(cls=Command, name="fill")
@click.argument("task", metavar="LIST")
@click.argument("form", type=_FILE)
@click.argument("out", type=_NEW_FILE)
@click.option("--sheet", default="", metavar="NAME", help="工作表名；默认最像的一张。")
@click.option(
    "--column", "chosen", multiple=True, metavar="C=FIELD", help="指定一列，C 是列号或栏名。"
)
@click.option("--purpose", default="", metavar="TEXT", help="写出完整证件号、电话的用途。")
@click.option("--replace", "replacing", is_flag=True, help="换掉已有的同名文件。")
@common
def fill_list(call: Call, task: str, form: Path, out: Path, **more: Any) -> None:
    """把核实结果填回上级发的那张表，版式不动，没核实的行留空。"""
    from mengzhan.sheets.namelist import fill_return, open_return

    if out.exists() and not more["replacing"]:
        words = "已有同名文件，没有动它：{name}。要换掉请加 --replace。"
        raise refusal("EXPORT_EXISTS", words, name=out.name)
    with call.session() as session:
        record = record_of(session, "task", task)
        opened = open_return(session, form, more["sheet"])
        asked = opened.form
        choose_columns(asked, more["chosen"])
        filled = fill_return(opened, record)
        opened.write(filled, out, more["purpose"] or session.read().title("task", record))
        unsure = [column.header for column in asked.unsure]
        document = {
            "file": str(out),
            "list": record,
            "records": filled.records,
            "filled": filled.written,
            "unsure": unsure,
        }
        call.answer(document, list(_told(filled.records, filled.written, unsure, out)))


def _told(records: int, written: int, unsure: Sequence[str], out: Path) -> Sequence[str]:
    open_ = [f"没把握，留空：{'、'.join(unsure)}（用 --column 说明）"] if unsure else []
    return [*open_, f"填了 {records} 人 {written} 格，写到 {out}"]


COMMANDS: tuple[click.Command, ...] = (verify,)
