"""What all commands share: the common options, an open session, the answer, and failures."""

import io
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mengzhan.cli import failures
from mengzhan.model.problem import UserError
from mengzhan.model.words import Message

if TYPE_CHECKING:
    from mengzhan.store.session import Session
    from mengzhan.store.station import Surroundings

Document = Mapping[str, Any]
"""What a command answers with ``--json``; its keys are documented and stable."""


@dataclass(frozen=True)
class Call:
    """The common options of one call, and what follows from them."""

    folder: Path | None
    as_json: bool
    pin_file: Path | None
    operator: str
    unmask: bool

    @property
    def data(self) -> Path:
        """The data folder: ``--data``, or the user's own."""
        if self.folder is not None:
            return self.folder
        import platformdirs

        return platformdirs.user_data_path("mengzhan", appauthor=False)

    @property
    def around(self) -> "Surroundings":
        """What the data folder stands in; tests hand in their own as the context's object."""
        from mengzhan.store.station import REAL, Surroundings

        given = click.get_current_context().find_root().obj
        return given if isinstance(given, Surroundings) else REAL

    def secret(self, *, new: bool = False) -> str:
        """Return the PIN or password from ``--pin-file``, or ask for it (twice for a new one)."""
        if self.pin_file is not None:
            return first_line(self.pin_file)
        words = "新的 PIN 或密码" if new else "PIN 或密码"
        again = "再输一次" if new else False
        answer = click.prompt(words, hide_input=True, confirmation_prompt=again, err=True)
        return str(answer)

    @contextmanager
    def session(self) -> "Iterator[Session]":
        """Open the data folder; it is backed up and closed at the end, whatever happens."""
        from mengzhan.store.station import is_set_up, unlock

        if not is_set_up(self.data):
            raise refusal("NOT_SET_UP", "这个文件夹里还没有站点。请先运行 mengzhan init。")
        session = unlock(self.data, self._operator(), self.secret(), self.around)
        try:
            for remark in _remarks(session):
                click.echo(remark, err=True)
            yield session
        finally:
            session.close()

    def _operator(self) -> str:
        active = [o for o in self.around.keyring(self.data).operators if o.active]
        if self.operator:
            active = [o for o in active if self.operator in (o.id, o.name)]
        if len(active) == 1:
            return active[0].id
        if not active:
            raise refusal("OPERATOR_UNKNOWN", "没有这名操作员。请核对 --operator 后面的姓名。")
        words = "这里有 {count} 名操作员。请用 --operator 姓名 说明是谁。"
        raise refusal("OPERATOR_NEEDED", words, count=len(active))

    def answer(self, document: Document, lines: Iterable[str]) -> None:
        """Write the one JSON document, or the lines for people."""
        if self.as_json:
            click.echo(failures.json_text(document))
            return
        for line in lines:
            click.echo(line)

    def under(self, outer: "Call | None") -> "Call":
        """Fill in what was given in front of the command: ``mengzhan --data DIR list``."""
        if outer is None:
            return self
        return replace(
            self,
            folder=self.folder or outer.folder,
            as_json=self.as_json or outer.as_json,
            pin_file=self.pin_file or outer.pin_file,
            operator=self.operator or outer.operator,
            unmask=self.unmask or outer.unmask,
        )


def _remarks(session: "Session") -> Iterator[str]:
    """Yield what the user should know although work goes on."""
    if session.clock_state() == "behind":
        yield "注意：电脑的时间早于上一次记录，请核对日期和时间。"
    if session.handed_over:
        yield f"注意：本站已于 {session.handed_over} 移交到新电脑，这台电脑只能查看。"
    if session.store.backup_problem is not None:
        yield f"注意：打开时没能备份。{session.store.backup_problem}"


def refusal(code: str, words: str, **params: object) -> UserError:
    """Make an error of the command line: a stable code and a sentence that says what to do."""
    return UserError(code, Message(words, params))


def suffix_of(out: Path, allowed: Sequence[str], code: str) -> str:
    """Return how a file's name ends, before anything is done for it.

    Raises:
        UserError: ``code``, it is none of those ``allowed``.
    """
    suffix = out.suffix.lower()
    if suffix not in allowed:
        raise refusal(code, "文件名请以 {suffixes} 结尾。", suffixes="、".join(allowed))
    return suffix


def first_line(path: Path) -> str:
    """Read a secret from a file: its first line, without the line end.

    Raises:
        UserError: ``PIN_FILE``, the file cannot be read or is empty.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    if not lines or not lines[0]:
        raise refusal("PIN_FILE", "读不到 PIN：--pin-file 的文件不存在、不是文本或是空的。")
    return lines[0]


def common(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the common options; it receives them as one ``Call``, first."""

    @click.option(
        "--data", "folder", type=click.Path(path_type=Path), help="数据文件夹。", metavar="DIR"
    )
    @click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象。")
    @click.option(
        "--pin-file",
        type=click.Path(path_type=Path),
        help="从文件第一行读 PIN 或密码。",
        metavar="FILE",
    )
    @click.option("--operator", default="", help="操作员姓名。", metavar="NAME")
    @click.option("--unmask", is_flag=True, help="显示完整的证件号、电话等敏感内容。")
    @wraps(function)
    def run(
        folder: Path | None,
        as_json: bool,
        pin_file: Path | None,
        operator: str,
        unmask: bool,
        **others: Any,
    ) -> None:
        outer = click.get_current_context().meta.get(Call.__name__)
        call = Call(folder, as_json, pin_file, operator, unmask).under(outer)
        function(call, **others)

    return run


class _Chinese(click.Command):
    """Help in Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [p.get_help_record(ctx) for p in self.get_params(ctx)]
        with formatter.section("选项"):
            formatter.write_dl([record for record in records if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明。"
        return option


class Command(_Chinese):
    """One command."""


class Group(_Chinese, click.Group):
    """A group of commands; as the outermost it turns every failure into words and an exit code."""

    command_class = Command
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(60)) for name in self.commands]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit, as a program does; it is called mengzhan however it was started."""
        given = list(sys.argv[1:] if args is None else args)
        # Warnings of the core are for the window's log; a missing handler would print them here.
        logging.getLogger("mengzhan").addHandler(logging.NullHandler())
        for stream in (sys.stdout, sys.stderr):
            # A console of another encoding shows a rare character as its number, and goes on.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        with failures.told(as_json="--json" in given):
            code = super().main(given, "mengzhan", standalone_mode=False, **extra)
            raise SystemExit(code if isinstance(code, int) else failures.DONE)
