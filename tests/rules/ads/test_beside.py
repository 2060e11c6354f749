"""Bare numbers behind names that are known by now."""

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.beside import counts_beside, pay_beside
from mengzhan.rules.wage import DAY, MONTH


def titles(text: str, *names: str) -> list[Fact]:
    starts = [text.index(name) for name in names]
    return [
        Fact("title", name, Span(at, at + len(name)), 0.6)
        for name, at in zip(names, starts, strict=True)
    ]


def test_a_small_number_is_how_many_are_wanted() -> None:
    text = "穿线的2 打眼1、焊管 45以下"
    found = counts_beside(AdText(text), titles(text, "穿线", "打眼", "焊管"))
    assert [(one.value, text[slice(*one.span)]) for one in found] == [(2, "2")]


def test_a_sum_is_paid_for_the_time_that_fits_it() -> None:
    text = "穿线的 300 打眼3个 4500 焊管1230"
    ad, names = AdText(text), titles(text, "穿线", "打眼", "焊管")
    count = Fact("headcount", 3, Span(text.index("3个"), text.index("3个") + 2), 0.9)
    found = pay_beside(ad, names, [count])
    assert [(pay.wage.low, pay.wage.unit) for pay in found] == [(30_000, DAY), (450_000, MONTH)]


def test_what_counts_something_else_is_no_sum() -> None:
    for text in ("模特 180以上", "仓库 2000平米", "牧工 300只"):
        assert pay_beside(AdText(text), titles(text, text[:2]), []) == []


def test_what_is_understood_otherwise_is_left_alone() -> None:
    text = "穿线 300"
    ad = AdText(text)
    ad.take(Span(3, 6))
    assert pay_beside(ad, titles(text, "穿线"), []) == []
