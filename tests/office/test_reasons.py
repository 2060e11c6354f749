"""Every reason that a check can give has words of its own."""

import re
from pathlib import Path

from mengzhan import model
from mengzhan.office.reasons import BY_HAND, reason_words

OTHER = str(reason_words("NOT_KNOWN_YET"))
WARNINGS = {
    "AGE_MINOR_WORKER", "CLOSE_DAY_MISSING", "CREDIT_CODE_PENDING", "DEREGISTER_REASON_MISSING",
    "ID_AGE_OLD", "ID_OLD_15", "ID_PROVINCE", "REGISTRATION_CHECKSUM", "WAGE_MISSING",
}  # fmt: skip


def codes() -> set[str]:
    """Every code of a problem in the source of the model."""
    found: set[str] = set()
    assert model.__file__
    for path in Path(model.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'roblem\(\s*"([A-Z][A-Z0-9_]+)"', text))
    return found


def test_every_blocking_code_has_its_own_words() -> None:
    assert len(codes()) > 30
    assert {code for code in codes() if str(reason_words(code)) == OTHER} <= WARNINGS


def test_an_unknown_code_gets_a_general_sentence() -> None:
    assert OTHER == "这一项不合规定，请核对。"


def test_what_a_clerk_chooses_from_has_words() -> None:
    assert {str(reason_words(code)) for code in BY_HAND} == set(BY_HAND.values())
