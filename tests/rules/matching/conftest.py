"""A station at work, for tests of how matching follows its records."""

from tests.store.conftest import Station, around, clock, keystore, station

__all__ = ["Station", "around", "clock", "keystore", "station"]
