"""The draft of a bulletin (通报稿): the figures of a period in plain official Chinese.

Every number in it is a figure of the period or of the one before; nothing else is said, so that
nothing needs to be proved twice. It is written for readers of Chinese offices and stays Chinese.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from mengzhan.rules.figures import Figure, Period
from mengzhan.rules.reporting.draft import Draft

_TIMES = "倍"

_NAMES = {
    "month": ("本月", "上月"),
    "quarter": ("本季度", "上季度"),
    "year_to_date": ("今年以来", "上年同期"),
}
"""What the period and the one before are called in a sentence."""


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph: its heading, and sentences with the codes of the figures in braces.

    A sentence is left out if its ``needs`` counted nothing; ``none`` is said instead of all where
    none of the ``asked`` figures counted anything.
    """

    heading: str
    asked: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    none: str


_PARAGRAPHS = (
    _Paragraph(
        "征集空缺岗位",
        ("M01", "M02"),
        (
            ("M02", "{now}新征集空缺岗位{M01}、{M02}（{before}{M01_before}、{M02_before}）。"),
            ("", "期末在招岗位{M03}。"),
        ),
        "{now}没有新征集空缺岗位，期末在招岗位{M03}。",
    ),
    _Paragraph(
        "走访企业（一起益企）",
        ("M05", "M06"),
        (
            (
                "M05",
                "{now}走访企业和个体工商户{M04}、{M05}（{before}{M04_before}、{M05_before}）。",
            ),
            ("M06", "走访、回访中推送就业政策{M06}。"),
        ),
        "{now}没有走访企业。",
    ),
    _Paragraph(
        "摸排就业创业培训意愿",
        ("M07",),
        (
            (
                "M07",
                "{now}摸排{M07}（{before}{M07_before}），其中有培训意愿{M08}、有创业意愿{M09}。",
            ),
            ("M10", "组织参训{M10}。"),
        ),
        "{now}没有摸排培训意愿，组织参训{M10}。",
    ),
    _Paragraph(
        "失业人员回访",
        ("M13",),
        (
            ("M11", "期初登记失业、应当回访{M11}，回访率{M14}。"),
            (
                "M13",
                "{now}回访{M12}、{M13}（{before}{M12_before}、{M13_before}），其中联系不上{M13X}；"
                "最近一次仍联系不上{M15}。",
            ),
        ),
        "{now}没有回访记录；期初登记失业、应当回访{M11}。",
    ),
    _Paragraph(
        "信息数据核实",
        ("M16",),
        (("M16", "{now}核实信息{M16}（{before}{M16_before}），其中更正{M17}。"),),
        "{now}没有核实信息。",
    ),
    _Paragraph(
        "职业介绍",
        ("M18",),
        (
            ("M18", "{now}推荐{M19}、{M18}（{before}{M19_before}、{M18_before}）。"),
            ("M20", "到岗{M20}（{before}{M20_before}）。"),
            (
                "M20",
                "到岗人员中，就业困难人员{M21}，高校毕业生{M22}，脱贫人口{M23}，农牧民工{M24}，"
                "退役军人{M25}（一人属于几类的，各类都计）。",
            ),
        ),
        "{now}没有推荐；到岗{M20}。",
    ),
    _Paragraph(
        "两张清单",
        (),
        (
            ("", "期末“有人没活干”清单{M26}，“有活没人干”清单{M27}。"),
            ("", "{now}销号{M28}，销号岗位{M29}。"),
            ("M30", "求人倍率{M30}。"),
        ),
        "",
    ),
)


def bulletin(
    station: str,
    period: Period,
    now: Mapping[str, Figure],
    before: Mapping[str, Figure],
    *,
    closing: str,
) -> Draft:
    """Write the draft for all figures of a period and of the one before."""
    words = _words(period, now, before)
    paragraphs = []
    for number, paragraph in enumerate(_PARAGRAPHS):
        said = _said(paragraph, now).format_map(words)
        paragraphs.append(f"{'一二三四五六七'[number]}、{paragraph.heading}。{said}")
    title = f"{station}{period.label}{_until(period)}就业服务工作情况"
    return Draft(title, tuple(paragraphs), closing)


def _until(period: Period) -> str:
    """Say up to which day a period is told that still goes on."""
    day = period.last
    goes_on = (day + timedelta(days=1)).month == day.month
    return f"（截至{day.month}月{day.day}日）" if goes_on else ""


def period_names(period: Period) -> tuple[str, str]:
    """Return what a period and the one before it are called in an official text."""
    return _NAMES[period.span]


def _said(paragraph: _Paragraph, now: Mapping[str, Figure]) -> str:
    if paragraph.asked and not any(now[code].value for code in paragraph.asked):
        return paragraph.none
    return "".join(
        sentence for needs, sentence in paragraph.sentences if not needs or now[needs].value
    )


def _words(
    period: Period, now: Mapping[str, Figure], before: Mapping[str, Figure]
) -> dict[str, str]:
    this, former = period_names(period)
    words = {"now": this, "before": former}
    words |= {code: written(figure) for code, figure in now.items()}
    return words | {f"{code}_before": written(figure) for code, figure in before.items()}


def written(figure: Figure) -> str:
    """Write a figure with its unit, as an official text does; noughts at the end are left out."""
    if figure.value is None:
        return "无法计算"
    number = figure.shown
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    unit = figure.indicator.unit_in_chinese
    return number if unit == _TIMES else f"{number}{unit}"
