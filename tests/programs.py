"""Programs of others that tests run: found, or asked for in words that say what to install."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PACKAGES = {
    "age": "age",
    "age-keygen": "age",
    "mount": "mount",
    "openssl": "openssl",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-calc-nogui",
    "ssh-keygen": "openssh-client",
    "umount": "mount",
    "unzip": "unzip",
}
"""Program -> the Debian package that brings it; ``.ci/setup`` installs them all."""


def program(name: str) -> str:
    """Return where a program is. Without it a test is skipped; in CI, where nobody reads what was
    skipped, it fails."""
    found = shutil.which(name)
    if found is not None:
        return found
    words = f"{name} is missing: install {PACKAGES[name]}, or run .ci/setup"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(words)
    pytest.skip(words)


def through_libreoffice(path: Path, out: Path, sort: str = "xlsx:Calc MS Excel 2007 XML") -> Path:
    """Let LibreOffice open a workbook and save it as ``sort``, as a superior's computer would."""
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", sort]
    done = subprocess.run(
        [*command, "--outdir", str(out), str(path)], capture_output=True, check=False, timeout=180
    )
    found = out / f"{path.stem}.{sort.partition(':')[0]}"
    assert found.exists(), done.stderr.decode()
    return found


@contextmanager
def small_disk(folder: Path) -> Iterator[str]:
    """Mount a disk of 1 MiB at ``folder``; yields nothing, or why that is not allowed here.

    That takes rights over the machine which a CI without privileges does not have and no
    installation brings, so a refusal is no failure there either.
    """
    command = [program("mount"), "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        yield f"no disk can be mounted here: {mounted.stderr.strip()}"
        return
    try:
        yield ""
    finally:
        # a test may have pulled it out already
        subprocess.run([program("umount"), "--lazy", folder], capture_output=True, check=False)
