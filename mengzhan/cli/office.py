"""The receiving side."""

import click

from mengzhan.cli.command import Group


@click.group(cls=Group)
def office() -> None:
    """上级。"""
