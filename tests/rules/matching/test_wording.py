"""Words of free text: what is affirmed counts, what is denied does not."""

import pytest

from mengzhan.rules.matching.wording import shared_words, skill_words, spoken_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("电焊、驾驶", ("电焊", "驾驶")),
        ("会 做奶食；剪羊毛", ("做奶食", "剪羊毛")),
        ("不会电脑，没学过，炒菜", ("炒菜",)),
        ("无人机驾驶、不锈钢焊接、无损检测", ("无人机驾驶", "不锈钢焊接", "无损检测")),
        ("", ()),
    ],
)
def test_skill_words(text: str, words: tuple[str, ...]) -> None:
    assert skill_words(text) == words


def test_a_word_is_shared_with_a_longer_one() -> None:
    assert shared_words(("电焊", "驾驶"), ("电焊工",)) == ["电焊"]
    assert shared_words(("挖掘机驾驶",), ("驾驶",)) == ["挖掘机驾驶"]
    assert shared_words(("电焊",), ()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("井下支护", "井下"),
        ("无粉尘，井下支护", "井下"),
        ("无粉尘", ""),
        ("不用下井，没有高空作业", ""),
        ("高空作业不用去", ""),
        ("没有露天或高空作业", ""),
        ("无高空", ""),
        ("露天作业", ""),
        ("不锈钢高空安装", "高空"),
        ("不怕高空作业", "高空"),
        ("免费培训高空作业", "高空"),
        ("无人机高空巡检", "高空"),
        ("没有经验可学高空作业", "高空"),
        ("不会的教，井下支护", "井下"),
    ],
)
def test_only_what_a_clause_affirms_counts(text: str, found: str) -> None:
    assert spoken_of(text, ("粉尘", "井下", "高空")) == found
