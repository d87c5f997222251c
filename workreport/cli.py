"""The command line: what `python build.py …` does, prints and returns."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from workreport.publish import cache

if TYPE_CHECKING:
    from workreport.build import Options
    from workreport.gate import Tally

_ROOT = Path(__file__).resolve().parent.parent
_CACHE = ".cache"


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--content", metavar="DIR", help="the content folder (default: content)")
    common.add_argument("--output", metavar="DIR", help="the folder to publish into (default: site)")
    common.add_argument("--base-url", metavar="URL", help="the address that the site will have, for canonical links")
    common.add_argument("--jobs", metavar="N", type=int, help="processes to use (default: all cores)")
    common.add_argument("--no-charts", action="store_true", help="build without drawings, with the tables alone")
    common.add_argument("--no-cache", action="store_true", help="build even where nothing has changed")
    parser = argparse.ArgumentParser(
        prog="python build.py",
        parents=[common],
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
        description="Verify content/ and build it into site/.",
        epilog="Exit codes: 0 done; 1 the content or the output folder is refused; 2 wrong usage.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("check", parents=[common], allow_abbrev=False, help="verify, write nothing")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how problems are printed")
    check.add_argument("--release", action="store_true", help="also list every field that a release needs")
    serve = commands.add_parser(
        "serve", parents=[common], allow_abbrev=False, help="build, serve on this machine, rebuild on every change"
    )
    serve.add_argument("--host", default="127.0.0.1", help="the address to serve on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, default=0, metavar="N", help="the port (default: a free one from 8000 on)")
    verify = commands.add_parser(
        "verify", parents=[common], allow_abbrev=False, help="compare a published copy with its SHA256SUMS"
    )
    verify.add_argument("place", nargs="?", metavar="DIR or URL", help="the copy (default: the output folder)")
    verify.add_argument("--digest", metavar="HEX", help="the SHA-256 that SHA256SUMS itself must have")
    package = commands.add_parser(
        "package", parents=[common], allow_abbrev=False, help="put the site into one zip to upload"
    )
    package.add_argument("--to", metavar="FILE", help="the zip to write (default: the output folder's name with .zip)")
    package.add_argument("--compressed", action="store_true", help="add .gz files beside the text files")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit code; raises SystemExit(2) for wrong usage, as argparse does."""
    parser = _parser()
    # Options may stand before the command or after it, so only what is given is stored.
    given = argparse.Namespace(content=None, output=None, base_url=None, jobs=None, no_cache=False, no_charts=False)
    parser.parse_args(arguments, given)
    for name, value in vars(given).items():
        if value == "":  # a script's variable that is not set: not the default, and never a check that is left out
            parser.error(f"argument {_named(name)}: must not be empty")
    if given.jobs is not None and given.jobs < 1:
        parser.error("argument --jobs: must be at least 1")
    if given.base_url is not None:
        from workreport.content import is_base_url

        if not is_base_url(given.base_url):
            parser.error(
                "argument --base-url: must be an address such as https://www.example.gov.cn/report, without ? or #"
            )
    if given.command in ("package", "verify"):
        # All commands have these options; in silence one might take this for the site that they would give.
        for name in ("base_url", "content", "no_charts"):
            if getattr(given, name):
                print(f"note: {_named(name)} is for a build; {given.command} takes what is built", file=sys.stderr)
    content = Path(given.content) if given.content else _near("content")
    output = Path(given.output) if given.output else _near("site")
    base_url = (given.base_url or "").rstrip("/")
    jobs = given.jobs or os.cpu_count() or 1
    templates, assets = _near("templates"), _near("assets")
    store = "" if given.no_cache else str(_ROOT / _CACHE)
    if given.command == "check":
        from workreport.build import Options

        options = Options(content, output, templates, assets, base_url, jobs, not given.no_charts, store)
        return _check(options, given.format, release=given.release)
    if given.command == "verify":
        from workreport.deliver import compare

        return compare.run(str(output) if given.place is None else given.place, given.digest)
    if given.command == "package":
        from workreport.deliver import package

        return package.run(output, Path(given.to) if given.to else None, compressed=given.compressed)
    if given.command == "serve":
        from workreport.build import Options
        from workreport.preview import serve

        options = Options(content, output, templates, assets, base_url, jobs, not given.no_charts, store)
        return serve.run(options, given.host, given.port)
    started = time.perf_counter()
    folders = [str(content), str(templates), str(assets), str(_ROOT / "workreport")]
    current = "" if given.no_cache else cache.key(folders, [base_url, str(content), str(output), str(given.no_charts)])
    kept = str(_ROOT / _CACHE)
    numbers = cache.recall(kept, str(output), current)
    if numbers is None:
        from workreport.build import Options

        numbers = _build(Options(content, output, templates, assets, base_url, jobs, not given.no_charts, store))
        if numbers is None:
            return 1
        cache.remember(kept, str(output), current, numbers)
        state = f"{numbers['written']} written, {numbers['unchanged']} unchanged, {numbers['pruned']} pruned"
    else:
        state = "nothing had changed"
    _summary(numbers, output, state, time.perf_counter() - started)
    return 0


