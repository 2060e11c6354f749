"""What the rules found, weighed against what the words sound like."""

import re

import pytest

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.hearing import weighed
from mengzhan.rules.ads.parse import UNSURE_BELOW, parse_ad, read_by_rules
from mengzhan.rules.ads.tagging import TAGS, Tagged, Tagger, begins

TEXT = "张三李四招羊倌2名还有放驼人"


def sounds(*words: str, kind: str = "title") -> Tagged:
    """What a message sounds like in which nothing but these words are of a kind."""
    return _tagged({at: row for word in words for at, row in sure(word, kind=kind).items()})


def sure(word: str, how: float = 8.0, kind: str = "title") -> dict[int, list[float]]:
    """How its characters speak for a word, by where they stand."""
    first, start = begins(kind), TEXT.index(word)
    return {start + at: _row(first if at == 0 else first + 1, how) for at in range(len(word))}


def _tagged(rows: dict[int, list[float]]) -> Tagged:
    every = [rows.get(at, _row(0)) for at in range(len(TEXT))]
    return Tagger({}).tag([[]] * len(TEXT), every)


def _row(tag: int, how: float = 8.0) -> list[float]:
    return [how if at == tag else 0.0 for at in range(len(TAGS))]


def fact(words: str, kind: str = "title", sure: float = 0.9) -> Fact:
    start = TEXT.index(words)
    return Fact(kind, words, Span(start, start + len(words)), sure)


def heard(facts: list[Fact], tagged: Tagged, kind: str = "title", **more: object) -> list[str]:
    ad = AdText(TEXT)
    return [ad.words(one.span) for one in weighed(ad, kind, facts, tagged, **more)]  # type: ignore[arg-type]


def test_what_sounds_right_stays_as_it_is() -> None:
    assert weighed(AdText(TEXT), "title", [fact("羊倌")], sounds("羊倌")) == [fact("羊倌")]


def test_what_does_not_sound_like_it_is_left_out() -> None:
    assert heard([fact("李四"), fact("羊倌")], sounds("羊倌")) == ["羊倌"]


def test_beside_a_number_what_may_sound_like_a_vacancy_is_one() -> None:
    numbers = [Span(TEXT.index("2名"), TEXT.index("2名") + 2)]
    facts = [fact("羊倌"), fact("放驼人")]
    half = _tagged(sure("放驼人") | sure("羊倌", 1.2))
    assert heard(facts, half, numbers=numbers) == ["羊倌", "放驼人"]
    assert heard(facts, half) == ["放驼人"]
    assert heard(facts, sounds("放驼人"), numbers=numbers) == ["放驼人"]


def test_what_begins_a_line_of_the_same_form_is_one_too() -> None:
    text = "厨工 5000\n洗碗 4000\n天天见"
    first = begins("title")
    maybe = {text.index(word): text.index(word) + 1 for word in ("洗碗", "天天")}
    told = {0: _row(first), 1: _row(first + 1)}
    for begin, end in maybe.items():
        told |= {begin: _row(first, 2.0), end: _row(first + 1, 2.0)}
    every = [told.get(at, _row(0)) for at in range(len(text))]
    known = Fact("title", "厨工", Span(0, 2), 0.9)
    found = weighed(AdText(text), "title", [known], Tagger({}).tag([[]] * len(text), every))
    assert [text[slice(*one.span)] for one in found] == ["厨工", "洗碗"]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("钢厂行车工 7000\n铝厂电工 6000", ["行车工", "电工", "打渣"]),
        ("钢厂行车工 7000\n铝厂电工", ["行车工", "电工"]),
    ],
)
def test_an_entry_with_a_number_names_somebody_where_others_do(
    others: str, expected: list[str]
) -> None:
    text = f"{others}\n铝厂打渣 9000\n天天见"
    first = begins("title")
    told: dict[int, list[float]] = {}
    for word, how in (("行车工", 8.0), ("电工", 8.0), ("打渣", 2.0), ("天天", 2.0)):
        at = text.index(word)
        told |= {at: _row(first, how)} | {at + k: _row(first + 1, how) for k in range(1, len(word))}
    every = [told.get(at, _row(0)) for at in range(len(text))]
    numbers = [Span(*one.span()) for one in re.finditer(r"\d+", text)]
    known = [Fact("title", word, _span(text, word), 0.9) for word in ("行车工", "电工")]
    tagged = Tagger({}).tag([[]] * len(text), every)
    found = weighed(AdText(text), "title", known, tagged, numbers=numbers)
    assert {text[slice(*one.span)] for one in found} == set(expected)


