"""``mengzhan parse-ad``: what a recruitment message says, with how sure each field is."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli.command import Call, Command, common
from mengzhan.cli.rows import aligned
from mengzhan.model.phone import mask_phone

if TYPE_CHECKING:
    from mengzhan.rules.ads.parse import ParsedAd
    from mengzhan.rules.ads.reading import Found, ParsedVacancy

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_LABELS = {
    "title": "岗位名",
    "headcount": "人数",
    "wage_low": "薪酬下限（元）",
    "wage_high": "薪酬上限（元）",
    "wage_unit": "计薪方式",
    "employer": "单位",
    "place": "工作地点",
    "hours": "工作时间",
    "duties": "工作内容",
    "requirements": "条件",
    "board": "管吃",
    "lodging": "管住",
    "allowance": "餐补、房补",
    "insurance": "社会保险",
    "contact": "联系人",
    "phone": "联系电话",
}


@click.command("parse-ad", cls=Command)
@click.argument("file", type=_FILE)
@common
def parse_ad_file(call: Call, file: Path) -> None:
    """读一条招聘信息（文本文件，- 是标准输入），列出岗位、各项和把握；什么也不登记。"""
    from mengzhan.rules.ads.parse import parse_ad
    from mengzhan.sheets.textfile import text_of

    data: bytes = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    ad = parse_ad(text_of(data))
    document = {
        "vacancies": [
            {"fields": dict(_fields(ad, vacancy, unmask=call.unmask))} for vacancy in ad.vacancies
        ],
        "rest": list(ad.rest),
    }
    call.answer(document, _lines(document))


def _fields(
    ad: "ParsedAd", vacancy: "ParsedVacancy", *, unmask: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is known of a vacancy: value, the words it came from, how sure."""
    from mengzhan.rules.ads.parse import UNSURE_BELOW

    known = dict(_split_wage(vacancy.fields))
    for name in _LABELS:
        if name in known:
            value, found = known[name]
            words = [ad.text[start:end] for start, end in found.spans]
            if name == "phone" and not unmask:
                value, words = mask_phone(str(value)), [mask_phone(word) for word in words]
            yield (
                name,
                {
                    "value": value,
                    "words": words,
                    "sure": found.sure,
                    "unsure": found.sure < UNSURE_BELOW,
                },
            )


def _split_wage(fields: "dict[str, Found]") -> "Iterator[tuple[str, tuple[object, Found]]]":
    """Yield fields, the wage as three: sums in yuan and the name of the unit."""
    from mengzhan.model.codes import code_table
    from mengzhan.rules.wage import Wage

    for name, found in fields.items():
        if not isinstance(found.value, Wage):
            yield name, (found.value, found)
            continue
        wage = found.value
        unit = code_table("wage_unit").label(wage.unit) if wage.unit else None
        sums = (("wage_low", wage.low), ("wage_high", wage.high))
        parts: list[tuple[str, object]] = [
            *((part, cents / 100) for part, cents in sums if cents is not None),
            *([("wage_unit", unit)] if unit else []),
        ]
        for part, value in parts:
            yield part, (value, found)


def _lines(document: dict[str, Any]) -> Iterator[str]:
    vacancies = document["vacancies"]
    yield f"读出 {len(vacancies)} 个岗位。" if vacancies else "没有读出岗位。"
    for number, vacancy in enumerate(vacancies, 1):
        rows = [
            [_LABELS[name], _said(one["value"]), "、".join(one["words"]), _how_sure(one)]
            for name, one in vacancy["fields"].items()
        ]
        yield ""
        yield f"岗位 {number}"
        yield from aligned(["项目", "值", "原文", "把握"], rows)
    if document["rest"]:
        yield ""
        yield "没读懂的：" + "；".join(document["rest"])


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _how_sure(field: dict[str, Any]) -> str:
    share = f"{field['sure']:.0%}"
    return f"{share} 请核对" if field["unsure"] else share


COMMANDS = (parse_ad_file,)
