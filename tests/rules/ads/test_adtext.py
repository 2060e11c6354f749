"""A message keeps the place of every character."""

from mengzhan.rules.ads.adtext import TAKEN, AdText, Span


def test_signs_are_folded_one_for_one() -> None:
    raw = "🔥招：服务员２名，①包吃➕住\r\n👩‍💼电话"
    ad = AdText(raw)
    assert len(ad.folded) == len(raw)
    assert "招:服务员2名,①包吃+住" in ad.folded
    assert ad.words(Span(1, 3)) == "招："


def test_dashes_between_the_fields_of_an_entry_are_commas() -> None:
    entry = "③顺风大药房-收银-1人-2800-3500-包吃-13800000101"
    assert AdText(entry).folded == "③顺风大药房,收银,1人,2800-3500,包吃,13800000101"
    assert AdText("早8-晚6，3000-3500").folded == "早8-晚6,3000-3500"


def test_lines_are_counted_from_their_beginnings() -> None:
    ad = AdText("一行\n\n第三行")
    assert [ad.line_of(at) for at in (0, 2, 3, 4, 6)] == [0, 0, 1, 2, 2]
    assert [ad.words(ad.line_at(at)) for at in (2, 3, 4)] == ["一行", "", "第三行"]


def test_what_is_taken_is_seen_by_nobody_and_ends_a_clause() -> None:
    ad = AdText("服务员两名管饭")
    ad.take(Span(3, 5))
    assert ad.free == f"服务员{TAKEN}{TAKEN}管饭"
    assert [ad.words(span) for span in ad.clauses()] == ["服务员", "管饭"]


def test_a_part_of_a_message_keeps_its_places() -> None:
    ad = AdText("前面\n招保安", Span(3, 6))
    assert ad.words(Span(3, 6)) == "招保安"
    assert ad.folded == "  \n招保安"
    assert AdText("招人\n甲店\n电话", Span(0, 2), Span(6, 8)).folded == "招人\n  \n电话"


def test_signs_at_the_ends_are_no_words() -> None:
    ad = AdText(" ，地址：东街。")
    assert ad.words(ad.trimmed(Span(0, 8))) == "地址：东街"


def test_the_rest_is_what_has_words_in_it() -> None:
    assert AdText("！！ 车新活稳，-- 好").rest() == ["车新活稳"]
