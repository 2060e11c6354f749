"""What follows from a result: when to ask again, how often nobody was reached."""

from datetime import date

import pytest

from mengzhan.rules import answers
from mengzhan.rules.state import FILLED

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("outcome", "next_on"),
    [("F1", "2026-12-23"), ("F5", "2027-02-21"), ("F9", "2026-11-30"), ("F3", None)],
)
def test_the_outcome_says_when_to_ask_again(outcome: str, next_on: str | None) -> None:
    values = answers.follow_up("p", "1", outcome, TODAY)
    assert values.get("next_on") == next_on
    assert values["day"] == "2026-11-23"


def test_failed_contacts_are_counted_up_to_the_last_success() -> None:
    assert answers.missed_in_a_row(["F9", "F9", "F1", "F9"]) == 2
    assert answers.missed_in_a_row(["F1", "F9"]) == 0
    assert answers.missed_in_a_row([]) == 0
    assert answers.follow_up("p", "1", "F9", TODAY, 2)["missed"] == 3
    assert "missed" not in answers.follow_up("p", "1", "F1", TODAY, 2)


def test_a_referral_without_decision_waits_another_week() -> None:
    assert answers.referral("1", TODAY)["due_on"] == "2026-11-30"
    arrived = answers.referral("2", TODAY)
    assert arrived["arrived_on"] == arrived["result_on"] == "2026-11-23"
    assert "due_on" not in arrived


def test_only_answers_are_offered_on_a_slip_that_is_due() -> None:
    assert [code for code in "0123ABC" if answers.is_referral_answer(code)] == ["1", "2", "3"]


def test_a_vacancy_is_confirmed_for_thirty_days_or_closed() -> None:
    assert answers.still_offered(TODAY) == {"valid_until": "2026-12-23"}
    assert answers.closed_vacancy(FILLED, TODAY) == {
        "closed_on": "2026-11-23",
        "close_reason": "3",
    }
