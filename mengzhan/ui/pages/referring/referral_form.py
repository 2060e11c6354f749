"""The form of a referral: what nobody numbered gets the number of a letter when it is saved."""

from mengzhan.model.entry import Values
from mengzhan.rules.reader import Operation
from mengzhan.rules.referrals import log_referral
from mengzhan.ui.pages.record_form import RecordForm


class ReferralForm(RecordForm):
    """A record form whose new records have a number."""

    def operation(self, values: Values) -> Operation:
        return log_referral(values, self.record) if self.is_new else super().operation(values)
