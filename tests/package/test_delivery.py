"""Writing a package where it is to go; only what was written and read back counts as sent."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from mengzhan.package.delivery import deliver, save_mail, send_to
from mengzhan.package.devicekey import DeviceKeys, DevicePublic
from mengzhan.package.media import MediaError
from mengzhan.package.packing import Packed
from mengzhan.package.sending import build_handover, build_share
from mengzhan.store.session import Session
from tests import people
from tests.package.laptops import PaperOffice, laptop
from tests.store.conftest import Station

REPORT = "报送-公主府社区就业服务站-0001-20261123"
PICTURES = "照片-公主府社区就业服务站-0002-20261123"
IMAGE = b"\xff\xd8 a picture"


@pytest.fixture
def office() -> PaperOffice:
    return PaperOffice()


@pytest.fixture
def station(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    """An enrolled station with a visit of which there is a picture."""
    made = laptop(tmp_path / "one", office.clock)
    office.enrol(made)
    digest = hashlib.sha256(IMAGE).hexdigest()
    made.session.add_picture(digest, IMAGE)
    employer = made.add("employer", people.employer_values(1))
    made.add("visit", people.visit_values(employer, pictures=[digest]))
    yield made
    made.session.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def remembered(station: Station) -> list[str]:
    return [sent.file_name for sent in reversed(station.session.exchange().sent())]


def files(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.iterdir())


def letter_in(path: Path) -> EmailMessage:
    letter = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(letter, EmailMessage)
    return letter


def test_a_report_and_its_pictures_go_to_the_stick(
    station: Station, office: PaperOffice, stick: Path
) -> None:
    sent = send_to(station.session, stick)
    assert files(stick) == remembered(station) == [f"{REPORT}.mzp", f"{PICTURES}.mzp"]
    assert (sent.number, sent.total, sent.size) == (1, 2, sent.written.path.stat().st_size)
    assert office.take(sent.written.path.read_bytes()).counts == {"employer": 1, "visit": 1}
    assert len(office.open((stick / f"{PICTURES}.mzp").read_bytes()).pictures) == 1


def test_a_package_is_remembered_under_the_name_that_it_got(station: Station, stick: Path) -> None:
    for name in (REPORT, PICTURES):
        (stick / f"{name}.mzp").write_bytes(b"old")
    sent = send_to(station.session, stick)
    assert sent.written.path.name == f"{REPORT}-2.mzp"
    assert remembered(station) == [f"{REPORT}-2.mzp", f"{PICTURES}-2.mzp"]
    assert (stick / f"{REPORT}.mzp").read_bytes() == b"old"


def test_without_a_stick_nothing_counts_as_sent(station: Station, stick: Path) -> None:
    with pytest.raises(MediaError) as caught:
        send_to(station.session, stick / "gone")
    assert caught.value.code == "media.missing"
    assert remembered(station) == []


@pytest.mark.parametrize(("build", "word"), [(build_share, "同站"), (build_handover, "移交")])
def test_packages_for_other_laptops_are_remembered_too(
    station: Station, stick: Path, build: Callable[[Session, DevicePublic], Packed], word: str
) -> None:
    packed = build(station.session, DeviceKeys.generate().public)
    sent = deliver(station.session, packed, stick)
    assert sent.written.path.name == f"{word}-公主府社区就业服务站-0001-20261123.mzp"
    assert remembered(station) == files(stick)


def test_a_report_goes_into_a_draft_named_after_it(
    station: Station, office: PaperOffice, stick: Path
) -> None:
    (stick / f"{REPORT}.eml").write_bytes(b"old")
    sent = save_mail(station.session, stick)
    assert files(stick) == [f"{REPORT}-2.eml", f"{REPORT}.eml"]
    assert remembered(station) == [f"{REPORT}.mzp"]
    (attachment,) = letter_in(sent.written.path).iter_attachments()
    assert attachment.get_filename() == f"{REPORT}.mzp"
    assert office.take(attachment.get_content()).counts == {"employer": 1, "visit": 1}


def test_a_draft_may_have_a_name_of_its_own_but_replaces_nothing(
    station: Station, stick: Path
) -> None:
    (stick / "taken.eml").write_bytes(b"old")
    with pytest.raises(MediaError) as caught:
        save_mail(station.session, stick, "taken.eml")
    assert caught.value.code == "media.name_taken"
    assert remembered(station) == []
    assert save_mail(station.session, stick, "free.eml").written.path == stick / "free.eml"


def test_a_letter_names_the_month_in_beijing(
    station: Station, office: PaperOffice, stick: Path
) -> None:
    office.clock.now = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)
    subject = letter_in(save_mail(station.session, stick).written.path)["Subject"]
    assert "2026年12月报送包" in subject
