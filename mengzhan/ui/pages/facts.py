"""What stands in a record, label and value, masked; beside lists and on pages of one record."""

from collections.abc import Sequence

from mengzhan.model.entry import Values
from mengzhan.model.kind import Kind
from mengzhan.ui.pages.history import shown_value
from mengzhan.ui.widgets.labelled import LabelledLines
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class Facts(LabelledLines):
    """Shows the fields that are filled, in the order of the declaration."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def show_values(
        self,
        kind: Kind,
        values: Values,
        *,
        without: tuple[str, ...] = (),
        first: Sequence[tuple[str, str]] = (),
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the values of a record of ``kind``; ``first`` stands above them, ``more`` below."""
        lines = [
            (say(item.label), words)
            for item in kind
            if item.name not in without
            and (words := shown_value(self._workspace, kind, item.name, values.get(item.name)))
        ]
        self.show_lines([*first, *lines, *more])
