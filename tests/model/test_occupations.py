"""The classification of occupations and its plain words."""

from collections import Counter

import pytest

from mengzhan.model.occupations import occupations


def test_totals_of_the_2022_classification() -> None:
    levels = Counter(entry.level for entry in occupations())
    assert levels == {1: 8, 2: 79, 3: 450, 4: 1639}


def test_every_group_is_there() -> None:
    table = occupations()
    assert all(entry.parent is None or entry.parent in table for entry in table)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("羊倌", "家畜饲养员"),
        ("放羊", "家畜饲养员"),
        ("接羔", "家畜饲养员"),
        ("打草", "农机驾驶操作员"),
        ("力工", "装卸搬运工"),
        ("门卫", "保安员"),
        ("草管员", "草地监护员"),
        ("月嫂", "婴幼儿发展引导员"),
        ("瓦工", "砌筑工"),
        ("奶豆腐", "乳品加工工"),
        ("外卖员", "网约配送员"),
        ("焊工", "焊工"),
        ("4-10-01-05", "养老护理员"),
    ],
)
def test_plain_words_mean_one_occupation(word: str, name: str) -> None:
    table = occupations()
    found = table.find(word)
    assert found is not None
    assert found.name == name
    assert table.search(word)[0] == found


def test_a_word_of_two_occupations_is_offered_not_guessed() -> None:
    table = occupations()
    assert table.find("护工") is None
    assert {o.name for o in table.search("护工")[:2]} == {"养老护理员", "医疗护理员"}


@pytest.mark.parametrize("typed", ["jcsyy", "jiachusiyang", "yangguan", "5-03-02-01"])
def test_typing_pinyin_or_code(typed: str) -> None:
    assert occupations().search(typed)[0].name == "家畜饲养员"


def test_every_alias_leads_to_its_occupation() -> None:
    table = occupations()
    for entry in table:
        for alias in entry.aliases:
            assert entry in table.search(alias), alias


def test_distance_in_the_classification() -> None:
    table = occupations()
    assert table.distance("5-03-02-01", "5-03-02-01") == 0
    assert table.distance("5-03-02-01", "5-03-02-02") == 1
    assert table.distance("5-03-02-01", "5-03-01-01") == 2
    assert table.distance("5-03-02-01", "5-05-05-01") == 3
    assert table.distance("5-03-02-01", "4-10-01-05") == 4
    assert table.distance("5-03-02-01", "5-03") == 2


def test_unknown_codes_and_empty_text() -> None:
    table = occupations()
    assert table.get("9-99-99-99") is None
    assert table.label("9-99-99-99") == "9-99-99-99"
    assert table.search("", limit=3)[0].code == "1"
    assert table.search("没有这个工种") == []


def test_the_path_names_the_groups() -> None:
    table = occupations()
    assert [o.level for o in table.path("5-03-02-01")] == [1, 2, 3, 4]
    assert [o.code for o in table.children("5-03-02")] == ["5-03-02-01", "5-03-02-02"]
