"""职业介绍 on the command line: introduce, record what came of it, the two lists, the directions."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.cli.typed import code_of, day_of, record_of
from mengzhan.model.codes import Code, code_table

if TYPE_CHECKING:
    from mengzhan.rules.reader import Operation
    from mengzhan.rules.state import Cause
    from mengzhan.rules.two_lists import Line, ListOn
    from mengzhan.store.reader import StoreReader
    from mengzhan.store.session import Session


@click.command(cls=Command, name="refer")
@click.argument("people", nargs=-1, required=True, metavar="PERSON…")
@click.option("--vacancy", required=True, metavar="ID", help="推荐到哪个岗位。")
@click.option("--day", default="", metavar="DAY", help="推荐日期；默认今天。")
@common
def refer_people(call: Call, people: Sequence[str], vacancy: str, day: str) -> None:
    """推荐：一人一封编号的推荐信，回执 7 天内返回。"""
    from mengzhan.rules.referral_doubts import doubts_about
    from mengzhan.rules.referrals import refer

    with call.session() as session:
        chosen = [record_of(session, "person", text) for text in people]
        offer, on = record_of(session, "vacancy", vacancy), day_of(session, day)
        doubts = doubts_about(session.read(), chosen, offer, on)
        done = session.run(refer(chosen, offer, on), "add referral")
        made = sorted(record for _, record in done.records)
        reader = session.read()
        referrals = [_referral(reader, record) for record in made]
        warnings = [{"code": d.code, "person": d.person, "hint": str(d.words)} for d in doubts]
        lines = aligned(
            ["推荐信编号", "姓名", "岗位", "回执期限", "编号"],
            [[r["letter_no"], r["name"], r["title"], r["due_on"], r["id"]] for r in referrals],
        )
        document = {"action": done.action, "referrals": referrals, "warnings": warnings}
        call.answer(document, [*lines, *(f"注意：{doubt.words}" for doubt in doubts)])


def _referral(reader: "StoreReader", record: str) -> dict[str, Any]:
    row = reader.record("referral", record) or {}
    return {
        "id": record,
        "person": row["person"],
        "name": reader.title("person", row["person"]),
        "vacancy": row["vacancy"],
        "title": reader.title("vacancy", row["vacancy"]),
        "letter_no": row["letter_no"],
        "day": row["day"],
        "due_on": row["due_on"],
    }


@click.command(cls=Command)
@click.argument("referral", metavar="ID")
@click.argument("outcome", default="", metavar="RESULT")
@click.option("--day", default="", metavar="DAY", help="哪天；默认今天。到岗就是到岗那天。")
@click.option("--stay", type=int, metavar="MONTHS", help="满几个月还在岗：1、3 或 6。")
@click.option("--left", is_flag=True, help="离职了。")
@click.option("--evidence", multiple=True, metavar="CODE", help="到岗证据，可写多个。")
@click.option("--contract", default="", metavar="DAY", help="合同签订日期。")
@common
def result(call: Call, referral: str, outcome: str, day: str, **more: Any) -> None:
    """记推荐的结果：回执、到岗、稳岗核对、离职。"""
    from mengzhan.rules.referral_state import result_as_of
    from mengzhan.rules.referrals import lacks_evidence

    with call.session() as session:
        record, on = record_of(session, "referral", referral), day_of(session, day)
        operation = _heard(session, record, outcome, on, more)
        done = session.run(operation, "answer referral")
        values = session.read().record("referral", record) or {}
        code = result_as_of(values, session.today().isoformat())
        label = code_table("referral_result").label(code)
        missing = lacks_evidence(values)
        document = {
            "id": record,
            "action": done.action if done.records else None,
            "result": code,
            "label": label,
            "evidence_missing": missing,
        }
        remark = ["还没有到岗证据，请补：合同、工资条、单位证明……"] if missing else []
        call.answer(document, [f"现在是：{label}", *remark])


def _heard(
    session: "Session", record: str, outcome: str, day: date, more: dict[str, Any]
) -> "Operation":
    from mengzhan.rules.due import STAYS
    from mengzhan.rules.referral_state import ARRIVED
    from mengzhan.rules.referrals import (
        record_arrival,
        record_left,
        record_result,
        record_stay_check,
    )

    if more["stay"] is not None:
        if more["stay"] not in STAYS:
            months = "、".join(map(str, STAYS))
            raise refusal("STAY_UNKNOWN", "稳岗只核对满 {months} 个月的。", months=months)
        return record_stay_check(record, more["stay"], day)
    if more["left"]:
        return record_left(record, day)
    code = code_of("referral_result", outcome)
    if code is None:
        raise refusal("RESULT_UNKNOWN", "请写结果：代码或文字都行，例如 2 或 录用已到岗。")
    if code.code != ARRIVED:
        return record_result(record, code.code, day)
    proofs = [code_of("arrival_evidence", text) for text in more["evidence"]]
    if None in proofs:
        raise refusal("EVIDENCE_UNKNOWN", "没有这种到岗证据。请用代码或文字，例如 1 或 劳动合同。")
    evidence: dict[str, Any] = {"evidence": [proof.code for proof in proofs if proof]}
    if more["contract"]:
        evidence["contract_on"] = day_of(session, more["contract"]).isoformat()
    return record_arrival(record, day, evidence, session.today())


@click.command(cls=Command)
@click.option("--day", default="", metavar="DAY", help="哪天的清单；默认今天。")
@click.option("--from", "start", default="", metavar="DAY", help="销号从哪天算起；默认当月1日。")
@click.option("--days", type=click.IntRange(0, 365), help="挂出几天没招满算“没人干”。")
@common
def lists(call: Call, day: str, start: str, days: int | None) -> None:
    """两张清单：有人没活干、有活没人干，和离开清单的去向。"""
    from mengzhan.rules.two_lists import read_two_lists

    with call.session() as session:
        on = day_of(session, day)
        first = day_of(session, start) if start else on.replace(day=1)
        reader = session.read()
        both = read_two_lists(reader, on, unfilled_after=days)
        document: dict[str, Any] = {"day": on.isoformat(), "from": first.isoformat()}
        lines: list[str] = []
        for name, heading, listed in (
            ("people", "有人没活干", both.people),
            ("vacancies", "有活没人干", both.vacancies),
        ):
            document[name] = _document(reader, listed, first, on)
            lines += _sheet(heading, document[name])
        call.answer(document, lines)


def _document(reader: "StoreReader", listed: "ListOn", first: date, last: date) -> dict[str, Any]:
    moved = listed.movement(first, last)
    return {
        "standing": [_line(reader, listed.kind, line) for line in listed.standing()],
        "left": [_line(reader, listed.kind, line) for line in listed.left(first, last)],
        "movement": {
            "before": moved.before,
            "came": moved.came,
            "left": moved.left,
            "after": moved.after,
        },
    }


def _line(reader: "StoreReader", kind: str, line: "Line") -> dict[str, Any]:
    spell, step = line.spell, line.step
    return {
        "id": spell.record,
        "title": reader.title(kind, spell.record),
        "listed_on": spell.listed_on,
        "days": line.days,
        "by": _cause(spell.by),
        "contact": line.contact,
        "step": {"by": step.by, "words": str(step.reason)} if step else None,
        "left_on": spell.left_on,
        "way": _cause(spell.way) if spell.way else None,
    }


def _cause(cause: "Cause") -> dict[str, str]:
    return {
        "kind": cause.kind,
        "id": cause.record,
        "table": cause.table,
        "code": cause.code,
        "words": str(cause.words),
    }


def _sheet(heading: str, document: dict[str, Any]) -> list[str]:
    moved = document["movement"]
    standing = [
        [one["title"], one["listed_on"], str(one["days"]), one["contact"], one["step"]["words"]]
        for one in document["standing"]
    ]
    left = [
        [one["title"], one["listed_on"], str(one["days"]), one["left_on"], one["way"]["words"]]
        for one in document["left"]
    ]
    counts = "期初 {before}，上榜 {came}，离榜 {left}，现有 {after}".format(**moved)
    return [
        f"{heading}：{counts}",
        *(aligned(["", "上榜日", "天数", "最近联系", "下一步"], standing) if standing else []),
        *(aligned(["已离榜", "上榜日", "天数", "销号日", "去向"], left) if left else []),
        "",
    ]


@click.command(cls=Command)
@click.argument("record", metavar="ID")
@click.argument("reason", metavar="REASON")
@click.option("--day", default="", metavar="DAY", help="哪天；默认今天。")
@click.option("--mode", default="1", metavar="CODE", help="怎么问到的；默认电话。")
@common
def leave(call: Call, record: str, reason: str, day: str, mode: str) -> None:
    """销号：写明原因，人员记一条回访或注销，岗位撤下。"""
    from mengzhan.rules.leaving import take_off

    with call.session() as session:
        kind = session.read().kind_of(record) or "person"
        record = record_of(session, kind, record)
        known, way = _reason(kind, reason), code_of("visit_mode", mode)
        if known is None or way is None:
            raise refusal("REASON_UNKNOWN", "没有这个原因或方式。请用代码或文字，例如 F2、X01、3。")
        operation = take_off(record, known.code, day_of(session, day), way.code)
        done = session.run(operation, f"answer {kind}")
        document = {"id": record, "action": done.action, "reason": known.code, "label": known.label}
        call.answer(document, [f"已销号：{known.label}"])


def _reason(kind: str, text: str) -> Code | None:
    """Return the reason that words mean: one that takes people off, before one that does not."""
    from mengzhan.rules.leaving import person_reasons

    if kind == "vacancy":
        return code_of("vacancy_status", text)
    asked, ended = code_of("followup_outcome", text), code_of("deregister_reason", text)
    return asked if asked in person_reasons() else ended or asked


@click.command(cls=Command)
@click.option("--from", "start", default="", metavar="DAY", help="从哪天登记的算起。")
@click.option("--to", "end", default="", metavar="DAY", help="到哪天为止。")
@common
def directions(call: Call, start: str, end: str) -> None:
    """按政策方向数岗位、人数、单位、到岗人数。"""
    from mengzhan.rules.directions import direction_counts

    with call.session() as session:
        first = day_of(session, start).isoformat() if start else ""
        last = day_of(session, end).isoformat() if end else "9"
        found = [
            {
                "code": one.code,
                "label": one.label,
                "vacancies": one.vacancies,
                "places": one.places,
                "employers": one.employers,
                "arrived": one.arrived,
            }
            for one in direction_counts(session.read(), first, last)
        ]
        names = ("label", "vacancies", "places", "employers", "arrived")
        rows = [[str(one[name]) for name in names] for one in found if any(_counts(one))]
        heads = ["政策方向", "岗位条数", "招人数", "单位户数", "到岗人数"]
        call.answer(
            {"directions": found}, aligned(heads, rows) if rows else ["还没有标政策方向的记录。"]
        )


def _counts(one: dict[str, Any]) -> list[int]:
    return [one[name] for name in ("vacancies", "places", "employers", "arrived")]


COMMANDS = (refer_people, result, lists, leave, directions)
