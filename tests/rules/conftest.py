"""A station at work, for tests of what its operations do."""

from tests.computers import Clock
from tests.store.conftest import Station, around, clock, keystore, station

__all__ = ["Clock", "Station", "around", "clock", "keystore", "station"]
