"""How likely each character is part of something, and how that is learned."""

import random
from collections.abc import Sequence
from itertools import product
from math import exp, isclose

import numpy as np
import pytest

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.parse import facts_of, read_by_rules
from mengzhan.rules.ads.tagging import AFTER, KINDS, TAGS, Tagged, Tagger, Weights, begins, tagger
from mengzhan.rules.ads.traits import traits
from mengzhan.rules.language.characters import tag_scores
from tests.learning.tags import learned
from tests.learning.told import Example, tags

LETTERS = "xyz"


def by_traits(weights: Weights, traits: Sequence[Sequence[str]]) -> Tagged:
    """Tag what the model reads nothing in."""
    return Tagger(weights).tag(traits, [[0.0] * len(TAGS)] * len(traits))


def some_weights() -> dict[str, list[float]]:
    """Weights for a few traits and for what follows what, at random but always the same."""
    chance = random.Random(3)
    names = [*LETTERS, *(f"{AFTER}{tag}" for tag in TAGS)]
    return {name: [chance.uniform(-2, 2) for _ in TAGS] for name in names}


def courses(weights: dict[str, list[float]], message: str) -> dict[tuple[int, ...], float]:
    """How likely each way to tag a message is, by going through all of them."""
    found = {}
    for course in product(range(len(TAGS)), repeat=len(message)):
        pairs = list(zip((0, *course), course, strict=False))
        goes_on = [tag for tag in course if tag and tag % 2 == 0]
        if all(before in (tag - 1, tag) for before, tag in pairs if tag in goes_on):
            own = sum(weights[letter][tag] for letter, tag in zip(message, course, strict=True))
            after = sum(weights[f"{AFTER}{TAGS[before]}"][tag] for before, tag in pairs[1:])
            found[course] = exp(own + after)
    whole = sum(found.values())
    return {course: one / whole for course, one in found.items()}


def test_chances_are_those_of_all_ways_to_tag_a_message() -> None:
    weights = some_weights()
    told = courses(weights, "xyz")
    tagged = by_traits(weights, [[letter] for letter in "xyz"])
    for at, chances in enumerate(tagged.chances):
        for tag, chance in enumerate(chances):
            expected = sum(one for course, one in told.items() if course[at] == tag)
            assert isclose(chance, expected, abs_tol=1e-9)


def test_spans_have_the_chance_of_all_ways_that_hold_them() -> None:
    weights = some_weights()
    told = courses(weights, "xyz")
    tagged = by_traits(weights, [[letter] for letter in "xyz"])
    found = [(kind, span, chance) for kind in KINDS for span, chance in tagged.spans(kind)]
    assert found
    for kind, (start, end), chance in found:
        first, on = begins(kind), begins(kind) + 1
        inside = (first, *[on] * (end - start - 1))
        expected = sum(
            one
            for course, one in told.items()
            if course[start:end] == inside and course[end : end + 1] != (on,)
        )
        assert isclose(chance, expected, abs_tol=1e-9)


def test_what_the_model_reads_is_added_to_what_traits_weigh() -> None:
    weights = some_weights()
    follows = {name: row for name, row in weights.items() if name.startswith(AFTER)}
    read = [weights[letter] for letter in "xyz"]
    traits_only = by_traits(weights, [[letter] for letter in "xyz"]).chances
    half_and_half = Tagger(weights).tag(
        [["x"], [], ["z"]], [[0.0] * len(TAGS), read[1], [0.0] * len(TAGS)]
    )
    read_only = Tagger(follows).tag([[], [], []], read)
    for found in (half_and_half, read_only):
        for row, expected in zip(found.chances, traits_only, strict=True):
            assert row == pytest.approx(expected)


def test_long_messages_do_not_run_out_of_numbers() -> None:
    tagged = by_traits(some_weights(), [["x"]] * 3000)
    assert isclose(sum(tagged.chances[1500]), 1.0)


def test_nothing_known_is_no_trouble() -> None:
    assert by_traits({}, []).chances == []
    assert isclose(sum(by_traits({}, [["unheard of"]]).chances[0]), 1.0)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("食堂招洗碗工2名，月薪3000元，电话13800000101王姐", "title", "洗碗工"),
        ("食堂招洗碗工2名，月薪3000元，电话13800000101王姐", "contact", "王姐"),
        ("招保安，月薪2600元，上一休二，地址：陶林镇老街口", "place", "陶林镇老街口"),
    ],
)
def test_the_shipped_weights_know_plain_messages(text: str, kind: str, words: str) -> None:
    ad = AdText(text)
    tagged = tagger().tag(traits(ad.folded, facts_of(read_by_rules(ad))), tag_scores(ad.folded))
    span = Span(text.index(words), text.index(words) + len(words))
    assert tagged.share(kind, span) > 0.8
    assert max(tagged.spans(kind), key=lambda one: one[1])[0] == span


def test_truth_is_found_in_the_message_the_longer_words_first() -> None:
    text = "电工2名，持高压电工证，不怕高。电工找王工"
    vacancy = {"title": "电工", "requirements": "持高压电工证，不怕高", "contact": "王工"}
    found = tags(AdText(text).folded, [vacancy])
    names = "".join(TAGS[tag].ljust(2, ".") for tag in found)
    assert names == "t<t-......" + "r<" + "r-" * 9 + ".." + "t<t-..c<c-"


def shown() -> list[Example]:
    """Return messages in which whoever is looked for stands behind 找."""
    told = [("找放羊的", "放羊"), ("找放牛的", "放牛"), ("找放马的", "放马")] * 4
    return [Example(traits(text, []), tags(text, [{"title": title}]), []) for text, title in told]


def test_what_was_shown_is_learned() -> None:
    nothing = [np.zeros((len(one.tags), len(TAGS)), np.float32) for one in shown()]
    found, text = learned(shown(), nothing), "找放驼的"
    tagged = by_traits(found.traits, traits(text, []))
    assert max(tagged.spans("title"), key=lambda one: one[1])[0] == Span(1, 3)


def test_what_is_read_counts_as_far_as_it_was_right() -> None:
    right = [np.eye(len(TAGS), dtype=np.float32)[one.tags] for one in shown()]
    wrong = [np.roll(scores, 3, axis=1) for scores in right]
    title = begins("title")
    trusted, doubted = (learned(shown(), read).read[title, title] for read in (right, wrong))
    assert trusted > doubted
