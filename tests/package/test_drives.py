from pathlib import Path

import pytest

from mengzhan.package.drives import file_system_of, mounts, removable_drives, windows_drives


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """A made-up computer: an inner disk, a card reader, a USB hard disk, a DVD, a network mount."""
    lines = [
        "/dev/nvme0n1p2 / ext4 rw,relatime 0 0",
        "proc /proc proc rw 0 0",
        "/dev/mmcblk0p1 /mnt/card vfat rw,fmask=0022 0 0",
        "/dev/sdb1 /run/media/user/移动硬盘 exfat rw 0 0",
        "/dev/sdc1 /media/user/U\\040盘\\0401 vfat rw,uid=1000 0 0",
        "/dev/sdd1 /media/user/locked vfat ro 0 0",
        "/dev/sr0 /media/user/DVD iso9660 rw 0 0",
        "//server/share /media/share cifs rw 0 0",
        "/dev/sdg1 /media/user/gone vfat rw 0 0",
        "broken line",
    ]
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "mounts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for disk, partition, removable in [
        ("nvme0n1", "nvme0n1p2", "0"),
        ("mmcblk0", "mmcblk0p1", "1"),
        ("sdb", "sdb1", "0"),
        ("sdc", "sdc1", "1"),
    ]:
        (tmp_path / "sys" / "block" / disk / partition).mkdir(parents=True)
        (tmp_path / "sys" / "block" / disk / "removable").write_text(f"{removable}\n")
    for place in ("mnt/card", "run/media/user/移动硬盘", "media/user/U 盘 1"):
        (tmp_path / place).mkdir(parents=True)
    for place in ("media/user/locked", "media/user/DVD", "media/share"):
        (tmp_path / place).mkdir(parents=True)
    return tmp_path


def test_sticks_cards_and_usb_disks_are_listed(computer: Path) -> None:
    found = {drive.label: drive for drive in removable_drives(computer)}
    assert set(found) == {"card", "移动硬盘", "U 盘 1", "locked", "DVD"}
    assert found["U 盘 1"].path == computer / "media/user/U 盘 1"
    assert found["U 盘 1"].file_system == "vfat"
    assert 0 < found["U 盘 1"].free <= found["U 盘 1"].total


def test_what_cannot_be_written_says_so(computer: Path) -> None:
    writable = {drive.label for drive in removable_drives(computer) if drive.writable}
    assert writable == {"card", "移动硬盘", "U 盘 1"}


def test_no_mounts_no_drives(tmp_path: Path) -> None:
    assert removable_drives(tmp_path) == []
    assert file_system_of(tmp_path, tmp_path) == ""


def test_this_computer_can_be_asked() -> None:
    assert isinstance(removable_drives(), list)
    assert any(mount.point == "/proc" for mount in mounts())


def test_file_system_of_a_folder_is_that_of_the_nearest_mount(computer: Path) -> None:
    inner = computer / "media/user/U 盘 1" / "报送"
    inner.mkdir()
    assert file_system_of(inner, computer) == "vfat"
    assert file_system_of(computer / "run/media/user/移动硬盘", computer) == "exfat"
    assert file_system_of(computer / "mnt", computer) == "ext4"


def test_a_later_mount_hides_the_earlier_one(computer: Path) -> None:
    table = computer / "proc" / "mounts"
    table.write_text(table.read_text(encoding="utf-8") + "/dev/sdz1 /mnt/card exfat rw 0 0\n")
    assert file_system_of(computer / "mnt/card", computer) == "exfat"


class _Volumes:
    """What Windows would answer on a computer with a disk, an empty reader and a stick."""

    def __init__(self, stick: Path) -> None:
        self._stick = str(stick)

    def roots(self) -> list[str]:
        return ["C:\\", "D:\\", self._stick]

    def drive_type(self, root: str) -> int:
        return 3 if root == "C:\\" else 2

    def label_and_file_system(self, root: str) -> tuple[str, str] | None:
        return ("报送", "FAT32") if root == self._stick else None


def test_windows_lists_removable_drives_with_a_medium(tmp_path: Path) -> None:
    (drive,) = windows_drives(_Volumes(tmp_path))
    assert (drive.path, drive.label, drive.file_system) == (tmp_path, "报送", "FAT32")


def test_windows_stick_that_is_pulled_meanwhile_is_left_out(tmp_path: Path) -> None:
    assert windows_drives(_Volumes(tmp_path / "gone")) == []
