"""State as a pure function of a set of entries (design section 4)."""

import random
import tracemalloc
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.entry import (
    CLOCK_KIND,
    DOUBT,
    ERASE,
    EXCERPT,
    GENESIS,
    REDACT,
    SET,
    Entry,
    NewEntry,
    Stamp,
    make_entry,
)
from mengzhan.model.fold import (
    State,
    collect_doubts,
    effective_sets,
    fold,
    is_doubted,
    needs_drop,
    seen_from,
    superseded,
)

RECORD = "rec1"


class Replica:
    """One copy of the database as a chain of entries; ``at`` counts up over all copies."""

    def __init__(self, name: str) -> None:
        self.name = name * 32
        self.seq = 0
        self.prev = GENESIS

    def write(
        self,
        at: int,
        values: dict[str, Any],
        seen: Iterable[Entry] = (),
        *,
        op: str = SET,
        target: str = "",
        action: str = "act",
        record: str = RECORD,
        kind: str = "person",
        words: str = "test",
    ) -> Entry:
        self.seq += 1
        stamp = Stamp(replica=self.name, actor="op", action=action, words=words, wall="")
        new = NewEntry(
            op=op,
            kind=kind,
            record=record,
            values=values,
            seen=[entry.mark for entry in seen],
            target=target,
        )
        entry = make_entry(
            stamp,
            new,
            seq=self.seq,
            at=f"2026-11-23T00:00:00.{at:03}Z+0000",
            prev=self.prev,
            salt=f"{at:032x}",
        )
        self.prev = entry.hash
        return entry


@pytest.fixture
def a() -> Replica:
    return Replica("a")


@pytest.fixture
def b() -> Replica:
    return Replica("b")


def rivals(state: State) -> dict[str, list[Any]]:
    sets = {name: [(e.set or {}).get(name) for e in found] for name, found in state.rivals.items()}
    return dict(sorted(sets.items()))


# The frontier ---------------------------------------------------------------------------------


def test_later_edits_win_field_by_field(a: Replica) -> None:
    first = a.write(1, {"name": "苏和", "phone": "19900000001"})
    second = a.write(2, {"phone": "19900000002"}, [first])
    state = fold([first, second])
    assert state.values == {"name": "苏和", "phone": "19900000002"}
    assert state.winners == {"name": first.mark, "phone": second.mark}
    assert state.rivals == {}
    assert state.heads == [second.mark]
    assert (state.first, state.last) == (first, second)


