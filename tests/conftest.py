"""What every test stands on: no screen, no keystore of this machine, a home of its own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A test that wants a keystore says which; none may touch the one of whoever runs the tests.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Several processes test at once; each reckoning on all cores only makes them wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# As mengzhan.sheets does; a test may have imported openpyxl before it.
os.environ["OPENPYXL_LXML"] = "False"
# Machines of CI are slow and uneven: a slow example is not a wrong one.
settings.register_profile("mengzhan", deadline=None, print_blob=True)
settings.load_profile("mengzhan")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send everything that looks for a user's folders into the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


class PatientQtBot(QtBot):
    """Waits longer than a fresh machine takes to read its fonts; a test that passes waits no more
    than it must."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientQtBot:
    """Stand in for the fixture of pytest-qt of this name."""
    return PatientQtBot(request)
