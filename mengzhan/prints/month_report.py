"""The report of a month on A4: the figures beside those before, the course of the year in charts,
places and groups, and what each indicator counts."""

from collections.abc import Callable, Iterable, Sequence

from mengzhan.prints.charts import Chart, draw
from mengzhan.prints.page import Align, Block, Page, Print, Rule, Style
from mengzhan.prints.paper import Sheet
from mengzhan.rules.figures import INDICATORS, Indicator
from mengzhan.rules.reporting.apart import Apart
from mengzhan.rules.reporting.bulletin import period_names
from mengzhan.rules.reporting.particulars import Particulars
from mengzhan.rules.reporting.report import DONE_EACH_MONTH, LISTED_EACH_MONTH, Report
from mengzhan.rules.reporting.sections import SECTIONS

_MARGIN = 16.0
_FOOT = Style(8, ink="grey")
_CELL = Style(9.5)
_SMALL = Style(9)
_HEAD = Style(9, bold=True, ink="grey")
_GROUP = Style(10, bold=True, ink="accent")
_CHARTS_ACROSS = 2
_CHART_HEIGHT = 42.0
_BETWEEN = 8.0
_PADDING = 0.65


def chinese_title(indicator: Indicator) -> str:
    """Return what stands above a chart on paper."""
    return f"{indicator.label_in_chinese}（{indicator.unit_in_chinese}）"


def charts_of(report: Report, title: Callable[[Indicator], str] = chinese_title) -> list[Chart]:
    """Return the charts of a report, in their order on paper and screen."""
    month = report.period.last.month
    return [
        Chart(
            title(INDICATORS[code]),
            report.course[code],
            month,
            stands=code in LISTED_EACH_MONTH,
        )
        for code in (*LISTED_EACH_MONTH, *DONE_EACH_MONTH)
    ]


def month_report(report: Report, about: Particulars) -> Print:
    """Return the pages."""
    sheet = Sheet(margin=_MARGIN)
    title = f"{report.period.label}就业服务月报"
    sheet.set_title(title)
    _open(sheet, title, report, about)
    _figures(sheet, report)
    _course(sheet, report)
    for heading, apart in (("分地点", about.places), ("分重点群体", about.groups)):
        if apart.rows:
            _apart(sheet, heading, apart)
    if about.corrections:
        _heading(sheet, "结账后的更正")
        for line in about.corrections:
            sheet.write(line, _SMALL)
    _meanings(sheet)
    _number(sheet.pages, f"{about.station}　{report.period.label}")
    return sheet.printed


def _open(sheet: Sheet, title: str, report: Report, about: Particulars) -> None:
    sheet.centred(about.station, 12)
    sheet.centred(title, 18, bold=True)
    first, last = report.period.first, report.period.last
    told = (
        f"期间：{first} 至 {last}",
        about.standing,
        f"制表日期：{report.day}",
        f"制表人：{about.made_by}",
    )
    sheet.write("　　".join(filter(None, told)), Style(9, ink="grey"), "centre")
    sheet.gap(1)


def _heading(sheet: Sheet, words: str, room: float = 30.0) -> None:
    sheet.ensure(room)
    sheet.gap(3)
    sheet.text(words, 12, bold=True)


# Figures ----------------------------------------------------------------------------------------

_SIDES: tuple[Align, ...] = ("left", "left", "right", "right", "right", "right")
_WIDTHS = (34, 6, 9, 9, 9, 11)


def _figures(sheet: Sheet, report: Report) -> None:
    this, former = period_names(report.period)
    yearly = report.period.span != "year_to_date"
    heads = ["指标", "单位", this, former, "增减", *(["年初以来"] if yearly else [])]
    count = len(heads)
    _row(sheet, heads, _WIDTHS[:count], _SIDES, _HEAD)
    for section in SECTIONS:
        sheet.ensure(_GROUP.line + 2 * _CELL.line + 4)
        sheet.gap(0.8)
        _row(sheet, [section.label], (1,), _SIDES, _GROUP)
        for code in section.codes:
            line = report.lines[code]
            indicator = line.now.indicator
            cells = [
                _indented(indicator),
                indicator.unit_in_chinese,
                line.now.shown,
                line.before.shown,
                line.shown_difference,
                line.year.shown,
            ]
            _row(sheet, cells[:count], _WIDTHS[:count], _SIDES, _CELL)


def _indented(indicator: Indicator) -> str:
    return f"　{indicator.label_in_chinese}" if indicator.of else indicator.label_in_chinese


def _row(
    sheet: Sheet, cells: Sequence[str], widths: Sequence[int], sides: Sequence[Align], style: Style
) -> None:
    """Write a row of a table with a line below it."""
    total, x = sum(widths), sheet.margin
    blocks: list[tuple[float, Block]] = []
    for cell, share, side in zip(cells, widths, sides, strict=False):
        width = sheet.inner_width * share / total
        blocks.append((x, Block(cell, style, width - 2, side)))
        x += width
    height = max(block.height for _, block in blocks) + 2 * _PADDING
    sheet.ensure(height)
    for at, block in blocks:
        block.put(sheet.page, at, sheet.at + _PADDING)
    sheet.at += height
    end = sheet.width - sheet.margin
    sheet.page.add(Rule(sheet.margin, sheet.at, end, sheet.at, 0.15, "line"))


# The rest ---------------------------------------------------------------------------------------


def _course(sheet: Sheet, report: Report) -> None:
    charts = charts_of(report)
    _heading(sheet, f"{report.period.last.year}年各月", _CHART_HEIGHT + 12)
    width = (sheet.inner_width - _BETWEEN) / _CHARTS_ACROSS
    for start in range(0, len(charts), _CHARTS_ACROSS):
        sheet.ensure(_CHART_HEIGHT)
        for place, chart in enumerate(charts[start : start + _CHARTS_ACROSS]):
            x = sheet.margin + place * (width + _BETWEEN)
            draw(sheet.page, chart, x, sheet.at, width, _CHART_HEIGHT)
        sheet.at += _CHART_HEIGHT + 4


def _apart(sheet: Sheet, heading: str, apart: Apart) -> None:
    _heading(sheet, heading)
    widths = (14, *[9] * len(apart.codes))
    rights: list[Align] = ["right"] * len(apart.codes)
    sides: tuple[Align, ...] = ("left", *rights)
    names = [INDICATORS[code].label_in_chinese for code in apart.codes]
    _row(sheet, ["", *names], widths, sides, _HEAD)
    for label, shown in apart.rows:
        _row(sheet, [label, *shown], widths, sides, _SMALL)


def _meanings(sheet: Sheet) -> None:
    _heading(sheet, "指标说明")
    sheet.write(
        "按事情发生的日期算在哪个月，不按录入的日期；补录的也算。结账以后再改的，列为更正。",
        Style(9, ink="grey"),
    )
    for indicator in _in_order():
        words = [indicator.label_in_chinese, indicator.meaning_in_chinese]
        _row(sheet, words, (26, 60), ("left", "left"), _SMALL)


def _in_order() -> Iterable[Indicator]:
    return (INDICATORS[code] for section in SECTIONS for code in section.codes)


def _number(pages: Sequence[Page], left: str) -> None:
    """Write on the foot of every page whose it is, of when, and which page of how many."""
    for number, page in enumerate(pages, 1):
        width, y = page.width - 2 * _MARGIN, page.height - 11
        Block(left, _FOOT, width * 0.75, most=1).put(page, _MARGIN, y)
        words = f"第 {number} 页，共 {len(pages)} 页"
        Block(words, _FOOT, width, "right").put(page, _MARGIN, y)
