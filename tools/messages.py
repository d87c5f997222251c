"""Keeps the catalogues of workreport/diagnostics/LANGUAGE/ equal to the sentences of the program, a file a package, and
the lists of all codes in docs/ equal to the codes.

python3 tools/messages.py            write what differs: new sentences with an empty translation, old ones taken out
python3 tools/messages.py --check    write nothing, exit 1 where a file differs or a translation is missing or misfits
"""

from __future__ import annotations

import ast
import json
import string
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from workreport.diagnostics import LANGUAGES, catalogue  # noqa: E402

PROGRAM = ROOT / "workreport"
PROBLEMS = {
    "en": (
        "# Problems: every code and what it means\n\n[中文](problems.zh.md)\n\n"
        "Where something does not hold, the program names the place, the code of the problem, what is wrong and, mostly,\n"
        "what to write instead. Codes are the same in all languages. `make messages` writes this list.\n\n"
        "| code | meaning |\n| --- | --- |\n"
    ),
    "zh": (
        "# 问题代码：每个代码的含义\n\n[English](problems.md)\n\n"
        "内容不符合要求时，程序会指出位置、问题代码、哪里不对，通常还会提示该怎么改。代码在各语种里都一样。\n"
        "本表由 `make messages` 生成。\n\n"
        "| 代码 | 含义 |\n| --- | --- |\n"
    ),
}
"""How the list of all codes begins."""


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    """Each call of `name` in the order of the program, with its module."""
    for path in sorted(PROGRAM.rglob("*.py")):
        nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
            if isinstance(node.func, ast.Name) and node.func.id == name:
                yield path.relative_to(PROGRAM), node


def sentences() -> dict[str, dict[str, None]]:
    """The English of each sentence, in the order of the program, by package; modules at the top are “workreport”.

    Raises ValueError where a sentence is not a literal, so that no catalogue can hold it.
    """
    found: dict[str, dict[str, None]] = {}
    for path, call in calls("say"):
        english = call.args[0]
        if not (isinstance(english, ast.Constant) and isinstance(english.value, str)):
            raise ValueError(f"{path}:{call.lineno}: the sentence is not a literal")
        if english.value:
            found.setdefault(path.parts[0] if len(path.parts) > 1 else "workreport", {})[english.value] = None
    return found


def codes() -> dict[str, str]:
    """The name of each code with the English of its meaning."""
    return {
        ast.literal_eval(name): ast.literal_eval(meaning.args[0])
        for _, call in calls("Code")
        for name, meaning in [call.args]
        if isinstance(meaning, ast.Call)
    }


def files() -> Iterator[tuple[Path, str]]:
    """Each file of each catalogue, and what it should hold."""
    said = sentences()
    for language in LANGUAGES[1:]:
        known = catalogue(language)
        for package, own in said.items():
            lines = [f"{_quoted(english)} = {_quoted(known.get(english, ''))}\n" for english in own]
            yield PROGRAM / "diagnostics" / language / f"{package}.toml", "".join(lines)
    for language, head in PROBLEMS.items():
        known = catalogue(language)
        rows = [f"| `{code}` | {known.get(english) or english} |\n" for code, english in sorted(codes().items())]
        name = "problems.md" if language == LANGUAGES[0] else f"problems.{language}.md"
        yield ROOT / "docs" / name, head + "".join(rows)


def faults() -> Iterator[str]:
    """Translations that are missing, or whose {fields} are not those of the English."""
    for language in LANGUAGES[1:]:
        known = catalogue(language)
        for package, own in sentences().items():
            for english in own:
                there = known.get(english, "")
                if not there:
                    yield f"{language}/{package}.toml: no translation of “{english}”"
                elif _fields(there) != _fields(english):
                    yield f"{language}/{package}.toml: other {{fields}} than in “{english}”"


def _fields(template: str) -> set[tuple[str, str]]:
    """The fields of a sentence with the form in which each is printed."""
    return {(name, form or "") for _, name, form, _ in string.Formatter().parse(template) if name is not None}


def _quoted(text: str) -> str:
    """`text` as TOML writes it, which is as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def main() -> int:
    """Write the files, or compare them."""
    stale = [(path, text) for path, text in files() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    wanted = {path for path, _ in files()}
    idle = [p for lang in LANGUAGES[1:] for p in (PROGRAM / "diagnostics" / lang).glob("*.toml") if p not in wanted]
    if "--check" in sys.argv[1:]:
        said = [f"{path.relative_to(ROOT)}: run make messages" for path in [*(path for path, _ in stale), *idle]]
        said += faults()
        print("\n".join(said), end="\n" if said else "")
        return 1 if said else 0
    for path, text in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    for path in idle:
        path.unlink()
    print("\n".join(faults()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
