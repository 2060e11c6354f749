"""Patterns in a text: where they hit, what excuses them, and none upon another."""

from mengzhan.rules.ads.rulebook import Row, rules_in_force
from mengzhan.rules.ads.search import pattern_hits
from mengzhan.rules.ads.wording import Wording

BASE: Row = {
    "id": "X-1", "category": "试", "severity": "warn", "message": "别。", "advice": "删。",
    "basis": "试行", "pattern": "急招",
}  # fmt: skip


def hits(text: str, *rows: Row, around: str = "") -> list[tuple[str, str | None]]:
    book = rules_in_force().replaced_by(rows)
    ad = Wording(text, book.spellings)
    found, _ = pattern_hits(ad, book, around or ad.text)
    return [(hit.words, hit.replacement) for hit in found if hit.rule.id == "X-1"]


def test_every_place_is_found_but_none_twice() -> None:
    rows = (BASE, {"id": "X-1", "pattern": "急招人|招人手"})
    assert hits("急招人手，急招", *rows) == [("急招", None), ("急招", None)]


def test_a_clause_excuses_only_itself() -> None:
    assert hits("不算急招，急招", {**BASE, "unless": "不算"}) == [("急招", None)]


def test_a_reason_elsewhere_in_the_vacancy_excuses_all() -> None:
    assert hits("急招，急招", {**BASE, "lawful": "消防"}, around="消防\n急招，急招") == []


def test_a_rewrite_may_keep_a_part_of_the_words() -> None:
    row = {**BASE, "pattern": "急招(.工)", "rewrite": "招\\1"}
    assert hits("急招电工", row) == [("急招电工", "招电工")]
    assert hits("急招", {**BASE, "rewrite": "-"}) == [("急招", "")]
