"""`python build.py upload`: the site that was built goes to a folder, or to a host by FTP, FTPS or SFTP.

python build.py upload sftp://webmaster@www.example.gov.cn/var/www/zt/report
python build.py upload --dry-run /mnt/www/report
"""

from __future__ import annotations

import getpass
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workreport.diagnostics import NOTHING, Console, Refusal, into, refusal, say
from workreport.interpreter import PROGRAM
from workreport.publish import MANIFEST
from workreport.upload.login import login_of
from workreport.upload.store import UPLOAD_TARGET, Steady, Store
from workreport.upload.target import Target, target_of
from workreport.upload.upload import Uploaded, upload


def run(output: Path, place: str, console: Console, *, dry: bool) -> int:
    """Upload the site in `output` to `place`, and print what was done, or why it was not. The exit code."""
    try:
        target = target_of(place)
    except ValueError as error:
        console.err(say("{program} upload: error: argument TARGET: {why}", program=PROGRAM, why=error.args[0]))
        return 2
    try:
        done = _upload(output, target, console, dry=dry)
    except Refusal as problem:
        console.progress(NOTHING)
        console.report(problem, say("the upload is not complete"))
        return 1
    console.progress(NOTHING)
    _told(console, target, done, dry=dry)
    return 0


def _upload(output: Path, target: Target, console: Console, *, dry: bool) -> Uploaded:
    if target.scheme == "ftp":
        console.err(
            say("ftp:// sends the password and every file for all to read: take ftps:// or sftp:// where you can")
        )
    store = Steady(_opener(output, target, console), target.shown, lambda number: time.sleep(2**number))

    def progress(done: int, total: int) -> None:
        console.progress(say("{done} of {total} files sent …", done=done, total=total))

    try:
        return upload(output, store, target.shown, datetime.now(UTC), progress, dry=dry)
    finally:
        store.close()


def _opener(output: Path, target: Target, console: Console) -> Callable[[], Store]:
    """What connects to the target. A password that was typed serves for the next connection too."""
    if not target.scheme:
        from workreport.upload.disk import Disk

        if _overlap(output, Path(target.path)):
            hint = say("name the folder that the host publishes")
            raise refusal(
                target.shown, UPLOAD_TARGET, say("this is the built site itself, or lies in it, or holds it"), hint
            )
        return lambda: Disk(target.path)
    login = login_of(target, os.environ)
    typed: list[str] = []

    def ask(user: str, host: str) -> str:
        if not typed and sys.stdin.isatty():
            typed.append(
                getpass.getpass(into(console.language, say("password of {user} on {host}: ", user=user, host=host)))
            )
        return typed[0] if typed else ""

    if target.scheme == "sftp":
        from workreport.upload.sftp import Sftp

        return lambda: Sftp(target, login, ask)
    from workreport.upload.ftp import Ftp

    return lambda: Ftp(target, login, ask)


def _overlap(one: Path, other: Path) -> bool:
    """Whether a folder is, or holds, the other."""
    first, second = Path(os.path.realpath(one)), Path(os.path.realpath(other))
    return first == second or first in second.parents or second in first.parents


def _told(console: Console, target: Target, done: Uploaded, *, dry: bool) -> None:
    if dry:
        for path in done.plan.send:
            console.out(say("send {path}", path=path))
        for path in done.plan.remove:
            console.out(say("remove {path}", path=path))
    values = {"place": target.shown, "files": done.files, "bytes": done.bytes, "removed": len(done.plan.remove)}
    if dry:
        console.out(
            say("{place}: {files} files, {bytes:,} bytes to send; {removed} to remove; nothing was done", **values)
        )
        return
    console.out(say("{place}: {files} files, {bytes:,} bytes sent; {removed} removed", **values))
    if done.plan.after.old:
        count = len(done.plan.after.old)
        console.out(
            say(
                "assets of the version before that stay for a day: {n}; the next upload after that removes them",
                n=count,
            )
        )
    console.out(say("{list} has the SHA-256 {digest}", list=MANIFEST, digest=done.digest))
