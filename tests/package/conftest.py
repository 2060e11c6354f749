"""Keys that every test of the package may use; made once, because nothing depends on which."""

import pytest

from mengzhan.package.devicekey import DeviceKeys


@pytest.fixture(scope="session")
def station_keys() -> DeviceKeys:
    return DeviceKeys.generate()


@pytest.fixture(scope="session")
def office_keys() -> DeviceKeys:
    return DeviceKeys.generate()