def _span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def test_a_part_of_a_name_before_a_number_is_kept() -> None:
    text = "招工 绿化清扫 6人 测量 2人"
    numbers = [Span(text.index(words), text.index(words) + 2) for words in ("6人", "2人")]
    part = Fact("title", "绿化", Span(3, 5), 0.9)
    unread = Tagger({}).tag([[]] * len(text), [_row(0)] * len(text))
    other = Fact("title", "招工", Span(0, 2), 0.9)
    assert weighed(AdText(text), "title", [other, part], unread, numbers=numbers) == [part]


def test_in_what_is_told_as_work_no_vacancy_is_named() -> None:
    work = [Span(TEXT.index("放驼人"), len(TEXT))]
    assert heard([fact("羊倌")], sounds("羊倌", "放驼人"), elsewhere=work) == ["羊倌"]


def test_some_words_are_never_of_the_kind() -> None:
    def asked(text: str) -> list[Fact]:
        first = begins("requirements")
        rows = [_row(first), _row(first + 1), _row(first + 1), *[_row(0)] * (len(text) - 3)]
        tagged = Tagger({}).tag([[]] * len(text), rows)
        return weighed(AdText(text), "requirements", [], tagged)

    assert [one.span for one in asked("健康证要齐全")] == [Span(0, 3)]
    assert asked("健康证我们统一办") == []


def test_other_words_take_its_place_where_they_are_much_likelier() -> None:
    assert heard([fact("招羊倌")], sounds("羊倌")) == ["羊倌"]


def test_what_no_rule_found_is_added_and_is_unsure() -> None:
    found = weighed(AdText(TEXT), "title", [fact("羊倌")], sounds("羊倌", "放驼人"))
    assert [TEXT[slice(*one.span)] for one in found] == ["羊倌", "放驼人"]
    assert found[0].sure > UNSURE_BELOW > found[1].sure > 0


def test_of_a_list_only_the_own_entry_is_listened_to() -> None:
    entry = Span(0, TEXT.index("还有"))
    assert heard([fact("羊倌")], sounds("羊倌", "放驼人"), entry=entry) == ["羊倌"]


def test_a_message_does_not_lose_its_only_title() -> None:
    assert heard([fact("羊倌")], sounds()) == ["羊倌"]
    assert heard([fact("李四", "contact", 0.7)], sounds(), "contact") == []


def test_what_a_label_names_stays() -> None:
    assert heard([fact("李四", "contact", 0.95)], sounds(), "contact") == ["李四"]


def test_a_guess_beside_a_number_gives_way_to_a_name_that_is_heard() -> None:
    numbers = [Span(TEXT.index("2名"), TEXT.index("2名") + 2)]
    assert heard([fact("羊倌", sure=0.5)], sounds("放驼人"), numbers=numbers) == ["放驼人"]
    assert heard([fact("羊倌", sure=0.5)], sounds(), numbers=numbers) == ["羊倌"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("描唐卡的来，一天三百，管吃住，锡林浩特，13800000127", "描唐卡"),
        ("毡子作坊，弹羊毛的还缺俩，4500一个月，管吃住，找巴图13800000124", "弹羊毛"),
    ],
)
def test_a_trade_that_no_table_knows_is_read(text: str, title: str) -> None:
    (vacancy,) = parse_ad(text).vacancies
    assert vacancy.value("title") == title
    assert vacancy.fields["title"].sure < UNSURE_BELOW
    assert not any(part.titles for part in read_by_rules(AdText(text)))


def test_what_likely_names_end_in_is_kept_beside_a_number() -> None:
    text = "数学老师2名、英语老师1名，老师4000"
    every = [_row(0)] * len(text)
    for word in ("数学老师", "英语老师"):
        at, first = text.index(word), begins("title")
        every[at : at + 4] = [_row(first), *[_row(first + 1)] * 3]
    facts = [Fact("title", word, _span(text, word), 0.9) for word in ("数学老师", "英语老师")]
    again = Fact("title", "老师", Span(text.rindex("老师"), text.rindex("老师") + 2), 0.9)
    numbers = [_span(text, "4000")]
    tagged = Tagger({}).tag([[]] * len(text), every)
    found = weighed(AdText(text), "title", [*facts, again], tagged, numbers=numbers)
    assert again in found
    assert again not in weighed(AdText(text), "title", [*facts, again], tagged)
