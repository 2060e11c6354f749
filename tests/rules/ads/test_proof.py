"""A table of rules proves itself by its examples."""

import pytest

from mengzhan.rules.ads.proof import faults
from mengzhan.rules.ads.rulebook import Row, rules_in_force

RULE: Row = {
    "id": "X-1",
    "category": "试",
    "severity": "warn",
    "pattern": "急招|火速招",
    "message": "别急。",
    "advice": "删去。",
    "basis": "试行办法",
    "example": "急招人|火速招人",
    "innocent": "招人",
}


def test_the_shipped_table_does_what_its_examples_say() -> None:
    assert list(faults(rules_in_force())) == []


def test_nearly_every_row_of_the_shipped_table_has_an_example() -> None:
    patterns = [pattern for rule in rules_in_force() for pattern in rule.patterns]
    assert [pattern.row for pattern in patterns if not pattern.examples] == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, None),
        ({"example": "慢招人"}, "does not find 慢招人"),
        ({"innocent": "急招人"}, "hits 急招人"),
        ({"pattern": "急招{2,1}", "example": ""}, "min repeat"),
        ({"pattern": "急?招?", "example": ""}, "nothing"),
        ({"unless": "急招"}, "does not find 急招人"),
        ({"check": "not_there"}, "check not_there"),
    ],
)
def test_a_table_that_does_not_do_what_it_says_is_found_out(
    changes: dict[str, str], words: str | None
) -> None:
    book = rules_in_force().replaced_by([{**RULE, **changes}])
    found = [fault for fault in faults(book) if fault.startswith("X-1")]
    assert len(found) == (words is not None)
    assert words is None or words in found[0]
