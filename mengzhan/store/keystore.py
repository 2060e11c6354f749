"""The machine secret: 32 random bytes that the operating system keeps for this user.

Windows Credential Manager, the Secret Service of a Linux desktop or the macOS keychain, through
the ``keyring`` package. It ties the key file to this computer: a copied folder cannot be opened
by trying out PINs. A keystore that is missing, locked or failing counts as none.
"""

import logging
import secrets
from typing import Protocol

_SERVICE = "mengzhan"
_SECRET_BYTES = 32
_log = logging.getLogger(__name__)


class Keystore(Protocol):
    """Where a machine secret is kept; ``name`` is the id of a key file."""

    def read(self, name: str) -> bytes | None:
        """Return the secret kept under ``name``, or None."""
        ...

    def make(self, name: str) -> bytes | None:
        """Return the secret under ``name``, made now if need be; None without a keystore."""
        ...


class SystemKeystore:
    """The keystore of the operating system."""

    def read(self, name: str) -> bytes | None:
        """Return the secret kept under ``name``, or None when there is none or no keystore."""
        import keyring
        from keyring.errors import KeyringError

        try:
            text = keyring.get_password(_SERVICE, name)
            return bytes.fromhex(text) if text else None
        except (KeyringError, ValueError, OSError, RuntimeError) as error:
            # Back ends fail in ways of their own; all of them mean: do without.
            _log.info("keystore cannot be read: %s", type(error).__name__)
            return None

    def make(self, name: str) -> bytes | None:
        """Return the secret under ``name``; make and keep one when there is none.

        What was kept is read back before it is relied on. None means: no usable keystore.
        """
        import keyring
        from keyring.errors import KeyringError

        kept = self.read(name)
        if kept is not None:
            return kept
        fresh = secrets.token_bytes(_SECRET_BYTES)
        try:
            keyring.set_password(_SERVICE, name, fresh.hex())
        except (KeyringError, ValueError, OSError, RuntimeError) as error:
            _log.info("keystore cannot be written: %s", type(error).__name__)
            return None
        return fresh if self.read(name) == fresh else None
