"""How much a file may ask for before it is refused."""

from dataclasses import dataclass

from mengzhan.sheets.grid import LONGEST_TEXT

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The bounds of one reading; each has a refusal of its own.

    ``cells`` bounds three things: the grid that the fast reader would lay out (beyond it the file
    is streamed instead), the cells kept, and the cells that merged ranges cover. ``ratio`` is
    looked at for members that unpack to more than 1 MiB. ``memory`` is the address space of the
    child, ``seconds`` counts from when the child is ready. Both grow with the file beyond the
    first ``plain_bytes``, up to a bound, so that an honest big ledger gets through on a slow
    laptop; a small file never gets more.
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
    text: int = LONGEST_TEXT
    plain_bytes: int = 2 * MEGABYTE
    memory: int = 600 * MEGABYTE
    memory_per_megabyte: int = 20 * MEGABYTE
    memory_most: int = 1024 * MEGABYTE
    seconds: float = 15.0
    seconds_per_megabyte: float = 3.0
    seconds_most: float = 120.0

    def seconds_for(self, size: int) -> float:
        """Return how many seconds a file of ``size`` bytes may take."""
        more = self._beyond(size) * self.seconds_per_megabyte
        return min(self.seconds + more, max(self.seconds_most, self.seconds))

    def memory_for(self, size: int) -> int:
        """Return how many bytes of address space a file of ``size`` bytes may take."""
        more = int(self._beyond(size) * self.memory_per_megabyte)
        return min(self.memory + more, max(self.memory_most, self.memory))

    def _beyond(self, size: int) -> float:
        return max(0, size - self.plain_bytes) / MEGABYTE
