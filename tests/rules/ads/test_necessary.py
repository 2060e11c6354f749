"""Which characters a pattern cannot do without; leaving patterns out never changes a result."""

import pytest

from mengzhan.rules.ads.necessary import Index, Needs, branches, lists_of, necessary
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording
from tests.rules.ads.lint_judge import TUNED, read_ads


def needs(pattern: str) -> list[str]:
    def of_list(name: str) -> Needs:
        return necessary({"费": "押金|会费"}[name], of_list)

    return sorted("".join(sorted(need)) for need in necessary(pattern, of_list))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("刷单", ["刷", "单"]),
        ("刷(?:单|信誉)", ["信单", "刷"]),
        ("刷单?", ["刷"]),
        ("(?:交|收)*押{0,2}金", ["金"]),
        ("押{1,2}金", ["押", "金"]),
        ("[男女](?!装)", ["女男"]),
        ("[^男]女", ["女"]),
        ("[0-3]岁", ["0123", "岁"]),
        ("[一-龥]岁", ["岁"]),
        (r"\+元\n", ["+", "元"]),
        ("<费>元", ["会押", "元"]),
        ("(?<=入)职.$", ["职"]),
        ("a|.", []),
        ("元??块+?", ["块"]),
    ],
)
def test_what_a_match_must_hold(pattern: str, found: list[str]) -> None:
    assert needs(pattern) == found


def test_a_pattern_falls_into_its_alternatives() -> None:
    assert branches(r"a|b(c|d)|[|]e\||f") == ["a", "b(c|d)", r"[|]e\|", "f"]


def test_the_lists_of_a_pattern_are_those_it_cannot_do_without() -> None:
    assert lists_of("<甲>[^，]{0,3}(?:<乙>)") == ["甲", "乙"]
    assert lists_of("<甲>?(?:<乙>)*a(?:<丙>|b)(?!<丁>)<戊>{0,2}[<己>]") == []


def test_an_index_leads_to_what_may_match() -> None:
    wanted: dict[str, Needs] = {"刷单": [frozenset("刷"), frozenset("单")], "any": []}
    index = Index(list(wanted), wanted.__getitem__)
    assert list(index.possible(set("刷单员"))) == ["刷单", "any"]
    assert list(index.possible(set("刷墙"))) == ["any"]


def test_no_shipped_pattern_matches_without_its_characters_and_lists() -> None:
    book = rules_in_force()
    patterns = [pattern for rule in book for pattern in rule.patterns]
    expressions = [expression for pattern in patterns for expression in pattern.ways]
    assert len(expressions) > 500
    for ad in read_ads(TUNED["a"])[::7]:
        wording = Wording(ad["text"], book.spellings)
        ways = [way for index in (book.ways, book.signs) for way in book.possible(index, wording)]
        possible = {id(way.expression) for way in ways}
        left_out = [one for one in expressions if id(one) not in possible]
        assert [one for one in left_out if one.regex.search(wording.text)] == []
