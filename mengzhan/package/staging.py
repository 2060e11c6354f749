"""Comparing an opened package with the journal: what it would do, before anything is applied."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from mengzhan.model.clock import is_doubtful, wall_text
from mengzhan.model.entry import Entry
from mengzhan.package.opening import Opened
from mengzhan.package.outcome import Outcome
from mengzhan.store.journal import Journal


@dataclass
class Plan:
    """What applying a package would do.

    ``doubtful`` are (replica, first, last) of entries whose clock lies more than 24 h ahead of
    everything known; ``missing`` are (replica, first, last) of the hole in front of a range.
    """

    outcome: Outcome
    opened: Opened
    new: list[Entry] = field(default_factory=list)
    known: int = 0
    missing: list[tuple[str, int, int]] = field(default_factory=list)
    forks: list[tuple[str, int]] = field(default_factory=list)
    doubtful: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many records of each kind the new entries touch."""
        return dict(Counter(kind for kind, _ in {(e.kind, e.record) for e in self.new}))


def stage(opened: Opened, journal: Journal, now: datetime) -> Plan:
    """Work out the outcome of applying ``opened`` to ``journal``."""
    known = journal.known(opened.entries)
    new = [entry for entry in opened.entries if entry.hash not in known]
    plan = Plan(Outcome.ACCEPTED, opened, new, len(opened.entries) - len(new))
    _find_holes(plan, journal)
    _find_forks(plan, journal)
    _find_doubts(plan, journal, now)
    if not plan.new:
        plan.outcome = Outcome.ALREADY_IN
    elif plan.missing:
        plan.outcome = Outcome.WAITING
    elif plan.forks:
        plan.outcome = Outcome.FORKED
    elif plan.doubtful:
        plan.outcome = Outcome.CLOCK_DOUBTFUL
    return plan


def _find_holes(plan: Plan, journal: Journal) -> None:
    """A range that joins or overlaps what is held is fine; one beyond a hole waits.

    Ranges of one replica may join one another, or what came singly by receipt.
    """
    reached: dict[str, int] = {}
    for span in sorted(plan.opened.manifest.ranges, key=lambda span: (span.replica, span.first)):
        held = reached.get(span.replica)
        if held is None:
            held = journal.contiguous(span.replica).seq
        singly = journal.of_replica(span.replica, held + 1, span.first - 1)
        for seq in [*sorted({entry.seq for entry in singly}), span.first]:
            if seq > held + 1:
                plan.missing.append((span.replica, held + 1, seq - 1))
            held = max(held, seq)
        reached[span.replica] = max(held, span.last)


def _find_forks(plan: Plan, journal: Journal) -> None:
    """The same number with another hash, here or in front of a range: two copies went on."""
    within = Counter((entry.replica, entry.seq) for entry in plan.new)
    taken = journal.taken(plan.new)
    forks = dict.fromkeys(p for p, times in within.items() if times > 1 or p in taken)
    for span in plan.opened.manifest.ranges:
        before = journal.of_replica(span.replica, span.first - 1, span.first - 1)
        if before and span.before not in {entry.hash for entry in before}:
            forks[(span.replica, span.first - 1)] = None
    plan.forks = list(forks)


def _find_doubts(plan: Plan, journal: Journal, now: datetime) -> None:
    known = max(journal.highest(), f"{wall_text(now)}+0000")
    for entry in sorted(plan.new, key=lambda e: (e.replica, e.seq)):
        if not is_doubtful(entry.at, known):
            continue
        last = plan.doubtful[-1] if plan.doubtful else None
        if last and last[0] == entry.replica and last[2] + 1 == entry.seq:
            plan.doubtful[-1] = (entry.replica, last[1], entry.seq)
        else:
            plan.doubtful.append((entry.replica, entry.seq, entry.seq))
