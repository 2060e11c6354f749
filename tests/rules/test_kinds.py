"""The kinds that stations work with: a vacancy with words of a fraud cannot be saved."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.kinds import WORKING_KINDS
from tests.people import vacancy_values

TODAY = date(2026, 11, 26)
VACANCY = WORKING_KINDS["vacancy"]


def blocking(**changes: Value) -> list[tuple[str, str, str]]:
    problems = VACANCY.check(vacancy_values("e1", **changes), TODAY)
    return [(p.code, p.field, str(p.hint)) for p in problems if p.blocks]


def test_fraud_blocks_and_says_which_words_and_why() -> None:
    assert blocking(duties="接待，入职交押金200元") == [
        (
            "AD_FRAUD",
            "duties",
            "“交押金200元”不能发布，改掉才能保存。不得向求职者收取押金或任何费用。",
        )
    ]


@pytest.mark.parametrize(
    "duties",
    [
        "接待，限女性",
        "接待，不收押金和服装费",
        "接待，35岁以下，形象气质佳",
        "每天12小时，月休两天",
    ],
)
def test_nothing_else_blocks(duties: str) -> None:
    assert blocking(duties=duties) == []


def test_no_exception_lets_a_fraud_through() -> None:
    kept = "F-FEE-1｜交押金200元｜单位说可以"
    assert len(blocking(duties="接待，入职交押金200元", lint_exceptions=kept)) == 1


def test_other_kinds_are_as_declared() -> None:
    assert WORKING_KINDS["person"].checks
    assert list(WORKING_KINDS)[:3] == ["person", "employer", "vacancy"]
