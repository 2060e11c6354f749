"""Messages as the readers of their parts see them."""

from collections.abc import Callable

import pytest

from mengzhan.rules.ads.adtext import AdText, Fact
from mengzhan.rules.ads.parse import read_by_rules

Say = Callable[[str, str], list[object]]


@pytest.fixture
def said() -> Say:
    """``said(text, name)``: the values of a field, vacancy by vacancy, as rules alone read them."""

    def read(text: str, name: str) -> list[object]:
        parts = read_by_rules(AdText(text))
        return [vacancy.value(name) for part in parts for vacancy in part.vacancies()]

    return read


@pytest.fixture
def words() -> Callable[[AdText, list[Fact]], list[str]]:
    """``words(ad, facts)``: what stands in the message for each fact."""
    return lambda ad, facts: [ad.words(fact.span) for fact in facts]
