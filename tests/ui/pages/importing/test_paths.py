import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.ui.pages.importing.paths import NOTHING, PathWords, path_field


@pytest.mark.parametrize(
    ("kind", "path", "words"),
    [
        ("person", "id_number", "证件号"),
        ("vacancy", "employer.name", "单位的名称"),
        ("vacancy", "wage", "薪酬"),
        ("person", "key_groups=K04", "重点群体：农牧民工"),
        ("person", "-serial", "不导入（序号）"),
        ("person", "", "不导入"),
    ],
)
def test_what_a_column_gives_is_named(kind: str, path: str, words: str) -> None:
    assert PathWords(HeaderWords(KINDS[kind], KINDS)).of(path) == words


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_can_be_picked_and_nothing_too(kind: str) -> None:
    words = HeaderWords(KINDS[kind], KINDS)
    field, paths = path_field(words, "导入为")
    assert set(paths.values()) == {"", *(p for p in words.paths if not p.startswith("-"))}
    assert paths[NOTHING] == ""
    assert field.type.show(NOTHING) == "不导入"
    assert all(field.type.show(number) != number for number in paths)
