import pytest

from mengzhan.package.outcome import Outcome, PackageRefused


def test_words_are_the_documented_ones() -> None:
    assert [outcome.value for outcome in Outcome] == [
        "accepted",
        "already_in",
        "waiting",
        "clock_doubtful",
        "forked",
        "cannot_open",
        "damaged",
        "wrong_signature",
        "unknown_station",
        "newer_format",
        "chain_broken",
    ]


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_says_what_to_do_next_in_chinese(outcome: Outcome) -> None:
    for words in (outcome.title, outcome.explanation, outcome.next_step):
        text = str(words)
        assert any("\u4e00" <= char <= "\u9fff" for char in text)
        assert "{" not in text
    assert str(outcome.explanation).endswith("。")
    assert str(outcome.next_step).endswith("。")


def test_titles_tell_outcomes_apart() -> None:
    assert len({str(outcome.title) for outcome in Outcome}) == len(Outcome)


def test_applied_waiting_and_refused_do_not_overlap() -> None:
    for outcome in Outcome:
        states = (outcome.applies, outcome.waits, outcome.refuses)
        assert sum(states) == (0 if outcome is Outcome.ALREADY_IN else 1)


def test_what_applies() -> None:
    assert {outcome for outcome in Outcome if outcome.applies} == {
        Outcome.ACCEPTED,
        Outcome.CLOCK_DOUBTFUL,
        Outcome.FORKED,
    }


def test_refusals_say_that_nothing_changed() -> None:
    for outcome in Outcome:
        if outcome.refuses:
            assert "什么都没有改动" in str(outcome.explanation)


def test_refused_package_carries_outcome_detail_and_next_step() -> None:
    refused = PackageRefused(Outcome.DAMAGED, "zip_crc")
    assert (refused.outcome, refused.detail) == (Outcome.DAMAGED, "zip_crc")
    assert refused.code == "package.damaged"
    assert str(refused).endswith("请对方重新生成一个包再发。")


def test_an_accepted_package_is_no_refusal() -> None:
    with pytest.raises(ValueError, match="accepted"):
        PackageRefused(Outcome.ACCEPTED, "x")