def test_two_that_did_not_know_of_each_other_are_a_conflict(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    one = a.write(2, {"phone": "2"}, [base])
    other = b.write(3, {"phone": "3"}, [base])
    state = fold([base, one, other])
    assert state.values["phone"] == "3"
    assert rivals(state) == {"phone": ["3", "2"]}
    assert state.heads == sorted([one.mark, other.mark])


def test_what_was_known_is_what_the_heads_had_seen(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    one = a.write(2, {"phone": "2"}, [base])
    other = b.write(3, {"phone": "3"}, [base])
    entries = [base, one, other]
    assert seen_from(entries, [one.mark]) == {base.mark, one.mark}
    assert seen_from(entries, [one.mark, other.mark]) == {entry.mark for entry in entries}
    assert seen_from(entries, ["never heard of"]) == set()


def test_equal_values_are_no_conflict(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    state = fold([base, a.write(2, {"phone": "2"}, [base]), b.write(3, {"phone": "2"}, [base])])
    assert state.values["phone"] == "2"
    assert state.rivals == {}


def test_an_edit_of_another_field_settles_nothing(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    one = a.write(2, {"phone": "2"}, [base])
    other = b.write(3, {"phone": "3"}, [base])
    elsewhere = a.write(4, {"note": "来过"}, [one, other])
    assert rivals(fold([base, one, other, elsewhere])) == {"phone": ["3", "2"]}


@pytest.mark.parametrize("chosen", ["2", "3", "4"])
def test_only_an_entry_that_sets_this_very_field_settles_it(
    a: Replica, b: Replica, chosen: str
) -> None:
    base = a.write(1, {"phone": "1"})
    one = a.write(2, {"phone": "2"}, [base])
    other = b.write(3, {"phone": "3"}, [base])
    settled = a.write(4, {"phone": chosen}, [one, other])
    state = fold([base, one, other, settled])
    assert state.values["phone"] == chosen
    assert state.rivals == {}


def test_whoever_settled_one_side_only_has_settled_nothing(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    one = a.write(2, {"phone": "2"}, [base])
    other = b.write(3, {"phone": "3"}, [base])
    again = a.write(4, {"phone": "4"}, [one])
    assert rivals(fold([base, one, other, again])) == {"phone": ["4", "3"]}


def test_seeing_reaches_through_entries_of_other_fields(a: Replica, b: Replica) -> None:
    first = a.write(1, {"phone": "1"})
    between = b.write(2, {"note": "?"}, [first])
    last = a.write(3, {"phone": "3"}, [between])
    state = fold([first, between, last])
    assert state.values["phone"] == "3"
    assert state.rivals == {}


def test_the_losing_value_is_never_dropped_however_late_it_comes(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    late = b.write(2, {"phone": "2"}, [base])
    newest = a.write(9, {"phone": "9"}, [base])
    assert fold([base, newest]).rivals == {}
    state = fold([base, newest, late])
    assert state.values["phone"] == "9"
    assert rivals(state) == {"phone": ["9", "2"]}


def test_a_cleared_field_stands_against_a_filled_one(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    state = fold([base, a.write(3, {"phone": None}, [base]), b.write(2, {"phone": "2"}, [base])])
    assert state.values["phone"] is None
    assert rivals(state) == {"phone": [None, "2"]}


def test_yes_and_one_are_different_values(a: Replica, b: Replica) -> None:
    state = fold([a.write(1, {"consent": True}), b.write(2, {"consent": 1})])
    assert rivals(state) == {"consent": [1, True]}


def test_unknown_kinds_and_fields_are_kept_word_for_word(a: Replica) -> None:
    entry = a.write(1, {"未来": ["x", "y"], "future": {"deep": [1, None]}}, kind="robot")
    state = fold([entry])
    assert state.kind == "robot"
    assert state.values == {"未来": ["x", "y"], "future": {"deep": [1, None]}}


def test_a_fork_keeps_both_branches(a: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    twin = Replica("a")
    twin.seq, twin.prev = a.seq, a.prev
    one, other = a.write(2, {"phone": "2"}, [base]), twin.write(3, {"phone": "3"}, [base])
    assert (one.replica, one.seq) == (other.replica, other.seq)
    assert rivals(fold([base, one, other])) == {"phone": ["3", "2"]}


def test_equal_times_are_ordered_by_replica(a: Replica, b: Replica) -> None:
    one, other = a.write(5, {"phone": "a"}), b.write(5, {"phone": "b"})
    for entries in ([one, other], [other, one]):
        assert fold(entries).values["phone"] == "b"


def test_a_tombstone_can_be_taken_back(a: Replica) -> None:
    first = a.write(1, {"name": "苏和"})
    gone = a.write(2, {"deleted": True}, [first])
    back = a.write(3, {"deleted": None}, [gone])
    assert fold([first, gone]).deleted
    assert not fold([first, gone, back]).deleted


def test_without_an_action_its_values_do_not_count(a: Replica) -> None:
    first = a.write(1, {"name": "苏和", "phone": "1"}, action="add")
    second = a.write(2, {"phone": "2"}, [first], action="edit")
    third = a.write(3, {"note": "x"}, [second], action="later")
    state = fold([first, second, third], without="edit")
    assert state.values == {"name": "苏和", "phone": "1", "note": "x"}
    assert state.heads == [third.mark]


def test_without_the_settlement_the_conflict_stands_again(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    one, other = a.write(2, {"phone": "2"}, [base]), b.write(3, {"phone": "3"}, [base])
    settled = a.write(4, {"phone": "2"}, [one, other], action="settle")
    assert rivals(fold([base, one, other, settled], without="settle")) == {"phone": ["3", "2"]}


def test_fold_refuses_none_and_mixed_records(a: Replica) -> None:
    with pytest.raises(ValueError, match="exactly one record"):
        fold([])
    with pytest.raises(ValueError, match="exactly one record"):
        fold([a.write(1, {}), a.write(2, {}, record="rec2")])


# Clocks in doubt ------------------------------------------------------------------------------


def doubt(writer: Replica, replica: Replica, first: int, last: int) -> Entry:
    return writer.write(
        999, {"first": first, "last": last}, op=DOUBT, record=replica.name, kind=CLOCK_KIND
    )


def test_a_doubtful_entry_loses_by_time(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    wrong = b.write(900, {"phone": "9"}, [base])
    right = a.write(2, {"phone": "2"}, [base])
    assert fold([base, wrong, right]).values["phone"] == "9"
    doubts = collect_doubts([doubt(a, b, 1, 1)])
    assert is_doubted(wrong, doubts)
    assert not is_doubted(right, doubts)
    state = fold([base, wrong, right], doubts)
    assert state.values["phone"] == "2"
    assert rivals(state) == {"phone": ["2", "9"]}


def test_a_doubtful_entry_still_stands_over_what_it_had_seen(a: Replica, b: Replica) -> None:
    base = a.write(1, {"phone": "1"})
    wrong = b.write(900, {"phone": "9"}, [base])
    state = fold([base, wrong], collect_doubts([doubt(a, b, 1, 1)]))
    assert state.values["phone"] == "9"
    assert state.rivals == {}


def test_doubt_names_a_span_with_both_ends(a: Replica, b: Replica) -> None:
    doubts = collect_doubts([doubt(a, b, 2, 3), a.write(5, {"first": 1, "last": 9})])
    entries = [b.write(n, {}) for n in range(1, 5)]
    assert [is_doubted(entry, doubts) for entry in entries] == [False, True, True, False]


# Erasure and redaction ------------------------------------------------------------------------


def test_erasure_wins_over_earlier_later_and_concurrent(a: Replica, b: Replica) -> None:
    base = a.write(1, {"name": "苏和", "sex": "1"})
    gone = a.write(2, {"sex": "1", "residence": "150102"}, [base], op=ERASE)
    later = a.write(3, {"name": "苏和"}, [gone])
    beside = b.write(4, {"phone": "19900000001"}, [base])
    for entries in ([base, gone], [later, beside, gone, base]):
        state = fold(entries)
        assert state.erased
        assert state.values == {"sex": "1", "residence": "150102"}
        assert state.rivals == {}


def test_after_an_erasure_only_residues_are_kept(a: Replica) -> None:
    base = a.write(1, {"name": "苏和"})
    gone = a.write(2, {"sex": "1"}, [base], op=ERASE)
    assert needs_drop(base, erased=True, redacted=())
    assert not needs_drop(gone, erased=True, redacted=())
    assert needs_drop(base, erased=False, redacted=[base.mark])
    assert not needs_drop(base, erased=False, redacted=["0" * 16])
    assert fold([base.dropped(), gone]).values == fold([base, gone]).values


def test_a_redaction_replaces_one_payload_and_leaves_the_conflict(a: Replica, b: Replica) -> None:
    base = a.write(1, {"note": "-"})
    named = a.write(2, {"note": "苏和来过", "mode": "1"}, [base])
    other = b.write(3, {"note": "没人"}, [base])
    cut = a.write(4, {"note": "〔已删除〕来过", "mode": "1"}, [named], op=REDACT, target=named.mark)
    for entries in ([base, named, other, cut], [base, named.dropped(), other, cut]):
        state = fold(entries)
        assert state.values == {"note": "没人", "mode": "1"}
        assert [entry.mark for entry in state.rivals["note"]] == [other.mark, named.mark]
        assert effective_sets(entries)[named.mark]["note"] == "〔已删除〕来过"


def test_a_redaction_settles_nothing_and_outlives_no_edit(a: Replica) -> None:
    named = a.write(1, {"note": "苏和来过"})
    edited = a.write(2, {"note": "改写"}, [named])
    cut = a.write(3, {"note": "〔已删除〕来过"}, [edited], op=REDACT, target=named.mark)
    assert fold([named.dropped(), edited, cut]).values == {"note": "改写"}


def test_a_text_redacted_twice_stays_where_it_was(a: Replica) -> None:
    named = a.write(1, {"note": "苏和、孟和来过"})
    edited = a.write(2, {"note": "改写"}, [named])
    once = a.write(3, {"note": "〔〕、孟和来过"}, [edited], op=REDACT, target=named.mark)
    twice = a.write(4, {"note": "〔〕、〔〕来过"}, [once], op=REDACT, target=once.mark)
    entries = [named.dropped(), edited, once.dropped(), twice]
    assert fold(entries).values == {"note": "改写"}
    assert fold([named.dropped(), once.dropped(), twice]).values == {"note": "〔〕、〔〕来过"}


def test_of_two_redactions_of_one_entry_the_later_counts(a: Replica, b: Replica) -> None:
    named = a.write(1, {"note": "苏和"})
    one = a.write(2, {"note": "甲"}, [named], op=REDACT, target=named.mark)
    two = b.write(3, {"note": "乙"}, [named], op=REDACT, target=named.mark)
    for entries in ([named, one, two], [two, one, named]):
        assert fold(entries).values == {"note": "乙"}


# Any set of entries, in any order ---------------------------------------------------------------

FIELDS = ("name", "phone", "note", "future")


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Entries of one record from three copies that learn of each other at random."""
    replicas = [Replica(letter) for letter in "abc"]
    known: list[list[Entry]] = [[], [], []]
    everything: list[Entry] = []
    clock = 0
    for _ in range(draw(st.integers(1, 9))):
        who = draw(st.integers(0, 2))
        if draw(st.booleans()):
            other = draw(st.integers(0, 2))
            known[who] = [*{e.hash: e for e in known[who] + known[other]}.values()]
        clock += draw(st.integers(0, 2))
        seen = {mark for entry in known[who] for mark in entry.seen}
        heads = [entry for entry in known[who] if entry.mark not in seen]
        op = draw(st.sampled_from([SET] * 12 + [REDACT] * 2 + [ERASE]))
        target = draw(st.sampled_from(known[who])).mark if op == REDACT and known[who] else ""
        names = draw(st.sets(st.sampled_from(FIELDS), max_size=3))
        values = {name: draw(st.sampled_from(["1", "2", None])) for name in sorted(names)}
        entry = replicas[who].write(clock, values, heads, op=op, target=target)
        known[who].append(entry)
        everything.append(entry)
    return everything


spans = st.dictionaries(
    st.sampled_from(["a" * 32, "b" * 32]),
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 5)), max_size=2),
    max_size=2,
)
MANY = settings(max_examples=50)


def whole(state: State) -> dict[str, Any]:
    return asdict(state)


@MANY
@given(journals(), spans, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    entries: list[Entry], doubts: dict[str, list[tuple[int, int]]], chance: random.Random
) -> None:
    expected = whole(fold(entries, doubts))
    shuffled = entries + chance.sample(entries, len(entries) // 2)
    chance.shuffle(shuffled)
    assert whole(fold(shuffled, doubts)) == expected


def reachable(entries: Sequence[Entry], mark: str) -> set[str]:
    by_mark = {entry.mark: entry for entry in entries}
    found: set[str] = set()
    pending = [s for s in by_mark[mark].seen if s in by_mark]
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            pending += [s for s in by_mark[current].seen if s in by_mark]
    return found


@MANY
@given(journals())
def test_the_frontier_is_what_the_design_says(entries: list[Entry]) -> None:
    state = fold(entries)
    if state.erased:
        return
    sets = effective_sets(entries)
    for name in FIELDS:
        setters = [e for e in entries if e.op == SET and name in sets.get(e.mark, {})]
        if not setters:
            assert name not in state.values
            continue
        overtaken = {m for e in setters for m in reachable(entries, e.mark)}
        frontier = sorted((e for e in setters if e.mark not in overtaken), key=lambda e: e.order)
        assert state.values[name] == sets[frontier[-1].mark][name]
        if len({sets[e.mark][name] for e in frontier}) > 1:
            assert state.rivals[name] == frontier[::-1]
        else:
            assert name not in state.rivals


@MANY
@given(journals(), st.data())
def test_losing_entries_and_getting_them_again_ends_in_the_same_state(
    entries: list[Entry], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(entries), unique_by=lambda e: e.hash, min_size=1))
    fold(kept)
    assert whole(fold(kept + entries)) == whole(fold(entries))


@MANY
@given(journals())
def test_dropping_what_must_go_does_not_change_the_state(entries: list[Entry]) -> None:
    erased = any(entry.op == ERASE for entry in entries)
    redacted = {entry.target for entry in entries if entry.op == REDACT}
    dropped = [e.dropped() if needs_drop(e, erased, redacted) else e for e in entries]
    before, after = fold(entries), fold(dropped)
    assert (after.values, after.winners, after.heads) == (
        before.values,
        before.winners,
        before.heads,
    )
    assert {n: [e.mark for e in r] for n, r in after.rivals.items()} == {
        n: [e.mark for e in r] for n, r in before.rivals.items()
    }


def test_a_record_with_thousands_of_entries_takes_little_memory(a: Replica) -> None:
    entries = [a.write(0, {"note": "0"})]
    for number in range(1, 3000):
        entries.append(a.write(number % 1000, {"note": str(number)}, entries[-1:]))
    tracemalloc.start()
    state = fold(entries)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert state.values["note"] == "2999"
    assert peak < 16 * 2**20


# What an office tells of others ----------------------------------------------------------------


def test_what_an_office_tells_counts_where_nothing_else_is_known(a: Replica, b: Replica) -> None:
    told = a.write(1, {"name": "甲"}, words=EXCERPT)
    again = a.write(9, {"name": "乙"}, [told], op=REDACT, target=told.mark, words=EXCERPT)
    alone = fold([again, told])
    assert (alone.excerpt, alone.values) == (True, {"name": "乙"})
    own = b.write(2, {"name": "丙", "note": "本站的"})
    both = fold([again, own, told])
    assert (both.excerpt, both.values, both.rivals) == (False, own.set, {})
    assert both.heads == [own.mark]
    assert asdict(both) == asdict(fold([own]))


def test_what_an_office_told_last_stands_alone(a: Replica, b: Replica) -> None:
    told = a.write(1, {"name": "甲", "phone": "1"}, words=EXCERPT)
    closed = {"name": "甲", "phone": "1", "closed_on": "2026-11-23"}
    lost = a.write(5, closed, [told], op=REDACT, target=told.mark, words=EXCERPT)
    anew = b.write(9, {"name": "甲"}, [told], op=REDACT, target=told.mark, words=EXCERPT)
    for entries in ([told, lost, anew], [anew, told, lost], [anew, lost.dropped(), told.dropped()]):
        state = fold(entries)
        assert (state.values, state.rivals) == ({"name": "甲"}, {}), "no field of others is left"
        assert superseded(entries) == sorted((e for e in entries if e != anew), key=_order)


def _order(entry: Entry) -> tuple[str, str, int, str]:
    return entry.order


def test_an_office_may_tell_that_a_record_is_no_more(a: Replica) -> None:
    told = a.write(1, {"name": "甲"}, words=EXCERPT)
    gone = a.write(2, {}, [told], op=ERASE, words=EXCERPT)
    state = fold([gone, told])
    assert (state.excerpt, state.erased, state.values) == (True, True, {})
