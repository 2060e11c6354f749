"""Which names stand for vacancies of their own."""

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.titlechoice import apart, named_again, without_guesses, without_repeats
from tests.rules.ads.conftest import Say


def _fact(text: str, words: str, what: str = "title", sure: float = 0.9) -> Fact:
    start = text.index(words)
    return Fact(what, None, Span(start, start + len(words)), sure)


def _words(text: str, facts: list[Fact]) -> list[str]:
    return [text[slice(*fact.span)] for fact in facts]


def test_names_joined_in_one_come_apart() -> None:
    text = "招服务员和洗碗工"
    assert _words(text, list(apart(AdText(text), _fact(text, "服务员和洗碗工")))) == [
        "服务员",
        "洗碗工",
    ]


def test_names_without_a_sign_come_apart_if_each_is_named_again() -> None:
    alone, again = "大工小工 350", "大工小工，大工350，小工220"
    assert _words(alone, list(apart(AdText(alone), _fact(alone, "大工小工")))) == ["大工小工"]
    assert _words(again, list(apart(AdText(again), _fact(again, "大工小工")))) == ["大工", "小工"]


def test_occupations_without_a_sign_come_apart_but_not_from_what_anybody_is_called() -> None:
    def parts(name: str) -> list[str]:
        text = f"招{name}，3500"
        return _words(text, list(apart(AdText(text), _fact(text, name))))

    assert parts("服务员洗碗工") == ["服务员", "洗碗工"]
    assert parts("木工瓦工钢筋工") == ["木工", "瓦工", "钢筋工"]
    assert parts("装载机司机") == ["装载机司机"]
    assert parts("电工师傅") == ["电工师傅"]
    assert parts("美容师助理") == ["美容师助理"]


def test_whoever_leaves_is_not_sought_beside_another() -> None:
    text = "配菜工走了，招切配1名"
    facts = [_fact(text, "配菜工"), _fact(text, "切配")]
    assert _words(text, without_guesses(AdText(text), facts, [])) == ["切配"]
    assert without_guesses(AdText(text), facts[:1], []) == facts[:1]


def test_a_slash_parts_names_only_if_each_is_named_again() -> None:
    alone, again = "助理/学徒 2500", "店员/药师，店员3000，药师5000"
    assert _words(alone, list(apart(AdText(alone), _fact(alone, "助理/学徒")))) == ["助理/学徒"]
    assert _words(again, list(apart(AdText(again), _fact(again, "店员/药师")))) == ["店员", "药师"]


def test_a_part_of_a_name_before_a_sum_is_that_name_again() -> None:
    text = "检票员8，检票3600"
    found, pay = [_fact(text, "检票员")], [_fact(text, "3600", "pay")]
    ad = AdText(text)
    ad.took([*found, *pay])
    assert _words(text, list(named_again(ad, pay, found))) == ["检票"]


def test_a_guess_stays_only_without_a_sure_name() -> None:
    text = "保安1名，扫院子，3000"
    guess = _fact(text, "扫院子", sure=0.5)
    counts = [_fact(text, "1名", "headcount")]
    assert _words(text, without_guesses(AdText(text), [_fact(text, "保安"), guess], counts)) == [
        "保安"
    ]
    assert without_guesses(AdText(text), [guess], counts) == [guess]


def test_a_vague_name_gives_way_to_what_is_done() -> None:
    text = "临时工十五名切黄芪"
    facts = [_fact(text, "临时工"), _fact(text, "切黄芪", sure=0.6)]
    counts = [_fact(text, "十五名", "headcount")]
    assert _words(text, without_repeats(AdText(text), facts, counts)) == ["切黄芪"]


def test_a_couple_sought_for_two_names_is_one_vacancy(said: Say) -> None:
    text = "项目部急聘：电工2名，9000；厨师+帮厨（夫妻，一月共12000）。13800000101"
    assert said(text, "title") == ["电工", "厨师+帮厨"]
    text = "食堂急聘：厨师+帮厨，6000。13800000101"
    assert said(text, "title") == ["厨师", "帮厨"]