def _named(name: str) -> str:
    """An argument as the help names it."""
    return "DIR or URL" if name == "place" else f"--{name.replace('_', '-')}"


def _near(name: str) -> Path:
    """A folder of the project, named as short as it can be from the current folder."""
    try:
        return (_ROOT / name).relative_to(Path.cwd())
    except ValueError:
        return _ROOT / name


def _check(options: Options, form: str, *, release: bool) -> int:
    from workreport.build import check
    from workreport.diagnostics import Refusal, as_json, report

    try:
        counts = check(options, release=release)
    except Refusal as refusal:
        if form == "json":
            print(as_json(refusal.diagnostics))
        else:
            report(refusal, "nothing was written")
        return 1
    if form == "json":
        print("[]")
    else:
        print(_tally("figures", counts.figures))
        print(_tally("sentences", counts.sentences))
    return 0


def _tally(what: str, tally: Tally) -> str:
    return f"{what}: {tally.encoded} encoded, {tally.waived} waived, {tally.pending} pending"


def _build(options: Options) -> Mapping[str, int] | None:
    """Build, or print why not and return None."""
    import gc

    from workreport.build import build
    from workreport.diagnostics import Refusal, report

    terminal = sys.stderr.isatty()

    def progress(done: int) -> None:
        if terminal:
            print(f"\r{done} pages …", end="", file=sys.stderr, flush=True)

    # A build makes values, keeps them and ends: looking for cycles among them only costs time.
    gc.disable()
    try:
        built = build(options, progress)
    except Refusal as refusal:
        if terminal:
            print("\r\x1b[K", end="", file=sys.stderr)
        report(refusal, "nothing was published; the last good site is as it was")
        return None
    if terminal:
        print("\r\x1b[K", end="", file=sys.stderr)
    figures, sentences = built.counts
    return {
        "pages": built.pages,
        "charts": built.charts,
        "files": built.published.written + built.published.unchanged + 1,
        "bytes": built.published.bytes,
        "written": built.published.written,
        "unchanged": built.published.unchanged,
        "pruned": built.published.pruned,
        "figures": figures.encoded,
        "waived": figures.waived,
        "pending": figures.pending,
        "sentences": sentences.encoded,
    }


def _summary(numbers: Mapping[str, int], output: Path, state: str, seconds: float) -> None:
    pending = f", {numbers['pending']} pending" if numbers["pending"] else ""
    charts = f"{numbers['charts']} charts" if numbers["charts"] else "without charts"
    print(
        f"{output.as_posix()}: {numbers['pages']} pages, {charts}, {numbers['files']} files, {numbers['bytes']:,} bytes "
        f"({state}) in {seconds:.2f} s; {numbers['figures']} figures checked, {numbers['waived']} waived{pending}"
    )
    print(f"SHA256SUMS {sha256((output / 'SHA256SUMS').read_bytes()).hexdigest()}  (docs/hosting.md: keep this line)")
