"""The divisions of Inner Mongolia."""

from collections import Counter

import pytest

from mengzhan.model.divisions import division_tree

GACHA = "152223203207"  # 兴安盟扎赉特旗, 乌兰毛都嘎查


def test_totals_of_the_statistics_bureau() -> None:
    levels = Counter(division.level for division in division_tree())
    assert levels == {
        "province": 1,
        "league": 12,
        "county": 108,
        "township": 1225,
        "village": 14592,
    }


def test_every_parent_is_in_the_table() -> None:
    tree = division_tree()
    assert all(d.parent is None or d.parent in tree for d in tree)


def test_a_place_knows_where_it_lies() -> None:
    tree = division_tree()
    assert tree.full_name("152221201") == "兴安盟科尔沁右翼前旗乌兰毛都苏木"
    assert tree.full_name("15") == "内蒙古自治区"
    assert tree.full_name("110101") == "110101"
    assert [d.code for d in tree.path("152221201")] == ["15", "1522", "152221", "152221201"]
    parent = tree.parent("152221201")
    assert parent is not None
    assert parent.name == "科尔沁右翼前旗"
    assert tree.parent("15") is None
    assert tree.banner(GACHA) == "152223"
    assert tree.banner("1522") is None


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        (GACHA, GACHA, 0),
        ("152221201001", "152221201002", 1),
        ("152221201001", "152221100001", 2),
        ("152221201001", "152222100001", 3),
        ("152221201001", "150102001001", 4),
        ("152221201001", "110101001001", 5),
        ("152221201001", "152221", 2),
    ],
)
def test_distance_counts_levels_up(one: str, other: str, levels: int) -> None:
    tree = division_tree()
    assert tree.distance(one, other) == tree.distance(other, one) == levels


def test_within() -> None:
    tree = division_tree()
    assert tree.is_within(GACHA, "1522")
    assert tree.is_within(GACHA, GACHA)
    assert not tree.is_within("1522", GACHA)
    assert not tree.is_within(GACHA, "152221")
    assert not tree.is_within(GACHA, "15222")
    assert not tree.is_within(GACHA, "")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("科尔沁右翼前旗", "152221"),
        ("科右前旗", "152221"),
        ("kyqq", "152221"),
        ("keyouqianqi", "152221"),
        ("乌兰毛都", "152221201"),
        ("wulanmaodu", "152221201"),
        ("科右前旗 wlmd", "152221201"),
        ("kyqq 乌兰毛都苏木", "152221201"),
        ("152221201", "152221201"),
        ("呼市", "1501"),
    ],
)
def test_the_first_hit_is_the_one_meant(typed: str, code: str) -> None:
    assert division_tree().search(typed)[0].code == code


def test_search_stays_within_a_place() -> None:
    tree = division_tree()
    hits = tree.search("乌兰毛都", within="152223")
    assert [hit.code for hit in hits] == [GACHA]
    assert all(hit.code.startswith("152221") for hit in tree.search("w", within="152221"))
    assert len(tree.search("嘎查", limit=7)) == 7


def test_an_empty_search_gives_the_places_below() -> None:
    tree = division_tree()
    assert {d.parent for d in tree.search("", within="152221")} == {"152221"}
    assert tree.search("   ")[0].code == "15"


def test_statistical_placeholders_are_known_but_never_offered() -> None:
    tree = division_tree()
    hidden = [d for d in tree if not d.offered]
    assert len(hidden) == 91
    assert tree.get(hidden[0].code) == hidden[0]
    parent = hidden[0].parent
    assert hidden[0] not in tree.children(parent)
    assert hidden[0] not in tree.search(hidden[0].name)


def test_farms_and_teams_are_offered() -> None:
    farms = [d for d in division_tree() if d.kind == "场队"]
    assert len(farms) > 400
    assert all(farm.offered for farm in farms)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("科右前旗", "152221"),
        ("内蒙古自治区兴安盟科尔沁右翼前旗", "152221"),
        ("内蒙古兴安盟科右前旗乌兰毛都苏木", "152221201"),
        ("科右前旗 乌兰毛都苏木", "152221201"),
        ("扎赉特旗乌兰毛都嘎查委员会", GACHA),
        ("兴安盟扎赉特旗乌兰毛都嘎查村民委员会", GACHA),
        ("152221201", "152221201"),
        ("152221201000", "152221201"),
        ("152221000000", "152221"),
        ("内蒙古自治区", "15"),
    ],
)
def test_an_address_in_a_spreadsheet_means_one_place(typed: str, code: str) -> None:
    found = division_tree().find(typed)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("typed", ["", "永安村", "北京市", "通辽市科尔沁右翼前旗", "扎旗", "9"])
def test_what_means_no_place_or_several_is_not_guessed(typed: str) -> None:
    assert division_tree().find(typed) is None


def test_a_name_of_several_places_is_found_within_one() -> None:
    found = division_tree().find("扎旗", within="1522")
    assert found is not None
    assert found.name == "扎赉特旗"


def test_every_offered_place_is_found_by_its_full_name() -> None:
    tree = division_tree()
    places = [d for d in tree if d.offered][::97]
    missed = [d for d in places if tree.find(tree.full_name(d.code)) != d]
    # Two villages of one township may share a name; those are not guessed.
    twins = [d for d in missed if sum(o.name == d.name for o in tree.children(d.parent)) > 1]
    assert missed == twins


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("152221201001", "152221201001", "152221201001"),
        ("152221201001", "152221201002", "152221201"),
        ("152221201001", "152222100001", "1522"),
        ("152221201001", "152221", "152221"),
        ("152221", "152221", "152221"),
        ("152221201001", "110105", ""),
        ("", "152221", ""),
    ],
)
def test_the_smallest_division_that_holds_both(one: str, other: str, common: str) -> None:
    assert division_tree().common(one, other) == division_tree().common(other, one) == common
