"""Demo."""

import click

from mengzhan.cli.command import Command


@click.command(cls=Command)
def demo() -> None:
    """演示。"""
