"""What the program says when a check or a build is done."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from workreport.diagnostics import Console, Message, Refusal, as_json, say
from workreport.options import Options
from workreport.publish import MANIFEST


def checked(options: Options, console: Console, form: str, *, release: bool) -> int:
    """Check, and print what was counted, or the problems. `form`: text, json (the problems), or counts. The exit code."""
    from workreport.build import check

    try:
        in_beijing = time.gmtime(time.time() + 8 * 3600)
        counts = check(options, release=release, now=time.strftime("%Y-%m-%d %H:%M", in_beijing))
    except Refusal as refusal:
        if form != "text":
            console.out(as_json(refusal.diagnostics, console.language))
        else:
            console.report(refusal, say("nothing was written"))
        return 1
    if form == "json":
        console.out("[]")
    elif form == "counts":
        console.out(json.dumps({**asdict(counts), "drafts": dict(counts.drafts)}, indent=2))
    else:
        from workreport.gate import drafts_named

        figures, sentences = asdict(counts.figures), asdict(counts.sentences)
        console.out(say("figures: {encoded} encoded, {waived} waived, {pending} pending", **figures))
        console.out(say("sentences: {encoded} encoded, {waived} waived, {pending} pending", **sentences))
        if counts.drafts:
            console.out(say("drafts: {kinds}", kinds=drafts_named(counts.drafts)))
        console.out(say("no problems"))
    return 0


def built(console: Console, numbers: Mapping[str, int], output: Path, state: Message, seconds: float) -> None:
    """Print what a build made, from its `numbers`."""
    console.out(
        say(
            "{output}: {pages} pages, {drawn}, {files} files, {bytes:,} bytes ({state}) in {seconds:.2f} s; "
            "{figures} figures checked, {waived} waived{left}{drafted}",
            **numbers,
            output=output.as_posix(),
            drawn=say("{charts} charts", **numbers) if numbers["charts"] else say("without charts"),
            state=state,
            seconds=seconds,
            left=say(", {pending} pending", **numbers) if numbers["pending"] else "",
            drafted=say(", {drafts} drafts", **numbers) if numbers["drafts"] else "",
        )
    )
    try:
        digest = sha256((output / MANIFEST).read_bytes()).hexdigest()
    except OSError as error:
        why = error.strerror or error
        console.err(
            say("warning: the site is published; only its {list} cannot be read: {why}", list=MANIFEST, why=why)
        )
        return
    console.out(say("SHA256SUMS {digest}  (docs/hosting.md: keep this line)", digest=digest))
