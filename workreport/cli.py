"""The command line: what `python build.py …` does, prints and returns."""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workreport import __version__
from workreport.options import Options
from workreport.publish import cache

if TYPE_CHECKING:
    from workreport.gate import Tally

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent if (_PACKAGE.parent / "build.py").is_file() else None
"""Where the project lies; None where only the package is installed."""
_BUILDS = (None, "check", "serve")
"""The commands that build; the others take what is built."""


def run(arguments: Sequence[str], program: str = "python build.py") -> int:
    """`main`, with one plain line where the packages are missing, and without a traceback where the user has gone."""
    # Windows consoles may speak another encoding than the report.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = main(arguments, program)
        sys.stdout.flush()
        return code
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name == __package__ or name in sys.stdlib_module_names:
            raise
        install = f"{sys.executable} -m pip install --require-hashes -r requirements.txt"
        print(
            f"{program} needs packages that are not installed ({name}). Install them with: {install}", file=sys.stderr
        )
        return 2
    except KeyboardInterrupt:
        return 130  # as shells say of a program that was interrupted
    except BrokenPipeError:
        # Whoever read what is printed has gone, as head does: what is printed at the end must not fail again.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return 141  # as shells say of a program that wrote to nobody


def installed() -> int:
    """The command `workreport`, which `pip install` makes."""
    return run(sys.argv[1:], "workreport")


