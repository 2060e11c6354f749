"""A package as an e-mail draft (``.eml``) that the station's own mail program opens and sends.

The draft is an RFC 5322 message with ``X-Unsent: 1`` (mail programs then open it for sending),
a Chinese subject, a short body and the package as attachment, type ``application/octet-stream``.
Subject, body and attachment name hold the station's name, a title such as ``2026年11月报送包`` and
the 8-digit check number, and nothing about people.
"""

import re
from dataclasses import dataclass, field

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package.checknumber import check_number_of
from mengzhan.package.filenames import is_plain_line, is_portable

# Enough for addresses that an office gives out; what a mail server would take is wider.
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+"
)
_LONGEST_ADDRESS = 254
"""Characters: RFC 5321, erratum 1690."""

# The letter is read at the office, so it stays Chinese whatever the language of the screen.
_SUBJECT = "{station} {title}（包号校验 {number}）"
_BODY = """\
附件是{station}的{title}，已加密，只有接收单位能打开。
包号校验：{number}

请用蒙站打开附件；打不开时，请先核对包号校验，再联系我们重新报送。
"""


class MailError(UserError):
    """A draft that cannot be made; code ``mail.bad_address``."""


@dataclass(frozen=True)
class MailDraft:
    """What goes into a draft. ``to`` may be empty: the address is then typed when sending."""

    station_name: str
    title: str
    attachment_name: str
    attachment: bytes = field(repr=False)
    to: str = ""


def is_address(text: str) -> bool:
    """Whether ``text`` is one plain e-mail address, without a display name."""
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def build_draft(draft: MailDraft) -> bytes:
    """Return the ``.eml`` file: ASCII with CRLF line ends.

    Raises ``MailError`` for a bad address, ``ValueError`` for texts that are not one plain line.
    """
    from email.header import Header
    from email.message import EmailMessage
    from email.policy import SMTP

    if draft.to and not is_address(draft.to):
        raise MailError(
            "mail.bad_address",
            Message(
                QT_TRANSLATE_NOOP(
                    "model", "收件人的邮箱地址不对。请在设置里改正，或者留空，发送时再填。"
                )
            ),
        )
    if not is_plain_line(draft.station_name + draft.title) or not is_portable(
        draft.attachment_name
    ):
        raise ValueError("subject and attachment name are plain text on one line")
    words = {
        "station": draft.station_name,
        "title": draft.title,
        "number": check_number_of(draft.attachment),
    }
    letter = EmailMessage(policy=SMTP)
    letter["X-Unsent"] = "1"
    if draft.to:
        letter["To"] = draft.to
    letter.set_content(_BODY.format(**words), cte="base64")
    letter.add_attachment(
        draft.attachment,
        maintype="application",
        subtype="octet-stream",
        filename=draft.attachment_name,
    )
    # EmailMessage loses blanks where it breaks a long Chinese header into encoded words.
    subject = Header(_SUBJECT.format(**words), "utf-8", header_name="Subject")
    first = subject.encode(linesep="\r\n").encode("ascii")
    return b"Subject: " + first + b"\r\n" + letter.as_bytes()
