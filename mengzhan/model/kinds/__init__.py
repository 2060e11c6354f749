"""The record kinds, one module for each group of work. To add a field, add one line here.

What belongs here: declarations (labels, types, which fields are required, what fields say
together). What does not: how a value is stored, drawn or sent.
"""

from mengzhan.model.kind import Catalogue
from mengzhan.model.kinds.closing import EXPLANATION, MONTH_CLOSE
from mengzhan.model.kinds.employer import EMPLOYER, VISIT
from mengzhan.model.kinds.office import POLICY, RULE_TABLE, TASK, VERIFICATION
from mengzhan.model.kinds.person import PERSON
from mengzhan.model.kinds.service import ENROLMENT, FOLLOW_UP, REFERRAL, TRAINING_INTENT
from mengzhan.model.kinds.vacancy import VACANCY

KINDS = Catalogue(
    (
        PERSON,
        EMPLOYER,
        VACANCY,
        TRAINING_INTENT,
        FOLLOW_UP,
        VISIT,
        VERIFICATION,
        REFERRAL,
        ENROLMENT,
        POLICY,
        TASK,
        RULE_TABLE,
        EXPLANATION,
        MONTH_CLOSE,
    )
)
"""Every record kind of this version (design section 3)."""
