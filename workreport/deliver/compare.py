"""`python build.py verify`: whether a published copy is the site that was built, file by file, as `SHA256SUMS` lists it.

    python build.py verify /var/www/site
    python build.py verify https://example.gov.cn/report/ --digest 9f86d0…

`folder` compares a folder, `host` what a web server sends, each with the list that lies beside the pages.
`SHA256SUMS` says nothing against somebody who changes a page and the list: `--digest` does. It is the
SHA-256 of the list itself, which a good copy prints, to be kept where the host's users cannot write.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from workreport.deliver.address import base_address, is_address
from workreport.deliver.folder import compare_folder
from workreport.deliver.listing import Copy
from workreport.diagnostics import Refusal, report
from workreport.publish import MANIFEST


def run(place: str, digest: str | None) -> int:
    """Compare the copy at `place` (a folder or an http(s) address) and print what was found. The exit code.

    What is empty was most likely meant to be something, as a variable of a script: it is wrong usage.
    """
    try:
        if not place.strip():
            raise ValueError("argument DIR or URL: must not be empty")
        digest = "" if digest is None else _checked(digest)
        base = base_address(place) if is_address(place) else ""
    except ValueError as error:
        print(f"python build.py verify: error: {error}", file=sys.stderr)
        return 2
    try:
        copy = _on_the_web(base, digest) if base else compare_folder(Path(place), digest)
    except Refusal as refusal:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)
        report(refusal, "this is not a good copy of the site")
        return 1
    print(
        f"{base or Path(place).as_posix()}: {copy.files} files, {copy.bytes:,} bytes, all as {MANIFEST} lists them; "
        f"{MANIFEST} itself has the SHA-256 {copy.digest}"
    )
    return 0


def _on_the_web(base: str, digest: str) -> Copy:
    from workreport.deliver.host import compare_host  # with httpx, which a folder does not need

    return compare_host(base, digest, progress=_progress)


def _checked(digest: str) -> str:
    digest = digest.strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise ValueError("argument --digest: must be a SHA-256, which is 64 hexadecimal digits")
    return digest


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        text = f"\r{done} of {total} files …" if done < total else "\r\x1b[K"
        print(text, end="", file=sys.stderr, flush=True)
