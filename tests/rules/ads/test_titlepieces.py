"""Which part of a piece names a vacancy."""

import re

import pytest

from mengzhan.rules.ads.titlepieces import (
    called_anything,
    name_in,
    standing_alone,
    unknown_in,
    work_in,
)


def _piece(text: str) -> re.Match[str]:
    piece = re.fullmatch(".*", text)
    assert piece
    return piece


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高薪诚聘前厅服务员", "前厅服务员"),
        ("急需骑手缺人", "骑手"),
        ("招做饭的师傅来", "做饭的师傅"),
        ("招羊绒厂挑毛工", "挑毛工"),
        ("招明天一起吃饭", ""),
    ],
)
def test_behind_the_last_call_stands_the_name(text: str, name: str) -> None:
    span, _ = name_in(_piece(text), strong=False)
    assert text[slice(*span)] == name


@pytest.mark.parametrize(
    ("text", "work"),
    [("拣土豆按袋", "拣土豆"), ("找人明天起甜菜", "起甜菜"), ("早上五点", "")],
)
def test_work_is_a_verb_and_its_object(text: str, work: str) -> None:
    span, _ = work_in(_piece(text), expected=True)
    assert text[slice(*span)] == work


def test_an_occupation_may_be_all_of_a_piece() -> None:
    assert standing_alone(_piece("服务员短期"))[1] > 0
    assert standing_alone(_piece("今天服务员很忙"))[1] == 0


def test_unknown_words_are_names_only_where_they_may_be() -> None:
    assert unknown_in(_piece("产房"), whole=True)[1] > 0
    assert unknown_in(_piece("产房"), whole=False)[1] == 0
    for words in ("先来", "再补", "手麻利", "麻利的", "全职"):
        assert unknown_in(_piece(words), whole=True)[1] == 0
        assert called_anything(_piece(words))[1] == 0
