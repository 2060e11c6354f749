"""Who may qualify for a policy, why, and what is still missing or to be asked.

A policy has one or several ways to qualify; a way is a list of tests, rows of the table
``policy_tests``. A test compares one thing with what the records say on a day. A failed test ends
its way; what no record tells, or what can still be done, is named as missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter

from mengzhan.model.entry import text_of, texts_of
from mengzhan.model.resources import read_table
from mengzhan.model.words import Message
from mengzhan.rules.linked import linked
from mengzhan.rules.policies.conditions import TESTS, Finding
from mengzhan.rules.policies.library import Policy, library
from mengzhan.rules.policies.subject import Subject, subject_on
from mengzhan.rules.reader import Reader

RECOGNITION = "P15"
"""The item of ``policy_item`` by which somebody is recognised as hard to employ; its ways are the
codes of ``difficulty_type``."""

_OF_A_KIND = ("age_least", "graduated_over", "group")
"""The tests that tell one of these kinds from another."""

_WAY = itemgetter("item", "audience", "way")


@dataclass(frozen=True)
class Step:
    """One test of a way and what it is compared with."""

    test: str
    value: str


@dataclass(frozen=True)
class Way:
    """One way to qualify; ``name`` is empty where there is only one."""

    item: str
    audience: str
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Hint:
    """A policy that somebody may qualify for: why, and what is missing or to be asked."""

    policy: Policy
    way: str
    reasons: tuple[Message, ...] = field(repr=False)
    missing: tuple[Message, ...] = field(repr=False)


@cache
def ways() -> tuple[Way, ...]:
    """Return every way of the table, in its order."""
    return tuple(
        Way(item, audience, name, tuple(Step(row["test"], row["value"]) for row in rows))
        for (item, audience, name), rows in groupby(read_table("policy_tests"), _WAY)
    )


def hints(reader: Reader, record: str, day: date) -> list[Hint]:
    """Return what a person or an employer may qualify for, the least missing first.

    Of several ways to one policy the nearest is told. Other records have no hints.
    """
    subject = subject_on(reader, record, day)
    if subject is None:
        return []
    policies = {policy.item: policy for policy in library(reader, day) if policy.item}
    best: dict[str, Hint] = {}
    for way in ways():
        policy = policies.get(way.item)
        if policy is None or way.audience != subject.kind:
            continue
        hint = _judge(way, policy, subject)
        known = best.get(way.item)
        if hint is not None and (known is None or len(hint.missing) < len(known.missing)):
            best[way.item] = hint
    return sorted(best.values(), key=lambda hint: (len(hint.missing), hint.policy.item))


def difficulties(reader: Reader, record: str, day: date) -> list[Hint]:
    """Return to which of the six kinds of people who are hard to employ (就业困难人员, codes of
    ``difficulty_type``) a person may belong, in their order; ``Hint.way`` is the code.

    Only a kind for which something of its own speaks is told: an age, a group, the day of leaving
    school. Registration, and what no record tells, may still be missing.
    """
    policy = next((one for one in library(reader, day) if one.item == RECOGNITION), None)
    subject = subject_on(reader, record, day) if policy is not None else None
    if policy is None or subject is None:
        return []
    judged = (
        _judge(way, policy, subject)
        for way in ways()
        if way.item == RECOGNITION and way.audience == subject.kind and _speaks_for(way, subject)
    )
    return [hint for hint in judged if hint is not None]


def _speaks_for(way: Way, subject: Subject) -> bool:
    """Whether all that makes the kind what it is stands in the records."""
    own = [_test(step, subject) for step in way.steps if step.test in _OF_A_KIND]
    return all(one.reason is not None for one in own)


def _judge(way: Way, policy: Policy, subject: Subject) -> Hint | None:
    found = [_test(step, subject) for step in way.steps]
    if any(one.failed for one in found):
        return None
    reasons = tuple(one.reason for one in found if one.reason is not None)
    missing = tuple(one.missing for one in found if one.missing is not None)
    return Hint(policy, way.name, reasons, missing) if reasons else None


def _test(step: Step, subject: Subject) -> Finding:
    return TESTS[step.test](subject, step.value)


def told_of(reader: Reader, record: str) -> Mapping[str, str]:
    """Return item -> the last day on which somebody was told of a policy in a follow-up or visit."""
    found: dict[str, str] = {}
    for state in linked(reader, record, ("follow_up", "visit")):
        day = text_of(state.values, "day")
        for item in texts_of(state.values, "policies"):
            found[item] = max(found.get(item, ""), day)
    return found
