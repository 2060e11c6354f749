"""The search index."""

import pytest

from mengzhan.model.lookup import LookupIndex, fold_query

INDEX = LookupIndex(["01", "02", "11"], [("家畜饲养员", "羊倌"), ("电焊工",), ("焊工", "电焊工")])


@pytest.mark.parametrize(
    ("typed", "ranks"),
    [
        ("羊倌", {0: 0}),
        ("电焊", {1: 1, 2: 1}),
        ("焊工", {1: 2, 2: 0}),
        ("01", {0: 0}),
        ("1", {2: 1}),
        ("jcsyy", {0: 3}),
        ("yg", {0: 3}),
        ("JiaChu", {0: 5}),
        ("hg", {1: 6, 2: 3}),
        ("d", {1: 4, 2: 4}),
        ("y", {0: 4}),
        ("没有", {}),
        ("", {}),
        ("！", {}),
    ],
)
def test_ranks(typed: str, ranks: dict[int, int]) -> None:
    assert INDEX.ranks(typed) == ranks


def test_nothing_to_search_in() -> None:
    assert LookupIndex([], []).ranks("a") == {}


def test_queries_are_folded() -> None:
    assert fold_query(" Ａb c'Ü ") == "abcv"
