"""Setting up and unlocking a data folder: from a folder on disk to a ``Session``."""

from dataclasses import dataclass, field
from pathlib import Path

from mengzhan.model.clock import WallClock, system_clock
from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.kinds import WORKING_KINDS
from mengzhan.store.atomic import private_folder
from mengzhan.store.backup import BACKUPS_NAME, Backup, Backups, Proof, list_backups
from mengzhan.store.carried import carry_over
from mengzhan.store.connection import DATABASE_NAME, Opening, open_store
from mengzhan.store.driver import Connection, side_files
from mengzhan.store.journal import Journal
from mengzhan.store.keyfile import KEYS_NAME, Operator
from mengzhan.store.keyring import ATTEMPTS_NAME, Keyring
from mengzhan.store.keystore import Keystore
from mengzhan.store.replica import Marker
from mengzhan.store.restore import restore
from mengzhan.store.session import Place, Session
from mengzhan.store.versions import MIGRATIONS
from mengzhan.store.wrapping import Cost


class ChainBroken(UserError):
    """The journal does not fit together: somebody or something changed the file."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "数据里的流水记录对不上，可能被改动或损坏。请从备份恢复，并告诉上级。"
        )
        super().__init__("STORE_CHAIN_BROKEN", Message(words))


def _token(connection: Connection) -> str:
    heads = Journal(connection).heads()
    return " ".join(f"{replica}:{head.hash}" for replica, head in sorted(heads.items()))


def _verify(connection: Connection) -> None:
    if Journal(connection).broken_at() is not None:
        raise ChainBroken


PROOF = Proof(token=_token, verify=_verify)
"""How a database shows that it is sound: its hash chains hold."""


@dataclass(frozen=True)
class Surroundings:
    """What a data folder stands in; the defaults are those of a real computer.

    ``state`` is the user's state folder for the replica marker, ``keystore`` the system's,
    ``cost`` the Argon2id parameters for new secrets.
    """

    catalogue: Catalogue = field(default_factory=lambda: WORKING_KINDS)
    clock: WallClock = system_clock
    state: Path | None = None
    keystore: Keystore | None = None
    cost: Cost | None = None

    def keyring(self, folder: Path) -> Keyring:
        """Read the key file of a data folder."""
        return Keyring.read(folder, keystore=self.keystore, clock=self.clock, cost=self.cost)


REAL = Surroundings()


def is_set_up(folder: Path) -> bool:
    """Whether there is a station or office in this folder."""
    return (folder / DATABASE_NAME).exists()


def set_up(
    folder: Path,
    place: Place,
    name: str,
    role: str,
    secret: str,
    around: Surroundings = REAL,
) -> tuple[Session, str]:
    """Make a new station or office and log its first operator in.

    Returns:
        The session and the recovery code, which is shown and printed once and kept nowhere.

    Raises:
        WeakSecretError, StoreError: with what to do instead; nothing was made.
    """
    private_folder(folder)
    if _is_interrupted(folder):
        _clear(folder)
    made = Keyring.create(
        folder,
        name,
        role,
        secret,
        keystore=around.keystore,
        clock=around.clock,
        cost=around.cost,
    )
    try:
        session = _open(folder, made.key, made.keyring.operators[0], around, create=True)
        session.set_setting("place", {"code": place.code, "name": place.name})
    except BaseException:
        _clear(folder)
        raise
    return session, made.recovery_code


def _is_interrupted(folder: Path) -> bool:
    """Whether a first start ended between its key file and its database: nothing was ever kept."""
    kept = is_set_up(folder) or list_backups(folder / BACKUPS_NAME)
    return (folder / KEYS_NAME).exists() and not kept


def _clear(folder: Path) -> None:
    """Take away what an unfinished first start left; there was no record in it yet."""
    database = folder / DATABASE_NAME
    for path in (folder / KEYS_NAME, folder / ATTEMPTS_NAME, database, *side_files(database)):
        path.unlink(missing_ok=True)


def unlock(folder: Path, operator: str, secret: str, around: Surroundings = REAL) -> Session:
    """Open a data folder with an operator's PIN or password.

    Raises:
        WrongSecretError, MustWaitError, StoreError: each says what to do.
    """
    keyring = around.keyring(folder)
    key = keyring.unlock(operator, secret)
    who = next(o for o in keyring.operators if o.id == operator)
    return _open(folder, key, who, around)


def renew_with_recovery(
    folder: Path, code: str, operator: str, new_secret: str, around: Surroundings = REAL
) -> tuple[bytes, Operator]:
    """Give an operator a new PIN by the printed code; return the database key and who it is."""
    keyring = around.keyring(folder)
    key = keyring.unlock_with_recovery(code)
    keyring.set_secret(key, operator, new_secret)
    return key, next(who for who in keyring.operators if who.id == operator)


def unlock_with_recovery(
    folder: Path, code: str, operator: str, new_secret: str, around: Surroundings = REAL
) -> Session:
    """Open a data folder with the printed code and give an operator a new PIN."""
    key, who = renew_with_recovery(folder, code, operator, new_secret, around)
    return _open(folder, key, who, around)


def restore_backup(
    folder: Path, backup: Backup, key: bytes, around: Surroundings = REAL
) -> Path | None:
    """Replace the closed database of ``folder`` by a backup; return where the present one went.

    The next unlocking notices that this is an older copy and goes on under a new replica id; what
    is missing since comes back with the office's next receipt. Whom the present database had
    forgotten stays forgotten, even if the office has not heard of it; but if the present database
    cannot be read, erasures that no other computer knows are lost with it and must be done again.

    Raises:
        InUseError, UnusableBackupError, StoreError: nothing was changed.
    """
    backups = Backups(folder, key, PROOF, clock=around.clock)
    known = MIGRATIONS[-1].version
    return restore(backup, folder / DATABASE_NAME, backups, known_version=known, carry=carry_over)


def _open(
    folder: Path, key: bytes, who: Operator, around: Surroundings, *, create: bool = False
) -> Session:
    opening = Opening(
        folder, MIGRATIONS, PROOF, create=create, clock=around.clock, backup_first=False
    )
    store = open_store(opening, key)
    try:
        return Session(
            store,
            around.catalogue,
            who,
            clock=around.clock,
            marker=Marker(folder, around.state),
        )
    except BaseException:
        store.close()
        raise
