"""The record kinds with the checks that follow from rules: what a station and an office work with.

The declarations stand in ``model.kinds``; a check that needs rules (an ad that is a fraud) is added
here, so that form, import, command line and office all make it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.kinds import KINDS
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


def check_ad(values: Values, today: date) -> Sequence[Problem]:
    """A vacancy whose words are those of a fraud cannot be saved; all else is only said."""
    from mengzhan.rules.ads.lint import breaches

    words = QT_TRANSLATE_NOOP("model", "“{words}”不能发布，改掉才能保存。{why}")
    return [
        Problem(
            "AD_FRAUD",
            hit.field,
            hit.words,
            Message(words, {"words": hit.words, "why": hit.message}),
        )
        for hit in breaches(values, ("block",), day=today)
    ]


WORKING_KINDS = KINDS.with_kind(
    replace(KINDS["vacancy"], checks=(*KINDS["vacancy"].checks, check_ad))
)
"""Every record kind of this version, fully checked."""
