"""Names made where no server can be asked."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.ids import new_action, new_record, new_replica, uuid7


def test_the_example_of_rfc_9562() -> None:
    # Appendix A.6: 2022-02-22 14:22:22 GMT-05:00, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    random_bits = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert uuid7(0x017F22E279B0, random_bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_every_id_is_a_version_7_uuid_that_holds_its_time(at: int, random_bits: int) -> None:
    made = uuid.UUID(uuid7(at, random_bits))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == at


@given(st.integers(0, 2**48 - 2))
def test_a_later_millisecond_sorts_later_as_text(at: int) -> None:
    assert uuid7(at, 2**74 - 1) < uuid7(at + 1, 0)


def test_ids_and_replicas_do_not_repeat() -> None:
    assert len({uuid7(0) for _ in range(2000)}) == 2000
    replicas = {new_replica() for _ in range(200)}
    assert len(replicas) == 200
    assert all(len(replica) == 32 and int(replica, 16) >= 0 for replica in replicas)


def test_a_records_id_names_its_millisecond_and_replica() -> None:
    one, other = (uuid.UUID(new_record(0x017F22E279B0, "0123456789ab" + "f" * 20)) for _ in "12")
    assert one.version == other.version == 7
    assert one.variant == uuid.RFC_4122
    assert one.int >> 80 == 0x017F22E279B0
    assert (one.int >> 14) & (1 << 48) - 1 == 0x0123456789AB
    assert one != other


def test_actions_are_short_and_do_not_repeat() -> None:
    actions = {new_action() for _ in range(2000)}
    assert len(actions) == 2000
    assert {len(action) for action in actions} == {12}


def test_no_action_looks_like_an_option() -> None:
    assert not any("-" in new_action() for _ in range(2000))


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_an_id_is_written_as_uuids_are(milliseconds: int, bits: int) -> None:
    made = uuid7(milliseconds, bits)
    assert str(uuid.UUID(made)) == made
    assert uuid.UUID(made).int >> 80 == milliseconds
