"""What may serve as a PIN or a password, and how a typed one is read.

A PIN is enough only together with the machine secret in the system's keystore: a copy of the
key file alone then cannot be tried out. Without a keystore a password has to stand alone.
"""

import unicodedata

from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.store.errors import StoreError

PIN_DIGITS = 6
PASSWORD_LENGTH = 8
_DISTINCT = 4
_RISING = "01234567890123456789"
# The most frequent six-digit PINs of published lists that the rules below do not catch.
_COMMON = frozenset(
    {"159753", "147258", "258369", "147852", "789456", "456123", "147369", "159357"}
)


class WeakSecretError(StoreError):
    """The PIN or password is too easy to guess; ``hint`` says what to choose instead."""

    SORT = "data"
    CODE = "KEYS_WEAK_SECRET"

    def __init__(self, hint: Message) -> None:
        super().__init__()
        self.message = hint


_SHORT_PIN = Message(
    QT_TRANSLATE_NOOP("model", "PIN 至少 {count} 位数字。请再加几位。"), {"count": PIN_DIGITS}
)
_EASY_PIN = Message(
    QT_TRANSLATE_NOOP(
        "model",
        "这个 PIN 太容易猜到（重复、连号或常见组合）。"
        "请换一组没有规律的数字，不要用生日和电话号码。",
    )
)
_SHORT_PASSWORD = Message(
    QT_TRANSLATE_NOOP(
        "model", "这台电脑没有系统钥匙串，要用密码：至少 {count} 个字符，不能全是数字。"
    ),
    {"count": PASSWORD_LENGTH},
)
_EASY_PASSWORD = Message(
    QT_TRANSLATE_NOOP("model", "这个密码重复的字符太多。请用几个不相干的词连起来。")
)


def read_secret(typed: str) -> str:
    """Bring a typed PIN or password into its one form.

    Full-width digits from a Chinese input method count as the plain ones; outer spaces go.
    """
    return unicodedata.normalize("NFKC", typed).strip()


def check_secret(typed: str, *, with_keystore: bool) -> None:
    """Refuse what is too easy to guess.

    Raises:
        WeakSecretError: with a hint that says what to choose instead.
    """
    secret = read_secret(typed)
    if with_keystore and (not secret or secret.isdecimal()):
        _check_pin(secret)
    else:
        _check_password(secret)


def _check_pin(pin: str) -> None:
    if len(pin) < PIN_DIGITS:
        raise WeakSecretError(_SHORT_PIN)
    if _is_repeated(pin) or _is_run(pin) or _is_pairs(pin) or pin in _COMMON:
        raise WeakSecretError(_EASY_PIN)


def _check_password(password: str) -> None:
    if len(password) < PASSWORD_LENGTH or password.isdecimal():
        raise WeakSecretError(_SHORT_PASSWORD)
    if len(set(password)) < _DISTINCT or _is_repeated(password):
        raise WeakSecretError(_EASY_PASSWORD)


def _is_repeated(text: str) -> bool:
    """Whether the text is one block over and over: 000000, 121212, 123123."""
    return text in (text + text)[1:-1]


def _is_run(pin: str) -> bool:
    """Whether the digits count up or down: 123456, 987654, 890123."""
    return pin in _RISING or pin[::-1] in _RISING


def _is_pairs(pin: str) -> bool:
    """Whether the digits come in equal pairs or triples that count: 112233, 111222."""
    return any(
        pin == "".join(digit * size for digit in pin[::size]) and len(pin) % size == 0
        for size in (2, 3)
    )
