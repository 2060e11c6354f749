"""The clauses of an ad: where they stand, which pieces they hold, and what the rules say."""

from dataclasses import replace

from mengzhan.rules.ads.clauses import SPEAKERS, Clause, parts
from mengzhan.rules.ads.lint import least_wage, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording
from mengzhan.rules.language.pieces import known_pieces

BOOK = rules_in_force()


def told(clause: Clause) -> set[str]:
    names = [f"{how} {fault}" for how in ("hit", "spared", "ad") for fault in SPEAKERS]
    return {name for name, known in zip(names, clause.told, strict=True) if known}


def test_commas_and_blanks_end_a_clause() -> None:
    text = "包吃住，４５岁 以下"
    (part,) = parts({"": Wording(text, BOOK.spellings)}, [], [])
    assert [text[one.start : one.end] for one in part.clauses] == ["包吃住", "４５岁", "以下"]


def test_a_clause_has_the_pieces_that_hold_its_characters() -> None:
    ad = Wording("包吃住，45岁 以下", BOOK.spellings)
    (part,) = parts({"": ad}, [], [])
    names = list(known_pieces())
    held = [[names[number] for number in part.numbers[slice(*one.pieces)]] for one in part.clauses]
    assert ["".join(one) for one in held] == ["包吃住", "45岁", "以下"]


def test_what_the_rules_say_is_told_of_the_clause_that_they_hit() -> None:
    ad = Wording("限女性，不收押金", BOOK.spellings)
    (part,) = parts({"": ad}, *rule_hits(ad, BOOK, least_wage()))
    first, second = part.clauses
    assert told(first) == {"hit sex", "ad sex"}
    assert told(second) == {"spared deposit_or_fees", "ad sex"}


def test_a_very_long_ad_is_read_in_parts() -> None:
    text = "招洗碗工，管吃管住，" * 120
    found = list(parts({"": Wording(text, BOOK.spellings)}, [], []))
    assert len(found) > 2
    assert max(len(part.numbers) for part in found) <= 512
    places = [(one.start, one.end) for part in found for one in part.clauses]
    assert places == [(at, at + 4) for at in range(0, len(text), 5)]


def test_a_clause_without_end_is_cut() -> None:
    (first, second) = parts({"": Wording("招" * 700, BOOK.spellings)}, [], [])
    assert [(one.start, one.end) for part in (first, second) for one in part.clauses] == [
        (0, 500),
        (500, 700),
    ]


def test_an_ad_without_words_has_no_parts() -> None:
    assert list(parts({"": Wording("，，\n", BOOK.spellings)}, [], [])) == []


def test_the_fields_of_a_vacancy_are_read_together_and_told_apart() -> None:
    texts = {"title": "女工，女工", "duties": "女工，洗碗"}
    ads = {field: Wording(text, BOOK.spellings) for field, text in texts.items()}
    hits, _ = rule_hits(ads["duties"], BOOK, least_wage())
    (part,) = parts(ads, [replace(hit, field="duties") for hit in hits], [])
    assert [(one.field, texts[one.field][one.start : one.end]) for one in part.clauses] == [
        ("title", "女工"),
        ("title", "女工"),
        ("duties", "女工"),
        ("duties", "洗碗"),
    ]
    names = list(known_pieces())
    held = ["".join(names[n] for n in part.numbers[slice(*one.pieces)]) for one in part.clauses]
    assert [words.strip("▁") for words in held] == ["女工", "女工", "女工", "洗碗"]
    assert ["hit sex" in told(one) for one in part.clauses] == [False, False, True, False]
