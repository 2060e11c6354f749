"""Sending for good: a package is written where it is to go, read back, and only then remembered."""

from dataclasses import dataclass, field
from pathlib import Path

from mengzhan.model.progress import Progress
from mengzhan.package.device import office_of
from mengzhan.package.mail import MailDraft, build_draft
from mengzhan.package.media import WrittenFile, put_package, write_package
from mengzhan.package.packing import Packed
from mengzhan.package.sending import build_pictures, build_report, file_name, remember_sent
from mengzhan.store.session import Session

# The letter is read at the office, so it stays Chinese whatever the language of the screen.
_TITLE = "{year}年{month}月报送包"


@dataclass(frozen=True)
class Sent:
    """A package that was sent; ``written`` is its file, or the e-mail draft that holds it."""

    packed: Packed = field(repr=False)
    written: WrittenFile

    @property
    def number(self) -> int:
        """The number of the package."""
        return self.packed.manifest.number

    @property
    def total(self) -> int:
        """How many records it tells of."""
        return sum(self.packed.manifest.counts.values())

    @property
    def size(self) -> int:
        """Bytes of the package."""
        return len(self.packed.data)


def send_to(session: Session, folder: Path, progress: Progress | None = None) -> Sent:
    """Send the report into ``folder``, and apart from it the pictures that wait.

    Raises:
        UserError: with what to do; what could not be written is not remembered.
    """
    sent = deliver(session, build_report(session), folder, progress)
    for pictures in build_pictures(session):
        deliver(session, pictures, folder, progress)
    return sent


def deliver(
    session: Session, packed: Packed, folder: Path, progress: Progress | None = None
) -> Sent:
    """Send one package into ``folder``; a name that is taken gets a number.

    Raises:
        UserError: with what to do; nothing was remembered.
    """
    written = put_package(packed.data, folder, file_name(packed), progress)
    remember_sent(session, packed, written.path.name)
    return Sent(packed, written)


def save_mail(
    session: Session, folder: Path, name: str = "", progress: Progress | None = None
) -> Sent:
    """Send the report as an e-mail draft in ``folder``.

    Args:
        name: of the draft, which must be free; by default that of the package, with a number
            if it is taken.

    Raises:
        UserError: with what to do; nothing was remembered.
    """
    packed = build_report(session)
    attachment, today = file_name(packed), session.today()
    title = _TITLE.format(year=today.year, month=today.month)
    address = office_of(session).email
    content = build_draft(MailDraft(session.place.name, title, attachment, packed.data, address))
    if name:
        written = write_package(content, folder, name, progress)
    else:
        written = put_package(content, folder, f"{Path(attachment).stem}.eml", progress)
    remember_sent(session, packed, attachment)
    return Sent(packed, written)
