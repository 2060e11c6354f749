"""What tests of prints share: painting without a screen, and a font with Mongolian letters."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from mengzhan.prints.fonts import mongolian_family
from mengzhan.prints.mongolian import Script
from mengzhan.rules.mongolian import Term, Terms

WANTED = "a font with traditional Mongolian is missing: install fonts-noto-core, or run .ci/setup"
TERMS = Terms(
    [
        Term("招聘信息", "ᠠᠵᠢᠯᠴᠢᠨ ᠡᠯᠰᠡᠭᠦᠯᠬᠦ", True),
        Term("家畜饲养员", "ᠮᠠᠯᠴᠢᠨ ᠬᠦᠮᠦᠨ", False),
        Term("挤奶工", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ", True),
        Term("乌兰毛都苏木勿布林嘎查", "ᠤᠯᠠᠭᠠᠨᠮᠣᠳᠤ ᠰᠤᠮᠤ", False),
        Term("就业政策", "ᠠᠵᠢᠯ ᠤᠨ ᠪᠣᠳᠤᠯᠭ᠎ᠠ", True),
    ]
)


@pytest.fixture(autouse=True)
def painting(qapp: QApplication) -> None:
    """Fonts need an application."""


@pytest.fixture
def script() -> Script:
    """Terms and an installed font; without one a test is skipped, and in CI it fails."""
    made = Script.of(TERMS)
    if not mongolian_family():
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(WANTED)
        pytest.skip(WANTED)
    return made
