"""What can go wrong on the way in: the key file, PINs, recovery codes, operators."""

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.store.errors import StoreError


class AccessError(StoreError):
    """Base of everything that keeps somebody out."""

    SORT = "data"


class KeysMissingError(AccessError):
    """There is no key file beside the database."""

    RESTORES = True
    CODE = "KEYS_MISSING"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "数据文件夹里没有钥匙文件 keys.json，数据打不开。"
        "请把它从备份文件夹拷回来，或按“从备份恢复”选最近的一份。",
    )


class KeysDamagedError(AccessError):
    """The key file cannot be read."""

    RESTORES = True
    CODE = "KEYS_DAMAGED"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "钥匙文件 keys.json 已损坏。请按“从备份恢复”选最近的一份，钥匙会一起恢复。"
    )


class KeysChangedError(AccessError):
    """The key opens, but operators or slots were edited by something else than the program."""

    RESTORES = True
    CODE = "KEYS_CHANGED"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "钥匙文件 keys.json 被蒙站以外的程序改动过，不能用。"
        "请按“从备份恢复”把钥匙一起恢复，并告诉上级管理人员。",
    )


class KeysNewerError(AccessError):
    """A newer program wrote the key file."""

    CODE = "KEYS_NEWER_VERSION"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "钥匙文件由更新版本的蒙站写成，没有改动。请升级蒙站后再打开。"
    )


class WrongSecretError(AccessError):
    """The PIN or password does not fit."""

    CODE = "KEYS_WRONG_SECRET"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "PIN 或密码不对。请检查大小写和输入法后再试；忘了可以用打印的恢复码。"
    )


class MustWaitError(AccessError):
    """Too many wrong tries: ``seconds`` to wait."""

    CODE = "KEYS_MUST_WAIT"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "输错次数太多，请等 {seconds} 秒再试；忘了可以马上用打印的恢复码。"
    )


class NoMachineSecretError(AccessError):
    """This computer's keystore does not hold the secret that the PIN needs."""

    CODE = "KEYS_NO_MACHINE_SECRET"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "这台电脑没有替这份数据存着钥匙（换了电脑、换了系统用户，或系统的密码库没解锁），"
        "PIN 在这里不起作用。请用打印的恢复码打开，然后重新设置 PIN。",
    )


class WrongRecoveryError(AccessError):
    """The code was copied rightly, but belongs to other data or has been replaced."""

    CODE = "KEYS_WRONG_RECOVERY"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "恢复码没有抄错，但不是这份数据现用的恢复码（可能是旧的，或是别的站点的）。请找最近打印的那张。",
    )


class NoOfficeSlotError(AccessError):
    """This data was not set up to be opened by the office."""

    CODE = "KEYS_NO_OFFICE"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这份数据没有设置由上级开锁。请用操作员的 PIN 或打印的恢复码打开。"
    )


class WrongOfficeKeyError(AccessError):
    """This office key does not open this data."""

    CODE = "KEYS_WRONG_OFFICE"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这把上级钥匙打不开这份数据。请确认是本站所属旗县的钥匙文件。"
    )


class BadOfficeKeyError(AccessError):
    """The text is no public key of an office."""

    CODE = "KEYS_BAD_OFFICE_KEY"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "这不是上级的公钥（应以 age1 开头）。请重新导入上级发来的登记文件（.mzk）。"
    )


class LastOperatorError(AccessError):
    """Somebody has to be able to open the data."""

    CODE = "KEYS_LAST_OPERATOR"
    TEXT = QT_TRANSLATE_NOOP("model", "这是最后一名操作员，不能移除。请先添加接手的人。")


class UnknownOperatorError(AccessError):
    """No active operator has this id."""

    CODE = "KEYS_UNKNOWN_OPERATOR"
    TEXT = QT_TRANSLATE_NOOP("model", "没有这名操作员，或已被移除。请重新从名单里选。")
