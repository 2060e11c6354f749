from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.package.checknumber import check_number_of
from mengzhan.package.mail import MailDraft, MailError, build_draft, is_address

PACKAGE = bytes(range(256)) * 20
DRAFT = MailDraft("巴彦嘎查就业服务站", "2026年11月报送包", "巴彦嘎查_2026-11.mzp", PACKAGE)


def _read(data: bytes) -> EmailMessage:
    letter = message_from_bytes(data, policy=default)
    assert isinstance(letter, EmailMessage)
    return letter


def test_draft_opens_for_sending_with_a_chinese_subject_and_the_package() -> None:
    letter = _read(build_draft(DRAFT))
    assert letter["X-Unsent"] == "1"
    number = check_number_of(PACKAGE)
    assert letter["Subject"] == f"巴彦嘎查就业服务站 2026年11月报送包（包号校验 {number}）"
    (attachment,) = letter.iter_attachments()
    assert attachment.get_filename() == "巴彦嘎查_2026-11.mzp"
    assert attachment.get_content_type() == "application/octet-stream"
    assert attachment.get_content() == PACKAGE
    body = letter.get_body()
    assert body is not None
    assert number in body.get_content()
    assert "打不开时" in body.get_content()


def test_address_of_the_enrolment_is_filled_in() -> None:
    draft = MailDraft("站", "包", "a.mzp", PACKAGE, to="jiuye@example.gov.cn")
    assert _read(build_draft(draft))["To"] == "jiuye@example.gov.cn"
    assert "To" not in _read(build_draft(DRAFT))


def test_file_is_plain_ascii_with_mail_line_ends() -> None:
    data = build_draft(DRAFT)
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


@pytest.mark.parametrize(
    "address",
    ["x", "a@b", "a b@c.cn", "张@c.cn", "a@c.cn\r\nBcc: x@y.cn", "A <a@c.cn>", "a@c.cn,b@c.cn"],
)
def test_bad_address_says_what_to_do(address: str) -> None:
    assert not is_address(address)
    with pytest.raises(MailError) as caught:
        build_draft(MailDraft("站", "包", "a.mzp", PACKAGE, to=address))
    assert caught.value.code == "mail.bad_address"
    assert "留空" in str(caught.value)
    assert address not in str(caught.value)


def test_a_header_cannot_be_smuggled_in() -> None:
    with pytest.raises(ValueError, match="one line"):
        build_draft(MailDraft("站\r\nBcc: x@y.cn", "包", "a.mzp", PACKAGE))
    with pytest.raises(ValueError, match="one line"):
        build_draft(MailDraft("站", "包", "a\n.mzp", PACKAGE))


@given(st.from_regex(r"[一-龥]{1,20}( [一-龥]{1,20}){0,2}", fullmatch=True))
def test_any_chinese_name_survives(name: str) -> None:
    letter = _read(build_draft(MailDraft(name, "包", f"{name}.mzp", b"x")))
    (attachment,) = letter.iter_attachments()
    assert attachment.get_filename() == f"{name}.mzp"
    assert letter["Subject"] == f"{name} 包（包号校验 {check_number_of(b'x')}）"
