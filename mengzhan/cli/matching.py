"""Matching: who fits a vacancy, what fits a person, and how much each factor counts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, Group, common, refusal
from mengzhan.cli.rows import aligned
from mengzhan.rules.operations import NoSuchRecord

if TYPE_CHECKING:
    from mengzhan.rules.matching.board import Found
    from mengzhan.rules.matching.matches import Match
    from mengzhan.rules.matching.outcomes import Outcomes
    from mengzhan.rules.matching.reasons import Claim, Missing
    from mengzhan.store.session import Session

_OTHER = {"person": "vacancy", "vacancy": "person"}
_WORDS = "；"


match = Group("match", help="人岗匹配：谁合适、为什么、差什么。")
_top = click.option(
    "--top",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="合适的和差一点的各列几条。",
    metavar="N",
)


@match.command(cls=Command)
@click.argument("record", metavar="ID")
@_top
@common
def person(call: Call, record: str, top: int) -> None:
    """一个人合适的岗位。"""
    _answer(call, "person", record, top)


@match.command(cls=Command)
@click.argument("record", metavar="ID")
@_top
@common
def vacancy(call: Call, record: str, top: int) -> None:
    """一个岗位合适的人。"""
    _answer(call, "vacancy", record, top)


def _answer(call: Call, kind: str, record: str, top: int) -> None:
    from mengzhan.rules.matching.board import Board
    from mengzhan.rules.matching.gathering import read_referrals
    from mengzhan.rules.matching.outcomes import outcomes_of
    from mengzhan.rules.matching.weights import SETTING, in_force
    from mengzhan.rules.station import own_station

    with call.session() as session:
        reader = session.read()
        weights = in_force(session.setting(SETTING))
        own = own_station(reader)
        board = Board(reader, session.today(), weights, own, around=(kind, record))
        found = board.find(kind, record, top)
        if found is None:
            raise NoSuchRecord
        earlier = read_referrals(reader, kind, record)
        counted = earlier
        if kind == "vacancy":
            owner = (reader.record(kind, record) or {}).get("employer") or ""
            counted = read_referrals(reader, "employer", owner)
        outcomes = outcomes_of(counted, session.today())
        document = {
            "kind": kind,
            "id": record,
            "title": _title(session, kind, record),
            "day": board.day.isoformat(),
            "hits": [_pair(session, kind, one, earlier) for one in found.hits],
            "near": [_pair(session, kind, one, earlier) for one in found.near],
            "hit_count": found.hit_count,
            "near_count": found.near_count,
            "remark": str(found.remark) if found.remark else None,
            "outcomes": _counts(outcomes),
        }
        call.answer(document, _lines(document, found, outcomes))


def _title(session: "Session", kind: str, record: str) -> str:
    """A person's name, a vacancy's title and its employer."""
    reader = session.read()
    row = reader.record(kind, record) or {}
    employer = reader.title("employer", row.get("employer") or "") if kind == "vacancy" else ""
    return " · ".join(filter(None, (reader.title(kind, record), employer)))


def _pair(
    session: "Session", kind: str, match_: "Match", earlier: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    other = _OTHER[kind]
    record = match_.seeker.record if other == "person" else match_.opening.record
    return {
        "id": record,
        "title": _title(session, other, record),
        "station": match_.opening.station if match_.opening.foreign else None,
        "score": match_.score,
        "reasons": [_claim(claim) for claim in match_.reasons],
        "objections": [_claim(claim) for claim in match_.objections],
        "questions": [_claim(claim) for claim in match_.questions],
        "missing": _missing(match_.missing),
        "introduced": [
            _introduced(one, session.today()) for one in earlier if one[other] == record
        ],
    }


def _introduced(referral: dict[str, Any], today: date) -> dict[str, Any]:
    from mengzhan.rules.referral_state import result_as_of, standing

    day = today.isoformat()
    words = str(standing(referral, day))
    return {"day": referral["day"], "result": result_as_of(referral, day), "words": words}


def _claim(claim: "Claim") -> dict[str, Any]:
    return {"code": claim.code, "params": dict(claim.params), "words": str(claim.message())}


def _missing(missing: "Missing | None") -> dict[str, Any] | None:
    if missing is None:
        return None
    closing = missing.closing
    return {
        **_claim(missing.claim),
        "short": str(missing.short()),
        "close": str(missing.close()),
        "closing": {"side": closing.side, "field": closing.field, "value": closing.value},
    }


def _counts(outcomes: "Outcomes") -> dict[str, Any]:
    names = ("people", "times", "arrived", "stayed_3", "stayed_6", "open", "overdue", "reasons")
    return {name: getattr(outcomes, name) for name in names}


def _lines(document: dict[str, Any], found: "Found", outcomes: "Outcomes") -> Iterator[str]:
    from mengzhan.rules.matching.outcomes import sentences

    whom = "合适的人" if document["kind"] == "vacancy" else "合适的岗位"
    yield f"{document['title']}：{whom} {found.hit_count} 个，差一点的 {found.near_count} 个"
    if found.remark:
        yield str(found.remark)
    for heading, pairs in (("合适", document["hits"]), ("差一点", document["near"])):
        if pairs:
            yield f"{heading}："
        for number, pair in enumerate(pairs, 1):
            yield from _pair_lines(number, pair)
    who = "这个单位" if document["kind"] == "vacancy" else "这个人"
    yield f"{who}：{_WORDS.join(map(str, sentences(outcomes)))}"


def _pair_lines(number: int, pair: dict[str, Any]) -> Iterator[str]:
    station = f"（外站 {_place(pair['station'])}）" if pair["station"] else ""
    yield f"{number:3}. {pair['title']}{station}  {pair['id']}"
    missing = pair["missing"]
    told = [("差的", [missing["words"], missing["close"]])] if missing else []
    told += [
        (label, [claim["words"] for claim in pair[name]])
        for label, name in (("因为", "reasons"), ("不过", "objections"), ("要问", "questions"))
    ]
    for label, words in told:
        if words:
            yield f"     {label}：{_WORDS.join(words)}"
    for one in pair["introduced"]:
        yield f"     {one['day']} 推荐过：{one['words']}"


def _place(code: str) -> str:
    """The name of a station's place."""
    from mengzhan.model.divisions import division_tree

    known = division_tree().get(code)
    return known.name if known else code


