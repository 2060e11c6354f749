"""Reading what comes back: receipts, and packages of the station's other laptop."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.ruling import Ruling
from mengzhan.package.manifest import RECEIPT
from mengzhan.package.outcome import Outcome
from mengzhan.package.receiving import Read, read_package
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SUFFIX = ".mzp"
RECEIPT_PREFIX = "回执-"
"""How an office names its receipts; other files on a stick are not touched unasked."""


@dataclass(frozen=True)
class _Answer:
    name: str
    read: Read | None
    error: UserError | None


class TakeIn(QObject):
    """``told(words, tone)``: what came of it. ``finished``: everything was read."""

    told = Signal(str, str)
    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._window = parent

    def from_folder(self, folder: Path | None) -> None:
        """Read the receipts on a stick; without any ask for files."""
        found: list[Path] = []
        if folder is not None and folder.is_dir():
            found = sorted(folder.glob(f"{RECEIPT_PREFIX}*{SUFFIX}"))
        paths = found or self.ask_files(folder)
        if paths:
            self.read(paths)

    def ask_files(self, folder: Path | None) -> list[Path]:
        """Ask with the system's dialog; tests replace this."""
        words, kinds = self.tr("选回执文件"), self.tr("蒙站的包 (*{suffix})")
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, words, str(folder or ""), kinds.format(suffix=SUFFIX)
        )
        return [Path(name) for name in chosen]

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in the order of their names, which is that of their numbers."""
        session = self._workspace.session

        def work(progress: Progress) -> list[_Answer]:
            answers = []
            for path in sorted(paths):
                progress.check()
                try:
                    answers.append(
                        _Answer(path.name, read_package(session, path.read_bytes()), None)
                    )
                except UserError as error:
                    answers.append(_Answer(path.name, None, error))
                except OSError:
                    answers.append(_Answer(path.name, None, None))
            return answers

        self._workspace.jobs.run(work, self._take, window=self._window)

    def _take(self, answers: list[_Answer] | None, error: Exception | None) -> None:
        if answers is None:
            self._workspace.failed.emit(error)
            return
        if any(answer.read for answer in answers):
            self._workspace.look_again()
        lines = [self._words(answer) for answer in answers]
        # A stick keeps old receipts; those that were read before are not worth a line each.
        fresh = [words for words, known, _ in lines if not known] or [lines[-1][0]]
        bad = any(is_bad for _, _, is_bad in lines)
        self.told.emit("\n".join(fresh), "red" if bad else "accent")
        self.finished.emit()

    def _words(self, answer: _Answer) -> tuple[str, bool, bool]:
        """Return what to say, whether it was known before, and whether something is wrong."""
        if answer.read is None:
            reason = say(answer.error.message) if answer.error else self.tr("读不出这个文件。")
            words = self.tr("{name}：{reason}").format(name=answer.name, reason=reason)
            return words, False, True
        read = answer.read
        if read.outcome is Outcome.ALREADY_IN:
            words = self.tr("{name}：以前读过，没有新内容。").format(name=answer.name)
            return words, True, False
        if read.kind == RECEIPT:
            counts = {
                name: sum(verdict.verdict == name for verdict in read.verdicts) for name in Ruling
            }
            words = self.tr(
                "第 {number} 号回执读好了：接收 {accepted}，请改 {fix}，别处已登记 {elsewhere}。"
            )
            return words.format(number=read.number, **counts), False, False
        words = self.tr("{title}：{name}，新增 {count} 条变动。")
        return (
            words.format(title=say(read.outcome.title), name=answer.name, count=read.new_entries),
            False,
            False,
        )
