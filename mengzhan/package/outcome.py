"""What can come of reading a package: one enum for screen, command line, tests and documentation."""

from dataclasses import dataclass
from enum import Enum

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


class Outcome(Enum):
    """How the reading of one package ended. The value is the word used in JSON and documents."""

    ACCEPTED = "accepted"
    ALREADY_IN = "already_in"
    WAITING = "waiting"
    CLOCK_DOUBTFUL = "clock_doubtful"
    FORKED = "forked"
    CANNOT_OPEN = "cannot_open"
    DAMAGED = "damaged"
    WRONG_SIGNATURE = "wrong_signature"
    UNKNOWN_STATION = "unknown_station"
    NEWER_FORMAT = "newer_format"
    CHAIN_BROKEN = "chain_broken"

    @property
    def title(self) -> Message:
        """A few words for a list or a headline."""
        return _WORDS[self].title

    @property
    def explanation(self) -> Message:
        """One sentence: what was found and what became of the records."""
        return _WORDS[self].explanation

    @property
    def next_step(self) -> Message:
        """One sentence: what to do now."""
        return _WORDS[self].next_step

    @property
    def applies(self) -> bool:
        """Whether entries of the package go into the journal.

        Everything else leaves the journal as it was.
        """
        return self in _APPLIES

    @property
    def waits(self) -> bool:
        """Whether the same file can still go in later, so that it is kept in the inbox (收件箱)."""
        return self in _WAITS

    @property
    def refuses(self) -> bool:
        """Whether this file can never go in: another one has to be asked for."""
        return self in _REFUSES


_APPLIES = frozenset({Outcome.ACCEPTED, Outcome.CLOCK_DOUBTFUL, Outcome.FORKED})
_WAITS = frozenset({Outcome.WAITING, Outcome.UNKNOWN_STATION, Outcome.NEWER_FORMAT})
_REFUSES = frozenset(
    {Outcome.CANNOT_OPEN, Outcome.DAMAGED, Outcome.WRONG_SIGNATURE, Outcome.CHAIN_BROKEN}
)


@dataclass(frozen=True)
class _Words:
    title: Message
    explanation: Message
    next_step: Message


_WORDS = {
    Outcome.ACCEPTED: _Words(
        Message(QT_TRANSLATE_NOOP("model", "已收下")),
        Message(QT_TRANSLATE_NOOP("model", "包里的记录已全部并入。")),
        Message(QT_TRANSLATE_NOOP("model", "把回执发回站点。")),
    ),
    Outcome.ALREADY_IN: _Words(
        Message(QT_TRANSLATE_NOOP("model", "早已收下")),
        Message(QT_TRANSLATE_NOOP("model", "包里的记录以前都收过，这次没有任何改动。")),
        Message(QT_TRANSLATE_NOOP("model", "不用再做什么；站点若没有收到回执，再发一次回执。")),
    ),
    Outcome.WAITING: _Words(
        Message(QT_TRANSLATE_NOOP("model", "等前面的包")),
        Message(QT_TRANSLATE_NOOP("model", "这个包之前还缺一段记录，先放在收件箱里，还没有并入。")),
        Message(QT_TRANSLATE_NOOP("model", "请站点再报送一次；缺的那段一到，这个包会自动并入。")),
    ),
    Outcome.CLOCK_DOUBTFUL: _Words(
        Message(QT_TRANSLATE_NOOP("model", "已收下，时间存疑")),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "记录已并入，但有些记录的时间比现在早跑了一天以上，遇到冲突不作准。"
            )
        ),
        Message(QT_TRANSLATE_NOOP("model", "请站点核对电脑的日期和时间，再核实这些记录。")),
    ),
    Outcome.FORKED: _Words(
        Message(QT_TRANSLATE_NOOP("model", "已收下，有两份副本")),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "同一个站点的数据有两份副本各自改过，两边的记录都已保留，没有丢弃。"
            )
        ),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "请站点查清是不是恢复过备份或拷贝过数据目录，并处理列出的冲突。"
            )
        ),
    ),
    Outcome.CANNOT_OPEN: _Words(
        Message(QT_TRANSLATE_NOOP("model", "打不开")),
        Message(
            QT_TRANSLATE_NOOP("model", "这个文件不是发给这里的，或者已经损坏。什么都没有改动。")
        ),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "先核对包号校验；对不上就重新拷贝，对得上就请对方重新选择接收单位再发。"
            )
        ),
    ),
    Outcome.DAMAGED: _Words(
        Message(QT_TRANSLATE_NOOP("model", "内容损坏")),
        Message(
            QT_TRANSLATE_NOOP("model", "包能解开，但里面的内容不完整或不合规定。什么都没有改动。")
        ),
        Message(QT_TRANSLATE_NOOP("model", "请对方重新生成一个包再发。")),
    ),
    Outcome.WRONG_SIGNATURE: _Words(
        Message(QT_TRANSLATE_NOOP("model", "签名不对")),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "签名和登记的设备密钥不符，这个包可能被改过或被冒名。什么都没有改动。"
            )
        ),
        Message(
            QT_TRANSLATE_NOOP("model", "给站点打电话问清是谁发的；站点换过电脑的，重新核对密钥码。")
        ),
    ),
    Outcome.UNKNOWN_STATION: _Words(
        Message(QT_TRANSLATE_NOOP("model", "还不认识这个站点")),
        Message(
            QT_TRANSLATE_NOOP("model", "这台设备的密钥还没有登记，包先放在收件箱里，还没有并入。")
        ),
        Message(
            QT_TRANSLATE_NOOP("model", "给站点打电话，互相念 20 位密钥码；一致就登记，包随后并入。")
        ),
    ),
    Outcome.NEWER_FORMAT: _Words(
        Message(QT_TRANSLATE_NOOP("model", "对方的版本较新")),
        Message(QT_TRANSLATE_NOOP("model", "这个包要用更新版本的蒙站才能读，先放着，还没有并入。")),
        Message(QT_TRANSLATE_NOOP("model", "先升级这里的蒙站，再读这个包。")),
    ),
    Outcome.CHAIN_BROKEN: _Words(
        Message(QT_TRANSLATE_NOOP("model", "记录接不上")),
        Message(
            QT_TRANSLATE_NOOP(
                "model", "包里的记录前后对不上，可能被改过或数据库已损坏。什么都没有改动。"
            )
        ),
        Message(
            QT_TRANSLATE_NOOP("model", "请站点先检查数据库并从备份恢复，再重新报送；不要删除原包。")
        ),
    ),
}


class PackageRefused(UserError):
    """A package that did not go in, with the ``outcome`` and a ``detail`` code for support.

    ``detail`` is a stable snake_case word that says what exactly was found; each module that
    refuses lists its words in its docstring. ``code`` is ``package.`` and the outcome's word. The
    message is the outcome's explanation and next step (both ``Message`` parameters, to be
    translated before they are put in).
    """

    def __init__(self, outcome: Outcome, detail: str) -> None:
        if outcome.applies:
            raise ValueError(f"{outcome.value} is no refusal")
        super().__init__(
            f"package.{outcome.value}",
            Message(
                QT_TRANSLATE_NOOP("model", "{explanation}{next_step}"),
                {"explanation": outcome.explanation, "next_step": outcome.next_step},
            ),
        )
        self.outcome = outcome
        self.detail = detail
