"""Which sticks are plugged in, and what file system a folder lies on.

Linux: a mount of ``/proc/mounts`` counts if its disk says ``removable`` in ``/sys/block`` or if the
desktop mounted it under ``/media`` or ``/run/media`` (USB hard disks do not call themselves
removable). Windows: drives that ``GetDriveTypeW`` calls removable; a USB hard disk is a fixed
drive there, so a folder can always be chosen by hand instead.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_DESKTOP_MOUNTS = ("/media/", "/run/media/")
_OCTAL = re.compile(r"\\([0-7]{3})")
_READ_ONLY_SYSTEMS = frozenset({"iso9660", "udf", "squashfs", "cdfs"})
_WINDOWS_REMOVABLE = 2
"""``DRIVE_REMOVABLE`` of ``GetDriveTypeW``."""


@dataclass(frozen=True)
class Drive:
    """One stick. ``free`` and ``total`` are bytes; ``file_system`` is as the system names it."""

    path: Path
    label: str
    file_system: str
    free: int
    total: int
    writable: bool


@dataclass(frozen=True)
class Mount:
    """One line of ``/proc/mounts``: the device, where it hangs, what it is, its options."""

    device: str
    point: str
    file_system: str
    options: frozenset[str]


class WindowsVolumes(Protocol):
    """What is asked of Windows."""

    def roots(self) -> list[str]:
        """All drives, such as ``E:\\``."""

    def drive_type(self, root: str) -> int:
        """The number that ``GetDriveTypeW`` gives."""

    def label_and_file_system(self, root: str) -> tuple[str, str] | None:
        """``None`` if no medium lies in the drive."""


def removable_drives(root: Path = Path("/")) -> list[Drive]:
    """List the sticks that are plugged in, in the order of their paths.

    ``root`` is where ``proc``, ``sys`` and the mount points are looked for (Linux).
    """
    if sys.platform == "win32":
        from mengzhan.package.windowsvolumes import KernelVolumes

        return windows_drives(KernelVolumes())
    return sorted(_linux_drives(root), key=lambda drive: drive.path)


def windows_drives(volumes: WindowsVolumes) -> list[Drive]:
    """List the removable drives with a medium in them."""
    found = []
    for root in volumes.roots():
        if volumes.drive_type(root) != _WINDOWS_REMOVABLE:
            continue
        names = volumes.label_and_file_system(root)
        if names is not None:
            drive = _drive(Path(root), names[0] or root, names[1], writable=True)
            found.extend([drive] if drive else [])
    return found


def mounts(root: Path = Path("/")) -> list[Mount]:
    """Read ``/proc/mounts``, oldest mount first; empty where there is none (Windows)."""
    try:
        text = (root / "proc" / "mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return [_mount(fields) for line in text.splitlines() if len(fields := line.split(" ")) >= 4]


def file_system_of(folder: Path, root: Path = Path("/")) -> str:
    """Name the file system that ``folder`` lies on in small letters; empty if it is not known."""
    if sys.platform == "win32":
        from mengzhan.package.windowsvolumes import KernelVolumes

        names = KernelVolumes().label_and_file_system(f"{folder.resolve().drive}\\")
        return names[1].casefold() if names else ""
    place = folder.resolve()
    around = [mount for mount in mounts(root) if place.is_relative_to(_under(root, mount.point))]
    # Of two mounts on one point the later hides the earlier.
    nearest = max(enumerate(around), key=lambda pair: (len(pair[1].point), pair[0]), default=None)
    return nearest[1].file_system.casefold() if nearest else ""


def _mount(fields: list[str]) -> Mount:
    device, point, file_system, options = fields[:4]
    return Mount(_plain(device), _plain(point), file_system, frozenset(options.split(",")))


def _plain(text: str) -> str:
    """Undo the octal escapes (of bytes) that the kernel writes for blanks and backslashes."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


def _under(root: Path, point: str) -> Path:
    return root / point.lstrip("/")


def _linux_drives(root: Path) -> Iterator[Drive]:
    for mount in mounts(root):
        by_desktop = mount.point.startswith(_DESKTOP_MOUNTS)
        if not mount.device.startswith("/dev/") or not (by_desktop or _removable(mount, root)):
            continue
        path = _under(root, mount.point)
        writable = "ro" not in mount.options and mount.file_system not in _READ_ONLY_SYSTEMS
        drive = _drive(path, path.name, mount.file_system, writable=writable)
        if drive:
            yield drive


def _removable(mount: Mount, root: Path) -> bool:
    name = mount.device.removeprefix("/dev/")
    block = root / "sys" / "block"
    places = [block / name, *(place.parent for place in block.glob(f"*/{name}"))]
    return any(_says_one(place / "removable") for place in places)


def _says_one(file: Path) -> bool:
    try:
        return file.read_text(encoding="ascii").strip() == "1"
    except OSError:
        return False


def _drive(path: Path, label: str, file_system: str, *, writable: bool) -> Drive | None:
    """Ask for the room; ``None`` if the stick went away meanwhile."""
    try:
        usage = shutil.disk_usage(path)
    except OSError:
        return None
    may_write = writable and os.access(path, os.W_OK)
    return Drive(path, label, file_system, usage.free, usage.total, may_write)
