"""What a user reads when something fails, and the exit code that scripts read.

0 done · 1 the user or the environment has to change something · 2 the command was typed wrongly ·
3 a package was refused or has to wait · 4 a fault of the program, with a redacted report.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from mengzhan.model.problem import Problem, UserError
from mengzhan.model.progress import Cancelled

DONE, USER, USAGE, PACKAGE, FAULT = 0, 1, 2, 3, 4
"""The exit codes."""

_STOPPED = "已停止，没有改动。"


@contextmanager
def told(*, as_json: bool) -> Iterator[None]:
    """Turn every exception into words and ``SystemExit``; no traceback reaches a user."""
    try:
        yield
    except UserError as error:
        _end(as_json, exit_code(error), described(error), _problem_lines(error))
    except click.UsageError as error:
        where = f"（mengzhan 用法：{error.ctx.command_path} --help）" if error.ctx else ""
        _end(as_json, USAGE, {"code": "USAGE", "message": f"{usage_words(error)}{where}"})
    except click.ClickException as error:
        _end(as_json, USER, {"code": "FILE", "message": error.format_message()})
    except (click.Abort, Cancelled, KeyboardInterrupt):
        _end(as_json, USER, {"code": "STOPPED", "message": _STOPPED})
    except BrokenPipeError:
        # The reader (``| head``) has seen enough; what is left to write goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise SystemExit(DONE) from None
    except Exception as error:  # the last door before the user
        _end(as_json, FAULT, {"code": "FAULT", "message": _reported(error)})


def json_text(document: Mapping[str, Any]) -> str:
    """Write the one JSON object of a command; plain ASCII where the output is not UTF-8."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return json.dumps(document, ensure_ascii=encoding != "utf8", indent=2)


def _reported(error: Exception) -> str:
    """Keep a report without values, as the window does; return the sentence that says where."""
    from mengzhan.store.faults import keep_report, redacted

    try:
        path = keep_report(redacted(error))
    except UserError as reason:
        return f"程序出错了（{type(error).__name__}），报告也没写成：{reason}"
    return f"程序出错了，已存的数据没有动。报告（不含个人信息）在 {path}，请发给维护人员。"


def exit_code(error: UserError) -> int:
    """Return the exit code that belongs to an error."""
    return PACKAGE if error.code.startswith("package.") else USER


def described(error: UserError) -> dict[str, Any]:
    """Return an error as JSON: ``code``, ``message`` and what it knows besides."""
    found: dict[str, Any] = {"code": error.code, "message": str(error)}
    problems = getattr(error, "problems", None)
    if problems is not None:
        found["problems"] = [describe_problem(problem) for problem in problems]
    outcome = getattr(error, "outcome", None)
    if outcome is not None:
        found |= {"outcome": outcome.value, "detail": getattr(error, "detail", "")}
    return found


def describe_problem(problem: Problem) -> dict[str, str]:
    """Return a problem as JSON; the value stays out."""
    return {
        "field": problem.field,
        "code": problem.code,
        "hint": str(problem.hint),
        "severity": problem.severity,
    }


def problem_line(problem: Problem) -> str:
    """Write a problem on one line: field, code, hint."""
    return f"  {problem.field or '-'}  [{problem.code}]  {problem.hint}"


def _problem_lines(error: UserError) -> list[str]:
    return [problem_line(problem) for problem in getattr(error, "problems", ())]


def usage_words(error: click.UsageError) -> str:
    """Say in Chinese what was typed wrongly."""
    if isinstance(error, click.NoSuchOption):
        return f"没有 {error.option_name} 这个选项。"
    if isinstance(error, click.NoSuchCommand):
        return f"没有 {error.command_name} 这个命令。"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_parameter(error)}。"
    if isinstance(error, click.BadParameter):
        return f"{_parameter(error)} 不能这样填。"
    return "命令的写法不对。"


def _parameter(error: click.BadParameter) -> str:
    """Return how the user writes the parameter: ``--limit``, ``KIND``."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name if error.param else str(error.param_hint)


def _end(as_json: bool, code: int, error: dict[str, Any], lines: list[str] | None = None) -> None:
    if as_json:
        click.echo(json_text({"error": error}))
    else:
        click.echo(f"[{error['code']}] {error['message']}", err=True)
        for line in lines or ():
            click.echo(line, err=True)
    raise SystemExit(code) from None
