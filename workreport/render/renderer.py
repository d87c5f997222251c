"""Pages to HTML, through Jinja2 templates. What a template does wrong is refused with its line."""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from workreport.content import FILE_MISSING, faults
from workreport.diagnostics import Code, Diagnostic, Message, Refusal, say
from workreport.gate import TEMPLATE_LIMIT, TEMPLATE_SYNTAX, TEMPLATE_UNDEFINED
from workreport.pages import Page, Voice
from workreport.render import environment
from workreport.render.bounds import MEMORY, Exceeded, bounded
from workreport.render.compiled import Compiled
from workreport.render.environment import Templates
from workreport.render.frame import PARTS, frame, roots, surroundings
from workreport.site import Site

_LIMIT = 1 << 20
_FAULTS = (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a template's own lines raise."""


def check_templates(root: Path, shown: str) -> None:
    """Raises `Refusal` where something in the templates folder is no plain file with a plain name."""
    problems = list(faults(root, shown, _LIMIT).values())
    if problems:
        raise Refusal(problems)


def values(record: Any) -> dict[str, Any]:
    """A dataclass as the variables of a template: its own fields, not those of what they hold."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


class Renderer:
    """Renders the pages of one language. `shown` is how diagnostics name the templates folder; `store` is the folder in
    which compiled templates are kept for the next build, "" for none."""

    def __init__(
        self, site: Site, lang: str, templates: Path, assets: Mapping[str, str], base_url: str, shown: str, store: str
    ) -> None:
        self._voice = Voice(site, lang, base_url.rstrip("/"))
        self._assets = assets
        self._shown = shown
        self._folder = templates
        self._compiled = Compiled(os.path.join(store, f"templates-{lang}.bin") if store else "")
        self._templates = Templates(templates, lang, shown, self._compiled)
        self._frames: dict[tuple[str, str], Mapping[str, Markup]] = {}

    def render(self, page: Page) -> str:
        """The page's HTML. Raises `Refusal` (template-undefined, template-syntax, template-limit, file-missing)."""
        try:
            with bounded():
                return self._render(page)
        except TemplateSyntaxError as error:
            name = error.name or page.type.template
            message = say("Jinja cannot read the template: {said}", said=error.message or type(error).__name__)
            hint = say("see the Jinja template language")
            raise self._refusal(name, error.lineno, TEMPLATE_SYNTAX, message, hint) from None
        except TemplateNotFound as error:
            hint = say("it is needed for {page}", page=page.output)
            raise self._refusal(str(error.name), 0, FILE_MISSING, say("this template is missing"), hint) from None
        except (Exceeded, MemoryError) as error:
            name, line = self._place(error, page.type.template)
            why = say("the page needs more than {mib:,} MiB of memory", mib=MEMORY >> 20)
            hint = say("found while rendering {page}", page=page.output)
            raise self._refusal(name, line, TEMPLATE_LIMIT, getattr(error, "why", why), hint) from None
        except _FAULTS as error:
            if not isinstance(error, TemplateError) and not self._is_templates(error):
                raise
            name, line = self._place(error, page.type.template)
            said = getattr(error, "message", "") or f"{type(error).__name__}: {error}"
            hint = say("found while rendering {page}", page=page.output)
            raise self._refusal(
                name, line, TEMPLATE_UNDEFINED, say("the template fails: {said}", said=said), hint
            ) from None

    def keep(self) -> None:
        """Keep the compiled templates of this build for the next."""
        self._compiled.save()

    def _refusal(self, name: str, line: int, code: Code, message: Message, hint: Message) -> Refusal:
        path, column = f"{self._shown}/{name}", min(line, 1)
        return Refusal([Diagnostic(path=path, line=line, column=column, code=code, message=message, hint=hint)])

    def _is_templates(self, error: Exception) -> bool:
        """Whether a template's own line raised it (1 / 0, a template that includes itself), not this program."""
        ours = str(Path(__file__).resolve().parents[1])
        loader = str(Path(environment.__file__).resolve())
        frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        entered = next((i for i, name in enumerate(frames) if self._named(name)), len(frames))
        inner = frames[entered:]
        return bool(inner) and not any(name.startswith(ours) and name != loader for name in inner)

    def _place(self, error: Exception, template: str) -> tuple[str, int]:
        """The template and line where it happened: the innermost template frame."""
        place = (template, 0)
        for found in traceback.extract_tb(error.__traceback__):
            if name := self._named(found.filename):
                place = (name, found.lineno or 0)
        return place

    def _named(self, file: str) -> str:
        """The name of the template that a file is, or ""; one that was compiled ahead may have the folder's full path."""
        for folder in (self._folder, self._folder.resolve()):
            with suppress(ValueError):
                return Path(file).relative_to(folder).as_posix()
        return ""

    def _render(self, page: Page) -> str:
        self._templates.meter.begin()
        base, up = roots(self._voice, page)
        around = surroundings(self._voice, self._assets, page, self._frame(page.active, base, up), base, up)
        return self._templates.get_template(page.type.template).render(values(around), **values(page.context))

    def _frame(self, active: str, base: str, up: str) -> Mapping[str, Markup]:
        """The parts of the frame, made once for all pages of a depth and a column."""
        if (active, base) not in self._frames:
            given = values(frame(self._voice, self._assets, active, base, up))
            self._frames[active, base] = {
                part: Markup(self._templates.get_template(f"frame/{part}.html").render(given)) for part in PARTS
            }
        return self._frames[active, base]
