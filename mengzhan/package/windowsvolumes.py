"""Windows' own answers about drives, through ``kernel32``."""

import ctypes
import sys

_FAIL_CRITICAL_ERRORS = 0x0001
"""``SEM_FAILCRITICALERRORS``: an empty card reader must not pop up a question."""
_LONGEST_NAME = 261


if sys.platform == "win32":

    class KernelVolumes:
        """Implements ``drives.WindowsVolumes``."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.SetErrorMode(_FAIL_CRITICAL_ERRORS)

        def roots(self) -> list[str]:
            """All drives, such as ``E:\\``."""
            bits = self._kernel.GetLogicalDrives()
            return [f"{chr(65 + number)}:\\" for number in range(26) if bits >> number & 1]

        def drive_type(self, root: str) -> int:
            """The number that ``GetDriveTypeW`` gives."""
            return int(self._kernel.GetDriveTypeW(ctypes.c_wchar_p(root)))

        def label_and_file_system(self, root: str) -> tuple[str, str] | None:
            """Ask ``GetVolumeInformationW``; ``None`` if no medium lies in the drive."""
            label = ctypes.create_unicode_buffer(_LONGEST_NAME)
            file_system = ctypes.create_unicode_buffer(_LONGEST_NAME)
            done = self._kernel.GetVolumeInformationW(
                ctypes.c_wchar_p(root), label, _LONGEST_NAME, None, None, None, file_system,
                _LONGEST_NAME,
            )  # fmt: skip
            return (label.value, file_system.value) if done else None
