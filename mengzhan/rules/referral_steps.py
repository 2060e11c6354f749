"""What comes next in a referral (职业介绍): its slip, the proof of arrival, the checks that it lasts."""

from datetime import date

from mengzhan.model.entry import Values, date_of
from mengzhan.rules.due import STAYS, stay_field
from mengzhan.rules.months import months_later
from mengzhan.rules.referral_state import is_working
from mengzhan.rules.referrals import lacks_evidence


def next_work(referral: Values, today: date) -> str:
    """Return what can be recorded of a referral today, in the words of ``rules.due``."""
    arrived = date_of(referral, "arrived_on")
    if arrived is None:
        return "referral"
    if not is_working(referral, today.isoformat()):
        return ""
    if lacks_evidence(referral):
        return "evidence"
    open_ = [
        months
        for months in STAYS
        if months_later(arrived, months) <= today
        and not any(referral.get(stay_field(later)) for later in STAYS if later >= months)
    ]
    return f"stay_{open_[-1]}" if open_ else "left"
