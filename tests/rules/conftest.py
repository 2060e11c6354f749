"""A station at work, for tests of what its operations do."""

from tests.store.conftest import Clock, Station, around, clock, keystore, station

__all__ = ["Clock", "Station", "around", "clock", "keystore", "station"]
