"""Looking into a package: opened with the keys of this folder, judged as reading judges it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mengzhan.package.opening import Opened
    from mengzhan.store.session import Session


def open_file(session: "Session", file: Path) -> "Opened":
    """Open a package whoever signed it.

    Raises:
        PackageRefused: it is not for this folder, or not sound.
    """
    from mengzhan.office.desk import Office
    from mengzhan.package.device import device_keys
    from mengzhan.package.opening import open_package

    identities = [device_keys(session).age_identity]
    if session.is_office:
        identities = Office(session).identities
    return open_package(file.read_bytes(), identities, lambda _, device: True)


def check_trust(session: "Session", opened: "Opened") -> None:
    """Ask what reading asks: at a station as for its mail, at an office as for its inbox.

    An office may look into its own receipts as well.

    Raises:
        PackageRefused: whoever signed is not trusted, or speaks of what is not theirs.
    """
    from mengzhan.office.desk import Office
    from mengzhan.office.inbox import Inbox
    from mengzhan.package.device import device_keys
    from mengzhan.package.opening import UnknownSender
    from mengzhan.package.receiving import trusted_by

    manifest, device = opened.manifest, opened.device
    if session.is_office and device == device_keys(session).public:
        return
    gate = Inbox(Office(session)).gate() if session.is_office else None
    trusted = gate.trusted if gate else trusted_by(session)
    if not trusted(manifest, device):
        raise UnknownSender(manifest, device)
    if gate is not None:
        gate.admit(opened)
