"""A host against the list on it. A host cannot list its files, so files that should not be there are found in a folder only."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from itertools import islice

from workreport.deliver.address import base_address
from workreport.deliver.http import GONE, LATER, NOT_FOUND_PAGE, TIMEOUT, Answer, Failure, Host, status
from workreport.deliver.listing import (
    COPY_MANIFEST,
    LIST_LIMIT,
    Copy,
    changed,
    missing,
    read_list,
    refuse,
    unreadable,
)
from workreport.diagnostics import Code, Diagnostic, Refusal, say
from workreport.publish import MANIFEST

COPY_UNREACHABLE = Code("copy-unreachable", say("The host has stopped answering."))

_GIVE_UP = 5  # files in a row that the host does not answer for
_REWRITTEN = say(
    "upload it again, in binary mode where it goes by FTP; where it stays so, a cache or a filter on the way rewrites it"
)
_REPACK = say(
    "delete the packed file beside it (.gz, .br), or make and upload the package again; where the host packs by itself, "
    "empty its cache"
)
_FILES = 50_000  # that are asked for
_AHEAD = 16  # files that are asked for before their turn to be told


def compare_host(
    address: str, digest: str = "", *, timeout: float = TIMEOUT, progress: Callable[[int, int], None] | None = None
) -> Copy:
    """Compare the site at `address` with the list on its host; raises `Refusal` with all that is missing or changed.

    Raises ValueError for what is no http(s) address. `digest` as for `compare_folder`; `progress` is called
    with the number of files compared and that of all.
    """
    return asyncio.run(_compare(base_address(address), digest, timeout, progress))


async def _compare(base: str, digest: str, timeout: float, progress: Callable[[int, int], None] | None) -> Copy:
    shown = base + MANIFEST
    try:
        async with Host(base, timeout) as host:
            answer = await host.get(MANIFEST, LIST_LIMIT, keep=True)
            if answer.status != 200:
                gone = say("is not there (status {status})", status=answer.status)
                hint = say(
                    "name the site's home page; the site is complete only with its {list}. "
                    "Some hosts serve no file without an ending, like this one, until they are told to",
                    list=MANIFEST,
                )
                refuse(shown, COPY_MANIFEST, gone if answer.status in GONE else status(answer.status), hint)
            digests, problems = read_list(answer.body, shown, digest)
            if len(digests) > _FILES:
                message = say("lists {found:,} files; at most {most:,} are fetched", found=len(digests), most=_FILES)
                hint = say("compare a folder with the site on the server itself: verify DIR")
                refuse(shown, COPY_MANIFEST, message, hint)
            size, more = await _files(host, base, digests, progress)
    except Failure as failure:
        raise Refusal([failure.at(shown)]) from None
    if problems := problems + more:
        raise Refusal(problems)
    return Copy(digests=digests, files=len(digests) + 1, bytes=size + len(answer.body), digest=answer.digest)


async def _files(
    host: Host, base: str, digests: Mapping[str, str], progress: Callable[[int, int], None] | None
) -> tuple[int, list[Diagnostic]]:
    """The size of all files that are listed, and what is wrong with them, in the order of the list."""
    size = silent = 0
    problems: list[Diagnostic] = []
    waiting = iter(digests)
    tasks: deque[tuple[str, asyncio.Task[Answer | Failure]]] = deque()

    def ask(count: int) -> None:
        for path in islice(waiting, count):
            tasks.append((path, asyncio.ensure_future(host.try_get(path))))

    ask(_AHEAD)
    try:
        for done in range(1, len(digests) + 1):
            path, task = tasks[0]
            result = await task
            tasks.popleft()
            ask(1)
            if isinstance(result, Answer):
                silent = 0
                size += result.size
                problems += _judged(path, base + path, result, digests[path])
            else:
                silent = silent + 1 if result.dead else 0
                problems.append(result.at(base + path))
            if progress:
                progress(done, len(digests))
            if silent == _GIVE_UP and done < len(digests):
                message = say(
                    "the host did not give {silent} files in a row; {left} of {total} files were not compared",
                    silent=silent,
                    left=len(digests) - done,
                    total=len(digests),
                )
                problems.append(Diagnostic(path=base, code=COPY_UNREACHABLE, message=message, hint=LATER))
                break
    finally:
        for _, task in tasks:
            task.cancel()
        await asyncio.gather(*(task for _, task in tasks), return_exceptions=True)
    return size, problems


def _judged(path: str, place: str, answer: Answer, expected: str) -> list[Diagnostic]:
    if answer.digest == expected and (answer.status == 200 or (path == NOT_FOUND_PAGE and answer.status in GONE)):
        # Some hosts send the page for what is not found with the status that goes with it.
        return [
            changed(place, say("is not the file that is listed where it is sent packed ({coding})", coding=packed.coding),
                    _REPACK)
            for packed in answer.packed
            if packed.digest != expected
        ]  # fmt: skip
    if answer.status in GONE:
        message = say("is listed, but not there (status {status})", status=answer.status)
        hint = say(
            "upload it again; where it is there, the host may not serve files with this ending until it is told to"
        )
        return [missing(place, message, hint)]
    if answer.status != 200:
        hint = say("open the address in a browser, and ask who runs the host")
        return [unreadable(place, status(answer.status), hint)]
    return [changed(place, say("is not the file that is listed"), _REWRITTEN)]
