"""How much a file may ask for before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The bounds of one reading; each has a refusal of its own.

    ``cells`` bounds three things: the grid that the fast reader would lay out (beyond it the file
    is streamed instead), the cells kept, and the cells that merged ranges cover. ``ratio`` is
    looked at for members that unpack to more than 1 MiB. ``memory`` is the address space of the
    child. ``seconds`` counts from when the child is ready; every MB beyond the first two adds
    ``seconds_per_megabyte``, up to ``seconds_most``, so that an honest big file gets through on a
    slow laptop.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 512 * MEGABYTE
    ratio: int = 200
    members: int = 10_000
    sheets: int = 500
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 8_000_000
    merges: int = 200_000
    text: int = 32_767
    memory: int = 600 * MEGABYTE
    seconds: float = 15.0
    seconds_per_megabyte: float = 3.0
    seconds_most: float = 120.0

    def time_for(self, size: int) -> float:
        """Return how many seconds a file of ``size`` bytes may take."""
        more = max(0.0, size / MEGABYTE - 2) * self.seconds_per_megabyte
        return min(self.seconds + more, max(self.seconds_most, self.seconds))
