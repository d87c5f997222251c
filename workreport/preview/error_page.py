"""The page that a browser shows in the place of every page while the site cannot be built."""

from __future__ import annotations

import html
import re

from workreport.diagnostics import into, say

_PROBLEM = re.compile(r"(?P<place>\S.*?): error\[(?P<code>[a-z0-9-]+)\]: (?P<message>.*)")
_HINT = say("  hint: {hint}", hint="")

_ERROR_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
script-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.5rem; }}
li {{ margin-block: 1.25rem; }}
p {{ margin-block: .25rem; overflow-wrap: anywhere; }}
pre {{ overflow-x: auto; padding: 1rem; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere; }}
.place {{ font: 600 1rem/1.6 ui-monospace, monospace; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{note}</p>
{body}
</body>
</html>
"""


def error_page(printed: str, language: str) -> bytes:
    """The page that shows what a build printed in `language`: its problems as a list, anything else as it stands."""
    label = into(language, _HINT)
    problems, rest = _problems(printed, label)
    body = "".join(
        f'<li><p class="place">{html.escape(place)}</p><p>error[{code}]: {html.escape(message)}</p>'
        + (f"<p>{html.escape(label.lstrip() + hint)}</p>" if hint else "")
        + "</li>\n"
        for place, code, message, hint in problems
    )
    if body:
        body = f"<ol>\n{body}</ol>\n"
    if rest:
        body += f"<pre>{html.escape(rest)}</pre>"
    n = len(problems)
    if n:
        title = say("Not built: {n} problems", n=n) if n > 1 else say("Not built: 1 problem")
    else:
        title = say("Not built: the program failed")
    note = say("The last good site is as it was. The page comes back by itself when this is mended.")
    said = {"title": into(language, title), "note": into(language, note)}
    return _ERROR_PAGE.format(lang={"zh": "zh-CN"}.get(language, language), body=body, **said).encode()


def _problems(printed: str, label: str) -> tuple[list[tuple[str, str, str, str]], str]:
    """The problems in what a build printed, as (place, code, message, hint); and all other lines."""
    problems: list[tuple[str, str, str, str]] = []
    rest: list[str] = []
    for line in printed.splitlines():
        if match := _PROBLEM.fullmatch(line):
            problems.append((match["place"], match["code"], match["message"], ""))
        elif line.startswith(label) and problems:
            problems[-1] = (*problems[-1][:3], line.removeprefix(label))
        else:
            rest.append(line)
    return problems, "\n".join(rest)
