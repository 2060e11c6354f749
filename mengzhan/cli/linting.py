"""``mengzhan lint``: job ads in a file, checked without a station."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common, refusal

if TYPE_CHECKING:
    from mengzhan.model.minwage import MinWage
    from mengzhan.rules.ads.hits import Hit
    from mengzhan.rules.ads.rulebook import Rulebook

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SEVERITIES = {"block": "不得发布", "error": "违法", "warn": "不合理", "info": "提示"}
_SHOWN = 24


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@click.option("--banner", default="", metavar="CODE", help="旗县区代码，用它的最低工资。")
@click.option("--rules", "table", type=_FILE, help="另一份规则表（CSV），同名规则以它为准。")
@common
def lint(call: Call, file: Path, banner: str, table: Path | None) -> None:
    """检查招聘广告：一个文本文件，或一个 JSON 文本列表；只检查，不存任何东西。"""
    from mengzhan.rules.ads.lint import least_wage
    from mengzhan.rules.ads.lint import lint as check

    today = date.today()
    _require_division(banner)
    book = _rules(table)
    texts = _texts(file)
    found = [check(text, division=banner, day=today, rules=book) for text in texts]
    counts: Counter[str] = Counter(hit.rule.severity for hits in found for hit in hits)
    call.answer(
        {
            "texts": [_described(place, hits) for place, hits in enumerate(found, 1)],
            "counts": {severity: counts[severity] for severity in _SEVERITIES},
            "minimum_wage": _wage(least_wage(banner, today)),
        },
        list(_lines(texts, found, counts)),
    )


def _require_division(banner: str) -> None:
    from mengzhan.model.divisions import division_tree

    if banner and banner not in division_tree():
        raise refusal("BANNER_UNKNOWN", "没有这个旗县区代码：{banner}。", banner=banner)


def _rules(table: Path | None) -> "Rulebook":
    """Return the shipped rules, with those of a file in place of their namesakes."""
    from mengzhan.rules.ads.proof import faults
    from mengzhan.rules.ads.rulebook import rules_in_force

    book = rules_in_force()
    if table is None:
        return book
    book = book.replaced_by(csv.DictReader(io.StringIO(_text(table))))
    wrong = next(faults(book), None)
    if wrong is not None:
        raise refusal("AD_RULES", "这份规则表用不了：{reason}", reason=wrong)
    return book


def _text(file: Path) -> str:
    from mengzhan.sheets.textfile import text_of

    return text_of(file.read_bytes())


def _texts(file: Path) -> list[str]:
    """Return the texts of a file: those of a JSON list (bare, or as ``text``), or the one."""
    text = _text(file)
    try:
        listed = json.loads(text)
    except ValueError:
        return [text]
    if not isinstance(listed, list):
        return [text]
    found = [item.get("text") if isinstance(item, dict) else item for item in listed]
    texts = [item for item in found if isinstance(item, str)]
    if len(texts) < len(found):
        raise refusal("TEXT_LIST", "JSON 列表里每一项应是一段文本，或带 text 的对象。")
    return texts


def _described(place: int, hits: Sequence["Hit"]) -> dict[str, Any]:
    return {"number": place, "hits": [_hit(hit) for hit in hits]}


def _hit(hit: "Hit") -> dict[str, Any]:
    return {
        "rule": hit.rule.id,
        "category": hit.rule.category,
        "severity": hit.rule.severity,
        "start": hit.start,
        "end": hit.end,
        "words": hit.words,
        "message": hit.message,
        "rewrite": _rewrite(hit),
        "replacement": hit.replacement,
        "basis": hit.rule.basis,
    }


def _rewrite(hit: "Hit") -> str:
    """Say what to write instead."""
    if hit.replacement:
        return f"改为“{hit.replacement}”。"
    return hit.advice


def _wage(least: "MinWage") -> dict[str, Any]:
    return {
        "effective": least.effective.isoformat(),
        "class": least.wage_class,
        "monthly_yuan": least.monthly / 100,
        "hourly_yuan": least.hourly / 100,
    }


def _lines(
    texts: Sequence[str], found: Sequence[Sequence["Hit"]], counts: Counter[str]
) -> Iterator[str]:
    for number, (text, hits) in enumerate(zip(texts, found, strict=True), 1):
        start = " ".join(text.split())
        shown = start if len(start) <= _SHOWN else f"{start[:_SHOWN]}…"
        yield f"{number}. {shown}" if hits else f"{number}. {shown}  没有问题"
        for hit in hits:
            words = f"“{hit.words}”" if hit.words else "（全文）"
            yield f"   [{_SEVERITIES[hit.rule.severity]}] {hit.rule.category} {hit.rule.id} {words}"
            yield f"      {hit.message}"
            yield f"      改法：{_rewrite(hit)}"
            yield f"      依据：{hit.rule.basis}"
    said = "，".join(f"{words} {counts[key]} 处" for key, words in _SEVERITIES.items())
    yield f"{len(texts)} 条广告：{said}。"


COMMANDS = (lint,)
