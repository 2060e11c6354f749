"""The table of words."""

import re

from mengzhan.model.resources import read_table
from mengzhan.rules.ads.vocabulary import any_of, label_words, words_for


def test_no_word_stands_twice_in_a_row_of_the_table() -> None:
    for row in read_table("ad_words"):
        words = row["words"].split("|")
        assert len(words) == len(set(words)), row["what"]
        assert all(words), row["what"]


def test_no_label_announces_two_things() -> None:
    rows = [row for row in read_table("ad_words") if row["what"].startswith("label_")]
    words = [
        word for row in rows if row["what"] != "label_bare" for word in row["words"].split("|")
    ]
    assert len(words) == len(set(words))
    assert label_words()["地址"] == "place"
    assert set(words_for("label_bare")) <= set(label_words())


def test_longer_words_come_first() -> None:
    match = re.match(any_of("firm_ending"), "奶茶铺")
    assert match is not None
    assert match[0] == "奶茶铺"
