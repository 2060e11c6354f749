"""Made-up letters of introduction for tests."""

from dataclasses import replace

from mengzhan.model.codes import code_table
from mengzhan.rules.referral_letter import RESULTS, ReferralLetter
from tests.postings import LONG_NAME, long_posting

_LABELS = code_table("referral_result")

LETTER = ReferralLetter(
    number="2026-0012",
    day="2026年11月26日",
    due_on="2026年12月3日",
    person="巴图孟和",
    sex="男",
    age=36,
    id_number="1501**********1234",
    person_phone="19900004321",
    employer="白音牧业专业合作社",
    title="羊倌（接羔季）",
    workplace="乌兰毛都苏木勿布林嘎查",
    pay="每月4500元至5500元",
    contact="白先生",
    phone="19900001234",
    operator="苏和",
    results=tuple((code, _LABELS.label(code)) for code in RESULTS),
)

LONG_LETTER = replace(
    LETTER,
    number="2026-0012-3F7A2C-勿布林嘎查就业站",
    person=LONG_NAME,
    employer=long_posting().employer,
    title=long_posting().title,
    workplace=long_posting().workplace,
    contact=LONG_NAME,
    operator=LONG_NAME,
)

LONGEST_LETTER = replace(
    LONG_LETTER,
    number="2026-12345-3F7A2C-" + "站" * 40,
    person="图" * 40,
    employer="兴" * 100,
    title="牧" * 60,
    workplace="浩" * 100,
    pay="每月4500元至5500元，" + "另" * 40,
    contact="孟" * 30,
    operator="苏" * 40,
)
"""Every text as long as its field allows, without a place at which to break it."""

BARE_LETTER = replace(
    LETTER,
    day="",
    due_on="",
    sex="",
    age=None,
    id_number="",
    person_phone="",
    workplace="",
    pay="面议（单位没有写明）",
    contact="",
    phone="",
)
