"""What a shell reads to complete the command line: made by shtab of the options themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from workreport.arguments import parser_of


def completion(shell: str, program: str, language: str) -> str:
    """The script for a shell; it explains options in `language`, where that shell shows explanations.

    A shell looks up the last part of the command that is typed: build.py for ./build.py, never for python build.py.
    """
    import shtab

    kinds = {"DIR": shtab.DIRECTORY, "DIR or URL": shtab.DIRECTORY, "FILE": shtab.FILE}
    parser = parser_of(program.rsplit(maxsplit=1)[-1], language)
    for action in _actions(parser):
        if str(action.metavar) in kinds:
            vars(action)["complete"] = kinds[str(action.metavar)]
    return shtab.complete(parser, shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The options and positional arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from _actions(command)
