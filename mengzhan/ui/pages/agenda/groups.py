"""The groups of 今日: overdue, today, soon; what was put off; employers nobody has seen, by place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mengzhan.model.divisions import division_tree
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.agenda.reading import Agenda
from mengzhan.ui.pages.today_list import Row

PUT_OFF, UNSEEN = "put_off", "unseen"
"""Lines that are not due today, and are shown when they are asked for."""


def grouped(agenda: Agenda, asked: str, due: Sequence[Line]) -> list[Row]:
    """Return headings and lines; without any, no heading.

    Args:
        asked: ``PUT_OFF``, ``UNSEEN``, or anything else for the lines that are ``due``.
    """
    if asked == PUT_OFF:
        return [QCoreApplication.translate("today", "推后的：W 放回今日"), *agenda.put_off]
    rows: list[Row] = []
    if asked == UNSEEN:
        words = QCoreApplication.translate("today", "{place}：{count} 家本月还没走访")
        nowhere = QCoreApplication.translate("today", "没写在哪")
        for place, lines in agenda.unseen.items():
            known = division_tree().get(place)
            name = known.name if known is not None else nowhere
            rows += [words.format(place=name, count=len(lines)), *lines]
        return rows
    headings = (
        QCoreApplication.translate("today", "逾期"),
        QCoreApplication.translate("today", "今天"),
        QCoreApplication.translate("today", "就要到期"),
    )
    groups: tuple[list[Line], ...] = ([], [], [])
    for line in due:
        groups[0 if line.overdue else 1 if line.due.by <= agenda.day else 2].append(line)
    for heading, some in zip(headings, groups, strict=True):
        rows += [heading, *some] if some else []
    return rows
