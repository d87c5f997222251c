"""The command line: what `python3 build.py …` does, prints and returns."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from workreport import printed
from workreport.arguments import language_of, misspelt, parser_of
from workreport.diagnostics import NOTHING, Console, Refusal, Unprinted, into, mute, say
from workreport.interpreter import CHECKOUT, PROGRAM, called_in, remedy
from workreport.options import Options
from workreport.publish import cache, restore

_PACKAGE = Path(__file__).resolve().parent
_BUILDS = (None, "check", "serve", "release")
"""The commands that build; the others take what is built."""
_READS = ("record", "draft", "translate")
"""Commands that take the content, and make no site."""


def run(arguments: Sequence[str], program: str = PROGRAM) -> int:
    """`main`, with one plain line where the packages are missing, and without a traceback where the user has gone."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed: it leads nowhere, and no file that is opened later takes its number
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as the program
    # Windows consoles may speak another encoding than the report.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return main(arguments, program)
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name == __package__ or name in sys.stdlib_module_names:
            raise
        Console(language_of(arguments)).err(
            say(
                "{program} needs packages that are not installed ({name}). Run this first: {install}",
                program=program,
                name=name,
                install=remedy(),
            )
        )
        return 2
    except Unprinted as error:
        Console(language_of(arguments)).err(say("the answer could not be printed: {why}", why=error.why))
        return 1
    except MemoryError:
        Console(language_of(arguments)).err(say("there is too little memory: give the program more (ulimit -v)"))
        return 1
    except KeyboardInterrupt:
        return 130  # as shells say of a program that was interrupted
    except BrokenPipeError:
        # Whoever read what is printed has gone, as head does: what is printed at the end must not fail again.
        mute(sys.stdout)
        mute(sys.stderr)
        return 141  # as shells say of a program that wrote to nobody


def installed() -> int:
    """The command `workreport`, which `pip install` makes."""
    return run(sys.argv[1:])


def main(arguments: Sequence[str], program: str = PROGRAM) -> int:
    """Run one command. Returns the exit code; raises SystemExit(2) for wrong usage, as argparse does."""
    console = Console(language_of(arguments))
    parser = parser_of(program, console.language)
    if fault := misspelt(parser, arguments):
        parser.error(into(console.language, fault))
    given = vars(parser.parse_args(arguments))
    command = given.pop("command", None)
    given.pop("lang", None)
    if "print_completion" in given:
        from workreport.completion import completion

        console.out(completion(given["print_completion"], program, console.language))
        return 0
    for name, value in given.items():
        if value == "":  # a script's variable that is not set: not the default, and never a check that is left out
            parser.error(into(console.language, say("argument {name}: must not be empty", name=_named(name))))
        if command in _READS and name == "content":
            continue
        if command not in _BUILDS and name in ("content", "base_url", "jobs", "no_charts", "no_cards", "no_cache"):
            said = (
                say("argument {name}: is for a build, which {command} is not", name=_named(name), command=command)
                if command in ("figures", "new", *_READS)
                else say(
                    "argument {name}: is for a build; {command} takes what is built", name=_named(name), command=command
                )
            )
            parser.error(into(console.language, said))
    output = Path(given.get("output") or _near("site"))
    if command not in ("check", "figures", "new", *_READS):
        restore(Path(given.get("place", output)))
    if command == "verify":
        from workreport.deliver import compare

        return compare.run(given.get("place", str(output)), given.get("digest"), console)
    if command == "package":
        from workreport.deliver import package

        target = Path(given["to"]) if "to" in given else None
        return package.run(output, target, console, compressed=given.get("compressed", False))
    if command == "upload":
        from workreport import upload

        return upload.run(output, given["target"], console, dry=given.get("dry_run", False))
    if command == "new":
        from workreport import new

        return new.run(Path(given["folder"]), console, name=given["name"], place=given.get("of", ""))
    if command == "record":
        from workreport import record

        return record.run(
            Path(given.get("content") or _near("content")),
            console,
            anchors=given.get("anchors", False),
            dry=given.get("dry_run", False),
        )
    if command == "figures":
        from workreport import survey

        return survey.run(given.get("file", "-"), given.get("format", "text"), console, lines=given.get("lines", False))
    if command == "draft":
        from workreport import draft

        content = Path(given.get("content") or _near("content"))
        return draft.run(given["file"], content, given.get("year"), given.get("report"), called_in(Path()), console)
    if command == "translate":
        from workreport import exchange

        root = Path(given.get("content") or _near("content"))
        if given["way"] == "import":
            add = given.get("add_language", False)
            return exchange.put_back(root, given["file"], console, dry=given.get("dry_run", False), add=add)
        return exchange.export(
            root, given.get("format", "xliff"), given.get("to", ""), console, finished=given.get("all", False)
        )
    if given.get("jobs", 1) < 1:
        parser.error(into(console.language, say("argument --jobs: must be at least 1")))
    if "base_url" in given:
        from workreport.content import is_base_url

        if not is_base_url(given["base_url"]):
            said = say(
                "argument --base-url: must be an address such as https://www.example.gov.cn/report, without ? or #, "
                "of at most 2,000 characters"
            )
            parser.error(into(console.language, said))
    kept = str((CHECKOUT or Path()) / ".cache")
    options = Options(
        content=Path(given.get("content") or _near("content")),
        output=output,
        templates=_near("templates"),
        assets=_near("assets"),
        base_url=given.get("base_url", "").rstrip("/"),
        jobs=given.get("jobs") or os.cpu_count() or 1,
        charts="no_charts" not in given,
        cards="no_cards" not in given,
        store="" if "no_cache" in given else kept,
    )
    folders = [options.content, options.templates, options.assets]
    if command == "serve":
        from workreport.preview import serve

        return serve(
            host=given.get("host", "127.0.0.1"),
            port=given.get("port", 0),
            output=output,
            arguments=[*_arguments(options), f"--lang={console.language}"],
            watched=folders,
            code=_near("workreport") if CHECKOUT else _PACKAGE,
            console=console,
        )
    if command == "release":
        from workreport import release

        notes = dict(note.partition("=")[::2] for note in given.get("note", ()))
        failed = release.run(
            options,
            console,
            version=given.get("version", ""),
            notes=notes,
            published=given.get("published", ""),
            digest=given.get("digest", ""),
            dry=given.get("dry_run", False),
        )
        if failed or given.get("dry_run", False):
            return failed
    if command == "check":
        return printed.checked(options, console, given.get("format", "text"), release=given.get("release", False))
    started = time.perf_counter()
    asked = [options.base_url, str(options.content), str(output), str(not options.charts)]
    current = cache.key([*map(str, folders), str(_PACKAGE)], asked) if options.store else ""
    numbers = cache.recall(kept, str(output), current)
    if numbers is None:
        numbers = _build(options, console)
        if numbers is None:
            return 1
        cache.remember(kept, str(output), current, numbers)
        state = say("{written} written, {unchanged} unchanged, {pruned} pruned", **numbers)
    else:
        state = say("nothing had changed")
    try:
        printed.built(console, numbers, output, state, time.perf_counter() - started)
    except Unprinted as error:
        console.err(say("warning: the site is published; only this could not be printed: {why}", why=error.why))
    return 0


