"""Who may open the data: the key file ``keys.json`` beside the database.

The database key is 32 random bytes and never changes; the file holds it wrapped once for each
operator (PIN or password), once for the printed recovery code and, if the office asks for it,
once for the office. Nobody's leaving or forgetting touches the database. What that cannot do:
somebody who kept an old copy of this file *and* the machine secret *and* the PIN can open old
copies of the database for ever.

The file also names the operators, in clear, because the login list is shown before anything is
open. A seal over the whole file, by a key derived from the database key, shows any edit made by
another program as soon as somebody is in.
"""

import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from mengzhan.model.clock import WallClock, system_clock
from mengzhan.store import keyfile, recovery, wrapping
from mengzhan.store.attempts import Attempts
from mengzhan.store.key_errors import (
    BadOfficeKeyError,
    KeysDamagedError,
    LastOperatorError,
    MustWaitError,
    NoMachineSecretError,
    NoOfficeSlotError,
    UnknownOperatorError,
    WrongOfficeKeyError,
    WrongRecoveryError,
    WrongSecretError,
)
from mengzhan.store.keyfile import KEYS_NAME, Content, Operator
from mengzhan.store.keystore import Keystore, SystemKeystore
from mengzhan.store.secrets_policy import check_secret, read_secret
from mengzhan.store.wrapping import Cost, Slot

ATTEMPTS_NAME = "attempts.json"
_OPERATOR, _RECOVERY, _OFFICE = "operator", "recovery", "office"


@dataclass(frozen=True)
class NewKeyring:
    """What comes of making a key file: the key stays in memory, the code goes to the printer."""

    keyring: "Keyring"
    key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)


