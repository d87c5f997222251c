"""Jinja2 as the pages use it: every variable must be defined, everything is escaped, the frame's words are filled in.

Templates are the publisher's own code and run as such. What protects readers is the check on the pages as they are
published, in `gate`, not a sandbox round what writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from workreport.content import FILE_UNREADABLE, TEXT_ENCODING, is_left
from workreport.diagnostics import NOTHING, Code, Message, Refusal, refusal, say
from workreport.i18n import language
from workreport.render.bounds import Counted, Meter

_WORD = re.compile(r"\{\{ t\.([a-z_]+) \}\}")


def _lines(lang: str, text: str) -> Markup:
    """A title that is broken between its phrases alone. What is copied of it, and found in it, is the title as it was."""
    if not isinstance(text, Markup):
        return _broken(lang, text)
    # What is escaped already is read as the words that it stands for; what holds marks of its own keeps its lines.
    return text if "<" in text else _broken(lang, text.unescape())


@cache
def _broken(lang: str, text: str) -> Markup:
    spoken = language(lang)
    if spoken.han:  # the style sheet keeps Chinese whole but for these places
        return Markup("<wbr>").join(spoken.phrases(text))
    whole = Markup('<span class="whole">{}</span>{}')
    parts = (
        whole.format(p.rstrip(), " " * (p[-1] == " ")) if " " in p.strip() else escape(p) for p in spoken.phrases(text)
    )
    return Markup("").join(parts)


class _Loader(FileSystemLoader):
    """Loads templates with the frame's words filled in, since they are the same on every page of a language."""

    def __init__(self, folder: Path, lang: str, shown: str) -> None:
        super().__init__(folder)
        self._words = language(lang).words
        self._shown = shown

    def _refused(self, template: str, code: Code, message: Message, hint: Message = NOTHING) -> Refusal:
        return refusal(f"{self._shown}/{template}", code, message, hint)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The template with each `{{ t.word }}` replaced; an unknown word stays, and is found undefined."""
        if any(is_left(part) for part in template.split("/")):
            raise TemplateNotFound(template)  # what editors leave is not looked at for links
        try:
            source, name, fresh = super().get_source(environment, template)
        except TemplateNotFound:  # an OSError too
            raise
        except OSError as error:
            message = say("this file cannot be read: {why}", why=error.strerror)
            raise self._refused(template, FILE_UNREADABLE, message) from None
        except UnicodeDecodeError:
            message, hint = say("this file is not UTF-8 text"), say("save it as UTF-8")
            raise self._refused(template, TEXT_ENCODING, message, hint) from None
        return _WORD.sub(lambda m: str(escape(self._words[m[1]])) if m[1] in self._words else m[0], source), name, fresh


class Templates(Environment):
    """The templates of a folder in one language; `shown` is how diagnostics name the folder."""

    code_generator_class = Counted
    # Not a sandbox: only so does the compiler leave these operators to `call_binop`.
    sandboxed = True
    intercepted_binops = frozenset(Meter().operators)
    intercepted_unops: frozenset[str] = frozenset()

    def __init__(self, folder: Path, lang: str, shown: str, compiled: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=_Loader(folder, lang, shown),
            bytecode_cache=compiled,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._compiled: dict[str, Template] = {}
        self.meter = Meter()
        self.concat = self.meter.joined  # type: ignore[method-assign]
        self.filters["lines"] = lambda text: _lines(lang, text)
        self.globals["range"] = self.meter.range
        # The same content makes the same page, and nothing that is made up belongs on it.
        del self.globals["lipsum"], self.filters["random"]

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Each template once; there are no globals to merge, and templates do not change during a build."""
        if isinstance(name, Template):
            return name
        if name not in self._compiled:
            self._compiled[name] = super().get_template(name, parent)
        return self._compiled[name]

    def call(self, context: Context, called: Any, /, *arguments: Any, **named: Any) -> Any:
        """A call in a template."""
        return context.call(called, *arguments, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operation in a template with one of `intercepted_binops`."""
        return self.meter.operators[operator](left, right)
