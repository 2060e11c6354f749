"""The pages of an office: roster, inbox, what to put right.

They show what ``mengzhan.office`` works out. Not here: SQL, deciding, file formats.
"""

from PySide6.QtWidgets import QWidget

from mengzhan.office.desk import Office
from mengzhan.ui.workspace import Workspace


def office_pages(workspace: Workspace) -> list[QWidget]:
    """Return the pages of an office in the order of its rail."""
    from mengzhan.ui.office.closings_page import ClosingsPage
    from mengzhan.ui.office.inbox_page import InboxPage
    from mengzhan.ui.office.roster_page import RosterPage
    from mengzhan.ui.office.verdicts_page import VerdictsPage

    office = Office(workspace.session)
    return [
        InboxPage(workspace, office),
        RosterPage(workspace, office),
        VerdictsPage(workspace, office),
        ClosingsPage(workspace, office),
    ]
