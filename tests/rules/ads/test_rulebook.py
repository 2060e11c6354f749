"""The table of rules: read, put together from its lists, replaced, and refused if unusable."""

import pytest

from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.rulebook import Row, Rulebook, RulebookError, rules_in_force

RULE: Row = {
    "id": "X-1",
    "category": "试",
    "severity": "warn",
    "pattern": "<急>招",
    "message": "别急。",
    "advice": "删去。",
    "basis": "试行办法",
    "rewrite": "-",
}
LIST: Row = {"id": "@急", "pattern": "急|火速"}


def with_rows(*rows: Row) -> Rulebook:
    return rules_in_force().replaced_by(rows)


def hits(book: Rulebook, text: str) -> list[str]:
    return [hit.words for hit in lint(text, rules=book) if hit.rule.id == "X-1"]


def test_a_broadcast_adds_a_rule_and_replaces_its_namesake() -> None:
    book = with_rows(LIST, RULE)
    assert hits(book, "火速招人") == ["火速招"]
    assert hits(book, "招人") == []
    assert len(book.rules) == len(rules_in_force().rules) + 1
    milder = book.replaced_by([{**RULE, "severity": "info", "pattern": "招人"}])
    assert milder.rules["X-1"].severity == "info"
    assert hits(milder, "火速招人") == ["招人"]


def test_rows_of_one_name_are_one_rule_and_inherit_its_first() -> None:
    book = with_rows(LIST, {**RULE, "unless": "不"}, {"id": "X-1", "pattern": "快来"})
    assert hits(book, "急招，快来") == ["急招", "快来"]
    assert hits(book, "不快来") == []
    assert book.rules["X-1"].message == "别急。"


def test_what_makes_words_lawful_and_what_makes_them_wrong() -> None:
    lawful = with_rows(LIST, {**RULE, "lawful": "消防"})
    assert hits(lawful, "急招。消防员") == []
    along = with_rows(LIST, {**RULE, "along": "垫付"})
    assert hits(along, "急招。消防员") == []
    assert hits(along, "急招。先垫付") == ["急招"]


def test_spellings_are_part_of_the_table() -> None:
    book = with_rows(LIST, RULE, {"id": "=急招", "pattern": "ji招"})
    assert hits(book, "ji招人，急 招人") == ["ji招", "急 招"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**RULE, "severity": "fatal"}, "severity"),
        ({**RULE, "pattern": "<没有>这个列表<缺>"}, "<缺>"),
        ({**RULE, "id": ""}, "id"),
        ({**RULE, "pattern": "(招"}, "招"),
    ],
)
def test_a_table_that_cannot_be_understood_is_refused(row: Row, reason: str) -> None:
    with pytest.raises(RulebookError) as refused:
        with_rows(LIST, row)
    assert reason in str(refused.value)


def test_lists_that_name_each_other_are_refused() -> None:
    with pytest.raises(RulebookError):
        with_rows(
            {"id": "@甲", "pattern": "<乙>"},
            {"id": "@乙", "pattern": "<甲>"},
            {**RULE, "pattern": "<甲>"},
        )


def test_a_table_without_the_words_of_denials_is_refused() -> None:
    with pytest.raises(RulebookError, match="@"):
        Rulebook([RULE, LIST])


def test_the_rules_of_the_reference_table_are_all_there() -> None:
    named = {
        "D-SEX-1", "D-SEX-2", "D-ETH-1", "D-REL-1", "D-HUKOU-1", "D-AGE-1", "D-HBV-1", "D-DIS-1",
        "D-LOOK-1", "D-HEALTH-1", "D-MISC-1", "D-CRIM-1", "D-EDU-1", "F-FEE-1", "F-ID-1",
        "F-LOAN-1", "F-SCAM-1", "F-OVERSEA-1", "F-MLM-1", "F-BAOLU-1", "F-VAGUE-1", "F-WAGE-1",
        "F-WAGE-2", "F-RANGE-1", "F-CONTACT-1", "F-HIRE-1", "F-HOURS-1", "F-INS-1", "F-MINOR-1",
    }  # fmt: skip
    assert named <= set(rules_in_force().rules)


def test_every_rule_says_what_why_and_where_it_stands_in_both_languages() -> None:
    for rule in rules_in_force():
        assert rule.category
        assert rule.basis
        assert rule.message
        assert rule.advice
        assert rule.message_en != rule.message
        assert rule.advice_en != rule.advice
        assert not (rule.blocks and rule.allowed), "no reason excuses a fraud"
