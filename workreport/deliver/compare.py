"""`python3 build.py verify`: whether a published copy is the site that was built, file by file, as `SHA256SUMS` lists it.

    python3 build.py verify /var/www/site
    python3 build.py verify https://example.gov.cn/report/ --digest 9f86d0…

`folder` compares a folder, `host` what a web server sends, each with the list that lies beside the pages.
`SHA256SUMS` says nothing against somebody who changes a page and the list: `--digest` does. It is the
SHA-256 of the list itself, which a good copy prints, to be kept where the host's users cannot write.
"""

from __future__ import annotations

import re
from pathlib import Path

from workreport.deliver.address import base_address, is_address
from workreport.deliver.folder import compare_folder
from workreport.deliver.listing import Copy
from workreport.diagnostics import NOTHING, Console, Refusal, say
from workreport.interpreter import PROGRAM
from workreport.publish import MANIFEST


def run(place: str, digest: str | None, console: Console) -> int:
    """Compare the copy at `place` (a folder or an http(s) address) and print what was found. The exit code.

    What is empty was most likely meant to be something, as a variable of a script: it is wrong usage.
    """
    try:
        if not place.strip():
            raise ValueError(say("argument DIR or URL: must not be empty"))
        digest = "" if digest is None else _checked(digest)
        base = base_address(place) if is_address(place) else ""
    except ValueError as error:
        console.err(say("{program} verify: error: {why}", program=PROGRAM, why=error.args[0]))
        return 2
    try:
        copy = _on_the_web(base, digest, console) if base else compare_folder(Path(place), digest)
    except Refusal as refusal:
        console.progress(NOTHING)
        console.report(refusal, say("this is not a good copy of the site"))
        return 1
    console.out(
        say(
            "{place}: {files} files, {bytes:,} bytes, all as {list} lists them; {list} itself has the SHA-256 {digest}",
            place=base or Path(place).as_posix(),
            files=copy.files,
            bytes=copy.bytes,
            list=MANIFEST,
            digest=copy.digest,
        )
    )
    if copy.old:
        console.out(say("assets of the version before that an upload left for a day: {n}", n=copy.old))
    return 0


def _on_the_web(base: str, digest: str, console: Console) -> Copy:
    from workreport.deliver.host import compare_host  # with httpx, which a folder does not need

    def progress(done: int, total: int) -> None:
        console.progress(say("{done} of {total} files …", done=done, total=total) if done < total else NOTHING)

    return compare_host(base, digest, progress=progress)


def _checked(digest: str) -> str:
    digest = digest.strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise ValueError(say("argument --digest: must be a SHA-256, which is 64 hexadecimal digits"))
    return digest
