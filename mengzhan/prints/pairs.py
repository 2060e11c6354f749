"""Labels with their values beside them, line below line."""

from collections.abc import Mapping, Sequence

from mengzhan.prints.page import Block, Page, Style


class Pairs:
    """Rows of label and value, measured; empty values are left out.

    ``most`` says of a label how many lines its value may take; one that is cut ends in ``ending``.
    """

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        style: Style,
        width: float,
        label_width: float,
        gap: float = 0.6,
        *,
        most: Mapping[str, int] | None = None,
        ending: str = "……",
    ) -> None:
        label_style = Style(style.points, ink="grey")
        limits = most or {}
        self._gap = gap
        self._label_width = label_width
        self._rows = [
            (
                Block(label, label_style, label_width),
                Block(value, style, width - label_width, most=limits.get(label, 0), ending=ending),
            )
            for label, value in rows
            if value
        ]

    @property
    def height(self) -> float:
        """The height in mm."""
        return sum(self._height(label, value) for label, value in self._rows)

    def _height(self, label: Block, value: Block) -> float:
        return max(label.height, value.height) + self._gap

    def put(self, page: Page, x: float, y: float) -> float:
        """Write the rows and return how high they are."""
        for label, value in self._rows:
            label.put(page, x, y)
            value.put(page, x + self._label_width, y)
            y += self._height(label, value)
        return self.height
