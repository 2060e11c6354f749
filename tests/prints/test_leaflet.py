"""The leaflet: who, what, how much, where, on what basis, until when, and whom to ask."""

import pytest

from mengzhan.prints.leaflet import leaflets
from mengzhan.prints.mongolian import Script
from mengzhan.prints.paper import A4, A5
from mengzhan.rules.leaflets import Leaflet
from tests.postings import LONG_OUTLET, OUTLET
from tests.prints.measuring import all_words, faults, words_of

USUAL = Leaflet(
    "一次性创业补贴",
    "毕业5年内高校毕业生、就业困难人员",
    "每户5000元，一次性发放",
    "旗县就业服务中心",
    "内人社发〔2019〕30号",
    "2026年12月31日",
)
LONG = Leaflet(
    "就业困难人员社会保险补贴和灵活就业补贴" * 5,
    "登记失业的农牧民工、脱贫人口、退役军人；" * 25,
    "按当年最低缴费基数的三分之二给予补贴，" * 26,
    "科右前旗政务服务大厅二楼就业窗口" * 12,
    "内就劳发〔2025〕2号、" * 15,
    "2026年12月31日",
)


@pytest.mark.parametrize("paper", [A5, A4])
def test_a_leaflet_answers_every_question(paper: tuple[float, float]) -> None:
    made = leaflets([USUAL], OUTLET, paper)
    assert len(made.pages) == 1
    assert (made.pages[0].width, made.pages[0].height) == paper
    words = all_words(made)
    for expected in (
        "一次性创业补贴",
        "谁能享受毕业5年内高校毕业生、就业困难人员",
        "有什么、多少钱每户5000元",
        "到哪里办旗县就业服务中心",
        "政策依据内人社发〔2019〕30号",
        "有效期至2026年12月31日",
        OUTLET.phone,
    ):
        assert expected in words
    assert faults(made) == []


@pytest.mark.parametrize("paper", [A5, A4])
def test_a_long_policy_goes_on_and_loses_nothing(paper: tuple[float, float]) -> None:
    made = leaflets([LONG], LONG_OUTLET, paper)
    words = all_words(made)
    assert LONG.title in words
    assert words.count("按当年最低缴费基数的三分之二给予补贴，") >= 20
    assert words.count("登记失业的农牧民工") == 25
    assert "有效期至2026年12月31日" in words
    assert all(LONG_OUTLET.phone in words_of(page) for page in made.pages)
    assert faults(made) == []


def test_a_policy_of_which_little_is_known_asks_nothing_empty() -> None:
    words = all_words(leaflets([Leaflet("稳岗返还")], OUTLET))
    assert "稳岗返还" in words
    assert "谁能享受" not in words


def test_each_policy_has_its_own_page() -> None:
    assert len(leaflets([USUAL, USUAL], OUTLET).pages) == 2


def test_mongolian_stands_beside_it(script: Script) -> None:
    made = leaflets([USUAL, LONG], LONG_OUTLET, A5, script)
    assert any(words.turned for words in made.pages[0].words)
    assert faults(made) == []