def _parser(program: str) -> argparse.ArgumentParser:
    class Parser(argparse.ArgumentParser):
        """Guesses no option from its beginning, and stores only what is given: options may stand before a command."""

        def __init__(self, **named: Any) -> None:
            super().__init__(**named, allow_abbrev=False, argument_default=argparse.SUPPRESS)

    output = Parser(add_help=False)
    output.add_argument("--output", metavar="DIR", help="the folder that is published (default: site)")
    common = Parser(add_help=False, parents=[output])
    common.add_argument("--content", metavar="DIR", help="the content folder (default: content)")
    common.add_argument("--base-url", metavar="URL", help="the address that the site will have, for canonical links")
    common.add_argument("--jobs", metavar="N", type=int, help="processes to use (default: all cores)")
    common.add_argument("--no-charts", action="store_true", help="build without drawings, with the tables alone")
    common.add_argument("--no-cache", action="store_true", help="build even where nothing has changed")
    parser = Parser(
        prog=program,
        parents=[common],
        description="Verify content/ and build it into site/.",
        epilog="Exit codes: 0 done; 1 the content or the output folder is refused; 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"Open Work Report {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("check", parents=[common], help="verify, write nothing")
    check.add_argument("--format", choices=("text", "json"), help="how problems are printed")
    check.add_argument("--release", action="store_true", help="also list every field that a release needs")
    serve = commands.add_parser("serve", parents=[common], help="build, serve on this machine, rebuild on every change")
    serve.add_argument("--host", help="the address to serve on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, metavar="N", help="the port (default: a free one from 8000 on)")
    verify = commands.add_parser("verify", parents=[output], help="compare a published copy with its SHA256SUMS")
    verify.add_argument("place", nargs="?", metavar="DIR or URL", help="the copy (default: the output folder)")
    verify.add_argument("--digest", metavar="HEX", help="the SHA-256 that SHA256SUMS itself must have")
    package = commands.add_parser("package", parents=[output], help="put the site into one zip to upload")
    package.add_argument("--to", metavar="FILE", help="the zip to write (default: the output folder's name with .zip)")
    package.add_argument("--compressed", action="store_true", help="add .gz files beside the text files")
    return parser


def main(arguments: Sequence[str], program: str = "python build.py") -> int:
    """Run one command. Returns the exit code; raises SystemExit(2) for wrong usage, as argparse does."""
    parser = _parser(program)
    given = vars(parser.parse_args(arguments))
    command = given.pop("command", None)
    for name, value in given.items():
        if value == "":  # a script's variable that is not set: not the default, and never a check that is left out
            parser.error(f"argument {_named(name)}: must not be empty")
        if command not in _BUILDS and name in ("content", "base_url", "jobs", "no_charts", "no_cache"):
            parser.error(f"argument {_named(name)}: is for a build; {command} takes what is built")
    output = Path(given.get("output") or _near("site"))
    if command == "verify":
        from workreport.deliver import compare

        return compare.run(given.get("place", str(output)), given.get("digest"))
    if command == "package":
        from workreport.deliver import package

        target = Path(given["to"]) if "to" in given else None
        return package.run(output, target, compressed=given.get("compressed", False))
    if given.get("jobs", 1) < 1:
        parser.error("argument --jobs: must be at least 1")
    if "base_url" in given:
        from workreport.content import is_base_url

        if not is_base_url(given["base_url"]):
            parser.error(
                "argument --base-url: must be an address such as https://www.example.gov.cn/report, without ? or #"
            )
    kept = str((_CHECKOUT or Path()) / ".cache")
    options = Options(
        content=Path(given.get("content") or _near("content")),
        output=output,
        templates=_near("templates"),
        assets=_near("assets"),
        base_url=given.get("base_url", "").rstrip("/"),
        jobs=given.get("jobs") or os.cpu_count() or 1,
        charts="no_charts" not in given,
        store="" if "no_cache" in given else kept,
    )
    folders = [options.content, options.templates, options.assets]
    if command == "serve":
        from workreport.preview import serve

        return serve(
            host=given.get("host", "127.0.0.1"),
            port=given.get("port", 0),
            output=output,
            arguments=_arguments(options),
            watched=folders,
            code=_near("workreport") if _CHECKOUT else _PACKAGE,
        )
    if command == "check":
        return _check(options, given.get("format", "text"), release=given.get("release", False))
    started = time.perf_counter()
    asked = [options.base_url, str(options.content), str(output), str(not options.charts)]
    current = cache.key([*map(str, folders), str(_PACKAGE)], asked) if options.store else ""
    numbers = cache.recall(kept, str(output), current)
    if numbers is None:
        numbers = _build(options)
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
    """A folder of the project, named as short as it can be from the current folder.

    Where only the package is installed, a folder is looked for in the current one; templates and assets may be left
    out there, and are then those of the package.
    """
    if _CHECKOUT is None:
        own = _PACKAGE / f"_{name}"
        return own if own.is_dir() and not Path(name).is_dir() else Path(name)
    try:
        return (_CHECKOUT / name).relative_to(Path.cwd())
    except ValueError:
        return _CHECKOUT / name


def _arguments(options: Options) -> list[str]:
    """The options of a build as the command line takes them."""
    given = [f"--content={options.content}", f"--output={options.output}", f"--jobs={options.jobs}"]
    if options.base_url:
        given.append(f"--base-url={options.base_url}")
    return given + ["--no-charts"] * (not options.charts) + ["--no-cache"] * (not options.store)


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
    return {
        "pages": built.pages,
        "charts": built.charts,
        "files": built.published.written + built.published.unchanged + 1,
        "bytes": built.published.bytes,
        "written": built.published.written,
        "unchanged": built.published.unchanged,
        "pruned": built.published.pruned,
        "figures": built.counts.figures.encoded,
        "waived": built.counts.figures.waived,
        "pending": built.counts.figures.pending,
    }


def _summary(numbers: Mapping[str, int], output: Path, state: str, seconds: float) -> None:
    pending = f", {numbers['pending']} pending" if numbers["pending"] else ""
    charts = f"{numbers['charts']} charts" if numbers["charts"] else "without charts"
    print(
        f"{output.as_posix()}: {numbers['pages']} pages, {charts}, {numbers['files']} files, {numbers['bytes']:,} bytes "
        f"({state}) in {seconds:.2f} s; {numbers['figures']} figures checked, {numbers['waived']} waived{pending}"
    )
    print(f"SHA256SUMS {sha256((output / 'SHA256SUMS').read_bytes()).hexdigest()}  (docs/hosting.md: keep this line)")
