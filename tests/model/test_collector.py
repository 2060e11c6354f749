"""The collector sleeps during a block, and is afterwards as it was."""

import gc

import pytest

from mengzhan.model.collector import collector_at_rest


def test_it_sleeps_and_wakes() -> None:
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_wakes_after_an_error() -> None:
    with pytest.raises(ValueError, match="x"), collector_at_rest():
        raise ValueError("x")
    assert gc.isenabled()


def test_whoever_put_it_to_sleep_wakes_it() -> None:
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
