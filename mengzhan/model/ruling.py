"""What an office can say of a record: the word in receipts, in both databases and on screens."""

from enum import StrEnum


class Ruling(StrEnum):
    """``FIX`` wants a field changed; ``ELSEWHERE``: another station has registered the same."""

    ACCEPTED = "accepted"
    FIX = "fix"
    ELSEWHERE = "elsewhere"