class Keyring:
    """The key file of one data folder. Every change needs the database key and is written at once.

    Arguments of ``create`` and ``read``: ``keystore`` holds the machine secret, ``clock`` serves
    the wait after wrong PINs, ``cost`` is what new slots cost to try (old ones keep theirs).
    """

    def __init__(
        self,
        path: Path,
        content: Content,
        keystore: Keystore | None = None,
        clock: WallClock = system_clock,
        cost: Cost | None = None,
    ) -> None:
        self._path = path
        self._content = content
        self._keystore = keystore or SystemKeystore()
        self._attempts = Attempts(path.with_name(ATTEMPTS_NAME), clock)
        self._cost = cost or Cost()

    @classmethod
    def create(
        cls,
        folder: Path,
        name: str,
        role: str,
        secret: str,
        *,
        office: str | None = None,
        keystore: Keystore | None = None,
        clock: WallClock = system_clock,
        cost: Cost | None = None,
    ) -> NewKeyring:
        """Make the key file of a new data folder, with its first operator.

        Raises:
            FileExistsError: there is one already (replacing it would lose the data).
            WeakSecretError, BadOfficeKeyError: with what to do instead.
            StoreError: it could not be written.
        """
        import secrets

        path = folder / KEYS_NAME
        if path.exists():
            raise FileExistsError(KEYS_NAME)
        content = keyfile.empty()
        made = cls(path, content, keystore, clock, cost)
        key = secrets.token_bytes(32)
        changed = made._with_operator(content, key, Operator(str(uuid.uuid4()), name, role), secret)
        code = recovery.new_code()
        changed = made._with_recovery(changed, key, code)
        if office is not None:
            changed = made._with_office(changed, key, office)
        made._save(changed, key)
        return NewKeyring(made, key, code)

    @classmethod
    def read(
        cls,
        folder: Path,
        *,
        keystore: Keystore | None = None,
        clock: WallClock = system_clock,
        cost: Cost | None = None,
    ) -> Self:
        """Read the key file of a data folder.

        Raises:
            KeysMissingError, KeysDamagedError, KeysNewerError: it cannot be used; says what to do.
        """
        return cls(folder / KEYS_NAME, keyfile.read(folder / KEYS_NAME), keystore, clock, cost)

    @property
    def id(self) -> str:
        """The random name of this key file."""
        return str(self._content["id"])

    @property
    def operators(self) -> tuple[Operator, ...]:
        """All operators in the order of joining, also those who left (``active`` is False)."""
        return tuple(Operator(**item) for item in self._content["operators"])

    @property
    def office(self) -> str | None:
        """The public key of the office that can open this data, or None."""
        slot = keyfile.find_slot(self._content, _OFFICE)
        return None if slot is None else str(slot["recipient"])

    def uses_password(self, operator: str) -> bool:
        """Whether this operator's secret stands alone (a password, not a PIN)."""
        return not self._operator_slot(operator)["machine"]

    def unlock(self, operator: str, secret: str) -> bytes:
        """Return the database key for an operator's PIN or password.

        Raises:
            MustWaitError: too many wrong tries.
            WrongSecretError, NoMachineSecretError, UnknownOperatorError: no way in; says what to do.
            KeysChangedError, KeysDamagedError: the file was edited or is broken.
        """
        slot = self._operator_slot(operator)
        seconds = self._attempts.seconds_left(operator)
        if seconds:
            raise MustWaitError(seconds=seconds)
        machine = self._keystore.read(self.id) if slot["machine"] else None
        if wrapping.machine_mark(machine) != slot["machine"]:
            raise NoMachineSecretError
        self._attempts.count(operator)
        key = _unwrapped(wrapping.unwrap_with_secret, slot, read_secret(secret), machine)
        if key is None:
            raise WrongSecretError
        keyfile.check_seal(self._content, key)
        self._attempts.forget(operator)
        return key

    def unlock_with_recovery(self, typed: str) -> bytes:
        """Return the database key for the printed recovery code.

        Raises:
            RecoveryLengthError, RecoveryTypoError: the code was not copied rightly; says where.
            WrongRecoveryError: it is another code.
            KeysChangedError, KeysDamagedError: as for ``unlock``.
        """
        code = recovery.read_code(typed)
        slot = keyfile.find_slot(self._content, _RECOVERY)
        key = None if slot is None else _unwrapped(wrapping.unwrap_with_code, slot, code)
        if key is None:
            raise WrongRecoveryError
        keyfile.check_seal(self._content, key)
        return key

    def unlock_for_office(self, identity: str) -> bytes:
        """Return the database key for the office's own age identity.

        Raises:
            NoOfficeSlotError, WrongOfficeKeyError: no way in.
            KeysChangedError, KeysDamagedError: as for ``unlock``.
        """
        slot = keyfile.find_slot(self._content, _OFFICE)
        if slot is None:
            raise NoOfficeSlotError
        key = _unwrapped(wrapping.unwrap_for_office, slot, identity)
        if key is None:
            raise WrongOfficeKeyError
        keyfile.check_seal(self._content, key)
        return key

    def add_operator(self, key: bytes, name: str, role: str, secret: str) -> Operator:
        """Let one more person in.

        Raises:
            WeakSecretError: with what to choose instead.
        """
        operator = Operator(str(uuid.uuid4()), name, role)
        self._save(self._with_operator(self._content, key, operator, secret), key)
        return operator

    def describe_operator(self, key: bytes, operator: str, name: str, role: str) -> None:
        """Correct an operator's name or role."""
        changed = replace(self._active(operator), name=name, role=role)
        self._save(keyfile.with_operator(self._content, changed), key)

    def set_secret(self, key: bytes, operator: str, secret: str) -> None:
        """Give an operator a new PIN or password (changed, or forgotten and let in otherwise).

        Raises:
            WeakSecretError, UnknownOperatorError: nothing was changed.
        """
        known = self._active(operator)
        self._save(self._with_operator(self._content, key, known, secret), key)
        self._attempts.forget(operator)

    def remove_operator(self, key: bytes, operator: str) -> None:
        """Let somebody in no longer; the name stays for the history.

        Raises:
            LastOperatorError: nobody would be left. UnknownOperatorError: nothing to remove.
        """
        gone = replace(self._active(operator), active=False)
        if sum(item.active for item in self.operators) == 1:
            raise LastOperatorError
        changed = keyfile.without_slot(self._content, _OPERATOR, operator)
        self._save(keyfile.with_operator(changed, gone), key)

    def new_recovery_code(self, key: bytes) -> str:
        """Make and return a new recovery code; the printed one opens this file no longer."""
        code = recovery.new_code()
        self._save(self._with_recovery(self._content, key, code), key)
        return code

    def set_office(self, key: bytes, recipient: str | None) -> None:
        """Let the office with this age public key open the data, or (None) no office.

        Raises:
            BadOfficeKeyError: this is no public key.
        """
        if recipient is None:
            self._save(keyfile.without_slot(self._content, _OFFICE), key)
        else:
            self._save(self._with_office(self._content, key, recipient), key)

    def _with_operator(
        self, content: Content, key: bytes, operator: Operator, secret: str
    ) -> Content:
        machine = self._keystore.make(self.id)
        check_secret(secret, with_keystore=machine is not None)
        identity = self._slot_identity(_OPERATOR) | {"operator": operator.id}
        slot = wrapping.wrap_with_secret(key, read_secret(secret), machine, identity, self._cost)
        changed = keyfile.without_slot(content, _OPERATOR, operator.id)
        changed["slots"].append(slot)
        return keyfile.with_operator(changed, operator)

    def _with_recovery(self, content: Content, key: bytes, code: str) -> Content:
        changed = keyfile.without_slot(content, _RECOVERY)
        identity = self._slot_identity(_RECOVERY)
        changed["slots"].append(wrapping.wrap_with_code(key, recovery.read_code(code), identity))
        return changed

    def _with_office(self, content: Content, key: bytes, office: str) -> Content:
        changed = keyfile.without_slot(content, _OFFICE)
        try:
            slot = wrapping.wrap_for_office(key, office, self._slot_identity(_OFFICE))
        except ValueError as error:
            raise BadOfficeKeyError from error
        changed["slots"].append(slot)
        return changed

    def _slot_identity(self, kind: str) -> dict[str, str]:
        return {"id": wrapping.new_slot_id(), "kind": kind, "keyring": self.id}

    def _active(self, operator: str) -> Operator:
        for item in self.operators:
            if item.id == operator and item.active:
                return item
        raise UnknownOperatorError

    def _operator_slot(self, operator: str) -> Slot:
        slot = keyfile.find_slot(self._content, _OPERATOR, operator)
        if slot is None:
            raise UnknownOperatorError
        return slot

    def _save(self, content: Content, key: bytes) -> None:
        # A wrong key here would lock everybody out; only the very first save has no seal to ask.
        if keyfile.is_sealed(self._content):
            keyfile.check_seal(self._content, key)
        sealed = keyfile.sealed(content, key)
        keyfile.write(self._path, sealed)
        self._content = sealed


def _unwrapped(unwrap: Any, slot: Slot, *arguments: Any) -> bytes | None:
    """Try a slot; a slot with missing or senseless parts is a damaged file, not a wrong PIN."""
    try:
        key: bytes | None = unwrap(slot, *arguments)
    except (KeyError, TypeError, ValueError, OverflowError, MemoryError) as error:
        raise KeysDamagedError from error
    return key
