"""Messages as the readers of their parts see them."""

from collections.abc import Callable

import pytest

from mengzhan.rules.ads.adtext import AdText, Fact
from mengzhan.rules.ads.parse import parse_ad, read_by_rules

Say = Callable[[str, str], list[object]]


@pytest.fixture
def said() -> Say:
    """``said(text, name)``: the values of a field, vacancy by vacancy."""
    return lambda text, name: [vacancy.value(name) for vacancy in parse_ad(text).vacancies]


@pytest.fixture
def by_rules() -> Say:
    """As ``said``, but what rules alone read: what words sound like puts some of it otherwise."""

    def read(text: str, name: str) -> list[object]:
        readings = read_by_rules(AdText(text))
        return [vacancy.value(name) for reading in readings for vacancy in reading.vacancies()]

    return read


@pytest.fixture
def words() -> Callable[[AdText, list[Fact]], list[str]]:
    """``words(ad, facts)``: what stands in the message for each fact."""
    return lambda ad, facts: [ad.words(fact.span) for fact in facts]
