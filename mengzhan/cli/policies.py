"""``mengzhan policies``: the policies to read out, or those that a person or employer may have."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common

if TYPE_CHECKING:
    from mengzhan.rules.policies.eligibility import Hint
    from mengzhan.rules.policies.library import Policy

_ADVICE = "只是提示，不是认定；口径以旗县就业服务机构为准。"


@click.command(cls=Command)
@click.argument("record", required=False, metavar="ID")
@common
def policies(call: Call, record: str | None) -> None:
    """政策条目；写上人员或单位的编号，就列出可能适合的政策、原因和还缺什么。"""
    from mengzhan.rules.operations import NoSuchRecord, present
    from mengzhan.rules.policies.eligibility import hints
    from mengzhan.rules.policies.library import library

    with call.session() as session:
        reader, today = session.read(), session.today()
        if record is None:
            found = library(reader, today)
            answer = {"policies": [_policy(policy) for policy in found], "hints": None}
            call.answer(answer, [f"{one.item:4} {one.title}：{one.target}" for one in found])
            return
        if present(reader, record).kind not in ("person", "employer"):
            raise NoSuchRecord
        told = hints(reader, record, today)
        answer = {"policies": None, "hints": [_hint(hint) for hint in told]}
        call.answer(answer, list(_lines(told)))


def _policy(policy: "Policy") -> dict[str, Any]:
    names = ("item", "title", "audience", "target", "standard", "where", "basis", "checked")
    return {name: getattr(policy, name) for name in names} | {
        "valid_until": policy.valid_until or None,
        "record": policy.record or None,
    }


def _hint(hint: "Hint") -> dict[str, Any]:
    return {
        "item": hint.policy.item,
        "title": hint.policy.title,
        "way": hint.way or None,
        "reasons": [str(reason) for reason in hint.reasons],
        "missing": [str(one) for one in hint.missing],
    }


def _lines(hints: "Sequence[Hint]") -> Iterator[str]:
    for hint in hints:
        way = f"（{hint.way}）" if hint.way else ""
        yield f"{hint.policy.title}{way}"
        yield "  因为：" + "；".join(map(str, hint.reasons))
        if hint.missing:
            yield "  还差：" + "；".join(map(str, hint.missing))
    yield _ADVICE if hints else "没有看出适合的政策。"


COMMANDS: tuple[click.Command, ...] = (policies,)
