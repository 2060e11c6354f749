"""Names as people here have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.personname import check_name, clean_name, mask_name


@pytest.mark.parametrize(
    "name",
    [
        "巴特尔",
        "其其格",
        "乌云其木格",
        "孛儿只斤·乌云塔娜",
        "敖日格勒图门巴雅尔",
        "𠮷日格勒",
        "李𠮷",
        "㛃敏",
        "欧阳娜仁花",
    ],
)
def test_real_sorts_of_names_pass(name: str) -> None:
    assert check_name(name) == []
    assert clean_name(name) == name


@pytest.mark.parametrize("dot", [*"•・‧.．･∙⋅●", " · ", "· "])
def test_every_dot_becomes_the_middle_dot(dot: str) -> None:
    assert clean_name(f"孛儿只斤{dot}乌云") == "孛儿只斤·乌云"
    assert check_name(f"孛儿只斤{dot}乌云") == []


def test_spaces_between_characters_go() -> None:
    assert clean_name("李　 明") == "李明"
    assert clean_name(" 巴 特 尔 ") == "巴特尔"


@pytest.mark.parametrize(
    ("typed", "code", "severity"),
    [
        ("", "NAME_EMPTY", "block"),
        ("·", "NAME_EMPTY", "block"),
        ("巴", "NAME_SHORT", "warn"),
        ("𠮷", "NAME_SHORT", "warn"),
        ("巴特尔1", "NAME_DIGITS", "block"),
        ("19900001234", "NAME_DIGITS", "block"),
        ("巴特尔（大）", "NAME_BRACKETS", "block"),
        ("巴特尔(组长", "NAME_BRACKETS", "block"),
        ("巴特尔abc", "NAME_CHARACTERS", "block"),
        ("巴特尔、其其格", "NAME_CHARACTERS", "block"),
        ("孛儿只斤··乌云", "NAME_CHARACTERS", "block"),
        ("Bat Erdene", "NAME_LATIN", "warn"),
        ("Бат", "NAME_LATIN", "warn"),
        ("ᠪᠠᠲᠤ", "NAME_MONGOLIAN_SCRIPT", "warn"),
        ("巴" * 31, "NAME_LONG", "block"),
    ],
)
def test_problems_are_named(typed: str, code: str, severity: str) -> None:
    problems = check_name(typed)
    assert [(p.code, p.severity) for p in problems] == [(code, severity)]


def test_thirty_rare_characters_are_thirty() -> None:
    assert check_name("𠮷" * 30) == []


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_name(text)
    assert clean_name(once) == once
    check_name(text)


def test_masks() -> None:
    assert mask_name("巴特尔") == "巴**"
    assert mask_name("") == ""
