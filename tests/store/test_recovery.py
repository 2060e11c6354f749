import itertools
import math

import pytest

from mengzhan.store.recovery import (
    ALPHABET,
    GROUPS,
    RecoveryLengthError,
    RecoveryTypoError,
    new_code,
    read_code,
)


def test_a_code_has_groups_without_look_alikes_and_enough_chance() -> None:
    code = new_code()
    groups = code.split("-")
    assert [len(group) for group in groups] == [5] * GROUPS
    assert not set(code) & set("0O1IL")
    assert GROUPS * 4 * math.log2(len(ALPHABET)) > 128
    assert new_code() != code


@pytest.mark.parametrize(
    "retype",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code}\n",
        lambda code: code.translate({ord(c): ord(c) + 0xFEE0 for c in ALPHABET + "-"}),
    ],
)
def test_any_way_of_typing_it_is_read(retype: "type[str]") -> None:
    code = new_code()
    assert read_code(retype(code)) == read_code(code)
    assert len(read_code(code)) == GROUPS * 4


def test_every_single_slip_is_told_with_its_group() -> None:
    code = new_code()
    for at, char in enumerate(code):
        if char == "-":
            continue
        for other in ALPHABET.replace(char, ""):
            with pytest.raises(RecoveryTypoError) as caught:
                read_code(code[:at] + other + code[at + 1 :])
            assert caught.value.message.params["group"] == at // 6 + 1


def test_every_exchange_of_neighbours_is_told() -> None:
    code = new_code().replace("-", "")
    for at, (left, right) in enumerate(itertools.pairwise(code)):
        if left != right:
            swapped = code[:at] + right + left + code[at + 2 :]
            with pytest.raises(RecoveryTypoError):
                read_code(swapped)


def test_exchanged_groups_are_told() -> None:
    groups = new_code().split("-")
    groups[2], groups[5] = groups[5], groups[2]
    with pytest.raises(RecoveryTypoError) as caught:
        read_code("-".join(groups))
    assert "第 3 组抄错了" in str(caught.value)


def test_a_look_alike_is_told() -> None:
    code = new_code()
    with pytest.raises(RecoveryTypoError) as caught:
        read_code("0" + code[1:])
    assert "第 1 组" in str(caught.value)


@pytest.mark.parametrize("typed", ["", "ABC", "恢复码"])
def test_a_short_code_is_told_how_long_it_should_be(typed: str) -> None:
    with pytest.raises(RecoveryLengthError) as caught:
        read_code(typed)
    assert f"一共 35 个字符，现在输入了 {len(typed)} 个" in str(caught.value)
