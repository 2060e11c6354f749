"""What is said about a form."""

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.answers import Why, fillable
from mengzhan.sheets.filling.formwords import meaning, reason
from mengzhan.sheets.importing.headers import HeaderWords


@pytest.mark.parametrize(
    ("kind", "path", "words"),
    [
        ("person", "", "留空"),
        ("person", "name", "姓名"),
        ("person", "-serial", "序号"),
        ("person", "phone*", "电话（打码）"),
        ("person", "id_number#3", "证件号第 3 位"),
        ("person", "key_groups=K09", "重点群体：残疾人"),
        ("follow_up", "person.phone*", "人员的电话（打码）"),
        ("vacancy", "wage", "薪酬"),
    ],
)
def test_what_a_column_holds(kind: str, path: str, words: str) -> None:
    assert str(meaning(path, HeaderWords(KINDS[kind], KINDS))) == words


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_everything_that_can_be_picked_has_words_of_its_own(kind: str) -> None:
    words = HeaderWords(KINDS[kind], KINDS)
    offered = list(fillable(words))
    said = [str(meaning(path, words)) for path in offered]
    assert len(set(offered)) == len(offered)
    assert not {text for text in said if text in offered}, "no bare path is shown"
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_words(why: Why) -> None:
    assert str(reason(why))
