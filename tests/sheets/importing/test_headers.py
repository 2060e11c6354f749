"""What the words above a column mean."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.kinds import KINDS
from mengzhan.model.resources import read_table
from mengzhan.sheets.importing.headers import TRIMMED, HeaderWords, forms, plain
from mengzhan.sheets.importing.mapping import SURE

ALL = {kind: HeaderWords(KINDS[kind], KINDS) for kind in KINDS}
PERSON, VACANCY, FOLLOW_UP = (ALL[kind] for kind in ("person", "vacancy", "follow_up"))


def best(words: HeaderWords, header: str) -> str:
    scores = words.scores(header)
    return max(scores, key=lambda path: scores[path], default="")


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_every_label_means_its_field(kind: str) -> None:
    words = ALL[kind]
    for item in KINDS[kind]:
        if item.name in words.paths:
            assert words.scores(item.label)[item.name] == 1.0, item.label


def test_a_field_has_one_row_of_words_and_each_of_them_once() -> None:
    rows = read_table("header_words")
    times = Counter((row["kind"], row["target"]) for row in rows)
    assert [row for row, count in times.items() if count > 1] == []
    for row in rows:
        words = row["words"].split("|")
        assert len(words) == len(set(words)), row["target"]


DECIDED_BY_CELLS = {("vacancy", "工种"), ("follow_up", "现状"), ("follow_up", "回访情况")}
"""What ledgers write over either of two fields: there the cells tell which it is."""


def test_a_word_stands_for_one_field_of_its_kind() -> None:
    targets: dict[tuple[str, str], set[str]] = {
        (kind.name, plain(item.label)): {item.name}
        for kind in KINDS.values()
        for item in kind
        if item.name in ALL[kind.name].paths
    }
    for row in read_table("header_words"):
        for word in row["words"].split("|") if row["kind"] != "*" else ():
            targets.setdefault((row["kind"], plain(word)), set()).add(row["target"])
    assert {word for word, found in targets.items() if len(found) > 1} == DECIDED_BY_CELLS


@pytest.mark.parametrize(
    ("words", "header", "path"),
    [
        (PERSON, "姓　名", "name"),
        (PERSON, "*身份证号码（18位）", "id_number"),
        (PERSON, "ＩＤ", ""),
        (PERSON, "联系电话1", "phone"),
        (PERSON, "序号", "-serial"),
        (PERSON, "没有导入的原因", "-own"),
        (VACANCY, "工资待遇", "wage"),
        (VACANCY, "招聘单位名称", "employer.name"),
        (VACANCY, "干什么活", "duties"),
        (VACANCY, "用工时间", "term"),
        (FOLLOW_UP, "回访对象", "person.name"),
        (FOLLOW_UP, "联系情况", "outcome"),
    ],
)
def test_headers_of_real_ledgers(words: HeaderWords, header: str, path: str) -> None:
    assert best(words, header) == path


@pytest.mark.parametrize(
    ("words", "label", "path"),
    [
        (PERSON, "*姓名：", "name"),
        (PERSON, "身份证号码（18位）", "id_number"),
        (PERSON, "序号", "-serial"),
        (PERSON, "期望的薪资", ""),
        (VACANCY, "特长/证书", ""),
        (PERSON, "", ""),
    ],
)
def test_what_a_label_certainly_means(words: HeaderWords, label: str, path: str) -> None:
    assert words.certain(label) == path


@given(
    st.sampled_from([word.word for word in PERSON.words]),
    st.sampled_from(["", "（元）", "2", "了"]),
)
def test_the_quick_way_agrees_with_the_thorough_one(word: str, end: str) -> None:
    sure = [path for path, score in PERSON.scores(word + end).items() if score >= TRIMMED]
    assert PERSON.certain(word + end) == (sure[0] if sure else "")


def test_ways_to_mean_a_header() -> None:
    assert [word for word, _ in forms("*现住址（到组）2")] == [
        plain("现住址到组2"),
        "现住址2",
        "住址",
    ]
    assert forms("（）") == []


def test_columns_of_ticks_name_a_code() -> None:
    assert ("key_groups=K04", False) in PERSON.ticked("农牧民工")
    assert all(asked for _, asked in PERSON.ticked("是否农牧民工"))
    assert PERSON.ticked("是") == []


def test_paths_that_a_column_can_be_taken_for() -> None:
    assert all(PERSON.accepts(path) for path in PERSON.paths)
    assert all(PERSON.accepts(path) for path in ("", "-age", "key_groups=K04"))
    refused = ("shoe_size", "key_groups=Q99", "name=1", "person.name", "key_groups=", "=")
    assert not any(PERSON.accepts(path) for path in refused)


@given(st.sampled_from(sorted(ALL)), st.text())
def test_no_header_stops_the_judging(kind: str, header: str) -> None:
    scores = ALL[kind].scores(header)
    assert all(0 <= score <= 1 for score in scores.values())
    assert set(scores) <= set(ALL[kind].paths)


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("意向工资", "wage_wish"),
        ("期望职位", "wanted_occupations"),
        ("户口在哪", "home"),
        ("特长/爱好", "skills"),
        ("去向：1已就业2升学3参军", "employment_status"),
    ],
)
def test_words_that_mean_the_same_are_understood(header: str, path: str) -> None:
    assert best(PERSON, header) == path
    scores = PERSON.scores(header)
    assert scores[path] >= SURE


def test_another_persons_number_is_still_another_thing() -> None:
    for header in ("家长手机号码", "联系人电话（父亲）", "银行卡号码", "户主证件编号"):
        assert all(score < SURE for score in PERSON.scores(header).values()), header
