"""The command line: every operation without a window; without a command it opens the window.

What belongs here: reading arguments, calling the operations, writing the answer for people or
as JSON (keys: ``resources/help/cli.md``). Not here: rules about records, SQL, painting.
Anything heavy is imported inside the command that needs it, so that the program starts fast.
"""

import click

from mengzhan import __version__
from mengzhan.cli.ads import COMMANDS as ADS
from mengzhan.cli.agenda import COMMANDS as AGENDA
from mengzhan.cli.closing import COMMANDS as CLOSING
from mengzhan.cli.closings import COMMANDS as CLOSINGS
from mengzhan.cli.command import Call, Group, common
from mengzhan.cli.demo import demo
from mengzhan.cli.exporting import COMMANDS as EXPORTING
from mengzhan.cli.figures import COMMANDS as FIGURES
from mengzhan.cli.filling import COMMANDS as FILLING
from mengzhan.cli.importing import COMMANDS as IMPORTING
from mengzhan.cli.inbox import COMMANDS as INBOX
from mengzhan.cli.judging import COMMANDS as JUDGING
from mengzhan.cli.keys import COMMANDS as KEYS
from mengzhan.cli.linting import COMMANDS as LINTING
from mengzhan.cli.listing import COMMANDS as LISTING
from mengzhan.cli.matching import COMMANDS as MATCHING
from mengzhan.cli.office import office
from mengzhan.cli.packages import COMMANDS as PACKAGES
from mengzhan.cli.policies import COMMANDS as POLICIES
from mengzhan.cli.printing import COMMANDS as PRINTING
from mengzhan.cli.records import COMMANDS as RECORDS
from mengzhan.cli.referring import COMMANDS as REFERRING
from mengzhan.cli.reporting import COMMANDS as REPORTING
from mengzhan.cli.station import COMMANDS as STATION
from mengzhan.cli.tables import COMMANDS as TABLES
from mengzhan.cli.undoing import COMMANDS as UNDOING
from mengzhan.cli.verifying import COMMANDS as VERIFYING


@click.group(cls=Group, invoke_without_command=True)
@click.version_option(__version__, message="mengzhan %(version)s", help="显示版本。")
@common
def main(call: Call) -> None:
    """蒙站：就业服务站离线工作台。不带命令时打开窗口。"""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        from mengzhan.cli.window import open_window

        context.exit(open_window(call.data))
    context.meta[Call.__name__] = call


_OFFICE: tuple[click.Command, ...] = (*INBOX, *JUDGING, *CLOSINGS, *KEYS)
_ALL: tuple[click.Command, ...] = (
    *STATION,
    *RECORDS,
    *LISTING,
    *AGENDA,
    *REFERRING,
    *FIGURES,
    *CLOSING,
    *REPORTING,
    *UNDOING,
    *EXPORTING,
    *IMPORTING,
    *FILLING,
    *ADS,
    *PRINTING,
    *MATCHING,
    *LINTING,
    *PACKAGES,
    *POLICIES,
    *TABLES,
    *VERIFYING,
    office,
    demo,
)
for _command in _OFFICE:
    office.add_command(_command)
for _command in _ALL:
    main.add_command(_command)
