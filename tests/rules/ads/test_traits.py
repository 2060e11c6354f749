"""What is looked at in each character of a message."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.traits import traits


def test_each_character_has_the_runs_around_it() -> None:
    first, second, third = (set(own) for own in traits("找羊倌", []))
    assert {"r0找", "r1羊", "r0找羊倌", "r-1^找"} <= first
    assert {"r-1找", "r0羊", "r-1找羊倌"} <= second
    assert {"r-1羊倌", "r1^"} <= third


def test_word_lists_tell_where_a_word_begins_and_ends() -> None:
    found = traits("招电焊工", [])
    assert "wt<" in found[1]
    assert "wt>" in found[3]
    assert "w-t<" in found[2]


def test_numbers_are_all_alike() -> None:
    assert traits("工资3500", []) == traits("工资4200", [])


def test_what_the_rules_found_is_told_there_and_around() -> None:
    found = traits("招羊倌2名，管住", [Fact("title", "", Span(1, 3), 0.9)])
    assert "mtitle<" in found[1]
    assert "mtitle>" in found[2]
    assert "m+title<" in found[0]
    assert "mbtitle" in found[4]
    assert "mftitle" in found[0]
    assert "mtitle<" not in set().union(*traits("招羊倌2名，管住", []))


def test_a_line_ends_what_was_told_before() -> None:
    found = traits("羊倌\n管住", [Fact("title", "", Span(0, 2), 0.9)])
    assert "mbtitle" not in found[4]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_every_character_is_told_of_and_no_trait_breaks_a_line(text: str) -> None:
    folded = AdText(text).folded
    found = traits(folded, [])
    assert len(found) == len(folded)
    assert not any("\n" in trait for own in found for trait in own)