@match.command(cls=Command)
@click.argument("changes", nargs=-1, metavar="FACTOR=WEIGHT…")
@click.option("--reset", is_flag=True, help="全部改回程序自带的。")
@common
def weights(call: Call, changes: Sequence[str], reset: bool) -> None:
    """各项分量：看、改（0 到 100）、改回。"""
    from mengzhan.rules.matching import weights as table

    with call.session() as session:
        kept = {} if reset else table.in_force(session.setting(table.SETTING))
        wanted = {**table.usual(), **kept, **dict(_changes(changes))}
        if reset or changes:
            session.set_setting(table.SETTING, table.changed(wanted))
        rows: list[dict[str, Any]] = [
            {
                "factor": code.code,
                "weight": wanted[code.code],
                "usual": table.usual()[code.code],
                "words": code.label,
            }
            for code in table.factors()
        ]
        cells = [[r["factor"], str(r["weight"]), str(r["usual"]), r["words"]] for r in rows]
        call.answer({"weights": rows}, aligned(["项", "分量", "自带", "意思"], cells))


def _changes(changes: Iterable[str]) -> Iterator[tuple[str, int]]:
    for change in changes:
        name, _, value = change.partition("=")
        if not value.isdecimal():
            raise refusal("WEIGHT_UNREADABLE", "分量要写成 项=数字，例如 wage=30。")
        yield name, int(value)


COMMANDS = (match,)