def _named(name: str) -> str:
    """An argument as the help names it."""
    return {"of": "--place", "place": "DIR or URL", "target": "TARGET", "version": "VERSION"}.get(
        name, f"--{name.replace('_', '-')}"
    )


def _near(name: str) -> Path:
    """A folder of the project, named as short as it can be from the current folder.

    Where only the package is installed, and in a folder with content of its own, a folder is looked for in the current
    one; templates and assets may be left out there, and are then those of the package or of the checkout.
    """
    if CHECKOUT is None:
        own = _PACKAGE / f"_{name}"
        return own if own.is_dir() and not Path(name).is_dir() else Path(name)
    if Path("content/site.yaml").is_file() and (name in ("content", "site") or Path(name).is_dir()):
        return Path(name)  # a folder for another place, which has what it changes
    try:
        return (CHECKOUT / name).relative_to(Path.cwd())
    except ValueError:
        return CHECKOUT / name


def _arguments(options: Options) -> list[str]:
    """The options of a build as the command line takes them."""
    given = [f"--content={options.content}", f"--output={options.output}", f"--jobs={options.jobs}"]
    if options.base_url:
        given.append(f"--base-url={options.base_url}")
    left = {"--no-charts": options.charts, "--no-cards": options.cards, "--no-cache": bool(options.store)}
    return given + [name for name, wanted in left.items() if not wanted]


def _build(options: Options, console: Console) -> Mapping[str, int] | None:
    """Build, or print why not and return None."""
    import gc

    from workreport.build import build

    def progress(done: int) -> None:
        console.progress(say("{done} pages …", done=done))

    # A build makes values, keeps them and ends: looking for cycles among them only costs time.
    gc.disable()
    try:
        built = build(options, progress)
    except Refusal as refusal:
        console.progress(NOTHING)
        console.report(refusal, say("nothing was published; the last good site is as it was"))
        return None
    console.progress(NOTHING)
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
        "drafts": sum(built.counts.drafts.values()),
    }
