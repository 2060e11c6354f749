"""Drafts of official texts: to be copied, or to go on writing in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """A title and its paragraphs; ``closing`` is the last line: who and when, or a remark."""

    title: str
    paragraphs: tuple[str, ...]
    closing: str

    @property
    def text(self) -> str:
        """All of it, to copy."""
        return "\n".join((self.title, "", *self.paragraphs, "", self.closing))
