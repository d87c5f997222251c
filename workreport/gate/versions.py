"""The gate: every version that is kept is one of the releases. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

VERSION_UNKNOWN = Code("version-unknown", say("A version is kept that no release names."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Kept versions without a release: one that was published once is cited for ever."""
    releases = {release.version for release in context.content.site.value.releases}
    for kept in context.content.versions:
        if kept.version not in releases:
            message = say("site.yaml has no release {version}", version=kept.version)
            hint = say("enter the release again: what was published once is cited")
            yield Diagnostic(path=kept.path, code=VERSION_UNKNOWN, message=message, hint=hint)


RULE = Rule(key="versions", check="permalinks", codes=(VERSION_UNKNOWN,), faults=faults)
