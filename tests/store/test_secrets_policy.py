import pytest

from mengzhan.store.secrets_policy import WeakSecretError, check_secret, read_secret


def hint(secret: str, *, with_keystore: bool) -> str:
    with pytest.raises(WeakSecretError) as caught:
        check_secret(secret, with_keystore=with_keystore)
    assert caught.value.code == "KEYS_WEAK_SECRET"
    assert secret not in str(caught.value) or not secret
    return str(caught.value)


@pytest.mark.parametrize("pin", ["", "1", "83051", "８３０５１"])
def test_a_short_pin_is_told_the_length(pin: str) -> None:
    assert "至少 6 位数字" in hint(pin, with_keystore=True)


@pytest.mark.parametrize(
    "pin",
    [
        "000000", "888888", "123456", "654321", "345678", "890123", "012345", "987654", "121212",
        "123123", "520520", "112233", "332211", "111222", "147258", "159753", "12345678",
        "１２３４５６",
    ],
)  # fmt: skip
def test_an_easy_pin_is_refused_with_a_way_out(pin: str) -> None:
    assert "没有规律的数字" in hint(pin, with_keystore=True)


@pytest.mark.parametrize("pin", ["830517", " 830517 ", "８３０５１７", "4071936", "112234"])
def test_other_pins_are_taken(pin: str) -> None:
    check_secret(pin, with_keystore=True)


def test_a_password_is_also_taken_with_a_keystore() -> None:
    check_secret("baruun sum 41", with_keystore=True)


@pytest.mark.parametrize("password", ["", "830517", "83051794", "a1b2c3d", "1234567890123"])
def test_without_a_keystore_a_pin_is_not_enough(password: str) -> None:
    assert "至少 8 个字符，不能全是数字" in hint(password, with_keystore=False)


@pytest.mark.parametrize("password", ["aaaaaaaa", "abababab", "abcabcabc", "aaaaaab1"])
def test_a_dull_password_is_refused(password: str) -> None:
    assert "不相干的词" in hint(password, with_keystore=False)


@pytest.mark.parametrize("password", ["taban 羊 hundred", "zurgaan-37", "四个词连起来算数"])
def test_other_passwords_are_taken(password: str) -> None:
    check_secret(password, with_keystore=False)


def test_full_width_and_plain_are_one() -> None:
    assert read_secret(" ８３０ ５１７") == "830 517"
    assert read_secret("８３０５１７　") == read_secret("830517")
