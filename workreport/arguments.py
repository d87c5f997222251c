"""The options and commands that the user may type, explained in their language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from workreport import __version__
from workreport.diagnostics import LANGUAGES, NOTHING, Message, catalogue, did_you_mean, into, joined, say, spoken

_ARGPARSE = (
    say("usage: "),
    say("%(prog)s: error: %(message)s\n"),
    say("positional arguments"),
    say("options"),
    say("show this help message and exit"),
    say("argument %(argument_name)s: %(message)s"),
    say("invalid choice: %(value)r (choose from %(choices)s)"),
    say("invalid %(type)s value: %(value)r"),
    say("expected one argument"),
    say("ignored explicit argument %r"),
    say("unrecognized arguments: %s"),
    say("the following arguments are required: %s"),
)
"""What argparse says by itself."""


def language_of(arguments: Sequence[str]) -> str:
    """The language of the user: `--lang` where it is well given, which other faults must not hide."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang", choices=LANGUAGES)
    try:
        return early.parse_known_args(arguments)[0].lang or spoken()
    except argparse.ArgumentError:
        return spoken()


def misspelt(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> Message:
    """What to say of the first option that no command has; `NOTHING` where all are known.

    argparse would take its value for a command and speak of that alone. An option may be typed with the dashes that an
    editor or an input method makes of “--”.
    """
    parsers = [parser]
    for one in parsers:  # which grows: commands have commands
        kinds = (action.choices for action in one._actions)
        parsers += [sub for kind in kinds if isinstance(kind, dict) for sub in kind.values()]
    known = {name for one in parsers for name in one._option_string_actions}
    for typed in takewhile("--".__ne__, arguments):
        name = typed.partition("=")[0]
        plain = re.sub("^[-‐-―−－]+", "--", name)
        if name not in known and (plain in known or re.match("-[^0-9. ][^ ]*$", name)):
            return joined(filter(None, [say("unrecognized arguments: {name}", name=name), did_you_mean(plain, known)]))
    return NOTHING


def parser_of(program: str, language: str) -> argparse.ArgumentParser:
    """The options of all commands, explained in `language`."""

    def own(message: str) -> str:
        return into(language, message)

    # Its own words argparse looks up with gettext, in compiled catalogues of the system: ours are given in their place.
    vars(argparse)["_"] = lambda text: catalogue(language).get(text, text)

    class Parser(argparse.ArgumentParser):
        """Guesses no option from its beginning, and stores only what is given: options may stand before a command."""

        def __init__(self, **named: Any) -> None:
            super().__init__(**named, allow_abbrev=False, argument_default=argparse.SUPPRESS)

        def format_help(self) -> str:
            return re.sub("(?m)^(.+):$", own(say("{heading}:", heading=r"\1")), super().format_help())

        def _check_value(self, action: argparse.Action, value: Any) -> None:
            try:
                super()._check_value(action, value)
            except argparse.ArgumentError as error:
                if hint := did_you_mean(str(value), action.choices or ()):
                    error.message = own(say("{fault}; {hint}", fault=error.message, hint=hint))
                raise

    tongue = Parser(add_help=False)
    tongue.add_argument("--lang", choices=LANGUAGES, help=own(say("the language of this program (default: yours)")))
    output = Parser(add_help=False, parents=[tongue])
    output.add_argument("--output", metavar="DIR", help=own(say("the folder that is published (default: site)")))
    common = Parser(add_help=False, parents=[output])
    common.add_argument("--content", metavar="DIR", help=own(say("the content folder (default: content)")))
    common.add_argument(
        "--base-url", metavar="URL", help=own(say("the address that the site will have, for canonical links"))
    )
    common.add_argument("--jobs", metavar="N", type=int, help=own(say("processes to use (default: all cores)")))
    common.add_argument(
        "--no-charts", action="store_true", help=own(say("build without drawings, with the tables alone"))
    )
    common.add_argument("--no-cards", action="store_true", help=own(say("build without the pictures to share")))
    common.add_argument("--no-cache", action="store_true", help=own(say("build even where nothing has changed")))
    parser = Parser(
        prog=program,
        parents=[common],
        description=own(say("Verify content/ and build it into site/.")),
        epilog=own(say("Exit codes: 0 done; 1 the content or the output folder is refused; 2 wrong usage.")),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Open Work Report {__version__}",
        help=own(say("show program's version number and exit")),
    )
    parser.add_argument(
        "--print-completion",
        choices=("bash", "zsh", "tcsh", "fish", "powershell"),
        help=own(say("print what a shell needs to complete this command")),
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("check", parents=[common], help=own(say("verify, write nothing")))
    check.add_argument(
        "--format",
        choices=("text", "json", "counts"),
        help=own(say("how problems are printed; counts: what was counted, as JSON")),
    )
    check.add_argument(
        "--release", action="store_true", help=own(say("also list what a release needs, and every file with drafts"))
    )
    serve = commands.add_parser(
        "serve", parents=[common], help=own(say("build, serve on this machine, rebuild on every change"))
    )
    serve.add_argument("--host", help=own(say("the address to serve on (default: 127.0.0.1)")))
    serve.add_argument("--port", type=int, metavar="N", help=own(say("the port (default: a free one from 8000 on)")))
    verify = commands.add_parser(
        "verify", parents=[output], help=own(say("compare a published copy with its SHA256SUMS"))
    )
    verify.add_argument(
        "place", nargs="?", metavar="DIR or URL", help=own(say("the copy (default: the output folder)"))
    )
    verify.add_argument("--digest", metavar="HEX", help=own(say("the SHA-256 that SHA256SUMS itself must have")))
    package = commands.add_parser("package", parents=[output], help=own(say("put the site into one zip to upload")))
    package.add_argument(
        "--to", metavar="FILE", help=own(say("the zip to write (default: the output folder's name with .zip)"))
    )
    package.add_argument(
        "--compressed", action="store_true", help=own(say("add .gz and .br files beside the text files"))
    )
    upload = commands.add_parser(
        "upload", parents=[output], help=own(say("send the site to its host, only what changed"))
    )
    upload.add_argument(
        "target",
        metavar="TARGET",
        help=own(say("a folder, or ftp://, ftps:// or sftp://USER@HOST/FOLDER; the password is asked for")),
    )
    upload.add_argument("--dry-run", action="store_true", help=own(say("list what would be sent and removed")))
    new = commands.add_parser("new", parents=[tongue], help=own(say("make a folder for another place")))
    new.add_argument("folder", metavar="DIR", help=own(say("the folder, which must not be there yet")))
    new.add_argument("--name", metavar="NAME", required=True, help=own(say("what the site is called")))
    new.add_argument("--place", metavar="PLACE", dest="of", help=own(say("whose reports they are, in full")))
    record = commands.add_parser("record", parents=[tongue], help=own(say("enter new addresses in permalinks.yaml")))
    record.add_argument("--content", metavar="DIR", help=own(say("the content folder (default: content)")))
    record.add_argument(
        "--anchors",
        action="store_true",
        help=own(say("also keep the numbers of paragraphs, so that none shifts when a line is added")),
    )
    record.add_argument("--dry-run", action="store_true", help=own(say("show the lines and write nothing")))
    release = commands.add_parser(
        "release", parents=[common], help=own(say("enter a release, date new addresses, keep its records"))
    )
    release.add_argument(
        "version", nargs="?", metavar="VERSION", help=own(say("the new version (default: the newest of site.yaml)"))
    )
    release.add_argument(
        "--note",
        action="append",
        metavar="LANG=TEXT",
        help=own(say("what is new, in a sentence; once for each language")),
    )
    release.add_argument(
        "--published", metavar="TIME", help=own(say("when it goes online, YYYY-MM-DD HH:MM in Beijing (default: now)"))
    )
    release.add_argument(
        "--digest",
        metavar="HEX",
        help=own(say("the SHA-256 of SHA256SUMS that the build of the release before printed")),
    )
    release.add_argument("--dry-run", action="store_true", help=own(say("show all of it and write nothing")))
    translate = commands.add_parser(
        "translate", parents=[tongue], help=own(say("texts without English: out to a translator's tool, and back"))
    )
    ways = translate.add_subparsers(dest="way", metavar="export|import", required=True)
    folder = Parser(add_help=False, parents=[tongue])
    folder.add_argument("--content", metavar="DIR", help=own(say("the content folder (default: content)")))
    export = ways.add_parser("export", parents=[folder], help=own(say("write what has no English yet")))
    export.add_argument(
        "--format",
        choices=("xliff", "po", "xlsx", "tmx", "tbx", "csv"),
        help=own(say("xliff (default), po or xlsx: the texts; tmx: finished pairs; tbx or csv: the glossary")),
    )
    export.add_argument("--to", metavar="FILE", help=own(say("the file to write, which must not be there yet")))
    export.add_argument("--all", action="store_true", help=own(say("write what has its English too")))
    back = ways.add_parser(
        "import", parents=[folder], help=own(say("put a translated file back, all of it or nothing"))
    )
    back.add_argument("file", metavar="FILE", help=own(say("the file that came back: .xlf, .xliff, .po or .xlsx")))
    back.add_argument("--dry-run", action="store_true", help=own(say("check all of it and write nothing")))
    back.add_argument(
        "--add-language", action="store_true", help=own(say("list English in site.yaml once every text has it"))
    )
    figures = commands.add_parser("figures", parents=[tongue], help=own(say("print the figures of any Chinese text")))
    figures.add_argument("file", nargs="?", metavar="FILE", help=own(say("the text (default, or -: what comes in)")))
    figures.add_argument("--format", choices=("text", "json"), help=own(say("how they are printed (default: text)")))
    figures.add_argument("--lines", action="store_true", help=own(say("take each line as one sentence")))
    draft = commands.add_parser(
        "draft", parents=[tongue], help=own(say("draft a record of a report from the file that the office sent"))
    )
    draft.add_argument("file", metavar="FILE", help=own(say("the report: .docx, .pdf, .html, .md or .txt")))
    draft.add_argument("--year", metavar="YYYY", type=int, help=own(say("the year of its goals (default: as it says)")))
    draft.add_argument("--content", metavar="DIR", help=own(say("the content folder (default: content)")))
    draft.add_argument("--report", metavar="FILE", help=own(say("write what is said of the draft as Markdown, too")))
    return parser
